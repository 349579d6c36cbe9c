//! What the folder must keep: the lock true, the style logical, the page's law (nothing inline)
//! possible.
use std::collections::BTreeSet;

use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Lock {
    files: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    file: String,
    licence_file: String,
    bytes: usize,
    sha256: String,
}

fn lock() -> Vec<Locked> {
    serde_json::from_str::<Lock>(LOCK).expect("the lock is JSON").files
}

fn text(path: &str) -> &'static str {
    std::str::from_utf8(find(path).expect(path).bytes).expect("text is UTF-8")
}

#[test]
fn each_third_party_file_is_the_one_that_was_brought_in() {
    for entry in lock() {
        let asset = find(&entry.file).unwrap_or_else(|| panic!("{} is gone", entry.file));
        assert_eq!(asset.bytes.len(), entry.bytes, "{}", entry.file);
        assert_eq!(hex(&Sha256::digest(asset.bytes)), entry.sha256, "{}", entry.file);
        assert!(find(&entry.licence_file).is_some(), "{} has no licence", entry.file);
    }
}

#[test]
fn each_font_icon_and_library_is_in_the_lock() {
    let locked: BTreeSet<String> = lock().into_iter().map(|entry| entry.file).collect();
    let ours = |path: &str| {
        let folder = path.split('/').next().unwrap_or_default();
        ["css", "js", "kit"].contains(&folder) || path == "icons/kith.svg"
    };
    let foreign = paths().filter(|path| !ours(path));
    for path in
        foreign.filter(|path| !path.contains("LICENSE") && *path != "vendor/vendor.lock.json")
    {
        assert!(locked.contains(path), "{path} is not in vendor.lock.json");
    }
}

#[test]
fn style_is_logical_so_that_right_to_left_works() {
    let physical = [
        "left",
        "right",
        "top",
        "bottom",
        "width",
        "height",
        "margin-left",
        "margin-right",
        "margin-top",
        "margin-bottom",
        "padding-left",
        "padding-right",
        "padding-top",
        "padding-bottom",
        "border-left",
        "border-right",
        "border-top",
        "border-bottom",
        "min-width",
        "max-width",
        "min-height",
        "max-height",
    ];
    for path in paths().filter(|path| path.starts_with("css/")) {
        for declaration in text(path).split([';', '{', '}']) {
            let name = declaration.trim().split(':').next().unwrap_or_default();
            assert!(!physical.contains(&name), "{path}: {name}");
        }
    }
}

#[test]
fn colours_are_said_once_in_the_tokens() {
    // The kit has a look of its own: its tokens are in kit.css, and the colours of what is drawn
    // once stand where it is drawn.
    let staff = |path: &&str| path.starts_with("css/") && !path.starts_with("css/kit");
    for path in paths().filter(staff).filter(|path| *path != "css/tokens.css") {
        for line in text(path).lines().filter(|line| !line.contains("#FFFFFF")) {
            assert!(!line.contains(": #"), "{path} has a colour of its own: {line}");
        }
    }
}

#[test]
fn each_file_that_style_or_script_names_is_there() {
    let mut named = BTreeSet::new();
    for path in paths().filter(|path| path.starts_with("css/") || path.starts_with("js/")) {
        let names_a_file = |part: &&str| {
            (part.starts_with("./") || part.starts_with("../")) && !part.ends_with('/')
        };
        for quoted in text(path).split('"').filter(names_a_file) {
            let target = beside(path, quoted);
            assert!(find(&target).is_some(), "{path} names {target}");
            named.insert(target);
        }
    }
    assert!(named.len() >= 4, "fonts and modules are named by quoted relative paths");
}

/// What a file names by a path from its own folder.
fn beside(path: &str, named: &str) -> String {
    let mut steps: Vec<&str> = path.split('/').collect();
    steps.pop();
    for step in named.split('/').filter(|step| *step != ".") {
        match step {
            ".." => {
                steps.pop();
            }
            _ => steps.push(step),
        }
    }
    steps.join("/")
}

#[test]
fn the_kit_has_its_drawings_and_they_are_nothing_but_drawings() {
    let drawings: Vec<_> = paths().filter(|path| path.starts_with("kit/")).collect();
    assert!(drawings.contains(&"kit/house-good.svg"));
    assert!(drawings.contains(&"kit/people/face-24.svg"));
    for path in drawings.into_iter().filter(|path| mime(path) == "image/svg+xml") {
        for other in ["<style", "style=", "<script", "href=", "<foreignObject", "<image", "data:"] {
            assert!(!text(path).contains(other), "{path} holds {other}");
        }
    }
}

#[test]
fn a_name_for_the_whole_set() {
    assert_eq!(BUILD_ID.len(), 16);
    assert!(BUILD_ID.chars().all(|digit| digit.is_ascii_hexdigit()));
    assert_eq!(find("css/base.css").expect("there").mime, "text/css; charset=utf-8");
    assert_eq!(find("kit/icon-192.png").expect("there").mime, "image/png");
    assert_eq!(find("css/../Cargo.toml"), None);
}
