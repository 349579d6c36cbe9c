//! Cards: every standing entry of front page, map, plan and decisions, filed under each child it
//! is about.
//!
//! ```text
//! card    child front kind root │ id at recorded … body      one range of the key is one page
//! ```
//! `front` is 1 for what a front page may draw: a done step, an answered question, a worry on the
//! map is 0 and costs the front page nothing. A new version takes the place of the one before and
//! may leave a child it was moved off; a withdrawal leaves nothing. Deliberately no cards: what
//! grows with the years and is read by pages (notes, steps, ratings), and facts about people,
//! which are read through the family and not through one child.

use crate::error::{Error, Result};
use crate::filed::{Filed, Readers};
use crate::reading::Reading;
use crate::row;
use crate::tx::Tx;
use crate::value::{FromValue, IntoValue as _, Value};
use crate::view::{Placed, View};
use domain::access::Part;
use domain::card::Card;
use domain::decision;
use domain::decision_view::Adds;
use domain::entry::Head;
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::map_item::{Column, MapItem};
use domain::plan;
use domain::scale::ScaleKind;
use domain::timeline_step;
use domain::voice::Mode;
use jiff::Timestamp;
use std::slice;

/// The view.
pub const VIEW: View = View {
    name: "card",
    version: 2,
    tables: &["card"],
    definition: "
        create table card(
          child {id} not null,
          front {flag} not null,
          kind text not null,
          root {id} not null,
          id {id} not null,
          at {big} not null,
          recorded_at {big} not null,
          writer {id},
          said_by {id},
          how text,
          sealed {flag} not null,
          readers text,
          body text not null,
          primary key(child, front, kind, root)
        ) {keyed};
        create index card_root on card(root);",
    apply,
};

const PUT: &str = "insert into card(child, front, kind, root, id, at, recorded_at, writer, said_by,
    how, sealed, readers, body) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
    on conflict(child, front, kind, root) do nothing";
const DROP: &str = "delete from card where root = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if head.replaces.is_some() {
        tx.exec(DROP, (head.root,))?;
    }
    let Some(payload) = &placed.entry.payload else { return Ok(()) };
    let Some(front) = front(payload) else { return Ok(()) };
    let body = payload.to_json();
    for child in filed_under(head, payload) {
        let f = Filed::of(head, *child);
        tx.exec(
            PUT,
            (
                *child,
                front,
                head.kind.as_str(),
                f.root,
                f.id,
                f.at,
                f.recorded_at,
                f.writer,
                f.said_by,
                f.how,
                f.sealed,
                f.readers,
                &body,
            ),
        )?;
    }
    Ok(())
}

/// Whether an entry is a card, and whether the front page may draw it.
fn front(payload: &Payload) -> Option<bool> {
    Some(match payload {
        Payload::Tonight(_)
        | Payload::ChildMessage(_)
        | Payload::Emblem(_)
        | Payload::Pins(_)
        | Payload::Involvement(_)
        | Payload::DangerStatement(_)
        | Payload::PlanRule(_)
        | Payload::NetworkMember(_) => true,
        Payload::HousesPage(page) => return page.for_the_front_page().map(|_| true),
        Payload::MapItem(item) => draws_well(item),
        Payload::SafetyGoal(goal) => goal.seen_on.is_none(),
        Payload::Scale(scale) => scale.kind != ScaleKind::PlanConfidence,
        Payload::Plan(plan) => plan.state != plan::State::Closed,
        Payload::TimelineStep(step) => step.state == timeline_step::State::Planned,
        Payload::Unknown(asked) => asked.found.is_none(),
        Payload::Decision(decision) => decision.state != decision::State::Open,
        Payload::DecisionView(view) => matches!(view.adds, Adds::Dissent { .. }),
        Payload::Mapping(_)
        | Payload::BottomLine(_)
        | Payload::RedFlag(_)
        | Payload::PlanTrial(_)
        | Payload::PlanReview(_)
        | Payload::PlanReviewView(_)
        | Payload::HousesSession(_)
        | Payload::ChildAnswer(_)
        | Payload::SharedBack(_) => false,
        Payload::Person(_)
        | Payload::Name(_)
        | Payload::Identifier(_)
        | Payload::Address(_)
        | Payload::Tie(_)
        | Payload::Household(_)
        | Payload::HouseholdMember(_)
        | Payload::Family(_)
        | Payload::FamilyMember(_)
        | Payload::Rating(_)
        | Payload::NextStep(_)
        | Payload::Note(_)
        | Payload::LifeEvent(_)
        | Payload::Assessment(_)
        | Payload::WordsAndPictures(_)
        | Payload::ImportantSaid(_)
        | Payload::Attachment(_)
        | Payload::Sharing(_)
        | Payload::Restriction(_)
        | Payload::AccessGrant(_)
        | Payload::Account(_)
        | Payload::Team(_)
        | Payload::Instrument(_)
        | Payload::Step(_)
        | Payload::ImportBatch(_)
        | Payload::Withdrawal(_)
        | Payload::Erasure(_) => return None,
    })
}

