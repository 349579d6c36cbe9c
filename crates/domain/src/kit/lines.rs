//! What a line said to a child, or written for a parent, must be like.
//!
//! Lists of words and plain counting: enough to keep a careless line out, and no judge of a good
//! one. A place such as `{$worker}` counts as one word and one syllable pair. The lists are for
//! lines written by us; what a worker asks of their own is for the question checker.

/// How a line is pitched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// About 4 to 6.
    A,
    /// About 7 to 10.
    B,
    /// About 11 to 14.
    C,
    /// About 15 to 17.
    D,
    /// Easy Read, any age.
    E,
}

impl Level {
    /// All five.
    pub const ALL: [Level; 5] = [Level::A, Level::B, Level::C, Level::D, Level::E];

    /// The letter that ends a key.
    pub fn letter(self) -> char {
        match self {
            Level::A => 'a',
            Level::B => 'b',
            Level::C => 'c',
            Level::D => 'd',
            Level::E => 'e',
        }
    }

    /// Words in the longest sentence. From Easy Read guidance and practice with children; for
    /// an authority to review.
    pub fn sentence_words_max(self) -> usize {
        match self {
            Level::A | Level::E => 8,
            Level::B => 12,
            Level::C => 16,
            Level::D => 20,
        }
    }
}

/// Drawings that may stand beside a sentence in Easy Read.
pub const SYMBOLS: [&str; 16] = [
    "calendar", "cloud", "ear", "eye", "hand", "house", "lock", "path", "pencil", "people",
    "place", "question", "star", "stop", "sun", "thumb",
];

const PERSONS: &[&str] = &[
    "mum",
    "mummy",
    "mam",
    "mom",
    "mother",
    "dad",
    "daddy",
    "father",
    "parent",
    "parents",
    "nan",
    "nana",
    "gran",
    "granny",
    "grandma",
    "grandad",
    "grandfather",
    "grandmother",
    "uncle",
    "aunt",
    "auntie",
    "brother",
    "sister",
    "cousin",
    "stepdad",
    "stepmum",
    "stepfather",
    "stepmother",
    "boyfriend",
    "girlfriend",
    "partner",
    "man",
    "woman",
    "lady",
    "baby",
    "teacher",
    "he",
    "she",
    "him",
    "her",
    "his",
];

const ACTS: &[&str] = &[
    "hurt",
    "hurts",
    "hit",
    "hits",
    "smack",
    "smacked",
    "slap",
    "punch",
    "kick",
    "kicked",
    "beat",
    "bite",
    "burn",
    "push",
    "pushed",
    "shake",
    "touch",
    "touched",
    "touches",
    "kiss",
    "shout",
    "shouts",
    "shouted",
    "scream",
    "swear",
    "fight",
    "fights",
    "argue",
    "drink",
    "drinks",
    "drinking",
    "drunk",
    "drugs",
    "lock",
    "locked",
    "threaten",
    "threatened",
    "scare",
    "scared",
    "frightened",
    "afraid",
    "harm",
    "harmed",
    "abuse",
    "abused",
    "neglect",
    "angry",
    "sad",
    "cry",
];

const YES_OR_NO: &[&str] = &[
    "do",
    "does",
    "did",
    "don’t",
    "didn’t",
    "are",
    "aren’t",
    "is",
    "isn’t",
    "was",
    "wasn’t",
    "were",
    "weren’t",
    "have",
    "haven’t",
    "has",
    "hasn’t",
    "had",
    "can",
    "can’t",
    "could",
    "couldn’t",
    "will",
    "won’t",
    "would",
    "wouldn’t",
    "should",
    "shall",
    "may",
    "am",
];

const PROMISES: &[&str] = &[
    "secret",
    "secrets",
    "promise",
    "promises",
    "nobody will",
    "no one will",
    "never tell",
    "won’t tell",
    "will not tell",
    "confidential",
    "between us",
    "always be safe",
    "it will be ok",
    "it will be all right",
    "everything will be",
    "make it better",
];

const JARGON: &[&str] = &[
    "safeguarding",
    "disclosure",
    "disclose",
    "assessment",
    "intervention",
    "multi-agency",
    "agency",
    "placement",
    "contact",
    "lac",
    "cin",
    "cp",
    "iro",
    "threshold",
    "outcome",
    "outcomes",
    "engage",
    "engagement",
    "professional",
    "professionals",
    "service user",
    "stakeholder",
    "voice of the child",
    "direct work",
    "case",
    "statutory",
    "siblings",
    "wellbeing",
    "strengths-based",
    "holistic",
];

/// The sentences of a line, without empty ones.
pub fn sentences(line: &str) -> Vec<&str> {
    let ends = |c: char| matches!(c, '.' | '?' | '!');
    line.split(ends).map(str::trim).filter(|each| each.contains(char::is_alphanumeric)).collect()
}

