//! Accounts: the first administrator, and what follows.

use super::borough::{Borough, after, boroughs, edge};
use super::looks::waits;
use app::account::{
    NewAccount, amend_account, give_console_token, make_account, make_first_administrator,
    make_team,
};
use app::edge::{Actor, Edge};
use app::error::{Error, Why};
use app::session::Shown;
use domain::account::Role;
use domain::id::{AccountId, Authority};
use domain::team::Team;
use jiff::civil::date;

fn hester(email: &str) -> NewAccount {
    NewAccount {
        name: "Hester Quayle".into(),
        job: "keeps the machines".into(),
        email: email.into(),
        roles: vec![Role::Leader],
        teams: vec![],
        organisation: None,
    }
}

fn token(borough: &Borough, minutes: i64) -> app::error::Result<String> {
    let edge = Edge { now: after(minutes), ..edge() };
    give_console_token(&borough.kith, edge, Authority::WEXCOMBE).wait()
}

fn first(borough: &Borough, token: &str, minutes: i64) -> app::error::Result<AccountId> {
    let edge = Edge { now: after(minutes), actor: Actor::Nobody, ..edge() };
    let (token, new) = (token.to_owned(), hester("hester@wexcombe.example"));
    let made = move |cx: &mut app::cx::Write<'_, '_>| {
        let made = make_first_administrator(cx, &token, &new, "$argon2id$");
        assert_eq!(cx.edge.actor, Actor::Nobody, "the console's word is for one thing");
        made
    };
    borough.kith.write(edge, vec![], made).wait()
}

#[test]
fn the_console_makes_one_first_administrator() {
    for borough in boroughs() {
        let database = borough.store.database;
        let old = token(&borough, 0).expect("a token");
        let new = token(&borough, 1).expect("another");
        let refused = |token: &str, minutes| {
            let refused = first(&borough, token, minutes);
            assert!(matches!(refused, Err(Error::NotSignedIn)), "{database}: {refused:?}");
        };
        refused(&old, 2);
        refused("no such token", 2);
        refused(&new, 61);
        let account = first(&borough, &format!(" {new}\n"), 60).expect("the first");
        let viewer = {
            let found = borough.kith.read(edge(), move |cx| Ok(cx.tx.find_account(account)?));
            found.wait().expect("read").expect("the account").viewer(after(60))
        };
        assert_eq!(viewer.roles, [domain::access::Role::Administrator], "{database}");
        refused(&new, 60);
        let third = token(&borough, 62);
        assert!(matches!(third, Err(Error::NotYours)), "{database}: there is an administrator");
        borough.proves_sound();
    }
}

#[test]
fn a_token_that_could_not_be_used_is_not_used_up() {
    for borough in boroughs() {
        let token = token(&borough, 0).expect("a token");
        let edge = Edge { now: after(1), actor: Actor::Nobody, ..edge() };
        let (given, nameless) = (token.clone(), NewAccount { name: " ".into(), ..hester("h@w") });
        let refused = borough.kith.write(edge, vec![], move |cx| {
            make_first_administrator(cx, &given, &nameless, "$argon2id$")
        });
        let Err(Error::Refused(faults)) = refused.wait() else { panic!("refused") };
        assert_eq!((faults[0].at, faults[0].why), ("name", Why::Empty));
        first(&borough, &token, 2).expect("with a name");
    }
}

#[test]
fn a_leaver_is_signed_out_at_once_and_nobody_else_is() {
    for borough in boroughs() {
        let leaver = borough.colleague("Leaver", Role::Practitioner, &[]);
        let stays = borough.colleague("Stays", Role::Practitioner, &[]);
        let (hers, his) = (borough.signed_in(leaver, after(0)), borough.signed_in(stays, after(0)));
        let page = |_: &mut app::cx::Read<'_>| Ok(Shown { page: (), look: None });
        waits(borough.kith.show(hers.clone(), page)).expect("hers");
        borough.write(move |cx| {
            amend_account(cx, leaver.account, |account| {
                account.closed_on = Some(date(2026, 11, 24));
            })
        });
        let out = waits(borough.kith.show(hers.clone(), page));
        assert!(matches!(out, Err(Error::NobodyAsks)), "{}", borough.store.database);
        let saves = borough.kith.save(hers, vec![], |cx| Ok(cx.id())).wait();
        assert!(matches!(saves, Err(Error::NobodyAsks)), "{}", borough.store.database);
        waits(borough.kith.show(his, page)).expect("his");
        // A session that begins all the same opens nothing.
        let late = borough.signed_in(leaver, after(1));
        assert!(matches!(waits(borough.kith.show(late, page)), Err(Error::NobodyAsks)));
        borough.proves_sound();
    }
}

#[test]
fn only_an_administrator_makes_accounts_and_no_address_is_given_twice() {
    for borough in boroughs() {
        let admin = borough.colleague("Admin", Role::Administrator, &[]);
        let make = |by: Edge, email: &str| {
            let new = hester(email);
            borough.kith.write(by, vec![], move |cx| make_account(cx, &new)).wait()
        };
        let before = borough.entries();
        for role in [Role::Practitioner, Role::Supervisor, Role::Leader, Role::DataOfficer] {
            let other = borough.colleague(role.as_str(), role, &[]);
            let refused = make(borough.edge_of(other, after(0)), "new@wexcombe.example");
            assert!(matches!(refused, Err(Error::NotYours)), "{role:?}");
        }
        let nobody = Edge { actor: Actor::Nobody, ..edge() };
        assert!(matches!(make(nobody, "new@wexcombe.example"), Err(Error::NobodyAsks)));
        assert_eq!(borough.entries(), before + 12, "four colleagues of three entries each");

        make(borough.edge_of(admin, after(0)), "new@wexcombe.example").expect("made");
        let again = make(borough.edge_of(admin, after(0)), "NEW@wexcombe.example");
        let Err(Error::Refused(faults)) = again else { panic!("refused") };
        assert_eq!((faults[0].at, faults[0].why), ("email", Why::Taken));
        borough.proves_sound();
    }
}

#[test]
fn a_team_needs_a_name() {
    for borough in boroughs() {
        let nameless = Team { name: "\0".into(), duty_phone: None, closed_on: None };
        let refused =
            borough.kith.write(edge(), vec![], move |cx| make_team(cx, nameless.clone())).wait();
        let Err(Error::Refused(faults)) = refused else { panic!("refused") };
        assert_eq!((faults[0].at, faults[0].why), ("name", Why::Nul));
        let team = borough.team("Family help");
        let known = borough.kith.read(edge(), |cx| Ok(cx.tx.list_teams(Authority::WEXCOMBE)?));
        let known = known.wait().expect("read");
        assert_eq!(known.len(), 1);
        assert_eq!((known[0].0, known[0].1.name.as_str()), (team, "Family help"));
        let anita = borough.colleague("Anita", Role::Practitioner, &[team]);
        let leaver = borough.colleague("Leaver", Role::Practitioner, &[team]);
        borough.write(move |cx| {
            amend_account(cx, leaver.account, |account| {
                account.closed_on = Some(date(2026, 11, 25));
            })
        });
        let on = |day| {
            let team = borough.kith.read(edge(), move |cx| Ok(cx.tx.list_team(team, day)?));
            team.wait().expect("read").len()
        };
        assert_eq!((on(date(2026, 11, 24)), on(date(2026, 11, 25))), (2, 1));
        assert_ne!(anita.account, leaver.account);
    }
}
