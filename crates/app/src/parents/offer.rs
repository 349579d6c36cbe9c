//! What there is to show somebody in the family, and why there is nothing: asked of the record
//! anew each time, before a preview, a sheet and each opening of a link.
//!
//! Which pages are open to them is not decided here but by the package
//! (`exchange::package`), of which every copy for the family is drawn.

use super::gathered::{gather, is_withheld};
use crate::error::{Error, Result};
use crate::reader::called;
use crate::sitting::Gathered;
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::restriction::{Restriction, Whom};
use domain::shared_back::is_grown_up;
use domain::time::day_of;
use exchange::package::{For, Making, Named, NoPackage, Package, Sitting};
use jiff::Timestamp;
use store::tx::Tx;
pub use ui::parents::Nothing;

/// What somebody would get of a sitting, still without bytes.
#[derive(Debug, Clone)]
pub struct Offer {
    pub(super) gathered: Gathered,
    pub(super) whom: Named,
    pub(super) now: Timestamp,
}

/// Asks the record. The first is what there is, else why there is nothing.
pub(crate) fn offer(
    tx: &mut Tx,
    root: EntryId,
    whom: PersonId,
    now: Timestamp,
) -> Result<std::result::Result<Offer, Nothing>> {
    let gathered = gather(tx, root, now)?.ok_or(Error::NotFound)?;
    of_gathered(tx, &gathered, whom, now)
}

/// The same of a sitting that is gathered already.
pub(super) fn of_gathered(
    tx: &mut Tx,
    gathered: &Gathered,
    whom: PersonId,
    now: Timestamp,
) -> Result<std::result::Result<Offer, Nothing>> {
    if let Some(nothing) = kept_from(tx, gathered, whom, now)? {
        return Ok(Err(nothing));
    }
    let whom = Named { id: whom, name: called(&gathered.people, whom, day_of(now)) };
    Ok(match pages_for(&gathered.sitting, &whom, now) {
        Ok(_) if whom.name.is_empty() => Err(Nothing::NotNamed),
        Ok(_) => Ok(Offer { gathered: gathered.clone(), whom, now }),
        Err(nothing) => Err(nothing),
    })
}

/// Why nothing of this file is for them, whatever the child chose.
fn kept_from(
    tx: &mut Tx,
    gathered: &Gathered,
    whom: PersonId,
    now: Timestamp,
) -> Result<Option<Nothing>> {
    let today = day_of(now);
    let known = gathered.people.find(whom);
    let born = known.and_then(|known| known.person.born).map(domain::person::Born::day);
    if whom == gathered.sitting.child.id || !is_grown_up(born, today) {
        return Ok(Some(Nothing::Child));
    }
    for restriction in restrictions(tx, gathered.sitting.child.id, now)? {
        match restriction.whom {
            Whom::Only(_) => return Ok(Some(Nothing::Restricted)),
            Whom::ShutOut(people) if people.contains(&whom) => return Ok(Some(Nothing::ShutOut)),
            Whom::ShutOut(_) => {}
        }
    }
    Ok(is_withheld(&gathered.head).then_some(Nothing::Restricted))
}

fn restrictions(tx: &mut Tx, child: PersonId, now: Timestamp) -> Result<Vec<Restriction>> {
    let mut all = Vec::new();
    for root in tx.list_restrictions(child, now)? {
        if let Some(Payload::Restriction(found)) = tx.find_newest(root)?.and_then(|e| e.payload) {
            all.push(found);
        }
    }
    Ok(all)
}

/// The pages that their copy would have, as the package says.
fn pages_for(
    sitting: &Sitting,
    whom: &Named,
    now: Timestamp,
) -> std::result::Result<Vec<EntryId>, Nothing> {
    // Without what has bytes: whether a picture can be drawn decides nothing here.
    let mut bare = sitting.clone();
    for page in &mut bare.pages {
        page.drawing = None;
        page.sounds.clear();
        page.photos.clear();
    }
    let whom = For::Parent(whom.clone());
    let making = Making { whom, at: now, program: super::PROGRAM, replaces: None };
    let told = Package::of(&bare, &making).map_err(|why| why_nothing(&why))?;
    Ok(told.told().pages.iter().map(|page| EntryId(page.id)).collect())
}

/// What is said of it where there is no package.
pub(super) const fn why_nothing(why: &NoPackage) -> Nothing {
    match why {
        NoPackage::NotForParents => Nothing::Important,
        NoPackage::BrokeOff => Nothing::BrokeOff,
        NoPackage::NothingAgreed => Nothing::NotAgreed,
        _ => Nothing::CannotBeDrawn,
    }
}

impl Offer {
    /// Whether the same person would get the same.
    pub(super) fn is_as(&self, other: &Self) -> bool {
        self.whom == other.whom && self.gathered.is_as(&other.gathered)
    }

    /// The roots of the pages that are in it.
    pub fn pages(&self) -> Vec<EntryId> {
        pages_for(&self.gathered.sitting, &self.whom, self.now).unwrap_or_default()
    }

    /// How many pages of the sitting are left out.
    pub fn left_out(&self) -> usize {
        self.gathered.sitting.session.pages.len().saturating_sub(self.pages().len())
    }

    /// The child.
    pub fn child(&self) -> PersonId {
        self.gathered.sitting.child.id
    }
}
