//! The rules, each a function from a file to what breaks it.

use super::Finding;
use super::shape::Shape;
use super::source::Source;

/// Lines of a file without its unit tests.
pub const FILE_LINES: usize = 500;
/// Lines of a file that is nothing but tests.
pub const TEST_FILE_LINES: usize = 800;
/// Lines of a function.
pub const FUNCTION_LINES: usize = 70;
/// Parameters of a function, without `self`.
pub const PARAMETERS: usize = 5;
/// Columns of a line of Rust.
pub const COLUMNS: usize = 100;
/// Columns of a line of a script that is served.
pub const SCRIPT_COLUMNS: usize = 160;

/// Words that say "not finished" or "wait and hope", and what to do about each.
const WORDS: &[(&str, &str)] = &[
    ("TODO", "finish it, or say it in an issue"),
    ("FIXME", "mend it, or say it in an issue"),
    ("todo!(", "finish it, or leave the whole of it out"),
    ("unimplemented!(", "finish it, or leave the whole of it out"),
    ("#[ignore", "a test that never runs holds nothing: mend it or take it out"),
    ("sleep(", "wait for what you wait for: a channel, a condition, a process"),
    ("waitForTimeout(", "wait for what you wait for: an element, a response"),
];

/// Places on one person's machine, and the hosts that packages come from: neither is ours to
/// name.
const PLACES: &[&str] = &[
    "/work/",
    "/root/",
    "/home/",
    "crates.io",
    "registry.npmjs.org",
    "npmjs.com",
    "pypi.org",
    "deb.debian.org",
    "archive.ubuntu.com",
];

/// How long a file may be. `lines` leaves its unit tests out.
pub fn length(source: &Source, lines: usize) -> Option<Finding> {
    let most = match (source.is_test(), source.kind()) {
        (true, "rs" | "js" | "mjs" | "ts") => TEST_FILE_LINES,
        (false, "rs" | "js" | "mjs" | "ts" | "css") => FILE_LINES,
        _ => return None,
    };
    let says = format!("{lines} lines where {most} is the most; it holds more than one thought");
    (lines > most).then(|| source.finding(1, "file", says))
}

/// The sizes of its functions and the place of its tests.
pub fn shape(source: &Source, shape: &Shape) -> Vec<Finding> {
    let mut found = Vec::new();
    for function in &shape.functions {
        let (name, lines, given) = (&function.name, function.lines, function.parameters);
        if lines > FUNCTION_LINES {
            let says = format!("`{name}` has {lines} lines where {FUNCTION_LINES} is the most");
            found.push(source.finding(function.line, "function", says));
        }
        if given > PARAMETERS {
            let says = format!("`{name}` takes {given} parameters; past {PARAMETERS}, a struct");
            found.push(source.finding(function.line, "parameters", says));
        }
    }
    if let Some(line) = shape.after_tests {
        found.push(source.finding(line, "tests", "stands after the unit tests; they come last"));
    }
    found
}

/// Everything that can be seen line by line.
pub fn text(source: &Source) -> Vec<Finding> {
    let mut found: Vec<Finding> = story(source).into_iter().collect();
    for (line, number) in source.text.lines().zip(1..) {
        let says = [columns(source, line), whitespace(line)];
        found.extend(says.into_iter().flatten().map(|(r, s)| source.finding(number, r, s)));
        if source.is_task() {
            continue;
        }
        let says = [words(source, line), place(line), style(source, line)];
        found.extend(says.into_iter().flatten().map(|(r, s)| source.finding(number, r, s)));
    }
    found
}

