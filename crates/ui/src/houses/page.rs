//! One page of a sitting: the drawing, the words as the child wrote them, what else lies on it, and
//! who may see it.
use std::borrow::Cow;

use domain::houses_page::{Hand, Pile, Stretch};
use domain::id::EntryId;
use domain::sharing::Answer;
use domain::voice::Mode;
use maud::{Markup, html};

use super::{Choice, Chosen, Page, Recorded, Sitting};
use crate::drawing::{Size, drawing};
use crate::icon::icon;
use crate::layout::Frame;
use crate::story::What;
use crate::story::what::{picture, place_words};
use crate::typeset::{as_said, curly, words};
use crate::{say, urls};

pub(super) fn one_page(frame: &Frame<'_>, sitting: &Sitting, page: &Page) -> Markup {
    let house = What::Page(page.house);
    html! {
        section class={ "house-page house-" (page.house.as_str()) } {
            h3.house-name {
                (icon(frame.look, picture(house), 20)) " "
                @if let Some(called) = &page.called { (words(called)) " · " }
                (place_words(page.house, sitting.how.session.variant))
                @if page.important { " " b.tag { (say!("houses-marked")) } }
                @if page.left_out { " " b.tag { (say!("houses-left-out")) } }
            }
            @if let Some(title) = &page.title { h4.house-title dir="auto" { (words(title)) } }
            (picture_of(frame, &sitting.child, page))
            (said(sitting.worker.as_deref(), page))
            (path(page)) (number(page)) (cards(page)) (others(page))
            (choices(sitting, page))
        }
    }
}

pub(super) fn picture_of(frame: &Frame<'_>, child: &str, page: &Page) -> Markup {
    let Some(pictured) = &page.drawing else { return html! {} };
    let called = page.title.as_deref().map_or_else(
        || say!("drawing-by", who = child),
        |title| Cow::Owned(curly(title).into_owned()),
    );
    html! {
        @match &pictured.drawn {
            Some(drawn) => div.house-drawing data-drawing=(urls::File(pictured.root)) {
                (drawing(frame.look, drawn, &called, Size::Full))
                button.button.only-screen type="button" hidden data-replay aria-pressed="false" {
                    (say!("houses-replay"))
                }
            },
            None => p.notice { (say!("drawing-not-here")) },
        }
    }
}

/// The child's words, each as it was put down, and whose hand it was where not the child's.
pub(crate) fn said(worker: Option<&str>, page: &Page) -> Markup {
    let worker = worker.unwrap_or_default();
    html! {
        @if !page.words.is_empty() {
            ul.house-words {
                @for (text, hand) in &page.words {
                    li dir="auto" {
                        (as_said(text, Mode::Verbatim))
                        @if *hand == Hand::Worker {
                            " " span.source { (say!("houses-by-worker", who = worker)) }
                        }
                    }
                }
            }
        }
    }
}

/// The path as a line with the child's mark on it, and the same in words.
pub(crate) fn path(page: &Page) -> Markup {
    let Some((thousandths, words)) = &page.path else { return html! {} };
    let at = 16 + u32::from(*thousandths) * 368 / 1000;
    html! {
        div.house-road {
            svg role="img" width="400" height="44" viewBox="0 0 400 44" {
                title { (stretch(Stretch::of(*thousandths))) }
                line.house-path-line x1="16" y1="26" x2="384" y2="26" {}
                circle.house-path-mark cx=(at) cy="26" r="9" {}
            }
            p.source { (say!("houses-path-ends")) }
            @if let Some(words) = words {
                p.house-said dir="auto" { (as_said(words, Mode::Verbatim)) }
            }
        }
    }
}

fn stretch(of: Stretch) -> Cow<'static, str> {
    match of {
        Stretch::Start => say!("houses-path-start"),
        Stretch::BeforeHalf => say!("houses-path-before-half"),
        Stretch::Half => say!("houses-path-half"),
        Stretch::PastHalf => say!("houses-path-past-half"),
        Stretch::End => say!("houses-path-end"),
    }
}

