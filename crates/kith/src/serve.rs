//! `kith serve`: the real thing, over HTTP.
//!
//! ```text
//! listen │ answer │ timetable: seal, forget ended sessions │ imports that were cut short go on
//! SIGTERM or SIGINT ▸ no new connections ▸ what waits is answered ▸ seal ▸ end
//! ```
//! TLS is the proxy's. A listener that others reach without one is refused, and so is a record
//! that `kith demo` made, whose passwords everybody knows.

use crate::{account, edge, office, packages, place};
use anyhow::{Context as _, Result, bail};
use app::chance::Chance;
use app::edge::Edge;
use app::error::Result as Done;
use app::import::held::FOLDER;
use app::kith::{Kith, Pace};
use jiff::Timestamp;
use std::io::IsTerminal as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::{MissedTickBehavior, interval};
use tracing_subscriber::EnvFilter;
use web::site::Clock;
use web::{Settings, Site};

/// What waits is answered for this long after somebody says stop.
const LAST_ANSWERS: Duration = Duration::from_secs(20);

/// What is logged where `KITH_LOG` says nothing.
const LOGGED: &str = "info,refinery_core=warn";
/// What is never logged, whatever it says: an HTTP client would tell what it sends.
const QUIET: [&str; 2] = ["ureq=warn", "ureq_proto=warn"];

/// What is done again and again while a record is served.
struct Job {
    name: &'static str,
    every: Duration,
    run: fn(&Kith, Edge) -> Done<()>,
}

const TIMETABLE: [Job; 5] = [
    Job {
        name: "seal what is new",
        every: Duration::from_secs(5),
        run: |kith, edge| app::seal::seal_what_is_new(kith, edge).wait().map(drop),
    },
    Job {
        name: "write down looks that waited",
        every: Duration::from_secs(5),
        run: |kith, _| app::upkeep::write_down_looks_that_waited(kith).map(drop),
    },
    Job {
        name: "forget old searches",
        every: Duration::from_hours(1),
        run: |kith, edge| app::upkeep::forget_old_searches(kith, edge).wait().map(drop),
    },
    Job {
        name: "forget sessions that ended",
        every: Duration::from_hours(1),
        run: |kith, edge| app::upkeep::forget_ended_sessions(kith, edge).wait().map(drop),
    },
    Job {
        name: "sweep away chunks of nothing that was handed in",
        every: Duration::from_hours(24),
        // On a thread that may wait.
        run: |kith, edge| {
            let sweep = app::upkeep::sweep_old_chunks(kith, edge);
            tokio::runtime::Handle::current().block_on(sweep).map(drop)
        },
    },
];

#[derive(clap::Args)]
pub struct Args {
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS:PORT")]
    listen: SocketAddr,
    /// A proxy stands before it, which speaks TLS and says where each request came from.
    #[arg(long)]
    behind_proxy: bool,
    /// The address people know it by: `https://kith.example`.
    #[arg(long, env = "KITH_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
    /// The folder in which each sitting is put as one file for another system that watches it.
    #[arg(long, env = "KITH_PACKAGES", value_name = "FOLDER")]
    packages: Option<PathBuf>,
    /// Run the kit without the record: children come from a list or are added from a tablet.
    #[arg(long, env = "KITH_ALONE")]
    alone: bool,
}

impl Args {
    fn settings(&self, holding: PathBuf) -> Result<Settings> {
        if !self.listen.ip().is_loopback() && !self.behind_proxy {
            bail!(
                "{} can be reached by others, and what it sends is not encrypted: put a proxy \
                 with TLS before it and say --behind-proxy, or listen on 127.0.0.1",
                self.listen
            );
        }
        let public_url = self.public_url.as_deref().map(origin).transpose()?;
        let encrypted = public_url.as_ref().is_some_and(|url| url.starts_with("https://"));
        Ok(Settings {
            secure_cookie: self.behind_proxy || encrypted,
            public_url,
            behind_proxy: self.behind_proxy,
            development: false,
            holding,
        })
    }
}

/// An address without a path, as a browser names a site.
fn origin(url: &str) -> Result<String> {
    let bare = url.trim().trim_end_matches('/');
    let host = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => {
            Ok(bare.to_lowercase())
        }
        _ => bail!("«{url}» is no address of a site; it looks like https://kith.example"),
    }
}

pub fn run(place: &place::Args, args: &Args) -> Result<ExitCode> {
    let settings = args.settings(place.folder()?.join(FOLDER))?;
    log();
    let kith = place.open_or_make(Pace::SERVING)?;
    if app::upkeep::made_by(&kith, edge::console()?).wait()?.as_deref() == Some("demo") {
        bail!("this record was made by `kith demo`, and everybody knows its passwords");
    }
    let folder = place.folder()?;
    let packing = place::Args::packages()?.packing(args.packages.as_deref())?;
    let kith = kith.with_spool(&folder)?.with_office(office::office(&folder)?);
    let kith = kith.with_packing(packing);
    let kith = if place::Args::alone(args.alone)? { kith.alone() } else { kith };
    to_people(kith, Arc::new(edge::now), settings, args.listen)
}

/// Serves a record to people until somebody says stop.
pub fn to_people(
    kith: Kith,
    clock: Clock,
    settings: Settings,
    listen: SocketAddr,
) -> Result<ExitCode> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve(kith.clone(), Arc::clone(&clock), settings, listen))?;
    runtime.shutdown_timeout(LAST_ANSWERS);
    app::seal::seal_what_is_new(&kith, edge::console_at(clock())?).wait()?;
    Ok(ExitCode::SUCCESS)
}

