//! The written words of entries, each entry by its plain words (`domain::search::tokens`).
//!
//! ```text
//! word       root │ place seq         which version stands, and where its words are
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
use crate::journal::EntryRow;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::access::{Action, EntryAudience, FileAccess, Part, Viewer, may_read};
use domain::entry::{Entry, Head, Relation};
use domain::id::PersonId;
use domain::kind::Payload;
use domain::search::{Excerpt, Sought, excerpt, texts, tokens};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The mark of what speaks to a worry or a goal.
pub(crate) const LINKED: &str = "_linked";

/// The view.
pub const VIEW: View = View {
    name: "word",
    version: 1,
    tables: &["word", "word_text"],
    definition: "
        create table word(
          root {id} not null primary key,
          place {big} not null,
          seq {big} not null
        ) {keyed};
        create unique index word_place on word(place);
        {word_text};",
    apply,
};

const STANDS: &str = "select place from word where root = ?1";
const PUT: &str = "insert into word(root, place, seq) values (?1, ?2, ?3)
    on conflict(root) do update set seq = excluded.seq";
const DROP: &str = "delete from word where root = ?1";
const DROP_TEXT: &str = "delete from word_text where rowid = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let stood = match head.replaces {
        Some(_) => tx.find::<(i64,)>(STANDS, (head.root,))?.map(|(place,)| place),
        None => None,
    };
    if let Some(place) = stood {
        tx.exec(DROP_TEXT, (place,))?;
    }
    let words = placed.entry.payload.as_ref().map(|payload| words(head, payload));
    let Some(words) = words.filter(|words| !words.is_empty()) else {
        if stood.is_some() {
            tx.exec(DROP, (head.root,))?;
        }
        return Ok(());
    };
    let place = stood.unwrap_or(placed.seq);
    tx.exec(PUT, (head.root, place, placed.seq))?;
    dialect::put_words(tx, place, &words)
}

/// Every plain word of an entry once, and its marks; none where it has no words.
fn words(head: &Head, payload: &Payload) -> BTreeSet<String> {
    let texts = texts(payload);
    let mut words: BTreeSet<String> =
        texts.iter().flat_map(|text| tokens(text)).map(|token| token.word).collect();
    if !words.is_empty() {
        words.extend(head.about.iter().map(|child| of_child(*child)));
        words.extend(head.audience.persons.iter().map(|person| for_person(*person)));
        if speaks(head) {
            words.insert(LINKED.to_owned());
        }
    }
    words
}

/// Whether an entry speaks to a worry, a goal or a scale.
pub(crate) fn speaks(head: &Head) -> bool {
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
    /// Any of these marks.
    pub any: Vec<String>,
    /// With the mark of what is linked, or without it.
    pub linked: bool,
}

/// Where an entry with the wanted words stands in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its place among the words.
    pub place: i64,
    /// The version that stands.
    pub seq: i64,
}

/// Where a page of found entries ends: what is linked stands ahead of all that is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageEnd {
    /// Whether it ends among what is linked.
    pub linked: bool,
    /// The place of its last entry.
    pub place: i64,
}

/// An entry with the words that were looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEntry {
    /// The version that stands.
    pub entry: Entry,
    /// The words around what was looked for.
    pub excerpt: Excerpt,
    /// It speaks to a worry, a goal or a scale.
    pub linked: bool,
}

/// How many entries are read at a time, and how many for one page at most.
const AT_A_TIME: i64 = 32;
const READ_MAX: usize = 2000;
const OF_SEQ: &str = "select e.seq, e.head, p.body from entry e
    left join payload p on p.seq = e.seq where e.seq = ?1";

/// A search through entries on its way.
struct Search<'a> {
    viewer: &'a Viewer,
    sought: &'a Sought,
    wanted: Wanted,
    files: BTreeMap<PersonId, FileAccess>,
    read: usize,
}

