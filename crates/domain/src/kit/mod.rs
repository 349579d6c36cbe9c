//! The kit's practice as data, and what those data must be.
//!
//! `kit/tree.json` beside this crate is the decision tree that a worker and a child are led by.
//! Here it is read into types, and held to what good practice asks of it: that stopping always
//! works, that the limits of privacy come before any question, that nothing reaches a parent
//! past the child. What is said at each node is written in `ui/words`, and held to by [`lines`].
//! Deliberately absent: walking the tree, which the tablet does (`js/kit/tree.js`).

pub mod faults;
pub mod lines;
pub mod tree;
