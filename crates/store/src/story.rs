//! The story: everything that happened, was said or was decided about a child, newest first.
//! Facts about people (names, numbers, ties, homes, who works with whom), choices of a page and
//! steps somebody owes are not part of it.
//!
//! ```text
//! story   child at root │ kind word short │ who may read it   word: a referral among the steps
//!                       │ key planned said_by                 what a page narrows to
//! ```
//! A child whom an entry was moved off keeps one line that says so: that something was filed here
//! by mistake, by whom it was moved and when, and nothing of what it said. `short` holds the
//! words in which the front page tells of it lately, where people wrote any.

use crate::error::Result;
use crate::filed::Filed;
use crate::journal::EntryRow;
use crate::reading::Reading;
use crate::row;
use crate::tx::Tx;
use crate::value::{IntoValue as _, Value};
use crate::view::{Placed, View};
use domain::access::Part;
use domain::decision;
use domain::entry::{Entry, Head};
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::note::{Note, NoteKind};
use domain::story;
use domain::text::opening;
use domain::voice::Recorder;
use jiff::Timestamp;

/// The kind of a line that only says that something was moved off this child.
const MOVED: &str = "moved";
/// As much of a text as tells of it in a line.
const OPENING: usize = 90;

/// The view.
pub const VIEW: View = View {
    name: "story",
    version: 6,
    tables: &["story"],
    definition: "
        create table story(
          child {id} not null,
          at {big} not null,
          root {id} not null,
          seq {big} not null,
          kind text not null,
          word text not null,
          recorded_at {big} not null,
          writer {id},
          sealed {flag} not null,
          readers text,
          short text,
          key {flag} not null,
          planned {flag} not null,
          said_by {id},
          how text,
          primary key(child, at, root)
        ) {keyed};
        create index story_root on story(root);",
    apply,
};

/// The kinds that are told.
pub const TOLD: &[Kind] = &[
    Kind::Note,
    Kind::LifeEvent,
    Kind::Step,
    Kind::Mapping,
    Kind::MapItem,
    Kind::DangerStatement,
    Kind::SafetyGoal,
    Kind::Rating,
    Kind::Plan,
    Kind::PlanTrial,
    Kind::PlanReview,
    Kind::Decision,
    Kind::DecisionView,
    Kind::ChildMessage,
    Kind::Assessment,
    Kind::WordsAndPictures,
    Kind::HousesSession,
    Kind::HousesPage,
    Kind::ImportantSaid,
    Kind::ChildAnswer,
    Kind::SharedBack,
    Kind::Attachment,
];

const PUT: &str = "insert into story(child, at, root, seq, kind, word, recorded_at, writer, sealed,
    readers, short, key, planned, said_by, how)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
    on conflict(child, at, root) do nothing";
const STOOD: &str = "select child, at, seq, kind, recorded_at, writer from story where root = ?1";
const DROP: &str = "delete from story where root = ?1";

row! {
    struct Stood {
        child: PersonId,
        at: i64,
        seq: i64,
        kind: String,
        recorded_at: Timestamp,
        writer: Option<AccountId>,
    }
}

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    // An erased entry is told by its head alone, so that what was moved off a child is known
    // again when views are made anew.
    let told = TOLD.contains(&head.kind) && !is_on_a_page(placed.entry.payload.as_ref());
    let ends = head.replaces.is_some() && TOLD.iter().any(|kind| placed.ends(*kind));
    if !told && !ends {
        return Ok(());
    }
    let stood = match head.replaces {
        Some(_) => tx.all::<Stood>(STOOD, (head.root,))?,
        None => Vec::new(),
    };
    if !stood.is_empty() {
        tx.exec(DROP, (head.root,))?;
    }
    if told {
        tell(tx, placed)?;
    }
    let left = |line: &&Stood| !(told && head.about.contains(&line.child));
    for line in stood.iter().filter(left).filter(|line| told || line.kind == MOVED) {
        keep_moved(tx, line, placed)?;
    }
    Ok(())
}

