//! What a record is, and what good practice asks. Pure: no async, no clock, no I/O, no SQL, no HTML.

pub mod access;
pub mod entry;
pub mod erasure;
pub mod id;
pub mod import_batch;
pub mod involvement;
pub mod kind;
pub mod known_by;
pub mod name;
pub mod password;
pub mod person;
pub mod session;
pub mod sign_in;
pub mod step;
pub mod time;
pub mod visit;
pub mod voice;
pub mod withdrawal;
