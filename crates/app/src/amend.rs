//! Writing something anew. Nothing is overwritten: the new version takes the old one's place, and
//! both stay in the journal. Two people who write one thing anew meet here.

use crate::cx::Write;
use crate::error::{Error, Result};
use domain::access::{Action, EntryAudience, Part, may_read};
use domain::entry::{Entry, Head, NewEntry};
use domain::id::EntryId;
use domain::kind::Kind;

/// What became of a new version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Replaced {
    /// It stands.
    Stands(EntryId),
    /// Somebody else was quicker: their version, to be shown beside one's own.
    SavedInBetween(Box<Entry>),
}

/// The version that is to be replaced, if whoever asks may write about everyone it is about.
pub fn to_replace(cx: &mut Write<'_, '_>, replaces: EntryId) -> Result<Entry> {
    let old = cx.tx().find_entry(replaces)?.ok_or(Error::NotFound)?;
    if old.head.about.is_empty() || old.head.kind == Kind::Withdrawal {
        return Err(Error::NotFound);
    }
    let newest = cx.tx().find_newest(old.head.root)?.ok_or(Error::NotFound)?;
    let files = cx.authorise_all(Action::Write, &newest.head.about)?;
    let viewer = cx.viewer()?;
    let audience = EntryAudience::of(Part::Rest, &newest.head.audience, newest.head.recorded_by);
    if may_read(&viewer, &audience, &files) { Ok(old) } else { Err(Error::NotFound) }
}

/// Replaces it, unless somebody has already. `draft` is the id that the new version gets; sent
/// twice, it is one version.
pub fn replace(
    cx: &mut Write<'_, '_>,
    old: &Entry,
    draft: Option<EntryId>,
    new: impl Fn(EntryId, &Head) -> NewEntry,
) -> Result<Replaced> {
    let newest = cx.tx().find_newest(old.head.root)?.ok_or(Error::NotFound)?;
    let met_again = Some(newest.head.id) == draft;
    if newest.head.id != old.head.id && !met_again {
        return Ok(Replaced::SavedInBetween(Box::new(newest)));
    }
    let id = draft.unwrap_or_else(|| cx.id());
    match cx.record(new(id, &old.head)) {
        Ok(id) => {
            crate::draft::drop_draft(cx, id)?;
            Ok(Replaced::Stands(id))
        }
        // Other words under the id of a version that stands already.
        Err(Error::SavedInBetween) if met_again => Ok(Replaced::SavedInBetween(Box::new(newest))),
        Err(why) => Err(why),
    }
}

/// Records something new under the id of its draft, which is a draft no longer.
pub(crate) fn record_drafted(
    cx: &mut Write<'_, '_>,
    draft: Option<EntryId>,
    new: impl FnOnce(EntryId) -> NewEntry,
) -> Result<EntryId> {
    let id = draft.unwrap_or_else(|| cx.id());
    let id = cx.record(new(id))?;
    crate::draft::drop_draft(cx, id)?;
    Ok(id)
}
