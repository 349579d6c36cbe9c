//! A sitting that stands in the record, opened for whoever writes something about it.

use crate::cx::Read;
use crate::error::{Error, Result};
use crate::file::File;
use domain::access::{Action, EntryAudience, Part, may_read};
use domain::entry::Entry;
use domain::houses_page::HousesPage;
use domain::houses_session::HousesSession;
use domain::id::EntryId;
use domain::kind::Payload;

/// A sitting, and the file it is written about in.
pub(super) struct Sitting {
    /// Its newest version.
    pub entry: Entry,
    /// What it says.
    pub said: HousesSession,
    /// The child's file.
    pub file: File,
}

/// Opens it for writing about it.
///
/// # Errors
/// Where there is no such sitting, or whoever asks may not write about its child.
pub(super) fn open(cx: &mut Read<'_>, root: EntryId) -> Result<Sitting> {
    let entry = cx.tx.find_newest(root)?.filter(|entry| entry.head.root == root);
    let entry = entry.ok_or(Error::NotFound)?;
    let Some(Payload::HousesSession(said)) = entry.payload.clone() else {
        return Err(Error::NotFound);
    };
    let files = cx.authorise_all(Action::Write, &entry.head.about)?;
    let audience = EntryAudience::of(Part::Rest, &entry.head.audience, entry.head.recorded_by);
    if !may_read(&*cx.viewer()?, &audience, &files) {
        return Err(Error::NotFound);
    }
    let file = File::open(cx, Action::Write, said.child)?;
    Ok(Sitting { entry, said, file })
}

/// Its pages as they stand, in the child's order; a page that was taken back is none.
pub(super) fn pages(cx: &mut Read<'_>, said: &HousesSession) -> Result<Vec<HousesPage>> {
    let mut pages = Vec::with_capacity(said.pages.len());
    for root in &said.pages {
        let newest = cx.tx.find_newest(*root)?;
        if let Some(Payload::HousesPage(page)) = newest.and_then(|entry| entry.payload) {
            pages.push(page);
        }
    }
    Ok(pages)
}
