//! The form of a note, with what is in it so far: a draft of the reader's own, or nothing.

use crate::cx::Read;
use crate::draft;
use crate::error::{Error, Result};
use crate::file::File;
use crate::note::hour_of;
use crate::opened::{Opened, open};
use crate::reader::{full_name, people};
use crate::session::Shown;
use crate::story::in_short;
use domain::access::{Action, EntryAudience, Part, may_read};
use domain::board::speakers;
use domain::card::Card;
use domain::entry::{Entry, Head, Relation};
use domain::form::{Begun, Filled, Form};
use domain::front_page::{Around, Facts};
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::look::{AtWhat, Page};
use domain::map_item::Column;
use domain::note::Note;
use domain::time::day_of;
use domain::voice::{Recorder, Speaker};
use std::cmp::Reverse;
use store::draft::DraftRow;
use ui::note::{Anew, NoteForm};

/// How a note is begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Begin {
    /// With the last one that is a draft, or blank.
    Latest,
    /// Blank, whatever else is a draft.
    New,
    /// With this draft.
    Draft(EntryId),
    /// As it was sent, and refused.
    Sent(Filled),
}

/// The form for a child's file, and the look that it is. Only the writer's own draft of this form
/// and file is found.
pub fn read(cx: &mut Read<'_>, child: PersonId, begin: Begin) -> Result<Shown<NoteForm>> {
    let file = File::open(cx, Action::Write, child)?;
    let begun = match begin {
        Begin::Latest => draft::begin(cx, &file, Form::Note)?,
        Begin::New => draft::blank(cx),
        Begin::Draft(id) => {
            let kept = cx.tx.find_draft(file.viewer.account, id)?;
            let ours = |kept: &DraftRow| {
                Form::parse(&kept.form) == Some(Form::Note) && kept.child == file.child
            };
            draft::begun(&kept.filter(ours).ok_or(Error::NotFound)?)
        }
        Begin::Sent(filled) => draft::sent(cx, filled)?,
    };
    let page = find(cx, &file, begun)?;
    Ok(Shown { page, look: Some(file.look(Page::Story)) })
}

/// The form for a file that is open for writing.
pub fn find(cx: &mut Read<'_>, file: &File, begun: Begun) -> Result<NoteForm> {
    let facts = file.read_map(cx, &[])?;
    let siblings = crate::board::siblings_written_about(cx, file, &facts.kin)?;
    let around = Around::of(&facts);
    let about: Vec<PersonId> = begun.filled.ids("about");
    Ok(NoteForm {
        child: around.child().into(),
        siblings: siblings
            .into_iter()
            .map(|who| (around.named(who), about.contains(&who)))
            .collect(),
        may_speak_to: may_speak_to(&facts, &begun.filled.ids("speaks_to")),
        speakers: speakers(&facts),
        begun,
        anew: None,
    })
}

/// The form of a note that is written anew: as it stands, as a draft has it, or as it was sent.
/// `theirs` is what somebody saved in between.
pub fn anew(
    cx: &mut Read<'_>,
    root: EntryId,
    sent: Option<Filled>,
    theirs: Option<Entry>,
) -> Result<Shown<Opened<NoteForm>>> {
    let newest = cx.tx.find_newest(root)?.filter(|newest| newest.head.root == root);
    let newest = newest.ok_or(Error::NotFound)?;
    let Some(Payload::Note(note)) = &newest.payload else { return Err(Error::NotFound) };
    let child = newest.head.about.first().copied().ok_or(Error::NotFound)?;
    may_write_anew(cx, &newest)?;
    let file = File::open(cx, Action::Write, child)?;
    let mut begun = match sent {
        Some(filled) => draft::sent(cx, filled)?,
        None => draft::begin(cx, &file, Form::Correct(root))?,
    };
    if begun.filled == Filled::default() {
        begun.filled = as_it_stands(&newest.head, note);
    }
    let from = begun.filled.one("version").parse().unwrap_or(newest.head.id);
    let version = if theirs.is_some() { newest.head.id } else { from };
    let mut page = find(cx, &file, begun)?;
    let offered: Vec<PersonId> = page.siblings.iter().map(|(who, _)| who.id).collect();
    let also = newest.head.about.iter().skip(1).filter(|who| !offered.contains(who));
    let links = newest.head.links.iter().filter(|link| link.how == Relation::SpeaksTo);
    let shown = |root: &EntryId| page.may_speak_to.iter().any(|(known, ..)| known == root);
    page.anew = Some(Anew {
        root,
        version,
        also: also.copied().collect(),
        also_speaks_to: links.map(|link| link.to).filter(|to| !shown(to)).collect(),
        theirs: theirs.map(|entry| theirs_of(cx, &entry)).transpose()?,
    });
    let look = Some(AtWhat::Entry { child, root });
    open(cx, child, |_| Ok(Shown { page, look }))
}

