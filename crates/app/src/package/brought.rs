//! The bytes of a gathered sitting: drawings, recordings, photographs, each read once.

use super::Pictures;
use super::gathered::{Gathered, Page};
use crate::error::Error;
use crate::kith::Kith;
use domain::attachment::Attachment;
use domain::drawing::Drawing;
use domain::id::EntryId;
use exchange::package::svg::on_its_own;
use exchange::package::{self, Drawn, Kept, Sitting};
use ui::drawing::{Size, described, drawing};
use ui::layout::{Look, Theme};

/// Why a sitting is not whole.
#[derive(Debug, thiserror::Error)]
pub(super) enum NotBrought {
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

/// Brings the bytes of a sitting.
pub(super) async fn bring(kith: &Kith, gathered: Gathered) -> Result<Sitting, NotBrought> {
    let mut pages = Vec::with_capacity(gathered.pages.len());
    for page in gathered.pages {
        pages.push(bring_page(kith, page).await?);
    }
    Ok(Sitting {
        root: gathered.root,
        session: gathered.session,
        authority: gathered.authority,
        child: gathered.child,
        worker: gathered.worker,
        pages,
        important: gathered.important,
        note: gathered.note,
        answers: gathered.answers,
        came: gathered.came,
    })
}

async fn bring_page(kith: &Kith, page: Page) -> Result<package::Page, NotBrought> {
    let title = page.page.title.as_deref().unwrap_or("A drawing");
    let drawing = match &page.drawing {
        Some((root, file)) => {
            let ops = bytes(kith, file).await?;
            Some(drawn(*root, ops, title, kith.packing().pictures)?)
        }
        None => None,
    };
    Ok(package::Page {
        root: page.root,
        drawing,
        sounds: bring_all(kith, page.sounds).await?,
        photos: bring_all(kith, page.photos).await?,
        choices: page.choices,
        page: page.page,
    })
}

async fn bring_all(
    kith: &Kith,
    files: Vec<(EntryId, Attachment)>,
) -> Result<Vec<Kept>, NotBrought> {
    let mut kept = Vec::with_capacity(files.len());
    for (root, file) in files {
        kept.push(Kept {
            root,
            bytes: bytes(kith, &file).await?,
            media_type: file.media_type,
            seconds: file.seconds,
            describes: file.describes,
        });
    }
    Ok(kept)
}

async fn bytes(kith: &Kith, file: &Attachment) -> Result<Vec<u8>, NotBrought> {
    let read = kith.office()?.blobs.read(file.blob).await.map_err(Error::from)?;
    read.ok_or(NotBrought::NotHere)
}

/// A drawing as it is drawn in the record, with its stickers in it.
fn drawn(
    root: EntryId,
    ops: Vec<u8>,
    called: &str,
    pictures: Pictures,
) -> Result<Drawn, NotBrought> {
    let read = Drawing::read(&ops).map_err(|_| NotBrought::NoDrawing)?;
    let look = Look { assets: "", theme: Theme::Light };
    let svg = drawing(look, &read, called, Size::Full).into_string();
    let svg = on_its_own(&svg, &pictures).map_err(|_| NotBrought::NoDrawing)?;
    Ok(Drawn { root, svg, describes: Some(described(&read)), ops })
}