/// How many words stand in the longest sentence.
pub fn longest_sentence(line: &str) -> usize {
    sentences(line).into_iter().map(|each| words(each).len()).max().unwrap_or(0)
}

/// A word for somebody in a child's life, where the line has one.
pub fn names_a_person(line: &str) -> Option<&'static str> {
    says_one_of(line, PERSONS)
}

/// A word for what somebody might have done or felt, where the line has one.
pub fn names_an_act(line: &str) -> Option<&'static str> {
    says_one_of(line, ACTS)
}

/// A question that can be answered by yes or no, where the line has one.
pub fn opens_yes_or_no(line: &str) -> Option<&'static str> {
    let questions = line.split_inclusive(['.', '?', '!']).filter(|each| each.ends_with('?'));
    let first = |each: &str| words(each).into_iter().next();
    let firsts: Vec<String> = questions.filter_map(first).collect();
    YES_OR_NO.iter().copied().find(|word| firsts.iter().any(|first| first == word))
}

/// Words that offer what cannot be kept, where the line has some.
pub fn promises(line: &str) -> Option<&'static str> {
    says_one_of(line, PROMISES)
}

/// A word of the trade that nobody outside it knows, where the line has one.
pub fn jargon(line: &str) -> Option<&'static str> {
    says_one_of(line, JARGON)
}

/// Reading grade after Flesch and Kincaid (Kincaid and others, 1975): `0.39 × words a sentence +
/// 11.8 × syllables a word − 15.59`. Grade 6 is read at about eleven. Syllables are counted as
/// runs of vowels, a silent e taken off.
pub fn grade(text: &str) -> f64 {
    let words = words(text);
    let syllables: u32 = words.iter().map(|word| syllables(word)).sum();
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let (all, sentences) = (count(words.len().max(1)), count(sentences(text).len().max(1)));
    0.39 * all / sentences + 11.8 * f64::from(syllables) / all - 15.59
}

/// Lower-case words; a place is one word.
fn words(text: &str) -> Vec<String> {
    let outside = |c: char| !(c.is_alphanumeric() || matches!(c, '’' | '-'));
    let trimmed = text.split_whitespace().map(|word| word.trim_matches(outside).to_lowercase());
    trimmed.filter(|word| !word.is_empty()).collect()
}

fn says_one_of(line: &str, list: &'static [&'static str]) -> Option<&'static str> {
    let spaced = format!(" {} ", words(line).join(" "));
    list.iter().copied().find(|word| spaced.contains(&format!(" {word} ")))
}

fn syllables(word: &str) -> u32 {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut runs = 0;
    let mut within = false;
    for c in word.chars() {
        runs += u32::from(vowel(c) && !within);
        within = vowel(c);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && runs > 1;
    (runs - u32::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_as_long_as_its_words_and_a_name_is_one() {
        assert_eq!(longest_sentence("You can stop. Press the hand, {$child}."), 4);
        assert_eq!(longest_sentence("You can say: I don’t know."), 6);
        assert_eq!(sentences("Stop? Yes. "), ["Stop", "Yes"]);
        assert_eq!(longest_sentence(""), 0);
    }

    #[test]
    fn a_person_an_act_or_a_promise_in_a_line_is_seen() {
        assert_eq!(names_a_person("Tell me about Mum."), Some("mum"));
        assert_eq!(names_a_person("Who lives with you?"), None);
        assert_eq!(names_an_act("Who shouts at home?"), Some("shouts"));
        assert_eq!(names_an_act("What happens at home?"), None);
        assert_eq!(promises("It is our secret."), Some("secret"));
        assert_eq!(promises("Nobody will know."), Some("nobody will"));
        assert_eq!(promises("Nobody tidies your words."), None);
        assert_eq!(jargon("This is direct work."), Some("direct work"));
        assert_eq!(jargon("In case it rains"), Some("case"));
        assert_eq!(jargon("A suitcase"), None);
    }

    #[test]
    fn a_question_for_yes_or_no_is_seen_and_a_statement_is_not() {
        assert_eq!(opens_yes_or_no("Hello. Are you happy?"), Some("are"));
        assert_eq!(opens_yes_or_no("What are you doing?"), None);
        assert_eq!(opens_yes_or_no("Do it again."), None);
    }

    #[test]
    fn hard_words_raise_the_grade() {
        let plain = grade("The cat sat on the mat. It was warm.");
        let hard = grade("Multidisciplinary considerations necessitate deliberation.");
        assert!(plain < 2.0, "{plain}");
        assert!(hard > 20.0, "{hard}");
        assert_eq!(syllables("house"), 1);
        assert_eq!(syllables("people"), 2);
        assert_eq!(syllables("animal"), 3);
    }
}
