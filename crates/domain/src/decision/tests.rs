//! Decisions: what is asked, and when grounds close.

use super::*;

fn option(text: &str) -> Choice {
    Choice {
        text: text.into(),
        only_in_full: false,
        best_hope: None,
        worst_worry: None,
        benefits: vec![],
        harms: vec![],
        safeguards: vec![],
    }
}

fn where_idris_lives() -> Decision {
    Decision {
        question: "Where should Idris live while we find out if the plan works?".into(),
        state: State::Made,
        made_on: None,
        urgency: None,
        known_then: vec![],
        not_known: vec![],
        assumptions: vec![],
        options: vec![option("Home now, with a plan"), option("With Nan, in steps")],
        chosen: Some(2),
        because: "Best mix of safety now and a fair test of the family's own plan.".into(),
        principles: vec![],
        decided_by: vec![],
        stands_behind: vec![],
        agreed_their_part: vec![],
        partners_there: vec![],
        would_change_our_mind: vec![],
        review_on: None,
        for_child: String::new(),
        plan: None,
        earlier: vec![],
    }
}

#[test]
fn options_are_counted_from_one_as_on_the_page() {
    let mut decision = where_idris_lives();
    assert_eq!(decision.chosen_option().map(|o| o.text.as_str()), Some("With Nan, in steps"));
    for nowhere in [Some(0), Some(3), None] {
        decision.chosen = nowhere;
        assert_eq!(decision.chosen_option(), None);
    }
}

#[test]
fn bands_follow_one_another_without_a_gap() {
    let ends: Vec<(u8, u8)> = Band::ALL.iter().filter_map(|band| band.percent()).collect();
    assert_eq!(ends.first().map(|e| e.0), Some(0));
    assert_eq!(ends.last().map(|e| e.1), Some(100));
    assert!(ends.windows(2).all(|pair| pair[0].1 == pair[1].0));
    assert_eq!(Band::CannotSay.percent(), None);
}

#[test]
fn the_grounds_are_open_for_a_day() {
    let at = |text: &str| text.parse::<Timestamp>().expect("a moment");
    let written = at("2026-10-01T16:00:00Z");
    assert!(grounds_are_open(written, at("2026-10-02T16:00:00Z")));
    assert!(!grounds_are_open(written, at("2026-10-02T16:00:01Z")));
}

#[test]
fn a_new_review_day_leaves_the_grounds_and_a_new_reason_does_not() {
    let decision = where_idris_lives();
    let mut later = decision.clone();
    later.review_on = Some(jiff::civil::date(2027, 1, 11));
    assert!(decision.has_same_grounds(&later));
    later.because = "Nan has room.".into();
    assert!(!decision.has_same_grounds(&later));
}

#[test]
fn one_option_and_a_signature_is_asked_about() {
    let mut decision = where_idris_lives();
    decision.options.truncate(1);
    assert_eq!(
        decision.asks(),
        [Ask::AnotherOption, Ask::WhatGood, Ask::ForTheChild, Ask::WhenToLookAgain]
    );
}

#[test]
fn six_is_no_size() {
    assert!(Size::new(0).is_err() && Size::new(6).is_err());
    assert_eq!(Size::new(5), Ok(Size::HIGHEST));
}
