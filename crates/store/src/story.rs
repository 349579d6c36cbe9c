//! The story: everything filed under a child, newest first. Facts about the person (names,
//! numbers, involvements, accounts) are not part of it.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "story",
    version: 1,
    tables: &["story"],
    definition: "
        create table story(
          child {id} not null,
          at {big} not null,
          root {id} not null,
          seq {big} not null,
          kind text not null,
          word text not null,
          primary key(child, at, root)
        ) {keyed};
        create index story_root on story(root);",
    apply,
};

const PUT: &str =
    "insert into story(child, at, root, seq, kind, word) values (?1, ?2, ?3, ?4, ?5, ?6)
    on conflict(child, at, root) do update set seq = excluded.seq, kind = excluded.kind,
    word = excluded.word";
const DROP: &str = "delete from story where root = ?1";

/// Whether entries of this kind stand in the story.
const fn is_told(kind: Kind) -> bool {
    matches!(kind, Kind::Step)
}

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let ends = Kind::ALL.iter().any(|kind| is_told(*kind) && placed.ends(*kind));
    let told = placed.entry.payload.as_ref().filter(|payload| is_told(payload.kind()));
    if head.replaces.is_some() && (told.is_some() || ends) {
        tx.exec(DROP, (head.root,))?;
    }
    if let Some(payload) = told {
        let word = word(payload);
        for child in &head.about {
            let at = head.happened.rank();
            tx.exec(PUT, (*child, at, head.root, placed.seq, head.kind.as_str(), word))?;
        }
    }
    Ok(())
}

/// What kind of its kind: a referral among the steps, a visit among the notes.
const fn word(payload: &Payload) -> &'static str {
    match payload {
        Payload::Step(step) => step.what.word(),
        _ => "",
    }
}

row! {
    /// One line of the story, with its entry.
    pub struct StoryRow {
        /// When it happened, microseconds UTC.
        at: i64,
        /// What the entry is called by.
        root: EntryId,
        /// Its place in the journal.
        seq: i64,
        /// The head as JSON.
        head: String,
        /// The payload as JSON.
        body: Option<String>,
    }
}

const PAGE: &str = "select s.at, s.root, s.seq, e.head, p.body from story s
    join entry e on e.seq = s.seq left join payload p on p.seq = s.seq
    where s.child = ?1 and (s.at, s.root) < (?2, ?3) order by s.at desc, s.root desc limit ?4";
const COUNT: &str = "select count(*) from story where child = ?1";

impl Tx {
    /// The story from here back; `before` is the last line of the page before.
    pub fn list_story(
        &mut self,
        child: PersonId,
        before: Option<(i64, EntryId)>,
        limit: i64,
    ) -> Result<Vec<StoryRow>> {
        let (at, root) = before.unwrap_or((i64::MAX, EntryId::from_bytes([0xff; 16])));
        self.all(PAGE, (child, at, root, limit))
    }

    /// How many lines a child's story has.
    pub fn count_story(&mut self, child: PersonId) -> Result<i64> {
        Ok(self.get::<(i64,)>(COUNT, (child,))?.0)
    }
}
