//! Running `kith` as a person would, for claims and figures: the release build, its exit code,
//! its one line of JSON, and a server on a free port of this machine.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::run::{cargo, passes, program};
use crate::{metadata, wait};

/// The program as `cargo run --release` runs it.
pub struct Kith {
    program: PathBuf,
    /// It logs what went wrong and nothing else.
    quiet: bool,
}

impl Kith {
    /// Builds it. Cargo makes a second call cheap.
    pub fn built() -> Result<Self> {
        passes(cargo(&["build", "--release", "--package", "kith"]))?;
        Ok(Self { program: metadata::target_folder()?.join("release/kith"), quiet: false })
    }

    /// The same, built as the tests are, and quiet.
    pub fn built_for_tests() -> Result<Self> {
        passes(cargo(&["build", "--package", "kith"]))?;
        Ok(Self { program: metadata::target_folder()?.join("debug/kith"), quiet: true })
    }

    /// Where it is.
    pub fn program(&self) -> &std::path::Path {
        &self.program
    }

    /// The command with its arguments. No setting of the caller's reaches it.
    pub fn command<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Command {
        let mut command = program(&self.program.to_string_lossy(), &[]);
        command.args(arguments);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("KITH_") {
                command.env_remove(name);
            }
        }
        if self.quiet {
            command.env("KITH_LOG", "warn");
        }
        command
    }

    /// Runs a command to its end.
    pub fn run<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Result<Answer> {
        let output = self.command(arguments).output().context("could not start kith")?;
        Ok(Answer {
            code: output.status.code(),
            said: String::from_utf8_lossy(&output.stdout).into_owned(),
            complained: String::from_utf8_lossy(&output.stderr).into_owned(),
        })
    }

    /// Starts `serve` or `demo` on a free port of this machine and waits until it is ready.
    /// `every` is the pause between two times of asking.
    pub fn start<S: AsRef<OsStr>>(&self, arguments: &[S], every: Duration) -> Result<Server> {
        let address = free_address()?;
        let mut command = self.command(arguments);
        command.args(["--listen", &address.to_string()]);
        let process = command.stdout(Stdio::null()).spawn().context("could not start kith")?;
        let mut server = Server { process, address };
        server.wait_until_ready(every)?;
        Ok(server)
    }
}

/// How a command ended and what it said.
pub struct Answer {
    /// `None` where a signal ended it.
    pub code: Option<i32>,
    pub said: String,
    pub complained: String,
}

impl Answer {
    /// Itself, where it ended with this code; else an error with what it complained of.
    pub fn ended(self, code: i32) -> Result<Self> {
        if self.code == Some(code) {
            return Ok(self);
        }
        let (ended, complained) = (self.code, self.complained.trim());
        bail!("kith ended with {ended:?} and not {code}: {complained}")
    }

    /// The last line it printed, as JSON.
    pub fn json(&self) -> Result<serde_json::Value> {
        let line = self.said.lines().last().context("kith printed nothing")?;
        serde_json::from_str(line).with_context(|| format!("kith printed no JSON but `{line}`"))
    }
}

/// A running server. Dropping it kills it, as a power cut would.
pub struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    /// A server that somebody else started and that listens, or soon will, at this address.
    pub fn of(process: Child, address: SocketAddr) -> Self {
        Self { process, address }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its process, for `/proc` and for strace.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    /// Whether it has ended.
    pub fn has_ended(&mut self) -> Result<bool> {
        Ok(self.process.try_wait()?.is_some())
    }

    /// Waits until `/readyz` says yes, at most half a minute; an error at once where it ends.
    pub fn wait_until_ready(&mut self, every: Duration) -> Result<()> {
        let tries = 30_000 / u32::try_from(every.as_millis()).unwrap_or(20).max(1);
        let address = self.address;
        wait::until("kith to be ready", tries, every, || {
            if let Some(status) = self.process.try_wait()? {
                bail!("kith ended before it was ready ({status})");
            }
            Ok((status_of(address, "/readyz").ok() == Some(200)).then_some(()))
        })
    }

    /// Asks for a path as nobody in particular; the status alone.
    pub fn status(&self, path: &str) -> Result<u16> {
        status_of(self.address, path)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An address of this machine at which nobody listens.
pub fn free_address() -> Result<SocketAddr> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?)
}

/// One request, by hand, so that the tasks need no client.
fn status_of(address: SocketAddr, path: &str) -> Result<u16> {
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1))?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let ask = format!("GET {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    stream.write_all(ask.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let answer = String::from_utf8_lossy(&answer);
    let status = answer.split(' ').nth(1).context("that is no HTTP")?;
    status.parse().context("that is no HTTP status")
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead, BufReader};

    use super::*;

    fn answer(said: &str) -> Answer {
        Answer { code: Some(1), said: said.into(), complained: "no store here\n".into() }
    }

    #[test]
    fn an_answer_gives_its_json_or_says_why_not() {
        let json = answer("filing\n{\"children\":3}\n").json().unwrap();
        assert_eq!(json["children"], 3);
        assert!(answer("filed\n").json().is_err());
        let error = answer("").ended(0).err().unwrap().to_string();
        assert_eq!(error, "kith ended with Some(1) and not 0: no store here");
    }

    #[test]
    fn a_status_is_read_from_what_the_server_says() {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let server = std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            // Read to the empty line: closing on unread bytes would reset the connection.
            let lines = BufReader::new(stream.try_clone().unwrap()).lines().map(Result::unwrap);
            let asked: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            stream.write_all(b"HTTP/1.1 503 Busy\r\n\r\n").unwrap();
            asked
        });
        assert_eq!(status_of(address, "/readyz").unwrap(), 503);
        assert_eq!(server.join().unwrap()[0], "GET /readyz HTTP/1.1");
    }
}
