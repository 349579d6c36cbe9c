//! A sitting to look at: Tyler's, with a drawing, words, a place on the path and choices.
use domain::board::BoardChild;
use domain::drawing::Drawing;
use domain::houses_page::Hand;
use domain::houses_session::{
    Asked, Ending, House, HousesSession, Level, Permission, Question, ReadBack, Stone, Told,
    Understood, Variant,
};
use domain::id::{EntryId, PersonId};
use domain::package_out::Way;
use domain::sharing::Answer;
use domain::tablet::HandedInState;
use jiff::Timestamp;
use jiff::civil::date;
use maud::Markup;
use uuid::Uuid;

use super::Came;
use crate::front_page::samples::frame;
use crate::layout::Theme;
use crate::whose::Said;

use super::over_time::{OneHouse, OverTime, Time, over_time};
use super::{
    Answered, Choice, Chosen, How, LeftAs, Page, PassedOn, Pictured, Recorded, SentOut, Sitting,
};

/// A van, drawn for this.
const VAN: &str = concat!(
    r#"{"kind":"page","page":"p","house":"good"}"#,
    "\n",
    r##"{"kind":"stroke","page":"p","id":"a","tool":"crayon","colour":"#3c6fb4","width":7,"##,
    r#""points":[[140,320,0.4,0],[142,180,0.6,90],[150,150,0.7,120],[420,146,0.5,300],"#,
    r#"[470,210,0.6,380],[540,226,0.6,430],[552,318,0.5,500],[140,322,0.4,800]]}"#,
    "\n",
    r##"{"kind":"stroke","page":"p","id":"b","tool":"crayon","colour":"#2c2a33","width":7,"##,
    r#""points":[[250,322,0.5,0],[226,296,0.6,40],[196,322,0.6,80],[222,352,0.6,120],"#,
    r#"[252,324,0.5,160]]}"#,
    "\n",
    r##"{"kind":"stroke","page":"p","id":"c","tool":"crayon","colour":"#2c2a33","width":7,"##,
    r#""points":[[490,322,0.5,0],[466,296,0.6,40],[436,322,0.6,80],[462,352,0.6,120],"#,
    r#"[492,324,0.5,160]]}"#,
    "\n",
    r#"{"kind":"words","page":"p","id":"w","text":"Pete's van","x":250,"y":120}"#,
);

/// Tyler's sitting.
pub fn tylers() -> Sitting {
    Sitting {
        as_of: date(2026, 11, 24),
        write: Some(id(1)),
        whole: None,
        child: "Tyler".into(),
        worker: Some("Joel Whitby".into()),
        pages: vec![van(), ambilance(), path()],
        exact: vec![(
            "he goes beep beep then we eat chips".into(),
            Some("Tell me about the van.".into()),
        )],
        passed_on: vec![PassedOn {
            what: "the inhaler was empty again".into(),
            to: "Beth Lowe, health visitor".into(),
            why: "He needs one that works by tonight.".into(),
            child_told: true,
        }],
        important: vec![],
        loose_sounds: vec![Recorded { seconds: None, ..recorded(15, 0, true) }],
        loose_photos: vec![],
        note: Some((
            id(9),
            "He hid under the table at first, and came out for the crayons.\n\n\
             What needs doing, and who does it?\nAsk Pete about the inhalers. Me, on Monday."
                .into(),
        )),
        answers: vec![Answered {
            root: id(8),
            on: date(2026, 4, 2),
            words: "You said the ambulance. There are two inhalers now and Pete counts the puffs."
                .into(),
            nothing_changed: None,
        }],
        answer_by: Some(date(2026, 4, 13)),
        family: Some(crate::parents::family_of_tyler()),
        how: how(),
        came: Some(came()),
        left: LeftAs {
            copy: Some(id(1)),
            sent: vec![went(Way::Folder, None), went(Way::Push, Some("R-20931"))],
        },
    }
}

fn came() -> Came {
    let [aside, taken_up] = crate::whose::set_aside_and_taken_up();
    let filed = Said { state: HandedInState::Filed, ..taken_up.clone() };
    Came { tablet: "The blue one".into(), at: aside.at, said: vec![aside, taken_up, filed] }
}

fn went(way: Way, receipt: Option<&str>) -> SentOut {
    SentOut {
        way,
        to: "the case system".into(),
        at: date(2026, 11, 23).at(14, 32, 0, 0),
        receipt: receipt.map(str::to_owned),
    }
}

/// The same before anybody has answered, and as its second page alone.
pub fn one_page() -> Sitting {
    let whole = tylers();
    Sitting {
        write: None,
        whole: Some(id(1)),
        pages: vec![ambilance()],
        exact: vec![],
        passed_on: vec![],
        note: None,
        answers: vec![],
        came: None,
        left: LeftAs::default(),
        family: None,
        ..whole
    }
}

