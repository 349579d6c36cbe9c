//! A session as a package: what is in it, to whom it is told, and that whoever is not us can read
//! it.

mod hold;
mod other;
mod sample;
mod shape;
mod telling;
