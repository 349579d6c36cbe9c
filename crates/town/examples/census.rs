//! Writes a Children in Need census file of invented children to standard output, and what it
//! holds to standard error.
//!
//! `cargo run --package town --example census -- CHILDREN YEAR [SEED] > FILE.xml`

use std::error::Error;
use std::io::{BufWriter, Write, stdout};

use town::census::{CollectionYear, Lea, census};

fn main() -> Result<(), Box<dyn Error>> {
    let said: Vec<String> = std::env::args().skip(1).collect();
    let usage = "say how many children and which year, 2022 to 2026; then, if you like, a seed";
    let [children, year, seed @ ..] = said.as_slice() else { return Err(usage.into()) };
    let number: i16 = year.parse()?;
    let year = CollectionYear::ALL.into_iter().find(|year| year.number() == number).ok_or(usage)?;
    let seed = seed.first().map_or(Ok(1), |seed| seed.parse())?;
    let mut out = BufWriter::new(stdout().lock());
    let truth = census(&mut out, children.parse()?, seed, year, Lea::WEXCOMBE)?;
    out.flush()?;
    eprintln!("{truth:#?}");
    Ok(())
}
