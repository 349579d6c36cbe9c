//! On the page of a sitting: whom the child named, what each would get, and what was shown.
use domain::shared_back::Way;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{Family, LinkStands, Showing, Whom};
use crate::button::{Weight, link, send, send_as};
use crate::typeset::words;
use crate::{dates, say, urls};

pub(super) use crate::dates::moment;

/// The section. `child` is what the child is called.
pub(crate) fn section(family: &Family, child: &str, as_of: Date) -> Markup {
    html! {
        @let people = [&family.people, &family.outside];
        @let nobody = people.iter().all(|all| all.is_empty()) && family.by_name.is_empty();
        @if !nobody || !family.shown.is_empty() {
            section.house-part.only-screen #family {
                h3 { (say!("parents-section", child = child)) }
                ul.family-people {
                    @for whom in &family.people { li { (one(family, whom, child)) } }
                    @for whom in &family.outside { li { (outside(family, whom, child)) } }
                    @for name in &family.by_name {
                        li {
                            b dir="auto" { (words(name)) } ": "
                            @if let Some(shut) = family.shut { (shut.says(child, name)) }
                            @else { (say!("parents-by-name-alone", child = child)) }
                        }
                    }
                }
                @if !family.shown.is_empty() {
                    h4 { (say!("parents-shown")) }
                    ul.family-shown {
                        @for showing in &family.shown { li { (shown(showing, as_of)) } }
                    }
                }
            }
        }
    }
}

fn one(family: &Family, whom: &Whom, child: &str) -> Markup {
    let called = whom.called.as_str();
    match whom.pages {
        Ok(pages) => html! {
            (link(
                Weight::Plain,
                urls::ShowTo(family.sitting, whom.person),
                say!("parents-show", person = called, child = child),
            ))
            " " span.source { (say!("parents-pages", n = pages)) }
        },
        Err(nothing) => html! {
            b dir="auto" { (called) } ": " (nothing.says(child, called))
        },
    }
}

/// Somebody who is not at home gets it as a copy.
fn outside(family: &Family, whom: &Whom, child: &str) -> Markup {
    let (who, pages) = (whom.called.as_str(), *whom.pages.as_ref().unwrap_or(&0));
    html! {
        b dir="auto" { (words(who)) } ": "
        (say!("parents-outside", child = child)) " "
        a href=(urls::Copy(family.sitting)) { (say!("parents-outside-copy", person = who)) }
        " " span.source { (say!("parents-pages", n = pages)) }
    }
}

fn shown(showing: &Showing, as_of: Date) -> Markup {
    let made = dates::short(showing.made_on, as_of);
    let who = showing.called.as_str();
    html! {
        p {
            a href=(urls::Entry(showing.root)) {
                @match showing.way {
                    Way::Paper => (say!("parents-on-paper", day = made, person = who)),
                    Way::Link => (say!("parents-by-link", day = made, person = who)),
                }
            }
            @if let Some(day) = showing.shown_on {
                ". " (say!("parents-gone-through", day = dates::short(day, as_of)))
            }
        }
        @if let Some(link) = &showing.link { (stands(showing, link)) }
        @if showing.shown_on.is_none() { (gone_through(showing, as_of)) }
    }
}

fn stands(showing: &Showing, link: &LinkStands) -> Markup {
    let opened = link.opened_at.map(moment);
    html! {
        p.source {
            @if link.opens && link.shows {
                (say!("parents-link-until", moment = moment(link.until)))
            }
            @else if link.opens { (say!("parents-link-nothing")) }
            @else if link.ended { (say!("parents-link-ended")) }
            @else { (say!("parents-link-over")) }
            " "
            @match opened {
                Some(moment) => (say!("parents-link-opened", moment = moment)),
                None => (say!("parents-link-not-opened")),
            }
        }
        @if link.opens {
            form method="post" action=(urls::Shown(showing.root)) {
                (send_as(Weight::Plain, ("then", "end"), say!("parents-end-link")))
            }
        }
    }
}

fn gone_through(showing: &Showing, as_of: Date) -> Markup {
    html! {
        form.family-on method="post" action=(urls::Shown(showing.root)) {
            label for={ "on-" (showing.root) } { (say!("parents-when-shown")) }
            input type="date" name="on" id={ "on-" (showing.root) } value=(as_of)
                min=(showing.made_on) max=(as_of) required;
            (send(Weight::Plain, say!("parents-say-shown")))
            @if showing.way == Way::Paper {
                " " (link(Weight::Words, urls::Sheet(showing.root), say!("parents-print-again")))
            }
        }
    }
}
