//! What people wrote, as a search found it: under each child the day, what it is, the words around
//! what was looked for, and whose they are.
use std::borrow::Cow;

use domain::kind::Kind;
use domain::map_item::MapKind;
use domain::note::NoteKind;
use domain::person::Sex;
use domain::search::{ChildHits, EntryHit, Excerpt};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::board::mode_words;
use crate::icon::icon;
use crate::layout::Frame;
use crate::story::{What, colour, own_column, picture, tint, what_words};
use crate::typeset::curly;
use crate::{dates, names, say, urls};

/// The entries of one child.
pub(super) fn entries(frame: &Frame<'_>, child: &ChildHits, as_of: Date) -> Markup {
    html! {
        h3.hits-child {
            @if child.name.is_empty() { (say!("search-not-open")) }
            @else { a href=(urls::FrontPage(child.child)) dir="auto" { (curly(&child.name)) } }
        }
        ol.story { @for hit in &child.hits { (entry(frame, hit, as_of)) } }
    }
}

fn entry(frame: &Frame<'_>, hit: &EntryHit, as_of: Date) -> Markup {
    let what = what(hit);
    let tied = own_column(what);
    html! {
        li.told {
            p.told-day { (dates::short(hit.on, as_of)) }
            span class={ "told-icon " (tint(tied)) } { (icon(frame.look, picture(what), 18)) }
            div {
                h4 class=(colour(tied)) {
                    a href=(urls::Entry(hit.root)) dir="auto" { (heading(hit, what)) }
                }
                p.told-words dir="auto" { (marked(&hit.excerpt)) }
                p.source { (source(hit)) }
                @if hit.linked { p.source { (say!("search-linked")) } }
                @if !hit.beside.is_empty() {
                    @let names = names::joined(hit.beside.iter().map(|(_, name)| name.as_str()));
                    p.source { (curly(&say!("search-beside", names = names.as_ref()))) }
                }
            }
        }
    }
}

fn heading(hit: &EntryHit, what: What) -> Cow<'_, str> {
    match (&hit.title, hit.kind) {
        (Some(title), _) => curly(title),
        (None, Kind::Rating) => say!("search-rating"),
        (None, _) => what_words(what),
    }
}

/// What it is, as the story has it.
fn what(hit: &EntryHit) -> What {
    match hit.kind {
        Kind::Note => NoteKind::parse(hit.word).map_or(What::Event, What::Note),
        Kind::MapItem => MapKind::parse(hit.word).map_or(What::Event, What::Slip),
        Kind::DangerStatement => What::Danger,
        Kind::SafetyGoal => What::Goal,
        Kind::Plan | Kind::PlanTrial | Kind::PlanReview => What::Plan,
        Kind::Decision | Kind::DecisionView => What::Decision,
        Kind::Step => What::Step(hit.word),
        // Of which house a page is stands on the page itself.
        Kind::ChildMessage | Kind::HousesPage => What::Message,
        Kind::Assessment => What::Assessment,
        Kind::WordsAndPictures | Kind::Attachment => What::Picture,
        Kind::HousesSession => What::Houses,
        Kind::ImportantSaid => What::Important,
        Kind::ChildAnswer => What::Answered,
        Kind::SharedBack => What::ShownAtHome,
        _ => What::Event,
    }
}

/// The words, with what was looked for marked in them.
fn marked(excerpt: &Excerpt) -> Markup {
    let text = excerpt.text.as_str();
    let mut at = 0;
    let mut parts: Vec<(&str, bool)> = Vec::new();
    for range in &excerpt.marked {
        parts.push((text.get(at..range.start).unwrap_or_default(), false));
        parts.push((text.get(range.clone()).unwrap_or_default(), true));
        at = range.end;
    }
    parts.push((text.get(at..).unwrap_or_default(), false));
    html! {
        @if excerpt.cut_before { "… " }
        @for (part, looked_for) in parts {
            @if looked_for { mark { (curly(part)) } } @else { (curly(part)) }
        }
        @if excerpt.cut_after { " …" }
    }
}

/// "Gill Shah, close note. Anita Rowe wrote it down."
fn source(hit: &EntryHit) -> String {
    let how = hit.how.filter(|_| hit.said_by.is_some());
    let how = how.map(|mode| mode_words(mode, Sex::NotKnown));
    let parts = [hit.said_by.as_deref().unwrap_or_default(), how.as_deref().unwrap_or_default()];
    let first = curly(&names::joined_by_comma(&parts)).into_owned();
    let other = hit.written_by.as_deref().filter(|writer| hit.said_by.as_deref() != Some(*writer));
    match other {
        Some(writer) if first.is_empty() => say!("story-written-only", who = writer).into_owned(),
        Some(writer) => say!("story-written", first = first, who = writer).into_owned(),
        None => first,
    }
}
