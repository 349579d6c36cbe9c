//! A sitting that was filed under the wrong child is moved, whole. Nothing is filed again: each
//! entry is written anew about the right child, and the wrong child's story keeps that something
//! was moved, by whom and when, and nothing of it.

use super::sitting;
use crate::cx::{Read, Write};
use crate::error::{Error, Result};
use crate::opened::{Opened, open};
use crate::session::Shown;
use crate::tablet::may_take_along;
use crate::typed::Typed;
use domain::access::Action;
use domain::entry::{Entry, NewEntry};
use domain::front_page::Around;
use domain::houses_session::HousesSession;
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::look::AtWhat;
use domain::note::Seen;
use domain::time::day_of;
use domain::voice::{Speaker, Voice};
use domain::withdrawal::{Because, Withdrawal};
use ui::houses::moving::MoveForm;

/// The longest reason, in characters.
const WHY_MAX: usize = 500;

/// Where a sitting goes, as it was typed.
#[derive(Debug, Clone, Default)]
pub struct Moving {
    /// The right child.
    pub to: Option<PersonId>,
    /// Why, in words.
    pub because: String,
}

/// The form: whom the reader works with, and what will become of it.
///
/// # Errors
/// Where there is no such sitting for whoever asks.
pub fn move_form(
    cx: &mut Read<'_>,
    root: EntryId,
    typed: Moving,
) -> Result<Shown<Opened<MoveForm>>> {
    let sitting = sitting::open(cx, root)?;
    let child = sitting.file.child;
    let facts = sitting.file.read_map(cx, &[])?;
    let mut others = may_take_along(cx)?;
    others.retain(|other| other.id != child);
    let page = MoveForm {
        child: Around::of(&facts).child().into(),
        sitting: root,
        on: sitting.entry.head.happened.day(),
        pages: sitting.said.pages.len(),
        others,
        as_of: day_of(cx.edge.now),
        to: typed.to,
        because: typed.because,
    };
    let look = Some(AtWhat::Entry { child, root });
    open(cx, child, |_| Ok(Shown { page, look }))
}

/// Moves a sitting with all that belongs to it. What the wrong child's people were chosen for is
/// taken back: the right child's choices are asked of the child again. Answers that were given to
/// the wrong child stay where they are.
///
/// # Errors
/// Where whoever asks may not write about both children, nobody says which child's it is or why,
/// or there is no such sitting.
pub fn move_session(cx: &mut Write<'_, '_>, root: EntryId, typed: &Moving) -> Result<EntryId> {
    let (stands, said) = sitting::writable(cx, root)?;
    let mut fields = Typed::default();
    let because = fields.words("because", &typed.because, WHY_MAX);
    let Some(to) = fields.one_of("to", typed.to.filter(|to| stands.head.about != [*to])) else {
        return fields.done().and(Err(Error::NotFound));
    };
    fields.done()?;
    cx.authorise(Action::Write, to)?;
    for id in belongs(cx, &said)? {
        write_anew(cx, id, (to, &because))?;
    }
    let moved = HousesSession { child: to, moved_because: Some(because), ..said };
    let new = NewEntry::replacing(cx.id(), &stands.head, moved.into());
    cx.record(NewEntry { about: vec![to], links: vec![], ..new })?;
    Ok(root)
}

/// The roots of everything that belongs to a sitting, but the answers to it.
fn belongs(cx: &mut Write<'_, '_>, said: &HousesSession) -> Result<Vec<EntryId>> {
    let mut roots: Vec<EntryId> = said.important.iter().copied().chain(said.note).collect();
    roots.extend(&said.loose);
    for root in &said.pages {
        roots.push(*root);
        let newest = cx.tx().find_newest(*root)?;
        if let Some(Payload::HousesPage(page)) = newest.and_then(|page| page.payload) {
            roots.extend(page.drawing.into_iter().chain(page.sounds).chain(page.photos));
        }
        roots.extend(cx.tx().list_beside(*root)?);
    }
    Ok(roots)
}

/// Writes one of them about the right child, as whoever wrote it. What was erased stays so.
fn write_anew(
    cx: &mut Write<'_, '_>,
    root: EntryId,
    (to, because): (PersonId, &str),
) -> Result<()> {
    let Some(old) = cx.tx().find_newest(root)?.filter(|old| old.head.about != [to]) else {
        return Ok(());
    };
    let Some(payload) = anew(&old, to, because) else { return Ok(()) };
    let new = NewEntry::replacing(cx.id(), &old.head, payload);
    // What it spoke to is the wrong child's; a choice that is taken back stays in that file.
    let new = match new.payload {
        Payload::Withdrawal(_) => new,
        _ => {
            let said_by = said_by(&new, to);
            NewEntry { about: vec![to], links: vec![], said_by, ..new }
        }
    };
    cx.append_by(new, old.head.recorded_by)?;
    Ok(())
}

/// The same about the right child; a choice is taken back.
fn anew(old: &Entry, child: PersonId, because: &str) -> Option<Payload> {
    Some(match old.payload.clone()? {
        Payload::ImportantSaid(mut said) => {
            said.child = child;
            said.into()
        }
        Payload::Attachment(mut file) => {
            file.made_by = Some(child);
            file.into()
        }
        Payload::Note(mut note) => {
            note.seen = note.seen.into_iter().map(|seen| Seen { child, ..seen }).collect();
            note.into()
        }
        Payload::Sharing(_) => {
            let because = Because::Mistake(because.to_owned());
            Withdrawal { of: Kind::Sharing, because }.into()
        }
        Payload::HousesPage(page) => page.into(),
        _ => return None,
    })
}

fn said_by(new: &NewEntry, child: PersonId) -> Option<Voice> {
    let voice = new.said_by.clone()?;
    Some(Voice { who: Speaker::Person(child), ..voice })
}
