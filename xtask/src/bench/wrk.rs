//! `wrk`, which asks faster than we answer, with a script for what is asked.
//!
//! It runs on the same machine as the server, so it should cost little: one thread, and requests
//! that are put together before the clock starts.

use std::fmt::Write as _;
use std::fs;
use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

use crate::run::{has, is_root, prints, program, root};

/// What a script says at its end.
#[derive(Debug, Deserialize)]
pub struct Said {
    pub requests: f64,
    pub seconds: f64,
    pub bytes: f64,
    pub p50_ms: f64,
    pub p99_ms: f64,
    /// Answers that are not what was asked for, and connections that broke.
    pub wrong: u64,
    /// For what takes two requests: the median of both together.
    #[serde(default)]
    pub pair_p50_ms: Option<f64>,
}

/// One load.
pub struct Asking<'a> {
    /// A script of this folder.
    pub script: &'a str,
    pub connections: usize,
    pub seconds: u32,
    /// What the script asks for: a table of Lua.
    pub cast: &'a Path,
}

impl Asking<'_> {
    /// Asks, and gives what the script says. What it should not have been given is an error.
    pub fn ask(&self, address: SocketAddr) -> Result<Said> {
        let script = root().join("xtask/src/bench").join(self.script);
        let (connections, duration) = (self.connections.to_string(), format!("{}s", self.seconds));
        let (script, cast) = (script.to_string_lossy(), self.cast.to_string_lossy());
        let url = format!("http://{address}/");
        let mut wrk = program("wrk", &["-t", "1", "-c", &connections, "-d", &duration]);
        wrk.args(["--timeout", "30s", "-s", &script, &url, "--", &cast]);
        wrk.env("LUA_PATH", format!("{}/xtask/src/bench/?.lua;;", root().display()));
        let said = prints(wrk)?;
        let line = said.lines().last().unwrap_or_default();
        let said: Said =
            serde_json::from_str(line).with_context(|| format!("wrk says `{line}`"))?;
        ensure!(said.requests > 0.0, "nothing was answered");
        ensure!(said.wrong == 0, "{} of {} answers were wrong", said.wrong, said.requests);
        Ok(said)
    }
}

impl Said {
    /// Answers a second.
    pub fn rate(&self) -> f64 {
        self.requests / self.seconds
    }
}

/// Installs `wrk` where it is missing and we may.
pub fn is_here() -> Result<()> {
    if has("wrk") {
        return Ok(());
    }
    if !is_root() || !has("apt-get") {
        bail!("The figures of pages are taken with wrk: install the package wrk.");
    }
    crate::missing::apt(&["wrk"])
}

/// Text as a string of Lua.
pub fn lua(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for byte in text.bytes() {
        match byte {
            b'"' | b'\\' => quoted.extend(['\\', char::from(byte)]),
            b' '..=b'~' => quoted.push(char::from(byte)),
            _ => {
                let _ = write!(quoted, "\\{byte:03}");
            }
        }
    }
    quoted.push('"');
    quoted
}

/// Writes what a script asks for.
pub fn write_cast(at: &Path, requests: &[String]) -> Result<()> {
    fs::write(at, format!("return {{\n{}\n}}\n", requests.join(",\n"))).context("the cast of wrk")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_script_says_is_read() {
        let said = r#"{"requests":10,"seconds":2,"bytes":5,"p50_ms":1.5,"p99_ms":2,"wrong":0}"#;
        let said: Said = serde_json::from_str(said).unwrap();
        assert!((said.rate() - 5.0).abs() < f64::EPSILON);
        assert_eq!(said.pair_p50_ms, None);
    }

    #[test]
    fn text_survives_lua() {
        assert_eq!(lua("a \"b\"\r\n\\ë"), r#""a \"b\"\013\010\\\195\171""#);
    }
}
