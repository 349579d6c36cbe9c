//! What people type, and the words of what was written.

use super::*;
use proptest::prelude::*;

fn words(text: &str) -> Vec<String> {
    tokens(text).map(|token| token.word).collect()
}

fn shown(texts: &[&str], typed: &str) -> Option<String> {
    let found = excerpt(texts, &Sought::parse(typed))?;
    let mut out = found.text.clone();
    for range in found.marked.iter().rev() {
        out.insert(range.end, ']');
        out.insert(range.start, '[');
    }
    Some(out)
}

#[test]
fn words_are_plain_and_what_is_not_a_word_parts_them() {
    assert_eq!(
        words("Denise’s face. O’Brien-Çelik, 2.02pm"),
        ["denise", "face", "obrien", "celik", "2", "02pm"]
    );
    assert_eq!(words("Szczęść Łódź ŁÓDŹ"), ["szczesc", "lodz", "lodz"]);
    assert_eq!(words("Олександр шукає"), ["oleksandr", "shukaye"]);
    assert_eq!(words("मेरी बहन"), ["मेरी", "बहन"], "vowels that are marks stay");
    assert_eq!(words("孩子 ok"), ["孩", "子", "ok"]);
    assert_eq!(words(" -- '' ’s 👩‍👧 "), ["s"]);
}

#[test]
fn a_name_and_a_day_of_birth_are_told_apart_and_words_are_kept() {
    let sought = Sought::parse("Kayleigh  Brannagh\t3 Mar 2017");
    assert_eq!(sought.name, "Kayleigh Brannagh");
    assert_eq!(sought.born, Some(jiff::civil::date(2017, 3, 3)));
    let sought = Sought::parse("arm \"did not cry\" Nan’s");
    let terms: Vec<Vec<&str>> =
        sought.terms.iter().map(|term| term.0.iter().map(String::as_str).collect()).collect();
    assert_eq!(terms, [vec!["arm"], vec!["did", "not", "cry"], vec!["nan"]]);
    assert_eq!(sought.name, "arm did not cry Nan’s");
}

#[test]
fn letters_of_a_script_without_blanks_are_looked_for_side_by_side() {
    assert_eq!(shown(&["孩子今天很高兴。"], "高兴"), Some("孩子今天很[高兴]。".into()));
    assert_eq!(shown(&["兴高"], "高兴"), None);
    assert_eq!(shown(&["高 兴"], "高 兴"), Some("[高] [兴]".into()));
}

#[test]
fn the_words_are_marked_where_they_stand_as_they_were_written() {
    let note = "He settles.\nDENISE’S face lit up; Lódź came up twice.";
    assert_eq!(
        shown(&[note], "denise lodz"),
        Some("He settles. [DENISE]’S face lit up; [Lódź] came up twice.".into())
    );
    assert_eq!(
        shown(&["Arm", "the arm was broken"], "arm broken"),
        Some("the [arm] was [broken]".into())
    );
    assert_eq!(shown(&["the arm", "was broken"], "arm broken"), Some("the [arm]".into()));
    assert_eq!(shown(&["the arm"], "arm leg"), None, "all words stand in it, or it is not found");
    assert_eq!(shown(&["he did not cry"], "\"did cry\""), None);
    assert_eq!(shown(&["he did, not cry"], "\"Did not\" cry"), Some("he [did, not] [cry]".into()));
    assert_eq!(shown(&["anything"], " \"\" "), None);
}

#[test]
fn a_long_note_shows_the_piece_that_has_the_words() {
    let long = format!("{}The arm hung. {}", "Arm in arm. ".repeat(40), "More of it. ".repeat(40));
    let found = excerpt(&[&long], &Sought::parse("arm hung")).expect("it is there");
    assert!(found.cut_before && found.cut_after);
    assert!(found.text.contains("The arm hung.") && found.text.chars().count() <= 290, "{found:?}");
}

#[test]
fn whatever_is_typed_is_words_and_there_are_not_too_many() {
    let typed = "<b>\"mum\" OR (dad*) NEAR/2 -nan: ^x' AND \u{0}; drop table entry -- ".repeat(9);
    let sought = Sought::parse(&typed);
    assert!(sought.typed.chars().count() <= SEARCH_CHARS_MAX);
    assert_eq!(sought.words().len(), 12);
    assert!(Sought::parse(" \u{0} \t").is_blank());
}

proptest! {
    #[test]
    fn a_text_is_found_by_any_of_its_words(text in "\\PC{0,80}", pick in 0usize..20) {
        let all: Vec<Token> = tokens(&text).collect();
        for token in &all {
            prop_assert!(text.get(token.range.clone()).is_some());
        }
        if let Some(token) = all.get(pick) {
            let word = &text[token.range.clone()];
            let sought = Sought::parse(word);
            let found = excerpt(&[&text], &sought);
            prop_assert!(found.is_some(), "{word} in {text}: {sought:?}");
            for range in found.unwrap_or_default().marked {
                prop_assert!(range.start < range.end);
            }
        }
    }

    #[test]
    fn nothing_that_is_typed_fails(typed in "\\PC*", text in "\\PC*") {
        let sought = Sought::parse(&typed);
        prop_assert!(sought.words().len() <= 12);
        prop_assert!(sought.words().iter().all(|word| !word.contains(['"', '\'', ' ', '_'])));
        if let Some(found) = excerpt(&[&text], &sought) {
            for range in &found.marked {
                prop_assert!(found.text.get(range.clone()).is_some());
            }
        }
    }
}
