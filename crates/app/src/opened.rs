//! A page of a child with all that its frame is drawn from: who reads, and how much of the file is
//! open to them.

use crate::cx::Read;
use crate::error::Result;
use crate::reader::{Reader, reader};
use crate::session::Shown;
use domain::access::{Action, Seen, decide, seen};
use domain::id::PersonId;

/// A page of a child's file.
#[derive(Debug, Clone)]
pub struct Opened<T> {
    /// Who reads.
    pub reader: Reader,
    /// How much of the file they may see.
    pub seen: Seen,
    /// Whether they may see who can see.
    pub who_can_see: bool,
    /// The page.
    pub page: T,
}

/// Reads a page of a child, which asks leave itself, and what stands around it.
pub fn open<T>(
    cx: &mut Read<'_>,
    child: PersonId,
    page: impl FnOnce(&mut Read<'_>) -> Result<Shown<T>>,
) -> Result<Shown<Opened<T>>> {
    let Shown { page, look } = page(cx)?;
    let reader = reader(cx)?;
    let file = cx.file(child)?;
    let who_can_see = decide(&reader.viewer, Action::SeeWhoCanSee, &file).is_grant();
    let seen = seen(&reader.viewer, &file);
    Ok(Shown { page: Opened { reader, seen, who_can_see, page }, look })
}