pub fn log() {
    let filter = EnvFilter::try_from_env("KITH_LOG").unwrap_or_else(|_| EnvFilter::new(LOGGED));
    let filter =
        QUIET.iter().filter_map(|quiet| quiet.parse().ok()).fold(filter, EnvFilter::add_directive);
    let to_a_person = std::io::stderr().is_terminal();
    let lines = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(to_a_person);
    lines.with_writer(std::io::stderr).init();
}

async fn serve(kith: Kith, clock: Clock, settings: Settings, listen: SocketAddr) -> Result<()> {
    let listener =
        TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
    let at = format!("http://{}", listener.local_addr()?);
    let address = settings.public_url.clone().unwrap_or(at);
    let mut stop = Stop::new()?;
    let mut told = Stop::new()?;
    keep_timetable(&kith, &clock);
    packages::send_what_waits(&kith, &clock);
    go_on_with_imports(kith.clone(), Arc::clone(&clock))?;
    println!("Kith is at {address}");
    say_how_to_begin(&kith, &address).await?;
    let router = web::router(Site::new(kith, clock, chance()?, settings));
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service);
    let serving = serving.with_graceful_shutdown(async move { stop.wait().await });
    tokio::select! {
        done = serving.into_future() => Ok(done?),
        () = last_answers_are_over(&mut told) => {
            tracing::warn!("some connections were still open");
            Ok(())
        }
    }
}

/// Waits for somebody to say stop, and then as long as what waits may take.
async fn last_answers_are_over(told: &mut Stop) {
    told.wait().await;
    let _ = tokio::time::timeout(LAST_ANSWERS, std::future::pending::<()>()).await;
}

/// Chance for every request, from one seed of the machine's.
fn chance() -> Result<web::site::Chance> {
    let chance = Mutex::new(Chance::new(edge::seed()?, edge::now()));
    Ok(Arc::new(move || chance.lock().unwrap_or_else(PoisonError::into_inner).seed()))
}

/// Somebody says stop: from the console, or from whatever runs it.
struct Stop {
    term: tokio::signal::unix::Signal,
    int: tokio::signal::unix::Signal,
}

impl Stop {
    fn new() -> Result<Self> {
        let (term, int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        Ok(Self { term, int })
    }
    async fn wait(&mut self) {
        tokio::select! { _ = self.term.recv() => {}, _ = self.int.recv() => {} }
    }
}

fn keep_timetable(kith: &Kith, clock: &Clock) {
    for job in &TIMETABLE {
        let (kith, clock) = (kith.clone(), Arc::clone(clock));
        tokio::spawn(async move {
            let mut ticks = interval(job.every);
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            loop {
                ticks.tick().await;
                let (kith, now) = (kith.clone(), clock());
                let done = tokio::task::spawn_blocking(move || once(job, &kith, now)).await;
                if !matches!(done, Ok(Ok(()))) {
                    tracing::error!(job = job.name, ?done, "a job of the timetable failed");
                }
            }
        });
    }
}

fn once(job: &Job, kith: &Kith, now: Timestamp) -> Result<()> {
    Ok((job.run)(kith, edge::console_at(now)?)?)
}

/// Imports that were cut short are filed to their end, behind whoever waits.
fn go_on_with_imports(kith: Kith, clock: Clock) -> Result<()> {
    let go_on = move || match edge::console_at(clock())
        .and_then(|edge| Ok(app::import::go_on_with_unfinished(&kith, edge)?))
    {
        Ok(filed) if filed.is_empty() => {}
        Ok(filed) => tracing::info!(imports = filed.len(), "imports cut short are filed now"),
        Err(why) => tracing::error!(error = %why, "an import that was cut short cannot go on"),
    };
    std::thread::Builder::new().name("kith-imports".to_owned()).spawn(go_on)?;
    Ok(())
}

/// A new record says how its first person gets in.
async fn say_how_to_begin(kith: &Kith, address: &str) -> Result<()> {
    if app::colleague::has_administrator(kith, edge::console()?).await? {
        return Ok(());
    }
    let kith = kith.clone();
    let Some(authority) = kith.authority() else {
        println!(
            "Nobody can sign in yet. Stop it, say whose record it is with \
             `kith account first-administrator --authority 201`, and begin again."
        );
        return Ok(());
    };
    let token = tokio::task::spawn_blocking(move || account::token(&kith, authority)).await??;
    println!("Nobody can sign in yet. For an hour, {address}/set-up takes this token:\n{token}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(listen: &str, behind_proxy: bool, public_url: Option<&str>) -> Args {
        let listen = listen.parse().unwrap();
        let public_url = public_url.map(str::to_owned);
        Args { listen, behind_proxy, public_url, packages: None, alone: false }
    }

    #[test]
    fn nothing_leaves_this_machine_unencrypted() {
        assert!(args("0.0.0.0:8080", false, None).settings("holding".into()).is_err());
        assert!(
            args("[::]:8080", false, Some("https://kith.example"))
                .settings("holding".into())
                .is_err()
        );
        assert!(args("0.0.0.0:8080", true, None).settings("holding".into()).unwrap().secure_cookie);
        assert!(
            !args("127.0.0.1:8080", false, None).settings("holding".into()).unwrap().secure_cookie
        );
        assert!(
            args("127.0.0.1:8080", true, None).settings("holding".into()).unwrap().secure_cookie
        );
    }

    #[test]
    fn a_public_address_is_that_of_a_site() {
        assert_eq!(origin("https://Kith.example/").unwrap(), "https://kith.example");
        assert_eq!(origin("http://localhost:8080").unwrap(), "http://localhost:8080");
        for wrong in ["kith.example", "https://", "https://a/b", "ftp://a", "https://u@a"] {
            assert!(origin(wrong).is_err(), "{wrong}");
        }
    }
}