type Broken = Option<(&'static str, String)>;

fn story(source: &Source) -> Option<Finding> {
    let told = !source.is_rust() || source.text.starts_with("//!");
    (!told).then(|| source.finding(1, "story", "the file does not begin with `//!`: what, and why"))
}

fn columns(source: &Source, line: &str) -> Broken {
    let wide = line.chars().count();
    let most = match (source.is_test(), source.kind()) {
        (_, "rs") => COLUMNS,
        (false, "js") => SCRIPT_COLUMNS,
        _ => return None,
    };
    (wide > most).then(|| ("columns", format!("{wide} columns where {most} is the most")))
}

fn whitespace(line: &str) -> Broken {
    line.ends_with([' ', '\t']).then(|| ("whitespace", "ends in white space".into()))
}

fn words(source: &Source, line: &str) -> Broken {
    let (word, instead) = WORDS.iter().find(|(word, _)| says(line, word))?;
    source.is_program().then(|| ("words", format!("says `{word}`: {instead}")))
}

fn place(line: &str) -> Broken {
    let place = PLACES.iter().find(|place| line.contains(**place))?;
    Some(("places", format!("names `{place}`, which means nothing to a reader elsewhere")))
}

/// The content security policy refuses `style` attributes, so one in a page would silently do
/// nothing. In maud the value may also stand in `(…)` or `{…}`.
fn style(source: &Source, line: &str) -> Broken {
    let drawn = matches!(source.kind(), "rs" | "html") && !source.is_test();
    let inline = [" style=\"", " style=(", " style={"].iter().any(|start| line.contains(start));
    (drawn && inline).then(|| ("style", "a style attribute: the CSP refuses it; a class".into()))
}

/// Whether the line holds the word, and not as the end or the beginning of a longer one.
fn says(line: &str, word: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|text| text.chars().next());
        let starts = !word.starts_with(letter) || !before.is_some_and(letter);
        let ends = !word.ends_with(letter) || !after.is_some_and(letter);
        starts && ends
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(path: &str, text: &str) -> Vec<&'static str> {
        let source = Source { path: path.into(), text: text.into() };
        super::text(&source).iter().map(|finding| finding.rule).collect()
    }

    fn in_shape(text: &str) -> Vec<&'static str> {
        let source = Source { path: "crates/a/src/a.rs".into(), text: text.into() };
        let measured = Shape::of(text).unwrap();
        shape(&source, &measured).iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn a_clean_file_has_nothing_to_say() {
        let text = "//! What.\nfn asleep() { asleep(1) }\nconst TODOS: u8 = 1;\n";
        assert!(broken("crates/a/src/a.rs", text).is_empty());
        assert!(in_shape(text).is_empty());
    }

    #[test]
    fn each_rule_of_the_text_can_fail() {
        let wide = format!("// {}", "é".repeat(98));
        for (line, rule) in [
            ("// TODO later", "words"),
            ("todo!()", "words"),
            ("#[ignore = \"slow\"]", "words"),
            ("std::thread::sleep(x)", "words"),
            ("let a = \"/root/x\";", "places"),
            ("// see crates.io", "places"),
            ("div style=\"x\" {", "style"),
            ("td style=(width) {}", "style"),
            ("let a = 1; ", "whitespace"),
            (wide.as_str(), "columns"),
        ] {
            let line = if rule == "style" { format!("  {line}") } else { line.into() };
            assert_eq!(broken("crates/a/src/a.rs", &format!("//! W.\n{line}\n")), [rule], "{line}");
        }
        assert_eq!(broken("crates/a/src/a.rs", "fn a() {}\n"), ["story"]);
    }

    #[test]
    fn prose_may_say_the_words_but_not_the_places_and_tasks_may_say_both() {
        assert!(broken("STYLE.md", "no TODO\n").is_empty());
        assert_eq!(broken("STYLE.md", "in /work/here\n"), ["places"]);
        assert!(broken("xtask/src/tidy.rs", "//! W.\n// TODO in /work/here\n").is_empty());
    }

    #[test]
    fn a_script_that_is_served_is_held_to_its_columns_and_its_tests_are_not() {
        let wide = format!("// {}\n", "é".repeat(SCRIPT_COLUMNS - 2));
        assert_eq!(broken("crates/assets/js/a.js", &wide), ["columns"]);
        assert!(broken("crates/assets/js/a.js", &wide.replacen('é', "", 1)).is_empty());
        assert!(broken("browser/kit/a.test.js", &wide).is_empty());
    }

    #[test]
    fn sizes_are_held_at_the_line() {
        let function = |lines: usize| format!("fn a() {{\n{}}}\n", "    b();\n".repeat(lines - 2));
        assert!(in_shape(&function(FUNCTION_LINES)).is_empty());
        assert_eq!(in_shape(&function(FUNCTION_LINES + 1)), ["function"]);
        assert!(in_shape("fn a(b: u8, c: u8, d: u8, e: u8, f: u8) {}").is_empty());
        assert_eq!(in_shape("fn a(b: u8, c: u8, d: u8, e: u8, f: u8, g: u8) {}"), ["parameters"]);
        assert_eq!(in_shape("#[cfg(test)]\nmod tests {\n}\nfn a() {}\n"), ["tests"]);
    }

    #[test]
    fn a_file_of_tests_may_be_longer_and_data_may_be_any_length() {
        let too_long = |path: &str, lines: usize| {
            length(&Source { path: path.into(), text: String::new() }, lines).is_some()
        };
        assert!(too_long("crates/a/src/a.rs", 501) && !too_long("crates/a/src/a.rs", 500));
        assert!(too_long("assets/css/a.css", 501) && too_long("assets/js/a.js", 501));
        assert!(!too_long("crates/a/tests/a.rs", 800) && too_long("crates/a/tests/a.rs", 801));
        assert!(!too_long("crates/town/families/a.yaml", 9_000));
    }
}
