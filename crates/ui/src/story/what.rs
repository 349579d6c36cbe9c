//! What an entry of the story is, as the page shows it: a heading, an icon, a tint.
use std::borrow::Cow;

use domain::houses_session::{House, Variant};
use domain::map_item::Column;
use domain::note::NoteKind;
use domain::rating::Answer;

use super::{Told, What};
use crate::say;
use crate::typeset::curly;

/// What it is called, else what it is.
pub(crate) fn heading(told: &Told) -> Cow<'_, str> {
    told.title.as_deref().map_or_else(|| what_words(told.what), curly)
}

pub(crate) fn own_column(what: What) -> Option<Column> {
    match what {
        What::Slip(kind) => Some(kind.column()),
        What::Danger => Some(Column::Worry),
        What::Goal | What::Plan => Some(Column::Next),
        _ => None,
    }
}

pub(crate) fn tint(tied: Option<Column>) -> &'static str {
    match tied {
        Some(Column::Worry) => "tint-worry",
        Some(Column::Well) => "tint-well",
        Some(Column::Next) => "tint-need",
        None => "tint-plain",
    }
}

pub(crate) fn colour(tied: Option<Column>) -> &'static str {
    match tied {
        Some(Column::Worry) => "worry",
        Some(Column::Well) => "well",
        Some(Column::Next) => "need",
        None => "plain",
    }
}

/// The icon of a kind of entry.
pub(crate) fn picture(what: What) -> &'static str {
    match what {
        What::Note(NoteKind::Visit) => "door-open",
        What::Note(NoteKind::Call) => "phone",
        What::Note(NoteKind::Meeting) | What::Mapped(_) | What::ShownAtHome | What::MadeForHome => {
            "users"
        }
        What::Note(NoteKind::Document) | What::Assessment => "file-text",
        What::Note(NoteKind::NightBook) => "moon",
        What::Slip(kind) => match kind.column() {
            Column::Worry => "cloud-rain",
            Column::Well => "sun",
            Column::Next => "footprints",
        },
        What::Danger | What::Page(House::Worries) => "cloud-rain",
        What::Goal => "footprints",
        What::Rating(_) | What::Page(House::Scale) => "move-vertical",
        What::Plan => "hand-helping",
        What::Decision | What::Page(House::Path) => "signpost",
        What::Step(_) => "milestone",
        What::Houses | What::Page(House::Safety) => "house",
        What::Important => "circle-alert",
        What::Answered => "check",
        What::Message | What::Picture | What::Page(_) => "sun",
        What::Event | What::Moved | What::Erased => "map-pin",
    }
}

/// What it is, in words.
pub(crate) fn what_words(what: What) -> Cow<'static, str> {
    match what {
        What::Note(NoteKind::Visit) => say!("note-visit"),
        What::Note(NoteKind::Call) => say!("note-call"),
        What::Note(NoteKind::Meeting) => say!("note-meeting"),
        What::Note(NoteKind::Document) => say!("note-document"),
        What::Note(NoteKind::NightBook) => say!("note-night-book"),
        What::Slip(_) => say!("story-slip"),
        What::Danger => say!("story-danger"),
        What::Goal => say!("story-goal"),
        What::Rating(Answer::Value(number)) => say!("story-rating", n = number.get()),
        What::Rating(Answer::CannotSay) => say!("story-cannot-say"),
        What::Rating(Answer::Stones(pile)) => {
            say!("story-stones", n = pile.put_down(), of = pile.of())
        }
        What::Plan => say!("story-plan"),
        What::Decision => say!("story-decision"),
        What::Step(word) => step_words(word),
        What::Mapped(version) => say!("story-mapped", version = version),
        What::Message => say!("story-message"),
        What::Assessment => say!("story-assessment"),
        What::Picture => say!("story-picture"),
        What::Houses => say!("houses-session"),
        What::Page(house) => house_words(house),
        What::Important => say!("houses-important"),
        What::Answered => say!("houses-answer"),
        What::ShownAtHome => say!("parents-story"),
        What::MadeForHome => say!("parents-story-made"),
        What::Event => say!("story-event"),
        What::Moved => say!("story-moved"),
        What::Erased => say!("story-erased"),
    }
}

/// What a house is called, where the child has no name of its own for it.
pub fn house_words(house: House) -> Cow<'static, str> {
    match house {
        House::Good => say!("houses-page-good"),
        House::Worries => say!("houses-page-worries"),
        House::Dreams => say!("houses-page-dreams"),
        House::Path => say!("houses-page-path"),
        House::Safety => say!("houses-page-safety"),
        House::Sort => say!("houses-page-sort"),
        House::Scale => say!("houses-page-scale"),
    }
}

/// The same where the child had something else than houses: no room is called a house.
pub fn place_words(house: House, variant: Variant) -> Cow<'static, str> {
    match (variant, house) {
        (Variant::Houses, _) => house_words(house),
        (_, House::Good) => say!("houses-place-good"),
        (_, House::Worries) => say!("houses-place-worries"),
        (_, House::Dreams) => say!("houses-place-dreams"),
        (_, House::Safety) => say!("houses-place-safety"),
        _ => house_words(house),
    }
}

/// What the note of a sitting over the houses is called: one that did not begin says so, wherever
/// the title alone is read.
pub fn houses_title(took_place: bool) -> String {
    let title = if took_place { say!("houses-session") } else { say!("houses-session-not-begun") };
    title.into_owned()
}

/// What the worker is asked at the end of a sitting: what they think, and what is to be done.
pub fn houses_reflection() -> [String; 2] {
    [say!("houses-note-thoughts").into_owned(), say!("kit-w-after-to-do").into_owned()]
}

/// What a step is, by the word of its kind.
pub fn step_words(word: &str) -> Cow<'static, str> {
    match word {
        "contact" => say!("story-step-contact"),
        "referral" => say!("story-step-referral"),
        "assessment" => say!("story-step-assessment"),
        "strategy" => say!("story-step-strategy"),
        "section_47" => say!("story-step-enquiry"),
        "conference" => say!("story-step-conference"),
        "plan" => say!("story-step-plan"),
        "protection_plan" => say!("story-step-protection-plan"),
        "care" => say!("story-step-care"),
        "review" => say!("story-step-review"),
        "core_group" => say!("story-step-core-group"),
        "lead" => say!("story-step-lead"),
        "decision" => say!("story-decision"),
        "family_meeting" => say!("story-step-family-meeting"),
        "pre_proceedings" => say!("story-step-before-court"),
        "placement" => say!("story-step-placement"),
        "closure" => say!("story-step-closure"),
        _ => say!("story-step"),
    }
}
