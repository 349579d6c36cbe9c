//! What cargo says about the workspace and what it is built from.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::run::{cargo, prints, program};

/// One crate, ours or another's.
#[derive(Deserialize)]
pub struct Package {
    pub name: String,
    pub version: String,
    /// An SPDX expression, or the older `MIT/Apache-2.0`.
    pub license: Option<String>,
    /// Absent for crates of this workspace.
    pub source: Option<String>,
    pub manifest_path: std::path::PathBuf,
    pub dependencies: Vec<Dependency>,
}

/// One line of a crate's `[dependencies]`.
#[derive(Deserialize)]
pub struct Dependency {
    pub name: String,
    /// `None` for a normal one, else `dev` or `build`.
    pub kind: Option<String>,
    /// The folder, where the crate is ours.
    pub path: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    target_directory: std::path::PathBuf,
}

/// Our own crates; nothing is downloaded for this.
pub fn members() -> Result<Vec<Package>> {
    Ok(read(&["--no-deps"])?.packages)
}

/// Every crate that a build of that manifest's workspace on this machine may use. Crates for other
/// platforms are left out: a plain build never downloads them.
pub fn everything_built_here(manifest: &str) -> Result<Vec<Package>> {
    let version = prints(program(
        &std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into()),
        &["--version", "--verbose"],
    ))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("rustc does not say which machine it builds for")?;
    Ok(read(&["--manifest-path", manifest, "--filter-platform", host])?.packages)
}

/// Where cargo puts what it builds: the caller's `CARGO_TARGET_DIR`, else `target`.
pub fn target_folder() -> Result<std::path::PathBuf> {
    Ok(read(&["--no-deps"])?.target_directory)
}

fn read(more: &[&str]) -> Result<Metadata> {
    let mut arguments = vec!["metadata", "--format-version", "1"];
    arguments.extend_from_slice(more);
    serde_json::from_str(&prints(cargo(&arguments))?).context("cannot read `cargo metadata`")
}
