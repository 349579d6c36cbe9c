//! Stories of the record, each told on both databases: writing in batches, what was written being
//! changed behind its back, looks, signing in, accounts, files opened by saying why.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod accounts;
mod batches;
mod borough;
mod cut_off;
mod looks;
mod nodes;
mod opening;
mod sign_in;
mod tampered;
