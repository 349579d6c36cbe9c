//! Reading the library: whoever is signed in may, and no look is written down, since nothing in it
//! is about anybody.

use crate::cx::Read;
use crate::error::Result;
use crate::reader::{Reader, reader};
use crate::session::Shown;

/// Who reads it.
pub fn read(cx: &mut Read<'_>) -> Result<Shown<Reader>> {
    Ok(Shown { page: reader(cx)?, look: None })
}
