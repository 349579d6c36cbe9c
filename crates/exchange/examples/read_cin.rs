//! Reads a census file and prints what it comes to and how long that took.

use std::convert::Infallible;
use std::fs::File;
use std::io::BufReader;
use std::time::Instant;

use exchange::cin;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: read_cin FILE.xml")?;
    let file = BufReader::with_capacity(64 * 1024, File::open(path)?);
    let begun = Instant::now();
    let (mut children, mut episodes) = (0_usize, 0_usize);
    let summary = cin::read(file, |item| {
        match item {
            cin::Item::Header(header) => println!("authority {}, year {}", header.lea, header.year),
            cin::Item::Child(child) => {
                children += 1;
                episodes += child.episodes.len();
            }
        }
        Ok::<(), Infallible>(())
    })?;
    let took = begun.elapsed();
    println!("{children} children with {episodes} episodes in {took:?}");
    println!("{} refusals, {} ids twice", summary.refused_count, summary.twice.len());
    for refused in summary.refused.iter().take(20) {
        println!("line {}, {}: {}", refused.line, refused.element, refused.says);
    }
    for (name, times) in &summary.unknown {
        println!("unknown: {name}, {times} times");
    }
    for warning in &summary.warnings {
        println!("{warning}");
    }
    Ok(())
}
