//! The question checker on questions that nobody who wrote its rules had seen: recall on those that
//! would lead a child, and false alarms on those that would not, each with Wilson's interval.

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Stdio;

use crate::kith::Kith;
use crate::run::root;

/// What is aimed at, in percent.
const RECALL_LEAST: f64 = 85.0;
const FALSE_ALARMS_BELOW: f64 = 10.0;

#[derive(Deserialize)]
struct Asked {
    text: String,
    #[serde(default)]
    child_terms: Vec<String>,
    harmful: bool,
}

#[derive(Deserialize)]
struct Found {
    outcome: String,
}

/// How many of how many were noticed.
#[derive(Default)]
struct Share {
    noticed: u32,
    all: u32,
}

impl Share {
    fn percent(&self) -> f64 {
        100.0 * f64::from(self.noticed) / f64::from(self.all.max(1))
    }

    /// Wilson's interval at 95 %, in percent.
    fn interval(&self) -> (f64, f64) {
        const Z: f64 = 1.96;
        let (share, all) = (self.percent() / 100.0, f64::from(self.all.max(1)));
        let middle = share + Z * Z / (2.0 * all);
        let half = Z * (share * (1.0 - share) / all + Z * Z / (4.0 * all * all)).sqrt();
        let below = 1.0 + Z * Z / all;
        (100.0 * (middle - half) / below, 100.0 * (middle + half) / below)
    }

    fn says(&self) -> String {
        let (low, high) = self.interval();
        let Self { noticed, all } = self;
        format!("{noticed} of {all}, {:.1} % ({low:.0} to {high:.0})", self.percent())
    }
}

/// Recall of 85 % or more, and fewer than 10 % false alarms.
pub fn are_noticed_where_they_lead() -> Result<String> {
    let file = root().join("crates/domain/kit/question_heldout.jsonl");
    let text = std::fs::read_to_string(&file).with_context(|| format!("{}", file.display()))?;
    let asked: Vec<Asked> = lines(&text)?;
    let found = check(&asked)?;
    ensure!(found.len() == asked.len(), "{} of {} were answered", found.len(), asked.len());
    let (mut harmful, mut good) = (Share::default(), Share::default());
    for (asked, found) in asked.iter().zip(&found) {
        let share = if asked.harmful { &mut harmful } else { &mut good };
        share.all += 1;
        share.noticed += u32::from(found.outcome == "noticed");
    }
    let says = format!("noticed {}; false alarms {}", harmful.says(), good.says());
    ensure!(harmful.percent() >= RECALL_LEAST, "{says}");
    ensure!(good.percent() < FALSE_ALARMS_BELOW, "{says}");
    Ok(says)
}

/// What the program itself says of each.
fn check(asked: &[Asked]) -> Result<Vec<Found>> {
    let kith = Kith::built_for_tests()?;
    let mut command = kith.command(&["check", "questions"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut questions = String::new();
    for one in asked {
        let line = serde_json::json!({"text": one.text, "child_terms": one.child_terms});
        writeln!(questions, "{line}")?;
    }
    let mut stdin = child.stdin.take().context("it does not listen")?;
    let written = std::thread::spawn(move || stdin.write_all(questions.as_bytes()));
    let answer = child.wait_with_output()?;
    written.join().map_err(|_| anyhow::anyhow!("the questions were not written"))??;
    ensure!(answer.status.success(), "kith check questions ended with {}", answer.status);
    lines(&String::from_utf8(answer.stdout)?)
}

fn lines<T: for<'de> Deserialize<'de>>(text: &str) -> Result<Vec<T>> {
    text.lines().map(|line| serde_json::from_str(line).with_context(|| line.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_comes_with_what_it_may_be_by_chance() {
        let share = Share { noticed: 110, all: 120 };
        let (low, high) = share.interval();
        assert!((low - 85.3).abs() < 0.2 && (high - 95.4).abs() < 0.2, "{low} {high}");
        assert_eq!(share.says(), "110 of 120, 91.7 % (85 to 95)");
    }
}
