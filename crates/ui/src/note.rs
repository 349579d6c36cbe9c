//! The form of a note: what it is of, when, who was seen and how, in whose files it goes, what it
//! speaks to.
//!
//! Only pertinent things are asked, blank is allowed everywhere, and nothing but length stops it
//! being filed. What is typed is kept as a draft while it is typed.
use std::borrow::Cow;

use domain::board::BoardChild;
use domain::form::{Begun, Filled, Form};
use domain::front_page::Named;
use domain::id::{EntryId, PersonId};
use domain::map_item::Column;
use domain::note::{HOW_MAX, NoteKind};
use domain::person::Sex;
use domain::voice::Mode;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::board::mode_words;
use crate::button::{Weight, link, send, send_as};
use crate::field::{Choices, Field, choices, choose, line, text};
use crate::layout::{ChildHead, ChildPage, Frame, Theme, child_page};
use crate::problem::{Wrong, Wrongs};
use crate::typeset::words;
use crate::{dates, draft, names, say, urls};

/// The form, with what is in it so far.
#[derive(Debug, Clone)]
pub struct NoteForm {
    /// The child from whose file it was begun.
    pub child: BoardChild,
    /// Brothers and sisters whose file it may go into too; ticked ones already.
    pub siblings: Vec<(Named, bool)>,
    /// What it may speak to: root, column, words in short, ticked.
    pub may_speak_to: Vec<(EntryId, Column, String, bool)>,
    /// Whoever may be named as a speaker.
    pub speakers: Vec<Named>,
    /// What is written so far.
    pub begun: Begun,
    /// The note that is written anew; none for a new one.
    pub anew: Option<Anew>,
}

/// A note that is written anew.
#[derive(Debug, Clone)]
pub struct Anew {
    /// First version of it.
    pub root: EntryId,
    /// The version that these words replace.
    pub version: EntryId,
    /// Children it is about whom this form does not offer; they stay.
    pub also: Vec<PersonId>,
    /// What it speaks to that this form does not offer; it stays.
    pub also_speaks_to: Vec<EntryId>,
    /// Who saved it in between, and their words.
    pub theirs: Option<(String, String)>,
}

impl NoteForm {
    fn one(&self, name: &str) -> &str {
        self.begun.filled.one(name)
    }
}

/// The page, with what is wrong where it comes back.
pub fn note(frame: &Frame<'_>, form: &NoteForm, wrongs: &Wrongs) -> Markup {
    let child = form.child.id;
    let kept = form.begun.kept_at.map(|at| say!("board-kept", time = dates::clock(at)));
    let title = if form.anew.is_some() { say!("note-anew") } else { say!("note-new") };
    let another = html! {
        @if form.begun.kept_at.is_some() && form.anew.is_none() {
            (link(Weight::Words, urls::AnotherNote(child), say!("note-another")))
        }
    };
    let head = ChildHead {
        child,
        name: &form.child.name,
        emblem: form.child.emblem.as_deref(),
        facts: html! { (title) @if let Some(kept) = kept { " · " (kept) } },
        doing: another,
        current: ChildPage::Story,
        beside: html! {},
        styles: &["note"],
    };
    let today = frame.at.date();
    let sheet = html! {
        article.sheet.plain-sheet {
            (wrong_above(form, wrongs)) (both(form))
            @if wrongs.is_empty() { (begun_before(form)) }
            (sheet(form, wrongs, today))
        }
    };
    child_page(frame, &head, &sheet)
}

/// That it is a draft and no blank form, where somebody comes for a new note.
fn begun_before(form: &NoteForm) -> Markup {
    html! {
        @if form.begun.kept_at.is_some() && form.anew.is_none() {
            p.notice role="status" { (say!("note-begun-before")) }
        }
    }
}

