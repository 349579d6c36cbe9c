//! Where in an entry the words stand: a few lines around them, with the words marked.

use super::{Sought, Term, Token, tokens};
use std::ops::Range;

/// As much of a text as is shown, in characters, and how much of it stands before the words.
const SHOWN: usize = 220;
const BEFORE: usize = 60;

/// A piece of an entry's words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The piece, on one line.
    pub text: String,
    /// The words that were looked for, as ranges of bytes, in order and apart.
    pub marked: Vec<Range<usize>>,
    /// Something stands before it.
    pub cut_before: bool,
    /// Something stands after it.
    pub cut_after: bool,
}

/// A term where it stands.
struct Hit {
    term: usize,
    range: Range<usize>,
}

/// The piece in which most of what was looked for stands; none where some of it stands nowhere in
/// these texts.
pub fn excerpt(texts: &[&str], sought: &Sought) -> Option<Excerpt> {
    let hits: Vec<Vec<Hit>> = texts.iter().map(|text| hits(text, &sought.terms)).collect();
    let stands = |term| hits.iter().flatten().any(|hit| hit.term == term);
    if sought.terms.is_empty() || !(0..sought.terms.len()).all(stands) {
        return None;
    }
    let pieces = texts.iter().zip(&hits).enumerate().filter_map(|(nth, (text, hits))| {
        let (many, first) = best_start(text, hits)?;
        Some((many, std::cmp::Reverse(nth), *text, hits, first))
    });
    let (_, _, text, hits, first) = pieces.max_by_key(|(many, nth, ..)| (*many, *nth))?;
    Some(cut(text, hits, first))
}

fn hits(text: &str, terms: &[Term]) -> Vec<Hit> {
    let tokens: Vec<Token> = tokens(text).collect();
    let mut hits = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        for (term, Term(words)) in terms.iter().enumerate() {
            let Some(here) = tokens.get(at..at + words.len()) else { continue };
            if here.iter().map(|token| &token.word).eq(words) {
                let end = here.last().map_or(token.range.end, |last| last.range.end);
                hits.push(Hit { term, range: token.range.start..end });
            }
        }
    }
    hits
}

/// How many different terms the best piece has, and where its first one stands.
fn best_start(text: &str, hits: &[Hit]) -> Option<(usize, usize)> {
    let many = |from: usize| {
        let until = after(text, from, SHOWN - BEFORE);
        let inside = hits.iter().filter(|hit| hit.range.start >= from && hit.range.end <= until);
        let mut terms: Vec<usize> = inside.map(|hit| hit.term).collect();
        terms.sort_unstable();
        terms.dedup();
        terms.len()
    };
    // Of equals the first: a long note need not be held against itself at each of its words.
    let starts = hits.iter().take(200).map(|hit| hit.range.start);
    starts.map(|start| (many(start), start)).rev().max_by_key(|(many, _)| *many)
}

/// The place so many characters on.
fn after(text: &str, from: usize, chars: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    rest.char_indices().nth(chars).map_or(text.len(), |(at, _)| from + at)
}

fn cut(text: &str, hits: &[Hit], first: usize) -> Excerpt {
    let start = begin(text, first);
    let end = finish(text, after(text, start, SHOWN));
    let piece = text.get(start..end).unwrap_or_default();
    let mut marked: Vec<Range<usize>> = Vec::new();
    for hit in hits.iter().filter(|hit| hit.range.start >= start && hit.range.end <= end) {
        let range = hit.range.start - start..hit.range.end - start;
        match marked.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => marked.push(range),
        }
    }
    let before = text.get(..start).unwrap_or_default();
    let rest = text.get(end..).unwrap_or_default();
    Excerpt {
        // One byte for one byte, so that the ranges hold.
        text: piece.replace(['\n', '\r', '\t'], " "),
        marked,
        cut_before: !before.trim().is_empty(),
        cut_after: !rest.trim().is_empty(),
    }
}

/// The beginning of the word, or of the sentence, that stands a little before.
fn begin(text: &str, first: usize) -> usize {
    let before = text.get(..first).unwrap_or_default();
    let Some((from, _)) = before.char_indices().rev().nth(BEFORE) else { return 0 };
    let reach = before.get(from..).unwrap_or_default();
    let sentence = reach.rfind(". ").map(|at| from + at + 2);
    let blank = || reach.char_indices().find(|(_, c)| c.is_whitespace());
    sentence.or_else(|| blank().map(|(at, c)| from + at + c.len_utf8())).unwrap_or(from)
}

/// The end of the last word that fits.
fn finish(text: &str, end: usize) -> usize {
    if end == text.len() {
        return end;
    }
    let piece = text.get(..end).unwrap_or_default();
    let word = piece.rfind(char::is_whitespace);
    word.filter(|at| end - at < 40).unwrap_or(end)
}
