//! Names and newness for pages that are no front page: whoever an entry names is called there as
//! on the front page of the child whose file it is read in.

use jiff::Timestamp;

use super::compose::Composer;
use super::facts::Facts;
use super::{Child, Named, Scale};
use crate::id::PersonId;
use crate::scale::ScaleKind;

/// A child's circle, as facts tell of it.
pub struct Around<'a>(Composer<'a>);

impl<'a> Around<'a> {
    /// From facts whose people are named.
    pub fn of(facts: &'a Facts) -> Self {
        Self(Composer::new(facts))
    }
    /// The child.
    pub fn child(&self) -> Child {
        self.0.child()
    }
    /// Somebody as the page names them.
    pub fn named(&self, who: PersonId) -> Named {
        self.0.circle.named(who)
    }
    /// Whether the record has a name for them.
    pub fn is_named(&self, who: PersonId) -> bool {
        self.0.circle.is_named(who)
    }
    /// The scale a row of a list shows: that of the danger, else of safety altogether.
    pub fn scale(&self) -> Option<Scale> {
        let mut scales = self.0.every_scale();
        scales.retain(|scale| matches!(scale.kind, ScaleKind::Danger | ScaleKind::General));
        scales.into_iter().next()
    }
    /// Newer than the reader's last look.
    pub fn is_new(&self, recorded_at: Timestamp) -> bool {
        self.0.is_new(recorded_at)
    }
}
