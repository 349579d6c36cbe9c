//! Accounts, teams and who is on call: the administrator's pages. Nothing of any record.
use std::borrow::Cow;

use domain::account::Role;
use domain::colleague::{Colleague, ColleagueList};
use domain::id::TeamId;
use domain::team::Team;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::button::{Weight, link, send};
use crate::field::{Choices, Field, choices, line};
use crate::layout::{Frame, MenuItem, page};
use crate::problem::{Wrongs, mend};
use crate::{dates, say, urls};

mod one;
mod samples;
pub use one::{OnePage, TypedHours, code_given, one};
pub use samples::samples;

/// What was typed into the form for a new account or team, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct TypedNew {
    /// Name.
    pub name: String,
    /// What they do.
    pub job: String,
    /// For a partner, their agency.
    pub organisation: String,
    /// What they sign in with.
    pub email: String,
    /// Roles that are ticked.
    pub roles: Vec<String>,
    /// Teams that are ticked, by id.
    pub teams: Vec<String>,
    /// Name of a new team.
    pub team_name: String,
    /// Its duty phone.
    pub duty_phone: String,
    /// What is wrong.
    pub wrongs: Wrongs,
}

/// The page.
pub fn accounts(frame: &Frame<'_>, list: &ColleagueList, typed: &TypedNew) -> Markup {
    let main = html! {
        h1.size-26.list-title { (say!("menu-accounts")) }
        (mend(&typed.wrongs))
        div.accounts {
            section.sheet.list-sheet {
                h2.size-21 { (say!("accounts-people")) }
                (people(list))
            }
            div.accounts-beside {
                section.sheet.plain-sheet { (new_account(list, typed)) }
                section.sheet.plain-sheet { (teams(list, typed)) }
            }
        }
    };
    page(frame, &say!("menu-accounts"), STYLES, Some(MenuItem::Accounts), &main)
}

const STYLES: &[&str] = &["children", "accounts"];

fn people(list: &ColleagueList) -> Markup {
    html! {
        table.list {
            thead {
                tr {
                    th scope="col" { (say!("children-name")) }
                    th scope="col" { (say!("accounts-for")) }
                    th scope="col" { (say!("accounts-teams")) }
                    th scope="col" { (say!("accounts-state")) }
                }
            }
            tbody { @for who in &list.people { (row(who, list)) } }
        }
        @if let Some(last) = list.next {
            p.list-next {
                (link(Weight::Plain, urls::AccountsAfter(last), say!("children-more")))
            }
        }
    }
}

fn row(who: &Colleague, list: &ColleagueList) -> Markup {
    let roles: Vec<_> = who.account.roles.iter().map(|role| role_word(*role)).collect();
    html! {
        tr {
            th scope="row" {
                a href=(urls::Account(who.id)) { (who.name) }
                p.source { (who.job) @if let Some(agency) = &who.organisation { ", " (agency) } }
                p.source { (who.account.email) }
            }
            td { (roles.join(", ")) }
            td { (team_names(&who.account.teams, &list.teams)) }
            td { (state(who, list.as_of)) }
        }
    }
}

/// "on call", "no password yet", "closed 24 Nov".
fn state(who: &Colleague, as_of: Date) -> Cow<'static, str> {
    match who.account.closed_on {
        Some(day) if day <= as_of => say!("accounts-closed", day = dates::short(day, as_of)),
        Some(day) => say!("accounts-closes", day = dates::short(day, as_of)),
        None if !who.has_password => say!("accounts-no-password"),
        None => say!("accounts-open"),
    }
}

fn team_names(ids: &[TeamId], teams: &[(TeamId, Team)]) -> String {
    let name = |id: &TeamId| teams.iter().find(|(known, _)| known == id);
    let names: Vec<_> = ids.iter().filter_map(name).map(|(_, team)| team.name.as_str()).collect();
    names.join(", ")
}

/// What an account is for, in words.
fn role_word(role: Role) -> Cow<'static, str> {
    match role {
        Role::Practitioner => say!("role-practitioner"),
        Role::PartnerPractitioner => say!("role-partner-practitioner"),
        Role::Supervisor => say!("role-supervisor"),
        Role::OnCall => say!("role-on-call"),
        Role::Leader => say!("role-leader"),
        Role::DataOfficer => say!("role-data-officer"),
        Role::Guardian => say!("role-guardian"),
        Role::Administrator => say!("role-administrator"),
        Role::Integration => say!("role-integration"),
    }
}

/// Check boxes for what an account is for. A program's account is not made here.
fn role_choices(ticked: &[String], wrongs: &Wrongs) -> Markup {
    let people = Role::ALL.iter().filter(|role| **role != Role::Integration);
    let of = people.map(|role| {
        let word = role.as_str().to_owned();
        let on = ticked.contains(&word);
        (word, role_word(*role).into_owned(), on)
    });
    let legend = say!("accounts-for");
    let of = of.collect();
    html! {
        (wrong(wrongs, "roles"))
        (choices(&Choices::several("roles", &legend, of)))
    }
}

fn team_choices(teams: &[(TeamId, Team)], ticked: &[String], wrongs: &Wrongs) -> Markup {
    let open = teams.iter().filter(|(_, team)| team.closed_on.is_none());
    let of: Vec<_> = open
        .map(|(id, team)| (id.to_string(), team.name.clone(), ticked.contains(&id.to_string())))
        .collect();
    let legend = say!("accounts-teams");
    html! {
        (wrong(wrongs, "teams"))
        @if !of.is_empty() { (choices(&Choices::several("teams", &legend, of))) }
    }
}

fn wrong(wrongs: &Wrongs, field: &str) -> Markup {
    html! {
        @if let Some(says) = wrongs.at(field) { p.field { span.error { (says) } } }
    }
}

fn new_account(list: &ColleagueList, typed: &TypedNew) -> Markup {
    let one = |name, label: Cow<'static, str>, hint: Option<&str>, value| {
        let wrong = typed.wrongs.at(name);
        let kind = if name == "email" { "email" } else { "text" };
        line(&Field { name, label: &label, hint, value, wrong }, kind, "off")
    };
    let agency_hint = say!("accounts-agency-hint");
    html! {
        h2.size-21 { (say!("accounts-add")) }
        form method="post" action=(urls::Accounts) {
            (one("name", say!("accounts-name"), None, &typed.name))
            (one("job", say!("accounts-job"), None, &typed.job))
            (one("organisation", say!("accounts-agency"), Some(&agency_hint), &typed.organisation))
            (one("email", say!("sign-in-email"), None, &typed.email))
            (role_choices(&typed.roles, &typed.wrongs))
            (team_choices(&list.teams, &typed.teams, &typed.wrongs))
            (send(Weight::Main, say!("accounts-add-go")))
        }
    }
}

fn teams(list: &ColleagueList, typed: &TypedNew) -> Markup {
    let one = |name, label: Cow<'static, str>, value| {
        let wrong = typed.wrongs.at(name);
        line(&Field { name, label: &label, hint: None, value, wrong }, "text", "off")
    };
    html! {
        h2.size-21 { (say!("accounts-teams")) }
        ul.team-list {
            @for (_, team) in &list.teams {
                @let phone = team.duty_phone.as_ref();
                li {
                    b { (team.name) }
                    @if let Some(phone) = phone { " " span.phone.muted { (phone.number) } }
                }
            }
        }
        form method="post" action=(urls::Teams) {
            (one("team_name", say!("accounts-team-name"), &typed.team_name))
            (one("duty_phone", say!("accounts-team-phone"), &typed.duty_phone))
            (send(Weight::Plain, say!("accounts-team-go")))
        }
    }
}
