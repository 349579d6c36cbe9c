//! The family's plan, its rules, people, signs and trials, and the way ahead.
//!
//! The files keep a plan as it stands. Where it was there before it came into the state it is in,
//! its first version says that it was agreed; a rule says how it went once there was something to
//! say; a trial is told when it begins and again when it has ended.

use domain::bottom_line::BottomLine;
use domain::id::EntryId;
use domain::network_member::{NetworkMember, Ring};
use domain::plan::{Nights, Plan, State};
use domain::plan_rule::PlanRule;
use domain::plan_trial::PlanTrial;
use domain::red_flag::RedFlag;
use domain::time::Happened;
use domain::timeline_step::{self, TimelineStep};
use jiff::civil::Date;

use super::book::Book;
use super::case::Case;
use super::moment::office;
use super::words;
use crate::family::{self, Id, PlanRing, PlanState, Rule, TimelineState, Trial};

/// The days on which a plan changed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    /// It was first there.
    pub begun: Date,
    /// It came into the state it is in.
    pub settled: Date,
    /// The last trial had ended, and the plan was in its state.
    pub tried: Date,
}

impl Days {
    /// Those of a family's plan.
    pub(super) fn of(case: &Case<'_>, plan: &family::Plan) -> Self {
        let since = plan.since.unwrap_or(case.opened);
        let notes = case.family.notes.iter().filter(|note| {
            !note.planned && !note.draft && note.speaks_to.iter().any(|id| is_of(plan, id))
        });
        let spoken_of = notes.map(|note| note.on);
        let begun = spoken_of.chain(plan.trials.iter().map(|trial| trial.from)).chain([since]);
        let closed = case.closed_on().filter(|_| plan.state == PlanState::Closed);
        let settled = closed.unwrap_or(since);
        let ended = plan.trials.iter().map(|trial| trial.to).chain([settled]);
        Self { begun: begun.min().unwrap_or(since), settled, tried: ended.max().unwrap_or(settled) }
    }
}

fn is_of(plan: &family::Plan, id: &Id) -> bool {
    let lines = plan.bottom_lines.iter().filter_map(|line| line.id.as_ref());
    let rules = plan.rules.iter().filter_map(|rule| rule.id.as_ref());
    let flags = plan.red_flags.iter().filter_map(|flag| flag.id.as_ref());
    let trials = plan.trials.iter().filter_map(|trial| trial.id.as_ref());
    lines.chain(rules).chain(flags).chain(trials).any(|one| one == id)
}

/// Writes down a family's plan; its root.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) -> Option<EntryId> {
    let plan = case.family.plan.as_ref()?;
    let days = Days::of(case, plan);
    let root = whole(book, case, plan, days);
    for line in &plan.bottom_lines {
        bottom_line(book, case, (root, days), line);
    }
    for rule in &plan.rules {
        self::rule(book, case, (root, days), rule);
    }
    for one in &plan.network {
        let payload = member(book, root, one);
        let line = case.new_on(days.begun, payload);
        case.write(book, line);
    }
    for flag in &plan.red_flags {
        let payload = RedFlag {
            plan: root,
            sign: flag.sign.clone(),
            who_watches: Some(book.person(&flag.who_watches)),
            then: Some(flag.then.clone()),
        };
        let mut line = case.new_on(days.begun, payload);
        line.id.clone_from(&flag.id);
        case.write(book, line);
    }
    for trial in &plan.trials {
        self::trial(book, case, root, trial);
    }
    for step in &case.family.timeline {
        let payload = ahead(root, step);
        let mut line = case.new_on(days.tried, payload);
        line.id = Some(step.id.clone());
        case.write(book, line);
    }
    Some(root)
}

fn whole(book: &mut Book<'_>, case: &Case<'_>, plan: &family::Plan, days: Days) -> EntryId {
    let only_danger = match case.family.dangers.as_slice() {
        [danger] => book.entry(&danger.id),
        _ => None,
    };
    let only_goal = match case.family.goals.as_slice() {
        [goal] => book.entry(&goal.id),
        _ => None,
    };
    let version = plan.version.and_then(|version| u16::try_from(version).ok()).unwrap_or(1);
    let stands = Plan {
        title: plan.title.clone(),
        danger: only_danger,
        goal: only_goal,
        version,
        state: state(plan.state),
        since: Some(days.settled),
        nights: plan.nights.map(|nights| Nights {
            from: nights.from,
            to: nights.to,
            matters: nights.matters,
        }),
        agreed_by: vec![],
    };
    if days.begun >= days.settled {
        let line = case.new_on(days.begun, stands);
        return case.write(book, line).root;
    }
    let version = version.saturating_sub(1).max(1);
    let since = Some(days.begun);
    let agreed = Plan { version, state: State::Agreed, since, ..stands.clone() };
    let line = case.new_on(days.begun, agreed);
    let mut begun = case.write(book, line);
    begun.happened = Happened::on(days.settled);
    let later = case.later(office(days.settled), days.settled, stands);
    book.write_instead(&begun, later).root
}

