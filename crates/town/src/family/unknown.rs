//! What we do not know yet, and what is asked next.

use jiff::civil::Date;
use serde::Deserialize;

use super::shape::TextOr;
use super::{Id, Who};

/// Something we do not know yet. The short shape has its words only.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "TextOr<UnknownRow>")]
pub struct Unknown {
    /// The words for the front page.
    pub short: String,
    /// All the rest; missing in the short shape.
    pub asked: Option<UnknownAsked>,
}

/// Since when we have not known it, and who finds out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownAsked {
    /// Which unknown.
    pub id: Id,
    /// The question.
    pub question: String,
    /// Since when we know that we do not know.
    pub since: Date,
    /// Who finds out.
    pub who_finds_out: Who,
    /// By when.
    pub by: Option<Date>,
    /// What it came from.
    pub from: Id,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnknownRow {
    id: Id,
    question: String,
    short: String,
    since: Date,
    who_finds_out: Who,
    by: Option<Date>,
    from: Id,
}

impl From<TextOr<UnknownRow>> for Unknown {
    fn from(written: TextOr<UnknownRow>) -> Self {
        match written {
            TextOr::Text(short) => Self { short, asked: None },
            TextOr::Whole(row) => {
                let UnknownRow { id, question, short, since, who_finds_out, by, from } = row;
                let asked = UnknownAsked { id, question, since, who_finds_out, by, from };
                Self { short, asked: Some(asked) }
            }
        }
    }
}

/// A question that practice asks next.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Which question.
    pub id: Id,
    /// The question.
    pub text: String,
    /// Why it is asked.
    pub why: Option<String>,
    /// What made it come up; stands small below.
    pub source: Option<String>,
    /// The entry it came from.
    pub from: Id,
    /// Who is asked.
    pub asks: Vec<Who>,
    /// The words on its buttons.
    pub offers: Vec<String>,
}
