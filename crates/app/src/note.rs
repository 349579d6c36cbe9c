//! Notes: a visit, a call, a meeting, a document, written once and filed under every child it
//! concerns (A8).

use crate::cx::Write;
use crate::error::{Result, Why};
use crate::link::{ALL_LINKS, links_to};
use crate::typed::{Typed, happened, voice};
use domain::access::Action;
use domain::entry::NewEntry;
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::note::{HOW_MAX, Note, NoteKind, Seen};
use domain::text::NOTE_MAX;
use domain::time::day_of;
use domain::voice::Mode;

/// The most children one note may be filed under: a large family and more.
const CHILDREN: usize = 20;

/// A note as it was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedNote {
    /// The draft it was, whose id the entry gets.
    pub draft: Option<EntryId>,
    /// The children it is filed under.
    pub children: Vec<PersonId>,
    /// A word of `NoteKind`.
    pub kind: String,
    /// The day.
    pub on: String,
    /// The hour.
    pub at: String,
    /// Where.
    pub place: String,
    /// With whom.
    pub with: String,
    /// What it is called.
    pub title: String,
    /// The words.
    pub text: String,
    /// Whose words they are, where not the writer's own.
    pub said_by: Option<PersonId>,
    /// A word of `Mode`.
    pub mode: String,
    /// What is said of each child's being seen.
    pub seen: Vec<TypedSeen>,
    /// Roots of what it speaks to.
    pub speaks_to: Vec<EntryId>,
}

/// What is said of one child's being seen.
#[derive(Debug, Clone)]
pub struct TypedSeen {
    /// Which child.
    pub child: PersonId,
    /// "no", "yes", "with" others, "alone"; blank says nothing.
    pub seen: String,
    /// How the child was.
    pub how: String,
}

impl TypedSeen {
    /// Somebody who was seen; none where nothing was said, or that they were not.
    fn read(&self, fields: &mut Typed) -> Option<Seen> {
        let how = fields.maybe("how", &self.how, HOW_MAX);
        let alone = match self.seen.as_str() {
            "with" => Some(false),
            "alone" => Some(true),
            "no" => {
                if how.is_some() {
                    fields.wrong("how", Why::NotSeen);
                }
                return None;
            }
            // How somebody was is not said of a child who was not seen.
            "yes" => None,
            _ => return how.map(|how| Seen { child: self.child, alone: None, how: Some(how) }),
        };
        Some(Seen { child: self.child, alone, how })
    }
}

/// Files a note under every child it concerns. Sent twice with one draft, it is one note.
pub fn record_note(cx: &mut Write<'_, '_>, typed: &TypedNote) -> Result<EntryId> {
    for child in &typed.children {
        cx.authorise(Action::Write, *child)?;
    }
    let today = day_of(cx.now());
    let mut fields = Typed::default();
    let kind = fields.one_of("kind", NoteKind::parse(&typed.kind));
    let day = fields.day("on", &typed.on, today);
    let hour = fields.hour("at", &typed.at);
    let text = fields.words("text", &typed.text, NOTE_MAX);
    let title = fields.maybe("title", &typed.title, 200);
    let place = fields.maybe("place", &typed.place, 200);
    let with = fields.maybe("with", &typed.with, 200);
    if typed.children.is_empty() || typed.children.len() > CHILDREN {
        fields.wrong("children", Why::NotOne);
    }
    if typed.speaks_to.len() > ALL_LINKS {
        fields.wrong("speaks_to", Why::TooLong(ALL_LINKS));
    }
    let filed = |seen: &&TypedSeen| typed.children.contains(&seen.child);
    let seen = typed.seen.iter().filter(filed).filter_map(|seen| seen.read(&mut fields)).collect();
    fields.done()?;
    let note = Note {
        kind: kind.unwrap_or(NoteKind::Visit),
        title,
        place,
        with,
        text,
        short: None,
        seen,
        there: Vec::new(),
        interpreter: None,
        original: None,
        planned: false,
        changes_the_picture: None,
        anew_because: None,
    };
    let id = typed.draft.unwrap_or_else(|| cx.id());
    let links = links_to(cx, &typed.speaks_to, &typed.children)?;
    let mut new =
        NewEntry::first(id, typed.children.clone(), happened(day, hour), Payload::Note(note));
    new.links = links;
    new.said_by = voice(typed.said_by, Mode::parse(&typed.mode));
    let id = cx.record(new)?;
    crate::draft::drop_draft(cx, id)?;
    Ok(id)
}
