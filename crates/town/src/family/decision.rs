//! A decision: what was known, what was not, which ways there were, which was taken, who stands
//! behind it.

use jiff::civil::Date;
use serde::Deserialize;

use super::{Id, Who};

/// One decision, with its reasons kept as they were on the day.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Which decision; missing in the short shape, where a family has one.
    pub id: Option<Id>,
    /// Which children it is about; empty: all of the family.
    #[serde(default)]
    pub children: Vec<Who>,
    /// What was asked.
    pub question: String,
    /// The day.
    pub made_on: Date,
    /// What was known then.
    pub known_then: Vec<String>,
    /// What was not.
    pub not_known: Vec<String>,
    /// The ways there were.
    pub options: Vec<OptionWeighed>,
    /// Which was taken; 1 is the first.
    pub chosen: usize,
    /// Why.
    pub because: String,
    /// Which principles of risk were leant on, `R1` to `R12`.
    #[serde(default)]
    pub principles: Vec<String>,
    /// Who disagreed, in their words.
    #[serde(default)]
    pub dissent: Vec<View>,
    /// What the child and others think, where they neither decide nor disagree.
    #[serde(default)]
    pub views: Vec<View>,
    /// Staff: the first decides, "with" the others.
    pub decided_by: Vec<Who>,
    /// Staff who lead and stand behind it.
    #[serde(default)]
    pub stands_behind: Vec<Who>,
    /// Relatives and friends, and the part they agreed to; they never carry the council's risk.
    #[serde(default)]
    pub agreed_their_part: Vec<View>,
    /// Partners who took part.
    #[serde(default)]
    pub partners_there: Vec<Who>,
    /// What would make us think again.
    pub would_change_our_mind: Vec<String>,
    /// When it is looked at again.
    pub review_on: Date,
    /// Who has changed their mind since.
    #[serde(default)]
    pub changed_mind: Vec<ChangeOfMind>,
    /// The decision in words for the child.
    pub for_child: String,
}

impl Decision {
    /// The way that was taken.
    pub fn taken(&self) -> Option<&OptionWeighed> {
        self.options.get(self.chosen.checked_sub(1)?)
    }
}

/// One way that was weighed.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionWeighed {
    /// What one would do.
    pub text: String,
    /// Left out of the short form.
    #[serde(default)]
    pub only_in_full: bool,
    /// The best hope in one line; missing in the short shape.
    pub best_hope: Option<String>,
    /// The worst worry in one line; missing in the short shape.
    pub worst_worry: Option<String>,
    /// What good could come of it.
    pub benefits: Vec<Effect>,
    /// What harm could come of it.
    pub harms: Vec<Effect>,
    /// What would make it safer.
    #[serde(default)]
    pub safeguards: Vec<String>,
}

/// Something that could come of an option.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// What.
    pub what: String,
    /// How likely.
    pub likelihood: Likelihood,
    /// How big, 1 to 5.
    pub size: u8,
}

/// How likely, in words; nobody is asked for a percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[expect(missing_docs, reason = "the words are the scale")]
pub enum Likelihood {
    AlmostNever,
    Unlikely,
    Possible,
    Likely,
    VeryLikely,
    AlmostCertain,
    CannotSay,
}

/// What somebody says about a decision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// Who.
    #[serde(alias = "person")]
    pub by: Who,
    /// Their words.
    pub words: String,
    /// The day they said so; missing: the day of the decision.
    pub on: Option<Date>,
}

/// Somebody sees it another way now.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeOfMind {
    /// Who.
    pub by: Who,
    /// Since when.
    pub on: Date,
    /// What they thought.
    pub from: String,
    /// What they think.
    pub to: String,
    /// Why.
    pub why: String,
}
