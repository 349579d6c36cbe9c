//! How a page calls people: "Nan Denise", "Leah and Karim", "her part".
use std::borrow::Cow;

use domain::front_page::{Named, Standing};

use crate::say;

/// "Nan Denise", "Aunt Samira"; everybody else by their short name.
pub fn with_kinship(who: &Named) -> Cow<'_, str> {
    let kin = matches!(who.standing, Standing::Grandparent | Standing::Kin);
    match &who.relation {
        Some(relation) if kin => Cow::Owned(format!("{} {}", capitalised(relation), who.called)),
        _ => Cow::Borrowed(&who.called),
    }
}

/// Family by their short name, professionals by their whole name.
pub fn in_list(who: &Named) -> &str {
    if who.standing.is_family() { &who.called } else { &who.name }
}

/// "Leah", "Leah and Karim", "Anita, Beth and Denise".
pub fn joined<'a>(names: impl IntoIterator<Item = &'a str>) -> Cow<'a, str> {
    let names: Vec<&str> = names.into_iter().collect();
    match names.as_slice() {
        [] => Cow::Borrowed(""),
        [only] => Cow::Borrowed(*only),
        [rest @ .., last] => say!("names-joined", first = rest.join(", "), last = *last),
    }
}

/// "18 Nov, at school, alone": the parts that are there.
pub fn joined_by_comma(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ")
}

/// First letters of the first and the last name: "AR".
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let letters = [words.next(), words.next_back()];
    letters
        .iter()
        .flatten()
        .filter_map(|word| word.chars().next())
        .flat_map(char::to_uppercase)
        .collect()
}

/// The word with its first letter large.
pub fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_listed_as_speech_lists_them() {
        assert_eq!(joined([]), "");
        assert_eq!(joined(["Leah"]), "Leah");
        assert_eq!(joined(["Leah", "Karim"]), "Leah and Karim");
        assert_eq!(joined(["Anita", "Beth", "Denise"]), "Anita, Beth and Denise");
    }

    #[test]
    fn initials_are_of_the_first_and_the_last_name() {
        assert_eq!(initials("Anita Rowe"), "AR");
        assert_eq!(initials("Idris James Mahoney-Shah"), "IM");
        assert_eq!(initials("Pete"), "P");
        assert_eq!(initials(""), "");
    }
}
