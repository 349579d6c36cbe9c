//! A package in one file, written from its beginning to its end and never sought in, so that it may
//! go straight to whoever asked. Recordings and photographs are packed already, and little time is
//! spent on them; the times in it are when the package was made, so that the same gives the same
//! bytes.

use super::Package;
use jiff::tz::TimeZone;
use std::io::Write;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Stored, they would have no length in front of them, and some readers need one.
const PACKED_ALREADY: i64 = 1;

pub(super) fn zip(package: &Package<'_>, to: impl Write) -> Result<(), ZipError> {
    let mut zip = ZipWriter::new_stream(to);
    let folder = package.name();
    for file in &package.files {
        let packed = ["audio/", "image/"].iter().any(|kind| file.media_type.starts_with(kind));
        let packed = packed && !file.media_type.ends_with("xml");
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(packed.then_some(PACKED_ALREADY))
            .last_modified_time(made_at(package))
            .system(System::Unix)
            .unix_permissions(0o600);
        zip.start_file(format!("{folder}/{}", file.name), options)?;
        package.write(file, &mut zip)?;
    }
    zip.finish()?.into_inner().flush()?;
    Ok(())
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
