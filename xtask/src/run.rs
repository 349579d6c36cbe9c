//! Running programs, and the folder they run in.
//!
//! Output goes straight through to the reader, and nothing is ever asked: standard input is
//! empty, so that a run in CI and a run at a desk are the same run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The top of the working copy. Asked when run and not when built: several working copies may
/// share one target folder.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or_else(|| here.clone(), Path::to_path_buf)
}

/// A program, to be run at the top of the working copy with nothing to read.
pub fn program(name: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(arguments).current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that started us, so that a toolchain chosen for this run is kept.
pub fn cargo(arguments: &[&str]) -> Command {
    program(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()), arguments)
}

/// Runs it with its output straight through; an error where it ends badly.
pub fn passes(mut command: Command) -> Result<()> {
    let words = words(&command);
    let status = command.status().with_context(|| format!("could not start `{words}`"))?;
    if !status.success() {
        bail!("`{words}` failed ({status})");
    }
    Ok(())
}

/// What it printed; an error, with what it complained of, where it ends badly.
pub fn prints(mut command: Command) -> Result<String> {
    let words = words(&command);
    let output = command.output().with_context(|| format!("could not start `{words}`"))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("`{words}` failed ({}): {}", output.status, complaint.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program of this name can be found.
pub fn has(name: &str) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
}

/// Whether we are root: only then are packages installed, and only then must `PostgreSQL` be
/// started as somebody else.
pub fn is_root() -> bool {
    prints(program("id", &["-u"])).is_ok_and(|answer| answer.trim() == "0")
}

fn words(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let arguments = command.get_args().map(|a| a.to_string_lossy().into_owned());
    std::iter::once(name.to_string_lossy().into_owned())
        .chain(arguments)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_fails_is_an_error_that_names_it() {
        let error = passes(program("false", &["--at-all"])).unwrap_err().to_string();
        assert!(error.starts_with("`false --at-all` failed"), "{error}");
    }

    #[test]
    fn a_program_that_is_not_there_is_not_found() {
        assert!(has("cargo") || has("sh"));
        assert!(!has("no-such-program-as-this"));
    }
}
