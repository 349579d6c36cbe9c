//! My work: the children somebody works with, what stands today, what waits, which days lie
//! ahead.
//!
//! The one place that finds what stands on the page: a handful of queries for a whole caseload.

use crate::cx::Read;
use crate::error::Result;
use crate::reader::{Reader, reader};
use crate::session::Shown;
use crate::whose::list_waiting;
use domain::access::{Part, Task, may};
use domain::card::Card;
use domain::front_page::{Around, Facts, Kin, People};
use domain::id::PersonId;
use domain::kind::Payload;
use domain::look::AtWhat;
use domain::my_work::{ChildRow, MyWork, Next, Waiting};
use domain::note::Note;
use jiff::civil::{Date, Time};
use store::draft::DraftRow;
use store::important::SaidLately;
use store::my_work::{Caseload, Opening};
use store::people::Beside;
use store::reading::Reading;

mod ahead;
mod important;
mod row;
mod today;
mod waiting;

/// The page, and who reads it.
#[derive(Debug, Clone)]
pub struct Page {
    /// Who reads.
    pub reader: Reader,
    /// The page.
    pub work: MyWork,
}

/// The page, and the look that it is: a list, and no look at a child.
pub fn show(cx: &mut Read<'_>) -> Result<Shown<Page>> {
    let reader = reader(cx)?;
    let work = find(cx, &reader)?;
    let shown = work.families.iter().flatten().map(|row| row.id).collect();
    let look = AtWhat::List { words: None, shown };
    Ok(Shown { page: Page { reader, work }, look: Some(look) })
}

/// What stands on the page of this reader.
pub fn find(cx: &mut Read<'_>, reader: &Reader) -> Result<MyWork> {
    let viewer = &reader.viewer;
    let own = cx.tx.list_own(viewer)?;
    let files = cx.tx.gather_files(viewer, &own.asked)?;
    let caseload = cx.tx.read_caseload(&own, Reading { viewer, files: &files })?;
    let drafts = cx.tx.list_drafts(viewer.account)?;
    let answered_for = answered_for(cx, reader)?;
    let important = important::find(cx, &caseload.children, Reading { viewer, files: &files })?;
    let may_say = may(viewer, Task::BeginFile);
    let handed_in = if may_say { list_waiting(cx.tx, viewer)? } else { vec![] };
    let important_handed_in = important::handed_in(cx, viewer, &handed_in)?;
    let mut named = named(&caseload);
    named.extend(important.iter().map(|said| said.child));
    named.extend(
        answered_for.iter().flat_map(|(opening, _)| opening.by.into_iter().chain([opening.child])),
    );
    named.sort_unstable();
    named.dedup();
    let people = cx.tx.list_people(&named, Beside::default())?;
    let today = reader.today();
    let facts = caseload.children.iter().map(|child| facts(*child, &caseload, &people, today));
    let facts: Vec<Facts> = facts.collect();
    let work = Work {
        reader,
        today,
        caseload: &caseload,
        drafts: &drafts,
        facts: &facts,
        answered_for: &answered_for,
        important: &important,
        important_handed_in,
        handed_in: handed_in.len(),
    };
    Ok(work.page(&people))
}

/// What others opened of the files the reader answers for, and whether the reader may open the
/// file themselves; what they lead stands among their own.
fn answered_for(cx: &mut Read<'_>, reader: &Reader) -> Result<Vec<(Opening, bool)>> {
    let viewer = &reader.viewer;
    let openings = cx.tx.list_openings_answered_for(viewer)?;
    let children: Vec<PersonId> = openings.iter().map(|opening| opening.child).collect();
    let files = cx.tx.gather_files(viewer, &children)?;
    let reading = Reading { viewer, files: &files };
    let told = |one: Opening| {
        let file = files.iter().find(|file| file.child == one.child)?;
        let opens = reading.opens(one.child, Part::FrontPage);
        // Whoever is shut out of a file is told nothing of it.
        let silent = file.withdrawn || file.shuts_out(viewer) || !(opens || file.restricted);
        (!silent).then_some((one, opens))
    };
    Ok(openings.into_iter().filter_map(told).collect())
}

