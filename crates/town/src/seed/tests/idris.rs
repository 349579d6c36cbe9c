//! Everything the files say about Idris stands in the record, letter for letter.

use domain::assessment::{Answer as Is, Assessment};
use domain::bottom_line::BottomLine;
use domain::decision::{Band, Decision};
use domain::decision_view::{Adds, DecisionView};
use domain::entry::Entry;
use domain::id::EntryId;
use domain::kind::{Kind, Payload};
use domain::network_member::NetworkMember;
use domain::note::Note;
use domain::pins::{Pins, Rung};
use domain::plan::{Plan, State};
use domain::plan_rule::PlanRule;
use domain::rating::{Answer, Rating};
use domain::step::What;
use domain::time::day_of;
use domain::unknown::Unknown;
use domain::voice::{Mode, Speaker};
use jiff::civil::{Date, date};

use super::{Told, told};
use crate::borough::{Borough, borough};
use crate::family::{self, Id};

macro_rules! payload {
    ($told:expr, $id:expr, $kind:ident) => {
        match $told.payload($id) {
            Payload::$kind(payload) => payload,
            other => panic!("{} is {other:?}", $id),
        }
    };
}

fn family(borough: &Borough) -> &family::Family {
    borough.family("A").expect("family A")
}

/// The newest versions of one kind about Idris, oldest first.
fn about_idris(told: &Told, kind: Kind) -> Vec<&Entry> {
    let idris = told.person("A1");
    let standing = told.standing().into_iter();
    standing.filter(|e| e.head.kind == kind && e.head.about.contains(&idris)).collect()
}

fn says(told: &Told, id: &str) -> (Option<Speaker>, Option<Mode>, Date) {
    let head = &told.newest(told.root(id)).head;
    let voice = head.said_by.as_ref();
    (voice.map(|voice| voice.who), voice.map(|voice| voice.how), head.happened.day())
}

#[test]
fn the_danger_the_goal_and_every_item_of_the_map_have_their_words() {
    let (told, borough) = (told(), borough().unwrap());
    let family = family(&borough);
    let danger = payload!(told, "d1", DangerStatement);
    let written = &family.dangers[0];
    assert_eq!(danger.text, written.text);
    assert!(danger.text.starts_with("Anita, Beth, Dr Hale and Nan Denise are worried that"));
    assert_eq!(danger.disagreement, written.disagreement);
    assert!(danger.disagreement_span().is_some());
    assert_eq!(danger.family_says.as_deref(), Some("Never hurt him. Not on purpose."));
    let worried = ["S1", "S3", "S4", "A4"].map(|who| told.person(who));
    assert_eq!(danger.who_worries, worried);
    assert_eq!(danger.disagreed_by, ["A2", "A3"].map(|who| told.person(who)));
    let versions: Vec<_> = told.entries.iter().filter(|e| e.head.root == told.root("d1")).collect();
    let days: Vec<_> = versions.iter().map(|e| day_of(e.head.recorded_at)).collect();
    assert_eq!(days, [date(2026, 10, 6), date(2026, 10, 9)]);

    let goal = payload!(told, "g1", SafetyGoal);
    assert_eq!((&goal.text, &goal.actions), (&family.goals[0].text, &family.goals[0].actions));
    assert_eq!((goal.danger, goal.duration_months), (Some(told.root("d1")), Some(6)));

    assert_eq!(family.map.len(), 10);
    for item in &family.map {
        let kept = payload!(told, item.id.as_str(), MapItem);
        assert_eq!((&kept.text, &kept.short), (&item.text, &item.short), "{}", item.id);
        let (who, how, on) = says(&told, item.id.as_str());
        let speaker = Some(Speaker::Person(told.seeded.people[&item.said_by]));
        assert_eq!((who, how, on), (speaker, Some(super::super::words::mode(item.mode)), item.on));
        let danger = item.danger.as_ref().map(|danger| told.root(danger.as_str()));
        assert_eq!(kept.danger, danger, "{}", item.id);
    }
    let asked = payload!(told, "m8", MapItem).doing.clone().expect("a step");
    assert_eq!(asked.owner, Some(told.person("A3")));
    assert_eq!((asked.by, asked.done_on), (Some(date(2026, 10, 16)), Some(date(2026, 10, 15))));
}

