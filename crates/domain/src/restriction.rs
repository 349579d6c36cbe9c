//! Who is shut out of a child's file, or who alone may open it (handbook 8.3).
//!
//! Being shut out comes before every role. A file that only named people may open is in no list
//! and no search.

use crate::id::PersonId;
use crate::word::words;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One restriction of one child's file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Restriction {
    /// Whose file.
    pub child: PersonId,
    /// Whom it concerns.
    pub whom: Whom,
    /// Which kind of reason.
    pub because: Because,
    /// The reason in words, for those who may read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// From.
    pub from: Date,
    /// The last day, where it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// Whom a restriction concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// These are shut out, whatever their role.
    ShutOut(Vec<PersonId>),
    /// These alone may open it.
    Only(Vec<PersonId>),
}

words! {
    /// Which kind of reason.
    Because {
        /// A danger to somebody in the file.
        Danger "danger",
        /// A former partner of somebody in it.
        FormerPartner "former_partner",
        /// A relative.
        Relative "relative",
        /// Their own file.
        OwnFile "own_file",
        /// The family of somebody who works for the council.
        StaffFamily "staff_family",
        /// Adoption.
        Adoption "adoption",
        /// Somebody the public knows.
        PublicFigure "public_figure",
        /// Work of the police that must not be known.
        PoliceWork "police_work",
        /// An address that must not be found.
        AddressAtRisk "address_at_risk",
        /// Another reason, in words.
        Other "other",
    }
}

impl Restriction {
    /// Whether it holds on this day.
    pub fn holds(&self, on: Date) -> bool {
        self.from <= on && self.until.is_none_or(|until| on <= until)
    }
    /// Whether it keeps this person out on this day.
    pub fn keeps_out(&self, person: PersonId, on: Date) -> bool {
        self.holds(on)
            && match &self.whom {
                Whom::ShutOut(people) => people.contains(&person),
                Whom::Only(people) => !people.contains(&person),
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    const RUTH: PersonId = PersonId(Uuid::from_u128(1));
    const HESTER: PersonId = PersonId(Uuid::from_u128(2));

    fn quayle(whom: Whom) -> Restriction {
        Restriction {
            child: PersonId(Uuid::nil()),
            whom,
            because: Because::StaffFamily,
            words: None,
            from: date(2026, 10, 1),
            until: Some(date(2026, 10, 31)),
        }
    }

    #[test]
    fn named_people_alone_may_open_it_while_it_holds() {
        let only_ruth = quayle(Whom::Only(vec![RUTH]));
        assert!(only_ruth.keeps_out(HESTER, date(2026, 10, 1)));
        assert!(!only_ruth.keeps_out(RUTH, date(2026, 10, 31)));
        assert!(!only_ruth.keeps_out(HESTER, date(2026, 11, 1)), "it has ended");
        assert!(!only_ruth.keeps_out(HESTER, date(2026, 9, 30)), "it has not begun");
    }

    #[test]
    fn somebody_shut_out_is_out_and_others_are_not() {
        let without_hester = quayle(Whom::ShutOut(vec![HESTER]));
        assert!(without_hester.keeps_out(HESTER, date(2026, 10, 15)));
        assert!(!without_hester.keeps_out(RUTH, date(2026, 10, 15)));
    }
}
