//! Numbers from 0 to 10: latest, before, spread, and who was not asked.

use super::*;
use jiff::civil::date;
use uuid::Uuid;

const LEAH: PersonId = PersonId(Uuid::from_u128(1));
const DENISE: PersonId = PersonId(Uuid::from_u128(2));
const ANITA: PersonId = PersonId(Uuid::from_u128(3));
const KARIM: PersonId = PersonId(Uuid::from_u128(4));

fn value(number: u8) -> Answer {
    Answer::Value(ScaleValue::new(number).expect("0 to 10"))
}

fn said(rater: PersonId, (month, day): (i8, i8), answer: Answer) -> Given {
    Given {
        rater,
        answer,
        happened: Happened::on(date(2026, month, day)),
        recorded_at: "2026-11-24T09:00:00Z".parse().expect("a moment"),
        entry: EntryId(Uuid::nil()),
    }
}

fn idris() -> Vec<Given> {
    vec![
        said(LEAH, (11, 17), value(7)),
        said(LEAH, (10, 6), value(8)),
        said(DENISE, (10, 6), value(4)),
        said(ANITA, (10, 6), value(2)),
        said(DENISE, (11, 17), value(6)),
        said(ANITA, (11, 17), value(5)),
    ]
}

fn ends(given: &[Given]) -> Option<(u8, u8)> {
    spread(given.iter().map(|g| g.answer)).map(|s| (s.lowest.get(), s.highest.get()))
}

#[test]
fn five_to_seven_was_two_to_eight() {
    assert_eq!(ends(&latest(&idris())), Some((5, 7)));
    assert_eq!(ends(&before_latest(&idris())), Some((2, 8)));
}

#[test]
fn who_gave_one_number_has_none_before_it() {
    let mut given = idris();
    given.push(said(KARIM, (11, 20), value(9)));
    assert_eq!(ends(&latest(&given)), Some((5, 9)));
    assert_eq!(ends(&before_latest(&given)), Some((2, 8)));
}

#[test]
fn of_two_on_one_day_the_one_written_down_later_counts() {
    let mut later = said(LEAH, (10, 6), value(3));
    later.recorded_at = "2026-11-24T10:00:00Z".parse().expect("a moment");
    let newest = latest(&[later, said(LEAH, (10, 6), value(8))]);
    assert_eq!(newest, [later]);
}

#[test]
fn the_order_entries_come_in_changes_nothing() {
    let mut turned = idris();
    turned.reverse();
    assert_eq!(latest(&turned), latest(&idris()));
}

#[test]
fn cannot_say_is_an_answer_and_no_number() {
    let given = [said(LEAH, (10, 6), value(8)), said(KARIM, (10, 6), Answer::CannotSay)];
    assert_eq!(ends(&given), Some((8, 8)));
    assert_eq!(not_asked(&[LEAH, KARIM, DENISE], &given), [DENISE]);
    assert_eq!(ends(&given[1..]), None);
}

#[test]
fn cannot_say_takes_the_place_of_an_older_number() {
    let given = [said(LEAH, (10, 6), value(8)), said(LEAH, (11, 17), Answer::CannotSay)];
    assert_eq!(ends(&latest(&given)), None);
}

#[test]
fn stones_never_become_a_number() {
    let stones = Answer::Stones(Stones::new(2, 5).expect("two of five"));
    assert_eq!(stones.value(), None);
    let json = serde_json::to_string(&stones).expect("JSON");
    assert_eq!(json, r#"{"stones":{"put_down":2,"of":5}}"#);
    assert_eq!(serde_json::from_str::<Answer>(&json).expect("stones"), stones);
    let six_of_five = r#"{"stones":{"put_down":6,"of":5}}"#;
    assert!(serde_json::from_str::<Answer>(six_of_five).is_err());
    assert!(Stones::new(0, 0).is_err() && Stones::new(1, 11).is_err());
}

#[test]
fn numbers_four_apart_ask_for_a_talk() {
    let talk = |lowest, highest| {
        spread([value(highest), value(lowest)]).expect("two numbers").asks_for_a_talk()
    };
    assert!(talk(2, 6));
    assert!(!talk(3, 6));
}
