//! Claims that the stories of the tests tell, asked for at their full length, on both databases.

use anyhow::{Context, Result};

use crate::postgres::Postgres;
use crate::run::{cargo, prints};

/// Journals that a page is made from the slow way.
const JOURNALS: &str = "200";

/// The front page of a store is the one that is made from the bare journal.
pub fn a_page_is_what_the_journal_says() -> Result<String> {
    let said =
        story(&["--package", "town", "--test", "plain_fold"], &[("KITH_JOURNALS", JOURNALS)])?;
    let pages: Vec<&str> = said.lines().filter(|line| line.contains(" journals, ")).collect();
    both(&said, pages.join("; "))
}

/// Names as people type them find the person; once restricted, none does.
pub fn a_name_is_found_as_it_sounds() -> Result<String> {
    let one = "forty_names_as_people_type_them_are_found_and_none_of_them_once_restricted";
    let said = story(&["--package", "app", "--test", "search", one], &[])?;
    let found: Vec<&str> =
        said.lines().filter(|line| line.contains(" in the first five")).collect();
    both(&said, found.join("; "))
}

/// Runs a story with a `PostgreSQL` of its own; what it printed.
fn story(of: &[&str], with: &[(&str, &str)]) -> Result<String> {
    let postgres = Postgres::start()?;
    let mut command = cargo(&["test", "--quiet"]);
    command.args(of).args(["--", "--nocapture"]);
    command.env("KITH_TEST_DATABASE_URL", postgres.url()).envs(with.iter().copied());
    prints(command)
}

/// The figure, where both databases told theirs.
fn both(said: &str, figure: String) -> Result<String> {
    let told = ["SQLite: ", "PostgreSQL: "].iter().all(|database| figure.contains(database));
    told.then_some(figure).with_context(|| format!("not told on both databases: {said}"))
}
