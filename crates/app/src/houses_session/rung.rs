//! Whom somebody rang after a child said something important. A tablet often has "Not yet" there:
//! it is written in the record once it is done, by whoever did it.

use crate::amend::{Replaced, replace, to_replace};
use crate::cx::Write;
use crate::error::{Error, Result, Why};
use crate::typed::Typed;
use domain::entry::NewEntry;
use domain::id::EntryId;
use domain::important_said::{ImportantSaid, RANG_MAX};
use domain::kind::Payload;
use ui::entry::is_rung;

/// What was typed.
#[derive(Debug, Clone)]
pub struct TypedRung {
    /// The version that was seen.
    pub version: EntryId,
    /// Who was rung, and when.
    pub rang: String,
}

/// Writes it down as a new version; all else that was said stays letter for letter. Sent twice, it
/// is one version.
///
/// # Errors
/// Where there is no such thing for whoever asks, or nobody is named.
pub fn record_rung(cx: &mut Write<'_, '_>, root: EntryId, typed: &TypedRung) -> Result<Replaced> {
    let old = to_replace(cx, typed.version)?;
    let newest = cx.tx().find_newest(root)?.ok_or(Error::NotFound)?;
    let (true, Some(Payload::ImportantSaid(said))) = (old.head.root == root, &newest.payload)
    else {
        return Err(Error::NotFound);
    };
    let mut fields = Typed::default();
    let rang = fields.words("rang", &typed.rang, RANG_MAX);
    if !rang.trim().is_empty() && !is_rung(Some(&rang)) {
        fields.wrong("rang", Why::Empty);
    }
    fields.done()?;
    if said.rang.as_ref() == Some(&rang) {
        return Ok(Replaced::Stands(newest.head.id));
    }
    let said = ImportantSaid { rang: Some(rang), ..said.clone() };
    replace(cx, &old, None, |id, head| NewEntry::replacing(id, head, said.clone().into()))
}
