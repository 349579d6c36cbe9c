//! What Tyler agreed to show his mother, as she gets it, and as his worker decides about it.
use domain::board::BoardChild;
use domain::drawing::Drawing;
use domain::form::Filled;
use domain::houses_session::Variant;
use domain::id::{EntryId, PersonId};
use domain::shared_back::Way;
use jiff::Timestamp;
use jiff::civil::date;
use maud::Markup;
use uuid::Uuid;

use super::ask::{AskPage, WhenPage, ask, link_given, when};
use super::sheet::{door, ended, opened, printed, wait};
use super::{
    Agreed, AgreedPage, Asked, Family, Heard, LinkStands, Nothing, Showing, Whom, drawn_by,
};
use crate::drawing::{Size, drawing};
use crate::houses::Recorded;
use crate::houses::samples::tylers;
use crate::layout::{ChildPage, Frame, Look, MenuItem, Theme};
use crate::problem::{Wrong, Wrongs};
use crate::urls;

const TYLER: PersonId = PersonId(Uuid::from_u128(2));
const DONNA: PersonId = PersonId(Uuid::from_u128(3));
const SITTING: EntryId = EntryId(Uuid::from_u128(1));

fn agreed(look: Look<'_>) -> Agreed {
    let pages = tylers().pages.into_iter().map(|page| {
        let drawn = page.drawing.as_ref().and_then(|pictured| pictured.drawn.clone());
        let drawn = drawn.map(|drawn: Drawing| {
            drawing(look, &drawn, &drawn_by("Tyler"), Size::Full).into_string()
        });
        let sounds = page.sounds.iter().map(|one| {
            let Recorded { seconds, broken_off, .. } = *one;
            Heard { seconds, broken_off, src: None }
        });
        let sounds = sounds.collect();
        AgreedPage { page, drawing: drawn, photos: vec![], sounds }
    });
    Agreed {
        child: "Tyler".into(),
        person: "Donna".into(),
        worker: "Joel Whitby".into(),
        on: date(2026, 3, 26),
        variant: Variant::Houses,
        ask: Asked {
            worker: "Joel Whitby".into(),
            team: Some("Riverside team".into()),
            phone: Some("01632 960412".into()),
        },
        pages: pages.collect(),
    }
}

/// Whom Tyler named, and what was shown.
pub(crate) fn family_of_tyler() -> Family {
    let whom = |n: u128, called: &str, pages| Whom {
        person: PersonId(Uuid::from_u128(n)),
        called: called.into(),
        pages,
    };
    let until: Timestamp = "2026-12-08T11:45:00Z".parse().unwrap_or(Timestamp::UNIX_EPOCH);
    let link = LinkStands { opens: true, shows: true, ended: false, until, opened_at: None };
    let showing = |n: u128, way, link| Showing {
        root: EntryId(Uuid::from_u128(n)),
        called: "Mum".into(),
        way,
        made_on: date(2026, 11, 24),
        shown_on: None,
        link,
    };
    let paper = Showing { shown_on: Some(date(2026, 3, 30)), ..showing(22, Way::Paper, None) };
    Family {
        sitting: SITTING,
        people: vec![
            whom(3, "Mum", Ok(3)),
            whom(4, "Pete", Err(Nothing::NotAgreed)),
            whom(5, "Carl", Err(Nothing::ShutOut)),
            whom(6, "Father", Err(Nothing::NotNamed)),
        ],
        outside: vec![whom(7, "Ama", Ok(2))],
        by_name: vec!["Gran at the flats".into()],
        shut: None,
        shown: vec![
            showing(21, Way::Link, Some(link)),
            showing(24, Way::Link, Some(LinkStands { shows: false, ..link })),
            showing(23, Way::Paper, None),
            Showing { made_on: date(2026, 3, 28), ..paper },
        ],
    }
}

fn tyler() -> BoardChild {
    BoardChild { id: TYLER, name: "Tyler Brannagh".into(), called: "Tyler".into(), emblem: None }
}

fn together() -> WhenPage {
    WhenPage {
        shared: EntryId(Uuid::from_u128(23)),
        sitting: SITTING,
        child: tyler(),
        called: "Mum".into(),
        made_on: date(2026, 11, 24),
    }
}

fn asking(look: Look<'_>) -> AskPage {
    AskPage {
        important: None,
        important_beside: Some(date(2026, 11, 20)),
        sitting: SITTING,
        showing: EntryId(Uuid::from_u128(7)),
        person: DONNA,
        called: "Mum".into(),
        child: tyler(),
        agreed: Ok(agreed(look)),
        left_out: 2,
    }
}

/// Each page.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let look = Look { assets, theme };
    let frame = Frame {
        look,
        reader: "Joel Whitby",
        at: date(2026, 11, 24).at(11, 45, 0, 0),
        menu: &[MenuItem::MyWork, MenuItem::Children, MenuItem::Tablets],
        pages: &[ChildPage::FrontPage, ChildPage::Map, ChildPage::Story],
        search: true,
        record: true,
    };
    let page = asking(look);
    let nothing = AskPage { agreed: Err(Nothing::Important), ..page.clone() };
    let typed = [("knows", "no"), ("safe", "yes"), ("together", "At her kitchen table.")];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let wrongs = Wrongs::of([
        ("knows".to_owned(), Wrong::FirstTheChild),
        ("safe_because".to_owned(), Wrong::Empty),
    ]);
    let tomorrow = [("on".to_owned(), "2026-11-25".to_owned())];
    let too_late = Wrongs::of([("on".to_owned(), Wrong::StillToCome)]);
    let until: Timestamp = "2026-12-08T11:45:00Z".parse().unwrap_or(Timestamp::UNIX_EPOCH);
    let address = format!("https://kith.example{}", urls::ByLink(&"0f".repeat(32)));
    let agreed = agreed(look);
    vec![
        ("parents-ask", ask(&frame, &page, &Filled::default(), &Wrongs::default())),
        ("parents-ask-wrong", ask(&frame, &page, &Filled::of(typed), &wrongs)),
        ("parents-nothing", ask(&frame, &nothing, &Filled::default(), &Wrongs::default())),
        ("parents-when", when(&frame, &together(), &Filled::of(tomorrow), &too_late)),
        ("parents-link", link_given(&frame, &page, &address, until)),
        ("parents-sheet", printed(look, &agreed, &urls::Entry(SITTING).to_string())),
        ("parents-door", door(look, &"0f".repeat(32))),
        ("parents-opened", opened(look, &agreed)),
        ("parents-ended", ended(look)),
        ("parents-wait", wait(look)),
    ]
}
