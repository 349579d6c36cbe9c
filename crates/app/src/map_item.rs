//! The map: worries, what works, what needs to happen, each with whose words it is (A2).

use crate::amend::{self, Replaced};
use crate::cx::Write;
use crate::error::{Error, Result};
use crate::speaker::{Named, check_named};
use crate::typed::{Typed, happened, may_write_about, voice};
use domain::entry::{Head, NewEntry};
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::map_item::{MapItem, MapKind};
use domain::next_step::Doing;
use domain::time::day_of;
use domain::voice::{Mode, Speaker};
use jiff::civil::Date;

/// The longest slip, in characters.
const SLIP_MAX: usize = 2_000;

/// A slip as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedSlip {
    /// The draft it was, whose id the entry gets.
    pub draft: Option<EntryId>,
    /// The children it is about.
    pub children: Vec<PersonId>,
    /// A word of `MapKind`.
    pub kind: String,
    /// The words.
    pub text: String,
    /// Who said it; the writer where nobody is named.
    pub said_by: Option<PersonId>,
    /// A word of `Mode`.
    pub mode: String,
    /// The day it was said.
    pub on: String,
    /// For a step: who does it.
    pub owner: Option<PersonId>,
    /// For a step: by when.
    pub by: String,
    /// For safety: the danger it was seen against.
    pub danger: Option<EntryId>,
}

struct Read {
    item: MapItem,
    new: domain::time::Happened,
    said_by: Option<domain::voice::Voice>,
}

/// Puts a slip on the map.
pub fn add_map_item(cx: &mut Write<'_, '_>, typed: &TypedSlip) -> Result<EntryId> {
    may_write_about(cx, &typed.children)?;
    let read = read(cx, typed, None)?;
    check_named(cx, &typed.children, Named::speaker(typed.said_by, None))?;
    check_named(cx, &typed.children, owner(&read.item, None))?;
    amend::record_drafted(cx, typed.draft, |id| NewEntry {
        said_by: read.said_by,
        ..NewEntry::first(id, typed.children.clone(), read.new, Payload::MapItem(read.item))
    })
}

/// Writes a slip anew. Where somebody else has written it in between, both stand side by side and
/// a person decides.
pub fn amend_map_item(
    cx: &mut Write<'_, '_>,
    replaces: EntryId,
    typed: &TypedSlip,
) -> Result<Replaced> {
    let old = amend::to_replace(cx, replaces)?;
    let Some(Payload::MapItem(before)) = &old.payload else { return Err(Error::NotFound) };
    let read = read(cx, typed, Some(old.head.happened.day()))?;
    let stood = old.head.said_by.as_ref().and_then(|voice| match voice.who {
        Speaker::Person(person) => Some(person),
        _ => None,
    });
    check_named(cx, &old.head.about, Named::speaker(typed.said_by, stood))?;
    check_named(cx, &old.head.about, owner(&read.item, Some(before)))?;
    let item = with_what_was_not_asked(read.item, before);
    amend::replace(cx, &old, typed.draft, |id, head: &Head| {
        let mut new = NewEntry::replacing(id, head, Payload::MapItem(item.clone()));
        new.said_by.clone_from(&read.said_by);
        new.happened = read.new;
        new
    })
}

/// Who does a step.
fn owner(new: &MapItem, before: Option<&MapItem>) -> Named {
    let of = |item: &MapItem| item.doing.as_ref().and_then(|doing| doing.owner);
    Named { at: "owner", who: of(new), before: before.and_then(of) }
}

/// What the form of a slip does not ask stays as it was; a short name is of the words it had.
fn with_what_was_not_asked(new: MapItem, before: &MapItem) -> MapItem {
    let same_words = new.text == before.text;
    let same_kind = new.kind == before.kind;
    MapItem {
        short: before.short.clone().filter(|_| same_words),
        original: before.original.clone().filter(|_| same_words),
        took_place: before.took_place,
        danger: new.danger.or(before.danger.filter(|_| new.kind == MapKind::Safety)),
        unproven_until: before.unproven_until,
        doing: new.doing.or(before.doing.clone().filter(|_| same_kind)),
        off_the_map: before.off_the_map,
        ..new
    }
}

fn read(cx: &mut Write<'_, '_>, typed: &TypedSlip, stands: Option<Date>) -> Result<Read> {
    let today = day_of(cx.now());
    let mut fields = Typed::default();
    let kind = fields.one_of("kind", MapKind::parse(&typed.kind));
    let text = fields.words("text", &typed.text, SLIP_MAX);
    let day = fields.past_day("on", &typed.on, (today, stands));
    let by = (!typed.by.trim().is_empty()).then(|| fields.day("by", &typed.by, today));
    fields.done()?;
    let kind = kind.unwrap_or(MapKind::Complicating);
    let doing = Doing { owner: typed.owner, by, ..Doing::default() };
    let item = MapItem {
        kind,
        text,
        short: None,
        took_place: None,
        danger: typed.danger.filter(|_| kind == MapKind::Safety),
        original: None,
        unproven_until: None,
        doing: (kind == MapKind::Step && !doing.is_blank()).then_some(doing),
        off_the_map: false,
    };
    let said_by = voice(typed.said_by, Mode::parse(&typed.mode));
    Ok(Read { item, new: happened(day, None), said_by })
}
