//! The hours at which people of Wexcombe write things down.
//!
//! The files know days; a record knows moments. Each day has a few fixed ones, so that the same
//! day comes out the same every time: the program sets things up in the morning, offices write in
//! the afternoon, families at night. On the demo's own day everybody has written by a quarter to
//! twelve, when its clock starts.

use domain::time::london;
use jiff::civil::{Date, Time, time};
use jiff::{SignedDuration, Timestamp};

use crate::borough::DEMO_DAY;

/// How long after something began it is written down, where the hour is known.
const SOON: SignedDuration = SignedDuration::from_mins(5);

/// A time of a day in London.
pub(super) fn at(day: Date, clock: Time) -> Timestamp {
    day.to_datetime(clock)
        .to_zoned_datetime(london())
        .map(|when| when.timestamp())
        .unwrap_or_default()
}

/// When files are set up.
pub(super) fn morning(day: Date) -> Timestamp {
    at(day, time(8, 30, 0, 0))
}

/// When workers write up their day.
pub(super) fn office(day: Date) -> Timestamp {
    at(day, if day == DEMO_DAY { time(11, 0, 0, 0) } else { time(16, 30, 0, 0) })
}

/// When whatever ends with a day is ended, after the writing.
pub(super) fn closing(day: Date) -> Timestamp {
    at(day, if day == DEMO_DAY { time(11, 30, 0, 0) } else { time(17, 30, 0, 0) })
}

/// When families write.
pub(super) fn night(day: Date) -> Timestamp {
    at(day, if day == DEMO_DAY { time(9, 0, 0, 0) } else { time(21, 30, 0, 0) })
}

/// Soon after an hour that is known, else when workers write.
pub(super) fn after(day: Date, clock: Option<Time>) -> Timestamp {
    clock.map_or_else(|| office(day), |clock| soon(at(day, clock)))
}

/// A little later.
pub(super) fn soon(moment: Timestamp) -> Timestamp {
    moment.checked_add(SOON).unwrap_or(moment)
}
