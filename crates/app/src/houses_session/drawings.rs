//! Drawings on their way to a page: their bytes are blobs, and brought when the page that was
//! asked for is known.

use crate::kith::Kith;
use domain::drawing::Drawing;
use ui::entry::EntryPage;
use ui::houses::Pictured;

/// Brings the drawings of a page. One that is not there, or was changed, stays away and the page
/// says so.
pub async fn bring_drawings(kith: &Kith, page: &mut EntryPage) {
    let Some(sitting) = page.sitting.as_mut() else { return };
    bring(kith, sitting.pictures()).await;
}

/// Brings these.
pub(crate) async fn bring<'a>(kith: &Kith, pictures: impl Iterator<Item = &'a mut Pictured>) {
    let Ok(office) = kith.office() else { return };
    for picture in pictures {
        let Ok(Some(bytes)) = office.blobs.read(picture.blob).await else { continue };
        picture.drawn = Drawing::read(&bytes).ok();
    }
}
