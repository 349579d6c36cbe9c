//! One thing that was written, whole, with every version there ever was: the newest large, the
//! ones before it folded under it and as readable as they were.
//!
//! Deliberately absent: a comparison that marks which words changed. People read both.
use std::borrow::Cow;

use domain::board::BoardChild;
use domain::front_page::Named;
use domain::id::EntryId;
use domain::map_item::Column;
use domain::voice::Mode;
use jiff::civil::{Date, DateTime};
use maud::{Markup, html};

use crate::board::mode_words;
use crate::button::{Weight, link};
use crate::houses::{self, Sitting};
use crate::icon::icon;
use crate::layout::{ChildHead, Frame, child_page};
use crate::story::What;
use crate::story::what::{colour, own_column, picture, tint, what_words};
use crate::typeset::{as_said, curly, words};
use crate::{dates, names, say, urls};

mod left_open;
pub mod samples;

pub use left_open::LeftOpenForm;

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryPage {
    /// The day.
    pub as_of: Date,
    /// In whose file it is read.
    pub child: BoardChild,
    /// Whom it is about, as far as the reader may open their files.
    pub about: Vec<Named>,
    /// What it speaks to.
    pub speaks_to: Vec<Linked>,
    /// Where it is written anew, for whoever may.
    pub change: Option<String>,
    /// The sitting in which it was said, where it is something important.
    pub said_in: Option<EntryId>,
    /// Where somebody writes what was left open, for whoever may.
    pub left_open: Option<LeftOpenForm>,
    /// Where it is something important: brothers and sisters in whose files the reader may write.
    pub beside: Vec<Named>,
    /// The sitting over the houses that it is, or the page of one.
    pub sitting: Option<Box<Sitting>>,
    /// Every version, newest first; never none.
    pub versions: Vec<Version>,
}

/// Something on the map that an entry speaks to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// First version of it.
    pub root: EntryId,
    /// The column it belongs in.
    pub column: Column,
    /// Its words in short.
    pub short: String,
}

/// What a version is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// It says something.
    Said,
    /// It takes everything before it back.
    TakenBack,
    /// It was lawfully erased.
    Erased,
}

/// One version.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// Its number, from 1.
    pub number: usize,
    /// What it is.
    pub stands: Stands,
    /// What kind of thing it says.
    pub what: Option<What>,
    /// What it is called.
    pub title: Option<String>,
    /// Where and with whom.
    pub place: Option<String>,
    /// The day of what it tells.
    pub on: Date,
    /// Whose words.
    pub said_by: Option<Named>,
    /// How near they are to what was said.
    pub mode: Mode,
    /// Who wrote it down.
    pub written_by: Option<String>,
    /// When, in London.
    pub written_at: DateTime,
    /// The system it came from.
    pub source: Option<String>,
    /// Why it took the place of the one before.
    pub because: Option<String>,
    /// Its words.
    pub parts: Vec<Part>,
    /// Which children were seen: name, alone or not, how they were.
    pub seen: Vec<(String, Option<bool>, Option<String>)>,
}

/// Words, under the question they answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The question.
    pub label: Label,
    /// The words.
    pub words: String,
}

/// What words of an entry answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// They are the thing itself.
    Words,
    /// Who is worried.
    WhoWorries,
    /// What has happened.
    Happened,
    /// When it is most likely.
    WhenLikely,
    /// What could happen.
    CouldHappen,
    /// What the family says.
    FamilySays,
    /// What people will be doing.
    Actions,
    /// What the child's day will be like.
    ChildsDay,
    /// Why.
    Why,
    /// What was asked.
    Asked,
    /// What the worker asked right before the child said it.
    AskedBefore,
    /// Who was near when it was said.
    WhoNear,
    /// What the worker saw.
    WasSeen,
    /// Whether the child was in danger then.
    DangerNow,
    /// Whom the worker rang, and when.
    WhoRung,
    /// When it was written down on the tablet.
    WrittenAt,
    /// To whom it was shown.
    ShownTo,
    /// In which way.
    ShownHow,
    /// What the child said about that.
    ChildSays,
    /// Why it is safe.
    SafeBecause,
    /// How it is gone through together.
    Together,
    /// When it was gone through together.
    ShownOn,
}

/// The answer to whether a child was in danger when they said something important.
pub fn danger_now(is: Option<bool>) -> Cow<'static, str> {
    match is {
        Some(true) => say!("entry-said-danger-yes"),
        Some(false) => say!("entry-said-danger-no"),
        None => say!("entry-said-danger-not-sure"),
    }
}

/// Where nobody wrote whom they rang.
pub fn nobody_rung() -> Cow<'static, str> {
    say!("entry-said-rang-nobody")
}

/// Where nobody wrote who was near, or what was seen.
pub fn not_written() -> Cow<'static, str> {
    say!("entry-said-not-written")
}

