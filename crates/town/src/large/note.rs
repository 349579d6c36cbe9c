//! One invented note about an invented family.

use jiff::ToSpan;
use jiff::civil::Date;

use super::family::{InventedFamily, InventedPerson, Kin};
use super::prose::{Cast, prose};
use crate::dice::Dice;
use crate::family::{NoteKind, Sex};
use crate::names::draw_community;

/// An invented note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventedNote {
    /// The day it is about.
    pub on: Date,
    /// What sort of note.
    pub kind: NoteKind,
    /// The children it is about, as places in the family's list of people.
    pub about: Vec<usize>,
    /// Which worker wrote it, from 0.
    pub by: u32,
    /// The children who were seen, as places in the family's list of people.
    pub seen: Vec<usize>,
    /// Seen with no parent or carer there.
    pub alone: bool,
    /// About 120 words.
    pub text: String,
}

pub(super) fn note(
    dice: &mut Dice,
    family: &InventedFamily,
    workers: u32,
    today: Date,
) -> InventedNote {
    let children = family.people.iter().filter(|person| person.kin == Kin::Child).count();
    let child = usize::try_from(dice.below(u64::try_from(children).unwrap_or(1))).unwrap_or(0);
    let about: Vec<usize> = if dice.one_in(4) { (0..children).collect() } else { vec![child] };
    let kind = match dice.below(100) {
        0..50 => NoteKind::Visit,
        50..80 => NoteKind::Call,
        80..94 => NoteKind::Meeting,
        _ => NoteKind::Document,
    };
    let seen = if kind == NoteKind::Visit { about.clone() } else { Vec::new() };
    let born = about.iter().filter_map(|place| family.people.get(*place)).map(|one| one.born).max();
    let on = today.saturating_sub(dice.between(0, 900).days()).max(born.unwrap_or(today));
    let alone = !seen.is_empty() && dice.one_in(3);
    let by = writer(dice, family, workers);
    let cast = cast(dice, family, child, on);
    InventedNote { on, kind, about, by, seen, alone, text: prose(dice, &cast) }
}

/// The family's own worker, and one time in ten another.
fn writer(dice: &mut Dice, family: &InventedFamily, workers: u32) -> u32 {
    let own = family.number % u64::from(workers.max(1));
    let other = dice.below(u64::from(workers));
    u32::try_from(if dice.one_in(10) { other } else { own }).unwrap_or_default()
}

/// Who plays which part in a note about that child. Parts that the family leaves empty are played
/// by a cousin, a neighbour or a colleague with some name.
fn cast(dice: &mut Dice, family: &InventedFamily, child: usize, on: Date) -> Cast {
    let of = |kinds: &[Kin]| -> Vec<&InventedPerson> {
        family.people.iter().filter(|person| kinds.contains(&person.kin)).collect()
    };
    let called = |person: &InventedPerson| person.known_as.unwrap_or(person.given);
    let mut some_name = || {
        let from = draw_community(dice);
        let names = if dice.one_in(2) { &from.girls } else { &from.boys };
        dice.early(names)
    };
    let strangers = [some_name(), some_name(), some_name()];
    let [cousin, neighbour, colleague] = strangers;
    let siblings: Vec<&str> = (of(&[Kin::Child]).iter().enumerate())
        .filter(|(place, _)| *place != child)
        .map(|(_, sibling)| sibling.given)
        .collect();
    let adults: Vec<&str> = of(&[Kin::Mother, Kin::Father]).into_iter().map(called).collect();
    let others = of(&[Kin::Grandparent, Kin::AuntOrUncle, Kin::Friend]);
    let others: Vec<&str> = others.into_iter().map(called).collect();
    let one = |dice: &mut Dice, names: &[&'static str], else_: &'static str| {
        if names.is_empty() { else_ } else { dice.pick(names) }
    };
    let subject = family.people.get(child);
    Cast {
        child: subject.map_or("", |child| child.given),
        she: subject.is_some_and(|child| child.sex == Sex::F),
        small: subject.is_some_and(|child| child.born > on.saturating_sub(4.years())),
        sibling: one(dice, &siblings, cousin),
        adult: one(dice, &adults, neighbour),
        other: one(dice, &others, neighbour),
        worker: colleague,
    }
}
