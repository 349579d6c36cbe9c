//! What a record is, and what good practice asks. Pure: no async, no clock, no I/O, no SQL, no HTML.

pub mod address;
pub mod entry;
pub mod erasure;
pub mod family;
pub mod family_member;
pub mod fuzzy_date;
pub mod hours;
pub mod household;
pub mod household_member;
pub mod id;
pub mod import_batch;
pub mod involvement;
pub mod kind;
pub mod known_by;
pub mod name;
pub mod original;
pub mod person;
pub mod step;
pub mod text;
pub mod tie;
pub mod time;
pub mod voice;
pub mod withdrawal;
mod word;