/// Whether it is a drawing, photograph or sound on a page of a child's houses, which tells of it.
fn is_on_a_page(payload: Option<&Payload>) -> bool {
    matches!(payload, Some(Payload::Attachment(file)) if file.page.is_some())
}

fn tell(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let payload = placed.entry.payload.as_ref();
    let word = payload.map_or("", word);
    let short = payload.and_then(short);
    let key = payload.is_some_and(story::changes_the_picture);
    let planned = payload.is_some_and(story::lies_ahead);
    for child in &head.about {
        let f = Filed::of(head, *child);
        tx.exec(
            PUT,
            (
                *child,
                f.at,
                f.root,
                placed.seq,
                head.kind.as_str(),
                word,
                f.recorded_at,
                f.writer,
                f.sealed,
                f.readers,
                short.as_ref(),
                key,
                planned,
                f.said_by,
                f.how,
            ),
        )?;
    }
    Ok(())
}

/// The line a child keeps whom an entry was moved off: the first move stands.
fn keep_moved(tx: &mut Tx, line: &Stood, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let moved_before = line.kind == MOVED;
    let writer = Filed::of(head, line.child).writer;
    let (seq, recorded_at, writer) = if moved_before {
        (line.seq, line.recorded_at, line.writer)
    } else {
        (placed.seq, head.recorded_at, writer)
    };
    let (none, nobody): (Option<String>, Option<PersonId>) = (None, None);
    let line = (
        line.child,
        line.at,
        head.root,
        seq,
        MOVED,
        "",
        recorded_at,
        writer,
        false,
        none.clone(),
        none.clone(),
        false,
        false,
        nobody,
        none.clone(),
    );
    tx.exec(PUT, line)?;
    Ok(())
}

/// What kind of its kind: a referral among the steps, a visit among the notes.
fn word(payload: &Payload) -> &'static str {
    match payload {
        Payload::Step(step) => step.what.word(),
        Payload::Note(note) => note.kind.as_str(),
        Payload::LifeEvent(event) => event.kind.as_str(),
        Payload::MapItem(item) => item.kind.as_str(),
        Payload::HousesPage(page) => page.word(),
        _ => "",
    }
}

/// The words in which the front page tells of it lately: only words that people wrote, and only
/// of what happened, for statements and numbers stand on that page already.
fn short(payload: &Payload) -> Option<String> {
    let whole = |text: &str| Some(opening(text, OPENING).into_owned());
    let words = match payload {
        // A night book is read in the story; its pages would crowd out everything else here.
        Payload::Note(note) if note.kind == NoteKind::NightBook => note.short.clone(),
        Payload::Note(note) if !note.planned => in_short(note),
        Payload::LifeEvent(event) => event.short.clone().or_else(|| whole(&event.what)),
        Payload::Step(step) if !step.planned => {
            let words = step.words.as_ref()?;
            words.mark.clone().or_else(|| words.heading.clone())
        }
        Payload::PlanTrial(trial) => trial.short.clone().or_else(|| trial.title.clone()),
        Payload::Decision(said) if said.state != decision::State::Open => whole(&said.question),
        _ => None,
    };
    words.filter(|words| !words.trim().is_empty())
}

fn in_short(note: &Note) -> Option<String> {
    let written = note.short.clone().or_else(|| note.title.clone());
    written.or_else(|| Some(opening(&note.text, OPENING).into_owned()))
}

/// A page of a child's story that somebody asks for.
#[derive(Debug, Clone, Copy)]
pub struct StoryAsked<'a> {
    /// Whose.
    pub child: PersonId,
    /// Only these kinds; none is all of them.
    pub kinds: &'a [Kind],
    /// The last line of the page before; the newest page has none.
    pub before: Option<StoryKey>,
    /// How many lines.
    pub limit: usize,
}

/// Where a line stands in the story: when it happened, microseconds UTC, and its root.
pub type StoryKey = (i64, EntryId);

