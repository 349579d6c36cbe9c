//! The words of invented notes: sentences from the grammar in `phrases/notes.txt`.
//!
//! Words inside a sentence are drawn as words are in speech, the first of a list far more often
//! than the last; sentences are drawn evenly and never twice in one note.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::dice::Dice;

/// Who plays which part.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cast {
    pub(super) child: &'static str,
    /// Whether the child is a girl.
    pub(super) she: bool,
    /// Whether the child is too young for school.
    pub(super) small: bool,
    pub(super) sibling: &'static str,
    pub(super) adult: &'static str,
    pub(super) other: &'static str,
    pub(super) worker: &'static str,
}

/// A note stops growing here; the sentence that crosses the line and the last one bring it to
/// about 120 words.
const WORDS_BEFORE_CLOSING: usize = 102;

/// How deep a part may stand within parts; the file needs three.
const DEPTH: u8 = 5;

type Grammar = BTreeMap<&'static str, Vec<&'static str>>;

static GRAMMAR: LazyLock<Grammar> = LazyLock::new(|| read(include_str!("../../phrases/notes.txt")));

fn read(text: &'static str) -> Grammar {
    let parts = text.split("\n[").skip(1).filter_map(|part| part.split_once("]\n"));
    parts.map(|(name, lines)| (name, lines.trim_end_matches('\n').lines().collect())).collect()
}

/// The ways to say a part.
fn ways(part: &str) -> &'static [&'static str] {
    GRAMMAR.get(part).map_or(&[], Vec::as_slice)
}

/// A note of about 120 words.
pub(super) fn prose(dice: &mut Dice, cast: &Cast) -> String {
    let mut teller = Teller { dice, cast, told: String::with_capacity(1000) };
    let [opening, middle, closing] = if cast.small {
        ["opening small", "middle small", "closing small"]
    } else {
        ["opening", "middle", "closing"]
    };
    let mut middles = ways(middle).to_vec();
    let opening = teller.dice.pick(ways(opening));
    teller.sentence(opening);
    while teller.told.split(' ').count() < WORDS_BEFORE_CLOSING && !middles.is_empty() {
        let end = u64::try_from(middles.len()).unwrap_or_default();
        let at = usize::try_from(teller.dice.below(end)).unwrap_or_default();
        teller.sentence(middles.swap_remove(at));
    }
    let closing = teller.dice.pick(ways(closing));
    teller.sentence(closing);
    teller.told
}

struct Teller<'n> {
    dice: &'n mut Dice,
    cast: &'n Cast,
    told: String,
}

impl Teller<'_> {
    fn sentence(&mut self, pattern: &str) {
        let mut said = String::new();
        self.fill(pattern, &mut said, DEPTH);
        if !self.told.is_empty() {
            self.told.push(' ');
        }
        let said = with_articles(&said);
        let mut signs = said.chars();
        self.told.extend(signs.next().into_iter().flat_map(char::to_uppercase));
        self.told.push_str(signs.as_str());
    }

    /// Copies the pattern, saying each `{part}` in one of its ways.
    fn fill(&mut self, pattern: &str, said: &mut String, depth: u8) {
        let mut rest = pattern;
        while let Some((before, part, after)) = next_part(rest) {
            said.push_str(before);
            match self.named(part) {
                Some(name) => said.push_str(name),
                None if depth > 0 => {
                    let way = self.dice.early(ways(part));
                    self.fill(way, said, depth - 1);
                }
                None => {}
            }
            rest = after;
        }
        said.push_str(rest);
    }

    /// What the family fills in.
    fn named(&self, part: &str) -> Option<&'static str> {
        let Cast { child, she, small: _, sibling, adult, other, worker } = *self.cast;
        Some(match part {
            "child" => child,
            "sibling" => sibling,
            "adult" => adult,
            "other" => other,
            "worker" => worker,
            "they" if she => "she",
            "they" => "he",
            "them" | "their" if she => "her",
            "them" => "him",
            "their" => "his",
            _ => return None,
        })
    }
}

/// What stands before the next `{part}`, the part, and what stands after it.
fn next_part(pattern: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = pattern.split_once('{')?;
    let (part, after) = rest.split_once('}')?;
    Some((before, part, after))
}

/// "a orange umbrella" becomes "an orange umbrella"; a ukulele stays one, an hourglass too.
fn with_articles(said: &str) -> String {
    let mut words = said.split(' ').peekable();
    let mut put = Vec::new();
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        let sounds = next.starts_with(['a', 'e', 'i', 'o', 'u']) && !next.starts_with("uk");
        put.push(match word {
            "a" if sounds || next.starts_with("hour") => "an",
            "A" if sounds || next.starts_with("hour") => "An",
            word => word,
        });
    }
    put.join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{GRAMMAR, next_part, with_articles};

    #[test]
    fn every_part_that_a_line_names_is_there_and_every_part_is_used() {
        let filled = ["child", "sibling", "adult", "other", "worker", "they", "them", "their"];
        let mut named = BTreeSet::from(["opening", "middle", "closing"]);
        named.extend(["opening small", "middle small", "closing small"]);
        for line in GRAMMAR.values().flatten() {
            let mut rest = *line;
            while let Some((_, part, after)) = next_part(rest) {
                named.insert(part);
                rest = after;
            }
            assert!(!rest.contains(['{', '}']), "{line}");
        }
        let parts: BTreeSet<_> = GRAMMAR.keys().copied().chain(filled).collect();
        assert_eq!(named, parts);
    }

    #[test]
    fn nobody_is_found_at_fault() {
        let stems = ["fail", "refus", "engag", "complian", "neglect", "blam", "dysfunc", "chaotic"];
        let harsh = |word: &&str| stems.iter().any(|stem| word.starts_with(stem));
        for line in GRAMMAR.values().flatten() {
            let lower = line.to_lowercase();
            let mut words = lower.split(|sign: char| !sign.is_alphabetic());
            assert_eq!(words.find(|word| harsh(word) || ["bad", "poor"].contains(word)), None);
        }
    }

    #[test]
    fn articles_follow_the_sound() {
        let said = "A owl had a umbrella, a ukulele and a hourglass.";
        assert_eq!(with_articles(said), "An owl had an umbrella, a ukulele and an hourglass.");
    }
}
