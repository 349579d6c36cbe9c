//! A sitting over the houses: from what a tablet wrote into the record, on its way to other
//! systems, and back to the family.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod family;
mod filed;
mod important;
mod over_time;
mod packages;
mod parents;
mod sealed;
mod written;
