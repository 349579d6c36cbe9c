//! The identity column: picture, what the child is like, how they were when last seen, family,
//! helpers.
use domain::front_page::{Emblem, FrontPage, Helper, Message, Standing};
use domain::person::{Born, Sex};
use maud::{Markup, html};

use super::{asks, head, new_dot, said_on};
use crate::emblem::drawing;
use crate::layout::{ChildPage, Frame};
use crate::person_mark::initials_of;
use crate::typeset::{curly, digits, quoted, words};
use crate::{dates, names, say, urls};

/// The line beside the name, on a wide screen, on a phone and on paper.
pub(super) fn facts(page: &FrontPage) -> Markup {
    let age = dates::age(page.child.born, page.as_of);
    let wide: Vec<String> = [born(page), Some(lives_short(page)).filter(|home| !home.is_empty())]
        .into_iter()
        .flatten()
        .chain(page.child.facts.iter().map(|fact| curly(fact).into_owned()))
        .collect();
    let narrow: Vec<String> =
        age.map(std::borrow::Cow::into_owned).into_iter().chain(lives_long(page)).collect();
    html! {
        span.facts-wide { (wide.join(" · ")) }
        span.facts-narrow { (narrow.join(" · ")) }
        span.only-print { (printed(page)) }
    }
}

/// "5 months, born 14 June 2026".
fn born(page: &FrontPage) -> Option<String> {
    let age = dates::age(page.child.born, page.as_of)?;
    Some(match page.child.born {
        Some(Born::On(day)) => {
            let born = say!("front-born", day = dates::full(day));
            say!("front-facts", age = age, born = born).into_owned()
        }
        _ => age.into_owned(),
    })
}

/// "with Nan Denise, 3 Mill Bank".
fn lives_short(page: &FrontPage) -> String {
    let Some(home) = &page.child.home else { return String::new() };
    let who: Vec<_> = home.with.iter().map(names::with_kinship).collect();
    let who = names::joined(who.iter().map(|name| &**name));
    let place = home.place.as_deref().map(curly);
    match (who.is_empty(), place) {
        (true, None) => String::new(),
        (true, Some(place)) => say!("front-home-alone", place = place).into_owned(),
        (false, None) => say!("front-home-no-place", who = who).into_owned(),
        (false, Some(place)) => say!("front-home", who = who, place = place).into_owned(),
    }
}

/// "lives with Nan Denise at 3 Mill Bank since 1 October".
fn lives_long(page: &FrontPage) -> Option<String> {
    let home = page.child.home.as_ref()?;
    let who: Vec<_> = home.with.iter().map(names::with_kinship).collect();
    let who = names::joined(who.iter().map(|name| &**name));
    let Some(place) = home.place.as_deref().map(curly).filter(|_| !who.is_empty()) else {
        return Some(lives_short(page)).filter(|line| !line.is_empty());
    };
    Some(match home.since {
        None => say!("front-lives-no-day", who = who, place = place).into_owned(),
        Some(day) => say!("front-lives", who = who, place = place, day = dates::day_and_month(day))
            .into_owned(),
    })
}

