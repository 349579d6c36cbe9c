//! The family: its people, what ties them to each other, and where they live.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Fuzzy, Who};

/// A child, a relative or a friend of the family.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Who this is, in the files.
    pub id: Who,
    /// Full name.
    pub name: String,
    /// "index child", else said from the index child's side: mother, mother's mother, neighbour.
    pub role: String,
    /// What the children call them, or what they are to them: Nan, aunt, neighbour.
    pub known_as: Option<String>,
    /// Sex as recorded; `U` before birth or where it is not known. Missing where it does not come
    /// up.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub born: Option<Fuzzy>,
    /// The date of birth is a guess.
    #[serde(default)]
    pub about: bool,
    /// When the baby is expected; only of a child not born yet.
    pub due: Option<Fuzzy>,
    /// Date of death.
    pub died: Option<Date>,
    /// At most two. One alone: the other has not come up. None: not recorded.
    #[serde(default)]
    pub parents: Vec<Parent>,
    /// Whether this person holds parental responsibility for the index children; missing where
    /// nobody has written it.
    pub parental_responsibility: Option<bool>,
    /// A number kept for fiction: 07700 900 xxx or 01632 960 xxx.
    pub phone: Option<String>,
    /// When and how it is safe to ring.
    pub phone_note: Option<String>,
    /// First language; missing means English.
    pub language: Option<String>,
    /// Who interprets.
    pub interpreter: Option<Who>,
    /// Faith, in the person's words.
    pub faith: Option<String>,
    /// Ethnicity, a code of the Children in Need census.
    pub ethnicity: Option<String>,
    /// Disability codes of the Children in Need census; `NONE` stands alone.
    #[serde(default)]
    pub disability: Vec<String>,
    /// The school or nursery's name.
    pub school: Option<String>,
    /// This person also works for the council, under that id, and is shut out of the file.
    pub staff: Option<Who>,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

/// Sex as the census asks it since 2025.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Sex {
    /// Male.
    M,
    /// Female.
    F,
    /// Not born yet, or not known.
    U,
}

/// A parent of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Who")]
pub enum Parent {
    /// A person of this family.
    Known(Who),
    /// A parent nobody has named; drawn as a question mark.
    Unknown,
}

impl From<Who> for Parent {
    fn from(who: Who) -> Self {
        if who.as_str() == "unknown" { Self::Unknown } else { Self::Known(who) }
    }
}

/// What ties two people: either a union, or how one of them sees the other.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "TieRow")]
pub struct Tie {
    /// One of the two.
    pub from: Who,
    /// The other.
    pub to: Who,
    /// What it is.
    pub kind: TieKind,
}

/// A union with its dates, or a tie as somebody sees it.
#[derive(Debug, Clone, PartialEq)]
pub enum TieKind {
    /// They are or were a couple.
    Union {
        /// How they stand since `since`.
        union: Union,
        /// Since when.
        since: Option<Fuzzy>,
        /// Until when; missing means still.
        until: Option<Date>,
    },
    /// How close they are, in one person's view on one day.
    Seen {
        /// How it is.
        tie: Closeness,
        /// Whose view it is.
        view_of: Who,
        /// The day they said so.
        on: Date,
    },
}

/// How a couple stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Union {
    /// Married.
    Married,
    /// Living together.
    LivingTogether,
    /// Separated.
    Separated,
    /// Divorced.
    Divorced,
    /// A couple, or parents of one child, who never lived together.
    Apart,
}

/// How close two people are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Closeness {
    /// Close.
    Close,
    /// Very close.
    VeryClose,
    /// Distant.
    Distant,
    /// In conflict.
    Conflict,
    /// Close and in conflict.
    CloseAndConflict,
    /// No contact any more.
    CutOff,
    /// One looks after the other.
    Caretaker,
    /// One has harmed the other.
    Harm,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TieRow {
    from: Who,
    to: Who,
    union: Option<Union>,
    since: Option<Fuzzy>,
    until: Option<Date>,
    tie: Option<Closeness>,
    view_of: Option<Who>,
    on: Option<Date>,
}

impl TryFrom<TieRow> for Tie {
    type Error = &'static str;

    fn try_from(row: TieRow) -> Result<Self, Self::Error> {
        let TieRow { from, to, union, since, until, tie, view_of, on } = row;
        let kind = match (union, tie, view_of, on) {
            (Some(union), None, None, None) => TieKind::Union { union, since, until },
            (None, Some(tie), Some(view_of), Some(on)) if since.is_none() && until.is_none() => {
                TieKind::Seen { tie, view_of, on }
            }
            _ => return Err("a tie is a union with its dates, or a view with whose and when"),
        };
        Ok(Self { from, to, kind })
    }
}

/// A place where people of the family live or lived.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Household {
    /// Its address in one line, or what stands for it where the address is told to nobody.
    pub name: String,
    /// A secret address: drawn and printed nowhere.
    #[serde(default)]
    pub sealed: bool,
    /// Anything else worth knowing.
    pub note: Option<String>,
    /// Who lives there, from when to when.
    pub members: Vec<Member>,
}

/// One person in a household.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Who.
    pub person: Who,
    /// Since when.
    pub from: Fuzzy,
    /// Until when; missing means still there.
    pub to: Option<Fuzzy>,
    /// Stays there part of the time.
    #[serde(default)]
    pub sometimes: bool,
}
