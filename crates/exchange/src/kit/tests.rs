//! What a tablet writes comes down to what the child left; whatever else comes is answered.

use super::*;
use crate::bundle::{Attached, AttachedKind};
use domain::houses_page::{Hand, Number, OutOfTen, Pile, Place, Sorted};
use domain::houses_session::{Ending, House, Question, Stone, Told, Understood};
use domain::sharing::Answer;
use proptest::prelude::*;
use serde_json::{Value, json};

const SESSION: &str = "0192f0c1-0000-7000-8000-000000000170";
const WORRIES: &str = "0192f0c1-0000-7000-8000-000000000171";
const GOOD: &str = "0192f0c1-0000-7000-8000-000000000172";
const HORN: &str = "0192f0c1-0000-7000-8000-000000000173";
const PETE: &str = "0192f0c1-0000-7000-8000-000000000007";

/// An op at this second, by the child.
fn op(second: i64, mut says: Value) -> String {
    says["at"] = json!(1_774_530_000_000 + second * 1000);
    says["since"] = json!(second * 1000);
    if says.get("by").is_none() {
        says["by"] = json!("child");
    }
    says.to_string()
}

fn begin() -> String {
    op(
        0,
        json!({"kind": "begin", "session": SESSION, "child": {"pack": "p1", "name": "Tyler"},
            "worker": "Joel Marsh", "language": "en-GB", "place": "at school", "build": "abc",
            "enquiry": "none", "near": "nobody", "by": "worker",
            "agreement": {"how": "agreed", "who": "Mum", "on": "2026-03-24"}}),
    )
}

fn page(id: &str, house: &str) -> String {
    op(1, json!({"kind": "page", "page": id, "house": house}))
}

fn words(id: &str, text: &str) -> String {
    op(2, json!({"kind": "words", "page": WORRIES, "id": id, "text": text}))
}

fn stroke(x: i32) -> String {
    op(
        3,
        json!({"kind": "stroke", "page": WORRIES, "id": "s", "tool": "crayon", "colour": "#c24e36",
            "width": 6, "points": [[x, 10, 0.5, 0]]}),
    )
}

fn read_all(ops: &[String]) -> Result<Session, Fault> {
    read(ops.iter().map(String::as_bytes))
}

/// Tyler's sitting, with these ops between its beginning and its end.
fn tylers(between: &[String]) -> Result<Session, Fault> {
    let mut ops = vec![begin(), page(WORRIES, "worries"), page(GOOD, "good")];
    ops.extend_from_slice(between);
    ops.push(op(99, json!({"kind": "finish", "how": "read_back", "by": "worker"})));
    read_all(&ops)
}

