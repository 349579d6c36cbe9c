//! The statutory line of one child: where the file stands, how it got there, and which dates were
//! asked for (A13). Imported and written steps stand on it together.
//!
//! ```text
//! stretches   ───────▬▬▬▬▬▬▬▬▬▬▬▬▬▬▬▬───────    weight is standing
//! days        □───○──○───○───────○───○           what happened, by day and by where it is written
//! leads       ◇──────────────────────            who leads, side by side
//! rulers      ├────●───────┤                     from the trigger to the limit, a dot when done
//! ```
//! The table of days is the master, the drawing its picture. Deliberately absent: colour for
//! lateness, counters, and words that a program makes; the page says kinds and codes in words.

use jiff::civil::Date;

use crate::front_page::{People, short_of};
use crate::id::{EntryId, PersonId};
use crate::involvement::Role;
use crate::kind::Kind;
use crate::step::{Conference, Standing};
use crate::time::Precision;

mod compose;
mod day;
mod limit;
pub mod place;
mod ruler;
mod stretch;
#[cfg(test)]
mod tests;
pub mod working_days;

pub use compose::{Asked, Linked, compose};
pub use limit::{LIMITS, Limit, LimitKey, Within};

/// The whole line, as it was on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepsLine {
    /// The day.
    pub as_of: Date,
    /// Whose.
    pub child: PersonId,
    /// The reader may read the words; otherwise days, kinds and codes alone.
    pub in_words: bool,
    /// There are older steps than those that were read.
    pub older: bool,
    /// How far the council was in the family's life, oldest first; they do not overlap.
    pub stretches: Vec<Stretch>,
    /// What happened, oldest first: one for each day and each place it is written in.
    pub days: Vec<StepDay>,
    /// Who led, in the order they began.
    pub leads: Vec<Lead>,
    /// Nobody is named as leading the family help since then, though work goes on.
    pub nobody_leads_since: Option<Date>,
    /// Dates asked for, the soonest limit first; the newest six.
    pub rulers: Vec<Ruler>,
    /// What nobody wrote, three at most.
    pub questions: Vec<Question>,
    /// Brothers and sisters on whose line some of these steps stand too.
    pub also_on: Vec<Who>,
}

/// Somebody, as a line names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// Who.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// Short name.
    pub called: String,
}

impl Who {
    /// Somebody by the name they have on this day; nothing where the record has none.
    pub fn of(people: &People, id: PersonId, on: Date) -> Option<Self> {
        let name = people.find(id)?.name(on)?;
        let called = name.known_as.clone().unwrap_or_else(|| short_of(&name.full).to_owned());
        Some(Self { id, name: name.full.clone(), called })
    }
}

/// A time of one standing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its standing; none is work without a plan.
    pub standing: Option<Standing>,
    /// From.
    pub from: Date,
    /// Until; none while it stands.
    pub until: Option<Date>,
    /// What people wrote over it.
    pub heading: Option<String>,
    /// Census category of abuse.
    pub category: Option<String>,
    /// Only a file from elsewhere says so.
    pub elsewhere: bool,
}

/// What happened on one day, as far as it is written in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepDay {
    /// The day.
    pub on: Date,
    /// How exactly it is known; a month or a year has no mark on the line.
    pub precision: Precision,
    /// Where it is written.
    pub origin: Origin,
    /// It is to come: agreed, not done.
    pub planned: bool,
    /// What happened, the most telling first; never empty.
    pub steps: Vec<Happening>,
}

impl StepDay {
    /// Whether it has a mark on the line. Who leads stands below it, in a lane of its own.
    pub fn has_mark(&self) -> bool {
        let exact = !matches!(self.precision, Precision::Month | Precision::Year);
        exact && self.steps.iter().any(|step| !matches!(step.done, Done::LeadBegan { .. }))
    }
    /// Somebody wrote of the same thing and the same day, and a file says it too: a person picks.
    pub fn stands_twice(&self) -> bool {
        self.steps.iter().any(|step| step.stands_twice)
    }
    /// The name people gave the mark.
    pub fn mark(&self) -> Option<&str> {
        self.steps.iter().find_map(|step| step.mark.as_deref())
    }
}

