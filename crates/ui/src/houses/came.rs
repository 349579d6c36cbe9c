//! How a sitting came into the record: from which tablet, and what was said of it until somebody
//! said whose it is.

use jiff::Timestamp;
use maud::{Markup, html};

use crate::dates::moment;
use crate::say;
use crate::whose::{Said, said_lines};

/// How it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// What the tablet is called.
    pub tablet: String,
    /// When it came here.
    pub at: Timestamp,
    /// What was said of it, one after the other.
    pub said: Vec<Said>,
}

/// Beside the pages.
pub(crate) fn beside(came: &Came) -> Markup {
    html! {
        section.house-came {
            h3 { (say!("houses-came")) }
            p { (say!("houses-came-from", tablet = came.tablet.as_str(), at = moment(came.at))) }
            (said_lines(&came.said))
        }
    }
}
