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

use crate::card::{CardRow, Line};
use crate::error::Result;
use crate::filed::Readers;
use crate::kin::kin_of;
use crate::people::{Beside, people_of};
use crate::reading::Reading;
use crate::row::FromRow as _;
use crate::tx::Tx;
use crate::verbatim::Verbatim;
use domain::access::Part;
use domain::card::Card;
use domain::front_page::{
    Facts, FrontPage, Kin, People, READ_LATELY, Sighting, Told, compose, rung, to_be_named,
};
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::time::{day_of, start_of};
use domain::visit::is_new;
use hashlink::LruCache;
use jiff::Timestamp;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many sightings and lines of the story are read.
#[derive(Clone, Copy)]
struct Back {
    seen: i64,
    lately: i64,
}

/// Where the newest are hidden.
const FAR: Back = Back { seen: 60, lately: 60 };

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
      order by t.at desc, t.root desc limit ?6) as told
    union all select * from (select 'important', t.root, t.root, t.at, t.recorded_at, t.writer,
      nullif(t.child, t.child), null, t.readers, '' from story t
      where t.child = ?1 and t.at < ?2 and t.at >= ?2 - 1296000000000 and t.kind = 'important_said'
        and (t.sealed = 0 or t.writer = ?3 or ?4 = 1)
      order by t.at desc, t.root desc limit 3) as important";

/// A front page that somebody asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Whose.
    pub child: PersonId,
    /// The day it speaks of.
    pub as_of: Date,
    /// The reader's last look before this visit.
    pub looked_at: Option<Timestamp>,
}

impl Asked {
    /// What the page itself says of its reader: the day of the last look.
    fn whose(self) -> Whose {
        (self.child, self.looked_at.map(day_of))
    }
}

/// A child, and when those who share this page of theirs last looked: each of them on that day, or
/// never before.
type Whose = (PersonId, Option<Date>);

/// Pages that were made lately, for all connections that read.
#[derive(Clone)]
pub(crate) struct FrontPages(Arc<Mutex<LruCache<Whose, Arc<Kept>>>>);

/// How many are kept, the last read of them: about 50 KB each.
const ROOM: usize = 300;

impl Default for FrontPages {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(LruCache::new(ROOM))))
    }
}

impl FrontPages {
    fn find(&self, whose: Whose) -> Option<Arc<Kept>> {
        self.lock().get(&whose).cloned()
    }

    fn keep(&self, whose: Whose, kept: Kept) {
        let before = self.lock().insert(whose, Arc::new(kept));
        // Nobody waits for the lock while a page is given back.
        drop(before);
    }

    fn lock(&self) -> MutexGuard<'_, LruCache<Whose, Arc<Kept>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A page, with every byte it was made from and whom it names.
pub(crate) struct Kept {
    as_of: Date,
    kin: Verbatim,
    lines: Lines,
    named: Vec<PersonId>,
    beside: Beside,
    people: Verbatim,
    page: Option<Arc<FrontPage>>,
}

/// The lines of a page, and what of each of them is the reader's own: whether it may be read, and
/// whether it was recorded since the last look.
#[derive(PartialEq, Eq)]
struct Lines {
    rows: Verbatim,
    shown: Vec<bool>,
    new: Vec<bool>,
}

impl Kept {
    /// Whether it was made of these.
    fn is_of(&self, as_of: Date, kin: &Verbatim, lines: &Lines) -> bool {
        self.as_of == as_of && self.kin == *kin && self.lines == *lines
    }
}

impl Tx {
    /// The front page of a child; none where there is no such child, or the reader may not open
    /// it.
    ///
    /// All of it is read each time, and each line's readers are asked for. Where this and what the
    /// rule says are to the byte what they were, the page is the one that was made of them.
    pub fn read_front_page(
        &mut self,
        asked: Asked,
        reading: Reading<'_>,
    ) -> Result<Option<Arc<FrontPage>>> {
        let Asked { child, as_of, .. } = asked;
        if !reading.opens(child, Part::FrontPage) {
            return Ok(None);
        }
        let kin = self.verbatim_kin(child, as_of)?;
        let lines = self.read_lines(asked, reading)?;
        let mut people = None;
        if let Some(kept) = self.front_pages.find(asked.whose())
            && kept.is_of(as_of, &kin, &lines)
        {
            let rows = self.verbatim_people(&kept.named, kept.beside)?;
            if rows == kept.people {
                return Ok(kept.page.clone());
            }
            // The same lines name the same people.
            people = Some(rows);
        }
        let made = self.make(asked, kin, lines, people)?;
        let page = made.page.clone();
        self.front_pages.keep(asked.whose(), made);
        Ok(page)
    }

