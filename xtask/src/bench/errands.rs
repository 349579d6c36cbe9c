//! Figures of a command, or of a server's first second.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::Pace;
use super::filled::{Filled, bench_folder};
use super::served::{Served, log, stop};
use crate::kith::{Kith, Server, free_address};
use crate::run::{cargo, passes};
use crate::wait;

/// Children in the census.
const CHILDREN: &str = "20000";

/// A census of 20,000 children filed into an empty store: the command, from start to exit.
pub fn census(pace: Pace) -> Result<Vec<f64>> {
    let kith = Kith::built()?;
    let folder = bench_folder()?;
    let file = folder.join("census.xml");
    let mut census = cargo(&["run", "--release", "--package", "town", "--example", "census", "--"]);
    census.args([CHILDREN, "2026", "7"]).stdout(fs::File::create(&file)?);
    passes(census)?;
    let once = |_| {
        let store = tempfile::tempdir_in(&folder)?;
        let data = store.path().join("store");
        let arguments = ["import", "cin", &file.to_string_lossy(), "--json", "--data"];
        let mut import = kith.command(&arguments);
        import.arg(&data).stdout(Stdio::null());
        let began = Instant::now();
        passes(import)?;
        Ok(began.elapsed().as_secs_f64())
    };
    (0..pace.runs).map(once).collect()
}

/// Every view made anew from the whole journal: the command, from start to exit.
pub fn rebuild(pace: Pace) -> Result<Vec<f64>> {
    rebuilt(pace, &["rebuild", "--data"])
}

/// The same without the index of words.
pub fn rebuild_but_words(pace: Pace) -> Result<Vec<f64>> {
    rebuilt(pace, &["rebuild", "--except", "word", "--data"])
}

fn rebuilt(pace: Pace, arguments: &[&str]) -> Result<Vec<f64>> {
    let kith = Kith::built()?;
    let filled = Filled::copied(&kith)?;
    let once = |_| {
        let mut rebuild = kith.command(arguments);
        rebuild.arg(filled.data()).stdout(Stdio::null());
        let began = Instant::now();
        passes(rebuild)?;
        Ok(began.elapsed().as_secs_f64())
    };
    (0..pace.runs).map(once).collect()
}

/// From the start of the program on the large store to the last byte of a front page, asked with a
/// session of before.
pub fn start(pace: Pace) -> Result<Vec<f64>> {
    let kith = Kith::built()?;
    let filled = Filled::copied(&kith)?;
    let cast = filled.cast()?;
    let served = Served::start(&kith, filled.data(), Duration::from_millis(20))?;
    let signed = served.sign_in(&cast, 1)?;
    let who = signed.first().context("nobody is signed in")?;
    let expected = served.front_page(&cast, who)?.body.len();
    stop(served.server)?;
    let child = cast.accounts.get(who.account).and_then(|account| account.children.first());
    let ask = format!(
        "GET /children/{} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: {}\r\nconnection: close\r\n\r\n",
        child.map_or("", |child| child.id.as_str()),
        who.cookie
    );
    let once = |_| {
        let address = free_address()?;
        let mut serve = kith.command(&["serve", "--listen", &address.to_string(), "--data"]);
        serve.arg(filled.data()).stdout(Stdio::null()).stderr(log()?);
        let began = Instant::now();
        let server = Server::of(serve.spawn().context("kith serve")?, address);
        let mut page = Vec::new();
        wait::until("the first page", 60_000, Duration::from_micros(500), || {
            let Ok(mut stream) = TcpStream::connect(address) else { return Ok(None) };
            stream.write_all(ask.as_bytes())?;
            page.clear();
            stream.read_to_end(&mut page)?;
            Ok(page.starts_with(b"HTTP/1.1 200 ").then_some(()))
        })?;
        let took = began.elapsed().as_secs_f64() * 1_000.0;
        ensure!(page.len() > expected / 2, "that was no front page");
        stop(server)?;
        Ok(took)
    };
    (0..pace.runs).map(once).collect()
}
