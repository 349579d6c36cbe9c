//! What a census file holds, as values: the header, a child, and the steps of each episode.
//!
//! Shapes follow the census, names follow practice; each field says which element it is. A
//! missing or refused element is `None`. Deliberately absent: what the record makes of it (that
//! is filing), and whether a return would pass (that is the rules).

use domain::census::{
    AbuseCategory, AssessmentFactor, Disability, Ethnicity, PreProceedingsOutcome, PrimaryNeed,
    ReasonForClosure, ReferralSource, Sex, UpnUnknown,
};
use jiff::civil::Date;

/// What the file says of itself (`Header`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Line of the element, from 1.
    pub line: u64,
    /// The collection (`Collection`): always `CIN`.
    pub collection: &'static str,
    /// The March in which the collection year ends (`Year`).
    pub year: i16,
    /// The last day of the collection year (`ReferenceDate`).
    pub reference_date: Option<Date>,
    /// The authority's three digits (`LEA`).
    pub lea: String,
    /// The system that wrote the file (`SoftwareCode`).
    pub software: Option<String>,
    /// Its version (`Release`).
    pub release: Option<String>,
    /// Which file of that system this is (`SerialNo`).
    pub serial: Option<String>,
    /// When it was written, in its own words (`DateTime`).
    pub written_at: Option<String>,
}

/// A unique pupil number as the file has it (`UPN`, `FormerUPN`): kept even where it cannot be
/// one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upn {
    /// As written, trimmed.
    pub text: String,
    /// Whether its form and its check letter hold.
    pub holds: bool,
}

/// One child, with every episode the file gives them (`Child`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Child {
    /// Line of the element, from 1.
    pub line: u64,
    /// The authority's own id (`LAchildID`): 1 to 64 characters, none of them control characters.
    /// The census allows 20 letters and digits; files in use have longer ones and underscores,
    /// and a child is not turned away for that.
    pub la_child_id: String,
    /// `UPN`.
    pub upn: Option<Upn>,
    /// `FormerUPN`.
    pub former_upn: Option<Upn>,
    /// Why there is no UPN (`UPNunknown`).
    pub upn_unknown: Option<UpnUnknown>,
    /// `PersonBirthDate`.
    pub born_on: Option<Date>,
    /// `ExpectedPersonBirthDate`, for a child not born yet.
    pub expected_on: Option<Date>,
    /// `Sex`, or `GenderCurrent` as files had it until 2024.
    pub sex: Option<Sex>,
    /// `PersonDeathDate`.
    pub died_on: Option<Date>,
    /// `Ethnicity`.
    pub ethnicity: Option<Ethnicity>,
    /// Every `Disability`, in the order of the file.
    pub disabilities: Vec<Disability>,
    /// Every `CINdetails` that says when the referral was.
    pub episodes: Vec<Referral>,
}

/// One episode, from referral to closure (`CINdetails`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    /// `CINreferralDate`.
    pub referred_on: Date,
    /// `ReferralSource`.
    pub source: Option<ReferralSource>,
    /// `PrimaryNeedCode`.
    pub need: Option<PrimaryNeed>,
    /// `CINclosureDate`.
    pub closed_on: Option<Date>,
    /// `ReasonForClosure`.
    pub closure_reason: Option<ReasonForClosure>,
    /// `DateOfInitialCPC` where no section 47 enquiry of this episode led to the conference.
    pub initial_conference_on: Option<Date>,
    /// `ReferralNFA`.
    pub no_further_action: Option<bool>,
    /// `Assessments`.
    pub assessments: Vec<Assessment>,
    /// `CINPlanDates`.
    pub plans: Vec<Plan>,
    /// `Section47`.
    pub section_47s: Vec<Section47>,
    /// `ChildProtectionPlans`.
    pub protection_plans: Vec<ProtectionPlan>,
    /// `PreProceedingsandFGDM`, a draft for the collection of 2027.
    pub pre_proceedings: Vec<PreProceedings>,
}

/// `Assessments`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// `AssessmentActualStartDate`.
    pub started_on: Date,
    /// `AssessmentInternalReviewDate`.
    pub reviewed_on: Option<Date>,
    /// `AssessmentAuthorisationDate`.
    pub authorised_on: Option<Date>,
    /// `AssessmentFactors`, in the order of the file.
    pub factors: Vec<AssessmentFactor>,
}