    fn make(
        &mut self,
        asked: Asked,
        kin: Verbatim,
        lines: Lines,
        people: Option<Verbatim>,
    ) -> Result<Kept> {
        let mut facts = lines.facts(asked, kin_of(&kin, asked.as_of)?)?;
        let (desks_of, desk) = rung(&facts);
        let beside = Beside { desk, desks_of, number_of: Some(asked.child) };
        let named = to_be_named(&facts);
        let people = match people {
            Some(rows) => rows,
            None => self.verbatim_people(&named, beside)?,
        };
        facts.people = people_of(&people)?;
        let page = facts.people.find(asked.child).map(|_| Arc::new(compose(&facts)));
        let lines = Lines { rows: lines.rows.shrunk(), ..lines };
        let (kin, people) = (kin.shrunk(), people.shrunk());
        Ok(Kept { as_of: asked.as_of, kin, lines, named, beside, people, page })
    }

    /// Reads the lines of a page. Where something of the last days is hidden from the reader, it
    /// looks further back.
    fn read_lines(&mut self, asked: Asked, reading: Reading<'_>) -> Result<Lines> {
        let lately = i64::try_from(READ_LATELY).unwrap_or(FAR.lately);
        let (lines, hidden) = self.read_back(asked, reading, Back { seen: 1, lately })?;
        if hidden {
            return Ok(self.read_back(asked, reading, FAR)?.0);
        }
        Ok(lines)
    }

    /// Reads so many sightings and lines of the story; whether some of these are hidden.
    fn read_back(
        &mut self,
        Asked { child, as_of, looked_at }: Asked,
        reading: Reading<'_>,
        Back { seen, lately }: Back,
    ) -> Result<(Lines, bool)> {
        let tomorrow = as_of.tomorrow().map_or(i64::MAX, start_of);
        let under_seal = reading.reads_under_seal(child, Part::FrontPage);
        let asked = (child, tomorrow, reading.viewer.account, under_seal, seen, lately);
        let rows = self.verbatim(LINES, asked)?;
        let whole = reading.opens(child, Part::Rest);
        let (mut shown, mut new, mut hidden) = (Vec::new(), Vec::new(), false);
        rows.each(|row| {
            let may_read = match row.get::<Option<Readers>>(READERS)? {
                None => true,
                Some(readers) => {
                    let open = (Part::FrontPage, true);
                    reading.may_read_as(open, row.get(WRITER)?, Some(&readers))
                }
            };
            let line = row.get(LINE)?;
            // Who reads the front page alone cannot read what was said.
            let may_read = may_read && (whole || line != Line::Important);
            shown.push(may_read);
            new.push(is_new(looked_at, row.get(RECORDED_AT)?));
            hidden |= !may_read && !matches!(line, Line::Card(_) | Line::Important);
            Ok(())
        })?;
        Ok((Lines { rows, shown, new }, hidden))
    }
}

/// Columns of a line that say who may read it, and whether it is new to them.
const LINE: usize = 0;
const RECORDED_AT: usize = 4;
const WRITER: usize = 5;
const READERS: usize = 8;

impl Lines {
    /// The facts of these lines that are shown, with nobody's name yet.
    fn facts(&self, asked: Asked, kin: Kin) -> Result<Facts> {
        let Asked { child, as_of, looked_at } = asked;
        let (mut cards, mut sightings, mut told) = (Vec::new(), Vec::new(), Vec::new());
        let mut important = Vec::new();
        let mut shown = self.shown.iter();
        self.rows.each(|row| {
            if shown.next() != Some(&true) {
                return Ok(());
            }
            let row = CardRow::from_row(row)?;
            match row.line {
                Line::Card(_) => cards.push(row),
                Line::Seen => sightings.push(sighting(row)),
                Line::Important => important.push((row.root, row.at)),
                Line::Told | Line::Step => told.push((row.root, told_of(row))),
            }
            Ok(())
        })?;
        told.sort_by_key(|(root, told)| Reverse((told.at, *root)));
        told.truncate(READ_LATELY);
        let mut lately: Vec<Told> = told.into_iter().map(|(_, told)| told).collect();
        lately.sort_by_key(|told| Reverse((told.at, told.recorded_at)));
        let last_seen = sightings.into_iter().max_by_key(|seen| (seen.at, seen.note));
        let cards = open_cards(cards, child)?;
        let people = People::default();
        Ok(Facts { child, as_of, looked_at, cards, last_seen, lately, important, kin, people })
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
    let step = row.line == Line::Step;
    Told { at: row.at, recorded_at: row.recorded_at, text: row.body, step }
}

/// Opens the cards: of decisions, which are long and many, the pinned one and the newest.
fn open_cards(rows: Vec<CardRow>, child: PersonId) -> Result<Vec<Card>> {
    let is_decision = |row: &CardRow| row.line == Line::Card(Kind::Decision);
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
