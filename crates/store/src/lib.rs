//! Where the record is kept: journal, views, search; SQLite and PostgreSQL behind one `Tx`.
//!
//! It decides nothing but the one access rule of lists. Each SQL text is written once, beside the
//! function that runs it; a view is a file with its tables and its `apply`.

pub mod dialect;
pub mod error;
pub mod import_batch;
pub mod import_line;
pub mod involvement;
pub mod journal;
pub mod known_by;
mod migrate;
pub mod name;
pub mod person;
pub mod place;
pub mod queue;
pub mod reader;
pub mod rebuild;
pub mod row;
pub mod seal;
pub mod settings;
pub mod store;
pub mod story;
pub mod tx;
pub mod value;
pub mod verify;
pub mod view;
pub mod writer;
