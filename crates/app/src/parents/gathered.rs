//! A sitting gathered from the record as a package takes it (`exchange::package::Sitting`), for the
//! copy of somebody in the family. It asks nobody's leave: what such a copy holds is the same
//! whoever looks at it, and who may look is asked before.
//!
//! Bytes come afterwards and only of pages that are open to them ([`super::drawn`]).

use crate::error::Result;
use crate::reader::full_name;
use crate::story::{account, writer_of};
use domain::attachment::Attachment;
use domain::entry::{Digest, Entry, Head, Mark};
use domain::front_page::{People, short_of};
use domain::houses_page::HousesPage;
use domain::houses_session::HousesSession;
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::sharing::Sharing;
use domain::time::day_of;
use exchange::package::{Came, Child, Choice, Drawn, Kept, Named, Page, Sitting};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};
use store::people::Beside;
use store::tx::Tx;

/// A sitting, with what its bytes are found by.
#[derive(Debug, Clone)]
pub(crate) struct Gathered {
    /// The child.
    pub child: PersonId,
    /// As a package takes it, still without bytes.
    pub sitting: Sitting,
    /// Whoever it names.
    pub people: People,
    /// What is to be brought.
    pub bring: Vec<Bring>,
    /// What the law says of the whole of it keeps it from everybody outside.
    pub withheld: bool,
}

/// A blob that belongs to a page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bring {
    /// The page's place.
    pub page: usize,
    /// What it is there.
    pub what: Place,
    /// What it is found by.
    pub blob: Digest,
}

/// Where bytes go.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// The drawing.
    Drawing,
    /// The recording at this place.
    Sound(usize),
    /// The photograph at this place.
    Photo(usize),
}

/// The sitting of this root; none where there is none, or it stands under no single child.
pub(crate) fn gather(tx: &mut Tx, root: EntryId, now: Timestamp) -> Result<Option<Gathered>> {
    let newest = tx.find_newest(root)?.filter(|newest| newest.head.root == root);
    let Some(Entry { head, payload: Some(Payload::HousesSession(session)) }) = newest else {
        return Ok(None);
    };
    let child = session.child;
    if head.about != [child] {
        return Ok(None);
    }
    let mut found = Vec::with_capacity(session.pages.len());
    for page in &session.pages {
        found.extend(find_page(tx, *page, child)?);
    }
    let worker = worker(tx, &head)?;
    let with = found.iter().flat_map(|page| page.choices.iter().map(|choice| choice.with));
    let who: BTreeSet<PersonId> = with.chain(worker).chain([child]).collect();
    let who: Vec<PersonId> = who.into_iter().collect();
    let people = tx.list_people(&who, Beside::default())?;
    let names = Names { people: &people, now };
    let (mut pages, mut bring) = (Vec::new(), Vec::new());
    for (place, page) in found.into_iter().enumerate() {
        pages.push(page.told(place, &names, &mut bring));
    }
    let withheld = is_withheld(&head);
    let worker = worker.map(|who| names.of(who));
    let sitting = sitting((root, &head, session), (names.child(child), worker), pages);
    Ok(Some(Gathered { child, sitting, people, bring, withheld }))
}

/// Whether the law, or whoever wrote it, keeps it from everybody outside.
fn is_withheld(head: &Head) -> bool {
    let law =
        |mark: &Mark| matches!(mark, Mark::LegalAdvice | Mark::CourtRestricted | Mark::Police);
    head.audience.sealed || head.marks.iter().any(law)
}

/// Who sat there.
fn worker(tx: &mut Tx, head: &Head) -> Result<Option<PersonId>> {
    let accounts: Vec<_> = account(head.recorded_by).into_iter().collect();
    let signs: BTreeMap<_, _> = tx.list_signs_as(&accounts)?.into_iter().collect();
    Ok(writer_of(head.recorded_by, &signs))
}

/// What of the sitting a copy for the family needs; what it never has is not even looked up.
fn sitting(
    (root, head, session): (EntryId, &Head, HousesSession),
    (child, worker): (Child, Option<Named>),
    pages: Vec<Page>,
) -> Sitting {
    let nobody = Named { id: child.id, name: String::new() };
    Sitting {
        root,
        session,
        authority: (head.authority, String::new()),
        child,
        worker: worker.unwrap_or(nobody),
        pages,
        important: vec![],
        note: None,
        answers: vec![],
        came: Came {
            tablet: None,
            build: None,
            received_at: None,
            confirmed: None,
            recorded_at: head.recorded_at,
        },
    }
}

/// What people are called.
struct Names<'a> {
    people: &'a People,
    now: Timestamp,
}

impl Names<'_> {
    fn of(&self, id: PersonId) -> Named {
        Named { id, name: full_name(self.people, id, day_of(self.now)) }
    }

    fn child(&self, id: PersonId) -> Child {
        let name = full_name(self.people, id, day_of(self.now));
        let called = called(self.people, id, self.now);
        Child { id, name, called: Some(called), born: None, identifiers: vec![] }
    }
}

/// What somebody is called for short.
pub(crate) fn called(people: &People, who: PersonId, now: Timestamp) -> String {
    let name = people.find(who).and_then(|known| known.name(day_of(now)));
    let short = |name: &domain::name::Name| {
        name.known_as.clone().unwrap_or_else(|| short_of(&name.full).to_owned())
    };
    name.map(short).unwrap_or_default()
}