#[test]
fn both_scales_have_their_ends_and_all_eight_numbers_their_givers() {
    let (told, borough) = (told(), borough().unwrap());
    let mut given = 0;
    for scale in &family(&borough).scales {
        let root = told.root(scale.id.as_str());
        let kept = payload!(told, scale.id.as_str(), Scale);
        assert_eq!(kept.title, scale.title);
        assert_eq!((&kept.anchor0, &kept.anchor10), (&scale.anchor0, &scale.anchor10));
        let ratings = about_idris(&told, Kind::Rating);
        let of_scale = ratings.iter().filter_map(|entry| match &entry.payload {
            Some(Payload::Rating(rating)) if rating.scale == root => Some((entry, rating)),
            _ => None,
        });
        let of_scale: Vec<_> = of_scale.collect();
        for rating in &scale.ratings {
            let (entry, kept) = of_scale
                .iter()
                .find(|(entry, kept)| is_of(&told, rating, entry, kept))
                .expect("the number");
            let family::Answer::Value(number) = rating.answer else { panic!("a number") };
            assert_eq!(kept.answer.value().map(u8::from), Some(number));
            assert_eq!(kept.why.as_ref(), Some(&rating.why));
            assert!(matches!(kept.answer, Answer::Value(_)));
            assert_eq!(day_of(entry.head.recorded_at), rating.on);
            given += 1;
        }
    }
    assert_eq!(given, 8);
    let first = about_idris(&told, Kind::Rating)[0].payload.clone();
    let Some(Payload::Rating(first)) = first else { panic!("a rating") };
    assert_eq!(first.occasion, Some(told.root("A-n4")), "given at the first map");
}

fn is_of(told: &Told, rating: &family::Rating, entry: &Entry, kept: &Rating) -> bool {
    kept.rater == told.seeded.people[&rating.by] && entry.head.happened.day() == rating.on
}

#[test]
fn the_plan_is_there_line_by_line() {
    let (told, borough) = (told(), borough().unwrap());
    let plan = family(&borough).plan.as_ref().expect("a plan");
    let kept = about_idris(&told, Kind::Plan);
    let Some(Payload::Plan(Plan { title, version, state, since, .. })) = &kept[0].payload else {
        panic!("a plan")
    };
    assert_eq!((title, *version, *state), (&plan.title, 3, State::BeingTried));
    assert_eq!(*since, Some(date(2026, 10, 20)));
    for rule in &plan.rules {
        let id = rule.id.as_ref().expect("an id").as_str();
        let PlanRule { when, does, short, short_lead, tried, watcher, cover, .. } =
            payload!(told, id, PlanRule);
        assert_eq!((when, does), (&rule.when, &rule.does));
        assert_eq!(
            (short.as_ref(), short_lead, tried),
            (Some(&rule.short), &rule.short_lead, &rule.tried)
        );
        assert_eq!(*watcher, rule.watcher.as_ref().map(|who| told.seeded.people[who]));
        assert_eq!(cover.is_some(), rule.cover.is_some());
    }
    for line in &plan.bottom_lines {
        let id = line.id.as_ref().expect("an id").as_str();
        let BottomLine { text, why, set_by, .. } = payload!(told, id, BottomLine);
        assert_eq!((text, why), (&line.text, &line.why));
        assert_eq!(*set_by, told.person("W02"));
    }
    for trial in &plan.trials {
        let id = trial.id.as_ref().expect("an id").as_str();
        let kept = payload!(told, id, PlanTrial);
        assert_eq!((&kept.what, kept.result.as_ref()), (&trial.what, Some(&trial.result)));
    }
    for step in &family(&borough).timeline {
        assert_eq!(payload!(told, step.id.as_str(), TimelineStep).step, step.step);
    }
    let counted = about_idris(&told, Kind::NetworkMember).into_iter().filter(|entry| {
        matches!(&entry.payload, Some(Payload::NetworkMember(one)) if NetworkMember::counts(one))
    });
    assert_eq!(counted.count(), 3, "Yusuf does not know the whole worry yet");
    assert_eq!(about_idris(&told, Kind::PlanReviewView).len(), 5);
}

