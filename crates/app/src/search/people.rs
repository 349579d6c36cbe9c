//! Finding people: by number, by day of birth, by name.
//!
//! Candidates are ranked before they are sifted, so that only as many are sifted as a page shows;
//! nobody who was not sifted is said to be there, in the answer or by leaving room for them.

use super::desk;
use crate::error::Result;
use domain::access::{Action, Asked as Ask, Decision, Viewer, decide};
use domain::front_page::People;
use domain::id::{FamilyId, PersonId};
use domain::identifier::Identifier;
use domain::known_by::Scheme;
use domain::search::{Asks, Likeness, PersonHit, SeenThrough, Sought, Why};
use domain::sound;
use domain::time::day_of;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::people::Beside;
use store::search::{NameRow, Sieve, Standing, WorkerRow};
use store::tx::Tx;

/// Candidates that are measured, of the viewer's own and of all others.
const CANDIDATES: usize = 200;
/// People on a page.
const SHOWN: usize = 20;
/// Sifted at a time.
const AT_A_TIME: usize = 40;
/// The least likeness of a name, of 1000, and how far behind the best a name may be.
const ALIKE: u16 = 640;
const BEHIND: u16 = 200;
/// More words than this are no name.
const NAME_WORDS_MAX: usize = 6;
/// More keys than this are not looked up.
const KEYS_MAX: usize = 32;

/// Who was found, and what is asked about somebody who is not shown.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub hits: Vec<PersonHit>,
    pub asked: Option<Asked>,
}

/// A restricted file that was asked for exactly.
#[derive(Debug)]
pub(super) struct Asked {
    /// Whose it is, which nobody is told.
    pub child: PersonId,
    /// By what it was asked for.
    pub by: Action,
    /// What the viewer is asked.
    pub asks: Asks,
}

/// A person who may be meant.
struct Meant {
    person: PersonId,
    why: Why,
    /// Likeness, 0 to 1000; born on the day that was typed; near to the viewer.
    rank: (bool, u16, bool),
}

pub(super) fn find(tx: &mut Tx, viewer: &Viewer, sought: &Sought) -> Result<Found> {
    let near = Near::of(tx, viewer)?;
    let mut meant = by_number(tx, viewer, sought)?;
    let numbered: HashSet<PersonId> = meant.iter().map(|one| one.person).collect();
    let named = by_name_and_birth(tx, viewer, sought, &near)?;
    meant.extend(named.into_iter().filter(|one| !numbered.contains(&one.person)));
    let mut sifting = Sifting {
        viewer,
        by_name: Sieve::of(viewer, Action::FindByName),
        front_pages: Sieve::of(viewer, Action::OpenFrontPage),
        found: Vec::new(),
        asked: None,
    };
    for some in meant.chunks(AT_A_TIME) {
        sifting.sift(tx, some)?;
        if sifting.found.len() >= SHOWN {
            break;
        }
    }
    let Sifting { mut found, asked, .. } = sifting;
    let best = found.iter().map(|(one, _)| one.rank.1).max().unwrap_or_default();
    found.retain(|(one, _)| one.rank.1 + BEHIND >= best);
    found.truncate(SHOWN);
    Ok(Found { hits: hits(tx, viewer, found)?, asked })
}

/// Those a viewer works with, and who is tied to them: of two Kayleighs they mean theirs.
struct Near(HashSet<PersonId>);

impl Near {
    fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Self> {
        let own = tx.list_own_children(viewer)?;
        let tied = tx.list_tied(&own)?;
        Ok(Self(own.into_iter().chain(tied.into_iter().map(|(_, other)| other)).collect()))
    }
}

