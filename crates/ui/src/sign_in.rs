//! Sign-in: an address and a password, the same answer to every failure, and no lost writing
//! after a pause.
use maud::{Markup, html};

use crate::button::{Weight, send};
use crate::field::{Field, line, text};
use crate::layout::{Look, Theme, brand, document, foot};
use crate::{say, urls};

/// Why somebody is asked to sign in, beside having come here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reason {
    /// They have come here.
    #[default]
    Arrived,
    /// What they sent fits no account. It never says which part was wrong.
    NotKnown,
    /// Too many have failed from here; this many minutes from now it goes on.
    TooMany(u32),
    /// They have been away and the page is locked; what they wrote is safe.
    Away,
    /// They have signed out.
    SignedOut,
    /// They have chosen a password.
    Chosen,
}

/// What the page knows when it is drawn.
#[derive(Debug, Clone, Copy, Default)]
pub struct SignIn<'a> {
    /// Why it is shown.
    pub reason: Reason,
    /// What was typed before.
    pub email: &'a str,
    /// The page somebody was going to.
    pub go_on: Option<&'a str>,
    /// What they had written and sent, field by field: it comes back after they have signed in.
    pub kept: &'a [(String, String)],
}

/// What a kept field is called in this form, so that none is taken for the form's own.
pub const KEPT: &str = "kept.";

/// The page.
pub fn sign_in(look: Look<'_>, page: &SignIn<'_>) -> Markup {
    let address = Field {
        name: "email",
        label: &say!("sign-in-email"),
        value: page.email,
        ..Field::default()
    };
    let password = Field { name: "password", label: &say!("sign-in-password"), ..Field::default() };
    alone(
        look,
        &say!("sign-in"),
        &html! {
            h1.size-26 { (say!("sign-in-staff")) }
            (why(page.reason))
            form method="post" action=(urls::SignIn) {
                @if let Some(go_on) = page.go_on {
                    input type="hidden" name="go_on" value=(go_on);
                }
                @for (name, words) in page.kept {
                    input type="hidden" name={ (KEPT) (name) } value=(words);
                }
                (line(&address, "email", "username"))
                (line(&password, "password", "current-password"))
                (send(Weight::Main, say!("sign-in")))
            }
            p.elsewhere { a href=(urls::ChoosePassword) { (say!("sign-in-have-code")) } }
        },
    )
}

/// What somebody had written before they were asked to sign in, to be sent once more.
pub fn again(look: Look<'_>, to: &str, kept: &[(String, String)]) -> Markup {
    let longest = kept.iter().map(|(_, words)| words.len()).max().unwrap_or_default();
    let is_shown = |words: &str| words.len() == longest && longest > 0;
    alone(
        look,
        &say!("again"),
        &html! {
            h1.size-26 { (say!("again")) }
            p { (say!("again-do")) }
            form method="post" action=(to) {
                @for (name, words) in kept {
                    @if is_shown(words) {
                        @let label = say!("problem-written");
                        (text(&Field { name, label: &label, value: words, ..Field::default() }, 8))
                    } @else {
                        input type="hidden" name=(name) value=(words);
                    }
                }
                (send(Weight::Main, say!("again-send")))
            }
            p { a href=(urls::MyWork) { (say!("problem-back")) } }
        },
    )
}

/// A page that stands alone, before anybody is signed in.
pub(crate) fn alone(look: Look<'_>, title: &str, inside: &Markup) -> Markup {
    document(
        look,
        title,
        &["sign_in"],
        &html! {
            main.sign-in #main {
                (brand())
                div.sheet.plain-sheet { (inside) }
            }
            (foot())
        },
    )
}

fn why(reason: Reason) -> Markup {
    let (class, says) = match reason {
        Reason::Arrived => return html! {},
        Reason::NotKnown => ("notice notice-error", say!("sign-in-not-known")),
        Reason::TooMany(minutes) => {
            ("notice notice-error", say!("sign-in-too-many", minutes = minutes))
        }
        Reason::Away => ("notice", say!("sign-in-away")),
        Reason::SignedOut => ("notice", say!("sign-in-out")),
        Reason::Chosen => ("notice", say!("sign-in-chosen")),
    };
    html! { p class=(class) role="status" { (says) } }
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let look = Look { assets, theme };
    let anita = |reason| SignIn { reason, email: "anita@wexcombe.example", ..SignIn::default() };
    let kept = [("text".to_owned(), "Denise rang at ten. Idris slept through.".to_owned())];
    vec![
        ("sign-in", sign_in(look, &SignIn::default())),
        ("sign-in-not-known", sign_in(look, &anita(Reason::NotKnown))),
        ("sign-in-away", sign_in(look, &SignIn { go_on: Some("/"), ..anita(Reason::Away) })),
        ("sign-in-again", again(look, "/", &kept)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look<'_> = Look { assets: "/a/0", theme: Theme::Light };

    #[test]
    fn a_failure_never_says_which_part_was_wrong_and_keeps_the_address() {
        let typed = SignIn { reason: Reason::NotKnown, email: "anita@x", ..SignIn::default() };
        let page = sign_in(LOOK, &typed).into_string();
        assert!(page.contains("That address and password do not go together."));
        assert!(page.contains("value=\"anita@x\""));
        assert!(page.contains("name=\"password\" type=\"password\" value=\"\""));
    }

    #[test]
    fn a_password_may_be_pasted_or_filled_by_its_keeper() {
        let (_, page) = &samples("/a/0", Theme::Light)[0];
        assert!(page.clone().into_string().contains("autocomplete=\"current-password\""));
    }

    #[test]
    fn what_was_written_goes_through_sign_in_and_comes_back() {
        let kept = [("text".to_owned(), "<b>She said</b>".to_owned())];
        let page = sign_in(LOOK, &SignIn { kept: &kept, ..SignIn::default() }).into_string();
        assert!(page.contains("name=\"kept.text\" value=\"&lt;b&gt;She said&lt;/b&gt;\""));
        let page = again(LOOK, "/children/1/notes", &kept).into_string();
        assert!(page.contains("action=\"/children/1/notes\""));
        assert!(page.contains("name=\"text\"") && page.contains("&lt;b&gt;She said"));
    }
}
