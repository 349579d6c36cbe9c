//! The use cases: authorise, decide, append. The only crate that writes.

pub mod account;
pub mod amend;
pub mod chance;
pub mod cx;
pub mod draft;
pub mod edge;
pub mod error;
pub mod import;
pub mod kith;
pub mod link;
pub mod map_item;
pub mod note;
pub mod opening;
pub mod scale;
pub mod seal;
pub mod search;
pub mod session;
pub mod sign_in;
pub mod statement;
pub mod typed;
pub mod upkeep;
