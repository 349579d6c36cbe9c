//! A session as a package: what is in it, to whom it is told, and that whoever is not us can read
//! it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod hold;
mod other;
mod printed;
mod sample;
mod shape;
mod telling;
