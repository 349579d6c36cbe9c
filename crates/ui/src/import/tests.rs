//! What a data officer is told, and what can be done from there.

use super::samples::samples;
use super::*;
use crate::layout::Theme;

fn sample(name: &str) -> String {
    let all = samples("/a/0", Theme::Light);
    all.into_iter().find(|(called, _)| *called == name).expect(name).1.into_string()
}

#[test]
fn the_form_sends_a_file_and_works_without_script() {
    let page = sample("import");
    assert!(page.contains("enctype=\"multipart/form-data\"") && page.contains("type=\"file\""));
    assert!(page.contains("action=\"/import\"") && page.contains("name=\"file\""));
    assert!(sample("import-wrong").contains("The file is larger than 400 MB."));
    assert!(sample("import-none").contains("No file has been filed yet."));
}

#[test]
fn the_list_says_when_what_by_whom_and_what_can_be_done() {
    let page = sample("import");
    assert!(page.contains("1,204 new children, 310 changed, 18,484 the same, 11,927 entries"));
    assert!(page.contains("the program’s console") && page.contains("Taken back by Dara Osei"));
    assert_eq!(page.matches("/undo\"").count(), 2, "what is filed can be taken back");
}

#[test]
fn looking_names_every_refusal_with_its_line_and_counts_the_rest() {
    let page = sample("import-looked");
    assert!(page.contains("4,112") && page.contains("PersonBirthDate"));
    assert!(page.contains("and 3 more") && page.contains("and 1,505 more"));
    assert!(page.contains("FamilyHub, met 212 times") && page.contains("LocalNotes, met once"));
    assert!(page.contains("value=\"file\"") && page.contains("value=\"aside\""));
}

#[test]
fn where_nothing_is_new_there_is_nothing_to_file() {
    let page = sample("import-looked-same");
    assert!(page.contains("Nothing in this file is new."));
    assert!(!page.contains("value=\"file\"") && page.contains("value=\"aside\""));
}

#[test]
fn filing_says_how_far_it_is() {
    let page = sample("import-filing");
    assert!(page.contains("612 of 1,514 children filed"));
    assert!(page.contains("<progress max=\"1514\" value=\"612\">"));
    assert!(page.contains("Look again"));
}

#[test]
fn taking_back_says_first_what_stays_and_why() {
    let page = sample("import-undo");
    assert!(page.contains("something else stands about the child"));
    assert!(page.contains("Assessment, 4 Mar") && page.contains("and 34 more"));
    assert!(page.contains("Leave it"));
    assert!(sample("import-undone").contains("WX90148"));
}

#[test]
fn thousands_stand_apart() {
    let all = [0, 7, 999, 1_000, 20_000, 1_234_567].map(grouped);
    assert_eq!(all, ["0", "7", "999", "1,000", "20,000", "1,234,567"]);
}
