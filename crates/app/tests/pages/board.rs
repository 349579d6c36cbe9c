//! The board as whoever works with the child opens it.

use crate::borough::Borough;
use app::amend::Replaced;
use app::board;
use app::error::Error;
use app::map_item::{TypedSlip, add_map_item, amend_map_item};
use domain::board::{Desk, Open};
use domain::entry::Audience;
use domain::form::Filled;
use domain::look::{AtWhat, Page};
use domain::map_item::Column;

pub fn the_map_stands_on_the_board_as_people_wrote_it(borough: &Borough) {
    let idris = borough.person("A1");
    let shown = borough.read("worker", move |cx| board::read(cx, idris, None));
    let shown = shown.expect("hers");
    let page = Page::Map;
    assert_eq!(shown.look, Some(AtWhat::Page { child: idris, page, because: None }));
    let board = shown.page;
    assert_eq!((board.child.called.as_str(), board.version), ("Idris", Some(2)));
    assert!(board.draft_kept_at.is_some(), "{}: still a draft", borough.database());
    let room: Vec<_> = board.in_the_room.iter().map(|who| who.called.as_str()).collect();
    assert!(room.contains(&"Leah") && room.contains(&"Denise"));
    for column in [Column::Worry, Column::Well, Column::Next] {
        let days: Vec<_> =
            board.slips.iter().filter(|s| s.column() == column).map(|s| s.on).collect();
        assert!(!days.is_empty() && days.is_sorted_by(|one, next| one >= next));
    }
    let pair = &board.pairs[0];
    let danger = pair.danger.as_ref().expect("a danger");
    assert!(pair.goal.is_some() && !danger.who_worries.is_empty());
    assert!(danger.uses.contains(&borough.root("m6")), "safety seen against it");
    assert_eq!(board.desk, Desk::Closed);
    assert!(board.speakers[0].standing.is_family());
    let works = |name: &str| board.speakers.iter().any(|who| who.name == name);
    assert!(works("Anita Rowe") && works("Beth Lowe"));
    assert!(board.siblings.is_empty(), "he is the only child of the work");
}

pub fn whatever_is_opened_lies_on_the_desk(borough: &Borough) {
    let (idris, danger, slip) = (borough.person("A1"), borough.root("d1"), borough.root("m2"));
    let desk = move |borough: &Borough, open: Open| {
        let board = borough.read("worker", move |cx| board::read(cx, idris, Some(open)));
        board.expect("hers").page
    };
    let Desk::Danger(draft) = desk(borough, Open::Danger(danger)).desk else { panic!("a danger") };
    assert!(!draft.text.is_empty() && !draft.text.contains(&draft.disagreement));
    assert!(draft.parts.who_worries.contains("Anita"));
    let Desk::Goal { root, text, .. } = desk(borough, Open::GoalFor(danger)).desk else {
        panic!("a goal")
    };
    assert!(root.is_some() && !text.is_empty());
    assert_eq!(desk(borough, Open::Rate(danger)).desk, Desk::Closed, "that is no scale");

    let typed = |text: &str| TypedSlip {
        children: vec![idris],
        kind: "harm".into(),
        text: text.into(),
        ..TypedSlip::default()
    };
    let (first, second) = (typed("First words."), typed("My own words."));
    let amend = |chance, typed: TypedSlip| {
        borough.write("worker", chance, move |cx| amend_map_item(cx, slip, &typed))
    };
    assert!(matches!(amend(50, first), Ok(Replaced::Stands(_))));
    let Ok(Replaced::SavedInBetween(saved)) = amend(51, second) else { panic!("both stand") };
    let both = borough.read("worker", move |cx| {
        let mine = Filled::of([("text".to_owned(), "My own words.".to_owned())]);
        board::both(cx, idris, mine, &saved)
    });
    let both = both.expect("hers").page;
    let Desk::TwoVersions { theirs, by, .. } = both.desk else { panic!("two versions") };
    let (_, mine) = both.form.expect("a form");
    assert_eq!((mine.filled.one("text"), theirs.as_str()), ("My own words.", "First words."));
    assert_eq!(by.name, "Anita Rowe");
}

pub fn a_slip_may_be_put_in_the_files_of_brothers_and_sisters_one_works_with(borough: &Borough) {
    let (kayleigh, tyler) = (borough.person("B1"), borough.person("B2"));
    let board = borough.read("joel", move |cx| board::read(cx, kayleigh, None));
    let board = board.expect("his").page;
    assert!(board.siblings.iter().any(|who| who.id == tyler), "{}", borough.database());
    let managers = |child| borough.read("manager", move |cx| board::read(cx, child, None));
    let team = managers(borough.person("A1"));
    assert!(team.is_ok(), "a child of the manager's team: {:?}", team.err());
    let other_team = managers(kayleigh);
    assert!(matches!(other_team, Err(Error::ReasonAsked { .. })), "a child of another team");
}

pub fn a_sealed_slip_is_on_the_board_of_the_lead_alone(borough: &Borough) {
    let idris = borough.person("A1");
    let sealed = borough
        .write("worker", 60, move |cx| {
            let typed = TypedSlip {
                children: vec![idris],
                kind: "harm".into(),
                text: "Told to me alone.".into(),
                ..TypedSlip::default()
            };
            let root = add_map_item(cx, &typed)?;
            let old = cx.tx().find_newest(root)?.expect("written");
            let mut new = domain::entry::NewEntry::replacing(
                cx.id(),
                &old.head,
                old.payload.clone().expect("words"),
            );
            new.audience = Audience { sealed: true, ..Audience::default() };
            cx.record(new)?;
            Ok(root)
        })
        .expect("written");
    let on = |who: &'static str| {
        let board = borough.read(who, move |cx| board::read(cx, idris, None));
        board.map(|shown| shown.page.slips.iter().any(|slip| slip.root == sealed))
    };
    assert!(on("worker").expect("hers"));
    // The leader has opened the file with a reason before.
    assert!(!on("leader").expect("opened"), "{}: under seal", borough.database());
}
