//! What a password may be. Long rather than odd: there is no rule about signs and capitals, which
//! make passwords harder to keep and no harder to guess. Hashing is no part of this.

use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The fewest characters.
pub const SHORTEST: usize = 12;
/// The most characters, so that hashing one is never much work.
pub const LONGEST: usize = 128;
/// The fewest different characters.
const FEWEST_DIFFERENT: usize = 5;

/// Words that are guessed first, one a line, in small letters.
const COMMON: &str = include_str!("../common_passwords.txt");

/// Why a password is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Refused {
    /// Fewer than [`SHORTEST`] characters.
    #[error("a password has {SHORTEST} characters at least")]
    TooShort,
    /// More than [`LONGEST`] characters.
    #[error("a password has {LONGEST} characters at most")]
    TooLong,
    /// The person's own address or name, with or without something at its ends.
    #[error("a password is not the address one signs in with")]
    IsAddress,
    /// A few characters over and over.
    #[error("a password has {FEWEST_DIFFERENT} different characters at least")]
    SameOverAndOver,
    /// A word that is guessed first, with or without digits and signs at its ends or for its
    /// letters.
    #[error("a password is not among those that are guessed first")]
    TooCommon,
}

/// Whether a password may be one, for somebody who signs in with this address.
pub fn check(password: &str, email: &str) -> Result<(), Refused> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Refused::TooShort);
    }
    if length > LONGEST {
        return Err(Refused::TooLong);
    }
    let small = password.to_lowercase();
    if is_address(&small, &email.trim().to_lowercase()) {
        return Err(Refused::IsAddress);
    }
    if small.chars().collect::<BTreeSet<_>>().len() < FEWEST_DIFFERENT {
        return Err(Refused::SameOverAndOver);
    }
    if is_common(&small) { Err(Refused::TooCommon) } else { Ok(()) }
}

/// The address, its part before the sign, or either with digits and signs at the ends.
fn is_address(password: &str, email: &str) -> bool {
    let name = email.split('@').next().unwrap_or_default();
    let bare = letters_within(password);
    [email, name]
        .iter()
        .any(|own| password == *own || (!bare.is_empty() && bare == letters_within(own)))
}

fn is_common(password: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| COMMON.lines().collect());
    let plain = letters_for_signs(password);
    [password, letters_within(password), &plain, letters_within(&plain)].iter().any(|word| {
        let halved = word.get(..word.len() / 2).filter(|half| half.repeat(2) == **word);
        WORDS.contains(word) || halved.is_some_and(|half| WORDS.contains(half))
    })
}

/// Without the digits and signs at both ends: "!!welcome2026" is "welcome".
fn letters_within(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphabetic())
}

/// Digits and signs that stand for letters, as letters: "p@55w0rd" is "password".
fn letters_for_signs(word: &str) -> String {
    let letter = |c| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    // Those at the end are an ending ("password2026!"), and stay what they are.
    let stem = word.trim_end_matches(|c: char| !c.is_alphabetic());
    stem.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(password: &str) -> Option<Refused> {
        check(password, "anita.rowe@wexcombe.example").err()
    }

    #[test]
    fn a_long_password_in_any_script_will_do() {
        for password in
            ["wexcombe-demo", "three mugs on the sill", "дождь над крышей", "Ærø færge 07:15"]
        {
            assert_eq!(refused(password), None, "{password}");
        }
        assert_eq!(refused(&"abcde fghij ".repeat(10)), None, "120 characters");
    }

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(refused("eleven char"), Some(Refused::TooShort));
        assert_eq!(refused("éléphantéàçù"), None, "twelve, though more bytes");
        assert_eq!(refused(&"abcde fghij k".repeat(10)), Some(Refused::TooLong));
        assert_eq!(refused(""), Some(Refused::TooShort));
    }

    #[test]
    fn the_address_one_signs_in_with_is_known_to_everybody() {
        for own in ["Anita.Rowe@wexcombe.example", "anita.rowe2026!", "  anita.rowe  "] {
            assert_eq!(refused(own), Some(Refused::IsAddress), "{own}");
        }
        assert_eq!(check("three mugs on the sill", ""), Ok(()));
        assert_eq!(check("2026 2027 2028 31", "123@wexcombe.example"), Ok(()));
    }

    #[test]
    fn what_is_guessed_first_is_refused_however_it_is_dressed() {
        for common in [
            "Password2026!",
            "P@55w0rd2026",
            "passwordpassword",
            "123456789012",
            "!!!welcome!!!2026",
            "qwertyuiop123",
            "letmein letmein"[..7].repeat(2).as_str(),
        ] {
            assert_eq!(refused(common), Some(Refused::TooCommon), "{common}");
        }
        assert_eq!(refused("aaaaaaaaaaaaaaaa"), Some(Refused::SameOverAndOver));
        assert_eq!(refused("password about my grandmother"), None, "a word among others is none");
    }

    #[test]
    fn the_list_is_in_small_letters_and_in_order() {
        let words: Vec<_> = COMMON.lines().collect();
        assert!(words.len() >= 200, "{} words", words.len());
        assert!(words.is_sorted_by(|a, b| a < b), "in order, each once");
        assert!(words.iter().all(|word| *word == word.to_lowercase() && !word.trim().is_empty()));
    }
}
