//! What is kept beside the words, as bytes: a drawing, a recording, a photograph, for whoever may
//! read the entry that names it. Each is looked at as an entry is, before a byte leaves.

use crate::cx::Read;
use crate::entry::newest;
use crate::error::{Error, Result};
use crate::kith::Kith;
use crate::session::{Caller, Shown};
use domain::attachment::Attachment;
use domain::id::EntryId;
use domain::kind::Payload;
use domain::look::AtWhat;

impl Kith {
    /// An attachment, and its bytes.
    pub async fn read_attachment(
        &self,
        caller: Caller,
        root: EntryId,
    ) -> Result<(Attachment, Vec<u8>)> {
        let find = move |cx: &mut Read<'_>| {
            let (entry, child) = newest(cx, root)?;
            let Some(Payload::Attachment(attachment)) = entry.payload else {
                return Err(Error::NotFound);
            };
            Ok(Shown { page: attachment, look: Some(AtWhat::Entry { child, root }) })
        };
        let attachment = self.show(caller, find).await?;
        let bytes = self.office()?.blobs.read(attachment.blob).await?;
        Ok((attachment, bytes.ok_or(Error::NotFound)?))
    }
}
