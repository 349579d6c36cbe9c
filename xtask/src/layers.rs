//! `cargo xtask layers`: the arrows and the absences of ARCHITECTURE.md, held.
//!
//! An arrow is a line in a crate's `Cargo.toml`; an absence is something no source of a crate may
//! say. Both tables stand here so that changing the house means changing this file, in view.

use anyhow::{Result, bail};

use crate::metadata::{Dependency, Package, members};
use crate::run::root;

mod absences;

/// Which of our crates each may name. Any crate may name `domain`, so it is not repeated.
const ARROWS: &[(&str, &[&str])] = &[
    ("app", &["store", "exchange", "ui"]),
    ("assets", &[]),
    ("document", &[]),
    ("domain", &[]),
    ("exchange", &["document"]),
    ("kith", &["web", "app", "town", "ui"]),
    ("print", &["document"]),
    ("store", &[]),
    ("town", &["app"]),
    ("ui", &[]),
    ("web", &["app", "ui", "assets"]),
    ("xtask", &[]),
];

/// These may also use `town` in their tests, for its actors and its families.
const TOWN_IN_TESTS: &[&str] = &["app", "domain", "store", "web"];

/// Fails with one sentence for each arrow that points the wrong way and each absence that is not.
pub fn run(_arguments: &[String]) -> Result<()> {
    let members = members()?;
    let mut faults: Vec<String> = members.iter().flat_map(wrong_arrows).collect();
    faults.extend(absences::present(&root())?);
    if !faults.is_empty() {
        bail!("{}\n{} lines cross a layer.", faults.join("\n"), faults.len());
    }
    println!("{} crates keep to their layers.", members.len());
    Ok(())
}

fn wrong_arrows(package: &Package) -> Vec<String> {
    let name = package.name.as_str();
    let Some((_, allowed)) = ARROWS.iter().find(|(crate_name, _)| *crate_name == name) else {
        return vec![format!(
            "{name} is in no layer: say what it is for in ARCHITECTURE.md, \
             and which crates it may name in xtask/src/layers.rs."
        )];
    };
    let folder = package.manifest_path.parent().and_then(|folder| folder.file_name());
    let mut faults = Vec::new();
    if folder.is_none_or(|folder| folder != name) {
        faults.push(format!("{name} must stand in a folder of its own name."));
    }
    let ours = package.dependencies.iter().filter(|dependency| dependency.path.is_some());
    let wrong = ours.filter(|dependency| !may_name(name, allowed, dependency));
    faults.extend(wrong.map(|dependency| sentence(name, allowed, dependency)));
    faults
}

fn may_name(name: &str, allowed: &[&str], dependency: &Dependency) -> bool {
    let named = dependency.name.as_str();
    let domain = named == "domain" && !matches!(name, "domain" | "xtask");
    let in_tests = dependency.kind.as_deref() == Some("dev")
        && named == "town"
        && TOWN_IN_TESTS.contains(&name);
    domain || in_tests || allowed.contains(&named)
}

fn sentence(name: &str, allowed: &[&str], dependency: &Dependency) -> String {
    let may = match allowed {
        [] => "none of ours but domain".to_string(),
        some => format!("domain, {}", some.join(", ")),
    };
    let in_tests = if dependency.kind.as_deref() == Some("dev") { " in its tests" } else { "" };
    format!(
        "{name} names {}{in_tests}, but may name {may}: take it out of {name}'s Cargo.toml and \
         let a crate above both carry the value across.",
        dependency.name
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(name: &str, named: &str, kind: Option<&str>) -> Vec<String> {
        wrong_arrows(&Package {
            name: name.into(),
            version: "0.0.0".into(),
            license: None,
            source: None,
            manifest_path: format!("crates/{name}/Cargo.toml").into(),
            dependencies: vec![Dependency {
                name: named.into(),
                kind: kind.map(Into::into),
                path: Some("crates".into()),
            }],
        })
    }

    #[test]
    fn arrows_point_one_way() {
        assert!(faults("web", "app", None).is_empty());
        assert!(faults("assets", "domain", None).is_empty());
        let up = faults("app", "web", None);
        assert!(up[0].starts_with("app names web, but may name domain, store, exchange, ui"));
        assert_eq!(faults("xtask", "domain", None).len(), 1, "the tasks name no crate of ours");
    }

    #[test]
    fn town_is_for_tests_and_not_for_programs() {
        assert!(faults("store", "town", Some("dev")).is_empty());
        assert_eq!(faults("store", "town", None).len(), 1);
        assert_eq!(faults("ui", "town", Some("dev")).len(), 1);
        assert_eq!(faults("app", "web", Some("dev")).len(), 1);
    }

    #[test]
    fn a_crate_that_is_in_no_layer_must_be_given_one() {
        assert!(faults("attic", "domain", None)[0].contains("is in no layer"));
    }
}
