//! One child, block by block: a function for each block of the census, a line for each element.
//!
//! A block whose own day is missing or refused cannot be filed, so it is refused with the line on
//! which it begins; whatever surrounds it stands.

use std::io::BufRead;

use jiff::civil::Date;

use super::fault::{Unreadable, quoted};
use super::pull::Place;
use super::reading::{Reading, code, date};
use super::record::{
    Assessment, Child, Plan, PreProceedings, ProtectionPlan, Referral, Section47, Upn, upn_holds,
};

/// The longest id an authority gives a child, in characters.
const ID_CHARS_MAX: usize = 64;

type Read = Result<(), Unreadable>;

/// The child; `None` where nothing says who they are.
pub(super) fn child<R: BufRead>(
    reading: &mut Reading<R>,
    at: Place,
) -> Result<Option<Child>, Unreadable> {
    reading.begin_child();
    let mut child = Child { line: at.line, ..Child::default() };
    let mut id = None;
    reading.each(at, |reading, at| match at.name {
        "ChildIdentifiers" => identifiers(reading, at, &mut id, &mut child),
        "ChildCharacteristics" => characteristics(reading, at, &mut child),
        "CINdetails" => referral(reading, at, &mut child.episodes),
        _ => reading.unknown(),
    })?;
    let Some(id) = id else {
        reading.faults.refuse(at, || {
            "There is no LAchildID here that can be read, so nothing says which child this is. \
             The whole child was left out."
                .into()
        });
        return Ok(None);
    };
    child.la_child_id = id;
    Ok(Some(child))
}

fn identifiers<R: BufRead>(
    reading: &mut Reading<R>,
    at: Place,
    id: &mut Option<String>,
    child: &mut Child,
) -> Read {
    reading.each(at, |reading, at| match at.name {
        "LAchildID" => reading.value(at, id, la_child_id),
        "UPN" => reading.value(at, &mut child.upn, |text| Ok(upn(text))),
        "FormerUPN" => reading.value(at, &mut child.former_upn, |text| Ok(upn(text))),
        "UPNunknown" => reading.code(at, &mut child.upn_unknown),
        "PersonBirthDate" => reading.date(at, &mut child.born_on),
        "ExpectedPersonBirthDate" => reading.date(at, &mut child.expected_on),
        "Sex" | "GenderCurrent" => reading.code(at, &mut child.sex),
        "PersonDeathDate" => reading.date(at, &mut child.died_on),
        _ => reading.unknown(),
    })
}

fn la_child_id(text: &str) -> Result<String, String> {
    if text.chars().any(char::is_control) {
        return Err(format!("{} holds characters that cannot be printed.", quoted(text)));
    }
    if text.chars().count() > ID_CHARS_MAX {
        return Err(format!("{} is longer than {ID_CHARS_MAX} characters.", quoted(text)));
    }
    Ok(text.to_owned())
}

fn upn(text: &str) -> Upn {
    Upn { text: text.to_owned(), holds: upn_holds(text) }
}

fn characteristics<R: BufRead>(reading: &mut Reading<R>, at: Place, child: &mut Child) -> Read {
    reading.each(at, |reading, at| match at.name {
        "Ethnicity" => reading.code(at, &mut child.ethnicity),
        "Disabilities" => reading.list(at, "Disability", &mut child.disabilities, code),
        _ => reading.unknown(),
    })
}

fn referral<R: BufRead>(reading: &mut Reading<R>, at: Place, kept: &mut Vec<Referral>) -> Read {
    let mut referred_on = None;
    let mut one = Referral {
        referred_on: Date::ZERO,
        source: None,
        need: None,
        closed_on: None,
        closure_reason: None,
        initial_conference_on: None,
        no_further_action: None,
        assessments: Vec::new(),
        plans: Vec::new(),
        section_47s: Vec::new(),
        protection_plans: Vec::new(),
        pre_proceedings: Vec::new(),
    };
    reading.each(at, |reading, at| match at.name {
        "CINreferralDate" => reading.date(at, &mut referred_on),
        "ReferralSource" => reading.code(at, &mut one.source),
        "PrimaryNeedCode" => reading.code(at, &mut one.need),
        "CINclosureDate" => reading.date(at, &mut one.closed_on),
        "ReasonForClosure" => reading.code(at, &mut one.closure_reason),
        "DateOfInitialCPC" => reading.date(at, &mut one.initial_conference_on),
        "ReferralNFA" => reading.yes_or_no(at, &mut one.no_further_action),
        "Assessments" => assessment(reading, at, &mut one.assessments),
        "CINPlanDates" => plan(reading, at, &mut one.plans),
        "Section47" => section_47(reading, at, &mut one.section_47s),
        "ChildProtectionPlans" => protection_plan(reading, at, &mut one.protection_plans),
        "PreProceedingsandFGDM" => pre_proceedings(reading, at, &mut one.pre_proceedings),
        _ => reading.unknown(),
    })?;
    if let Some(referred_on) = reading.needed(at, referred_on, "CINreferralDate") {
        one.referred_on = referred_on;
        reading.keep(at, kept, one);
    }
    Ok(())
}

