//! A decision that was sent twice: the button pressed once more before the answer came, or the page
//! loaded again. It is one showing, known by the id that its form had.

use super::Decided;
use crate::cx::Write;
use crate::error::Result;
use crate::session::Token;
use domain::entry::Entry;
use domain::id::EntryId;
use domain::kind::Payload;
use domain::shared_back::{SharedBack, Way};
use domain::voice::Recorder;
use jiff::{SignedDuration, Timestamp};

/// Within so long it was the same press of the button: whoever pressed has not seen the link.
const AT_ONCE: SignedDuration = SignedDuration::from_mins(1);

/// What has the id that a form sent.
pub(super) enum Met {
    /// Nothing: it gets this id.
    None(EntryId),
    /// The same decision.
    Same(Box<Entry>),
    /// Anything else.
    Other,
}

/// Looks for what has this id.
pub(super) fn find(cx: &mut Write<'_, '_>, id: Option<EntryId>, said: &SharedBack) -> Result<Met> {
    let Some(id) = id else { return Ok(Met::None(cx.id())) };
    let Some(entry) = cx.tx().find_newest(id)? else { return Ok(Met::None(id)) };
    let mine = entry.head.recorded_by == Recorder::Account(cx.viewer()?.account);
    Ok(match &entry.payload {
        Some(Payload::SharedBack(before))
            if mine && is_same((before, entry.head.recorded_at), (said, cx.now())) =>
        {
            Met::Same(Box::new(entry))
        }
        _ => Met::Other,
    })
}

/// The same answers for the same person; a link is counted from the moment it is made.
fn is_same(before: (&SharedBack, Timestamp), now: (&SharedBack, Timestamp)) -> bool {
    let says = |(said, at): (&SharedBack, Timestamp)| {
        let lasts = said.until.map(|until| until.duration_since(at));
        let answers = [said.safe_because.clone(), said.together.clone()];
        (said.of, said.with, said.way, lasts, said.child_says.clone(), answers)
    };
    says(before) == says(now)
}

/// What was decided before. A link that was made at once before it and that nobody has opened gets
/// another token, since nobody was shown the first.
pub(super) fn decided(cx: &mut Write<'_, '_>, entry: &Entry, way: Way) -> Result<Decided> {
    let (shared, now) = (entry.head.root, cx.now());
    let known = cx.tx().find_link_of(shared)?;
    let at_once = now.duration_since(entry.head.recorded_at) <= AT_ONCE;
    let unseen = known.filter(|link| at_once && link.openings == 0 && link.opens(now));
    let link = match unseen {
        Some(link) => {
            let token = Token::new(cx.seed());
            cx.tx().renew_link(shared, token.digest())?;
            Some((token, link.until))
        }
        None => None,
    };
    Ok(Decided { shared, way, link })
}
