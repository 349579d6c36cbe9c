//! Whom a child lets see which page, where the files say it in the child's words: "only drama",
//! "not the crackers bit", "rooms 1 and 3".

use domain::sharing::Answer;

use crate::family::{House, Share};

/// Words that say which kind of choice it is, and not what it is about.
const NOT_ABOUT: [&str; 8] = ["not", "the", "only", "bit", "and", "house", "of", "room"];

/// What a page says that a choice may be about.
pub(super) struct About<'a> {
    /// The house it is in; none: the path.
    pub house: Option<House>,
    /// What the child calls that house.
    pub called: Option<&'a str>,
    /// The place of the house in the child's order, from 1.
    pub nth: usize,
    /// Its words.
    pub texts: &'a [String],
}

/// The child's answer about one page.
pub(super) fn answer(share: &Share, page: &About<'_>) -> Answer {
    let yes = match share {
        Share::Yes => true,
        Share::No => false,
        Share::Part(words) => is_about(words, page) != words.starts_with("not "),
    };
    if yes { Answer::Yes } else { Answer::No }
}

/// Whether a choice about a part names this text, so that it stands on a page of its own.
pub(super) fn names(share: &Share, text: &str) -> bool {
    let Share::Part(words) = share else { return false };
    tokens(words).iter().any(|token| tokens(text).iter().any(|word| alike(token, word)))
}

fn is_about(words: &str, page: &About<'_>) -> bool {
    if words.starts_with("room") {
        return words.split(|c: char| !c.is_ascii_digit()).any(|n| n.parse() == Ok(page.nth));
    }
    let house = page.house.map_or("", |house| match house {
        House::Good => "good",
        House::Worries => "worries",
        House::Dreams => "dreams",
    });
    let on_it = page.texts.iter().flat_map(|text| tokens(text));
    let named = page.called.iter().flat_map(|called| tokens(called));
    let all: Vec<String> = on_it.chain(named).chain([house.to_owned()]).collect();
    tokens(words).iter().any(|token| all.iter().any(|word| alike(token, word)))
}

fn tokens(words: &str) -> Vec<String> {
    let words = words.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.len() > 2 && !NOT_ABOUT.contains(word)).map(Into::into).collect()
}

/// The same word, or two long ones that begin alike: "leaning", "lean"; "spoons", "spoon".
fn alike(one: &str, other: &str) -> bool {
    let stem = |word: &str| word.strip_suffix("ing").unwrap_or(word).to_owned();
    let (one, other) = (stem(one), stem(other));
    let begins = |long: &str, short: &str| short.len() >= 4 && long.starts_with(short);
    one == other || begins(&one, &other) || begins(&other, &one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(words: &str, house: House, nth: usize, text: &str) -> bool {
        let texts = [text.to_owned()];
        let called = (house == House::Worries && nth == 3).then_some("skips");
        let page = About { house: Some(house), called, nth, texts: &texts };
        answer(&Share::from(words.to_owned()), &page) == Answer::Yes
    }

    #[test]
    fn a_part_opens_or_keeps_back_the_pages_it_names() {
        assert!(!chosen("not the crackers bit", House::Worries, 2, "crackers"));
        assert!(chosen("not the crackers bit", House::Worries, 2, "Tylers breething"));
        assert!(chosen("only drama", House::Good, 1, "drama but I had to stop"));
        assert!(!chosen("only drama", House::Good, 1, "Mum's singing"));
        assert!(!chosen("not the leaning", House::Worries, 1, "the tall ones lean at night"));
        assert!(!chosen("not the shouting", House::Worries, 2, "being the reason they shout"));
        assert!(chosen("spoons", House::Good, 1, "spoon at mums"));
        assert!(!chosen("not dad's bit", House::Worries, 1, "Dad finding out and going quiet"));
    }

    #[test]
    fn a_part_may_be_a_house_by_its_name_or_its_place() {
        assert!(chosen("rooms 1 and 3", House::Good, 3, "Sundays"));
        assert!(!chosen("rooms 1 and 3", House::Worries, 2, "the money"));
        assert!(!chosen("not House of Worries", House::Worries, 1, "when it lights up"));
        assert!(chosen("not House of Worries", House::Good, 2, "Nia"));
        assert!(!chosen("not skips", House::Worries, 3, "finding out on the day"));
        assert!(chosen("not skips", House::Good, 1, "carols van"));
    }
}
