//! Claims about the sources themselves.

use anyhow::{Context, Result, bail, ensure};

use crate::metadata::members;
use crate::run::{cargo, prints, root};
use crate::tidy::survey;

/// Files of 500 lines and functions of 70 at most, by tidy's own count.
pub fn has_no_monsters() -> Result<String> {
    let survey = survey(&root())?;
    let sizes = ["file", "function"];
    if let Some(monster) = survey.findings.iter().find(|finding| sizes.contains(&finding.rule)) {
        bail!("{}: {}", monster.path, monster.says);
    }
    let (file, function) = (survey.numbers.longest_file(), survey.numbers.longest_function());
    let (file, function) = file.zip(function).context("there is no code")?;
    Ok(format!("longest file {} lines, longest function {}", file.0, function.0))
}

/// Every crate stands in ARCHITECTURE.md under the name of its folder.
pub fn names_every_room() -> Result<String> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md"));
    let text = text.context("cannot read ARCHITECTURE.md")?;
    let rooms: Vec<String> = members()?.into_iter().map(|package| package.name).collect();
    let silent = not_named(&text, &rooms);
    if !silent.is_empty() {
        bail!("it does not name {}", silent.join(", "));
    }
    Ok(format!("{} of {}", rooms.len(), rooms.len()))
}

/// Every kind of entry, and every version of it ever written, has its file in
/// `crates/domain/golden` and is still read; the domain's own test knows which kinds there are.
pub fn has_a_golden_file_of_each_kind() -> Result<String> {
    let test = "every_payload_version_ever_shipped_still_parses";
    let said = prints(cargo(&["test", "--package", "domain", "--lib", test]))?;
    ensure!(said.contains("1 passed"), "the domain has no test called {test}");
    let files = std::fs::read_dir(root().join("crates/domain/golden"))?.count();
    Ok(format!("{files} files"))
}

/// A room is named as a folder is: `web/`.
fn not_named<'a>(text: &str, rooms: &'a [String]) -> Vec<&'a str> {
    let rooms = rooms.iter().map(String::as_str);
    rooms.filter(|room| !text.contains(&format!("{room}/"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_that_is_not_named_is_missed() {
        let rooms = ["web".to_string(), "ui".to_string()];
        assert_eq!(not_named("crates/web/ is a room of fluid", &rooms), ["ui"]);
    }
}
