//! Danger statements and the safety goals they are paired with (A2). Any part may stay empty: an
//! empty part is a question on the page, and stops nothing.

use crate::amend::{self, Replaced};
use crate::cx::Write;
use crate::error::{Error, Fault, Result, Why};
use crate::typed::{Typed, happened, may_write_about};
use domain::board::speakers;
use domain::danger_statement::{DangerStatement, Level};
use domain::entry::NewEntry;
use domain::front_page::{Around, Named};
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::safety_goal::{GoalKind, SafetyGoal};
use domain::time::day_of;
use std::collections::BTreeSet;
use store::front_page::Asked;
use store::reading::Reading;

/// The longest statement or goal, in characters; the page says much earlier that it is long.
const STATEMENT_MAX: usize = 4_000;

/// A danger statement as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedDanger {
    /// The draft it was, whose id the entry gets.
    pub draft: Option<EntryId>,
    /// The children it is about.
    pub children: Vec<PersonId>,
    /// The whole, as it is read aloud.
    pub text: String,
    /// Who is worried, by name, parted by commas.
    pub who_worries: String,
    /// Who else is, picked from the people around the child.
    pub also_worries: Vec<PersonId>,
    /// Who did what.
    pub happened: String,
    /// What could happen.
    pub could_happen: String,
    /// When it is most likely.
    pub when_likely: String,
    /// What the family says.
    pub family_says: String,
    /// The words in which the family disagrees; they are part of the whole.
    pub disagreement: String,
}

/// A safety goal as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedGoal {
    /// The draft it was, whose id the entry gets.
    pub draft: Option<EntryId>,
    /// The children it is about.
    pub children: Vec<PersonId>,
    /// The danger it answers.
    pub danger: Option<EntryId>,
    /// The whole, as it is read aloud.
    pub text: String,
    /// What people will be doing.
    pub actions: String,
    /// What the child's day will be like.
    pub childs_day: String,
    /// Who will see it.
    pub seen_by: Vec<PersonId>,
    /// For how many months.
    pub months: String,
}

/// Puts a danger statement on the map.
pub fn write_danger(cx: &mut Write<'_, '_>, typed: &TypedDanger) -> Result<EntryId> {
    may_write_about(cx, &typed.children)?;
    let worried = worried(cx, typed, &[])?;
    let statement = read_danger(typed, None, worried)?;
    let on = happened(day_of(cx.now()), None);
    let payload = Payload::DangerStatement(statement);
    let new = |id| NewEntry::first(id, typed.children.clone(), on, payload);
    amend::record_drafted(cx, typed.draft, new)
}

/// Writes a danger statement anew.
pub fn amend_danger(
    cx: &mut Write<'_, '_>,
    replaces: EntryId,
    typed: &TypedDanger,
) -> Result<Replaced> {
    let old = amend::to_replace(cx, replaces)?;
    let Some(Payload::DangerStatement(before)) = &old.payload else { return Err(Error::NotFound) };
    may_write_about(cx, &typed.children)?;
    // Whose people a typed name may mean is said by the statement, never by the address it came to.
    let typed = &TypedDanger { children: old.head.about.clone(), ..typed.clone() };
    let worried = worried(cx, typed, &before.who_worries)?;
    let statement = read_danger(typed, Some(before), worried)?;
    let on = happened(day_of(cx.now()), None);
    amend::replace(cx, &old, typed.draft, |id, head| NewEntry {
        happened: on,
        ..NewEntry::replacing(id, head, Payload::DangerStatement(statement.clone()))
    })
}

/// Who is worried: whoever is picked, and whoever a typed name means among the people around the
/// child. A name that means nobody there, or two, stays as it was typed.
fn worried(
    cx: &mut Write<'_, '_>,
    typed: &TypedDanger,
    before: &[PersonId],
) -> Result<(Vec<PersonId>, String)> {
    let blank = typed.who_worries.trim().is_empty() && typed.also_worries.is_empty();
    let Some(child) = typed.children.first().filter(|_| !blank) else {
        return Ok(Default::default());
    };
    let viewer = cx.viewer()?;
    let files = cx.tx().gather_with_siblings(&viewer, *child)?;
    let asked = Asked { child: *child, as_of: day_of(cx.now()), looked_at: None };
    let reading = Reading { viewer: &viewer, files: &files };
    let facts = cx.tx().read_map(asked, before, reading)?;
    let around = Around::of(&facts);
    let known = speakers(&facts).into_iter().chain(before.iter().map(|who| around.named(*who)));
    let known: Vec<Named> = known.collect();
    let mut people = Vec::new();
    let mut words = Vec::new();
    for name in typed.who_worries.split([',', '\n']).map(str::trim).filter(|n| !n.is_empty()) {
        match meant(name, &known, before) {
            Some(who) => people.push(who),
            None => words.push(name),
        }
    }
    let picked = typed.also_worries.iter().copied();
    people.extend(picked.filter(|who| known.iter().any(|one| one.id == *who)));
    let mut once = BTreeSet::new();
    people.retain(|who| once.insert(*who));
    Ok((people, words.join(", ")))
}

