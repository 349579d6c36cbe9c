//! `kith check questions`: what the question checker says of questions, one a line.
//!
//! A line is a question, or one JSON `{"text","child_terms":[…]}` with what the child has said so
//! far. Each answer is one line of JSON. Exit 0: every line could be read. 1: some could not, and
//! stderr says which. Needs no store. Deliberately absent: a verdict. That nothing was noticed does
//! not make a question a good one.

use anyhow::{Context as _, Result};
use clap::Subcommand;
use domain::question::{Checker, Found, Instead, Outcome, Why};
use serde::{Deserialize, Serialize};
use std::io::{BufRead, Read as _, Write};
use std::process::ExitCode;

/// A line may be so long; a longer one is not read.
const LINE_BYTES: usize = 256 * 1024;

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Questions from standard input, one a line: plain, or JSON with `text` and `child_terms`.
    Questions,
}

pub fn run(args: &Args) -> Result<ExitCode> {
    match args.what {
        What::Questions => {
            let (input, output) = (std::io::stdin().lock(), std::io::stdout().lock());
            let mut output = std::io::BufWriter::new(output);
            let unread = questions(input, &mut output, &mut std::io::stderr().lock())?;
            output.flush().context("the answers cannot be written")?;
            Ok(ExitCode::from(u8::from(unread > 0)))
        }
    }
}

/// A question with what the child has said.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    text: String,
    #[serde(default)]
    child_terms: Vec<String>,
}

/// One answer.
#[derive(Serialize)]
struct Answer<'a> {
    text: &'a str,
    outcome: Outcome,
    class: &'a str,
    why: &'a [Why],
    instead: &'a [Instead],
}

/// Answers every line that can be read; says how many could not.
fn questions(
    mut input: impl BufRead,
    output: &mut impl Write,
    trouble: &mut impl Write,
) -> Result<usize> {
    let mut unread = 0;
    for number in 1_usize.. {
        let Some(line) = next_line(&mut input).with_context(|| format!("line {number}"))? else {
            break;
        };
        match line.and_then(|line| asked(&line)) {
            Ok(None) => {}
            Ok(Some(asked)) => {
                let found = Checker::ours().check(&asked.text, &asked.child_terms);
                answer(output, &asked.text, &found)?;
            }
            Err(says) => {
                unread += 1;
                writeln!(trouble, "Line {number} was left out: {says}.")?;
            }
        }
    }
    Ok(unread)
}

fn answer(output: &mut impl Write, text: &str, found: &Found) -> Result<()> {
    let Found { outcome, class, why, instead, at: _ } = found;
    let answer = Answer { text, outcome: *outcome, class, why, instead };
    serde_json::to_writer(&mut *output, &answer)?;
    output.write_all(b"\n")?;
    Ok(())
}

/// The question on a line, or none where the line is empty.
fn asked(line: &str) -> Result<Option<Asked>, String> {
    let line = line.trim_start_matches('\u{feff}').trim();
    if line.is_empty() {
        return Ok(None);
    }
    if line.starts_with('{') {
        let asked = serde_json::from_str(line);
        return asked
            .map(Some)
            .map_err(|fault| format!("it is not the JSON of a question ({fault})"));
    }
    Ok(Some(Asked { text: line.to_owned(), child_terms: Vec::new() }))
}

/// The next line, or why it cannot be read; none at the end.
fn next_line(input: &mut impl BufRead) -> Result<Option<Result<String, String>>> {
    let mut line = Vec::new();
    let most = u64::try_from(LINE_BYTES)? + 1;
    if input.by_ref().take(most).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() > LINE_BYTES && line.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
        return Ok(Some(Err(format!("it is longer than {LINE_BYTES} bytes"))));
    }
    Ok(Some(String::from_utf8(line).map_err(|_| "it is not UTF-8".to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn ask(lines: &[u8]) -> (Vec<Value>, String, usize) {
        let (mut answers, mut trouble) = (Vec::new(), Vec::new());
        let unread = questions(lines, &mut answers, &mut trouble).expect("lines can be read");
        let answers = String::from_utf8(answers).expect("UTF-8");
        let answers = answers.lines().map(|line| serde_json::from_str(line).expect("JSON"));
        (answers.collect(), String::from_utf8(trouble).expect("UTF-8"), unread)
    }

    #[test]
    fn a_question_a_line_gets_an_answer_a_line() {
        let (answers, trouble, unread) = ask(b"He hit you, didn't he?\r\n\nWhat happened next?");
        assert_eq!((answers.len(), trouble.as_str(), unread), (2, "", 0));
        assert_eq!(answers[0]["text"], "He hit you, didn't he?");
        assert_eq!(answers[0]["outcome"], "noticed");
        assert_eq!(answers[0]["class"], "TAG");
        assert_eq!(answers[1]["outcome"], "nothing_noticed");
        let mut fields: Vec<_> = answers[0].as_object().expect("an object").keys().collect();
        fields.sort();
        assert_eq!(fields, ["class", "instead", "outcome", "text", "why"]);
    }

    #[test]
    fn what_the_child_has_said_comes_with_the_question() {
        let line = br#"{"text":"Tell me about being scared.","child_terms":["I was scared"]}"#;
        let (answers, ..) = ask(line);
        assert_eq!(answers[0]["outcome"], "nothing_noticed");
        let (answers, ..) = ask(b"Tell me about being scared.");
        assert_eq!(answers[0]["why"][0]["word"], "scared");
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named_and_the_others_are_answered() {
        let mut lines = b"{\"text\": 3}\nWhat else?\n\xff\xfe\n".to_vec();
        lines.extend(vec![b'x'; LINE_BYTES + 1]);
        lines.extend(b"\nWho else was there?\n");
        let (answers, trouble, unread) = ask(&lines);
        assert_eq!((answers.len(), unread), (2, 3));
        for says in ["Line 1 was left out", "Line 3 was left out", "Line 4 was left out"] {
            assert!(trouble.contains(says), "{trouble}");
        }
    }
}
