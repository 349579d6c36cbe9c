//! Wexcombe, one invented borough: its families, its seeding through the use cases, its generators,
//! its actors.
//!
//! - [`family`] and [`borough`]: the families that were written for the demo and the tests, read
//!   whole.
//!
//! Everything here is invented.

pub mod borough;
pub mod family;
