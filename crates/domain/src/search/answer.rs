//! What a search found, as its page shows it: people first, then entries by child.

use super::Excerpt;
use crate::id::{EntryId, PersonId};
use crate::kind::Kind;
use crate::known_by::Scheme;
use crate::person::{Born, Phone};
use crate::sound::words;
use crate::voice::Mode;
use jiff::civil::Date;

/// What a search found for one viewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The day.
    pub as_of: Date,
    /// What was typed.
    pub typed: String,
    /// People, the likeliest first.
    pub people: Vec<PersonHit>,
    /// Entries, grouped by child; newest first, what speaks to a worry or goal ahead.
    pub entries: Vec<ChildHits>,
    /// A file that is there and is not shown: what to do about it.
    pub asks: Option<Asks>,
    /// Where the next page of entries begins.
    pub older: Option<String>,
    /// Who answers out of hours.
    pub duty: Option<Desk>,
}

impl Answer {
    /// Whether there is nothing to show.
    pub const fn is_nothing(&self) -> bool {
        self.people.is_empty() && self.entries.is_empty() && self.asks.is_none()
    }
}

/// A desk that answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// Its team.
    pub team: String,
    /// Its number.
    pub phone: Phone,
}

/// A restricted file that was asked for exactly. No name is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// To speak to this desk.
    Duty(Option<Desk>),
    /// Why; the worker is told.
    Reason,
    /// Why; it opens for an hour, and worker and manager are told at once.
    BreakGlass,
}

/// Somebody who was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonHit {
    /// Who.
    pub id: PersonId,
    /// Their name, whole.
    pub name: String,
    /// Born, or to be born.
    pub born: Option<Born>,
    /// Who leads the work with them.
    pub worker: Option<String>,
    /// The team of the lead, or the team that works with them.
    pub team: Option<String>,
    /// Whether the viewer works with them.
    pub own: bool,
    /// Why they were found.
    pub why: Why,
    /// For somebody without a file of their own: the files they are seen through.
    pub through: Vec<SeenThrough>,
}

/// A child through whose file somebody is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenThrough {
    /// The child.
    pub child: PersonId,
    /// The child's name.
    pub name: String,
    /// What they are in that family, said from the child's side: "mother's mother".
    pub role: Option<String>,
}

/// Why somebody was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// By their name.
    Name(Likeness),
    /// By another name they have or had.
    OtherName(String, Likeness),
    /// By the day they were born.
    Born,
    /// By a number.
    Number(Scheme),
}

/// How near a name is to what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// It sounds alike, is another form of it, or was misspelt.
    Alike,
    /// It begins so.
    Begins,
    /// The same words.
    Same,
}

impl Likeness {
    /// How near a name is to what was typed, which it was found by.
    pub fn of(typed: &str, name: &str) -> Self {
        let (typed, name) = (words(typed), words(name));
        if typed.iter().all(|word| name.contains(word)) {
            Self::Same
        } else if typed.iter().all(|word| name.iter().any(|other| other.starts_with(word))) {
            Self::Begins
        } else {
            Self::Alike
        }
    }
}

/// What was found about one child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChildHits {
    /// The child.
    pub child: PersonId,
    /// The child's name, whole.
    pub name: String,
    /// Entries.
    pub hits: Vec<EntryHit>,
}

/// An entry that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryHit {
    /// What links name.
    pub root: EntryId,
    /// Its kind.
    pub kind: Kind,
    /// What kind of its kind: a visit among the notes, a harm among the map's items.
    pub word: &'static str,
    /// The day it happened.
    pub on: Date,
    /// What it is called.
    pub title: Option<String>,
    /// The words around what was looked for.
    pub excerpt: Excerpt,
    /// Whose words they are.
    pub said_by: Option<String>,
    /// How near they are to what was said.
    pub how: Option<Mode>,
    /// Who wrote them down.
    pub written_by: Option<String>,
    /// It speaks to a worry or a goal.
    pub linked: bool,
    /// The other children it is filed under whose names the viewer sees.
    pub beside: Vec<(PersonId, String)>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_begins_so_or_is_alike() {
        let name = "Kayleigh Brannagh-O’Neill";
        assert_eq!(Likeness::of("brannagh kayleigh", name), Likeness::Same);
        assert_eq!(Likeness::of("kayl bran", name), Likeness::Begins);
        assert_eq!(Likeness::of("Kayley Branagh", name), Likeness::Alike);
    }
}
