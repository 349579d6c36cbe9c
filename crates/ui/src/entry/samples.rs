//! Entries to look at: a note that was corrected, one that was taken back.
use domain::id::EntryId;
use domain::important_said::Line;
use domain::map_item::Column;
use domain::note::NoteKind;
use domain::voice::Mode;
use jiff::civil::date;
use maud::Markup;
use uuid::Uuid;

use super::{EntryPage, Label, LeftOpenForm, Linked, Part, Stands, Version, entry};
use crate::front_page::samples::{anita, danger, frame, gill, idris_named};
use crate::houses::samples::{one_page, tylers};
use crate::layout::Theme;
use crate::problem::Wrongs;
use crate::story::What;

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = frame(assets, theme);
    let corrected = page();
    let mut back = page();
    back.change = None;
    back.versions.insert(0, taken_back());
    let mut houses = page();
    (houses.change, houses.sitting) = (None, Some(Box::new(tylers())));
    houses.versions.truncate(1);
    houses.versions.iter_mut().for_each(|version| version.what = Some(What::Houses));
    let mut one = houses.clone();
    one.sitting = Some(Box::new(one_page()));
    vec![
        ("entry", entry(&frame, &corrected)),
        ("entry-taken-back", entry(&frame, &back)),
        ("entry-important", entry(&frame, &important())),
        ("entry-important-written", entry(&frame, &important_written())),
        ("houses", entry(&frame, &houses)),
        ("houses-page", entry(&frame, &one)),
    ]
}

/// Something important that a child said: three voices, and what is still open.
fn important() -> EntryPage {
    let part = |label, words: &str| Part { label, words: words.into() };
    let said = Version {
        what: Some(What::Important),
        title: None,
        place: None,
        mode: Mode::Verbatim,
        because: None,
        parts: vec![
            part(Label::Words, "He frew the plate"),
            part(Label::AskedBefore, "And then?"),
            part(Label::WhoNear, "Nobody"),
            part(Label::WasSeen, &super::not_written()),
            part(Label::DangerNow, &super::danger_now(None)),
            part(Label::WhoRung, &super::nobody_rung()),
        ],
        seen: vec![],
        ..version("")
    };
    let id = EntryId(Uuid::from_u128(7));
    let lines = [Line::Seen, Line::Rang].map(|line| (line, String::new())).to_vec();
    let (wrongs, quicker) = (Wrongs::default(), false);
    let form = LeftOpenForm { of: id, version: id, done: false, lines, wrongs, quicker };
    let (left_open, speaks_to) = (Some(form), vec![]);
    let said_in = Some(id);
    EntryPage { versions: vec![said], speaks_to, said_in, left_open, change: None, ..page() }
}

/// As it comes back where somebody was quicker.
fn important_written() -> EntryPage {
    let mut page = important();
    let words = "Colin Peake, at ten to two";
    if let Some(version) = page.versions.first_mut() {
        version.parts.retain(|part| part.label != Label::WhoRung);
        version.parts.push(Part { label: Label::WhoRung, words: words.into() });
    }
    if let Some(form) = &mut page.left_open {
        let typed = [
            (Line::WhoNear, "Nobody"),
            (Line::Seen, "He looked at the door."),
            (Line::Rang, "The duty desk, 2.15 pm"),
        ];
        form.lines = typed.map(|(line, words)| (line, words.to_owned())).to_vec();
        (form.done, form.quicker) = (true, true);
    }
    page
}

fn page() -> EntryPage {
    let first = Version { number: 1, because: None, ..version("One missed call on 13 November.") };
    let now = "One missed call on 12 November. The network met next day and changed the list.\n\n\
        Gill had her phone in the kitchen and was in the yard.";
    EntryPage {
        beside: vec![],
        as_of: date(2026, 11, 24),
        child: crate::board::samples::idris().child,
        about: vec![idris_named()],
        speaks_to: vec![Linked {
            root: danger().id,
            column: Column::Worry,
            short: "Someone pulled or twisted his arm. Nobody can say how.".into(),
        }],
        change: Some(crate::urls::Replace(EntryId(Uuid::from_u128(7))).to_string()),
        said_in: None,
        left_open: None,
        sitting: None,
        versions: vec![version(now), first],
    }
}

fn version(text: &str) -> Version {
    Version {
        number: 2,
        stands: Stands::Said,
        what: Some(What::Note(NoteKind::Call)),
        title: Some("Gill, about the missed call".into()),
        place: Some("at Gill's".into()),
        on: date(2026, 11, 20),
        said_by: Some(gill()),
        mode: Mode::CloseNote,
        written_by: Some(anita().name),
        written_at: date(2026, 11, 20).at(16, 40, 0, 0),
        source: None,
        because: Some("It was the 12th, not the 13th.".into()),
        parts: vec![Part { label: Label::Words, words: text.into() }],
        seen: vec![("Idris".into(), Some(false), Some("asleep on Gill's shoulder".into()))],
    }
}

fn taken_back() -> Version {
    Version {
        number: 3,
        stands: Stands::TakenBack,
        what: None,
        title: None,
        because: Some("This was about another family.".into()),
        parts: vec![],
        seen: vec![],
        ..version("")
    }
}
