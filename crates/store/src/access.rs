//! The rule of access for lists. What a single file's access follows from is in `gathered`.
//!
//! `may_open` is no table: it is the union of what people wrote (see `domain::access::list_rule`
//! for its arms), so that nothing has to be kept in step. A list joins it and so cannot forget
//! it.

use crate::error::Result;
use crate::tx::Tx;
use domain::access::{Action, Holder, ListRule, Reach, Viewer, list_rule};
use domain::id::{AccountId, PersonId};
use jiff::Timestamp;

/// The arms of `may_open`; each gives child, holder, reach and span.
macro_rules! may_open {
    () => {
        "(select child, holder_kind, holder, reach, from_at, until_at
            from involvement where reach is not null
          union all
          select i.child, 'team', t.team, 'own_team', i.from_at, i.until_at
            from involvement i join account_team t on t.person = i.holder
            where i.leads = 1 and i.holder_kind = 'person'
          union all
          select i.child, 'team', i.holder, 'own_team', i.from_at, i.until_at
            from involvement i where i.leads = 1 and i.holder_kind = 'team'
          union all
          select i.child, 'supervisors', t.team, 'supervises', i.from_at, i.until_at
            from involvement i join account_team t on t.person = i.holder
            where i.leads = 1 and i.holder_kind = 'person'
          union all
          select i.child, 'supervisors', i.holder, 'supervises', i.from_at, i.until_at
            from involvement i where i.leads = 1 and i.holder_kind = 'team'
          union all
          select child, 'person', person, 'named', from_at, until_at
            from restriction where rule = 'only' and person is not null
          union all
          select child, 'account', account, reach, from_at, until_at from access_grant)"
    };
}

/// Whether this viewer holds that way now. `?1` account, `?2` person, `?3` now, `?4` supervisor.
macro_rules! held {
    () => {
        "(m.from_at <= ?3 and (m.until_at is null or ?3 < m.until_at) and (
            (m.holder_kind = 'person' and m.holder = ?2)
            or (m.holder_kind = 'account' and m.holder = ?1)
            or (m.holder_kind = 'team'
                and m.holder in (select team from account_team where account = ?1))
            or (m.holder_kind = 'supervisors'
                and m.holder in (select team from account_team
                                 where account = ?1 and supervises = 1))
            or (m.holder_kind = 'waiting' and ?4 = 1)))"
    };
}

