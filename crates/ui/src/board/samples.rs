//! Boards to look at and to test with: the map of Idris with its danger on the desk, the same
//! with nothing on it, two versions of one slip, a map not begun.
use domain::board::{
    Board, BoardChild, DangerDraft, DangerParts, Desk, Open, Pair, PairedDanger, PairedGoal, Slip,
    StepOfSlip,
};
use domain::danger_statement::Level;
use domain::form::{Begun, Filled};
use domain::front_page::Named;
use domain::id::EntryId;
use domain::map_item::{Column, MapKind};
use domain::voice::Mode;
use jiff::civil::{Date, date};
use maud::Markup;
use uuid::Uuid;

use crate::front_page::samples::{
    anita, beth, danger, denise, frame, gill, goal, hale, idris_named, karim, leah, samira, scales,
};
use crate::layout::Theme;
use crate::problem::{Wrong, Wrongs};

const TODAY: Date = date(2026, 11, 24);

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = frame(assets, theme);
    let board = |board: &Board| super::board(&frame, board, &Wrongs::default());
    let root = root(2);
    let two = Desk::TwoVersions {
        root,
        theirs: "We do not know what happened and that is the worst bit.".into(),
        by: denise(),
    };
    let mine = [("text", "We don't know what happened. I would never hurt him.")];
    let begun = Board {
        slips: vec![],
        pairs: vec![],
        scales: vec![],
        version: None,
        draft_kept_at: None,
        in_the_room: vec![],
        ..idris_with(Desk::Closed, None)
    };
    let goal = Desk::Goal {
        danger: danger().id,
        root: Some(goal().id),
        version: Some(goal().id),
        text: goal().text,
    };
    let scale = scales().first().map_or(root, |one| one.id);
    let edit = Some((Open::Edit(root), form(&mine)));
    let wrong = Wrongs::of([("text".to_owned(), Wrong::Empty), ("on".to_owned(), Wrong::NotOne)]);
    let refused = Some((Open::Add(Column::Well), form(&[("text", " "), ("on", "30 February")])));
    let refused = idris_with(Desk::Adding(Column::Well), refused);
    let new = |open| Some((open, form(&[])));
    let adding = (Desk::Adding(Column::Well), new(Open::Add(Column::Well)));
    vec![
        ("board", board(&idris())),
        ("board-closed", board(&idris_with(Desk::Closed, None))),
        ("board-adding", board(&idris_with(adding.0, adding.1))),
        ("board-wrong", super::board(&frame, &refused, &wrong)),
        ("board-editing", board(&idris_with(Desk::Editing(root), new(Open::Edit(root))))),
        ("board-two-versions", board(&idris_with(two, edit))),
        ("board-goal", board(&idris_with(goal, new(Open::GoalFor(danger().id))))),
        ("board-rating", board(&idris_with(Desk::Rating(scale), new(Open::Rate(scale))))),
        ("board-empty", board(&begun)),
    ]
}

/// The board of Idris with this on its desk.
fn idris_with(desk: Desk, form: Option<(Open, Begun)>) -> Board {
    Board { desk, form, ..idris() }
}

/// A form with this in it, kept just now.
fn form(filled: &[(&str, &str)]) -> Begun {
    let pairs = filled.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let draft = EntryId(Uuid::from_u128(0x9_0000));
    let kept_at = (!filled.is_empty()).then(|| jiff::civil::time(14, 3, 0, 0));
    Begun { draft, filled: Filled::of(pairs), kept_at }
}

/// First version of the nth slip.
fn root(n: u128) -> EntryId {
    EntryId(Uuid::from_u128(0x5_0000 + n))
}

fn slip(
    n: u128,
    kind: MapKind,
    (said_by, mode, on): (Named, Mode, Date),
    short: &str,
    text: &str,
) -> Slip {
    Slip {
        root: root(n),
        version: root(n),
        kind,
        text: text.into(),
        short: (!short.is_empty()).then(|| short.to_owned()),
        said_by: Some(said_by),
        mode,
        on,
        step: None,
        new: false,
    }
}

const fn october(day: i8) -> Date {
    date(2026, 10, day)
}

fn slips() -> Vec<Slip> {
    [worries(), working_well(), needs()].concat()
}

