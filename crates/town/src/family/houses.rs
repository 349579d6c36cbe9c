//! What a child drew and said: the houses (or whatever the child made of them), and words and
//! pictures for the child.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Original, Who};

/// One sitting with one child.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sitting {
    /// Which child.
    pub child: Who,
    /// The day.
    pub on: Date,
    /// Who sat with the child.
    pub worker: Who,
    /// How the questions were put; missing for a baby.
    pub level: Option<Level>,
    /// What the child made of it; missing: the plain houses.
    pub variant: Option<String>,
    /// In which order the child wanted to go.
    #[serde(default)]
    pub order: Vec<House>,
    /// Who said yes to the talk, and how.
    pub permission: Permission,
    /// Good things, in the child's spelling.
    #[serde(default)]
    pub good: Vec<String>,
    /// Worries, in the child's spelling.
    #[serde(default)]
    pub worries: Vec<String>,
    /// Dreams, in the child's spelling.
    #[serde(default)]
    pub dreams: Vec<String>,
    /// What the child called the three.
    pub names: Option<String>,
    /// The cards a child answered with.
    #[serde(default)]
    pub cards: Vec<String>,
    /// What was seen, where there are no words.
    pub note: Option<String>,
    /// The words before translation.
    pub original: Option<Original>,
    /// Who interpreted.
    pub interpreter: Option<Who>,
    /// Where on the path the child put themselves.
    pub path: Option<Path>,
    /// Whom the child lets see it.
    #[serde(default)]
    pub share: BTreeMap<String, Share>,
    /// What was passed on although the child said no.
    pub passed_on_anyway: Option<PassedOn>,
    /// Where the child put themselves later.
    pub seen_again: Option<SeenAgain>,
    /// What came of it, told to the child.
    pub you_said_we_did: Option<YouSaidWeDid>,
    /// A place that would not take the words.
    pub refused: Option<Refused>,
    /// What the talk was kept to.
    pub about_only: Option<String>,
    /// Where the words are, while they are not in the record yet.
    pub state: Option<String>,
    /// On which tablet they are sealed.
    pub tablet: Option<String>,
}

/// How the questions were put, by what the child can do; not by age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[expect(missing_docs, reason = "four levels, A for the youngest")]
pub enum Level {
    A,
    B,
    C,
    D,
}

/// One of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum House {
    /// Good things.
    Good,
    /// Worries.
    Worries,
    /// Dreams.
    Dreams,
}

/// Who said yes to the talk.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Permission {
    /// Who.
    pub parent: Who,
    /// How, and who was not asked.
    pub how: String,
}

/// A place on the path from worry to dream.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Path {
    /// 0.0 at the worries, 1.0 at the dreams.
    pub position: f64,
    /// What the child said about it.
    pub words: String,
}

/// What the child says one reader may see.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Share {
    /// All of it.
    Yes,
    /// None of it.
    No,
    /// A part: "only drama", "not the crackers bit".
    Part(String),
}

impl From<String> for Share {
    fn from(words: String) -> Self {
        match words.as_str() {
            "yes" => Self::Yes,
            "no" => Self::No,
            _ => Self::Part(words),
        }
    }
}

/// Something that had to be passed on.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassedOn {
    /// What.
    pub what: String,
    /// To whom.
    pub to: Vec<Who>,
    /// Why it could not wait for a yes.
    pub why: String,
    /// Whether the child was told first.
    pub child_told_first: bool,
    /// The day.
    pub on: Date,
}

/// The path, later.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeenAgain {
    /// The day.
    pub on: Date,
    /// 0.0 to 1.0.
    pub position: f64,
    /// What the child said.
    pub words: String,
}

/// What came of it, told to the child.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YouSaidWeDid {
    /// The day the child was told.
    pub on: Date,
    /// The words.
    pub words: String,
}

/// A question that may not be asked for a while.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// Which part of the talk.
    pub node: String,
    /// From.
    pub from: Date,
    /// To.
    pub to: Date,
    /// Why.
    pub why: String,
}

/// A story for the child, told by those who approve it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WordsAndPictures {
    /// Who has approved it; empty: nobody yet.
    pub approved_by: Vec<Who>,
    /// Its frames, in order.
    pub frames: Vec<Frame>,
}

/// One frame.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// What stands below.
    pub words: String,
    /// What the picture shows.
    pub picture: String,
}
