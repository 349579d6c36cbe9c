//! What typst may see: its one template, the document's values and the fonts. There is no file, no
//! network, no package and no clock.

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Dict, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use crate::fonts::{book, fonts};

/// How a document looks. It is the same text for every document.
const LOOK: &str = include_str!("look.typ");

/// All that there is.
pub struct Sealed {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    look: Source,
}

impl Sealed {
    /// With these values as `sys.inputs`. None where the template has no name, which cannot be.
    pub fn with(inputs: Dict) -> Option<Self> {
        let path = VirtualPath::new("look.typ").ok()?;
        let id = RootedPath::new(VirtualRoot::Project, path).intern();
        let fonts = fonts();
        Some(Self {
            library: LazyHash::new(Library::builder().with_inputs(inputs).build()),
            book: LazyHash::new(book(&fonts)),
            fonts,
            look: Source::new(id, LOOK.into()),
        })
    }
}

impl World for Sealed {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.look.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.look.id() { Ok(self.look.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
