//! About Kith: for everybody, and nothing of anybody.

use crate::frame::look;
use maud::Markup;
use serde::Deserialize;
use std::sync::LazyLock;
use ui::about::Work;

/// What of the lock of the assets is said here.
#[derive(Deserialize)]
struct Lock {
    files: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    package: String,
    version: String,
    licence: String,
    licence_file: String,
}

/// Each package once, though several files came in it.
static WORKS: LazyLock<Vec<Work>> = LazyLock::new(|| {
    let lock: Lock = serde_json::from_str(assets::LOCK).unwrap_or(Lock { files: Vec::new() });
    let mut works: Vec<Work> = Vec::new();
    for Locked { package, version, licence, licence_file } in lock.files {
        let work = Work { package, version, licence, text_at: licence_file };
        if !works.contains(&work) {
            works.push(work);
        }
    }
    works
});

/// The page.
pub(crate) async fn show() -> Markup {
    ui::about::about(look(), &WORKS)
}
