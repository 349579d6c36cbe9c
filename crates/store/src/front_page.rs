//! A front page in three queries, each of them ranges of keys:
//!
//! ```text
//! lines     cards of the page │ newest ratings │ newest sighting │ last twelve of the story
//! kin       members, ties, homes of the child's families              (kin.rs)
//! people    names of exactly those whom the first two name, the desk  (people.rs)
//! ```
//! What the page shows of them is `domain::front_page::compose`; nothing is decided here but who
//! may read what. Of many decisions only the pinned and the newest are opened. Where the newest
//! sighting or line is hidden from the reader (about a restricted brother too), a fourth query
//! looks further back.

use crate::card::CardRow;
use crate::error::Result;
use crate::people::Beside;
use crate::reading::Reading;
use crate::tx::Tx;
use domain::access::Part;
use domain::card::Card;
use domain::front_page::{
    Facts, FrontPage, People, READ_LATELY, Sighting, Told, compose, rung, to_be_named,
};
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::time::start_of;
use jiff::Timestamp;
use jiff::civil::Date;
use std::cmp::Reverse;

/// How far back is read where the newest are hidden.
const FAR: i64 = 60;
/// The words for a sighting and for a line of the story among the lines of a page.
const SEEN: &str = "seen";
const LATELY_TOLD: &str = "lately";
const LATELY_STEP: &str = "lately_step";

const LINES: &str = "select c.kind, c.root, c.id, c.at, c.recorded_at, c.writer,
      coalesce(c.said_by, (select s.person from signs_as s where s.account = c.writer)),
      c.how, c.readers, c.body from card c where c.child = ?1 and c.front = 1
    union all select 'rating', r.root, r.id, r.at, r.recorded_at, r.writer, r.said_by,
      r.how, r.readers, r.body from rating_front r where r.child = ?1
    union all select * from (select 'seen', n.root, n.id, n.at, n.recorded_at, n.writer,
      coalesce(n.said_by, (select s.person from signs_as s where s.account = n.writer)),
      n.how, n.readers, n.words from seen n
      where n.child = ?1 and n.at < ?2 and (n.sealed = 0 or n.writer = ?3 or ?4 = 1)
      order by n.at desc, n.root desc limit ?5) as sighted
    union all select * from (select
      case when t.kind = 'step' then 'lately_step' else 'lately' end,
      t.root, t.root, t.at, t.recorded_at, t.writer,
      nullif(t.child, t.child), null, t.readers, t.short from story t
      where t.child = ?1 and t.at < ?2 and t.short is not null
        and (t.sealed = 0 or t.writer = ?3 or ?4 = 1)
      order by t.at desc, t.root desc limit ?6) as told";

/// A front page that somebody asks for.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// Whose.
    pub child: PersonId,
    /// The day it speaks of.
    pub as_of: Date,
    /// The reader's last look before this visit.
    pub looked_at: Option<Timestamp>,
}

impl Tx {
    /// The front page of a child; none where there is no such child, or the reader may not open
    /// it.
    pub fn read_front_page(
        &mut self,
        asked: Asked,
        reading: Reading<'_>,
    ) -> Result<Option<FrontPage>> {
        let Asked { child, as_of, looked_at } = asked;
        if !reading.opens(child, Part::FrontPage) {
            return Ok(None);
        }
        let mut facts = Facts {
            child,
            as_of,
            looked_at,
            cards: Vec::new(),
            last_seen: None,
            lately: Vec::new(),
            kin: self.read_kin(child, as_of)?,
            people: People::default(),
        };
        self.read_lines(&mut facts, reading)?;
        let (desks_of, desk) = rung(&facts);
        let beside = Beside { desk, desks_of, number_of: Some(child) };
        facts.people = self.list_people(&to_be_named(&facts), beside)?;
        Ok(facts.people.find(child).is_some().then(|| compose(&facts)))
    }

    /// Fills in the cards, the newest sighting and what happened lately. Where something of the
    /// last days is hidden from the reader, it looks further back.
    fn read_lines(&mut self, facts: &mut Facts, reading: Reading<'_>) -> Result<()> {
        let lately = i64::try_from(READ_LATELY).unwrap_or(FAR);
        if self.read_back(facts, reading, (1, lately))? {
            self.read_back(facts, reading, (FAR, FAR))?;
        }
        Ok(())
    }

    /// Reads so many sightings and lines of the story; whether some of these are hidden.
    fn read_back(
        &mut self,
        facts: &mut Facts,
        reading: Reading<'_>,
        (seen, lately): (i64, i64),
    ) -> Result<bool> {
        let child = facts.child;
        let tomorrow = facts.as_of.tomorrow().map_or(i64::MAX, start_of);
        let under_seal = reading.reads_under_seal(child, Part::FrontPage);
        let asked = (child, tomorrow, reading.viewer.account, under_seal, seen, lately);
        let open = (Part::FrontPage, true);
        let (mut cards, mut sightings, mut told) = (Vec::new(), Vec::new(), Vec::new());
        let mut hidden = false;
        for row in self.all::<CardRow>(LINES, asked)? {
            let shown = reading.may_read(open, row.writer, row.readers.as_deref())?;
            match row.kind.as_str() {
                SEEN | LATELY_TOLD | LATELY_STEP if !shown => hidden = true,
                _ if !shown => {}
                SEEN => sightings.push(sighting(row)),
                LATELY_TOLD | LATELY_STEP => told.push((row.root, told_of(row))),
                _ => cards.push(row),
            }
        }
        told.sort_by_key(|(root, told)| Reverse((told.at, *root)));
        told.truncate(READ_LATELY);
        facts.lately = told.into_iter().map(|(_, told)| told).collect();
        facts.lately.sort_by_key(|told| Reverse((told.at, told.recorded_at)));
        facts.last_seen = sightings.into_iter().max_by_key(|seen| (seen.at, seen.note));
        facts.cards = open_cards(cards, child)?;
        Ok(hidden)
    }
}

fn sighting(row: CardRow) -> Sighting {
    Sighting {
        note: row.root,
        at: row.at,
        recorded_at: row.recorded_at,
        text: row.body,
        by: row.voice,
    }
}

fn told_of(row: CardRow) -> Told {
    let step = row.kind == LATELY_STEP;
    Told { at: row.at, recorded_at: row.recorded_at, text: row.body, step }
}

/// Opens the cards: of decisions, which are long and many, the pinned one and the newest.
fn open_cards(rows: Vec<CardRow>, child: PersonId) -> Result<Vec<Card>> {
    let is_decision = |row: &CardRow| row.kind == Kind::Decision.as_str();
    let (decisions, rows): (Vec<_>, Vec<_>) = rows.into_iter().partition(is_decision);
    let mut cards: Vec<Card> =
        rows.into_iter().map(|row| row.open(child)).collect::<Result<_>>()?;
    let pinned = pinned_decision(&cards);
    let newest = decisions.iter().max_by_key(|row| (row.at, row.recorded_at, row.id));
    let newest = newest.map(|row| row.root);
    for row in decisions {
        if pinned == Some(row.root) || newest == Some(row.root) {
            cards.push(row.open(child)?);
        }
    }
    Ok(cards)
}

fn pinned_decision(cards: &[Card]) -> Option<EntryId> {
    let pins = cards.iter().filter(|card| matches!(card.payload, Payload::Pins(_)));
    match &pins.max_by_key(|card| card.rank())?.payload {
        Payload::Pins(pins) => pins.decision,
        _ => None,
    }
}