/// Whose number it is, exactly.
fn by_number(tx: &mut Tx, viewer: &Viewer, sought: &Sought) -> Result<Vec<Meant>> {
    let mut meant: Vec<Meant> = Vec::new();
    for number in Identifier::guess(number_typed(&sought.typed)) {
        let scheme = match number {
            Identifier::LaChildId(_) => Scheme::LaChildId,
            Identifier::Upn(_) => Scheme::Upn,
            Identifier::FormerUpn(_) => Scheme::FormerUpn,
            Identifier::NhsNumber(_) => Scheme::Nhs,
            Identifier::Local { .. } => continue,
        };
        let who = tx.find_known_by(viewer.authority, scheme, &number.key())?;
        if let Some(person) = who.filter(|who| meant.iter().all(|one| one.person != *who)) {
            meant.push(Meant { person, why: Why::Number(scheme), rank: (true, 1000, true) });
        }
    }
    Ok(meant)
}

/// A number as it was typed, or as lists call a child who has no other name: "Child WX00317".
fn number_typed(typed: &str) -> &str {
    let (first, rest) = typed.trim().split_once(' ').unwrap_or(("", typed));
    if first.eq_ignore_ascii_case("child") { rest } else { typed }
}

/// Who is called so, and who was born on the day; who is both stands first.
fn by_name_and_birth(
    tx: &mut Tx,
    viewer: &Viewer,
    sought: &Sought,
    near: &Near,
) -> Result<Vec<Meant>> {
    let born: HashSet<PersonId> = match sought.born {
        Some(day) => tx.list_born(viewer.authority, day, 500)?.into_iter().collect(),
        None => HashSet::new(),
    };
    let words = sound::words(&sought.name).len();
    let mut keys = sound::keys(&sought.name);
    keys.truncate(if words > NAME_WORDS_MAX { 0 } else { KEYS_MAX });
    let candidates = tx.list_candidates(&keys, &near.0, CANDIDATES)?;
    let mut who: Vec<PersonId> = candidates.iter().map(|one| one.person).collect();
    who.extend(born.iter().copied());
    who.sort_unstable();
    who.dedup();
    let mut meant = likenesses(tx, sought, &who, words > 0)?;
    if words == 0 {
        // Whom nobody has named yet is found by the day alone.
        let named: HashSet<PersonId> = meant.iter().map(|one| one.person).collect();
        let nameless = born.iter().filter(|who| !named.contains(*who));
        let rank = (false, 1000, false);
        meant.extend(nameless.map(|who| Meant { person: *who, why: Why::Born, rank }));
    }
    for one in &mut meant {
        one.rank.0 = born.contains(&one.person);
        one.rank.2 = near.0.contains(&one.person);
    }
    meant.retain(|one| one.rank.1 >= ALIKE && (words > 0 || one.rank.0));
    meant.sort_by_key(|one| (Reverse(one.rank), one.person));
    Ok(meant)
}

/// Each of these by the likest of their names.
fn likenesses(tx: &mut Tx, sought: &Sought, who: &[PersonId], by_name: bool) -> Result<Vec<Meant>> {
    let measure = sound::Sought::new(&sought.name);
    let mut best: HashMap<PersonId, (u16, NameRow, String)> = HashMap::new();
    for row in tx.list_names(who)? {
        let (likeness, name) = likest(&measure, &row);
        let known = best.get(&row.person);
        if known.is_none_or(|(before, other, _)| (*before, &other.full) < (likeness, &row.full)) {
            best.insert(row.person, (likeness, row, name));
        }
    }
    let meant = best.into_iter().map(|(person, (likeness, _, name))| {
        let near = Likeness::of(&sought.name, &name);
        if by_name {
            Meant { person, why: Why::OtherName(name, near), rank: (false, likeness, false) }
        } else {
            Meant { person, why: Why::Born, rank: (false, 1000, false) }
        }
    });
    Ok(meant.collect())
}

/// The likest way of saying one name: the whole, what people call them, or that with the last
/// word of the whole.
fn likest(measure: &sound::Sought, row: &NameRow) -> (u16, String) {
    let whole = (measure.similarity(&row.full), row.full.clone());
    let called = row.known_as.as_ref().filter(|called| !row.full.starts_with(called.as_str()));
    let Some(called) = called else { return whole };
    let last = row.full.split_whitespace().next_back().unwrap_or_default();
    let said = format!("{called} {last}");
    [whole, (measure.similarity(called), called.clone()), (measure.similarity(&said), said)]
        .into_iter()
        .max_by_key(|(likeness, _)| *likeness)
        .unwrap_or_default()
}

