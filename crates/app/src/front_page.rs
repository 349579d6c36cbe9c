//! Opening the front page of a child: leave asked, the page read, the look written down.

use crate::cx::Read;
use crate::error::{Error, Result};
use crate::reader::{Reader, reader};
use crate::session::Shown;
use domain::access::{Action, FileAccess, Seen, Viewer, decide, seen};
use domain::front_page::FrontPage;
use domain::id::PersonId;
use domain::look::{AtWhat, Page};
use domain::time::day_of;
use store::front_page::Asked;
use store::reading::Reading;

/// A page of a child, as far as whoever asks may see the file.
#[derive(Debug, Clone)]
pub struct Opened<T> {
    /// Who reads.
    pub reader: Reader,
    /// How much of the file they may see.
    pub seen: Seen,
    /// Whether they may see who can see.
    pub who_can_see: bool,
    /// The page.
    pub page: T,
}

/// A file that whoever asks may open, with those of the children that entries are shared with.
pub struct OpenFile {
    /// The child's, then those of the children beside.
    pub files: Vec<FileAccess>,
    seen: Seen,
    who_can_see: bool,
}

impl OpenFile {
    /// Asks leave for this, and gathers what decides which entries may be read.
    pub fn open(cx: &mut Read<'_>, action: Action, child: PersonId) -> Result<Self> {
        let file = cx.authorise(action, child)?;
        let viewer = cx.viewer()?;
        let (seen, who_can_see) =
            (seen(&viewer, &file), decide(&viewer, Action::SeeWhoCanSee, &file).is_grant());
        let mut files = vec![file];
        for beside in cx.tx.list_filed_with(child)? {
            files.push(cx.tx.file_access(&viewer, beside)?);
        }
        Ok(Self { files, seen, who_can_see })
    }

    /// The reader before it, for finders of what is written.
    pub fn reading<'a>(&'a self, viewer: &'a Viewer) -> Reading<'a> {
        Reading { viewer, files: &self.files }
    }

    /// A page of it.
    pub fn show<T>(self, cx: &mut Read<'_>, page: T) -> Result<Opened<T>> {
        let Self { seen, who_can_see, .. } = self;
        Ok(Opened { reader: reader(cx)?, seen, who_can_see, page })
    }
}

/// The front page, and the look that it is.
pub fn show(cx: &mut Read<'_>, child: PersonId) -> Result<Shown<Opened<FrontPage>>> {
    let file = OpenFile::open(cx, Action::OpenFrontPage, child)?;
    let viewer = cx.viewer()?;
    let looked_at = cx.tx.looked_before_this_visit(viewer.account, child, viewer.at)?;
    let asked = Asked { child, as_of: day_of(viewer.at), looked_at };
    let page = cx.tx.read_front_page(asked, file.reading(&viewer))?.ok_or(Error::NotFound)?;
    let page = file.show(cx, page)?;
    Ok(Shown { page, look: Some(look(cx, child, Page::FrontPage)?) })
}

/// A look at a page of a child's file, with the reason that opened it, where one did.
pub fn look(cx: &mut Read<'_>, child: PersonId, page: Page) -> Result<AtWhat> {
    let viewer = cx.viewer()?;
    let because = cx.tx.find_reason(viewer.account, child, viewer.at)?;
    Ok(AtWhat::Page { child, page, because })
}
