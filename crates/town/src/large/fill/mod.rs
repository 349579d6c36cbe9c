//! Writes a large record into a store: a council's ten years, as they would have been written.
//!
//! ```text
//! staff      teams of eight, an account each, two partners a team
//! share      which families the workers have now, and how often each family was written about
//! came       who they are and where they live        ┐
//! page       what a whole front page is read from    ├ day after day, oldest first, several
//! numbers    what each person says, five times over  │ hundred lines a commit
//! notes      the rest                                ┘
//! ```
//! A child's lines so lie scattered through the journal, as in life: written family by family they
//! would be quicker to read than any council's are. Every line goes through [`app`], what a
//! worker writes as that worker. Deliberately absent: demo accounts, restricted files, harm.

mod book;
mod came;
mod form;
mod numbers;
mod page;
mod plan;
mod share;
mod staff;
mod words;

#[cfg(test)]
mod tests;

use app::error::Result;
use app::kith::Kith;
use domain::id::{EntryId, PersonId};
use domain::note::{Note, NoteKind, Seen};
use domain::time::Happened;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::{InventedFamily, Kin, Large};
use book::{Book, Page};
use share::Share;
use staff::Staff;

/// What every worker signs in with.
pub const PASSWORD: &str = "seven green umbrellas";

/// A record to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    /// The families and notes there are.
    pub large: Large,
    /// Lines of the journal, all told.
    pub entries: u64,
}

/// What was written, for whoever signs in and reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Filled {
    /// Lines of the journal.
    pub entries: u64,
    /// People, workers and partners among them.
    pub persons: u64,
    /// What every worker signs in with.
    pub password: &'static str,
    /// The workers, each with the children they lead the work with.
    pub accounts: Vec<FilledAccount>,
    /// Words for new notes, about 120 each.
    pub notes: Vec<String>,
}

/// A worker who can sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FilledAccount {
    /// What they sign in with.
    pub email: String,
    /// Twenty children.
    pub children: Vec<FilledChild>,
}

/// A child whose front page is whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FilledChild {
    /// Who.
    pub id: PersonId,
    /// As the front page says it.
    pub name: String,
    /// A brother or sister with the same worker.
    pub sibling: Option<PersonId>,
}

/// How many people a worker stands for.
const PERSONS_A_WORKER: u64 = 500;

/// Writes it all. The store is empty, and its clock stands at `fill.large.today`.
pub fn fill(kith: &Kith, fill: Fill) -> Result<Filled> {
    let large = fill.large;
    let families: Vec<InventedFamily> = large.families().collect();
    let workers = u32::try_from(large.persons / PERSONS_A_WORKER).unwrap_or(u32::MAX).max(1);
    let first_day = large.today.saturating_sub(share::LONGEST.days());
    let mut book = Book::open(kith, large.seed, first_day);
    let staff = Staff::hire(&mut book, workers)?;
    let mut shares = share::shares(large, &families, workers);
    let written = book.written() + lines_before_notes(&families, &shares, &staff);
    share::deal_notes(large, &mut shares, fill.entries.saturating_sub(written));

    let mut writer = Writer { large, staff: &staff, families: &families, shares: &shares };
    let homes = writer.write(&mut book)?;
    let entries = book.close(large.today, &staff)?;
    let people: usize = families.iter().map(|family| family.people.len()).sum();
    Ok(Filled {
        entries,
        persons: u64::try_from(people).unwrap_or(u64::MAX) + staff.people(),
        password: PASSWORD,
        accounts: accounts(&families, &shares, &homes, &staff),
        notes: (0..100).map(|n| large.note(&large.family(n), n_max(), 1).text).collect(),
    })
}

/// The number of a note that no family's record has.
const fn n_max() -> u32 {
    (1 << 20) - 1
}

/// How many lines the families take without their notes: they are made once to be counted.
fn lines_before_notes(families: &[InventedFamily], shares: &[Share], staff: &Staff) -> u64 {
    let mut page = Page::to_be_counted();
    for (family, share) in families.iter().zip(shares) {
        let mut home = came::came(&mut page, family, share, staff);
        if share.open {
            page::page(&mut page, family, share, &mut home, staff);
            for round in 0..numbers::ROUNDS {
                numbers::numbers(&mut page, share, &home, round);
            }
        }
    }
    page.lines()
}

