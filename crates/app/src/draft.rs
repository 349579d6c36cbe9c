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

/// The fields of a form as a draft keeps them: a JSON object of words, or of lists of words.
/// Several values of one field may also stand in it parted by blanks.
#[derive(Debug, Clone, Default)]
pub struct Fields(serde_json::Map<String, serde_json::Value>);

impl Fields {
    /// Of a draft; none where its body is no such object.
    pub fn of(draft: &DraftRow) -> Self {
        Self(serde_json::from_str(&draft.body).unwrap_or_default())
    }
    /// What stands in a field; blank where nothing does.
    pub fn one(&self, name: &str) -> &str {
        self.0.get(name).and_then(serde_json::Value::as_str).unwrap_or_default()
    }
    /// Every id in a field of ids.
    pub fn ids<T: std::str::FromStr>(&self, name: &str) -> Vec<T> {
        let words: Vec<&str> = match self.0.get(name) {
            Some(serde_json::Value::Array(list)) => {
                list.iter().filter_map(serde_json::Value::as_str).collect()
            }
            Some(serde_json::Value::String(words)) => words.split_whitespace().collect(),
            _ => Vec::new(),
        };
        words.into_iter().filter_map(|word| word.parse().ok()).collect()
    }
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
