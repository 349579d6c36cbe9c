//! What an entry may speak to: only something about one of the same children.

use crate::cx::Write;
use crate::error::{Error, Fault, Result, Why};
use domain::entry::{Link, Relation};
use domain::id::{EntryId, PersonId};

/// The most links one entry may have.
pub const ALL_LINKS: usize = 50;

/// Links to these roots, each of which must be about one of these children. Anything else is no
/// such thing, whether it exists or not.
pub fn links_to(
    cx: &mut Write<'_, '_>,
    roots: &[EntryId],
    children: &[PersonId],
) -> Result<Vec<Link>> {
    let mut links = Vec::with_capacity(roots.len());
    for root in roots.iter().take(ALL_LINKS) {
        let newest = cx.tx().find_newest(*root)?;
        let about = newest.map(|entry| entry.head.about).unwrap_or_default();
        if !about.iter().any(|child| children.contains(child)) {
            return Err(Error::Refused(vec![Fault { at: "speaks_to", why: Why::NotOne }]));
        }
        links.push(Link { how: Relation::SpeaksTo, to: *root });
    }
    Ok(links)
}
