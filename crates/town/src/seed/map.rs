//! The map: its items, and the sheet on which it was talked through.

use domain::entry::Audience;
use domain::map_item::{MapItem, MapKind};
use domain::mapping::{Mapping, PlainWord, Present, State};
use domain::next_step::Doing;
use domain::time::Happened;

use super::book::Book;
use super::case::Case;
use super::moment::{after, office};
use super::statement::{begun, of};
use super::words;
use crate::family::{self, MapItemKind, SheetState};

/// Writes down a family's map.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) {
    for item in &case.family.map {
        self::item(book, case, item);
    }
    let Some(sheet) = &case.family.map_sheet else { return };
    let payload = Mapping {
        version: u16::try_from(sheet.version).unwrap_or(u16::MAX),
        state: match sheet.state {
            SheetState::Draft => State::Draft,
            SheetState::Current => State::Current,
        },
        in_the_room: book.persons(&sheet.in_the_room).into_iter().map(present).collect(),
        agreed_by: vec![],
        plain_words: sheet.plain_words.iter().map(plain).collect(),
    };
    let mut line = case.new_on(sheet.on, payload);
    line.wish = after(sheet.on, sheet.kept_at);
    case.write(book, line);
}

const fn present(person: domain::id::PersonId) -> Present {
    Present { person, how: None }
}

fn plain(words: &family::PlainWords) -> PlainWord {
    let family::PlainWords { had, now, because } = words.clone();
    PlainWord { had, now, because: Some(because) }
}

fn item(book: &mut Book<'_>, case: &Case<'_>, item: &family::MapItem) {
    let doing = item.owner.as_ref().map(|owner| Doing {
        owner: Some(book.person(owner)),
        by: item.by,
        at: item.at,
        more: item.more.clone(),
        done_on: None,
    });
    let payload = MapItem {
        kind: kind(item.kind),
        text: item.text.clone(),
        short: item.short.clone(),
        took_place: item.happened.map(words::happened),
        danger: item.danger.as_ref().and_then(|danger| book.entry(danger)),
        original: item.original.as_ref().map(|original| words::original(original, None)),
        unproven_until: item.unproven,
        doing: doing.clone(),
        off_the_map: false,
    };
    // Safety that was told before its danger had been put into words is linked to it then.
    let named_later = item.danger.as_ref().and_then(|danger| of(case.family, danger));
    let named_later = named_later.map(begun).filter(|named| *named > item.on);
    let danger = payload.danger.filter(|_| named_later.is_none());
    let first = MapItem { danger, ..payload.clone() };
    let mut line = case.new_on(item.on, first);
    line.id = Some(item.id.clone());
    line.children.clone_from(&item.children);
    line.happened = Happened::on(item.on);
    line.said_by = Some(words::voice(book.person(&item.said_by), words::mode(item.mode)));
    line.audience = Audience { sealed: item.sealed, ..Audience::default() };
    let said = case.write(book, line);
    if let Some(named) = named_later {
        let later = case.later(office(named), named, payload.clone());
        book.write_instead(&said, later);
    }
    if let (Some(done), Some(doing)) = (item.done, doing) {
        let doing = Some(Doing { done_on: Some(done), ..doing });
        let later = case.later(office(done), done, MapItem { doing, ..payload });
        book.write_instead(&said, later);
    }
}

const fn kind(kind: MapItemKind) -> MapKind {
    match kind {
        MapItemKind::Harm => MapKind::Harm,
        MapItemKind::Complicating => MapKind::Complicating,
        MapItemKind::Strength => MapKind::Strength,
        MapItemKind::Safety => MapKind::Safety,
        MapItemKind::Step => MapKind::Step,
        MapItemKind::Wish => MapKind::Wish,
    }
}
