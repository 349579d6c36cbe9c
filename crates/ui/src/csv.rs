//! A table as a file that any spreadsheet opens (RFC 4180): commas, quotes where they are needed,
//! lines that end in CR LF.
//!
//! A cell that a spreadsheet would take for a formula begins with an apostrophe: names of teams are
//! typed by people, and a file is opened by others.

use std::fmt::Write as _;

/// What makes a spreadsheet calculate.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The file: a row of heads, then rows of as many cells.
pub fn csv<R: AsRef<[String]>>(rows: &[R]) -> String {
    let mut file = String::new();
    for row in rows {
        for (place, text) in row.as_ref().iter().enumerate() {
            let comma = if place > 0 { "," } else { "" };
            // Writing to a string does not fail.
            let _ = write!(file, "{comma}{}", cell(text));
        }
        file.push_str("\r\n");
    }
    file
}

fn cell(text: &str) -> String {
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    let text = format!("{guard}{text}");
    if text.contains(['"', ',', '\n', '\r', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(cells: &[&str]) -> String {
        csv(&[cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>()])
    }

    #[test]
    fn commas_quotes_and_new_lines_stay_in_their_cell() {
        assert_eq!(line(&["Riverside, east", "12"]), "\"Riverside, east\",12\r\n");
        assert_eq!(line(&["the \"new\" team", ""]), "\"the \"\"new\"\" team\",\r\n");
        assert_eq!(line(&["two\nlines"]), "\"two\nlines\"\r\n");
    }

    #[test]
    fn nothing_in_it_is_a_formula() {
        for typed in ["=HYPERLINK(1)", "+1", "-1", "@sum", "\t=1", "\r=1"] {
            let written = line(&[typed]);
            let inside = written.trim_start_matches('"');
            assert!(inside.starts_with('\''), "{written}");
        }
        assert_eq!(line(&["4 to 6", "a-b"]), "4 to 6,a-b\r\n");
    }
}
