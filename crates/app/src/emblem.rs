//! The small picture that stands for a child, for pages that draw nothing else of the front page.

use crate::cx::Read;
use crate::error::Result;
use domain::access::Part;
use domain::id::PersonId;
use domain::kind::{Kind, Payload};
use store::reading::Reading;

/// What the child's emblem shows; none where nobody chose one, or where the reader may not open the
/// front page, whose words it is.
pub(crate) fn emblem(cx: &mut Read<'_>, child: PersonId) -> Result<Option<String>> {
    let viewer = cx.viewer()?;
    let files = [cx.tx.file_access(&viewer, child)?];
    let reading = Reading { viewer: &viewer, files: &files };
    let chosen = cx.tx.list_cards(child, &[Kind::Emblem], Part::FrontPage, reading)?;
    let newest = chosen.into_iter().max_by_key(|card| card.rank());
    Ok(newest.and_then(|card| match card.payload {
        Payload::Emblem(emblem) => Some(emblem.shows),
        _ => None,
    }))
}
