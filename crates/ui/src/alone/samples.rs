//! Each state of the pages worth looking at.

use super::{Brought, ListPage, Note, OfChild, Sat, Start, Wrong, children_list, start};
use crate::layout::{Frame, MenuItem, Theme};
use domain::id::EntryId;
use jiff::civil::date;
use maud::Markup;
use uuid::Uuid;

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let menu = [MenuItem::MyWork, MenuItem::Tablets, MenuItem::ChildrenList];
    let with = crate::front_page::samples::frame(assets, theme);
    let frame = Frame { menu: &menu, pages: &[], search: false, record: false, ..with };
    let sat = |day, heard, by| Sat {
        root: EntryId(Uuid::from_u128(1)),
        on: date(2026, 11, day),
        took_place: true,
        heard,
        by,
    };
    let no = Sat { took_place: false, ..sat(16, None, None) };
    let child = |name: &str, sat| OfChild { name: name.into(), sat };
    let tylers =
        vec![sat(20, None, Some(date(2026, 12, 4))), no, sat(2, Some(date(2026, 11, 9)), None)];
    let begins = Start {
        waiting: 2,
        children: vec![child("Tyler Boyd", tylers), child("Lola Boyd", vec![])],
        more: true,
    };
    let note = |line, says: &str| Note { line, says: says.into() };
    let brought = Brought {
        children: 212,
        new: 3,
        changed: 5,
        same: 204,
        ended: 2,
        refused: vec![note(17, "There is no full name.")],
        notes: vec![note(40, "Neither the worker nor the team is known here: not yet allocated.")],
        unknown: vec!["Shoe size".into()],
        ..Brought::default()
    };
    let half = Brought { only_looked: true, kept: 160, ..brought.clone() };
    let wrong = Wrong::Unreadable(1, "There is no column «id».".into());
    let list = |brought, wrong| children_list(&frame, &ListPage { brought, wrong });
    vec![
        ("alone-start", start(&frame, &begins)),
        ("alone-start-nobody", start(&frame, &Start { waiting: 1, ..Start::default() })),
        ("children-list", list(None, None)),
        ("children-list-brought", list(Some(brought), None)),
        ("children-list-half", list(Some(half), None)),
        ("children-list-wrong", list(None, Some(wrong))),
        ("children-list-no-file", list(None, Some(Wrong::NoFile))),
        ("children-list-too-large", list(None, Some(Wrong::TooLarge(16)))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_that_did_not_begin_says_so_and_no_other_does() {
        let (_, begins) = &samples("/a/0", Theme::Light)[0];
        let page = begins.clone().into_string();
        let told = page.split("<p>").find(|line| line.contains("16 Nov")).expect("the line");
        assert!(told.contains("not begun"), "{told}");
        assert_eq!(page.matches("not begun").count(), 1, "{page}");
    }
}
