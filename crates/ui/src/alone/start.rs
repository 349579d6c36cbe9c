//! Where a worker begins: what came from tablets, and the children they work with, each with their
//! sittings.

use super::STYLES;
use crate::layout::{Frame, MenuItem, page};
use crate::tablets::waiting;
use crate::{dates, say, urls};
use domain::id::EntryId;
use domain::tablet::ToSay;
use jiff::civil::Date;
use maud::{Markup, html};

/// The page.
#[derive(Debug, Clone, Default)]
pub struct Start {
    /// How many sittings wait for somebody to say whose they are.
    pub waiting: ToSay,
    /// The children the reader works with.
    pub children: Vec<OfChild>,
    /// There are more than stand here.
    pub more: bool,
}

/// A child, and their sittings.
#[derive(Debug, Clone)]
pub struct OfChild {
    /// Full name; blank where nobody has named them.
    pub name: String,
    /// The sittings the reader may open, newest first.
    pub sat: Vec<Sat>,
}

/// A sitting.
#[derive(Debug, Clone)]
pub struct Sat {
    /// Which.
    pub root: EntryId,
    /// The day.
    pub on: Date,
    /// Whether it took place.
    pub took_place: bool,
    /// The day the child heard what came of it.
    pub heard: Option<Date>,
    /// The day by which the child is to hear, where they have not.
    pub by: Option<Date>,
}

/// The page.
pub fn start(frame: &Frame<'_>, start: &Start) -> Markup {
    let today = frame.at.date();
    let main = html! {
        h1.size-26.list-title { (say!("menu-my-work")) }
        (waiting(start.waiting))
        section.sheet.list-sheet {
            h2.size-21 { (say!("alone-children")) }
            @if start.children.is_empty() { p { (say!("alone-no-child")) } }
            @else { (table(&start.children, today)) }
            @if start.more { p.source { (say!("alone-more")) } }
        }
        p.alone-kit { a href=(urls::Kit) { (say!("alone-kit")) } }
    };
    page(frame, &say!("menu-my-work"), STYLES, Some(MenuItem::MyWork), &main)
}

fn table(children: &[OfChild], today: Date) -> Markup {
    html! {
        table.list {
            thead {
                tr {
                    th scope="col" { (say!("alone-child")) }
                    th scope="col" { (say!("alone-sittings")) }
                }
            }
            tbody {
                @for child in children {
                    tr {
                        th scope="row" {
                            @if child.name.is_empty() { (say!("children-nameless")) }
                            @else { bdi { (child.name) } }
                        }
                        td {
                            @if child.sat.is_empty() { (say!("alone-never")) }
                            @for sat in &child.sat { p { (line(sat, today)) } }
                        }
                    }
                }
            }
        }
    }
}

fn line(sat: &Sat, today: Date) -> Markup {
    let day = dates::short(sat.on, today);
    html! {
        a href=(urls::Entry(sat.root)) { (day) }
        @if !sat.took_place { " · " (say!("alone-not-begun")) }
        @if let Some(heard) = sat.heard {
            " · " (say!("alone-heard", day = dates::short(heard, today)))
        }
        @if let Some(by) = sat.by { " · " b { (say!("alone-by", day = dates::short(by, today))) } }
    }
}
