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
    let mut files = Vec::with_capacity(newest.head.about.len());
    for child in &newest.head.about {
        files.push(cx.authorise(Action::Write, *child)?);
    }
    let viewer = cx.viewer()?;
    let audience = EntryAudience::of(Part::Rest, &newest.head.audience, newest.head.recorded_by);
    if may_read(&viewer, &audience, &files) { Ok(old) } else { Err(Error::NotFound) }
}

/// Replaces it, unless somebody has already.
pub fn replace(
    cx: &mut Write<'_, '_>,
    old: &Entry,
    new: impl Fn(EntryId, &Head) -> NewEntry,
) -> Result<Replaced> {
    let newest = cx.tx().find_newest(old.head.root)?.ok_or(Error::NotFound)?;
    if newest.head.id != old.head.id {
        return Ok(Replaced::SavedInBetween(Box::new(newest)));
    }
    let id = cx.id();
    let id = cx.record(new(id, &old.head))?;
    Ok(Replaced::Stands(id))
}
