//! A sound file reads back as what was written, however it is laid out.

use std::fmt::Write as _;

use domain::census::CodeSet;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::{collection, option};

use super::super::{
    Assessment, Child, Plan, PreProceedings, ProtectionPlan, Referral, Section47, Upn, upn_holds,
};
use super::{HEADER, take};

/// Writes elements, with or without a prefix, each on its own line or all on one.
struct Pen<'a> {
    text: String,
    prefix: &'a str,
    line_end: &'a str,
}

impl Pen<'_> {
    fn block(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        let Pen { prefix, line_end, .. } = *self;
        write!(self.text, "<{prefix}{name}>{line_end}").unwrap();
        inside(self);
        write!(self.text, "</{prefix}{name}>{line_end}").unwrap();
    }

    fn value(&mut self, name: &str, value: Option<impl ToString>) {
        let Some(value) = value else { return };
        let value = quick_xml::escape::escape(value.to_string());
        let Pen { prefix, line_end, .. } = *self;
        write!(self.text, "<{prefix}{name}> {value}</{prefix}{name}>{line_end}").unwrap();
    }

    fn code<C: CodeSet>(&mut self, name: &str, code: Option<C>) {
        self.value(name, code.map(CodeSet::code));
    }

    fn yes_or_no(&mut self, name: &str, yes: Option<bool>) {
        self.value(name, yes.map(u8::from));
    }

    fn child(&mut self, child: &Child) {
        self.block("Child", |pen| {
            pen.block("ChildIdentifiers", |pen| {
                pen.value("LAchildID", Some(&child.la_child_id));
                pen.value("UPN", child.upn.as_ref().map(|upn| &upn.text));
                pen.code("UPNunknown", child.upn_unknown);
                pen.value("PersonBirthDate", child.born_on);
                pen.value("ExpectedPersonBirthDate", child.expected_on);
                pen.code("Sex", child.sex);
                pen.value("PersonDeathDate", child.died_on);
            });
            pen.block("ChildCharacteristics", |pen| {
                pen.code("Ethnicity", child.ethnicity);
                pen.block("Disabilities", |pen| {
                    child.disabilities.iter().for_each(|one| pen.code("Disability", Some(*one)));
                });
            });
            child.episodes.iter().for_each(|episode| pen.episode(episode));
        });
    }

    fn episode(&mut self, episode: &Referral) {
        self.block("CINdetails", |pen| {
            pen.value("CINreferralDate", Some(episode.referred_on));
            pen.code("ReferralSource", episode.source);
            pen.code("PrimaryNeedCode", episode.need);
            pen.value("CINclosureDate", episode.closed_on);
            pen.code("ReasonForClosure", episode.closure_reason);
            pen.value("DateOfInitialCPC", episode.initial_conference_on);
            episode.assessments.iter().for_each(|one| pen.assessment(one));
            for plan in &episode.plans {
                pen.block("CINPlanDates", |pen| {
                    pen.value("CINPlanStartDate", Some(plan.started_on));
                    pen.value("CINPlanEndDate", plan.ended_on);
                });
            }
            for one in &episode.section_47s {
                pen.block("Section47", |pen| {
                    pen.value("S47ActualStartDate", Some(one.started_on));
                    pen.value("InitialCPCtarget", one.conference_due_on);
                    pen.value("DateOfInitialCPC", one.conference_on);
                    pen.yes_or_no("ICPCnotRequired", one.conference_not_needed);
                });
            }
            pen.yes_or_no("ReferralNFA", episode.no_further_action);
            episode.protection_plans.iter().for_each(|one| pen.protection_plan(one));
            episode.pre_proceedings.iter().for_each(|one| pen.pre_proceedings(one));
        });
    }

    fn assessment(&mut self, one: &Assessment) {
        self.block("Assessments", |pen| {
            pen.value("AssessmentActualStartDate", Some(one.started_on));
            pen.value("AssessmentInternalReviewDate", one.reviewed_on);
            pen.value("AssessmentAuthorisationDate", one.authorised_on);
            pen.block("FactorsIdentifiedAtAssessment", |pen| {
                one.factors.iter().for_each(|one| pen.code("AssessmentFactors", Some(*one)));
            });
        });
    }

    fn protection_plan(&mut self, one: &ProtectionPlan) {
        self.block("ChildProtectionPlans", |pen| {
            pen.value("CPPstartDate", Some(one.started_on));
            pen.value("CPPendDate", one.ended_on);
            pen.code("InitialCategoryOfAbuse", one.first_category);
            pen.code("LatestCategoryOfAbuse", one.latest_category);
            pen.value("NumberOfPreviousCPP", one.earlier_plans);
            pen.block("Reviews", |pen| {
                one.reviewed_on.iter().for_each(|day| pen.value("CPPreviewDate", Some(day)));
            });
        });
    }

    fn pre_proceedings(&mut self, one: &PreProceedings) {
        self.block("PreProceedingsandFGDM", |pen| {
            pen.value("PPStartDate", Some(one.started_on));
            pen.value("LBPSentDate", one.letter_sent_on);
            pen.yes_or_no("FGDMMeetingOffer", one.family_meeting_offered);
            pen.yes_or_no("FGDMMeetingFac", one.family_meeting_facilitated);
            pen.value("InitialPPMeetingDate", one.first_meeting_on);
            pen.value("ReviewMeetingsCount", one.review_meetings);
            pen.value("StepDecisionDate", one.decided_on);
            pen.code("PPOutcome", one.outcome);
            pen.value("CourtAppDate", one.court_application_on);
            pen.value("LetterInitCPDate", one.proceedings_letter_on);
        });
    }
}

