//! What a front page costs: fills a store with children, then reads their pages on one thread.
//!
//! `cargo run --release -p store --example front_page_cost -- [CHILDREN] [PAGES]`; 2,000 and
//! 20,000 where nothing is said. Prints one JSON line, pages in microseconds. Every child has the
//! whole family of the stories (`tests/common/idris.rs`) and a year of visits and numbers.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "it stops where it fails"
)]

#[path = "../tests/common/mod.rs"]
mod common;

use common::idris::{Idris, TODAY, Writing, written_by};
use common::{Scribe, Shelf, leads, on_sqlite};
use jiff::civil::date;
use std::time::{Duration, Instant};
use store::front_page::Asked;
use store::reading::Reading;

fn main() {
    let mut said = std::env::args().skip(1).map(|word| word.parse::<usize>().expect("a number"));
    let children = said.next().unwrap_or(2000);
    let pages = said.next().unwrap_or(20_000);
    let shelf = on_sqlite();
    let begun = Instant::now();
    let mut families = Vec::new();
    let mut entries = 0;
    for n in 0..children {
        let mut scribe = Scribe::from((n as u128 + 1) << 32);
        let family = written_by(&mut scribe);
        a_year(&mut scribe, &family);
        entries += scribe.written.len();
        families.push(family);
        shelf.append(&mut scribe);
    }
    let filled = begun.elapsed();
    let notes = notes_per_s(&shelf, &families);
    let mut spent = shelf.read(move |tx| {
        (0..pages + 1000)
            .map(|n| {
                let family = &families[n * 7919 % families.len()];
                let anita = leads(family.anita, family.anitas_account, &[family.idris]);
                let reading = Reading { viewer: &anita.viewer, files: &anita.files };
                let asked = Asked { child: family.idris, as_of: TODAY, looked_at: None };
                let begun = Instant::now();
                let page = tx.read_front_page(asked, reading).expect("read").expect("there");
                let spent = begun.elapsed();
                assert!(page.last_seen.is_some() && page.scales.len() == 2);
                spent
            })
            .skip(1000)
            .collect::<Vec<Duration>>()
    });
    spent.sort_unstable();
    let at = |share: usize| spent[(spent.len() - 1) * share / 100].as_micros();
    println!(
        "{{\"children\":{children},\"entries\":{entries},\"fill_per_s\":{},\"notes_per_s\":{notes},\
         \"page_us\":{{\"p50\":{},\"p90\":{},\"p99\":{}}}}}",
        (entries as u128 * 1_000_000) / filled.as_micros().max(1),
        at(50),
        at(90),
        at(99),
    );
}

/// Notes about two children each, eight to a commit as eight people at once make it.
fn notes_per_s(shelf: &Shelf, families: &[Idris]) -> u128 {
    const COMMITS: u128 = 500;
    let mut scribe = Scribe::from(1);
    let mut spent = Duration::ZERO;
    for n in 0..COMMITS {
        for m in 0..8 {
            let at = usize::try_from(n * 8 + m).expect("small") * 31;
            let both = [0, 1].map(|next| families[(at + next) % families.len()].idris);
            Writing(&mut scribe).note(&both, date(2026, 11, 23), "Both built a tower.");
        }
        let begun = Instant::now();
        shelf.append(&mut scribe);
        spent += begun.elapsed();
    }
    COMMITS * 8 * 1_000_000 / spent.as_micros().max(1)
}

/// A visit each fortnight and numbers each month of the year before.
fn a_year(scribe: &mut Scribe, family: &Idris) {
    let about = [family.idris];
    let mut writing = Writing(scribe);
    for month in 1..=9_i8 {
        for day in [4, 18] {
            writing.visit(family, date(2026, month, day), "Reached for the red cup, and laughed.");
        }
        for (rater, value) in [(family.leah, 7), (family.anita, 4), (family.denise, 6)] {
            writing.rates(family.scale, rater, &about, date(2026, month, 18), value);
        }
    }
}