/// The form itself.
fn sheet(form: &NoteForm, wrongs: &Wrongs, today: Date) -> Markup {
    let child = form.child.id;
    let (to, of) = match &form.anew {
        Some(anew) => (urls::Replace(anew.root).to_string(), Form::Correct(anew.root)),
        None => (urls::NewNote(child).to_string(), Form::Note),
    };
    html! {
        // A browser that goes back would fill a new form with what was filed already. What was
        // begun and not filed is kept as a draft.
        form.note method="post" action=(to) autocomplete="off" data-draft=(urls::Drafts(child)) {
            (draft::known_by(of, &form.begun))
            @if let Some(anew) = &form.anew { (stays(child, anew)) }
            div.note-words {
                (what(form, wrongs, today)) (words_and_title(form, wrongs))
                @if form.anew.is_some() {
                    (line(&field(form, wrongs, "anew_because", &say!("note-anew-because")),
                        "text", "off"))
                }
            }
            div.note-beside {
                (also_in(form, wrongs)) (who_was_seen(form, wrongs)) (speaks_to(form))
            }
            div.go {
                (send(Weight::Main, send_words(form)))
                (draft::keep_without_script(child))
                (draft::kept(child, &form.begun))
            }
        }
    }
}

fn send_words(form: &NoteForm) -> Cow<'static, str> {
    match &form.anew {
        None => say!("note-file"),
        Some(Anew { theirs: Some(_), .. }) => say!("board-keep-mine"),
        Some(_) => say!("board-keep"),
    }
}

/// What goes on with a note that is written anew though the form does not ask it.
fn stays(child: PersonId, anew: &Anew) -> Markup {
    html! {
        input type="hidden" name="child" value=(child);
        input type="hidden" name="version" value=(anew.version);
        @for who in &anew.also { input type="hidden" name="about" value=(who); }
        @for root in &anew.also_speaks_to {
            input type="hidden" name="speaks_to" value=(root);
        }
    }
}

/// Somebody else saved the same note meanwhile: their text, with one's own in the form under it.
fn both(form: &NoteForm) -> Markup {
    let Some(Anew { root, theirs: Some((by, text)), .. }) = &form.anew else { return html! {} };
    html! {
        section.notice.note-both aria-labelledby="both" {
            h2 #both { (say!("note-two", who = by.as_str())) }
            div {
                div {
                    h3 { (say!("board-theirs", who = by.as_str())) }
                    p dir="auto" { (words(text)) }
                }
                div {
                    h3 { (say!("board-mine")) }
                    p dir="auto" { (words(form.one("text"))) }
                }
            }
            form method="post" action=(urls::Drafts(form.child.id)) {
                (draft::known_by(Form::Correct(*root), &form.begun))
                (send_as(Weight::Plain, ("then", "throw-away"), say!("board-keep-theirs")))
            }
        }
    }
}

/// What is wrong, said above the form with a link to each field.
fn wrong_above(form: &NoteForm, wrongs: &Wrongs) -> Markup {
    html! {
        @if !wrongs.is_empty() {
            div.notice.notice-error role="alert" {
                h2 {
                    @if form.begun.kept_at.is_some() { (say!("note-not-filed-kept")) }
                    @else { (say!("note-not-filed")) }
                }
                @for (field, says) in wrongs.all() {
                    p { a href={ "#" (anchor(form, field)) } { (says) } }
                }
            }
        }
    }
}

/// Where on the page a field is: what is wrong with how somebody was stands at the first child.
fn anchor(form: &NoteForm, field: &str) -> String {
    match field {
        "how" => format!("how-{}", form.child.id),
        "children" => "about".to_owned(),
        field => field.to_owned(),
    }
}

fn field<'a>(form: &'a NoteForm, wrongs: &'a Wrongs, name: &'a str, label: &'a str) -> Field<'a> {
    Field { name, label, value: form.one(name), wrong: wrongs.at(name), hint: None }
}

