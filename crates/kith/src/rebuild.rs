//! `kith rebuild`: makes every view anew, or all but some. `--check`: exits 1 and names the first
//! difference.

use crate::place;
use anyhow::Result;
use std::process::ExitCode;

#[derive(clap::Args)]
pub struct Args {
    /// Change nothing; say whether each view is what the journal amounts to.
    #[arg(long)]
    check: bool,
    /// Leave this view as it is; may be said more than once. `word` is the index of words, which
    /// takes the longest.
    #[arg(long, value_name = "VIEW", conflicts_with = "check")]
    except: Vec<String>,
}

pub fn run(place: &place::Args, args: &Args) -> Result<ExitCode> {
    let place = place.existing()?;
    if !args.check {
        let entries = app::upkeep::rebuild(&place, &args.except)?;
        let but = match args.except.as_slice() {
            [] => String::new(),
            left => format!(" but {}", left.join(" and ")),
        };
        println!("Every view{but} made anew from {entries} entries.");
        return Ok(ExitCode::SUCCESS);
    }
    match app::upkeep::check_views(&place)? {
        None => {
            println!("Every view is what the journal amounts to.");
            Ok(ExitCode::SUCCESS)
        }
        Some(first) => {
            let nothing = || "nothing".to_owned();
            println!(
                "View {} differs.\n  stands: {}\n  should: {}",
                first.table,
                first.stands.unwrap_or_else(nothing),
                first.should.unwrap_or_else(nothing)
            );
            Ok(ExitCode::from(1))
        }
    }
}
