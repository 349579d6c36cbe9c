//! Writing the sittings, in order of time.
//!
//! SQLite has one writer, which takes whatever waits in the order it came: so many sittings may
//! be under way at once, and share a commit. PostgreSQL has several, so a family's next sitting
//! waits for the one before.

use std::collections::{BTreeSet, VecDeque};

use app::edge::{Actor, Edge};
use app::kith::{Answer, Kith, Place};
use domain::id::{Authority, PersonId};

use super::SeedFault;
use super::book::Book;
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
    let mut sent = VecDeque::new();
    let mut files = BTreeSet::new();
    for sitting in sittings {
        let in_turn = one_writer || (sitting.file != 0 && files.insert(sitting.file));
        if !in_turn {
            sent.drain(..).try_for_each(Sent::wait)?;
            files = BTreeSet::from([sitting.file]);
        }
        if sent.len() >= UNDER_WAY
            && let Some(oldest) = sent.pop_front()
        {
            Sent::wait(oldest)?;
        }
        sent.push_back(send(kith, book, sitting));
    }
    sent.into_iter().try_for_each(Sent::wait)?;
    app::seal::seal_what_is_new(kith, console(book, ended)).wait()?;
    Ok(())
}

fn send(kith: &Kith, book: &mut Book<'_>, sitting: Sitting) -> Sent {
    let Sitting { at, file, writer, entries } = sitting;
    let edge = Edge { now: at, seed: book.seed(), actor: book.actor(writer.as_ref()) };
    let about: BTreeSet<PersonId> =
        entries.iter().flat_map(|entry| entry.about.iter().copied()).collect();
    let kind = entries.first().map_or("", |entry| entry.payload.kind().as_str());
    let family = file.checked_sub(1).and_then(|place| book.borough.families.get(place));
    let family = family.map(|family| family.name.clone()).unwrap_or_default();
    let answer = kith.write(edge, about.into_iter().collect(), move |cx| {
        entries.iter().try_for_each(|entry| cx.record(entry.clone()).map(drop))
    });
    Sent { kind, family, answer }
}
