//! Style, scripts, fonts and icons, embedded, with their hashes.
//!
//! Everything is served under `/a/{BUILD_ID}/…` and never changes there; modules and style sheets
//! name one another relatively, so that one folder name turns over all of them. What others made
//! is listed in `vendor/vendor.lock.json` with its package, version, licence, size and hash, and
//! a test recomputes each. Deliberately absent: a bundler, an import map, a build step.
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

use include_dir::{Dir, File, include_dir};
use sha2::{Digest, Sha256};

/// What third parties made: the lock as it stands in the folder.
pub const LOCK: &str = include_str!("../vendor/vendor.lock.json");

static FOLDERS: [(&str, Dir); 6] = [
    ("css", include_dir!("$CARGO_MANIFEST_DIR/css")),
    ("fonts", include_dir!("$CARGO_MANIFEST_DIR/fonts")),
    ("icons", include_dir!("$CARGO_MANIFEST_DIR/icons")),
    ("js", include_dir!("$CARGO_MANIFEST_DIR/js")),
    ("kit", include_dir!("$CARGO_MANIFEST_DIR/kit")),
    ("vendor", include_dir!("$CARGO_MANIFEST_DIR/vendor")),
];

static ALL: LazyLock<BTreeMap<String, Asset>> = LazyLock::new(|| {
    let files = FOLDERS.iter().flat_map(|(folder, dir)| {
        files_under(dir).into_iter().map(move |file| {
            let path = format!("{folder}/{}", file.path().display());
            let asset = Asset {
                bytes: file.contents(),
                mime: mime(&path),
                etag: format!("\"{}\"", short_hash(file.contents())),
            };
            (path, asset)
        })
    });
    files.collect()
});

/// Name of this very set of assets: 16 hex digits that change when any byte of any of them does.
pub static BUILD_ID: LazyLock<String> = LazyLock::new(|| {
    let listing = ALL.iter().fold(String::new(), |mut list, (path, asset)| {
        let _ = writeln!(list, "{path} {}", asset.etag);
        list
    });
    short_hash(listing.as_bytes())
});

/// One file, as it is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its bytes.
    pub bytes: &'static [u8],
    /// Media type, with charset for text.
    pub mime: &'static str,
    /// Entity tag, quotes included.
    pub etag: String,
}

/// The asset at a path such as `css/base.css`, or none.
pub fn find(path: &str) -> Option<&'static Asset> {
    ALL.get(path)
}

/// Every path there is, in order.
pub fn paths() -> impl Iterator<Item = &'static str> {
    ALL.keys().map(String::as_str)
}

/// The files of a folder and of every folder in it, each by its path from the first.
fn files_under(dir: &'static Dir<'static>) -> Vec<&'static File<'static>> {
    dir.files().chain(dir.dirs().flat_map(files_under)).collect()
}

fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "text/plain; charset=utf-8",
    }
}

fn short_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes)).chars().take(16).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests;