#[test]
fn a_whole_sitting_comes_down_to_what_the_child_left() {
    let session = tylers(&[
        op(2, json!({"kind": "level", "level": "b"})),
        op(2, json!({"kind": "at", "node": "K01", "by": "worker"})),
        op(2, json!({"kind": "roof", "house": "good", "colour": "#c24e36"})),
        op(2, json!({"kind": "understood", "stone": "who_sees", "answer": "not_sure"})),
        op(2, json!({"kind": "understood", "stone": "who_sees", "answer": "yes"})),
        words("w", "the ambilanse"),
        words("w", "the ambilance"),
        op(
            4,
            json!({"kind": "words", "page": WORRIES, "id": "v", "text": "when nobody wakes up",
            "by": "worker"}),
        ),
        words("x", "not this"),
        op(5, json!({"kind": "undo", "page": WORRIES, "id": "x"})),
        op(5, json!({"kind": "mark", "page": GOOD, "position": 0.5, "words": "middel"})),
        op(5, json!({"kind": "number", "page": GOOD, "value": null, "words": "dunno"})),
        op(5, json!({"kind": "sorted", "page": GOOD, "card": "snacks", "column": "worry"})),
        op(5, json!({"kind": "sorted", "page": GOOD, "card": "snacks", "column": "good"})),
        op(5, json!({"kind": "sorted", "page": GOOD, "card": "stairs", "column": null})),
        op(6, json!({"kind": "important", "page": WORRIES, "on": true})),
        op(6, json!({"kind": "asked", "node": "H21", "text": "Tell me more?", "by": "worker"})),
        op(7, json!({"kind": "order", "pages": [GOOD, WORRIES]})),
        op(8, json!({"kind": "comes_back", "on": "2026-04-02", "by": "worker"})),
        op(9, json!({"kind": "sparkle", "page": GOOD})),
    ]);
    let session = session.expect("a sitting");
    assert_eq!(session.order, [House::Worries, House::Good], "as he went into them");
    let [good, worries] = session.pages.as_slice() else { panic!("two pages: {session:?}") };
    let said: Vec<_> = worries.words.iter().map(|w| (w.text.as_str(), w.by)).collect();
    assert_eq!(said, [("the ambilance", Hand::Child), ("when nobody wakes up", Hand::Worker)]);
    assert!(worries.important && !good.important);
    assert_eq!(good.path, Some(Place { thousandths: 500, words: Some("middel".into()) }));
    assert_eq!(good.number, Some(Number { value: None, words: Some("dunno".into()) }));
    assert_eq!(good.sorted, [Sorted { card: "snacks".into(), pile: Pile::Good }]);
    let told = [Told { stone: Stone::WhoSees, answer: Understood::Yes }];
    assert_eq!(session.told, told);
    assert_eq!(session.asked[0].what, Question::Own("Tell me more?".into()));
    assert_eq!((session.ending, session.unknown), (Ending::ReadBack, 1));
    assert_eq!(session.comes_back_on.map(|day| day.to_string()).as_deref(), Some("2026-04-02"));
    assert_eq!(session.ended - session.begun.at, jiff::SignedDuration::from_secs(99));
}

#[test]
fn a_drawing_is_cut_out_byte_for_byte() {
    let spaced = stroke(20).replace("\"kind\":", "\"kind\" : ");
    let ops = [stroke(10), words("w", "zoom"), spaced.clone()];
    let session = tylers(&ops).expect("a sitting");
    let expected =
        [&page(WORRIES, "worries"), &ops[0], &ops[1], &spaced].map(|op| format!("{op}\n"));
    assert_eq!(session.pages[0].drawing.as_deref(), Some(expected.concat().as_bytes()));
    assert_eq!(session.pages[1].drawing, None, "a page with nothing on it has no drawing");
}

#[test]
fn a_page_of_words_alone_has_no_drawing() {
    let session = tylers(&[words("w", "the ambilance")]).expect("a sitting");
    assert_eq!(session.pages[0].drawing, None);
}

#[test]
fn what_was_thrown_away_is_named_nowhere_and_the_newest_choice_counts() {
    let sound = json!({"kind": "sound", "page": WORRIES, "id": "a", "attachment": HORN,
        "ms": 4200, "type": "audio/mp4", "sha256": "ab"});
    let share = |answer: &str| {
        op(
            3,
            json!({"kind": "share", "page": WORRIES, "person": {"id": PETE, "name": "Pete"},
            "answer": answer}),
        )
    };
    let kept = tylers(&[op(2, sound.clone()), share("yes"), share("ask_later")]).expect("kept");
    assert_eq!(kept.attachments().map(|id| id.to_string()).collect::<Vec<_>>(), [HORN]);
    let pete = PETE.parse().ok();
    let chosen = Share { person: pete, name: "Pete".into(), answer: Answer::AskLater };
    assert_eq!(kept.pages[0].shares, [chosen]);
    let gone = op(3, json!({"kind": "thrown_away", "attachment": HORN}));
    assert_eq!(tylers(&[op(2, sound), gone]).expect("gone").attachments().count(), 0);
}

