//! Danger and worry statements, and the goals that answer them.
//!
//! Where a statement was begun before it had the words it has now, its first version is as empty
//! as a new form: the files keep no earlier words, and none are made up.

use domain::danger_statement::{DangerStatement, Level};
use domain::safety_goal::{GoalKind, SafetyGoal};
use domain::time::Happened;
use jiff::civil::Date;

use super::book::Book;
use super::case::Case;
use super::moment::office;
use crate::family::{self, Danger, DangerKind, Family, Goal, Id};

/// The day a statement first stood in the record.
pub(super) fn begun(danger: &Danger) -> Date {
    danger.begun_on.unwrap_or(danger.written_on)
}

/// The day a goal was written: its own, or that of the danger it answers.
pub(super) fn set(family: &Family, goal: &Goal) -> Option<Date> {
    goal.written_on.or_else(|| Some(of(family, &goal.danger)?.written_on))
}

/// The danger of that id.
pub(super) fn of<'f>(family: &'f Family, id: &Id) -> Option<&'f Danger> {
    family.dangers.iter().find(|danger| danger.id == *id)
}

/// Writes down a family's statements and goals.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>) {
    for danger in &case.family.dangers {
        statement(book, case, danger);
    }
    for goal in &case.family.goals {
        let day = set(case.family, goal).unwrap_or(case.opened);
        let payload = self::goal(book, goal);
        let mut line = case.new_on(day, payload);
        line.id = Some(goal.id.clone());
        line.children.clone_from(&goal.children);
        if line.children.is_empty() {
            // A goal is about the children its danger is about.
            let danger = of(case.family, &goal.danger);
            line.children = danger.map(|danger| danger.children.clone()).unwrap_or_default();
        }
        case.write(book, line);
    }
}

fn statement(book: &mut Book<'_>, case: &Case<'_>, danger: &Danger) {
    let some = |words: &String| Some(words.clone());
    let kind = match danger.kind {
        DangerKind::Danger => Level::Danger,
        DangerKind::Worry => Level::Worry,
    };
    let written = DangerStatement {
        kind,
        who_worries: book.persons(&danger.who_worries),
        happened: some(&danger.happened),
        could_happen: some(&danger.could_happen),
        when_likely: some(&danger.when_likely),
        family_says: some(&danger.family_says),
        text: danger.text.clone(),
        disagreement: danger.disagreement.clone(),
        disagreed_by: book.persons(&danger.disagreed_by),
        others_worry: None,
        begun_on: danger.begun_on,
    };
    let begun = begun(danger);
    let blank = DangerStatement {
        kind,
        who_worries: vec![],
        happened: None,
        could_happen: None,
        when_likely: None,
        family_says: None,
        text: String::new(),
        disagreement: None,
        disagreed_by: vec![],
        others_worry: None,
        begun_on: None,
    };
    let was_begun_before = begun < danger.written_on;
    let first = if was_begun_before { blank } else { written.clone() };
    let mut line = case.new_on(begun, first);
    line.id = Some(danger.id.clone());
    line.children.clone_from(&danger.children);
    let mut begun = case.write(book, line);
    if was_begun_before {
        begun.happened = Happened::on(danger.written_on);
        let later = case.later(office(danger.written_on), danger.written_on, written);
        book.write_instead(&begun, later);
    }
}

fn goal(book: &Book<'_>, goal: &Goal) -> SafetyGoal {
    SafetyGoal {
        kind: match goal.kind {
            family::GoalKind::Safety => GoalKind::Safety,
            family::GoalKind::Success => GoalKind::Success,
        },
        danger: book.entry(&goal.danger),
        actors: book.persons(&goal.actors),
        actions: goal.actions.clone(),
        childs_day: goal.childs_day.clone(),
        seen_by: book.persons(&goal.seen_by),
        duration_months: u16::try_from(goal.duration_months).ok(),
        text: goal.text.clone(),
        written_with: book.persons(&goal.written_with),
        seen_on: goal.seen_on,
    }
}
