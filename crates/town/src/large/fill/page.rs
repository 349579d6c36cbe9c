//! What an open family's front pages are read from: statement and goal, map, scales, plan,
//! decision, what is not known, and for each child what they want people to know.

use domain::child_message::ChildMessage;
use domain::danger_statement::DangerStatement;
use domain::emblem::{Emblem, Made};
use domain::id::{EntryId, PersonId, TeamId};
use domain::map_item::{MapItem, MapKind};
use domain::pins::{Helping, Pins, Ring, Rung};
use domain::safety_goal::SafetyGoal;
use domain::scale::{Scale, ScaleKind};
use domain::time::Happened;
use domain::tonight::Tonight;
use domain::unknown::Unknown;
use jiff::ToSpan;

use super::book::Page;
use super::share::Share;
use super::staff::Staff;
use super::words::{CARE, STORIES, Story};
use super::{Home, InventedFamily, Kin, form, plan};

/// Writes the front pages of an open family's children.
pub fn page(
    page: &mut Page,
    family: &InventedFamily,
    share: &Share,
    home: &mut Home,
    staff: &Staff,
) {
    let stories = u64::try_from(STORIES.len()).unwrap_or(1);
    let story = usize::try_from(family.number % stories).unwrap_or_default();
    let Some(story) = STORIES.get(story) else { return };
    let Some(people) = People::of(family, share, home, staff) else { return };
    home.raters = vec![people.mum, people.worker, people.near, people.health];
    let files = home.children().to_vec();
    let mut telling = Telling {
        page: page.by(share.worker),
        story,
        people: &people,
        files: &files,
        on: Happened::on(share.page_on()),
        share,
    };
    let map = telling.map();
    let plan = plan::plan(&mut telling, map.danger);
    for (place, child) in files.iter().enumerate() {
        let called = family.people.get(place).map_or("", |person| person.given);
        let scales = telling.child(*child, called, &map, &plan);
        home.scales.push(scales);
    }
}

/// Who plays which part.
pub struct People {
    pub child: &'static str,
    pub mum: PersonId,
    pub mum_called: &'static str,
    /// Whoever is nearest beside the parents.
    pub near: PersonId,
    pub near_called: &'static str,
    /// Everybody who is in the plan.
    pub network: Vec<PersonId>,
    pub worker: PersonId,
    pub team: TeamId,
    pub health: PersonId,
    pub school: PersonId,
}

impl People {
    fn of(family: &InventedFamily, share: &Share, home: &Home, staff: &Staff) -> Option<Self> {
        let worker = staff.worker(share.worker)?;
        let [health, school] = worker.partners;
        let grown_ups: Vec<_> = (family.people.iter().zip(&home.people))
            .filter(|(told, _)| told.kin != Kin::Child)
            .map(|(told, id)| (told.known_as.unwrap_or(told.given), *id, told.kin))
            .collect();
        let (mum_called, mum, _) = *grown_ups.first()?;
        let is_near = |kin| matches!(kin, Kin::Grandparent | Kin::AuntOrUncle | Kin::Friend);
        let near = grown_ups.iter().find(|(_, _, kin)| is_near(*kin));
        let near = near.map_or(("the health visitor", health), |(name, id, _)| (*name, *id));
        Some(Self {
            child: family.people.first()?.given,
            mum,
            mum_called,
            near: near.1,
            near_called: near.0,
            network: grown_ups.iter().map(|(_, id, _)| *id).take(4).collect(),
            worker: worker.person,
            team: worker.team,
            health,
            school,
        })
    }
}

/// What is needed to tell it.
pub struct Telling<'t> {
    pub page: &'t mut Page,
    pub story: &'t Story,
    pub people: &'t People,
    /// The children in whose files the family's lines are.
    pub files: &'t [PersonId],
    pub on: Happened,
    pub share: &'t Share,
}

/// What stands on the map once it is written.
struct Map {
    danger: EntryId,
    goal: EntryId,
    well: Vec<EntryId>,
    unknowns: Vec<EntryId>,
}

