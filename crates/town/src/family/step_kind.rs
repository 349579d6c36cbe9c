//! What can happen on the statutory line, and what each kind of step tells.
//!
//! Codes (`source`, `need`, `reason`, placement and legal codes) stand as the returns write them.

use jiff::civil::Date;
use serde::Deserialize;

use super::Who;

/// What happened.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    missing_docs,
    reason = "each kind is named by what practice calls it; fields say what is not plain"
)]
pub enum StepKind {
    Contact(Box<Contact>),
    Referral {
        source: String,
        need: Option<String>,
        need_words: Option<String>,
    },
    /// A mapping with the family.
    Mapping {
        with: Vec<Who>,
    },
    /// Somebody leads from here on.
    Lead {
        person: Who,
        job: String,
        until: Option<Date>,
    },
    AssessmentStart {
        look_again: Option<Date>,
    },
    AssessmentSigned {
        signed_by: Option<Who>,
        factors: Vec<FactorFound>,
        found: Option<String>,
    },
    /// A strategy discussion.
    Strategy {
        with: Vec<Who>,
        decided: Option<String>,
    },
    /// An enquiry under section 47 of the Children Act 1989; `conference`: it led to one.
    Section47 {
        conference: bool,
        ended: Option<Date>,
        found: Option<String>,
    },
    Conference(Box<Conference>),
    PlanStart {
        standing: Standing,
        category: Option<Category>,
        decided_on: Option<Date>,
        why: Option<String>,
    },
    PlanEnd {
        standing: Standing,
        category: Option<Category>,
        why: Option<String>,
    },
    CoreGroup {
        with: Vec<Who>,
    },
    Review {
        of: Standing,
        decided: Option<String>,
    },
    /// A decision of the record, with its own entry.
    Decision,
    /// `reason` RC1 to RC9; missing where it came over from elsewhere.
    Closure {
        reason: Option<String>,
        why: Option<String>,
    },
    FamilyGroupMeeting(FamilyGroupMeeting),
    PreProceedings {
        what: PreProceedings,
    },
    /// A legal status of a child in care; `code` as the returns write it.
    LegalStatus {
        code: Option<String>,
        words: String,
    },
    Placement(Placement),
    CareReview(CareReview),
    Health {
        what: String,
        result: Option<String>,
    },
    /// The step's day is the first day away.
    Missing {
        back: Date,
        talked_with: String,
    },
    /// The pathway plan, in the young person's words.
    Pathway {
        words: String,
    },
    Transfer {
        from: Option<String>,
        to: Option<String>,
    },
}

/// Where a child stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Family help: a child in need plan.
    FamilyHelp,
    /// A child protection plan.
    Protection,
    /// Looked after.
    Care,
}

/// The category of a child protection plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Category {
    /// Neglect.
    Neg,
    /// Physical.
    Phy,
    /// Emotional.
    Emo,
    /// Sexual.
    Sab,
}

/// Who made contact.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub enum Whom {
    /// A person the files know.
    Person(Who),
    /// Anybody else, in words.
    Words(String),
}

impl From<String> for Whom {
    fn from(text: String) -> Self {
        let points = text.ends_with(|last: char| last.is_ascii_digit()) && !text.contains(' ');
        if points { Self::Person(Who::from(text.as_str())) } else { Self::Words(text) }
    }
}

/// Somebody turned to the council.
#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    /// Census code of who turned to us.
    pub source: String,
    /// Who it was.
    pub from: Option<Whom>,
    /// What they said.
    pub said: Option<String>,
    /// Census code of the need.
    pub need: Option<String>,
    /// What was decided; missing in the full shape.
    pub decision: Option<ContactDecision>,
    /// Asked for by.
    pub decide_by: Option<Date>,
    /// Why.
    pub why: Option<String>,
    /// Who was told what came of it.
    pub told: Option<String>,
    /// People with a name that is close.
    pub near_match: Vec<NearMatch>,
    /// What the caller said when it was read back.
    pub read_back: Option<String>,
    /// Chosen on the screen, not yet pressed.
    pub draft: Option<ContactDraft>,
}

/// What is done about a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactDecision {
    /// Not yet.
    Undecided,
    /// Advice was enough.
    Advice,
    /// Nothing more.
    NoMore,
    /// We already work with them.
    AlreadyOurs,
    /// Family help.
    FamilyHelp,
    /// A strategy discussion.
    Strategy,
}

/// A person already in the record whose name is close.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NearMatch {
    /// Who.
    pub person: Who,
    /// How close.
    pub says: String,
    /// What was found: `no`, or still `open`.
    pub is_it: String,
}

/// A decision that stands on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactDraft {
    /// What is chosen.
    pub decision: ContactDecision,
    /// Why.
    pub why: String,
    /// Who was told.
    pub told: String,
    /// What happens first.
    pub first: String,
    /// Census code of the need.
    pub need: String,
    /// The words that point to it.
    pub need_from: String,
}

/// A factor found by an assessment.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorFound {
    /// Census code.
    pub code: String,
    /// The words that point to it.
    pub words: String,
}

/// A conference.
#[derive(Debug, Clone, PartialEq)]
pub struct Conference {
    /// First, review or transfer.
    pub kind: ConferenceType,
    /// Who chairs.
    pub chair: Who,
    /// The category, where a plan came of it.
    pub category: Option<Category>,
    /// How the numbers in the room lay.
    pub numbers: Option<String>,
    /// What was decided.
    pub decided: Option<String>,
    /// Why.
    pub why: Option<String>,
    /// Those who decide; the family says what it thinks.
    pub decided_by: Vec<Who>,
    /// What people in the room say.
    pub views: Vec<ConferenceView>,
}

/// Which conference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConferenceType {
    /// The first.
    First,
    /// A review.
    Review,
    /// A family that moved here.
    Transfer,
}

/// What somebody in the room says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConferenceView {
    /// Who.
    pub by: Who,
    /// Their words.
    pub says: String,
}

/// A meeting of the family alone, offered before anything goes to court.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyGroupMeeting {
    /// Offered.
    pub offered: Date,
    /// Accepted.
    pub accepted: Option<Date>,
    /// Held.
    pub held: Option<Date>,
    /// What the family answered.
    pub answer: Option<String>,
    /// What the family proposed.
    pub proposal: Option<String>,
}

/// Before court.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PreProceedings {
    /// The letter.
    Letter,
    /// A meeting about it.
    Meeting,
    /// An application to the court.
    Application,
    /// It ended without one.
    End,
}

/// Where a child in care lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placement {
    /// Placement code of the looked-after return.
    pub code: Option<String>,
    /// Provider code of the looked-after return.
    pub provider: Option<String>,
    /// With whom.
    pub with: String,
    /// Why there.
    pub why: String,
}

/// A review of a child's care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareReview {
    /// Who chairs.
    pub chair: Who,
    /// How the child took part.
    pub took_part: String,
    /// The same as a code, PN1 to PN7.
    pub code: Option<String>,
    /// What was decided.
    pub decided: String,
}
