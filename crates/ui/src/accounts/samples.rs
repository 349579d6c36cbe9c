//! Each state of the pages worth looking at.
use domain::account::{Account, HelpLevel, Role};
use domain::colleague::{Colleague, ColleagueList, OneColleague};
use domain::hours::Hours;
use domain::id::{AccountId, PersonId, TeamId};
use domain::person::Phone;
use domain::team::Team;
use jiff::civil::{Date, time};
use maud::Markup;
use uuid::Uuid;

use super::{OnePage, TypedNew, accounts, code_given, one};
use crate::layout::Theme;
use crate::problem::{Wrong, Wrongs};

const TODAY: Date = Date::constant(2026, 11, 24);

fn teams() -> Vec<(TeamId, Team)> {
    let team = |n, name: &str| {
        let phone = Phone { number: "01632 960 100".into(), note: None };
        let team = Team { name: name.into(), duty_phone: Some(phone), closed_on: None };
        (TeamId(Uuid::from_u128(n)), team)
    };
    vec![team(1, "Riverside"), team(2, "Hill")]
}

fn colleague(n: u128, name: &str, job: &str, roles: Vec<Role>) -> Colleague {
    let address = name.to_lowercase().replace(' ', ".");
    let on_call = roles.contains(&Role::OnCall);
    let nights = Hours { days: vec![], from: time(17, 0, 0, 0), to: time(8, 30, 0, 0) };
    Colleague {
        id: AccountId(Uuid::from_u128(n)),
        name: name.into(),
        job: job.into(),
        organisation: None,
        account: Account {
            person: PersonId(Uuid::from_u128(n)),
            email: format!("{address}@wexcombe.example"),
            directory_id: None,
            teams: if on_call { vec![] } else { vec![TeamId(Uuid::from_u128(1))] },
            on_call: if on_call { vec![nights] } else { vec![] },
            roles,
            help: HelpLevel::default(),
            scopes: vec![],
            closed_on: None,
        },
        has_password: n != 3,
    }
}

fn people() -> Vec<Colleague> {
    vec![
        colleague(1, "Anita Rowe", "social worker", vec![Role::Practitioner]),
        colleague(2, "Colin Peake", "team manager", vec![Role::Practitioner, Role::Supervisor]),
        colleague(3, "Bryn Cole", "out-of-hours worker", vec![Role::OnCall]),
    ]
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = crate::front_page::samples::frame(assets, theme);
    let list = ColleagueList { as_of: TODAY, people: people(), next: None, teams: teams() };
    let wrongs = Wrongs::of([("email".to_owned(), Wrong::Taken)]);
    let typed = TypedNew { email: "anita@wexcombe.example".into(), wrongs, ..TypedNew::default() };
    let bryn = colleague(3, "Bryn Cole", "out-of-hours worker", vec![Role::OnCall]);
    let bryn = OneColleague { as_of: TODAY, who: bryn, teams: teams() };
    let address = "https://kith.wexcombe.example/choose-password";
    vec![
        ("accounts", accounts(&frame, &list, &TypedNew::default())),
        ("accounts-taken", accounts(&frame, &list, &typed)),
        ("account", one(&frame, &OnePage::of(&bryn))),
        ("account-code", code_given(&frame, &bryn.who, "7k2m-qx4d-09fh-sb6t-w3rz", address)),
    ]
}
