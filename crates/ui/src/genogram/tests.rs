//! The small drawing as SVG.

use super::*;

const COLUMN: f64 = 218.0;

fn sample(shows: &str) -> Family<u32> {
    samples().into_iter().find(|sample| sample.shows.contains(shows)).unwrap().family
}

fn drawn(shows: &str) -> String {
    genogram(&sample(shows), COLUMN).into_string()
}

/// The text between the first such tag and its end.
fn within(svg: &str, tag: &str) -> String {
    let start = svg.find(&format!("<{tag}>")).unwrap() + tag.len() + 2;
    svg[start..].split(&format!("</{tag}>")).next().unwrap().to_owned()
}

#[test]
fn the_picture_says_in_words_what_it_shows() {
    assert_eq!(within(&drawn("a baby"), "title"), "Family of Idris");
    assert_eq!(
        within(&drawn("a baby"), "desc"),
        "Idris, 5 months, son of Leah and Karim, who live together. \
         Idris lives with Denise at 3 Mill Bank. Leah’s mother is Denise, 47. \
         Karim’s parents are Yusuf, 52; and Nasreen, who has died. \
         Brothers and sisters of Karim: sister Samira, 26. \
         Leah and Karim live at 14 Orchard Row."
    );
}

#[test]
fn each_person_says_who_they_are_to_the_child() {
    let svg = drawn("a baby");
    for title in [
        "Idris, 5 months",
        "Leah, 21, Idris’s mother",
        "Denise, 47, Idris’s mother’s mother",
        "Nasreen, who has died, Idris’s father’s mother",
        "Samira, 26, Idris’s father’s sister",
    ] {
        assert!(svg.contains(&format!("<title>{title}</title>")), "{title}");
    }
    assert!(drawn("half-brothers").contains("<title>Mia, 4, Kayla’s half-sister</title>"));
}

#[test]
fn a_parent_nobody_has_named_is_said_so_and_not_blamed() {
    let svg = drawn("a father nobody");
    let words = "Ruby, 3, daughter of Chantelle and a parent nobody has named.";
    assert!(within(&svg, "desc").starts_with(words));
    assert!(svg.contains("<title>a parent nobody has named</title>"));
}

#[test]
fn a_secret_address_stands_nowhere() {
    let svg = drawn("a secret address");
    assert!(!svg.contains("Allotment"));
    assert!(
        within(&svg, "desc")
            .contains("Farah lives with Yahya and Noor at an address that is kept private.")
    );
    assert!(svg.contains("5 Holm Oak Drive"));
}

#[test]
fn whoever_is_not_drawn_is_counted() {
    let family = sample("more people");
    let drawing = draw(&family, COLUMN);
    let svg = picture(&family, &drawing).into_string();
    assert!(drawing.left_out > 1);
    let words = format!("{} more people are on the Family page.", drawing.left_out);
    assert!(within(&svg, "desc").ends_with(&words));
    assert_eq!(more(drawing.left_out), Some(format!("and {} more", drawing.left_out)));
    assert_eq!(more(0), None);
}

#[test]
fn every_sample_is_a_picture_without_styles_of_its_own() {
    for sample in samples() {
        let svg = genogram(&sample.family, COLUMN).into_string();
        assert!(!svg.contains("style="), "{}", sample.shows);
        assert!(svg.contains("role=\"img\""), "{}", sample.shows);
        assert!(!within(&svg, "desc").is_empty(), "{}", sample.shows);
    }
}

#[test]
fn a_name_that_looks_like_markup_is_text() {
    let mut family = sample("only the child");
    family.people[0].name = "<b>".to_owned();
    let svg = genogram(&family, COLUMN).into_string();
    assert!(!svg.contains("<b>") && svg.contains("&lt;b&gt;"));
}
