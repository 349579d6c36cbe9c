//! What a record is, and what good practice asks. Pure: no async, no clock, no I/O, no SQL, no HTML.

pub mod genogram;
pub mod identifier;
pub mod sound;
