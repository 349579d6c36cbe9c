//! The NHS number: nine digits and a check digit, modulo 11.

use serde::{Deserialize, Serialize};
use std::fmt;

const DIGITS: usize = 10;

/// An NHS number whose check digit holds. Stored as ten digits, shown as `485 777 3456`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NhsNumber(u64);

/// Why a text is no NHS number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NhsNumberFault {
    /// Something other than digits, blanks and dashes.
    #[error("{found:?} cannot stand in an NHS number")]
    Character {
        /// The first such character.
        found: char,
    },
    /// Not ten digits.
    #[error("{digits} digits, where an NHS number has 10")]
    Length {
        /// Digits found.
        digits: usize,
    },
    /// The tenth digit does not follow from the nine before it.
    #[error("the last digit does not fit the nine before it")]
    CheckDigit,
}

impl NhsNumber {
    /// Reads ten digits with blanks or dashes anywhere between them.
    pub fn parse(text: &str) -> Result<Self, NhsNumberFault> {
        let mut digits = Vec::with_capacity(DIGITS);
        for found in text.chars().filter(|c| !c.is_whitespace() && !is_dash(*c)) {
            let digit = found.to_digit(10).ok_or(NhsNumberFault::Character { found })?;
            digits.push(u64::from(digit));
        }
        if digits.len() != DIGITS {
            return Err(NhsNumberFault::Length { digits: digits.len() });
        }
        // Weights 10 down to 2, and 1 for the check digit itself: a sound number sums to 0.
        let sum: u64 =
            digits.iter().zip((1..=10).rev()).map(|(digit, weight)| digit * weight).sum();
        if !sum.is_multiple_of(11) {
            return Err(NhsNumberFault::CheckDigit);
        }
        Ok(Self(digits.iter().fold(0, |number, digit| number * 10 + digit)))
    }

    /// The ten digits, without blanks.
    pub fn digits(self) -> String {
        format!("{:010}", self.0)
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2014}' | '\u{2212}')
}

impl fmt::Display for NhsNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (left, right) = (self.0 / 10_000, self.0 % 10_000);
        write!(f, "{:03} {:03} {right:04}", left / 1000, left % 1000)
    }
}

impl TryFrom<String> for NhsNumber {
    type Error = NhsNumberFault;
    fn try_from(text: String) -> Result<Self, NhsNumberFault> {
        Self::parse(&text)
    }
}

impl From<NhsNumber> for String {
    fn from(number: NhsNumber) -> Self {
        number.digits()
    }
}
