//! Claims about the sources themselves.

use anyhow::{Context, Result, bail};

use crate::metadata::members;
use crate::run::root;
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
