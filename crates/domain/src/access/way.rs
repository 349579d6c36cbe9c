//! The ways into a file: who holds one, how far it reaches, from when until when.
//!
//! A way is one row of the store's view `may_open(holder, person, reach, from, until)`: it exists
//! because somebody wrote an involvement, a restriction, a grant or a reason. See
//! [`super::list_rule`] for the arms of that view.

use crate::id::{AccountId, PersonId, TeamId};
use crate::involvement::{Involved, Involvement, Role as Part};
use crate::time::start_of;
use jiff::{Timestamp, civil::Date};

/// Who holds a way into a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Holder {
    /// One person, whatever account they sign in with.
    Person(PersonId),
    /// One account: a reason is given by whoever is signed in.
    Account(AccountId),
    /// Everyone in a team.
    Team(TeamId),
    /// Those who answer for a team.
    SupervisorsOf(TeamId),
    /// The pool of children who have no worker yet; every supervisor holds it.
    NotYetAllocated,
    /// Every account holds every file in this way; what it is worth is for the role to say.
    AnyFile,
}

impl Holder {
    /// One byte for what it is and sixteen for whose (zeros for a pool), as stores keep it.
    pub fn to_bytes(self) -> [u8; 17] {
        let (what, whose) = match self {
            Self::Person(id) => (1, *id.as_bytes()),
            Self::Account(id) => (2, *id.as_bytes()),
            Self::Team(id) => (3, *id.as_bytes()),
            Self::SupervisorsOf(id) => (4, *id.as_bytes()),
            Self::NotYetAllocated => (5, [0; 16]),
            Self::AnyFile => (6, [0; 16]),
        };
        let mut bytes = [what; 17];
        for (to, from) in bytes.iter_mut().skip(1).zip(whose) {
            *to = from;
        }
        bytes
    }
    /// Back from a store's bytes.
    pub fn from_bytes(bytes: [u8; 17]) -> Option<Self> {
        let (what, whose) = bytes.split_first()?;
        let whose: [u8; 16] = whose.try_into().ok()?;
        match what {
            1 => Some(Self::Person(PersonId::from_bytes(whose))),
            2 => Some(Self::Account(AccountId::from_bytes(whose))),
            3 => Some(Self::Team(TeamId::from_bytes(whose))),
            4 => Some(Self::SupervisorsOf(TeamId::from_bytes(whose))),
            5 => Some(Self::NotYetAllocated),
            6 => Some(Self::AnyFile),
            _ => None,
        }
    }
}

/// How far a way reaches, which is to say why it exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// The holder leads the work with the child.
    Leads,
    /// The holder works with the child: beside the lead, as chair, as reviewing officer.
    Works,
    /// The holder's whole team works with the child.
    TeamWorks,
    /// The holder comes to the family by their own agency, and neither leads nor co-works.
    Partner,
    /// The lead is in the holder's team.
    OwnTeam,
    /// The holder answers for the team of the lead.
    Supervises,
    /// The child waits for a worker.
    Waiting,
    /// A restriction of the file names the holder as one who may read it.
    Named,
    /// Somebody gave the holder access until a day.
    Granted,
    /// The holder gave a reason.
    Reason,
    /// The holder broke the glass.
    BreakGlass,
    /// There is a file; the holder has nothing to do with it.
    AnyFile,
}

impl Reach {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Leads,
        Self::Works,
        Self::TeamWorks,
        Self::Partner,
        Self::OwnTeam,
        Self::Supervises,
        Self::Waiting,
        Self::Named,
        Self::Granted,
        Self::Reason,
        Self::BreakGlass,
        Self::AnyFile,
    ];
    /// The word a store keeps.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::Works => "works",
            Self::TeamWorks => "team_works",
            Self::Partner => "partner",
            Self::OwnTeam => "own_team",
            Self::Supervises => "supervises",
            Self::Waiting => "waiting",
            Self::Named => "named",
            Self::Granted => "granted",
            Self::Reason => "reason",
            Self::BreakGlass => "break_glass",
            Self::AnyFile => "any_file",
        }
    }
    /// Back from that word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reach| reach.as_str() == word)
    }
}

/// From a moment until before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// The first moment.
    pub from: Timestamp,
    /// The first moment after it, where it ends.
    pub until: Option<Timestamp>,
}