const fn state(state: PlanState) -> State {
    match state {
        PlanState::Sketch => State::Sketch,
        PlanState::Agreed => State::Agreed,
        PlanState::BeingTried => State::BeingTried,
        PlanState::Working => State::Working,
        PlanState::HeldByFamily => State::HeldByFamily,
        PlanState::Closed => State::Closed,
    }
}

/// The council's own set its bottom lines; one set by a partner is written by the worker.
fn bottom_line(
    book: &mut Book<'_>,
    case: &Case<'_>,
    (root, days): (EntryId, Days),
    line: &family::BottomLine,
) {
    let payload = BottomLine {
        plan: root,
        text: line.text.clone(),
        short: line.short.clone(),
        needed: line.needed.and_then(|needed| u8::try_from(needed).ok()),
        so_far: book.persons(&line.so_far),
        why: line.why.clone(),
        set_by: book.person(&line.set_by),
        review_on: Some(line.review),
    };
    let mut new = case.new_on(days.begun, payload);
    new.id.clone_from(&line.id);
    if book.is_staff(&line.set_by) {
        new.writer = line.set_by.clone();
    }
    case.write(book, new);
}

fn rule(book: &mut Book<'_>, case: &Case<'_>, (root, days): (EntryId, Days), rule: &Rule) {
    let stands = PlanRule {
        plan: root,
        who: book.person(&rule.who),
        when: rule.when.clone(),
        does: rule.does.clone(),
        hours: rule.hours.clone(),
        cover: rule.cover.as_ref().map(words::cover),
        watcher: rule.watcher.as_ref().map(|watcher| book.person(watcher)),
        backup: None,
        short: Some(rule.short.clone()),
        short_lead: rule.short_lead.clone(),
        tried: rule.tried.clone(),
    };
    let tried_since = rule.tried.is_some() && days.begun < days.tried;
    let first = PlanRule { tried: None, ..stands.clone() };
    let first = if tried_since { first } else { stands.clone() };
    let mut line = case.new_on(days.begun, first);
    line.id.clone_from(&rule.id);
    let agreed = case.write(book, line);
    if tried_since {
        let later = case.later(office(days.tried), days.tried, stands);
        book.write_instead(&agreed, later);
    }
}

fn member(book: &Book<'_>, root: EntryId, one: &family::NetworkMember) -> NetworkMember {
    let ring = match one.ring {
        PlanRing::KnowsAll => Ring::KnowsAll,
        PlanRing::KnowsSome => Ring::KnowsSome,
    };
    NetworkMember {
        plan: root,
        person: book.person(&one.person),
        ring,
        knows_worries: one.knows_worries.unwrap_or(ring == Ring::KnowsAll),
        agreed_role: Some(one.agreed_role.clone()).filter(|role| !role.is_empty()),
        short: None,
        told_by: one.told_by.as_ref().map(|by| book.person(by)),
        told_by_day: one.by,
        moved_on: None,
        last_spoken_on: None,
    }
}

fn trial(book: &mut Book<'_>, case: &Case<'_>, root: EntryId, trial: &Trial) {
    let told = PlanTrial {
        plan: root,
        title: trial.title.clone(),
        from: trial.from,
        to: Some(trial.to),
        what: trial.what.clone(),
        result: Some(trial.result.clone()),
        short: trial.short.clone(),
        hard: trial.hard.unwrap_or(false),
        seen_by: vec![book.person(&trial.seen_by)],
    };
    let lasts = trial.from < trial.to;
    let begun =
        PlanTrial { result: None, short: None, hard: false, seen_by: vec![], ..told.clone() };
    let mut line = case.new_on(trial.from, if lasts { begun } else { told.clone() });
    line.id.clone_from(&trial.id);
    line.happened = words::lasted(trial.from, trial.to);
    let begun = case.write(book, line);
    if lasts {
        let later = case.later(office(trial.to), trial.to, told);
        book.write_instead(&begun, later);
    }
}

fn ahead(root: EntryId, step: &family::TimelineStep) -> TimelineStep {
    TimelineStep {
        plan: Some(root),
        step: step.step.clone(),
        short: Some(step.short.clone()),
        label: Some(step.label.clone()),
        by: Some(step.by),
        owner: None,
        how_we_know: None,
        state: match step.state {
            TimelineState::Planned => timeline_step::State::Planned,
            TimelineState::Done => timeline_step::State::Done,
        },
    }
}
