//! Sittings on their way to other systems: the form of a copy that a person takes, and the page of
//! whoever looks after the ways that need nobody.
//!
//! Deliberately absent from the second: any child, worker or sitting. Whoever keeps the system has
//! no business in a file, and needs none to see that a disk is full.

mod copy;
mod desk;
mod samples;

pub use copy::{Answered, CopyPage, NoCopy, Somebody, copy};
pub use desk::{DeskPage, Stuck, Tally, Where, desk};
pub use samples::samples;