/// Tyler's houses, then and now; and of a child who has put nothing into one.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = frame(assets, theme);
    let nobody = OverTime { houses: vec![], ..tylers_over_time() };
    let all = [("houses-over-time", tylers_over_time()), ("houses-over-time-nothing", nobody)];
    all.into_iter().map(|(name, page)| (name, over_time(&frame, &page))).collect()
}

/// What he put into his houses in April and in November.
pub(super) fn tylers_over_time() -> OverTime {
    let (april, november) = (date(2026, 4, 2), date(2026, 11, 9));
    let now = Page {
        words: vec![("they took it back it is red now".into(), Hand::Child)],
        drawing: None,
        title: None,
        sounds: vec![],
        ..van()
    };
    let further = Page { path: Some((720, Some("nerly".into()))), ..page(33, House::Path) };
    let time =
        |on, page| Time { root: id(1), on, worker: Some("Joel Whitby".into()), pages: vec![page] };
    let houses = [
        (House::Good, vec![time(april, van()), time(november, Page { root: id(14), ..now })]),
        (House::Worries, vec![time(april, ambilance())]),
        (House::Path, vec![time(april, path()), time(november, further)]),
    ];
    OverTime {
        may_take_along: true,
        as_of: date(2026, 11, 24),
        child: BoardChild {
            id: PersonId(Uuid::from_u128(0x7)),
            name: "Tyler Brannagh".into(),
            called: "Tyler".into(),
            emblem: None,
        },
        houses: houses.into_iter().map(|(house, times)| OneHouse { house, times }).collect(),
        older: false,
    }
}

const fn id(n: u128) -> EntryId {
    EntryId(Uuid::from_u128(n))
}

fn page(n: u128, house: House) -> Page {
    Page {
        root: id(n),
        house,
        called: None,
        title: None,
        drawing: None,
        words: vec![],
        path: None,
        number: None,
        sorted: vec![],
        important: false,
        left_out: false,
        sounds: vec![],
        photos: vec![],
        choices: vec![],
        missing: 0,
    }
}

fn recorded(n: u128, seconds: u32, broken_off: bool) -> Recorded {
    Recorded { root: id(n), seconds: Some(seconds), broken_off }
}

fn choice(who: &str, answer: Answer) -> Choice {
    Choice { who: who.into(), part: None, what: Chosen::Answer(answer) }
}

fn van() -> Page {
    let drawn = Drawing::read(VAN.as_bytes()).ok();
    Page {
        title: Some("pete beeping".into()),
        drawing: Some(Pictured { root: id(12), blob: [0; 32], drawn }),
        words: vec![("snacks".into(), Hand::Child), ("Kayleigh".into(), Hand::Child)],
        sounds: vec![recorded(13, 42, false), recorded(14, 9, true)],
        choices: vec![choice("Mum", Answer::Yes), choice("Dad", Answer::AskLater)],
        ..page(11, House::Good)
    }
}

fn ambilance() -> Page {
    let words =
        vec![("the ambilance".into(), Hand::Child), ("when nobody wakes up".into(), Hand::Worker)];
    Page {
        called: Some("sad van".into()),
        important: true,
        words,
        choices: vec![choice("Mum", Answer::Yes), choice("Dad", Answer::No)],
        missing: 1,
        ..page(21, House::Worries)
    }
}

fn path() -> Page {
    Page { path: Some((500, Some("middel".into()))), ..page(31, House::Path) }
}

fn how() -> How {
    let told = |stone, answer| Told { stone, answer };
    let asked = |what| Asked { node: "H21".into(), what, noticed: None };
    let session = HousesSession {
        child: PersonId(Uuid::from_u128(2)),
        level: Some(Level::B),
        variant: Variant::Houses,
        called: None,
        named: vec![],
        order: vec![],
        place: Some("at school".into()),
        language: "en-GB".into(),
        interpreter: None,
        permission: Some(Box::new(Permission::Agreed {
            who: "Mum".into(),
            on: "2026-03-24".into(),
            words: Some("She saw the blank houses.".into()),
        })),
        enquiry: None,
        near: Some("Nobody is near".into()),
        told: vec![
            told(Stone::KeepingSafe, Understood::Yes),
            told(Stone::WhoSees, Understood::NotSure),
        ],
        started: Timestamp::UNIX_EPOCH,
        ended: Timestamp::UNIX_EPOCH,
        ending: Ending::ReadBack,
        ending_why: None,
        read_back: Some(ReadBack { done: true, why_not: None }),
        pages: vec![],
        important: vec![],
        note: None,
        exact: vec![],
        passed_on: vec![],
        comes_back_on: Some(date(2026, 4, 2)),
        path: vec![],
        moved_because: None,
        asked: vec![
            asked(Question::Prompt("TP41".into())),
            asked(Question::Prompt("worries-house".into())),
            asked(Question::Own("Tell me more about the ambulance.".into())),
        ],
        loose: vec![],
        unopened: None,
    };
    How { session, as_of: date(2026, 11, 24) }
}
