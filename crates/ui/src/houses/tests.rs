//! What a reader finds of a sitting.

use super::over_time::over_time;
use super::samples::{one_page, tylers, tylers_over_time};
use super::*;
use crate::front_page::samples::frame;
use crate::layout::Theme;
use domain::houses_page::Pile;
use domain::houses_session::{Ending, Variant};

fn drawn(of: &Sitting) -> String {
    sitting(&frame("/a/0", Theme::Light), of).into_string()
}

#[test]
fn words_stand_as_the_child_wrote_them_and_say_whose_hand_it_was() {
    let page = drawn(&tylers());
    assert!(page.contains("“the ambilance”"), "{page}");
    let hand = page.find("Joel Whitby wrote it for the child").expect("whose hand");
    assert!(page.find("“when nobody wakes up”").expect("the words") < hand);
    assert_eq!(page.matches("wrote it for the child").count(), 1, "the rest is Tyler's own");
}

#[test]
fn each_page_says_who_may_see_it_and_the_workers_note_stands_apart_after_all_of_them() {
    let page = drawn(&tylers());
    assert!(page.contains("<b>Dad</b>: ask again later; until then no"));
    assert!(page.contains("The child’s workers. Tyler chose nobody else."), "the path");
    let note = page.find("came out for the crayons").expect("the note");
    assert!(page.rfind("Who may see this page").expect("choices") < note);
}

#[test]
fn one_that_did_not_take_place_says_so_before_anything_else() {
    let ended = "The child did not want to, and said so before it began.";
    let mut no = Sitting { pages: vec![], answers: vec![], ..tylers() };
    no.how.session.ending = Ending::SaidNo;
    let page = drawn(&no);
    let says = page.find(ended).expect("how it ended");
    assert!(says < page.find("In the child’s words").expect("what else there is"), "{page}");
    assert!(!drawn(&tylers()).contains("The words were read back."), "that stands beside it");
}

#[test]
fn what_the_child_was_told_stands_and_until_then_by_when() {
    assert!(drawn(&tylers()).contains("Pete counts the puffs."));
    assert!(!drawn(&tylers()).contains("was to hear by"));
    assert!(drawn(&one_page()).contains("Tyler was to hear by 13 Apr what came of this."));
}

#[test]
fn a_recording_that_broke_off_says_so_on_its_page_and_on_none() {
    let page = drawn(&tylers());
    assert!(page.contains("A recording, 0:42<"), "{page}");
    assert!(page.contains("A recording that broke off after 0:09<"));
    assert!(page.rfind("A recording that broke off<") > page.find("On no page"));
}

#[test]
fn each_house_stands_once_then_before_now_and_nothing_is_made_of_the_two() {
    let page = over_time(&frame("/a/0", Theme::Light), &tylers_over_time()).into_string();
    let good = page.find("House of Good Things").expect("the house");
    let (then, now) = (page.find(">2 Apr<"), page.find(">9 Nov<"));
    assert!(Some(good) < then && then < now, "{page}");
    assert_eq!(page.matches("House of Good Things").count(), 1);
    assert!(page.contains("What they mean, ask Tyler."));
    assert!(!page.contains("Who may see this page"), "that stands on the page itself");
    assert!(page.contains("Joel Whitby wrote it for the child"));
}

#[test]
fn a_drawing_that_cannot_be_brought_is_said_and_so_is_what_never_came() {
    let mut away = tylers();
    away.pictures().for_each(|picture| picture.drawn = None);
    let page = drawn(&away);
    assert!(page.contains("The drawing is not here at the moment."));
    assert!(page.contains("One recording or picture that belongs here did not come with it."));
}

#[test]
fn what_was_asked_stands_in_words_also_where_the_kit_said_it() {
    let page = facts::beside(&tylers()).into_string();
    assert!(!page.contains("worries-house"), "{page}");
    assert!(page.contains("What goes in this house, if anything?"));
}

#[test]
fn that_something_important_was_said_stands_before_the_childs_pages() {
    let root = EntryId(uuid::Uuid::from_u128(0x77));
    let words = "he frew the plate".to_owned();
    let said = Important { root, words, danger_now: Some(true), rung: false };
    let sitting = Sitting { important: vec![said], ..tylers() };
    let page = drawn(&sitting);
    let notice = page.find("said something important here").expect("told first");
    let words = page.find("he frew the plate").expect("the words");
    assert!(notice < page.find("<article").or(page.find("<section")).expect("a page"), "{page}");
    assert!(notice < words && page.contains(&format!("href=\"{}\"", urls::Entry(root))));
    for says in
        ["The worker wrote that there was danger.", "Nobody has written yet whom they rang."]
    {
        assert!(notice < page.find(says).expect("told first"), "{page}");
    }
    assert!(!drawn(&tylers()).contains("said something important here"));
}

#[test]
fn where_a_child_had_rooms_the_record_calls_nothing_a_house() {
    let page = drawn(&tylers());
    assert!(page.contains("House of Worries"));
    let mut rooms = tylers();
    rooms.how.session.variant = Variant::Rooms;
    let page = drawn(&rooms);
    assert!(!page.contains("House of"), "{page}");
}

#[test]
fn an_answer_stands_with_its_question_and_a_card_with_its_words() {
    let mut sitting = tylers();
    sitting.exact = vec![("bring biskit".into(), Some("do-differently".into()))];
    sitting.pages[0].sorted = vec![Sorted { card: "music-and-games".into(), pile: Pile::Worry }];
    let page = drawn(&sitting);
    assert!(page.contains("do better next time?"), "{page}");
    assert!(page.contains("Music and games") && !page.contains("music-and-games"));
}

#[test]
fn what_was_asked_twice_is_told_once() {
    let mut sitting = tylers();
    let asked = sitting.how.session.asked.first().cloned().expect("something was asked");
    sitting.how.session.asked = vec![asked.clone(), asked];
    let page = facts::beside(&sitting).into_string();
    assert_eq!(page.matches("<li").count(), 1, "{page}");
}
