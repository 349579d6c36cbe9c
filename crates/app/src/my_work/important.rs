//! Something important that a child said, for whoever works with the child and whoever answers for
//! them, until somebody has written whom they rang, and a fortnight at most.

use super::Work;
use crate::cx::Read;
use crate::error::Result;
use crate::reader::called;
use crate::whose::name_of;
use domain::access::Viewer;
use domain::front_page::People;
use domain::id::PersonId;
use domain::my_work::Waiting;
use domain::time::{day_of, start_of};
use jiff::ToSpan as _;
use store::handed_in::Kept;
use store::important::SaidLately;
use store::reading::Reading;

/// For so many days.
const DAYS: i64 = 14;

/// What children of the reader's own and of the teams they answer for said, as far as they may
/// read it.
pub(super) fn find(
    cx: &mut Read<'_>,
    own: &[PersonId],
    reading: Reading<'_>,
) -> Result<Vec<SaidLately>> {
    let viewer = reading.viewer;
    let since = start_of(day_of(viewer.at).saturating_sub(DAYS.days()));
    let mut all = cx.tx.list_important(own, since, reading)?;
    let mut others = cx.tx.list_important_answered_for(viewer, since)?;
    others.retain(|child| !own.contains(child));
    if !others.is_empty() {
        let files = cx.tx.gather_files(viewer, &others)?;
        all.extend(cx.tx.list_important(&others, since, Reading { viewer, files: &files })?);
    }
    all.retain(|one| one.said.rung().is_none());
    Ok(all)
}

/// What was said in sittings that wait for the reader to say whose they are: until then it is told
/// of nowhere else.
pub(super) fn handed_in(
    cx: &mut Read<'_>,
    viewer: &Viewer,
    waiting: &[Kept],
) -> Result<Vec<Waiting>> {
    let mut told = Vec::new();
    for kept in waiting {
        let Some(is) = kept.handed_in.important else { continue };
        let own = kept.account == viewer.account;
        let worker = if own { None } else { name_of(cx, kept.account)? };
        let (sitting, on) = (kept.handed_in.sitting, day_of(kept.handed_in.arrived_at));
        told.push(Waiting::ImportantHandedIn { sitting, worker, on, is });
    }
    Ok(told)
}

impl Work<'_> {
    /// The newest first.
    pub(super) fn important(&self, people: &People) -> impl Iterator<Item = Waiting> {
        self.important.iter().map(|one| Waiting::Important {
            called: called(people, one.child, self.today),
            entry: one.root,
            on: one.on,
        })
    }
}
