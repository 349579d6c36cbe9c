//! Each state of the page worth looking at.
use domain::child_list::Offered;
use domain::person::Born;

use domain::id::{PersonId, TabletId};
use domain::tablet::{Along, Standing, Tablet, ToSay};
use jiff::{SignedDuration, Timestamp};
use maud::Markup;
use uuid::Uuid;

use super::{TabletsPage, code_given, tablets};
use crate::layout::Theme;
use crate::problem::{Wrong, Wrongs};

const TYLER: PersonId = PersonId(Uuid::from_u128(1));
const KAYLEIGH: PersonId = PersonId(Uuid::from_u128(2));
const HIDDEN: PersonId = PersonId(Uuid::from_u128(3));

/// A quarter to twelve on Tuesday 24 November 2026.
fn now() -> Timestamp {
    Timestamp::from_second(1_795_520_700).unwrap_or_default()
}

fn hours(n: i64) -> Timestamp {
    now().checked_add(SignedDuration::from_hours(n)).unwrap_or_default()
}

fn tablet(n: u128, name: &str, standing: Standing, along: Vec<Along>) -> Tablet {
    let id = TabletId(Uuid::from_u128(n));
    Tablet { id, name: name.into(), standing, seen_at: Some(hours(-1)), along }
}

fn along(child: PersonId, taken: i64, until: i64) -> Along {
    Along { child, taken_at: hours(taken), until: hours(until) }
}

fn several() -> Vec<Tablet> {
    let with = vec![along(TYLER, -2, 12), along(HIDDEN, -30, -12)];
    let new = Tablet { seen_at: None, ..tablet(2, "The team’s", expected(), vec![]) };
    vec![
        new,
        tablet(1, "The blue one, in my bag", Standing::InUse { until: hours(900) }, with),
        tablet(3, "The old one", Standing::Over, vec![]),
        tablet(4, "The one with the crack", Standing::Lost { since: hours(-60) }, vec![]),
    ]
}

fn expected() -> Standing {
    Standing::Expected { until: hours(1) }
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = crate::front_page::samples::frame(assets, theme);
    let offered = |id, name: &str, own| {
        let born = Some(Born::On(jiff::civil::date(2018, 3, 4)));
        Offered { id, name: name.into(), born, own }
    };
    let may_take = vec![
        offered(TYLER, "Tyler Boyd", true),
        offered(KAYLEIGH, "Kayleigh Boyd-Featherstonehaugh", false),
    ];
    let names = may_take.iter().map(|child| (child.id, child.name.clone())).collect();
    let page = TabletsPage {
        own: several(),
        names,
        may_take,
        waiting: ToSay { how_many: 2, important: 1 },
        ..TabletsPage::default()
    };
    let wrongs = Wrongs::of([("name".to_owned(), Wrong::Empty)]);
    let none = TabletsPage {
        waiting: ToSay { how_many: 1, important: 1 },
        wrongs,
        ..TabletsPage::default()
    };
    vec![
        ("tablets", tablets(&frame, &page, now())),
        ("tablets-none", tablets(&frame, &none, now())),
        (
            "tablets-code",
            code_given(&frame, "K7M-4QX-92P", hours(1), "https://kith.wexcombe.example/kit/"),
        ),
    ]
}
