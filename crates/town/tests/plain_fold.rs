//! The front page of a store is the one that is made the slow and plain way, whatever was written,
//! taken back, worded again, moved to a brother's file or sealed in between.
//!
//! Each journal is the borough's, and then some more, by chance: `KITH_JOURNALS` says how many
//! (12 where nobody says; `cargo xtask show` asks for 200).
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use app::edge::{Actor, Edge};
use app::error::Error;
use app::kith::Kith;
use domain::access::Viewer;
use domain::entry::{Entry, NewEntry};
use domain::front_page::FrontPage;
use domain::id::{AccountId, EntryId, PersonId};
use domain::involvement::{Involved, Role};
use domain::kind::{Kind, Payload};
use domain::time::{Happened, When, day_of};
use domain::voice::Recorder;
use domain::withdrawal::{Because, Withdrawal};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use std::collections::BTreeSet;
use std::sync::Arc;
use town::plain::Plain;
use town::seed::{Seeded, seed};
use town::stores::{empty_stores, that_morning};
use uuid::Uuid;

/// A record that grows by chance, and everything that was ever written in it.
struct Record {
    kith: Kith,
    seeded: Seeded,
    entries: Vec<Entry>,
    read_to: i64,
    now: Timestamp,
    dice: ChaCha8Rng,
}

#[test]
fn whatever_is_written_the_page_is_the_one_that_is_made_plainly() {
    let journals = std::env::var("KITH_JOURNALS").ok();
    let journals = journals.map_or(12, |many| many.parse().expect("KITH_JOURNALS: a number"));
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let seeded = seed(&kith, [24; 32]).expect("seeded");
        let dice = ChaCha8Rng::seed_from_u64(2026);
        let (entries, now) = (Vec::new(), that_morning());
        let mut record = Record { kith, seeded, entries, read_to: 0, now, dice };
        record.read_on();
        let families: Vec<Vec<PersonId>> = record.seeded.children.values().cloned().collect();
        let (mut pages, mut hidden) = (0, 0);
        for nth in 0..journals {
            let family = &families[nth % families.len()];
            record.goes_on(family);
            for child in family {
                for reader in record.readers(*child) {
                    match record.page(reader, *child) {
                        Some((quick, plain)) => {
                            let at = format!("{}, journal {nth}, child {child}", store.database);
                            is_the_same(&quick, &plain.expect("there is such a child"), &at);
                            pages += 1;
                        }
                        None => hidden += 1,
                    }
                }
            }
        }
        println!("{}: {journals} journals, {pages} pages, {hidden} not open", store.database);
        assert!(pages > journals, "{pages} pages of {journals} journals");
    }
}

impl Record {
    /// Reads what was written since.
    fn read_on(&mut self) {
        let after = self.read_to;
        let edge = self.edge(Actor::Console);
        let read = self.kith.read(edge, move |cx| Ok(cx.tx.list_journal(after, i64::MAX)?));
        for row in read.wait().expect("read") {
            self.read_to = self.read_to.max(row.seq);
            self.entries.push(row.open().expect("an entry"));
        }
    }

