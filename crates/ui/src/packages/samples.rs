//! Each state of the pages worth looking at.

use domain::id::{EntryId, PackageOutId, PersonId};
use domain::package_out::{State, Trouble, Way};
use jiff::{SignedDuration, Timestamp};
use maud::Markup;
use uuid::Uuid;

use super::{Answered, CopyPage, DeskPage, NoCopy, Somebody, Stuck, Tally, Where, copy, desk};
use crate::layout::Theme;
use crate::problem::{Wrong, Wrongs};

fn hours_ago(n: i64) -> Timestamp {
    let morning = Timestamp::from_second(1_795_520_700).unwrap_or_default();
    morning.checked_sub(SignedDuration::from_hours(n)).unwrap_or_default()
}

fn asks() -> CopyPage {
    CopyPage {
        root: EntryId(Uuid::from_u128(1)),
        called: "Tyler".into(),
        important: false,
        people: vec![somebody(4, "Ama Boateng")],
        at_home: vec![somebody(3, "Donna Brannagh")],
    }
}

fn somebody(n: u128, name: &str) -> Somebody {
    Somebody { id: PersonId(Uuid::from_u128(n)), name: name.into() }
}

fn stuck(n: u128, way: Way, trouble: Trouble, status: Option<i64>) -> Stuck {
    Stuck {
        id: PackageOutId(Uuid::from_u128(0x0192_f0c1 << 96 | n)),
        way,
        stopped: trouble.stops(),
        since: hours_ago(30),
        tries: 7,
        trouble,
        status,
        next: hours_ago(-2),
    }
}

fn full() -> DeskPage {
    let tally = |way, state, n| Tally { way, state, n, oldest: hours_ago(30) };
    DeskPage {
        folder: Some(Where {
            name: "the case system".into(),
            at: "/srv/kith/out".into(),
            trouble: Some(Trouble::FolderFull),
        }),
        push: Some(Where {
            name: "the case system".into(),
            at: "cases.wexcombe.example".into(),
            trouble: None,
        }),
        tallies: vec![
            tally(Way::Folder, State::Sent, 212),
            tally(Way::Folder, State::Waiting, 3),
            tally(Way::Push, State::Sent, 208),
            tally(Way::Push, State::Stopped, 2),
        ],
        stuck: vec![
            stuck(0x1a2b, Way::Folder, Trouble::FolderFull, None),
            stuck(0x3c4d, Way::Push, Trouble::Refused, Some(409)),
            stuck(0x5e6f, Way::Push, Trouble::OtherReceipt, Some(200)),
        ],
    }
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = crate::front_page::samples::frame(assets, theme);
    let wrongs = Wrongs::of([("why".to_owned(), Wrong::Empty), ("whom".to_owned(), Wrong::NotOne)]);
    let wrong = Answered { wrongs, ..Answered::default() };
    let no = Answered {
        whom: "system".into(),
        why: "The court asks for it.".into(),
        no: Some(NoCopy::NotHere),
        ..Answered::default()
    };
    let important = CopyPage { important: true, people: vec![], at_home: vec![], ..asks() };
    let nobody = CopyPage { people: vec![], at_home: vec![], ..asks() };
    vec![
        ("copy", copy(&frame, &asks(), &Answered::default())),
        ("copy-wrong", copy(&frame, &nobody, &wrong)),
        ("copy-important", copy(&frame, &important, &no)),
        ("packages", desk(&frame, &full())),
        ("packages-none", desk(&frame, &DeskPage::default())),
    ]
}
