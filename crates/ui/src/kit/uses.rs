//! Which words the kit uses: those its tree names, and those its scripts ask for.
//!
//! A script says `say("name")` for the child's words and `w("name")` for the worker's, and
//! `count("name")` for `name-one` and `name-other`. A name may also reach those calls by way of
//! a table, or be put together behind a beginning such as `colour-`; so any name in quotes, and
//! whatever goes on from such a beginning, counts as used. Only what a call names outright must
//! be written.
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

/// What the kit's scripts name.
#[derive(Default)]
pub struct InScripts {
    /// Outright, in a call of `say`, `w` or `count`.
    pub called: BTreeSet<String>,
    /// In quotes, anywhere.
    pub quoted: BTreeSet<String>,
    /// The beginning of a name that is put together, up to its last hyphen and with it.
    pub begun: BTreeSet<String>,
}

/// Reads the scripts of the kit; there may be none.
pub fn in_scripts() -> InScripts {
    let mut found = InScripts::default();
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

/// Adds what one script names.
pub fn read_script(source: &str, found: &mut InScripts) {
    for line in source.lines().filter(|line| !line.trim_start().starts_with(['/', '*'])) {
        read_quoted(line, found);
        for put_together in line.split('`').skip(1) {
            let begin = put_together.split_once("${").map_or("", |(begin, _)| begin);
            if begin.len() > 2 && begin.ends_with('-') && is_name(begin) {
                found.begun.insert(begin.to_owned());
            }
        }
    }
}

/// What stands in double quotes is every other piece of the line.
fn read_quoted(line: &str, found: &mut InScripts) {
    let pieces: Vec<&str> = line.split('"').collect();
    for pair in pieces.chunks_exact(2) {
        let (before, name) = (pair[0], pair[1]);
        if !is_name(name) {
            continue;
        }
        found.quoted.insert(name.to_owned());
        let call = before.trim_end().strip_suffix('(').unwrap_or_default();
        match call.rsplit(|c: char| !c.is_alphanumeric()).next() {
            Some("say") => found.called.insert(name.to_owned()),
            Some("w") => found.called.insert(workers(name)),
            Some("count") => found.called.insert(format!("{name}-one")),
            _ => continue,
        };
    }
}

fn is_name(name: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !name.is_empty() && name.chars().all(fits)
}

/// Everything the kit uses.
pub struct Uses {
    keys: BTreeSet<String>,
    begun: BTreeSet<String>,
}

impl Uses {
    /// What the tree and the scripts of the product use.
    pub fn all() -> Uses {
        Uses::of(&in_tree(&tree()), in_scripts())
    }

    /// What such a tree and such scripts use.
    pub fn of(names: &Names, scripts: InScripts) -> Uses {
        let either = |name: &String| [name.clone(), workers(name)];
        let counted = |name: &String| [format!("{name}-one"), format!("{name}-other")];
        let quoted = scripts.quoted.iter().flat_map(either);
        let quoted: BTreeSet<String> =
            quoted.flat_map(|n| counted(&n).into_iter().chain([n])).collect();
        let all = names.lines.iter().chain(&names.single).chain(&quoted);
        let begun = scripts.begun.iter().flat_map(either).map(|begin| format!("kit-{begin}"));
        Uses { keys: all.flat_map(|name| keys_of(name)).collect(), begun: begun.collect() }
    }

    /// Whether a key is used.
    pub fn holds(&self, key: &str) -> bool {
        self.keys.contains(key) || self.begun.iter().any(|begin| key.starts_with(begin))
    }
}