fn day() -> impl Strategy<Value = Date> {
    (1900_i16..=2100, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
}

fn coded<C: CodeSet + std::fmt::Debug + 'static>() -> impl Strategy<Value = C> {
    (0..C::all().len()).prop_map(|place| C::find(C::all()[place].code).unwrap())
}

fn few<T: std::fmt::Debug>(one: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    collection::vec(one, 0..3)
}

fn assessment() -> impl Strategy<Value = Assessment> {
    (day(), option::of(day()), option::of(day()), few(coded())).prop_map(
        |(started_on, reviewed_on, authorised_on, factors)| Assessment {
            started_on,
            reviewed_on,
            authorised_on,
            factors,
        },
    )
}

fn plan() -> impl Strategy<Value = Plan> {
    (day(), option::of(day())).prop_map(|(started_on, ended_on)| Plan { started_on, ended_on })
}

fn section_47() -> impl Strategy<Value = Section47> {
    (day(), option::of(day()), option::of(day()), any::<Option<bool>>()).prop_map(
        |(started_on, conference_due_on, conference_on, conference_not_needed)| Section47 {
            started_on,
            conference_due_on,
            conference_on,
            conference_not_needed,
        },
    )
}

fn protection_plan() -> impl Strategy<Value = ProtectionPlan> {
    let dates = (day(), option::of(day()), few(day()));
    (dates, option::of(coded()), option::of(coded()), option::of(0_u16..1000)).prop_map(
        |((started_on, ended_on, reviewed_on), first_category, latest_category, earlier_plans)| {
            ProtectionPlan {
                started_on,
                ended_on,
                first_category,
                latest_category,
                earlier_plans,
                reviewed_on,
            }
        },
    )
}

fn pre_proceedings() -> impl Strategy<Value = PreProceedings> {
    let days = collection::vec(option::of(day()), 5);
    let meetings = (any::<Option<bool>>(), any::<Option<bool>>(), option::of(0_u16..1000));
    (day(), days, meetings, option::of(coded())).prop_map(
        |(started_on, days, meetings, outcome)| PreProceedings {
            started_on,
            letter_sent_on: days[0],
            family_meeting_offered: meetings.0,
            family_meeting_facilitated: meetings.1,
            first_meeting_on: days[1],
            review_meetings: meetings.2,
            decided_on: days[2],
            outcome,
            court_application_on: days[3],
            proceedings_letter_on: days[4],
        },
    )
}

fn episode() -> impl Strategy<Value = Referral> {
    let codes = (option::of(coded()), option::of(coded()), option::of(coded()));
    let days = (day(), option::of(day()), option::of(day()));
    let plans = (few(plan()), few(section_47()), few(protection_plan()), few(pre_proceedings()));
    (days, codes, any::<Option<bool>>(), few(assessment()), plans).prop_map(
        |(days, codes, no_further_action, assessments, plans)| Referral {
            referred_on: days.0,
            source: codes.0,
            need: codes.1,
            closed_on: days.1,
            closure_reason: codes.2,
            initial_conference_on: days.2,
            no_further_action,
            assessments,
            plans: plans.0,
            section_47s: plans.1,
            protection_plans: plans.2,
            pre_proceedings: plans.3,
        },
    )
}

/// Text of any script that can be an id: no control character, no space at either end.
fn words() -> impl Strategy<Value = String> {
    r"[\p{L}\p{N}\p{P}\p{S}]([\p{L}\p{N}\p{P}\p{S} ]{0,30}[\p{L}\p{N}\p{P}\p{S}])?"
}

fn child() -> impl Strategy<Value = Child> {
    let upn = words().prop_map(|text| Upn { holds: upn_holds(&text), text });
    let days = (option::of(day()), option::of(day()), option::of(day()));
    let codes = (option::of(coded()), option::of(coded()), option::of(coded()), few(coded()));
    (words(), option::of(upn), days, codes, few(episode())).prop_map(
        |(la_child_id, upn, days, codes, episodes)| Child {
            line: 0,
            la_child_id,
            upn,
            former_upn: None,
            upn_unknown: codes.0,
            born_on: days.0,
            expected_on: days.1,
            sex: codes.1,
            died_on: days.2,
            ethnicity: codes.2,
            disabilities: codes.3,
            episodes,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_was_written_is_read_back(
        mut children in collection::vec(child(), 0..5),
        prefix in prop::sample::select(vec!["", "dfe:"]),
        line_end in prop::sample::select(vec!["", "\n", "\r\n  "]),
        wide in any::<bool>(),
    ) {
        for (place, child) in children.iter_mut().enumerate() {
            child.la_child_id.push_str(&place.to_string());
        }
        let header = HEADER.replace("</", "\u{0}").replace('<', &format!("<{prefix}"))
            .replace('\u{0}', &format!("</{prefix}"));
        let mut pen = Pen { text: String::new(), prefix, line_end };
        pen.block("Message", |pen| {
            pen.text.push_str(&header);
            pen.block("Children", |pen| {
                for child in &mut children {
                    child.line = 1 + pen.text.matches('\n').count() as u64;
                    pen.child(child);
                }
            });
        });
        let file = if wide {
            "\u{FEFF}".encode_utf16().chain(pen.text.encode_utf16()).flat_map(u16::to_be_bytes)
                .collect()
        } else {
            pen.text.into_bytes()
        };
        let took = take(&file).unwrap();
        prop_assert_eq!(took.refusals(), []);
        prop_assert_eq!(took.summary.children, children.len() as u64);
        prop_assert!(took.summary.unknown.is_empty() && took.summary.twice.is_empty());
        prop_assert_eq!(took.children, children);
    }
}