#[test]
fn the_decision_keeps_its_options_what_was_not_known_and_who_disagreed() {
    let (told, borough) = (told(), borough().unwrap());
    let written = &family(&borough).decisions[0];
    let kept: &Decision = payload!(told, "A-d1", Decision);
    assert_eq!((&kept.question, &kept.because), (&written.question, &written.because));
    assert_eq!(kept.not_known, written.not_known);
    let known: Vec<_> = kept.known_then.iter().map(|fact| &fact.text).collect();
    assert_eq!(known, written.known_then.iter().collect::<Vec<_>>());
    assert_eq!((kept.options.len(), kept.chosen), (4, Some(2)));
    for (kept, written) in kept.options.iter().zip(&written.options) {
        assert_eq!((&kept.text, &kept.best_hope), (&written.text, &written.best_hope));
        assert_eq!(
            (&kept.worst_worry, &kept.safeguards),
            (&written.worst_worry, &written.safeguards)
        );
        let effects = |effects: &[domain::decision::Effect]| {
            effects.iter().map(|one| (one.what.clone(), one.size.get())).collect::<Vec<_>>()
        };
        let read = |effects: &[family::Effect]| {
            effects.iter().map(|one| (one.what.clone(), one.size)).collect::<Vec<_>>()
        };
        assert_eq!(effects(&kept.benefits), read(&written.benefits));
        assert_eq!(effects(&kept.harms), read(&written.harms));
    }
    assert_eq!(kept.options[0].harms[0].likelihood, Band::Possible);
    assert_eq!(kept.would_change_our_mind, written.would_change_our_mind);
    assert_eq!(kept.for_child, "You lived with Nan while everyone worked out if home was safe.");
    assert_eq!(kept.decided_by, ["S2", "S1"].map(|who| told.person(who)));
    assert_eq!(kept.agreed_their_part[0].person, told.person("A4"));
    assert_eq!(kept.stands_behind[0].role.as_deref(), Some("service manager"));

    let views = about_idris(&told, Kind::DecisionView);
    let [view] = views.as_slice() else { panic!("Karim alone disagrees") };
    let Some(Payload::DecisionView(DecisionView { decision, person, adds, role })) = &view.payload
    else {
        panic!("a view")
    };
    assert_eq!((*decision, *person), (told.root("A-d1"), told.person("A3")));
    assert_eq!(role.as_deref(), Some("father"));
    let words = "He should be home with us. We did nothing wrong.".to_owned();
    assert_eq!(*adds, Adds::Dissent { words });
}

#[test]
fn every_note_has_its_words_and_speaks_to_what_it_spoke_to() {
    let (told, borough) = (told(), borough().unwrap());
    let finished = family(&borough).notes.iter().filter(|note| !note.draft);
    assert_eq!(finished.clone().count(), 19);
    for note in finished {
        let id = note.id.as_str();
        let Note { title, place, text, planned, .. } = payload!(told, id, Note);
        assert_eq!((title, place, text), (&note.title, &note.place, &note.text), "{id}");
        assert_eq!(*planned, note.planned);
        let links: Vec<_> = told.newest(told.root(id)).head.links.iter().map(|l| l.to).collect();
        let spoken_of: Vec<EntryId> =
            note.speaks_to.iter().map(|id: &Id| told.root(id.as_str())).collect();
        assert_eq!(links, spoken_of, "{id}");
    }
    let seen = &payload!(told, "A-n11", Note).seen[0];
    let how =
        "Turns to Leah's voice, settles on Karim's shoulder in two minutes, watches Denise's face.";
    assert_eq!((seen.how.as_deref(), seen.alone), (Some(how), Some(false)));
    assert_eq!(payload!(told, "A-n11", Note).short.as_deref(), Some("everyone scales"));
    let hospital = told.entries.iter().find(|entry| entry.head.id == told.root("A-n1"));
    let hospital = &hospital.expect("the first version").head;
    assert_eq!(day_of(hospital.recorded_at), date(2026, 9, 28));
    assert!(hospital.links.is_empty(), "the worry was put into words the day after");
}

