//! Claims about listening to a child on a tablet: walked in a real browser before a demo of their
//! own, and the package that leaves, read by a program that is not ours.

use anyhow::{Context, Result, bail, ensure};
use std::time::Duration;

use crate::browser::{before, in_browser, is_here};
use crate::kith::Kith;
use crate::run::{cargo, has, prints, program, root};

/// The pause between two times of asking whether the demo is ready.
const ASK_EVERY: Duration = Duration::from_millis(50);

/// From a cold start without a network to the record.
pub fn a_session_is_in_the_record_as_it_was_made() -> Result<String> {
    walked(&["journeys/three_houses.test.js"])
}

/// The files of the browser's profile are searched while a session is open, sealed and sent.
pub fn no_word_lies_in_clear() -> Result<String> {
    parts(&["kit/vault.browser.test.js", "kit/pin.test.js", "kit/own_lock.test.js"])
}

/// Tab, Enter, Space and arrows; then Tab and Enter alone.
pub fn a_session_goes_by_keys_and_by_switches() -> Result<String> {
    walked(&["journeys/by_keys.test.js", "journeys/by_two_switches.test.js"])
}

/// Killed, cut, refused, full, lost, a wrong clock, the same twice, a newer kit.
pub fn each_fault_is_survived() -> Result<String> {
    let journeys = ["by_file", "handing_in", "lost_in_the_middle", "new_build"];
    let files: Vec<String> =
        journeys.iter().map(|name| format!("journeys/{name}.test.js")).collect();
    walked(&files.iter().map(String::as_str).collect::<Vec<_>>())
}

/// What a family gets, by paper and by link.
pub fn a_family_gets_what_the_child_agreed_to() -> Result<String> {
    walked(&["journeys/back_to_the_family.test.js"])
}

/// From a list of children to a package, an answer and a figure.
pub fn the_kit_runs_without_the_record() -> Result<String> {
    walked(&["journeys/alone.test.js"])
}

/// Python's `fhir.resources` and `jsonschema`, in a folder of their own under `target`.
pub fn a_package_is_read_by_another_program() -> Result<String> {
    let python = root().join("target/fhir/bin/python");
    if !python.is_file() {
        ensure!(has("python3"), "no Python is here");
        prints(program("python3", &["-m", "venv", "target/fhir"]))?;
    }
    prints(program(
        "target/fhir/bin/pip",
        &["install", "--quiet", "fhir.resources", "jsonschema"],
    ))?;
    let mut command = cargo(&["test", "--quiet", "--package", "exchange", "--test", "package"]);
    command.args(["other", "--", "--nocapture"]).env("KITH_TEST_FHIR_PYTHON", &python);
    let said = prints(command)?;
    ensure!(!said.contains("skipped"), "{}", said.trim());
    let passed = said.lines().find(|line| line.starts_with("test result:"));
    let passed = passed.filter(|line| !line.contains(" 0 passed"));
    Ok(passed.context("nothing was tested")?.to_owned())
}

/// Journeys, before a demo of their own.
fn walked(files: &[&str]) -> Result<String> {
    ensure!(is_here(), "no node or no Chromium is here");
    let kith = Kith::built_for_tests()?;
    let demo = kith.start(&["demo"], ASK_EVERY)?;
    let mut command = before(&demo, "node", &["--test", "--test-reporter", "tap"]);
    command.env("KITH_PROGRAM", kith.program()).args(files);
    counted(&prints(command)?)
}

/// The kit's own parts, which need no demo.
fn parts(files: &[&str]) -> Result<String> {
    ensure!(is_here(), "no node or no Chromium is here");
    let mut command = in_browser("node", &["--test", "--test-reporter", "tap"]);
    command.args(files);
    counted(&prints(command)?)
}

/// How many passed, as node counts them at the end; none is an error, and so is one left out.
fn counted(said: &str) -> Result<String> {
    let count = |what: &str| -> Result<u32> {
        let line = said.lines().rev().find_map(|line| line.strip_prefix(&format!("# {what} ")));
        Ok(line.with_context(|| format!("nobody counted what would {what}"))?.parse()?)
    };
    let (passed, failed, left_out) = (count("pass")?, count("fail")?, count("skipped")?);
    if passed == 0 || failed + left_out > 0 {
        bail!("{passed} passed, {failed} failed, {left_out} left out");
    }
    Ok(format!("{passed} passed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_out_or_never_run_does_not_pass() {
        let said = |passed, failed, left_out| {
            counted(&format!("# pass {passed}\n# fail {failed}\n# skipped {left_out}\n"))
        };
        assert_eq!(said(12, 0, 0).unwrap(), "12 passed");
        assert!(said(0, 0, 0).is_err());
        assert!(said(12, 1, 0).is_err());
        assert!(said(12, 0, 1).is_err());
        assert!(counted("").is_err());
    }
}
