//! What a viewer may find: people by name, number or day of birth, entries by their words; and the
//! searches an account has asked, kept so that no address has words in it.
//!
//! ```text
//! people    keys ▸ candidates ▸ (app ranks them by name) ▸ sifted by the rule, forty at once
//! entries   see `words`
//! ```
//! Candidates are nobody's to see: nothing leaves here that was not sifted. People who have a
//! file are listed by the one rule of lists; people who have none are seen only through the files
//! they are tied to, so that they are looked for among the viewer's own.

pub mod words;

use crate::error::{Error, Result};
use crate::forty::{AT_ONCE, before_ids, forty};
use crate::row;
use crate::tx::Tx;
use crate::value::IntoValue;
use domain::access::{Action, ListRule, Reach, Viewer, list_rule};
use domain::family_member::FamilyMember;
use domain::id::{AccountId, Authority, FamilyId, PersonId, TeamId};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::HashSet;

// The authority is asked of the row and not in the statement: without figures about its tables a
// planner would rather walk through everybody of the authority.
const SIFTED: &str = concat!(
    "select c.id, c.authority,
       case when exists (select 1 from involvement i where i.child = c.id)
         or exists (select 1 from story s where s.child = c.id)
         or exists (select 1 from restriction r where r.child = c.id) then 1 else 0 end,
       case when exists (select 1 from restriction o where o.child = c.id and o.rule = 'only'
         and o.from_at <= ?42 and (o.until_at is null or ?42 < o.until_at)) then 1 else 0 end
     from person c where c.id <> ?41
       and not exists (select 1 from restriction s where s.child = c.id and s.rule = 'shut_out'
         and s.person = ?41 and s.from_at <= ?42 and (s.until_at is null or ?42 < s.until_at))
       and c.id in ",
    forty!(after 0)
);

row! {
    struct SiftedRow {
        person: PersonId,
        authority: Authority,
        has_file: bool,
        is_restricted: bool,
    }
}

/// How somebody stands to a viewer who looks for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub person: PersonId,
    /// There is a file about them.
    pub has_file: bool,
    /// The rule of lists shows them; says nothing of people who have no file.
    pub listed: bool,
}

/// The rule of lists (`domain::access::list_rule`) for one viewer and purpose. Where every file is
/// reached nothing has to be looked up; otherwise the files that some way opens are listed, once.
#[derive(Debug)]
pub struct Sieve<'a> {
    viewer: &'a Viewer,
    purpose: Action,
    rule: ListRule,
    open: Option<HashSet<PersonId>>,
}

impl<'a> Sieve<'a> {
    /// For a list of the files with which the viewer may do this at once.
    pub fn of(viewer: &'a Viewer, purpose: Action) -> Self {
        Self { viewer, purpose, rule: list_rule(viewer, purpose), open: None }
    }

    /// How each of these stands to the viewer; nobody who is not there, and nobody whose file
    /// shuts the viewer out.
    pub fn sift(&mut self, tx: &mut Tx, who: &[PersonId]) -> Result<Vec<Standing>> {
        let mut standing = Vec::new();
        for some in who.chunks(AT_ONCE) {
            let mut values = before_ids(&[], some);
            values.extend([self.viewer.person.value(), self.viewer.at.value()]);
            let rows = tx.all::<SiftedRow>(SIFTED, values.as_slice())?;
            for row in rows.into_iter().filter(|row| row.authority == self.viewer.authority) {
                let SiftedRow { person, has_file, is_restricted, .. } = row;
                let listed = self.lists(tx, person, is_restricted)?;
                standing.push(Standing { person, has_file, listed });
            }
        }
        Ok(standing)
    }

    fn lists(&mut self, tx: &mut Tx, person: PersonId, is_restricted: bool) -> Result<bool> {
        let rule = if is_restricted { &self.rule.restricted } else { &self.rule.plain };
        if rule.is_empty() || rule.contains(&Reach::AnyFile) {
            return Ok(!rule.is_empty());
        }
        let open = match self.open.take() {
            Some(open) => open,
            None => {
                let list = tx.list_open_for(self.viewer, self.purpose, (None, i64::MAX))?;
                list.into_iter().collect()
            }
        };
        Ok(self.open.insert(open).contains(&person))
    }
}

const TIED: &str = concat!(
    "select t.person, t.other from tie t where t.person in ",
    forty!(after 0),
    " union select t.other, t.person from tie t where t.other in ",
    forty!(after 0),
    " union select m.person, o.person from family_member m
        join family_member o on o.family = m.family and o.person <> m.person where m.person in ",
    forty!(after 0)
);
const NAMES: &str =
    concat!("select person, written_in_full, known_as from name where person in ", forty!(after 0));
const PLACES: &str = concat!(
    "select person, body from family_member where person in ",
    forty!(after 0),
    " order by root"
);
const BORN: &str =
    "select id from person where authority = ?1 and born_on = ?2 order by id limit ?3";

row! {
    /// One name of somebody.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct NameRow {
        /// Whose.
        person: PersonId,
        /// The whole of it.
        full: String,
        /// What people call them.
        known_as: Option<String>,
    }
}

impl Tx {
    /// Whom each of these is tied to, or shares a family with: pairs, of them and the other.
    pub fn list_tied(&mut self, who: &[PersonId]) -> Result<Vec<(PersonId, PersonId)>> {
        let mut tied = Vec::new();
        for some in who.chunks(AT_ONCE) {
            tied.extend(self.all::<(PersonId, PersonId)>(TIED, before_ids(&[], some).as_slice())?);
        }
        Ok(tied)
    }

