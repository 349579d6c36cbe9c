//! A collection year, and whose return a file is.

use jiff::civil::{Date, date};

/// The year of a census: 1 April of the year before to 31 March of this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the years name themselves")]
pub enum CollectionYear {
    Y2022,
    Y2023,
    Y2024,
    Y2025,
    Y2026,
}

impl CollectionYear {
    /// Every year a file can be made for.
    pub const ALL: [Self; 5] = [Self::Y2022, Self::Y2023, Self::Y2024, Self::Y2025, Self::Y2026];

    /// The year as the file's head writes it.
    pub fn number(self) -> i16 {
        match self {
            Self::Y2022 => 2022,
            Self::Y2023 => 2023,
            Self::Y2024 => 2024,
            Self::Y2025 => 2025,
            Self::Y2026 => 2026,
        }
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        date(self.number() - 1, 4, 1)
    }

    /// Its last day, which is the reference date.
    pub fn last_day(self) -> Date {
        date(self.number(), 3, 31)
    }

    /// Since 2025 the file says `Sex` (M, F, U), before it `GenderCurrent` (1, 2, 0, 9).
    pub fn says_sex(self) -> bool {
        self >= Self::Y2025
    }

    /// Since 2023 there are referral source 5D and closure reason RC9, for early help.
    pub fn knows_early_help(self) -> bool {
        self >= Self::Y2023
    }
}

/// The three digits of a local authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lea(u16);

impl Lea {
    /// Wexcombe's own number; no authority has it.
    pub const WEXCOMBE: Self = Self(999);

    /// 100 to 999; other numbers have no three digits.
    pub fn new(number: u16) -> Option<Self> {
        (100..=999).contains(&number).then_some(Self(number))
    }

    /// The number.
    pub fn number(self) -> u16 {
        self.0
    }
}
