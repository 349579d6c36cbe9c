//! Who can see a child's file, and who has looked: people with why, never a list of permissions.
//!
//! Beside one another, since each explains the other. Deliberately absent: counts of looks for
//! each person, which would rank colleagues.
use std::borrow::Cow;

use domain::access::Reach;
use domain::involvement::Role;
use domain::look::{CopyFor, Page};
use domain::restriction::Because;
use domain::who_can_see::{Dated, Looked, Opened, Restricted, Somebody, WhoCanSee, Works};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::dates::moment_short as moment;
use crate::layout::{ChildHead, ChildPage, Frame, child_page};
use crate::person_mark::chip;
use crate::typeset::{curly, words};
use crate::{dates, names, say};

mod samples;
pub use samples::samples;

/// The page.
pub fn who_can_see(frame: &Frame<'_>, page: &WhoCanSee) -> Markup {
    let head = ChildHead {
        child: page.child.id,
        name: &page.child.name,
        emblem: page.emblem.as_deref(),
        facts: html! { (dates::age(page.child.born, page.as_of).unwrap_or_default()) },
        doing: html! {},
        current: ChildPage::Access,
        beside: html! {},
        styles: &["who_can_see"],
    };
    child_page(
        frame,
        &head,
        &html! {
            div.sheet.who {
                div.who-can { (can(page)) }
                div.who-looked {
                    (openings(&page.openings, page.as_of))
                    (looks(page))
                }
            }
        },
    )
}

fn can(page: &WhoCanSee) -> Markup {
    html! {
        h2.size-21 { (say!("who-can-see")) }
        @if page.restricted { p.notice { (say!("who-restricted")) } }
        (works(&page.works, page.as_of))
        @if !page.restricted { (teams(page)) }
        @if !page.named.is_empty() {
            h3.size-18 { (say!("who-named")) }
            ul { @for one in &page.named { li { (dated(one)) } } }
        }
        @if let Some(restrictions) = &page.restrictions { (restricted(restrictions)) }
        h3.size-18 { (say!("who-others")) }
        p {
            @if page.restricted { (say!("who-others-restricted")) }
            @else { (say!("who-others-plain")) }
        }
    }
}

fn works(works: &[Works], as_of: Date) -> Markup {
    html! {
        h3.size-18 { (say!("who-works")) }
        @if works.iter().all(|part| part.who.is_none()) { p.asks { (say!("who-works-nobody")) } }
        ul {
            @for part in works {
                @if let Some(who) = &part.who {
                    li {
                        (chip(&who.name, false))
                        div {
                            b { (who.name) }
                            p.source { (part_in_words(part, who, as_of)) }
                            @if !part.signs_in { p.source { (say!("who-no-account")) } }
                        }
                    }
                }
            }
        }
    }
}

/// "social worker, leads the work, since 1 October".
fn part_in_words(part: &Works, who: &Somebody, as_of: Date) -> String {
    let called = part.title.as_deref().or(who.job.as_deref()).map(curly);
    let leads = matches!(part.role, Role::Lead | Role::FamilyHelpLead);
    let role = (leads || part.title.is_none()).then(|| role(part.role));
    let since = say!("who-since", day = dates::short(part.from, as_of));
    let until = part.until.map(|day| say!("who-until", day = dates::short(day, as_of)));
    [called, role, Some(since), until].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn role(role: Role) -> Cow<'static, str> {
    match role {
        Role::Lead => say!("who-role-lead"),
        Role::CoWorker => say!("who-role-co-worker"),
        Role::FamilyHelpLead => say!("who-role-family-help"),
        Role::ChildProtectionLead => say!("who-role-child-protection"),
        Role::ConferenceChair => say!("who-role-chair"),
        Role::ReviewingOfficer => say!("who-role-reviewing"),
        Role::Partner => say!("who-role-partner"),
        Role::Waiting => say!("children-waits"),
    }
}

fn teams(page: &WhoCanSee) -> Markup {
    html! {
        @if !page.teams.is_empty() {
            h3.size-18 { (say!("who-teams")) }
            ul {
                @for team in &page.teams {
                    @let managers = team.managers.iter().map(|who| who.name.as_str());
                    @let managers = names::joined(managers);
                    li.plain {
                        b { (team.name) }
                        p.source {
                            @if managers.is_empty() { (say!("who-team")) }
                            @else { (say!("who-team-managers", names = managers)) }
                        }
                    }
                }
            }
        }
    }
}

fn dated(one: &Dated) -> Markup {
    let until = one.until.map(|day| say!("who-until", day = dates::full(day)));
    html! {
        (chip(&one.who.name, false))
        div {
            b { (one.who.name) }
            p.source {
                (one.who.job.as_deref().unwrap_or_default())
                @if let Some(until) = until { ", " (until) }
            }
        }
    }
}

