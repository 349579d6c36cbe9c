//! What is asked of a server, by how many at once, and which figures come of it.
//!
//! Each run asks for everything once, the bare hello first, so that a rate and the hello it is a
//! share of are from the same minutes. Each request is one of the signed-in workers', each worker
//! asks for one of their own children, both at random.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};

use super::filled::{Account, Cast, Child, Filled, bench_folder};
use super::http::encoded;
use super::served::{Served, SignedIn, forget_the_most, resident_megabytes, stop};
use super::wrk::{self, Asking, Said, lua, write_cast};
use super::{Figure, Pace, Taken};
use crate::kith::Kith;

/// One load.
pub struct Load {
    name: &'static str,
    script: &'static str,
    connections: usize,
    /// What a signed-in worker asks for, of a child.
    asks: fn(&Asks<'_>) -> String,
    /// The load that the rate is a share of.
    hello: Option<&'static str>,
    figures: &'static [(Figure, Reading)],
}

/// What of it a figure is.
type Reading = fn(&Said) -> f64;

const RESIDENT: Figure = Figure { name: "resident", unit: "MB", goal: "< 150" };

const LOADS: &[Load] = &[
    Load {
        name: "hello of 8",
        script: "pages.lua",
        connections: 8,
        asks: hello,
        hello: None,
        figures: &[(rate("hello_rate_8", ""), Said::rate)],
    },
    Load {
        name: "front page of 8",
        script: "pages.lua",
        connections: 8,
        asks: front_page,
        hello: Some("hello of 8"),
        figures: &[
            (rate("front_page_rate", ">= 4000"), Said::rate),
            (latency("front_page_p50", "< 2"), p50),
            (latency("front_page_p99", "< 8"), p99),
        ],
    },
    Load {
        name: "front page alone",
        script: "pages.lua",
        connections: 1,
        asks: front_page,
        hello: None,
        figures: &[(latency("front_page_alone_p50", "< 1"), p50)],
    },
    Load {
        name: "list",
        script: "pages.lua",
        connections: 1,
        asks: list,
        hello: None,
        figures: &[(latency("list_p50", "< 2"), p50)],
    },
    Load {
        name: "search",
        script: "search.lua",
        connections: 1,
        asks: search,
        hello: None,
        figures: &[(latency("search_p50", "< 8"), pair_p50)],
    },
    Load {
        name: "save alone",
        script: "saves.lua",
        connections: 1,
        asks: save,
        hello: None,
        figures: &[(latency("save_alone_p50", "< 3"), p50)],
    },
    Load {
        name: "hello of 64",
        script: "pages.lua",
        connections: 64,
        asks: hello,
        hello: None,
        figures: &[(rate("hello_rate_64", ""), Said::rate)],
    },
    Load {
        name: "save of 64",
        script: "saves.lua",
        connections: 64,
        asks: save,
        hello: Some("hello of 64"),
        figures: &[(rate("save_rate", ">= 3000"), Said::rate)],
    },
];

const fn rate(name: &'static str, goal: &'static str) -> Figure {
    Figure { name, unit: "requests/s", goal }
}

const fn latency(name: &'static str, goal: &'static str) -> Figure {
    Figure { name, unit: "ms", goal }
}

fn p50(said: &Said) -> f64 {
    said.p50_ms
}

fn p99(said: &Said) -> f64 {
    said.p99_ms
}

fn pair_p50(said: &Said) -> f64 {
    said.pair_p50_ms.unwrap_or(f64::NAN)
}

/// The names of the figures.
pub fn names() -> impl Iterator<Item = &'static str> {
    let figures = LOADS.iter().flat_map(|load| load.figures);
    figures.map(|(figure, _)| figure.name).chain([RESIDENT.name])
}

/// The loads that these figures need: their own, and the hellos they are shares of. What is held in
/// memory needs all of them.
pub fn wanted(wanted: &dyn Fn(&Figure) -> bool) -> Vec<&'static Load> {
    let all = wanted(&RESIDENT);
    let own = |load: &&Load| all || load.figures.iter().any(|(figure, _)| wanted(figure));
    let hellos: Vec<_> = LOADS.iter().filter(own).filter_map(|load| load.hello).collect();
    LOADS.iter().filter(|load| own(load) || hellos.contains(&load.name)).collect()
}

