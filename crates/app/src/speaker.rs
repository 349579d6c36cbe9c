//! Whom a form names: whose words something is, who does a step, whose number it is. It is one of
//! the people around the child, or whoever stood there before. Any other id is refused as if nobody
//! had it, so that no form tells whose it is.

use crate::cx::Write;
use crate::edge::Actor;
use crate::error::{Error, Fault, Result, Why};
use domain::board::speakers;
use domain::id::PersonId;
use domain::time::day_of;
use store::front_page::Asked;
use store::reading::Reading;

/// Somebody whom a form names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Named {
    /// The field that names them.
    pub at: &'static str,
    /// Whom.
    pub who: Option<PersonId>,
    /// Who stood there before.
    pub before: Option<PersonId>,
}

impl Named {
    /// Whose words it is.
    pub const fn speaker(who: Option<PersonId>, before: Option<PersonId>) -> Self {
        Self { at: "said_by", who, before }
    }
}

/// Refuses somebody whom none of these children's files knows.
pub(crate) fn check_named(
    cx: &mut Write<'_, '_>,
    children: &[PersonId],
    named: Named,
) -> Result<()> {
    let Named { at, who, before } = named;
    let Some(who) = who.filter(|who| Some(*who) != before) else { return Ok(()) };
    let Actor::Account(viewer) = cx.edge.actor.clone() else { return Ok(()) };
    for child in children {
        let files = cx.tx().gather_with_siblings(&viewer, *child)?;
        let asked = Asked { child: *child, as_of: day_of(cx.now()), looked_at: None };
        let reading = Reading { viewer: &viewer, files: &files };
        let facts = cx.tx().read_map(asked, &[], reading)?;
        if who == *child || who == viewer.person || speakers(&facts).iter().any(|one| one.id == who)
        {
            return Ok(());
        }
    }
    Err(Error::Refused(vec![Fault { at, why: Why::NotOne }]))
}