fn draws_well(item: &MapItem) -> bool {
    item.kind.column() == Column::Well && !item.off_the_map
}

/// The child that the payload itself names, else every child the entry is about.
fn filed_under<'a>(head: &'a Head, payload: &'a Payload) -> &'a [PersonId] {
    match payload {
        Payload::Tonight(tonight) => slice::from_ref(&tonight.child),
        Payload::ChildMessage(message) => slice::from_ref(&message.child),
        Payload::Emblem(emblem) => slice::from_ref(&emblem.child),
        Payload::Pins(pins) => slice::from_ref(&pins.child),
        Payload::Involvement(part) => slice::from_ref(&part.child),
        _ => &head.about,
    }
}

/// What a line of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Line {
    /// A card of this kind, or a rating.
    Card(Kind),
    /// Something important that the child said; of this nothing but when.
    Important,
    /// How the child was when last seen.
    Seen,
    /// Something of the story.
    Told,
    /// A step, as the story tells it.
    Step,
}

impl FromValue for Line {
    const NAME: &'static str = "line of a page";
    fn from_value(value: Value<'_>) -> Option<Self> {
        match value {
            Value::Text("important") => Some(Self::Important),
            Value::Text("seen") => Some(Self::Seen),
            Value::Text("lately") => Some(Self::Told),
            Value::Text("lately_step") => Some(Self::Step),
            Value::Text(word) => Kind::parse(word).map(Self::Card),
            _ => None,
        }
    }
}

row! {
    /// A card, or anything else that is drawn like one.
    pub(crate) struct CardRow {
        /// What it is.
        line: Line,
        /// What links name.
        root: EntryId,
        /// This version.
        id: EntryId,
        /// When it happened.
        at: Timestamp,
        /// When it was written down.
        recorded_at: Timestamp,
        /// The account that wrote it.
        writer: Option<AccountId>,
        /// Whose words.
        voice: Option<PersonId>,
        /// How near they are.
        how: Option<Mode>,
        /// Who else may read it, and which children it is about.
        readers: Option<Readers>,
        /// What it says.
        body: String,
    }
}

impl CardRow {
    /// As a card of this child.
    pub fn open(self, child: PersonId) -> Result<Card> {
        let broken = |what: &dyn std::fmt::Display| Error::Broken(format!("{}: {what}", self.id));
        let Line::Card(kind) = self.line else { return Err(broken(&"no card")) };
        let payload =
            Payload::parse(kind, kind.version(), &self.body).map_err(|why| broken(&why))?;
        let mut beside = self.readers.map(|readers| readers.about).unwrap_or_default();
        beside.retain(|about| *about != child);
        Ok(Card {
            root: self.root,
            id: self.id,
            at: self.at,
            recorded_at: self.recorded_at,
            voice: self.voice,
            how: self.how,
            beside,
            payload,
        })
    }
}

/// How many kinds one list may ask for.
const KINDS: usize = 12;
const OF_KINDS: &str = "select c.kind, c.root, c.id, c.at, c.recorded_at, c.writer,
    coalesce(c.said_by, (select s.person from signs_as s where s.account = c.writer)),
    c.how, c.readers, c.body from card c
    where c.child = ?1 and c.kind in (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
    order by c.kind, c.root";

impl Tx {
    /// The cards of these kinds that stand about a child and that this reader may read in this
    /// part of the file, by kind and oldest first. Ratings are no cards: see `list_ratings`.
    pub fn list_cards(
        &mut self,
        child: PersonId,
        kinds: &[Kind],
        part: Part,
        reading: Reading<'_>,
    ) -> Result<Vec<Card>> {
        let asked = (part, reading.opens(child, part));
        let mut cards = Vec::new();
        for some in kinds.chunks(KINDS) {
            let words = some.iter().map(|kind| Value::Text(kind.as_str()));
            let blanks = std::iter::repeat_n(Value::Null, KINDS - some.len());
            let values: Vec<_> = [child.value()].into_iter().chain(words).chain(blanks).collect();
            for row in self.all::<CardRow>(OF_KINDS, values.as_slice())? {
                if reading.may_read_as(asked, row.writer, row.readers.as_ref()) {
                    cards.push(row.open(child)?);
                }
            }
        }
        Ok(cards)
    }
}
