//! A list of children as a page shows it: name, age, worker, team, and nothing of the file.

use crate::id::PersonId;
use crate::person::Born;
use crate::word::words;
use jiff::civil::Date;

words! {
    /// Which list.
    Which {
        /// Those the reader works with or answers for, by name.
        Own "own",
        /// Those who have no worker yet.
        Waiting "waiting",
        /// Every child with a file, for whoever may meet any.
        All "all",
    }
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChildList {
    /// Which list.
    pub which: Which,
    /// The lists the reader has.
    pub lists: Vec<Which>,
    /// Its children.
    pub children: Vec<Listed>,
    /// The last of them, where more come after.
    pub next: Option<PersonId>,
    /// The reader may see no more of a file than its steps.
    pub steps_alone: bool,
    /// The day that ages are counted on.
    pub as_of: Date,
}

/// A child whom the reader may choose: to take along, or as whose a sitting is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Who.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// When they were born, if anybody has said.
    pub born: Option<Born>,
    /// The reader works with them; else a team of the reader's does.
    pub own: bool,
}

/// One child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Who.
    pub id: PersonId,
    /// Full name; blank where nobody has named them.
    pub name: String,
    /// When they were or will be born, if anybody has said.
    pub born: Option<Born>,
    /// Who leads the work.
    pub worker: Option<String>,
    /// Their team.
    pub team: Option<String>,
    /// Nobody works with them yet.
    pub waits: bool,
}
