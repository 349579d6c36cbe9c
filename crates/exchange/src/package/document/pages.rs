//! The child's pages: what is on each, whose words they are, and who may see it. Deliberately
//! absent: anything that somebody makes of it.

use domain::houses_page::{Hand, Number, Pile, Stretch};
use domain::houses_session::{House, Unopened};
use domain::sharing::Answer;

use crate::package::blocks::Blocks;
use crate::package::session::{Attached, Choice, Chosen, Drawing, MadeFor, Page, Session};
use crate::package::{How, Pictured, mark};
use document::{Block, Picture};

/// What a house is called where the child gave it no name.
pub(crate) const fn house(house: House) -> &'static str {
    match house {
        House::Good => "House of Good Things",
        House::Worries => "House of Worries",
        House::Dreams => "House of Dreams",
        House::Path => "The path",
        House::Safety => "Safety House",
        House::Sort => "Cards sorted",
        House::Scale => "A number",
    }
}

pub(super) fn pages(told: &Session, attached: Option<Pictured<'_>>) -> Blocks {
    let mut all = Blocks::default();
    if let Some(unopened) = &told.unopened {
        all.remark(&could_not_be_opened(unopened));
    }
    for page in &told.pages {
        heading(&mut all, page);
        drawing(&mut all, page, told, attached);
        photos(&mut all, &page.photos, attached);
        words(&mut all, page, told);
        laid_out(&mut all, page, told);
        sounds(&mut all, &page.sounds);
        if page.missing > 0 {
            let what =
                if page.missing == 1 { "recording or picture" } else { "recordings or pictures" };
            all.line("Did not come with it", format!("{} {what}", page.missing));
        }
        choices(&mut all, page, told);
    }
    if !told.sounds.is_empty() || !told.photos.is_empty() {
        all.heading(3, "On no page");
        photos(&mut all, &told.photos, attached);
        sounds(&mut all, &told.sounds);
    }
    if !told.exact.is_empty() {
        all.heading(3, "Said, and on no page");
    }
    for exact in &told.exact {
        all.words(&exact.text, &by_worker(told));
        all.line("Asked before", exact.after.as_deref().unwrap_or_default());
    }
    all
}

fn by_worker(told: &Session) -> String {
    format!("{} said this. {} wrote it down.", told.called(), told.worker.name)
}

fn heading(all: &mut Blocks, page: &Page) {
    let called = page.called.as_ref().map(|called| format!(", “{called}”")).unwrap_or_default();
    let title = page.title.as_ref().map(|title| format!(": “{title}”")).unwrap_or_default();
    let n = page.n;
    all.heading(3, format_args!("Page {n}, {}{called}{title}", house(page.house)));
    if page.important {
        all.remark("The child marked it as important.");
    }
    if page.left_out {
        all.remark("The child wants it left out of what is shown.");
    }
}

fn could_not_be_opened(unopened: &Unopened) -> String {
    let Unopened { count, code } = unopened;
    let things = match count {
        1 => "Something of this session could not be opened. It is kept, sealed as it came"
            .to_owned(),
        _ => format!(
            "{count} things of this session could not be opened. They are kept, sealed as they came"
        ),
    };
    format!("{things}, by the record it comes from, which knows it as {code}.")
}

/// A picture that stands in the document; none where it does not.
fn shown(attached: Option<Pictured<'_>>, file: &str, caption: &str) -> Option<Block> {
    let picture = picture(attached?, file)?;
    let instead = format!("This picture could not be printed. It is in the package as {file}.");
    Some(Block::Picture { picture, alt: caption.into(), caption: caption.into(), instead })
}

/// The drawing, or the name of its file.
fn drawing(all: &mut Blocks, page: &Page, told: &Session, attached: Option<Pictured<'_>>) {
    if let Some(Drawing { picture, describes, .. }) = &page.drawing {
        let drawn = format!("Drawn by {}.", told.called());
        let caption = [Some(drawn.as_str()), describes.as_deref()];
        let caption = caption.into_iter().flatten().collect::<Vec<_>>().join(" ");
        match shown(attached, picture, &caption) {
            Some(svg) => all.0.push(svg),
            None => all.line("A drawing", format_args!("{caption} ({picture})")),
        }
    }
}