#[test]
fn his_front_page_is_pinned_as_the_files_have_it() {
    let (told, borough) = (told(), borough().unwrap());
    let page = &family(&borough).front_pages[0];
    let pinned = about_idris(&told, Kind::Pins);
    let Some(Payload::Pins(pins)) = &pinned[0].payload else { panic!("pins") };
    let roots = |ids: &[Id]| ids.iter().map(|id| told.root(id.as_str())).collect::<Vec<_>>();
    let Pins { dangers, strengths, goals, next, scales, plan_rules, unknowns, .. } = pins;
    assert_eq!((dangers, strengths), (&roots(&page.dangers), &roots(&page.strengths)));
    assert_eq!((goals, next), (&roots(&page.goals), &roots(&page.next)));
    assert_eq!((scales, plan_rules), (&roots(&page.scales), &roots(&page.plan_lines)));
    assert_eq!(*unknowns, roots(&page.unknowns));
    assert_eq!(pins.decision, Some(told.root("A-d1")));
    assert_eq!(pins.today_line, Some(told.root("A-n20")));
    assert_eq!(pins.ring[0].who, Rung::Person(told.person("W01")));
    assert!(matches!(pins.ring[1].who, Rung::Team(_)));
    assert_eq!(pins.helping.len(), 4);
    let whys = about_idris(&told, Kind::Unknown);
    assert_eq!(whys.len(), 4);
    let Unknown { came_from, .. } = payload!(told, "A-u4", Unknown);
    assert_eq!(*came_from, Some(told.root("A-p1")));
    let Some(Payload::Tonight(tonight)) = &about_idris(&told, Kind::Tonight)[0].payload else {
        panic!("tonight")
    };
    assert_eq!(tonight.lines, page.tonight);
}

#[test]
fn his_line_ends_what_it_began_and_his_assessment_is_open() {
    let told = told();
    let conference = payload!(told, "A-s9", Step);
    let says = conference.words.as_ref().and_then(|words| words.says.as_deref());
    assert_eq!(says, Some("First conference: protection plan, physical."));
    let What::Section47 { conference_on, .. } = payload!(told, "A-s6", Step).what else {
        panic!("an enquiry")
    };
    assert_eq!(conference_on, Some(date(2026, 10, 14)));
    assert!(payload!(told, "A-s11", Step).planned);
    let assessment: &Assessment = payload!(told, "A-as1", Assessment);
    assert_eq!(assessment.step, Some(told.root("A-s3")));
    assert!(assessment.think.starts_with("The break is still not explained."));
    assert_eq!(assessment.factors[1].answer, Is::Open);
    assert_eq!(assessment.missing, [told.root("A-u3")], "a question has no entry");

    let ended = told.newest(told.root("B-s12"));
    let Some(Payload::Step(protection)) = &ended.payload else { panic!("a step") };
    let What::Plan { ended_on, .. } = &protection.what else { panic!("a plan") };
    assert_eq!(*ended_on, Some(date(2026, 11, 12)));
    assert_eq!(told.root("B-s17"), told.root("B-s12"), "its end is the same step");
    assert_eq!(told.root("B-s14"), told.root("B-s6"), "so is a signature");
}
