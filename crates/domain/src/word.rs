//! Enums whose words stand in stores, forms and files: one list says variant, word and meaning.

/// An enum with `ALL`, `as_str` and `parse`; serde uses the same words.
macro_rules! words { ($(
    $(#[$doc:meta])* $name:ident { $($(#[$meaning:meta])+ $variant:ident $word:literal,)+ }
)+) => {$(
    $(#[$doc])*
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
    #[derive(::serde::Serialize, ::serde::Deserialize)]
    pub enum $name { $($(#[$meaning])+ #[serde(rename = $word)] $variant,)+ }

    impl $name {
        /// All of them, in the order a form offers them.
        pub const ALL: &[Self] = &[$(Self::$variant,)+];
        /// The word that stores keep and forms send.
        pub const fn as_str(self) -> &'static str { match self { $(Self::$variant => $word,)+ } }
        /// Back from that word.
        pub fn parse(word: &str) -> Option<Self> {
            match word { $($word => Some(Self::$variant),)+ _ => None }
        }
    }
)+}}
pub(crate) use words;

#[cfg(test)]
mod tests {
    words! {
        /// Where the lamp is.
        Lamp {
            /// It is on.
            On "on",
            /// It is off.
            Off "off",
        }
    }

    #[test]
    fn every_word_comes_back_and_serde_uses_the_same_one() {
        for lamp in Lamp::ALL {
            assert_eq!(Lamp::parse(lamp.as_str()), Some(*lamp));
            let json = serde_json::to_string(lamp).expect("a word");
            assert_eq!(json, format!("\"{}\"", lamp.as_str()));
        }
        assert_eq!(Lamp::parse("On"), None, "words are exact");
    }
}