/// Photographs, or the names of their files.
fn photos(all: &mut Blocks, photos: &[Attached], attached: Option<Pictured<'_>>) {
    for photo in photos {
        let caption = photo.describes.as_deref().unwrap_or("A photograph.");
        match shown(attached, &photo.file, caption) {
            Some(picture) => all.0.push(picture),
            None => all.line("A photograph", named(photo)),
        }
    }
}

/// Recordings by the names of their files: paper cannot speak.
fn sounds(all: &mut Blocks, sounds: &[Attached]) {
    for sound in sounds {
        let label = if sound.broken_off { "A recording that broke off" } else { "A recording" };
        all.line(label, named(sound));
    }
}

/// A picture that is attached; none where it is not, or is of a kind that is not drawn.
fn picture(pictured: Pictured<'_>, file: &str) -> Option<Picture> {
    let mut all = pictured.attached.iter().enumerate();
    let (nth, bytes) = all.find(|(_, bytes)| bytes.file == file)?;
    if pictured.whole {
        return Picture::of(bytes.media_type, &bytes.bytes);
    }
    Some(match Picture::of(bytes.media_type, &[])? {
        Picture::Svg(_) => Picture::Svg(mark(nth, How::Plain)),
        Picture::Jpeg(_) => Picture::Jpeg(mark(nth, How::Base64)),
        Picture::Png(_) => Picture::Png(mark(nth, How::Base64)),
        Picture::Webp(_) => Picture::Webp(mark(nth, How::Base64)),
    })
}

fn named(attached: &Attached) -> String {
    let long = attached.seconds.map(|seconds| format!("{}:{:02}, ", seconds / 60, seconds % 60));
    let says = attached.describes.as_ref().map(|says| format!(". {says}"));
    format!("{}{}{}", long.unwrap_or_default(), attached.file, says.unwrap_or_default())
}

fn words(all: &mut Blocks, page: &Page, told: &Session) {
    for words in &page.words {
        match words.by {
            Hand::Child => all.words(&words.text, &format!("{} wrote this.", told.called())),
            Hand::Worker => all.words(&words.text, &by_worker(told)),
        }
    }
}

/// The path, the number and the cards.
fn laid_out(all: &mut Blocks, page: &Page, told: &Session) {
    let mut said = vec![];
    if let Some(place) = &page.path {
        let way = match Stretch::of(place.thousandths) {
            Stretch::Start => "at the start",
            Stretch::BeforeHalf => "before the middle",
            Stretch::Half => "about in the middle",
            Stretch::PastHalf => "past the middle",
            Stretch::End => "at the end",
        };
        all.line("On the path", way);
        said.extend(place.words.as_deref());
    }
    match &page.number {
        Some(Number { value: Some(value), words }) => {
            all.line("A number", format_args!("{} of 10", value.get()));
            said.extend(words.as_deref());
        }
        Some(Number { value: None, words }) => {
            all.line("A number", "cannot say a number");
            said.extend(words.as_deref());
        }
        None => {}
    }
    for words in said {
        all.words(words, &format!("In {}’s words.", told.called()));
    }
    for (pile, called) in
        [(Pile::Good, "Good"), (Pile::Middle, "In between"), (Pile::Worry, "A worry")]
    {
        let cards = page.sorted.iter().filter(|sorted| sorted.pile == pile);
        all.line(called, cards.map(|sorted| &*sorted.card).collect::<Vec<_>>().join(" / "));
    }
}

fn choices(all: &mut Blocks, page: &Page, told: &Session) {
    if page.choices.is_empty() && told.made_for == MadeFor::SameAuthority {
        all.line("Who may see this page", "the child’s workers; nobody else was chosen");
    }
    for choice in &page.choices {
        all.line("Who may see this page", chosen(choice));
    }
}

/// One choice in words.
fn chosen(choice: &Choice) -> String {
    let part = choice.part.as_ref().map(|part| format!(" (only: “{part}”)")).unwrap_or_default();
    let what = match &choice.how {
        Chosen::Chosen(Answer::Yes) => "yes".to_owned(),
        Chosen::Chosen(Answer::No) => "no".to_owned(),
        Chosen::Chosen(Answer::AskLater) => "ask again later; until then no".to_owned(),
        Chosen::PassedOn { why, child_told_first: true } => {
            format!("passed on, the child was told first: {why}")
        }
        Chosen::PassedOn { why, child_told_first: false } => format!("passed on: {why}"),
    };
    format!("{}{part}: {what}", choice.with.name)
}
