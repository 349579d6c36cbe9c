//! What a file would come to: who is new, who is known, what would be filed, and everything that
//! would be left out, each with its line.

use domain::imports::{LookedAt, Met};
use maud::{Markup, html};
use uuid::Uuid;

use super::{figures, file_or_aside, grouped, kinds, more, number, sheet, size};
use crate::layout::Frame;
use crate::{say, urls};

/// A file that was looked at and is held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPage {
    /// What it is called by.
    pub held: Uuid,
    /// What it would come to.
    pub looked: LookedAt,
    /// The reader may see the steps of children, so that known ones are linked.
    pub links_children: bool,
}

/// The page.
pub fn looked_at(frame: &Frame<'_>, page: &HeldPage) -> Markup {
    let looked = &page.looked;
    let something = looked.new + looked.changed > 0;
    sheet(
        frame,
        &say!("import-looked-title"),
        &html! {
            @if let Some(year) = looked.year {
                p { (say!("import-of-year", year = year.to_string(), size = size(looked.bytes))) }
            }
            (warnings(looked))
            (figures(&[
                (looked.children, say!("import-children")),
                (looked.new, say!("import-new")),
                (looked.changed, say!("import-changed")),
                (looked.same, say!("import-same")),
                (looked.entries, say!("import-entries")),
            ]))
            @if !something { p.notice { (say!("import-nothing-new")) } }
            (file_or_aside(page.held, something))
            (left_out(looked))
            div.import-lists {
                (would_file(looked))
                (who(looked, page.links_children))
            }
        },
    )
}

fn warnings(looked: &LookedAt) -> Markup {
    html! {
        @if !looked.warnings.is_empty() {
            section.notice {
                h2.head { (say!("import-warnings")) }
                ul { @for warning in &looked.warnings { li { (warning) } } }
            }
        }
    }
}

fn left_out(looked: &LookedAt) -> Markup {
    html! {
        @if !looked.unknown.is_empty() {
            section {
                h2.head { (say!("import-unknown")) }
                ul.import-blocks {
                    @for (block, n) in &looked.unknown {
                        @let block = block.as_str();
                        li { (say!("import-unknown-block", block = block, n = number(*n))) }
                    }
                }
            }
        }
        @if looked.refused_count > 0 {
            section {
                h2.head { (say!("import-left-out")) }
                p.muted { (say!("import-left-out-why")) }
                (refusals(looked))
                (more(looked.refused.len(), looked.refused_count))
            }
        }
    }
}

fn refusals(looked: &LookedAt) -> Markup {
    html! {
        table.import-table {
            thead {
                tr {
                    th.number scope="col" { (say!("import-line")) }
                    th scope="col" { (say!("import-element")) }
                    th scope="col" { (say!("import-says")) }
                }
            }
            tbody {
                @for one in &looked.refused {
                    tr {
                        th.number.figures scope="row" { (grouped(one.line)) }
                        td.element { (one.element) }
                        td { (one.says) }
                    }
                }
            }
        }
    }
}

fn would_file(looked: &LookedAt) -> Markup {
    html! {
        @if !looked.kinds.is_empty() {
            section {
                h2.head { (say!("import-would-file")) }
                table.import-table {
                    tbody {
                        @for (kind, n) in &looked.kinds {
                            tr {
                                th.number.figures scope="row" { (grouped(*n)) }
                                td { (kinds(*kind)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// So many of the children stand open; the others are there for whoever wants them.
const OPEN: usize = 20;

fn who(looked: &LookedAt, links: bool) -> Markup {
    let (open, folded) = looked.who.split_at(looked.who.len().min(OPEN));
    html! {
        @if !open.is_empty() {
            section {
                h2.head { (say!("import-who-they-are")) }
                (children(open, links))
                @if !folded.is_empty() {
                    details.import-folded {
                        summary { (say!("import-next", n = folded.len())) }
                        (children(folded, links))
                    }
                }
                (more(looked.who.len(), looked.new + looked.changed))
            }
        }
    }
}

fn children(who: &[Met], links: bool) -> Markup {
    html! {
        table.import-table {
            thead {
                tr {
                    th scope="col" { (say!("import-child-id")) }
                    th scope="col" { (say!("import-child-how")) }
                    th.number scope="col" { (say!("import-child-entries")) }
                }
            }
            tbody { @for met in who { (child(met, links)) } }
        }
    }
}

fn child(met: &Met, links: bool) -> Markup {
    html! {
        tr {
            th scope="row" {
                @match met.person.filter(|_| links) {
                    Some(child) => { a href=(urls::Steps(child)) { (met.la_child_id) } }
                    None => { (met.la_child_id) }
                }
            }
            td {
                @if met.new { (say!("import-is-new")) } @else { (say!("import-is-changed")) }
            }
            td.number.figures { (grouped(met.entries)) }
        }
    }
}
