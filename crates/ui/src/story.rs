//! The story: everything filed under a child, newest first.
//!
//! Each entry has the day, an icon in the tint of what it is tied to, whose words they are and
//! who wrote them down. Deliberately absent: the strip of months and search inside the story,
//! which come with search.
use std::borrow::Cow;

use domain::front_page::Named;
use domain::houses_session::House;
use domain::id::EntryId;
use domain::map_item::{Column, MapKind};
use domain::note::NoteKind;
use domain::rating::Answer;
pub use domain::story::Narrow;
use domain::voice::Mode;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::board::mode_words;
use crate::icon::icon;
use crate::layout::{ChildHead, ChildPage, Frame, child_page, sub_links};
use crate::typeset::{as_said, curly, words};
use crate::{dates, names, say, urls};

pub(crate) mod what;

pub mod samples;

use what::heading;
pub(crate) use what::{colour, own_column, picture, tint, what_words};
pub use what::{houses_reflection, houses_title, step_words};

/// One page of the story.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// The day.
    pub as_of: Date,
    /// Whose story.
    pub child: domain::board::BoardChild,
    /// Entries, newest first.
    pub told: Vec<Told>,
    /// Which entries are listed, with how many there are; the first is everything.
    pub narrow: Vec<(Narrow, u64)>,
    /// What is listed now.
    pub now: Narrow,
    /// Address of the next page, which is older.
    pub older: Option<String>,
}

/// What an entry of the story is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A note.
    Note(NoteKind),
    /// A slip of the map.
    Slip(MapKind),
    /// A danger statement.
    Danger,
    /// A goal.
    Goal,
    /// A number on a scale, or another answer.
    Rating(Answer),
    /// A plan, or a trial of it.
    Plan,
    /// A decision.
    Decision,
    /// A statutory event, by the word of its kind: "referral".
    Step(&'static str),
    /// A map that was talked through: its version.
    Mapped(u16),
    /// What a child, or who knows the child, wants people to know.
    Message,
    /// An assessment.
    Assessment,
    /// A picture, a sound, a story told in pictures.
    Picture,
    /// A sitting over the three houses.
    Houses,
    /// A page of it, in one of the houses.
    Page(House),
    /// Something important that a child said.
    Important,
    /// What a child was told came of their words.
    Answered,
    /// What a child agreed to, shown to somebody at home.
    ShownAtHome,
    /// What a child agreed to was printed or given as a link; that it was shown nobody has said.
    MadeForHome,
    /// Anything else that happened.
    Event,
    /// Something was filed here by mistake and was moved: by whom, when, and nothing of it.
    Moved,
    /// What stood here was lawfully erased.
    Erased,
}

/// One entry, as the story tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// First version of the entry.
    pub root: EntryId,
    /// What it is.
    pub what: What,
    /// The day it happened.
    pub on: Date,
    /// What it is called.
    pub title: Option<String>,
    /// The words.
    pub text: String,
    /// How near they are to what was said.
    pub mode: Option<Mode>,
    /// Whose words.
    pub said_by: Option<Named>,
    /// Who wrote them down.
    pub written_by: Option<String>,
    /// Where and with whom, in words.
    pub place: Option<String>,
    /// What it speaks to: the column it belongs in, and its words in short.
    pub speaks_to: Vec<(Column, String)>,
    /// The system it came from: "CIN census 2026".
    pub source: Option<String>,
    /// So many days before it nothing was written, where that is long.
    pub quiet_before: Option<i32>,
    /// It changes the picture.
    pub key: bool,
    /// A page of the child's that they left out of what is shown to anybody.
    pub left_out: bool,
    /// Newer than the reader's last look.
    pub new: bool,
}

/// The page.
pub fn story(frame: &Frame<'_>, story: &Story) -> Markup {
    let head = ChildHead {
        child: story.child.id,
        name: &story.child.name,
        emblem: story.child.emblem.as_deref(),
        facts: html! { (say!("divider-story")) },
        doing: html! {
            a.button href=(urls::NewNote(story.child.id)) {
                (icon(frame.look, "pen-line", 20)) (say!("story-new-note"))
            }
        },
        current: ChildPage::Story,
        beside: html! {},
        styles: &["story"],
    };
    child_page(
        frame,
        &head,
        &html! {
            article.sheet {
                (sub_links(frame, story.child.id, ChildPage::Story))
                (narrow_links(story))
                @if story.told.is_empty() {
                    @let name = story.child.called.as_str();
                    @let everything = story.narrow.first().is_none_or(|all| all.0 == story.now);
                    p.told-nothing.asks {
                        @if everything { (say!("story-nothing", name = name)) }
                        @else { (say!("story-nothing-of-kind", name = name)) }
                    }
                }
                ol.story { (all_told(frame, story)) }
                @if let Some(older) = &story.older {
                    p.older { a.button href=(older) { (say!("story-older")) } }
                }
            }
        },
    )
}

