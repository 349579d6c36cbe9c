//! Signing in: who may, who has to wait, and that nobody learns who works here.

use super::borough::{Borough, Colleague, after, boroughs, edge};
use super::looks::waits;
use app::edge::{Actor, Edge};
use app::error::Error;
use app::session::{Caller, Shown, Token};
use app::sign_in::{begin, hash, look_up, sign_out};
use domain::account::Role;
use std::sync::LazyLock;

const WORDS: &str = "three green kettles";
static HASH: LazyLock<String> = LazyLock::new(|| hash(WORDS, &[7; 16]).expect("a hash"));

fn at(minutes: i64) -> Edge {
    Edge { now: after(minutes), actor: Actor::Nobody, ..edge() }
}

fn with_a_password(borough: &Borough, name: &str) -> Colleague {
    let colleague = borough.colleague(name, Role::Practitioner, &[]);
    let set = move |cx: &mut app::cx::Write<'_, '_>| {
        app::account::set_password(cx, colleague.account, &HASH)
    };
    borough.write(set);
    colleague
}

/// Somebody tries to sign in, from their own desk.
fn tries(borough: &Borough, email: &str, words: &str, minutes: i64) -> app::error::Result<Token> {
    tries_from(borough, email, words, minutes, "192.0.2.1")
}

fn tries_from(
    borough: &Borough,
    email: &str,
    words: &str,
    minutes: i64,
    address: &str,
) -> app::error::Result<Token> {
    let candidate = look_up(&borough.kith, at(minutes), email, address).wait()?;
    let fits = candidate.fits(words);
    begin(&borough.kith, at(minutes), candidate, fits, None).wait()?
}

fn answers(borough: &Borough, token: &Token, minutes: i64) -> app::error::Result<()> {
    let seed = edge().seed;
    let caller = Caller { session: token.digest(), now: after(minutes), seed, acts: true };
    waits(borough.kith.show(caller, |cx| {
        cx.viewer()?;
        Ok(Shown { page: (), look: None })
    }))
}

#[test]
fn whoever_signs_in_is_known_until_they_sign_out() {
    for borough in boroughs() {
        with_a_password(&borough, "Anita");
        let token = tries(&borough, " ANITA@wexcombe.example ", WORDS, 0).expect("signed in");
        answers(&borough, &token, 1).expect("known");
        let other = tries(&borough, "anita@wexcombe.example", WORDS, 2).expect("at home too");
        sign_out(&borough.kith, at(3), token.clone()).wait().expect("signed out");
        let out = answers(&borough, &token, 3);
        assert!(matches!(out, Err(Error::NobodyAsks)), "{}", borough.store.database);
        answers(&borough, &other, 4).expect("the other session goes on");
        assert!(answers(&borough, &Token::new([1; 32]), 4).is_err());
    }
}

#[test]
fn a_session_survives_a_restart() {
    for borough in boroughs() {
        with_a_password(&borough, "Anita");
        let token = tries(&borough, "anita@wexcombe.example", WORDS, 0).expect("signed in");
        let Borough { store, kith } = borough;
        drop(kith);
        let kith = store.open(9).expect("opened again");
        let borough = Borough { store, kith };
        answers(&borough, &token, 1).expect("still known");
    }
}

#[test]
fn what_is_done_after_signing_out_does_not_sign_in_again() {
    for borough in boroughs() {
        let anita = with_a_password(&borough, "Anita");
        let token = tries(&borough, "anita@wexcombe.example", WORDS, 0).expect("signed in");
        // A page was asked for before, and what it notes comes after.
        let (digest, session) = {
            let digest = token.digest();
            let found = borough.kith.read(edge(), move |cx| Ok(cx.tx.find_session(digest)?));
            let (account, session) = found.wait().expect("read").expect("a session");
            assert_eq!(account, anita.account);
            (digest, session.act(after(5)).expect("open"))
        };
        sign_out(&borough.kith, at(5), token.clone()).wait().expect("signed out");
        borough.write(move |cx| Ok(cx.tx().act_in_session(digest, session)?));
        let out = answers(&borough, &token, 6);
        assert!(matches!(out, Err(Error::NobodyAsks)), "{}", borough.store.database);
    }
}