/// Exactly those whom the page names.
fn named(caseload: &Caseload) -> Vec<PersonId> {
    let raters = caseload.cards.iter().filter_map(|(_, card)| match &card.payload {
        Payload::Rating(rating) => Some(rating.rater),
        _ => None,
    });
    let voices = caseload.newest.values().filter_map(|card| card.voice);
    let openers = caseload.opened.iter().filter_map(|opening| opening.by);
    let owed = caseload.owed.iter().map(|(child, _)| *child);
    let children = caseload.children.iter().copied();
    let mut all: Vec<_> = children.chain(raters).chain(voices).chain(openers).chain(owed).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What is known of one child of the caseload.
fn facts(child: PersonId, caseload: &Caseload, people: &People, today: Date) -> Facts {
    let own = caseload.cards.iter().filter(|(whose, _)| *whose == child);
    let cards: Vec<Card> = own.map(|(_, card)| card.clone()).collect();
    let raters = cards.iter().filter_map(|card| match &card.payload {
        Payload::Rating(rating) => Some(rating.rater),
        _ => None,
    });
    let voice = caseload.newest.get(&child).and_then(|card| card.voice);
    let named = raters.chain(voice).chain([child]);
    let known = named.filter_map(|who| Some((who, people.find(who)?.clone()))).collect();
    let number = caseload.numbers.get(&child).cloned();
    Facts {
        important: Vec::new(),
        child,
        as_of: today,
        looked_at: caseload.looked_at.get(&child).copied(),
        last_seen: None,
        lately: Vec::new(),
        kin: caseload.kin.get(&child).cloned().unwrap_or_default(),
        people: People { known, desks: Vec::new(), number },
        cards,
    }
}

/// What the page is put together from.
struct Work<'a> {
    reader: &'a Reader,
    today: Date,
    caseload: &'a Caseload,
    drafts: &'a [DraftRow],
    facts: &'a [Facts],
    answered_for: &'a [(Opening, bool)],
    important: &'a [SaidLately],
    important_handed_in: Vec<Waiting>,
    handed_in: usize,
}

impl Work<'_> {
    fn page(&self, people: &People) -> MyWork {
        MyWork {
            as_of: self.today,
            families: self.families(),
            today: self.appointments(),
            handed_in: self.handed_in,
            waiting: self.waiting(people),
            dates: self.dates(),
        }
    }

    /// Families in the order of what comes next; brothers and sisters by age.
    fn families(&self) -> Vec<Vec<ChildRow>> {
        let mut families: Vec<Together<'_>> = Vec::new();
        for facts in self.facts {
            let next = self.next(facts);
            let soonest = next.as_ref().map_or((Date::MAX, Time::MAX), Soon::rank);
            let row = self.row(facts, next.map(|soon| soon.next));
            let kin = &facts.kin;
            match families.iter_mut().find(|family| family.kin.iter().any(|o| are_kin(o, kin))) {
                Some(family) => {
                    family.kin.push(kin);
                    family.soonest = family.soonest.min(soonest);
                    family.rows.push(row);
                }
                None => families.push(Together { kin: vec![kin], soonest, rows: vec![row] }),
            }
        }
        for family in &mut families {
            let born = |row: &ChildRow| row.born.map(domain::person::Born::day);
            family.rows.sort_by_key(|row| (born(row).is_none(), born(row), row.called.clone()));
        }
        families.sort_by_cached_key(|family| {
            let first = family.rows.first();
            (family.soonest, first.map(|row| (row.family_name.clone(), row.called.clone())))
        });
        families.into_iter().map(|family| family.rows).collect()
    }

    /// Short name of a child of the caseload.
    fn called(&self, child: PersonId) -> String {
        let facts = self.facts.iter().find(|facts| facts.child == child);
        facts.map(|facts| Around::of(facts).child().called).unwrap_or_default()
    }
}

/// Brothers and sisters of a caseload, and when the first thing of theirs is.
struct Together<'a> {
    kin: Vec<&'a Kin>,
    soonest: (Date, Time),
    rows: Vec<ChildRow>,
}

/// What comes next for a child, with its hour.
struct Soon {
    next: Next,
    at: Option<Time>,
}

impl Soon {
    /// The day and the hour; what has no hour stands last of its day.
    fn rank(&self) -> (Date, Time) {
        (self.next.on, self.at.unwrap_or(Time::MAX))
    }
}

/// Whether two children stand together: of one family, as practice works with it.
fn are_kin(one: &Kin, other: &Kin) -> bool {
    one.members.iter().any(|member| other.members.iter().any(|o| o.family == member.family))
}

/// What a note is called, in the words people gave it.
fn title_of(note: &Note) -> String {
    note.title.clone().unwrap_or_else(|| domain::text::opening(&note.text, 60).into_owned())
}
