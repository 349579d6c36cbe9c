//! Pages, a file for each noun. A handler reads, calls one use case, draws.

pub(crate) mod access;
pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod child;
pub(crate) mod children;
pub(crate) mod choose_password;
pub(crate) mod draft;
pub(crate) mod entry;
pub(crate) mod front_page;
pub(crate) mod import;
pub(crate) mod import_held;
pub(crate) mod import_undo;
pub(crate) mod kit;
pub(crate) mod map;
pub(crate) mod my_work;
pub(crate) mod note;
pub(crate) mod reason;
pub(crate) mod replace;
pub(crate) mod samples;
pub(crate) mod search;
pub(crate) mod set_up;
pub(crate) mod sign_in;
pub(crate) mod sign_out;
pub(crate) mod steps;
pub(crate) mod story;
pub(crate) mod tablets;
