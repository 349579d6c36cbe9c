//! Ops, one after another, brought down to what the sitting amounts to; the same as the tablet
//! makes of them (`js/kit/reduce.js`).

use super::op::{Agreement, Begin, By, Enquiry, ImportantSaid, Op, Person, Says};
use super::{
    Begun, Fault, Important, OP_BYTES_MAX, OPS_MAX, PAGES_MAX, Page, Photo, Session, Share, Sound,
    TEXT_MAX,
};
use domain::drawing::Drawing;
use domain::houses_page::{Hand, Number, OutOfTen, Place, Sorted, Words};
use domain::houses_session::{
    Asked, Cleared, Ending, Exact, House, NamedHouse, PassedOn, Permission, Question, ReadBack,
    Told, Variant,
};
use domain::id::PersonId;
use jiff::Timestamp;
use std::collections::HashMap;
use uuid::Uuid;

/// What has been read so far.
#[derive(Default)]
pub(super) struct Reading {
    session: Option<Session>,
    pages: Vec<Sheet>,
    place_of: HashMap<Uuid, usize>,
    order: Vec<Uuid>,
    finished: bool,
}

/// A page while it is read: its lines, and its words by the id that the tablet gave them.
struct Sheet {
    page: Page,
    lines: Vec<u8>,
    words: Vec<(String, Words)>,
}

/// Where an op stands, and when and by whose hand it was written.
#[derive(Clone, Copy)]
struct Spot {
    n: usize,
    at: Timestamp,
    by: By,
}

impl Spot {
    const fn wrong(self, field: &'static str) -> Fault {
        Fault::Field { n: self.n, field }
    }

    /// Words within their length. U+0000, which nobody types and no database keeps, is left out.
    fn text(self, text: String, field: &'static str) -> Result<String, Fault> {
        let text = if text.contains('\0') { text.replace('\0', "") } else { text };
        if text.chars().nth(TEXT_MAX).is_some() {
            return Err(self.wrong(field));
        }
        Ok(text)
    }

    fn maybe(self, text: Option<String>, field: &'static str) -> Result<Option<String>, Fault> {
        let text = text.map(|text| self.text(text, field)).transpose()?;
        Ok(text.filter(|text| !text.trim().is_empty()))
    }
}

