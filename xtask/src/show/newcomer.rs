//! Claims about somebody who has just cloned this: the README's two commands, as they stand
//! there.
//!
//! The clone holds what is committed, so commit before you show. It uses the caller's
//! `CARGO_TARGET_DIR` where there is one, and otherwise builds everything anew.

use std::net::{SocketAddr, TcpListener};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::kith::Server;
use crate::run::{cargo, passes, program, root};

/// Where the README says it will be.
const DOOR: ([u8; 4], u16) = ([127, 0, 0, 1], 8080);

/// The first command opens the invented borough, whose first page asks who you are.
pub fn first_serves() -> Result<String> {
    let (clone, command) = newcomer(0)?;
    let door = SocketAddr::from(DOOR);
    TcpListener::bind(door).with_context(|| format!("something else listens at {door}"))?;
    // Built first, so that the wait below is for the program and not for the compiler.
    let mut build = cargo(&["build", "--release"]);
    build.current_dir(clone.path());
    passes(build)?;
    let process = in_clone(&clone, &command)?.spawn().context("could not start it")?;
    let mut server = Server::of(process, door);
    server.wait_until_ready(Duration::from_millis(50))?;
    match server.status("/sign-in")? {
        200 => Ok(format!("`{command}`: http://{door}/sign-in answers 200")),
        other => bail!("`{command}`: http://{door}/sign-in answers {other}"),
    }
}

/// The second command is the whole of the tests.
pub fn second_passes() -> Result<String> {
    let (clone, command) = newcomer(1)?;
    passes(in_clone(&clone, &command)?)?;
    Ok(format!("`{command}` passes"))
}

/// A clone, and the README's command at this place, counted from 0.
fn newcomer(place: usize) -> Result<(TempDir, String)> {
    let folder = tempfile::Builder::new().prefix("kith-clone").tempdir()?;
    let (from, to) = (root(), folder.path().to_string_lossy().into_owned());
    passes(program("git", &["clone", "--quiet", &from.to_string_lossy(), &to]))?;
    let readme = std::fs::read_to_string(folder.path().join("README.md"));
    let readme = readme.context("cannot read README.md of the clone")?;
    let command = commands(&readme).into_iter().nth(place);
    Ok((folder, command.context("the README does not have that command")?))
}

fn in_clone(clone: &TempDir, command: &str) -> Result<Command> {
    let mut words = command.split_whitespace();
    let name = words.next().context("that is no command")?;
    let mut command = program(name, &words.collect::<Vec<_>>());
    command.current_dir(clone.path()).env("CI", "true");
    Ok(command)
}

/// The lines of the README's code blocks that call cargo.
fn commands(readme: &str) -> Vec<String> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in readme.lines().map(str::trim) {
        if line.starts_with("```") {
            inside = !inside;
        }
        let line = line.trim_start_matches("$ ");
        if inside && line.starts_with("cargo ") {
            let command = line.split('#').next().unwrap_or_default();
            found.push(command.trim().to_string());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_commands_are_those_in_code_blocks() {
        let readme = "Run\ncargo nothing\n```sh\n$ cargo run --release   # opens it\n```\nthen\n\
            ```\ncargo xtask test\n```\n";
        assert_eq!(commands(readme), ["cargo run --release", "cargo xtask test"]);
    }
}
