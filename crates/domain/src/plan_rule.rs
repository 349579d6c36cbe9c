//! A rule of a plan (A4, handbook 1.3): who does what when, and who will notice. Something that
//! can be seen; not "attend a course".

use crate::hours::Hours;
use crate::id::{EntryId, PersonId};
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanRule {
    /// The root of the plan.
    pub plan: EntryId,
    /// Who does it.
    pub who: PersonId,
    /// When: "Cried 20 minutes, or I feel hot and shaky".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
    /// What, following the name: "puts Idris in the cot and rings the list".
    pub does: String,
    /// At which hours, in words: "any time".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// At which hours, where they are exact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<Hours>,
    /// Who will notice whether it is kept; a person, never a service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub watcher: Option<PersonId>,
    /// Who does it when `who` cannot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backup: Option<PersonId>,
    /// For fridge and front page: "Cot, then ring the list at 20 minutes."
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// The first words of `short`, which stand out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_lead: Option<String>,
    /// How it went so far: "3 times, calm".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tried: Option<String>,
}

impl PlanRule {
    /// `short` parted after its lead; all of it is rest where the lead does not begin it.
    pub fn short_parts(&self) -> Option<(&str, &str)> {
        let short = self.short.as_deref()?;
        let lead = self.short_lead.as_deref().unwrap_or_default();
        Some(short.strip_prefix(lead).map_or(("", short), |rest| (lead, rest)))
    }
}

/// Whose rules say that they are there at this time of this day, in the order of the rules.
pub fn there_at(rules: &[PlanRule], day: Date, time: Time) -> Vec<PersonId> {
    let there = |rule: &&PlanRule| rule.cover.as_ref().is_some_and(|hours| hours.hold(day, time));
    let mut people: Vec<PersonId> = Vec::new();
    for rule in rules.iter().filter(there) {
        if !people.contains(&rule.who) {
            people.push(rule.who);
        }
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::Weekday;
    use jiff::civil::{date, time};
    use uuid::Uuid;

    const SAMIRA: PersonId = PersonId(Uuid::from_u128(7));

    fn samira_answers() -> PlanRule {
        let days = vec![Weekday::Sun, Weekday::Mon, Weekday::Tue, Weekday::Wed];
        PlanRule {
            plan: EntryId(Uuid::nil()),
            who: SAMIRA,
            when: "Nights".into(),
            does: "answers until 1 am, Sunday to Wednesday, and comes if asked".into(),
            hours: None,
            cover: Some(Hours { days, from: time(19, 0, 0, 0), to: time(1, 0, 0, 0) }),
            watcher: None,
            backup: None,
            short: Some("Samira answers Sun–Wed, to 1 am.".into()),
            short_lead: Some("Samira".into()),
            tried: None,
        }
    }

    #[test]
    fn nobody_comes_at_three_in_the_morning() {
        let rules = [samira_answers(), samira_answers()];
        let wednesday = date(2026, 11, 25);
        assert_eq!(there_at(&rules, wednesday, time(22, 0, 0, 0)), [SAMIRA], "named once");
        assert_eq!(there_at(&rules, wednesday, time(3, 0, 0, 0)), []);
    }

    #[test]
    fn the_lead_stands_out_only_where_it_begins_the_line() {
        let mut rule = samira_answers();
        assert_eq!(rule.short_parts(), Some(("Samira", " answers Sun–Wed, to 1 am.")));
        rule.short_lead = Some("Gill".into());
        assert_eq!(rule.short_parts(), Some(("", "Samira answers Sun–Wed, to 1 am.")));
    }
}
