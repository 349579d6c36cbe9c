//! What joins two people: parenthood, living together, closeness, harm. The genogram (A5) is
//! drawn from these. Brothers and sisters, half or whole, follow from parents and are not written
//! down.

use crate::fuzzy_date::FuzzyDate;
use crate::id::PersonId;
use crate::word::words;
use serde::{Deserialize, Serialize};

/// One tie between two people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// From whom: the parent, the one who harms, who cares, who interprets.
    pub from: PersonId,
    /// To whom.
    pub to: PersonId,
    /// What joins them.
    pub what: What,
    /// Since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<FuzzyDate>,
    /// Until, where it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<FuzzyDate>,
    /// What somebody wrote about it: "Jodie prefers not to say".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What joins two people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum What {
    /// They are or were a couple.
    Union(Union),
    /// What is between them, as one person sees it. An opinion, so whose stands with it; the day
    /// they said so is the entry's.
    Feels {
        /// What.
        how: Feeling,
        /// In whose eyes.
        view_of: PersonId,
    },
    /// `from` is a parent of `to`. A parent nobody has named is a person without a name.
    ParentOf {
        /// By what.
        by: Parenthood,
        /// Holds parental responsibility; blank where nobody knows.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        responsibility: Option<bool>,
        /// Why the parent has no name here.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        unnamed: Option<Unnamed>,
    },
    /// `from` interprets for `to`.
    InterpretsFor,
    /// Anything else, said from the side of `to`: "neighbour", "football coach".
    Known(String),
}

words! {
    /// How a couple stands.
    Union {
        /// Married or in a civil partnership.
        Married "married",
        /// Living together.
        LivingTogether "living_together",
        /// Separated.
        Separated "separated",
        /// Divorced.
        Divorced "divorced",
        /// They have a child and never lived together, or nobody knows.
        Apart "apart",
    }

    /// What is between two people, in somebody's eyes (handbook 1.7).
    Feeling {
        /// Close.
        Close "close",
        /// Very close.
        VeryClose "very_close",
        /// Distant.
        Distant "distant",
        /// In conflict.
        Conflict "conflict",
        /// Close and in conflict.
        CloseAndConflict "close_and_conflict",
        /// They have broken with each other.
        CutOff "cut_off",
        /// They had, and found each other again.
        Mended "mended",
        /// `from` looks after `to`, as a child does for a younger one.
        Caretaker "caretaker",
        /// `from` harms `to`; only with evidence, and hidden in a child's view.
        Harm "harm",
    }

    /// By what somebody is a parent.
    Parenthood {
        /// By birth.
        Biological "biological",
        /// By adoption.
        Adoptive "adoptive",
        /// As a foster carer.
        Foster "foster",
        /// As a relative or friend who brings the child up.
        Kinship "kinship",
        /// As the partner of a parent.
        Step "step",
    }

    /// Why a parent has no name in the record.
    Unnamed {
        /// Nobody has said; a question to ask.
        NotKnown "not_known",
        /// Whoever knows chooses not to say.
        NotSaid "not_said",
    }
}
