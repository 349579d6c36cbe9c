//! The line of a family, from its steps.

use std::collections::BTreeMap;

use super::*;
use crate::entry::{Entry, Link, NewEntry, Place, Relation, Series};
use crate::front_page::{Known, People, Ranked};
use crate::id::{Authority, WriterId};
use crate::kind::Payload;
use crate::name::{Name, Usage};
use crate::person::Person;
use crate::step::{Step, What, Words};
use crate::time::Happened;
use crate::voice::{Recorder, Source, SourceKind, Weight};
use jiff::Timestamp;
use jiff::civil::date;
use uuid::Uuid;

const JOEL: PersonId = PersonId(Uuid::from_u128(5));
const KAYLEIGH: PersonId = PersonId(Uuid::from_u128(0xB1));

/// Writes steps down one after another.
#[derive(Default)]
struct Scribe {
    entries: Vec<Entry>,
    linked: BTreeMap<EntryId, Linked>,
}

impl Scribe {
    fn add(&mut self, on: Date, step: Step, source: Option<&str>) -> &mut NewEntryOf {
        let n = self.entries.len() as u128 + 1;
        let id = EntryId(Uuid::from_u128(n));
        let mut new = NewEntry::first(id, vec![KAYLEIGH], Happened::on(on), Payload::Step(step));
        new.source = source.map(|name| Source {
            from: SourceKind::OtherSystem,
            name: Some(name.into()),
            weight: Weight::OnFile,
            reference: None,
        });
        let writer = WriterId(Uuid::nil());
        let head = new.head(Place {
            series: Series { writer, n: 1 },
            authority: Authority::WEXCOMBE,
            recorded_at: Timestamp::from_second(1_795_520_700).unwrap(),
            recorded_by: Recorder::Program { acting_for: None },
        });
        self.entries.push(Entry { head, payload: Some(new.payload) });
        self.entries.last_mut().unwrap()
    }
    fn here(&mut self, on: Date, what: What) -> &mut NewEntryOf {
        self.add(on, Step::bare(what), None)
    }
    fn census(&mut self, on: Date, what: What) {
        self.add(on, Step::bare(what), Some("CIN census 2026"));
    }
    fn line(&self, in_words: bool) -> StepsLine {
        let as_of = date(2026, 11, 24);
        let asked = Asked { child: KAYLEIGH, as_of, in_words, older: false };
        compose(asked, &self.entries, &self.linked, &people())
    }
}

type NewEntryOf = Entry;

fn people() -> People {
    let at = Timestamp::UNIX_EPOCH;
    let name = Name {
        person: JOEL,
        full: "Joel Whitby".into(),
        known_as: None,
        usage: Usage::Usual,
        from: None,
        until: None,
    };
    let rank = (at, at, EntryId(Uuid::nil()));
    let known = Known { person: Person::default(), names: vec![Ranked { name, rank }] };
    People { known: [(JOEL, known)].into(), ..People::default() }
}

fn plan(standing: Standing, ended_on: Option<Date>) -> What {
    let category = (standing == Standing::Protection).then(|| "NEG".to_owned());
    What::Plan { standing, ended_on, category, latest_category: None, plans_before: None }
}

fn referral() -> What {
    let source = Some("6".into());
    What::Referral { from: None, source, need: None, no_further_action: None }
}

fn conference(which: Conference) -> What {
    What::Conference { which, chair: None, category: None }
}

fn enquiry() -> What {
    What::Section47 { conference_by: None, conference_on: None, conference_needed: None }
}

#[test]
fn a_day_that_lies_ahead_is_still_to_come_and_no_part_of_how_it_stands() {
    let mut scribe = Scribe::default();
    scribe.census(date(2022, 10, 6), referral());
    let assessment =
        What::Assessment { look_again_on: None, signed_on: None, signed_by: None, factors: vec![] };
    scribe.census(date(2028, 4, 28), assessment);
    let line = scribe.line(true);
    assert!(line.stretches.iter().all(|stretch| stretch.from <= line.as_of));
    let ahead: Vec<_> = line.days.iter().map(|day| (day.on, day.planned)).collect();
    assert_eq!(ahead, [(date(2022, 10, 6), false), (date(2028, 4, 28), true)]);
}

/// Kayleigh's line as her family's file tells it.
fn kayleigh() -> Scribe {
    let mut scribe = Scribe::default();
    scribe.census(date(2022, 8, 24), referral());
    scribe.census(date(2022, 9, 30), What::Closure { reason: Some("RC8".into()) });
    scribe.here(date(2026, 2, 26), What::Contact { from: None, source: None, need: None });
    scribe.here(date(2026, 2, 26), plan(Standing::FamilyHelp, None));
    scribe.here(
        date(2026, 2, 26),
        What::Assessment {
            look_again_on: None,
            signed_on: Some(date(2026, 4, 17)),
            signed_by: None,
            factors: vec![],
        },
    );
    let until = Some(date(2026, 11, 12));
    let lead = What::Lead { person: JOEL, role: Role::FamilyHelpLead, until };
    scribe.here(date(2026, 2, 27), lead);
    scribe.here(date(2026, 3, 3), enquiry());
    scribe.here(date(2026, 3, 12), conference(Conference::First));
    scribe.here(date(2026, 3, 12), plan(Standing::Protection, Some(date(2026, 11, 12))));
    scribe.here(date(2026, 3, 20), What::CoreGroup { with: vec![] });
    let decision = EntryId(Uuid::from_u128(0xD2));
    let link = Link { how: Relation::SpeaksTo, to: decision };
    scribe.here(date(2026, 7, 8), conference(Conference::Review)).head.links = vec![link];
    let on = date(2026, 6, 8);
    let kind = Kind::Decision;
    scribe.linked.insert(decision, Linked { root: decision, kind, word: String::new(), on });
    scribe.here(date(2026, 11, 12), conference(Conference::Review));
    scribe
}