/// A child in need plan (`CINPlanDates`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// `CINPlanStartDate`.
    pub started_on: Date,
    /// `CINPlanEndDate`.
    pub ended_on: Option<Date>,
}

/// An enquiry under section 47 of the Children Act 1989 (`Section47`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section47 {
    /// `S47ActualStartDate`.
    pub started_on: Date,
    /// By when the conference was to be held (`InitialCPCtarget`).
    pub conference_due_on: Option<Date>,
    /// When it was held (`DateOfInitialCPC`).
    pub conference_on: Option<Date>,
    /// `ICPCnotRequired`.
    pub conference_not_needed: Option<bool>,
}

/// A child protection plan (`ChildProtectionPlans`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProtectionPlan {
    /// `CPPstartDate`.
    pub started_on: Date,
    /// `CPPendDate`.
    pub ended_on: Option<Date>,
    /// `InitialCategoryOfAbuse`.
    pub first_category: Option<AbuseCategory>,
    /// `LatestCategoryOfAbuse`.
    pub latest_category: Option<AbuseCategory>,
    /// How many plans came before this one, anywhere (`NumberOfPreviousCPP`).
    pub earlier_plans: Option<u16>,
    /// Every `CPPreviewDate`, in the order of the file.
    pub reviewed_on: Vec<Date>,
}

/// Work before care proceedings, with the family's own meeting (`PreProceedingsandFGDM`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreProceedings {
    /// `PPStartDate`.
    pub started_on: Date,
    /// When the letter before proceedings went (`LBPSentDate`).
    pub letter_sent_on: Option<Date>,
    /// Whether a family group meeting was offered (`FGDMMeetingOffer`).
    pub family_meeting_offered: Option<bool>,
    /// Whether one was facilitated (`FGDMMeetingFac`).
    pub family_meeting_facilitated: Option<bool>,
    /// `InitialPPMeetingDate`.
    pub first_meeting_on: Option<Date>,
    /// `ReviewMeetingsCount`.
    pub review_meetings: Option<u16>,
    /// `StepDecisionDate`.
    pub decided_on: Option<Date>,
    /// `PPOutcome`.
    pub outcome: Option<PreProceedingsOutcome>,
    /// `CourtAppDate`.
    pub court_application_on: Option<Date>,
    /// When the letter that begins proceedings went (`LetterInitCPDate`).
    pub proceedings_letter_on: Option<Date>,
}

/// Whether a UPN has its form and its check letter: a letter, eleven digits, then a digit, or for
/// a temporary number a letter. The check letter is the sum of the others, each times its place
/// (2 to 13), modulo 23, in an alphabet without I, O and S.
pub fn upn_holds(text: &str) -> bool {
    const LETTERS: &str = "ABCDEFGHJKLMNPQRTUVWXYZ";
    let value = |letter: char| LETTERS.chars().position(|other| other == letter);
    let text = text.to_ascii_uppercase();
    let mut letters = text.chars();
    let Some(check) = letters.next().and_then(value) else { return false };
    let mut sum = 0;
    let mut place = 1;
    for letter in letters {
        place += 1;
        let worth = match letter.to_digit(10) {
            Some(digit) => Some(digit as usize),
            None if place == 13 => value(letter),
            None => None,
        };
        let Some(worth) = worth else { return false };
        sum += worth * place;
        if place > 13 {
            return false;
        }
    }
    place == 13 && sum % 23 == check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_upn_holds_only_with_its_form_and_its_check_letter() {
        // 2·2 + 0·3 + 1·4 + 2·5 + 3·6 + 4·7 + 0·8 + 0·9 + 0·10 + 0·11 + 0·12 + 1·13 = 77 = 3·23 +
        // 8
        assert!(upn_holds("J201234000001"));
        assert!(upn_holds("j201234000001"));
        assert!(!upn_holds("A201234000001"));
        assert!(!upn_holds("J20123400000"));
        assert!(!upn_holds("J2012340000011"));
        assert!(!upn_holds("J20123400O001"));
        assert!(!upn_holds("I201234000001"));
        assert!(!upn_holds(""));
    }

    #[test]
    fn a_temporary_upn_ends_in_a_letter_that_counts() {
        // As above, with B (1) in the last place, then with C (2): 77 + 13 = 90 = 3·23 + 21 = Y.
        assert!(upn_holds("J20123400000B"));
        assert!(upn_holds("Y20123400000C"));
        assert!(!upn_holds("J20123400000C"));
    }
}
