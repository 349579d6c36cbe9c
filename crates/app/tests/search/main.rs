//! Searching, told on both databases: people, words, who may find what, what is kept.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod desk;
mod kept;
mod people;
mod restricted;
mod words;