impl Span {
    /// From the first moment of one day in London to the last of another.
    pub fn of_days(first: Date, last: Option<Date>) -> Self {
        let midnight = |day| Timestamp::from_microsecond(start_of(day)).ok();
        Self {
            from: midnight(first).unwrap_or(Timestamp::MIN),
            until: last.and_then(|day| day.tomorrow().ok()).and_then(midnight),
        }
    }
    /// Whether it holds at this moment.
    pub fn holds_at(&self, moment: Timestamp) -> bool {
        self.from <= moment && self.until.is_none_or(|until| moment < until)
    }
}

/// One way into one child's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Way {
    /// Who holds it.
    pub holder: Holder,
    /// How far it reaches.
    pub reach: Reach,
    /// While it holds.
    pub span: Span,
}

impl Way {
    /// The way that an involvement itself opens; [`Reach::OwnTeam`] and [`Reach::Supervises`]
    /// follow from the teams of whoever [`leads`].
    pub fn by(involvement: &Involvement) -> Option<Self> {
        let (holder, reach) = match (involvement.who, involvement.role) {
            (Involved::NotYetAllocated, _) => (Holder::NotYetAllocated, Reach::Waiting),
            (_, Part::Waiting) => return None,
            (Involved::Team(team), _) => (Holder::Team(team), Reach::TeamWorks),
            (Involved::Person(person), part) => (Holder::Person(person), reach_of(part)?),
        };
        Some(Self { holder, reach, span: Span::of_days(involvement.from, involvement.until) })
    }
}

fn reach_of(part: Part) -> Option<Reach> {
    match part {
        _ if leads(part) => Some(Reach::Leads),
        Part::Partner => Some(Reach::Partner),
        Part::Waiting => None,
        _ => Some(Reach::Works),
    }
}

/// Whether this part in the work is that of the lead worker: the social worker who leads, or the
/// family help lead of whatever agency.
pub const fn leads(part: Part) -> bool {
    matches!(part, Part::Lead | Part::FamilyHelpLead)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    #[test]
    fn a_holder_comes_back_from_its_bytes() {
        let id = Uuid::from_u128(0x0123_4567_89ab_cdef);
        for holder in [
            Holder::Person(PersonId(id)),
            Holder::Account(AccountId(id)),
            Holder::Team(TeamId(id)),
            Holder::SupervisorsOf(TeamId(id)),
            Holder::NotYetAllocated,
            Holder::AnyFile,
        ] {
            assert_eq!(Holder::from_bytes(holder.to_bytes()), Some(holder));
        }
        assert_eq!(Holder::from_bytes([0; 17]), None);
        assert!(Reach::ALL.iter().all(|reach| Reach::parse(reach.as_str()) == Some(*reach)));
    }

    #[test]
    fn an_involvement_holds_from_the_morning_of_its_first_day_to_the_night_of_its_last() {
        let span = Span::of_days(date(2026, 7, 1), Some(date(2026, 7, 3)));
        let at = |text: &str| span.holds_at(text.parse().unwrap());
        assert!(!at("2026-06-30T22:59:59Z"), "it is not yet July in London");
        assert!(at("2026-06-30T23:00:00Z"));
        assert!(at("2026-07-03T22:59:59Z"));
        assert!(!at("2026-07-03T23:00:00Z"), "it is the fourth in London");
        assert!(Span::of_days(date(2026, 7, 1), None).holds_at(Timestamp::MAX));
    }

    #[test]
    fn each_part_in_the_work_opens_its_own_way() {
        let nina = PersonId(Uuid::from_u128(1));
        let way = |who, role| {
            let from = date(2026, 1, 5);
            let part = Involvement { child: nina, who, role, title: None, from, until: None };
            Way::by(&part).map(|way| way.reach)
        };
        let worker = Involved::Person(PersonId(Uuid::from_u128(2)));
        assert_eq!(way(worker, Part::Lead), Some(Reach::Leads));
        assert_eq!(way(worker, Part::FamilyHelpLead), Some(Reach::Leads));
        assert_eq!(way(worker, Part::ConferenceChair), Some(Reach::Works));
        assert_eq!(way(worker, Part::Partner), Some(Reach::Partner));
        assert_eq!(way(worker, Part::Waiting), None);
        let duty = Involved::Team(TeamId(Uuid::from_u128(3)));
        assert_eq!(way(duty, Part::CoWorker), Some(Reach::TeamWorks));
        assert_eq!(way(Involved::NotYetAllocated, Part::Waiting), Some(Reach::Waiting));
    }
}
