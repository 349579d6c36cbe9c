//! The plan of Idris' family, as they hold it, and the decision it follows from.

use super::{Idris, Writing};
use domain::id::{EntryId, PersonId};
use domain::network_member::{NetworkMember, Ring as NetworkRing};
use domain::plan::{Plan, State as PlanState};
use domain::plan_rule::PlanRule;
use domain::rating::{Answer, Rating};
use domain::scale::ScaleValue;
use domain::timeline_step::{State as StepState, TimelineStep};
use jiff::civil::{Date, date};

impl Writing<'_> {
    pub fn rates(
        &mut self,
        scale: EntryId,
        rater: PersonId,
        about: &[PersonId],
        on: Date,
        value: u8,
    ) -> EntryId {
        let answer = Answer::Value(ScaleValue::new(value).expect("0 to 10"));
        let why = Some("Because.".to_owned());
        self.0.writes(about, on, Rating { scale, rater, answer, why, occasion: None })
    }

    pub(super) fn plan(&mut self, f: &mut Idris) {
        let about = [f.idris];
        let plan = Plan {
            title: "If he cries and cries".into(),
            danger: Some(f.danger),
            goal: None,
            version: 3,
            state: PlanState::BeingTried,
            since: None,
            nights: None,
            agreed_by: vec![f.leah, f.karim],
        };
        f.plan = self.0.writes(&about, date(2026, 10, 20), plan);
        for (who, does, short) in [
            (f.leah, "puts Idris in the cot and rings the list", Some("Cot, then ring the list.")),
            (f.karim, "sleeps four hours first", None),
        ] {
            let rule = PlanRule {
                plan: f.plan,
                who,
                when: "After work".into(),
                does: does.into(),
                hours: None,
                cover: None,
                watcher: Some(f.samira),
                backup: None,
                short: short.map(Into::into),
                short_lead: Some("Cot".into()),
                tried: None,
            };
            self.0.writes(&about, date(2026, 10, 20), rule);
        }
        for (person, knows_worries, part) in
            [(f.denise, true, "night book"), (f.yusuf, false, ""), (f.gill, true, "by day")]
        {
            let member = NetworkMember {
                plan: f.plan,
                person,
                ring: NetworkRing::KnowsAll,
                knows_worries,
                agreed_role: Some(part.into()),
                short: None,
                told_by: None,
                told_by_day: None,
                moved_on: None,
                last_spoken_on: None,
            };
            self.0.writes(&about, date(2026, 10, 20), member);
        }
        for (step, by, state) in [
            ("Three nights", date(2026, 12, 12), StepState::Planned),
            ("First night", date(2026, 11, 28), StepState::Planned),
            ("Full days", date(2026, 11, 20), StepState::Done),
        ] {
            let step = TimelineStep {
                plan: Some(f.plan),
                step: step.into(),
                short: None,
                label: None,
                by: Some(by),
                owner: None,
                how_we_know: None,
                state,
            };
            self.0.writes(&about, date(2026, 10, 20), step);
        }
    }
}
