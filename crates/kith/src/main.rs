//! `kith`: one program, one file a command.

mod account;
mod check;
mod demo;
mod edge;
mod import;
mod office;
mod packages;
mod place;
mod rebuild;
mod serve;
mod verify;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Gives back what it no longer needs: checking a password takes 19 MB for a moment, and the
/// system's own allocator kept that for each thread that ever had.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The open practice system for children's services.
#[derive(Parser)]
#[command(name = "kith", version, about, max_term_width = 100)]
struct Kith {
    #[command(flatten)]
    place: place::Args,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Open Wexcombe, an invented borough; also with no command at all.
    Demo(demo::Args),
    /// Serve the record to people.
    Serve(serve::Args),
    /// Let the first administrator in, or give somebody a code for their password.
    Account(account::Args),
    /// Bring in a file that your present system can export, or take an import back.
    Import(import::Args),
    /// Hold something against its rules; needs no store.
    Check(check::Args),
    /// Make every view anew from the journal, or check that each is what the journal amounts to.
    Rebuild(rebuild::Args),
    /// Check that the journal is what was written: digests, series and seals.
    Verify,
}

fn main() -> ExitCode {
    let kith = Kith::parse();
    let done = match &kith.command {
        None => demo::run(&kith.place, &demo::Args::default()),
        Some(Command::Demo(args)) => demo::run(&kith.place, args),
        Some(Command::Serve(args)) => serve::run(&kith.place, args),
        Some(Command::Account(args)) => account::run(&kith.place, args),
        Some(Command::Import(args)) => import::run(&kith.place, args),
        Some(Command::Check(args)) => check::run(args),
        Some(Command::Rebuild(args)) => rebuild::run(&kith.place, args),
        Some(Command::Verify) => verify::run(&kith.place),
    };
    done.unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::from(2)
    })
}
