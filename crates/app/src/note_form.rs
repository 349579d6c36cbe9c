//! The form of a note, with what is in it so far: a draft of the reader's own, or nothing.

use crate::cx::Read;
use crate::draft::Fields;
use crate::error::{Error, Result};
use crate::file::File;
use crate::session::Shown;
use crate::story::in_short;
use domain::access::Action;
use domain::card::Card;
use domain::front_page::{Around, Facts};
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::look::Page;
use domain::map_item::Column;
use domain::note::NoteKind;
use domain::time::london;
use std::cmp::Reverse;
use store::draft::DraftRow;
use ui::note::{NoteForm, Written};

/// The word for this form among drafts.
pub const FORM: &str = "note";

/// The form for a child's file, and the look that it is. Only the writer's own draft of this form
/// and file is found.
pub fn read(cx: &mut Read<'_>, child: PersonId, draft: Option<EntryId>) -> Result<Shown<NoteForm>> {
    let file = File::open(cx, Action::Write, child)?;
    let page = find(cx, &file, draft)?;
    Ok(Shown { page, look: Some(file.look(Page::Story)) })
}

/// The form for a file that is open for writing.
pub fn find(cx: &mut Read<'_>, file: &File, draft: Option<EntryId>) -> Result<NoteForm> {
    let account = file.viewer.account;
    let kept = match draft {
        Some(id) => {
            let kept = cx.tx.find_draft(account, id)?;
            let ours = |kept: &DraftRow| kept.form == FORM && kept.child == file.child;
            Some(kept.filter(ours).ok_or(Error::NotFound)?)
        }
        None => None,
    };
    let facts = cx.tx.read_map(file.asked(), &[], file.reading())?;
    facts.people.find(file.child).ok_or(Error::NotFound)?;
    let siblings = crate::board::siblings_written_about(cx, file, &facts.kin)?;
    let fields = kept.as_ref().map(Fields::of).unwrap_or_default();
    let around = Around::of(&facts);
    let about: Vec<PersonId> = fields.ids("about");
    Ok(NoteForm {
        child: around.child().into(),
        siblings: siblings
            .into_iter()
            .map(|who| (around.named(who), about.contains(&who)))
            .collect(),
        written: kept.as_ref().map(|kept| written(kept, &fields)).unwrap_or_default(),
        may_speak_to: may_speak_to(&facts, &fields.ids("speaks_to")),
        wrong: None,
    })
}

fn written(kept: &DraftRow, fields: &Fields) -> Written {
    let field = |name| fields.one(name).to_owned();
    Written {
        draft: Some(kept.id.0),
        kind: NoteKind::parse(fields.one("kind")),
        on: field("on"),
        at: field("at"),
        place: field("place"),
        with: field("with"),
        title: field("title"),
        text: field("text"),
        kept_at: Some(kept.saved_at.to_zoned_datetime(london()).time()),
    }
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
