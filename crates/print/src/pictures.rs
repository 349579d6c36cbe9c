//! Pictures, looked at before they are laid out: each is whole, none is larger than a machine can
//! hold. What a drawing asks for from elsewhere it does not get (`sealed.rs`).

use std::io::Cursor;

use document::Picture;
use image::{ImageFormat, ImageReader};
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use crate::Fault;

/// The most points of one picture: what the largest cameras take.
const POINTS_MAX: u64 = 50_000_000;
/// The most points of all: as many as 200 photographs of the kit have.
const ALL_POINTS_MAX: u64 = 400_000_000;

/// Points that may still come.
pub struct Room(u64);

impl Room {
    /// For a whole document.
    pub const fn whole() -> Self {
        Self(ALL_POINTS_MAX)
    }

    /// The picture's bytes, and what typst calls its kind.
    pub fn take(&mut self, picture: &Picture) -> Result<(Bytes, &'static str), Fault> {
        let bytes = picture.bytes().ok_or(Fault::Picture)?;
        match picture {
            Picture::Svg(_) => {
                let bytes = Bytes::new(bytes);
                SvgImage::new(bytes.clone()).map_err(|_| Fault::Picture)?;
                Ok((bytes, "svg"))
            }
            Picture::Jpeg(_) => self.raster(bytes, ImageFormat::Jpeg, ExchangeFormat::Jpg, "jpg"),
            Picture::Png(_) => self.raster(bytes, ImageFormat::Png, ExchangeFormat::Png, "png"),
            Picture::Webp(_) => self.raster(bytes, ImageFormat::WebP, ExchangeFormat::Webp, "webp"),
        }
    }

    fn raster(
        &mut self,
        bytes: Vec<u8>,
        format: ImageFormat,
        kind: ExchangeFormat,
        name: &'static str,
    ) -> Result<(Bytes, &'static str), Fault> {
        let reader = ImageReader::with_format(Cursor::new(&bytes), format);
        let (width, height) = reader.into_dimensions().map_err(|_| Fault::Picture)?;
        let points = u64::from(width) * u64::from(height);
        if points > POINTS_MAX {
            return Err(Fault::PictureTooLarge);
        }
        self.0 = self.0.checked_sub(points).ok_or(Fault::PictureTooLarge)?;
        let bytes = Bytes::new(bytes);
        RasterImage::plain(bytes.clone(), kind).map_err(|_| Fault::Picture)?;
        Ok((bytes, name))
    }
}
