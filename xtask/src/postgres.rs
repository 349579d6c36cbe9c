//! A `PostgreSQL` of our own for the length of one claim: a folder, a socket, and no port.
//!
//! Durable as a real one is (`fsync` stays on), because claims are made about what survives. It
//! refuses to run as root, so as root it runs as the user that its package made.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tempfile::TempDir;

use crate::run::{has, is_root, passes, prints, program};
use crate::wait;

/// A running server. Dropping it stops it and takes its folder away.
pub struct Postgres {
    folder: TempDir,
    server: Child,
}

/// Where the newest installed server's programs are; on Debian that is not on the path.
pub fn programs() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut found: Vec<(u32, PathBuf)> = versions
        .filter_map(|version| {
            let number = version.file_name().to_string_lossy().parse().ok()?;
            Some((number, version.path().join("bin")))
        })
        .filter(|(_, bin)| bin.join("initdb").is_file())
        .collect();
    found.sort();
    found.pop().map(|(_, bin)| bin).or_else(on_the_path)
}

fn on_the_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let all = ["initdb", "postgres"].iter().all(|name| has(name));
    let mut folders = std::env::split_paths(&path);
    folders.find(|folder| all && folder.join("initdb").is_file())
}

impl Postgres {
    /// Makes a cluster and a database called `kith`, and waits until it answers.
    pub fn start() -> Result<Self> {
        let bin = programs().context("PostgreSQL is not installed")?;
        let folder = tempfile::Builder::new().prefix("kith-pg").tempdir()?;
        let top = folder.path().to_string_lossy().into_owned();
        if is_root() {
            passes(program("chown", &["postgres:postgres", &top]))?;
        }
        let cluster = format!("{top}/cluster");
        let made = ["-D", &cluster, "-U", "kith", "-A", "trust", "-E", "UTF8", "--locale", "C"];
        prints(as_its_user(&bin.join("initdb"), &made))?;
        let mut server = as_its_user(
            &bin.join("postgres"),
            &["-D", &cluster, "-k", &top, "-c", "listen_addresses=", "-c", "fsync=on"],
        );
        let log = std::fs::File::create(folder.path().join("log"))?;
        let server = server.stdout(Stdio::null()).stderr(log).spawn();
        let mut postgres = Self { folder, server: server.context("could not start postgres")? };
        postgres.wait_until_it_answers(&bin)?;
        prints(as_its_user(&bin.join("createdb"), &["-h", &top, "-U", "kith", "kith"]))?;
        Ok(postgres)
    }

    /// What `--database-url` takes.
    pub fn url(&self) -> String {
        format!("postgresql://kith@/kith?host={}", self.folder.path().display())
    }

    fn wait_until_it_answers(&mut self, bin: &Path) -> Result<()> {
        let top = self.folder.path().to_string_lossy().into_owned();
        wait::until("PostgreSQL", 200, Duration::from_millis(50), || {
            if let Some(status) = self.server.try_wait()? {
                let log = std::fs::read_to_string(self.folder.path().join("log"))?;
                bail!("PostgreSQL ended ({status}): {}", log.trim());
            }
            let asked = as_its_user(&bin.join("pg_isready"), &["-q", "-h", &top]).status()?;
            Ok(asked.success().then_some(()))
        })
    }
}

impl Drop for Postgres {
    /// Asks it to stop at once but cleanly (SIGINT), and waits for it; kills it if it cannot be
    /// asked.
    fn drop(&mut self) {
        let asked = program("kill", &["-INT", &self.server.id().to_string()]).status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
    }
}

/// As root, the user `postgres`; else whoever we are. From a folder that everybody may read.
fn as_its_user(name: &Path, arguments: &[&str]) -> Command {
    let name = name.to_string_lossy();
    let mut command = if is_root() {
        let mut other = vec!["--reuid=postgres", "--regid=postgres", "--clear-groups", &name];
        other.extend_from_slice(arguments);
        program("setpriv", &other)
    } else {
        program(&name, arguments)
    };
    command.current_dir("/");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_starts_answers_and_leaves_nothing() {
        let Some(bin) = programs() else {
            println!("PostgreSQL is not installed, so it was not started");
            return;
        };
        let postgres = Postgres::start().unwrap();
        let folder = postgres.folder.path().to_path_buf();
        let asked = ["-Atc", "select current_setting('fsync')", &postgres.url()];
        let psql = [bin.join("psql"), "/usr/bin/psql".into()];
        let psql = psql.iter().find(|path| path.is_file()).unwrap();
        assert_eq!(prints(as_its_user(psql, &asked)).unwrap().trim(), "on");
        drop(postgres);
        assert!(!folder.exists());
    }
}
