//! Who can see a child's file, and who has looked in the last ninety days.

use crate::children::cards;
use crate::cx::Read;
use crate::emblem::emblem;
use crate::error::{Error, Result};
use crate::file::File;
use crate::reader::{full_name, job, people};
use crate::session::Shown;
use domain::access::{Action, Reach, decide};
use domain::front_page::People;
use domain::id::{AccountId, PersonId, TeamId};
use domain::involvement::Role;
use domain::kind::Payload;
use domain::look::{AtWhat, Look, Page};
use domain::restriction::{Restriction, Whom};
use domain::time::day_of;
use domain::who_can_see::{Dated, Looked, Opened, Restricted, Somebody, Team, WhoCanSee, Works};
use jiff::{SignedDuration, Timestamp, civil::Date};
use std::collections::{BTreeMap, BTreeSet};
use store::access_grant::OpenedRow;
use store::involvement::PartRow;

/// Looks are told this far back.
const LOOKS_FOR: SignedDuration = SignedDuration::from_hours(90 * 24);
/// The most looks on one page, the newest.
const LOOKS_MOST: i64 = 500;
/// The most openings.
const OPENINGS_MOST: i64 = 100;

/// What the page is made of, before anybody has a name.
struct Found {
    parts: Vec<PartRow>,
    teams: Vec<(TeamId, Vec<PersonId>)>,
    restrictions: Vec<Restriction>,
    openings: Vec<OpenedRow>,
    looks: Vec<Look>,
}

/// Names for everybody the page speaks of.
struct Names {
    people: People,
    persons: BTreeMap<AccountId, PersonId>,
    teams: BTreeMap<TeamId, String>,
    /// Those who work with the child and can sign in.
    sign_in: BTreeSet<PersonId>,
    on: Date,
}

/// The page, and the look that it is.
pub fn read(cx: &mut Read<'_>, child: PersonId) -> Result<Shown<WhoCanSee>> {
    let file = File::open(cx, Action::SeeWhoCanSee, child)?;
    let own = cx.authorise(Action::SeeWhoCanSee, child)?;
    let may = |action| decide(&file.viewer, action, &own).is_grant();
    let (sees_looks, restricts) = (may(Action::SeeWhoLooked), may(Action::Restrict));
    let today = file.today;
    let since = file.viewer.at.checked_sub(LOOKS_FOR).unwrap_or(Timestamp::MIN);
    let found = find(cx, child, sees_looks.then_some(since))?;
    let names = names(cx, &found, today)?;
    let whose = cards(cx, &[child], today)?.pop().ok_or(Error::NotFound)?;
    let page = WhoCanSee {
        child: whose,
        emblem: emblem(cx, child)?,
        as_of: today,
        restricted: own.restricted,
        works: found.parts.iter().filter_map(|part| names.works(part)).collect(),
        teams: found.teams.iter().filter_map(|team| names.team(team)).collect(),
        named: named(&found, &names),
        restrictions: restricts.then(|| {
            found.restrictions.iter().map(|restriction| names.restricted(restriction)).collect()
        }),
        openings: found.openings.iter().map(|opening| names.opened(opening)).collect(),
        looks: sees_looks
            .then(|| found.looks.iter().filter_map(|look| names.looked(look)).collect()),
        since: day_of(since),
    };
    Ok(Shown { page, look: Some(file.look(Page::Access)) })
}

fn find(cx: &mut Read<'_>, child: PersonId, since: Option<Timestamp>) -> Result<Found> {
    let at = cx.edge.now;
    let holds = |part: &PartRow| part.from_at <= at && part.until_at.is_none_or(|until| at < until);
    let parts: Vec<_> = cx.tx.list_involved(child)?.into_iter().filter(holds).collect();
    let mut teams = Vec::new();
    for led in cx.tx.list_led_by(&[child], at)? {
        let Some(team) = led.team.filter(|team| !teams.iter().any(|(id, _)| id == team)) else {
            continue;
        };
        let managers = cx.tx.list_team(team, day_of(at))?.into_iter().filter(|one| one.supervises);
        teams.push((team, managers.map(|one| one.person).collect()));
    }
    let mut restrictions = Vec::new();
    for root in cx.tx.list_restrictions(child, at)? {
        if let Some(Payload::Restriction(found)) = cx.tx.find_newest(root)?.and_then(|e| e.payload)
        {
            restrictions.push(found);
        }
    }
    let openings = cx.tx.list_openings(child, OPENINGS_MOST)?;
    let looks = match since {
        Some(since) => cx.tx.list_looks(child, since, LOOKS_MOST)?,
        None => Vec::new(),
    };
    Ok(Found { parts, teams, restrictions, openings, looks })
}

