//! Figures of the store by itself, with no server before it: filing a census, and saving notes.

use std::time::Instant;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::kith::Kith;
use crate::run::{cargo, passes, prints, program, root};

/// Children in the census.
const CHILDREN: &str = "20000";

/// `kith import cin` of a census into an empty store, from its start to its end.
pub fn census() -> Result<f64> {
    let kith = Kith::built()?;
    let folder = tempfile::tempdir()?;
    let (store, file) = (folder.path().join("store"), folder.path().join("made.xml"));
    let (store, file) = (store.to_string_lossy(), file.to_string_lossy());
    let maker = root().join("../shared/data/cin/make_cin.py");
    passes(program("python3", &[&maker.to_string_lossy(), CHILDREN, &file]))?;
    let started = Instant::now();
    kith.run(&["import", "cin", &file, "--json", "--data", &store])?.ended(0)?;
    Ok(started.elapsed().as_secs_f64())
}

/// A visit note about two children, saved by the only one who saves; the median.
pub fn note_alone() -> Result<f64> {
    saves("note_alone")
}

/// The same from 64 at once.
pub fn notes_from_64() -> Result<f64> {
    saves("notes_from_64")
}

fn saves(figure: &str) -> Result<f64> {
    let folder = tempfile::tempdir()?;
    let store = folder.path().join("store");
    let words = ["run", "--release", "--quiet", "--package", "app", "--example", "save_speed"];
    let mut run = cargo(&words);
    run.arg("--").arg(&store);
    let said = prints(run)?;
    said.lines().find_map(|line| value(line, figure)).context("it did not say")
}

/// The value of a line that is about this figure.
fn value(line: &str, figure: &str) -> Option<f64> {
    let said: Value = serde_json::from_str(line).ok()?;
    (said.get("figure")? == figure).then(|| said.get("value")?.as_f64())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_its_own_figure_alone() {
        let line = r#"{"figure":"notes","value":12.5,"unit":"1/s"}"#;
        assert_eq!(value(line, "notes"), Some(12.5));
        assert_eq!(value(line, "note"), None);
        assert_eq!(value("warming up", "notes"), None);
    }
}
