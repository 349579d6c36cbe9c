//! The pages over HTTP.
