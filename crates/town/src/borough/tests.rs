//! The files hold together: all that is pointed at exists, dates come in order, nobody speaks
//! before they were born.
//!
//! Each test gathers every fault before it fails, so that whoever edits the files sees them all
//! at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Borough, DEMO_DAY, Someone, borough};
use crate::family::{
    Answer, Column, Family, Fuzzy, Id, MapItemKind, Parent, StaffRole, StepKind, Who,
};

static WEXCOMBE: LazyLock<Borough> = LazyLock::new(|| borough().unwrap());

/// Runs a check over every family and fails with all it found.
fn every_family(check: impl Fn(&Family, &mut Vec<String>)) {
    let mut faults = Vec::new();
    for family in &WEXCOMBE.families {
        let before = faults.len();
        check(family, &mut faults);
        for fault in faults.iter_mut().skip(before) {
            fault.insert_str(0, &format!("\nfamily {}: ", family.name));
        }
    }
    assert!(faults.is_empty(), "{}", faults.concat());
}

fn count(of: impl Fn(&Family) -> usize) -> usize {
    WEXCOMBE.families.iter().map(of).sum()
}

#[test]
fn nothing_is_lost_on_the_way_in() {
    let borough = &*WEXCOMBE;
    assert_eq!((borough.teams.len(), borough.staff.len(), borough.partners.len()), (3, 29, 29));
    let counted = BTreeMap::from([
        ("families", borough.families.len()),
        ("people", count(|f| f.people.len())),
        ("children", count(|f| f.children().count())),
        ("front pages", count(|f| f.front_pages.len())),
        ("ties", count(|f| f.ties.len())),
        ("households", count(|f| f.households.len())),
        ("household members", count(|f| f.households.iter().map(|h| h.members.len()).sum())),
        ("map items", count(|f| f.map.len())),
        ("dangers", count(|f| f.dangers.len())),
        ("goals", count(|f| f.goals.len())),
        ("scales", count(|f| f.scales.len())),
        ("ratings", count(|f| f.scales.iter().map(|s| s.ratings.len()).sum())),
        ("plans", count(|f| f.plan.iter().count())),
        ("plan rules", count(|f| f.plan.iter().map(|p| p.rules.len()).sum())),
        ("decisions", count(|f| f.decisions.len())),
        ("unknowns", count(|f| f.unknowns.len())),
        ("houses", count(|f| f.houses.len())),
        ("notes", count(|f| f.notes.len())),
        ("steps", count(|f| f.steps.len())),
    ]);
    let written = BTreeMap::from([
        ("families", 52),
        ("people", 250),
        ("children", 79),
        ("front pages", 79),
        ("ties", 102),
        ("households", 72),
        ("household members", 195),
        ("map items", 245),
        ("dangers", 46),
        ("goals", 46),
        ("scales", 57),
        ("ratings", 278),
        ("plans", 25),
        ("plan rules", 73),
        ("decisions", 17),
        ("unknowns", 60),
        ("houses", 21),
        ("notes", 177),
        ("steps", 379),
    ]);
    assert_eq!(counted, written);
}

#[test]
fn one_person_of_the_council_is_one_whichever_file_names_them() {
    let borough = &*WEXCOMBE;
    for (one, other, name) in [("S1", "W01", "Anita Rowe"), ("S7", "P03", "Mr Khan")] {
        let (one, other) = (Who::from(one), Who::from(other));
        let someone = borough.someone(&one).unwrap();
        assert_eq!(someone, borough.someone(&other).unwrap());
        assert_eq!((someone.name(), someone.id()), (name, &other));
    }
    let names: BTreeSet<_> = borough.staff.iter().map(|staff| &staff.name).collect();
    assert_eq!(names.len(), borough.staff.len(), "somebody is there twice");
    let joined = borough.staff.iter().filter(|staff| staff.also.is_some()).count();
    assert_eq!(joined, 11);
}

/// Every pointer of one kind in the whole borough, read off its debug form: no field can be
/// forgotten.
fn pointers(kind: &str, printed: &str) -> BTreeSet<String> {
    let opening = format!("{kind}(\"");
    let found = printed.match_indices(&opening);
    found
        .filter(|(at, _)| !printed[..*at].ends_with(char::is_alphabetic))
        .filter_map(|(at, _)| printed[at + opening.len()..].split_once("\")"))
        .map(|(word, _)| word.to_owned())
        .collect()
}

