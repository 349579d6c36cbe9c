//! A sitting with everything that belongs to it, read from the record in one snapshot: every entry,
//! and what everybody it names is called. The bytes of drawings and recordings come after
//! (`brought`).

use crate::error::{Error, Result};
use crate::reader::full_name;
use crate::story::writer_of;
use domain::attachment::Attachment;
use domain::entry::Entry;
use domain::front_page::People;
use domain::houses_page::HousesPage;
use domain::houses_session::HousesSession;
use domain::id::{AccountId, Authority, EntryId, PersonId};
use domain::identifier::{Identifier, LaChildId, NhsNumber, RecordedUpn};
use domain::important_said::ImportantSaid;
use domain::kind::Payload;
use domain::known_by::Scheme;
use domain::mention::mentions;
use domain::person::Born;
use domain::voice::Recorder;
use exchange::package::{Came, Child, Choice, Named, Told};
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::people::Beside;
use store::tx::Tx;

/// What a sitting is gathered for.
pub(super) struct Gathering<'a> {
    /// Its root.
    pub root: EntryId,
    /// The day that names are of.
    pub on: Date,
    /// Whose record it is.
    pub authority: (Authority, String),
    /// Whether an entry may be read by whoever it is gathered for.
    pub may_read: &'a dyn Fn(&Entry) -> bool,
}

/// A sitting, but for its bytes.
#[derive(Debug, Clone)]
pub(super) struct Gathered {
    pub root: EntryId,
    pub session: HousesSession,
    pub authority: (Authority, String),
    pub child: Child,
    pub worker: Named,
    pub pages: Vec<Page>,
    pub important: Vec<(EntryId, ImportantSaid)>,
    pub note: Option<(EntryId, String)>,
    pub answers: Vec<Told>,
    pub came: Came,
}

/// A page, but for its bytes.
#[derive(Debug, Clone)]
pub(super) struct Page {
    pub root: EntryId,
    pub page: HousesPage,
    pub drawing: Option<(EntryId, Attachment)>,
    pub sounds: Vec<(EntryId, Attachment)>,
    pub photos: Vec<(EntryId, Attachment)>,
    pub choices: Vec<Choice>,
}

/// Gathers a sitting.
///
/// # Errors
/// [`Error::NotFound`] where there is none, or none any more.
pub(super) fn gather(tx: &mut Tx, gathering: &Gathering<'_>) -> Result<Gathered> {
    let mut from = From { tx, gathering, people: People::default() };
    let entry = from.newest(gathering.root)?.ok_or(Error::NotFound)?;
    let Some(Payload::HousesSession(session)) = entry.payload.clone() else {
        return Err(Error::NotFound);
    };
    let pages = from.pages(&session)?;
    let important = from.all(&session.important)?;
    let note = session.note.map(|note| from.newest(note)).transpose()?.flatten();
    let beside = from.tx.list_beside(gathering.root)?;
    let answers = from.all(&beside)?;
    let came = CameBy::of(&mut from, &entry)?;
    from.name_all(&entry, &pages, &came)?;
    let child = from.child(session.child)?;
    let worker = from.worker(entry.head.recorded_by)?;
    Ok(Gathered {
        root: gathering.root,
        authority: gathering.authority.clone(),
        child,
        worker,
        pages: pages.into_iter().map(|page| page.told(&from)).collect(),
        important: important.into_iter().filter_map(important_said).collect(),
        note: note.and_then(note_words),
        answers: answers.into_iter().filter_map(answered).collect(),
        came: came.told(&from),
        session,
    })
}

/// What it is gathered from.
struct From<'a> {
    tx: &'a mut Tx,
    gathering: &'a Gathering<'a>,
    people: People,
}

/// A page as it was found.
struct FoundPage {
    root: EntryId,
    page: HousesPage,
    drawing: Option<Entry>,
    sounds: Vec<Entry>,
    photos: Vec<Entry>,
    choices: Vec<Entry>,
}