/// A child's file may be listed: `c.id` is the child. As `held`, and `?5` the reaches that list a
/// plain file, `?6` those that list a restricted one, each as `,leads,works,`.
macro_rules! listed {
    () => {
        concat!(
            "(c.id <> ?2 and not exists (select 1 from restriction s where s.child = c.id
                and s.rule = 'shut_out' and s.person = ?2 and s.from_at <= ?3
                and (s.until_at is null or ?3 < s.until_at))
              and case when exists (select 1 from restriction o where o.child = c.id
                    and o.rule = 'only' and o.from_at <= ?3
                    and (o.until_at is null or ?3 < o.until_at))
                then ?6 like '%,any_file,%' or exists (select 1 from ",
            may_open!(),
            " m where m.child = c.id and ?6 like '%,' || m.reach || ',%' and ",
            held!(),
            ")
                else ?5 like '%,any_file,%' or exists (select 1 from ",
            may_open!(),
            " m where m.child = c.id and ?5 like '%,' || m.reach || ',%' and ",
            held!(),
            ") end)"
        )
    };
}

/// What `held` and `listed` ask for, in the order of their parameters.
#[derive(Debug, Clone)]
pub struct Asking {
    /// Who, when.
    pub account: AccountId,
    /// The person whose account it is.
    pub person: PersonId,
    /// Now.
    pub now: Timestamp,
    /// Holds the pool of those who have no worker yet.
    pub supervisor: bool,
    /// The reaches that list a plain file.
    pub plain: String,
    /// The reaches that list a restricted one.
    pub restricted: String,
}

impl Asking {
    /// For a list of the files with which the viewer may do this at once.
    pub fn of(viewer: &Viewer, purpose: Action) -> Self {
        let ListRule { plain, restricted } = list_rule(viewer, purpose);
        let words = |reaches: Vec<Reach>| {
            let words: Vec<_> = reaches.into_iter().map(Reach::as_str).collect();
            format!(",{},", words.join(","))
        };
        Self {
            account: viewer.account,
            person: viewer.person,
            now: viewer.at,
            supervisor: viewer.holds(Holder::NotYetAllocated),
            plain: words(plain),
            restricted: words(restricted),
        }
    }
}

const LISTED: &str =
    concat!("select count(*) from person c where c.id = ?7 and c.authority = ?8 and ", listed!());

impl Tx {
    /// Whether a list made for this purpose would show this child: the rule as SQL.
    pub fn is_listed(&mut self, viewer: &Viewer, purpose: Action, child: PersonId) -> Result<bool> {
        let asking = Asking::of(viewer, purpose);
        let (count,) = self.get::<(i64,)>(
            LISTED,
            (
                asking.account,
                asking.person,
                asking.now,
                asking.supervisor,
                asking.plain,
                asking.restricted,
                child,
                viewer.authority,
            ),
        )?;
        Ok(count > 0)
    }

    /// Every child this viewer works with now, leading or beside the lead: a caseload, whole.
    pub fn list_own_children(&mut self, viewer: &Viewer) -> Result<Vec<PersonId>> {
        let rows = self.all::<(PersonId,)>(OWN, (viewer.person, viewer.at))?;
        Ok(rows.into_iter().map(|(child,)| child).collect())
    }

    /// The children whose files this viewer may open without being asked because of somebody's
    /// work with them; not those who wait for a worker, who may be thousands.
    pub fn list_caseload(&mut self, viewer: &Viewer, limit: i64) -> Result<Vec<PersonId>> {
        let asking = Asking::of(viewer, Action::OpenFrontPage);
        let waiting = format!(",{},", Reach::Waiting.as_str());
        let rows = self.all::<(PersonId,)>(
            OPEN,
            (
                asking.account,
                asking.person,
                asking.now,
                asking.supervisor,
                asking.plain.replace(&waiting, ","),
                asking.restricted.replace(&waiting, ","),
                PersonId::from_bytes([0; 16]),
                limit,
            ),
        )?;
        Ok(rows.into_iter().map(|(child,)| child).collect())
    }

    /// Children with a file, by id from there on, as far as a list for this purpose shows them:
    /// all of them, or those who wait for a worker.
    pub fn list_files(
        &mut self,
        (viewer, purpose): (&Viewer, Action),
        waiting: bool,
        after: Option<PersonId>,
        limit: i64,
    ) -> Result<Vec<PersonId>> {
        let asking = Asking::of(viewer, purpose);
        let rows = self.all::<(PersonId,)>(
            if waiting { FILES_WAITING } else { FILES },
            (
                asking.account,
                asking.person,
                asking.now,
                asking.supervisor,
                asking.plain,
                asking.restricted,
                after.unwrap_or(PersonId::from_bytes([0; 16])),
                viewer.authority,
                limit,
            ),
        )?;
        Ok(rows.into_iter().map(|(child,)| child).collect())
    }

    /// The children whose files this viewer may open without being asked, by id from there on.
    pub fn list_open_children(
        &mut self,
        viewer: &Viewer,
        after: Option<PersonId>,
        limit: i64,
    ) -> Result<Vec<PersonId>> {
        self.list_open_for(viewer, Action::OpenFrontPage, (after, limit))
    }

    /// The children with whose files this viewer may do this at once because of a way that
    /// somebody wrote down, by id from there on.
    pub fn list_open_for(
        &mut self,
        viewer: &Viewer,
        purpose: Action,
        (after, limit): (Option<PersonId>, i64),
    ) -> Result<Vec<PersonId>> {
        let asking = Asking::of(viewer, purpose);
        let after = after.unwrap_or(PersonId::from_bytes([0; 16]));
        let rows = self.all::<(PersonId,)>(
            OPEN,
            (
                asking.account,
                asking.person,
                asking.now,
                asking.supervisor,
                asking.plain,
                asking.restricted,
                after,
                limit,
            ),
        )?;
        Ok(rows.into_iter().map(|(child,)| child).collect())
    }
}

const FILES: &str = concat!(
    "select distinct i.child from involvement i join person c on c.id = i.child
     where i.child > ?7 and c.authority = ?8 and ",
    listed!(),
    " order by i.child limit ?9"
);
const FILES_WAITING: &str = concat!(
    "select distinct i.child from involvement i join person c on c.id = i.child
     where i.holder_kind = 'waiting' and i.from_at <= ?3
     and (i.until_at is null or ?3 < i.until_at) and i.child > ?7 and c.authority = ?8 and ",
    listed!(),
    " order by i.child limit ?9"
);
const OWN: &str = "select distinct i.child from involvement i join person p on p.id = i.child
    where i.holder = ?1 and i.holder_kind = 'person' and i.from_at <= ?2
    and (i.until_at is null or ?2 < i.until_at) order by i.child";

/// The ways this viewer holds, found from the viewer's side, so that a list reads a caseload and
/// not every file.
macro_rules! own_ways {
    () => {
        "(select child, reach, from_at, until_at from involvement
            where holder = ?2 and holder_kind = 'person' and reach is not null
          union all
          select i.child, i.reach, i.from_at, i.until_at
            from account_team t join involvement i on i.holder = t.team and i.holder_kind = 'team'
            where t.account = ?1 and i.reach is not null
          union all
          select i.child, 'own_team', i.from_at, i.until_at
            from account_team t join account_team o on o.team = t.team
            join involvement i on i.holder = o.person and i.holder_kind = 'person'
            where t.account = ?1 and i.leads = 1
          union all
          select i.child, 'supervises', i.from_at, i.until_at
            from account_team t join account_team o on o.team = t.team
            join involvement i on i.holder = o.person and i.holder_kind = 'person'
            where t.account = ?1 and t.supervises = 1 and i.leads = 1
          union all
          select child, reach, from_at, until_at from involvement
            where holder_kind = 'waiting' and ?4 = 1
          union all
          select child, 'named', from_at, until_at from restriction
            where rule = 'only' and person = ?2
          union all
          select child, reach, from_at, until_at from access_grant where account = ?1)"
    };
}

// Everything is asked of the way and not of the person, so that nobody's planner walks through all
// persons in order.
const OPEN: &str = concat!(
    "select distinct m.child from ",
    own_ways!(),
    " m join person c on c.id = m.child
      where m.from_at <= ?3 and (m.until_at is null or ?3 < m.until_at) and m.child <> ?2
      and m.child > ?7
      and not exists (select 1 from restriction s where s.child = c.id and s.rule = 'shut_out'
        and s.person = ?2 and s.from_at <= ?3 and (s.until_at is null or ?3 < s.until_at))
      and case when exists (select 1 from restriction o where o.child = c.id and o.rule = 'only'
            and o.from_at <= ?3 and (o.until_at is null or ?3 < o.until_at))
          then ?6 like '%,' || m.reach || ',%' else ?5 like '%,' || m.reach || ',%' end
      order by m.child limit ?8"
);
