//! What My work is drawn from: a whole caseload in a handful of queries, whatever its size up to
//! forty, and no query for one child.
//!
//! ```text
//! own     whom the reader works with, who leads, whose files are asked for beside
//! lines   cards │ numbers │ newest sighting │ newest words │ what is arranged │ what is owed │
//!         files that others opened with a reason
//! kin     members and ties of all the families
//! people  exactly those whom the page names
//! ```
//! What is hidden from the reader (about a restricted brother too) is passed over; a second query
//! then looks further back, for those children alone.

use crate::error::{Error, Result};
use crate::forty::{AT_ONCE, before_ids, forty};
use crate::reading::Reading;
use crate::row;
use crate::tx::Tx;
use crate::value::{IntoValue as _, Value};
use domain::access::{Part, Viewer};
use domain::card::Card;
use domain::front_page::Kin;
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::time::{day_of, start_of};
use domain::visit;
use domain::voice::Mode;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use std::collections::{BTreeMap, BTreeSet};

/// Days of the fortnight.
const FORTNIGHT: i64 = 14;
/// How far back is read where the newest is hidden.
const FAR: i64 = 40;

/// Everything about a caseload that its reader may read.
#[derive(Debug, Clone, Default)]
pub struct Caseload {
    /// The children, each once.
    pub children: Vec<PersonId>,
    /// Cards of each: emblem, pins, scales with their newest numbers, plan, steps of the map and
    /// of the way ahead, parts in the work.
    pub cards: Vec<(PersonId, Card)>,
    /// The newest note that saw each, whole.
    pub seen: BTreeMap<PersonId, Card>,
    /// The newest words about each: a note, a slip, a message.
    pub newest: BTreeMap<PersonId, Card>,
    /// Notes and steps that are arranged, from today on; who wrote each.
    pub arranged: Vec<(PersonId, Card, Option<AccountId>)>,
    /// What the reader owes, and what nobody in particular owes the children.
    pub owed: Vec<(PersonId, Card)>,
    /// Sittings over the houses after which nobody has told the child what came of it.
    pub unanswered: Vec<(PersonId, Card)>,
    /// Files the reader leads that others opened with a reason, the last fortnight.
    pub opened: Vec<Opening>,
    /// The council's numbers, for children whom nobody has named.
    pub numbers: BTreeMap<PersonId, String>,
    /// The family of each.
    pub kin: BTreeMap<PersonId, Kin>,
    /// When the reader last looked at each, before this visit.
    pub looked_at: BTreeMap<PersonId, Timestamp>,
}

row! {
    /// A file that somebody opened with a reason.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Opening {
        /// Whose file.
        child: PersonId,
        /// Who opened it.
        by: Option<PersonId>,
        /// Why, as it was typed.
        reason: String,
        /// When.
        at: Timestamp,
    }
}

/// Whom somebody works with, and whose files are gathered beside.
#[derive(Debug, Clone, Default)]
pub struct Own {
    /// Those the viewer works with.
    pub children: BTreeSet<PersonId>,
    /// These, those whom entries about them are shared with, and those the viewer owes something.
    pub asked: Vec<PersonId>,
}

const OWN: &str = "with own(child) as materialized (
      select distinct i.child from involvement i join person p on p.id = i.child
        where i.holder = ?1 and i.holder_kind = 'person' and i.from_at <= ?2
        and (i.until_at is null or ?2 < i.until_at))
    select o.child, 1 from own o
    union select f.beside, 0 from own o cross join filed_with f where f.child = o.child
    union select n.child, 0 from next_step n where n.owner = ?1";

/// Whether the reader leads the work with this child. `?2` now, `?4` the reader.
macro_rules! led {
    ($child:literal) => {
        concat!(
            "exists (select 1 from involvement l where l.child = ",
            $child,
            " and l.holder = ?4 and l.holder_kind = 'person' and l.leads = 1 and l.from_at <= ?2
               and (l.until_at is null or ?2 < l.until_at))"
        )
    };
}