/// Where a step is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Here: a circle.
    Here,
    /// Elsewhere: a square, named and timed.
    Elsewhere {
        /// What it came from: "CIN census 2026".
        name: Option<String>,
        /// When it was read.
        read_on: Date,
    },
}

impl Origin {
    /// Whether it was written here.
    pub const fn is_here(&self) -> bool {
        matches!(self, Self::Here)
    }
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happening {
    /// The entry it stands in.
    pub root: EntryId,
    /// What.
    pub done: Done,
    /// The name of its mark, as people gave it.
    pub mark: Option<String>,
    /// The beginning of its row.
    pub says: Option<String>,
    /// The rest of its row.
    pub more: Option<String>,
    /// Notes and decisions it is written in.
    pub written_in: Vec<Linked>,
    /// Both a file and a person say it; both stand until a person picks.
    pub stands_twice: bool,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "fields are those of `step::What`, with persons by name")]
pub enum Done {
    Contact {
        from: Option<Who>,
        source: Option<String>,
        need: Option<String>,
    },
    Referral {
        from: Option<Who>,
        source: Option<String>,
        need: Option<String>,
        no_further_action: bool,
    },
    AssessmentBegan,
    AssessmentSigned {
        began_on: Date,
        by: Option<Who>,
        factors: Vec<String>,
    },
    /// An assessment is to be looked at again.
    LookAgain,
    Strategy {
        with: Vec<Who>,
    },
    EnquiryBegan {
        conference_needed: Option<bool>,
    },
    Conference {
        which: Conference,
        chair: Option<Who>,
        category: Option<String>,
    },
    PlanBegan {
        standing: Standing,
        category: Option<String>,
        plans_before: Option<u32>,
    },
    PlanEnded {
        standing: Standing,
        category: Option<String>,
    },
    Review {
        of: Standing,
    },
    CoreGroup {
        with: Vec<Who>,
    },
    /// Has a lane of its own.
    LeadBegan {
        who: Option<Who>,
        role: Role,
    },
    Decision,
    FamilyMeeting {
        wanted: Option<bool>,
        held_on: Option<Date>,
        proposal: Option<String>,
        not_offered_because: Option<String>,
    },
    BeforeCourt(BeforeCourt),
    PlacementBegan {
        with: Option<Who>,
    },
    PlacementEnded,
    Closed {
        reason: Option<String>,
    },
}

/// What was done before a court was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BeforeCourt {
    /// It began.
    Began,
    /// The letter that opens it.
    Letter,
    /// First meeting with parents and their lawyers.
    FirstMeeting,
    /// What is done next was decided.
    Decided,
    /// The court was asked.
    CourtAsked,
}

/// Who led, as what, from when until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// The entry that says so.
    pub root: EntryId,
    /// Who; none where the record has no name for them.
    pub who: Option<Who>,
    /// As what.
    pub role: Role,
    /// From.
    pub from: Date,
    /// Until; none while they lead.
    pub until: Option<Date>,
}

/// A date that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruler {
    /// What is asked.
    pub limit: &'static Limit,
    /// The trigger's day.
    pub from: Date,
    /// The last day that keeps to it.
    pub by: Date,
    /// When it was done.
    pub done: Option<DoneOn>,
}

/// When what was asked for was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DoneOn {
    /// The day.
    pub on: Date,
    /// How it lies to the limit.
    pub counted: Counted,
    /// Later than asked, and a decision from before that day says why.
    pub on_purpose: bool,
}

/// How a day lies to a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// On this working day after the trigger; the trigger's day is none.
    WorkingDay(u32),
    /// So many days before the limit; none is on the day itself.
    Before(u32),
    /// So many days later.
    Later(u32),
}

/// What nobody wrote, and somebody could say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Who leads since this day?
    WhoLeads(Date),
    /// Was a family group meeting offered?
    FamilyMeeting,
    /// What was earlier work about, of which only days came over?
    WhatWasItAbout(Date),
}

/// The kinds of entries that a step may be written in.
pub const WRITTEN_IN: [Kind; 5] =
    [Kind::Note, Kind::Decision, Kind::PlanReview, Kind::Assessment, Kind::Mapping];