/// The page.
pub fn entry(frame: &Frame<'_>, page: &EntryPage) -> Markup {
    let told = page.versions.iter().find(|version| version.what.is_some());
    let styles = &["story", "entry", "houses", "parents"];
    let head = ChildHead::in_story(&page.child, html! { (say!("entry-whole")) }, styles);
    child_page(
        frame,
        &head,
        &html! {
            article.sheet.plain-sheet.entry {
                div.entry-words {
                    (gone(page))
                    @if let Some(version) = told { (whole(frame, page, version)) }
                }
                aside.entry-beside {
                    @if let Some(sitting) = &page.sitting {
                        (houses::facts::beside(sitting))
                        @if let Some(came) = &sitting.came { (houses::came::beside(came)) }
                        (houses::out::beside(&sitting.left, page.as_of))
                    }
                    (about(frame, page)) (speaks_to(page)) (versions(page, told))
                }
            }
        },
    )
}

/// That it no longer stands.
fn gone(page: &EntryPage) -> Markup {
    let says = match page.versions.first().map(|version| version.stands) {
        Some(Stands::TakenBack) => say!("entry-taken-back"),
        Some(Stands::Erased) => say!("story-erased"),
        _ => return html! {},
    };
    html! { p.notice { (says) } }
}

fn whole(frame: &Frame<'_>, page: &EntryPage, version: &Version) -> Markup {
    let Some(what) = version.what else { return html! {} };
    html! {
        header.entry-head {
            span class={ "told-icon " (tint(own_column(what))) } {
                (icon(frame.look, picture(what), 18))
            }
            div {
                h2.size-21 class=(colour(own_column(what))) {
                    (what_words(what))
                    @if let Some(title) = &version.title { ": " (words(title)) }
                }
                p.source { (when_and_where(version, page.as_of)) }
            }
        }
        @if let Some(sitting) = &page.sitting { (houses::sitting(frame, sitting)) }
        @else { (body(version)) }
        @if let Some(form) = &page.left_open {
            (left_open::left_open(form))
            (left_open::beside(&page.child, &page.beside))
        }
        (seen(version))
        p.source { (written_and_changed(page, version)) }
        p.entry-on {
            @if let Some(change) = page.change.as_ref().filter(|_| frame.record) {
                a.button href=(change) { (icon(frame.look, "pen-line", 20)) (say!("entry-change")) }
            }
            @if let Some(sitting) = &page.sitting { (houses::foot(frame, sitting)) }
            @if let Some(sitting) = page.said_in {
                (link(Weight::Words, urls::Entry(sitting), say!("entry-said-in")))
            }
            @if frame.record {
                (link(Weight::Words, urls::Story(page.child.id), say!("entry-story")))
            }
        }
    }
}

/// Its words, part by part.
fn body(version: &Version) -> Markup {
    html! {
        @for part in &version.parts {
            @match label(part.label) {
                None => p.entry-text dir="auto" { (as_said(&part.words, version.mode)) },
                Some(label) => {
                    div.entry-part {
                        h3 { (label) } p.entry-text dir="auto" { (words(&part.words)) }
                    }
                },
            }
        }
    }
}

fn label(label: Label) -> Option<Cow<'static, str>> {
    Some(match label {
        Label::Words => return None,
        Label::WhoWorries => say!("board-part-who"),
        Label::Happened => say!("board-part-happened"),
        Label::WhenLikely => say!("board-part-when"),
        Label::CouldHappen => say!("entry-could-happen"),
        Label::FamilySays => say!("entry-family-says"),
        Label::Actions => say!("entry-actions"),
        Label::ChildsDay => say!("entry-childs-day"),
        Label::Why => say!("entry-why"),
        Label::Asked => say!("entry-asked"),
        Label::AskedBefore => say!("entry-said-before"),
        Label::WhoNear => say!("entry-said-near"),
        Label::WasSeen => say!("entry-said-seen"),
        Label::DangerNow => say!("entry-said-danger"),
        Label::WhoRung => say!("entry-said-rang"),
        Label::WrittenAt => say!("entry-said-at"),
        Label::ShownTo => say!("parents-label-with"),
        Label::ShownHow => say!("parents-label-way"),
        Label::ChildSays => say!("parents-label-child"),
        Label::SafeBecause => say!("parents-label-safe"),
        Label::Together => say!("parents-label-together"),
        Label::ShownOn => say!("parents-label-shown"),
    })
}

fn seen(version: &Version) -> Markup {
    html! {
        @for (name, alone, how) in &version.seen {
            p.entry-seen {
                b { (name) } " "
                (match alone {
                    None => say!("note-seen-yes"),
                    Some(true) => say!("note-seen-alone"),
                    Some(false) => say!("note-seen-with"),
                })
                @if let Some(how) = how { ": " (words(how)) }
            }
        }
    }
}

/// "Gill, neighbour, close note, 20 Nov, at Gill's".
fn when_and_where(version: &Version, as_of: Date) -> String {
    let said = version.said_by.as_ref();
    let how = said.map(|who| mode_words(version.mode, who.sex));
    let day = dates::short(version.on, as_of);
    let parts = [
        said.map_or("", |who| who.called.as_str()),
        said.and_then(|who| who.relation.as_deref()).unwrap_or_default(),
        how.as_deref().unwrap_or_default(),
        &day,
        version.place.as_deref().unwrap_or_default(),
    ];
    curly(&names::joined_by_comma(&parts)).into_owned()
}

