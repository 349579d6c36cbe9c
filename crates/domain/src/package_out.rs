//! A sitting on its way to another system: by which way, how far it came, and what is in its way.
//!
//! Deliberately absent: whose sitting it is. Whoever looks after the way out sees counts, ages and
//! reasons, and nobody's name.

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
/// longer than three hours.
pub fn wait_after(tries: i64) -> SignedDuration {
    let doubled = u32::try_from(tries.saturating_sub(1).clamp(0, 9)).unwrap_or_default();
    let seconds = 30_i64.saturating_mul(1 << doubled);
    SignedDuration::from_secs(seconds.min(3 * 60 * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_tried_again_soon_at_first_and_every_three_hours_at_last() {
        let waits = [1, 2, 3, 9, 10, 100].map(|tries| wait_after(tries).as_secs());
        assert_eq!(waits, [30, 60, 120, 7680, 10800, 10800]);
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
