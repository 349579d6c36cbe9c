//! One family as it stands in a file, in either shape, and the documents around it.

use serde::Deserialize;

use super::{
    Appreciative, AskedFor, Assessment, Chronology, Danger, Decision, FrontPage, Goal, Household,
    Involved, MapItem, MapSheet, Note, Partner, Person, Plan, PlanReview, Question, Scale,
    Showcase, Sitting, Staff, Step, Team, TeamId, Tie, TimelineStep, Unknown, Waiting, Who,
    WordsAndPictures,
};

/// One family and everything that is written about it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    /// `A`, `L07`: unique in the borough.
    #[serde(rename = "family")]
    pub name: String,
    /// One line.
    pub title: String,
    /// How far the work has come.
    pub stage: Stage,
    /// The council; missing in the short shape, whose families are all of the one borough.
    pub council: Option<String>,
    /// Missing: no team yet.
    pub team: Option<FamilyTeam>,
    /// Who leads, staff or partner; missing: not yet allocated. The full shape writes it beside
    /// the team.
    #[serde(default)]
    pub worker: Option<Who>,
    /// In no list and no search.
    #[serde(default)]
    pub restricted: bool,
    /// The only people who may open a restricted file.
    #[serde(default)]
    pub named: Vec<Who>,
    /// The children this work is about. Empty in the short shape: there they are known by their
    /// role.
    #[serde(default, rename = "children")]
    listed_children: Vec<Who>,
    /// Children, relatives and friends.
    pub people: Vec<Person>,
    /// The full shape names its staff once more; [`crate::borough`] joins them with the
    /// borough's.
    #[serde(default)]
    pub(crate) staff: Vec<Staff>,
    /// The same for partners.
    #[serde(default)]
    pub(crate) partners: Vec<Partner>,
    /// Who works with these children; empty in the short shape.
    #[serde(default)]
    pub involved: Vec<Involved>,
    /// What ties people to each other.
    #[serde(default)]
    pub ties: Vec<Tie>,
    /// Where they live and lived.
    pub households: Vec<Household>,
    /// One for each child the work is about.
    #[serde(rename = "front_page")]
    pub front_pages: Vec<FrontPage>,
    /// The map as a whole.
    pub map_sheet: Option<MapSheet>,
    /// The map's items.
    pub map: Vec<MapItem>,
    /// Danger statements and worries.
    pub dangers: Vec<Danger>,
    /// What answers them.
    pub goals: Vec<Goal>,
    /// Scales and what people said.
    pub scales: Vec<Scale>,
    /// The family's plan.
    pub plan: Option<Plan>,
    /// What is tried next.
    #[serde(default)]
    pub timeline: Vec<TimelineStep>,
    /// Reviews of the plan.
    #[serde(default)]
    pub plan_reviews: Vec<PlanReview>,
    /// Decisions, oldest first. The short shape writes at most one, as `decision`.
    #[serde(default, alias = "decision", deserialize_with = "super::shape::one_or_many")]
    pub decisions: Vec<Decision>,
    /// What we do not know yet.
    #[serde(default)]
    pub unknowns: Vec<Unknown>,
    /// What is asked next.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// What children drew and said.
    #[serde(default)]
    pub houses: Vec<Sitting>,
    /// A story for the child.
    pub words_and_pictures: Option<WordsAndPictures>,
    /// Notes.
    pub notes: Vec<Note>,
    /// What waits for somebody.
    #[serde(default)]
    pub waiting: Vec<Waiting>,
    /// The chronology.
    #[serde(default)]
    pub chronology: Vec<Chronology>,
    /// The statutory line.
    pub steps: Vec<Step>,
    /// Dates asked for.
    #[serde(default)]
    pub asked_for: Vec<AskedFor>,
    /// Assessments.
    #[serde(default)]
    pub assessments: Vec<Assessment>,
    /// What worked, told to colleagues.
    pub appreciative: Option<Appreciative>,
    /// The family lets its story be told.
    pub showcase: Option<Showcase>,
}

impl Family {
    /// The children this work is about, in the order they are listed.
    pub fn children(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| {
            if self.listed_children.is_empty() {
                person.role == "index child"
            } else {
                self.listed_children.contains(&person.id)
            }
        })
    }

    /// Somebody of this family, by the files' id.
    pub fn person(&self, who: &Who) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *who)
    }
}

/// The team a family is with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "TeamWritten")]
pub struct FamilyTeam {
    /// Which team.
    pub id: TeamId,
    /// Who works with the family and who stands behind that; missing in the short shape.
    pub leads: Option<TeamLeads>,
}

/// Who works with a family and who stands behind it, with the team's name and number said once
/// more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamLeads {
    /// The team's name.
    pub name: String,
    /// The worker.
    pub worker: Who,
    /// The worker's supervisor.
    pub supervisor: Who,
    /// The team's number.
    pub duty_phone: String,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum TeamWritten {
    Id(TeamId),
    Whole(TeamRow),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TeamRow {
    id: TeamId,
    name: String,
    worker: Who,
    supervisor: Who,
    duty_phone: String,
}

impl From<TeamWritten> for FamilyTeam {
    fn from(written: TeamWritten) -> Self {
        match written {
            TeamWritten::Id(id) => Self { id, leads: None },
            TeamWritten::Whole(TeamRow { id, name, worker, supervisor, duty_phone }) => {
                Self { id, leads: Some(TeamLeads { name, worker, supervisor, duty_phone }) }
            }
        }
    }
}

/// How far the work has come.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Stage {
    /// What it comes down to.
    pub kind: StageKind,
    /// The whole line.
    pub words: String,
}

/// The six places where a family can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StageKind {
    /// Somebody turned to us; nothing is decided.
    Contact,
    /// Family help.
    FamilyHelp,
    /// An assessment is open.
    Assessment,
    /// A child protection plan.
    Protection,
    /// Looked after.
    InCare,
    /// Closed.
    Closed,
}

impl TryFrom<String> for Stage {
    type Error = String;

    fn try_from(words: String) -> Result<Self, String> {
        const BEGINNINGS: [(&str, StageKind); 6] = [
            ("contact", StageKind::Contact),
            ("Family Help", StageKind::FamilyHelp),
            ("assessment", StageKind::Assessment),
            ("child protection plan", StageKind::Protection),
            ("in care", StageKind::InCare),
            ("closed", StageKind::Closed),
        ];
        match BEGINNINGS.iter().find(|(beginning, _)| words.starts_with(beginning)) {
            Some(&(_, kind)) => Ok(Self { kind, words }),
            None => Err(format!("no stage begins like `{words}`")),
        }
    }
}

/// The whole of the short file; the full file is a row of documents, each one [`Family`].
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ShortDocument {
    pub(crate) teams: Vec<Team>,
    pub(crate) staff: Vec<Staff>,
    pub(crate) partners: Vec<Partner>,
    pub(crate) families: Vec<Family>,
}
