//! The names by which the files point: one type for people, one for entries, one for teams.
//!
//! They are words such as `A1`, `W07`, `D_m3` or `A-n11`, unique over both files. They are the
//! files' own and never leave town: the record gives every person and entry an identity of its
//! own.

use std::fmt;

use serde::Deserialize;

/// One word that points; the macro keeps the three kinds from being mixed up.
macro_rules! pointer {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The word as it stands in the file.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self(word.to_owned())
            }
        }
    };
}

pointer! {
    /// A person: a relative or friend, one of the council's staff, or a partner of another
    /// agency.
    Who
}
pointer! {
    /// An entry of a family's record: a map item, a statement, a scale, a note, a step and so on.
    Id
}
pointer! {
    /// A team of the council, `T1` to `T3`.
    TeamId
}