/// "5 months, born 14 June 2026. Boy. Lives with Nan Denise at 3 Mill Bank since 1 October."
fn printed(page: &FrontPage) -> String {
    let facts = born(page).map(|facts| say!("front-printed-facts", facts = facts));
    let sex = match page.child.sex {
        Sex::Male => Some(say!("front-boy")),
        Sex::Female => Some(say!("front-girl")),
        Sex::NotKnown => None,
    };
    let home =
        lives_long(page).map(|line| say!("front-printed-facts", facts = names::capitalised(&line)));
    [facts, sex, home].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The whole column.
pub(super) fn column(frame: &Frame<'_>, page: &FrontPage, family_drawing: &Markup) -> Markup {
    html! {
        div.identity {
            (child(page))
            (family(frame, page, family_drawing))
            (helping(frame, page))
        }
    }
}

fn child(page: &FrontPage) -> Markup {
    html! {
        section.slot-child data-slot {
            @if let Some(emblem) = &page.child.emblem {
                (drawing(&emblem.picture, &drawing_words(emblem)))
                @if let Some(by) = &emblem.given_by {
                    @let by = names::with_kinship(by);
                    p.source.picture-by { (say!("front-picture-by", who = by)) }
                }
            }
            (message(page))
            (last_seen(page))
        }
    }
}

fn drawing_words(emblem: &Emblem) -> String {
    let shows = curly(&emblem.shows);
    match &emblem.given_by {
        Some(by) => say!("front-drawing", by = by.called.as_str(), shows = shows).into_owned(),
        None => say!("front-drawing-unsigned", shows = shows).into_owned(),
    }
}

/// What people should know; on paper without words of which a child said who may see them.
fn message(page: &FrontPage) -> Markup {
    let name = page.child.called.as_str();
    let shown = page.message.as_ref();
    let of_houses = shown.and_then(|message| message.page);
    html! {
        @match (shown, of_houses) {
            (None, _) => h2.says.asks { (say!("front-message-asks", name = name)) },
            (Some(message), None) => h2.says dir="auto" { (said(message, page)) },
            (Some(message), Some(root)) => {
                div.only-screen {
                    h2.says dir="auto" { (said(message, page)) }
                    p.source {
                        a href=(urls::Entry(root)) { (say!("front-message-houses")) }
                    }
                }
                @if let Some(message) = &page.message_on_paper {
                    h2.says.only-print dir="auto" { (said(message, page)) }
                }
            }
        }
    }
}

/// In quotation marks where the child says it.
fn said(message: &Message, page: &FrontPage) -> Markup {
    html! {
        (new_dot(message.new, page))
        @if message.said_by.standing == Standing::Child { (quoted(&message.text)) }
        @else { (words(&message.text)) }
    }
}

fn last_seen(page: &FrontPage) -> Markup {
    html! {
        @match &page.last_seen {
            None => (asks(&say!("front-seen-asks", name = page.child.called.as_str()))),
            Some(seen) => {
                p.seen dir="auto" { (new_dot(seen.new, page)) (words(&seen.text)) }
                p.source { (said_on(&seen.seen_by.called, seen.on, page)) }
            }
        }
    }
}

fn family(frame: &Frame<'_>, page: &FrontPage, family_drawing: &Markup) -> Markup {
    let open = html! {
        @if frame.has(ChildPage::Family) {
            a href=(urls::Family(page.child.id)) { (say!("front-open")) }
        }
    };
    html! {
        section.slot-family {
            (head(frame, "git-fork", &say!("front-family"), &open))
            @if page.family.people.len() < 2 {
                (asks(&say!("front-family-asks", name = page.child.called.as_str())))
            } @else {
                (family_drawing)
            }
        }
    }
}

fn helping(frame: &Frame<'_>, page: &FrontPage) -> Markup {
    html! {
        section.slot-helping data-slot {
            (head(frame, "users-round", &say!("front-helping"), &html! {}))
            @if page.helping.is_empty() { (asks(&say!("front-helping-asks"))) }
            ul.helping { @for helper in &page.helping { (one_helper(helper)) } }
        }
    }
}

fn one_helper(helper: &Helper) -> Markup {
    html! {
        li {
            (initials_of(&helper.who))
            span {
                b { (names::in_list(&helper.who)) }
                @if let Some(relation) = &helper.who.relation { span.relation { ", " (relation) } }
                br;
                span.muted {
                    @if let Some(phone) = &helper.phone {
                        a.phone href={ "tel:" (digits(phone)) } { (phone) } " "
                    } @else {
                        span.phone { (say!("front-no-number")) } " "
                    }
                    @if let Some(job) = &helper.job { span.job { (curly(job)) } }
                }
            }
        }
    }
}
