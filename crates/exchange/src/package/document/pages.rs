//! The child's pages: what is on each, whose words they are, and who may see it. Deliberately
//! absent: anything that somebody makes of it.

use domain::houses_page::{Hand, Number, Pile};
use domain::houses_session::House;
use domain::sharing::Answer;

use super::Markup;
use crate::package::escape::Said;
use crate::package::session::{Attached, Choice, Chosen, Drawing, MadeFor, Page, Session};
use crate::package::{Bytes, How, mark};

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

pub(super) fn pages(told: &Session, attached: Option<&[Bytes<'_>]>) -> Markup {
    let mut all = Markup::default();
    for page in &told.pages {
        all.raw(format_args!("<div class=\"page\">"));
        heading(&mut all, page);
        on_the_paper(&mut all, page, told, attached);
        words(&mut all, page, told);
        laid_out(&mut all, page, told);
        for sound in &page.sounds {
            all.line("A recording", named(sound));
        }
        if page.missing > 0 {
            all.line("Did not come with it", format!("{} recordings or pictures", page.missing));
        }
        choices(&mut all, page, told);
        all.raw(format_args!("</div>"));
    }
    if !told.exact.is_empty() {
        all.text("h3", "name", "Said, and on no page");
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

fn heading(all: &mut Markup, page: &Page) {
    let called = page.called.as_ref().map(|called| format!(", “{called}”")).unwrap_or_default();
    let title = page.title.as_ref().map(|title| format!(": “{title}”")).unwrap_or_default();
    let n = page.n;
    all.text("h3", "name", format_args!("Page {n}, {}{called}{title}", house(page.house)));
    if page.important {
        all.text("p", "whose", "The child marked it as important.");
    }
    if page.left_out {
        all.text("p", "whose", "The child wants it left out of what is shown.");
    }
}

/// The drawing and the photographs, or the names of their files.
fn on_the_paper(all: &mut Markup, page: &Page, told: &Session, attached: Option<&[Bytes<'_>]>) {
    let find = |file: &str| {
        let mut all = attached?.iter().enumerate();
        all.find(|(_, bytes)| bytes.file == file)
    };
    if let Some(Drawing { picture, describes, .. }) = &page.drawing {
        let drawn = format!("Drawn by {}.", told.called());
        let caption = [Some(drawn.as_str()), describes.as_deref()];
        let caption = caption.into_iter().flatten().collect::<Vec<_>>().join(" ");
        match find(picture) {
            Some((nth, _)) => figure(all, &mark(nth, How::Plain), &caption),
            None => all.line("A drawing", format_args!("{caption} ({picture})")),
        }
    }
    for photo in &page.photos {
        let caption = photo.describes.as_deref().unwrap_or("A photograph.");
        match find(&photo.file) {
            Some((nth, bytes)) => {
                let (kind, data) = (Said(bytes.media_type), mark(nth, How::Base64));
                let alt = Said(caption);
                figure(
                    all,
                    &format!("<img alt=\"{alt}\" src=\"data:{kind};base64,{data}\">"),
                    caption,
                );
            }
            None => all.line("A photograph", named(photo)),
        }
    }
}

fn figure(all: &mut Markup, what: &str, caption: &str) {
    all.raw(format_args!("<figure>{what}"));
    all.text("figcaption", "caption", caption);
    all.raw(format_args!("</figure>"));
}

fn named(attached: &Attached) -> String {
    let long = attached.seconds.map(|seconds| format!("{}:{:02}, ", seconds / 60, seconds % 60));
    let says = attached.describes.as_ref().map(|says| format!(". {says}"));
    format!("{}{}{}", long.unwrap_or_default(), attached.file, says.unwrap_or_default())
}

fn words(all: &mut Markup, page: &Page, told: &Session) {
    for words in &page.words {
        match words.by {
            Hand::Child => all.words(&words.text, &format!("{} wrote this.", told.called())),
            Hand::Worker => all.words(&words.text, &by_worker(told)),
        }
    }
}

/// The path, the number and the cards.
fn laid_out(all: &mut Markup, page: &Page, told: &Session) {
    let mut said = vec![];
    if let Some(place) = &page.path {
        let hundredths = place.thousandths / 10;
        let way = format!("{hundredths} hundredths of the way from the worries to the dreams");
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

fn choices(all: &mut Markup, page: &Page, told: &Session) {
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
