//! Who works with whom. Access is read from here.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use crate::value::{IntoValue, Value};
use crate::view::{Placed, View};
use domain::access::{Span, Way, leads};
use domain::id::{EntryId, PersonId, TeamId};
use domain::involvement::Involved;
use domain::kind::{Kind, Payload};
use jiff::Timestamp;

/// The view.
pub const VIEW: View = View {
    name: "involvement",
    version: 3,
    tables: &["involvement"],
    definition: "
        create table involvement(
          root {id} not null primary key,
          child {id} not null,
          holder_kind text not null,
          holder {id},
          role text not null,
          title text,
          reach text,
          leads {flag} not null,
          from_at {big} not null,
          until_at {big}
        ) {keyed};
        create index involvement_child on involvement(child, holder_kind, holder, reach, leads,
          from_at, until_at);
        create index involvement_holder on involvement(holder, holder_kind, child, reach, leads,
          from_at, until_at);
        create index involvement_waiting on involvement(child) where holder_kind = 'waiting';",
    apply,
};

const PUT: &str =
    "insert into involvement(root, child, holder_kind, holder, role, title, reach, leads,
    from_at, until_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) on conflict(root) do update
    set child = excluded.child, holder_kind = excluded.holder_kind, holder = excluded.holder,
    role = excluded.role, title = excluded.title, reach = excluded.reach, leads = excluded.leads,
    from_at = excluded.from_at, until_at = excluded.until_at";
const DROP: &str = "delete from involvement where root = ?1";
const COUNT_OTHER: &str = "select count(*) from involvement where child = ?1
    and holder_kind <> 'waiting'";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if let Some(Payload::Involvement(part)) = &placed.entry.payload {
        let (kind, holder) = match part.who {
            Involved::Person(person) => ("person", Some(*person.as_bytes())),
            Involved::Team(team) => ("team", Some(*team.as_bytes())),
            Involved::NotYetAllocated => ("waiting", None),
        };
        let way = Way::by(part);
        let span = Span::of_days(part.from, part.until);
        tx.exec(
            PUT,
            (
                head.root,
                part.child,
                kind,
                holder,
                part.role.as_str(),
                part.title.as_ref(),
                way.map(|way| way.reach.as_str()).map(ToOwned::to_owned),
                leads(part.role),
                span.from,
                span.until,
            ),
        )?;
    } else if placed.ends(Kind::Involvement) {
        tx.exec(DROP, (head.root,))?;
    }
    Ok(())
}

row! {
    /// Somebody's part in the work with a child.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct PartRow {
        /// A person, a team, or nobody yet.
        holder_kind: String,
        /// Who.
        holder: Option<[u8; 16]>,
        /// As what.
        role: String,
        /// What they are called in it.
        title: Option<String>,
        /// From.
        from_at: Timestamp,
        /// Until.
        until_at: Option<Timestamp>,
    }
}

const OF_CHILD: &str = "select holder_kind, holder, role, title, from_at, until_at from involvement
    where child = ?1 order by from_at, root";

const OPEN: &str = "select root from involvement where child = ?1 and until_at is null
    order by root";
const LEADS: &str = "select distinct holder from involvement where child = ?1 and leads = 1
    and holder_kind = 'person' and from_at <= ?2 and (until_at is null or ?2 < until_at)
    order by holder";

impl Tx {
    /// How many persons and teams ever worked with a child; those not yet allocated count nobody.
    pub fn count_involved(&mut self, child: PersonId) -> Result<i64> {
        Ok(self.get::<(i64,)>(COUNT_OTHER, (child,))?.0)
    }

    /// The parts in the work with a child that have no end, by their roots. Asks nobody's leave:
    /// for lists from elsewhere.
    pub fn list_open_parts(&mut self, child: PersonId) -> Result<Vec<EntryId>> {
        let rows = self.all::<(EntryId,)>(OPEN, (child,))?;
        Ok(rows.into_iter().map(|(root,)| root).collect())
    }

    /// Who leads the work with a child at this moment.
    pub fn list_leads(&mut self, child: PersonId, at: Timestamp) -> Result<Vec<PersonId>> {
        let rows = self.all::<(PersonId,)>(LEADS, (child, at))?;
        Ok(rows.into_iter().map(|(person,)| person).collect())
    }

    /// Everyone who works or worked with a child, in order of time.
    pub fn list_involved(&mut self, child: PersonId) -> Result<Vec<PartRow>> {
        self.all(OF_CHILD, (child,))
    }
}

/// How many children one statement asks for; a list shows no more.
pub const AT_ONCE: usize = 50;

const LED_BY: &str = "select i.child, i.holder_kind, i.holder,
      case when i.holder_kind = 'team' then i.holder else (select t.team from account_team t
        where t.person = i.holder order by t.team limit 1) end
    from involvement i where (i.leads = 1 or i.holder_kind = 'waiting') and i.from_at <= ?1
    and (i.until_at is null or ?1 < i.until_at)
    and i.child in (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
      ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33, ?34, ?35, ?36,
      ?37, ?38, ?39, ?40, ?41, ?42, ?43, ?44, ?45, ?46, ?47, ?48, ?49, ?50, ?51)
    order by i.child, i.from_at, i.root";

row! {
    /// Who leads the work with a child.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct LedRow {
        /// The child.
        child: PersonId,
        /// A person, a team, or nobody yet.
        holder_kind: String,
        /// Who.
        holder: Option<[u8; 16]>,
        /// The team it is, or that the person is in.
        team: Option<TeamId>,
    }
}

impl Tx {
    /// Who leads the work with each of these children at this moment; [`AT_ONCE`] at most.
    pub fn list_led_by(&mut self, children: &[PersonId], at: Timestamp) -> Result<Vec<LedRow>> {
        let ids = children.iter().take(AT_ONCE).map(IntoValue::value);
        let blanks = std::iter::repeat_n(Value::Null, AT_ONCE.saturating_sub(children.len()));
        let values: Vec<_> = std::iter::once(at.value()).chain(ids).chain(blanks).collect();
        self.all::<LedRow>(LED_BY, values.as_slice())
    }
}
