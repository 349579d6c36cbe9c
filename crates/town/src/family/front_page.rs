//! The front page of one child, as it is to look on the demo's day.

use jiff::civil::Date;
use serde::Deserialize;

use super::shape::{TextOr, one_or_many};
use super::{Id, TeamId, Who};

/// What stands on one child's front page. The short shape has child, message, tonight, emblem and
/// today's line.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrontPage {
    /// Which child.
    pub child: Who,
    /// What the child chose or drew.
    pub emblem: Option<Emblem>,
    /// What the child, or who knows the child, wants people to know.
    pub message: Message,
    /// The child as last seen.
    pub as_last_seen: Option<AsLastSeen>,
    /// What whoever answers tonight must know; two lines at most.
    #[serde(default, deserialize_with = "one_or_many")]
    pub tonight: Vec<String>,
    /// Whom to ring, in order.
    #[serde(default)]
    pub ring: Vec<Ring>,
    /// Who is helping, in order.
    #[serde(default)]
    pub helping: Vec<Helping>,
    /// Danger statements.
    #[serde(default)]
    pub dangers: Vec<Id>,
    /// Map items pinned as strengths, in the order they stand.
    #[serde(default)]
    pub strengths: Vec<Id>,
    /// Goals.
    #[serde(default)]
    pub goals: Vec<Id>,
    /// Steps of the timeline.
    #[serde(default)]
    pub next: Vec<Id>,
    /// Scales.
    #[serde(default)]
    pub scales: Vec<Id>,
    /// Rules of the plan, in the order they stand.
    #[serde(default)]
    pub plan_lines: Vec<Id>,
    /// The decision that holds.
    pub decision: Option<Id>,
    /// What we do not know yet.
    #[serde(default)]
    pub unknowns: Vec<Id>,
    /// Newest first.
    #[serde(default)]
    pub lately: Vec<Lately>,
    /// The note whose words are the newest line in My work.
    pub today_line_note: Id,
}

/// What a child chose or drew as their sign.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "TextOr<EmblemRow>")]
pub struct Emblem {
    /// What it shows.
    pub picture: String,
    /// Who gave it, how and when; missing in the short shape.
    pub given: Option<EmblemGiven>,
}

/// Who gave an emblem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmblemGiven {
    /// Who.
    pub by: Who,
    /// drawn, painted or chosen.
    pub how: String,
    /// The day.
    pub on: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EmblemRow {
    picture: String,
    given_by: Who,
    how: String,
    on: Date,
}

impl From<TextOr<EmblemRow>> for Emblem {
    fn from(written: TextOr<EmblemRow>) -> Self {
        match written {
            TextOr::Text(picture) => Self { picture, given: None },
            TextOr::Whole(EmblemRow { picture, given_by, how, on }) => {
                Self { picture, given: Some(EmblemGiven { by: given_by, how, on }) }
            }
        }
    }
}

/// What people should know.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "TextOr<MessageRow>")]
pub struct Message {
    /// The words.
    pub text: String,
    /// Who said it, and when; missing in the short shape.
    pub said: Option<(Who, Date)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MessageRow {
    text: String,
    said_by: Who,
    on: Date,
}

impl From<TextOr<MessageRow>> for Message {
    fn from(written: TextOr<MessageRow>) -> Self {
        match written {
            TextOr::Text(text) => Self { text, said: None },
            TextOr::Whole(MessageRow { text, said_by, on }) => {
                Self { text, said: Some((said_by, on)) }
            }
        }
    }
}

/// The child as somebody saw them last.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AsLastSeen {
    /// The words.
    pub text: String,
    /// Who saw.
    pub said_by: Who,
    /// The day.
    pub on: Date,
    /// Where it stands.
    pub in_note: Id,
}

/// Whom to ring; two are drawn: the first who answers at that hour, and the team.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ring {
    /// A person, or a team's duty desk.
    pub who: RingWho,
    /// When they answer.
    pub hours: String,
}

/// A person, or a team's duty desk.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Who")]
pub enum RingWho {
    /// A person.
    Person(Who),
    /// The duty desk of a team.
    Team(TeamId),
}

impl From<Who> for RingWho {
    fn from(who: Who) -> Self {
        if who.as_str().starts_with('T') {
            Self::Team(TeamId::from(who.as_str()))
        } else {
            Self::Person(who)
        }
    }
}

/// Who is helping; name and phone come from the person.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Helping {
    /// Who.
    pub person: Who,
    /// With what.
    pub job: String,
}

/// A line of what happened lately.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lately {
    /// The day.
    pub on: Date,
    /// What.
    pub text: String,
}
