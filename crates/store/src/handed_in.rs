//! What tablets handed in: sittings, sealed as they came. A sitting is no entry until somebody has
//! said whose it is. It stays with the teams its worker was in when it came: whoever answers for
//! one finds it after the worker has moved on.

use crate::dialect;
use crate::error::{Error, Result};
use crate::row;
use crate::tablet::key;
use crate::tx::Tx;
use domain::entry::Digest;
use domain::id::{AccountId, EntryId, PersonId, SittingId, TabletId, TeamId};
use domain::tablet::{HandedIn, HandedInState, ImportantIn};
use jiff::Timestamp;
use jiff::civil::Date;

/// What is known of a sitting that was handed in.
macro_rules! kept {
    () => {
        "select h.session, h.manifest_digest, h.tablet, h.account, h.arrived_at, h.manifest,
        h.finished, h.unopened, h.state, h.child, h.entry, h.important from handed_in h "
    };
}

/// Nobody answers for it: neither in a team its worker was in when it came, nor, where that is not
/// known, in one they are in now.
macro_rules! unanswered {
    () => {
        "not exists (select 1 from handed_in_team c join account_team t on t.team = c.team
            where c.session = h.session and c.manifest_digest = h.manifest_digest
            and t.supervises = 1 and (t.closed_on is null or ?2 < t.closed_on))
        and (exists (select 1 from handed_in_team c where c.session = h.session
                and c.manifest_digest = h.manifest_digest)
            or not exists (select 1 from account_team o join account_team t on t.team = o.team
                where o.account = h.account and t.supervises = 1
                and (t.closed_on is null or ?2 < t.closed_on))) "
    };
}

const PUT: &str = "insert into handed_in(session, manifest_digest, tablet, account, arrived_at,
    manifest, bytes, finished, unopened, important, state)
    values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'waiting')
    on conflict(session, manifest_digest) do nothing";
const PUT_TEAM: &str = "insert into handed_in_team(session, manifest_digest, team)
    values (?1, ?2, ?3) on conflict(session, manifest_digest, team) do nothing";
const FIND: &str = concat!(kept!(), "where h.session = ?1 and h.manifest_digest = ?2");
const OF_SITTING: &str =
    concat!(kept!(), "where h.session = ?1 order by h.arrived_at, h.manifest_digest");
const OF_ACCOUNT: &str = concat!(
    kept!(),
    "where h.account = ?1 and h.state = ?2
    order by h.important is null, h.arrived_at, h.session, h.manifest_digest limit 100"
);
const OF_TEAM: &str = concat!(
    kept!(),
    "where h.state = ?2 and (exists (select 1 from handed_in_team c where c.session = h.session
            and c.manifest_digest = h.manifest_digest and c.team = ?1)
        or not exists (select 1 from handed_in_team c where c.session = h.session
            and c.manifest_digest = h.manifest_digest)
        and exists (select 1 from account_team t where t.account = h.account and t.team = ?1))
    order by h.important is null, h.arrived_at, h.session, h.manifest_digest limit 100"
);
const OF_NOBODY: &str = concat!(
    kept!(),
    "where h.state = ?1 and ",
    unanswered!(),
    "order by h.important is null, h.arrived_at, h.session, h.manifest_digest limit 100"
);
const TEAMS: &str = "select team from handed_in_team
    where session = ?1 and manifest_digest = ?2 order by team";
const ANY_SUPERVISOR: &str = "select 1 from account_team
    where supervises = 1 and (closed_on is null or ?1 < closed_on) limit 1";
const OF_ENTRY: &str = concat!(kept!(), "where h.entry = ?1 order by h.arrived_at limit 1");
const DECIDE: &str = "update handed_in set state = ?3, child = ?4, entry = ?5
    where session = ?1 and manifest_digest = ?2 and state = ?6";
const SAY: &str = "insert into handed_in_said(session, manifest_digest, nth, state, why, said_by,
    said_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
