//! The kit: the page it starts from, its book, and all that must be on a tablet before it starts
//! without a network (`docs/kit.md`). Nothing here is of anybody: whoever asks gets the same.
//!
//! ```text
//! /kit/sw.js ▸ /kit/files.json ▸ every file of it, each by its hash ▸ no network needed
//! ```
//! The build of the kit is that of its files, its book and its library together. The worker's
//! script begins with it, since a browser takes a new worker only where its script has changed.

use crate::assets;
use ::assets::BUILD_ID;
use axum::http::{HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Redirect};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;
use ui::urls;

const NEVER_KEPT: (HeaderName, HeaderValue) =
    (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
const JSON: &str = "application/json";
/// What the kit needs of all there is: its own folders, and of what it shares these alone.
const FOLDERS: [&str; 4] = ["js/kit/", "kit/", "css/kit", "fonts/andika-"];
const SHARED: [&str; 4] = [
    "fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "fonts/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
    "icons/kit.svg",
    "icons/kith.svg",
];

/// What is the same until the program is another.
struct Made {
    page: String,
    book: String,
    library: String,
    files: String,
    worker: String,
}

static MADE: LazyLock<Made> = LazyLock::new(|| {
    let page = ui::kit::page(&BUILD_ID).into_string();
    let mut book = book();
    let library = read(domain::library::LIBRARY).to_string();
    let written = [BUILD_ID.as_str(), &book.to_string(), &library, &page].concat();
    let build = hex(written.as_bytes());
    let build = build.get(..16).unwrap_or_default().to_owned();
    if let Some(book) = book.as_object_mut() {
        book.insert("build".to_owned(), build.clone().into());
    }
    let book = book.to_string();
    let files = json!({"build": build, "files": files(&page, &book, &library)}).to_string();
    let script = ::assets::find("js/kit/sw.js").map_or(&b""[..], |asset| asset.bytes);
    let worker = format!("// {build}\n{}", String::from_utf8_lossy(script));
    Made { page, book, library, files, worker }
});

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or(Value::Null)
}

/// Practice as data, and every word of the kit.
fn book() -> Value {
    json!({
        "tree": read(domain::kit::tree::TREE),
        "prompts": read(domain::prompt_card::PROMPTS),
        "rules": read(domain::question::rules::RULES),
        "words": {"en-GB": ui::kit::words()},
    })
}

/// Every address the kit needs, with the hash of what is there.
fn files(page: &str, book: &str, library: &str) -> Vec<Value> {
    let of_ours = |path: &&str| {
        let needed = FOLDERS.iter().any(|folder| path.starts_with(folder)) || SHARED.contains(path);
        // The system fetches icons of an app by itself; the worker is never among its own files.
        let icon = ::assets::find(path).is_some_and(|asset| asset.mime == "image/png");
        needed && !icon && *path != "js/kit/sw.js"
    };
    let assets = ::assets::paths().filter(of_ours).filter_map(|path| {
        let asset = ::assets::find(path)?;
        Some((format!("{}/{path}", assets::folder()), hex(asset.bytes)))
    });
    let made = [
        (urls::Kit.to_string(), hex(page.as_bytes())),
        (urls::KitBook.to_string(), hex(book.as_bytes())),
        (urls::KitLibrary.to_string(), hex(library.as_bytes())),
    ];
    let all: BTreeMap<String, String> = assets.chain(made).collect();
    all.into_iter().map(|(url, sha256)| json!({"url": url, "sha256": sha256})).collect()
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The page.
pub(crate) async fn show() -> impl IntoResponse {
    ([NEVER_KEPT, media("text/html; charset=utf-8")], &*MADE.page)
}

/// An address without its last slash is outside what the worker answers for.
pub(crate) async fn to_its_folder() -> Redirect {
    Redirect::permanent(urls::Kit::PATTERN)
}

/// The tree, the prompts, the rules, the words.
pub(crate) async fn book_of_it() -> impl IntoResponse {
    ([NEVER_KEPT, media(JSON)], &*MADE.book)
}

/// The library.
pub(crate) async fn library_of_it() -> impl IntoResponse {
    ([NEVER_KEPT, media(JSON)], &*MADE.library)
}

/// All that must be on a tablet.
pub(crate) async fn files_of_it() -> impl IntoResponse {
    ([NEVER_KEPT, media(JSON)], &*MADE.files)
}

/// What keeps it there.
pub(crate) async fn worker() -> impl IntoResponse {
    ([NEVER_KEPT, media("text/javascript; charset=utf-8")], &*MADE.worker)
}

/// How it stands on a tablet among other apps.
pub(crate) async fn manifest() -> impl IntoResponse {
    static MANIFEST: LazyLock<String> = LazyLock::new(|| {
        let icon = |file: &str, size: &str, purpose: &str| {
            json!({"src": format!("{}/kit/{file}", assets::folder()), "sizes": size,
                "type": "image/png", "purpose": purpose})
        };
        json!({
            "name": ui::words::message("kit-title", None),
            "short_name": ui::words::message("kit-title", None),
            "id": urls::Kit::PATTERN,
            "start_url": urls::Kit::PATTERN,
            "scope": urls::Kit::PATTERN,
            "display": "standalone", "background_color": "#FBF8F3", "theme_color": "#FBF8F3",
            "lang": "en-GB", "icons": [
                icon("icon-192.png", "192x192", "any"),
                icon("icon-512.png", "512x512", "any"),
                icon("icon-maskable-512.png", "512x512", "maskable"),
            ],
        })
        .to_string()
    });
    ([NEVER_KEPT, media("application/manifest+json")], &**MANIFEST)
}

const fn media(kind: &'static str) -> (HeaderName, HeaderValue) {
    (header::CONTENT_TYPE, HeaderValue::from_static(kind))
}
