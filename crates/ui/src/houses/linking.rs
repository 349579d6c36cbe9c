//! What of the map a sitting speaks to: ticked once it is filed.

use domain::board::BoardChild;
use domain::id::EntryId;
use domain::map_item::Column;
use maud::{Markup, html};

use crate::button::{Weight, link, send};
use crate::layout::{ChildHead, Frame, Theme, child_page};
use crate::problem::{Wrongs, mend};
use crate::typeset::words;
use crate::{say, urls};

/// The form.
#[derive(Debug, Clone)]
pub struct LinkForm {
    /// The child.
    pub child: BoardChild,
    /// The root of the sitting.
    pub sitting: EntryId,
    /// The version whose links these are.
    pub version: EntryId,
    /// What it may speak to: root, column, words in short, ticked.
    pub may_speak_to: Vec<(EntryId, Column, String, bool)>,
}

/// The page.
pub fn linking(frame: &Frame<'_>, form: &LinkForm, wrongs: &Wrongs) -> Markup {
    let facts = html! { (say!("houses-speaks-to")) };
    let head = ChildHead::in_story(&form.child, facts, &["note", "houses"]);
    child_page(
        frame,
        &head,
        &html! {
            article.sheet.plain-sheet { (mend(wrongs)) (sheet(form)) }
        },
    )
}

fn sheet(form: &LinkForm) -> Markup {
    let back = || link(Weight::Words, urls::Entry(form.sitting), say!("answer-back"));
    if form.may_speak_to.is_empty() {
        return html! {
            p { (say!("speaks-to-nothing", name = form.child.called.as_str())) }
            p.go { (link(Weight::Plain, urls::Map(form.child.id), say!("speaks-to-map"))) (back()) }
        };
    }
    html! {
        form method="post" action=(urls::SpeaksTo(form.sitting)) autocomplete="off" {
            input type="hidden" name="version" value=(form.version);
            fieldset.field.speaks-to #speaks_to {
                legend { (say!("speaks-to-what", name = form.child.called.as_str())) }
                @for (root, column, short, ticked) in &form.may_speak_to {
                    label class={ "choice " (crate::note::colour(*column)) } {
                        input type="checkbox" name="speaks_to" value=(root) checked[*ticked];
                        span { (words(short)) }
                    }
                }
            }
            div.go { (send(Weight::Main, say!("speaks-to-keep"))) (back()) }
        }
    }
}

/// With something on the map, and with nothing.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    use crate::front_page::samples::{danger, frame, goal};
    let frame = frame(assets, theme);
    let id = EntryId(uuid::Uuid::from_u128(0x32));
    let worry = "Someone pulled or twisted his arm. Nobody can say how.".to_owned();
    let wanted = "He is put down somewhere safe and handed over.".to_owned();
    let form = LinkForm {
        child: crate::board::samples::idris().child,
        sitting: id,
        version: id,
        may_speak_to: vec![
            (danger().id, Column::Worry, worry, true),
            (goal().id, Column::Next, wanted, false),
        ],
    };
    let none = LinkForm { may_speak_to: vec![], ..form.clone() };
    vec![
        ("sitting-speaks-to", linking(&frame, &form, &Wrongs::default())),
        ("sitting-speaks-to-nothing", linking(&frame, &none, &Wrongs::default())),
    ]
}
