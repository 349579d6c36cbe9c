//! What somebody at home gets: one page that reads on a phone and on paper alike. It asks for
//! nothing but its style, leads nowhere, and its title tells nothing to whoever looks over a
//! shoulder. Words for a reader of about eleven; no blame.
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Agreed, AgreedPage, Heard};
use crate::button::{ScriptAct, Weight, send, with_script};
use crate::houses::{cards, number, path, recorded};
use crate::layout::Look;
use crate::story::what::place_words;
use crate::typeset::words;
use crate::{dates, say, urls};

/// Paper, or a phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    /// It is printed.
    Paper,
    /// It is opened by a link.
    Phone,
}

/// The page that a link opens.
pub fn opened(look: Look<'_>, agreed: &Agreed) -> Markup {
    alone(look, &html! { main.family-page #main { (inside(agreed, On::Phone, 1)) } })
}

/// The sheet to be printed; what leads back is not on the paper.
pub fn printed(look: Look<'_>, agreed: &Agreed, back: &str) -> Markup {
    alone(
        look,
        &html! {
            // The worker's own, for the button that prints; what a link opens runs nothing.
            script type="module" src={ (look.assets) "/js/kith.js" } {}
            nav.family-print aria-label=(say!("parents-print-bar")) {
                (with_script(look, Weight::Main, ScriptAct::Print, say!("parents-print")))
                p { (say!("parents-print-do")) }
                a.button href=(back) { (say!("parents-back")) }
            }
            main.family-page #main { (inside(agreed, On::Paper, 1)) }
        },
    )
}

/// Before a link is opened: nothing of anybody, so that a preview of it tells nothing.
pub fn door(look: Look<'_>, token: &str) -> Markup {
    alone(
        look,
        &html! {
            main.family-page.family-door #main {
                h1 { (say!("parents-door")) }
                p { (say!("parents-door-what")) }
                p { (say!("parents-door-alone")) }
                form method="post" action=(urls::ByLink(token)) {
                    (send(Weight::Main, say!("parents-open")))
                }
                p.family-small { (say!("parents-door-not-you")) }
            }
        },
    )
}

/// For every link that opens nothing.
pub fn ended(look: Look<'_>) -> Markup {
    alone(
        look,
        &html! {
            main.family-page.family-door #main {
                h1 { (say!("parents-ended")) }
                p { (say!("parents-ended-ask")) }
            }
        },
    )
}

/// Where too much was tried.
pub fn wait(look: Look<'_>) -> Markup {
    alone(
        look,
        &html! {
            main.family-page.family-door #main {
                h1 { (say!("parents-wait")) }
                p { (say!("parents-wait-do")) }
            }
        },
    )
}

/// A document without script, without an icon that names us, and kept by nobody.
fn alone(look: Look<'_>, body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en-GB" dir="ltr" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="robots" content="noindex, nofollow";
                title { (say!("parents-tab")) }
                @for sheet in ["tokens", "base", "parts", "houses", "parents"] {
                    link rel="stylesheet" href={ (look.assets) "/css/" (sheet) ".css" };
                }
                link rel="icon" href="data:,";
            }
            body.family { (body) }
        }
    }
}

/// What they get, without what stands around it; its first heading is of level `top`.
pub(super) fn inside(agreed: &Agreed, on: On, top: u8) -> Markup {
    let Agreed { child, person, worker, .. } = agreed;
    let day = dates::full(agreed.on);
    html! {
        p.family-for { (say!("parents-for", person = person.as_str())) }
        (heading(top, "family-title", &html! { (say!("parents-title", child = child.as_str())) }))
        p { (say!("parents-what", child = child.as_str(), worker = worker.as_str(), day = day)) }
        p { (say!("parents-own-words", child = child.as_str())) }
        @for page in &agreed.pages { (one(agreed, page, (on, top + 1))) }
        section.family-next {
            (heading(top + 1, "family-part", &html! { (say!("parents-next")) }))
            ul {
                li { (say!("parents-next-you", worker = agreed.ask.worker.as_str())) }
                li { (say!("parents-next-child", child = child.as_str())) }
                li { (say!("parents-next-kind", child = child.as_str())) }
            }
        }
        (ask(agreed, (on, top + 1)))
    }
}

/// A heading of this level, as it looks wherever the page stands.
fn heading(level: u8, class: &str, words: &Markup) -> Markup {
    match level {
        1 => html! { h1 class=(class) dir="auto" { (words) } },
        2 => html! { h2 class=(class) dir="auto" { (words) } },
        3 => html! { h3 class=(class) dir="auto" { (words) } },
        4 => html! { h4 class=(class) dir="auto" { (words) } },
        5 => html! { h5 class=(class) dir="auto" { (words) } },
        _ => html! { h6 class=(class) dir="auto" { (words) } },
    }
}

fn ask(agreed: &Agreed, (on, level): (On, u8)) -> Markup {
    html! {
        section.family-next {
            (heading(level, "family-part", &html! { (say!("parents-ask")) }))
            p {
                b dir="auto" { (agreed.ask.worker) }
                @if let Some(team) = &agreed.ask.team { ", " (words(team)) }
                @if let Some(phone) = &agreed.ask.phone {
                    ". " (say!("parents-phone")) " "
                    bdi.phone { (phone) }
                }
            }
            @if on == On::Phone {
                p.family-small {
                    (say!("parents-close", worker = agreed.ask.worker.as_str()))
                }
            }
        }
    }
}

fn one(agreed: &Agreed, agreed_page: &AgreedPage, (on, level): (On, u8)) -> Markup {
    let page = &agreed_page.page;
    html! {
        section class={ "house-page house-" (page.house.as_str()) } {
            (heading(level, "house-name", &html! {
                @if let Some(called) = &page.called { bdi { (words(called)) } " · " }
                (place_words(page.house, agreed.variant))
            }))
            @if let Some(title) = &page.title {
                (heading(level + 1, "house-title", &words(title)))
            }
            (pictures(agreed, agreed_page))
            (crate::houses::page::said(Some(&agreed.worker), page))
            (path(page)) (number(page)) (cards(page))
            @for heard in &agreed_page.sounds { (sound(agreed, heard, on)) }
            @if page.missing > 0 { p.family-small { (say!("parents-missing")) } }
        }
    }
}

fn pictures(agreed: &Agreed, page: &AgreedPage) -> Markup {
    html! {
        // Let through by the package alone, which refuses whatever no drawing is made of.
        @if let Some(svg) = &page.drawing { div.house-drawing { (PreEscaped(svg)) } }
        @for photo in &page.photos {
            @let whose = say!("parents-photo", child = agreed.child.as_str());
            img.houses-photo src=(photo.src) alt=(photo.describes.as_deref().unwrap_or(&whose));
        }
    }
}

fn sound(agreed: &Agreed, heard: &Heard, on: On) -> Markup {
    html! {
        p { (recorded(heard.seconds, heard.broken_off)) }
        @match (&heard.src, on) {
            (Some(src), On::Phone) => audio controls src=(src) {},
            _ => p.family-small { (say!("parents-hear", worker = agreed.ask.worker.as_str())) },
        }
    }
}