    /// Every name of these. Asks nobody's leave: for ranking, before people are sifted.
    pub fn list_names(&mut self, who: &[PersonId]) -> Result<Vec<NameRow>> {
        let mut names = Vec::new();
        for some in who.chunks(AT_ONCE) {
            names.extend(self.all::<NameRow>(NAMES, before_ids(&[], some).as_slice())?);
        }
        Ok(names)
    }

    /// The families of these, and what each is in them, said from the child's side, where anybody
    /// wrote it. Asks nobody's leave: a role is told only to who may open a child of that family.
    pub fn list_family_places(
        &mut self,
        who: &[PersonId],
    ) -> Result<Vec<(FamilyId, PersonId, Option<String>)>> {
        let mut places = Vec::new();
        for some in who.chunks(AT_ONCE) {
            for (person, body) in
                self.all::<(PersonId, String)>(PLACES, before_ids(&[], some).as_slice())?
            {
                let broken = |why| Error::Broken(format!("family of {person}: {why}"));
                let place: FamilyMember = serde_json::from_str(&body).map_err(broken)?;
                places.push((place.family, person, place.role));
            }
        }
        Ok(places)
    }

    /// Everybody born on a day. Asks nobody's leave: for ranking, before people are sifted.
    pub fn list_born(
        &mut self,
        authority: Authority,
        born_on: Date,
        limit: i64,
    ) -> Result<Vec<PersonId>> {
        let rows = self.all::<(PersonId,)>(BORN, (authority, born_on, limit))?;
        Ok(rows.into_iter().map(|(person,)| person).collect())
    }
}

const LEADS: &str = concat!(
    "select i.child, i.leads, i.holder, i.holder_kind, d.team, d.name from involvement i
       left join desk_seat s on s.person = i.holder and i.holder_kind = 'person'
       left join desk d on d.team = case when i.holder_kind = 'team' then i.holder else s.team end
       where i.reach is not null and i.from_at <= ?41 and (i.until_at is null or ?41 < i.until_at)
       and i.child in ",
    forty!(after 0),
    " order by i.child, i.leads desc, i.from_at, i.root, d.name"
);

row! {
    /// Who works with a child now, and from which team.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct WorkerRow {
        /// The child.
        child: PersonId,
        /// Whether they lead.
        leads: bool,
        /// Who; nobody yet.
        holder: Option<[u8; 16]>,
        /// A person, a team, or nobody yet.
        holder_kind: String,
        /// The team.
        team: Option<TeamId>,
        /// The team's name.
        team_name: Option<String>,
    }
}

impl WorkerRow {
    /// Who it is, where it is one person.
    pub fn person(&self) -> Option<PersonId> {
        let person = self.holder.filter(|_| self.holder_kind == "person");
        person.map(PersonId::from_bytes)
    }
}

impl Tx {
    /// Who works with these children now, leads first.
    pub fn list_workers(&mut self, who: &[PersonId], at: Timestamp) -> Result<Vec<WorkerRow>> {
        let mut workers = Vec::new();
        for some in who.chunks(AT_ONCE) {
            let mut values = before_ids(&[], some);
            values.push(at.value());
            workers.extend(self.all::<WorkerRow>(LEADS, values.as_slice())?);
        }
        Ok(workers)
    }
}

row! {
    /// A duty desk that has a number.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct DeskRow {
        /// Its team.
        team: TeamId,
        /// The team's name.
        name: String,
        /// The number.
        number: String,
        /// What is said of it, such as its hours.
        note: Option<String>,
    }
}

const DESKS: &str = "select team, name, number, hours from desk where number is not null
    order by name, team";

impl Tx {
    /// The duty desks that have a number, by name.
    pub fn list_desks(&mut self) -> Result<Vec<DeskRow>> {
        self.all(DESKS, ())
    }
}

row! {
    /// A search that was kept.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct KeptRow {
        /// What its address says.
        id: [u8; 16],
        /// When it was asked.
        at: Timestamp,
        /// What was typed.
        words: String,
    }
}

const KEEP: &str = "insert into kept_search(id, account, at, words) values (?1, ?2, ?3, ?4)
    on conflict(id) do nothing";
const KEPT: &str = "select id, at, words from kept_search where id = ?1 and account = ?2";
const LATELY: &str = "select id, at, words from kept_search where account = ?1
    order by at desc, id desc limit ?2";
const FORGET: &str = "delete from kept_search where at < ?1";

impl Tx {
    /// Keeps a search of this account's.
    pub fn keep_search(&mut self, account: AccountId, search: &KeptRow) -> Result<()> {
        self.exec(KEEP, (search.id, account, search.at, &search.words))?;
        Ok(())
    }

    /// A search of this account's; nobody else's.
    pub fn find_search(&mut self, account: AccountId, id: [u8; 16]) -> Result<Option<KeptRow>> {
        self.find(KEPT, (id, account))
    }

    /// What this account looked for lately, the last first.
    pub fn list_searches(&mut self, account: AccountId, limit: i64) -> Result<Vec<KeptRow>> {
        self.all(LATELY, (account, limit))
    }

    /// Forgets the searches asked before then.
    pub fn forget_searches(&mut self, before: Timestamp) -> Result<u64> {
        self.exec(FORGET, (before,))
    }
}
