//! `cargo xtask show`: the claims of the README and of the work in hand, as far as a machine can
//! check them.
//!
//! One claim after another, each with `pass` or `FAIL` and its figure, so that a claim is only
//! ever as good as its last run here. A claim that cannot be checked on this machine fails and
//! says why.

use anyhow::{Result, bail};

mod durable;
mod filed;
mod house;
mod houses;
mod newcomer;
mod questions;
mod stories;
mod synced;

/// One line that somebody may rely on.
struct Claim {
    /// The line as it is written where it is claimed.
    says: &'static str,
    /// Its figure; an error is the reason why it does not hold.
    check: fn() -> Result<String>,
}

const CLAIMS: &[Claim] = &[
    Claim { says: "On a clean clone the first command serves", check: newcomer::first_serves },
    Claim { says: "On a clean clone the second command passes", check: newcomer::second_passes },
    Claim {
        says: "Each census file: filed, filed again without change, undone, verified (SQLite)",
        check: filed::on_sqlite,
    },
    Claim {
        says: "Each census file: filed, filed again without change, undone, verified (PostgreSQL)",
        check: filed::on_postgres,
    },
    Claim {
        says: "The front page is what the bare journal says, on 200 journals (both databases)",
        check: stories::a_page_is_what_the_journal_says,
    },
    Claim {
        says: "Of 40 names as people type them, 36 or more are found in the first five",
        check: stories::a_name_is_found_as_it_sounds,
    },
    Claim {
        says: "A burst of saves, killed 20 times: nothing acknowledged is lost (SQLite)",
        check: durable::saves_survive_a_kill,
    },
    Claim {
        says: "An import, killed over and over: each child is there once (SQLite)",
        check: durable::an_import_survives_a_kill,
    },
    Claim {
        says: "Each batch is on the disk before its first answer (SQLite)",
        check: durable::each_batch_is_synced_first,
    },
    Claim {
        says: "Questions that lead are noticed, 85 % or more, with false alarms under 10 %",
        check: questions::are_noticed_where_they_lead,
    },
    Claim {
        says: "A session on a tablet without a network is in the record as it was made",
        check: houses::a_session_is_in_the_record_as_it_was_made,
    },
    Claim {
        says: "No word of a child lies in clear on a tablet",
        check: houses::no_word_lies_in_clear,
    },
    Claim {
        says: "A whole session on a tablet by keys alone, and by two switches",
        check: houses::a_session_goes_by_keys_and_by_switches,
    },
    Claim {
        says: "Each fault of a tablet is survived, before a real office",
        check: houses::each_fault_is_survived,
    },
    Claim {
        says: "A family gets what the child agreed to, and nothing else",
        check: houses::a_family_gets_what_the_child_agreed_to,
    },
    Claim {
        says: "The kit runs without the record, from a list of children to a figure",
        check: houses::the_kit_runs_without_the_record,
    },
    Claim {
        says: "A package is read by a program that is not ours",
        check: houses::a_package_is_read_by_another_program,
    },
    Claim { says: "Every kind has a golden file", check: house::has_a_golden_file_of_each_kind },
    Claim { says: "ARCHITECTURE.md names every room", check: house::names_every_room },
    Claim { says: "No file over 500 lines, no function over 70", check: house::has_no_monsters },
];

/// Checks every claim, or with a word those that contain it; fails if any failed.
pub fn run(arguments: &[String]) -> Result<()> {
    let word = arguments.first().map_or("", String::as_str).to_lowercase();
    let chosen = CLAIMS.iter().filter(|claim| claim.says.to_lowercase().contains(&word));
    let mut lines: Vec<(bool, String)> = Vec::new();
    for claim in chosen {
        let line = line(claim.says, (claim.check)());
        println!("{}", line.1);
        lines.push(line);
    }
    let failed = lines.iter().filter(|(holds, _)| !holds).count();
    match (lines.len(), failed) {
        (0, _) => bail!("No claim says \"{word}\"."),
        (all, 0) => println!("{all} of {all} claims hold."),
        (all, failed) => bail!("{failed} of {all} claims do not hold."),
    }
    Ok(())
}

/// One claim as a person reads it, and whether it holds.
fn line(says: &str, checked: Result<String>) -> (bool, String) {
    match checked {
        Ok(figure) => (true, format!("pass  {says}  {figure}")),
        Err(error) => (false, format!("FAIL  {says}  {error:#}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_claim_that_fails_says_so_and_why() {
        assert_eq!(line("It flies", Ok("3 m".into())), (true, "pass  It flies  3 m".into()));
        let (holds, text) = line("It flies", Err(anyhow::anyhow!("no wings")));
        assert!(!holds);
        assert_eq!(text, "FAIL  It flies  no wings");
    }

    #[test]
    fn a_word_that_no_claim_says_is_an_error() {
        assert!(run(&["no claim says this".into()]).is_err());
    }
}