/// The one person whom a name means; of several who are called so, the one named before.
fn meant(name: &str, known: &[Named], before: &[PersonId]) -> Option<PersonId> {
    let same = |other: &str| other.to_lowercase() == name.to_lowercase();
    let called = known.iter().filter(|who| same(&who.called) || same(&who.name));
    let found: BTreeSet<PersonId> = called.map(|who| who.id).collect();
    let only = found.first().filter(|_| found.len() == 1);
    only.or_else(|| before.iter().find(|who| found.contains(who))).copied()
}

fn read_danger(
    typed: &TypedDanger,
    before: Option<&DangerStatement>,
    (who_worries, others): (Vec<PersonId>, String),
) -> Result<DangerStatement> {
    let mut fields = Typed::default();
    let text = fields.words("text", &typed.text, STATEMENT_MAX);
    let mut part = |at, words: &str| fields.maybe(at, words, STATEMENT_MAX);
    let statement = DangerStatement {
        kind: before.map_or(Level::Danger, |before| before.kind),
        who_worries,
        others_worry: part("who_worries", &others),
        happened: part("happened", &typed.happened),
        could_happen: part("could_happen", &typed.could_happen),
        when_likely: part("when_likely", &typed.when_likely),
        family_says: part("family_says", &typed.family_says),
        disagreement: part("disagreement", &typed.disagreement)
            .filter(|words| text.contains(words.as_str())),
        text,
        disagreed_by: before.map(|before| before.disagreed_by.clone()).unwrap_or_default(),
        begun_on: before.and_then(|before| before.begun_on),
    };
    fields.done()?;
    Ok(statement)
}

/// Puts a safety goal on the map, paired with the danger it answers.
pub fn write_goal(cx: &mut Write<'_, '_>, typed: &TypedGoal) -> Result<EntryId> {
    may_write_about(cx, &typed.children)?;
    let goal = read_goal(cx, typed)?;
    let on = happened(day_of(cx.now()), None);
    let payload = Payload::SafetyGoal(goal);
    let new = |id| NewEntry::first(id, typed.children.clone(), on, payload);
    amend::record_drafted(cx, typed.draft, new)
}

/// Writes a safety goal anew.
pub fn amend_goal(
    cx: &mut Write<'_, '_>,
    replaces: EntryId,
    typed: &TypedGoal,
) -> Result<Replaced> {
    let old = amend::to_replace(cx, replaces)?;
    let Some(Payload::SafetyGoal(before)) = &old.payload else { return Err(Error::NotFound) };
    let before = before.clone();
    let goal = read_goal(cx, &TypedGoal { children: old.head.about.clone(), ..typed.clone() })?;
    let goal = with_what_was_not_asked(goal, before);
    let on = happened(day_of(cx.now()), None);
    amend::replace(cx, &old, typed.draft, |id, head| NewEntry {
        happened: on,
        ..NewEntry::replacing(id, head, Payload::SafetyGoal(goal.clone()))
    })
}

/// What the form does not ask stays as it was.
fn with_what_was_not_asked(new: SafetyGoal, before: SafetyGoal) -> SafetyGoal {
    let or = |new: Vec<_>, before: Vec<_>| if new.is_empty() { before } else { new };
    SafetyGoal {
        kind: before.kind,
        danger: new.danger.or(before.danger),
        actors: before.actors,
        actions: if new.actions.is_empty() { before.actions } else { new.actions },
        childs_day: new.childs_day.or(before.childs_day),
        seen_by: or(new.seen_by, before.seen_by),
        duration_months: new.duration_months.or(before.duration_months),
        text: new.text,
        written_with: before.written_with,
        seen_on: before.seen_on,
    }
}

fn read_goal(cx: &mut Write<'_, '_>, typed: &TypedGoal) -> Result<SafetyGoal> {
    let mut fields = Typed::default();
    let text = fields.words("text", &typed.text, STATEMENT_MAX);
    let actions = fields.any_words("actions", &typed.actions, STATEMENT_MAX);
    let childs_day = fields.maybe("childs_day", &typed.childs_day, STATEMENT_MAX);
    let months = match typed.months.trim() {
        "" => None,
        months => fields.one_of("months", months.parse().ok().filter(|n| (1..=120).contains(n))),
    };
    fields.done()?;
    if let Some(danger) = typed.danger {
        let newest = cx.tx().find_newest(danger)?;
        let pairs = newest.is_some_and(|entry| {
            entry.head.kind == Kind::DangerStatement
                && entry.head.about.iter().any(|child| typed.children.contains(child))
        });
        if !pairs {
            return Err(Error::Refused(vec![Fault { at: "danger", why: Why::NotOne }]));
        }
    }
    let lines = actions.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(SafetyGoal {
        kind: GoalKind::Safety,
        danger: typed.danger,
        actors: Vec::new(),
        actions: lines.map(ToOwned::to_owned).collect(),
        childs_day,
        seen_by: typed.seen_by.clone(),
        duration_months: months,
        text,
        written_with: Vec::new(),
        seen_on: None,
    })
}