/// One line of the story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryLine {
    /// Where it stands.
    pub key: StoryKey,
    /// What kind of its kind: "referral", "visit"; blank where there is but one.
    pub word: String,
    /// What is told.
    pub told: Told,
}

/// What a line of the story tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// An entry, as it stands.
    Entry(Box<Entry>),
    /// Something was filed here by mistake and was moved.
    Moved {
        /// By whom.
        by: Recorder,
        /// When.
        recorded_at: Timestamp,
    },
}

row! {
    pub(crate) struct StoryRow {
        at: i64,
        root: EntryId,
        kind: String,
        word: String,
        writer: Option<AccountId>,
        readers: Option<String>,
        seq: i64,
        head: String,
        body: Option<String>,
    }
}

/// How many kinds one page may ask for: all that are told.
const KINDS: usize = TOLD.len();
// The statement below has a place for each, from ?6 on.
const _: () = assert!(KINDS == 22, "a kind that is told has its place in the statement");
const PAGE: &str = "select s.at, s.root, s.kind, s.word, s.writer, s.readers, s.seq, e.head, p.body
    from story s join entry e on e.seq = s.seq left join payload p on p.seq = s.seq
    where s.child = ?1 and (s.at, s.root) < (?2, ?3) and (?4 = 1 or s.kind in (?6, ?7, ?8, ?9, ?10,
      ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24,
      ?25, ?26, ?27))
    order by s.at desc, s.root desc limit ?5";
const COUNT: &str = "select count(*) from story where child = ?1";

impl Tx {
    /// A page of the story, newest first, of what this reader may read.
    pub fn list_story(
        &mut self,
        asked: StoryAsked<'_>,
        reading: Reading<'_>,
    ) -> Result<Vec<StoryLine>> {
        let open = (Part::Rest, reading.opens(asked.child, Part::Rest));
        let mut before = asked.before.unwrap_or((i64::MAX, EntryId::from_bytes([0xff; 16])));
        let mut lines = Vec::new();
        loop {
            let rows = self.story_rows(asked, before)?;
            let all = rows.len() < asked.limit;
            for row in rows {
                before = (row.at, row.root);
                if lines.len() < asked.limit
                    && reading.may_read(open, row.writer, row.readers.as_deref())?
                {
                    lines.push(row.open()?);
                }
            }
            if all || lines.len() >= asked.limit {
                return Ok(lines);
            }
        }
    }

    fn story_rows(&mut self, asked: StoryAsked<'_>, before: StoryKey) -> Result<Vec<StoryRow>> {
        let kinds: Vec<&Kind> = TOLD.iter().filter(|kind| asked.kinds.contains(kind)).collect();
        let limit = i64::try_from(asked.limit).unwrap_or(i64::MAX);
        let all = i64::from(asked.kinds.is_empty());
        let first = [
            asked.child.value(),
            Value::Int(before.0),
            before.1.value(),
            Value::Int(all),
            Value::Int(limit),
        ];
        let blanks = std::iter::repeat_n(Value::Null, KINDS - kinds.len());
        let words = kinds.iter().map(|kind| Value::Text(kind.as_str()));
        let values: Vec<_> = first.into_iter().chain(words).chain(blanks).collect();
        self.all(PAGE, values.as_slice())
    }

    /// How many lines a child's story has.
    pub fn count_story(&mut self, child: PersonId) -> Result<i64> {
        Ok(self.get::<(i64,)>(COUNT, (child,))?.0)
    }
}

impl StoryRow {
    /// As a line of the story.
    pub fn open(self) -> Result<StoryLine> {
        let key = (self.at, self.root);
        let moved = self.kind == MOVED;
        let body = self.body.filter(|_| !moved);
        let entry = EntryRow { seq: self.seq, head: self.head, body }.open()?;
        let Head { recorded_by: by, recorded_at, .. } = entry.head;
        let told =
            if moved { Told::Moved { by, recorded_at } } else { Told::Entry(Box::new(entry)) };
        Ok(StoryLine { key, word: self.word, told })
    }
}
