//! A sitting that stands under the wrong child: to whom it goes, why, and what becomes of it.

use crate::children::offered;
use domain::board::BoardChild;
use domain::child_list::Offered;
use domain::id::{EntryId, PersonId};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::button::{Weight, link, send};
use crate::field::{Field, choose, line};
use crate::layout::{ChildHead, Frame, Theme, child_page};
use crate::problem::{Wrongs, mend};
use crate::{dates, say, urls};

/// The form, with what is in it so far.
#[derive(Debug, Clone)]
pub struct MoveForm {
    /// The child under whom it stands.
    pub child: BoardChild,
    /// The root of the sitting.
    pub sitting: EntryId,
    /// Its day.
    pub on: Date,
    /// How many pages it has.
    pub pages: usize,
    /// The day ages are counted on.
    pub as_of: Date,
    /// Whom the reader works with besides.
    pub others: Vec<Offered>,
    /// The child who was chosen.
    pub to: Option<PersonId>,
    /// Why, as far as it is written.
    pub because: String,
}

/// The page, with what is wrong where it comes back.
pub fn moving(frame: &Frame<'_>, form: &MoveForm, wrongs: &Wrongs) -> Markup {
    let facts = html! { (say!("houses-move")) };
    let head = ChildHead::in_story(&form.child, facts, &["note", "houses"]);
    let day = dates::short(form.on, frame.at.date());
    child_page(
        frame,
        &head,
        &html! {
            article.sheet.plain-sheet {
                (mend(wrongs))
                h2.size-21 { (say!("move-title", day = day, n = form.pages)) }
                ul.move-what {
                    li { (say!("move-goes")) }
                    li { (say!("move-stays", name = form.child.called.as_str())) }
                    li { (say!("move-choices")) }
                }
                (sheet(form, wrongs))
            }
        },
    )
}

fn sheet(form: &MoveForm, wrongs: &Wrongs) -> Markup {
    let back = link(Weight::Words, urls::Entry(form.sitting), say!("answer-back"));
    if form.others.is_empty() {
        return html! { p { (say!("move-nobody")) } p.go { (back) } };
    }
    let none = (String::new(), say!("move-choose").into_owned());
    let others = form.others.iter();
    let others = others.map(|child| (child.id.to_string(), offered(child, form.as_of)));
    let of: Vec<_> = std::iter::once(none).chain(others).collect();
    let (asks, why, hint) = (say!("move-to"), say!("move-why"), say!("move-why-hint"));
    let chosen = form.to.map(|who| who.to_string()).unwrap_or_default();
    let to = Field {
        name: "to",
        label: &asks,
        value: &chosen,
        wrong: wrongs.at("to"),
        ..Field::default()
    };
    let because = Field {
        name: "because",
        label: &why,
        hint: Some(&hint),
        value: &form.because,
        wrong: wrongs.at("because"),
    };
    html! {
        form method="post" action=(urls::Move(form.sitting)) autocomplete="off" {
            (choose(&to, &of))
            (line(&because, "text", "off"))
            div.go { (send(Weight::Main, say!("move-do"))) (back) }
        }
    }
}

/// As it is opened, and as it comes back.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    use crate::front_page::samples::{frame, leah};
    use crate::problem::Wrong;
    let frame = frame(assets, theme);
    let leah = leah();
    let form = MoveForm {
        child: crate::board::samples::idris().child,
        sitting: EntryId(uuid::Uuid::from_u128(0x33)),
        on: jiff::civil::date(2026, 11, 14),
        pages: 3,
        others: vec![Offered { id: leah.id, name: leah.name, born: None, own: true }],
        as_of: jiff::civil::date(2026, 11, 24),
        to: None,
        because: String::new(),
    };
    let wrongs = Wrongs::of([("because".to_owned(), Wrong::Empty)]);
    vec![
        ("sitting-move", moving(&frame, &form, &Wrongs::default())),
        ("sitting-move-wrong", moving(&frame, &form, &wrongs)),
    ]
}
