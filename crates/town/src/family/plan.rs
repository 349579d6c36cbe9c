//! The family's own plan: its bottom lines, its rules, who is in the network, what was tried.

use jiff::civil::{Date, Time, Weekday};
use serde::Deserialize;

use super::{Id, Who};

/// The plan as it stands.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// What the family calls it.
    pub title: String,
    /// Counts up; missing in the short shape.
    pub version: Option<u32>,
    /// How far it has come.
    pub state: PlanState,
    /// In this state since.
    pub since: Option<Date>,
    /// The hours the plan calls night.
    pub nights: Option<Nights>,
    /// What must be so, whatever the plan.
    #[serde(default)]
    pub bottom_lines: Vec<BottomLine>,
    /// Who does what, when.
    pub rules: Vec<Rule>,
    /// Who is in it.
    #[serde(default)]
    pub network: Vec<NetworkMember>,
    /// Signs that it is slipping, and what happens then.
    #[serde(default)]
    pub red_flags: Vec<RedFlag>,
    /// What was tried.
    #[serde(default)]
    pub trials: Vec<Trial>,
}

/// How far a plan has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// First ideas.
    Sketch,
    /// Everybody has said yes.
    Agreed,
    /// It is being tried.
    BeingTried,
    /// It has held in hard weeks.
    Working,
    /// The family holds it without us.
    HeldByFamily,
    /// Over.
    Closed,
}

/// The hours the plan calls night.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nights {
    /// Night begins.
    pub from: Time,
    /// Night ends, next morning.
    pub to: Time,
    /// The night that matters.
    pub matters: Option<Date>,
}

/// What must be so, whatever the plan; set by the council, never negotiated.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BottomLine {
    /// Which one; missing in the short shape.
    pub id: Option<Id>,
    /// What must be so.
    pub text: String,
    /// The same in a few words.
    pub short: Option<String>,
    /// How many people it needs.
    pub needed: Option<u32>,
    /// Who they are so far.
    #[serde(default)]
    pub so_far: Vec<Who>,
    /// Why it is there.
    pub why: Option<String>,
    /// Who set it.
    pub set_by: Who,
    /// When it is looked at again.
    pub review: Date,
}

/// Who does what, when, and who would notice.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Which rule; missing in the short shape.
    pub id: Option<Id>,
    /// Who does it.
    pub who: Who,
    /// When.
    pub when: String,
    /// What; the words follow the name.
    pub does: String,
    /// The hours at which it holds.
    pub hours: Option<String>,
    /// The nights this person covers.
    pub cover: Option<Cover>,
    /// Who would notice; a person, never a service.
    pub watcher: Option<Who>,
    /// For the fridge and the front page.
    pub short: String,
    /// The first words of `short`, set bold.
    pub short_lead: Option<String>,
    /// How often it has been tried, and how that went.
    pub tried: Option<String>,
}

/// Days of the week and hours of the clock that somebody covers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// On which days.
    pub days: Vec<Day>,
    /// From.
    pub from: Time,
    /// To; earlier than `from` means next morning.
    pub to: Time,
}

/// A day of the week, as the files write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[expect(missing_docs, reason = "the names of the days say it all")]
pub enum Day {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

impl From<Day> for Weekday {
    fn from(day: Day) -> Self {
        match day {
            Day::Mon => Self::Monday,
            Day::Tue => Self::Tuesday,
            Day::Wed => Self::Wednesday,
            Day::Thu => Self::Thursday,
            Day::Fri => Self::Friday,
            Day::Sat => Self::Saturday,
            Day::Sun => Self::Sunday,
        }
    }
}

/// Somebody in the network.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NetworkMember {
    /// Who.
    pub person: Who,
    /// How much they know.
    pub ring: PlanRing,
    /// They have read the whole danger statement; missing where nobody has written it.
    pub knows_worries: Option<bool>,
    /// What they said they would do; empty: nothing yet.
    pub agreed_role: String,
    /// Who tells them the rest.
    pub told_by: Option<Who>,
    /// By when.
    pub by: Option<Date>,
}

/// How much somebody in the network knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanRing {
    /// The whole worry.
    KnowsAll,
    /// A part of it.
    KnowsSome,
}

/// A sign that the plan is slipping.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    /// Which one; missing in the short shape.
    pub id: Option<Id>,
    /// What is seen.
    pub sign: String,
    /// Who looks out for it.
    pub who_watches: Who,
    /// What happens then.
    pub then: String,
}

/// Something that was tried, for some days.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// Which one; missing in the short shape.
    pub id: Option<Id>,
    /// Its name; missing in the short shape.
    pub title: Option<String>,
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// What was tried.
    pub what: String,
    /// How it went.
    pub result: String,
    /// How it went, in a few words.
    pub short: Option<String>,
    /// A bad week; missing where nobody has written it.
    pub hard: Option<bool>,
    /// Who saw it.
    pub seen_by: Who,
}

/// What is tried next.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimelineStep {
    /// Which one.
    pub id: Id,
    /// What is tried.
    pub step: String,
    /// The same for the front page.
    pub short: String,
    /// Its name on a ruler.
    pub label: String,
    /// By when.
    pub by: Date,
    /// Whether it has been done.
    pub state: TimelineState,
}

/// Whether a step of the timeline lies ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimelineState {
    /// Ahead.
    Planned,
    /// Done.
    Done,
}