/// What is left of those who may be meant when nobody is shown whom the viewer may not find.
struct Sifting<'a> {
    viewer: &'a Viewer,
    by_name: Sieve<'a>,
    front_pages: Sieve<'a>,
    /// Each with the children they are seen through; none for somebody with a file.
    found: Vec<(Meant, Vec<PersonId>)>,
    asked: Option<Asked>,
}

impl Sifting<'_> {
    fn sift(&mut self, tx: &mut Tx, some: &[Meant]) -> Result<()> {
        let who: Vec<PersonId> = some.iter().map(|one| one.person).collect();
        let standing = self.by_name.sift(tx, &who)?;
        let of: HashMap<PersonId, Standing> =
            standing.into_iter().map(|one| (one.person, one)).collect();
        let no_file = |one: &&Meant| of.get(&one.person).is_some_and(|s| !s.has_file);
        let kin: Vec<PersonId> = some.iter().filter(no_file).map(|one| one.person).collect();
        let through = self.seen_through(tx, &kin)?;
        for one in some {
            let Some(standing) = of.get(&one.person) else { continue };
            let through = through.get(&one.person);
            if !standing.has_file {
                if let Some(children) = through {
                    self.found.push((one.again(), children.clone()));
                }
            } else if standing.listed && !matches!(one.why, Why::Number(_)) {
                self.found.push((one.again(), Vec::new()));
            } else if let Some(by) = one.asked_by() {
                self.ask(tx, one, by)?;
            }
        }
        Ok(())
    }

    /// Somebody's file that was asked for exactly, by whoever may so ask.
    fn ask(&mut self, tx: &mut Tx, one: &Meant, by: Action) -> Result<()> {
        let file = tx.file_access(self.viewer, one.person)?;
        let asks = match decide(self.viewer, by, &file) {
            Decision::Grant(_) => {
                self.found.push((one.again(), Vec::new()));
                return Ok(());
            }
            Decision::Hide => return Ok(()),
            Decision::Ask(Ask::Reason) => Asks::Reason,
            Decision::Ask(Ask::BreakGlass) => Asks::BreakGlass,
            Decision::Ask(Ask::Duty) => Asks::Duty(duty_of(tx, self.viewer, one.person)?),
        };
        self.asked.get_or_insert(Asked { child: one.person, by, asks });
        Ok(())
    }

    /// The children through whose files people without one are seen.
    fn seen_through(
        &mut self,
        tx: &mut Tx,
        kin: &[PersonId],
    ) -> Result<BTreeMap<PersonId, Vec<PersonId>>> {
        let tied = tx.list_tied(kin)?;
        let mut children: Vec<PersonId> = tied.iter().map(|(_, child)| *child).collect();
        children.sort_unstable();
        children.dedup();
        let standing = self.front_pages.sift(tx, &children)?;
        let open = standing.iter().filter(|one| one.has_file && one.listed);
        let open: HashSet<PersonId> = open.map(|one| one.person).collect();
        let mut through: BTreeMap<PersonId, Vec<PersonId>> = BTreeMap::new();
        for (who, child) in tied.into_iter().filter(|(_, child)| open.contains(child)) {
            let children = through.entry(who).or_default();
            if !children.contains(&child) {
                children.push(child);
            }
        }
        Ok(through)
    }
}

impl Meant {
    fn again(&self) -> Self {
        Self { person: self.person, why: self.why.clone(), rank: self.rank }
    }

    /// By what somebody was asked for exactly: a number, or the whole name with the day of birth.
    fn asked_by(&self) -> Option<Action> {
        match &self.why {
            Why::Number(_) => Some(Action::FindByIdentifier),
            Why::OtherName(_, Likeness::Same) if self.rank.0 && self.rank.1 >= 990 => {
                Some(Action::FindByNameAndBirth)
            }
            _ => None,
        }
    }
}

