//! Who is who and who lives where around a child.

use super::Plain;
use domain::address::Whose;
use domain::front_page::{Kin, Place};
use domain::id::{HouseholdId, PersonId};
use domain::kind::Payload;
use domain::tie::What;
use domain::time::Precision;
use std::collections::BTreeSet;

impl Plain<'_> {
    pub(super) fn kin(&self, child: PersonId) -> Kin {
        let mut standing = self.standing.clone();
        standing.sort_by_key(|one| one.head.root);
        let payloads = || standing.iter().map(|one| (one.head.root, one.payload));
        let members = || {
            payloads().filter_map(|(_, said)| match said {
                Payload::FamilyMember(member) => Some(member),
                _ => None,
            })
        };
        let families: BTreeSet<_> =
            members().filter(|of| of.person == child).map(|of| of.family).collect();
        let members: Vec<_> =
            members().filter(|of| families.contains(&of.family)).cloned().collect();
        let mut who: BTreeSet<PersonId> = members.iter().map(|of| of.person).collect();
        if payloads().any(|(root, said)| root.0 == child.0 && matches!(said, Payload::Person(_))) {
            who.insert(child);
        }
        let mut kin = Kin { members, ..Kin::default() };
        for (_, said) in payloads() {
            if let Payload::Tie(tie) = said {
                let of = if matches!(tie.what, What::ParentOf { .. }) { tie.to } else { tie.from };
                kin.ties.extend(who.contains(&of).then(|| tie.clone()));
            }
        }
        let mut homes: BTreeSet<HouseholdId> = BTreeSet::new();
        for (_, said) in payloads() {
            if let Payload::HouseholdMember(lives) = said {
                homes.extend(who.contains(&lives.person).then_some(lives.household));
            }
        }
        for (root, said) in payloads() {
            match said {
                Payload::HouseholdMember(lives) if homes.contains(&lives.household) => {
                    kin.residents.push(lives.clone());
                }
                Payload::Household(home) if !home.sealed => {
                    let household = HouseholdId(root.0);
                    if homes.contains(&household) {
                        kin.places.push(Place { household, name: Some(home.name.clone()) });
                    }
                }
                _ => {}
            }
        }
        self.hide_sealed(&mut kin);
        kin
    }

    /// A home has no name while its own address, or that of anybody living there, is sealed.
    fn hide_sealed(&self, kin: &mut Kin) {
        let mut hidden: BTreeSet<HouseholdId> = BTreeSet::new();
        for one in &self.standing {
            let Payload::Address(address) = one.payload else { continue };
            let ended = address
                .until
                .filter(|until| until.precision() == Precision::Day)
                .is_some_and(|until| until.first_day() < self.as_of);
            if !address.sealed || ended {
                continue;
            }
            match address.of {
                Whose::Household(household) => {
                    hidden.insert(household);
                }
                Whose::Person(person) => hidden.extend(
                    kin.living(self.as_of).filter(|l| l.person == person).map(|l| l.household),
                ),
            }
        }
        kin.places.retain(|place| !hidden.contains(&place.household));
    }
}
