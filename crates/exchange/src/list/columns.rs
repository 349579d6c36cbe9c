//! Which column is which, by its head.

use csv::StringRecord;
use domain::children_list::{Column, NoList, Unreadable};

/// What each of [`Column::ALL`] may be called, in small letters.
const NAMES: [&[&str]; 6] = [
    &["id", "child id", "number"],
    &["full name", "name"],
    &["known as"],
    &["born", "date of birth", "dob"],
    &["worker", "worker's e-mail", "worker's email", "worker e-mail", "worker email"],
    &["team"],
];
/// Without these two nothing can be done.
const NEEDED: [(usize, Column); 2] = [(0, Column::Id), (1, Column::FullName)];

/// Where each column stands.
pub(super) struct Columns {
    at: [Option<usize>; 6],
    /// Heads that nothing is read of.
    pub unknown: Vec<String>,
}

/// The cells of a row, trimmed; blank where there is no such column.
pub(super) struct Row<'a> {
    pub id: &'a str,
    pub full: &'a str,
    pub known_as: &'a str,
    pub born: &'a str,
    pub worker: &'a str,
    pub team: &'a str,
}

impl<'a> Row<'a> {
    /// The texts that are kept, the column of each, and how long it may be.
    pub fn texts(&self, id: usize, name: usize) -> [(Column, &'a str, usize); 5] {
        [
            (Column::Id, self.id, id),
            (Column::FullName, self.full, name),
            (Column::KnownAs, self.known_as, name),
            (Column::Worker, self.worker, name),
            (Column::Team, self.team, name),
        ]
    }
}

impl Columns {
    /// From the first row.
    pub fn find(heads: &StringRecord) -> Result<Self, Unreadable> {
        let mut columns = Self { at: [None; 6], unknown: Vec::new() };
        let wrong = |why: NoList| Unreadable { line: Some(1), why };
        for (place, head) in heads.iter().enumerate() {
            let head = head.trim();
            let plain = head.to_lowercase().replace('_', " ").replace('’', "'");
            let known = NAMES.iter().position(|names| names.contains(&plain.as_str()));
            match known.and_then(|which| columns.at.get_mut(which)) {
                Some(Some(_)) => return Err(wrong(NoList::TwoColumns(plain))),
                Some(at) => *at = Some(place),
                None if !head.is_empty() => columns.unknown.push(head.to_owned()),
                None => {}
            }
        }
        for (which, column) in NEEDED {
            if columns.at.get(which).is_none_or(Option::is_none) {
                return Err(wrong(NoList::NoColumn(column)));
            }
        }
        Ok(columns)
    }

    /// The cells of a row.
    pub fn row<'a>(&self, row: &'a StringRecord) -> Row<'a> {
        let [id, full, known_as, born, worker, team] =
            self.at.map(|at| at.and_then(|at| row.get(at)).unwrap_or_default().trim());
        Row { id, full, known_as, born, worker, team }
    }
}
