//! Drafts: what somebody is still writing. They are the writer's own, seen by nobody else, and
//! gone once filed or thrown away.
//!
//! ```text
//! begin ▸ an id for the form ▸ keep, keep, … ▸ filed under that id, or thrown away
//! ```
//! So a form that is sent twice is one entry, and what was filed is never a draft again.

use crate::chance::Chance;
use crate::cx::{Read, Write};
use crate::error::{Error, Fault, Result, Why};
use crate::file::File;
use domain::access::Action;
use domain::form::{Begun, Filled, Form};
use domain::id::{EntryId, PersonId};
use domain::text::NOTE_MAX;
use domain::time::london;
use store::draft::DraftRow;

/// The most drafts of one person at once.
const MOST: usize = 50;
/// The longest draft, in bytes of its fields: the longest note in any script, and room for the
/// rest.
const LONGEST: usize = NOTE_MAX * 4 + 100_000;

/// A draft as a form keeps it.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its id; a new one where it has none yet.
    pub id: Option<EntryId>,
    /// The child whose file it was begun in.
    pub child: PersonId,
    /// Which form: the word of a [`Form`].
    pub form: String,
    /// The form's fields, as JSON ([`Filled`]).
    pub body: String,
}

fn refused<T>(at: &'static str, why: Why) -> Result<T> {
    Err(Error::Refused(vec![Fault { at, why }]))
}

/// Keeps a draft; its id, which the entry will have.
pub fn keep_draft(cx: &mut Write<'_, '_>, kept: &Kept) -> Result<EntryId> {
    cx.authorise(Action::Write, kept.child)?;
    let account = cx.viewer()?.account;
    if Form::parse(&kept.form).is_none() {
        return refused("form", Why::NotOne);
    }
    if kept.body.len() > LONGEST {
        return refused("text", Why::TooLong(NOTE_MAX));
    }
    if kept.body.contains('\0') || kept.body.contains("\\u0000") {
        return refused("text", Why::Nul);
    }
    let known = match kept.id {
        Some(id) if cx.tx().find_entry(id)?.is_some() => return refused("draft", Why::Filed),
        Some(id) => cx.tx().find_draft(account, id)?.is_some(),
        None => false,
    };
    if !known && usize::try_from(cx.tx().count_drafts(account)?).unwrap_or_default() >= MOST {
        return refused("draft", Why::TooMany(MOST));
    }
    let id = kept.id.unwrap_or_else(|| cx.id());
    let saved_at = cx.now();
    let draft = DraftRow {
        id,
        child: kept.child,
        form: kept.form.clone(),
        saved_at,
        body: kept.body.clone(),
    };
    if cx.tx().keep_draft(account, &draft)? { Ok(id) } else { Err(Error::NotFound) }
}

/// The writer's own draft.
pub fn find_draft(cx: &mut Read<'_>, id: EntryId) -> Result<Option<DraftRow>> {
    let account = cx.viewer()?.account;
    Ok(cx.tx.find_draft(account, id)?)
}

/// Throws a draft of the writer's away.
pub fn drop_draft(cx: &mut Write<'_, '_>, id: EntryId) -> Result<()> {
    if let Ok(viewer) = cx.viewer() {
        cx.tx().drop_draft(viewer.account, id)?;
    }
    Ok(())
}

/// A form of a file as its reader finds it: with their draft in it, or blank.
pub(crate) fn begin(cx: &mut Read<'_>, file: &File, form: Form) -> Result<Begun> {
    let draft = cx.tx.find_draft_of(file.viewer.account, file.child, &form.to_string())?;
    Ok(draft.map_or_else(|| blank(cx), |draft| begun(&draft)))
}

/// A form that nobody has begun.
pub(crate) fn blank(cx: &Read<'_>) -> Begun {
    let draft = Chance::new(cx.edge.seed, cx.edge.now).id();
    Begun { draft, filled: Filled::default(), kept_at: None }
}

/// A form as its draft keeps it.
pub(crate) fn begun(draft: &DraftRow) -> Begun {
    let kept_at = draft.saved_at.to_zoned_datetime(london()).time();
    Begun { draft: draft.id, filled: Filled::from_json(&draft.body), kept_at: Some(kept_at) }
}

/// A form as it was sent and is shown again; it is kept where a draft says the very same.
pub(crate) fn sent(cx: &mut Read<'_>, filled: Filled) -> Result<Begun> {
    let account = cx.viewer()?.account;
    let draft = filled.one("draft").parse().unwrap_or(blank(cx).draft);
    let kept = cx.tx.find_draft(account, draft)?.map(|kept| begun(&kept));
    let same = kept.filter(|kept| kept.filled.to_json() == filled.to_json());
    Ok(same.unwrap_or(Begun { draft, filled, kept_at: None }))
}
