//! The use cases: authorise, decide, append. The only crate that writes.
