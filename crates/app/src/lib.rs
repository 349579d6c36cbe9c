//! The use cases: authorise, decide, append. The only crate that writes.

pub mod account;
pub mod amend;
pub mod chance;
pub mod children;
pub mod cx;
pub mod draft;
pub mod edge;
pub mod error;
pub mod front_page;
pub mod import;
pub mod kith;
pub mod link;
pub mod map_item;
pub mod my_work;
pub mod note;
pub mod opening;
pub mod password;
pub mod reader;
pub mod scale;
pub mod seal;
pub mod session;
pub mod sign_in;
pub mod statement;
pub mod typed;
pub mod upkeep;
pub mod who_can_see;
