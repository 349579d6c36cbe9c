//! A sitting that was filed under the wrong child is moved, whole. Nothing is filed again: each
//! entry is written anew about the right child, and the wrong child's story keeps that something
//! was moved, and nothing of it.

use super::Naming;
use crate::cx::Write;
use crate::error::{Error, Result};
use domain::access::Action;
use domain::entry::{Digest, Entry, NewEntry};
use domain::houses_session::HousesSession;
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::note::Seen;
use domain::voice::{Speaker, Voice};
use domain::withdrawal::{Because, Withdrawal};
use exchange::kit::Session;
use uuid::Uuid;

/// A sitting, and where it goes.
#[derive(Debug, Clone)]
pub struct Moving<'a> {
    /// The sitting, as it was handed in.
    pub session: &'a Session,
    /// The digest of what was handed in, as it was filed.
    pub bundle: Digest,
    /// The right child.
    pub to: PersonId,
    /// Why, in words.
    pub because: String,
}

/// Moves a sitting with all that belongs to it. What the wrong child's people were chosen for is
/// taken back: the right child's choices are asked of the child again. Answers that were given to
/// the wrong child stay where they are.
///
/// # Errors
/// Where whoever asks may not write about both children, or it was never filed.
pub fn move_session(cx: &mut Write<'_, '_>, moving: &Moving<'_>) -> Result<EntryId> {
    let naming = Naming::of(moving.session, moving.bundle);
    let root = naming.session();
    let stands = cx.tx().find_newest(root)?.ok_or(Error::NotFound)?;
    cx.authorise_all(Action::Write, &[stands.head.about.as_slice(), &[moving.to]].concat())?;
    for id in roots(moving.session, naming) {
        let Some(old) = cx.tx().find_newest(id)?.filter(|old| old.payload.is_some()) else {
            continue;
        };
        if old.head.about == [moving.to] {
            continue;
        }
        let Some(payload) = anew(&old, moving) else { continue };
        let new = NewEntry::replacing(cx.id(), &old.head, payload);
        let gone = matches!(new.payload, Payload::Withdrawal(_));
        // What it spoke to is the wrong child's.
        let new = if gone {
            new
        } else {
            let said_by = said_by(&new, moving.to);
            NewEntry { about: vec![moving.to], links: vec![], said_by, ..new }
        };
        cx.append_by(new, old.head.recorded_by)?;
    }
    Ok(root)
}

/// The roots of everything that a sitting may have become.
fn roots(session: &Session, naming: Naming) -> Vec<EntryId> {
    let mut roots = vec![naming.session(), naming.id("note", Uuid::nil(), 0)];
    for page in &session.pages {
        roots.extend(["page", "drawing"].map(|what| naming.id(what, page.id, 0)));
        roots.extend(page.sounds.iter().map(|one| naming.id("sound", one.attachment, 0)));
        roots.extend(page.photos.iter().map(|one| naming.id("photo", one.attachment, 0)));
        let shares = (0_u32..).take(page.shares.len());
        roots.extend(shares.map(|n| naming.id("sharing", page.id, n)));
    }
    let important = (0_u32..).take(session.important.len());
    roots.extend(important.map(|n| naming.id("important", Uuid::nil(), n)));
    roots
}

/// The same about the right child; a choice is taken back.
fn anew(old: &Entry, moving: &Moving<'_>) -> Option<Payload> {
    let child = moving.to;
    Some(match old.payload.clone()? {
        Payload::HousesSession(said) => HousesSession { child, ..said }.into(),
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
            let because = Because::Mistake(moving.because.clone());
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
