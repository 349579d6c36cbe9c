//! Taking an import back: what will stay, and why, before anybody says yes; and what stayed.

use domain::imports::{LeftAsItIs, ListedImport, Undoing};
use maud::{Markup, html};

use super::{by_whom, figures, kind, more, sheet};
use crate::button::{Weight, link, send};
use crate::layout::Frame;
use crate::{dates, names, say, urls};

/// The question.
pub fn undo(frame: &Frame<'_>, import: &ListedImport, would: &Undoing) -> Markup {
    sheet(
        frame,
        &say!("import-undo-title"),
        &html! {
            p { (by_whom(frame, import)) }
            p { (say!("import-undo-what")) }
            (came_of_it(would, frame))
            form.import-doing method="post" action=(urls::UndoImport(import.id)) {
                (send(Weight::Main, say!("import-undo-yes")))
                (link(Weight::Plain, urls::OneImport(import.id), say!("import-undo-no")))
            }
        },
    )
}

/// What it comes to, or came to.
pub(super) fn came_of_it(undoing: &Undoing, frame: &Frame<'_>) -> Markup {
    html! {
        (figures(&[
            (undoing.children, say!("import-undo-children", n = undoing.children)),
            (undoing.gone, say!("import-undo-gone")),
            (undoing.entries, say!("import-undo-entries")),
        ]))
        section {
            h2.head { (say!("import-stays")) }
            @if undoing.left.is_empty() { p { (say!("import-stays-none")) } }
            @else {
                table.import-table {
                    tbody { @for one in &undoing.left { (stays(one, frame)) } }
                }
                (more(undoing.left.len(), undoing.left_count))
            }
        }
    }
}

fn stays(one: &LeftAsItIs, frame: &Frame<'_>) -> Markup {
    let what = match one.line {
        None => say!("import-stays-child").into_owned(),
        Some((of, None)) => kind(of).into_owned(),
        Some((of, Some(day))) => {
            let day = dates::short(day, frame.at.date());
            say!("import-stays-line", kind = kind(of), day = day).into_owned()
        }
    };
    html! {
        tr {
            th scope="row" { (one.la_child_id) }
            td { (names::capitalised(&what)) }
            td.muted {
                @if one.written_over { (say!("import-written-over")) }
                @else { (say!("import-something-else")) }
            }
        }
    }
}
