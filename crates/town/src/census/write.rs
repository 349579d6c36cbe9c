//! A child as the census writes it: the guide's elements in the guide's order, one to a line.

use std::fmt::Display;
use std::io::{self, Write};

use super::child::{Birth, Child, Pupil, Sex};
use super::episode::{Assessment, Enquiry, Episode, Protection};
use super::{Census, CollectionYear};

pub(super) fn opening(out: &mut impl Write, census: &Census) -> io::Result<()> {
    let (year, last) = (census.year.number(), census.year.last_day());
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message>\n<Header>")?;
    writeln!(out, "<CollectionDetails>")?;
    tag(out, "Collection", "CIN")?;
    tag(out, "Year", year)?;
    tag(out, "ReferenceDate", last)?;
    writeln!(out, "</CollectionDetails>\n<Source>")?;
    tag(out, "SourceLevel", "L")?;
    tag(out, "LEA", census.lea.number())?;
    tag(out, "SoftwareCode", "Wexcombe")?;
    tag(out, "Release", "1")?;
    tag(out, "SerialNo", "001")?;
    tag(out, "DateTime", format_args!("{year}-05-01T09:00:00"))?;
    writeln!(out, "</Source>\n</Header>\n<Children>")
}

pub(super) fn closing(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "</Children>\n</Message>")
}

pub(super) fn child(out: &mut impl Write, child: &Child, year: CollectionYear) -> io::Result<()> {
    writeln!(out, "<Child>\n<ChildIdentifiers>")?;
    tag(out, "LAchildID", &child.la_id)?;
    match &child.pupil {
        Pupil::Number { upn, former } => {
            tag(out, "UPN", upn)?;
            maybe(out, "FormerUPN", former.as_ref())?;
        }
        Pupil::None(why) => tag(out, "UPNunknown", why)?,
    }
    match child.birth {
        Birth::On(day) => tag(out, "PersonBirthDate", day)?,
        Birth::Expected(day) => tag(out, "ExpectedPersonBirthDate", day)?,
    }
    sex(out, child, year)?;
    maybe(out, "PersonDeathDate", child.died)?;
    writeln!(out, "</ChildIdentifiers>\n<ChildCharacteristics>")?;
    tag(out, "Ethnicity", child.ethnicity)?;
    writeln!(out, "<Disabilities>")?;
    if child.disabilities.is_empty() {
        tag(out, "Disability", "NONE")?;
    }
    each(out, "Disability", &child.disabilities)?;
    writeln!(out, "</Disabilities>\n</ChildCharacteristics>")?;
    for told in &child.episodes {
        episode(out, told)?;
    }
    writeln!(out, "</Child>")
}

fn sex(out: &mut impl Write, child: &Child, year: CollectionYear) -> io::Result<()> {
    let unborn = matches!(child.birth, Birth::Expected(_));
    if year.says_sex() {
        let letter = match child.sex {
            Sex::Male => "M",
            Sex::Female => "F",
            Sex::Unknown => "U",
        };
        tag(out, "Sex", letter)
    } else {
        let digit = match child.sex {
            Sex::Male => "1",
            Sex::Female => "2",
            Sex::Unknown if unborn => "0",
            Sex::Unknown => "9",
        };
        tag(out, "GenderCurrent", digit)
    }
}

fn episode(out: &mut impl Write, episode: &Episode) -> io::Result<()> {
    writeln!(out, "<CINdetails>")?;
    tag(out, "CINreferralDate", episode.referral)?;
    tag(out, "ReferralSource", episode.source)?;
    maybe(out, "PrimaryNeedCode", episode.need)?;
    maybe(out, "CINclosureDate", episode.closure.map(|(day, _)| day))?;
    maybe(out, "ReasonForClosure", episode.closure.map(|(_, reason)| reason))?;
    maybe(out, "DateOfInitialCPC", episode.conference)?;
    for one in &episode.assessments {
        assessment(out, one)?;
    }
    for plan in &episode.plans {
        writeln!(out, "<CINPlanDates>")?;
        tag(out, "CINPlanStartDate", plan.start)?;
        maybe(out, "CINPlanEndDate", plan.end)?;
        writeln!(out, "</CINPlanDates>")?;
    }
    for one in &episode.enquiries {
        enquiry(out, one)?;
    }
    tag(out, "ReferralNFA", u8::from(episode.no_further_action))?;
    for plan in &episode.protection {
        protection(out, plan)?;
    }
    writeln!(out, "</CINdetails>")
}

fn assessment(out: &mut impl Write, assessment: &Assessment) -> io::Result<()> {
    writeln!(out, "<Assessments>")?;
    tag(out, "AssessmentActualStartDate", assessment.start)?;
    maybe(out, "AssessmentAuthorisationDate", assessment.authorised)?;
    if !assessment.factors.is_empty() {
        writeln!(out, "<FactorsIdentifiedAtAssessment>")?;
        each(out, "AssessmentFactors", &assessment.factors)?;
        writeln!(out, "</FactorsIdentifiedAtAssessment>")?;
    }
    writeln!(out, "</Assessments>")
}

fn enquiry(out: &mut impl Write, enquiry: &Enquiry) -> io::Result<()> {
    writeln!(out, "<Section47>")?;
    tag(out, "S47ActualStartDate", enquiry.start)?;
    maybe(out, "InitialCPCtarget", enquiry.target)?;
    maybe(out, "DateOfInitialCPC", enquiry.conference)?;
    tag(out, "ICPCnotRequired", u8::from(enquiry.target.is_none()))?;
    writeln!(out, "</Section47>")
}

fn protection(out: &mut impl Write, plan: &Protection) -> io::Result<()> {
    writeln!(out, "<ChildProtectionPlans>")?;
    tag(out, "CPPstartDate", plan.start)?;
    maybe(out, "CPPendDate", plan.end)?;
    tag(out, "InitialCategoryOfAbuse", plan.first_category)?;
    tag(out, "LatestCategoryOfAbuse", plan.latest_category)?;
    tag(out, "NumberOfPreviousCPP", plan.plans_before)?;
    if !plan.reviews.is_empty() {
        writeln!(out, "<Reviews>")?;
        each(out, "CPPreviewDate", &plan.reviews)?;
        writeln!(out, "</Reviews>")?;
    }
    writeln!(out, "</ChildProtectionPlans>")
}

/// One element with a value. Values are codes, dates and numbers: none needs escaping.
fn tag(out: &mut impl Write, name: &str, value: impl Display) -> io::Result<()> {
    writeln!(out, "<{name}>{value}</{name}>")
}

fn maybe(out: &mut impl Write, name: &str, value: Option<impl Display>) -> io::Result<()> {
    value.map_or(Ok(()), |value| tag(out, name, value))
}

fn each(out: &mut impl Write, name: &str, values: &[impl Display]) -> io::Result<()> {
    values.iter().try_for_each(|value| tag(out, name, value))
}
