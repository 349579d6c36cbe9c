//! First names that are forms of one another, from `data/name_variants.txt`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

type Groups = BTreeMap<&'static str, Vec<&'static str>>;

static GROUPS: LazyLock<Groups> = LazyLock::new(|| {
    let mut groups = Groups::new();
    for line in lines() {
        let Some(group) = line.split(' ').next() else { continue };
        for word in line.split(' ') {
            groups.entry(word).or_default().push(group);
        }
    }
    groups
});

/// The groups, a line each: words parted by one blank, the first of which names the group.
pub(super) fn lines() -> impl Iterator<Item = &'static str> {
    const FILE: &str = include_str!("../../data/name_variants.txt");
    FILE.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The groups a plain word belongs to, by name.
pub(super) fn groups(word: &str) -> &'static [&'static str] {
    GROUPS.get(word).map_or(&[], Vec::as_slice)
}
