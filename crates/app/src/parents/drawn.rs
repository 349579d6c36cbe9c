//! What somebody in the family gets, drawn: the package made for them, laid on one page with its
//! pictures in it. The package is the only thing it is drawn from, so that no page can hold what a
//! package would not.

use super::gathered::{Bring, Place, called};
use super::offer::Offer;
use crate::error::{Error, Result};
use crate::kith::Kith;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::drawing::Drawing;
use domain::id::EntryId;
use domain::time::day_of;
use exchange::package::session::{Attached, Page};
use exchange::package::svg::on_its_own;
use exchange::package::{For, Making, Package, Sitting};
use ui::drawing::{Size, described, drawing};
use ui::houses;
use ui::layout::Look;
use ui::parents::{Agreed, AgreedPage, Asked, Heard, Picture};

/// The bytes of a picture that a drawing asks for by its address: a sticker.
pub type Pictures = fn(&str) -> Option<Vec<u8>>;

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
        let Offer { mut gathered, whom, now } = offer;
        let child = called(&gathered.people, gathered.child, now);
        for one in gathered.bring.clone() {
            let page = gathered.sitting.pages.get(one.page);
            if page.is_some_and(|page| page.is_open_to(whom.id)) {
                let bytes = self.office()?.blobs.read(one.blob).await?;
                bring(&mut gathered.sitting, one, bytes, &|bytes| {
                    picture(bytes, &child, (look, pictures))
                });
            }
        }
        leave_out_what_did_not_come(&mut gathered.sitting);
        let making =
            Making { whom: For::Parent(whom), at: now, program: super::PROGRAM, replaces: None };
        let cannot = || Error::Sitting("no copy can be made of it".to_owned());
        let package = Package::of(&gathered.sitting, &making);
        let package = package.map_err(|_| cannot())?;
        agreed(&package, ask).ok_or_else(cannot)
    }
}

/// The page, from the package and nothing else.
fn agreed(package: &Package<'_>, ask: Asked) -> Option<Agreed> {
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
        on: day_of(told.started_at),
        ask,
        pages,
    })
}

fn agreed_page(page: &Page, package: &Package<'_>, room: &mut usize) -> AgreedPage {
    let drawn = page.drawing.as_ref();
    let svg = drawn.and_then(|drawn| package.attached(&drawn.picture));
    let photos = page.photos.iter().filter_map(|photo| {
        let src = inside(photo, package.attached(&photo.file)?);
        Some(Picture { src, describes: photo.describes.clone() })
    });
    let sounds = page.sounds.iter().map(|sound| {
        let bytes = package.attached(&sound.file).filter(|bytes| bytes.len() <= *room);
        *room -= bytes.map_or(0, <[u8]>::len);
        Heard { seconds: sound.seconds, src: bytes.map(|bytes| inside(sound, bytes)) }
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
            missing: page.missing,
        },
        drawing: svg.map(|svg| String::from_utf8_lossy(svg).into_owned()),
        photos: photos.collect(),
        sounds: sounds.collect(),
    }
}

/// Bytes inside an address, so that nothing is fetched afterwards.
fn inside(of: &Attached, bytes: &[u8]) -> String {
    let kind: String = of.media_type.chars().filter(|letter| *letter != ' ').collect();
    format!("data:{kind};base64,{}", STANDARD.encode(bytes))
}

/// A drawing as it stands alone.
fn picture(bytes: &[u8], child: &str, (look, pictures): (Look<'_>, Pictures)) -> Option<String> {
    let drawn = Drawing::read(bytes).ok()?;
    let title = ui::parents::drawn_by(child);
    let svg = drawing(look, &drawn, &title, Size::Full).into_string();
    on_its_own(&svg, &pictures).ok()
}

type ToSvg<'a> = &'a dyn Fn(&[u8]) -> Option<String>;

fn bring(sitting: &mut Sitting, one: Bring, bytes: Option<Vec<u8>>, to_svg: ToSvg<'_>) {
    let Some(page) = sitting.pages.get_mut(one.page) else { return };
    let bytes = bytes.unwrap_or_default();
    match one.what {
        Place::Drawing => {
            if let Some(drawn) = page.drawing.as_mut() {
                drawn.svg = to_svg(&bytes).unwrap_or_default();
                drawn.describes = Drawing::read(&bytes).ok().map(|drawn| described(&drawn));
                drawn.ops = bytes;
            }
        }
        Place::Sound(n) => {
            if let Some(kept) = page.sounds.get_mut(n) {
                kept.bytes = bytes;
            }
        }
        Place::Photo(n) => {
            if let Some(kept) = page.photos.get_mut(n) {
                kept.bytes = bytes;
            }
        }
    }
}

/// What has no bytes is counted as not come; no page is kept back for a picture that is not here.
fn leave_out_what_did_not_come(sitting: &mut Sitting) {
    for page in &mut sitting.pages {
        let all = page.sounds.len() + page.photos.len() + usize::from(page.drawing.is_some());
        page.drawing.take_if(|drawn| drawn.svg.is_empty());
        page.sounds.retain(|kept| !kept.bytes.is_empty() && kept.media_type.starts_with("audio/"));
        page.photos.retain(|kept| !kept.bytes.is_empty() && kept.media_type.starts_with("image/"));
        let came = page.sounds.len() + page.photos.len() + usize::from(page.drawing.is_some());
        let missing = u16::try_from(all - came).unwrap_or(u16::MAX);
        page.page.missing = page.page.missing.saturating_add(missing);
    }
}
