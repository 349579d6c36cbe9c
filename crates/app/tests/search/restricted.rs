//! A restricted file: who is told what, and how it opens.

use crate::desk::{Colleague, Council, councils, record};
use app::error::Error;
use app::search;
use domain::access::Action;
use domain::id::PersonId;
use domain::known_by::{KnownBy, Scheme};
use domain::restriction::Whom;
use domain::search::Asks;

/// A child of Joel's whom Joel alone may see, with a number.
fn hidden(council: &Council) -> PersonId {
    let wren = council.child("Wren Tavistock", council.joel);
    let number = "WX00999".to_owned();
    let known = KnownBy { person: wren, scheme: Scheme::LaChildId, value: number, checks: true };
    council.write(move |cx| record(cx, vec![wren], known.clone()));
    council.restrict(wren, Whom::Only(vec![council.joel.person]));
    wren
}

fn asks(council: &Council, who: Colleague, typed: &str) -> Option<Asks> {
    let answer = council.search(who, typed);
    assert!(answer.people.is_empty(), "{typed}: no name is said");
    answer.asks
}

#[test]
fn an_exact_number_answers_with_duty_or_with_the_form_that_asks_why_and_never_with_a_name() {
    for council in councils() {
        hidden(&council);
        let duty = asks(&council, council.anita, "WX00999");
        let Some(Asks::Duty(Some(desk))) = duty else { panic!("{duty:?}") };
        assert_eq!((desk.team.as_str(), desk.phone.number.as_str()), ("West", "01632 960 202"));
        assert_eq!(asks(&council, council.on_call, "WX00999"), Some(Asks::BreakGlass));
        assert_eq!(asks(&council, council.guardian, "WX00999"), Some(Asks::Reason));
        assert_eq!(asks(&council, council.health_visitor, "WX00999"), None);
        assert_eq!(council.names(council.data_officer, "WX00999"), ["Wren Tavistock"]);
        assert_eq!(council.names(council.joel, "WX00999"), ["Wren Tavistock"]);
    }
}

#[test]
fn a_full_name_with_the_day_of_birth_is_exact_and_a_near_one_finds_nothing() {
    for council in councils() {
        hidden(&council);
        let exact = "Wren Tavistock 3 Mar 2017";
        assert_eq!(asks(&council, council.on_call, exact), Some(Asks::BreakGlass));
        assert_eq!(asks(&council, council.anita, exact), None);
        for near in ["Wren Tavistock", "Ren Tavistock 3 Mar 2017", "Wren 3 Mar 2017", "3 Mar 2017"]
        {
            assert_eq!(asks(&council, council.on_call, near), None, "{near}");
        }
    }
}

#[test]
fn whoever_may_break_the_glass_opens_the_file_with_a_reason_and_finds_it_for_that_hour() {
    for council in councils() {
        let wren = hidden(&council);
        let open = |who: Colleague, typed: &str, reason: &'static str| {
            let id = council.keep(who, typed).expect("kept");
            let edge = council.signed_in(who);
            council.kith.write(edge, vec![wren], move |cx| search::open(cx, id, reason)).wait()
        };
        let refused = open(council.anita, "WX00999", "I wonder");
        assert!(matches!(refused, Err(Error::NotFound)), "{refused:?}");
        let blank = open(council.on_call, "WX00999", " ");
        assert!(matches!(blank, Err(Error::Refused(_))), "{blank:?}");
        assert_eq!(open(council.on_call, "WX00999", "A&E rang").expect("opened"), wren);

        let edge = council.signed_in(council.on_call);
        let may = council.kith.read(edge, move |cx| cx.authorise(Action::OpenFrontPage, wren));
        may.wait().expect("it is open");
        assert_eq!(council.names(council.on_call, "wren tavistok"), ["Wren Tavistock"]);
    }
}
