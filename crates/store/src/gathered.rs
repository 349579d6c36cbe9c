//! Files of children as they stand to a viewer: one before its page, several before a page that
//! tells of many or whose entries may be about brothers and sisters too.
//!
//! ```text
//! involvement ── whoever leads ── their teams     ways by work, by team, by answering for one
//! restriction                                     who alone may read, who may not
//! access_grant                                    ways by leave, by reason, by breaking the glass
//! ```
//! Each is one range of a key. Which of these ways are the viewer's is asked here and not in SQL;
//! for lists, which cannot ask everybody's, `access` says the same in SQL, and the tests hold the
//! two equal.

use crate::error::{Error, Result};
use crate::forty::{AT_ONCE, before_ids, forty};
use crate::row;
use crate::row::FromRow as _;
use crate::tx::Tx;
use crate::value::IntoValue as _;
use domain::access::{FileAccess, Holder, Reach, Span, Viewer, Way};
use domain::id::{AccountId, PersonId, TeamId};
use jiff::Timestamp;

/// How files stand: `?1` now, `?2` the viewer's account, and then whose.
macro_rules! standing {
    ($of:expr) => {
        concat!(
            "select i.child, i.holder_kind, i.holder, i.reach, i.leads, t.team,
               i.from_at, i.until_at
               from involvement i left join account_team t
                 on i.leads = 1 and i.holder_kind = 'person' and t.person = i.holder
               where i.child ",
            $of,
            " and i.from_at <= ?1 and (i.until_at is null or ?1 < i.until_at)
             union all select r.child, r.rule, r.person, null, 0, null, r.from_at, r.until_at
               from restriction r where r.child ",
            $of,
            " and r.from_at <= ?1 and (r.until_at is null or ?1 < r.until_at)
             union all select g.child, 'account', g.account, g.reach, 0, null,
               g.from_at, g.until_at
               from access_grant g where g.child ",
            $of,
            " and g.account = ?2 and g.from_at <= ?1 and ?1 < g.until_at
             union all select p.id, 'stands', null, null, 0, null, 0, null
               from person p where p.id ",
            $of
        )
    };
}

const STANDING: &str = standing!("= ?3");
const STANDING_OF_SOME: &str = standing!(concat!("in ", forty!(after 2)));
/// Up to so many are asked for one by one: it costs less than a list of forty places.
const FEW: usize = 4;
const SIGN: &str =
    concat!("select account, person from signs_as where account in ", forty!(after 0));
const REASON: &str = "select reason from access_grant where child = ?1 and account = ?2
    and from_at <= ?3 and ?3 < until_at order by from_at desc, root desc limit 1";

row! {
    struct StandingRow {
        child: PersonId,
        kind: String,
        whose: Option<[u8; 16]>,
        reach: Option<String>,
        leads: bool,
        team: Option<TeamId>,
        from_at: Timestamp,
        until_at: Option<Timestamp>,
    }
}

impl StandingRow {
    /// Notes in the file what this row says of it.
    fn note_in(&self, file: &mut FileAccess, viewer: &Viewer) -> Result<()> {
        let whose = self.whose.unwrap_or_default();
        let person = PersonId::from_bytes(whose);
        let holder = match self.kind.as_str() {
            "stands" => {
                file.withdrawn = false;
                return Ok(());
            }
            "shut_out" => {
                file.shut_out |= person == viewer.person;
                return Ok(());
            }
            "only" => {
                file.restricted = true;
                if self.whose.is_some() {
                    self.note_way(file, viewer, (Holder::Person(person), Reach::Named));
                }
                return Ok(());
            }
            "person" => Holder::Person(person),
            "team" => Holder::Team(TeamId::from_bytes(whose)),
            "waiting" => Holder::NotYetAllocated,
            "account" => Holder::Account(AccountId::from_bytes(whose)),
            other => return Err(Error::Broken(format!("a way of {other}"))),
        };
        if let Some(word) = &self.reach {
            let reach = Reach::parse(word);
            let reach = reach.ok_or_else(|| Error::Broken(format!("a way by {word}")))?;
            self.note_way(file, viewer, (holder, reach));
        }
        // Whoever leads lets in their team, and whoever answers for it.
        let team = match holder {
            Holder::Team(team) if self.leads => Some(team),
            _ => self.team,
        };
        if let Some(team) = team {
            self.note_way(file, viewer, (Holder::Team(team), Reach::OwnTeam));
            self.note_way(file, viewer, (Holder::SupervisorsOf(team), Reach::Supervises));
        }
        Ok(())
    }

