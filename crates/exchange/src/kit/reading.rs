//! Ops, one after another, brought down to what the sitting amounts to; the same as the tablet
//! makes of them (`js/kit/reduce.js`). Every op costs about the same, however many came before.
//!
//! Read forgivingly an op that cannot be read is counted and left, and so is one that did not open:
//! what a child said before and after it is not lost for it.

mod newest;
mod sheet;
mod spot;
mod whole;

use super::op::{Op, Person, Says};
use super::{
    ATTACHMENTS_MAX, Fault, Loose, OP_BYTES_MAX, OPS_MAX, PAGES_MAX, Page, Photo, Session, Share,
    Sound,
};
use domain::houses_session::{Exact, House};
use domain::id::PersonId;
use jiff::Timestamp;
use newest::Newest;
use sheet::Sheet;
use spot::{Spot, media_type, milliseconds};
use std::collections::HashMap;
use uuid::Uuid;
use whole::{begun, empty, of_the_whole};

/// What has been read so far.
#[derive(Default)]
pub(super) struct Reading {
    session: Option<Session>,
    pages: Vec<Sheet>,
    place_of: HashMap<Uuid, usize>,
    order: Vec<Uuid>,
    finished: bool,
    /// Where each recording and photograph lies: on this page, or on none.
    lies: HashMap<Uuid, Option<Uuid>>,
    /// Read forgivingly: the session it is.
    forgiving: Option<Uuid>,
    /// What lies on a page that is not known.
    loose: Newest<Uuid, Loose>,
    words: Newest<String, Exact>,
}

impl Reading {
    /// Of this session, forgivingly.
    pub(super) fn forgiving(session: Uuid) -> Self {
        Self { forgiving: Some(session), ..Self::default() }
    }

    /// The next op, where it opened; what cannot be read is counted. Whether it was read.
    pub(super) fn take_what_opens(&mut self, bytes: Option<&[u8]>, n: usize) -> bool {
        bytes.is_some_and(|bytes| self.take(bytes, n).is_ok())
    }

    /// The next op.
    pub(super) fn take(&mut self, bytes: &[u8], n: usize) -> Result<(), Fault> {
        if n > OPS_MAX {
            return Err(Fault::TooMany("ops"));
        }
        if bytes.len() > OP_BYTES_MAX {
            return Err(Fault::OpTooLong { n, has: bytes.len() });
        }
        let op: Op =
            serde_json::from_slice(bytes).map_err(|why| Fault::NoOp { n, why: why.to_string() })?;
        let at = Timestamp::from_millisecond(op.at).map_err(|_| Fault::Field { n, field: "at" })?;
        let spot = Spot { n, at, by: op.by };
        if let Says::Begin(begin) = op.says {
            return self.begin(spot, begun(spot, *begin)?);
        }
        // Its beginning did not open: what came after it is not lost for that.
        if let (None, Some(id)) = (&self.session, self.forgiving) {
            self.session = Some(empty(id, at));
        }
        let session = self.session.as_mut().ok_or(Fault::NoBeginning)?;
        if self.finished {
            return Err(Fault::AfterItsEnd { n });
        }
        session.ended = session.ended.max(at);
        self.put(spot, op.says, bytes)
    }

    fn begin(&mut self, spot: Spot, session: Session) -> Result<(), Fault> {
        if self.session.is_some() {
            return Err(Fault::BegunTwice { n: spot.n });
        }
        if self.forgiving.is_some_and(|id| id != session.id) {
            return Err(spot.wrong("session"));
        }
        self.session = Some(session);
        Ok(())
    }

    fn put(&mut self, spot: Spot, says: Says, bytes: &[u8]) -> Result<(), Fault> {
        match says {
            Says::Page { page, house } => self.page(spot, (page, house), bytes),
            Says::Stroke { page } | Says::Sticker { page } | Says::StickerMoved { page } => {
                self.sheet(spot, page)?.line(spot, bytes)
            }
            Says::Words { page, ref id, ref text } if self.is_lost(page) => {
                let text = spot.text(text.clone(), "text")?;
                self.words.amend(id.clone(), Exact { text, after: None, at: spot.at });
                Ok(())
            }
            Says::Words { page, .. }
            | Says::Title { page, .. }
            | Says::Undo { page, .. }
            | Says::Mark { page, .. }
            | Says::Number { page, .. }
            | Says::Sorted { page, .. } => self.sheet(spot, page)?.put(spot, says, bytes),
            Says::Sound { .. } | Says::Photo { .. } => self.attached(spot, says),
            Says::ThrownAway { attachment } => {
                self.throw_away(attachment);
                Ok(())
            }
            Says::Important { .. } | Says::LeftOut { .. } | Says::Share { .. } => {
                self.beside_the_paper(spot, says)
            }
            Says::Order { pages } => self.in_order(spot, pages),
            Says::Finish { how, why } => {
                let why = spot.maybe(why, "why")?;
                let session = self.session.as_mut().ok_or(Fault::NoBeginning)?;
                (session.ending, session.ending_why) = (how, why);
                self.finished = true;
                Ok(())
            }
            other => {
                let session = self.session.as_mut().ok_or(Fault::NoBeginning)?;
                of_the_whole(session, spot, other)
            }
        }
    }