    fn edge(&mut self, actor: Actor) -> Edge {
        let mut seed = [0; 32];
        self.dice.fill_bytes(&mut seed);
        Edge { now: self.now, seed, actor }
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.dice.next_u64()).expect("64 bits") % end.max(1)
    }

    /// What stands and is about one of these, or about who they are.
    fn standing(&self, family: &[PersonId]) -> Vec<Entry> {
        let replaced: BTreeSet<EntryId> =
            self.entries.iter().filter_map(|entry| entry.head.replaces).collect();
        let kept = |entry: &&Entry| {
            entry.payload.is_some()
                && !replaced.contains(&entry.head.id)
                && !matches!(entry.head.kind, Kind::Person | Kind::Withdrawal | Kind::Restriction)
                && entry.head.about.iter().any(|child| family.contains(child))
        };
        self.entries.iter().filter(kept).cloned().collect()
    }

    /// A few more entries, of each sort that changes a page.
    fn goes_on(&mut self, family: &[PersonId]) {
        for _ in 0..10 {
            self.now += SignedDuration::from_mins(1);
            let standing = self.standing(family);
            let old = standing[self.below(standing.len())].clone();
            let like: Vec<&Entry> =
                standing.iter().filter(|one| one.head.kind == old.head.kind).collect();
            let other = like[self.below(like.len())].payload.clone().expect("it stands");
            let mut edge = self.edge(Actor::Console);
            let id = EntryId(Uuid::from_u128(u128::from(self.dice.next_u64()) << 64 | 7));
            let mut new =
                NewEntry::replacing(id, &old.head, old.payload.clone().expect("a payload"));
            let days = i32::try_from(self.below(60)).expect("few") - 40;
            match self.below(8) {
                0 => new.payload = withdrawal(&old),
                1 => new.happened = moved(new.happened, days),
                2 => new.audience.sealed = !new.audience.sealed,
                3 => new.about = vec![family[self.below(family.len())]],
                4 => new.about = family.to_vec(),
                5 => new.payload = other,
                // The same again, as of another day.
                _ => {
                    let first =
                        NewEntry::first(id, old.head.about.clone(), old.head.happened, other);
                    let happened = moved(first.happened, days);
                    new = NewEntry { said_by: old.head.said_by.clone(), happened, ..first };
                }
            }
            edge.now = self.now;
            let written = match writer(&old) {
                Some(account) if self.below(2) == 0 => {
                    self.kith.write_for(account, edge, Vec::new(), move |cx| cx.record(new.clone()))
                }
                _ => self.kith.write(edge, Vec::new(), move |cx| cx.record(new.clone())),
            };
            match written.wait() {
                Ok(_)
                | Err(
                    Error::NotFound
                    | Error::NotYours
                    | Error::ReasonAsked { .. }
                    | Error::BreakGlassAsked { .. },
                ) => {}
                Err(other) => panic!("{other}"),
            }
            self.read_on();
        }
    }

    /// Whoever leads the work with the child, and whoever is on call.
    fn readers(&self, child: PersonId) -> Vec<AccountId> {
        let leads = self.entries.iter().rev().find_map(|entry| match &entry.payload {
            Some(Payload::Involvement(part)) if part.child == child && part.role == Role::Lead => {
                match part.who {
                    Involved::Person(person) => Some(person),
                    _ => None,
                }
            }
            _ => None,
        });
        let mine = self.entries.iter().find_map(|entry| match &entry.payload {
            Some(Payload::Account(account)) if Some(account.person) == leads => {
                Some(AccountId(entry.head.root.0))
            }
            _ => None,
        });
        let on_call = self.seeded.accounts.get("oncall@wexcombe.example").copied();
        mine.into_iter().chain(on_call).collect()
    }

    /// The page as the store has it, and as it is made plainly; none where it is not open.
    fn page(
        &mut self,
        reader: AccountId,
        child: PersonId,
    ) -> Option<(FrontPage, Option<FrontPage>)> {
        let (now, console) = (self.now, self.edge(Actor::Console));
        let children: BTreeSet<PersonId> = self
            .entries
            .iter()
            .filter(|entry| entry.head.about.contains(&child))
            .flat_map(|entry| entry.head.about.iter().copied())
            .chain([child])
            .collect();
        let read = self.kith.read(console, move |cx| {
            let viewer: Viewer = cx.tx.find_account(reader)?.expect("an account").viewer(now);
            let files: Result<Vec<_>, _> =
                children.iter().map(|child| cx.tx.file_access(&viewer, *child)).collect();
            Ok((Arc::new(viewer), files?))
        });
        let (viewer, files) = read.wait().expect("read");
        let edge = self.edge(Actor::Account(Arc::clone(&viewer)));
        let quick = self.kith.read(edge, move |cx| app::front_page::read(cx, child));
        let quick = match quick.wait() {
            Ok(shown) => (*shown.page).clone(),
            Err(Error::NotFound | Error::ReasonAsked { .. } | Error::BreakGlassAsked { .. }) => {
                return None;
            }
            Err(other) => panic!("{other}"),
        };
        let plain = Plain::of(&self.entries, &viewer, &files, day_of(now)).front_page(child);
        Some((quick, plain))
    }
}

/// Compares slot by slot, so that what fails says which.
fn is_the_same(quick: &FrontPage, plain: &FrontPage, at: &str) {
    let slots = |page: &FrontPage| serde_json::to_value(page).expect("a page");
    let (quick, plain) = (slots(quick), slots(plain));
    for (slot, shown) in quick.as_object().expect("slots") {
        assert_eq!(shown, &plain[slot], "{at}: {slot}");
    }
}

/// The account that wrote an entry.
fn writer(entry: &Entry) -> Option<AccountId> {
    match entry.head.recorded_by {
        Recorder::Account(account) => Some(account),
        _ => None,
    }
}

fn withdrawal(old: &Entry) -> Payload {
    let because = Because::Mistake("It was another family's.".into());
    Payload::Withdrawal(Withdrawal { of: old.head.kind, because })
}

/// So many days earlier or later.
fn moved(happened: Happened, days: i32) -> Happened {
    let from = match happened.from {
        When::Day(day) => When::Day(day.checked_add(days.days()).unwrap_or(day)),
        When::Instant(moment) => {
            When::Instant(moment + SignedDuration::from_hours(i64::from(days) * 24))
        }
    };
    Happened { from, until: None, ..happened }
}
