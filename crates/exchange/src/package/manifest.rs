//! What is in a package: each file, how long it is and its SHA-256, so that whoever takes it can
//! tell whether all of it came. Deliberately absent: any name of a person.

use serde::Serialize;
use uuid::Uuid;

use super::session::{self, MadeFor, Session};
use super::{File, json, sha256};
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
    contents: Contents,
    files: Vec<Listed<'a>>,
}

/// What each of the three says it keeps to.
#[derive(Serialize)]
struct Contents {
    session: String,
    fhir: &'static str,
    document: &'static str,
}

#[derive(Serialize)]
struct Listed<'a> {
    name: &'a str,
    media_type: &'a str,
    bytes: usize,
    sha256: ChunkDigest,
}

pub(super) fn manifest(told: &Session, id: Uuid, program: &str, files: &[File<'_>]) -> Vec<u8> {
    json(&Manifest {
        format: "houses_package",
        version: VERSION,
        id,
        session: told.id,
        child: told.child.id,
        made_at: told.made_at,
        made_for: match told.made_for {
            MadeFor::SameAuthority => "same_authority",
            MadeFor::Parent { .. } => "parent",
        },
        made_by: program,
        contents: Contents {
            session: format!("{}.{}", session::FORMAT, session::VERSION),
            fhir: "4.0.1",
            document: "html",
        },
        files: files.iter().map(listed).collect(),
    })
}

fn listed<'a>(file: &'a File<'_>) -> Listed<'a> {
    Listed {
        name: &file.name,
        media_type: &file.media_type,
        bytes: file.bytes.len(),
        sha256: sha256(&file.bytes),
    }
}
