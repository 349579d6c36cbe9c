//! A day to look at and to test with: Anita's, with twelve children; and a new worker's, with
//! none.
use domain::front_page::{Named, Rater, Rating, Scale, Standing};
use domain::id::SittingId;
use domain::id::{EntryId, PersonId};
use domain::my_work::{Ahead, Appointment, ChildRow, LastSeen, MyWork, Newest, Next, Waiting};
use domain::note::NoteKind;
use domain::person::{Born, Sex};
use domain::plan::State;
use domain::scale::ScaleKind;
use domain::tablet::ImportantIn;
use domain::voice::Mode;
use jiff::civil::{Date, Time, date, time};
use maud::Markup;
use uuid::Uuid;

use super::my_work;
use crate::front_page::samples::{anita, denise, frame, idris_named, leah, scales};
use crate::layout::{Frame, Theme};

const TODAY: Date = date(2026, 11, 24);

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = Frame { at: TODAY.at(9, 2, 0, 0), ..frame(assets, theme) };
    let nobody = MyWork {
        as_of: TODAY,
        families: vec![],
        today: vec![],
        handed_in: 2,
        waiting: vec![],
        dates: vec![],
    };
    vec![("my-work", my_work(&frame, &anitas_day())), ("my-work-new", my_work(&frame, &nobody))]
}

/// Anita's 24 November.
pub fn anitas_day() -> MyWork {
    MyWork {
        as_of: TODAY,
        families: families(),
        today: vec![
            visit(
                Some(time(10, 0, 0, 0)),
                NoteKind::Visit,
                "Visit Idris, 3 Mill Bank",
                "Denise, Leah and the night book",
            ),
            visit(
                Some(time(13, 30, 0, 0)),
                NoteKind::Meeting,
                "Thinking together, Ellie",
                "Colin leads, six writing",
            ),
            visit(
                Some(time(16, 0, 0, 0)),
                NoteKind::Call,
                "Ring Samira, about nights",
                "07700 900 461",
            ),
        ],
        handed_in: 0,
        waiting: vec![
            Waiting::ImportantHandedIn {
                sitting: SittingId(Uuid::from_u128(1)),
                worker: Some("Joel Okafor".into()),
                on: date(2026, 11, 24),
                is: ImportantIn::NobodyRung,
            },
            Waiting::Read {
                what: "Denise's night book, 22 to 23 Nov".into(),
                entry: EntryId(Uuid::from_u128(0x20)),
            },
            Waiting::Finish {
                child: idris_named().id,
                draft: EntryId(Uuid::from_u128(0x21)),
                kind: NoteKind::Visit,
                title: Some("Gill calling in".into()),
                on: date(2026, 11, 20),
            },
            Waiting::Answer {
                called: "Idris".into(),
                session: EntryId(Uuid::from_u128(81)),
                on: date(2026, 11, 10),
                by: date(2026, 11, 24),
            },
            Waiting::Do {
                child: idris_named().id,
                what: "Ring Sean back about Saturdays".into(),
                by: Some(date(2026, 11, 26)),
            },
            Waiting::Opened {
                child: Some(idris_named().id),
                called: "Idris".into(),
                by: "M. Roe".into(),
                reason: "The court asks.".into(),
                on: date(2026, 11, 21),
            },
        ],
        dates: vec![
            ahead(26, "First map", "Pryce"),
            ahead(28, "First night home", "Idris"),
            ahead(32, "Core group", "Ellie"),
            ahead(37, "Review", "Noah and Isla"),
        ],
    }
}

fn visit(at: Option<Time>, kind: NoteKind, title: &str, note: &str) -> Appointment {
    Appointment {
        at,
        kind,
        title: title.into(),
        note: Some(note.into()),
        child: Some(idris_named().id),
    }
}

/// On a day counted from the first of November.
fn ahead(day: i8, what: &str, whom: &str) -> Ahead {
    let on = if day > 30 { date(2026, 12, day - 30) } else { date(2026, 11, day) };
    Ahead { on, what: what.into(), whom: whom.into(), child: idris_named().id }
}

fn person(called: &str, relation: &str, standing: Standing) -> Named {
    let relation = (!relation.is_empty()).then(|| relation.to_owned());
    let id = PersonId(Uuid::from_u128(called.bytes().map(u128::from).sum()));
    Named { id, name: called.into(), called: called.into(), relation, standing, sex: Sex::NotKnown }
}

fn newest(text: &str, mode: Mode, by: Named, (place, on): (&str, Date), new: bool) -> Newest {
    let place = (!place.is_empty()).then(|| place.to_owned());
    Newest {
        entry: EntryId(Uuid::from_u128(0x30)),
        text: text.into(),
        mode,
        by: Some(by),
        place,
        on,
        new,
    }
}

/// Numbers of several people at several times, oldest first.
fn scaled(given: &[(Named, &[u8])]) -> Scale {
    let rating = |nth: usize, value: u8| {
        let month = i8::try_from(nth).unwrap_or(0) + 9;
        Rating { on: date(2026, month, 10), value: Some(value), why: String::new() }
    };
    let raters = given.iter().map(|(who, values)| Rater {
        who: who.clone(),
        given: values.iter().enumerate().map(|(nth, value)| rating(nth, *value)).collect(),
    });
    Scale {
        id: EntryId(Uuid::from_u128(0x40)),
        kind: ScaleKind::Danger,
        title: String::new(),
        anchor_10: String::new(),
        anchor_0: String::new(),
        raters: raters.collect(),
        not_asked: vec![],
    }
}

fn seen(day: i8, place: &str, with: &str) -> LastSeen {
    let alone = (with == "alone").then_some(true);
    let some = |words: &str| (!words.is_empty()).then(|| words.to_owned());
    LastSeen { on: date(2026, 11, day), place: some(place), alone, with: some(with) }
}

