//! Looking after a store: making views anew, and holding journal and views against what was
//! written.

use crate::edge::Edge;
use crate::error::Result;
use crate::kith::{Answer, Kith};
use jiff::{SignedDuration, Timestamp};
use store::place::Place;

pub use crate::handed_in::sweep_old_chunks;
pub use store::rebuild::Difference;
pub use store::verify::{Tampered, Verified};

/// A session is kept this long after it began; it ended before. Whoever sends what they wrote in
/// it finds it again after signing in, over a long weekend too.
const SESSIONS_KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Makes every view anew but these; how many entries were replayed. Refuses while another process
/// writes there, and a view that there is not.
pub fn rebuild(place: &Place, except: &[String]) -> Result<u64> {
    Ok(store::store::rebuild_all(place, except)?)
}

/// The first row of a view that is not what the journal amounts to.
pub fn check_views(place: &Place) -> Result<Option<Difference>> {
    Ok(store::rebuild::check(place)?)
}

/// Whether the journal is what was written.
pub fn verify(place: &Place) -> Result<std::result::Result<Verified, Tampered>> {
    Ok(store::verify::verify(&mut place.connect()?)?)
}

/// Forgets sessions that ended; how many.
pub fn forget_ended_sessions(kith: &Kith, edge: Edge) -> Answer<u64> {
    kith.write_behind(edge, vec![], |cx| {
        let week_before = cx.now().checked_sub(SESSIONS_KEPT).unwrap_or(Timestamp::MIN);
        Ok(cx.tx().forget_sessions(week_before)?)
    })
}

/// Forgets what was searched for thirty days ago; how many.
pub fn forget_old_searches(kith: &Kith, edge: Edge) -> Answer<u64> {
    crate::search::forget(kith, edge.now)
}

/// Writes down the looks that waited while the database took no write; how many.
pub fn write_down_looks_that_waited(kith: &Kith) -> Result<usize> {
    let Some(spool) = kith.spool() else { return Ok(0) };
    let waited = spool.waiting()?;
    if waited.looks.is_empty() {
        return Ok(0);
    }
    let looks = waited.looks.clone();
    let written = kith.write_looks(move |pen| Ok(pen.look_late(&looks)?)).wait()?;
    spool.begin_anew_after(&waited)?;
    Ok(written)
}

/// Which command made this record, where it said so.
pub fn made_by(kith: &Kith, edge: Edge) -> Answer<Option<String>> {
    kith.read(edge, |cx| Ok(cx.tx.find_setting("made_by")?))
}

/// Whether the database answers and its views are this program's.
pub fn is_ready(kith: &Kith, edge: Edge) -> Answer<bool> {
    kith.read(edge, |cx| Ok(store::view::out_of_date(cx.tx)?.is_empty()))
}