    /// A page is begun, or gone back to.
    fn page(&mut self, spot: Spot, (id, house): (Uuid, House), bytes: &[u8]) -> Result<(), Fault> {
        if !self.place_of.contains_key(&id) {
            if self.pages.len() == PAGES_MAX {
                return Err(Fault::TooMany("pages"));
            }
            self.place_of.insert(id, self.pages.len());
            self.pages.push(Sheet::blank(id, house, spot.at));
            let session = self.session.as_mut().ok_or(Fault::NoBeginning)?;
            if !session.order.contains(&house) {
                session.order.push(house);
            }
        }
        self.sheet(spot, id)?.line(spot, bytes)
    }

    fn sheet(&mut self, spot: Spot, page: Uuid) -> Result<&mut Sheet, Fault> {
        let at = self.place_of.get(&page).copied();
        let sheet = at.and_then(|at| self.pages.get_mut(at));
        sheet.ok_or(Fault::NoSuchPage { n: spot.n, page })
    }

    /// Whether the op that began this page is one that did not open.
    fn is_lost(&self, page: Uuid) -> bool {
        self.forgiving.is_some() && !self.place_of.contains_key(&page)
    }

    /// A recording or photograph lies on one page: named on a second, one of them would be another
    /// child's or nobody's.
    fn lay(&mut self, spot: Spot, (attachment, page): (Uuid, Uuid)) -> Result<Option<Uuid>, Fault> {
        let page = Some(page).filter(|page| !self.is_lost(*page));
        match self.lies.get(&attachment) {
            Some(before) if *before != page => {
                return Err(Fault::OnTwoPages { n: spot.n, attachment });
            }
            None if self.lies.len() == ATTACHMENTS_MAX => {
                return Err(Fault::TooMany("recordings and photographs"));
            }
            _ => {}
        }
        if let Some(page) = page {
            self.sheet(spot, page)?;
        }
        self.lies.insert(attachment, page);
        Ok(page)
    }

    fn attached(&mut self, spot: Spot, says: Says) -> Result<(), Fault> {
        match says {
            Says::Sound { page, attachment, ms, r#type, sha256, broken_off } => {
                let ms = Some(milliseconds(ms).ok_or(spot.wrong("ms"))?);
                let media_type = media_type(spot, r#type)?;
                let sound = Sound { attachment, ms, media_type, sha256, broken_off };
                match self.lay(spot, (attachment, page))? {
                    Some(page) => self.sheet(spot, page)?.sounds.amend(attachment, sound),
                    None => {
                        let Sound { sha256, .. } = sound;
                        let loose = Loose { ms, sha256, broken_off, ..Loose::sound(attachment) };
                        self.loose.amend(attachment, loose);
                    }
                }
            }
            Says::Photo { page, attachment, width, height, r#type, sha256 } => {
                let media_type = media_type(spot, r#type)?;
                let size = Some((width, height));
                let photo = Photo { attachment, size, media_type, sha256, broken_off: false };
                match self.lay(spot, (attachment, page))? {
                    Some(page) => self.sheet(spot, page)?.photos.amend(attachment, photo),
                    None => {
                        let loose = Loose { sha256: photo.sha256, ..Loose::photo(attachment) };
                        self.loose.amend(attachment, loose);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn throw_away(&mut self, attachment: Uuid) {
        let page = self.lies.remove(&attachment).flatten();
        let sheet = page.and_then(|page| self.place_of.get(&page));
        if let Some(sheet) = sheet.and_then(|at| self.pages.get_mut(*at)) {
            sheet.sounds.drop(&attachment);
            sheet.photos.drop(&attachment);
        }
        self.loose.drop(&attachment);
        if let Some(session) = &mut self.session {
            session.thrown_away.insert(attachment);
        }
    }

    fn beside_the_paper(&mut self, spot: Spot, says: Says) -> Result<(), Fault> {
        match says {
            Says::Important { page, on } => self.sheet(spot, page)?.page.important = on,
            Says::LeftOut { page, on } => self.sheet(spot, page)?.page.left_out = on,
            Says::Share { page, person: Person { id, name }, answer } => {
                let name = spot.text(name, "name")?;
                let share = Share { person: id.map(PersonId), name, answer };
                self.sheet(spot, page)?.share(share)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn in_order(&mut self, spot: Spot, pages: Vec<Uuid>) -> Result<(), Fault> {
        for page in &pages {
            if !self.is_lost(*page) {
                self.sheet(spot, *page)?;
            }
        }
        self.order = pages;
        Ok(())
    }

    /// What the whole amounts to.
    pub(super) fn done(self) -> Result<Session, Fault> {
        let mut session = self.session.ok_or(Fault::Empty)?;
        let mut pages = Vec::with_capacity(self.pages.len());
        for sheet in self.pages {
            let (page, left_out) = sheet.done(self.forgiving.is_some())?;
            session.unopened += left_out;
            pages.push(page);
        }
        // Pages that were put nowhere come after, as they were begun.
        let mut places = HashMap::new();
        for (page, place) in self.order.iter().zip(0_usize..) {
            places.entry(*page).or_insert(place);
        }
        pages.sort_by_key(|page: &Page| places.get(&page.id).copied().unwrap_or(usize::MAX));
        session.pages = pages;
        session.loose = self.loose.stand().collect();
        session.exact.extend(self.words.stand().filter(|words| !words.text.trim().is_empty()));
        Ok(session)
    }
}