impl Tx {
    /// A page of the entries that have these words and that this viewer may read, what is linked
    /// ahead, newest first; and where the next page begins, where there is one.
    pub fn list_with_words(
        &mut self,
        viewer: &Viewer,
        sought: &Sought,
        after: Option<PageEnd>,
        limit: usize,
    ) -> Result<(Vec<FoundEntry>, Option<PageEnd>)> {
        let all: Vec<String> = sought.words().into_iter().map(str::to_owned).collect();
        let any = self.readable(viewer)?;
        if all.is_empty() || any.is_empty() || limit == 0 {
            return Ok((Vec::new(), None));
        }
        let wanted = Wanted { all, any, linked: true };
        let files = BTreeMap::new();
        let mut search = Search { viewer, sought, wanted, files, read: 0 };
        let start = after.unwrap_or(PageEnd { linked: true, place: i64::MAX });
        let mut found = Vec::new();
        if start.linked {
            search.look(self, start.place, limit, &mut found)?;
        }
        search.wanted.linked = false;
        let before = if start.linked { i64::MAX } else { start.place };
        search.look(self, before, limit, &mut found)?;
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().filter(|_| more).map(|(end, _)| *end);
        Ok((found.into_iter().map(|(_, entry)| entry).collect(), next))
    }

    /// The marks of what this viewer may at all read: the files that are open to them, those they
    /// come to, and themselves.
    fn readable(&mut self, viewer: &Viewer) -> Result<Vec<String>> {
        let mut children = BTreeSet::new();
        children.extend(self.list_open_for(viewer, Action::OpenFile, (None, i64::MAX))?);
        children.extend(self.list_own_children(viewer)?);
        let marks = children.into_iter().map(of_child);
        Ok(marks.chain([for_person(viewer.person)]).collect())
    }
}

impl Search<'_> {
    /// Goes back from a place until a page, and one entry more, is found.
    fn look(
        &mut self,
        tx: &mut Tx,
        mut before: i64,
        limit: usize,
        found: &mut Vec<(PageEnd, FoundEntry)>,
    ) -> Result<()> {
        while found.len() <= limit && self.read < READ_MAX {
            let some = dialect::list_words(tx, &self.wanted, before, AT_A_TIME)?;
            let Some(last) = some.last() else { return Ok(()) };
            before = last.place;
            for Found { place, seq } in some {
                self.read += 1;
                let end = PageEnd { linked: self.wanted.linked, place };
                if found.len() <= limit
                    && let Some(entry) = self.read_one(tx, seq)?
                {
                    found.push((end, entry));
                }
            }
        }
        Ok(())
    }

    /// The entry, if it has the words as they were asked for and this viewer may read it.
    fn read_one(&mut self, tx: &mut Tx, seq: i64) -> Result<Option<FoundEntry>> {
        let Some(row) = tx.find::<EntryRow>(OF_SEQ, (seq,))? else { return Ok(None) };
        let entry = row.open()?;
        let head = &entry.head;
        let mut about = Vec::with_capacity(head.about.len());
        for child in &head.about {
            about.push(self.file(tx, *child)?);
        }
        let asked = EntryAudience::of(Part::Rest, &head.audience, head.recorded_by);
        if !may_read(self.viewer, &asked, &about) {
            return Ok(None);
        }
        let texts = entry.payload.as_ref().map(texts).unwrap_or_default();
        let found = excerpt(&texts, self.sought);
        let linked = self.wanted.linked;
        Ok(found.map(|excerpt| FoundEntry { entry, excerpt, linked }))
    }

    fn file(&mut self, tx: &mut Tx, child: PersonId) -> Result<FileAccess> {
        if let Some(file) = self.files.get(&child) {
            return Ok(file.clone());
        }
        let file = tx.file_access(self.viewer, child)?;
        self.files.insert(child, file.clone());
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_a_mark() {
        let child = PersonId(uuid::Uuid::from_u128(0xA1));
        assert_eq!(of_child(child), "_c000000000000000000000000000000a1");
        let typed = format!("{} {LINKED}", of_child(child));
        assert!(tokens(&typed).all(|token| !token.word.contains('_')));
    }
}
