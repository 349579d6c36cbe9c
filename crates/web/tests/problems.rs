//! `docs/problems.md` is the list of problems there are.
#![allow(clippy::expect_used, reason = "a test stops where it fails")]

use std::fmt::Write as _;
use std::path::Path;
use ui::problem::Kind;
use web::problem::{name, status};

fn page() -> String {
    let mut page = "# Problems\n\n\
        What cannot be done is told as a page, or to a program as JSON (RFC 9457,\n\
        `application/problem+json`): `type`, `title`, `detail`, `status`, `request` (a number to\n\
        quote) and `errors`, each with `at` (the field) and `says`. A file that is hidden answers\n\
        as one that never was.\n\n\
        | type | status | title | detail |\n|---|---|---|---|\n"
        .to_owned();
    for kind in Kind::ALL {
        let (name, status) = (name(kind), status(kind).as_u16());
        let _ = writeln!(
            page,
            "| `urn:kith:problem:{name}` | {status} | {} | {} |",
            kind.title(),
            kind.detail()
        );
    }
    page
}

#[test]
fn the_page_of_problems_is_what_the_program_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/problems.md");
    if std::env::var_os("KITH_WRITE").is_some() {
        std::fs::write(&path, page()).expect("docs/problems.md can be written");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        written,
        page(),
        "docs/problems.md is not the list any more: run `KITH_WRITE=1 cargo nextest run -p web \
         --test problems`, read what changed and keep it"
    );
}
