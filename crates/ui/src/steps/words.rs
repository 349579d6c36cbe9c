//! What happened, in words: kinds and census codes, never written a second time by anybody.

use std::borrow::Cow;

use domain::census::ReferralSource;
use domain::census::{AbuseCategory, AssessmentFactor, CodeSet, PrimaryNeed, ReasonForClosure};
use domain::involvement::Role;
use domain::kind::Kind;
use domain::step::{Conference, Standing};
use domain::steps_line::{BeforeCourt, Done, Linked, StepsLine, Stretch, Who};
use jiff::civil::Date;

use crate::{dates, names, say};

type Words = Cow<'static, str>;

/// The words of a code; the code itself where the census has never had it.
fn code<C: CodeSet>(code: &str) -> String {
    C::find(code).map_or_else(|| code.to_owned(), |found| found.words().to_owned())
}

/// With a small first letter, for the middle of a sentence.
fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// With a full stop.
fn stop(words: &str) -> String {
    if words.ends_with(['.', '?', '!', '”']) { words.to_owned() } else { format!("{words}.") }
}

/// What a day is called where nobody gave it a name.
pub(super) fn name(done: &Done) -> Words {
    match done {
        Done::Contact { .. } => say!("steps-contact"),
        Done::Referral { .. } => say!("steps-referral"),
        Done::AssessmentBegan => say!("steps-assessment-began"),
        Done::AssessmentSigned { .. } => say!("steps-assessment-signed"),
        Done::LookAgain => say!("steps-look-again"),
        Done::Strategy { .. } => say!("steps-strategy"),
        Done::EnquiryBegan { .. } => say!("steps-enquiry"),
        Done::Conference { which: Conference::First, .. } => say!("steps-conference-first"),
        Done::Conference { which: Conference::Review, .. } => say!("steps-conference-review"),
        Done::Conference { which: Conference::Transfer, .. } => say!("steps-conference-transfer"),
        Done::PlanBegan { standing, .. } => began(*standing),
        Done::PlanEnded { standing, .. } => ended(*standing),
        Done::Review { of: Standing::Care } => say!("steps-review-care"),
        Done::Review { .. } => say!("steps-review"),
        Done::CoreGroup { .. } => say!("steps-core-group"),
        Done::LeadBegan { who, role } => {
            let nobody = say!("steps-lead-somebody");
            let who = who.as_ref().map_or(nobody.as_ref(), |who| who.name.as_str());
            say!("steps-lead-began", who = who, role = self::role(*role))
        }
        Done::Decision => say!("steps-decision"),
        Done::FamilyMeeting { .. } => say!("steps-family-meeting"),
        Done::BeforeCourt(part) => before_court(*part),
        Done::PlacementBegan { .. } => say!("steps-placement"),
        Done::PlacementEnded => say!("steps-placement-ended"),
        Done::Closed { .. } => say!("steps-closed"),
    }
}

fn began(standing: Standing) -> Words {
    match standing {
        Standing::FamilyHelp => say!("steps-plan-help"),
        Standing::Protection => say!("steps-plan-protection"),
        Standing::Care => say!("steps-plan-care"),
    }
}

fn ended(standing: Standing) -> Words {
    match standing {
        Standing::FamilyHelp => say!("steps-plan-help-ends"),
        Standing::Protection => say!("steps-plan-protection-ends"),
        Standing::Care => say!("steps-plan-care-ends"),
    }
}

fn before_court(part: BeforeCourt) -> Words {
    match part {
        BeforeCourt::Began => say!("steps-court-began"),
        BeforeCourt::Letter => say!("steps-court-letter"),
        BeforeCourt::FirstMeeting => say!("steps-court-meeting"),
        BeforeCourt::Decided => say!("steps-court-decided"),
        BeforeCourt::CourtAsked => say!("steps-court-asked"),
    }
}

