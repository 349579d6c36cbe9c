//! `kith demo`: Wexcombe, an invented borough, seeded and served.
//!
//! Its clock starts on Tuesday 24 November 2026 at a quarter to twelve in London and ticks;
//! started again on the same folder it goes on from the last entry. It takes nothing from the
//! environment or from `kith.toml`, and refuses a store it did not make.

use crate::{edge, office, packages, place, serve};
use anyhow::{Context as _, Result, bail};
use app::chance::Chance;
use app::edge::{Actor, Edge};
use app::import::held::FOLDER;
use app::kith::{Kith, Open, Pace, Place};
use app::{account, sign_in};
use domain::id::{Authority, PersonId};
use domain::look::{AtWhat, Look, Page};
use jiff::{SignedDuration, Timestamp};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;
use town::seed::{self, DEMO_PASSWORD, Seeded};
use town::stores::that_morning;
use web::Settings;

/// What a store of this command says of itself.
const MADE_BY: (&str, &str) = ("made_by", "demo");
/// What it says once it is whole.
const SEEDED: (&str, &str) = ("seeded", "wexcombe");
/// Wexcombe is the same every time: its ids come from this.
const WEXCOMBE: [u8; 32] = *b"Wexcombe, an invented borough...";
/// Chance of what was looked at on the Friday before.
const FRIDAY: [u8; 32] = *b"Looks of the Friday before......";
const MORNING: &str = "2026-11-20T09:10:00Z";
const EVENING: &str = "2026-11-20T17:10:00Z";
/// Idris, as the files call him.
const READ_EARLY: &str = "A1";
/// More children than anybody of Wexcombe works with.
const CASELOAD: i64 = 100;

#[derive(clap::Args, Debug)]
pub struct Args {
    /// Where to listen; a loopback address.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Try the kit without the record, as where the record stays in another system.
    #[arg(long)]
    alone: bool,
}

impl Default for Args {
    fn default() -> Self {
        Self { listen: SocketAddr::from(([127, 0, 0, 1], 8080)), alone: false }
    }
}

pub fn run(place: &place::Args, args: &Args) -> Result<ExitCode> {
    if !args.listen.ip().is_loopback() {
        bail!("the demo has a password that everybody knows: it listens on this machine alone");
    }
    let fresh = tempfile::Builder::new().prefix("kith-demo-").tempdir()?;
    let folder = place.folder_given().unwrap_or_else(|| fresh.path().to_owned());
    let kith = open(folder.clone())?.with_office(office::office_of_demo(&folder)?);
    let kith = kith.with_packing(packages::of_demo()?);
    if !is_seeded(&kith, &folder)? {
        fill(&kith)?;
    }
    let kith = kith.with_spool(&folder)?;
    let kith = if args.alone { kith.alone() } else { kith };
    let clock = clock(&kith)?;
    say(args.listen, &folder)?;
    serve::log();
    let settings = Settings { holding: folder.join(FOLDER), ..Settings::default() };
    serve::to_people(kith, clock, settings, args.listen)
}

fn open(folder: PathBuf) -> Result<Kith> {
    Kith::open(&Open {
        place: Place::Folder(folder),
        readers: std::thread::available_parallelism().map_or(2, usize::from),
        writers: 1,
        pace: Pace::SERVING,
        now: that_morning(),
        seed: edge::seed()?,
    })
    .context("the demo's store cannot be opened")
}

fn console(seed: [u8; 32]) -> Edge {
    Edge { now: that_morning(), seed, actor: Actor::Console }
}

/// Whether this store is a whole demo; an error where it is somebody's record, or half a demo.
fn is_seeded(kith: &Kith, folder: &std::path::Path) -> Result<bool> {
    let (made_by, seeded, entries) = kith
        .read(console([0; 32]), |cx| {
            let made_by = cx.tx.find_setting(MADE_BY.0)?;
            Ok((made_by, cx.tx.find_setting(SEEDED.0)?, cx.tx.count_entries()?))
        })
        .wait()?;
    match (made_by.as_deref(), seeded, entries) {
        (Some("demo"), Some(_), _) => Ok(true),
        (None, None, 0) => Ok(false),
        (Some("demo"), None, _) => bail!(
            "the demo in {} was stopped while it was being made; give another folder",
            folder.display()
        ),
        _ => bail!("the store in {} is no demo; it is left alone", folder.display()),
    }
}

