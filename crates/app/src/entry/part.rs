//! The words of an entry, part by part, each under the question it answers. Kinds whose parts have
//! no names of their own give their words one after another.

use domain::danger_statement::DangerStatement;
use domain::kind::Payload;
use domain::safety_goal::SafetyGoal;
use domain::search::texts;
use ui::entry::{Label, Part};

/// Every word of it.
pub(super) fn of(payload: &Payload) -> Vec<Part> {
    let parts = match payload {
        Payload::Note(note) => vec![(Label::Words, note.text.clone())],
        Payload::MapItem(item) => vec![(Label::Words, item.text.clone())],
        Payload::DangerStatement(said) => danger(said),
        Payload::SafetyGoal(goal) => self::goal(goal),
        Payload::Rating(rating) => vec![(Label::Why, rating.why.clone().unwrap_or_default())],
        Payload::Withdrawal(_) => vec![],
        other => texts(other).into_iter().map(|text| (Label::Words, text.to_owned())).collect(),
    };
    let told = parts.into_iter().filter(|(_, words)| !words.trim().is_empty());
    told.map(|(label, words)| Part { label, words }).collect()
}

fn danger(said: &DangerStatement) -> Vec<(Label, String)> {
    let part = |words: &Option<String>| words.clone().unwrap_or_default();
    vec![
        (Label::Words, said.text.clone()),
        (Label::Happened, part(&said.happened)),
        (Label::WhenLikely, part(&said.when_likely)),
        (Label::CouldHappen, part(&said.could_happen)),
        (Label::FamilySays, part(&said.family_says)),
    ]
}

fn goal(goal: &SafetyGoal) -> Vec<(Label, String)> {
    vec![
        (Label::Words, goal.text.clone()),
        (Label::Actions, goal.actions.join("\n")),
        (Label::ChildsDay, goal.childs_day.clone().unwrap_or_default()),
    ]
}
