//! Each state of the pages worth looking at.

use super::{ListPage, OfChild, Sat, Start, Wrong, children_list, start};
use crate::layout::{Frame, MenuItem, Theme};
use domain::children_list::{Brought, Column, GoodToKnow, LeftOut, Line, NoList, Unreadable};
use domain::id::EntryId;
use domain::tablet::ToSay;
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
        waiting: ToSay { how_many: 2, important: 2 },
        children: vec![child("Tyler Boyd", tylers), child("Lola Boyd", vec![])],
        more: true,
    };
    let brought = Brought {
        children: 212,
        new: 3,
        changed: 5,
        same: 204,
        ended: 2,
        refused: vec![Line { line: 17, says: LeftOut::NoName }],
        notes: vec![Line { line: 40, says: GoodToKnow::NotYetAllocated }],
        unknown: vec!["Shoe size".into()],
        ..Brought::default()
    };
    let half = Brought { only_looked: true, kept: 160, ..brought.clone() };
    let why = NoList::NoColumn(Column::Id);
    let wrong = Wrong::NoList(Unreadable { line: Some(1), why });
    let list = |brought, wrong| children_list(&frame, &ListPage { brought, wrong });
    vec![
        ("alone-start", start(&frame, &begins)),
        (
            "alone-start-nobody",
            start(
                &frame,
                &Start { waiting: ToSay { how_many: 1, important: 0 }, ..Start::default() },
            ),
        ),
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
    fn what_came_of_a_list_is_told_line_by_line_in_words() {
        let all = samples("/a/0", Theme::Light);
        let page = |name| {
            let (_, page) = all.iter().find(|(called, _)| *called == name).expect("a sample");
            page.clone().into_string()
        };
        let brought = page("children-list-brought");
        assert!(brought.contains("Line 17: There is no full name."), "{brought}");
        let note = "Line 40: Neither the worker nor the team is known here: not yet allocated.";
        assert!(brought.contains(note), "{brought}");
        assert!(page("children-list-wrong").contains("Line 1: There is no column «id»."));
    }

    #[test]
    fn a_session_that_did_not_begin_says_so_and_no_other_does() {
        let (_, begins) = &samples("/a/0", Theme::Light)[0];
        let page = begins.clone().into_string();
        let told = page.split("<p>").find(|line| line.contains("16 Nov")).expect("the line");
        assert!(told.contains("not begun"), "{told}");
        assert_eq!(page.matches("not begun").count(), 1, "{page}");
    }
}
