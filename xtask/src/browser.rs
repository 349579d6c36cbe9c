//! The demo in a real browser: its pages looked at, its journeys walked, its pictures taken;
//! and the parts of the kit by themselves.
//!
//! `browser/pages` only looks and `browser/journeys` writes, so each has a demo of its own,
//! started here on a free port of this machine; `KITH_ADDRESS` tells where. What the demo logs is
//! left out but for what went wrong.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::kith::{Kith, Server};
use crate::run::{has, passes, program, root};

/// The pause between two times of asking whether a demo is ready.
const ASK_EVERY: Duration = Duration::from_millis(50);
/// Folders of tests, each with a demo of its own.
const FOLDERS: [&str; 2] = ["pages", "journeys"];
/// Tests of the kit's own parts, which need no demo.
const KIT: &str = "kit";

/// Whether what runs the tests is on this machine.
pub fn has_node() -> bool {
    has("node") && has("npm")
}

/// Whether the browser is, where Debian puts it.
pub fn has_chromium() -> bool {
    ["chromium", "chromium-browser"].iter().any(|name| Path::new("/usr/bin").join(name).exists())
}

/// Whether all of it is.
pub fn is_here() -> bool {
    has_node() && has_chromium()
}

/// Types of our scripts, the kit's own parts, then pages and journeys. At most two files of tests
/// run at once.
pub fn test() -> Result<()> {
    passes(in_browser("npm", &["ci", "--no-audit", "--no-fund"]))?;
    passes(in_browser("npx", &["--no-install", "tsc", "-p", "."]))?;
    let mut parts = in_browser("node", &["--test", "--test-concurrency=2"]);
    parts.args(tests_in(KIT)?);
    passes(parts)?;
    let kith = Kith::built_for_tests()?;
    for folder in FOLDERS {
        let demo = kith.start(&["demo"], ASK_EVERY)?;
        let mut node = before(&demo, "node", &["--test", "--test-concurrency=2"]);
        // For those that need an office of their own.
        node.env("KITH_PROGRAM", kith.program());
        node.args(tests_in(folder)?);
        passes(node)?;
    }
    Ok(())
}

/// `cargo xtask screenshots`: the pictures that the README shows, made anew from the demo.
pub fn screenshots(_arguments: &[String]) -> Result<()> {
    passes(in_browser("npm", &["ci", "--no-audit", "--no-fund"]))?;
    let demo = Kith::built_for_tests()?.start(&["demo"], ASK_EVERY)?;
    passes(before(&demo, "node", &["screenshots.js", "../docs/pictures"]))
}

/// The files of tests of a folder, in order.
fn tests_in(folder: &str) -> Result<Vec<String>> {
    let inside = root().join("browser").join(folder);
    let entries = inside.read_dir().with_context(|| format!("{}", inside.display()))?;
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.js") {
            names.push(format!("{folder}/{name}"));
        }
    }
    names.sort();
    Ok(names)
}

/// A program, to be run where the browser's tests are.
pub fn in_browser(name: &str, arguments: &[&str]) -> Command {
    let mut command = program(name, arguments);
    command.current_dir(root().join("browser"));
    command
}

/// A program that asks this demo.
pub fn before(demo: &Server, name: &str, arguments: &[&str]) -> Command {
    let mut command = in_browser(name, arguments);
    command.env("KITH_ADDRESS", format!("http://{}", demo.address()));
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_folders_hold_tests_and_every_test_is_in_one_of_them() {
        let named: Vec<String> = FOLDERS.iter().flat_map(|one| tests_in(one).unwrap()).collect();
        assert!(FOLDERS.iter().all(|one| named.iter().any(|name| name.starts_with(one))));
        let beside = root().join("browser").read_dir().unwrap();
        let stray = beside.filter_map(|one| one.ok()?.file_name().into_string().ok());
        assert_eq!(stray.filter(|name| name.ends_with(".test.js")).count(), 0);
    }
}
