//! Claims about census files: what is in them is filed once, and can be taken back.
//!
//! Reads the census files that lie beside the working copy in `../shared/data/cin`, and one that
//! is made there to a size. Each file is filed into a store of its own.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::kith::Kith;
use crate::postgres::Postgres;
use crate::run::{passes, program, root};

/// Children in the census that is made for this.
const MADE: &str = "20000";

/// Each file into a fresh `SQLite` store.
pub fn on_sqlite() -> Result<String> {
    each_file(|kith, file| {
        let folder = tempfile::tempdir()?;
        let store = folder.path().join("store");
        filed_and_taken_back(&Store { kith, at: ["--data", &store.to_string_lossy()] }, file)
    })
}

/// Each file into a fresh database of a `PostgreSQL` of our own.
pub fn on_postgres() -> Result<String> {
    each_file(|kith, file| {
        let postgres = Postgres::start()?;
        filed_and_taken_back(&Store { kith, at: ["--database-url", &postgres.url()] }, file)
    })
}

fn each_file(check: impl Fn(&Kith, &Path) -> Result<u64>) -> Result<String> {
    let kith = Kith::built()?;
    let folder = tempfile::tempdir()?;
    let files = census_files(folder.path())?;
    let mut children = 0;
    for file in &files {
        children += check(&kith, file).with_context(|| file.display().to_string())?;
    }
    Ok(format!("{} files, {children} children", files.len()))
}

fn census_files(made_in: &Path) -> Result<Vec<PathBuf>> {
    let folder = root().join("../shared/data/cin");
    let names = std::fs::read_dir(&folder).context("there is no ../shared/data/cin")?;
    let mut files: Vec<PathBuf> = names
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|kind| kind == "xml"))
        .collect();
    files.sort();
    let made = made_in.join("made.xml");
    let maker = folder.join("make_cin.py");
    passes(program("python3", &[&maker.to_string_lossy(), MADE, &made.to_string_lossy()]))?;
    files.push(made);
    Ok(files)
}

/// One store, and the commands that are about it.
struct Store<'a> {
    kith: &'a Kith,
    at: [&'a str; 2],
}

impl Store<'_> {
    /// What the import says of itself. It ends with 0 where all was filed, with 1 where something
    /// was refused.
    fn import(&self, file: &Path) -> Result<Value> {
        let file = file.to_string_lossy();
        let mut words = vec!["import", "cin", &file, "--json"];
        words.extend(self.at);
        let answer = self.kith.run(&words)?;
        let answer = if answer.code == Some(1) { answer } else { answer.ended(0)? };
        let (code, said) = (answer.code, answer.json()?);
        let refused = said.get("refused").and_then(Value::as_array).is_some_and(|r| !r.is_empty());
        ensure!(refused == (code == Some(1)), "it ended with {code:?} and said {said}");
        Ok(said)
    }

    /// A command that must end with 0.
    fn passes(&self, words: &[&str]) -> Result<()> {
        let words = [words, &self.at].concat();
        self.kith.run(&words)?.ended(0).with_context(|| words.join(" ")).map(drop)
    }
}

/// Files it, files it again, takes it back, files it once more; the number of its children.
fn filed_and_taken_back(store: &Store<'_>, file: &Path) -> Result<u64> {
    let first = store.import(file)?;
    let children = number(&first, "children")?;
    ensure!(children > 0, "no child in it was filed");
    ensure!(number(&first, "new")? == children, "the first time, not every child was new");
    let again = store.import(file)?;
    let moved = ["new", "changed", "entries"].map(|what| number(&again, what));
    for what in moved {
        ensure!(what? == 0, "filing it again changed something: {again}");
    }
    store.passes(&["rebuild", "--check"])?;
    let import = first.get("import").context("it names no import")?;
    let import = import.as_str().map_or_else(|| import.to_string(), str::to_string);
    store.passes(&["import", "undo", &import])?;
    // A child who was taken out and is met again counts as new: so all of them were out.
    let anew = store.import(file)?;
    ensure!(number(&anew, "new")? == children, "undo left some child in: {anew}");
    store.passes(&["rebuild", "--check"])?;
    store.passes(&["verify"])?;
    Ok(children)
}

fn number(answer: &Value, what: &str) -> Result<u64> {
    match answer.get(what).and_then(Value::as_u64) {
        Some(number) => Ok(number),
        None => bail!("the import does not say \"{what}\" as a number: {answer}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_number_is_named() {
        let answer = serde_json::json!({ "new": 3 });
        assert_eq!(number(&answer, "new").unwrap(), 3);
        assert!(number(&answer, "children").unwrap_err().to_string().contains("\"children\""));
    }
}