/// Whoever writes it anew writes in every file it is about, and may read it.
fn may_write_anew(cx: &mut Read<'_>, newest: &Entry) -> Result<()> {
    let head = &newest.head;
    let files = cx.authorise_all(Action::Write, &head.about)?;
    let audience = EntryAudience::of(Part::Rest, &head.audience, head.recorded_by);
    if may_read(&*cx.viewer()?, &audience, &files) { Ok(()) } else { Err(Error::NotFound) }
}

/// What somebody saved in between: who, and their words.
fn theirs_of(cx: &mut Read<'_>, entry: &Entry) -> Result<(String, String)> {
    let by = match entry.head.recorded_by {
        Recorder::Account(account) | Recorder::Device { account } => {
            cx.tx.find_account(account)?.map(|known| known.account.person)
        }
        Recorder::GuestLink { person } => Some(person),
        Recorder::Program { .. } => None,
    };
    let people = people(cx, by.as_slice())?;
    let name = by.map(|who| full_name(&people, who, day_of(cx.edge.now))).unwrap_or_default();
    let text = match &entry.payload {
        Some(Payload::Note(note)) => note.text.clone(),
        _ => String::new(),
    };
    Ok((name, text))
}

/// A note as its form holds it.
fn as_it_stands(head: &Head, note: &Note) -> Filled {
    let words = |words: &Option<String>| words.clone().unwrap_or_default();
    let hour = hour_of(&head.happened).map(|hour| hour.strftime("%H:%M").to_string());
    let voice = head.said_by.as_ref();
    let who = voice.and_then(|voice| match voice.who {
        Speaker::Person(person) => Some(person.to_string()),
        Speaker::Anonymous | Speaker::NotKnown => None,
    });
    let mut all = vec![
        ("version".to_owned(), head.id.to_string()),
        ("kind".to_owned(), note.kind.as_str().to_owned()),
        ("on".to_owned(), head.happened.day().to_string()),
        ("at".to_owned(), hour.unwrap_or_default()),
        ("place".to_owned(), words(&note.place)),
        ("with".to_owned(), words(&note.with)),
        ("title".to_owned(), words(&note.title)),
        ("text".to_owned(), note.text.clone()),
        ("said_by".to_owned(), who.unwrap_or_default()),
        ("mode".to_owned(), voice.map_or("", |voice| voice.how.as_str()).to_owned()),
    ];
    for seen in &note.seen {
        let how = match seen.alone {
            None => "yes",
            Some(true) => "alone",
            Some(false) => "with",
        };
        all.push((format!("seen-{}", seen.child), how.to_owned()));
        all.push((format!("how-{}", seen.child), words(&seen.how)));
    }
    all.extend(head.about.iter().skip(1).map(|who| ("about".to_owned(), who.to_string())));
    let links = head.links.iter().filter(|link| link.how == Relation::SpeaksTo);
    all.extend(links.map(|link| ("speaks_to".to_owned(), link.to.to_string())));
    Filled::of(all)
}

/// Dangers and goals first, then what stands on the map, the newest first.
pub(crate) fn may_speak_to(
    facts: &Facts,
    ticked: &[EntryId],
) -> Vec<(EntryId, Column, String, bool)> {
    let mut cards: Vec<(u8, &Card)> =
        facts.cards.iter().filter_map(|card| Some((place(card)?, card))).collect();
    cards.sort_by_key(|(place, card)| (*place, Reverse(card.rank())));
    let offered = cards.into_iter().filter_map(|(_, card)| {
        let (column, short) = in_short(card.root, &facts.cards)?;
        Some((card.root, column, short, ticked.contains(&card.root)))
    });
    offered.collect()
}

fn place(card: &Card) -> Option<u8> {
    match &card.payload {
        Payload::DangerStatement(_) => Some(0),
        Payload::SafetyGoal(goal) => goal.seen_on.is_none().then_some(1),
        Payload::MapItem(item) => (!item.off_the_map).then_some(2),
        _ => None,
    }
}
