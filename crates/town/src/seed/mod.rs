//! The whole borough as a record: every family of the files, written through the app by the
//! people who wrote it, each on their day.
//!
//! ```text
//! borough ─ case by case ─▶ book (lines: who, when, what)  what the files say, in our words
//!           book ─ order ─▶ sittings                       nothing before what it speaks of
//!       sittings ─ write ─▶ the record                      now is that day, the actor that person
//! ```
//! The same seed gives the same ids. What the files hold and the record does not yet:
//!
//! - questions that practice asks next, dates asked for, stages: the record works these out;
//! - what worked, told to colleagues (`appreciative`), and stories that may be told (`showcase`);
//! - near matches of a contact, and the date of a decision that follows it; census words of a
//!   need, which follow from its code; provider and placement codes;
//! - of somebody who works for the council and stands in a file as a relative: date of birth and
//!   own number, for their person is the council's.

mod assessment;
mod book;
mod case;
mod contact;
mod decision;
mod draft;
mod elsewhere;
mod enquiry;
mod event;
mod front_page;
mod home;
mod houses;
mod involvement;
mod lately;
mod map;
mod moment;
mod note;
mod order;
mod people;
mod plan;
mod review;
mod roots;
mod scale;
mod staff;
mod statement;
mod step;
mod unknown;
mod words;
mod write;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use app::chance::Seed;
use app::kith::Kith;
use domain::id::{AccountId, EntryId, PersonId};
use jiff::Timestamp;

use crate::borough::{Borough, BoroughFault, DEMO_DAY, borough};
use crate::family::{Id, Who};
use book::Book;
use case::Case;
use lately::Lately;
use order::Sitting;

pub use draft::{Draft, Writer};
pub use staff::{DEMO_PASSWORD, DemoAccount, demo_accounts};

/// What came of seeding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seeded {
    /// Accounts, by what they sign in with.
    pub accounts: BTreeMap<String, AccountId>,
    /// Persons, each under every id the files have for them.
    pub people: BTreeMap<Who, PersonId>,
    /// The children each family's work is about, in the order of the files.
    pub children: BTreeMap<String, Vec<PersonId>>,
    /// Roots of entries, by the files' ids. Questions and drafts have none.
    pub entries: BTreeMap<Id, EntryId>,
    /// What somebody has begun and not kept.
    pub drafts: Vec<Draft>,
    /// Drawings, which entries name by their digest: whoever seeds keeps them as blobs.
    pub drawings: Vec<Vec<u8>>,
    /// When the last entry was written.
    pub last: Timestamp,
    /// How many entries were written.
    pub count: usize,
}

/// Why the borough could not be seeded.
#[derive(Debug, thiserror::Error)]
pub enum SeedFault {
    /// The files cannot be read.
    #[error(transparent)]
    Borough(#[from] BoroughFault),
    /// Two lines each speak of the other, so that neither can be written first.
    #[error("an entry of kind {0} speaks of something that speaks of it")]
    Circle(&'static str),
    /// The record would not take it.
    #[error("writing {kind} in the file of {family}: {source}")]
    Refused {
        /// The kind of the first entry of the sitting.
        kind: &'static str,
        /// Which family's file; empty: the borough's own.
        family: String,
        /// Why.
        source: app::error::Error,
    },
    /// The record is not Wexcombe's, or cannot be sealed.
    #[error(transparent)]
    App(#[from] app::error::Error),
}

/// Writes the whole borough into an empty record.
///
/// # Errors
/// The files, or what the record refuses.
pub fn seed(kith: &Kith, seed: Seed) -> Result<Seeded, SeedFault> {
    let borough = borough()?;
    let office = kith.office()?;
    let digest = |bytes: &[u8]| office.blobs.digest(bytes);
    let mut book = Book::new(&borough, seed, &digest);
    let sittings = sittings(&mut book)?;
    let seeded = seeded(&book, &sittings);
    write::write(kith, &mut book, sittings)?;
    Ok(seeded)
}

/// Who writes what at which moment, in order of time.
fn sittings(book: &mut Book<'_>) -> Result<Vec<Sitting>, SeedFault> {
    gather(book);
    order::sittings(std::mem::take(&mut book.lines))
}

/// What will have come of writing these.
fn seeded(book: &Book<'_>, sittings: &[Sitting]) -> Seeded {
    let borough = book.borough;
    let children = borough.families.iter().map(|family| {
        let children = family.children().map(|child| book.person(&child.id)).collect();
        (family.name.clone(), children)
    });
    Seeded {
        accounts: accounts(borough, book),
        people: book.people.clone(),
        children: children.collect(),
        entries: book.entries.clone(),
        drafts: book.drafts.clone(),
        drawings: book.kept.values().cloned().collect(),
        last: sittings.last().map_or(Timestamp::MIN, |sitting| sitting.at),
        count: sittings.iter().map(|sitting| sitting.entries.len()).sum(),
    }
}

/// Puts the whole borough into the book.
fn gather(book: &mut Book<'_>) {
    let borough = book.borough;
    let numbered = borough.families.iter().zip(1..);
    let cases: Vec<_> = numbered.map(|(family, file)| Case::new(borough, family, file)).collect();
    let first = cases.iter().map(|case| case.opened).min().unwrap_or(DEMO_DAY);
    staff::record(book, first);
    for case in &cases {
        people::know(book, case);
        roots::name(book, case);
    }
    for case in &cases {
        family(book, case);
    }
}

/// Puts one family into the book.
fn family(book: &mut Book<'_>, case: &Case<'_>) {
    let lately = Lately::of(case.family);
    people::record(book, case);
    home::record(book, case);
    home::ties(book, case);
    let assessments = step::record(book, case);
    statement::record(book, case);
    map::record(book, case);
    scale::record(book, case);
    if let Some(plan) = plan::record(book, case) {
        review::record(book, case, plan);
    }
    decision::record(book, case);
    unknown::record(book, case);
    note::record(book, case, &lately);
    event::record(book, case, &lately);
    event::words_and_pictures(book, case);
    assessment::record(book, case, &assessments);
    front_page::record(book, case);
    houses::record(book, case);
    draft::map(book, case);
    involvement::record(book, case);
}

fn accounts(borough: &Borough, book: &Book<'_>) -> BTreeMap<String, AccountId> {
    let staff = borough.staff.iter().map(|staff| (staff::email(staff), &staff.id));
    let partners = borough.partners.iter().map(|one| (staff::address(&one.name), &one.id));
    let known = staff.chain(partners);
    known.filter_map(|(email, who)| Some((email, *book.accounts.get(who)?))).collect()
}
