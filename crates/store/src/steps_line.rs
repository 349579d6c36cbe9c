//! The steps of one child, and the notes and decisions they are written in, for the statutory
//! line. No view of its own: steps stand in the story.

use crate::error::{Error, Result};
use crate::journal::EntryRow;
use crate::reading::Reading;
use crate::row;
use crate::tx::Tx;
use crate::value::{IntoValue as _, Value};
use domain::access::Part;
use domain::entry::Entry;
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::Kind;
use domain::steps_line::Linked;
use domain::time::day_of;
use jiff::Timestamp;
use std::collections::BTreeMap;

/// So many steps are read, the newest.
pub const NEWEST: usize = 300;
/// How many roots one statement names; more take another round.
const AT_ONCE: usize = 16;

/// The newest steps of a child.
#[derive(Debug, Clone, Default)]
pub struct FiledSteps {
    /// As they stand, oldest first.
    pub steps: Vec<Entry>,
    /// There are older ones.
    pub older: bool,
}

row! {
    struct StepRow {
        writer: Option<AccountId>,
        readers: Option<String>,
        seq: i64,
        head: String,
        body: Option<String>,
    }
}
row! {
    struct LinkedRow {
        root: EntryId,
        at: i64,
        kind: String,
        word: String,
        writer: Option<AccountId>,
        readers: Option<String>,
    }
}

const STEPS: &str = "select s.writer, s.readers, s.seq, e.head, p.body
    from story s join entry e on e.seq = s.seq left join payload p on p.seq = s.seq
    where s.child = ?1 and s.kind = 'step' order by s.at desc, s.root desc limit ?2";
const LINKED: &str = "select root, at, kind, word, writer, readers from story
    where child = ?1 and root in (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,
      ?16, ?17)";

impl Tx {
    /// The newest steps of a child that this reader may see, imported and written together.
    pub fn list_steps(&mut self, child: PersonId, reading: Reading<'_>) -> Result<FiledSteps> {
        let open = (Part::Steps, reading.opens(child, Part::Steps));
        let limit = i64::try_from(NEWEST).unwrap_or(i64::MAX).saturating_add(1);
        let mut rows = self.all::<StepRow>(STEPS, (child, limit))?;
        let older = rows.len() > NEWEST;
        rows.truncate(NEWEST);
        let mut steps = Vec::with_capacity(rows.len());
        for row in rows.into_iter().rev() {
            if reading.may_read(open, row.writer, row.readers.as_deref())? {
                steps.push(EntryRow { seq: row.seq, head: row.head, body: row.body }.open()?);
            }
        }
        Ok(FiledSteps { steps, older })
    }

    /// Those of these roots that stand in the child's story and that this reader may read.
    pub fn list_linked(
        &mut self,
        child: PersonId,
        roots: &[EntryId],
        reading: Reading<'_>,
    ) -> Result<BTreeMap<EntryId, Linked>> {
        let open = (Part::Rest, reading.opens(child, Part::Rest));
        let mut found = BTreeMap::new();
        for some in roots.chunks(AT_ONCE) {
            let blanks = std::iter::repeat_n(Value::Null, AT_ONCE - some.len());
            let values: Vec<_> = std::iter::once(child.value())
                .chain(some.iter().map(|root| root.value()))
                .chain(blanks)
                .collect();
            for row in self.all::<LinkedRow>(LINKED, values.as_slice())? {
                if reading.may_read(open, row.writer, row.readers.as_deref())? {
                    found.extend(row.into_domain()?.map(|linked| (linked.root, linked)));
                }
            }
        }
        Ok(found)
    }
}

impl LinkedRow {
    /// Nothing for a line that only says that something was moved.
    fn into_domain(self) -> Result<Option<Linked>> {
        let Some(kind) = Kind::ALL.iter().copied().find(|kind| kind.as_str() == self.kind) else {
            return Ok(None);
        };
        let at = Timestamp::from_microsecond(self.at)
            .map_err(|why| Error::Broken(format!("the moment of {}: {why}", self.root)))?;
        Ok(Some(Linked { root: self.root, kind, word: self.word, on: day_of(at) }))
    }
}