fn names(cx: &mut Read<'_>, found: &Found, on: Date) -> Result<Names> {
    let authority = cx.authority()?;
    let accounts = found.openings.iter().map(|opening| opening.account);
    let mut persons = BTreeMap::new();
    for account in accounts.chain(found.looks.iter().map(|look| look.account)) {
        // As many accounts as ever looked at one child: a few dozen.
        if !persons.contains_key(&account)
            && let Some(known) = cx.tx.find_account(account)?
        {
            persons.insert(account, known.account.person);
        }
    }
    let holders = found.parts.iter().filter(|part| part.holder_kind == "person");
    let works: Vec<_> = holders.filter_map(|part| part.holder.map(PersonId::from_bytes)).collect();
    let mut sign_in = BTreeSet::new();
    for who in &works {
        if cx.tx.can_sign_in(authority, *who, on)? {
            sign_in.insert(*who);
        }
    }
    let who: Vec<_> = works
        .into_iter()
        .chain(persons.values().copied())
        .chain(found.teams.iter().flat_map(|(_, managers)| managers.iter().copied()))
        .chain(found.restrictions.iter().flat_map(|restriction| whom(restriction).1.to_vec()))
        .chain(found.looks.iter().filter_map(|look| match look.at_what {
            AtWhat::ByLink { person, .. } => Some(person),
            _ => None,
        }))
        .collect();
    let people = people(cx, &who)?;
    let teams = cx.tx.list_teams(authority)?.into_iter().map(|(id, team)| (id, team.name));
    Ok(Names { people, persons, teams: teams.collect(), sign_in, on })
}

fn whom(restriction: &Restriction) -> (bool, &[PersonId]) {
    match &restriction.whom {
        Whom::ShutOut(people) => (true, people),
        Whom::Only(people) => (false, people),
    }
}

fn named(found: &Found, names: &Names) -> Vec<Dated> {
    let only = found.restrictions.iter().filter(|restriction| !whom(restriction).0);
    only.flat_map(|restriction| {
        whom(restriction)
            .1
            .iter()
            .map(|who| Dated { who: names.somebody(*who), until: restriction.until })
    })
    .collect()
}

impl Names {
    fn somebody(&self, who: PersonId) -> Somebody {
        Somebody { name: full_name(&self.people, who, self.on), job: job(&self.people, who) }
    }

    fn account(&self, account: AccountId) -> Somebody {
        self.persons.get(&account).map(|who| self.somebody(*who)).unwrap_or_default()
    }

    fn works(&self, part: &PartRow) -> Option<Works> {
        let mut signs_in = true;
        let who = match (part.holder_kind.as_str(), part.holder) {
            ("person", Some(who)) => {
                let who = PersonId::from_bytes(who);
                signs_in = self.sign_in.contains(&who);
                Some(self.somebody(who))
            }
            ("team", Some(team)) => {
                let name = self.teams.get(&TeamId::from_bytes(team)).cloned().unwrap_or_default();
                Some(Somebody { name, job: None })
            }
            _ => None,
        };
        // The end is the first moment after the last day.
        let last = part.until_at.and_then(|until| day_of(until).yesterday().ok());
        Some(Works {
            who,
            role: Role::parse(&part.role)?,
            title: part.title.clone(),
            from: day_of(part.from_at),
            until: last,
            signs_in,
        })
    }

    fn team(&self, (team, managers): &(TeamId, Vec<PersonId>)) -> Option<Team> {
        let managers = managers.iter().map(|who| self.somebody(*who)).collect();
        Some(Team { name: self.teams.get(team)?.clone(), managers })
    }

    fn restricted(&self, restriction: &Restriction) -> Restricted {
        let (shut_out, people) = whom(restriction);
        Restricted {
            shut_out,
            whom: people.iter().map(|who| self.somebody(*who)).collect(),
            because: restriction.because,
            words: restriction.words.clone(),
            from: restriction.from,
            until: restriction.until,
        }
    }

    fn opened(&self, row: &OpenedRow) -> Opened {
        Opened {
            who: self.account(row.account),
            by: Reach::parse(&row.reach).unwrap_or(Reach::Reason),
            reason: row.reason.clone(),
            at: row.from_at,
            until: row.until_at,
        }
    }

    fn looked(&self, look: &Look) -> Option<Looked> {
        let mut looked = Looked {
            who: self.account(look.account),
            at: look.at,
            page: None,
            copy: None,
            by_link: None,
            because: None,
        };
        match &look.at_what {
            AtWhat::Page { page, because, .. } => {
                (looked.page, looked.because) = (Some(*page), because.clone());
            }
            AtWhat::Entry { .. } => {}
            AtWhat::Copy { whom, because, .. } => {
                (looked.copy, looked.because) = (Some(*whom), Some(because.clone()));
            }
            AtWhat::ByLink { person, .. } => looked.by_link = Some(self.somebody(*person)),
            // What is nobody's yet stands nowhere.
            AtWhat::Sitting { .. } | AtWhat::List { .. } => return None,
        }
        Some(looked)
    }
}
