//! A list of children: name, age, worker, team. Nothing of the file, and no sorting by need: a
//! list is to find somebody, not to judge them.
use domain::child_list::{ChildList, Listed, Offered, Which};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::button::{Weight, link};
use crate::layout::{ChildPage, Frame, MenuItem, Theme, page};
use crate::{dates, say, urls};

/// A child who is offered to be chosen: "Kayleigh Boyd, 7".
pub(crate) fn offered(child: &Offered, as_of: Date) -> String {
    match dates::age(child.born, as_of) {
        Some(age) => [&*child.name, &*age].join(", "),
        None => child.name.clone(),
    }
}

/// The page.
pub fn children(frame: &Frame<'_>, list: &ChildList) -> Markup {
    let main = html! {
        h1.size-26.list-title { (say!("menu-children")) }
        (lists(list))
        div.sheet.list-sheet {
            @if list.children.is_empty() { p.asks { (nobody(list.which)) } }
            @else { (table(list)) }
            @if list.next.is_some() {
                p.list-next {
                    (link(
                        Weight::Plain,
                        urls::ChildrenAfter(list.which, list.next),
                        say!("children-more"),
                    ))
                }
            }
        }
    };
    page(frame, &say!("menu-children"), &["children"], Some(MenuItem::Children), &main)
}

fn lists(list: &ChildList) -> Markup {
    html! {
        @if list.lists.len() > 1 {
            nav.lists aria-label=(say!("children-lists")) {
                @for which in &list.lists {
                    @let here = *which == list.which;
                    a href=(urls::ChildrenAfter(*which, None))
                        aria-current=[here.then_some("page")] { (words(*which)) }
                }
            }
        }
    }
}

fn words(which: Which) -> std::borrow::Cow<'static, str> {
    match which {
        Which::Own => say!("children-own"),
        Which::Waiting => say!("children-waiting"),
        Which::All => say!("children-all"),
    }
}

fn nobody(which: Which) -> std::borrow::Cow<'static, str> {
    match which {
        Which::Own => say!("children-own-none"),
        Which::Waiting => say!("children-waiting-none"),
        Which::All => say!("children-all-none"),
    }
}

fn table(list: &ChildList) -> Markup {
    html! {
        table.list {
            thead {
                tr {
                    th scope="col" { (say!("children-name")) }
                    th scope="col" { (say!("children-age")) }
                    th scope="col" { (say!("children-worker")) }
                    th scope="col" { (say!("children-team")) }
                }
            }
            tbody { @for child in &list.children { (row(child, list)) } }
        }
    }
}

fn row(child: &Listed, list: &ChildList) -> Markup {
    let page = if list.steps_alone { ChildPage::Steps } else { ChildPage::FrontPage };
    let name = if child.name.is_empty() { say!("children-nameless") } else { (&child.name).into() };
    html! {
        tr {
            th scope="row" { a href=(page.address(child.id)) dir="auto" { (name) } }
            td.figures { (dates::age(child.born, list.as_of).unwrap_or_default()) }
            td {
                @match &child.worker {
                    Some(worker) => (worker),
                    None if child.waits => span.muted { (say!("children-waits")) },
                    None => span.muted { (say!("children-no-worker")) },
                }
            }
            td { (child.team.as_deref().unwrap_or_default()) }
        }
    }
}

pub(crate) fn samples_of_children() -> Vec<Listed> {
    use domain::id::PersonId;
    use domain::person::Born;
    let child = |n, name: &str, born, worker: Option<&str>| Listed {
        id: PersonId(uuid::Uuid::from_u128(n)),
        name: name.into(),
        born: Some(Born::On(born)),
        worker: worker.map(Into::into),
        team: worker.map(|_| "Riverside".into()),
        waits: worker.is_none(),
    };
    vec![
        child(1, "Idris Mahoney-Shah", Date::constant(2026, 6, 14), Some("Anita Rowe")),
        child(2, "Maya Brennan", Date::constant(2013, 2, 1), Some("Anita Rowe")),
        child(3, "Child 201000417", Date::constant(2019, 8, 30), None),
    ]
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = crate::front_page::samples::frame(assets, theme);
    let all = samples_of_children();
    let list = ChildList {
        which: Which::Own,
        lists: vec![Which::Own, Which::Waiting],
        next: all.last().map(|child| child.id),
        children: all,
        steps_alone: false,
        as_of: Date::constant(2026, 11, 24),
    };
    let nobody =
        ChildList { children: vec![], next: None, lists: vec![Which::Own], ..list.clone() };
    vec![("children", children(&frame, &list)), ("children-none", children(&frame, &nobody))]
}