fn assessment<R: BufRead>(reading: &mut Reading<R>, at: Place, kept: &mut Vec<Assessment>) -> Read {
    let (mut started_on, mut reviewed_on, mut authorised_on) = (None, None, None);
    let mut factors = Vec::new();
    reading.each(at, |reading, at| match at.name {
        "AssessmentActualStartDate" => reading.date(at, &mut started_on),
        "AssessmentInternalReviewDate" => reading.date(at, &mut reviewed_on),
        "AssessmentAuthorisationDate" => reading.date(at, &mut authorised_on),
        "FactorsIdentifiedAtAssessment" => {
            reading.list(at, "AssessmentFactors", &mut factors, code)
        }
        _ => reading.unknown(),
    })?;
    if let Some(started_on) = reading.needed(at, started_on, "AssessmentActualStartDate") {
        reading.keep(at, kept, Assessment { started_on, reviewed_on, authorised_on, factors });
    }
    Ok(())
}

fn plan<R: BufRead>(reading: &mut Reading<R>, at: Place, kept: &mut Vec<Plan>) -> Read {
    let (mut started_on, mut ended_on) = (None, None);
    reading.each(at, |reading, at| match at.name {
        "CINPlanStartDate" => reading.date(at, &mut started_on),
        "CINPlanEndDate" => reading.date(at, &mut ended_on),
        _ => reading.unknown(),
    })?;
    if let Some(started_on) = reading.needed(at, started_on, "CINPlanStartDate") {
        reading.keep(at, kept, Plan { started_on, ended_on });
    }
    Ok(())
}

fn section_47<R: BufRead>(reading: &mut Reading<R>, at: Place, kept: &mut Vec<Section47>) -> Read {
    let (mut started_on, mut conference_due_on, mut conference_on) = (None, None, None);
    let mut conference_not_needed = None;
    reading.each(at, |reading, at| match at.name {
        "S47ActualStartDate" => reading.date(at, &mut started_on),
        "InitialCPCtarget" => reading.date(at, &mut conference_due_on),
        "DateOfInitialCPC" => reading.date(at, &mut conference_on),
        "ICPCnotRequired" => reading.yes_or_no(at, &mut conference_not_needed),
        _ => reading.unknown(),
    })?;
    if let Some(started_on) = reading.needed(at, started_on, "S47ActualStartDate") {
        let one = Section47 { started_on, conference_due_on, conference_on, conference_not_needed };
        reading.keep(at, kept, one);
    }
    Ok(())
}

fn protection_plan<R: BufRead>(
    reading: &mut Reading<R>,
    at: Place,
    kept: &mut Vec<ProtectionPlan>,
) -> Read {
    let mut started_on = None;
    let mut one = ProtectionPlan {
        started_on: Date::ZERO,
        ended_on: None,
        first_category: None,
        latest_category: None,
        earlier_plans: None,
        reviewed_on: Vec::new(),
    };
    reading.each(at, |reading, at| match at.name {
        "CPPstartDate" => reading.date(at, &mut started_on),
        "CPPendDate" => reading.date(at, &mut one.ended_on),
        "InitialCategoryOfAbuse" => reading.code(at, &mut one.first_category),
        "LatestCategoryOfAbuse" => reading.code(at, &mut one.latest_category),
        "NumberOfPreviousCPP" => reading.count(at, &mut one.earlier_plans),
        "Reviews" => reading.list(at, "CPPreviewDate", &mut one.reviewed_on, date),
        _ => reading.unknown(),
    })?;
    if let Some(started_on) = reading.needed(at, started_on, "CPPstartDate") {
        one.started_on = started_on;
        reading.keep(at, kept, one);
    }
    Ok(())
}

fn pre_proceedings<R: BufRead>(
    reading: &mut Reading<R>,
    at: Place,
    kept: &mut Vec<PreProceedings>,
) -> Read {
    let mut started_on = None;
    let mut one = PreProceedings {
        started_on: Date::ZERO,
        letter_sent_on: None,
        family_meeting_offered: None,
        family_meeting_facilitated: None,
        first_meeting_on: None,
        review_meetings: None,
        decided_on: None,
        outcome: None,
        court_application_on: None,
        proceedings_letter_on: None,
    };
    reading.each(at, |reading, at| match at.name {
        "PPStartDate" => reading.date(at, &mut started_on),
        "LBPSentDate" => reading.date(at, &mut one.letter_sent_on),
        "FGDMMeetingOffer" => reading.yes_or_no(at, &mut one.family_meeting_offered),
        "FGDMMeetingFac" => reading.yes_or_no(at, &mut one.family_meeting_facilitated),
        "InitialPPMeetingDate" => reading.date(at, &mut one.first_meeting_on),
        "ReviewMeetingsCount" => reading.count(at, &mut one.review_meetings),
        "StepDecisionDate" => reading.date(at, &mut one.decided_on),
        "PPOutcome" => reading.code(at, &mut one.outcome),
        "CourtAppDate" => reading.date(at, &mut one.court_application_on),
        "LetterInitCPDate" => reading.date(at, &mut one.proceedings_letter_on),
        _ => reading.unknown(),
    })?;
    if let Some(started_on) = reading.needed(at, started_on, "PPStartDate") {
        one.started_on = started_on;
        reading.keep(at, kept, one);
    }
    Ok(())
}
