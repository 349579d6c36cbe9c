//! A child's front page, for whoever may open it.

use crate::cx::Read;
use crate::error::{Error, Result};
use crate::file::File;
use crate::session::Shown;
use domain::access::Action;
use domain::front_page::FrontPage;
use domain::id::PersonId;
use domain::look::Page;
use std::sync::Arc;

/// The front page as it stands today, and the look that it is.
pub fn read(cx: &mut Read<'_>, child: PersonId) -> Result<Shown<Arc<FrontPage>>> {
    let file = File::open(cx, Action::OpenFrontPage, child)?;
    let page = find(cx, &file)?;
    Ok(Shown { page, look: Some(file.look(Page::FrontPage)) })
}

/// The front page of a file that is open.
pub fn find(cx: &mut Read<'_>, file: &File) -> Result<Arc<FrontPage>> {
    cx.tx.read_front_page(file.asked(), file.reading())?.ok_or(Error::NotFound)
}
