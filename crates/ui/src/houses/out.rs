//! Where a sitting went, and the way to a copy of it.

use domain::id::EntryId;
use domain::package_out::Way;
use jiff::civil::{Date, DateTime};
use maud::{Markup, html};

use crate::{dates, say, urls};

/// A sitting that went out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentOut {
    /// By which way.
    pub way: Way,
    /// What people call the other system.
    pub to: String,
    /// When, in London.
    pub at: DateTime,
    /// Its receipt.
    pub receipt: Option<String>,
}

/// What leaves, and what left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftAs {
    /// The sitting, where the reader may take a copy of it.
    pub copy: Option<EntryId>,
    /// Where it went.
    pub sent: Vec<SentOut>,
}

/// Beside the pages.
pub(crate) fn beside(left: &LeftAs, as_of: Date) -> Markup {
    html! {
        @if left.copy.is_some() || !left.sent.is_empty() {
            section {
                h3 { (say!("packages-beyond")) }
                @for sent in &left.sent { p.left-out { (line(sent, as_of)) } }
                @if let Some(root) = left.copy {
                    p { a href=(urls::Copy(root)) { (say!("packages-take-a-copy")) } }
                }
            }
        }
    }
}

fn line(sent: &SentOut, as_of: Date) -> Markup {
    let day = dates::short(sent.at.date(), as_of);
    let at = format!("{day}, {}", dates::clock(sent.at.time()));
    html! {
        @match sent.way {
            Way::Folder => (say!("packages-put", to = sent.to.as_str(), at = at)),
            Way::Push => (say!("packages-went", to = sent.to.as_str(), at = at)),
        }
        @if let Some(receipt) = &sent.receipt {
            br; span.source { (say!("packages-receipt", id = receipt.as_str())) }
        }
    }
}
