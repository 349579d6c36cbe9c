//! Filing a census, to look at: each page in each state that a data officer meets.

use domain::id::{EntryId, ImportId, PersonId};
use domain::import_batch::{Counts, Format, ImportBatch, State};
use domain::imports::{
    Filed, ImportState, LeftAsItIs, ListedImport, LookedAt, Met, RefusedLine, Undoing, WaitingFile,
};
use jiff::civil::{DateTime, date, datetime};
use maud::Markup;
use uuid::Uuid;

use super::{HeldPage, ImportsPage, imports, looked_at, one, undo};
use crate::front_page::samples::frame;
use crate::layout::{Frame, MenuItem, Theme};

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = Frame {
        reader: "Dara Osei",
        menu: &[MenuItem::Children, MenuItem::Import],
        ..frame(assets, theme)
    };
    let none = ImportsPage { list: vec![], waiting: vec![], ..page() };
    let wrong = Some("The file is larger than 400 MB.".to_owned());
    let same = LookedAt {
        year: Some(2026),
        bytes: 912_000,
        children: 120,
        same: 120,
        ..LookedAt::default()
    };
    let held = |looked| HeldPage { held: Uuid::from_u128(0x77), looked, links_children: true };
    let state = |state: &ImportState| one(&frame, state, true);
    vec![
        ("import", imports(&frame, &page())),
        ("import-none", imports(&frame, &none)),
        ("import-wrong", imports(&frame, &ImportsPage { wrong, ..page() })),
        ("import-looked", looked_at(&frame, &held(looked()))),
        ("import-looked-same", looked_at(&frame, &held(same))),
        ("import-reading", state(&ImportState::Reading { staged: 3_400 })),
        ("import-filing", state(&ImportState::Filing(filing()))),
        ("import-filed", state(&ImportState::Filed(filed()))),
        ("import-nothing-new", state(&ImportState::NothingNew)),
        ("import-failed", state(&ImportState::Failed("the file ends in the middle".into()))),
        ("import-undo", undo(&frame, &filed(), &undoing())),
        ("import-undoing", state(&ImportState::Undoing(filed()))),
        ("import-undone", state(&ImportState::Undone(undone(), Some(undoing())))),
        ("import-undone-later", state(&ImportState::Undone(undone(), None))),
    ]
}

fn listed(n: u128, at: DateTime, state: State, counts: Counts) -> ListedImport {
    let batch = ImportBatch {
        format: Format::CinCensus,
        year: Some(2026),
        authority_in_file: Some(999),
        file_digest: [0; 32],
        state,
        counts,
    };
    ListedImport {
        id: ImportId::first_written_in(EntryId(Uuid::from_u128(0x50_0000 + n))),
        begun_at: at,
        by: Some("Dara Osei".into()),
        batch,
        changed_at: at,
        changed_by: Some("Dara Osei".into()),
        left: 0,
    }
}

fn filed() -> ListedImport {
    let counts = Counts {
        children: 20_000,
        new: 1_204,
        changed: 310,
        same: 18_484,
        entries: 11_927,
        refused: 6,
    };
    listed(1, datetime(2026, 11, 24, 10, 2, 0, 0), State::Filed, counts)
}

fn filing() -> ListedImport {
    let begun = filed();
    let batch = ImportBatch { state: State::Filing, ..begun.batch };
    ListedImport { left: 902, batch, ..begun }
}

fn undone() -> ListedImport {
    let counts = Counts { children: 3, new: 3, entries: 31, ..Counts::default() };
    let before = listed(3, datetime(2026, 10, 30, 14, 20, 0, 0), State::Undone, counts);
    ListedImport { changed_at: datetime(2026, 11, 2, 9, 15, 0, 0), ..before }
}

/// The list of imports.
pub fn page() -> ImportsPage {
    let counts = Counts {
        children: 18_790,
        new: 18_790,
        entries: 201_334,
        refused: 41,
        ..Counts::default()
    };
    let console = listed(2, datetime(2025, 7, 31, 16, 40, 0, 0), State::Filed, counts);
    let batch = ImportBatch { year: Some(2025), ..console.batch };
    let console = ListedImport { by: None, batch, ..console };
    let list = vec![filing(), filed(), undone(), console];
    let brought_at = datetime(2026, 11, 24, 11, 2, 0, 0);
    let waiting = vec![WaitingFile { held: Uuid::from_u128(0x77), bytes: 18_400_000, brought_at }];
    ImportsPage { list, waiting, wrong: None, most_megabytes: 400, may_undo: true }
}

/// A file that was looked at.
pub fn looked() -> LookedAt {
    let met = |n: u64, new, entries| Met {
        la_child_id: format!("WX{:05}", 90_000 + n * 37),
        new,
        entries,
        person: (!new).then_some(PersonId(Uuid::from_u128(u128::from(n)))),
    };
    let refused = |line, element: &str, says: &str| RefusedLine {
        line,
        element: element.into(),
        says: says.into(),
    };
    LookedAt {
        year: Some(2026),
        bytes: 41_700_000,
        children: 20_000,
        new: 1_204,
        changed: 310,
        same: 18_484,
        entries: 11_927,
        kinds: vec![
            (Filed::Person, 1_230),
            (Filed::Number, 2_391),
            (Filed::Waiting, 1_204),
            (Filed::Referral, 1_301),
            (Filed::Assessment, 1_420),
            (Filed::Plan, 980),
            (Filed::Enquiry, 611),
            (Filed::Conference, 204),
            (Filed::ProtectionPlan, 199),
            (Filed::Review, 407),
            (Filed::Closure, 1_960),
            (Filed::TakenBack, 20),
        ],
        who: (0..9).map(|n| met(n, n % 3 != 0, 4 + n)).collect(),
        unknown: vec![("FamilyHub".into(), 212), ("LocalNotes".into(), 1)],
        refused: vec![
            refused(4_112, "PersonBirthDate", "31 February is no day. It was left out."),
            refused(9_870, "CINPlanEndDate", "“soon” is no day. It was left out."),
            refused(21_004, "LAchildID", "WX90311 is two children's. Neither is filed."),
        ],
        refused_count: 6,
        warnings: vec![
            "The file is of authority 201; this is the record of 999. It is filed all the same."
                .into(),
        ],
    }
}

/// What taking it back leaves.
pub fn undoing() -> Undoing {
    let left =
        |id: &str, line, written_over| LeftAsItIs { la_child_id: id.into(), line, written_over };
    Undoing {
        children: 1_514,
        gone: 1_201,
        entries: 11_890,
        left: vec![
            left("WX90037", None, false),
            left("WX90148", Some((Filed::Assessment, Some(date(2026, 3, 4)))), true),
            left("WX90222", Some((Filed::Number, None)), true),
        ],
        left_count: 37,
    }
}
