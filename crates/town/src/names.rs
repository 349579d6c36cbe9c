//! Given and family names as they occur together in England's communities.
//!
//! A record that only ever met Smiths would sort, search and match names well until it met a Lǚ,
//! a Ní Bhriain, a Kowalska whose brother is Kowalski, or a Ọládélé. The names are listed in
//! `names/communities.txt`, commoner ones first, with each community's rough share and the
//! ethnicity code its children mostly bear in the census. Nobody's whole name is taken from
//! anywhere.

use std::sync::LazyLock;

use crate::dice::Dice;

/// The names of one community.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Community {
    /// What it is called here.
    pub name: &'static str,
    /// How many families of about a thousand.
    pub share: u32,
    /// Ethnicity, a code of the Children in Need census.
    pub ethnicity: &'static str,
    /// The community whose given names are given here too.
    pub also: Option<&'static str>,
    /// Girls' names.
    pub girls: Vec<&'static str>,
    /// Boys' names.
    pub boys: Vec<&'static str>,
    /// Family names.
    pub families: Vec<FamilyName>,
}

/// A family's name, which in some languages a woman bears in another form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct FamilyName {
    /// As a man bears it.
    pub man: &'static str,
    /// As a woman bears it.
    pub woman: &'static str,
}

/// Every community.
pub fn communities() -> &'static [Community] {
    static READ: LazyLock<Vec<Community>> =
        LazyLock::new(|| read(include_str!("../names/communities.txt")));
    &READ
}

/// The community of that name.
pub fn community(name: &str) -> Option<&'static Community> {
    communities().iter().find(|community| community.name == name)
}

/// A community, each as likely as its share says.
pub(crate) fn draw_community(dice: &mut Dice) -> &'static Community {
    /// What an empty list would give.
    static NOBODY: Community = Community {
        name: "",
        share: 0,
        ethnicity: "NOBT",
        also: None,
        girls: Vec::new(),
        boys: Vec::new(),
        families: Vec::new(),
    };
    let place = dice.place(communities().iter().map(|one| one.share));
    communities().get(place).unwrap_or(&NOBODY)
}

/// A line that is in no known shape is left out; a test holds that the file has none.
fn read(text: &'static str) -> Vec<Community> {
    let mut communities: Vec<Community> = Vec::new();
    for line in text.lines() {
        if let Some(head) = line.strip_prefix('[') {
            communities.extend(head_of(head));
        } else if let (Some((kind, listed)), Some(last)) =
            (line.split_once(": "), communities.last_mut())
        {
            let listed = listed.split(", ");
            match kind {
                "girls" => last.girls = listed.collect(),
                "boys" => last.boys = listed.collect(),
                "families" => last.families = listed.map(FamilyName::from).collect(),
                _ => {}
            }
        }
    }
    communities
}

/// `Welsh] 22 WBRI + English`
fn head_of(head: &'static str) -> Option<Community> {
    let (name, rest) = head.split_once("] ")?;
    let (told, also) = match rest.split_once(" + ") {
        Some((told, also)) => (told, Some(also)),
        None => (rest, None),
    };
    let (share, ethnicity) = told.split_once(' ')?;
    let share = share.parse().ok()?;
    Some(Community { name, share, ethnicity, also, ..Community::default() })
}

impl From<&'static str> for FamilyName {
    fn from(listed: &'static str) -> Self {
        let (man, woman) = listed.split_once('/').unwrap_or((listed, listed));
        Self { man, woman }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{communities, community};
    use crate::census::codes::ETHNICITIES;

    #[test]
    fn there_are_names_enough() {
        let all = communities();
        let given: BTreeSet<_> =
            all.iter().flat_map(|one| one.girls.iter().chain(&one.boys)).collect();
        let families: BTreeSet<_> =
            all.iter().flat_map(|one| &one.families).map(|f| f.woman).collect();
        assert!(given.len() >= 300 && families.len() >= 300, "{} {}", given.len(), families.len());
    }

    #[test]
    fn every_line_of_the_list_is_read() {
        let text = include_str!("../names/communities.txt");
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).count();
        assert_eq!(lines, 4 * communities().len());
        for one in communities() {
            let lists = [one.girls.len(), one.boys.len(), one.families.len()];
            assert!(lists.iter().all(|length| *length >= 4), "{}: {lists:?}", one.name);
            assert!(one.also.is_none_or(|also| community(also).is_some()), "{}", one.name);
            assert!(ETHNICITIES.iter().any(|(code, _)| *code == one.ethnicity), "{}", one.name);
        }
    }

    #[test]
    fn names_are_spelled_as_their_bearers_spell_them() {
        let all = communities();
        let mut given = all.iter().flat_map(|one| one.girls.iter().chain(&one.boys));
        assert!(given.any(|name| *name == "Łukasz"));
        let trimmed = |name: &str| !name.is_empty() && name.trim() == name;
        assert!(
            all.iter().flat_map(|one| one.girls.iter().chain(&one.boys)).all(|name| trimmed(name))
        );
        assert!(
            all.iter().flat_map(|one| &one.families).all(|f| trimmed(f.man) && trimmed(f.woman))
        );
    }
}
