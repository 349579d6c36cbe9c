//! Components and server-drawn pictures. Typed arguments in, HTML out. No requests.

pub mod board;
pub mod button;
pub mod dates;
pub mod emblem;
pub mod field;
pub mod front_page;
pub mod genogram;
pub mod icon;
pub mod layout;
pub mod my_work;
pub mod names;
pub mod note;
pub mod person_mark;
pub mod problem;
pub mod samples;
pub mod scale;
pub mod sign_in;
pub mod story;
pub mod typeset;
pub mod urls;
pub mod words;
