//! `kith account`: what only whoever holds the machine can do for accounts. The first
//! administrator's token, and a code for somebody whose password nobody else can renew.
//!
//! Everything else is on the accounts page.

use crate::{edge, place};
use anyhow::{Context as _, Result};
use app::kith::{Kith, Pace};
use clap::Subcommand;
use domain::id::Authority;
use std::process::ExitCode;

/// While a record is served, nobody else writes to it.
const SERVED: &str =
    "while `kith serve` runs, an administrator gives codes on the page Accounts; stop it for this";

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Print a token with which the first administrator is made, at /set-up. It works for an hour.
    FirstAdministrator {
        /// The authority whose record it is, by the three digits of its census code; once a
        /// record has one, it keeps it.
        #[arg(long)]
        authority: Option<u16>,
    },
    /// Print a code with which somebody chooses their password, at /choose-password.
    Code {
        /// What they sign in with.
        email: String,
    },
}

pub fn run(place: &place::Args, args: &Args) -> Result<ExitCode> {
    match &args.what {
        What::FirstAdministrator { authority } => first_administrator(place, *authority),
        What::Code { email } => code(place, email),
    }
}

fn first_administrator(place: &place::Args, authority: Option<u16>) -> Result<ExitCode> {
    let kith = place.open_or_make(Pace::ALONE).context(SERVED)?;
    let authority = match authority {
        Some(code) => Authority::new(code)?,
        None => kith.authority().context("say whose record it is: --authority 201")?,
    };
    println!("{}", token(&kith, authority)?);
    Ok(ExitCode::SUCCESS)
}

/// The token of the console, where there is no administrator yet.
pub fn token(kith: &Kith, authority: Authority) -> Result<String> {
    app::account::give_console_token(kith, edge::console()?, authority)
        .wait()
        .context("there is an administrator already")
}

fn code(place: &place::Args, email: &str) -> Result<ExitCode> {
    let kith = place.open(Pace::ALONE).context(SERVED)?;
    let code = app::password::give_code_to(&kith, edge::console()?, email)
        .wait()
        .with_context(|| format!("nobody signs in with {email}"))?;
    println!("{code}");
    Ok(ExitCode::SUCCESS)
}
