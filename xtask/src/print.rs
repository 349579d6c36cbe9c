//! `cargo xtask print`: builds and tests `kith-print`, which is a workspace of its own.
//!
//! It is no part of `cargo xtask test`: with its 300 crates it builds for minutes, and Kith runs
//! without it. It is built as it is used, optimised, for typst is slow otherwise, and it ends
//! beside `kith` in the target folder.

use std::process::Command;

use anyhow::Result;

use crate::licences;
use crate::metadata::target_folder;
use crate::run::{cargo, has, passes};

const MANIFEST: &str = "crates/print/Cargo.toml";

/// On the list of crates we decided against, and typst is built on it; MIT or Apache-2.0. What
/// typst has it for is reading YAML files, and no document of ours reads one.
const BORNE: &[&str] = &["serde_yaml"];

/// Format, licences, lints, tests; then says where the program is.
pub fn run(_arguments: &[String]) -> Result<()> {
    passes(cargo(&["fmt", "--manifest-path", MANIFEST, "--check"]))?;
    licences::held(MANIFEST, BORNE)?;
    passes(of_print(&["test", "--release", "--locked", "--all-targets"], &[])?)?;
    passes(of_print(&["clippy", "--release", "--locked", "--all-targets"], &["-D", "warnings"])?)?;
    if !has("pdftotext") {
        println!("pdftotext (poppler-utils) is not here: no words were read back from a PDF.");
    }
    println!("{} is ready.", target_folder()?.join("release/kith-print").display());
    Ok(())
}

/// Cargo at its work there, and what is passed on to the program it runs.
fn of_print(arguments: &[&str], passed_on: &[&str]) -> Result<Command> {
    let mut command = cargo(arguments);
    command.args(["--manifest-path", MANIFEST, "--target-dir"]).arg(target_folder()?);
    if !passed_on.is_empty() {
        command.arg("--").args(passed_on);
    }
    Ok(command)
}