/// `?1` account, `?2` now, `?3` the first moment of today, `?4` person; then the children.
const LINES: &str = concat!(
    "select 'card', c.kind, c.child, c.root, c.id, c.at, c.recorded_at, c.writer,
      coalesce(c.said_by, (select g.person from signs_as g where g.account = c.writer)),
      c.how, c.readers, c.body from card c where c.child in ",
    forty!(after 4),
    " and (c.front = 1 and c.kind in ('emblem', 'involvement', 'pins', 'plan', 'scale',
        'timeline_step') or c.front = 0 and c.kind = 'map_item')
    union all select 'card', 'rating', r.child, r.root, r.id, r.at, r.recorded_at, r.writer,
      r.said_by, r.how, r.readers, r.body from rating_front r where r.child in ",
    forty!(after 4),
    " union all select 'seen', 'note', n.child, n.root, n.id, n.at, n.recorded_at, n.writer,
      n.said_by, n.how, n.readers, cast(p.body as text)
      from person c cross join seen n cross join entry e cross join payload p where c.id in ",
    forty!(after 4),
    " and n.child = c.id and n.root = (select s.root from seen s where s.child = c.id
        and s.at <= ?2 and (s.sealed = 0 or s.writer = ?1 or ",
    led!("c.id"),
    ") order by s.at desc, s.root desc limit 1) and e.id = n.id and p.seq = e.seq
    union all select 'newest', n.kind, n.child, n.root, n.root, n.at, n.recorded_at, n.writer,
      coalesce(n.said_by, (select g.person from signs_as g where g.account = n.writer)),
      n.how, n.readers, cast(p.body as text)
      from person c cross join story n cross join payload p where c.id in ",
    forty!(after 4),
    " and n.child = c.id and n.root = (select s.root from story s where s.child = c.id
        and s.at <= ?2 and s.planned = 0 and s.word not in ('step', 'drawn', 'left_out')
        and s.kind in ('child_message', 'houses_page', 'map_item', 'note')
        and (s.sealed = 0 or s.writer = ?1 or ",
    led!("c.id"),
    ") order by s.at desc, s.root desc limit 1) and p.seq = n.seq
    union all select 'arranged', s.kind, s.child, s.root, s.root, s.at, s.recorded_at, s.writer,
      s.said_by, s.how, s.readers, cast(p.body as text)
      from story s cross join payload p where s.child in ",
    forty!(after 4),
    " and s.planned = 1 and s.at >= ?3 and p.seq = s.seq
    union all select 'owed', 'next_step', n.child, n.root, n.id, n.at, n.recorded_at, n.writer,
      n.owner, null, n.readers, n.body from next_step n where n.child in ",
    forty!(after 4),
    " and (n.owner = ?4 or n.owner is null)
    union all select 'unanswered', c.kind, c.child, c.root, c.id, c.at, c.recorded_at, c.writer,
      c.said_by, c.how, c.readers, c.body from card c where c.child in ",
    forty!(after 4),
    " and c.front = 0 and c.kind = 'houses_session'
      and not exists (select 1 from listening_answer a where a.of = c.root)
    union all select 'opened', g.reach, g.child, g.root, g.root, g.from_at, g.from_at, g.account,
      (select a.person from signs_as a where a.account = g.account), null, null, g.reason
      from person c cross join access_grant g where c.id in ",
    forty!(after 4),
    " and g.child = c.id and g.account <> ?1 and ",
    led!("c.id"),
    " union all select 'number', k.scheme, k.person, k.root, k.root, ?3, ?3, null, null, null, null,
      k.value from known_by k where k.person in ",
    forty!(after 4),
    " and k.scheme = 'la_child_id'"
);

/// As the lines, further back: `?3` how far.
const FURTHER: &str = concat!(
    "select 'seen', 'note', n.child, n.root, n.id, n.at, n.recorded_at, n.writer, n.said_by, n.how,
      n.readers, cast(p.body as text)
      from (select s.child, s.root, s.id, s.at, s.recorded_at, s.writer, s.said_by, s.how,
          s.readers, row_number() over (partition by s.child order by s.at desc, s.root desc) nth
        from seen s where s.at <= ?2 and s.child in ",
    forty!(after 4),
    " and (s.sealed = 0 or s.writer = ?1 or ",
    led!("s.child"),
    ")) n join entry e on e.id = n.id join payload p on p.seq = e.seq where n.nth <= ?3
    union all select 'newest', n.kind, n.child, n.root, n.root, n.at, n.recorded_at, n.writer,
      coalesce(n.said_by, (select g.person from signs_as g where g.account = n.writer)),
      n.how, n.readers, cast(p.body as text)
      from (select s.child, s.root, s.seq, s.kind, s.at, s.recorded_at, s.writer, s.said_by, s.how,
          s.readers, row_number() over (partition by s.child order by s.at desc, s.root desc) nth
        from story s where s.at <= ?2 and s.planned = 0
          and s.word not in ('step', 'drawn', 'left_out')
          and s.kind in ('child_message', 'houses_page', 'map_item', 'note')
          and s.child in ",
    forty!(after 4),
    " and (s.sealed = 0 or s.writer = ?1 or ",
    led!("s.child"),
    ")) n join payload p on p.seq = n.seq where n.nth <= ?3"
);

const KIN: &str = concat!(
    "with who(person) as materialized (
      select p.id from person p where p.id in ",
    forty!(after 0),
    " union select o.person from family_member m cross join family_member o where m.person in ",
    forty!(after 0),
    " and o.family = m.family)
    select 'member', o.root, m.person, o.body
      from family_member m cross join family_member o where m.person in ",
    forty!(after 0),
    " and o.family = m.family
    union all select 'tie', t.root, t.person, t.body
      from who w cross join tie t where t.person = w.person"
);

/// The children led by somebody of a team that the reader supervises, or by that team. `?1`
/// account, `?2` now.
macro_rules! led_in_teams {
    () => {
        "select i.child from account_team t join account_team o on o.team = t.team
            join involvement i on i.holder = o.person and i.holder_kind = 'person'
            where t.account = ?1 and t.supervises = 1 and i.leads = 1 and i.from_at <= ?2
              and (i.until_at is null or ?2 < i.until_at)
          union select i.child from account_team t
            join involvement i on i.holder = t.team and i.holder_kind = 'team'
            where t.account = ?1 and t.supervises = 1 and i.leads = 1 and i.from_at <= ?2
              and (i.until_at is null or ?2 < i.until_at)"
    };
}
pub(crate) use led_in_teams;

/// What others opened of the files that the reader answers for. `?3` since when.
const ANSWERED_FOR: &str = concat!(
    "select distinct g.child,
      (select a.person from signs_as a where a.account = g.account), g.reason, g.from_at
    from (",
    led_in_teams!(),
    ") led join access_grant g on g.child = led.child
    where g.account <> ?1 and g.from_at >= ?3 order by g.from_at, g.child"
);

const VISITS: &str = concat!(
    "select child, last_look_at, looked_before_at from visit where account = ?1 and child in ",
    forty!(after 1)
);

row! {
    struct LineRow {
        what: String,
        kind: String,
        child: PersonId,
        root: EntryId,
        id: EntryId,
        at: Timestamp,
        recorded_at: Timestamp,
        writer: Option<AccountId>,
        voice: Option<PersonId>,
        how: Option<String>,
        readers: Option<String>,
        body: String,
    }
}

impl Tx {
    /// Whom this viewer works with now, and whose files are asked for before My work is read.
    pub fn list_own(&mut self, viewer: &Viewer) -> Result<Own> {
        let mut own = Own::default();
        for (child, works) in self.all::<(PersonId, bool)>(OWN, (viewer.person, viewer.at))? {
            if works {
                own.children.insert(child);
            }
            own.asked.push(child);
        }
        own.asked.sort_unstable();
        own.asked.dedup();
        Ok(own)
    }

    /// Files of the teams this viewer answers for that others opened with a reason, the last
    /// fortnight. A restricted one is among them: who asks for it must ask whether it may be named.
    pub fn list_openings_answered_for(&mut self, viewer: &Viewer) -> Result<Vec<Opening>> {
        if viewer.supervises.is_empty() {
            return Ok(Vec::new());
        }
        let since = start_of(day_of(viewer.at).saturating_sub(FORTNIGHT.days()));
        self.all::<Opening>(ANSWERED_FOR, (viewer.account, viewer.at, since))
    }

    /// What is known of a caseload, as far as this reader may read it. A child whose front page
    /// is not open to the reader is not in it.
    pub fn read_caseload(&mut self, own: &Own, reading: Reading<'_>) -> Result<Caseload> {
        let mut caseload = Caseload::default();
        let open = |child: &&PersonId| reading.opens(**child, Part::FrontPage);
        caseload.children = own.children.iter().filter(open).copied().collect();
        let asked: Vec<PersonId> = own.asked.iter().filter(open).copied().collect();
        let mut hidden = BTreeSet::new();
        for some in asked.chunks(AT_ONCE) {
            let today = start_of(day_of(reading.viewer.at));
            self.read_some(LINES, (some, today), (&mut caseload, &mut hidden), reading)?;
        }
        let hidden: Vec<PersonId> = hidden.into_iter().collect();
        for some in hidden.chunks(AT_ONCE) {
            let further = &mut BTreeSet::new();
            self.read_some(FURTHER, (some, FAR), (&mut caseload, further), reading)?;
        }
        for some in caseload.children.clone().chunks(AT_ONCE) {
            caseload.kin.extend(self.read_kin_of(some)?);
            caseload.looked_at.extend(self.list_looked_before(reading.viewer, some)?);
        }
        Ok(caseload)
    }

    fn read_some(
        &mut self,
        sql: &'static str,
        (some, third): (&[PersonId], i64),
        (caseload, hidden): (&mut Caseload, &mut BTreeSet<PersonId>),
        reading: Reading<'_>,
    ) -> Result<()> {
        let viewer = reading.viewer;
        let first =
            [viewer.account.value(), viewer.at.value(), Value::Int(third), viewer.person.value()];
        for row in self.all::<LineRow>(sql, before_ids(&first, some).as_slice())? {
            let open = (Part::Rest, reading.opens(row.child, Part::Rest));
            if reading.may_read(open, row.writer, row.readers.as_deref())? {
                row.into(caseload, day_of(viewer.at))?;
            } else if matches!(row.what.as_str(), "seen" | "newest") {
                hidden.insert(row.child);
            }
        }
        Ok(())
    }

    fn list_looked_before(
        &mut self,
        viewer: &Viewer,
        some: &[PersonId],
    ) -> Result<Vec<(PersonId, Timestamp)>> {
        type VisitRow = (PersonId, Timestamp, Option<Timestamp>);
        let first = [viewer.account.value()];
        let visits = self.all::<VisitRow>(VISITS, before_ids(&first, some).as_slice())?;
        let before = |(child, last, before): VisitRow| {
            let same = visit::is_same_visit(last, viewer.at);
            Some((child, if same { before? } else { last }))
        };
        Ok(visits.into_iter().filter_map(before).collect())
    }

    /// The families of several children: members and ties, and no homes.
    fn read_kin_of(&mut self, some: &[PersonId]) -> Result<BTreeMap<PersonId, Kin>> {
        type KinRow = (String, EntryId, PersonId, String);
        let mut rows = self.all::<KinRow>(KIN, before_ids(&[], some).as_slice())?;
        rows.sort_by_key(|(_, root, ..)| *root);
        rows.dedup();
        let broken = |root: &EntryId, why| Error::Broken(format!("{root}: {why}"));
        let mut kin: BTreeMap<PersonId, Kin> =
            some.iter().map(|child| (*child, Kin::default())).collect();
        for (_, root, child, body) in rows.iter().filter(|(what, ..)| what == "member") {
            let member = serde_json::from_str(body).map_err(|why| broken(root, why))?;
            kin.entry(*child).or_default().members.push(member);
        }
        for (_, root, person, body) in rows.iter().filter(|(what, ..)| what == "tie") {
            let tie: domain::tie::Tie =
                serde_json::from_str(body).map_err(|why| broken(root, why))?;
            for (child, around) in &mut kin {
                if child == person || around.members.iter().any(|m| m.person == *person) {
                    around.ties.push(tie.clone());
                }
            }
        }
        Ok(kin)
    }
}

impl LineRow {
    fn into(self, caseload: &mut Caseload, today: Date) -> Result<()> {
        let child = self.child;
        let own = caseload.children.contains(&child);
        match self.what.as_str() {
            "opened" => {
                let since = today.saturating_sub(FORTNIGHT.days());
                if own && day_of(self.at) >= since {
                    let (by, reason, at) = (self.voice, self.body, self.at);
                    caseload.opened.push(Opening { child, by, reason, at });
                }
            }
            "number" if own => {
                caseload.numbers.insert(child, self.body);
            }
            "owed" => caseload.owed.push((child, self.card()?)),
            "unanswered" if own => caseload.unanswered.push((child, self.card()?)),
            "card" if own => caseload.cards.push((child, self.card()?)),
            "arranged" if own => {
                let writer = self.writer;
                caseload.arranged.push((child, self.card()?, writer));
            }
            "seen" if own => keep_newest(&mut caseload.seen, child, self.card()?),
            "newest" if own => keep_newest(&mut caseload.newest, child, self.card()?),
            _ => {}
        }
        Ok(())
    }

    fn card(self) -> Result<Card> {
        let broken = |what: &dyn std::fmt::Display| Error::Broken(format!("{}: {what}", self.id));
        let kind = Kind::parse(&self.kind).ok_or_else(|| broken(&self.kind))?;
        let payload =
            Payload::parse(kind, kind.version(), &self.body).map_err(|why| broken(&why))?;
        Ok(Card {
            root: self.root,
            id: self.id,
            at: self.at,
            recorded_at: self.recorded_at,
            voice: self.voice,
            how: self.how.as_deref().and_then(Mode::parse),
            beside: Vec::new(),
            payload,
        })
    }
}

fn keep_newest(of: &mut BTreeMap<PersonId, Card>, child: PersonId, card: Card) {
    let newer = of.get(&child).is_none_or(|known| (known.at, known.root) < (card.at, card.root));
    if newer {
        of.insert(child, card);
    }
}
