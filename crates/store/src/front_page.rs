//! A front page in three queries, each of them ranges of keys:
//!
//! ```text
//! lines     cards of the page │ newest ratings │ newest sighting │ last three of the story
//! kin       members, ties, homes of the child's families              (kin.rs)
//! people    names of exactly those whom the first two name, the desk  (people.rs)
//! ```
//! What the page shows of them is `domain::front_page::compose`; nothing is decided here but who may read
//! what. Of many decisions only the pinned and the newest are opened. Where a child's file meets a
//! restricted one, a longer stretch of story and sightings is read, for some of it may be hidden.

use crate::card::CardRow;
use crate::error::Result;
use crate::people::Beside;
use crate::reading::Reading;
use crate::tx::Tx;
use domain::access::Part;
use domain::card::Card;
use domain::front_page::{Facts, FrontPage, People, Sighting, Told, compose, rung, to_be_named};
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::time::start_of;
use jiff::Timestamp;
use jiff::civil::Date;
use std::cmp::Reverse;

/// Lines of the story that are drawn.
const LATELY: i64 = 3;
/// How far back is read where some lines may be hidden.
const FAR: i64 = 40;

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
    union all select * from (select 'lately', t.root, t.root, t.at, t.recorded_at, t.writer,
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
    /// The front page of a child; none where there is no such child, or the reader may not open it.
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

    /// Fills in the cards, the newest sighting and what happened lately.
    fn read_lines(&mut self, facts: &mut Facts, reading: Reading<'_>) -> Result<()> {
        let child = facts.child;
        let (seen, lately) = if reading.meets_a_restriction() { (FAR, FAR) } else { (1, LATELY) };
        let tomorrow = facts.as_of.tomorrow().map_or(i64::MAX, start_of);
        let under_seal = reading.reads_under_seal(child, Part::FrontPage);
        let asked = (child, tomorrow, reading.viewer.account, under_seal, seen, lately);
        let open = (Part::FrontPage, true);
        let (mut cards, mut sightings) = (Vec::new(), Vec::new());
        for row in self.all::<CardRow>(LINES, asked)? {
            if !reading.may_read(open, row.writer, row.readers.as_deref())? {
                continue;
            }
            match row.kind.as_str() {
                "seen" => sightings.push(sighting(row)),
                "lately" => facts.lately.push(told(row)),
                _ => cards.push(row),
            }
        }
        facts.last_seen = sightings.into_iter().max_by_key(|seen| (seen.at, seen.note));
        facts.lately.sort_by_key(|told| Reverse((told.at, told.recorded_at)));
        facts.lately.truncate(usize::try_from(LATELY).unwrap_or_default());
        facts.cards = open_cards(cards, child)?;
        Ok(())
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

fn told(row: CardRow) -> Told {
    Told { at: row.at, recorded_at: row.recorded_at, text: row.body }
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
