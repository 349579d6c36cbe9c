//! A step as the files write it: one flat row in which the kind says which keys may stand.
//!
//! Each kind takes its keys out of the row. What is left over belongs to no step of that kind,
//! and the row is refused: that is how "nothing is dropped" holds for a row with fifty possible
//! keys.

use jiff::civil::{Date, Time};
use serde::Deserialize;

use super::shape::one_or_many;
use super::step_kind::{
    CareReview, Category, Conference, ConferenceType, ConferenceView, Contact, ContactDecision,
    ContactDraft, FactorFound, FamilyGroupMeeting, NearMatch, Placement, PreProceedings, Standing,
    StepKind, Whom,
};
use super::{Fuzzy, Id, Step, StepLine, Who, WrittenIn};

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct StepRow {
    id: Option<Id>,
    on: Option<Fuzzy>,
    at: Option<Time>,
    kind: Option<String>,
    planned: bool,
    children: Vec<Who>,
    by: Option<Who>,
    note: Option<String>,
    label: Option<String>,
    came_from: Option<String>,
    heading: Option<String>,
    line: Option<String>,
    says: Option<String>,
    more: Option<String>,
    written_in: Vec<WrittenIn>,

    accepted: Option<Date>,
    answer: Option<String>,
    #[serde(rename = "as")]
    job: Option<String>,
    back: Option<Date>,
    category: Option<Category>,
    chair: Option<Who>,
    code: Option<String>,
    conference: Option<bool>,
    decide_by: Option<Date>,
    decided: Option<String>,
    decided_by: Vec<Who>,
    decided_on: Option<Date>,
    decision: Option<ContactDecision>,
    draft: Option<ContactDraft>,
    ended: Option<Date>,
    factors: Vec<FactorFound>,
    found: Option<String>,
    from: Option<String>,
    held: Option<Date>,
    look_again: Option<Date>,
    near_match: Vec<NearMatch>,
    need: Option<String>,
    need_words: Option<String>,
    numbers: Option<String>,
    of: Option<Standing>,
    offered: Option<Date>,
    person: Option<Who>,
    proposal: Option<String>,
    provider: Option<String>,
    read_back: Option<String>,
    reason: Option<String>,
    result: Option<String>,
    said: Option<String>,
    signed_by: Option<Who>,
    source: Option<String>,
    standing: Option<Standing>,
    talked_with: Option<String>,
    to: Option<String>,
    told: Option<String>,
    took_part: Option<String>,
    #[serde(rename = "type")]
    conference_type: Option<ConferenceType>,
    views: Vec<ConferenceView>,
    what: Option<String>,
    why: Option<String>,
    #[serde(deserialize_with = "one_or_many")]
    with: Vec<String>,
    words: Option<String>,
}

impl TryFrom<StepRow> for Step {
    type Error = String;

    fn try_from(mut row: StepRow) -> Result<Self, String> {
        let line = StepLine {
            came_from: row.came_from.take(),
            heading: row.heading.take(),
            mark: row.line.take(),
            says: row.says.take(),
            more: row.more.take(),
            written_in: std::mem::take(&mut row.written_in),
        };
        let step = Self {
            id: row.id.take(),
            on: due(row.on.take(), "on")?,
            at: row.at.take(),
            planned: std::mem::take(&mut row.planned),
            children: std::mem::take(&mut row.children),
            by: row.by.take(),
            note: row.note.take(),
            label: row.label.take(),
            line,
            kind: row.take_kind()?,
        };
        if row == StepRow::default() {
            Ok(step)
        } else {
            Err(format!("a step has keys that its kind does not take: {row:?}"))
        }
    }
}

/// The value of a key that must stand.
fn due<T>(value: Option<T>, key: &str) -> Result<T, String> {
    value.ok_or_else(|| format!("a step without `{key}`"))
}

impl StepRow {
    fn take_kind(&mut self) -> Result<StepKind, String> {
        let kind = due(self.kind.take(), "kind")?;
        let early = self.take_early(&kind)?;
        let plan = if early.is_none() { self.take_plan(&kind)? } else { None };
        let care = if early.is_none() && plan.is_none() { self.take_care(&kind)? } else { None };
        early.or(plan).or(care).ok_or_else(|| format!("no step is of kind `{kind}`"))
    }

    /// From the first contact to the end of an enquiry.
    fn take_early(&mut self, kind: &str) -> Result<Option<StepKind>, String> {
        Ok(Some(match kind {
            "contact" => StepKind::Contact(Box::new(self.take_contact()?)),
            "referral" => StepKind::Referral {
                source: due(self.source.take(), "source")?,
                need: self.need.take(),
                need_words: self.need_words.take(),
            },
            "mapping" => StepKind::Mapping { with: self.take_people() },
            "lead" => StepKind::Lead {
                person: due(self.person.take(), "person")?,
                job: due(self.job.take(), "as")?,
                until: self.take_until()?,
            },
            "assessment_start" => StepKind::AssessmentStart { look_again: self.look_again.take() },
            "assessment_signed" => StepKind::AssessmentSigned {
                signed_by: self.signed_by.take(),
                factors: std::mem::take(&mut self.factors),
                found: self.found.take(),
            },
            "strategy" => {
                StepKind::Strategy { with: self.take_people(), decided: self.decided.take() }
            }
            "section_47" => StepKind::Section47 {
                conference: due(self.conference.take(), "conference")?,
                ended: self.ended.take(),
                found: self.found.take(),
            },
            _ => return Ok(None),
        }))
    }

