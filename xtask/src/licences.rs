//! `cargo xtask licences`: every crate we are built from may be used, and none is on the list of
//! crates we decided against.
//!
//! A council runs this program, and may change it, on the terms of Apache-2.0 alone; so no crate
//! may ask more of them than to keep a notice.

use anyhow::{Result, bail};
use spdx::{Expression, ParseMode};

use crate::metadata::{Package, everything_built_here};

/// Licences that ask for no more than that their notice is kept.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that must not come in, even through another crate, and what to take instead.
const BANNED: &[(&str, &str)] = &[
    ("openssl-sys", "TLS is rustls's: no system library, no C to patch on a council's server"),
    ("native-tls", "TLS is rustls's: no system library, no C to patch on a council's server"),
    ("sqlx", "measured: 1.0 ms and more for a page that rusqlite and postgres give in 0.2 ms"),
    ("diesel", "measured: plain SQL written once for both databases is what we would own anyway"),
    ("r2d2", "each store thread owns its one connection, so there is nothing to pool"),
    ("serde_yaml", "no longer kept; serde-saphyr reads our YAML"),
    ("serde_yml", "has a known unsoundness; serde-saphyr reads our YAML"),
    ("dotenv", "no longer kept, and a store's settings are in kith.toml"),
];

/// Crates that none of ours may name, though one that we name may: what to take instead.
/// `object_store` dates its objects with chrono, and no such date comes to us.
const NOT_BY_US: &[(&str, &str)] =
    &[("chrono", "dates and zones are jiff's; two kinds of date in one program get mixed up")];

/// Fails with one line for each crate that may not be here.
pub fn run(_arguments: &[String]) -> Result<()> {
    held("Cargo.toml", &[])
}

/// The same for all that the workspace of this manifest is built from. `borne` are crates on our
/// list that it cannot be without; whoever names them says why.
pub fn held(manifest: &str, borne: &[&str]) -> Result<()> {
    let mut packages = everything_built_here(manifest)?;
    packages.retain(|package| !borne.contains(&package.name.as_str()));
    let faults = faults(&packages);
    if !faults.is_empty() {
        bail!("{}\n{} crates may not be used.", faults.join("\n"), faults.len());
    }
    println!("{} crates, and we may use them all.", packages.len());
    Ok(())
}

fn faults(packages: &[Package]) -> Vec<String> {
    let (others, ours): (Vec<_>, Vec<_>) =
        packages.iter().partition(|package| package.source.is_some());
    others.into_iter().filter_map(fault).chain(ours.into_iter().flat_map(named_by)).collect()
}

/// What one of our crates names and may not.
fn named_by(ours: &Package) -> impl Iterator<Item = String> {
    let named = |(name, why): &(&str, &str)| {
        let names = ours.dependencies.iter().any(|named| named.name == *name);
        names.then(|| format!("{} may not name {name}: {why}", ours.name))
    };
    NOT_BY_US.iter().filter_map(named)
}

fn fault(package: &Package) -> Option<String> {
    let named = format!("{} {}", package.name, package.version);
    if let Some((_, why)) = BANNED.iter().find(|(name, _)| *name == package.name) {
        return Some(format!("{named} is not used here: {why}. `cargo tree -i {}`", package.name));
    }
    let Some(licence) = &package.license else {
        return Some(format!("{named} names no licence, so nobody may use it"));
    };
    match may_use(licence) {
        Ok(true) => None,
        Ok(false) => Some(format!("{named} is under {licence}, which is not on our list")),
        Err(error) => Some(format!("{named} says \"{licence}\" for its licence: {error}")),
    }
}

/// Whether the expression leaves us at least one way that [`ALLOWED`] covers. An addition
/// (`WITH …`) only ever gives more, so the licence it stands on decides.
fn may_use(licence: &str) -> Result<bool> {
    let Ok(expression) = Expression::parse_mode(licence, ParseMode::LAX) else {
        bail!("that is not an SPDX expression");
    };
    Ok(expression.evaluate(|asked| asked.license.id().is_some_and(|id| ALLOWED.contains(&id.name))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metadata::Dependency;

    fn package(name: &str, licence: Option<&str>) -> Package {
        Package {
            name: name.into(),
            version: "1.0.0".into(),
            license: licence.map(Into::into),
            source: Some("elsewhere".into()),
            manifest_path: "Cargo.toml".into(),
            dependencies: Vec::new(),
        }
    }

    #[test]
    fn one_allowed_way_is_enough_and_every_demand_counts() {
        for licence in
            ["MIT", "MIT/Apache-2.0", "GPL-3.0-only OR MIT", "Apache-2.0 WITH LLVM-exception"]
        {
            assert!(may_use(licence).unwrap(), "{licence}");
        }
        for licence in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "LicenseRef-Own"] {
            assert!(!may_use(licence).unwrap(), "{licence}");
        }
        assert!(may_use("free for all").is_err());
    }

    #[test]
    fn a_banned_crate_an_unlicensed_one_and_an_odd_one_are_all_named() {
        let found = faults(&[
            package("r2d2", Some("MIT")),
            package("nameless", None),
            package("copyleft", Some("AGPL-3.0-only")),
            package("fine", Some("MIT")),
        ]);
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].contains("pool"));
        assert!(found[1].contains("no licence"));
        assert!(found[2].contains("AGPL-3.0-only"));
    }

    #[test]
    fn our_own_crates_are_not_asked() {
        let mut ours = package("ours", None);
        ours.source = None;
        assert!(faults(&[ours]).is_empty());
    }

    #[test]
    fn what_another_crate_may_name_ours_may_not() {
        let mut ours = package("ours", None);
        ours.source = None;
        ours.dependencies = vec![Dependency { name: "chrono".into(), kind: None, path: None }];
        assert!(faults(&[ours])[0].contains("jiff"));
        assert!(faults(&[package("chrono", Some("MIT"))]).is_empty());
    }
}
