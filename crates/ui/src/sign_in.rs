//! Sign-in: an address and a password, the same answer to every failure, and no lost writing
//! after a pause.
use maud::{Markup, html};

use crate::button::{Weight, send};
use crate::field::{Field, line};
use crate::layout::{Look, Theme, brand, document};
use crate::{say, urls};

/// Why somebody is asked to sign in, beside having come here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// They have come here.
    Arrived,
    /// What they sent fits no account. It never says which part was wrong.
    NotKnown,
    /// Too many have failed from here; this many minutes from now it goes on.
    TooMany(u32),
    /// They have been away and the page is locked; what they wrote is safe.
    Away,
    /// They have signed out.
    SignedOut,
}

/// The page; `email` is what was typed before, `go_on` the page they were going to.
pub fn sign_in(look: Look<'_>, reason: Reason, email: &str, go_on: Option<&str>) -> Markup {
    let address =
        Field { name: "email", label: &say!("sign-in-email"), value: email, ..Field::default() };
    let password = Field { name: "password", label: &say!("sign-in-password"), ..Field::default() };
    document(
        look,
        &say!("sign-in"),
        &["sign_in"],
        &html! {
            main.sign-in #main {
                (brand())
                div.sheet.plain-sheet {
                    h1.size-26 { (say!("sign-in-staff")) }
                    (why(reason))
                    form method="post" action=(urls::SignIn) {
                        @if let Some(go_on) = go_on {
                            input type="hidden" name="go_on" value=(go_on);
                        }
                        (line(&address, "email", "username"))
                        (line(&password, "password", "current-password"))
                        (send(Weight::Main, say!("sign-in")))
                    }
                }
            }
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
    };
    html! { p class=(class) role="status" { (says) } }
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let look = Look { assets, theme };
    vec![
        ("sign-in", sign_in(look, Reason::Arrived, "", None)),
        ("sign-in-not-known", sign_in(look, Reason::NotKnown, "anita@wexcombe.example", None)),
        ("sign-in-away", sign_in(look, Reason::Away, "anita@wexcombe.example", Some("/"))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_never_says_which_part_was_wrong_and_keeps_the_address() {
        let look = Look { assets: "/a/0", theme: Theme::Light };
        let page = sign_in(look, Reason::NotKnown, "anita@x", None).into_string();
        assert!(page.contains("That address and password do not go together."));
        assert!(page.contains("value=\"anita@x\""));
        assert!(page.contains("name=\"password\" type=\"password\" value=\"\""));
    }

    #[test]
    fn a_password_may_be_pasted_or_filled_by_its_keeper() {
        let (_, page) = &samples("/a/0", Theme::Light)[0];
        assert!(page.clone().into_string().contains("autocomplete=\"current-password\""));
    }
}
