//! What a form says of itself while it is written: under which id it is kept, when it was kept,
//! and how to throw it away.
//!
//! `js/draft.js` keeps what is typed and speaks through the line drawn here. Without script a
//! button keeps it.
use std::borrow::Cow;

use domain::form::{Begun, Form};
use domain::id::PersonId;
use jiff::civil::Time;
use maud::{Markup, html};

use crate::button::{Weight, send_to};
use crate::{dates, say, urls};

/// The hidden fields by which the form is known again.
pub fn known_by(form: Form, begun: &Begun) -> Markup {
    html! {
        input type="hidden" name="form" value=(form);
        input type="hidden" name="draft" value=(begun.draft);
    }
}

/// The line that says when it was last kept; beside it, the way to throw it away.
pub fn kept(child: PersonId, begun: &Begun) -> Markup {
    let at = begun.kept_at.map(kept_at);
    html! {
        p.draft-line aria-live="polite" data-kept data-not-kept=(say!("draft-not-kept"))
            data-because=(say!("draft-not-kept-because", why = "{why}")) {
            (at.unwrap_or_default())
        }
        details.throw-away data-throw-away hidden[begun.kept_at.is_none()] {
            summary { (say!("draft-throw-away")) }
            span.small.muted { (say!("draft-thrown-away-is-gone")) }
            (send_to(Weight::Plain, urls::Drafts(child), ("then", "throw-away"),
                say!("draft-throw-away-now")))
        }
    }
}

/// "Kept at 2.03 pm."
pub fn kept_at(at: Time) -> Cow<'static, str> {
    say!("draft-kept", time = dates::clock(at))
}

/// Where there is no script: a button that keeps it.
pub fn keep_without_script(child: PersonId) -> Markup {
    html! {
        noscript {
            (send_to(Weight::Plain, urls::Drafts(child), ("then", "keep"), say!("draft-keep")))
        }
    }
}