#[test]
fn a_sitting_without_an_end_broke_off() {
    let session = read_all(&[begin(), page(WORRIES, "worries"), words("w", "hi")]).expect("kept");
    assert_eq!(session.ending, Ending::Unfinished);
    assert_eq!(session.pages[0].words.len(), 1, "and nothing of it is lost");
}

#[test]
fn a_no_before_it_began_is_its_own_end_with_the_childs_words_apart_from_the_workers() {
    let node = |node: &str| op(1, json!({"kind": "at", "node": node, "by": "worker"}));
    let session = read_all(&[
        begin(),
        node("B01"),
        node("X05"),
        op(2, json!({"kind": "exact", "text": "nah not doin that", "by": "worker"})),
        op(2, json!({"kind": "note", "text": "After half-term.", "asks": "When", "by": "worker"})),
        node("F60"),
        op(3, json!({"kind": "finish", "how": "said_no", "by": "worker"})),
    ]);
    let session = session.expect("a sitting");
    assert_eq!((session.ending, session.ending_why), (Ending::SaidNo, None));
    assert_eq!(session.path, ["B01", "X05", "F60"]);
    let exact: Vec<_> = session.exact.iter().map(|exact| exact.text.as_str()).collect();
    assert_eq!(exact, ["nah not doin that"]);
    assert_eq!(session.notes.len(), 1);
    assert_eq!((session.unknown, session.pages.len()), (0, 0));
}

#[test]
fn what_no_tablet_writes_is_refused_by_its_number() {
    assert_eq!(read_all(&[]), Err(Fault::Empty));
    assert_eq!(read_all(&[page(GOOD, "good")]), Err(Fault::NoBeginning));
    assert_eq!(tylers(&[begin()]), Err(Fault::BegunTwice { n: 4 }));
    let after = |n| Err(Fault::AfterItsEnd { n });
    let finish = op(9, json!({"kind": "finish", "how": "read_back"}));
    assert_eq!(tylers(&[finish]), after(5));
    let nowhere = json!({"kind": "important", "page": HORN, "on": true});
    let horn = HORN.parse().expect("an id");
    assert_eq!(tylers(&[op(3, nowhere)]), Err(Fault::NoSuchPage { n: 4, page: horn }));
    let shared =
        json!({"kind": "share", "page": HORN, "person": {"name": "Pete"}, "answer": "yes"});
    assert_eq!(tylers(&[op(3, shared)]), Err(Fault::NoSuchPage { n: 4, page: horn }));
    let eleven = json!({"kind": "number", "page": GOOD, "value": 11});
    assert_eq!(tylers(&[op(3, eleven)]), Err(Fault::Field { n: 4, field: "value" }));
    let off = tylers(&[stroke(9000)]);
    assert!(matches!(off, Err(Fault::Drawing { .. })), "{off:?}");
    assert!(matches!(tylers(&["{}".into()]), Err(Fault::NoOp { n: 4, .. })));
    let long = format!("{}{}", begin(), " ".repeat(OP_BYTES_MAX));
    assert!(matches!(read_all(&[long]), Err(Fault::OpTooLong { n: 1, .. })));
}

fn sound(page: &str, attachment: &str) -> String {
    op(
        4,
        json!({"kind": "sound", "page": page, "id": "a", "attachment": attachment, "ms": 900,
            "type": "audio/mp4"}),
    )
}

#[test]
fn a_recording_on_a_second_page_is_refused_and_on_its_own_again_is_the_same() {
    let horn = HORN.parse().expect("an id");
    let twice = tylers(&[sound(WORRIES, HORN), sound(GOOD, HORN)]);
    assert_eq!(twice, Err(Fault::OnTwoPages { n: 5, attachment: horn }));
    let again = tylers(&[sound(WORRIES, HORN), sound(WORRIES, HORN)]).expect("a sitting");
    assert_eq!(again.attachments().collect::<Vec<_>>(), [horn]);
}

