//! What is shown when something cannot be done: what happened, what to do, and a number to quote.
//!
//! A page that hides a file says exactly what one says that never existed.
use std::borrow::Cow;

use maud::{Markup, html};

use crate::layout::{Look, Theme, brand, document};
use crate::{say, urls};

/// What kinds of problem there are. `docs/problems.md` lists them with their status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// There is no such page, or it is not for the reader: which of the two is never said.
    NotFound,
    /// Nobody is signed in.
    SignIn,
    /// The reader was away and the page is locked.
    Locked,
    /// The reader's account is not for this.
    NotYours,
    /// The file opens once the reader says why.
    ReasonAsked,
    /// Another site sent this form.
    OtherSite,
    /// Somebody else has saved in between.
    SavedInBetween,
    /// It was done before, or is still being done.
    NotNow,
    /// What was typed cannot be kept as it is.
    Refused,
    /// A file cannot be read to its end.
    Unreadable,
    /// More than a page may send.
    TooLarge,
    /// What was sent is no text.
    NotText,
    /// What was sent is no form.
    NotAForm,
    /// The address knows no such way of asking.
    WrongMethod,
    /// Too many tries failed.
    TooManyTries,
    /// Too many wait for an answer.
    Busy,
    /// The record has no authority yet, or the database cannot be reached.
    NotReady,
    /// Something broke here.
    Broken,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::NotFound,
        Self::SignIn,
        Self::Locked,
        Self::NotYours,
        Self::ReasonAsked,
        Self::OtherSite,
        Self::SavedInBetween,
        Self::NotNow,
        Self::Refused,
        Self::Unreadable,
        Self::TooLarge,
        Self::NotText,
        Self::NotAForm,
        Self::WrongMethod,
        Self::TooManyTries,
        Self::Busy,
        Self::NotReady,
        Self::Broken,
    ];

    /// What it is, in a few words.
    pub fn title(self) -> Cow<'static, str> {
        match self {
            Self::NotFound => say!("problem-not-found"),
            Self::SignIn => say!("problem-sign-in"),
            Self::Locked => say!("problem-locked"),
            Self::NotYours => say!("problem-not-yours"),
            Self::ReasonAsked => say!("problem-reason-asked"),
            Self::OtherSite => say!("problem-other-site"),
            Self::SavedInBetween => say!("problem-saved-in-between"),
            Self::NotNow => say!("problem-not-now"),
            Self::Refused => say!("problem-refused"),
            Self::Unreadable => say!("problem-unreadable"),
            Self::TooLarge => say!("problem-too-large"),
            Self::NotText => say!("problem-not-text"),
            Self::NotAForm => say!("problem-not-a-form"),
            Self::WrongMethod => say!("problem-wrong-method"),
            Self::TooManyTries => say!("problem-too-many-tries"),
            Self::Busy => say!("problem-busy"),
            Self::NotReady => say!("problem-not-ready"),
            Self::Broken => say!("problem-broken"),
        }
    }

    /// What to do about it.
    pub fn detail(self) -> Cow<'static, str> {
        match self {
            Self::NotFound => say!("problem-not-found-do"),
            Self::SignIn => say!("problem-sign-in-do"),
            Self::Locked => say!("problem-locked-do"),
            Self::NotYours => say!("problem-not-yours-do"),
            Self::ReasonAsked => say!("problem-reason-asked-do"),
            Self::OtherSite => say!("problem-other-site-do"),
            Self::SavedInBetween => say!("problem-saved-in-between-do"),
            Self::NotNow => say!("problem-not-now-do"),
            Self::Refused => say!("problem-refused-do"),
            Self::Unreadable => say!("problem-unreadable-do"),
            Self::TooLarge => say!("problem-too-large-do"),
            Self::NotText => say!("problem-not-text-do"),
            Self::NotAForm => say!("problem-not-a-form-do"),
            Self::WrongMethod => say!("problem-wrong-method-do"),
            Self::TooManyTries => say!("problem-too-many-tries-do"),
            Self::Busy => say!("problem-busy-do"),
            Self::NotReady => say!("problem-not-ready-do"),
            Self::Broken => say!("problem-broken-do"),
        }
    }
}

/// Why one field is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// It has to say something.
    Empty,
    /// It is longer than this many characters.
    TooLong(usize),
    /// It holds a character that no text has.
    Nul,
    /// It is no such thing.
    NotOne,
    /// The password is too easy to guess.
    WeakPassword,
    /// Somebody has it already.
    Taken,
    /// Nobody would be left who may do this.
    LastOne,
    /// There are this many already.
    TooMany(usize),
    /// It has been filed already.
    Filed,
    /// The day has not come yet.
    StillToCome,
    /// The day is before what it is about.
    TooEarly,
    /// It says how a child was in whose file it does not go.
    NotInTheirFile,
    /// It tells how a child was who, as the form says, was not seen.
    NotSeen,
    /// The child does not know yet.
    FirstTheChild,
    /// It may not be safe for the child.
    NotSafe,
    /// The address and the code do not go together, or its time is over.
    NoCode,
    /// The console's token is not the newest, or its time is over.
    NoToken,
}

