//! `kith serve` on the large store, on a free port of this machine, and who is signed in there.

use std::fs;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};

use super::filled::{Account, Cast, bench_folder};
use super::http::{Answer, Client};
use crate::kith::{Kith, Server, free_address};
use crate::run::{passes, program};
use crate::wait;

/// A running server and its address.
pub struct Served {
    pub server: Server,
    pub address: SocketAddr,
}

/// Somebody signed in: the cookie, and their place among the accounts.
pub struct SignedIn {
    pub cookie: String,
    pub account: usize,
}

impl Served {
    /// Starts it and waits until it is ready, which may be long where views are made anew.
    pub fn start(kith: &Kith, data: &Path, every: Duration) -> Result<Self> {
        let address = free_address()?;
        let mut serve = kith.command(&["serve", "--listen", &address.to_string(), "--data"]);
        let process = serve.arg(data).stdout(Stdio::null()).stderr(log()?).spawn()?;
        let mut server = Server::of(process, address);
        // Each wait is half a minute; a rebuild of everything takes a few of them.
        let ready = (0..20).any(|_| server.wait_until_ready(every).is_ok());
        ensure!(ready, "kith serve did not become ready");
        Ok(Self { server, address })
    }

    /// Signs in the first so many workers who have children.
    pub fn sign_in(&self, cast: &Cast, how_many: usize) -> Result<Vec<SignedIn>> {
        let client = Client { address: self.address };
        let with_children = |(_, who): &(usize, &Account)| !who.children.is_empty();
        let accounts = cast.accounts.iter().enumerate().filter(with_children);
        let signed: Vec<SignedIn> = accounts
            .take(how_many)
            .map(|(account, who)| {
                let cookie = client.sign_in(&who.email, &cast.password)?;
                Ok(SignedIn { cookie, account })
            })
            .collect::<Result<_>>()?;
        ensure!(signed.len() == how_many, "there are not {how_many} workers with children");
        Ok(signed)
    }

    /// A child's front page, which must be the page and not the way to sign in.
    pub fn front_page(&self, cast: &Cast, who: &SignedIn) -> Result<Answer> {
        let account = cast.accounts.get(who.account).context("no such account")?;
        let child = account.children.first().context("no children")?;
        let path = format!("/children/{}", child.id);
        let page = Client { address: self.address }.get(&path, &who.cookie)?;
        if page.status != 200 || !page.body.contains(&child.name) {
            bail!("{path} answered {} without the child's name", page.status);
        }
        Ok(page)
    }
}

/// Where a server writes its line for each answer, as it does for people.
pub fn log() -> Result<fs::File> {
    Ok(fs::File::create(bench_folder()?.join("serve.log"))?)
}

/// Asks a server to stop and waits until it has.
pub fn stop(mut server: Server) -> Result<()> {
    passes(program("kill", &["-TERM", &server.id().to_string()]))?;
    wait::until("kith to stop", 1_500, Duration::from_millis(20), || {
        Ok(server.has_ended()?.then_some(()))
    })
}

/// The most memory a process has held, in megabytes of 1,024 kilobytes.
pub fn resident_megabytes(process: u32) -> Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let kilobytes = most_resident_kilobytes(&status).context("/proc does not say VmHWM")?;
    Ok(f64::from(kilobytes) / 1_024.0)
}

/// From here on the most is counted anew.
pub fn forget_the_most(process: u32) -> Result<()> {
    fs::write(format!("/proc/{process}/clear_refs"), "5").context("clear_refs")
}

/// The kernel's own highest of `VmRSS`, which misses no moment between two times of asking.
fn most_resident_kilobytes(status: &str) -> Option<u32> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_from_what_the_kernel_says() {
        let status = "Name:\tkith\nVmHWM:\t   2048 kB\nVmRSS:\t   1024 kB\nThreads:\t4\n";
        assert_eq!(most_resident_kilobytes(status), Some(2048));
        assert_eq!(most_resident_kilobytes("Name:\tkith\n"), None);
    }
}