    fn note_way(&self, file: &mut FileAccess, viewer: &Viewer, way: (Holder, Reach)) {
        let (holder, reach) = way;
        let span = Span { from: self.from_at, until: self.until_at };
        let way = Way { holder, reach, span };
        if viewer.holds(holder) && !file.ways.contains(&way) {
            file.ways.push(way);
        }
    }
}

/// A file of which nothing is known.
const fn withdrawn(child: PersonId) -> FileAccess {
    FileAccess { child, withdrawn: true, restricted: false, shut_out: false, ways: Vec::new() }
}

impl Tx {
    /// The files of these children as they stand to this viewer, in the order they are asked for.
    pub fn gather_files(
        &mut self,
        viewer: &Viewer,
        children: &[PersonId],
    ) -> Result<Vec<FileAccess>> {
        let mut files = Vec::with_capacity(children.len());
        for some in children.chunks(AT_ONCE) {
            files.extend(self.gather_some(viewer, some)?);
        }
        Ok(files)
    }

    /// The file of this child, and after it those of every child with whom it shares entries.
    pub fn gather_with_siblings(
        &mut self,
        viewer: &Viewer,
        child: PersonId,
    ) -> Result<Vec<FileAccess>> {
        let beside = self.list_filed_with(child)?;
        let all: Vec<_> = [child].into_iter().chain(beside).collect();
        self.gather_files(viewer, &all)
    }

    /// The file of this child as it stands to this viewer.
    pub fn file_access(&mut self, viewer: &Viewer, child: PersonId) -> Result<FileAccess> {
        let mut file = withdrawn(child);
        self.each(STANDING, (viewer.at, viewer.account, child), |row| {
            StandingRow::from_row(row)?.note_in(&mut file, viewer)
        })?;
        Ok(file)
    }

    fn gather_some(&mut self, viewer: &Viewer, some: &[PersonId]) -> Result<Vec<FileAccess>> {
        if some.len() <= FEW {
            return some.iter().map(|child| self.file_access(viewer, *child)).collect();
        }
        let mut files: Vec<FileAccess> = some.iter().copied().map(withdrawn).collect();
        let asked = before_ids(&[viewer.at.value(), viewer.account.value()], some);
        for row in self.all::<StandingRow>(STANDING_OF_SOME, asked.as_slice())? {
            for file in files.iter_mut().filter(|file| file.child == row.child) {
                row.note_in(file, viewer)?;
            }
        }
        Ok(files)
    }

    /// Whose accounts these are.
    pub fn list_signs_as(&mut self, accounts: &[AccountId]) -> Result<Vec<(AccountId, PersonId)>> {
        let mut signs = Vec::new();
        for some in accounts.chunks(AT_ONCE) {
            signs
                .extend(self.all::<(AccountId, PersonId)>(SIGN, before_ids(&[], some).as_slice())?);
        }
        Ok(signs)
    }

    /// The newest reason by which this account has this child's file open at this moment.
    pub fn find_reason(
        &mut self,
        account: AccountId,
        child: PersonId,
        at: Timestamp,
    ) -> Result<Option<String>> {
        let found = self.find::<(String,)>(REASON, (child, account, at))?;
        Ok(found.map(|(reason,)| reason))
    }
}
