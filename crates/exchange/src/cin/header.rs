//! What the file says of itself, and whether that is enough to file by.
//!
//! Without a year the codes have no meaning, and without an authority no child has a place: both
//! end the file. A header is otherwise forgiven much.

use std::io::BufRead;

use jiff::civil::Date;

use super::fault::{Unreadable, quoted};
use super::pull::Place;
use super::reading::Reading;
use super::record::Header;

/// The collections this reader was written for; another year is read, with a warning.
const YEARS_KNOWN: std::ops::RangeInclusive<i16> = 2022..=2027;
const COLLECTION: &str = "CIN";

#[derive(Default)]
struct Found {
    collection: Option<String>,
    year: Option<i16>,
    reference_date: Option<Date>,
    lea: Option<String>,
    software: Option<String>,
    release: Option<String>,
    serial: Option<String>,
    written_at: Option<String>,
}

/// The header, and what a person should know about it.
pub(super) fn header<R: BufRead>(
    reading: &mut Reading<R>,
    at: Place,
) -> Result<(Header, Vec<String>), Unreadable> {
    let mut found = Found::default();
    reading.each(at, |reading, at| match at.name {
        "CollectionDetails" => collection_details(reading, at, &mut found),
        "Source" => source(reading, at, &mut found),
        // Files of other returns, and of some systems for this one, list their levels here.
        "Content" => reading.skip(),
        _ => reading.unknown(),
    })?;
    found.into_header(at.line)
}

fn collection_details<R: BufRead>(
    reading: &mut Reading<R>,
    at: Place,
    found: &mut Found,
) -> Result<(), Unreadable> {
    reading.each(at, |reading, at| match at.name {
        "Collection" => reading.words(at, &mut found.collection),
        "Year" => reading.value(at, &mut found.year, year),
        "ReferenceDate" => reading.date(at, &mut found.reference_date),
        _ => reading.unknown(),
    })
}

fn source<R: BufRead>(
    reading: &mut Reading<R>,
    at: Place,
    found: &mut Found,
) -> Result<(), Unreadable> {
    reading.each(at, |reading, at| match at.name {
        "SourceLevel" => reading.skip(),
        "LEA" => reading.value(at, &mut found.lea, lea),
        "SoftwareCode" => reading.words(at, &mut found.software),
        "Release" => reading.words(at, &mut found.release),
        "SerialNo" => reading.words(at, &mut found.serial),
        "DateTime" => reading.words(at, &mut found.written_at),
        _ => reading.unknown(),
    })
}

fn year(text: &str) -> Result<i16, String> {
    text.parse()
        .ok()
        .filter(|year| text.len() == 4 && (1900..=2100).contains(year))
        .ok_or_else(|| format!("{} is not a year.", quoted(text)))
}

fn lea(text: &str) -> Result<String, String> {
    if text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        Ok(text.to_owned())
    } else {
        Err(format!("{} is not the three digits of an authority.", quoted(text)))
    }
}

impl Found {
    fn into_header(self, line: u64) -> Result<(Header, Vec<String>), Unreadable> {
        let mut warnings = Vec::new();
        match self.collection.as_deref() {
            Some(COLLECTION) => {}
            Some(other) => {
                let says = format!(
                    "The file is of the collection {}, not of the children in need census ({}). \
                     Nothing was read from it.",
                    quoted(other),
                    quoted(COLLECTION)
                );
                return Err(Unreadable::at(line, says));
            }
            None => warnings.push(
                "The header does not say of which collection the file is. It was read as a \
                 children in need census."
                    .into(),
            ),
        }
        let Some(year) = self.year else {
            let says = "The header gives no collection year (Year) that can be read. Nothing was \
                        read from the file.";
            return Err(Unreadable::at(line, says));
        };
        let Some(lea) = self.lea else {
            let says = "The header does not say of which authority the file is (LEA, three \
                        digits). Nothing was read from it.";
            return Err(Unreadable::at(line, says));
        };
        if !YEARS_KNOWN.contains(&year) {
            let (first, last) = (YEARS_KNOWN.start(), YEARS_KNOWN.end());
            warnings.push(format!(
                "The file is of the collection year {year}. It was read by what is known of the \
                 years {first} to {last}."
            ));
        }
        let header = Header {
            line,
            collection: COLLECTION,
            year,
            reference_date: self.reference_date,
            lea,
            software: self.software,
            release: self.release,
            serial: self.serial,
            written_at: self.written_at,
        };
        Ok((header, warnings))
    }
}