/// What is known of a family once it has been written down.
#[derive(Debug, Clone, Default)]
pub(super) struct Home {
    /// Its people, as they stand in the invented family.
    people: Vec<PersonId>,
    /// How many of them, from the first, are children.
    children: usize,
    /// Each child's scales: of the danger, of everyday care.
    scales: Vec<[EntryId; 2]>,
    /// Whose numbers are asked.
    raters: Vec<PersonId>,
}

impl Home {
    fn children(&self) -> &[PersonId] {
        self.people.get(..self.children).unwrap_or_default()
    }
}

/// One thing written about a family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Writes {
    Came,
    Page,
    Numbers(u8),
    Note(u32),
}

struct Writer<'w> {
    large: Large,
    staff: &'w Staff,
    families: &'w [InventedFamily],
    shares: &'w [Share],
}

impl Writer<'_> {
    /// Everything that is written, oldest first.
    fn days(&self) -> Vec<(Date, Writes, usize)> {
        let mut days = Vec::new();
        for (place, share) in self.shares.iter().enumerate() {
            days.push((share.came_on, Writes::Came, place));
            if share.open {
                days.push((share.page_on(), Writes::Page, place));
                let rounds = 0..numbers::ROUNDS;
                days.extend(rounds.map(|n| (numbers::on(share, n), Writes::Numbers(n), place)));
            }
            let notes = (0..share.notes).map(|n| (share.note_on(self.large, n), n));
            days.extend(notes.map(|(day, n)| (day, Writes::Note(n), place)));
        }
        days.sort_unstable();
        days
    }

    fn write(&mut self, book: &mut Book<'_>) -> Result<Vec<Home>> {
        let mut homes = vec![Home::default(); self.families.len()];
        for (day, what, place) in self.days() {
            let page = book.page_of(day, self.staff)?;
            let (family, share) = (self.families.get(place), self.shares.get(place));
            let (Some(family), Some(share), Some(home)) = (family, share, homes.get_mut(place))
            else {
                continue;
            };
            match what {
                Writes::Came => *home = came::came(page, family, share, self.staff),
                Writes::Page => page::page(page, family, share, home, self.staff),
                Writes::Numbers(round) => numbers::numbers(page, share, home, round),
                Writes::Note(n) => self.note(page, (family, share, home), (n, day)),
            }
        }
        Ok(homes)
    }

    fn note(
        &self,
        page: &mut Page,
        (family, share, home): (&InventedFamily, &Share, &Home),
        (n, day): (u32, Date),
    ) {
        let told = self.large.note(family, n, 1);
        let child = |place: &usize| home.people.get(*place).copied();
        let about: Vec<PersonId> = told.about.iter().filter_map(child).collect();
        let seen = told.seen.iter().filter_map(child);
        let note = Note {
            kind: kind(told.kind),
            seen: seen.map(|child| Seen { child, alone: Some(told.alone), how: None }).collect(),
            text: told.text,
            ..form::note()
        };
        page.by(share.worker).write(&about, Happened::on(day), note);
    }
}

fn kind(kind: crate::family::NoteKind) -> NoteKind {
    use crate::family::NoteKind as Told;
    match kind {
        Told::Visit => NoteKind::Visit,
        Told::Call => NoteKind::Call,
        Told::Meeting => NoteKind::Meeting,
        Told::Document => NoteKind::Document,
        Told::NightBook => NoteKind::NightBook,
    }
}

fn accounts(
    families: &[InventedFamily],
    shares: &[Share],
    homes: &[Home],
    staff: &Staff,
) -> Vec<FilledAccount> {
    let email = |email: &str| FilledAccount { email: email.to_owned(), children: Vec::new() };
    let mut accounts: Vec<FilledAccount> = staff.emails().map(email).collect();
    for ((family, share), home) in families.iter().zip(shares).zip(homes) {
        let account = usize::try_from(share.worker).ok().and_then(|n| accounts.get_mut(n));
        let Some(account) = account.filter(|_| share.open) else { continue };
        let children = family.people.iter().filter(|person| person.kin == Kin::Child);
        for (child, id) in children.zip(home.children()) {
            let sibling = home.children().iter().find(|other| *other != id).copied();
            account.children.push(FilledChild { id: *id, name: child.name(), sibling });
        }
    }
    accounts
}
