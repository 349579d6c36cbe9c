//! What people of Wexcombe see when they open its pages: the whole borough, on both databases.
//!
//! Seeding takes longer than reading, so a borough is told once for each database, and every
//! story of these pages is looked for in it. What writes comes last.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod board;
mod borough;
mod children;
mod front_page;
mod listening;
mod my_work;
mod note_form;
mod story;

use borough::Borough;

/// What is looked for, in this order.
const STORIES: &[fn(&Borough)] = &[
    front_page::files_gathered_together_stand_as_each_does_alone,
    board::the_map_stands_on_the_board_as_people_wrote_it,
    board::a_slip_may_be_put_in_the_files_of_brothers_and_sisters_one_works_with,
    story::everything_is_told_once_newest_first_a_page_at_a_time,
    story::a_line_says_whose_words_who_wrote_them_and_what_they_speak_to,
    story::only_children_are_heard_where_their_voice_is_asked_for,
    children::whoever_meets_any_file_lists_all_by_name_and_no_restricted_one,
    children::a_worker_lists_their_own_and_a_supervisor_those_who_wait,
    listening::whoever_leads_sees_sums_of_every_team_and_no_child,
    listening::whoever_answers_for_a_team_finds_by_name_only_files_they_may_open,
    listening::a_team_is_shown_to_nobody_who_does_not_answer_for_it,
    listening::a_worker_finds_their_own_children_and_when_each_was_heard,
    my_work::a_worker_finds_the_children_they_work_with_and_what_waits,
    my_work::brothers_and_sisters_stand_together_and_soonest_comes_first,
    my_work::whoever_works_with_no_child_finds_none,
    note_form::a_note_may_be_filed_for_siblings_and_speaks_to_what_is_on_the_map,
    note_form::a_draft_comes_back_to_whoever_wrote_it_and_to_nobody_else,
    front_page::a_worker_opens_it_at_once_and_a_leader_says_why,
    my_work::the_lead_is_told_who_opened_a_file_and_why,
    board::a_sealed_slip_is_on_the_board_of_the_lead_alone,
    board::whatever_is_opened_lies_on_the_desk,
    my_work::a_manager_is_told_of_a_restricted_file_without_a_name,
];

#[test]
fn the_pages_of_wexcombe_tell_what_its_people_wrote() {
    for borough in borough::boroughs() {
        for story in STORIES {
            story(&borough);
        }
    }
}
