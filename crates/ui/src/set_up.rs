//! Beginning: the first administrator of a new record, and choosing a password with a code.
use maud::{Markup, html};

use crate::button::{Weight, send};
use crate::field::{Field, line};
use crate::layout::{Look, Theme};
use crate::problem::{Wrong, Wrongs, mend};
use crate::sign_in::alone;
use crate::{say, urls};

/// What was typed, and what is wrong with it. Passwords, codes and tokens never come back.
#[derive(Debug, Clone, Default)]
pub struct Typed<'a> {
    /// Name.
    pub name: &'a str,
    /// What they do.
    pub job: &'a str,
    /// What they sign in with.
    pub email: &'a str,
    /// What is wrong, by field.
    pub wrongs: Wrongs,
}

/// The first administrator, with the token that the console printed.
pub fn set_up(look: Look<'_>, typed: &Typed<'_>) -> Markup {
    alone(
        look,
        &say!("set-up"),
        &html! {
            h1.size-26 { (say!("set-up")) }
            p { (say!("set-up-do")) }
            (mend(&typed.wrongs))
            form method="post" action=(urls::SetUp) {
                (one(typed, "token", &say!("set-up-token"), Some(&say!("set-up-token-hint")), ""))
                (one(typed, "name", &say!("set-up-name"), None, typed.name))
                (one(typed, "job", &say!("set-up-job"), None, typed.job))
                (email(typed))
                (new_password(typed))
                (send(Weight::Main, say!("set-up-go")))
            }
        },
    )
}

/// A password, chosen by whoever has a code.
pub fn choose_password(look: Look<'_>, typed: &Typed<'_>) -> Markup {
    alone(
        look,
        &say!("choose"),
        &html! {
            h1.size-26 { (say!("choose")) }
            p { (say!("choose-do")) }
            (mend(&typed.wrongs))
            form method="post" action=(urls::ChoosePassword) {
                (email(typed))
                (one(typed, "code", &say!("choose-code"), Some(&say!("choose-code-hint")), ""))
                (new_password(typed))
                (send(Weight::Main, say!("choose-go")))
            }
            p.elsewhere { a href=(urls::SignIn) { (say!("sign-in")) } }
        },
    )
}

fn one(typed: &Typed<'_>, name: &str, label: &str, hint: Option<&str>, value: &str) -> Markup {
    line(&Field { name, label, hint, value, wrong: typed.wrongs.at(name) }, "text", "off")
}

fn email(typed: &Typed<'_>) -> Markup {
    let field = Field {
        name: "email",
        label: &say!("sign-in-email"),
        value: typed.email,
        wrong: typed.wrongs.at("email"),
        ..Field::default()
    };
    line(&field, "email", "username")
}

fn new_password(typed: &Typed<'_>) -> Markup {
    let field = Field {
        name: "password",
        label: &say!("choose-password"),
        hint: Some(&say!("choose-password-hint")),
        wrong: typed.wrongs.at("password"),
        ..Field::default()
    };
    line(&field, "password", "new-password")
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let look = Look { assets, theme };
    let wrongs = Wrongs::of([("password".to_owned(), Wrong::WeakPassword)]);
    let typed = Typed { email: "anita@wexcombe.example", wrongs, ..Typed::default() };
    vec![
        ("set-up", set_up(look, &Typed::default())),
        ("choose-password", choose_password(look, &typed)),
    ]
}