#[test]
fn help_protection_and_help_again_are_three_stretches_after_the_earlier_work() {
    let line = kayleigh().line(true);
    let told: Vec<_> = line.stretches.iter().map(|s| (s.standing, s.from, s.until)).collect();
    assert_eq!(
        told,
        [
            (None, date(2022, 8, 24), Some(date(2022, 9, 30))),
            (Some(Standing::FamilyHelp), date(2026, 2, 26), Some(date(2026, 3, 12))),
            (Some(Standing::Protection), date(2026, 3, 12), Some(date(2026, 11, 12))),
            (Some(Standing::FamilyHelp), date(2026, 11, 12), None),
        ]
    );
    assert!(line.stretches[0].elsewhere && !line.stretches[1].elsewhere);
}

#[test]
fn the_dates_asked_for_are_counted_as_the_guidance_counts_them() {
    use Counted::{Later, WorkingDay};
    use LimitKey::{AssessmentSigned, FirstConference, FirstCoreGroup, FirstReview};
    let line = kayleigh().line(true);
    let told: Vec<_> = line
        .rulers
        .iter()
        .map(|ruler| (ruler.limit.key, ruler.by, ruler.done.map(|d| (d.counted, d.on_purpose))))
        .collect();
    assert_eq!(
        told,
        [
            (FirstConference, date(2026, 3, 24), Some((WorkingDay(7), false))),
            (FirstCoreGroup, date(2026, 3, 26), Some((WorkingDay(6), false))),
            (AssessmentSigned, date(2026, 5, 5), Some((WorkingDay(34), false))),
            (FirstReview, date(2026, 6, 12), Some((Later(26), true))),
        ]
    );
}

#[test]
fn without_a_decision_later_is_not_on_purpose() {
    let mut scribe = kayleigh();
    scribe.linked.clear();
    let review = scribe.line(true).rulers.pop().expect("a review");
    assert_eq!(review.done.map(|done| done.on_purpose), Some(false));
}

#[test]
fn an_open_date_is_drawn_and_one_of_which_only_a_file_is_silent_is_not() {
    let mut scribe = Scribe::default();
    scribe.here(date(2026, 11, 10), enquiry());
    assert_eq!(scribe.line(true).rulers[0].by, date(2026, 12, 1));
    assert_eq!(scribe.line(true).rulers[0].done, None);
    let mut scribe = Scribe::default();
    scribe.census(date(2026, 3, 3), enquiry());
    assert_eq!(scribe.line(true).rulers, vec![]);
}

#[test]
fn imported_and_written_of_one_kind_and_day_both_stand_and_a_person_picks() {
    let mut scribe = Scribe::default();
    scribe.census(date(2026, 5, 4), referral());
    scribe.here(date(2026, 5, 4), referral());
    scribe.here(date(2026, 5, 5), enquiry());
    let line = scribe.line(true);
    let told: Vec<_> =
        line.days.iter().map(|day| (day.origin.is_here(), day.stands_twice())).collect();
    assert_eq!(told, [(false, true), (true, true), (true, false)]);
}

#[test]
fn what_happened_on_one_day_and_is_written_in_one_place_is_one_mark() {
    let line = kayleigh().line(true);
    let day = line.days.iter().find(|day| day.on == date(2026, 3, 12)).expect("a day");
    assert_eq!(day.steps.len(), 2);
    assert!(matches!(day.steps[0].done, Done::Conference { .. }), "the most telling first");
    let lead = line.days.iter().find(|day| day.on == date(2026, 2, 27)).expect("a day");
    assert!(!lead.has_mark(), "who leads has a lane of its own");
}

#[test]
fn nobody_named_is_a_question_with_its_day() {
    let line = kayleigh().line(true);
    assert_eq!(line.leads[0].who.as_ref().map(|who| who.name.as_str()), Some("Joel Whitby"));
    assert_eq!(line.nobody_leads_since, Some(date(2026, 11, 12)));
    assert_eq!(
        line.questions,
        [
            Question::WhoLeads(date(2026, 11, 12)),
            Question::FamilyMeeting,
            Question::WhatWasItAbout(date(2022, 8, 24)),
        ]
    );
}

#[test]
fn a_data_officer_reads_days_and_codes_and_no_words() {
    let mut scribe = Scribe::default();
    let says = Some("Mr Khan writes:".to_owned());
    let heading = Some("Family Help".to_owned());
    let words = Some(Words { mark: Some("School writes".into()), heading, says, more: None });
    let step = Step { what: plan(Standing::FamilyHelp, None), words, planned: false };
    scribe.add(date(2026, 2, 26), step, None);
    let line = scribe.line(false);
    assert_eq!((line.days[0].mark(), line.days[0].steps[0].says.as_ref()), (None, None));
    assert_eq!(line.stretches[0].heading, None);
    assert_eq!(line.questions, vec![]);
    assert_eq!(scribe.line(true).days[0].mark(), Some("School writes"));
}

#[test]
fn a_year_that_came_over_has_a_row_and_no_mark() {
    let mut scribe = Scribe::default();
    let entry = scribe.here(date(2022, 1, 1), enquiry());
    entry.head.happened.precision = Precision::Year;
    assert!(!scribe.line(true).days[0].has_mark());
}
