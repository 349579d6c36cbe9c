//! The pages that are there only where the kit runs without the record: where a worker begins, and
//! the list of children.

mod list;
mod samples;
mod start;

pub use list::{Brought, ListPage, Note, Wrong, children_list};
pub use samples::samples;
pub use start::{OfChild, Sat, Start, start};

const STYLES: &[&str] = &["children", "accounts", "tablets"];