impl Telling<'_> {
    /// With the names filled in.
    pub fn say(&self, words: &str) -> String {
        self.say_of(words, self.people.child)
    }

    fn say_of(&self, words: &str, child: &str) -> String {
        words
            .replace("{child}", child)
            .replace("{mum}", self.people.mum_called)
            .replace("{nan}", self.people.near_called)
    }

    fn map(&mut self) -> Map {
        let People { mum, near, worker, health, .. } = *self.people;
        let danger = DangerStatement {
            who_worries: vec![worker, near, health],
            disagreement: Some(self.say(self.story.disagreement)),
            disagreed_by: vec![mum],
            ..form::danger(self.say(self.story.danger))
        };
        let danger = self.page.write(self.files, self.on, danger);
        let goal = SafetyGoal {
            danger: Some(danger),
            actors: vec![mum, near],
            seen_by: vec![near, health],
            duration_months: Some(6),
            written_with: vec![mum],
            ..form::goal(self.say(self.story.goal))
        };
        let goal = self.page.write(self.files, self.on, goal);
        for worry in self.story.worries {
            let item = form::map_item(MapKind::Complicating, self.say(worry));
            self.page.quote(near, self.files, self.on, item);
        }
        let well = self.story.well.into_iter().enumerate().map(|(place, well)| {
            let seen = place == 0;
            let kind = if seen { MapKind::Safety } else { MapKind::Strength };
            let item =
                MapItem { danger: seen.then_some(danger), ..form::map_item(kind, self.say(well)) };
            self.page.quote(if seen { near } else { mum }, self.files, self.on, item)
        });
        let well = well.collect();
        let unknowns = self.story.unknowns.into_iter().map(|(question, short)| {
            let unknown = Unknown {
                question: self.say(question),
                short: Some(self.say(short)),
                since: Some(self.share.came_on),
                who_finds_out: Some(worker),
                by: Some(self.share.until.saturating_add(20.days())),
                came_from: Some(danger),
                found: None,
            };
            self.page.write(self.files, self.on, unknown)
        });
        let unknowns = unknowns.collect();
        Map { danger, goal, well, unknowns }
    }

    /// What is a child's own; gives the two scales.
    fn child(
        &mut self,
        child: PersonId,
        called: &str,
        map: &Map,
        plan: &plan::Written,
    ) -> [EntryId; 2] {
        let People { near, .. } = *self.people;
        let own = [child];
        let lines = self.story.tonight.map(|line| self.say_of(line, called)).to_vec();
        self.page.write(&own, self.on, Tonight { child, lines });
        let text = self.say_of(self.story.message, called);
        self.page.quote(near, &own, self.on, ChildMessage { child, text });
        let emblem = Emblem {
            child,
            shows: self.story.emblem.to_owned(),
            given_by: Some(near),
            how: Some(Made::Chosen),
            picture: None,
        };
        self.page.write(&own, self.on, emblem);
        let scales = [
            self.scale(child, called, (ScaleKind::Danger, Some(map.danger)), self.story.scale),
            self.scale(child, called, (ScaleKind::EverydayCare, None), CARE),
        ];
        let pins = self.pins(child, map, plan, scales);
        self.page.write(&own, self.on, pins);
        scales
    }

    fn scale(
        &mut self,
        child: PersonId,
        called: &str,
        (kind, danger): (ScaleKind, Option<EntryId>),
        words: [&str; 3],
    ) -> EntryId {
        let [title, anchor0, anchor10] = words.map(|words| self.say_of(words, called));
        let scale = Scale { kind, title: Some(title), anchor0, anchor10, danger };
        self.page.write(&[child], self.on, scale)
    }

    fn pins(&self, child: PersonId, map: &Map, plan: &plan::Written, scales: [EntryId; 2]) -> Pins {
        let People { worker, team, near, health, school, mum, .. } = *self.people;
        let ring = |who, hours: &str| Ring { who, hours: Some(hours.to_owned()) };
        let helps = |person, job: &str| Helping { person, job: job.to_owned() };
        Pins {
            dangers: vec![map.danger],
            strengths: map.well.clone(),
            goals: vec![map.goal],
            next: plan.steps.clone(),
            scales: scales.to_vec(),
            plan_rules: plan.rules.clone(),
            decision: Some(plan.decision),
            unknowns: map.unknowns.clone(),
            ring: vec![
                ring(Rung::Person(worker), "to 5 pm"),
                ring(Rung::Person(near), "any time"),
                ring(Rung::Team(team), "any time"),
            ],
            helping: vec![
                helps(near, "evenings"),
                helps(mum, "mornings"),
                helps(health, "clinic"),
                helps(school, "school"),
            ],
            ..form::pins(child)
        }
    }
}