#[test]
fn everything_that_is_pointed_at_exists() {
    let borough = &*WEXCOMBE;
    let printed = format!("{borough:?}");
    let nobody: Vec<_> = pointers("Who", &printed)
        .into_iter()
        .filter(|who| borough.someone(&Who::from(who.as_str())).is_none())
        .collect();
    assert!(nobody.is_empty(), "nobody in these files: {nobody:?}");

    let known: BTreeSet<_> = borough.families.iter().flat_map(entry_ids).collect();
    let nothing: Vec<_> = pointers("Id", &printed)
        .into_iter()
        .filter(|id| !known.contains(&Id::from(id.as_str())))
        .collect();
    assert!(nothing.is_empty(), "nothing in these files: {nothing:?}");

    let teams: BTreeSet<_> = borough.teams.iter().map(|team| team.id.to_string()).collect();
    assert_eq!(pointers("TeamId", &printed), teams);
}

/// Every entry of a family that can be pointed at.
fn entry_ids(family: &Family) -> Vec<Id> {
    let mut ids = Vec::new();
    ids.extend(family.map.iter().map(|item| item.id.clone()));
    ids.extend(family.dangers.iter().map(|danger| danger.id.clone()));
    ids.extend(family.goals.iter().map(|goal| goal.id.clone()));
    ids.extend(family.scales.iter().map(|scale| scale.id.clone()));
    ids.extend(family.timeline.iter().map(|step| step.id.clone()));
    ids.extend(family.plan_reviews.iter().map(|review| review.id.clone()));
    ids.extend(family.decisions.iter().filter_map(|decision| decision.id.clone()));
    ids.extend(family.unknowns.iter().flat_map(|one| one.asked.iter().map(|a| a.id.clone())));
    ids.extend(family.questions.iter().map(|question| question.id.clone()));
    ids.extend(family.notes.iter().map(|note| note.id.clone()));
    ids.extend(family.steps.iter().filter_map(|step| step.id.clone()));
    ids.extend(family.assessments.iter().map(|assessment| assessment.id.clone()));
    if let Some(plan) = &family.plan {
        ids.extend(plan.bottom_lines.iter().filter_map(|line| line.id.clone()));
        ids.extend(plan.rules.iter().filter_map(|rule| rule.id.clone()));
        ids.extend(plan.red_flags.iter().filter_map(|flag| flag.id.clone()));
        ids.extend(plan.trials.iter().filter_map(|trial| trial.id.clone()));
    }
    ids
}

#[test]
fn no_id_stands_twice() {
    let people = WEXCOMBE.families.iter().flat_map(|f| f.people.iter().map(|p| p.id.to_string()));
    let staff = WEXCOMBE.staff.iter().map(|one| one.id.to_string());
    let also = WEXCOMBE.staff.iter().filter_map(|one| Some(one.also.as_ref()?.to_string()));
    let partners = WEXCOMBE.partners.iter().map(|one| one.id.to_string());
    let entries = WEXCOMBE.families.iter().flat_map(entry_ids).map(|id| id.to_string());
    let mut seen = BTreeSet::new();
    let twice: Vec<_> = people
        .chain(staff)
        .chain(also)
        .chain(partners)
        .chain(entries)
        .filter(|id| !seen.insert(id.clone()))
        .collect();
    assert!(twice.is_empty(), "{twice:?}");
}

#[test]
fn parents_are_two_at_most_and_old_enough() {
    every_family(|family, faults| {
        for child in &family.people {
            if child.parents.len() > 2 {
                faults.push(format!("{} has more than two parents", child.name));
            }
            let known = child.parents.iter().filter_map(|parent| match parent {
                Parent::Known(who) => family.person(who),
                Parent::Unknown => None,
            });
            for parent in known {
                let (Some(younger), Some(older)) = (child.born.or(child.due), parent.born) else {
                    continue;
                };
                if younger.last() < older.first().saturating_add(12.years()) {
                    faults.push(format!("{} is too young for {}", parent.name, child.name));
                }
            }
        }
    });
}

#[test]
fn each_child_has_one_front_page_and_it_tells_no_sealed_address() {
    every_family(|family, faults| {
        let children: Vec<_> = family.children().map(|child| &child.id).collect();
        let pages: Vec<_> = family.front_pages.iter().map(|page| &page.child).collect();
        if children != pages {
            faults.push(format!("children {children:?}, front pages {pages:?}"));
        }
        let printed = format!("{:?}", family.front_pages);
        for home in family.households.iter().filter(|home| home.sealed) {
            if printed.contains(&home.name) {
                faults.push(format!("a front page tells {}", home.name));
            }
        }
    });
}

