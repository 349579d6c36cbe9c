//! A sitting that stands in the record, opened for whoever writes something about it.

use crate::cx::{Read, Write};
use crate::entry::may_be_read;
use crate::error::{Error, Result};
use crate::file::File;
use domain::access::{Action, EntryAudience, FileAccess, Part, Viewer, may_read};
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
    /// How the files it is about stand to whoever asks.
    pub files: Vec<FileAccess>,
}

/// Opens it for writing about it.
///
/// # Errors
/// Where there is no such sitting, or whoever asks may not write about its child.
pub(super) fn open(cx: &mut Read<'_>, root: EntryId) -> Result<Sitting> {
    let found = of_root(cx.tx.find_newest(root)?, root)?;
    let files = cx.authorise_all(Action::Write, &found.0.head.about)?;
    let (entry, said) = readable(found, &*cx.viewer()?, &files)?;
    let file = File::open(cx, Action::Write, said.child)?;
    Ok(Sitting { entry, said, file, files })
}

/// A sitting, for whoever may write about it and may read it: the same question where it is
/// written as where the form was opened.
///
/// # Errors
/// Where there is no such sitting for whoever asks, or they may not write about its child.
pub(crate) fn writable(cx: &mut Write<'_, '_>, root: EntryId) -> Result<(Entry, HousesSession)> {
    let found = of_root(cx.tx().find_newest(root)?, root)?;
    let files = cx.authorise_all(Action::Write, &found.0.head.about)?;
    readable(found, &*cx.viewer()?, &files)
}

fn of_root(newest: Option<Entry>, root: EntryId) -> Result<(Entry, HousesSession)> {
    let entry = newest.filter(|entry| entry.head.root == root).ok_or(Error::NotFound)?;
    match entry.payload.clone() {
        Some(Payload::HousesSession(said)) => Ok((entry, said)),
        _ => Err(Error::NotFound),
    }
}

fn readable(
    (entry, said): (Entry, HousesSession),
    viewer: &Viewer,
    files: &[FileAccess],
) -> Result<(Entry, HousesSession)> {
    let audience = EntryAudience::of(Part::Rest, &entry.head.audience, entry.head.recorded_by);
    if may_read(viewer, &audience, files) { Ok((entry, said)) } else { Err(Error::NotFound) }
}

/// The child's words in what was important, as far as it may be read.
pub(super) fn important(cx: &mut Read<'_>, sitting: &Sitting) -> Result<Vec<String>> {
    let viewer = cx.viewer()?;
    let mut words = Vec::new();
    for root in &sitting.said.important {
        let newest = cx.tx.find_newest(*root)?;
        let newest = newest.filter(|entry| may_be_read(&viewer, entry, &sitting.files));
        if let Some(Payload::ImportantSaid(said)) = newest.and_then(|entry| entry.payload) {
            words.push(said.words);
        }
    }
    Ok(words)
}

/// Its pages as they stand and as far as they may be read, in the child's order; a page that was
/// taken back is none.
pub(super) fn pages(cx: &mut Read<'_>, sitting: &Sitting) -> Result<Vec<HousesPage>> {
    let viewer = cx.viewer()?;
    let mut pages = Vec::with_capacity(sitting.said.pages.len());
    for root in &sitting.said.pages {
        let newest = cx.tx.find_newest(*root)?;
        let newest = newest.filter(|page| may_be_read(&viewer, page, &sitting.files));
        if let Some(Payload::HousesPage(page)) = newest.and_then(|entry| entry.payload) {
            pages.push(page);
        }
    }
    Ok(pages)
}