/// The rest of a row of which nobody wrote words: whom and what its codes name.
pub(super) fn rest(done: &Done, as_of: Date) -> String {
    let parts: Vec<String> = match done {
        Done::Contact { from, source, need } => {
            told_by(from.as_ref(), source.as_deref(), need.as_deref())
        }
        Done::Referral { from, source, need, no_further_action } => {
            let no_more = no_further_action.then(|| say!("steps-referral-no-more").into_owned());
            told_by(from.as_ref(), source.as_deref(), need.as_deref())
                .into_iter()
                .chain(no_more)
                .collect()
        }
        Done::AssessmentSigned { began_on, by, factors } => {
            let by = by.as_ref().map(|by| say!("steps-signed-by", who = by.name.as_str()));
            let began = say!("steps-signed-began", day = dates::short(*began_on, as_of));
            let found: Vec<String> =
                factors.iter().map(|f| lower(&code::<AssessmentFactor>(f))).collect();
            let found =
                (!found.is_empty()).then(|| say!("steps-factors", factors = found.join("; ")));
            [by, Some(began), found].into_iter().flatten().map(Cow::into_owned).collect()
        }
        Done::Strategy { with } | Done::CoreGroup { with } => with_whom(with),
        Done::EnquiryBegan { conference_needed: Some(false) } => {
            vec![say!("steps-enquiry-no-conference").into_owned()]
        }
        Done::Conference { chair, category, .. } => {
            let chair = chair.as_ref().map(|who| say!("steps-chair", who = who.name.as_str()));
            category_of(category.as_deref()).into_iter().chain(chair.map(Cow::into_owned)).collect()
        }
        Done::PlanBegan { category, plans_before, .. } => {
            let before = plans_before.map(|n| say!("steps-plans-before", n = n).into_owned());
            category_of(category.as_deref()).into_iter().chain(before).collect()
        }
        Done::PlanEnded { category, .. } => category_of(category.as_deref()),
        Done::FamilyMeeting { wanted, held_on, proposal, not_offered_because } => {
            let held = held_on
                .map(|day| say!("steps-family-meeting-held", day = dates::short(day, as_of)));
            let offered =
                not_offered_because.is_none().then(|| say!("steps-family-meeting-offered"));
            let answer = wanted.map(|yes| {
                if yes {
                    say!("steps-family-meeting-wanted")
                } else {
                    say!("steps-family-meeting-not-wanted")
                }
            });
            let told = [offered, answer, held].into_iter().flatten().map(Cow::into_owned);
            told.chain(not_offered_because.clone()).chain(proposal.clone()).collect()
        }
        Done::PlacementBegan { with: Some(who) } => {
            vec![say!("steps-placement-with", who = who.name.as_str()).into_owned()]
        }
        Done::Closed { reason } => {
            reason.iter().map(|reason| code::<ReasonForClosure>(reason)).collect()
        }
        _ => Vec::new(),
    };
    let sentences: Vec<String> = parts.iter().map(|part| stop(part)).collect();
    sentences.join(" ")
}

fn told_by(from: Option<&Who>, source: Option<&str>, need: Option<&str>) -> Vec<String> {
    let from = from.map(|who| who.name.clone());
    let source = source.map(code::<ReferralSource>);
    let need = need.map(code::<PrimaryNeed>);
    from.or(source).into_iter().chain(need).collect()
}

fn with_whom(with: &[Who]) -> Vec<String> {
    if with.is_empty() {
        return Vec::new();
    }
    let who = names::joined(with.iter().map(|who| who.name.as_str()));
    vec![say!("steps-with", who = who).into_owned()]
}

fn category_of(category: Option<&str>) -> Vec<String> {
    category.map(code::<AbuseCategory>).into_iter().collect()
}

/// What stands over a stretch.
pub(super) fn heading(stretch: &Stretch) -> String {
    if let Some(heading) = &stretch.heading {
        return crate::typeset::curly(heading).into_owned();
    }
    let category = stretch.category.as_deref().map(|one| lower(&code::<AbuseCategory>(one)));
    let words = match (stretch.standing, category) {
        (None, _) => say!("steps-work"),
        (Some(Standing::FamilyHelp), _) => say!("steps-help"),
        (Some(Standing::Protection), Some(category)) => {
            say!("steps-protection-for", category = category)
        }
        (Some(Standing::Protection), None) => say!("steps-protection"),
        (Some(Standing::Care), _) => say!("steps-care"),
    };
    words.into_owned()
}

/// Where the file stands now, in one line.
pub(super) fn now(line: &StepsLine) -> Words {
    let Some(last) = line.stretches.last() else { return say!("steps-now-none") };
    if let Some(until) = last.until.filter(|until| *until <= line.as_of) {
        return say!("steps-now-ended", day = dates::full(until));
    }
    let before = line.stretches.iter().rev().nth(1).filter(|one| one.until == Some(last.from));
    let day = dates::full(last.from);
    match (last.standing, before.and_then(|one| one.standing)) {
        (Some(Standing::FamilyHelp), Some(Standing::Protection)) => {
            say!("steps-now-help-after-protection")
        }
        (Some(Standing::FamilyHelp), Some(Standing::Care)) => say!("steps-now-help-after-care"),
        (Some(Standing::FamilyHelp), _) => say!("steps-now-help", day = day),
        (Some(Standing::Protection), _) => say!("steps-now-protection", day = day),
        (Some(Standing::Care), _) => say!("steps-now-care", day = day),
        (None, _) => say!("steps-now-work", day = day),
    }
}

/// As what somebody leads.
pub(super) fn role(role: Role) -> Words {
    match role {
        Role::Lead => say!("steps-role-lead"),
        Role::CoWorker => say!("steps-role-co-worker"),
        Role::FamilyHelpLead => say!("steps-role-help"),
        Role::ChildProtectionLead => say!("steps-role-protection"),
        Role::ConferenceChair => say!("steps-role-chair"),
        Role::ReviewingOfficer => say!("steps-role-reviewing"),
        Role::Partner => say!("steps-role-partner"),
        Role::Waiting => say!("steps-role-waiting"),
    }
}

/// What a link to a note or decision says.
pub(super) fn written_in(linked: &Linked) -> Words {
    match (linked.kind, linked.word.as_str()) {
        (Kind::Decision, _) => say!("steps-in-decision"),
        (Kind::PlanReview, _) => say!("steps-in-review"),
        (Kind::Assessment, _) => say!("steps-in-assessment"),
        (Kind::Mapping, _) => say!("steps-in-map"),
        (_, "visit") => say!("steps-in-visit"),
        (_, "call") => say!("steps-in-call"),
        (_, "meeting") => say!("steps-in-meeting"),
        (_, "document") => say!("steps-in-document"),
        _ => say!("steps-in-note"),
    }
}
