//! What the page says, and that it keeps its laws: nothing inline, nothing drawn that does not
//! exist.
use domain::front_page::{FrontPage, Message};
use domain::id::EntryId;
use jiff::ToSpan as _;
use maud::html;

use super::samples::{NOW, frame, idris, nobody_knows_yet};
use super::*;
use crate::layout::Theme;

fn drawn(page: &FrontPage) -> String {
    drawn_in(&all_pages(), page)
}

fn drawn_in(frame: &Frame<'_>, page: &FrontPage) -> String {
    front_page(frame, &sheet(frame, page, &html! { "the family" })).into_string()
}

#[test]
fn a_sheet_that_is_kept_tells_neither_who_reads_nor_when() {
    let late = Frame { reader: "Colin Peake", at: NOW.saturating_add(9.hours()), ..all_pages() };
    let one = sheet(&all_pages(), &idris(), &html! {});
    let other = sheet(&late, &idris(), &html! {});
    assert_eq!(format!("{one:?}"), format!("{other:?}"));
    assert!(drawn_in(&late, &idris()).contains("Colin Peake"));
}

fn all_pages() -> Frame<'static> {
    frame("/a/0", Theme::Light)
}

#[test]
fn a_stranger_reads_who_is_rung_why_he_is_not_at_home_and_what_would_close_it() {
    let page = drawn(&idris());
    for said in [
        "href=\"tel:01632960100\"",
        "Never with one tired <span class=\"unbroken\">grown-up</span> alone.",
        "with Nan Denise, 3 Mill Bank",
        "With Nan, building up time at home in steps.",
        "Decided by Colin Peake with Anita Rowe. Denise agreed her part.",
        "we all know he will be handled gently, and this can close",
        "Karim, not asked yet",
        "5 to 7, was 2 to 8",
    ] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn the_disagreement_stands_inside_the_statement() {
    assert!(drawn(&idris()).contains("<span class=\"disagrees\">Leah and Karim say"));
}

#[test]
fn an_empty_slot_asks_and_never_says_no_data() {
    let page = drawn(&nobody_knows_yet());
    assert_eq!(page.matches("class=\"asks\"").count(), 10);
    assert!(page.contains("What are we worried will happen to Baby Pryce?"));
    assert!(page.contains("due 9 January"));
}

#[test]
fn a_page_that_does_not_exist_is_not_linked() {
    let all = all_pages();
    let few = Frame { pages: &[ChildPage::FrontPage], ..all };
    let page = drawn_in(&few, &idris());
    for address in ["/map", "/story", "/decisions", "/own", "/family", "/access"] {
        assert!(!page.contains(&format!("{address}\"")), "{address}");
    }
}

#[test]
fn more_than_one_danger_is_said_and_linked() {
    let mut page = idris();
    page.dangers.push(page.dangers[0].clone());
    assert!(drawn(&page).contains("1 more on the map"));
}

#[test]
fn names_with_markup_in_them_are_text() {
    let mut page = idris();
    page.child.name = "<script>alert(1)</script>".into();
    page.helping[0].who.called = "\"><b>".into();
    let drawn = drawn(&page);
    assert!(!drawn.contains("<script>alert") && !drawn.contains("\"><b>,"));
}

#[test]
fn headings_come_in_the_order_in_which_a_phone_shows_the_first_of_them() {
    let page = drawn(&idris());
    let at = |words: &str| page.find(words).expect(words);
    assert!(at(">Tonight<") < at("Idris is a baby") && at("Idris is a baby") < at(">Worries<"));
    assert!(
        at(">Worries<") < at(">Working well<")
            && at(">Working well<") < at(">What needs to happen<")
    );
}

#[test]
fn words_of_a_sitting_lead_to_their_page_and_are_kept_off_paper() {
    let root = EntryId(uuid::Uuid::from_u128(7));
    let words = Message {
        text: "no sleeping at his".into(),
        page: Some(root),
        ..idris().message.expect("Nan says something")
    };
    let page = FrontPage { message: Some(words), message_on_paper: None, ..idris() };
    let drawn = drawn(&page);
    let stands = drawn.split("only-screen").find(|part| part.contains("no sleeping at his"));
    assert!(stands.is_some_and(|part| part.contains(&format!("/entries/{root}"))), "{drawn}");
    assert_eq!(drawn.matches("no sleeping at his").count(), 1);
}
