//! Wexcombe, one invented borough: its families, its seeding through the use cases, its generators,
//! its actors.
//!
//! - [`family`] and [`borough`]: the families that were written for the demo and the tests, read
//!   whole.
//! - [`census`]: Children in Need census files of any size, sound or damaged in one known way, with
//!   the truth beside them.
//!
//! Everything here is invented, and what a generator makes follows from its seed alone.

pub mod borough;
pub mod census;
mod dice;
pub mod family;
pub mod stores;
