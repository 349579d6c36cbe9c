//! One op as its JSON says it. Fields that a later kit adds are let be; those of a drawing's marks
//! are read by `domain::drawing`.

use domain::houses_page::Pile;
use domain::houses_session::{Ending, House, Level, Stone, Understood, Variant};
use domain::sharing::Answer;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

/// What every op has, and what it says.
#[derive(Debug, Deserialize)]
pub(super) struct Op {
    /// The tablet's clock, in milliseconds since 1970.
    pub at: i64,
    /// Whose hand; a `begin` of an early kit has none.
    #[serde(default)]
    pub by: By,
    #[serde(flatten)]
    pub says: Says,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum By {
    Child,
    #[default]
    Worker,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Says {
    Begin(Box<Begin>),
    Level {
        level: Level,
    },
    Variant {
        variant: Variant,
        name: Option<String>,
    },
    At {
        node: String,
    },
    Asked {
        node: String,
        prompt: Option<String>,
        text: Option<String>,
        noticed: Option<Value>,
    },
    Understood {
        stone: Stone,
        answer: Understood,
    },
    HouseNamed {
        house: House,
        name: String,
    },
    /// The colour of a house's roof: it stays among the ops as the child chose it.
    Roof,
    Page {
        page: Uuid,
        house: House,
    },
    Stroke {
        page: Uuid,
    },
    Sticker {
        page: Uuid,
    },
    StickerMoved {
        page: Uuid,
    },
    Words {
        page: Uuid,
        id: String,
        text: String,
    },
    Title {
        page: Uuid,
        text: String,
    },
    Undo {
        page: Uuid,
        id: String,
    },
    Sound {
        page: Uuid,
        attachment: Uuid,
        ms: f64,
        r#type: String,
        sha256: Option<String>,
        /// It stopped by itself; absent where somebody ended it.
        #[serde(default)]
        broken_off: bool,
    },
    Photo {
        page: Uuid,
        attachment: Uuid,
        width: u32,
        height: u32,
        r#type: String,
        sha256: Option<String>,
    },
    ThrownAway {
        attachment: Uuid,
    },
    Mark {
        page: Uuid,
        position: f64,
        words: Option<String>,
    },
    Number {
        page: Uuid,
        value: Option<f64>,
        words: Option<String>,
    },
    Sorted {
        page: Uuid,
        card: String,
        column: Option<Pile>,
    },
    Important {
        page: Uuid,
        on: bool,
    },
    LeftOut {
        page: Uuid,
        on: bool,
    },
    Order {
        pages: Vec<Uuid>,
    },
    Share {
        page: Uuid,
        person: Person,
        answer: Answer,
    },
    PassOn {
        what: String,
        to: String,
        why: String,
        child_told: bool,
    },
    Exact {
        text: String,
        prompt: Option<String>,
    },
    Note {
        text: String,
        /// The question it was written under.
        asks: Option<String>,
    },
    ImportantSaid(Box<ImportantSaid>),
    Rung {
        rang: String,
    },
    ReadBack {
        done: bool,
        why_not: Option<String>,
    },
    Reflection {
        text: String,
        to_do: Option<String>,
    },
    ComesBack {
        on: Date,
    },
    Pause,
    Resume,
    Finish {
        how: Ending,
        why: Option<String>,
    },
    #[serde(other)]
    Unknown,
}

#[derive(Debug, Deserialize)]
pub(super) struct Begin {
    pub session: Uuid,
    pub child: Child,
    pub worker: String,
    pub language: String,
    pub place: Option<String>,
    #[serde(default)]
    pub build: String,
    pub enquiry: Option<Enquiry>,
    pub agreement: Option<Agreement>,
    pub near: Option<String>,
    pub nobody_near: Option<bool>,
    pub interpreter: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Child {
    pub pack: Option<String>,
    pub name: String,
}

/// `"none"`, or who cleared it.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Enquiry {
    Cleared { cleared_by: String, why: String },
    None(String),
}

#[derive(Debug, Deserialize)]
#[serde(tag = "how", rename_all = "snake_case")]
pub(super) enum Agreement {
    Agreed { who: String, on: String, words: Option<String> },
    SetAside { by: String, why: String },
}

#[derive(Debug, Deserialize)]
pub(super) struct Person {
    pub id: Option<Uuid>,
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct ImportantSaid {
    pub words: String,
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub who_near: String,
    #[serde(default)]
    pub seen: String,
    /// Null where the worker was not sure.
    #[serde(deserialize_with = "Option::deserialize")]
    pub now: Option<bool>,
    pub rang: Option<String>,
}
