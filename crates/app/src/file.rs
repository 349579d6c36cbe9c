//! A child's file opened for a page: asked for by the one rule, with the files of every child its
//! entries may be about, and what the look at it will say.

use crate::cx::Read;
use crate::error::{Error, Result};
use crate::reader::{Reader, reader};
use crate::session::Shown;
use domain::access::{Action, FileAccess, Reach, Seen, Viewer, decide, seen};
use domain::id::PersonId;
use domain::look::{AtWhat, Page};
use domain::time::day_of;
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::Arc;
use store::reading::Reading;

/// A page of a child, as far as whoever asks may see the file.
#[derive(Debug, Clone)]
pub struct OfFile<T> {
    /// Who reads.
    pub reader: Reader,
    /// How much of the file they may see.
    pub seen: Seen,
    /// Whether they may see who can see.
    pub who_can_see: bool,
    /// The page.
    pub page: T,
}

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
        let because = match needs_a_reason(&viewer, action, own) {
            true => cx.tx.find_reason(viewer.account, child, now)?,
            false => None,
        };
        let looked_at = cx.tx.looked_before_this_visit(viewer.account, child, now)?;
        Ok(Self { viewer, child, today: day_of(now), looked_at, files, because })
    }

    /// The reader before this file.
    pub fn reading(&self) -> Reading<'_> {
        Reading { viewer: &self.viewer, files: &self.files }
    }

    /// What is known of the reader before this child's own file.
    pub fn own(&self) -> Result<&FileAccess> {
        self.files.first().ok_or(Error::NotFound)
    }

    /// A page of it, with what is drawn around it, and the look that it is.
    pub fn show<T>(self, cx: &mut Read<'_>, at: Page, page: T) -> Result<Shown<OfFile<T>>> {
        let own = self.own()?;
        let page = OfFile {
            reader: reader(cx)?,
            seen: seen(&self.viewer, own),
            who_can_see: decide(&self.viewer, Action::SeeWhoCanSee, own).is_grant(),
            page,
        };
        Ok(Shown { page, look: Some(self.look(at)) })
    }

    /// The look at this page of it.
    pub fn look(&self, page: Page) -> AtWhat {
        AtWhat::Page { child: self.child, page, because: self.because.clone() }
    }
}

/// Whether the file is open by a reason alone.
fn needs_a_reason(viewer: &Viewer, action: Action, file: &FileAccess) -> bool {
    let by_reason = |reach| matches!(reach, Reach::Reason | Reach::BreakGlass);
    if !file.ways.iter().any(|way| by_reason(way.reach)) {
        return false;
    }
    let mut without = file.clone();
    without.ways.retain(|way| !by_reason(way.reach));
    !decide(viewer, action, &without).is_grant()
}
