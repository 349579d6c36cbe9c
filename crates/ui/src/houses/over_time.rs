//! A child's houses, then and now: what was put into the same house, one sitting beside another.
//!
//! Deliberately absent: a line drawn through them, a count, and any word about what has changed.
//! Whoever wants to know what a drawing means asks the child.

use domain::board::BoardChild;
use domain::houses_session::House;
use domain::id::EntryId;
use jiff::civil::Date;
use maud::{Markup, html};

use super::page::{cards, number, others, path, picture_of, said};
use super::{Page, Pictured};
use crate::button::{Weight, link};
use crate::icon::icon;
use crate::layout::{ChildHead, ChildPage, Frame, child_page, sub_links};
use crate::story::What;
use crate::story::what::{house_words, picture};
use crate::typeset::{curly, words};
use crate::{dates, say, urls};

/// The houses of one child.
#[derive(Debug, Clone, PartialEq)]
pub struct OverTime {
    /// The day it is read.
    pub as_of: Date,
    /// Whose, as the name row needs them.
    pub child: BoardChild,
    /// Each house that something was put into.
    pub houses: Vec<OneHouse>,
    /// There are sittings before the first that is shown.
    pub older: bool,
    /// The reader works with the child, and may take them along on a tablet.
    pub may_take_along: bool,
}

/// What was put into one house.
#[derive(Debug, Clone, PartialEq)]
pub struct OneHouse {
    /// Which.
    pub house: House,
    /// The sittings in which something was, the oldest first.
    pub times: Vec<Time>,
}

/// What was put into it in one sitting.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// The sitting.
    pub root: EntryId,
    /// Its day.
    pub on: Date,
    /// The worker who sat there, for words that were written for the child.
    pub worker: Option<String>,
    /// The pages, in the child's order, without who may see them.
    pub pages: Vec<Page>,
}

impl OverTime {
    /// Every drawing whose bytes are still to be brought.
    pub fn pictures(&mut self) -> impl Iterator<Item = &mut Pictured> {
        let times = self.houses.iter_mut().flat_map(|house| &mut house.times);
        times.flat_map(|time| &mut time.pages).filter_map(|page| page.drawing.as_mut())
    }
}

/// The page.
pub fn over_time(frame: &Frame<'_>, page: &OverTime) -> Markup {
    let head = ChildHead {
        child: page.child.id,
        name: &page.child.name,
        emblem: page.child.emblem.as_deref(),
        facts: html! { (say!("over-time-what")) },
        doing: html! {},
        current: ChildPage::Houses,
        beside: html! {
            @if page.may_take_along {
                (link(
                    Weight::Words,
                    urls::TabletsFor(page.child.id),
                    say!("over-time-take", name = page.child.called.as_str()),
                ))
            }
        },
        styles: &["houses"],
    };
    child_page(
        frame,
        &head,
        &html! {
            article.sheet.over-time {
                (sub_links(frame, page.child.id, ChildPage::Houses))
                (before(page))
                @for house in &page.houses { (one_house(frame, page, house)) }
            }
        },
    )
}

/// What is said before them.
fn before(page: &OverTime) -> Markup {
    let name = curly(&page.child.called);
    html! {
        @if page.houses.is_empty() {
            p { (say!("over-time-nothing", name = name)) }
        } @else {
            p { (say!("over-time-ask", name = name)) }
        }
        @if page.older { p.source { (say!("over-time-older")) } }
    }
}

fn one_house(frame: &Frame<'_>, page: &OverTime, house: &OneHouse) -> Markup {
    html! {
        section class={ "over-time-house house-" (house.house.as_str()) } {
            h2.house-name {
                (icon(frame.look, picture(What::Page(house.house)), 24)) " "
                (house_words(house.house))
            }
            ul.over-time-sittings {
                @for time in &house.times {
                    li {
                        h3 {
                            a href=(urls::Entry(time.root)) { (dates::short(time.on, page.as_of)) }
                        }
                        @for one in &time.pages { (one_page(frame, (page, time), one)) }
                    }
                }
            }
        }
    }
}

fn one_page(frame: &Frame<'_>, (whole, time): (&OverTime, &Time), page: &Page) -> Markup {
    html! {
        div.over-time-page {
            @if page.called.is_some() || page.important || page.left_out {
                p.source {
                    @if let Some(called) = &page.called { span dir="auto" { (words(called)) } " " }
                    @if page.important { b.tag { (say!("houses-marked")) } " " }
                    @if page.left_out { b.tag { (say!("houses-left-out")) } }
                }
            }
            @if let Some(title) = &page.title { h4.house-title dir="auto" { (words(title)) } }
            (picture_of(frame, &whole.child.called, page))
            (said(time.worker.as_deref(), page))
            (path(page)) (number(page)) (cards(page)) (others(page))
        }
    }
}