fn what(form: &NoteForm, wrongs: &Wrongs, today: Date) -> Markup {
    let chosen = NoteKind::parse(form.one("kind")).unwrap_or(NoteKind::Visit);
    let kinds = NoteKind::ALL.iter().filter(|kind| **kind != NoteKind::NightBook);
    let of = kinds
        .map(|kind| (kind.as_str().to_owned(), kind_words(*kind).into_owned(), *kind == chosen));
    // It stands there to be seen: a day that nobody chose is filed with the note.
    let today = today.to_string();
    let day = form.begun.filled.find("on").unwrap_or(&today);
    let asks_on = say!("note-on");
    let on = Field { value: day, ..field(form, wrongs, "on", &asks_on) };
    let asks = say!("note-kind");
    let kind = Choices::one("kind", &asks, of.collect()).wrong(wrongs.at("kind"));
    html! {
        (choices(&kind))
        div.note-row {
            (line(&on, "date", "off"))
            (line(&field(form, wrongs, "at", &say!("note-at")), "time", "off"))
            (line(&field(form, wrongs, "place", &say!("note-place")), "text", "off"))
            (line(&field(form, wrongs, "with", &say!("note-with")), "text", "off"))
        }
    }
}

fn words_and_title(form: &NoteForm, wrongs: &Wrongs) -> Markup {
    let asks = say!("note-words");
    let hint = say!("note-words-hint");
    let body = Field { hint: Some(&hint), ..field(form, wrongs, "text", &asks) };
    html! {
        (text(&body, 14))
        (whose_words(form, wrongs))
        (line(&field(form, wrongs, "title", &say!("note-title")), "text", "off"))
    }
}

/// Whose words they are, where they are not the writer's own, and how near.
fn whose_words(form: &NoteForm, wrongs: &Wrongs) -> Markup {
    let own = (String::new(), say!("note-own-words").into_owned());
    let named = form.speakers.iter();
    let named = named.map(|who| (who.id.to_string(), names::with_kinship(who).into_owned()));
    let people: Vec<_> = std::iter::once(own).chain(named).collect();
    let modes: Vec<_> =
        Mode::ALL.iter().map(|mode| (mode.as_str(), mode_words(*mode, Sex::NotKnown))).collect();
    let how = say!("board-how");
    let how = field(form, wrongs, "mode", &how);
    let mode = Mode::parse(how.value).unwrap_or(Mode::CloseNote).as_str();
    html! {
        div.note-voice {
            (choose(&field(form, wrongs, "said_by", &say!("note-whose")), &people))
            (choose(&Field { value: mode, ..how }, &modes))
        }
    }
}

fn kind_words(kind: NoteKind) -> Cow<'static, str> {
    match kind {
        NoteKind::Visit => say!("note-visit"),
        NoteKind::Call => say!("note-call"),
        NoteKind::Meeting => say!("note-meeting"),
        NoteKind::Document => say!("note-document"),
        NoteKind::NightBook => say!("note-night-book"),
    }
}

/// For each child: seen or not, alone or not, and how they were; blank says nothing.
fn who_was_seen(form: &NoteForm, wrongs: &Wrongs) -> Markup {
    let first = (form.child.id, form.child.called.as_str());
    let others = form.siblings.iter().map(|(who, _)| (who.id, who.called.as_str()));
    html! {
        @for (id, called) in std::iter::once(first).chain(others) {
            @let (seen, how) = (format!("seen-{id}"), format!("how-{id}"));
            (choices(&Choices::one(&seen, &say!("note-seen", name = called),
                ways_of_seeing(form, &seen, id))))
            @let asks = say!("note-seen-how", name = called);
            @let of_how = field(form, wrongs, &how, &asks);
            @let wrong = wrongs.at("how").filter(|_| is_wrong(form, &seen, of_how.value));
            (line(&Field { wrong, ..of_how }, "text", "off"))
        }
    }
}

/// Whether what is wrong about how children were is wrong of this one.
fn is_wrong(form: &NoteForm, seen: &str, how: &str) -> bool {
    how.chars().count() > HOW_MAX || (form.one(seen) == "no" && !how.trim().is_empty())
}

/// None is ticked: blank says nothing. That somebody was seen, and no more, is offered where it is
/// what a draft says.
fn ways_of_seeing(form: &NoteForm, name: &str, child: PersonId) -> Vec<(String, String, bool)> {
    let listed = form.begun.filled.ids::<PersonId>("seen").contains(&child);
    let said = match form.one(name) {
        "" if listed => "yes",
        said => said,
    };
    let ways = [
        ("no", say!("note-seen-no")),
        ("yes", say!("note-seen-yes")),
        ("with", say!("note-seen-with")),
        ("alone", say!("note-seen-alone")),
    ];
    let offered = ways.into_iter().filter(|(way, _)| *way != "yes" || said == "yes");
    offered.map(|(way, words)| (way.into(), words.into_owned(), way == said)).collect()
}

