//! My work: the children somebody works with, and what waits for them.
//!
//! The one place that finds what stands on the page.

use crate::children::cards;
use crate::cx::Read;
use crate::error::Result;
use crate::reader::{Reader, reader};
use crate::session::Shown;
use domain::child_list::Listed;
use domain::front_page::short_of;
use domain::id::PersonId;
use domain::look::AtWhat;
use domain::my_work::{ChildRow, MyWork};
use store::involvement::AT_ONCE;

/// The page, and who reads it.
#[derive(Debug, Clone)]
pub struct Page {
    /// Who reads.
    pub reader: Reader,
    /// The page.
    pub work: MyWork,
}

/// The page, and the look that it is.
pub fn show(cx: &mut Read<'_>) -> Result<Shown<Page>> {
    let reader = reader(cx)?;
    let children = cx.tx.list_own_children(&reader.viewer)?;
    let work = find(cx, &reader, &children)?;
    let look = AtWhat::List { words: None, shown: children };
    Ok(Shown { page: Page { reader, work }, look: Some(look) })
}

fn find(cx: &mut Read<'_>, reader: &Reader, children: &[PersonId]) -> Result<MyWork> {
    let as_of = reader.today();
    let mut families = Vec::new();
    for some in children.chunks(AT_ONCE) {
        families.extend(cards(cx, some, as_of)?.into_iter().map(|child| vec![row(child)]));
    }
    Ok(MyWork { as_of, families, today: vec![], waiting: vec![], dates: vec![] })
}

fn row(child: Listed) -> ChildRow {
    let called = short_of(&child.name).to_owned();
    let family_name = child.name.strip_prefix(&called).unwrap_or_default().trim().to_owned();
    ChildRow {
        id: child.id,
        called,
        family_name,
        born: child.born,
        emblem: None,
        newest: None,
        scale: None,
        last_seen: None,
        plan: None,
        next: None,
    }
}
