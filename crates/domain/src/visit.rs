//! Looks that belong together: somebody who reads three pages of a file in ten minutes has been
//! there once. The dot "new since you looked" compares with the visit before this one.

use jiff::{SignedDuration, Timestamp};

/// Looks less than this apart are one visit.
const APART: SignedDuration = SignedDuration::from_mins(30);

/// Whether a look belongs to the same visit as the one before it.
pub fn is_same_visit(before: Timestamp, look: Timestamp) -> bool {
    look.duration_since(before) < APART
}

/// Whether something was recorded since somebody's last look; on a first visit nothing is marked.
pub fn is_new(looked_at: Option<Timestamp>, recorded_at: Timestamp) -> bool {
    looked_at.is_some_and(|looked_at| looked_at < recorded_at)
}

/// The last look before the visit that a look at this moment belongs to; none on a first visit.
///
/// `looks` are earlier ones of the same person at the same file, newest first. No more of them
/// are read than the visit has, and one.
pub fn last_look_before_this_visit(
    looks: impl IntoIterator<Item = Timestamp>,
    now: Timestamp,
) -> Option<Timestamp> {
    let mut later = now;
    looks.into_iter().find(|look| {
        let ended_before = !is_same_visit(*look, later);
        later = *look;
        ended_before
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> Timestamp {
        format!("2026-11-24T{time}Z").parse().unwrap()
    }

    fn before(looks: &[&str], now: &str) -> Option<Timestamp> {
        last_look_before_this_visit(looks.iter().map(|look| at(look)), at(now))
    }

    #[test]
    fn looks_less_than_half_an_hour_apart_are_one_visit() {
        assert!(is_same_visit(at("09:00:00"), at("09:29:59")));
        assert!(!is_same_visit(at("09:00:00"), at("09:30:00")));
    }

    #[test]
    fn the_dot_compares_with_the_visit_before_this_one() {
        assert_eq!(before(&[], "09:00:00"), None);
        assert_eq!(before(&["08:50:00"], "09:00:00"), None, "still the first visit");
        assert_eq!(before(&["08:00:00", "07:50:00"], "09:00:00"), Some(at("08:00:00")));
        let long_visit = ["08:40:00", "08:20:00", "08:00:00", "07:10:00"];
        assert_eq!(before(&long_visit, "09:00:00"), Some(at("07:10:00")), "one visit of an hour");
    }
}