fn worries() -> Vec<Slip> {
    vec![
        slip(
            1,
            MapKind::Harm,
            (hale(), Mode::Document, date(2026, 9, 29)),
            "",
            "On 28 September Idris's left upper arm was found to be broken when he was three and \
             a half months old. The doctor says it takes a strong pull or twist.",
        ),
        slip(
            2,
            MapKind::Harm,
            (leah(), Mode::Verbatim, october(6)),
            "",
            "We do not know what happened and that is the worst bit. I would never hurt him.",
        ),
        slip(
            4,
            MapKind::Complicating,
            (leah(), Mode::CloseNote, october(6)),
            "the crying",
            "Idris cried for up to four hours most evenings in September.",
        ),
        slip(
            3,
            MapKind::Complicating,
            (karim(), Mode::Verbatim, october(6)),
            "Karim on nights",
            "I was on nights and coming in at seven, and taking him off Leah so she could sleep.",
        ),
    ]
}

fn working_well() -> Vec<Slip> {
    vec![
        slip(
            6,
            MapKind::Safety,
            (gill(), Mode::CloseNote, october(8)),
            "",
            "On 20 September Leah put Idris in his cot, shut the door and stood in the yard \
             until Gill came over, because she felt she could not cope.",
        ),
        slip(
            7,
            MapKind::Strength,
            (samira(), Mode::Verbatim, october(9)),
            "the hospital",
            "He took Idris to hospital himself at six in the morning. He did not hide it.",
        ),
        slip(
            5,
            MapKind::Strength,
            (beth(), Mode::CloseNote, october(7)),
            "every clinic",
            "They were at every clinic and she asks good questions.",
        ),
    ]
}

fn needs() -> Vec<Slip> {
    let step = |n, text: &str, by, done_on| Slip {
        step: Some(StepOfSlip { owner: Some(karim()), by: Some(by), done_on }),
        ..slip(n, MapKind::Step, (karim(), Mode::CloseNote, october(6)), "", text)
    };
    vec![
        slip(
            10,
            MapKind::Wish,
            (karim(), Mode::Verbatim, october(1)),
            "",
            "He should be home with us.",
        ),
        step(8, "Karim to ask work about coming off nights", october(16), Some(october(15))),
        step(11, "First night at home with Denise staying", date(2026, 11, 28), None),
        step(12, "Three nights a week, Samira staying", date(2026, 12, 12), None),
        step(13, "All nights, network calling in", date(2027, 1, 4), None),
    ]
}

fn pair() -> Pair {
    let whole = danger();
    let disagreement = whole.parts().1.to_owned();
    let written_with = vec![anita(), leah(), karim()];
    Pair {
        danger: Some(PairedDanger {
            root: whole.id,
            version: whole.id,
            level: Level::Danger,
            text: whole.text,
            disagreement: Some(disagreement),
            who_worries: whole.who_worries,
            others_worry: None,
            on: whole.on,
            uses: vec![root(1), root(6)],
        }),
        goal: Some(PairedGoal {
            root: goal().id,
            version: goal().id,
            text: goal().text,
            written_with,
            on: goal().on,
        }),
    }
}

/// The map of Idris on 24 November, its danger statement on the desk.
pub fn idris() -> Board {
    let whole = danger();
    let (text, disagreement, _) = whole.parts();
    let draft = DangerDraft {
        root: Some(whole.id),
        version: Some(whole.id),
        text: text.trim().into(),
        disagreement: disagreement.into(),
        parts: DangerParts {
            who_worries: "Anita, Beth, Dr Hale, Nan Denise".into(),
            happened: "Someone pulled or twisted his arm. Nobody can say how.".into(),
            when_likely: "Hours of crying, and no sleep.".into(),
            could_happen: "Gripped, shaken or dropped. Broken bones, or he could die.".into(),
            family_says: "Never hurt him. Not on purpose.".into(),
        },
    };
    Board {
        as_of: TODAY,
        child: BoardChild {
            id: idris_named().id,
            name: "Idris Mahoney-Shah".into(),
            called: "Idris".into(),
            emblem: Some("a washing machine going round".into()),
        },
        version: Some(2),
        draft_kept_at: Some(date(2026, 11, 17).at(14, 2, 0, 0)),
        in_the_room: vec![leah(), denise(), beth(), anita()],
        slips: slips(),
        pairs: vec![pair()],
        desk: Desk::Danger(draft),
        form: Some((Open::Danger(danger().id), form(&[]))),
        scales: scales(),
        speakers: vec![leah(), karim(), denise(), samira(), gill(), beth(), hale(), anita()],
        siblings: vec![],
    }
}
