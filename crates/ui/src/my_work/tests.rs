//! What the day says, and which rows are rich.
use super::samples::{anitas_day, samples};
use super::*;
use crate::layout::Theme;

#[test]
fn up_to_ten_children_every_row_is_rich() {
    let mut work = anitas_day();
    assert_eq!(work.children(), 12);
    let (rich, compact) = parted(&work);
    assert_eq!(rich.iter().map(|family| family.len()).sum::<usize>(), 5);
    assert_eq!(compact.len(), 7);
    work.families.truncate(8);
    let (rich, compact) = parted(&work);
    assert_eq!((rich.len(), compact.len()), (8, 0));
}

#[test]
fn the_children_come_before_everything_else() {
    let (_, page) = &samples("/a/0", Theme::Light)[0];
    let page = page.clone().into_string();
    let at = |words: &str| page.find(words).expect(words);
    assert!(
        at("Children I work with, 12") < at(">Today<") && at(">Today<") < at("Waiting for you")
    );
    for said in
        ["“He slept from ten till four.”", "Denise, Nan, in the night book, 23 Nov", "4, Mum only"]
    {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn nobody_is_late_and_nothing_is_red() {
    for (name, page) in samples("/a/0", Theme::Light) {
        let page = page.into_string();
        assert!(!page.contains("overdue") && !page.contains("days ago"), "{name}");
    }
}

#[test]
fn a_worker_without_children_is_told_how_that_changes() {
    let (_, page) = &samples("/a/0", Theme::Light)[1];
    assert!(page.clone().into_string().contains("You work with no child yet."));
}

#[test]
fn what_waits_to_be_said_whose_it_is_stands_first_and_only_where_something_does() {
    let all = samples("/a/0", Theme::Light);
    let drawn = |at: usize| all[at].1.clone().into_string();
    let page = drawn(1);
    let told = page.find("2 sessions from tablets wait").expect("told");
    assert!(told < page.find("Children I work with").expect("children"));
    assert!(page.contains("href=\"/handed-in\""));
    assert!(!drawn(0).contains("from a tablet waits") && !drawn(0).contains("from tablets wait"));
}