pub(crate) fn number(page: &Page) -> Markup {
    let Some(number) = &page.number else { return html! {} };
    html! {
        p.house-number {
            @match number.value {
                Some(value) => b { (say!("houses-number", n = value.get())) },
                None => b { (say!("houses-cannot-say")) },
            }
        }
        @if let Some(words) = &number.words {
            p.house-said dir="auto" { (as_said(words, Mode::Verbatim)) }
        }
    }
}

pub(crate) fn cards(page: &Page) -> Markup {
    html! {
        @if !page.sorted.is_empty() {
            dl.house-cards {
                @for pile in Pile::ALL {
                    div {
                        dt { (pile_words(*pile)) }
                        @for card in page.sorted.iter().filter(|card| card.pile == *pile) {
                            dd dir="auto" { (card_words(&card.card)) }
                        }
                    }
                }
            }
        }
    }
}

/// What the tablet calls a card; one that it does not have stands as it was written.
fn card_words(card: &str) -> Markup {
    let known = crate::kit::line(&format!("card-{card}"), None);
    html! { @match &known { Some(known) => (known), None => (words(card)) } }
}

fn pile_words(pile: Pile) -> Cow<'static, str> {
    match pile {
        Pile::Good => say!("houses-pile-good"),
        Pile::Middle => say!("houses-pile-middle"),
        Pile::Worry => say!("houses-pile-worry"),
    }
}

/// What else lies on it, and what did not come.
pub(super) fn others(page: &Page) -> Markup {
    html! {
        (sounds(&page.sounds)) (photos(&page.photos))
        @if page.missing > 0 { p.notice { (say!("houses-missing", n = page.missing)) } }
    }
}

pub(super) fn sounds(all: &[Recorded]) -> Markup {
    html! {
        @for sound in all {
            p.source { (recorded(sound.seconds, sound.broken_off)) }
            audio controls preload="none" src=(urls::File(sound.root)) {}
        }
    }
}

/// "A recording, 0:42", and whether it broke off.
pub(crate) fn recorded(seconds: Option<u32>, broken_off: bool) -> Cow<'static, str> {
    match (seconds, broken_off) {
        (Some(seconds), false) => say!("houses-sound", length = length(seconds)),
        (Some(seconds), true) => say!("houses-sound-broken-off-at", length = length(seconds)),
        (None, _) => say!("houses-sound-broken-off"),
    }
}

pub(super) fn photos(all: &[EntryId]) -> Markup {
    html! {
        @if !all.is_empty() { p.source { (say!("houses-photos", n = all.len())) } }
        @for photo in all {
            img.houses-photo loading="lazy" src=(urls::File(*photo)) alt=(say!("houses-photo"));
        }
    }
}

/// "0:42".
fn length(seconds: u32) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn choices(sitting: &Sitting, page: &Page) -> Markup {
    html! {
        div.house-choices {
            h4 { (say!("houses-who-may-see")) }
            @if page.choices.is_empty() {
                p.source { (say!("houses-nobody-chosen", name = sitting.child.as_str())) }
            } @else {
                ul { @for choice in &page.choices { li { (chosen(choice)) } } }
            }
        }
    }
}

/// "Mum: yes", "Dad: no, the crackers bit".
fn chosen(choice: &Choice) -> Markup {
    let answer = match &choice.what {
        Chosen::Answer(Answer::Yes) => say!("houses-yes"),
        Chosen::Answer(Answer::No) => say!("houses-no"),
        Chosen::Answer(Answer::AskLater) => say!("houses-ask-later"),
        Chosen::PassedOn { why, child_told_first: true } => {
            say!("houses-passed-told", why = curly(why))
        }
        Chosen::PassedOn { why, .. } => say!("houses-passed", why = curly(why)),
    };
    html! {
        b { (choice.who) } ": " (answer)
        @if let Some(part) = &choice.part { ", " (words(part)) }
    }
}
