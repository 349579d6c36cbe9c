//! A child's file opened for a page: asked for by the one rule, with the files of every child its
//! entries may be about, and what the look at it will say.

use crate::cx::Read;
use crate::error::{Error, Result};
use domain::access::{Action, FileAccess, Reach, Seen, Viewer, decide, seen};
use domain::front_page::Facts;
use domain::id::PersonId;
use domain::look::{AtWhat, Page};
use domain::time::day_of;
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;
use store::front_page::Asked;
use store::reading::Reading;

/// A file that somebody may open, and has.
pub struct File {
    /// Who reads.
    pub viewer: Arc<Viewer>,
    /// Whose file.
    pub child: PersonId,
    /// Today, in London.
    pub today: Date,
    /// When the reader last looked, before this visit.
    pub looked_at: Option<Timestamp>,
    /// How much of it the reader may see.
    pub seen: Seen,
    /// Whether they may see who can see it.
    pub who_can_see: bool,
    files: Vec<FileAccess>,
    because: Option<String>,
}

impl File {
    /// Opens a child's file to do this with it, or says no as the rule does.
    pub fn open(cx: &mut Read<'_>, action: Action, child: PersonId) -> Result<Self> {
        let viewer = cx.viewer()?;
        let now = cx.edge.now;
        let files = cx.tx.gather_with_siblings(&viewer, child)?;
        let own = files.first().ok_or(Error::NotFound)?;
        if !decide(&viewer, action, own).is_grant() {
            cx.authorise(action, child)?;
            return Err(Error::NotFound);
        }
        cx.keep_opened(own);
        let because = if is_open_by_reason(&viewer, action, own) {
            cx.tx.find_reason(viewer.account, child, now)?
        } else {
            None
        };
        let looked_at = cx.tx.looked_before_this_visit(viewer.account, child, now)?;
        let seen = seen(&viewer, own);
        let who_can_see = decide(&viewer, Action::SeeWhoCanSee, own).is_grant();
        let today = day_of(now);
        Ok(Self { viewer, child, today, looked_at, seen, who_can_see, files, because })
    }

    /// The reader before this file.
    pub fn reading(&self) -> Reading<'_> {
        Reading { viewer: &self.viewer, files: &self.files }
    }

    /// A page of it as it is today.
    pub fn asked(&self) -> Asked {
        Asked { child: self.child, as_of: self.today, looked_at: self.looked_at }
    }

    /// What stands on its map, with what people are called, these others too.
    ///
    /// # Errors
    /// `NotFound` where nothing says who the child is.
    pub fn read_map(&self, cx: &mut Read<'_>, also: &[PersonId]) -> Result<Facts> {
        let facts = cx.tx.read_map(self.asked(), also, self.reading())?;
        facts.people.find(self.child).ok_or(Error::NotFound)?;
        Ok(facts)
    }

    /// The look at this page of it.
    pub fn look(&self, page: Page) -> AtWhat {
        AtWhat::Page { child: self.child, page, because: self.because.clone() }
    }
}

/// Whether the file is open by a reason alone.
fn is_open_by_reason(viewer: &Viewer, action: Action, file: &FileAccess) -> bool {
    let by_reason = |reach| matches!(reach, Reach::Reason | Reach::BreakGlass);
    if !file.ways.iter().any(|way| by_reason(way.reach)) {
        return false;
    }
    let mut without = file.clone();
    without.ways.retain(|way| !by_reason(way.reach));
    !decide(viewer, action, &without).is_grant()
}
