//! The family's plan, the steps ahead, and the decision it rests on.

use domain::decision::{Decision, TheirPart, Urgency};
use domain::decision_view::{Adds, DecisionView};
use domain::id::EntryId;
use domain::network_member::{NetworkMember, Ring};
use domain::plan::{Plan, State};
use domain::plan_rule::PlanRule;
use domain::timeline_step::{State as StepState, TimelineStep};
use jiff::ToSpan;

use super::form;
use super::page::Telling;

/// What was written.
pub struct Written {
    /// The rules.
    pub rules: Vec<EntryId>,
    /// What is tried next.
    pub steps: Vec<EntryId>,
    /// The decision.
    pub decision: EntryId,
}

/// Writes plan, network, steps and decision into the files of all the children.
pub fn plan(telling: &mut Telling<'_>, danger: EntryId) -> Written {
    let plan = Plan {
        title: telling.say(telling.story.plan),
        danger: Some(danger),
        goal: None,
        version: 2,
        state: State::BeingTried,
        since: Some(telling.share.page_on()),
        nights: None,
        agreed_by: telling.people.network.clone(),
    };
    let plan = telling.page.write(telling.files, telling.on, plan);
    network(telling, plan);
    Written {
        rules: rules(telling, plan),
        steps: steps(telling, plan),
        decision: decision(telling, plan),
    }
}

fn rules(telling: &mut Telling<'_>, plan: EntryId) -> Vec<EntryId> {
    let story = telling.story;
    let people = telling.people.network.iter().copied().cycle();
    let rule = |((lead, rest), who)| {
        let (lead, rest) = (telling.say(lead), telling.say(rest));
        let rule = PlanRule {
            plan,
            who,
            when: "When it is needed".into(),
            does: rest.clone(),
            hours: Some("any time".into()),
            cover: None,
            watcher: Some(telling.people.near),
            backup: Some(telling.people.mum),
            short: Some(format!("{lead} {rest}")),
            short_lead: Some(lead),
            tried: None,
        };
        telling.page.write(telling.files, telling.on, rule)
    };
    story.rules.into_iter().zip(people).map(rule).collect()
}

fn network(telling: &mut Telling<'_>, plan: EntryId) {
    for person in &telling.people.network {
        let member = NetworkMember {
            plan,
            person: *person,
            ring: Ring::KnowsAll,
            knows_worries: true,
            agreed_role: Some("is there when it is their day, and rings the list".into()),
            short: Some("on the list".into()),
            told_by: None,
            told_by_day: None,
            moved_on: None,
            last_spoken_on: Some(telling.share.page_on()),
        };
        telling.page.write(telling.files, telling.on, member);
    }
}

fn steps(telling: &mut Telling<'_>, plan: EntryId) -> Vec<EntryId> {
    let story = telling.story;
    let step = |(words, weeks): (&str, i64)| {
        let step = TimelineStep {
            plan: Some(plan),
            step: telling.say(words),
            short: None,
            label: None,
            by: Some(telling.share.until.saturating_add(weeks.weeks())),
            owner: Some(telling.people.mum),
            how_we_know: None,
            state: StepState::Planned,
        };
        telling.page.write(telling.files, telling.on, step)
    };
    story.steps.into_iter().zip([1, 4, 13]).map(step).collect()
}

fn decision(telling: &mut Telling<'_>, plan: EntryId) -> EntryId {
    let (near, mum) = (telling.people.near, telling.people.mum);
    let part = |person, words: &str| TheirPart { person, words: words.into(), on: None };
    let made = Decision {
        made_on: Some(telling.share.page_on()),
        urgency: Some(Urgency::Days),
        options: telling.story.options.map(|words| form::choice(telling.say(words))).to_vec(),
        chosen: Some(2),
        because: telling.say(telling.story.because),
        decided_by: vec![telling.people.worker],
        agreed_their_part: vec![part(near, "I come when I am rung."), part(mum, "I ring.")],
        review_on: Some(telling.share.until.saturating_add(6.weeks())),
        for_child: telling.say(telling.story.for_child),
        plan: Some(plan),
        ..form::decision(telling.say(telling.story.decision))
    };
    let made = telling.page.write(telling.files, telling.on, made);
    let words = telling.say(telling.story.dissent);
    let adds = Adds::Dissent { words };
    let view = DecisionView { decision: made, person: near, role: None, adds };
    telling.page.quote(near, telling.files, telling.on, view);
    made
}
