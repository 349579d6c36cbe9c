//! Which words the kit uses: those its tree names, and those its scripts ask for.
//!
//! A script says `say("name")` for the child's words and `w("name")` for the worker's. A name
//! may also reach those calls by way of a table, so any name in quotes counts as used; only what
//! a call names outright must be written.
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use domain::kit::lines::Level;
use domain::kit::tree::{Choice, SpeaksTo, TREE, Tree, read};

/// The tree of the product.
pub fn tree() -> Tree {
    read(TREE).expect("the tree can be read")
}

/// Names without level, as `kit-…` follows them: `good`, `w-enquiry`, `p-what`.
pub struct Names {
    /// Lines of a child, at every level.
    pub lines: BTreeSet<String>,
    /// What has one key: what is pressed, the worker's words, the parents'.
    pub single: BTreeSet<String>,
}

/// All names in the tree.
pub fn in_tree(tree: &Tree) -> Names {
    let mut names = Names { lines: BTreeSet::new(), single: BTreeSet::new() };
    let always = &tree.always;
    let single = &mut names.single;
    single.extend([&always.stop, &always.rest].map(|choice| choice.label.clone()));
    single.extend([&always.important, &always.back].map(|choice| workers(&choice.label)));
    for words in &tree.parents {
        single.extend([words.clone(), format!("{words}-title")]);
    }
    for node in &tree.nodes {
        let child = node.speaks_to == SpeaksTo::Child;
        let label = |choice: &Choice| choice.label.clone();
        let labels = node.choices.iter().map(label);
        names.single.extend(labels.map(|name| if child { name } else { workers(&name) }));
        names.single.extend(node.guide.iter().chain(&node.law).map(|name| workers(name)));
        let says = node.says().map(str::to_owned);
        if child {
            names.lines.extend(says);
        } else {
            names.single.extend(says.map(|name| workers(&name)));
        }
    }
    names
}

fn workers(name: &str) -> String {
    format!("w-{name}")
}

/// Every key that a name may stand for.
pub fn keys_of(name: &str) -> Vec<String> {
    let mut keys: Vec<String> = Level::ALL.iter().map(|l| key(name, *l)).collect();
    keys.extend([format!("kit-{name}"), symbols(name)]);
    keys
}

/// The key of a child's line at a level.
pub fn key(name: &str, level: Level) -> String {
    format!("kit-{name}-{}", level.letter())
}

/// The key that names the drawings beside a line in Easy Read.
pub fn symbols(name: &str) -> String {
    format!("kit-{name}-e-symbol")
}

/// What the kit's scripts name: in a call, and in quotes anywhere.
pub struct InScripts {
    /// Named in a call of `say` or `w`.
    pub called: BTreeSet<String>,
    /// Named in quotes.
    pub quoted: BTreeSet<String>,
}

/// Reads the scripts of the kit; there may be none.
pub fn in_scripts() -> InScripts {
    let mut found = InScripts { called: BTreeSet::new(), quoted: BTreeSet::new() };
    read_below(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/js/kit")), &mut found);
    found
}

fn read_below(folder: &Path, found: &mut InScripts) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read_below(&path, found);
        } else {
            read_script(&fs::read_to_string(&path).expect("scripts are text"), found);
        }
    }
}

/// The pieces between double quotes are every other piece of the text.
pub fn read_script(source: &str, found: &mut InScripts) {
    for line in source.lines().filter(|line| !line.trim_start().starts_with(['/', '*'])) {
        let pieces: Vec<&str> = line.split('"').collect();
        for pair in pieces.chunks_exact(2) {
            let (before, name) = (pair[0], pair[1]);
            let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if name.is_empty() || !name.chars().all(is_name) {
                continue;
            }
            found.quoted.extend([name.to_owned(), workers(name)]);
            let call = before.trim_end().strip_suffix('(').unwrap_or_default();
            match call.rsplit(|c: char| !c.is_alphanumeric()).next() {
                Some("say") => found.called.insert(name.to_owned()),
                Some("w") => found.called.insert(workers(name)),
                _ => continue,
            };
        }
    }
}

/// Every key that the kit uses, written or not.
pub fn keys() -> BTreeSet<String> {
    let names = in_tree(&tree());
    let scripts = in_scripts();
    let all = names.lines.iter().chain(&names.single).chain(&scripts.quoted);
    all.flat_map(|name| keys_of(name)).collect()
}
