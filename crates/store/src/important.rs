//! Something important that children said, the newest first: what somebody who works with them, or
//! answers for whoever does, must not come upon by chance.
//!
//! Deliberately absent: whether anybody was rung. The words of that are the worker's.

use crate::error::{Error, Result};
use crate::forty::{AT_ONCE, before_ids, forty};
use crate::my_work::led_in_teams;
use crate::reading::Reading;
use crate::row;
use crate::tx::Tx;
use crate::value::IntoValue as _;
use domain::access::{Part, Viewer};
use domain::id::{AccountId, EntryId, PersonId};
use domain::important_said::ImportantSaid;
use domain::kind::{Kind, Payload};
use domain::time::day_of;
use jiff::Timestamp;
use jiff::civil::Date;

/// Something important that a child said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidLately {
    /// The child.
    pub child: PersonId,
    /// The root of its entry.
    pub root: EntryId,
    /// The day it was said.
    pub on: Date,
    /// What was said, and what was round it.
    pub said: ImportantSaid,
}

/// `?1` since when; then the children.
const SAID: &str = concat!(
    "select s.child, s.root, s.at, s.writer, s.readers, cast(p.body as text)
      from story s cross join payload p where s.child in ",
    forty!(after 1),
    " and s.kind = 'important_said' and s.at >= ?1 and p.seq = s.seq
      order by s.at desc, s.root desc"
);

/// `?1` account, `?2` now, `?3` since when.
const ANSWERED_FOR: &str = concat!(
    "select distinct s.child from (",
    led_in_teams!(),
    ") led join story s on s.child = led.child
      where s.kind = 'important_said' and s.at >= ?3 order by s.child"
);

row! {
    struct SaidRow {
        child: PersonId,
        root: EntryId,
        at: Timestamp,
        writer: Option<AccountId>,
        readers: Option<String>,
        body: String,
    }
}

impl Tx {
    /// What these children said since that moment (microseconds, as the story counts), as far as
    /// this reader may read it.
    pub fn list_important(
        &mut self,
        children: &[PersonId],
        since: i64,
        reading: Reading<'_>,
    ) -> Result<Vec<SaidLately>> {
        let mut all = Vec::new();
        for some in children.chunks(AT_ONCE) {
            for row in self.all::<SaidRow>(SAID, before_ids(&[since.value()], some).as_slice())? {
                let open = (Part::Rest, reading.opens(row.child, Part::Rest));
                if reading.may_read(open, row.writer, row.readers.as_deref())? {
                    all.extend(row.said()?);
                }
            }
        }
        Ok(all)
    }

    /// The children of the teams this viewer answers for who said something since then. Who asks
    /// must ask whether it may be read.
    pub fn list_important_answered_for(
        &mut self,
        viewer: &Viewer,
        since: i64,
    ) -> Result<Vec<PersonId>> {
        if viewer.supervises.is_empty() {
            return Ok(Vec::new());
        }
        let found = self.all::<(PersonId,)>(ANSWERED_FOR, (viewer.account, viewer.at, since))?;
        Ok(found.into_iter().map(|(child,)| child).collect())
    }
}

impl SaidRow {
    fn said(self) -> Result<Option<SaidLately>> {
        let kind = Kind::ImportantSaid;
        let payload = Payload::parse(kind, kind.version(), &self.body)
            .map_err(|why| Error::Broken(format!("{}: {why}", self.root)))?;
        let Payload::ImportantSaid(said) = payload else { return Ok(None) };
        let (child, root, on) = (self.child, self.root, day_of(self.at));
        Ok(Some(SaidLately { child, root, on, said }))
    }
}