#[test]
fn a_page_holds_so_many_words_and_no_more() {
    let many = |n: usize| (0..n).map(|n| words(&n.to_string(), "a")).collect::<Vec<_>>();
    let full = tylers(&many(ON_A_PAGE_MAX)).expect("a sitting");
    assert_eq!(full.pages[0].words.len(), ON_A_PAGE_MAX);
    assert_eq!(tylers(&many(ON_A_PAGE_MAX + 1)), Err(Fault::TooMany("words")));
}

/// Tyler's ops, of which these did not open.
fn without(ops: &[String], lost: &[usize]) -> Result<Session, Fault> {
    let opened =
        ops.iter().enumerate().map(|(at, op)| (!lost.contains(&at)).then_some(op.as_bytes()));
    read_what_opens(SESSION.parse().expect("an id"), opened)
}

#[test]
fn one_op_that_does_not_open_is_counted_and_the_rest_stands() {
    let ops = [
        begin(),
        page(WORRIES, "worries"),
        page(GOOD, "good"),
        words("w", "the ambilance"),
        words("v", "when nobody wakes up"),
        stroke(10),
        sound(WORRIES, HORN),
        op(9, json!({"kind": "finish", "how": "read_back"})),
    ];
    let whole = without(&ops, &[]).expect("a sitting");
    assert_eq!(whole, read_all(&ops).expect("a sitting"), "nothing is forgiven that is well");
    let said = |session: &Session| -> Vec<String> {
        session.pages[0].words.iter().map(|words| words.text.clone()).collect()
    };
    let one = without(&ops, &[3]).expect("a sitting");
    assert_eq!((one.unopened, said(&one)), (1, vec!["when nobody wakes up".to_owned()]));
    let unbegun = without(&ops, &[0]).expect("a sitting");
    assert_eq!((unbegun.unopened, unbegun.id.to_string().as_str()), (1, SESSION));
    assert_eq!((unbegun.begun.name.as_str(), said(&unbegun).len()), ("", 2));
    let unfinished = without(&ops, &[7]).expect("a sitting");
    assert_eq!((unfinished.unopened, unfinished.ending), (1, Ending::Unfinished));
    assert_eq!(without(&ops, &[0, 1, 2, 3, 4, 5, 6, 7]), Err(Fault::Empty));
    let mut another = ops.clone();
    another[0] = begin().replace(SESSION, HORN);
    assert_eq!(without(&another, &[]).expect("a sitting").unopened, 1, "another's beginning");
}

#[test]
fn what_lies_on_a_page_whose_beginning_is_lost_is_kept_without_it() {
    let ops = [
        begin(),
        page(WORRIES, "worries"),
        words("w", "the ambilanse"),
        words("w", "the ambilance"),
        sound(WORRIES, HORN),
        op(7, json!({"kind": "order", "pages": [WORRIES]})),
    ];
    let session = without(&ops, &[1]).expect("a sitting");
    assert_eq!((session.unopened, session.pages.len()), (1, 0));
    let exact: Vec<_> = session.exact.iter().map(|exact| exact.text.as_str()).collect();
    assert_eq!(exact, ["the ambilance"]);
    assert_eq!(session.loose[0].attachment.to_string(), HORN);
    assert!(!session.loose[0].broken_off);
}

#[test]
fn a_line_that_cannot_be_drawn_takes_no_other_with_it() {
    let ops = [begin(), page(WORRIES, "worries"), stroke(10), stroke(9000), stroke(20)];
    let session = without(&ops, &[]).expect("a sitting");
    let drawn = [&ops[1], &ops[2], &ops[4]].map(|op| format!("{op}\n")).concat();
    assert_eq!(session.pages[0].drawing.as_deref(), Some(drawn.as_bytes()));
    assert_eq!(session.unopened, 1);
}

