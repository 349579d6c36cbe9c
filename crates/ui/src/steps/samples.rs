//! Lines to look at: Idris, as his family's file tells it; Kayleigh with work that came over from
//! elsewhere; the same as a data officer sees it; a child of whom only files tell; nobody told yet.

use std::collections::BTreeMap;

use domain::board::BoardChild;
use domain::entry::{Entry, Link, NewEntry, Place, Relation, Series};
use domain::front_page::{Known, People, Ranked};
use domain::id::{Authority, EntryId, PersonId, WriterId};
use domain::involvement::Role;
use domain::kind::{Kind, Payload};
use domain::name::{Name, Usage};
use domain::person::Person;
use domain::step::{Conference, Standing, Step, What, Words};
use domain::steps_line::{Asked, Linked, StepsLine, Who, compose};
use domain::time::Happened;
use domain::voice::{Recorder, Source, SourceKind, Weight};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use maud::Markup;
use uuid::Uuid;

use super::{StepsPage, steps};
use crate::front_page::samples::{anita, frame, idris_named};
use crate::layout::Theme;

mod families;

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = frame(assets, theme);
    let nothing = StepsPage { line: Told::default().line(idris_named().id, true), ..idris() };
    let all = [
        ("steps", idris()),
        ("steps-kayleigh", kayleigh()),
        ("steps-no-words", no_words()),
        ("steps-from-files", from_files()),
        ("steps-nothing", nothing),
    ];
    all.into_iter().map(|(name, page)| (name, steps(&frame, &page))).collect()
}

/// Idris's line.
pub fn idris() -> StepsPage {
    let child = BoardChild {
        id: idris_named().id,
        name: "Idris Mahoney-Shah".into(),
        called: "Idris".into(),
        emblem: Some("a washing machine going round".into()),
    };
    let line = families::idris().line(child.id, true);
    StepsPage { child, line }
}

fn kayleigh_brannagh() -> BoardChild {
    BoardChild {
        id: PersonId(Uuid::from_u128(0xB1)),
        name: "Kayleigh Brannagh".into(),
        called: "Kayleigh".into(),
        emblem: Some("a stage with its curtains open and one star".into()),
    }
}

/// Kayleigh's line: help, protection, help again, and work of years ago that came over.
pub fn kayleigh() -> StepsPage {
    let child = kayleigh_brannagh();
    let mut line = families::kayleigh().line(child.id, true);
    line.also_on = vec![who(0xB2, "Tyler Brannagh", "Tyler"), who(0xB3, "Lola Brannagh", "Lola")];
    StepsPage { child, line }
}

/// Kayleigh's line as a data officer sees it.
pub fn no_words() -> StepsPage {
    let child = kayleigh_brannagh();
    let line = families::kayleigh().line(child.id, false);
    StepsPage { child, line }
}

/// A child of whom only census files tell.
pub fn from_files() -> StepsPage {
    let child = BoardChild {
        id: PersonId(Uuid::from_u128(0xF1)),
        name: "Child 9043".into(),
        called: "Child 9043".into(),
        emblem: None,
    };
    let line = families::from_files().line(child.id, false);
    StepsPage { child, line }
}

fn who(n: u128, name: &str, called: &str) -> Who {
    Who { id: PersonId(Uuid::from_u128(n)), name: name.into(), called: called.into() }
}

/// A family's steps while they are told.
#[derive(Default)]
pub(super) struct Told {
    entries: Vec<Entry>,
    linked: BTreeMap<EntryId, Linked>,
    people: People,
}

impl Told {
    fn line(&self, child: PersonId, in_words: bool) -> StepsLine {
        let asked = Asked { child, as_of: date(2026, 11, 24), in_words, older: false };
        compose(asked, &self.entries, &self.linked, &self.people)
    }

    fn person(&mut self, full: &str) -> PersonId {
        let n = 0x700 + self.people.known.len() as u128;
        let person = PersonId(Uuid::from_u128(n));
        let (known_as, usage) = (None, Usage::Usual);
        let name = Name { person, full: full.into(), known_as, usage, from: None, until: None };
        let at = Timestamp::UNIX_EPOCH;
        let rank = (at, at, EntryId(Uuid::nil()));
        let known = Known { person: Person::default(), names: vec![Ranked { name, rank }] };
        self.people.known.insert(person, known);
        person
    }

    /// A note or decision that a step may be written in.
    fn writing(&mut self, kind: Kind, word: &str, on: Date) -> EntryId {
        let root = EntryId(Uuid::from_u128(0x900 + self.linked.len() as u128));
        self.linked.insert(root, Linked { root, kind, word: word.into(), on });
        root
    }

    fn step(&mut self, on: Date, step: Step, written_in: &[EntryId]) {
        self.add(on, step, written_in, None);
    }

    fn bare(&mut self, on: Date, what: What) {
        self.add(on, Step::bare(what), &[], None);
    }

    fn from(&mut self, name: &str, on: Date, step: Step) {
        let source = Source {
            from: SourceKind::OtherSystem,
            name: Some(name.into()),
            weight: Weight::OnFile,
            reference: None,
        };
        self.add(on, step, &[], Some(source));
    }

    fn add(&mut self, on: Date, step: Step, written_in: &[EntryId], source: Option<Source>) {
        let id = EntryId(Uuid::from_u128(0x800 + self.entries.len() as u128));
        let mut new = NewEntry::first(id, vec![], Happened::on(on), Payload::Step(step));
        new.source = source;
        new.links = written_in.iter().map(|to| Link { how: Relation::SpeaksTo, to: *to }).collect();
        let head = new.head(Place {
            series: Series { writer: WriterId(Uuid::nil()), n: 1 },
            authority: Authority::WEXCOMBE,
            recorded_at: Timestamp::from_second(1_795_480_000).unwrap_or_default(),
            recorded_by: Recorder::Program { acting_for: None },
        });
        self.entries.push(Entry { head, payload: Some(new.payload) });
    }
}

/// A step with its words: mark, beginning of its row, the rest.
fn said(what: What, mark: &str, says: &str, more: &str) -> Step {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let words = Words { mark: some(mark), heading: None, says: some(says), more: some(more) };
    Step { what, words: Some(words), planned: false }
}

fn plan(standing: Standing, ended_on: Option<Date>, category: Option<&str>) -> What {
    let category = category.map(str::to_owned);
    let latest_category = category.clone();
    What::Plan { standing, ended_on, category, latest_category, plans_before: None }
}

fn headed(what: What, heading: &str) -> Step {
    let words = Words { heading: Some(heading.into()), ..Words::default() };
    Step { what, words: Some(words), planned: false }
}

const fn conference(which: Conference) -> What {
    What::Conference { which, chair: None, category: None }
}

const fn assessment(signed_on: Option<Date>, signed_by: Option<PersonId>) -> What {
    What::Assessment { look_again_on: None, signed_on, signed_by, factors: vec![] }
}

const fn enquiry() -> What {
    let needed = Some(true);
    What::Section47 { conference_by: None, conference_on: None, conference_needed: needed }
}

fn contact(source: &str) -> What {
    What::Contact { from: None, source: Some(source.into()), need: Some("N1".into()) }
}

fn leads(person: PersonId, role: Role, until: Option<Date>) -> What {
    What::Lead { person, role, until }
}

/// Anita, as these samples know her.
fn anita_leads(told: &mut Told) -> What {
    let anita = told.person(&anita().name);
    leads(anita, Role::FamilyHelpLead, None)
}
