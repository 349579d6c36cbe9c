//! What a sitting becomes: every entry of it, in the order in which they are written.

use super::{Filing, KeptBlob, Naming};
use domain::attachment::{Attachment, Medium};
use domain::drawing::MEDIA_TYPE;
use domain::entry::{Link, NewEntry};
use domain::houses_page::{HousesPage, Other};
use domain::houses_session::{HousesSession, Unopened};
use domain::id::{EntryId, PersonId, SittingId};
use domain::important_said::ImportantSaid;
use domain::kind::Payload;
use domain::note::{Note, NoteKind, Seen};
use domain::sharing::{How, Sharing};
use domain::tablet::unopened_code;
use domain::time::{Happened, Precision, When};
use domain::voice::{Mode, Speaker, Voice};
use exchange::bundle::AttachedKind;
use exchange::kit::{Important, Page, Session, Share};
use jiff::Timestamp;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What entries are made from.
pub(super) struct Entries<'a> {
    pub session: &'a Session,
    pub to: &'a Filing,
    pub naming: Naming,
    /// Whoever the child's file knows; none: anybody.
    pub known: Option<&'a BTreeSet<PersonId>>,
    pub now: Timestamp,
}

impl Entries<'_> {
    /// All of them.
    pub(super) fn all(&self, links: Vec<Link>) -> Vec<NewEntry> {
        let note = self.note();
        let sitting = self.sitting(note.as_ref().map(|note| note.root));
        let mut all = vec![NewEntry { links, ..sitting }];
        for (page, n) in self.session.pages.iter().zip(1..) {
            self.page(page, n, &mut all);
        }
        all.extend(self.loose());
        let important = self.session.important.iter().zip(0..);
        all.extend(important.map(|(said, n)| self.important(said, n)));
        all.extend(note);
        all
    }

    /// A clock that runs ahead puts nothing into the time to come.
    fn at(&self, moment: Timestamp) -> Happened {
        Happened::at(moment.min(self.now))
    }

    fn first(&self, id: EntryId, at: Happened, payload: impl Into<Payload>) -> NewEntry {
        NewEntry::first(id, vec![self.to.child], at, payload.into())
    }

    /// The child's own, letter for letter.
    fn said(&self, entry: NewEntry) -> NewEntry {
        let who = Speaker::Person(self.to.child);
        NewEntry { said_by: Some(Voice { who, how: Mode::Verbatim }), ..entry }
    }

    fn page_root(&self, page: &Page) -> EntryId {
        self.naming.id("page", page.id, 0)
    }

    fn important_root(&self, n: u32) -> EntryId {
        self.naming.id("important", Uuid::nil(), n)
    }

    fn sitting(&self, note: Option<EntryId>) -> NewEntry {
        let Session { begun, variant: (variant, called), .. } = self.session;
        let session = self.session;
        let payload = HousesSession {
            child: self.to.child,
            level: session.level,
            variant: *variant,
            called: called.clone(),
            named: session.named.clone(),
            order: session.order.clone(),
            place: begun.place.clone(),
            language: begun.language.clone(),
            interpreter: begun.interpreter.clone(),
            permission: begun.agreement.clone().map(Box::new),
            enquiry: begun.enquiry.clone().map(Box::new),
            near: begun.near.clone(),
            told: session.told.clone(),
            started: begun.at,
            ended: session.ended,
            ending: session.ending,
            ending_why: session.ending_why.clone(),
            read_back: session.read_back.clone(),
            pages: session.pages.iter().map(|page| self.page_root(page)).collect(),
            important: (0..).zip(&session.important).map(|(n, _)| self.important_root(n)).collect(),
            note,
            exact: session.exact.clone(),
            passed_on: session.passed_on.clone(),
            comes_back_on: session.comes_back_on,
            path: session.path.clone(),
            moved_because: None,
            asked: session.asked.clone(),
            loose: self.loose().iter().map(|entry| entry.root).collect(),
            unopened: self.unopened().map(Box::new),
        };
        let (from, until) = (begun.at.min(self.now), session.ended.min(self.now));
        let happened = Happened {
            from: When::Instant(from),
            until: Some(When::Instant(until)),
            precision: Precision::Instant,
        };
        self.first(self.naming.session(), happened, payload)
    }

    /// A page, what lies on it, and who may see it.
    fn page(&self, page: &Page, n: u16, all: &mut Vec<NewEntry>) {
        let root = self.page_root(page);
        let drawing = self.to.blobs.get(&page.id).filter(|_| page.drawing.is_some());
        let drawing = drawing.map(|kept| self.drawing(page, root, kept));
        let sounds: Vec<_> =
            page.sounds.iter().filter_map(|one| self.sound(page, root, one)).collect();
        let photos: Vec<_> =
            page.photos.iter().filter_map(|one| self.photo(page, root, one)).collect();
        let asked = page.sounds.len() + page.photos.len() + usize::from(page.drawing.is_some());
        let came = sounds.len() + photos.len() + usize::from(drawing.is_some());
        let (known, others): (Vec<&Share>, Vec<&Share>) =
            page.shares.iter().partition(|share| self.known(share).is_some());
        let ids = |list: &[NewEntry]| list.iter().map(|entry| entry.root).collect();
        let payload = HousesPage {
            session: self.naming.session(),
            house: page.house,
            called: self.name_of_house(page),
            n,
            title: page.title.clone(),
            words: page.words.clone(),
            path: page.path.clone(),
            number: page.number.clone(),
            sorted: page.sorted.clone(),
            important: page.important,
            left_out: page.left_out,
            drawing: drawing.as_ref().map(|entry| entry.root),
            sounds: ids(&sounds),
            photos: ids(&photos),
            others: others.into_iter().map(other).collect(),
            missing: u16::try_from(asked - came).unwrap_or(u16::MAX),
        };
        all.push(self.said(self.first(root, self.at(page.at), payload)));
        all.extend(drawing.into_iter().chain(sounds).chain(photos));
        let choices = known.into_iter().zip(0..);
        all.extend(choices.filter_map(|(share, n)| self.choice(page, root, (share, n))));
    }

    fn name_of_house(&self, page: &Page) -> Option<String> {
        let named = self.session.named.iter().find(|named| named.house == page.house);
        named.map(|named| named.name.clone())
    }

    /// The person a choice is about, where the child's file knows them.
    fn known(&self, share: &Share) -> Option<PersonId> {
        share.person.filter(|who| self.known.is_none_or(|known| known.contains(who)))
    }

    /// What the child chose; what is asked later is no until then.
    fn choice(&self, page: &Page, of: EntryId, (share, n): (&Share, u32)) -> Option<NewEntry> {
        let how = How::Chosen { answer: share.answer, by: self.to.child };
        let payload = Sharing { of, with: self.known(share)?, part: None, how };
        let id = self.naming.id("sharing", page.id, n);
        Some(self.first(id, self.at(self.session.ended), payload))
    }

    fn attached(&self, page: &Page, (id, root): (EntryId, EntryId), file: Attachment) -> NewEntry {
        let beside = Some(self.naming.session());
        let made_by = Some(self.to.child);
        let payload = Attachment { beside, made_by, page: Some(root), ..file };
        self.said(self.first(id, self.at(page.at), payload))
    }

    fn drawing(&self, page: &Page, root: EntryId, kept: &KeptBlob) -> NewEntry {
        let id = self.naming.id("drawing", page.id, 0);
        let name = page.title.clone().unwrap_or_default();
        let kept = KeptBlob { media_type: MEDIA_TYPE.to_owned(), ..kept.clone() };
        self.attached(page, (id, root), file(Medium::Drawing, name, &kept))
    }

    fn sound(&self, page: &Page, root: EntryId, sound: &exchange::kit::Sound) -> Option<NewEntry> {
        let kept = self.to.blobs.get(&sound.attachment)?;
        let id = self.naming.id("sound", sound.attachment, 0);
        let seconds = sound.ms.and_then(seconds);
        let broken_off = sound.broken_off;
        let file = Attachment { seconds, broken_off, ..file(Medium::Sound, String::new(), kept) };
        Some(self.attached(page, (id, root), file))
    }

    fn photo(&self, page: &Page, root: EntryId, photo: &exchange::kit::Photo) -> Option<NewEntry> {
        let kept = self.to.blobs.get(&photo.attachment)?;
        let id = self.naming.id("photo", photo.attachment, 0);
        let broken_off = photo.broken_off;
        let file = Attachment { broken_off, ..file(Medium::Photo, String::new(), kept) };
        Some(self.attached(page, (id, root), file))
    }

    /// What lies on no page stands beside the whole sitting.
    fn loose(&self) -> Vec<NewEntry> {
        let kept = self.session.loose.iter().filter_map(|one| {
            let kept = self.to.blobs.get(&one.attachment)?;
            let (medium, what) = match one.kind {
                AttachedKind::Sound => (Medium::Sound, "sound"),
                AttachedKind::Photo => (Medium::Photo, "photo"),
            };
            let file = Attachment {
                beside: Some(self.naming.session()),
                made_by: Some(self.to.child),
                seconds: one.ms.and_then(seconds),
                broken_off: one.broken_off,
                ..file(medium, String::new(), kept)
            };
            let id = self.naming.id(what, one.attachment, 0);
            Some(self.said(self.first(id, self.at(self.session.ended), file)))
        });
        kept.collect()
    }

    fn unopened(&self) -> Option<Unopened> {
        let count = self.to.unopened;
        let code = unopened_code(SittingId(self.session.id));
        (count > 0).then_some(Unopened { count, code })
    }

    fn important(&self, said: &Important, n: u32) -> NewEntry {
        let payload = ImportantSaid {
            child: self.to.child,
            session: self.naming.session(),
            words: said.words.clone(),
            before: said.before.clone(),
            who_near: said.who_near.clone(),
            seen: said.seen.clone(),
            danger_now: said.danger_now,
            rang: said.rang.clone(),
            at: said.at,
        };
        self.said(self.first(self.important_root(n), self.at(said.at), payload))
    }

    /// The worker's own words, apart from the child's. A sitting that took place is a visit that
    /// saw the child, even where the worker wrote nothing of it.
    fn note(&self) -> Option<NewEntry> {
        let session = self.session;
        let took_place = session.ending.took_place();
        let parts = self.own_words();
        if parts.is_empty() && (self.to.written_up || !took_place) {
            return None;
        }
        let seen = Seen { child: self.to.child, alone: self.alone(), how: None };
        let title = ui::story::houses_title(took_place);
        let payload = Note {
            kind: NoteKind::Visit,
            title: Some(title.clone()),
            place: session.begun.place.clone(),
            with: None,
            // The first of several notes heads none of the others.
            short: Some(title),
            text: parts.join("\n\n"),
            seen: if took_place && !self.to.written_up { vec![seen] } else { vec![] },
            there: vec![],
            interpreter: None,
            original: None,
            planned: false,
            changes_the_picture: None,
            anew_because: None,
        };
        let id = self.naming.id("note", Uuid::nil(), 0);
        Some(self.first(id, self.at(session.begun.at), payload))
    }

    /// What the worker wrote, each under the question it answers, where it answers one.
    fn own_words(&self) -> Vec<String> {
        let notes = self.session.notes.iter().map(|note| (note.asks.clone(), note.text.clone()));
        let (thoughts, to_do) = self.session.reflection.clone().unzip();
        let [thinks, does] = ui::story::houses_reflection();
        let last = [(Some(thinks), thoughts), (Some(does), to_do.flatten())];
        let last = last.into_iter().filter_map(|(asks, text)| Some((asks, text?)));
        let said = notes.chain(last).filter(|(_, text)| !text.trim().is_empty());
        said.map(|(asks, text)| asks.into_iter().chain([text]).collect::<Vec<_>>().join("\n"))
            .collect()
    }

    /// Whether nobody was near: only where the worker chose that. Where somebody was, the words do
    /// not say whether it was a parent.
    fn alone(&self) -> Option<bool> {
        self.session.begun.nobody_near.then_some(true)
    }
}

fn seconds(ms: u64) -> Option<u32> {
    u32::try_from(ms.div_ceil(1000)).ok()
}

fn other(share: &Share) -> Other {
    Other { name: share.name.clone(), answer: share.answer, part: None }
}

fn file(what: Medium, name: String, kept: &KeptBlob) -> Attachment {
    Attachment {
        beside: None,
        what,
        name,
        media_type: kept.media_type.clone(),
        bytes: kept.bytes,
        blob: kept.digest,
        describes: None,
        made_by: None,
        seconds: None,
        pages: None,
        copy: None,
        page: None,
        broken_off: false,
    }
}
