//! Drafts: what somebody is still writing. They are the writer's own, seen by nobody else, and
//! gone once filed or thrown away.

use crate::cx::{Read, Write};
use crate::error::{Error, Fault, Result, Why};
use domain::access::Action;
use domain::id::{EntryId, PersonId};
use domain::text::NOTE_MAX;
use store::draft::DraftRow;

/// The most drafts of one person at once.
const MOST: i64 = 50;
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
    /// Which form.
    pub form: String,
    /// The form's fields, as JSON.
    pub body: String,
}

/// Keeps a draft; its id, which the entry will have.
pub fn keep_draft(cx: &mut Write<'_, '_>, kept: &Kept) -> Result<EntryId> {
    cx.authorise(Action::Write, kept.child)?;
    let account = cx.viewer()?.account;
    if kept.body.len() > LONGEST {
        return Err(Error::Refused(vec![Fault { at: "text", why: Why::TooLong(NOTE_MAX) }]));
    }
    if kept.body.contains('\0') || kept.body.contains("\\u0000") {
        return Err(Error::Refused(vec![Fault { at: "text", why: Why::Nul }]));
    }
    let known = match kept.id {
        Some(id) => cx.tx().find_draft(account, id)?.is_some(),
        None => false,
    };
    if !known && cx.tx().count_drafts(account)? >= MOST {
        return Err(Error::Refused(vec![Fault { at: "draft", why: Why::TooLong(50) }]));
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
    cx.tx().keep_draft(account, &draft)?;
    Ok(id)
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
