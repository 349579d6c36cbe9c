//! A person: anyone the record knows. What they are called, known by and tied to are entries of
//! their own.

use crate::time::Precision;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What is known of a person in themselves. Everything may be blank; blank is a question, not a
/// fault.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Born, or to be born.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<Born>,
    /// Died on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub died_on: Option<Date>,
    /// As the family says; also the census letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Census code, as the family says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ethnicity: Option<String>,
    /// Census codes, as the family says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disabilities: Vec<String>,
    /// Why there is no UPN, by census code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_upn_because: Option<String>,
    /// First language, where it is not English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Faith, as the family says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub faith: Option<String>,
    /// School, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub school: Option<String>,
    /// Where they can be rung.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Phone>,
    /// What they do, where they come to the family by their work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Work>,
}

/// Born, or to be born.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Born {
    /// On this day.
    On(Date),
    /// Around this day, as exactly as is known.
    About(Date, Precision),
    /// Not born yet; expected on this day.
    Due(Date),
}

impl Born {
    /// The day it gives, exact or not.
    pub const fn day(self) -> Date {
        match self {
            Self::On(day) | Self::About(day, _) | Self::Due(day) => day,
        }
    }
}

/// The census letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is its own plain word")]
pub enum Sex {
    #[serde(rename = "F")]
    Female,
    #[serde(rename = "M")]
    Male,
    #[serde(rename = "U")]
    NotKnown,
}

/// Where a person can be rung, and when it is safe to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// As it is dialled.
    pub number: String,
    /// When it is answered or safe: "not after six", "office hours".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a worker or partner does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// "health visitor", "team manager".
    pub job: String,
    /// For partners, their organisation; for the council's own, nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Which kind of agency that is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<crate::voice::SourceKind>,
}
