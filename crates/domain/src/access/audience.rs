//! Who may read one entry, among those who may open the file it stands in.
//!
//! An audience of persons or partners adds readers; a seal takes them away and is the stronger.
//! Who may open a root is decided by its newest version; each older one is shown only to who may
//! read that one too, as it was then.
//!
//! A finder of entries writes it so, with `opens(child)` for the part that shows the entry
//! ([`super::list_rule`] of [`Part::opened_by`]) and `holds(child, reach)` for a way held now:
//!
//! ```text
//! not exists (about a: shuts the viewer out)
//! and case when exists (about a: restricted)
//!       then not exists (about a: restricted and not through(a))
//!       else exists (about a: through(a)) end
//! through(a) = opens(a) and (sealed = 0 or writer = :account or holds(a, leads)
//!                            or :supervisor and holds(a, supervises))
//!           or sealed = 0 and a is not restricted
//!              and (:person in persons or partners = 1 and :partner and holds(a, partner))
//! ```

use super::{FileAccess, Part, Reach, Role, Viewer, seen};
use crate::entry::Audience;
use crate::id::AccountId;
use crate::voice::Recorder;

/// What of an entry decides who reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryAudience {
    /// The part of the file that shows it.
    pub part: Part,
    /// Who may read it beside the child's workers.
    pub audience: Audience,
    /// The account that wrote the newest version; none where the program did, or a guest.
    pub writer: Option<AccountId>,
}

impl EntryAudience {
    /// Of an entry, as its newest version says.
    pub fn of(part: Part, audience: &Audience, recorded_by: Recorder) -> Self {
        let writer = match recorded_by {
            Recorder::Account(account) | Recorder::Device { account } => Some(account),
            Recorder::GuestLink { .. } | Recorder::Program { .. } => None,
        };
        Self { part, audience: audience.clone(), writer }
    }
}

/// Whether the viewer may read an entry that is about the children of these files (all of them).
///
/// It is read through any of the files, unless one of them is restricted: then it takes every
/// restricted one. Whoever is shut out of one of the files reads it through none.
pub fn may_read(viewer: &Viewer, entry: &EntryAudience, about: &[FileAccess]) -> bool {
    if about.iter().any(|file| file.shuts_out(viewer)) {
        return false;
    }
    let standing: Vec<_> = about.iter().filter(|file| !file.withdrawn).collect();
    let through = |file: &FileAccess| reads_through(viewer, entry, file);
    let mut restricted = standing.iter().filter(|file| file.restricted).peekable();
    if restricted.peek().is_some() {
        restricted.all(|file| through(file))
    } else {
        standing.iter().any(|file| through(file))
    }
}

fn reads_through(viewer: &Viewer, entry: &EntryAudience, file: &FileAccess) -> bool {
    let opens = seen(viewer, file).has(entry.part);
    if entry.audience.sealed {
        return opens && is_under_seal(viewer, entry, file);
    }
    // A restricted file is never read through an audience alone.
    opens || (!file.restricted && is_added(viewer, entry, file))
}

/// The writer, the lead worker, and whoever answers for the lead worker.
fn is_under_seal(viewer: &Viewer, entry: &EntryAudience, file: &FileAccess) -> bool {
    let supervises = viewer.is(Role::Supervisor) && file.is_reached(viewer, Reach::Supervises);
    entry.writer == Some(viewer.account) || file.is_reached(viewer, Reach::Leads) || supervises
}

/// Named by the audience, or a partner where partners are meant.
fn is_added(viewer: &Viewer, entry: &EntryAudience, file: &FileAccess) -> bool {
    let partner = viewer.is(Role::PartnerPractitioner) && file.is_reached(viewer, Reach::Partner);
    entry.audience.persons.contains(&viewer.person) || (entry.audience.partners && partner)
}