#[test]
fn a_recording_that_broke_off_lies_on_its_page_or_on_none_and_one_thrown_away_on_neither() {
    let came = |id: &str, page: Option<&str>| Attached {
        id: id.parse().expect("an id"),
        kind: AttachedKind::Sound,
        page: page.map(|page| page.parse().expect("an id")),
        parts: 1,
        bytes: 40,
        chunks: vec![],
    };
    let gone = op(5, json!({"kind": "thrown_away", "attachment": SESSION}));
    let session = tylers(&[sound(GOOD, HORN), gone]).expect("a sitting");
    let session = session.with_broken_off(&[
        came(HORN, Some(WORRIES)),
        came(PETE, Some(WORRIES)),
        came(GOOD, None),
        came(WORRIES, Some(PETE)),
        came(SESSION, Some(WORRIES)),
    ]);
    let [worries, good] = session.pages.as_slice() else { panic!("two pages") };
    let on = |page: &Page| {
        page.sounds.iter().map(|one| (one.attachment.to_string(), one.broken_off)).collect()
    };
    let (on_worries, on_good): (Vec<_>, Vec<_>) = (on(worries), on(good));
    assert_eq!(on_worries, [(PETE.to_owned(), true)]);
    assert_eq!(on_good, [(HORN.to_owned(), false)]);
    let loose: Vec<_> = session.loose.iter().map(|one| one.attachment.to_string()).collect();
    assert_eq!(loose, [GOOD, WORRIES]);
    assert!(session.loose.iter().all(|one| one.broken_off));
}

#[test]
fn a_recording_that_stopped_by_itself_says_so_on_its_page_and_on_none() {
    let cut = |page: &str| sound(page, HORN).replace("\"ms\"", "\"broken_off\":true,\"ms\"");
    let session = tylers(&[cut(WORRIES)]).expect("a sitting");
    assert_eq!(
        session.pages[0].sounds.iter().map(|one| one.broken_off).collect::<Vec<_>>(),
        [true]
    );
    assert_eq!(session.pages[0].sounds[0].ms, Some(900), "how far it came is known");
    let whole = tylers(&[sound(WORRIES, HORN)]).expect("a sitting");
    assert!(!whole.pages[0].sounds[0].broken_off);
    let ops = [begin(), page(WORRIES, "worries"), cut(WORRIES)];
    let loose = without(&ops, &[1]).expect("a sitting").loose;
    assert!(loose.len() == 1 && loose[0].broken_off && loose[0].ms == Some(900), "{loose:?}");
}

#[test]
fn a_note_of_the_workers_keeps_the_question_it_answers() {
    let note = |says: Value| op(2, says);
    let session = tylers(&[
        note(json!({"kind": "note", "text": "He hid.", "by": "worker"})),
        note(json!({"kind": "note", "text": "She can wait.", "asks": "Why wait?", "by": "worker"})),
        note(json!({"kind": "note", "text": "Cold feet.", "asks": " ", "by": "worker"})),
        note(json!({"kind": "note", "text": " ", "asks": "And then?", "by": "worker"})),
    ]);
    let notes = session.expect("a sitting").notes;
    let said: Vec<_> = notes.iter().map(|note| (note.asks.as_deref(), &*note.text)).collect();
    assert_eq!(
        said,
        [(None, "He hid."), (Some("Why wait?"), "She can wait."), (None, "Cold feet.")]
    );
}

#[test]
fn a_number_is_whole_and_out_of_ten() {
    let four = json!({"kind": "number", "page": GOOD, "value": 4});
    let session = tylers(&[op(3, four)]).expect("a sitting");
    let number = Number { value: OutOfTen::new(4).ok(), words: None };
    assert_eq!(session.pages[1].number, Some(number));
}

