//! The words of an entry, part by part, each under the question it answers. Kinds whose parts have
//! no names of their own give their words one after another.

use domain::danger_statement::DangerStatement;
use domain::front_page::Facts;
use domain::id::PersonId;
use domain::important_said::{ImportantSaid, Line};
use domain::kind::Payload;
use domain::rating::Rating;
use domain::safety_goal::SafetyGoal;
use domain::search::texts;
use domain::shared_back::SharedBack;
use std::borrow::Cow;
use ui::entry::{Label, Part, nobody_rung, not_written};
use ui::parents::way_words;

/// What somebody is called here.
type Names<'a> = &'a dyn Fn(PersonId) -> String;

/// Every word of it.
pub(super) fn of(payload: &Payload, facts: &Facts, named: Names<'_>) -> Vec<Part> {
    let parts = match payload {
        Payload::Note(note) => vec![(Label::Words, note.text.clone())],
        Payload::MapItem(item) => vec![(Label::Words, item.text.clone())],
        Payload::DangerStatement(said) => danger(said, named),
        Payload::SafetyGoal(goal) => self::goal(goal),
        Payload::Rating(rating) => self::rating(rating, facts),
        Payload::ImportantSaid(said) => important(said),
        Payload::SharedBack(shared) => shown_at_home(shared, named),
        Payload::Withdrawal(_) => vec![],
        other => texts(other).into_iter().map(|text| (Label::Words, text.to_owned())).collect(),
    };
    let told = parts.into_iter().filter(|(_, words)| !words.trim().is_empty());
    told.map(|(label, words)| Part { label, words }).collect()
}

/// The child's exact words; apart from them what the worker wrote round them.
fn important(said: &ImportantSaid) -> Vec<(Label, String)> {
    let line = |line, otherwise: Cow<'static, str>| {
        said.line(line).map_or_else(|| otherwise.into_owned(), str::to_owned)
    };
    vec![
        (Label::Words, said.words.clone()),
        (Label::WrittenAt, ui::dates::moment(said.at)),
        (Label::AskedBefore, said.before.clone()),
        (Label::WhoNear, line(Line::WhoNear, not_written())),
        (Label::WasSeen, line(Line::Seen, not_written())),
        (Label::DangerNow, ui::entry::danger_now(said.danger_now).into_owned()),
        (Label::WhoRung, line(Line::Rang, nobody_rung())),
    ]
}

/// To whom, how, and what was answered before.
fn shown_at_home(shared: &SharedBack, named: Names<'_>) -> Vec<(Label, String)> {
    let shown_on = shared.shown_on.map(ui::parents::day_words);
    vec![
        (Label::ShownTo, named(shared.with)),
        (Label::ShownHow, way_words(shared.way, shared.pages.len()).into_owned()),
        (Label::ChildSays, shared.child_says.clone().unwrap_or_default()),
        (Label::SafeBecause, shared.safe_because.clone()),
        (Label::Together, shared.together.clone()),
        (Label::ShownOn, shown_on.unwrap_or_default()),
    ]
}

fn danger(said: &DangerStatement, named: Names<'_>) -> Vec<(Label, String)> {
    let part = |words: &Option<String>| words.clone().unwrap_or_default();
    vec![
        (Label::Words, said.text.clone()),
        (Label::WhoWorries, who_worries(said, named)),
        (Label::Happened, part(&said.happened)),
        (Label::WhenLikely, part(&said.when_likely)),
        (Label::CouldHappen, part(&said.could_happen)),
        (Label::FamilySays, part(&said.family_says)),
    ]
}

/// Everybody who is worried, by name, and whoever else is in words.
fn who_worries(said: &DangerStatement, named: Names<'_>) -> String {
    let names = said.who_worries.iter().map(|who| named(*who));
    let all: Vec<_> = names.chain(said.others_worry.clone()).filter(|n| !n.is_empty()).collect();
    all.join(", ")
}

/// The scale it was given on, its two ends, and why.
fn rating(rating: &Rating, facts: &Facts) -> Vec<(Label, String)> {
    let scale = facts.cards.iter().find(|card| card.root == rating.scale);
    let asked = scale.and_then(|card| match &card.payload {
        Payload::Scale(scale) => Some(scale),
        _ => None,
    });
    let asked = asked.map(|scale| {
        let title = scale.title.clone().unwrap_or_default();
        format!("{title}\n10: {}\n0: {}", scale.anchor10, scale.anchor0)
    });
    vec![
        (Label::Why, rating.why.clone().unwrap_or_default()),
        (Label::Asked, asked.unwrap_or_default()),
    ]
}

fn goal(goal: &SafetyGoal) -> Vec<(Label, String)> {
    vec![
        (Label::Words, goal.text.clone()),
        (Label::Actions, goal.actions.join("\n")),
        (Label::ChildsDay, goal.childs_day.clone().unwrap_or_default()),
    ]
}
