//! Imports as a data officer sees them: what a file would come to, the files that were filed, and
//! what taking one back would leave.

use jiff::civil::DateTime;
use uuid::Uuid;

use crate::id::{ImportId, PersonId};
use crate::import_batch::ImportBatch;

/// So many lines of a list stand on a page; the rest is counted.
pub const LISTED: usize = 500;

/// An import in the list of imports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedImport {
    /// Its id.
    pub id: ImportId,
    /// When it was filed, in London.
    pub begun_at: DateTime,
    /// Who filed it; none for the program's console.
    pub by: Option<String>,
    /// What stands of it.
    pub batch: ImportBatch,
    /// When its state last changed, in London.
    pub changed_at: DateTime,
    /// Who changed it last.
    pub changed_by: Option<String>,
    /// Children that are still to be filed.
    pub left: u64,
}

/// A file that was brought and waits to be filed or put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingFile {
    /// What it is called by.
    pub held: Uuid,
    /// Its bytes.
    pub bytes: u64,
    /// When it was brought, in London.
    pub brought_at: DateTime,
}

/// How far an import is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportState {
    /// Its file is being read a second time; so many children are ready to be filed.
    Reading {
        /// Children that differ and wait.
        staged: u64,
    },
    /// Children are being filed one after another.
    Filing(ListedImport),
    /// It is filed.
    Filed(ListedImport),
    /// It is being taken back.
    Undoing(ListedImport),
    /// It was taken back; what was left is known for as long as the program runs.
    Undone(ListedImport, Option<Undoing>),
    /// Nothing in the file was new, so that nothing was written.
    NothingNew,
    /// It could not be done; in words.
    Failed(String),
}

impl ImportState {
    /// Whether something is going on, so that the page is worth asking for again.
    pub const fn is_going_on(&self) -> bool {
        matches!(self, Self::Reading { .. } | Self::Filing(_) | Self::Undoing(_))
    }
}

/// What filing a file would come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LookedAt {
    /// Collection year.
    pub year: Option<i16>,
    /// Bytes of the file.
    pub bytes: u64,
    /// Children in it.
    pub children: u64,
    /// Of these, not in the record.
    pub new: u64,
    /// In it, and something is different.
    pub changed: u64,
    /// In it, and nothing is.
    pub same: u64,
    /// Entries that would be written.
    pub entries: u64,
    /// Of each kind, how many; only kinds there are.
    pub kinds: Vec<(Filed, u64)>,
    /// Who is new or different, the first of them.
    pub who: Vec<Met>,
    /// Blocks this program does not know, and how often each was met.
    pub unknown: Vec<(String, u64)>,
    /// What would be left out, the first of it.
    pub refused: Vec<RefusedLine>,
    /// How many in all.
    pub refused_count: u64,
    /// What a person should know of the file as a whole.
    pub warnings: Vec<String>,
}

/// A child of a file who is new, or about whom something is different.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// The authority's number.
    pub la_child_id: String,
    /// Not in the record before.
    pub new: bool,
    /// Entries that would be written.
    pub entries: u64,
    /// Who, where the record has them.
    pub person: Option<PersonId>,
}

/// Something that is left out, by its line in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedLine {
    /// The line, from 1.
    pub line: u64,
    /// The element.
    pub element: String,
    /// Why, in words a person can act on.
    pub says: String,
}

/// What a file's lines are filed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "each is named by what practice calls it")]
pub enum Filed {
    /// Who a child is.
    Person,
    /// A number a child is known by.
    Number,
    /// A child waits for a worker.
    Waiting,
    Referral,
    Assessment,
    Plan,
    Enquiry,
    Conference,
    ProtectionPlan,
    Review,
    PreProceedings,
    Closure,
    /// A line that an earlier file of the year had is taken back.
    TakenBack,
}

impl Filed {
    /// All of them, in the order they are told.
    pub const ALL: [Self; 13] = [
        Self::Person,
        Self::Number,
        Self::Waiting,
        Self::Referral,
        Self::Assessment,
        Self::Plan,
        Self::Enquiry,
        Self::Conference,
        Self::ProtectionPlan,
        Self::Review,
        Self::PreProceedings,
        Self::Closure,
        Self::TakenBack,
    ];

    /// From the part of an import's reference that says its kind.
    pub fn of(word: &str) -> Self {
        match word {
            "person" => Self::Person,
            "waiting" => Self::Waiting,
            "referral" => Self::Referral,
            "assessment" => Self::Assessment,
            "plan" => Self::Plan,
            "section_47" => Self::Enquiry,
            "conference" => Self::Conference,
            "protection_plan" => Self::ProtectionPlan,
            "review" => Self::Review,
            "pre_proceedings" => Self::PreProceedings,
            "closure" => Self::Closure,
            _ => Self::Number,
        }
    }
}

/// What taking an import back comes to, or came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undoing {
    /// Children it wrote about.
    pub children: u64,
    /// Of these, no longer in the record afterwards.
    pub gone: u64,
    /// Entries written to take it back.
    pub entries: u64,
    /// What is left as it is, the first of it.
    pub left: Vec<LeftAsItIs>,
    /// How much in all.
    pub left_count: u64,
}

/// Something that is left as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftAsItIs {
    /// The child's number in the file.
    pub la_child_id: String,
    /// What the line is filed as, and its day where it has one; nothing for the child as a whole.
    pub line: Option<(Filed, Option<jiff::civil::Date>)>,
    /// A person or a later import has written over it; otherwise something else stands about the
    /// child.
    pub written_over: bool,
}