    /// Conferences, plans and what ends them.
    fn take_plan(&mut self, kind: &str) -> Result<Option<StepKind>, String> {
        Ok(Some(match kind {
            "conference" => StepKind::Conference(Box::new(self.take_conference()?)),
            "plan_start" => StepKind::PlanStart {
                standing: due(self.standing.take(), "standing")?,
                category: self.category.take(),
                decided_on: self.decided_on.take(),
                why: self.why.take(),
            },
            "plan_end" => StepKind::PlanEnd {
                standing: due(self.standing.take(), "standing")?,
                category: self.category.take(),
                why: self.why.take(),
            },
            "core_group" => StepKind::CoreGroup { with: self.take_people() },
            "review" => {
                StepKind::Review { of: due(self.of.take(), "of")?, decided: self.decided.take() }
            }
            "decision" => StepKind::Decision,
            "closure" => StepKind::Closure { reason: self.reason.take(), why: self.why.take() },
            "family_group_meeting" => StepKind::FamilyGroupMeeting(FamilyGroupMeeting {
                offered: due(self.offered.take(), "offered")?,
                accepted: self.accepted.take(),
                held: self.held.take(),
                answer: self.answer.take(),
                proposal: self.proposal.take(),
            }),
            "transfer" => StepKind::Transfer { from: self.from.take(), to: self.to.take() },
            _ => return Ok(None),
        }))
    }

    /// Court and care.
    fn take_care(&mut self, kind: &str) -> Result<Option<StepKind>, String> {
        Ok(Some(match kind {
            "pre_proceedings" => StepKind::PreProceedings { what: self.take_pre_proceedings()? },
            "legal_status" => StepKind::LegalStatus {
                code: self.code.take(),
                words: due(self.words.take(), "words")?,
            },
            "placement" => StepKind::Placement(Placement {
                code: self.code.take(),
                provider: self.provider.take(),
                with: std::mem::take(&mut self.with).join(", "),
                why: due(self.why.take(), "why")?,
            }),
            "care_review" => StepKind::CareReview(CareReview {
                chair: due(self.chair.take(), "chair")?,
                took_part: due(self.took_part.take(), "took_part")?,
                code: self.code.take(),
                decided: due(self.decided.take(), "decided")?,
            }),
            "health" => StepKind::Health {
                what: due(self.what.take(), "what")?,
                result: self.result.take(),
            },
            "missing" => StepKind::Missing {
                back: due(self.back.take(), "back")?,
                talked_with: due(self.talked_with.take(), "talked_with")?,
            },
            "pathway" => StepKind::Pathway { words: due(self.words.take(), "words")? },
            _ => return Ok(None),
        }))
    }

    fn take_contact(&mut self) -> Result<Contact, String> {
        Ok(Contact {
            source: due(self.source.take(), "source")?,
            from: self.from.take().map(Whom::from),
            said: self.said.take(),
            need: self.need.take(),
            decision: self.decision.take(),
            decide_by: self.decide_by.take(),
            why: self.why.take(),
            told: self.told.take(),
            near_match: std::mem::take(&mut self.near_match),
            read_back: self.read_back.take(),
            draft: self.draft.take(),
        })
    }

    fn take_conference(&mut self) -> Result<Conference, String> {
        Ok(Conference {
            kind: due(self.conference_type.take(), "type")?,
            chair: due(self.chair.take(), "chair")?,
            category: self.category.take(),
            numbers: self.numbers.take(),
            decided: self.decided.take(),
            why: self.why.take(),
            decided_by: std::mem::take(&mut self.decided_by),
            views: std::mem::take(&mut self.views),
        })
    }

    fn take_pre_proceedings(&mut self) -> Result<PreProceedings, String> {
        match due(self.what.take(), "what")?.as_str() {
            "letter" => Ok(PreProceedings::Letter),
            "meeting" => Ok(PreProceedings::Meeting),
            "application" => Ok(PreProceedings::Application),
            "end" => Ok(PreProceedings::End),
            other => Err(format!("nothing before court is called `{other}`")),
        }
    }

    fn take_people(&mut self) -> Vec<Who> {
        std::mem::take(&mut self.with).iter().map(|who| Who::from(who.as_str())).collect()
    }

    /// `to` is a date for a lead and words for a transfer.
    fn take_until(&mut self) -> Result<Option<Date>, String> {
        let fault = |text: &str| format!("`to: {text}` of a lead is no date");
        self.to.take().map(|text| text.parse().map_err(|_| fault(&text))).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, StepKind};

    fn fault(row: &str) -> String {
        serde_saphyr::from_str::<Step>(row).unwrap_err().to_string()
    }

    #[test]
    fn a_key_of_another_kind_is_not_dropped() {
        assert!(
            fault("{on: 2026-06-04, kind: core_group, with: [W07], reason: RC7}").contains("RC7")
        );
        assert!(fault("{on: 2026-06-04, kind: core_group, wiht: [W07]}").contains("wiht"));
    }

    #[test]
    fn a_kind_that_nobody_knows_is_refused() {
        assert!(fault("{on: 2026-06-04, kind: party}").contains("party"));
    }

    #[test]
    fn with_is_people_for_a_group_and_words_for_a_placement() {
        let home = "{on: 2026-06-04, kind: placement, with: Tess Arnold, why: near school}";
        let step: Step = serde_saphyr::from_str(home).unwrap();
        let StepKind::Placement(placement) = step.kind else { panic!("no placement") };
        assert_eq!(placement.with, "Tess Arnold");
    }
}