struct FoundPage {
    root: EntryId,
    page: HousesPage,
    drawing: Option<(EntryId, Attachment)>,
    sounds: Vec<(EntryId, Attachment)>,
    photos: Vec<(EntryId, Attachment)>,
    choices: Vec<Sharing>,
}

fn find_page(tx: &mut Tx, root: EntryId, child: PersonId) -> Result<Option<FoundPage>> {
    let stands = |head: &Head| head.about == [child] && !is_withheld(head);
    let newest = tx.find_newest(root)?.filter(|newest| stands(&newest.head));
    let Some(Entry { payload: Some(Payload::HousesPage(page)), .. }) = newest else {
        return Ok(None);
    };
    let mut kept = |roots: &[EntryId]| -> Result<Vec<(EntryId, Attachment)>> {
        let mut all = Vec::with_capacity(roots.len());
        for root in roots {
            let newest = tx.find_newest(*root)?.filter(|newest| stands(&newest.head));
            if let Some(Payload::Attachment(file)) = newest.and_then(|newest| newest.payload) {
                all.push((*root, file));
            }
        }
        Ok(all)
    };
    let drawing = kept(page.drawing.as_slice())?.pop();
    let (sounds, photos) = (kept(&page.sounds)?, kept(&page.photos)?);
    let mut choices = Vec::new();
    for beside in tx.list_beside(root)? {
        choices
            .extend(tx.find_newest(beside)?.and_then(|entry| Some((rank(&entry), chosen(entry)?))));
    }
    let choices = that_count(choices);
    Ok(Some(FoundPage { root, page, drawing, sounds, photos, choices }))
}

/// What says which of two choices is the newer: what the record learned last. A no of which only
/// the day is known so comes after a yes of that day whose minute is.
type Rank = (Timestamp, i64, EntryId);

fn rank(entry: &Entry) -> Rank {
    (entry.head.recorded_at, entry.head.happened.rank(), entry.head.id)
}

fn chosen(entry: Entry) -> Option<Sharing> {
    match entry.payload {
        Some(Payload::Sharing(sharing)) => Some(sharing),
        _ => None,
    }
}

/// Of each person, and of each part that was spoken of, the newest choice: a later no takes a yes
/// back, and what was said of a part stands until something else is said of that part.
fn that_count(mut all: Vec<(Rank, Sharing)>) -> Vec<Sharing> {
    all.sort_by_key(|(rank, _)| *rank);
    let mut newest = BTreeMap::new();
    for (_, sharing) in all {
        newest.insert((sharing.with, sharing.part.clone()), sharing);
    }
    newest.into_values().collect()
}

impl FoundPage {
    fn told(self, place: usize, names: &Names<'_>, bring: &mut Vec<Bring>) -> Page {
        let Self { root, page, drawing, sounds, photos, choices } = self;
        let mut asked = |what, blob| bring.push(Bring { page: place, what, blob });
        let drawing = drawing.map(|(root, file)| {
            asked(Place::Drawing, file.blob);
            Drawn { root, ops: vec![], svg: String::new(), describes: None }
        });
        let mut all = |files: Vec<(EntryId, Attachment)>, what: fn(usize) -> Place| {
            let kept = files.into_iter().enumerate().map(|(n, (root, file))| {
                asked(what(n), file.blob);
                let Attachment { media_type, seconds, describes, .. } = file;
                Kept { root, bytes: vec![], media_type, seconds, describes }
            });
            kept.collect::<Vec<_>>()
        };
        let (sounds, photos) = (all(sounds, Place::Sound), all(photos, Place::Photo));
        let choices = choices.into_iter().map(|sharing| Choice {
            with: names.of(sharing.with),
            part: sharing.part,
            how: sharing.how,
        });
        Page { root, page, drawing, sounds, photos, choices: choices.collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::sharing::{Answer, How};
    use uuid::Uuid;

    fn says(minute: i64, answer: Answer, part: Option<&str>) -> (Rank, Sharing) {
        let (id, with) = (EntryId(Uuid::nil()), PersonId(Uuid::from_u128(1)));
        let at = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_mins(minute);
        let how = How::Chosen { answer, by: with };
        ((at, 0, id), Sharing { of: id, with, part: part.map(Into::into), how })
    }

    fn opens(all: Vec<(Rank, Sharing)>) -> bool {
        let counts = that_count(all);
        !counts.is_empty() && counts.iter().all(Sharing::opens_the_whole)
    }

    #[test]
    fn a_later_no_takes_a_yes_back_and_a_later_yes_takes_back_a_no() {
        assert!(opens(vec![says(1, Answer::Yes, None)]));
        assert!(!opens(vec![says(2, Answer::No, None), says(1, Answer::Yes, None)]));
        assert!(opens(vec![says(1, Answer::AskLater, None), says(2, Answer::Yes, None)]));
    }

    #[test]
    fn what_was_said_of_a_part_is_not_undone_by_a_yes_to_the_whole() {
        let part = says(1, Answer::No, Some("the crackers bit"));
        assert!(!opens(vec![part, says(2, Answer::Yes, None)]));
    }
}