fn restricted(restrictions: &[Restricted]) -> Markup {
    html! {
        @if !restrictions.is_empty() {
            h3.size-18 { (say!("who-restrictions")) }
            ul {
                @for one in restrictions {
                    @let whom = names::joined(one.whom.iter().map(|who| who.name.as_str()));
                    li.plain {
                        p {
                            @if one.shut_out { (say!("who-shut-out", names = whom)) }
                            @else { (say!("who-only", names = whom)) }
                        }
                        p.source { (why(one)) }
                        @if let Some(says) = &one.words { p dir="auto" { (words(says)) } }
                    }
                }
            }
        }
    }
}

/// "their own file, since 1 October 2026, until 31 October 2026".
fn why(one: &Restricted) -> String {
    let since = say!("who-since", day = dates::full(one.from));
    let until = one.until.map(|day| say!("who-until", day = dates::full(day)));
    [because(one.because), since].into_iter().chain(until).collect::<Vec<_>>().join(", ")
}

fn because(because: Because) -> Cow<'static, str> {
    match because {
        Because::Danger => say!("who-because-danger"),
        Because::FormerPartner => say!("who-because-former-partner"),
        Because::Relative => say!("who-because-relative"),
        Because::OwnFile => say!("who-because-own-file"),
        Because::StaffFamily => say!("who-because-staff-family"),
        Because::Adoption => say!("who-because-adoption"),
        Because::PublicFigure => say!("who-because-public-figure"),
        Because::PoliceWork => say!("who-because-police-work"),
        Because::AddressAtRisk => say!("who-because-address"),
        Because::Other => say!("who-because-other"),
    }
}

fn openings(openings: &[Opened], as_of: Date) -> Markup {
    html! {
        @if !openings.is_empty() {
            h2.size-21 { (say!("who-opened")) }
            ol.opened {
                @for one in openings {
                    li {
                        p {
                            b { (one.who.name) } " "
                            span.muted { (one.who.job.as_deref().unwrap_or_default()) }
                        }
                        p dir="auto" { (say!("quoted", words = one.reason.as_str())) }
                        p.source {
                            (moment(one.at, as_of)) ", "
                            @if one.by == Reach::BreakGlass { (say!("who-opened-glass")) }
                            @else { (say!("who-opened-reason")) }
                        }
                    }
                }
            }
        }
    }
}

fn looks(page: &WhoCanSee) -> Markup {
    html! {
        @if let Some(looks) = &page.looks {
            h2.size-21 { (say!("who-looked")) }
            @if looks.is_empty() { p.asks { (say!("who-looked-nobody")) } }
            @else {
                p.small.muted { (say!("who-looked-since", day = dates::full(page.since))) }
                table.looks {
                    thead {
                        tr {
                            th scope="col" { (say!("who-looked-when")) }
                            th scope="col" { (say!("who-looked-who")) }
                            th scope="col" { (say!("who-looked-what")) }
                        }
                    }
                    tbody { @for look in looks { (looked(look, page.as_of)) } }
                }
            }
        }
    }
}

fn looked(look: &Looked, as_of: Date) -> Markup {
    html! {
        tr {
            td.figures { (moment(look.at, as_of)) }
            td { (who_looked(look)) }
            td {
                @match (look.copy, &look.by_link) {
                    (Some(whom), _) => (copied(whom)),
                    (None, Some(_)) => (say!("who-looked-link-what")),
                    (None, None) => (what(look.page)),
                }
                @if let Some(because) = &look.because {
                    " " span.muted dir="auto" { (say!("quoted", words = because.as_str())) }
                }
            }
        }
    }
}

/// Whoever signed in; of a link only whose it is and who gave it, since anybody may hold it.
fn who_looked(look: &Looked) -> Markup {
    html! {
        @if let Some(person) = &look.by_link {
            (say!("who-looked-link", name = person.name.as_str())) span.for-readers { ", " } " "
            span.muted { (say!("who-looked-link-by", name = look.who.name.as_str())) }
        } @else {
            (look.who.name) span.for-readers { ", " } " "
            span.muted { (look.who.job.as_deref().unwrap_or_default()) }
        }
    }
}

fn copied(whom: CopyFor) -> Cow<'static, str> {
    match whom {
        CopyFor::System => say!("who-looked-copy-system"),
        CopyFor::Child => say!("who-looked-copy-child"),
        CopyFor::Person => say!("who-looked-copy-person"),
    }
}

fn what(page: Option<Page>) -> Cow<'static, str> {
    match page {
        None => say!("who-looked-entry"),
        Some(Page::FrontPage) => say!("divider-front-page"),
        Some(Page::Map) => say!("divider-map"),
        Some(Page::Scales) => say!("sub-scales"),
        Some(Page::Plan) => say!("divider-plan"),
        Some(Page::Family) => say!("divider-family"),
        Some(Page::Story) => say!("divider-story"),
        Some(Page::Houses) => say!("over-time"),
        Some(Page::Steps) => say!("divider-steps"),
        Some(Page::Access) => say!("who-can-see"),
        Some(Page::Person) => say!("who-looked-person"),
    }
}
