//! The use cases: authorise, decide, append. The only crate that writes.

pub mod account;
pub mod chance;
pub mod cx;
pub mod edge;
pub mod error;
pub mod import;
pub mod kith;
pub mod opening;
pub mod seal;
pub mod session;
pub mod sign_in;
pub mod upkeep;
