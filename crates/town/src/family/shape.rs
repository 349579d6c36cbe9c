//! Where the two files write the same thing in two ways, and how both become one.

use serde::{Deserialize, Deserializer};

/// Either one thing or a list of things.
#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMany<T> {
    Many(Vec<T>),
    One(T),
}

/// Reads one thing, or a list of things, as a list.
pub(super) fn one_or_many<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Ok(match OneOrMany::deserialize(deserializer)? {
        OneOrMany::Many(things) => things,
        OneOrMany::One(thing) => vec![thing],
    })
}

/// Either a bare text (the short shape) or the whole thing with who said it and when (the full
/// shape).
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum TextOr<T> {
    /// The bare text.
    Text(String),
    /// The whole thing.
    Whole(T),
}
