//! Where the record is kept: journal, views, search; SQLite and PostgreSQL behind one `Tx`.
//!
//! It decides nothing but the one access rule of lists. Each SQL text is written once, beside the
//! function that runs it; a view is a file with its tables and its `apply`.

pub mod access;
pub mod access_grant;
pub mod account;
pub mod address;
pub mod card;
pub mod credential;
pub mod desk;
pub mod dialect;
pub mod draft;
pub mod error;
pub mod family_member;
mod filed;
pub mod filed_with;
pub mod front_page;
pub mod household;
pub mod household_member;
pub mod import_batch;
pub mod import_line;
pub mod involvement;
pub mod journal;
pub mod kin;
pub mod known_by;
pub mod look;
mod migrate;
pub mod name;
pub mod name_key;
pub mod people;
pub mod person;
pub mod place;
pub mod queue;
pub mod rating;
pub mod reader;
pub mod reading;
pub mod rebuild;
pub mod restriction;
pub mod row;
pub mod seal;
pub mod search;
pub mod seen;
pub mod session;
pub mod settings;
pub mod sign_in;
pub mod store;
pub mod story;
pub mod team;
pub mod tie;
pub mod tx;
pub mod value;
pub mod verify;
pub mod view;
pub mod word;
pub mod writer;
