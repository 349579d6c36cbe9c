//! The codes a census file may use, as the census guide lists them, with the weight each has
//! here.
//!
//! The weights are rough shares of what authorities report, so that counts by code look lifelike.

/// Who turned to us (`ReferralSource`); 5D only since 2023.
pub const SOURCES: [(&str, u32); 22] = [
    ("1A", 5),
    ("1B", 3),
    ("1C", 3),
    ("1D", 2),
    ("2A", 19),
    ("2B", 2),
    ("3A", 2),
    ("3B", 2),
    ("3C", 1),
    ("3D", 3),
    ("3E", 4),
    ("3F", 3),
    ("4", 2),
    ("5A", 6),
    ("5B", 5),
    ("5C", 4),
    ("5D", 3),
    ("6", 29),
    ("7", 4),
    ("8", 6),
    ("9", 3),
    ("10", 1),
];

/// The main need (`PrimaryNeedCode`), of a referral that led further.
pub const NEEDS: [(&str, u32); 9] = [
    ("N1", 57),
    ("N2", 8),
    ("N3", 3),
    ("N4", 9),
    ("N5", 14),
    ("N6", 3),
    ("N7", 1),
    ("N8", 3),
    ("N9", 2),
];

/// Why an episode ended after a plan (`ReasonForClosure`), but for death and "after assessment".
pub const CLOSURES: [(&str, u32); 6] =
    [("RC7", 80), ("RC5", 9), ("RC4", 3), ("RC3", 3), ("RC6", 3), ("RC1", 2)];

/// Categories of abuse; `MUL` is listed and advised against.
pub const ABUSE: [(&str, u32); 5] = [("NEG", 50), ("EMO", 36), ("PHY", 8), ("SAB", 4), ("MUL", 2)];

/// Factors an assessment can find, but for `21`, none, which stands alone. 18A and 19A are
/// retired. The commonest stand first.
pub const FACTORS: [&str; 41] = [
    "3B", "4B", "17A", "16A", "2B", "1B", "4A", "3A", "18C", "10A", "13A", "19C", "5A", "6A", "4C",
    "1C", "2C", "3C", "14A", "15A", "24A", "11A", "20", "19B", "18B", "5B", "6B", "2A", "1A", "7A",
    "12A", "5C", "6C", "9A", "8B", "8C", "8D", "8E", "8F", "22A", "23A",
];

/// Ethnicity.
pub const ETHNICITIES: [(&str, u32); 20] = [
    ("WBRI", 66),
    ("WIRI", 1),
    ("WIRT", 1),
    ("WOTH", 5),
    ("WROM", 1),
    ("MWBC", 3),
    ("MWBA", 1),
    ("MWAS", 2),
    ("MOTH", 3),
    ("AIND", 1),
    ("APKN", 3),
    ("ABAN", 2),
    ("AOTH", 2),
    ("BCRB", 2),
    ("BAFR", 4),
    ("BOTH", 1),
    ("CHNE", 1),
    ("OOTH", 2),
    ("REFU", 1),
    ("NOBT", 3),
];

/// Disabilities, but for `NONE`, which stands alone.
pub const DISABILITIES: [(&str, u32); 12] = [
    ("MOB", 8),
    ("HAND", 3),
    ("PC", 6),
    ("INC", 4),
    ("COMM", 12),
    ("LD", 20),
    ("HEAR", 3),
    ("VIS", 4),
    ("BEH", 10),
    ("CON", 3),
    ("AUT", 20),
    ("DDA", 7),
];

/// Numbers of authorities that a pupil number can begin with.
pub(super) const SCHOOLS_OF: [u16; 12] =
    [201, 202, 203, 204, 301, 302, 330, 801, 826, 850, 873, 886];

/// The letters a pupil number's check letter is taken from; position is the remainder by 23.
pub(super) const CHECK_LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

#[cfg(test)]
mod tests {
    use super::{CHECK_LETTERS, FACTORS};

    #[test]
    fn no_check_letter_can_be_mistaken_for_a_digit() {
        for letter in [b'I', b'O', b'S'] {
            assert!(!CHECK_LETTERS.contains(&letter));
        }
    }

    #[test]
    fn retired_factors_and_the_one_that_stands_alone_are_not_drawn() {
        for factor in ["18A", "19A", "21"] {
            assert!(!FACTORS.contains(&factor));
        }
    }
}
