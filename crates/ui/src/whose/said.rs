//! What was said of a sitting, one after the other: that it was set aside and why, that it was
//! taken up again, whose it is. None of it goes when something else is said.

use domain::tablet::HandedInState;
use jiff::Timestamp;
use maud::{Markup, html};

use super::moment;
use crate::say;

/// What somebody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Where it stood from then on: waiting, where it was taken up again.
    pub state: HandedInState,
    /// Why it was set aside.
    pub why: Option<String>,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// All of it, the oldest first.
pub(crate) fn lines(all: &[Said]) -> Markup {
    html! { @for said in all { p { (line(said)) } } }
}

fn line(said: &Said) -> Markup {
    let (name, at) = (&*said.by, moment(said.at));
    html! {
        @match said.state {
            HandedInState::SetAside => (say!("whose-was-aside", name = name, at = at)),
            HandedInState::Waiting => (say!("whose-was-taken-up", name = name, at = at)),
            HandedInState::Filed => (say!("whose-was-filed", name = name, at = at)),
        }
        @if let Some(why) = &said.why { " " q { bdi { (why) } } }
    }
}
