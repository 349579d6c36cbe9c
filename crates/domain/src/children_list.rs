//! What came of a list of children that another system gave: how many, and which of its lines were
//! left out or want looking at, each with its typed reason. Pages and the program's own report say
//! it in words. Deliberately absent: names, and what else stands in the list.

/// A column of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The number the other system knows a child by.
    Id,
    /// Full name.
    FullName,
    /// What people call the child.
    KnownAs,
    /// Born on.
    Born,
    /// The address the worker signs in with.
    Worker,
    /// The team, by name.
    Team,
}

impl Column {
    /// All of them, in the order in which the first row may name them.
    pub const ALL: [Self; 6] =
        [Self::Id, Self::FullName, Self::KnownAs, Self::Born, Self::Worker, Self::Team];

    /// What stands over it in the list.
    pub const fn head(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::FullName => "full name",
            Self::KnownAs => "known as",
            Self::Born => "born",
            Self::Worker => "worker",
            Self::Team => "team",
        }
    }
}

/// Why a row was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOut {
    /// It has no id.
    NoId,
    /// It has no full name.
    NoName,
    /// A line end or another control character stands in this column.
    Control(Column),
    /// More than so many characters stand in this column.
    TooLong(Column, usize),
    /// The day of birth is no day.
    NoDay,
    /// The day of birth lies ahead.
    BornAhead,
    /// Its id stands in more than one row, and nobody can say which is right.
    Twice,
}

/// What a person should know of a row that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoodToKnow {
    /// Nobody who meets children signs in with the worker's address: the child is the team's.
    TheTeams,
    /// Neither the worker nor the team is known here: the child is not yet allocated.
    NotYetAllocated,
}

/// Why a file is no list at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoList {
    /// It is longer than a list may be.
    TooLong,
    /// There are more rows than a list may have.
    TooManyRows,
    /// It is written as UTF-16.
    Utf16,
    /// It is no text.
    NoText,
    /// It says that it is UTF-8, and is not.
    NotUtf8,
    /// It is neither UTF-8 nor Windows-1252.
    NotWindows1252,
    /// It is no table.
    NoTable,
    /// Two columns have this head.
    TwoColumns(String),
    /// This column is not there.
    NoColumn(Column),
}

/// A file that cannot be read as a list. What is said of it in a log quotes nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the file cannot be read as a list of children")]
pub struct Unreadable {
    /// The line, from 1, where it is about one.
    pub line: Option<u64>,
    /// Why.
    pub why: NoList,
}

/// A line of the list, and what there is to say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<T> {
    /// The line of the file, from 1.
    pub line: u64,
    /// What there is to say.
    pub says: T,
}

/// What a list came to, looked at or brought.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brought {
    /// It was only looked at.
    pub only_looked: bool,
    /// Children in the list, those left out not counted.
    pub children: u64,
    /// Of these, new here.
    pub new: u64,
    /// Here, and something was different.
    pub changed: u64,
    /// Here, and nothing was.
    pub same: u64,
    /// No longer on the list: the work with them ends, what they told stays.
    pub ended: u64,
    /// Not on the list, and yet left as they are, because the list does not look whole.
    pub kept: u64,
    /// Rows that were left out.
    pub refused: Vec<Line<LeftOut>>,
    /// What a person should know.
    pub notes: Vec<Line<GoodToKnow>>,
    /// Columns that are not read.
    pub unknown: Vec<String>,
}
