//! A family in sentences: what the picture shows, for whoever listens to the page.

use domain::genogram::{Bond, Family, Home, Kin, Parent, Shape};

pub(super) const UNNAMED_PARENT: &str = "a parent nobody has named";

/// What the picture is of.
pub(super) fn title<K: Copy + Ord>(family: &Family<K>) -> String {
    let children: Vec<String> = children(family).map(|kin| kin.name.clone()).collect();
    if children.is_empty() { "Family".to_owned() } else { format!("Family of {}", and(&children)) }
}

/// The whole picture in words, the child first.
pub(super) fn sentences<K: Copy + Ord>(family: &Family<K>, left_out: usize) -> String {
    let mut said = Vec::new();
    for child in children(family) {
        said.push(birth(family, child));
        said.extend(family.homes.iter().filter_map(|home| lives(family, child, home)));
        said.extend(siblings(family, child));
    }
    for parent in parents_of_children(family) {
        said.extend(parents(family, parent));
        said.extend(siblings(family, parent));
        said.extend(partners(family, parent));
    }
    said.extend(other_homes(family));
    match left_out {
        0 => {}
        1 => said.push("One more person is on the Family page.".to_owned()),
        n => said.push(format!("{n} more people are on the Family page.")),
    }
    said.join(" ")
}

/// What stands beside a picture that leaves people out: `and 2 more`.
pub fn more(left_out: usize) -> Option<String> {
    (left_out > 0).then(|| format!("and {left_out} more"))
}

/// One person: name, age, and what they are to the child.
pub(super) fn who<K: Copy + Ord>(family: &Family<K>, kin: &Kin<K>) -> String {
    let child = children(family).next().filter(|child| child.id != kin.id);
    match child.and_then(|child| Some((child, relation(family, child, kin)?))) {
        Some((child, relation)) => format!("{}, {} {relation}", named(kin), owner(&child.name)),
        None => named(kin),
    }
}

fn children<K>(family: &Family<K>) -> impl Iterator<Item = &Kin<K>> {
    family.people.iter().filter(|kin| kin.index)
}

fn find<K: Copy + Ord>(family: &Family<K>, id: K) -> Option<&Kin<K>> {
    family.people.iter().find(|kin| kin.id == id)
}

/// A child's parents who are known, in order.
fn known<'f, K: Copy + Ord>(family: &'f Family<K>, kin: &Kin<K>) -> Vec<&'f Kin<K>> {
    let known = kin.parents.iter().filter_map(|parent| match parent {
        Parent::Known(id) => find(family, *id),
        Parent::Unknown => None,
    });
    known.collect()
}

fn parents_of_children<K: Copy + Ord>(family: &Family<K>) -> Vec<&Kin<K>> {
    let mut parents: Vec<&Kin<K>> = Vec::new();
    for parent in children(family).flat_map(|child| known(family, child)) {
        if !parents.iter().any(|other| other.id == parent.id) {
            parents.push(parent);
        }
    }
    parents
}

/// Name and age; for somebody who has died that they have.
fn named<K>(kin: &Kin<K>) -> String {
    match &kin.age {
        _ if kin.died => format!("{}, who has died", kin.name),
        Some(age) => format!("{}, {}", kin.name, spoken_age(age)),
        None => kin.name.clone(),
    }
}

/// `5m` as it is said; other ages stay.
fn spoken_age(age: &str) -> String {
    for (short, one, many) in
        [("m", "month", "months"), ("w", "week", "weeks"), ("d", "day", "days")]
    {
        match age.strip_suffix(short).and_then(|n| n.parse::<u32>().ok()) {
            Some(1) => return format!("1 {one}"),
            Some(n) => return format!("{n} {many}"),
            None => {}
        }
    }
    age.to_owned()
}

fn by_shape(shape: Shape, square: &str, circle: &str, other: &str) -> String {
    match shape {
        Shape::Square => square,
        Shape::Circle => circle,
        Shape::Diamond | Shape::Triangle => other,
    }
    .to_owned()
}

/// `Idris, 5 months, son of Leah and Karim, who live together.`
fn birth<K: Copy + Ord>(family: &Family<K>, child: &Kin<K>) -> String {
    let parents: Vec<String> = child
        .parents
        .iter()
        .filter_map(|parent| match parent {
            Parent::Known(id) => find(family, *id).map(|kin| kin.name.clone()),
            Parent::Unknown => Some(UNNAMED_PARENT.to_owned()),
        })
        .collect();
    if parents.is_empty() {
        return format!("{}.", named(child));
    }
    let what = by_shape(child.shape, "son", "daughter", "child");
    let bond = match known(family, child)[..] {
        [a, b] => bond(family, a, b).map(|bond| format!(", who {}", stand(bond))),
        _ => None,
    };
    format!("{}, {what} of {}{}.", named(child), and(&parents), bond.unwrap_or_default())
}

fn bond<K: Copy + Ord>(family: &Family<K>, a: &Kin<K>, b: &Kin<K>) -> Option<Bond> {
    let both = |u: &&domain::genogram::Union<K>| {
        [(a.id, b.id), (b.id, a.id)].contains(&(u.a, u.b)) && u.bond != Bond::NotSaid
    };
    family.unions.iter().find(both).map(|union| union.bond)
}

fn stand(bond: Bond) -> &'static str {
    match bond {
        Bond::Married => "are married",
        Bond::Together => "live together",
        Bond::Separated => "are separated",
        Bond::Divorced => "are divorced",
        Bond::Apart => "are no longer together",
        Bond::NotSaid => "have a child together",
    }
}

