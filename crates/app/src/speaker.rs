//! Whose words something is: one of the people around the child, or whoever stood there before. Any
//! other id is refused as if nobody had it, so that no form tells whose it is.

use crate::cx::Write;
use crate::edge::Actor;
use crate::error::{Error, Fault, Result, Why};
use domain::board::speakers;
use domain::id::PersonId;
use domain::time::day_of;
use store::front_page::Asked;
use store::reading::Reading;

/// Refuses a speaker whom nobody of these children's files knows.
pub(crate) fn check_speaker(
    cx: &mut Write<'_, '_>,
    children: &[PersonId],
    (said_by, before): (Option<PersonId>, Option<PersonId>),
) -> Result<()> {
    let Some(who) = said_by.filter(|who| Some(*who) != before) else { return Ok(()) };
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
    Err(Error::Refused(vec![Fault { at: "said_by", why: Why::NotOne }]))
}
