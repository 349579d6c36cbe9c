//! The sizes of the code, tests left out: median, ninetieth in a hundred, largest.

use std::fmt::Write as _;

use super::shape::Shape;
use super::source::Source;

/// Each length with the name of what has it.
#[derive(Default)]
pub struct Numbers {
    pub files: Vec<(usize, String)>,
    pub functions: Vec<(usize, String)>,
}

impl Numbers {
    /// Takes in one file of Rust whose own lines were counted.
    pub fn count(&mut self, source: &Source, shape: &Shape, lines: usize) {
        if source.is_test() {
            return;
        }
        self.files.push((lines, source.path.clone()));
        for function in shape.functions.iter().filter(|function| !shape.is_test(function.line)) {
            let named = format!("{} in {}", function.name, source.path);
            self.functions.push((function.lines, named));
        }
    }

    /// The longest file: its lines and path.
    pub fn longest_file(&self) -> Option<&(usize, String)> {
        self.files.iter().max()
    }

    /// The longest function: its lines and name.
    pub fn longest_function(&self) -> Option<&(usize, String)> {
        self.functions.iter().max()
    }

    /// Two lines for a person to read.
    pub fn table(&self) -> String {
        let mut table = String::from("lines of      number  median   p90   max\n");
        for (what, lengths) in [("a file", &self.files), ("a function", &self.functions)] {
            let mut sorted: Vec<&(usize, String)> = lengths.iter().collect();
            sorted.sort();
            let (median, p90) = (at(&sorted, 50), at(&sorted, 90));
            let (max, whose) = sorted.last().map_or((0, ""), |(n, name)| (*n, name.as_str()));
            let number = sorted.len();
            let _ = writeln!(table, "{what:<12}{number:>8}{median:>8}{p90:>6}{max:>6}  {whose}");
        }
        table
    }
}

fn at(sorted: &[&(usize, String)], in_a_hundred: usize) -> usize {
    let place = sorted.len().saturating_sub(1) * in_a_hundred / 100;
    sorted.get(place).map_or(0, |(length, _)| *length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_not_counted_and_the_longest_is_named() {
        let text = "//! W.\nfn one() {\n}\n\n#[cfg(test)]\nmod tests {\n    fn two() {}\n}\n";
        let shape = Shape::of(text).unwrap();
        let source = Source { path: "a.rs".into(), text: text.into() };
        let mut numbers = Numbers::default();
        numbers.count(&source, &shape, shape.lines_before_tests(text));
        assert_eq!(numbers.files, [(4, "a.rs".to_string())]);
        assert_eq!(numbers.functions, [(2, "one in a.rs".to_string())]);
        assert!(numbers.table().contains("one in a.rs"));
    }

    #[test]
    fn the_middle_of_a_hundred_is_the_fiftieth() {
        let lengths: Vec<(usize, String)> = (1..=100).map(|n| (n, String::new())).collect();
        let sorted: Vec<_> = lengths.iter().collect();
        assert_eq!((at(&sorted, 50), at(&sorted, 90), at(&[], 50)), (50, 90, 0));
    }
}
