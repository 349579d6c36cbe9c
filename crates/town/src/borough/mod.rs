//! The whole borough as one: teams, staff, partners and every family of both files.
//!
//! Families A to C name their staff and partners in ids of their own. [`borough`] joins them by
//! name with the people of the borough, so that each real person is one, whichever id points at
//! them. Where both files speak of the same person, team, number and role must agree; the job's
//! words are taken from the fuller file.

use jiff::civil::{Date, date};
use thiserror::Error;

use crate::family::{Family, Partner, Person, ShortDocument, Staff, Team, TeamId, Who};

#[cfg(test)]
mod tests;

/// The day the demo begins: a Tuesday. Nothing in the files lies after it but what is planned.
pub const DEMO_DAY: Date = date(2026, 11, 24);

const IN_FULL: &str = include_str!("../../families/wexcombe_in_full.yaml");
const IN_SHORT: &str = include_str!("../../families/wexcombe_in_short.yaml");

/// Why the files could not be read as one borough.
#[derive(Debug, Error)]
pub enum BoroughFault {
    /// A file is not in the shape its head describes.
    #[error("reading {file}: {source}")]
    Shape {
        /// Which of the two.
        file: &'static str,
        /// What the reader says, with line and column.
        source: Box<serde_saphyr::Error>,
    },
    /// The file of families A to C names somebody the borough does not have, or two of that name.
    #[error("{0} of families A to C is not exactly one person of the borough")]
    Stranger(String),
    /// The two files tell different things about one person.
    #[error("the two files do not agree about {name}: {what}")]
    Disagree {
        /// Whom.
        name: String,
        /// About what.
        what: &'static str,
    },
}

/// Wexcombe.
#[derive(Debug, Clone, PartialEq)]
pub struct Borough {
    /// Its teams.
    pub teams: Vec<Team>,
    /// The council's people, each once.
    pub staff: Vec<Staff>,
    /// People of other agencies, each once.
    pub partners: Vec<Partner>,
    /// Its families: A, B and C in full, then the rest in the order of their file.
    pub families: Vec<Family>,
}

/// Somebody the files can point at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Someone<'b> {
    /// A child, relative or friend, and their family.
    Relative(&'b Person, &'b Family),
    /// One of the council's people.
    Staff(&'b Staff),
    /// A person of another agency.
    Partner(&'b Partner),
}

impl<'b> Someone<'b> {
    /// Their name.
    pub fn name(self) -> &'b str {
        match self {
            Self::Relative(person, _) => &person.name,
            Self::Staff(staff) => &staff.name,
            Self::Partner(partner) => &partner.name,
        }
    }

    /// The one id under which they are kept.
    pub fn id(self) -> &'b Who {
        match self {
            Self::Relative(person, _) => &person.id,
            Self::Staff(staff) => &staff.id,
            Self::Partner(partner) => &partner.id,
        }
    }
}

impl Borough {
    /// The family of that name: `A`, `L07`.
    pub fn family(&self, name: &str) -> Option<&Family> {
        self.families.iter().find(|family| family.name == name)
    }

    /// The team with that id.
    pub fn team(&self, id: &TeamId) -> Option<&Team> {
        self.teams.iter().find(|team| team.id == *id)
    }

    /// The member of staff, under either of their ids.
    pub fn staff(&self, who: &Who) -> Option<&Staff> {
        self.staff.iter().find(|staff| staff.id == *who || staff.also.as_ref() == Some(who))
    }

    /// The partner, under either of their ids.
    pub fn partner(&self, who: &Who) -> Option<&Partner> {
        self.partners.iter().find(|one| one.id == *who || one.also.as_ref() == Some(who))
    }

    /// Whoever that id points at. Two ids of one person give the same [`Someone::id`].
    pub fn someone(&self, who: &Who) -> Option<Someone<'_>> {
        let relative = || {
            let found = |family| Family::person(family, who).map(|person| (person, family));
            self.families.iter().find_map(found)
        };
        (self.staff(who).map(Someone::Staff))
            .or_else(|| self.partner(who).map(Someone::Partner))
            .or_else(|| relative().map(|(person, family)| Someone::Relative(person, family)))
    }
}

/// Reads both files as one borough.
///
/// # Errors
/// The files are part of the program, so an error is a fault in them; it says where.
pub fn borough() -> Result<Borough, BoroughFault> {
    let shape = |file| move |source| BoroughFault::Shape { file, source: Box::new(source) };
    let yaml_1_2 = || serde_saphyr::options! { strict_booleans: true };
    let short: ShortDocument = serde_saphyr::from_str_with_options(IN_SHORT, yaml_1_2())
        .map_err(shape("wexcombe_in_short.yaml"))?;
    let full: Vec<Family> = serde_saphyr::from_multiple_with_options(IN_FULL, yaml_1_2())
        .map_err(shape("wexcombe_in_full.yaml"))?;
    let ShortDocument { teams, staff, partners, families } = short;
    let mut borough = Borough { teams, staff, partners, families: full };
    borough.join_staff()?;
    borough.join_partners()?;
    borough.families.iter_mut().for_each(settle_worker);
    borough.families.extend(families);
    Ok(borough)
}

/// The full shape writes the worker beside the team; afterwards every family has it in one place.
fn settle_worker(family: &mut Family) {
    if let Some(leads) = family.team.as_ref().and_then(|team| team.leads.as_ref()) {
        family.worker = Some(leads.worker.clone());
    }
}

/// The one person of that name.
fn only<'p, P>(people: &'p mut [P], name: &str, named: fn(&P) -> &str) -> Option<&'p mut P> {
    let mut found = people.iter_mut().filter(|person| named(person) == name);
    let one = found.next();
    if found.next().is_some() { None } else { one }
}

impl Borough {
    fn join_staff(&mut self) -> Result<(), BoroughFault> {
        let told = self.families.iter_mut().flat_map(|family| std::mem::take(&mut family.staff));
        for fuller in told.collect::<Vec<_>>() {
            let stranger = || BoroughFault::Stranger(fuller.name.clone());
            let one =
                only(&mut self.staff, &fuller.name, |staff| &staff.name).ok_or_else(stranger)?;
            let differs = (one.role != fuller.role)
                .then_some("role")
                .or((one.team != fuller.team).then_some("team"))
                .or((one.phone != fuller.phone).then_some("phone"))
                .or((one.account != fuller.account).then_some("account"));
            if let Some(what) = differs {
                return Err(BoroughFault::Disagree { name: fuller.name, what });
            }
            one.also = Some(fuller.id);
            one.job = fuller.job;
            one.help_level = fuller.help_level;
            one.hours = fuller.hours;
        }
        Ok(())
    }

    fn join_partners(&mut self) -> Result<(), BoroughFault> {
        let told = self.families.iter_mut().flat_map(|family| std::mem::take(&mut family.partners));
        for fuller in told.collect::<Vec<_>>() {
            let stranger = || BoroughFault::Stranger(fuller.name.clone());
            let one =
                only(&mut self.partners, &fuller.name, |one| &one.name).ok_or_else(stranger)?;
            let differs = (one.organisation != fuller.organisation)
                .then_some("organisation")
                .or((one.kind != fuller.kind).then_some("kind"))
                .or((one.phone != fuller.phone).then_some("phone"));
            if let Some(what) = differs {
                return Err(BoroughFault::Disagree { name: fuller.name, what });
            }
            one.also = Some(fuller.id);
            one.job = fuller.job;
            one.hours = fuller.hours;
        }
        Ok(())
    }
}
