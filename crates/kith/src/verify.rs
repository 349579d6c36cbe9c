//! `kith verify`: whether the journal is what was written. Exits 1 and names the first thing that
//! is not.

use crate::place;
use anyhow::Result;
use std::process::ExitCode;

pub fn run(place: &place::Args) -> Result<ExitCode> {
    match app::upkeep::verify(&place.existing()?)? {
        Ok(looked) => {
            println!(
                "The journal is as it was written: {} entries ({} erased), {} looks, {} seals, {} \
                 unsealed.",
                looked.entries, looked.erased, looked.looks, looked.seals, looked.unsealed
            );
            Ok(ExitCode::SUCCESS)
        }
        Err(tampered) => {
            println!("The journal is not as it was written. {tampered}.");
            Ok(ExitCode::from(1))
        }
    }
}
