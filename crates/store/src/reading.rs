//! Who reads, and how the files of the children on a page stand to them: what every finder of
//! written things takes, so that a page cannot forget to ask.
//!
//! The rule itself is `domain::access::may_read`. An entry about a child whose file was not
//! gathered is not shown: `list_filed_with` names the children to gather.

use crate::error::Result;
use crate::filed::Readers;
use domain::access::{EntryAudience, FileAccess, Part, Viewer, may_read, seen};
use domain::entry::Audience;
use domain::id::{AccountId, PersonId};

/// A reader before a page.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// Who reads, when.
    pub viewer: &'a Viewer,
    /// The file of the child, and of every child that entries are shared with.
    pub files: &'a [FileAccess],
}

impl Reading<'_> {
    /// Whether this part of the child's file is open to the reader.
    pub fn opens(&self, child: PersonId, part: Part) -> bool {
        let file = self.files.iter().find(|file| file.child == child);
        file.is_some_and(|file| seen(self.viewer, file).has(part))
    }

    /// Whether the reader may read an entry under seal that somebody else wrote about this child.
    pub(crate) fn reads_under_seal(&self, child: PersonId, part: Part) -> bool {
        let audience = Audience { sealed: true, ..Audience::default() };
        self.reads(&EntryAudience { part, audience, writer: None }, &[child])
    }

    /// Whether the reader may read an entry as it is filed; `plain` is what [`Self::opens`] said.
    pub(crate) fn may_read(
        &self,
        (part, plain): (Part, bool),
        writer: Option<AccountId>,
        readers: Option<&str>,
    ) -> Result<bool> {
        let readers = readers.map(Readers::parse).transpose()?;
        Ok(self.may_read_as((part, plain), writer, readers.as_ref()))
    }

    /// The same of an entry whose readers are known.
    pub(crate) fn may_read_as(
        &self,
        (part, plain): (Part, bool),
        writer: Option<AccountId>,
        readers: Option<&Readers>,
    ) -> bool {
        let Some(Readers { about, audience }) = readers else { return plain };
        self.reads(&EntryAudience { part, audience: audience.clone(), writer }, about)
    }

    fn reads(&self, entry: &EntryAudience, about: &[PersonId]) -> bool {
        let files: Vec<FileAccess> = about
            .iter()
            .filter_map(|child| self.files.iter().find(|file| file.child == *child).cloned())
            .collect();
        files.len() == about.len() && may_read(self.viewer, entry, &files)
    }
}