#[test]
fn what_a_front_page_shows_is_of_the_right_kind() {
    every_family(|family, faults| {
        for page in &family.front_pages {
            let mut say = |what: &str, ids: Vec<&Id>, known: &dyn Fn(&Id) -> bool| {
                let odd = ids.into_iter().filter(|id| !known(id));
                faults.extend(odd.map(|id| format!("{}: {id} is no {what}", page.child)));
            };
            say("danger", page.dangers.iter().collect(), &|id| {
                family.dangers.iter().any(|danger| danger.id == *id)
            });
            say("strength", page.strengths.iter().collect(), &|id| {
                family.map.iter().any(|item| item.id == *id && item.column == Column::Well)
            });
            say("goal", page.goals.iter().collect(), &|id| {
                family.goals.iter().any(|goal| goal.id == *id)
            });
            say("scale", page.scales.iter().collect(), &|id| {
                family.scales.iter().any(|scale| scale.id == *id)
            });
            say("note", vec![&page.today_line_note], &|id| {
                family.notes.iter().any(|note| note.id == *id)
            });
            if page.tonight.len() > 2 {
                faults.push(format!("{}: more than two lines for tonight", page.child));
            }
            if !page.lately.is_sorted_by(|newer, older| newer.on >= older.on) {
                faults.push(format!("{}: lately is not newest first", page.child));
            }
        }
    });
}

#[test]
fn map_items_stand_in_their_column_with_what_their_kind_asks() {
    every_family(|family, faults| {
        for item in &family.map {
            if item.kind.column() != item.column {
                faults.push(format!("{} stands in the wrong column", item.id));
            }
            if item.kind == MapItemKind::Safety && item.danger.is_none() {
                faults.push(format!("{} is safety against no danger", item.id));
            }
            let is_step = item.kind == MapItemKind::Step;
            if is_step != (item.owner.is_some() && item.by.is_some()) {
                faults.push(format!("{}: a step, and only a step, has owner and date", item.id));
            }
        }
    });
}

#[test]
fn every_danger_has_a_goal_and_both_are_short_enough_to_read_aloud() {
    every_family(|family, faults| {
        let texts = family.dangers.iter().map(|danger| (&danger.id, &danger.text));
        for (id, text) in texts.chain(family.goals.iter().map(|goal| (&goal.id, &goal.text))) {
            if !(1..=90).contains(&text.split_whitespace().count()) {
                faults.push(format!("{id} has no words, or more than 90"));
            }
        }
        for danger in &family.dangers {
            if !family.goals.iter().any(|goal| goal.danger == danger.id) {
                faults.push(format!("{} has no goal", danger.id));
            }
            if danger.disagreement.as_ref().is_some_and(|part| !danger.text.contains(part)) {
                faults.push(format!("{}: the disagreement is no part of it", danger.id));
            }
            if danger.begun_on.is_some_and(|begun| begun > danger.written_on) {
                faults.push(format!("{} was written before it was begun", danger.id));
            }
        }
    });
}

#[test]
fn nobody_rates_before_the_scale_is_there() {
    every_family(|family, faults| {
        for scale in &family.scales {
            let danger =
                family.dangers.iter().find(|danger| Some(&danger.id) == scale.danger.as_ref());
            let begun = danger.map(|danger| danger.begun_on.unwrap_or(danger.written_on));
            let there = scale.written_on.or(begun);
            for rating in &scale.ratings {
                if there.is_some_and(|day| rating.on < day) {
                    faults.push(format!("{}: {} is early", scale.id, rating.by));
                }
                if scale.not_asked.contains(&rating.by) {
                    faults.push(format!("{}: {} was asked", scale.id, rating.by));
                }
                if matches!(rating.answer, Answer::Value(11..)) {
                    faults.push(format!("{}: {} went above 10", scale.id, rating.by));
                }
            }
        }
    });
}

#[test]
fn only_the_councils_people_decide_and_only_its_leaders_stand_behind() {
    every_family(|family, faults| {
        for decision in &family.decisions {
            let asked = &decision.question;
            if decision.taken().is_none() {
                faults.push(format!("{asked} None of the options was taken."));
            }
            if decision.review_on < decision.made_on {
                faults.push(format!("{asked} Looked at again before it was made."));
            }
            if decision.decided_by.is_empty()
                || decision.decided_by.iter().any(|who| WEXCOMBE.staff(who).is_none())
            {
                faults.push(format!("{asked} Nobody of the council decided."));
            }
            let leads = |who| {
                let role = WEXCOMBE.staff(who).map(|staff| staff.role);
                matches!(role, Some(StaffRole::Leader | StaffRole::Supervisor))
            };
            if !decision.stands_behind.iter().all(leads) {
                faults.push(format!("{asked} Somebody who does not lead stands behind it."));
            }
            if decision.agreed_their_part.iter().any(|view| family.person(&view.by).is_none()) {
                faults.push(format!("{asked} Only relatives and friends agree to a part."));
            }
            let effects =
                decision.options.iter().flat_map(|way| way.benefits.iter().chain(&way.harms));
            for effect in effects.filter(|effect| !(1..=5).contains(&effect.size)) {
                faults.push(format!("{asked} The size of `{}` is not 1 to 5.", effect.what));
            }
        }
    });
}

