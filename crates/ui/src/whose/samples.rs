//! Each state of the pages worth looking at.
use domain::child_list::Offered;
use domain::id::{PersonId, SittingId};
use domain::person::Born;
use domain::tablet::{HandedInState, ImportantIn};
use jiff::{SignedDuration, Timestamp};
use maud::Markup;
use uuid::Uuid;

use super::{Answered, Asks, CameOfFile, HandedIn, Said, Waits, handed_in, whose};
use crate::layout::Theme;
use crate::problem::{Wrong, Wrongs};

const SITTING: SittingId = SittingId(Uuid::from_u128(1));

fn hours(n: i64) -> Timestamp {
    let morning = Timestamp::from_second(1_795_520_700).unwrap_or_default();
    morning.checked_add(SignedDuration::from_hours(n)).unwrap_or_default()
}

fn asks() -> Asks {
    let child = |n| PersonId(Uuid::from_u128(n));
    let offered = |n, name: &str| {
        let born = Some(Born::On(jiff::civil::date(2018, 3, 4)));
        Offered { id: child(n), name: name.into(), born, own: true }
    };
    Asks {
        sitting: SITTING,
        branches: 1,
        branch: "0f".repeat(32),
        arrived_at: hours(0),
        began_at: hours(-2),
        name: "Tyler".into(),
        worker: "Joel Okafor".into(),
        place: Some("at school".into()),
        pages: 3,
        finished: true,
        unopened: None,
        important: None,
        said: vec![],
        may_add: false,
        taken_along: Some((child(2), "Tyler Boyd".into())),
        others: vec![offered(3, "Kayleigh Boyd-Featherstonehaugh"), offered(4, "Lola Boyd")],
        alike: 0,
    }
}

/// By her who tried it out, and by her manager.
pub(crate) fn set_aside_and_taken_up() -> [Said; 2] {
    let said = |state, by: &str, at| Said { state, why: None, by: by.into(), at: hours(at) };
    let why = Some("I tried it out.".to_owned());
    [
        Said { why, ..said(HandedInState::SetAside, "Joel Okafor", 0) },
        said(HandedInState::Waiting, "Priya Nair", 3),
    ]
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = crate::front_page::samples::frame(assets, theme);
    let waits = |finished: bool, worker: Option<&str>| Waits {
        important: (!finished).then_some(ImportantIn::NobodyRung),
        sitting: SITTING,
        arrived_at: hours(-1),
        finished,
        tablet: "The blue one, in my bag".into(),
        worker: worker.map(str::to_owned),
    };
    let [set, taken_up] = set_aside_and_taken_up();
    let tried = (waits(true, Some("Joel Okafor")), "0f".repeat(32), set.clone());
    let list = HandedIn {
        waits: vec![waits(true, None), waits(false, Some("Joel Okafor"))],
        ..HandedIn::default()
    };
    let cut_short = HandedIn { came: Some(CameOfFile::CutShort), ..list.clone() };
    let had = HandedIn { came: Some(CameOfFile::Had), ..list.clone() };
    let aside = HandedIn { aside: vec![tried], ..list.clone() };
    let important = Some(ImportantIn::NobodyRung);
    let taken = Asks { said: vec![set, taken_up], important, ..asks() };
    let wrongs =
        Wrongs::of([("why".to_owned(), Wrong::Empty), ("child".to_owned(), Wrong::NotOne)]);
    let none = Asks { branches: 2, finished: false, taken_along: None, others: vec![], ..asks() };
    let broken = Asks { unopened: Some((2, "4P2".into())), name: String::new(), ..asks() };
    let added = Asks { may_add: true, taken_along: None, ..asks() };
    vec![
        ("whose-add", whose(&frame, &added, &Answered::default())),
        ("whose-unopened", whose(&frame, &broken, &Answered::default())),
        ("handed-in", handed_in(&frame, &list)),
        ("handed-in-cut-short", handed_in(&frame, &cut_short)),
        ("handed-in-had", handed_in(&frame, &had)),
        ("handed-in-none", handed_in(&frame, &HandedIn::default())),
        ("handed-in-aside", handed_in(&frame, &aside)),
        ("whose-taken-up", whose(&frame, &taken, &Answered::default())),
        ("whose", whose(&frame, &asks(), &Answered::default())),
        ("whose-wrong", whose(&frame, &asks(), &Answered { wrongs, ..Answered::default() })),
        ("whose-nobody", whose(&frame, &none, &Answered::default())),
    ]
}