/// A field of any op, made into anything.
fn spoilt() -> impl Strategy<Value = String> {
    let field = prop::sample::select(vec![
        "kind",
        "at",
        "by",
        "page",
        "id",
        "text",
        "points",
        "value",
        "position",
        "answer",
        "person",
        "on",
        "pages",
        "how",
        "ms",
        "session",
        "child",
        "enquiry",
        "agreement",
    ]);
    let anything = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(|n| json!(n)),
        any::<f64>().prop_map(|n| json!(n)),
        ".*".prop_map(|text| json!(text)),
        Just(json!([[1, 2, 3]])),
        Just(json!({"id": 3})),
    ];
    let op = prop::sample::select(vec![
        begin(),
        page(GOOD, "good"),
        words("w", "hello"),
        stroke(3),
        op(4, json!({"kind": "number", "page": GOOD, "value": 4})),
        op(4, json!({"kind": "mark", "page": GOOD, "position": 0.4})),
        op(4, json!({"kind": "share", "page": GOOD, "person": {"name": "Pete"}, "answer": "yes"})),
        op(4, json!({"kind": "order", "pages": [GOOD]})),
        op(9, json!({"kind": "finish", "how": "read_back"})),
    ]);
    (op, field, anything).prop_map(|(op, field, value)| {
        let mut op: Value = serde_json::from_str(&op).expect("an op");
        op[field] = value;
        op.to_string()
    })
}

proptest! {
    #[test]
    fn any_bytes_are_answered(
        ops in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..200), 0..8)
    ) {
        let _ = read(ops.iter().map(Vec::as_slice));
        let _ = read_what_opens(Uuid::nil(), ops.iter().map(|op| Some(op.as_slice())));
    }

    #[test]
    fn any_op_with_any_field_spoilt_is_answered(ops in prop::collection::vec(spoilt(), 0..12)) {
        let _ = read_all(&ops);
        let _ = tylers(&ops);
        let _ = without(&ops, &[1]);
    }

    #[test]
    fn words_come_back_letter_for_letter(text in "[^\\x00]{1,80}") {
        let session = tylers(&[words("w", &text)]).expect("a sitting");
        let said: Vec<_> = session.pages[0].words.iter().map(|words| words.text.clone()).collect();
        let kept = if text.trim().is_empty() { vec![] } else { vec![text] };
        prop_assert_eq!(said, kept);
    }
}

/// Something important that was said, with what the worker wrote round it.
fn important(rang: Value, seen: &str) -> String {
    op(
        5,
        json!({"kind": "important_said", "words": "he frew the plate", "before": "And then?",
            "who_near": "nobody", "seen": seen, "now": true, "rang": rang, "by": "worker"}),
    )
}

#[test]
fn whom_the_worker_rang_afterwards_is_said_of_all_of_which_nobody_had_been_rung() {
    let rung = |rang: &str| op(6, json!({"kind": "rung", "rang": rang, "by": "worker"}));
    let rang = |between: &[String]| {
        let session = tylers(between).expect("a session");
        session.important.into_iter().map(|said| said.rang).collect::<Vec<_>>()
    };
    let (priya, sam) = (Some("Priya, 5 pm".to_owned()), Some("Sam, 4 pm".to_owned()));
    let open = important(Value::Null, "");
    let all = [open.clone(), important(json!("Sam, 4 pm"), ""), rung("Priya, 5 pm"), open.clone()];
    assert_eq!(rang(&all), [priya, sam, None], "what was said later is still open");
    for nobody in ["", " ", "Not yet"] {
        assert_eq!(rang(&[open.clone(), rung(nobody)]), [None], "{nobody:?}");
    }
}

#[test]
fn what_a_worker_left_for_later_is_blank_also_where_an_older_tablet_has_words_for_it() {
    for (rang, seen) in [(Value::Null, ""), (json!("Not yet"), "Not yet"), (json!(" "), " ")] {
        let session = tylers(&[important(rang, seen)]).expect("a session");
        let said = &session.important[0];
        assert_eq!((said.rang.as_deref(), &*said.seen, &*said.who_near), (None, "", "nobody"));
    }
}