#[test]
fn nothing_lies_ahead_but_what_is_planned() {
    every_family(|family, faults| {
        let mut say = |what: String, on: Date, planned: bool| {
            if on > DEMO_DAY && !planned {
                faults.push(format!("{what} on {on} is ahead and not planned"));
            }
            if on < DEMO_DAY && planned {
                faults.push(format!("{what} on {on} is planned, and the day has gone by"));
            }
        };
        for note in &family.notes {
            say(format!("note {}", note.id), note.on, note.planned);
        }
        for step in &family.steps {
            say(format!("step {:?}", step.kind), step.on.first(), step.planned);
        }
        for item in &family.map {
            say(format!("map item {}", item.id), item.on, false);
        }
        for rating in family.scales.iter().flat_map(|scale| &scale.ratings) {
            say(format!("rating of {}", rating.by), rating.on, false);
        }
        for decision in &family.decisions {
            say(decision.question.clone(), decision.made_on, false);
        }
    });
}

#[test]
fn nobody_speaks_or_is_seen_before_birth_or_after_death() {
    every_family(|family, faults| {
        let mut say = |who: &Who, on: Date, what: &str| {
            let Some(Someone::Relative(person, _)) = WEXCOMBE.someone(who) else { return };
            if person.born.is_some_and(|born| on < born.first())
                || person.born.is_none() && person.due.is_some()
            {
                faults.push(format!("{what} on {on}: {} was not born", person.name));
            }
            if person.died.is_some_and(|died| on > died) {
                faults.push(format!("{what} on {on}: {} had died", person.name));
            }
        };
        for item in &family.map {
            say(&item.said_by, item.on, "map item");
        }
        for rating in family.scales.iter().flat_map(|scale| &scale.ratings) {
            say(&rating.by, rating.on, "rating");
        }
        for note in &family.notes {
            note.seen.iter().chain(&note.there).chain(&note.said_by).for_each(|who| {
                say(who, note.on, "note");
            });
        }
        for sitting in &family.houses {
            say(&sitting.child, sitting.on, "houses");
        }
        for (home, member) in
            family.households.iter().flat_map(|h| h.members.iter().map(move |m| (h, m)))
        {
            say(&member.person, member.from.last(), &home.name);
        }
    });
}

#[test]
fn dates_come_in_order() {
    every_family(|family, faults| {
        let mut say = |what: String, first: Fuzzy, then: Option<Fuzzy>| {
            if then.is_some_and(|then| then.last() < first.first()) {
                faults.push(format!("{what}: the end is before the beginning"));
            }
        };
        for member in family.households.iter().flat_map(|home| &home.members) {
            say(format!("home of {}", member.person), member.from, member.to);
        }
        for trial in family.plan.iter().flat_map(|plan| &plan.trials) {
            say(trial.what.clone(), Fuzzy::Day(trial.from), Some(Fuzzy::Day(trial.to)));
        }
        for asked in &family.asked_for {
            say(asked.what.clone(), Fuzzy::Day(asked.from), Some(Fuzzy::Day(asked.limit)));
        }
        for step in &family.steps {
            let end = match &step.kind {
                StepKind::Section47 { ended, .. } => *ended,
                StepKind::Missing { back, .. } => Some(*back),
                StepKind::Lead { until, .. } => *until,
                _ => None,
            };
            say(format!("{:?}", step.kind), step.on, end.map(Fuzzy::Day));
        }
    });
}

#[test]
fn every_phone_number_is_kept_for_fiction() {
    for text in [super::IN_FULL, super::IN_SHORT] {
        let runs = text.split(|sign: char| !sign.is_ascii_digit() && sign != ' ').map(str::trim);
        let numbers: Vec<_> = runs.filter(|run| run.starts_with('0') && run.len() >= 10).collect();
        assert!(numbers.len() > 10, "no numbers found: {numbers:?}");
        let ours =
            |number: &&str| number.starts_with("07700 900 ") || number.starts_with("01632 960 ");
        assert!(numbers.iter().all(ours), "{:?}", numbers.iter().find(|number| !ours(number)));
    }
}
