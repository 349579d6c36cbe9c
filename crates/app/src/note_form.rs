//! The form of a note, with what is in it so far: a draft of the reader's own, or nothing.

use crate::cx::Read;
use crate::draft;
use crate::error::{Error, Result};
use crate::file::File;
use crate::session::Shown;
use crate::story::in_short;
use domain::access::Action;
use domain::board::speakers;
use domain::card::Card;
use domain::form::{Begun, Filled, Form};
use domain::front_page::{Around, Facts};
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::look::Page;
use domain::map_item::Column;
use std::cmp::Reverse;
use store::draft::DraftRow;
use ui::note::NoteForm;

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
    let facts = cx.tx.read_map(file.asked(), &[], file.reading())?;
    facts.people.find(file.child).ok_or(Error::NotFound)?;
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
    })
}

/// Dangers and goals first, then what stands on the map, the newest first.
fn may_speak_to(facts: &Facts, ticked: &[EntryId]) -> Vec<(EntryId, Column, String, bool)> {
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
