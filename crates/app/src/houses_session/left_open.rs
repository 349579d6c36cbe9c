//! What a worker left open about something important that a child said: who was near, what was
//! seen, whom they rang. It is written in the record once it is known, by whoever knows it.

use crate::amend::{Replaced, replace, to_replace};
use crate::cx::Write;
use crate::error::{Error, Result, Why};
use crate::typed::Typed;
use domain::entry::NewEntry;
use domain::id::EntryId;
use domain::important_said::{ImportantSaid, Line, written};
use domain::kind::Payload;
use domain::text::NOTE_MAX;

/// What was typed.
#[derive(Debug, Clone)]
pub struct TypedLines {
    /// The version that was seen.
    pub version: EntryId,
    /// Each line that the form had. A line that was open may stay open while another is written.
    pub lines: Vec<(Line, String)>,
}

/// Writes it down as a new version; all else that was said stays letter for letter. Sent twice, it
/// is one version.
///
/// # Errors
/// Where there is no such thing for whoever asks, nothing is written, or what stood there would be
/// gone.
pub fn record_left_open(
    cx: &mut Write<'_, '_>,
    root: EntryId,
    typed: &TypedLines,
) -> Result<Replaced> {
    let old = to_replace(cx, typed.version)?;
    let newest = cx.tx().find_newest(root)?.ok_or(Error::NotFound)?;
    let (true, Some(Payload::ImportantSaid(stands))) = (old.head.root == root, &newest.payload)
    else {
        return Err(Error::NotFound);
    };
    // What was written in between decides whether a line may stay away: whoever did not see that is
    // shown it, and not told that something is missing.
    let quicker = newest.head.id != old.head.id;
    let said = match read(stands, &typed.lines) {
        Err(Error::Refused(_)) if quicker => return Ok(Replaced::SavedInBetween(newest.into())),
        said => said?,
    };
    if said == *stands {
        return Ok(Replaced::Stands(newest.head.id));
    }
    replace(cx, &old, None, |id, head| NewEntry::replacing(id, head, said.clone().into()))
}

fn read(stands: &ImportantSaid, lines: &[(Line, String)]) -> Result<ImportantSaid> {
    if lines.is_empty() {
        return Err(Error::NotFound);
    }
    let nothing = lines.iter().all(|(_, typed)| written(typed).is_none());
    let mut fields = Typed::default();
    let mut said = stands.clone();
    for (line, typed) in lines {
        let words = fields.any_words(line.as_str(), typed, NOTE_MAX);
        if written(typed).is_some() {
            said = said.with(*line, words);
        } else if nothing || stands.line(*line).is_some() {
            fields.wrong(line.as_str(), Why::Empty);
        }
    }
    fields.done()?;
    Ok(said)
}
