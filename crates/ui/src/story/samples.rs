//! Stories to look at: some of Idris's, and one with nothing in it yet.
use domain::board::BoardChild;
use domain::id::EntryId;
use domain::map_item::Column;
use domain::note::NoteKind;
use domain::voice::Mode;
use jiff::civil::{Date, date};
use maud::Markup;
use uuid::Uuid;

use super::{Narrow, Story, Told, What, story};
use crate::front_page::samples::{anita, denise, frame, gill, hale, idris_named};
use crate::layout::Theme;

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = frame(assets, theme);
    let nothing = Story { told: vec![], narrow: vec![(Narrow::All, 0)], older: None, ..idris() };
    vec![("story", story(&frame, &idris())), ("story-nothing", story(&frame, &nothing))]
}

fn told(n: u128, what: What, on: Date, title: &str, text: &str) -> Told {
    Told {
        root: EntryId(Uuid::from_u128(0x6_0000 + n)),
        what,
        on,
        title: (!title.is_empty()).then(|| title.to_owned()),
        text: text.into(),
        mode: None,
        said_by: None,
        written_by: Some("Anita Rowe".into()),
        place: None,
        speaks_to: vec![],
        source: None,
        quiet_before: None,
        key: false,
        left_out: false,
        new: false,
    }
}

/// The entry that was moved off.
pub(super) fn moved() -> EntryId {
    EntryId(Uuid::from_u128(0x6_00ff))
}

/// Some of the story of Idris.
pub fn idris() -> Story {
    Story {
        as_of: date(2026, 11, 24),
        child: BoardChild {
            id: idris_named().id,
            name: "Idris Mahoney-Shah".into(),
            called: "Idris".into(),
            emblem: Some("a washing machine going round".into()),
        },
        told: [november(), autumn()].concat(),
        narrow: vec![(Narrow::All, 56), (Narrow::KeyEvents, 9), (Narrow::Voice, 7)],
        now: Narrow::All,
        older: Some("?before=2025-01-12".into()),
    }
}

fn november() -> Vec<Told> {
    vec![
        Told {
            said_by: Some(denise()),
            mode: Some(Mode::Verbatim),
            written_by: None,
            new: true,
            ..told(
                20,
                What::Note(NoteKind::NightBook),
                date(2026, 11, 23),
                "",
                "He slept from ten till four.",
            )
        },
        Told {
            said_by: Some(anita()),
            mode: Some(Mode::Observed),
            place: Some("with both".into()),
            ..told(
                11,
                What::Note(NoteKind::Visit),
                date(2026, 11, 17),
                "Everyone scales",
                "Turns to Leah's voice, settles on Karim's shoulder in two minutes, watches \
                     Denise's face.",
            )
        },
    ]
}

fn autumn() -> Vec<Told> {
    let worry = |text: &str| vec![(Column::Worry, text.to_owned())];
    let well = |text: &str| vec![(Column::Well, text.to_owned())];
    vec![
        Told {
            key: true,
            speaks_to: worry("… someone pulled or twisted Idris's arm …"),
            ..told(
                8,
                What::Step("conference"),
                date(2026, 10, 14),
                "First conference",
                "Protection plan, physical. The goal was read aloud.",
            )
        },
        Told {
            said_by: Some(gill()),
            mode: Some(Mode::CloseNote),
            place: Some("at Gill's".into()),
            speaks_to: well("Leah put Idris in his cot …"),
            ..told(
                6,
                What::Note(NoteKind::Visit),
                date(2026, 10, 8),
                "Gill, about 20 September",
                "Leah put Idris in his cot, shut the door and stood in the yard until Gill \
                     came over, because she felt she could not cope.",
            )
        },
        Told {
            key: true,
            ..told(
                3,
                What::Decision,
                date(2026, 10, 1),
                "Where Idris lives for now",
                "With Nan, building up time at home in steps.",
            )
        },
        Told {
            said_by: Some(hale()),
            mode: Some(Mode::Document),
            speaks_to: worry("… a strong pull or twist."),
            ..told(
                2,
                What::Note(NoteKind::Document),
                date(2026, 9, 29),
                "Dr Hale, report",
                "Left upper arm broken. It takes a strong pull or twist.",
            )
        },
        Told {
            source: Some("CIN census 2026".into()),
            written_by: None,
            quiet_before: Some(620),
            ..told(9, What::Step("referral"), date(2026, 9, 28), "", "")
        },
        Told { root: moved(), ..told(10, What::Moved, date(2025, 1, 14), "", "") },
        told(1, What::Event, date(2025, 1, 12), "", "Leah and Karim move into 14 Orchard Row."),
    ]
}
