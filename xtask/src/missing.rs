//! The programs that the tests run beside us, and how they get here.
//!
//! As root on a machine with apt, what is missing is installed. Anybody else is told what is
//! missing and which tests will therefore not run: a newcomer is never stopped by a tool.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::browser;
use crate::run::{has, is_root, passes, program};

/// Something the tests need that cargo does not bring.
struct Need {
    what: &'static str,
    is_here: fn() -> bool,
    packages: &'static [&'static str],
    /// What is not tested without it.
    without: &'static str,
}

const NEEDS: &[Need] = &[
    Need {
        what: "PostgreSQL",
        is_here: || crate::postgres::programs().is_some(),
        packages: &["postgresql"],
        without: "the stories on PostgreSQL",
    },
    Need {
        what: "strace",
        is_here: || has("strace"),
        packages: &["strace"],
        without: "that each batch is on the disk before its first answer",
    },
    Need {
        what: "Node and npm",
        is_here: browser::has_node,
        packages: &["nodejs", "npm"],
        without: "the journeys in a browser, and the types of our scripts",
    },
    Need {
        what: "Chromium",
        is_here: browser::has_chromium,
        packages: &["chromium"],
        without: "the journeys in a browser",
    },
];

/// Installs what can be. Answers with one sentence for each thing that is still missing.
pub fn install() -> Vec<String> {
    let missing: Vec<&Need> = NEEDS.iter().filter(|need| !(need.is_here)()).collect();
    if missing.is_empty() {
        println!("Nothing is missing.");
        return Vec::new();
    }
    let may = Path::new("/usr/bin/apt-get").exists() && is_root();
    let mut left = Vec::new();
    for need in missing {
        println!("{} is missing.", need.what);
        let tried = may.then(|| apt(need.packages));
        if !(need.is_here)() {
            left.push(still_missing(need, tried));
        }
    }
    for sentence in &left {
        println!("{sentence}");
    }
    left
}

fn still_missing(need: &Need, tried: Option<Result<()>>) -> String {
    let why = match tried {
        None => format!("install {} to have it", need.packages.join(" ")),
        Some(Ok(())) => "apt says it is installed, but it is not where we look".into(),
        Some(Err(error)) => format!("apt could not install it: {error:#}"),
    };
    format!("Without {} these are not tested: {} ({why}).", need.what, need.without)
}

/// Installs packages: tries what apt knows already, and asks for its newest lists only where that
/// was not enough.
pub fn apt(packages: &[&str]) -> Result<()> {
    if passes(install_command(packages)).is_ok() {
        return Ok(());
    }
    passes(program("apt-get", &["update", "--quiet"]))?;
    passes(install_command(packages))
}

fn install_command(packages: &[&str]) -> Command {
    let mut command =
        program("apt-get", &["install", "--yes", "--quiet", "--no-install-recommends"]);
    command.args(packages).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_what_it_costs() {
        let need = Need {
            what: "Telex",
            is_here: || false,
            packages: &["telex"],
            without: "letters by wire",
        };
        let plain = still_missing(&need, None);
        assert_eq!(
            plain,
            "Without Telex these are not tested: letters by wire (install telex to have it)."
        );
        let failed = still_missing(&need, Some(Err(anyhow::anyhow!("no such package"))));
        assert!(failed.contains("no such package"), "{failed}");
    }
}
