//! What the people are called whom a page names, and which desks are rung.

use super::Plain;
use domain::front_page::{Desk, Facts, Known, People, Ranked, rung, to_be_named};
use domain::id::{PersonId, TeamId};
use domain::kind::Payload;
use domain::known_by::Scheme;
use domain::person::Phone;
use jiff::Timestamp;
use std::collections::BTreeSet;

impl Plain<'_> {
    pub(super) fn people(&self, facts: &Facts) -> People {
        let mut people = People::default();
        for who in to_be_named(facts) {
            let person = self.standing.iter().find_map(|one| match one.payload {
                Payload::Person(person) if one.head.root.0 == who.0 => Some(person.clone()),
                _ => None,
            });
            if let Some(person) = person {
                people.known.insert(who, Known { person, names: self.names(who) });
            }
        }
        people.desks = self.desks(facts);
        people.number = self.number(facts.child);
        people
    }

    fn names(&self, who: PersonId) -> Vec<Ranked> {
        let named = self.standing.iter().filter_map(|one| match one.payload {
            Payload::Name(name) if name.person == who => {
                let at = Timestamp::from_microsecond(one.head.happened.rank()).unwrap_or_default();
                Some(Ranked { name: name.clone(), rank: (at, one.head.recorded_at, one.head.id) })
            }
            _ => None,
        });
        named.collect()
    }

    fn desks(&self, facts: &Facts) -> Vec<Desk> {
        let (lead, team) = rung(facts);
        let mut teams: BTreeSet<TeamId> = team.into_iter().collect();
        for one in &self.standing {
            if let Payload::Account(account) = one.payload
                && account.closed_on.is_none()
                && Some(account.person) == lead
            {
                teams.extend(account.teams.iter().copied());
            }
        }
        let desk = |id: TeamId| {
            self.standing.iter().find_map(|one| match one.payload {
                Payload::Team(team) if one.head.root.0 == id.0 && team.closed_on.is_none() => {
                    let phone = team.duty_phone.as_ref();
                    let phone =
                        phone.map(|p| Phone { number: p.number.clone(), note: p.note.clone() });
                    Some(Desk { team: id, phone })
                }
                _ => None,
            })
        };
        teams.into_iter().filter_map(desk).collect()
    }

    fn number(&self, child: PersonId) -> Option<String> {
        let numbers = self.standing.iter().filter_map(|one| match one.payload {
            Payload::Identifier(known)
                if known.person == child && known.scheme == Scheme::LaChildId =>
            {
                Some(known.value.clone())
            }
            _ => None,
        });
        numbers.max()
    }
}
