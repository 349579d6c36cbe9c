//! Looking after a store: making views anew, and holding journal and views against what was
//! written.

use crate::edge::Edge;
use crate::error::Result;
use crate::kith::{Answer, Kith};
use store::place::Place;
pub use store::rebuild::Difference;
pub use store::verify::{Tampered, Verified};

/// Makes every view anew; how many entries were replayed. Refuses while another process writes
/// there.
pub fn rebuild(place: &Place) -> Result<u64> {
    Ok(store::store::rebuild_all(place)?)
}

/// The first row of a view that is not what the journal amounts to.
pub fn check_views(place: &Place) -> Result<Option<Difference>> {
    Ok(store::rebuild::check(place)?)
}

/// Whether the journal is what was written.
pub fn verify(place: &Place) -> Result<std::result::Result<Verified, Tampered>> {
    Ok(store::verify::verify(&mut place.connect()?)?)
}

/// Whether the database answers and its views are this program's.
pub fn is_ready(kith: &Kith, edge: Edge) -> Answer<bool> {
    kith.read(edge, |cx| Ok(store::view::out_of_date(cx.tx)?.is_empty()))
}
