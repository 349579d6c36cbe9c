//! How often somebody may try to sign in: a slip of the finger costs nothing, guessing costs
//! time.
//!
//! ```text
//! one account   4 failures free, then a wait after each: 1, 2, 4, 8, 15, 15 … minutes
//! one address   30 failures in 15 minutes, then as long as it takes for the oldest to be past
//! ```
//! An address that no account has is counted as if it had one, or the wait would tell who works
//! here.

use jiff::{SignedDuration, Timestamp};

/// Failures of one account that cost nothing.
const FREE: usize = 4;
/// An account's failures count together while less than this lies between one and the next: twice
/// the longest wait, so that sitting a wait out is no new beginning.
const TOGETHER: SignedDuration = SignedDuration::from_mins(30);
const LONGEST_WAIT_MINUTES: i64 = 15;

/// Failures from one address that are too many within the window: a council may come from one
/// address.
const MANY: usize = 30;
const WINDOW: SignedDuration = SignedDuration::from_mins(15);

/// Whether somebody may try to sign in now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attempt {
    /// Yes.
    Welcome,
    /// Not before this moment; what is typed before it is not even looked at.
    Wait {
        /// The moment.
        until: Timestamp,
        /// What has been tried too often.
        because: TooMany,
    },
}

/// What has been tried too often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooMany {
    /// This account.
    ForAccount,
    /// This address of the network.
    FromAddress,
}

/// Failures that were met lately, each list newest first.
#[derive(Debug, Clone, Copy, Default)]
pub struct Failures<'a> {
    /// Of this account, since somebody last signed in to it.
    pub of_account: &'a [Timestamp],
    /// From this address, of any account.
    pub from_address: &'a [Timestamp],
}

/// Whether somebody may try to sign in now. Where both make them wait, the longer wait is told.
pub fn may_try(failures: Failures<'_>, now: Timestamp) -> Attempt {
    let account = account_opens_at(failures.of_account, now).map(|at| (at, TooMany::ForAccount));
    let address = address_opens_at(failures.from_address).map(|at| (at, TooMany::FromAddress));
    account
        .into_iter()
        .chain(address)
        .filter(|(until, _)| now < *until)
        .max_by_key(|(until, _)| *until)
        .map_or(Attempt::Welcome, |(until, because)| Attempt::Wait { until, because })
}

fn account_opens_at(failures: &[Timestamp], now: Timestamp) -> Option<Timestamp> {
    let mut later = now;
    let together = failures.iter().take_while(|failure| {
        let near = later.duration_since(**failure) < TOGETHER;
        later = **failure;
        near
    });
    let past_free = together.count().checked_sub(FREE + 1)?;
    let doubled = 1_i64.checked_shl(u32::try_from(past_free).ok()?).unwrap_or(i64::MAX);
    let wait = SignedDuration::from_mins(doubled.clamp(1, LONGEST_WAIT_MINUTES));
    failures.first()?.checked_add(wait).ok()
}

/// When fewer than too many of the newest failures are left in the window.
fn address_opens_at(failures: &[Timestamp]) -> Option<Timestamp> {
    failures.get(MANY - 1)?.checked_add(WINDOW).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        let morning: Timestamp = "2026-11-24T09:00:00Z".parse().unwrap();
        morning + SignedDuration::from_mins(minute)
    }

    /// The minute from which an account may be tried again, after failures in these minutes.
    fn opens(minutes: &[i64], now: i64) -> Option<i64> {
        let failures: Vec<_> = minutes.iter().rev().map(|minute| at(*minute)).collect();
        match may_try(Failures { of_account: &failures, from_address: &[] }, at(now)) {
            Attempt::Welcome => None,
            Attempt::Wait { until, because } => {
                assert_eq!(because, TooMany::ForAccount);
                Some(until.duration_since(at(0)).as_mins())
            }
        }
    }

    #[test]
    fn four_slips_of_the_finger_cost_nothing() {
        assert_eq!(opens(&[0, 0, 0, 0], 0), None);
        assert_eq!(opens(&[0, 0, 0, 0, 0], 0), Some(1));
        assert_eq!(opens(&[0, 0, 0, 0, 0], 1), None, "after the wait one may try");
    }

    #[test]
    fn each_failure_after_that_doubles_the_wait_up_to_a_quarter_of_an_hour() {
        let mut failures = vec![0; 5];
        let mut waits = vec![];
        for _ in 0..8 {
            let last = *failures.last().unwrap();
            let open = opens(&failures, last).unwrap();
            waits.push(open - last);
            failures.push(open);
        }
        assert_eq!(waits, [1, 2, 4, 8, 15, 15, 15, 15]);
        let many = [0; 200];
        assert_eq!(opens(&many, 0), Some(15), "and no number is too large");
    }

    #[test]
    fn half_an_hour_of_quiet_begins_anew() {
        assert_eq!(opens(&[0, 0, 0, 0, 0, 0, 31], 31), None);
        assert_eq!(opens(&[0, 0, 0, 0, 0, 0, 29], 29), Some(29 + 4));
    }

    #[test]
    fn an_address_is_held_back_until_its_oldest_failure_is_past() {
        let failures: Vec<_> = (0..30).rev().map(|n| at(n / 3)).collect();
        let tried = Failures { of_account: &[], from_address: &failures };
        let wait = Attempt::Wait { until: at(15), because: TooMany::FromAddress };
        assert_eq!(may_try(tried, at(14)), wait);
        assert_eq!(may_try(tried, at(15)), Attempt::Welcome);
        let fewer = Failures { from_address: &failures[..29], ..tried };
        assert_eq!(may_try(fewer, at(10)), Attempt::Welcome);
    }

    #[test]
    fn the_longer_of_two_waits_is_told() {
        let account = [at(10); 5];
        let address = [at(10); 30];
        let both = Failures { of_account: &account, from_address: &address };
        let wait = Attempt::Wait { until: at(25), because: TooMany::FromAddress };
        assert_eq!(may_try(both, at(10)), wait);
    }
}