fn row(called: &str, family_name: &str, born: Date) -> ChildRow {
    ChildRow {
        id: PersonId(Uuid::from_u128(called.bytes().map(u128::from).sum())),
        called: called.into(),
        family_name: family_name.into(),
        born: Some(Born::On(born)),
        emblem: None,
        newest: None,
        scale: None,
        last_seen: None,
        plan: None,
        next: None,
    }
}

fn families() -> Vec<Vec<ChildRow>> {
    let rich = vec![vec![idris_row()], vec![ellie_row()], whitcombes(), vec![pryce_row()]];
    rich.into_iter().chain(compact().into_iter().map(|child| vec![child])).collect()
}

/// Seven children in compact rows, by what comes next.
fn compact() -> Vec<ChildRow> {
    let next = |child: ChildRow, day, what: &str, seen| ChildRow {
        next: Some(Next { on: ahead(day, "", "").on, what: what.into() }),
        last_seen: Some(seen),
        ..child
    };
    let two = |child: ChildRow, mum: &[u8], worker: &[u8]| ChildRow {
        scale: Some(scaled(&[(mother(), mum), (anita(), worker)])),
        ..child
    };
    let rosa = two(row("Rosa", "Petrenko", date(2017, 3, 1)), &[6, 8], &[4, 5]);
    let danny = two(row("Danny", "Holt", date(2011, 2, 1)), &[5, 6], &[3, 3]);
    let amara = two(row("Amara", "Bello", date(2024, 5, 1)), &[7, 7], &[5, 6]);
    let jay = row("Jay", "Sutton", date(2015, 9, 1));
    let jay = ChildRow { scale: Some(scaled(&[(mother(), &[4])])), ..jay };
    let lily = two(row("Lily", "Farrow", date(2019, 6, 1)), &[4, 6], &[2, 5]);
    let hassan = two(row("Hassan", "Noor", date(2010, 8, 1)), &[7, 8], &[5, 7]);
    let keane = row("Baby", "Keane", date(2026, 11, 2));
    vec![
        next(rosa, 26, "school meeting", seen(18, "at school", "alone")),
        next(danny, 27, "he picks where", seen(13, "on a walk", "alone")),
        next(amara, 30, "nursery, Mum too", seen(16, "at nursery", "")),
        next(jay, 31, "ask Dad's number", seen(20, "at home", "with Gran")),
        next(lily, 32, "her houses again", seen(19, "at home", "alone")),
        next(hassan, 33, "college evening", seen(17, "at college", "alone")),
        next(keane, 34, "clinic with Beth", seen(23, "at home", "with both")),
    ]
}

fn mother() -> Named {
    person("Mum", "Mum", Standing::Mother)
}

fn idris_row() -> ChildRow {
    ChildRow {
        emblem: Some("a washing machine going round".into()),
        newest: Some(newest(
            "He slept from ten till four.",
            Mode::Verbatim,
            denise(),
            ("in the night book", date(2026, 11, 23)),
            true,
        )),
        scale: scales().into_iter().next(),
        last_seen: Some(seen(17, "", "with both")),
        plan: Some(State::BeingTried),
        ..row("Idris", "Mahoney-Shah", date(2026, 6, 14))
    }
}

fn ellie_row() -> ChildRow {
    let ellie = || person("Ellie", "", Standing::Child);
    ChildRow {
        emblem: Some("headphones".into()),
        newest: Some(newest(
            "I want one grown-up who texts back.",
            Mode::Verbatim,
            ellie(),
            ("at school", date(2026, 11, 20)),
            false,
        )),
        scale: Some(scaled(&[(ellie(), &[3, 4]), (leah(), &[6, 7]), (anita(), &[4, 5])])),
        last_seen: Some(seen(20, "at school", "alone")),
        plan: Some(State::Agreed),
        ..row("Ellie", "Dunmore", date(2013, 4, 2))
    }
}

fn whitcombes() -> Vec<ChildRow> {
    let teacher = || person("Ms Grant", "school", Standing::School);
    let three = scaled(&[(leah(), &[4, 6, 8]), (anita(), &[3, 4, 6]), (teacher(), &[3, 4, 7])]);
    let isla = person("Isla", "", Standing::Child);
    vec![
        ChildRow {
            emblem: Some("dinosaur".into()),
            newest: Some(newest(
                "Breakfast club again, dressed and early.",
                Mode::CloseNote,
                teacher(),
                ("", date(2026, 11, 23)),
                true,
            )),
            scale: Some(three.clone()),
            last_seen: Some(seen(19, "at home", "")),
            plan: Some(State::HeldByFamily),
            ..row("Noah", "Whitcombe", date(2020, 5, 2))
        },
        ChildRow {
            emblem: Some("snail".into()),
            newest: Some(newest(
                "My snail sleeps in the boot by the door.",
                Mode::Verbatim,
                isla,
                ("at home", date(2026, 11, 19)),
                false,
            )),
            scale: Some(three),
            last_seen: Some(seen(19, "at home", "")),
            plan: Some(State::HeldByFamily),
            ..row("Isla", "Whitcombe", date(2022, 5, 2))
        },
    ]
}

fn pryce_row() -> ChildRow {
    let carys = person("Carys", "Mum", Standing::Mother);
    ChildRow {
        born: Some(Born::Due(date(2027, 1, 9))),
        emblem: Some("acorn".into()),
        newest: Some(newest(
            "I want this one to come home with me.",
            Mode::Verbatim,
            carys,
            ("", date(2026, 11, 20)),
            false,
        )),
        ..row("Baby Pryce", "", TODAY)
    }
}