#[test]
fn a_locked_session_answers_only_its_own_person_with_the_password() {
    for borough in boroughs() {
        with_a_password(&borough, "Anita");
        with_a_password(&borough, "Dana");
        let token = tries(&borough, "anita@wexcombe.example", WORDS, 0).expect("signed in");
        answers(&borough, &token, 14).expect("a quarter of an hour is not over");
        let locked = answers(&borough, &token, 29);
        assert!(matches!(locked, Err(Error::Locked)), "{}", borough.store.database);

        let unlock = |email: &str, minutes| {
            let candidate = look_up(&borough.kith, at(minutes), email, "192.0.2.1");
            let candidate = candidate.wait().expect("looked up");
            let fits = candidate.fits(WORDS);
            let begun = begin(&borough.kith, at(minutes), candidate, fits, Some(token.clone()));
            begun.wait().expect("begun").expect("signed in")
        };
        assert_ne!(unlock("dana@wexcombe.example", 30), token, "hers is a session of her own");
        assert!(matches!(answers(&borough, &token, 30), Err(Error::Locked)));
        assert_eq!(unlock("anita@wexcombe.example", 31), token, "{}", borough.store.database);
        answers(&borough, &token, 32).expect("it goes on where it was");
        let over = answers(&borough, &token, 12 * 60);
        assert!(matches!(over, Err(Error::Locked)), "{}", borough.store.database);
    }
}

#[test]
fn an_address_nobody_has_is_answered_as_one_somebody_has() {
    for borough in boroughs() {
        with_a_password(&borough, "Anita");
        let leaver = with_a_password(&borough, "Leaver");
        borough.write(move |cx| {
            app::account::amend_account(cx, leaver.account, |account| {
                account.closed_on = Some(jiff::civil::date(2026, 11, 24));
            })
        });
        borough.colleague("Without", Role::Practitioner, &[]);
        for email in ["anita", "leaver", "without", "nobody"] {
            let email = format!("{email}@wexcombe.example");
            let words = if email.starts_with("anita") { "three green kettle" } else { WORDS };
            let said: Vec<String> = (0..7)
                .map(|minutes| {
                    let from = format!("198.51.100.{email}");
                    tries_from(&borough, &email, words, minutes / 5, &from)
                        .expect_err("refused")
                        .to_string()
                })
                .collect();
            let no = "that address and password do not fit together";
            let wait = "too many tries; again after 2026-11-24T11:48:00Z";
            let expected = [no, no, no, no, no, no, wait];
            assert_eq!(said, expected, "{}: {email}", borough.store.database);
        }
    }
}

#[test]
fn while_somebody_waits_even_the_right_password_is_not_looked_at() {
    for borough in boroughs() {
        with_a_password(&borough, "Anita");
        let email = "anita@wexcombe.example";
        for _ in 0..5 {
            assert!(tries(&borough, email, "a guess", 0).is_err());
        }
        let held_back = tries(&borough, email, WORDS, 0);
        assert!(matches!(held_back, Err(Error::Wait { .. })), "{}", borough.store.database);
        let token = tries(&borough, email, WORDS, 1).expect("after a minute");
        answers(&borough, &token, 1).expect("signed in");
        for _ in 0..4 {
            let slip = tries(&borough, email, "a slip", 2);
            assert!(matches!(slip, Err(Error::NotSignedIn)), "signing in begins the count anew");
        }
        tries(&borough, email, WORDS, 2).expect("four slips cost nothing");
    }
}

#[test]
fn one_desk_that_guesses_at_many_is_held_back_and_others_are_not() {
    for borough in boroughs() {
        with_a_password(&borough, "Anita");
        for n in 0..30 {
            let email = format!("guess{n}@wexcombe.example");
            assert!(matches!(tries(&borough, &email, "a guess", 0), Err(Error::NotSignedIn)));
        }
        let email = "anita@wexcombe.example";
        let here = tries(&borough, email, WORDS, 1);
        assert!(matches!(here, Err(Error::Wait { .. })), "{}", borough.store.database);
        tries_from(&borough, email, WORDS, 1, "192.0.2.2").expect("from another desk");
        tries(&borough, email, WORDS, 15).expect("and from here, later");
    }
}
