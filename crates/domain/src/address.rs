//! Where somebody lives or can be written to. A sealed address is told to nobody: it is drawn and
//! printed nowhere, and stands in no file name, map, calendar or message (handbook 8.2).

use crate::fuzzy_date::FuzzyDate;
use crate::id::{HouseholdId, PersonId};
use serde::{Deserialize, Serialize};

/// One address of a person or a household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// Whose.
    pub of: Whose,
    /// Its lines, without the postcode.
    pub lines: Vec<String>,
    /// Postcode, as it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postcode: Option<String>,
    /// Unique property reference number, where it was looked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uprn: Option<String>,
    /// Told to nobody.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sealed: bool,
    /// From.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<FuzzyDate>,
    /// Until, where it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<FuzzyDate>,
}

/// Whose address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// One person's.
    Person(PersonId),
    /// Everybody's in a household.
    Household(HouseholdId),
}

impl Address {
    /// The lines a page may draw; nothing where it is sealed.
    pub fn drawn(&self) -> Option<&[String]> {
        (!self.sealed).then_some(&self.lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_address_is_drawn_nowhere() {
        let mut cottage = Address {
            of: Whose::Household(HouseholdId(uuid::Uuid::nil())),
            lines: vec!["Allotment Cottage".into()],
            postcode: None,
            uprn: None,
            sealed: true,
            from: None,
            until: None,
        };
        assert_eq!(cottage.drawn(), None);
        cottage.sealed = false;
        assert_eq!(cottage.drawn(), Some(&["Allotment Cottage".to_owned()][..]));
    }
}
