//! The bytes of a gathered sitting: drawings, recordings, photographs, each read once.

use super::Gathered;
use crate::error::{Error, Result};
use crate::kith::Kith;
use domain::drawing::Drawing;
use domain::entry::Digest;
use domain::id::EntryId;
use exchange::package::svg::on_its_own;
use exchange::package::{Drawn, Kept, Page, Sitting};
use std::borrow::Cow;
use std::collections::BTreeMap;
use ui::drawing::{Size, described, drawing};
use ui::layout::Look;

/// The bytes of a picture that a drawing names by its address: a sticker.
pub type Pictures = fn(&str) -> Option<Vec<u8>>;

/// Why a sitting is not whole.
#[derive(Debug, thiserror::Error)]
pub(crate) enum NotBrought {
    /// Something of it is not here.
    #[error("a drawing, recording or photograph is not here")]
    NotHere,
    /// A drawing cannot be drawn.
    #[error("a drawing cannot be drawn")]
    NoDrawing,
    /// Anything else.
    #[error(transparent)]
    Error(#[from] Error),
}

/// Brings the bytes of those pages; of any other there is nothing beside the words. What does not
/// come is counted at its page, and the first reason stands beside.
pub(crate) async fn bring(
    kith: &Kith,
    gathered: Gathered,
    of: &(dyn Fn(&Page) -> bool + Sync),
    (look, pictures): (Look<'_>, Pictures),
) -> Result<(Sitting, Option<NotBrought>)> {
    let Gathered { mut sitting, blobs, .. } = gathered;
    let title = ui::parents::drawn_by(sitting.child.called.as_deref().unwrap_or_default());
    let mut bringing = Bringing { kith, blobs, title, look, pictures, not: None };
    for page in &mut sitting.pages {
        let asked = of(page);
        let drawing = page.drawing.take().filter(|_| asked);
        let (sounds, photos) = (std::mem::take(&mut page.sounds), std::mem::take(&mut page.photos));
        if !asked {
            continue;
        }
        let all = sounds.len() + photos.len() + usize::from(drawing.is_some());
        page.drawing = bringing.drawn(drawing).await?;
        page.sounds = bringing.all(sounds).await?;
        page.photos = bringing.all(photos).await?;
        let came = page.sounds.len() + page.photos.len() + usize::from(page.drawing.is_some());
        let missing = u16::try_from(all - came).unwrap_or(u16::MAX);
        page.page.missing = page.page.missing.saturating_add(missing);
    }
    sitting.sounds = bringing.all(sitting.sounds).await?;
    sitting.photos = bringing.all(sitting.photos).await?;
    Ok((sitting, bringing.not))
}

struct Bringing<'a> {
    kith: &'a Kith,
    blobs: BTreeMap<EntryId, Digest>,
    title: Cow<'static, str>,
    look: Look<'a>,
    pictures: Pictures,
    not: Option<NotBrought>,
}

impl Bringing<'_> {
    /// The bytes of an attachment, where they are here.
    async fn read(&mut self, root: EntryId) -> Result<Option<Vec<u8>>> {
        let blob = self.blobs.get(&root).copied();
        let read = match blob {
            Some(blob) => self.kith.office()?.blobs.read(blob).await.map_err(Error::from)?,
            None => None,
        };
        if read.is_none() {
            self.not.get_or_insert(NotBrought::NotHere);
        }
        Ok(read)
    }

    async fn all(&mut self, files: Vec<Kept>) -> Result<Vec<Kept>> {
        let mut all = Vec::with_capacity(files.len());
        for kept in files {
            if let Some(bytes) = self.read(kept.root).await? {
                all.push(Kept { bytes, ..kept });
            }
        }
        Ok(all)
    }

    /// A drawing as it is drawn in the record, with its stickers in it.
    async fn drawn(&mut self, drawn: Option<Drawn>) -> Result<Option<Drawn>> {
        let Some(drawn) = drawn else { return Ok(None) };
        let Some(ops) = self.read(drawn.root).await? else { return Ok(None) };
        let svg = Drawing::read(&ops).ok().and_then(|read| {
            let svg = drawing(self.look, &read, &self.title, Size::Full).into_string();
            Some((on_its_own(&svg, &self.pictures).ok()?, described(&read)))
        });
        let Some((svg, describes)) = svg else {
            self.not.get_or_insert(NotBrought::NoDrawing);
            return Ok(None);
        };
        Ok(Some(Drawn { ops, svg, describes: Some(describes), ..drawn }))
    }
}
