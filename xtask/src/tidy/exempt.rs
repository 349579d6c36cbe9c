//! What must stand for now: `path rule why`, one a line.
//!
//! A line excuses every breach of one rule in one file, and must excuse at least one.

use super::Finding;

/// The findings that the list does not excuse, and one for each line of it that is not needed.
pub fn take_off(list: &str, list_path: &str, findings: Vec<Finding>) -> Vec<Finding> {
    let lines: Vec<Exemption> = list.lines().zip(1..).filter_map(Exemption::read).collect();
    let mut left: Vec<Finding> = lines
        .iter()
        .filter_map(|line| line.fault(&findings))
        .map(|(line, says)| Finding { path: list_path.into(), line, rule: "exempt", says })
        .collect();
    left.extend(findings.into_iter().filter(|finding| !lines.iter().any(|l| l.excuses(finding))));
    left
}

struct Exemption<'a> {
    line: usize,
    path: &'a str,
    rule: &'a str,
    why: &'a str,
}

impl<'a> Exemption<'a> {
    /// `None` for an empty line and for a comment.
    fn read((text, line): (&'a str, usize)) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.starts_with('#') {
            return None;
        }
        let mut words = text.splitn(3, ' ');
        let mut next = || words.next().unwrap_or_default().trim();
        Some(Self { line, path: next(), rule: next(), why: next() })
    }

    fn excuses(&self, finding: &Finding) -> bool {
        self.path == finding.path && self.rule == finding.rule && !self.why.is_empty()
    }

    fn fault(&self, findings: &[Finding]) -> Option<(usize, String)> {
        if self.why.is_empty() {
            return Some((self.line, "say `path rule why`".into()));
        }
        let needed = findings.iter().any(|finding| self.excuses(finding));
        let says = format!("{} keeps the rule `{}` now: take this line out", self.path, self.rule);
        (!needed).then_some((self.line, says))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long(path: &str) -> Finding {
        Finding { path: path.into(), line: 1, rule: "file", says: "long".into() }
    }

    #[test]
    fn an_exemption_excuses_its_own_file_and_rule_only() {
        let found = vec![long("a.rs"), long("b.rs")];
        assert_eq!(take_off("# why\n\na.rs file it is a table\n", "list", found), [long("b.rs")]);
    }

    #[test]
    fn one_that_is_not_needed_or_gives_no_reason_is_a_finding() {
        let idle = take_off("a.rs file it was long", "list", Vec::new());
        assert_eq!(idle.len(), 1);
        assert!(idle[0].says.contains("take this line out"));
        let silent = take_off("a.rs file", "list", vec![long("a.rs")]);
        assert_eq!(silent.len(), 2, "{silent:?}");
    }
}