impl From<'_> {
    /// The newest of it, where it may be read.
    fn newest(&mut self, root: EntryId) -> Result<Option<Entry>> {
        let newest = self.tx.find_newest(root)?.filter(|newest| newest.head.root == root);
        Ok(newest.filter(|entry| (self.gathering.may_read)(entry)))
    }

    fn all(&mut self, roots: &[EntryId]) -> Result<Vec<Entry>> {
        let mut found = Vec::with_capacity(roots.len());
        for root in roots {
            found.extend(self.newest(*root)?);
        }
        Ok(found)
    }

    fn pages(&mut self, session: &HousesSession) -> Result<Vec<FoundPage>> {
        let mut pages = Vec::with_capacity(session.pages.len());
        for root in &session.pages {
            let Some(entry) = self.newest(*root)? else { continue };
            let Some(Payload::HousesPage(page)) = entry.payload else { continue };
            let drawing = page.drawing.map(|drawing| self.newest(drawing)).transpose()?.flatten();
            let beside = self.tx.list_beside(*root)?;
            pages.push(FoundPage {
                root: *root,
                drawing,
                sounds: self.all(&page.sounds)?,
                photos: self.all(&page.photos)?,
                choices: self.all(&beside)?,
                page,
            });
        }
        Ok(pages)
    }

    fn signs_as(&mut self, accounts: &[AccountId]) -> Result<BTreeMap<AccountId, PersonId>> {
        Ok(self.tx.list_signs_as(accounts)?.into_iter().collect())
    }

    /// Looks up what everybody is called.
    fn name_all(&mut self, entry: &Entry, pages: &[FoundPage], came: &CameBy) -> Result<()> {
        let choices = pages.iter().flat_map(|page| &page.choices);
        let mut who: Vec<PersonId> =
            choices.flat_map(|one| one.payload.iter()).flat_map(mentions).collect();
        who.extend(entry.payload.iter().flat_map(mentions));
        who.extend(came.confirmed.iter().map(|(who, _)| *who));
        who.extend(self.writer(entry.head.recorded_by)?);
        who.sort_unstable();
        who.dedup();
        self.people = self.tx.list_people(&who, Beside::default())?;
        Ok(())
    }

    fn named(&self, who: PersonId) -> Named {
        Named { id: who, name: full_name(&self.people, who, self.gathering.on) }
    }

    fn writer(&mut self, recorder: Recorder) -> Result<Option<PersonId>> {
        let account = match recorder {
            Recorder::Account(account) | Recorder::Device { account } => Some(account),
            Recorder::Program { acting_for } => acting_for,
            Recorder::GuestLink { .. } => None,
        };
        let signs = self.signs_as(&account.into_iter().collect::<Vec<_>>())?;
        Ok(writer_of(recorder, &signs))
    }

    fn worker(&mut self, recorder: Recorder) -> Result<Named> {
        let writer = self.writer(recorder)?.ok_or(Error::NotFound)?;
        Ok(self.named(writer))
    }

    fn child(&mut self, child: PersonId) -> Result<Child> {
        let known = self.people.find(child);
        let name = known.and_then(|known| known.name(self.gathering.on));
        let (full, called) =
            name.map_or((String::new(), None), |name| (name.full.clone(), name.known_as.clone()));
        let born = match known.and_then(|known| known.person.born) {
            Some(Born::On(day)) => Some(day),
            _ => None,
        };
        let identifiers = self.identifiers(child)?;
        Ok(Child { id: child, name: full, called, born, identifiers })
    }

    fn identifiers(&mut self, child: PersonId) -> Result<Vec<Identifier>> {
        let mut all = Vec::new();
        for scheme in [Scheme::LaChildId, Scheme::Upn, Scheme::FormerUpn, Scheme::Nhs] {
            for (_, value) in self.tx.list_numbers(&[child], scheme)? {
                all.extend(identifier(scheme, &value));
            }
        }
        Ok(all)
    }
}

/// A number as it stands on a package; one that is none stays away.
fn identifier(scheme: Scheme, value: &str) -> Option<Identifier> {
    Some(match scheme {
        Scheme::LaChildId => Identifier::LaChildId(LaChildId::parse(value).ok()?),
        Scheme::Upn => Identifier::Upn(RecordedUpn::read(value)),
        Scheme::FormerUpn => Identifier::FormerUpn(RecordedUpn::read(value)),
        Scheme::Nhs => Identifier::NhsNumber(NhsNumber::parse(value).ok()?),
    })
}

impl FoundPage {
    fn told(self, from: &From<'_>) -> Page {
        let choices = self.choices.into_iter().filter_map(|entry| match entry.payload {
            Some(Payload::Sharing(sharing)) => Some(Choice {
                with: from.named(sharing.with),
                part: sharing.part,
                how: sharing.how,
            }),
            _ => None,
        });
        Page {
            root: self.root,
            page: self.page,
            drawing: self.drawing.and_then(attachment),
            sounds: self.sounds.into_iter().filter_map(attachment).collect(),
            photos: self.photos.into_iter().filter_map(attachment).collect(),
            choices: choices.collect(),
        }
    }
}

fn attachment(entry: Entry) -> Option<(EntryId, Attachment)> {
    match entry.payload {
        Some(Payload::Attachment(file)) => Some((entry.head.root, file)),
        _ => None,
    }
}

fn important_said(entry: Entry) -> Option<(EntryId, ImportantSaid)> {
    match entry.payload {
        Some(Payload::ImportantSaid(said)) => Some((entry.head.root, said)),
        _ => None,
    }
}

fn note_words(entry: Entry) -> Option<(EntryId, String)> {
    match entry.payload {
        Some(Payload::Note(note)) => Some((entry.head.root, note.text)),
        _ => None,
    }
}

fn answered(entry: Entry) -> Option<Told> {
    let on = entry.head.happened.day();
    match entry.payload {
        Some(Payload::ChildAnswer(answer)) => Some(Told { root: entry.head.root, on, answer }),
        _ => None,
    }
}

/// How it came, before anybody in it is named.
struct CameBy {
    came: Came,
    confirmed: Option<(PersonId, jiff::Timestamp)>,
}

impl CameBy {
    fn of(from: &mut From<'_>, entry: &Entry) -> Result<Self> {
        let mut came = Came {
            tablet: None,
            build: None,
            received_at: None,
            confirmed: None,
            recorded_at: entry.head.recorded_at,
        };
        let Some((kept, said)) = from.tx.find_handed_in_as(from.gathering.root)? else {
            return Ok(Self { came, confirmed: None });
        };
        let tablet = kept.handed_in.tablet;
        let known = from.tx.find_tablet(tablet, entry.head.recorded_at)?;
        came.tablet = known.map(|known| (tablet, known.tablet.name));
        came.received_at = Some(kept.handed_in.arrived_at);
        let manifest = exchange::bundle::Manifest::read(kept.manifest.as_bytes());
        came.build = manifest.ok().map(|manifest| manifest.build);
        let confirmed = match said {
            Some((by, at)) => from.signs_as(&[by])?.get(&by).map(|who| (*who, at)),
            None => None,
        };
        Ok(Self { came, confirmed })
    }

    fn told(self, from: &From<'_>) -> Came {
        let confirmed = self.confirmed.map(|(who, at)| (from.named(who), at));
        Came { confirmed, ..self.came }
    }
}
