//! The files that tidy reads.

use std::path::Path;

use anyhow::{Context, Result};

use super::Finding;

/// Written by people, and so held to the house style. Pictures, samples and data are not.
const KINDS: &[&str] =
    &["css", "ftl", "html", "js", "md", "mjs", "rs", "sh", "sql", "toml", "ts", "yaml", "yml"];

/// Never ours, or made by a program.
const PASSED_OVER: &[&str] = &[".git", "kith-data", "node_modules", "target", "vendor"];

/// One file, as text.
pub struct Source {
    /// From the top of the working copy, with `/`.
    pub path: String,
    pub text: String,
}

impl Source {
    /// The part of the name after the last dot.
    pub fn kind(&self) -> &str {
        self.path.rsplit_once('.').map_or("", |(_, kind)| kind)
    }

    /// Whether it is Rust.
    pub fn is_rust(&self) -> bool {
        self.kind() == "rs"
    }

    /// Whether it is program text of any language, and not prose or settings.
    pub fn is_program(&self) -> bool {
        !matches!(self.kind(), "md" | "toml")
    }

    /// Whether the whole file is tests: a story may be longer than the code it holds.
    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.path.split('/').any(|folder| folder == "tests")
            || self.path.starts_with("browser/")
            || name == "tests.rs"
            || name.contains(".test.")
    }

    /// The tasks name what they forbid, so the rules about words pass them over.
    pub fn is_task(&self) -> bool {
        self.path.starts_with("xtask/")
    }

    /// A finding in this file.
    pub fn finding(&self, line: usize, rule: &'static str, says: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line, rule, says: says.into() }
    }
}

/// Every source below a folder, in order of path.
pub fn all_below(root: &Path) -> Result<Vec<Source>> {
    let mut found = Vec::new();
    gather(root, "", &mut found)?;
    found.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(found)
}

fn gather(folder: &Path, prefix: &str, found: &mut Vec<Source>) -> Result<()> {
    let names = std::fs::read_dir(folder);
    for entry in names.with_context(|| format!("cannot read the folder {}", folder.display()))? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let kind = entry.file_type()?;
        let path = if prefix.is_empty() { name.clone() } else { format!("{prefix}/{name}") };
        if kind.is_dir() && !passed_over(&name, &entry.path()) {
            gather(&entry.path(), &path, found)?;
        } else if kind.is_file() && KINDS.contains(&extension(&name)) {
            let text = std::fs::read_to_string(entry.path());
            let text = text.with_context(|| format!("cannot read {path} as text"))?;
            found.push(Source { path, text });
        }
    }
    Ok(())
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, kind)| kind)
}

/// A folder marked as a cache is a target folder under another name.
fn passed_over(name: &str, folder: &Path) -> bool {
    PASSED_OVER.contains(&name) || folder.join("CACHEDIR.TAG").exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_files_and_other_peoples_files_are_passed_over() {
        let top = tempfile::tempdir().unwrap();
        for path in
            ["src/a.rs", "target/b.rs", "built/c.rs", "assets/vendor/d.js", "src/e.png", ".ci/f.sh"]
        {
            let path = top.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        std::fs::write(top.path().join("built/CACHEDIR.TAG"), "").unwrap();
        let found = all_below(top.path()).unwrap();
        let paths: Vec<&str> = found.iter().map(|source| source.path.as_str()).collect();
        assert_eq!(paths, [".ci/f.sh", "src/a.rs"]);
    }

    #[test]
    fn a_test_is_known_by_its_place() {
        let is_test = |path: &str| Source { path: path.into(), text: String::new() }.is_test();
        assert!(is_test("crates/web/tests/roles.rs"));
        assert!(is_test("crates/store/src/tests.rs"));
        assert!(is_test("browser/front-page.test.js"));
        assert!(!is_test("crates/domain/src/contests.rs"));
    }
}
