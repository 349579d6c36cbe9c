//! Who can see a child's file, and who has looked, as a page tells it.
//!
//! A file is open to people because somebody wrote down that they work with the child, answer for
//! whoever does, were named, or gave a reason. Each stands with why.

use crate::access::Reach;
use crate::child_list::Listed;
use crate::involvement::Role;
use crate::look::{CopyFor, Page};
use crate::restriction::Because;
use jiff::{Timestamp, civil::Date};

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhoCanSee {
    /// Whose file.
    pub child: Listed,
    /// What the child's emblem shows, for whoever may open the front page.
    pub emblem: Option<String>,
    /// The day of the page.
    pub as_of: Date,
    /// The file is for named people only.
    pub restricted: bool,
    /// Who works with the child now.
    pub works: Vec<Works>,
    /// The teams whose people can read, and who answers for them.
    pub teams: Vec<Team>,
    /// People who were named or let in.
    pub named: Vec<Dated>,
    /// Restrictions, for those who may restrict; none where the reader may not.
    pub restrictions: Option<Vec<Restricted>>,
    /// Openings with a reason, newest first.
    pub openings: Vec<Opened>,
    /// Who has looked since [`WhoCanSee::since`], newest first; none where the reader may not
    /// see.
    pub looks: Option<Vec<Looked>>,
    /// Looks are told from this day on.
    pub since: Date,
}

/// Somebody, as this page names them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Somebody {
    /// Full name.
    pub name: String,
    /// What they do.
    pub job: Option<String>,
}

/// Somebody who works with the child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Works {
    /// A person, or a whole team; nobody where the child waits for a worker.
    pub who: Option<Somebody>,
    /// As what.
    pub role: Role,
    /// What they are called in it, where the role's own word is too wide.
    pub title: Option<String>,
    /// From.
    pub from: Date,
    /// To the last day, where it ends.
    pub until: Option<Date>,
    /// Whether they can sign in: who works with a child without an account reads nothing here.
    pub signs_in: bool,
}

/// A team whose people can read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Team {
    /// What it is called.
    pub name: String,
    /// Who answers for it.
    pub managers: Vec<Somebody>,
}

/// Somebody who was named, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated {
    /// Who.
    pub who: Somebody,
    /// The last day, where there is one.
    pub until: Option<Date>,
}

/// A restriction in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restricted {
    /// These are shut out, or these alone are let in.
    pub shut_out: bool,
    /// Whom it concerns.
    pub whom: Vec<Somebody>,
    /// Which kind of reason.
    pub because: Because,
    /// The reason in words.
    pub words: Option<String>,
    /// From.
    pub from: Date,
    /// The last day, where there is one.
    pub until: Option<Date>,
}

/// A file that was opened by saying why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// Who opened it.
    pub who: Somebody,
    /// [`Reach::Reason`] or [`Reach::BreakGlass`].
    pub by: Reach,
    /// The reason, as it was typed.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// Until when it held.
    pub until: Timestamp,
}

/// A look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// Who.
    pub who: Somebody,
    /// When.
    pub at: Timestamp,
    /// At which page; none: at one entry.
    pub page: Option<Page>,
    /// For whom a copy was taken, where one was.
    pub copy: Option<CopyFor>,
    /// To whom the link was given that was opened, where it was one. Then [`Looked::who`] gave it;
    /// who held it, nobody knows.
    pub by_link: Option<Somebody>,
    /// The reason that opened it, where one did.
    pub because: Option<String>,
}
