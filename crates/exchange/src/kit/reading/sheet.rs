//! A page while it is read: the lines of its drawing, and what is said of it by name.

use super::super::op::{By, Says};
use super::super::{Fault, ON_A_PAGE_MAX, Page, Photo, Share, Sound};
use super::newest::Newest;
use super::spot::{Spot, out_of_ten, thousandths};
use domain::drawing::Drawing;
use domain::houses_page::{Hand, Number, Place, Sorted, Words};
use domain::houses_session::House;
use domain::id::PersonId;
use jiff::Timestamp;
use uuid::Uuid;

/// A page while it is read.
pub(super) struct Sheet {
    pub page: Page,
    pub sounds: Newest<Uuid, Sound>,
    pub photos: Newest<Uuid, Photo>,
    lines: Vec<u8>,
    words: Newest<String, Words>,
    sorted: Newest<String, Sorted>,
    shares: Newest<Who, Share>,
}

/// Whom a choice is about: a person of the record, or a name.
type Who = (Option<PersonId>, Option<String>);

impl Sheet {
    pub(super) fn blank(id: Uuid, house: House, at: Timestamp) -> Self {
        Self {
            page: blank(id, house, at),
            sounds: Newest::default(),
            photos: Newest::default(),
            lines: vec![],
            words: Newest::default(),
            sorted: Newest::default(),
            shares: Newest::default(),
        }
    }

    /// One more line of its drawing.
    pub(super) fn line(&mut self, spot: Spot, bytes: &[u8]) -> Result<(), Fault> {
        // A line end inside an op would part it: JSON may have them between its fields.
        if bytes.contains(&b'\n') {
            return Err(Fault::NoOp { n: spot.n, why: "it is not on one line".into() });
        }
        self.lines.extend_from_slice(bytes);
        self.lines.push(b'\n');
        Ok(())
    }

    /// What is on the paper beside strokes and stickers.
    pub(super) fn put(&mut self, spot: Spot, says: Says, bytes: &[u8]) -> Result<(), Fault> {
        match says {
            Says::Words { id, text, .. } => {
                let text = spot.text(text, "text")?;
                room(self.words.taken(), "words")?;
                self.line(spot, bytes)?;
                let by = if spot.by == By::Child { Hand::Child } else { Hand::Worker };
                self.words.amend(id, Words { text, by, at: spot.at });
            }
            Says::Title { text, .. } => {
                let title = spot.maybe(Some(text), "text")?;
                self.line(spot, bytes)?;
                self.page.title = title;
            }
            Says::Undo { id, .. } => {
                self.line(spot, bytes)?;
                self.words.drop(&id);
            }
            Says::Mark { position, words, .. } => {
                let thousandths = thousandths(position).ok_or(spot.wrong("position"))?;
                let place = Place { thousandths, words: spot.maybe(words, "words")? };
                self.line(spot, bytes)?;
                self.page.path = Some(place);
            }
            Says::Number { value, words, .. } => {
                let value = value.map(|value| out_of_ten(value).ok_or(spot.wrong("value")));
                let number =
                    Number { value: value.transpose()?, words: spot.maybe(words, "words")? };
                self.line(spot, bytes)?;
                self.page.number = Some(number);
            }
            Says::Sorted { card, column, .. } => {
                let card = spot.text(card, "card")?;
                room(self.sorted.taken(), "cards")?;
                self.line(spot, bytes)?;
                match column {
                    Some(pile) => self.sorted.add(card.clone(), Sorted { card, pile }),
                    None => self.sorted.drop(&card),
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// What the child chose for somebody, the newest last.
    pub(super) fn share(&mut self, share: Share) -> Result<(), Fault> {
        room(self.shares.taken(), "choices")?;
        let name = share.person.is_none().then(|| share.name.clone());
        self.shares.add((share.person, name), share);
        Ok(())
    }

    /// The page, and how many lines of its drawing cannot be drawn. Unless it is `forgiving` one
    /// such line is a fault of the whole.
    pub(super) fn done(self, forgiving: bool) -> Result<(Page, usize), Fault> {
        let Self { mut page, sounds, photos, lines, words, sorted, shares } = self;
        page.words = words.stand().filter(|words| !words.text.trim().is_empty()).collect();
        page.sorted = sorted.stand().collect();
        page.shares = shares.stand().collect();
        page.sounds = sounds.stand().collect();
        page.photos = photos.stand().collect();
        let (drawn, lines, left_out) = match Drawing::read(&lines) {
            Ok(drawn) => (drawn, lines, 0),
            Err(why) if !forgiving => return Err(Fault::Drawing { page: page.id, why }),
            Err(_) => what_can_be_drawn(&lines),
        };
        page.drawing = (!drawn.is_blank()).then_some(lines);
        Ok((page, left_out))
    }
}

/// The lines that can be drawn by themselves; where they make no drawing together, none.
fn what_can_be_drawn(lines: &[u8]) -> (Drawing, Vec<u8>, usize) {
    let all = lines.split_inclusive(|byte| *byte == b'\n');
    let count = all.clone().count();
    let good: Vec<&[u8]> = all.filter(|line| Drawing::read(line).is_ok()).collect();
    let left_out = count - good.len();
    let good = good.concat();
    match Drawing::read(&good) {
        Ok(drawn) => (drawn, good, left_out),
        Err(_) => (Drawing::default(), vec![], count),
    }
}

/// Whether there is room for one more on a page.
const fn room(taken: usize, what: &'static str) -> Result<(), Fault> {
    if taken < ON_A_PAGE_MAX { Ok(()) } else { Err(Fault::TooMany(what)) }
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
