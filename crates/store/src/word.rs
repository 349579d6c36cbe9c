//! The written words of entries, each entry by its plain words (`domain::search::tokens`).
//!
//! ```text
//! word       place │ root seq marks   which version stands, and who may at all read it
//! word_text  place │ words            FTS5 or a tsvector: plain words, and marks that no word is:
//!                                     _c…  each child it is about    _p…  each person it names as
//!                                     _linked                              one who may read it
//! ```
//! The place is that of the first version, so that a corrected spelling makes an old note no newer.
//! The index knows which words an entry has and nothing of their order: whoever finds an entry by
//! it reads the entry itself, and asks whether it may be read. The marks let it skip what a viewer
//! may not open before it counts to a page. An entry that is replaced, withdrawn or erased leaves
//! its old words at once.

use crate::dialect;
use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::entry::{Head, Relation};
use domain::id::PersonId;
use domain::kind::Payload;
use domain::search::{texts, tokens};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The mark of what speaks to a worry or a goal.
pub(crate) const LINKED: &str = "_linked";

/// The view.
pub const VIEW: View = View {
    name: "word",
    version: 2,
    tables: &["word", "word_text"],
    definition: "
        create table word(
          place {big} not null primary key,
          root {id} not null,
          seq {big} not null,
          marks text not null
        ) {plain};
        create unique index word_root on word(root);
        {word_text};",
    apply,
};

const STANDS: &str = "select place from word where root = ?1";
// Asked of the journal, which knows it even where the first version's words are erased.
const FIRST: &str = "select seq from entry where id = ?1";
const PUT: &str = "insert into word(place, root, seq, marks) values (?1, ?2, ?3, ?4)";
const DROP: &str = "delete from word where place = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if head.replaces.is_some()
        && let Some((place,)) = tx.find::<(i64,)>(STANDS, (head.root,))?
    {
        dialect::drop_words(tx, place)?;
        tx.exec(DROP, (place,))?;
    }
    let words = placed.entry.payload.as_ref().map(words).unwrap_or_default();
    if words.is_empty() {
        return Ok(());
    }
    let place = match head.replaces {
        Some(_) => tx.find::<(i64,)>(FIRST, (head.root,))?.map_or(placed.seq, |(seq,)| seq),
        None => placed.seq,
    };
    let marks = marks(head);
    tx.exec(PUT, (place, head.root, placed.seq, marks.join(" ")))?;
    dialect::put_words(tx, place, words.iter().chain(&marks))
}

/// Every plain word of an entry, once.
fn words(payload: &Payload) -> BTreeSet<String> {
    texts(payload).iter().flat_map(|text| tokens(text)).map(|token| token.word).collect()
}

/// What is marked on an entry: whether it is linked, the children, the persons it names.
fn marks(head: &Head) -> Vec<String> {
    let linked = speaks(head).then(|| LINKED.to_owned());
    let children = head.about.iter().map(|child| of_child(*child));
    let persons = head.audience.persons.iter().map(|person| for_person(*person));
    linked.into_iter().chain(children).chain(persons).collect()
}

/// Whether an entry speaks to a worry, a goal or a scale.
fn speaks(head: &Head) -> bool {
    head.links.iter().any(|link| link.how == Relation::SpeaksTo)
}

/// The mark of what is about a child.
pub(crate) fn of_child(child: PersonId) -> String {
    marked("_c", *child.as_bytes())
}

/// The mark of what a person may read because it names them.
pub(crate) fn for_person(person: PersonId) -> String {
    marked("_p", *person.as_bytes())
}

fn marked(mark: &str, id: [u8; 16]) -> String {
    id.iter().fold(mark.to_owned(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// What an index is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// All of these words.
    pub all: Vec<String>,
    /// Any of these marks; none is whatever marks there are.
    pub any: Vec<String>,
    /// With the mark of what is linked, or without it, or either.
    pub linked: Option<bool>,
}

/// Where an entry with the wanted words stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its place among the words.
    pub place: i64,
    /// The version that stands, in the journal.
    pub seq: i64,
    /// What is marked on it, a blank between two.
    pub marks: String,
}

impl Found {
    /// Whether it speaks to a worry, a goal or a scale.
    pub fn is_linked(&self) -> bool {
        self.marks.split(' ').any(|mark| mark == LINKED)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_a_mark() {
        let child = PersonId(uuid::Uuid::from_u128(0xA1));
        assert_eq!(of_child(child), "_c000000000000000000000000000000a1");
        let typed = format!("{} {LINKED}", of_child(child));
        assert!(tokens(&typed).all(|token| !token.word.contains('_')));
    }

    #[test]
    fn words_that_were_kept_back_stand_and_fall_with_what_they_were_written_in() {
        use crate::error::Error;
        use crate::place::{Connect, Place, Use};
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Folder(folder.path().to_owned());
        let mut tx = Connect::new(place, Use::Record, 512).again().unwrap();
        tx.batch(&dialect::tables(false, VIEW.definition)).unwrap();
        let put = |tx: &mut Tx, place: i64, word: &str| {
            dialect::put_words(tx, place, [word.to_owned()].iter())
        };
        tx.transaction(|tx| {
            put(tx, 1, "garden")?;
            let undone = tx.transaction(|tx| {
                put(tx, 2, "garden")?;
                Err::<(), _>(Error::Replaced)
            });
            assert!(undone.is_err());
            tx.transaction(|tx| put(tx, 3, "garden"))?;
            dialect::drop_words(tx, 1)?;
            put(tx, 4, "garden")
        })
        .unwrap();
        let undone = tx.transaction(|tx| put(tx, 5, "garden").and(Err::<(), _>(Error::Replaced)));
        assert!(undone.is_err() && tx.kept_back.is_empty());
        let found = "select rowid from word_text where word_text match 'garden'";
        assert_eq!(tx.all::<(i64,)>(found, ()).unwrap(), [(3,), (4,)]);
    }
}
