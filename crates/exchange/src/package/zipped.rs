//! A package in one file. Recordings and photographs are packed already and are stored as they
//! are; the times in it are when the package was made, so that the same gives the same bytes.

use super::Package;
use jiff::tz::TimeZone;
use std::io::{Cursor, Write as _};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

pub(super) fn zip(package: &Package<'_>) -> Result<Vec<u8>, ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let folder = package.name();
    for file in &package.files {
        let packed = ["audio/", "image/"].iter().any(|kind| file.media_type.starts_with(kind));
        let stored = packed && !file.media_type.ends_with("xml");
        let how = if stored { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(how)
            .last_modified_time(made_at(package))
            .system(System::Unix)
            .unix_permissions(0o600);
        zip.start_file(format!("{folder}/{}", file.name), options)?;
        zip.write_all(&file.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// UTC, to two seconds, which is all that a ZIP file can say.
fn made_at(package: &Package<'_>) -> DateTime {
    let at = package.made_at.to_zoned_datetime(TimeZone::UTC).datetime();
    let part = |part: i8| u8::try_from(part).unwrap_or_default();
    DateTime::from_date_and_time(
        u16::try_from(at.year()).unwrap_or_default(),
        part(at.month()),
        part(at.day()),
        part(at.hour()),
        part(at.minute()),
        part(at.second()),
    )
    .unwrap_or_default()
}
