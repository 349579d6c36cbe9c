//! Who is rung and who helps: as people pinned it, else as the work and the plan say.

use super::compose::{Composer, of};
use super::facts::Facts;
use super::people::Desk;
use super::{Helper, Ring};
use crate::card::Card;
use crate::id::{PersonId, TeamId};
use crate::involvement::{Involved, Involvement, Role};
use crate::kind::Payload;
use crate::pins::Rung;

/// Helpers that are shown where nobody has pinned any.
const HELPERS: usize = 6;

/// Whom and which desk the page rings where nobody has pinned any: whoever leads the work on the page's
/// day, and the team that is pinned or works with the child.
pub fn rung(facts: &Facts) -> (Option<PersonId>, Option<TeamId>) {
    let parts = current(facts);
    let lead = parts.iter().rev().find_map(|(_, part)| match (part.role, part.who) {
        (Role::Lead | Role::FamilyHelpLead, Involved::Person(person)) => Some(person),
        _ => None,
    });
    let pinned = of!(facts.cards, Pins).max_by_key(|(card, _)| card.rank());
    let pinned = pinned.into_iter().flat_map(|(_, pins)| &pins.ring);
    let pinned = pinned.into_iter().find_map(|ring| match ring.who {
        Rung::Team(team) => Some(team),
        Rung::Person(_) => None,
    });
    let works = parts.iter().rev().find_map(|(_, part)| match part.who {
        Involved::Team(team) => Some(team),
        Involved::Person(_) | Involved::NotYetAllocated => None,
    });
    (lead, pinned.or(works))
}

/// Who works with the child on the page's day, the earliest first.
fn current(facts: &Facts) -> Vec<(&Card, &Involvement)> {
    let holds = |part: &Involvement| {
        part.from <= facts.as_of && part.until.is_none_or(|until| facts.as_of <= until)
    };
    let mut parts: Vec<_> = of!(facts.cards, Involvement).filter(|(_, part)| holds(part)).collect();
    parts.sort_by_key(|(card, part)| (part.from, card.rank()));
    parts
}

impl Composer<'_> {
    pub(super) fn ring(&self) -> Vec<Ring> {
        let people = &self.facts.people;
        let pinned = self.pins.into_iter().flat_map(|pins| &pins.ring);
        let pinned: Vec<Ring> = pinned
            .filter_map(|ring| match ring.who {
                Rung::Person(person) => Some(self.rings(person, ring.hours.as_deref())),
                Rung::Team(team) => Some(desk(people.desk_of(team)?, ring.hours.as_deref())),
            })
            .collect();
        if !pinned.is_empty() {
            return pinned;
        }
        let (lead, team) = rung(self.facts);
        let duty = match team {
            Some(team) => people.desk_of(team),
            None => people.desks.first(),
        };
        lead.map(|lead| self.rings(lead, None))
            .into_iter()
            .chain(duty.map(|d| desk(d, None)))
            .collect()
    }

    fn rings(&self, person: PersonId, hours: Option<&str>) -> Ring {
        let phone = self.facts.people.phone_of(person);
        let note = phone.and_then(|phone| phone.note.as_deref());
        Ring {
            who: Some(self.circle.named(person)),
            hours: hours.or(note).unwrap_or_default().to_owned(),
            phone: phone.map(|phone| phone.number.clone()),
        }
    }

    pub(super) fn helping(&self) -> Vec<Helper> {
        let pinned = self.pins.into_iter().flat_map(|pins| &pins.helping);
        let pinned: Vec<Helper> =
            pinned.map(|helping| self.helper(helping.person, Some(helping.job.clone()))).collect();
        if !pinned.is_empty() {
            return pinned;
        }
        let mut network: Vec<_> = of!(self.facts.cards, NetworkMember)
            .filter(|(_, member)| member.counts())
            .filter(|(_, member)| member.moved_on.is_none_or(|day| self.facts.as_of < day))
            .collect();
        network.sort_by_key(|(card, _)| card.root);
        let network = network.into_iter().map(|(_, member)| {
            let job = member.short.as_ref().or(member.agreed_role.as_ref());
            self.helper(member.person, job.cloned())
        });
        let partners = current(self.facts).into_iter().filter_map(|(_, part)| match part.who {
            Involved::Person(person) if part.role == Role::Partner => Some(person),
            _ => None,
        });
        let partners = partners.map(|person| {
            let phone = self.facts.people.phone_of(person);
            self.helper(person, phone.and_then(|phone| phone.note.clone()))
        });
        let mut helpers: Vec<Helper> = Vec::new();
        for helper in network.chain(partners) {
            if helpers.len() < HELPERS && helpers.iter().all(|known| known.who.id != helper.who.id)
            {
                helpers.push(helper);
            }
        }
        helpers
    }

    fn helper(&self, person: PersonId, job: Option<String>) -> Helper {
        let phone = self.facts.people.phone_of(person);
        Helper {
            who: self.circle.named(person),
            job,
            phone: phone.map(|phone| phone.number.clone()),
        }
    }
}

fn desk(desk: &Desk, hours: Option<&str>) -> Ring {
    let note = desk.phone.as_ref().and_then(|phone| phone.note.as_deref());
    Ring {
        who: None,
        hours: hours.or(note).unwrap_or_default().to_owned(),
        phone: desk.phone.as_ref().map(|phone| phone.number.clone()),
    }
}
