//! Searches to look at and to test with: where one begins, what one found, nothing, and a file
//! that is kept to a few.
use domain::id::{EntryId, PersonId};
use domain::kind::Kind;
use domain::person::{Born, Phone};
use domain::search::{
    Answer, Asks, ChildHits, Desk, EntryHit, Excerpt, Likeness, PersonHit, SeenThrough, Why,
};
use domain::voice::Mode;
use jiff::civil::date;
use maud::Markup;
use uuid::Uuid;

use super::{Found, Start, found, start};
use crate::front_page::samples::{NOW, frame};
use crate::layout::Theme;
use crate::problem::{Wrong, Wrongs};

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = frame(assets, theme);
    let lately = vec![(id(1), "Brannagh".to_owned()), (id(2), "سلمى".to_owned())];
    let begins = Start { lately, wrongs: Wrongs::default() };
    let empty = Start { wrongs: Wrongs::of([("q".to_owned(), Wrong::Empty)]), ..Start::default() };
    let page = |answer: &Answer| {
        let wrongs = Wrongs::default();
        found(&frame, &Found { id: id(1), answer, goes_on: false, reason: "", wrongs })
    };
    let nothing = Answer { people: vec![], entries: vec![], older: None, ..gill() };
    let asks = |asks| Answer { asks: Some(asks), ..nothing.clone() };
    vec![
        ("search", start(&frame, &begins)),
        ("search-empty", start(&frame, &empty)),
        ("search-found", page(&gill())),
        ("search-nothing", page(&nothing)),
        ("search-duty", page(&asks(Asks::Duty(nothing.duty.clone())))),
        ("search-reason", page(&asks(Asks::Reason))),
        ("search-break-glass", page(&asks(Asks::BreakGlass))),
    ]
}

/// Where "Gill" stands in the samples' words.
const GILL: std::ops::Range<usize> = 0..4;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

/// What Anita finds with "gill".
fn gill() -> Answer {
    let idris = PersonId(id(0xA1));
    Answer {
        as_of: NOW.date(),
        typed: "gill".into(),
        people: people(idris),
        entries: vec![ChildHits {
            child: idris,
            name: "Idris Mahoney-Shah".into(),
            hits: vec![visit(), slip()],
        }],
        asks: None,
        older: Some("o417".into()),
        duty: Some(Desk {
            team: "Out of hours".into(),
            phone: Phone { number: "01632 960 199".into(), note: Some("5 pm to 8 am".into()) },
        }),
    }
}

fn people(idris: PersonId) -> Vec<PersonHit> {
    let blank = PersonHit {
        id: PersonId(id(2)),
        name: "Gillian Hartley".into(),
        born: Some(Born::On(date(1961, 4, 2))),
        worker: None,
        team: None,
        own: false,
        why: Why::Name(Likeness::Begins),
        through: vec![SeenThrough {
            child: idris,
            name: "Idris Mahoney-Shah".into(),
            role: Some("neighbour".into()),
        }],
    };
    let jill = PersonHit {
        id: PersonId(id(3)),
        name: "Jill O'Dowd".into(),
        born: Some(Born::On(date(2012, 9, 30))),
        worker: Some("Joel Marsh".into()),
        team: Some("Riverside".into()),
        own: true,
        why: Why::Name(Likeness::Alike),
        through: vec![],
    };
    let other = Why::OtherName("Gill Shah".into(), Likeness::Same);
    vec![
        blank,
        PersonHit { name: "Gulnaz Shah".into(), own: false, why: other, ..jill.clone() },
        jill,
    ]
}

fn visit() -> EntryHit {
    let text = "Gill from next door had him till four. He slept, she says, from ten.";
    EntryHit {
        root: EntryId(id(11)),
        kind: Kind::Note,
        word: "visit",
        on: date(2026, 11, 20),
        title: None,
        excerpt: Excerpt {
            text: text.into(),
            marked: vec![GILL],
            cut_before: true,
            cut_after: true,
        },
        said_by: Some("Gillian Hartley".into()),
        how: Some(Mode::CloseNote),
        written_by: Some("Anita Rowe".into()),
        linked: true,
        beside: vec![(PersonId(id(4)), "Maya Mahoney".into())],
    }
}

fn slip() -> EntryHit {
    let text = "Gill can have them both on a Thursday.";
    EntryHit {
        root: EntryId(id(12)),
        kind: Kind::MapItem,
        word: "strength",
        on: date(2025, 12, 3),
        excerpt: Excerpt { text: text.into(), marked: vec![GILL], ..Excerpt::default() },
        said_by: None,
        how: None,
        linked: false,
        beside: vec![],
        ..visit()
    }
}