/// In whose files it goes beside this child's.
fn also_in(form: &NoteForm, wrongs: &Wrongs) -> Markup {
    let of =
        form.siblings.iter().map(|(who, ticked)| (who.id.to_string(), who.called.clone(), *ticked));
    let asks = say!("note-about");
    html! {
        @if !form.siblings.is_empty() {
            (choices(&Choices::several("about", &asks, of.collect())
                .wrong(wrongs.at("children"))))
        }
    }
}

/// What it speaks to: a worry, a statement, a goal, a step.
fn speaks_to(form: &NoteForm) -> Markup {
    html! {
        @if !form.may_speak_to.is_empty() {
            fieldset.field.speaks-to #speaks_to {
                legend { (say!("note-speaks-to")) }
                @for (root, column, short, ticked) in &form.may_speak_to {
                    label class={ "choice " (colour(*column)) } {
                        input type="checkbox" name="speaks_to" value=(root) checked[*ticked];
                        span { (words(short)) }
                    }
                }
            }
        }
    }
}

pub(crate) fn colour(column: Column) -> &'static str {
    match column {
        Column::Worry => "worry",
        Column::Well => "well",
        Column::Next => "need",
    }
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    use crate::front_page::samples::{danger, frame, goal, leah};
    let frame = frame(assets, theme);
    let child = crate::board::samples::idris().child;
    let may_speak_to = vec![
        (
            danger().id,
            Column::Worry,
            "Someone pulled or twisted his arm. Nobody can say how.".to_owned(),
            true,
        ),
        (
            goal().id,
            Column::Next,
            "He is put down somewhere safe and handed over within ten minutes.".to_owned(),
            false,
        ),
    ];
    let typed = [
        ("kind", "visit"),
        ("on", "2026-11-20"),
        ("place", "at Gill's"),
        ("title", "Gill calling in"),
        ("text", "One missed call on 12 November. The network met next day and changed the list."),
    ];
    let filled = Filled::of(typed.map(|(name, value)| (name.to_owned(), value.to_owned())));
    let draft = EntryId(uuid::Uuid::from_u128(0x21));
    let begun = Begun { draft, filled, kept_at: Some(jiff::civil::time(9, 40, 0, 0)) };
    let speakers = vec![crate::front_page::samples::gill()];
    let form = NoteForm {
        child,
        siblings: vec![(leah(), true)],
        may_speak_to,
        speakers,
        begun,
        anew: None,
    };
    let wrongs = Wrongs::of([("on".to_owned(), Wrong::NotOne)]);
    let lost = Begun { kept_at: None, ..form.begun.clone() };
    let theirs = ("Gill Turner".to_owned(), "Two missed calls, on 12 and 13 November.".to_owned());
    let anew = Anew {
        root: draft,
        version: draft,
        also: vec![],
        also_speaks_to: vec![],
        theirs: Some(theirs),
    };
    let both = NoteForm { anew: Some(anew), ..form.clone() };
    vec![
        ("note", note(&frame, &form, &Wrongs::default())),
        ("note-two-versions", note(&frame, &both, &Wrongs::default())),
        ("note-wrong", note(&frame, &NoteForm { begun: lost, ..form }, &wrongs)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_still_there_when_something_is_wrong() {
        let all = samples("/a/0", Theme::Light);
        let page = all[2].1.clone().into_string();
        assert!(page.contains("The network met next day and changed the list."));
        assert!(page.contains("href=\"#on\"") && page.contains("aria-invalid"));
    }

    #[test]
    fn it_is_filed_under_brothers_and_sisters_and_says_what_it_speaks_to() {
        let page = samples("/a/0", Theme::Light)[0].1.clone().into_string();
        assert!(page.contains("name=\"about\"") && page.contains("name=\"speaks_to\""));
        assert!(!page.contains("required"));
    }
}
