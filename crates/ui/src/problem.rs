//! What is shown when something cannot be done: what happened, what to do, and a number to quote.
//!
//! A page that hides a file says exactly what one says that never existed.
use maud::{Markup, html};

use crate::layout::{Look, Theme, brand, document};
use crate::{say, urls};

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
    let page = |title, detail, errors, written| {
        problem(look, &ProblemPage { title, detail, request: "01JD-7Q2", errors, written })
    };
    let errors: &[(&str, &str)] = &[("Line 4,112, PersonBirthDate", "31 February is no day.")];
    vec![
        (
            "problem-not-found",
            page(
                "There is no such page",
                "The address may be old, or the page is not for you to see.",
                &[],
                None,
            ),
        ),
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