fn narrow_links(story: &Story) -> Markup {
    html! {
        nav.narrow aria-label=(say!("story-narrow")) {
            @for (narrow, count) in &story.narrow {
                @let here = *narrow == story.now;
                a href={ (urls::Story(story.child.id)) "?show=" (narrow.as_str()) }
                    aria-current=[here.then_some("true")] {
                        (narrow_words(*narrow)) " " span.muted.small { (count) }
                    }
            }
            span.small.muted { (say!("story-newest-first")) }
        }
    }
}

/// Entries, each year under its own head but the page's own.
fn all_told(frame: &Frame<'_>, story: &Story) -> Markup {
    let years = story.told.iter().map(|told| told.on.year());
    let before = std::iter::once(story.as_of.year()).chain(years);
    html! {
        @for (told, year_before) in story.told.iter().zip(before) {
            @if told.on.year() != year_before { li.story-year { h2 { (told.on.year()) } } }
            (one(frame, told))
            @if let Some(days) = told.quiet_before {
                li.story-quiet.muted { (say!("story-quiet", n = days)) }
            }
        }
    }
}

fn one(frame: &Frame<'_>, told: &Told) -> Markup {
    let tied = told.speaks_to.first().map(|(column, _)| *column).or(own_column(told.what));
    let link = !matches!(told.what, What::Moved | What::Erased);
    html! {
        li.told.told-key[told.key] {
            p.told-day { (dates::within_year(told.on)) }
            span class={ "told-icon " (tint(tied)) } { (icon(frame.look, picture(told.what), 18)) }
            div {
                h2 class=(colour(tied)) {
                    @if told.new { span.new-dot role="img" aria-label=(say!("new-first-look")) {} }
                    @if link { a href=(urls::Entry(told.root)) { (heading(told)) } }
                    @else { (heading(told)) }
                    @if told.key { b.tag { (say!("story-key-mark")) } }
                    @if told.left_out { b.tag { (say!("houses-left-out")) } }
                }
                @if !told.text.is_empty() {
                    p.told-words dir="auto" {
                        (as_said(&told.text, told.mode.unwrap_or(Mode::CloseNote)))
                    }
                }
                p.source { (source(told)) }
                @for (column, text) in &told.speaks_to {
                    p class={ "speaks " (colour(Some(*column))) } { (words(text)) }
                }
            }
        }
    }
}

fn narrow_words(narrow: Narrow) -> Cow<'static, str> {
    match narrow {
        Narrow::All => say!("story-all"),
        Narrow::KeyEvents => say!("story-key"),
        Narrow::Voice => say!("story-voice"),
        Narrow::PlanTried => say!("story-tried"),
    }
}

/// "Gill, neighbour, close note, at Gill's. Anita wrote it down."
fn source(told: &Told) -> String {
    let said = told.said_by.as_ref();
    let how = told.mode.zip(said).map(|(mode, who)| mode_words(mode, who.sex));
    let parts = [
        said.map_or("", |who| who.called.as_str()),
        said.and_then(|who| who.relation.as_deref()).unwrap_or_default(),
        how.as_deref().unwrap_or_default(),
        told.place.as_deref().unwrap_or_default(),
    ];
    let first = curly(&names::joined_by_comma(&parts)).into_owned();
    let other =
        told.written_by.as_ref().filter(|writer| said.is_none_or(|who| who.name != **writer));
    let said = match other {
        Some(writer) if first.is_empty() => {
            say!("story-written-only", who = writer.as_str()).into_owned()
        }
        Some(writer) => say!("story-written", first = first, who = writer.as_str()).into_owned(),
        None => first,
    };
    match &told.source {
        Some(source) if said.is_empty() => say!("story-from", source = source.as_str()).into(),
        Some(source) => say!("story-said-from", said = said, source = source.as_str()).into_owned(),
        None => said,
    }
}

#[cfg(test)]
mod tests {
    use super::samples::samples;
    use super::*;
    use crate::layout::Theme;

    #[test]
    fn newest_stands_first_and_years_are_parted() {
        let (_, page) = &samples("/a/0", Theme::Light)[0];
        let page = page.clone().into_string();
        let at = |words: &str| page.find(words).expect(words);
        assert!(at("He slept from ten till four.") < at("Everyone scales"));
        assert!(at("Everyone scales") < at("<h2>2025</h2>"));
    }

    #[test]
    fn each_entry_says_whose_words_and_who_wrote_them_down() {
        let (_, page) = &samples("/a/0", Theme::Light)[0];
        let page = page.clone().into_string();
        assert!(page.contains("Gill, neighbour, close note, at Gill’s. Anita Rowe wrote it down."));
    }

    #[test]
    fn a_line_that_was_moved_leads_nowhere_and_a_quiet_time_is_said() {
        let (_, page) = &samples("/a/0", Theme::Light)[0];
        let page = page.clone().into_string();
        assert!(page.contains("Filed here by mistake and moved"));
        assert!(!page.contains(&urls::Entry(samples::moved()).to_string()));
        assert!(page.contains("Nothing was written for"));
    }
}
