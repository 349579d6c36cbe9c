//! Components and server-drawn pictures. Typed arguments in, HTML out. No requests.

pub mod genogram;
