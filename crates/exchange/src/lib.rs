//! What crosses the border. Pure: bytes in, domain out, and back.

pub mod bundle;
pub mod cin;
pub mod emergency;
mod fhir;
pub mod kit;
pub mod list;
pub mod package;