const SAID: &str = "select state, why, said_by, said_at from handed_in_said
    where session = ?1 and manifest_digest = ?2 order by nth";
const NOT_FILED_AFTER: &str = concat!(
    kept!(),
    "where (h.session > ?1 or h.session = ?1 and h.manifest_digest > ?2)
    and (h.state <> 'filed' or h.unopened > 0)
    order by h.session, h.manifest_digest limit 100"
);

row! {
    struct HandedInRow {
        session: SittingId,
        manifest_digest: Digest,
        tablet: TabletId,
        account: AccountId,
        arrived_at: Timestamp,
        manifest: String,
        finished: bool,
        unopened: i64,
        state: String,
        child: Option<PersonId>,
        entry: Option<EntryId>,
        important: Option<String>,
    }
}

/// A sitting as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// What a list says of it.
    pub handed_in: HandedIn,
    /// SHA-256 of its manifest.
    pub manifest_digest: Digest,
    /// The account whose tablet it was.
    pub account: AccountId,
    /// The manifest, as it came.
    pub manifest: String,
    /// The child it was said to be of.
    pub child: Option<PersonId>,
    /// The entry it became.
    pub entry: Option<EntryId>,
    /// How much of it could not be opened: records and attachments.
    pub unopened: u32,
}

/// What somebody said of a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Where it stood from then on: waiting, where it was taken up again.
    pub state: HandedInState,
    /// Why it was set aside.
    pub why: Option<String>,
    /// Who said so.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
}

impl HandedInRow {
    fn into_kept(self) -> Result<Kept> {
        let state = state(&self.state)?;
        let important = self.important.as_deref().map(|word| {
            ImportantIn::parse(word)
                .ok_or_else(|| Error::Broken("what is said to be important".to_owned()))
        });
        let important = important.transpose()?;
        let handed_in = HandedIn {
            sitting: self.session,
            tablet: self.tablet,
            arrived_at: self.arrived_at,
            finished: self.finished,
            state,
            important,
        };
        Ok(Kept {
            handed_in,
            unopened: u32::try_from(self.unopened).unwrap_or(u32::MAX),
            manifest_digest: self.manifest_digest,
            account: self.account,
            manifest: self.manifest,
            child: self.child,
            entry: self.entry,
        })
    }
}

fn state(word: &str) -> Result<HandedInState> {
    HandedInState::parse(word).ok_or_else(|| Error::Broken("a state of a sitting".to_owned()))
}

fn all(rows: Vec<HandedInRow>) -> Result<Vec<Kept>> {
    rows.into_iter().map(HandedInRow::into_kept).collect()
}

impl Tx {
    /// Nobody else adds a branch to this sitting until this transaction ends.
    pub fn hold_sitting(&mut self, sitting: SittingId) -> Result<()> {
        dialect::hold(self, &[key(*sitting.0.as_bytes())])
    }

    /// Keeps a sitting with the teams its worker is in now; the same again changes nothing.
    pub fn keep_handed_in(&mut self, kept: &Kept, bytes: i64, teams: &[TeamId]) -> Result<()> {
        let HandedIn { sitting, tablet, arrived_at, finished, important, .. } = kept.handed_in;
        let row = (
            sitting,
            kept.manifest_digest,
            tablet,
            kept.account,
            arrived_at,
            &kept.manifest,
            bytes,
            finished,
            i64::from(kept.unopened),
            important.map(ImportantIn::as_str),
        );
        if self.exec(PUT, row)? > 0 {
            for team in teams {
                self.exec(PUT_TEAM, (sitting, kept.manifest_digest, *team))?;
            }
        }
        Ok(())
    }

    /// One sitting as it was handed in once.
    pub fn find_handed_in(&mut self, sitting: SittingId, digest: Digest) -> Result<Option<Kept>> {
        self.find::<HandedInRow>(FIND, (sitting, digest))?.map(HandedInRow::into_kept).transpose()
    }

    /// Every branch of a sitting, the first that came first.
    pub fn list_branches(&mut self, sitting: SittingId) -> Result<Vec<Kept>> {
        all(self.all(OF_SITTING, (sitting,))?)
    }

