//! The pages that are there only where the kit runs without the record: where a worker begins, and
//! the list of children.

mod list;
mod said;
mod samples;
mod start;

pub use list::{ListPage, Wrong, children_list};
pub use said::{good_to_know, left_out, no_list};
pub use samples::samples;
pub use start::{OfChild, Sat, Start, start};

const STYLES: &[&str] = &["children", "accounts", "tablets"];
