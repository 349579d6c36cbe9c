//! One account: what it is for, when it is on call, its last day, and a code for its password.
use std::borrow::Cow;

use domain::colleague::{Colleague, OneColleague};
use domain::hours::Weekday;
use maud::{Markup, html};

use super::{STYLES, role_choices, team_choices, wrong};
use crate::button::{Weight, link, send};
use crate::field::{Choices, Field, choices, line};
use crate::layout::{Frame, MenuItem, page};
use crate::problem::{Wrongs, mend};
use crate::{say, urls};

/// The page: what stands, and what was typed over it.
#[derive(Debug, Clone)]
pub struct OnePage<'a> {
    /// Whose account.
    pub one: &'a OneColleague,
    /// Roles that are ticked.
    pub roles: Vec<String>,
    /// Teams that are ticked, by id.
    pub teams: Vec<String>,
    /// Hours on call; a blank one is added by the page.
    pub hours: Vec<TypedHours>,
    /// The day from which nobody signs in with it.
    pub closed_on: String,
    /// What is wrong.
    pub wrongs: Wrongs,
}

/// Hours as they are typed.
#[derive(Debug, Clone, Default)]
pub struct TypedHours {
    /// Days of the week; none is every day.
    pub days: Vec<String>,
    /// From.
    pub from: String,
    /// To.
    pub to: String,
}

impl<'a> OnePage<'a> {
    /// As it stands.
    pub fn of(one: &'a OneColleague) -> Self {
        let account = &one.who.account;
        let hours = account.on_call.iter().map(|hours| TypedHours {
            days: hours.days.iter().map(|day| day.as_str().to_owned()).collect(),
            from: hours.from.strftime("%H:%M").to_string(),
            to: hours.to.strftime("%H:%M").to_string(),
        });
        Self {
            one,
            roles: account.roles.iter().map(|role| role.as_str().to_owned()).collect(),
            teams: account.teams.iter().map(ToString::to_string).collect(),
            hours: hours.collect(),
            closed_on: account.closed_on.map(|day| day.to_string()).unwrap_or_default(),
            wrongs: Wrongs::default(),
        }
    }
}

/// The page.
pub fn one(frame: &Frame<'_>, typed: &OnePage<'_>) -> Markup {
    let who = &typed.one.who;
    let main = html! {
        (head(who))
        (mend(&typed.wrongs))
        div.accounts {
            section.sheet.plain-sheet {
                form method="post" action=(urls::Account(who.id)) {
                    (role_choices(&typed.roles, &typed.wrongs))
                    (team_choices(&typed.one.teams, &typed.teams, &typed.wrongs))
                    (on_call(typed))
                    (closed_on(typed))
                    (send(Weight::Main, say!("account-keep")))
                }
            }
            div.accounts-beside { section.sheet.plain-sheet { (password(who)) } }
        }
    };
    page(frame, &who.name, STYLES, Some(MenuItem::Accounts), &main)
}

fn head(who: &Colleague) -> Markup {
    html! {
        div.list-title {
            h1.size-26 { (who.name) }
            p.muted {
                (who.job) @if let Some(agency) = &who.organisation { ", " (agency) }
                " · " (who.account.email)
            }
        }
    }
}

fn on_call(typed: &OnePage<'_>) -> Markup {
    let blank = TypedHours::default();
    html! {
        h2.size-18 { (say!("account-on-call")) }
        p.small.muted { (say!("account-on-call-hint")) }
        (wrong(&typed.wrongs, "on_call"))
        @for (nth, hours) in typed.hours.iter().chain([&blank]).enumerate() {
            (hours_row(nth, hours))
        }
    }
}

fn hours_row(nth: usize, hours: &TypedHours) -> Markup {
    let days = Weekday::ALL.iter().map(|day| {
        let word = day.as_str().to_owned();
        let on = hours.days.contains(&word);
        (word, day_word(*day).into_owned(), on)
    });
    let (days_name, from, to) = (format!("days-{nth}"), format!("from-{nth}"), format!("to-{nth}"));
    let clock = |name: &str, label: Cow<'static, str>, value| {
        line(&Field { name, label: &label, value, ..Field::default() }, "time", "off")
    };
    html! {
        div.hours {
            (choices(&Choices::several(&days_name, &say!("account-days"), days.collect())))
            (clock(&from, say!("account-from"), &hours.from))
            (clock(&to, say!("account-to"), &hours.to))
        }
    }
}

fn day_word(day: Weekday) -> Cow<'static, str> {
    match day {
        Weekday::Mon => say!("day-mon"),
        Weekday::Tue => say!("day-tue"),
        Weekday::Wed => say!("day-wed"),
        Weekday::Thu => say!("day-thu"),
        Weekday::Fri => say!("day-fri"),
        Weekday::Sat => say!("day-sat"),
        Weekday::Sun => say!("day-sun"),
    }
}

fn closed_on(typed: &OnePage<'_>) -> Markup {
    let field = Field {
        name: "closed_on",
        label: &say!("account-closed-on"),
        hint: Some(&say!("account-closed-on-hint")),
        value: &typed.closed_on,
        wrong: typed.wrongs.at("closed_on"),
    };
    line(&field, "date", "off")
}

fn password(who: &Colleague) -> Markup {
    html! {
        h2.size-18 { (say!("account-password")) }
        p {
            @if who.has_password { (say!("account-has-password")) }
            @else { (say!("account-no-password")) }
        }
        form method="post" action=(urls::AccountCode(who.id)) {
            (send(Weight::Plain, say!("account-give-code")))
        }
    }
}

/// A code, shown once.
pub fn code_given(frame: &Frame<'_>, who: &Colleague, code: &str, address: &str) -> Markup {
    let main = html! {
        (head(who))
        div.sheet.plain-sheet.code-given {
            h2.size-21 { (say!("code-title")) }
            p.code.figures { (code) }
            p { (say!("code-do", address = address)) }
            p { (say!("code-once")) }
            (link(Weight::Plain, urls::Accounts, say!("code-back")))
        }
    };
    page(frame, &say!("code-title"), STYLES, Some(MenuItem::Accounts), &main)
}
