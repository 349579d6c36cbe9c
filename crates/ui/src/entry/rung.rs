//! Whom somebody rang after a child said something important: one line, on the page that says
//! nobody has written it yet.
use domain::id::EntryId;
use maud::{Markup, html};

use crate::button::{Weight, send};
use crate::field::{Field, line};
use crate::problem::{Wrongs, mend};
use crate::{say, urls};

/// The form, for whoever may write it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RungForm {
    /// The root of what was said.
    pub of: EntryId,
    /// The version it takes the place of.
    pub version: EntryId,
    /// Whether somebody wrote it already.
    pub done: bool,
    /// What stands in the field.
    pub typed: String,
    /// What is wrong with it, where it comes back.
    pub wrongs: Wrongs,
    /// Somebody wrote something else in between.
    pub quicker: bool,
}

/// In front where nobody has written it; to be opened where somebody has.
pub(super) fn rung(form: &RungForm) -> Markup {
    let comes_back = form.quicker || !form.wrongs.is_empty();
    html! {
        @if form.done {
            details.rung open[comes_back] { summary { (say!("rung-change")) } (asked(form)) }
        } @else {
            div.rung { (asked(form)) }
        }
    }
}

fn asked(form: &RungForm) -> Markup {
    let (label, hint) = (say!("rung-asks"), say!("rung-hint"));
    let field = Field {
        name: "rang",
        label: &label,
        hint: Some(&hint),
        value: &form.typed,
        wrong: form.wrongs.at("rang"),
    };
    html! {
        form method="post" action=(urls::Rung(form.of)) {
            @if form.quicker {
                div.notice.notice-error role="alert" { p { (say!("rung-quicker")) } }
            }
            (mend(&form.wrongs))
            input type="hidden" name="version" value=(form.version);
            (line(&field, "text", "off"))
            (send(Weight::Main, say!("rung-write")))
        }
    }
}