impl Wrong {
    /// What is wrong, and what to do.
    pub fn says(self) -> Cow<'static, str> {
        match self {
            Self::Empty => say!("wrong-empty"),
            Self::TooLong(most) => say!("wrong-too-long", most = most),
            Self::Nul => say!("wrong-nul"),
            Self::NotOne => say!("wrong-not-one"),
            Self::WeakPassword => say!("wrong-weak-password"),
            Self::Taken => say!("wrong-taken"),
            Self::LastOne => say!("wrong-last-one"),
            Self::TooMany(most) => say!("wrong-too-many", most = most),
            Self::Filed => say!("wrong-filed"),
            Self::StillToCome => say!("wrong-still-to-come"),
            Self::TooEarly => say!("wrong-too-early"),
            Self::NotInTheirFile => say!("wrong-not-in-their-file"),
            Self::NotSeen => say!("wrong-not-seen"),
            Self::FirstTheChild => say!("wrong-first-the-child"),
            Self::NotSafe => say!("wrong-not-safe"),
            Self::NoCode => say!("wrong-no-code"),
            Self::NoToken => say!("wrong-no-token"),
        }
    }
}

/// What is wrong with the fields of a form that comes back: by field, in words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wrongs(Vec<(String, Cow<'static, str>)>);

impl Wrongs {
    /// From what was found.
    pub fn of(found: impl IntoIterator<Item = (String, Wrong)>) -> Self {
        Self(found.into_iter().map(|(at, wrong)| (at, wrong.says())).collect())
    }

    /// Nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong with one field.
    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(at, _)| at == field).map(|(_, says)| &**says)
    }

    /// Every field, with what is wrong.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(at, says)| (at.as_str(), &**says))
    }
}

/// The notice above a form that came back.
pub fn mend(wrongs: &Wrongs) -> Markup {
    html! {
        @if !wrongs.is_empty() {
            div.notice.notice-error role="alert" { p { (say!("problem-mend")) } }
        }
    }
}

/// A problem as a page tells it.
#[derive(Debug, Clone, Copy)]
pub struct ProblemPage<'a> {
    /// In a few words.
    pub title: &'a str,
    /// What to do about it.
    pub detail: &'a str,
    /// Number of the request, to quote to whoever helps.
    pub request: &'a str,
    /// What is wrong where: (place, words).
    pub errors: &'a [(&'a str, &'a str)],
    /// What somebody had written, given back so that nothing is lost.
    pub written: Option<&'a str>,
}

/// The page.
pub fn problem(look: Look<'_>, problem: &ProblemPage<'_>) -> Markup {
    document(
        look,
        problem.title,
        &["sign_in"],
        &html! {
            main.sign-in #main {
                (brand())
                div.sheet.plain-sheet {
                    h1.size-26 { (problem.title) }
                    p { (problem.detail) }
                    @if !problem.errors.is_empty() {
                        ul.wrongs {
                            @for (at, says) in problem.errors { li { b { (at) } ": " (says) } }
                        }
                    }
                    @if let Some(written) = problem.written {
                        div.field {
                            label for="written" { (say!("problem-written")) }
                            textarea #written readonly rows="8" dir="auto" { (written) }
                        }
                    }
                    p { a href=(urls::MyWork) { (say!("problem-back")) } }
                    p.source { (say!("problem-request", id = problem.request)) }
                }
            }
        },
    )
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let look = Look { assets, theme };
    let page = |title: &str, detail: &str, errors: &[(&str, &str)], written| {
        problem(look, &ProblemPage { title, detail, request: "01JD-7Q2", errors, written })
    };
    let errors: &[(&str, &str)] = &[("Line 4,112, PersonBirthDate", "31 February is no day.")];
    vec![
        ("problem-not-found", page(&Kind::NotFound.title(), &Kind::NotFound.detail(), &[], None)),
        (
            "problem-file",
            page(
                "This file cannot be read to its end",
                "Nothing of it was filed. Mend the line and send it again.",
                errors,
                None,
            ),
        ),
        (
            "problem-too-long",
            page(
                "This note is longer than a note can be",
                "Take it apart into two. Here is what you wrote.",
                &[],
                Some("Denise rang at ten."),
            ),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_somebody_wrote_is_given_back() {
        let all = samples("/a/0", Theme::Light);
        let (_, page) = &all[2];
        let page = page.clone().into_string();
        assert!(page.contains("Denise rang at ten.") && page.contains("01JD-7Q2"));
    }
}
