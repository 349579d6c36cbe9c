//! A sitting on its way to another system: by which way, how far it came, and what is in its way.
//!
//! Deliberately absent: whose sitting it is. Whoever looks after the way out sees counts, ages and
//! reasons, and nobody's name.

use crate::id::PackageOutId;
use crate::word::words;
use jiff::SignedDuration;

words! {
    /// How it leaves.
    Way {
        /// A file in a folder that the other system watches.
        Folder "folder",
        /// Sent to an address of the other system, which answers with a receipt.
        Push "push",
    }

    /// How far it came.
    State {
        /// It waits for its turn, or for another try.
        Waiting "waiting",
        /// It is there.
        Sent "sent",
        /// It goes no further by itself: a person looks at it.
        Stopped "stopped",
        /// It had stopped, and a newer one of the same sitting took its place.
        Overtaken "overtaken",
    }

    /// What is in its way.
    Trouble {
        /// The folder is not there.
        FolderMissing "folder_missing",
        /// The disk of the folder is full.
        FolderFull "folder_full",
        /// The folder lets nothing be written.
        FolderShut "folder_shut",
        /// The other system did not answer, or was cut off.
        NoAnswer "no_answer",
        /// The other system said: not now (408, 425, 429, 500 and above).
        NotNow "not_now",
        /// The file with the token cannot be read.
        NoToken "no_token",
        /// This program broke while it was at it.
        Broken "broken",
        /// A drawing, recording or photograph is not here at the moment.
        NotWhole "not_whole",
        /// The other system refused it (400 and above).
        Refused "refused",
        /// The other system sent on to another address, which is never followed.
        SentOn "sent_on",
        /// It took it and gave no receipt that can be read.
        NoReceipt "no_receipt",
        /// Its receipt is of other bytes than were sent.
        OtherReceipt "other_receipt",
        /// The child's file is restricted: only people who may open it pass it on.
        Restricted "restricted",
        /// No package can be made of it.
        NotMade "not_made",
        /// It was taken back or erased.
        Gone "gone",
    }
}

impl Trouble {
    /// Whether another try by itself would be no use.
    pub const fn stops(self) -> bool {
        matches!(
            self,
            Self::Refused
                | Self::SentOn
                | Self::NoReceipt
                | Self::OtherReceipt
                | Self::Restricted
                | Self::NotMade
                | Self::Gone
        )
    }
}

/// How long it waits after so many tries: half a minute, then twice as long each time, and no
/// longer than three hours; each time shorter by up to a third, by what its own id says. So where
/// many offices were sent away at one moment, they do not all come back at another.
pub fn wait_after(tries: i64, out: PackageOutId) -> SignedDuration {
    let doubled = u32::try_from(tries.saturating_sub(1).clamp(0, 9)).unwrap_or_default();
    let longest = 1_000 * 30_i64.saturating_mul(1 << doubled).min(3 * 60 * 60);
    let third = u64::try_from(longest / 3).unwrap_or_default();
    let shorter = i64::try_from(share(out, tries) % (third + 1)).unwrap_or_default();
    SignedDuration::from_millis(longest - shorter)
}

/// A number that is this id's own at this try: the last eight bytes, which are chance, and the try,
/// stirred (the finish of `SplitMix64`).
fn share(out: PackageOutId, tries: i64) -> u64 {
    let chance = out.0.as_bytes().last_chunk::<8>().copied().unwrap_or_default();
    let mixed =
        u64::from_be_bytes(chance) ^ tries.unsigned_abs().wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    fn out(n: u64) -> PackageOutId {
        let chance = n.wrapping_mul(0x1234_5678_9ABC_DEF1);
        PackageOutId(Uuid::from_u64_pair(0x0193_4b3c_0000_7000, chance))
    }

    #[test]
    fn it_is_tried_again_soon_at_first_and_every_three_hours_at_last() {
        for (tries, longest) in [(1, 30), (2, 60), (3, 120), (9, 7680), (10, 10800), (100, 10800)] {
            for n in 0..50 {
                let waits = wait_after(tries, out(n));
                let (least, most) = (longest * 2 / 3, longest);
                let within = least * 1_000 <= i64::try_from(waits.as_millis()).unwrap()
                    && waits.as_secs() <= most;
                assert!(within, "after {tries}: {waits}");
            }
        }
    }

    #[test]
    fn those_who_were_sent_away_together_do_not_come_back_together() {
        for tries in [1, 4, 12] {
            let waits: BTreeSet<_> = (0..60).map(|n| wait_after(tries, out(n))).collect();
            assert!(waits.len() > 55, "after {tries}: {}", waits.len());
            let (first, last) = (waits.first().unwrap(), waits.last().unwrap());
            assert!(*last - *first > *last / 4, "spread over a third: {first} to {last}");
        }
        assert_eq!(wait_after(4, out(7)), wait_after(4, out(7)), "one waits the same each time");
    }

    #[test]
    fn what_may_pass_by_itself_is_tried_again() {
        for passes in [Trouble::FolderFull, Trouble::NoAnswer, Trouble::NotNow, Trouble::NoToken] {
            assert!(!passes.stops(), "{passes:?}");
        }
        for stays in [Trouble::Refused, Trouble::OtherReceipt, Trouble::Restricted] {
            assert!(stays.stops(), "{stays:?}");
        }
    }
}