    /// How this entry was handed in.
    pub fn find_handed_in_as(&mut self, entry: EntryId) -> Result<Option<Kept>> {
        self.find::<HandedInRow>(OF_ENTRY, (entry,))?.map(HandedInRow::into_kept).transpose()
    }

    /// All that was said of it, one after the other.
    pub fn list_said_of_handed_in(&mut self, kept: &Kept) -> Result<Vec<Said>> {
        type Row = (String, Option<String>, AccountId, Timestamp);
        let of = (kept.handed_in.sitting, kept.manifest_digest);
        let said = self.all::<Row>(SAID, of)?.into_iter();
        said.map(|(word, why, by, at)| Ok(Said { state: state(&word)?, why, by, at })).collect()
    }

    /// What stands so of one account's tablets: first where something important was said, then the
    /// oldest.
    pub fn list_handed_in_of(
        &mut self,
        account: AccountId,
        state: HandedInState,
    ) -> Result<Vec<Kept>> {
        all(self.all(OF_ACCOUNT, (account, state.as_str()))?)
    }

    /// What stands so of the tablets of those who were in this team when it came, the oldest first;
    /// where nobody noted their teams then, of those who are in it now.
    pub fn list_handed_in_of_team(
        &mut self,
        team: TeamId,
        state: HandedInState,
    ) -> Result<Vec<Kept>> {
        all(self.all(OF_TEAM, (team, state.as_str()))?)
    }

    /// What stands so and has nobody on this day who answers for a team of it, the oldest first.
    pub fn list_handed_in_of_nobody(
        &mut self,
        state: HandedInState,
        on: Date,
    ) -> Result<Vec<Kept>> {
        all(self.all(OF_NOBODY, (state.as_str(), on))?)
    }

    /// The teams its worker was in when it came.
    pub fn list_teams_of_handed_in(&mut self, kept: &Kept) -> Result<Vec<TeamId>> {
        let of = (kept.handed_in.sitting, kept.manifest_digest);
        Ok(self.all::<(TeamId,)>(TEAMS, of)?.into_iter().map(|(team,)| team).collect())
    }

    /// Whether anybody answers for any team on this day.
    pub fn has_supervisor(&mut self, on: Date) -> Result<bool> {
        Ok(self.find::<(i64,)>(ANY_SUPERVISOR, (on,))?.is_some())
    }

    /// What still needs its sealed bytes, in pages by key.
    pub fn list_sealed_after(&mut self, after: Option<(SittingId, Digest)>) -> Result<Vec<Kept>> {
        let (sitting, digest) = after.unwrap_or((SittingId(uuid::Uuid::nil()), [0; 32]));
        all(self.all(NOT_FILED_AFTER, (sitting, digest))?)
    }

    /// Writes down what somebody says of a sitting: aside or filed it goes only while it waits, and
    /// it waits again only after it was set aside. False where somebody said otherwise before.
    pub fn say_of_handed_in(
        &mut self,
        kept: &Kept,
        said: &Said,
        filed: Option<(PersonId, EntryId)>,
    ) -> Result<bool> {
        let (sitting, digest) = (kept.handed_in.sitting, kept.manifest_digest);
        let stood = match said.state {
            HandedInState::Waiting => HandedInState::SetAside,
            HandedInState::Filed | HandedInState::SetAside => HandedInState::Waiting,
        };
        let (child, entry) = filed.unzip();
        let now = (sitting, digest, said.state.as_str(), child, entry, stood.as_str());
        if self.exec(DECIDE, now)? == 0 {
            return Ok(false);
        }
        let before = self.list_said_of_handed_in(kept)?.len();
        let nth = i64::try_from(before).unwrap_or(i64::MAX).saturating_add(1);
        let why = said.why.as_deref();
        self.exec(SAY, (sitting, digest, nth, said.state.as_str(), why, said.by, said.at))?;
        Ok(true)
    }
}
