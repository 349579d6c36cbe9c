//! What of the map a sitting speaks to: a worry that stands there already, a goal, a strength. It
//! is said once it is filed, when whoever files has the child's map before them.

use super::sitting;
use crate::amend::{Replaced, replace, to_replace};
use crate::cx::{Read, Write};
use crate::error::{Error, Result};
use crate::link::links_to;
use crate::note_form::may_speak_to;
use crate::opened::{Opened, open};
use crate::session::Shown;
use domain::entry::{Link, NewEntry, Relation};
use domain::front_page::Around;
use domain::id::EntryId;
use domain::kind::Payload;
use domain::look::AtWhat;
use ui::houses::linking::LinkForm;

/// What somebody says it speaks to.
#[derive(Debug, Clone)]
pub struct Speaks {
    /// The version they saw.
    pub version: EntryId,
    /// Roots of what is on the map.
    pub to: Vec<EntryId>,
}

/// The form, with what it speaks to ticked.
///
/// # Errors
/// Where there is no such sitting for whoever asks.
pub fn linking_form(cx: &mut Read<'_>, root: EntryId) -> Result<Shown<Opened<LinkForm>>> {
    let sitting = sitting::open(cx, root)?;
    let child = sitting.file.child;
    let facts = sitting.file.read_map(cx, &[])?;
    let links = &sitting.entry.head.links;
    let ticked: Vec<EntryId> =
        links.iter().filter(|link| link.how == Relation::SpeaksTo).map(|link| link.to).collect();
    let page = LinkForm {
        child: Around::of(&facts).child().into(),
        sitting: root,
        version: sitting.entry.head.id,
        may_speak_to: may_speak_to(&facts, &ticked),
    };
    let look = Some(AtWhat::Entry { child, root });
    open(cx, child, |_| Ok(Shown { page, look }))
}

/// Writes down what it speaks to, in place of what was said before.
///
/// # Errors
/// Where whoever asks may not write about the child, what is named is not on that child's map, or
/// somebody was quicker.
pub fn link_session(cx: &mut Write<'_, '_>, root: EntryId, speaks: &Speaks) -> Result<EntryId> {
    let newest = cx.tx().find_newest(root)?.ok_or(Error::NotFound)?;
    let Some(payload @ Payload::HousesSession(_)) = newest.payload.clone() else {
        return Err(Error::NotFound);
    };
    let old = to_replace(cx, speaks.version)?;
    if old.head.root != root {
        return Err(Error::NotFound);
    }
    let kept = old.head.links.iter().filter(|link| link.how != Relation::SpeaksTo);
    let mut links: Vec<Link> = kept.copied().collect();
    links.extend(links_to(cx, &speaks.to, &newest.head.about)?);
    match replace(cx, &old, None, |id, head| NewEntry {
        links: links.clone(),
        ..NewEntry::replacing(id, head, payload.clone())
    })? {
        Replaced::Stands(_) => Ok(root),
        Replaced::SavedInBetween(_) => Err(Error::SavedInBetween),
    }
}
