//! Who reads a page, and what people are called on it.

use crate::cx::Read;
use crate::error::Result;
use domain::access::Viewer;
use domain::front_page::{People, short_of};
use domain::id::PersonId;
use domain::name::Name;
use domain::time::day_of;
use jiff::civil::Date;
use std::sync::Arc;
use store::people::Beside;

/// Who reads a page.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Their full name.
    pub name: String,
    /// Who asks, when, and all that decides what they may do.
    pub viewer: Arc<Viewer>,
    /// Whether the kit runs here without the record.
    pub alone: bool,
}

impl Reader {
    /// The day of the page, in London.
    pub fn today(&self) -> Date {
        day_of(self.viewer.at)
    }
}

/// Whoever is signed in.
pub fn reader(cx: &mut Read<'_>) -> Result<Reader> {
    let viewer = cx.viewer()?;
    let people = cx.tx.list_one(viewer.person)?;
    let name = full_name(&people, viewer.person, day_of(viewer.at));
    Ok(Reader { name, viewer, alone: cx.alone })
}

/// These persons, with every name they have. Asks nobody's leave: for use cases that already did.
pub(crate) fn people(cx: &mut Read<'_>, who: &[PersonId]) -> Result<People> {
    Ok(cx.tx.list_people(who, Beside::default())?)
}

/// The name somebody has on this day; blank where nobody has named them.
pub(crate) fn full_name(people: &People, who: PersonId, on: Date) -> String {
    let name = people.find(who).and_then(|known| known.name(on));
    name.map(|name| name.full.clone()).unwrap_or_default()
}

/// What somebody is called for short on this day.
pub(crate) fn called(people: &People, who: PersonId, on: Date) -> String {
    let name = people.find(who).and_then(|known| known.name(on));
    let short =
        |name: &Name| name.known_as.clone().unwrap_or_else(|| short_of(&name.full).to_owned());
    name.map(short).unwrap_or_default()
}

/// What somebody does, where they come to the work by it.
pub(crate) fn job(people: &People, who: PersonId) -> Option<String> {
    Some(people.find(who)?.person.work.as_ref()?.job.clone())
}
