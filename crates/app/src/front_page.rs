//! A child's front page, for whoever may open it.

use crate::cx::Read;
use crate::error::{Error, Result};
use crate::file::{File, OfFile};
use crate::session::Shown;
use domain::access::Action;
use domain::front_page::FrontPage;
use domain::id::PersonId;
use domain::look::Page;
use store::front_page::Asked;

/// The front page as it stands today, and the look that it is.
pub fn show(cx: &mut Read<'_>, child: PersonId) -> Result<Shown<OfFile<FrontPage>>> {
    let file = File::open(cx, Action::OpenFrontPage, child)?;
    let asked = Asked { child, as_of: file.today, looked_at: file.looked_at };
    let page = cx.tx.read_front_page(asked, file.reading())?.ok_or(Error::NotFound)?;
    file.show(cx, Page::FrontPage, page)
}