impl Reading {
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
        match (op.says, &mut self.session) {
            (Says::Begin(begin), None) => self.session = Some(begun(spot, *begin)?),
            (_, None) => return Err(Fault::NoBeginning),
            (Says::Begin(_), Some(_)) => return Err(Fault::BegunTwice { n }),
            (_, Some(_)) if self.finished => return Err(Fault::AfterItsEnd { n }),
            (says, Some(session)) => {
                session.ended = session.ended.max(at);
                self.put(spot, says, bytes)?;
            }
        }
        Ok(())
    }

    fn put(&mut self, spot: Spot, says: Says, bytes: &[u8]) -> Result<(), Fault> {
        match says {
            Says::Page { page, house } => self.page(spot, (page, house), bytes),
            Says::Stroke { page } | Says::Sticker { page } | Says::StickerMoved { page } => {
                self.line(spot, page, bytes).map(|_| ())
            }
            Says::Words { .. }
            | Says::Title { .. }
            | Says::Undo { .. }
            | Says::Mark { .. }
            | Says::Number { .. }
            | Says::Sorted { .. } => self.on_the_paper(spot, says, bytes),
            Says::Sound { .. }
            | Says::Photo { .. }
            | Says::ThrownAway { .. }
            | Says::Important { .. }
            | Says::LeftOut { .. }
            | Says::Share { .. } => self.beside_the_paper(spot, says),
            Says::Order { pages } => self.in_order(spot, pages),
            Says::Finish { how, why } => {
                self.finished = true;
                let why = spot.maybe(why, "why")?;
                let session = self.session.as_mut().ok_or(Fault::NoBeginning)?;
                (session.ending, session.ending_why) = (how, why);
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
            self.pages.push(Sheet {
                page: blank(id, house, spot.at),
                lines: vec![],
                words: vec![],
            });
            let session = self.session.as_mut().ok_or(Fault::NoBeginning)?;
            if !session.order.contains(&house) {
                session.order.push(house);
            }
        }
        self.line(spot, id, bytes).map(|_| ())
    }

    fn sheet(&mut self, spot: Spot, page: Uuid) -> Result<&mut Sheet, Fault> {
        let at = self.place_of.get(&page).copied();
        let sheet = at.and_then(|at| self.pages.get_mut(at));
        sheet.ok_or(Fault::NoSuchPage { n: spot.n, page })
    }

    /// One more line of a page's drawing.
    fn line(&mut self, spot: Spot, page: Uuid, bytes: &[u8]) -> Result<&mut Sheet, Fault> {
        let sheet = self.sheet(spot, page)?;
        // A line end inside an op would part it: JSON may have them between its fields.
        if bytes.contains(&b'\n') {
            return Err(Fault::NoOp { n: spot.n, why: "it is not on one line".into() });
        }
        sheet.lines.extend_from_slice(bytes);
        sheet.lines.push(b'\n');
        Ok(sheet)
    }

    fn on_the_paper(&mut self, spot: Spot, says: Says, bytes: &[u8]) -> Result<(), Fault> {
        match says {
            Says::Words { page, id, text } => {
                let text = spot.text(text, "text")?;
                self.line(spot, page, bytes)?.write(spot, id, text);
            }
            Says::Title { page, text } => {
                let title = spot.maybe(Some(text), "text")?;
                self.line(spot, page, bytes)?.page.title = title;
            }
            Says::Undo { page, id } => {
                self.line(spot, page, bytes)?.words.retain(|(known, _)| *known != id);
            }
            Says::Mark { page, position, words } => {
                let place = Place {
                    thousandths: thousandths(position).ok_or(spot.wrong("position"))?,
                    words: spot.maybe(words, "words")?,
                };
                self.line(spot, page, bytes)?.page.path = Some(place);
            }
            Says::Number { page, value, words } => {
                let value = value.map(|value| out_of_ten(value).ok_or(spot.wrong("value")));
                let number =
                    Number { value: value.transpose()?, words: spot.maybe(words, "words")? };
                self.line(spot, page, bytes)?.page.number = Some(number);
            }
            Says::Sorted { page, card, column } => {
                let card = spot.text(card, "card")?;
                let sorted = &mut self.line(spot, page, bytes)?.page.sorted;
                sorted.retain(|known| known.card != card);
                sorted.extend(column.map(|pile| Sorted { card, pile }));
            }
            _ => {}
        }
        Ok(())
    }

    fn beside_the_paper(&mut self, spot: Spot, says: Says) -> Result<(), Fault> {
        match says {
            Says::Sound { page, attachment, ms, r#type, sha256 } => {
                let ms = milliseconds(ms).ok_or(spot.wrong("ms"))?;
                let media_type = media_type(spot, r#type)?;
                let sound = Sound { attachment, ms, media_type, sha256 };
                self.sheet(spot, page)?.page.sounds.push(sound);
            }
            Says::Photo { page, attachment, width, height, r#type, sha256 } => {
                let media_type = media_type(spot, r#type)?;
                let photo = Photo { attachment, size: (width, height), media_type, sha256 };
                self.sheet(spot, page)?.page.photos.push(photo);
            }
            Says::ThrownAway { attachment } => {
                for Sheet { page, .. } in &mut self.pages {
                    page.sounds.retain(|sound| sound.attachment != attachment);
                    page.photos.retain(|photo| photo.attachment != attachment);
                }
            }
            Says::Important { page, on } => self.sheet(spot, page)?.page.important = on,
            Says::LeftOut { page, on } => self.sheet(spot, page)?.page.left_out = on,
            Says::Share { page, person: Person { id, name }, answer } => {
                let share =
                    Share { person: id.map(PersonId), name: spot.text(name, "name")?, answer };
                let shares = &mut self.sheet(spot, page)?.page.shares;
                shares.retain(|known| !same_person(known, &share));
                shares.push(share);
            }
            _ => {}
        }
        Ok(())
    }

    fn in_order(&mut self, spot: Spot, pages: Vec<Uuid>) -> Result<(), Fault> {
        for page in &pages {
            self.sheet(spot, *page)?;
        }
        self.order = pages;
        Ok(())
    }

    /// What the whole amounts to.
    pub(super) fn done(self) -> Result<Session, Fault> {
        let mut session = self.session.ok_or(Fault::Empty)?;
        let mut pages = Vec::with_capacity(self.pages.len());
        for sheet in self.pages {
            pages.push(sheet.done()?);
        }
        // Pages that were put nowhere come after, as they were begun.
        let place = |page: &Page| self.order.iter().position(|id| *id == page.id);
        pages.sort_by_key(|page| place(page).unwrap_or(usize::MAX));
        session.pages = pages;
        Ok(session)
    }
}

impl Sheet {
    fn write(&mut self, spot: Spot, id: String, text: String) {
        let by = if spot.by == By::Child { Hand::Child } else { Hand::Worker };
        let words = Words { text, by, at: spot.at };
        match self.words.iter_mut().find(|(known, _)| *known == id) {
            Some((_, before)) => *before = words,
            None => self.words.push((id, words)),
        }
    }

    fn done(self) -> Result<Page, Fault> {
        let Self { mut page, lines, words } = self;
        let said = words.into_iter().map(|(_, words)| words);
        page.words = said.filter(|words| !words.text.trim().is_empty()).collect();
        let read = Drawing::read(&lines);
        let drawing = read.map_err(|why| Fault::Drawing { page: page.id, why })?;
        page.drawing = (!drawing.is_blank()).then_some(lines);
        Ok(page)
    }
}

const fn blank(id: Uuid, house: House, at: Timestamp) -> Page {
    Page {
        id,
        house,
        at,
        title: None,
        words: vec![],
        path: None,
        number: None,
        sorted: vec![],
        important: false,
        left_out: false,
        drawing: None,
        sounds: vec![],
        photos: vec![],
        shares: vec![],
    }
}

fn begun(spot: Spot, begin: Begin) -> Result<Session, Fault> {
    let enquiry = match begin.enquiry {
        Some(Enquiry::Cleared { cleared_by, why }) => {
            Some(Cleared { by: spot.text(cleared_by, "enquiry")?, why: spot.text(why, "enquiry")? })
        }
        Some(Enquiry::None(word)) if word != "none" => return Err(spot.wrong("enquiry")),
        Some(Enquiry::None(_)) | None => None,
    };
    let begun = Begun {
        at: spot.at,
        pack: spot.maybe(begin.child.pack, "child")?,
        name: spot.text(begin.child.name, "child")?,
        worker: spot.text(begin.worker, "worker")?,
        language: spot.text(begin.language, "language")?,
        place: spot.maybe(begin.place, "place")?,
        build: spot.text(begin.build, "build")?,
        enquiry,
        agreement: begin.agreement.map(|agreement| agreed(spot, agreement)).transpose()?,
        near: spot.maybe(begin.near, "near")?,
        interpreter: spot.maybe(begin.interpreter, "interpreter")?,
    };
    Ok(Session {
        id: begin.session,
        begun,
        level: None,
        variant: (Variant::Houses, None),
        named: vec![],
        order: vec![],
        told: vec![],
        path: vec![],
        asked: vec![],
        pages: vec![],
        exact: vec![],
        passed_on: vec![],
        important: vec![],
        notes: vec![],
        reflection: None,
        read_back: None,
        comes_back_on: None,
        ended: spot.at,
        ending: Ending::Unfinished,
        ending_why: None,
        unknown: 0,
    })
}

fn agreed(spot: Spot, agreement: Agreement) -> Result<Permission, Fault> {
    let text = |text| spot.text(text, "agreement");
    Ok(match agreement {
        Agreement::Agreed { who, on, words } => Permission::Agreed {
            who: text(who)?,
            on: text(on)?,
            words: spot.maybe(words, "agreement")?,
        },
        Agreement::SetAside { by, why } => Permission::SetAside { by: text(by)?, why: text(why)? },
    })
}

/// What is about no single page.
fn of_the_whole(session: &mut Session, spot: Spot, says: Says) -> Result<(), Fault> {
    match says {
        Says::Level { level } => session.level = Some(level),
        Says::Variant { variant, name } => session.variant = (variant, spot.maybe(name, "name")?),
        Says::At { node } => session.path.push(spot.text(node, "node")?),
        Says::Asked { node, prompt, text, noticed } => {
            let own = spot.maybe(text, "text")?.map(Question::Own);
            let prompt = spot.maybe(prompt, "prompt")?.map(Question::Prompt);
            let what = prompt.or(own).ok_or(spot.wrong("prompt"))?;
            let noticed = noticed.filter(|noticed| !noticed.is_null());
            let noticed = noticed
                .map(|noticed| noticed.as_str().map_or_else(|| noticed.to_string(), Into::into));
            session.asked.push(Asked { node: spot.text(node, "node")?, what, noticed });
        }
        Says::Understood { stone, answer } => {
            session.told.retain(|told| told.stone != stone);
            session.told.push(Told { stone, answer });
        }
        Says::HouseNamed { house, name } => {
            let name = spot.maybe(Some(name), "name")?;
            session.named.retain(|named| named.house != house);
            session.named.extend(name.map(|name| NamedHouse { house, name }));
        }
        Says::Exact { text, prompt } => {
            let text = spot.text(text, "text")?;
            session.exact.push(Exact { text, after: spot.maybe(prompt, "prompt")?, at: spot.at });
        }
        Says::PassOn { what, to, why, child_told } => session.passed_on.push(PassedOn {
            what: spot.text(what, "what")?,
            to: spot.text(to, "to")?,
            why: spot.text(why, "why")?,
            child_told,
            at: spot.at,
        }),
        Says::ImportantSaid(said) => session.important.push(important(spot, *said)?),
        Says::Unknown => session.unknown += 1,
        other => of_the_worker(session, spot, other)?,
    }
    Ok(())
}

/// What the worker writes of her own, and how it closes.
fn of_the_worker(session: &mut Session, spot: Spot, says: Says) -> Result<(), Fault> {
    match says {
        Says::Note { text } => session.notes.extend(spot.maybe(Some(text), "text")?),
        Says::Reflection { text, to_do } => {
            let words = (spot.text(text, "text")?, spot.maybe(to_do, "to_do")?);
            session.reflection = Some(words);
        }
        Says::ReadBack { done, why_not } => {
            session.read_back = Some(ReadBack { done, why_not: spot.maybe(why_not, "why_not")? });
        }
        Says::ComesBack { on } => session.comes_back_on = Some(on),
        // Where it stood still for a while is no part of what it amounts to, nor is the colour of a
        // roof.
        _ => {}
    }
    Ok(())
}

fn important(spot: Spot, said: ImportantSaid) -> Result<Important, Fault> {
    Ok(Important {
        words: spot.text(said.words, "words")?,
        before: spot.text(said.before, "before")?,
        who_near: spot.text(said.who_near, "who_near")?,
        seen: spot.text(said.seen, "seen")?,
        danger_now: said.now,
        rang: spot.maybe(said.rang, "rang")?,
        at: spot.at,
    })
}

fn same_person(one: &Share, other: &Share) -> bool {
    match (one.person, other.person) {
        (None, None) => one.name == other.name,
        (one, other) => one == other,
    }
}

/// A media type is short and plain; what the bytes are is found by the server.
fn media_type(spot: Spot, text: String) -> Result<String, Fault> {
    let plain = text.len() <= 100 && text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain { Ok(text) } else { Err(spot.wrong("type")) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to its bounds")]
fn thousandths(position: f64) -> Option<u16> {
    (0.0..=1.0).contains(&position).then(|| (position * 1000.0).round() as u16)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to its bounds")]
fn out_of_ten(value: f64) -> Option<OutOfTen> {
    let whole = (0.0..=10.0).contains(&value) && value.fract() == 0.0;
    whole.then(|| OutOfTen::new(value as u8).ok()).flatten()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to its bounds")]
fn milliseconds(ms: f64) -> Option<u64> {
    (0.0..=86_400_000.0).contains(&ms).then(|| ms.round() as u64)
}