/// `Idris lives with Denise at 3 Mill Bank.`
fn lives<K: Copy + Ord>(family: &Family<K>, kin: &Kin<K>, home: &Home<K>) -> Option<String> {
    if !home.members.contains(&kin.id) {
        return None;
    }
    let others = home.members.iter().filter(|id| **id != kin.id);
    let others: Vec<String> =
        others.filter_map(|id| find(family, *id)).map(|kin| kin.name.clone()).collect();
    let with = if others.is_empty() { String::new() } else { format!(" with {}", and(&others)) };
    Some(format!("{} lives{with}{}.", kin.name, place(home)))
}

fn place<K>(home: &Home<K>) -> String {
    match home {
        Home { sealed: true, .. } => " at an address that is kept private".to_owned(),
        Home { name, .. } if name.is_empty() => String::new(),
        Home { name, .. } => format!(" at {name}"),
    }
}

/// Homes the child does not live in.
fn other_homes<K: Copy + Ord>(family: &Family<K>) -> Vec<String> {
    let elsewhere = family
        .homes
        .iter()
        .filter(|home| children(family).all(|child| !home.members.contains(&child.id)));
    let said = elsewhere.filter_map(|home| {
        let members = home.members.iter().filter_map(|id| find(family, *id));
        let members: Vec<String> = members.map(|kin| kin.name.clone()).collect();
        let live = if members.len() == 1 { "lives" } else { "live" };
        (!members.is_empty()).then(|| format!("{} {live}{}.", and(&members), place(home)))
    });
    said.collect()
}

/// `Leah’s mother is Denise, 47.`
fn parents<K: Copy + Ord>(family: &Family<K>, kin: &Kin<K>) -> Option<String> {
    let names: Vec<String> = known(family, kin).into_iter().map(named).collect();
    match &names[..] {
        [] => None,
        [one] => {
            let shape = known(family, kin).first().map_or(Shape::Diamond, |parent| parent.shape);
            let what = by_shape(shape, "father", "mother", "parent");
            Some(format!("{} {what} is {one}.", owner(&kin.name)))
        }
        _ => Some(format!("{} parents are {}.", owner(&kin.name), names.join("; and "))),
    }
}

/// Brothers and sisters, whole and half.
fn siblings<K: Copy + Ord>(family: &Family<K>, kin: &Kin<K>) -> Option<String> {
    let others = family.people.iter().filter(|other| other.id != kin.id && !other.index);
    let said: Vec<String> = others
        .filter_map(|other| sibling(kin, other).map(|word| format!("{word} {}", named(other))))
        .collect();
    (!said.is_empty())
        .then(|| format!("Brothers and sisters of {}: {}.", kin.name, said.join("; ")))
}

/// What a brother or sister is called; none for others.
fn sibling<K: Copy + Ord>(kin: &Kin<K>, other: &Kin<K>) -> Option<String> {
    let is_known = |parent: &&Parent<K>| **parent != Parent::Unknown;
    let shared = kin.parents.iter().filter(is_known).filter(|p| other.parents.contains(p)).count();
    let differ = kin.parents.iter().chain(&other.parents).filter(is_known).count() > 2 * shared;
    let unborn = other.shape == Shape::Triangle;
    match (shared, differ, unborn) {
        (0, ..) => None,
        (_, _, true) => Some("unborn brother or sister".to_owned()),
        (_, false, _) => Some(by_shape(other.shape, "brother", "sister", "sibling")),
        (_, true, _) => Some(by_shape(other.shape, "half-brother", "half-sister", "half-sibling")),
    }
}

/// Partners of a parent who are no parents of the child.
fn partners<K: Copy + Ord>(family: &Family<K>, parent: &Kin<K>) -> Vec<String> {
    let parents = parents_of_children(family);
    let with = family.people.iter().filter(|kin| parents.iter().all(|other| other.id != kin.id));
    let said = with.filter_map(|partner| {
        let bond = bond(family, parent, partner)?;
        Some(format!("{} and {} {}.", parent.name, named(partner), stand(bond)))
    });
    said.collect()
}

/// What somebody is to the child, as far as a word or two says it.
fn relation<K: Copy + Ord>(family: &Family<K>, child: &Kin<K>, kin: &Kin<K>) -> Option<String> {
    let word = |shape| by_shape(shape, "father", "mother", "parent");
    for parent in known(family, child) {
        if parent.id == kin.id {
            return Some(word(kin.shape));
        }
        let above = known(family, parent);
        if above.iter().any(|other| other.id == kin.id) {
            return Some(format!("{} {}", owner(&word(parent.shape)), word(kin.shape)));
        }
    }
    if let Some(word) = sibling(child, kin) {
        return Some(word);
    }
    for parent in known(family, child) {
        if let Some(word) = sibling(parent, kin) {
            let of = by_shape(parent.shape, "father", "mother", "parent");
            return Some(format!("{} {word}", owner(&of)));
        }
        if bond(family, parent, kin).is_some() {
            return Some(format!("{} partner, now or once", owner(&word(parent.shape))));
        }
    }
    let own = known(family, kin).iter().any(|parent| parent.id == child.id);
    own.then(|| by_shape(kin.shape, "son", "daughter", "child"))
}

/// `Idris’s`.
fn owner(name: &str) -> String {
    format!("{name}’s")
}

/// `Leah`, `Leah and Karim`, `Leah, Karim and Denise`.
fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
