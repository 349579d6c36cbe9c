//! Notes: a visit, a call, a meeting, a document, written once and filed under every child it
//! concerns (A8).

use crate::amend::{Replaced, record_drafted, replace, to_replace};
use crate::cx::Write;
use crate::error::{Error, Result, Why};
use crate::link::{ALL_LINKS, links_to};
use crate::speaker::{Named, check_named};
use crate::typed::{Typed, happened, may_write_about, voice};
use domain::entry::{Head, Link, NewEntry, Relation};
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::note::{HOW_MAX, Note, NoteKind, Seen};
use domain::text::NOTE_MAX;
use domain::time::{Happened, When, day_of, london};
use domain::voice::{Mode, Speaker, Voice};
use jiff::civil::{Date, Time};

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
    /// Why it is written anew.
    pub anew_because: String,
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
    /// Whether anything was said.
    fn says(&self) -> bool {
        !self.seen.is_empty() || !self.how.trim().is_empty()
    }

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

/// A note as it was read, and when it happened.
struct Read {
    note: Note,
    day: Date,
    hour: Option<Time>,
}

/// Files a note under every child it concerns. Sent twice with one draft, it is one note.
pub fn record_note(cx: &mut Write<'_, '_>, typed: &TypedNote) -> Result<EntryId> {
    may_write_about(cx, &typed.children)?;
    let Read { note, day, hour } = read(cx, typed, None)?;
    check_named(cx, &typed.children, Named::speaker(typed.said_by, None))?;
    let links = links_to(cx, &typed.speaks_to, &typed.children)?;
    record_drafted(cx, typed.draft, |id| NewEntry {
        links,
        said_by: voice(typed.said_by, Mode::parse(&typed.mode)),
        ..NewEntry::first(id, typed.children.clone(), happened(day, hour), Payload::Note(note))
    })
}

/// Writes a note anew, and may file it under other children. Where somebody else has written it in
/// between, both stand side by side and a person decides.
pub fn amend_note(
    cx: &mut Write<'_, '_>,
    replaces: EntryId,
    typed: &TypedNote,
) -> Result<Replaced> {
    let old = to_replace(cx, replaces)?;
    let Some(Payload::Note(before)) = &old.payload else { return Err(Error::NotFound) };
    may_write_about(cx, &typed.children)?;
    let Read { note, day, hour } = read(cx, typed, Some(old.head.happened.day()))?;
    let note = with_what_was_not_asked(note, before);
    check_named(cx, &typed.children, Named::speaker(typed.said_by, speaker_of(&old.head)))?;
    let links = links_anew(cx, &old.head, typed)?;
    // A day and hour that nobody touched stay as exact, or as rough, as they were.
    let when = happened(day, hour);
    let same = when.day() == old.head.happened.day() && hour == hour_of(&old.head.happened);
    let when = if same { old.head.happened } else { when };
    let said_by = voice_anew(&old.head, typed);
    replace(cx, &old, typed.draft, |id, head| NewEntry {
        about: typed.children.clone(),
        happened: when,
        links: links.clone(),
        said_by: said_by.clone(),
        ..NewEntry::replacing(id, head, Payload::Note(note.clone()))
    })
}

/// What the form does not ask stays as it was; a short form and an original are of the words they
/// had.
fn with_what_was_not_asked(new: Note, before: &Note) -> Note {
    let same = new.text == before.text;
    Note {
        short: before.short.clone().filter(|_| same),
        original: before.original.clone().filter(|_| same),
        there: before.there.clone(),
        interpreter: before.interpreter,
        planned: before.planned,
        changes_the_picture: before.changes_the_picture,
        ..new
    }
}

/// What it speaks to now. Links of other kinds stay, and so does one that stood already.
fn links_anew(cx: &mut Write<'_, '_>, old: &Head, typed: &TypedNote) -> Result<Vec<Link>> {
    let stood = |root: &EntryId| {
        old.links.iter().any(|link| link.how == Relation::SpeaksTo && link.to == *root)
    };
    let (stay, new): (Vec<EntryId>, Vec<EntryId>) =
        typed.speaks_to.iter().copied().partition(stood);
    let others = old.links.iter().copied().filter(|link| link.how != Relation::SpeaksTo);
    let stay = stay.into_iter().map(|to| Link { how: Relation::SpeaksTo, to });
    let new = links_to(cx, &new, &typed.children)?;
    Ok(others.chain(stay).chain(new).collect())
}

/// Who said it, where it was somebody with a name.
fn speaker_of(old: &Head) -> Option<PersonId> {
    match old.said_by.as_ref()?.who {
        Speaker::Person(person) => Some(person),
        Speaker::Anonymous | Speaker::NotKnown => None,
    }
}

/// Whose words they are: nobody who asked not to be named is made the writer.
fn voice_anew(old: &Head, typed: &TypedNote) -> Option<Voice> {
    let unnamed = old.said_by.clone().filter(|voice| !matches!(voice.who, Speaker::Person(_)));
    voice(typed.said_by, Mode::parse(&typed.mode)).or(unnamed)
}

/// The hour of the clock in London, where one is known.
pub(crate) fn hour_of(happened: &Happened) -> Option<Time> {
    match happened.from {
        When::Instant(at) => Some(at.to_zoned_datetime(london()).time()),
        When::Day(_) => None,
    }
}

fn read(cx: &Write<'_, '_>, typed: &TypedNote, stands: Option<Date>) -> Result<Read> {
    let today = day_of(cx.now());
    let mut fields = Typed::default();
    let kind = fields.one_of("kind", NoteKind::parse(&typed.kind));
    let day = fields.past_day("on", &typed.on, (today, stands));
    let hour = fields.hour("at", &typed.at);
    let text = fields.words("text", &typed.text, NOTE_MAX);
    let title = fields.maybe("title", &typed.title, 200);
    let place = fields.maybe("place", &typed.place, 200);
    let with = fields.maybe("with", &typed.with, 200);
    let anew_because = fields.maybe("anew_because", &typed.anew_because, 1_000);
    if typed.seen.iter().any(|seen| seen.says() && !typed.children.contains(&seen.child)) {
        fields.wrong("children", Why::NotInTheirFile);
    }
    if typed.speaks_to.len() > ALL_LINKS {
        fields.wrong("speaks_to", Why::TooMany(ALL_LINKS));
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
        anew_because,
    };
    Ok(Read { note, day, hour })
}
