//! Whole numbers with two ends, such as 0 to 10: parsed once, trusted afterwards.

/// A number that is not between the two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{number} is not a whole number from {lowest} to {highest}")]
pub struct OutOfBounds {
    /// What came.
    pub number: u8,
    /// The lower end.
    pub lowest: u8,
    /// The upper end.
    pub highest: u8,
}

/// A number type with two ends; stored and sent as the bare number.
macro_rules! bounded { ($(
    $(#[$doc:meta])* $name:ident $lowest:literal to $highest:literal,
)+) => {$(
    $(#[$doc])*
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[derive(::serde::Serialize, ::serde::Deserialize)]
    #[serde(try_from = "u8", into = "u8")]
    pub struct $name(u8);

    impl $name {
        /// The lower end.
        pub const LOWEST: Self = Self($lowest);
        /// The upper end.
        pub const HIGHEST: Self = Self($highest);
        /// From a number between the two ends, which count.
        pub fn new(number: u8) -> Result<Self, $crate::bounded::OutOfBounds> {
            if ($lowest..=$highest).contains(&number) {
                Ok(Self(number))
            } else {
                Err($crate::bounded::OutOfBounds { number, lowest: $lowest, highest: $highest })
            }
        }
        /// The number.
        pub const fn get(self) -> u8 { self.0 }
    }
    impl TryFrom<u8> for $name {
        type Error = $crate::bounded::OutOfBounds;
        fn try_from(number: u8) -> Result<Self, Self::Error> { Self::new(number) }
    }
    impl From<$name> for u8 {
        fn from(number: $name) -> Self { number.0 }
    }
)+}}
pub(crate) use bounded;
