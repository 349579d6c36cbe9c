//! Looking after a store: making views anew, and holding journal and views against what was
//! written.

use crate::error::Result;
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
