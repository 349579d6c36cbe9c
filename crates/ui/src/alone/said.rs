//! What is said of a list of children and of its lines: the words for each typed reason, on the
//! page and in the program's own report. No child's name is in them.

use crate::say;
use domain::children_list::{Column, GoodToKnow, LeftOut, NoList, Unreadable};
use std::borrow::Cow;

/// Why a row was left out.
pub fn left_out(why: LeftOut) -> Cow<'static, str> {
    match why {
        LeftOut::NoId => say!("children-list-no-id"),
        LeftOut::NoName => say!("children-list-no-name"),
        LeftOut::Control(column) => say!("children-list-control", what = what(column)),
        LeftOut::TooLong(column, most) => {
            say!("children-list-too-long", most = most, what = what(column))
        }
        LeftOut::NoDay => say!("children-list-no-day"),
        LeftOut::BornAhead => say!("children-list-born-ahead"),
        LeftOut::Twice => say!("children-list-twice"),
    }
}

/// What a person should know of a row that was taken.
pub fn good_to_know(what: GoodToKnow) -> Cow<'static, str> {
    match what {
        GoodToKnow::TheTeams => say!("children-list-the-teams"),
        GoodToKnow::NotYetAllocated => say!("children-list-not-yet-allocated"),
    }
}

/// Why a file is no list, with the line where it is about one.
pub fn no_list(met: &Unreadable) -> Cow<'static, str> {
    let says = why_no_list(&met.why);
    match met.line {
        Some(line) => say!("children-list-line", line = line, says = &*says),
        None => says,
    }
}

fn why_no_list(why: &NoList) -> Cow<'static, str> {
    match why {
        NoList::TooLong => say!("children-list-longer"),
        NoList::TooManyRows => say!("children-list-too-many-rows"),
        NoList::Utf16 => say!("children-list-utf-16"),
        NoList::NoText => say!("children-list-no-text"),
        NoList::NotUtf8 => say!("children-list-not-utf-8"),
        NoList::NotWindows1252 => say!("children-list-not-windows"),
        NoList::NoTable => say!("children-list-no-table"),
        NoList::TwoColumns(head) => say!("children-list-two-columns", head = head.as_str()),
        NoList::NoColumn(column) => {
            let heads = Column::ALL.map(Column::head).join(", ");
            say!("children-list-no-column", head = column.head(), heads = heads)
        }
    }
}

/// What stands in a column.
fn what(column: Column) -> Cow<'static, str> {
    match column {
        Column::Id => say!("children-list-what-id"),
        Column::FullName => say!("children-list-what-name"),
        Column::KnownAs => say!("children-list-what-known-as"),
        Column::Born => say!("children-list-what-born"),
        Column::Worker => say!("children-list-what-worker"),
        Column::Team => say!("children-list-what-team"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_that_is_not_there_is_named_with_all_that_there_may_be() {
        let met = |line, why| no_list(&Unreadable { line, why }).into_owned();
        assert_eq!(
            met(Some(1), NoList::NoColumn(Column::FullName)),
            "Line 1: There is no column «full name». The first row names the columns: id, full \
             name, known as, born, worker, team."
        );
        assert_eq!(met(None, NoList::TooLong), "The file is longer than a list may be.");
    }

    #[test]
    fn a_cell_that_cannot_be_kept_is_named_by_what_stands_in_it() {
        let long = left_out(LeftOut::TooLong(Column::KnownAs, 200));
        assert_eq!(long, "There are more than 200 characters in what they are known as.");
        let all = Column::ALL.map(|column| left_out(LeftOut::Control(column)));
        let apart: std::collections::BTreeSet<_> = all.iter().collect();
        assert_eq!(apart.len(), all.len(), "{all:?}");
    }
}
