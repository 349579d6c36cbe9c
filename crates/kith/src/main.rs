//! `kith`: one program, one file a command.

mod account;
mod edge;
mod import;
mod place;
mod rebuild;
mod serve;
mod verify;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// The open practice system for children's services.
#[derive(Parser)]
#[command(name = "kith", version, about, max_term_width = 100)]
struct Kith {
    #[command(flatten)]
    place: place::Args,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the record to people.
    Serve(serve::Args),
    /// Let the first administrator in, or give somebody a code for their password.
    Account(account::Args),
    /// Bring in a file that your present system can export, or take an import back.
    Import(import::Args),
    /// Make every view anew from the journal, or check that each is what the journal amounts to.
    Rebuild(rebuild::Args),
    /// Check that the journal is what was written: digests, series and seals.
    Verify,
}

fn main() -> ExitCode {
    let kith = Kith::parse();
    let done = match &kith.command {
        Command::Serve(args) => serve::run(&kith.place, args),
        Command::Account(args) => account::run(&kith.place, args),
        Command::Import(args) => import::run(&kith.place, args),
        Command::Rebuild(args) => rebuild::run(&kith.place, args),
        Command::Verify => verify::run(&kith.place),
    };
    done.unwrap_or_else(|error| {
        eprintln!("{error:#}");
        ExitCode::from(2)
    })
}
