//! Wexcombe, one invented borough: its families, its seeding through the use cases, its
//! generators, its actors.
//!
//! - [`family`] and [`borough`]: the families that were written for the demo and the tests,
//!   whole.
//! - [`census`]: Children in Need census files of any size, sound or damaged in one known way.
//! - [`large`]: families and notes by the hundred thousand, for what must stay quick.
//! - [`seed`]: the borough as a record, written through the app.
//! - [`sitting`]: a sitting over the three houses that says only what its test is about.
//! - [`plain`]: a front page made the slow way, to hold the quick one against.
//! - [`names`]: the given and family names those are made of.
//!
//! Everything here is invented, and what a generator makes follows from its seed alone.

pub mod borough;
pub mod census;
mod crayon;
mod dice;
pub mod family;
pub mod large;
pub mod names;
pub mod plain;
pub mod seed;
pub mod sitting;
pub mod stores;
pub mod tablet;