/// Runs them all, as often as asked, one after the other.
pub fn take(loads: &[&'static Load], pace: Pace) -> Result<Vec<Taken>> {
    if loads.is_empty() {
        return Ok(Vec::new());
    }
    wrk::is_here()?;
    let kith = Kith::built()?;
    let filled = Filled::copied(&kith)?;
    let cast = filled.cast()?;
    let served = Served::start(&kith, filled.data(), Duration::from_millis(20))?;
    let mut said: Vec<Vec<Said>> = loads.iter().map(|_| Vec::new()).collect();
    let mut resident = Vec::new();
    for _ in 0..pace.runs {
        forget_the_most(served.server.id())?;
        for (load, said) in loads.iter().zip(&mut said) {
            said.push(load.run(&served, &cast, pace).with_context(|| load.name)?);
        }
        resident.push(resident_megabytes(served.server.id())?);
    }
    stop(served.server)?;
    let mut taken = Vec::new();
    for (load, runs) in loads.iter().zip(&said) {
        let hello = loads.iter().position(|other| Some(other.name) == load.hello);
        let hello = hello.and_then(|place| said.get(place));
        for (figure, of) in load.figures {
            let is_rate = figure.unit == rate("", "").unit;
            let hello = hello.filter(|_| is_rate).map(|said| said.iter().map(Said::rate).collect());
            taken.push(Taken { figure: *figure, runs: runs.iter().map(of).collect(), hello });
        }
    }
    taken.push(Taken { figure: RESIDENT, runs: resident, hello: None });
    Ok(taken)
}

impl Load {
    fn run(&self, served: &Served, cast: &Cast, pace: Pace) -> Result<Said> {
        let signed = served.sign_in(cast, self.connections)?;
        let first = signed.first().context("nobody is signed in")?;
        // A page that is not whole would be quick; it is looked at before it is timed.
        let page = served.front_page(cast, first)?.body.len();
        let file = bench_folder()?.join("cast.lua");
        self.write_cast(cast, &signed, &file)?;
        let asking = Asking {
            script: self.script,
            connections: self.connections,
            seconds: pace.seconds,
            cast: &file,
        };
        let said = asking.ask(served.address)?;
        if self.name.starts_with("front page") {
            let mean = said.bytes / said.requests;
            let least = f64::from(u32::try_from(page / 2)?);
            ensure!(mean > least, "pages were of {mean:.0} bytes, the first was of {page}");
        }
        Ok(said)
    }

    /// Every child of everybody signed in, once each.
    fn write_cast(&self, cast: &Cast, signed: &[SignedIn], at: &Path) -> Result<()> {
        let mut requests = Vec::new();
        for who in signed {
            let account = cast.accounts.get(who.account).context("no such account")?;
            for (place, child) in account.children.iter().enumerate() {
                let note = cast.notes.get((place * 7 + who.account) % cast.notes.len().max(1));
                let words = note.map_or("", String::as_str);
                requests.push((self.asks)(&Asks { who, account, child, words }));
            }
        }
        write_cast(at, &requests)
    }
}

/// What somebody asks for, and about whom.
pub struct Asks<'a> {
    who: &'a SignedIn,
    account: &'a Account,
    child: &'a Child,
    /// The words of a note.
    words: &'a str,
}

fn hello(asks: &Asks<'_>) -> String {
    asks.get("/healthz")
}

fn front_page(asks: &Asks<'_>) -> String {
    asks.get(&format!("/children/{}", asks.child.id))
}

fn list(asks: &Asks<'_>) -> String {
    asks.get("/children")
}

fn search(asks: &Asks<'_>) -> String {
    asks.post("/search", &format!("q={}", encoded(&asks.child.name)))
}

/// A visit note about two children: the child and a brother or sister, or where there is none
/// another of the worker's.
fn save(asks: &Asks<'_>) -> String {
    let child = asks.child;
    let others = asks.account.children.iter().map(|other| other.id.as_str());
    let mut others = others.filter(|other| *other != child.id);
    let other = child.sibling.as_deref().or_else(|| others.next()).unwrap_or_default();
    let body = format!(
        "kind=visit&on=&at=&place=at+home&with=&title=&text={}&about={other}\
         &seen-{}=alone&seen-{other}=with&how-{}=&how-{other}=",
        encoded(asks.words),
        child.id,
        child.id,
    );
    asks.post(&format!("/children/{}/notes", child.id), &body)
}

impl Asks<'_> {
    fn get(&self, path: &str) -> String {
        format!("{{ cookie = {}, path = {} }}", lua(&self.who.cookie), lua(path))
    }

    fn post(&self, path: &str, body: &str) -> String {
        let (cookie, path, body) = (lua(&self.who.cookie), lua(path), lua(body));
        format!("{{ cookie = {cookie}, path = {path}, body = {body} }}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_brings_the_hello_that_it_is_a_share_of() {
        let load = |name: &str| {
            let loads = wanted(&|figure: &Figure| figure.name == name);
            loads.iter().map(|load| load.name).collect::<Vec<_>>()
        };
        assert_eq!(load("save_rate"), ["hello of 64", "save of 64"]);
        assert_eq!(load("list_p50"), ["list"]);
        assert_eq!(load("resident").len(), LOADS.len(), "the most of a run is of the whole run");
        assert_eq!(load("demo_ready"), Vec::<&str>::new());
    }

    #[test]
    fn a_save_is_a_visit_note_about_two_children() {
        let child = |id: &str, sibling: Option<&str>| Child {
            id: id.into(),
            name: "Ama".into(),
            sibling: sibling.map(Into::into),
        };
        let account = Account {
            email: "a@b".into(),
            children: vec![child("1", None), child("2", Some("3"))],
        };
        let who = SignedIn { cookie: "kith=ab".into(), account: 0 };
        let note = |n: usize| {
            let child = &account.children[n];
            save(&Asks { who: &who, account: &account, child, words: "She laughed." })
        };
        let alone = note(0);
        assert!(alone.contains("/children/1/notes") && alone.contains("about=2"), "{alone}");
        assert!(note(1).contains("text=She+laughed.&about=3"));
    }
}
