//! A sitting gathered for somebody in the family. It asks nobody's leave: what such a copy holds is
//! the same whoever looks at it, and who may look is asked before.
//!
//! What was round the pages is not even looked up, and the bytes of a page only where it is open to
//! them ([`super::drawn`]).

use crate::error::Result;
use crate::sitting::{self, Gathered, Gathering};
use domain::entry::{Entry, Head, Mark};
use domain::id::EntryId;
use domain::kind::Payload;
use domain::time::day_of;
use jiff::Timestamp;
use store::tx::Tx;

/// The sitting of this root; none where there is none, or it stands under no single child.
pub(crate) fn gather(tx: &mut Tx, root: EntryId, now: Timestamp) -> Result<Option<Gathered>> {
    let newest = tx.find_newest(root)?;
    let Some(Payload::HousesSession(session)) = newest.and_then(|newest| newest.payload) else {
        return Ok(None);
    };
    let of_the_child = |entry: &Entry| entry.head.about == [session.child];
    // That all of it is withheld is said of the sitting; what else is, is not there.
    let may_read = |entry: &Entry| {
        of_the_child(entry) && (entry.head.root == root || !is_withheld(&entry.head))
    };
    sitting::gather(tx, &Gathering { root, on: day_of(now), may_read: &may_read })
}

/// Whether the law, or whoever wrote it, keeps it from everybody outside.
pub(super) fn is_withheld(head: &Head) -> bool {
    let law =
        |mark: &Mark| matches!(mark, Mark::LegalAdvice | Mark::CourtRestricted | Mark::Police);
    head.audience.sealed || head.marks.iter().any(law)
}