fn fill(kith: &Kith) -> Result<()> {
    kith.write(console([1; 32]), vec![], |cx| Ok(cx.tx().keep_setting(MADE_BY.0, MADE_BY.1)?))
        .wait()?;
    let seeded = seed::seed(kith, WEXCOMBE)?;
    keep_drawings(kith, &seeded)?;
    set_passwords(kith, &seeded)?;
    keep_drafts(kith, &seeded)?;
    look_round(kith, &seeded)?;
    kith.write(console([2; 32]), vec![], |cx| Ok(cx.tx().keep_setting(SEEDED.0, SEEDED.1)?))
        .wait()?;
    Ok(())
}

/// What children of the borough drew, as blobs.
fn keep_drawings(kith: &Kith, seeded: &Seeded) -> Result<()> {
    let office = kith.office()?;
    let mut chance = Chance::new(WEXCOMBE, that_morning());
    let waiting = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    waiting.block_on(async {
        for drawing in &seeded.drawings {
            office.blobs.keep(drawing, chance.seed()).await?;
        }
        Ok(())
    })
}

/// The demo accounts share one hash: hashing nine times would take longer than the rest.
fn set_passwords(kith: &Kith, seeded: &Seeded) -> Result<()> {
    let salt = Chance::new(WEXCOMBE, that_morning()).salt();
    let hash = sign_in::hash(DEMO_PASSWORD, &salt)?;
    for demo in seed::demo_accounts()? {
        let id = seeded
            .accounts
            .get(&demo.email)
            .copied()
            .with_context(|| format!("{} is not in the borough", demo.email))?;
        let hash = hash.clone();
        kith.write(console([3; 32]), vec![], move |cx| account::set_password(cx, id, &hash))
            .wait()?;
    }
    Ok(())
}

/// Notes that somebody has begun. Other drafts of the files have no form here yet.
fn keep_drafts(kith: &Kith, seeded: &Seeded) -> Result<()> {
    let mut chance = Chance::new(WEXCOMBE, that_morning());
    for draft in seeded.drafts.iter().filter(|draft| draft.kind == domain::kind::Kind::Note) {
        let (seed::Writer::Account(account), Some(child)) = (draft.writer, draft.about.first())
        else {
            continue;
        };
        let fields: &BTreeMap<String, String> = &draft.fields;
        let kept = app::draft::Kept {
            id: None,
            child: *child,
            form: "note".to_owned(),
            body: serde_json::to_string(fields)?,
        };
        kith.write_for(account, console(chance.seed()), vec![], move |cx| {
            app::draft::keep_draft(cx, &kept)
        })
        .wait()?;
    }
    Ok(())
}

/// The Friday before, each worker read the files of their children when the day was written up;
/// [`READ_EARLY`] is the one that was read in the morning. So a page shows them what is new.
fn look_round(kith: &Kith, seeded: &Seeded) -> Result<()> {
    let early = seeded.people.get(&READ_EARLY.into()).copied();
    let mut chance = Chance::new(FRIDAY, that_morning());
    for demo in seed::demo_accounts()? {
        let Some(account) = seeded.accounts.get(&demo.email) else { continue };
        for (hour, is_early) in [(MORNING, true), (EVENING, false)] {
            let edge = Edge { now: hour.parse()?, ..console(chance.seed()) };
            let (account, at) = (*account, edge.now);
            let own = kith.write_for(account, edge, vec![], |cx| {
                let viewer = cx.viewer()?;
                Ok(cx.tx().list_caseload(&viewer, CASELOAD)?)
            });
            let read = own.wait()?.into_iter().filter(|child| (Some(*child) == early) == is_early);
            let looks = read.map(|child| Look { at, account, at_what: front_page(child) });
            kith.look(looks.collect()).wait()?;
        }
    }
    Ok(())
}

fn front_page(child: PersonId) -> AtWhat {
    AtWhat::Page { child, page: Page::FrontPage, because: None }
}

/// The demo's clock: from that morning, or from the last entry where that is later.
fn clock(kith: &Kith) -> Result<web::site::Clock> {
    let last = kith.read(console([4; 32]), |cx| Ok(cx.tx.find_last_recorded()?)).wait()?;
    let from = last.map_or_else(that_morning, |last| last.max(that_morning()));
    let started = Instant::now();
    Ok(Arc::new(move || {
        let passed = SignedDuration::try_from(started.elapsed()).unwrap_or_default();
        from.checked_add(passed).unwrap_or(Timestamp::MAX)
    }))
}

fn say(listen: SocketAddr, folder: &std::path::Path) -> Result<()> {
    println!("Wexcombe, an invented borough: http://{listen}");
    println!("(authority {}, kept in {})", Authority::WEXCOMBE, folder.display());
    println!("Sign in with one of these, password {DEMO_PASSWORD}:");
    for demo in seed::demo_accounts()? {
        println!("  {:32} {}, {}", demo.email, demo.name, demo.job);
    }
    Ok(())
}
