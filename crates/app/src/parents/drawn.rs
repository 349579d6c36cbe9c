//! What somebody in the family gets, drawn: the package made for them, laid on one page with its
//! pictures in it. The package is the only thing it is drawn from, so that no page can hold what a
//! package would not.

use super::offer::Offer;
use crate::error::{Error, Result};
use crate::kith::Kith;
use crate::sitting::{Pictures, bring};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::houses_session::Variant;
use domain::id::EntryId;
use exchange::package::session::{Attached, Page};
use exchange::package::{For, Making, Package};
use jiff::civil::Date;
use ui::houses;
use ui::layout::Look;
use ui::parents::{Agreed, AgreedPage, Asked, Heard, Picture};

/// The most bytes of recordings that one page plays; of longer ones it says that they are there.
const HEARD_MAX: usize = 12 << 20;

impl Kith {
    /// Brings the pictures and recordings of what is open to them, and draws it. Whom they may ask
    /// is said by whoever shows it.
    pub async fn draw_for_parent(
        &self,
        offer: Offer,
        (look, pictures): (Look<'static>, Pictures),
        ask: Asked,
    ) -> Result<Agreed> {
        let Offer { gathered, whom, now } = offer;
        // The day it stands under in the record: a tablet may have another.
        let on = gathered.head.happened.day();
        // What did not come is counted: no page is kept back for a picture that is not here.
        let open = |page: &exchange::package::Page| page.is_open_to(whom.id);
        let (sitting, _) = bring(self, gathered, &open, (look, pictures)).await?;
        let making =
            Making { whom: For::Parent(whom), at: now, program: super::PROGRAM, replaces: None };
        let cannot = || Error::Sitting("no copy can be made of it".to_owned());
        let package = Package::of(&sitting, &making);
        let package = package.map_err(|_| cannot())?;
        agreed(&package, (on, sitting.session.variant), ask).ok_or_else(cannot)
    }
}

/// The page, from the package and nothing else.
fn agreed(package: &Package<'_>, (on, variant): (Date, Variant), ask: Asked) -> Option<Agreed> {
    let told = package.told();
    let person = match &told.made_for {
        exchange::package::session::MadeFor::Parent { person } => person.name.clone(),
        _ => return None,
    };
    let mut room = HEARD_MAX;
    let pages = told.pages.iter().map(|page| agreed_page(page, package, &mut room)).collect();
    Some(Agreed {
        child: told.called().to_owned(),
        person,
        worker: told.worker.name.clone(),
        on,
        variant,
        ask,
        pages,
    })
}

fn agreed_page(page: &Page, package: &Package<'_>, room: &mut usize) -> AgreedPage {
    let drawn = page.drawing.as_ref();
    let svg = drawn.and_then(|drawn| package.attached(&drawn.picture));
    let photos = page.photos.iter().filter_map(|photo| {
        let bytes = package.attached(&photo.file)?;
        let src = photo.media_type.starts_with("image/").then(|| inside(photo, bytes))?;
        Some(Picture { src, describes: photo.describes.clone() })
    });
    let photos: Vec<Picture> = photos.collect();
    // Nobody can tell what it shows where it broke off too soon.
    let not_shown = u16::try_from(page.photos.len() - photos.len()).unwrap_or(u16::MAX);
    let sounds = page.sounds.iter().map(|sound| {
        let bytes = package.attached(&sound.file).filter(|bytes| bytes.len() <= *room);
        let bytes = bytes.filter(|_| sound.media_type.starts_with("audio/"));
        *room -= bytes.map_or(0, <[u8]>::len);
        let src = bytes.map(|bytes| inside(sound, bytes));
        Heard { seconds: sound.seconds, broken_off: sound.broken_off, src }
    });
    AgreedPage {
        page: houses::Page {
            root: EntryId(page.id),
            house: page.house,
            called: page.called.clone(),
            title: page.title.clone(),
            drawing: None,
            words: page.words.iter().map(|words| (words.text.clone(), words.by)).collect(),
            path: page.path.as_ref().map(|place| (place.thousandths, place.words.clone())),
            number: page.number.clone(),
            sorted: page.sorted.clone(),
            important: page.important,
            left_out: page.left_out,
            sounds: vec![],
            photos: vec![],
            choices: vec![],
            missing: page.missing.saturating_add(not_shown),
        },
        drawing: svg.map(|svg| String::from_utf8_lossy(svg).into_owned()),
        photos,
        sounds: sounds.collect(),
    }
}

/// Bytes inside an address, so that nothing is fetched afterwards.
fn inside(of: &Attached, bytes: &[u8]) -> String {
    let kind: String = of.media_type.chars().filter(|letter| *letter != ' ').collect();
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}
