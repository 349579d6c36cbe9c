//! Sittings on their way to other systems: into a folder, to an address.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod folder;
mod other;
mod push;
mod world;
