//! `cargo xtask tidy`: the sizes and words of STYLE.md, held.
//!
//! Reads every source of the working copy and says what breaks the house style, one line each.
//! What must stand for now is listed in `xtask/tidy-exempt.txt` with its reason; a line there
//! that excuses nothing is a fault too, so the list can only shrink. Deliberately absent:
//! rewriting anything, and code written by macros, which cannot be seen from here.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::run::root;

mod exempt;
pub mod numbers;
mod rules;
pub mod shape;
pub mod source;

use numbers::Numbers;
use source::Source;

const EXEMPT: &str = "xtask/tidy-exempt.txt";

/// One thing that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub path: String,
    pub line: usize,
    /// The word for the rule that the exemption list uses.
    pub rule: &'static str,
    pub says: String,
}

/// What reading all sources gives.
pub struct Survey {
    pub findings: Vec<Finding>,
    pub numbers: Numbers,
    /// How many files were read, tests and prose too.
    pub read: usize,
}

/// Fails with one line for each finding; with `--numbers` prints the sizes too.
pub fn run(arguments: &[String]) -> Result<()> {
    let survey = survey(&root())?;
    if arguments.iter().any(|argument| argument == "--numbers") {
        print!("{}", survey.numbers.table());
    }
    for finding in &survey.findings {
        println!("{}:{}: {} [{}]", finding.path, finding.line, finding.says, finding.rule);
    }
    if !survey.findings.is_empty() {
        bail!("{} findings. STYLE.md says why each rule is there.", survey.findings.len());
    }
    println!("{} files are tidy.", survey.read);
    Ok(())
}

/// Reads everything below `root`, with the exemptions taken off.
pub fn survey(root: &Path) -> Result<Survey> {
    let mut findings = Vec::new();
    let mut numbers = Numbers::default();
    let sources = source::all_below(root)?;
    for source in &sources {
        look_at(source, &mut findings, &mut numbers);
    }
    let list = std::fs::read_to_string(root.join(EXEMPT));
    let list = list.with_context(|| format!("cannot read {EXEMPT}; it may be empty"))?;
    let findings = exempt::take_off(&list, EXEMPT, findings);
    Ok(Survey { findings, numbers, read: sources.len() })
}

fn look_at(source: &Source, findings: &mut Vec<Finding>, numbers: &mut Numbers) {
    findings.extend(rules::text(source));
    if !source.is_rust() {
        findings.extend(rules::length(source, source.text.lines().count()));
        return;
    }
    match shape::Shape::of(&source.text) {
        Ok(shape) => {
            let length = shape.lines_before_tests(&source.text);
            findings.extend(rules::length(source, length));
            findings.extend(rules::shape(source, &shape));
            numbers.count(source, &shape, length);
        }
        Err(error) => {
            findings.push(source.finding(1, "reads", format!("is not Rust: {error}")));
        }
    }
}