/// Who wrote it first; and who changed it last, who need not be the same.
fn written_and_changed(page: &EntryPage, newest: &Version) -> String {
    let first = page.versions.last().filter(|first| first.what.is_some()).unwrap_or(newest);
    let wrote = written(first, page.as_of);
    match &newest.written_by {
        Some(who) if newest.written_at != first.written_at => {
            let at = at(newest, page.as_of);
            format!("{wrote} {}", say!("entry-changed", who = who.as_str(), at = at))
        }
        _ => wrote,
    }
}

/// "Anita Rowe wrote it down on 20 Nov, 2.03 pm."
fn written(version: &Version, as_of: Date) -> String {
    let at = at(version, as_of);
    let wrote = match &version.written_by {
        Some(who) => say!("entry-written", who = who.as_str(), at = at),
        None => say!("entry-written-by-program", at = at),
    };
    match &version.source {
        Some(source) => {
            say!("story-said-from", said = wrote, source = source.as_str()).into_owned()
        }
        None => wrote.into_owned(),
    }
}

fn at(version: &Version, as_of: Date) -> String {
    let day = dates::short(version.written_at.date(), as_of);
    say!("entry-at", day = day, time = dates::clock(version.written_at.time())).into_owned()
}

fn about(frame: &Frame<'_>, page: &EntryPage) -> Markup {
    html! {
        section {
            h3 { (say!("entry-about")) }
            ul {
                @for who in &page.about {
                    li {
                        @if frame.record { a href=(urls::FrontPage(who.id)) { (who.name) } }
                        @else { bdi { (who.name) } }
                    }
                }
            }
        }
    }
}

fn speaks_to(page: &EntryPage) -> Markup {
    html! {
        @if !page.speaks_to.is_empty() {
            section {
                h3 { (say!("entry-speaks-to")) }
                @for linked in &page.speaks_to {
                    p class={ "speaks " (colour(Some(linked.column))) } {
                        a href=(urls::Entry(linked.root)) { (words(&linked.short)) }
                    }
                }
            }
        }
    }
}

/// Every version, newest first; all but the one that is drawn whole open to be read.
fn versions(page: &EntryPage, whole: Option<&Version>) -> Markup {
    html! {
        section {
            h3 { (say!("entry-versions", n = page.versions.len())) }
            @if page.versions.len() > 1 { p.source { (say!("entry-nothing-lost")) } }
            ol.versions {
                @for version in &page.versions {
                    li {
                        @if whole.is_some_and(|whole| whole.number == version.number) {
                            p { (version_line(version, page.as_of)) }
                            (because(version))
                        } @else {
                            details {
                                summary { (version_line(version, page.as_of)) }
                                (because(version))
                                @if let Some(title) = &version.title { h4 { (words(title)) } }
                                p.source { (when_and_where(version, page.as_of)) }
                                (body(version)) (seen(version))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn because(version: &Version) -> Markup {
    html! {
        @if let Some(why) = &version.because {
            p.source { (say!("entry-because", why = curly(why))) }
        }
    }
}

/// "2 · Anita Rowe, 20 Nov, 2.03 pm".
fn version_line(version: &Version, as_of: Date) -> Markup {
    let program = say!("entry-program");
    let who = version.written_by.as_deref().unwrap_or(&program);
    html! {
        b { (version.number) } " " (who) ", " (at(version, as_of))
        @match version.stands {
            Stands::Said => "",
            Stands::TakenBack => { " · " (say!("entry-took-back")) }
            Stands::Erased => { " · " (say!("entry-erased")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::samples::samples;
    use crate::layout::Theme;

    #[test]
    fn what_stands_round_the_childs_words_is_not_drawn_as_the_childs() {
        let all = samples("/a/0", Theme::Light);
        let (_, page) = all.iter().find(|(name, _)| *name == "entry-important").expect("a sample");
        let page = page.clone().into_string();
        assert!(page.contains("“He frew the plate”"), "hers: {page}");
        assert!(page.contains("<h3>What the worker saw</h3>"), "{page}");
        assert!(!page.contains("“He looked"), "the worker’s: {page}");
    }

    #[test]
    fn every_version_can_be_read_and_says_who_wrote_it_and_why() {
        let (_, page) = &samples("/a/0", Theme::Light)[0];
        let page = page.clone().into_string();
        let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
        assert!(at("<b>2</b>") < at("<b>1</b>"), "newest first");
        at("One missed call on 13 November.");
        at("It was the 12th, not the 13th.");
    }

    #[test]
    fn who_may_not_write_finds_no_button() {
        let all = samples("/a/0", Theme::Light);
        let draws = |at: usize| all[at].1.clone().into_string().contains("Write it anew");
        assert!(draws(0) && !draws(1));
    }
}
