//! Who is who around a child: parents, brothers and sisters, homes. Read from ties and households, and
//! never from a role that somebody typed, except where there is no tie.

use jiff::civil::Date;

use super::{Couple, Family, Household, ParentOf, People, Relative, Resident};
use crate::family_member::FamilyMember;
use crate::household_member::HouseholdMember;
use crate::id::{HouseholdId, PersonId};
use crate::tie::{Parenthood, Tie, What};

/// What is known of a family, as it was read.
#[derive(Debug, Clone, Default)]
pub struct Kin {
    /// Who belongs to the families of the child.
    pub members: Vec<FamilyMember>,
    /// What joins them.
    pub ties: Vec<Tie>,
    /// Who lives, and lived, in their homes.
    pub residents: Vec<HouseholdMember>,
    /// Those homes.
    pub places: Vec<Place>,
}

/// A home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which.
    pub household: HouseholdId,
    /// What the family calls it; none where it is sealed.
    pub name: Option<String>,
}

impl Kin {
    /// Everybody in it, each once.
    pub fn people(&self) -> Vec<PersonId> {
        let members = self.members.iter().map(|member| member.person);
        let tied = self.ties.iter().flat_map(|tie| [tie.from, tie.to]);
        let residents = self.residents.iter().map(|resident| resident.person);
        each_once(members.chain(tied).chain(residents))
    }

    /// Somebody's place in the family on this day; the newest where there are several.
    pub fn member(&self, who: PersonId, on: Date) -> Option<&FamilyMember> {
        let of = self.members.iter().filter(|member| member.person == who);
        of.max_by_key(|member| {
            let from = member.from.map(crate::fuzzy_date::FuzzyDate::first_day);
            let begun = from.is_none_or(|from| from <= on);
            let ended = member.until.is_some_and(|until| until.first_day() < on);
            (begun && !ended, from, member.role.clone())
        })
    }

    /// Parents of a child, and by what they are.
    pub fn parents(&self, child: PersonId) -> impl Iterator<Item = (PersonId, Parenthood)> {
        self.ties.iter().filter(move |tie| tie.to == child).filter_map(|tie| match tie.what {
            What::ParentOf { by, .. } => Some((tie.from, by)),
            _ => None,
        })
    }

    /// Parents by birth or adoption.
    pub fn own_parents(&self, child: PersonId) -> Vec<PersonId> {
        let own = |by| matches!(by, Parenthood::Biological | Parenthood::Adoptive);
        each_once(self.parents(child).filter(|(_, by)| own(*by)).map(|(parent, _)| parent))
    }

    /// Whoever is joined to the child by parents, children and couples, nearest first.
    pub fn joined_to(&self, child: PersonId) -> Vec<PersonId> {
        let mut joined = vec![child];
        let mut next = 0;
        while let Some(one) = joined.get(next).copied() {
            for tie in &self.ties {
                let of_blood = matches!(tie.what, What::ParentOf { .. } | What::Union(_));
                let other = match (tie.from == one, tie.to == one) {
                    (true, false) => tie.to,
                    (false, true) => tie.from,
                    _ => continue,
                };
                if of_blood && !joined.contains(&other) {
                    joined.push(other);
                }
            }
            next += 1;
        }
        joined
    }

    /// Who lives with whom on this day.
    pub fn living(&self, on: Date) -> impl Iterator<Item = &HouseholdMember> {
        self.residents.iter().filter(move |resident| resident.lives_there(on))
    }

    /// The name of a home, where anybody may be told it.
    pub fn place(&self, household: HouseholdId) -> Option<&str> {
        self.places.iter().find(|place| place.household == household)?.name.as_deref()
    }

    /// What the small drawing is laid out from. `called` gives each their short name; who has none is a
    /// parent whom nobody has named.
    pub fn drawing(
        &self,
        child: PersonId,
        on: Date,
        people: &People,
        called: impl Fn(PersonId) -> Option<String>,
    ) -> Family {
        let relative = |id: PersonId| {
            let known = people.find(id);
            Some(Relative {
                id,
                called: called(id)?,
                sex: people.sex_of(id),
                born: known.and_then(|known| known.person.born),
                died: known.and_then(|known| known.person.died_on).is_some_and(|day| day <= on),
                is_index: id == child,
            })
        };
        let drawn: Vec<Relative> = self.joined_to(child).into_iter().filter_map(relative).collect();
        let is_drawn = |id: PersonId| drawn.iter().any(|relative| relative.id == id);
        Family {
            parents: self.drawn_parents(is_drawn),
            couples: self.drawn_couples(is_drawn),
            households: self.drawn_homes(on, is_drawn),
            people: drawn,
        }
    }

    fn drawn_parents(&self, is_drawn: impl Fn(PersonId) -> bool) -> Vec<ParentOf> {
        let mut parents = Vec::new();
        for tie in self.ties.iter().filter(|tie| is_drawn(tie.to)) {
            if let What::ParentOf { .. } = tie.what {
                let parent = Some(tie.from).filter(|parent| is_drawn(*parent));
                let parent_of = ParentOf { child: tie.to, parent };
                if !parents.contains(&parent_of) {
                    parents.push(parent_of);
                }
            }
        }
        parents
    }

    /// One line for each couple: how they stand now, else how they stood last.
    fn drawn_couples(&self, is_drawn: impl Fn(PersonId) -> bool) -> Vec<Couple> {
        let mut unions: Vec<_> = self
            .ties
            .iter()
            .filter(|tie| is_drawn(tie.from) && is_drawn(tie.to))
            .filter_map(|tie| match tie.what {
                What::Union(kind) => {
                    let since = tie.since.map(crate::fuzzy_date::FuzzyDate::first_day);
                    let between = [tie.from.min(tie.to), tie.from.max(tie.to)];
                    Some(((between, tie.until.is_none(), since, kind), tie, kind))
                }
                _ => None,
            })
            .collect();
        unions.sort_by_key(|(rank, ..)| std::cmp::Reverse(*rank));
        unions.dedup_by_key(|((between, ..), ..)| *between);
        unions.sort_by_key(|((between, ..), ..)| *between);
        unions
            .into_iter()
            .map(|(_, tie, kind)| Couple { between: [tie.from, tie.to], kind })
            .collect()
    }

    fn drawn_homes(&self, on: Date, is_drawn: impl Fn(PersonId) -> bool) -> Vec<Household> {
        let living: Vec<_> = self.living(on).filter(|resident| is_drawn(resident.person)).collect();
        let homes = each_once(living.iter().map(|resident| resident.household));
        let members = |home: HouseholdId| {
            let there = living.iter().filter(|resident| resident.household == home);
            there.map(|r| Resident { id: r.person, sometimes: r.sometimes }).collect()
        };
        homes
            .into_iter()
            .map(|home| Household {
                place: self.place(home).map(str::to_owned),
                members: members(home),
            })
            .collect()
    }
}

/// Each once, in the order they are met.
pub(super) fn each_once<T: PartialEq>(many: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut once = Vec::new();
    for one in many {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}
