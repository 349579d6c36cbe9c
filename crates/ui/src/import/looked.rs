//! What a file would come to: who is new, who is known, what would be filed, and everything that
//! would be left out, each with its line.

use domain::imports::LookedAt;
use maud::{Markup, html};
use uuid::Uuid;

use super::{figures, file_or_aside, grouped, kinds, more, number, sheet};
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

/// "12 MB".
fn size(bytes: u64) -> String {
    if bytes >= 1_000_000 {
        return say!("import-megabytes", n = grouped(bytes / 1_000_000)).into_owned();
    }
    say!("import-kilobytes", n = grouped(bytes.div_ceil(1000))).into_owned()
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

fn who(looked: &LookedAt, links: bool) -> Markup {
    html! {
        @if !looked.who.is_empty() {
            section {
                h2.head { (say!("import-who-they-are")) }
                table.import-table {
                    thead {
                        tr {
                            th scope="col" { (say!("import-child-id")) }
                            th scope="col" { (say!("import-child-how")) }
                            th.number scope="col" { (say!("import-child-entries")) }
                        }
                    }
                    tbody {
                        @for met in &looked.who {
                            @let known = met.person.filter(|_| links);
                            tr {
                                th scope="row" {
                                    @match known {
                                        Some(child) => {
                                            a href=(urls::Steps(child)) { (met.la_child_id) }
                                        }
                                        None => { (met.la_child_id) }
                                    }
                                }
                                td {
                                    @if met.new { (say!("import-is-new")) }
                                    @else { (say!("import-is-changed")) }
                                }
                                td.number.figures { (grouped(met.entries)) }
                            }
                        }
                    }
                }
                (more(looked.who.len(), looked.new + looked.changed))
            }
        }
    }
}
