//! Writing the sittings, in order of time.
//!
//! SQLite has one writer, which takes whatever waits in the order it came: so many sittings may
//! be under way at once, and share a commit. PostgreSQL has several, so a family's next sitting
//! waits for the one before, and families are written beside each other.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use app::cx::Write;
use app::edge::{Actor, Edge};
use app::houses_session::record_by_tablet;
use app::kith::{Answer, Kith, Place};
use domain::id::{Authority, PersonId};

use super::SeedFault;
use super::book::Book;
use super::draft::Writer;
use super::order::Sitting;

/// How many sittings may be under way at once.
const UNDER_WAY: usize = 512;

/// One sitting that has been sent, and whose file it is in.
struct Sent {
    kind: &'static str,
    family: String,
    answer: Answer<()>,
}

impl Sent {
    fn wait(self) -> Result<(), SeedFault> {
        let Self { kind, family, answer } = self;
        answer.wait().map_err(|source| SeedFault::Refused { kind, family, source })
    }
}

/// Writes them, and seals what was written.
pub(super) fn write(
    kith: &Kith,
    book: &mut Book<'_>,
    sittings: Vec<Sitting>,
) -> Result<(), SeedFault> {
    let (Some(first), Some(last)) = (sittings.first(), sittings.last()) else { return Ok(()) };
    let (begun, ended) = (first.at, last.at);
    let console = |book: &mut Book<'_>, now| Edge { now, seed: book.seed(), actor: Actor::Console };
    let setting_up = console(book, begun);
    kith.write(setting_up, vec![], |cx| cx.keep_authority(Authority::WEXCOMBE)).wait()?;
    let one_writer = matches!(kith.store().place(), Place::Folder(_));
    let rounds = if one_writer { vec![sittings] } else { rounds(sittings) };
    for round in rounds {
        let mut sent = VecDeque::new();
        for sitting in round {
            if sent.len() >= UNDER_WAY
                && let Some(oldest) = sent.pop_front()
            {
                Sent::wait(oldest)?;
            }
            sent.push_back(send(kith, book, sitting));
        }
        sent.into_iter().try_for_each(Sent::wait)?;
    }
    app::seal::seal_what_is_new(kith, console(book, ended)).wait()?;
    Ok(())
}

/// In each round at most one sitting of a family; the borough's own come first, alone.
fn rounds(sittings: Vec<Sitting>) -> Vec<Vec<Sitting>> {
    let mut rounds: Vec<Vec<Sitting>> = Vec::new();
    let mut sat = BTreeMap::<usize, usize>::new();
    for sitting in sittings {
        let before = sat.get(&0).copied().unwrap_or_default();
        let round = sat.entry(sitting.file).or_insert(before);
        if rounds.len() <= *round {
            rounds.resize_with(*round + 1, Vec::new);
        }
        let place = *round;
        *round += 1;
        if let Some(round) = rounds.get_mut(place) {
            round.push(sitting);
        }
    }
    rounds
}

fn send(kith: &Kith, book: &mut Book<'_>, sitting: Sitting) -> Sent {
    let Sitting { at, file, writer, by_tablet, entries } = sitting;
    let about: BTreeSet<PersonId> =
        entries.iter().flat_map(|entry| entry.about.iter().copied()).collect();
    let about = about.into_iter().collect();
    let kind = entries.first().map_or("", |entry| entry.payload.kind().as_str());
    let family = file.checked_sub(1).and_then(|place| book.borough.families.get(place));
    let family = family.map(|family| family.name.clone()).unwrap_or_default();
    let writer = writer.map(|who| book.writer(file, &who));
    let mut edge = |actor| Edge { now: at, seed: book.seed(), actor };
    let tablet_of = match writer {
        Some(Writer::Account(account)) if by_tablet => Some(account),
        _ => None,
    };
    let record = move |cx: &mut Write<'_, '_>| {
        entries.iter().try_for_each(|entry| {
            let entry = entry.clone();
            let recorded = match tablet_of {
                Some(account) => record_by_tablet(cx, entry, account),
                None => cx.record(entry),
            };
            recorded.map(drop)
        })
    };
    let answer = match writer {
        Some(Writer::Account(account)) => {
            kith.write_for(account, edge(Actor::Nobody), about, record)
        }
        Some(Writer::Guest(person)) => kith.write(edge(Actor::Guest(person)), about, record),
        None => kith.write(edge(Actor::Console), about, record),
    };
    Sent { kind, family, answer }
}
