//! What is in a package: each file, how long it is and its SHA-256, so that whoever takes it can
//! tell whether all of it came. Deliberately absent: any name of a person.

use serde::Serialize;
use uuid::Uuid;

use super::session::{self, MadeFor};
use super::{File, Measure, Package, json};
use crate::bundle::ChunkDigest;

/// The version of the manifest itself.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Manifest<'a> {
    format: &'static str,
    version: u32,
    id: Uuid,
    session: Uuid,
    child: Uuid,
    made_at: jiff::Timestamp,
    made_for: &'static str,
    made_by: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaces: Option<Uuid>,
    contents: Contents,
    files: Vec<Listed<'a>>,
}

/// What each of the three says it keeps to.
#[derive(Serialize)]
struct Contents {
    session: String,
    fhir: &'static str,
    document: &'static str,
    pdf: bool,
    #[serde(skip_serializing_if = "is_none")]
    pdf_pictures_not_printed: u32,
}

/// Whether it is so many as need no word.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
const fn is_none(count: &u32) -> bool {
    *count == 0
}

#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    media_type: &'a str,
    bytes: u64,
    sha256: ChunkDigest,
}

pub(super) fn manifest(package: &Package<'_>) -> Vec<u8> {
    let told = &package.told;
    json(&Manifest {
        format: "houses_package",
        version: VERSION,
        id: package.id,
        session: told.id,
        child: told.child.id,
        made_at: told.made_at,
        made_for: match told.made_for {
            MadeFor::SameAuthority => "same_authority",
            MadeFor::Child => "child",
            MadeFor::Parent { .. } => "parent",
        },
        made_by: &package.program,
        replaces: package.replaces,
        contents: Contents {
            session: format!("{}.{}", session::FORMAT, session::VERSION),
            fhir: "4.0.1",
            document: "html",
            pdf: package.files.iter().any(|file| file.name == "document.pdf"),
            pdf_pictures_not_printed: package.not_printed,
        },
        files: package.files.iter().map(|file| listed(package, file)).collect(),
    })
}

fn listed<'a>(package: &Package<'_>, file: &'a File) -> Listed<'a> {
    let mut measure = Measure::default();
    // A measure takes whatever is written.
    let _ = package.write(file, &mut measure);
    let (bytes, sha256) = measure.done();
    Listed { name: &file.name, media_type: &file.media_type, bytes, sha256 }
}
