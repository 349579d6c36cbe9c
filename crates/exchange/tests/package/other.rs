//! The package as a program reads it that is not ours: Python's `fhir.resources` for the FHIR
//! document, and `jsonschema` for `session.json` where it is there (`docs/package.md` says how to
//! have both). Where they are not, it says so and proves nothing.

use crate::sample::{Unpacked, calm, files, for_office, kayleigh, made, tylers};
use domain::houses_page::{Hand, Words};
use exchange::package::{For, Sitting};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Python that has it, if any.
fn python() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let named = std::env::var_os("KITH_TEST_FHIR_PYTHON").map(PathBuf::from);
    let all = named.into_iter().chain([root.join("target/fhir/bin/python"), "python3".into()]);
    all.into_iter().find(|python| {
        let has = Command::new(python).args(["-c", "import fhir.resources.R4B"]).output();
        has.is_ok_and(|has| has.status.success())
    })
}

fn read_by_other(python: &Path, files: &[Unpacked]) -> String {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(&file.name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &file.bytes).unwrap();
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fhir_other.py");
    let schema =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/houses_session.1.json");
    let read = Command::new(python).arg(script).arg(folder.path()).arg(schema).output().unwrap();
    let said = String::from_utf8_lossy(&read.stdout).into_owned();
    assert!(read.status.success(), "{said}{}", String::from_utf8_lossy(&read.stderr));
    said
}

/// A sitting with words that are hard to carry.
fn hard() -> Sitting {
    let mut sitting = tylers();
    let hard =
        ["\"quoted\" 'n <b>&amp;", "أمي تبكي في الليل", "👩‍👧🏠", " a\r\nb\t ", "\u{a0}\u{7}x"];
    let when = sitting.session.started;
    let words = hard.map(|text| Words { text: text.into(), by: Hand::Child, at: when });
    sitting.pages[0].page.words = words.to_vec();
    sitting
}

#[test]
fn a_program_that_is_not_ours_reads_the_same_words() {
    let Some(python) = python() else {
        println!("skipped: no Python with fhir.resources (docs/package.md)");
        return;
    };
    let (hard, calm) = (hard(), calm());
    let hers = made(&calm, For::Parent(kayleigh())).unwrap();
    let his = made(&calm, For::Child).unwrap();
    for package in [for_office(&hard), for_office(&calm), his, hers] {
        let said = read_by_other(&python, &files(&package));
        assert!(said.starts_with("read "), "{said}");
        println!("{}", said.trim());
    }
    // It can tell: a document without its composition is none.
    let mut broken = files(&for_office(&calm));
    let document = broken.iter_mut().find(|file| file.name == "fhir.json").unwrap();
    let text = String::from_utf8(document.bytes.clone()).unwrap();
    document.bytes = text.replace("\"resourceType\":\"Composition\"", "\"x\":1").into_bytes();
    let refused = std::panic::catch_unwind(|| read_by_other(&python, &broken));
    assert!(refused.is_err());
}
