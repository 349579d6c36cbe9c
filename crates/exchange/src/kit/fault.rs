//! Why ops are no sitting. Numbers count from 1, as the tablet's do.

use domain::drawing::DrawingFault;
use domain::text::NOTE_MAX;
use uuid::Uuid;

/// The most ops of one sitting.
pub const OPS_MAX: usize = 500_000;
/// The longest op, in bytes.
pub const OP_BYTES_MAX: usize = 1024 * 1024;
/// The most pages.
pub const PAGES_MAX: usize = 500;
/// The most recordings and photographs.
pub const ATTACHMENTS_MAX: usize = 500;
/// The most words, cards or choices that one page ever had.
pub const ON_A_PAGE_MAX: usize = 20_000;
/// The most places of the conversation that were walked.
pub const PATH_MAX: usize = 20_000;
/// The most of one kind that was written down about the whole: questions, notes, exact words.
pub const SAID_MAX: usize = 5_000;
/// The longest words of one op, in characters.
pub const TEXT_MAX: usize = NOTE_MAX;

/// Why ops are no sitting.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// There are none.
    #[error("there is nothing in it")]
    Empty,
    /// More than a sitting may have.
    #[error("more {0} than a sitting may have")]
    TooMany(&'static str),
    /// An op that is longer than one may be.
    #[error("op {n} has {has} bytes")]
    OpTooLong {
        /// Which.
        n: usize,
        /// How many it has.
        has: usize,
    },
    /// It is no op.
    #[error("op {n} cannot be read: {why}")]
    NoOp {
        /// Which.
        n: usize,
        /// Where it breaks.
        why: String,
    },
    /// A field that says what cannot be.
    #[error("op {n}: its {field} cannot be that")]
    Field {
        /// Which op.
        n: usize,
        /// Which field.
        field: &'static str,
    },
    /// It does not begin with `begin`.
    #[error("it does not begin with a beginning")]
    NoBeginning,
    /// It begins a second time.
    #[error("op {n} begins it a second time")]
    BegunTwice {
        /// Which op.
        n: usize,
    },
    /// Something follows its end.
    #[error("op {n} follows its end")]
    AfterItsEnd {
        /// Which op.
        n: usize,
    },
    /// A page that nobody began.
    #[error("op {n} is about page {page}, which was not begun")]
    NoSuchPage {
        /// Which op.
        n: usize,
        /// Which page.
        page: Uuid,
    },
    /// A recording or photograph that lies on another page already.
    #[error("op {n} puts {attachment} on a second page")]
    OnTwoPages {
        /// Which op.
        n: usize,
        /// Which recording or photograph.
        attachment: Uuid,
    },
    /// A drawing that cannot be drawn.
    #[error("the drawing of page {page} cannot be drawn: {why}")]
    Drawing {
        /// Which page.
        page: Uuid,
        /// Why.
        why: DrawingFault,
    },
}