/// The desk of the team that works with a child; another, where that one has no number.
fn duty_of(tx: &mut Tx, viewer: &Viewer, child: PersonId) -> Result<Option<domain::search::Desk>> {
    let workers = tx.list_workers(&[child], viewer.at)?;
    let mut desks = tx.list_desks()?;
    desks.sort_by_key(|desk| !workers.iter().any(|worker| worker.team == Some(desk.team)));
    Ok(desks.into_iter().next().map(desk))
}

/// As a page shows them.
fn hits(
    tx: &mut Tx,
    viewer: &Viewer,
    found: Vec<(Meant, Vec<PersonId>)>,
) -> Result<Vec<PersonHit>> {
    let who: Vec<PersonId> = found.iter().map(|(one, _)| one.person).collect();
    let workers = tx.list_workers(&who, viewer.at)?;
    let leads = workers.iter().filter_map(WorkerRow::person);
    let through = found.iter().flat_map(|(_, children)| children.iter().copied());
    let mut named: Vec<PersonId> = who.iter().copied().chain(leads).chain(through).collect();
    named.sort_unstable();
    named.dedup();
    let people = tx.list_people(&named, Beside::default())?;
    let through = found.iter().flat_map(|(_, children)| children.iter().copied());
    let in_families: Vec<PersonId> = who.iter().copied().chain(through).collect();
    let places = tx.list_family_places(&in_families)?;
    let today = day_of(viewer.at);
    let nameless = |who: &PersonId| people.find(*who).and_then(|one| one.name(today)).is_none();
    let nameless: Vec<PersonId> = in_families.into_iter().filter(nameless).collect();
    let numbers = tx.list_numbers(&nameless, Scheme::LaChildId)?.into_iter().collect();
    let page = Page { viewer, people, numbers, workers, places };
    Ok(found.into_iter().filter_map(|(one, children)| page.hit(one, &children)).collect())
}

struct Page<'a> {
    viewer: &'a Viewer,
    people: People,
    /// The council's own, for those whom nobody has named.
    numbers: BTreeMap<PersonId, String>,
    workers: Vec<WorkerRow>,
    places: Vec<(FamilyId, PersonId, Option<String>)>,
}

impl Page<'_> {
    fn name(&self, who: PersonId) -> Option<String> {
        let known = self.people.find(who)?;
        let name = known.name(day_of(self.viewer.at)).map(|name| name.full.clone());
        name.or_else(|| self.numbers.get(&who).map(|number| format!("Child {number}")))
    }

    /// What somebody is in the family they share with this child, and in no other.
    fn role_of(&self, who: PersonId, child: PersonId) -> Option<String> {
        let shared = |family: &FamilyId| {
            self.places.iter().any(|(of, person, _)| of == family && *person == child)
        };
        let mut own = self.places.iter().filter(|(_, person, _)| *person == who);
        own.find(|(family, _, role)| role.is_some() && shared(family))?.2.clone()
    }

    fn hit(&self, one: Meant, children: &[PersonId]) -> Option<PersonHit> {
        let known = self.people.find(one.person)?;
        let name = self.name(one.person)?;
        let of = || self.workers.iter().filter(|worker| worker.child == one.person);
        let first = of().next();
        let why = match one.why {
            Why::OtherName(other, likeness) if other == name => Why::Name(likeness),
            why => why,
        };
        let through = children.iter().filter_map(|child| {
            let role = self.role_of(one.person, *child);
            Some(SeenThrough { child: *child, name: self.name(*child)?, role })
        });
        Some(PersonHit {
            id: one.person,
            name,
            born: known.person.born,
            worker: first.and_then(WorkerRow::person).and_then(|who| self.name(who)),
            team: first.and_then(|worker| worker.team_name.clone()),
            own: of().any(|worker| worker.person() == Some(self.viewer.person)),
            why,
            through: through.collect(),
        })
    }
}
