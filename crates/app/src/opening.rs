//! Opening a file by saying why: with a reason, or a restricted one by breaking the glass. The
//! lead worker and whoever answers for the team find it among what waits for them.

use crate::children::cards;
use crate::cx::{Read, Write};
use crate::error::{Error, Fault, Result, Why};
use crate::reader::{Reader, reader};
use crate::session::Shown;
use domain::access::{Action, Asked, Decision, NoReason, Opening, ReasonGiven, decide};
use domain::access_grant::{AccessGrant, Way};
use domain::child_list::Listed;
use domain::entry::NewEntry;
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::time::Happened;

/// What is asked before a file opens.
#[derive(Debug, Clone)]
pub struct Before {
    /// Who wants to open it.
    pub reader: Reader,
    /// What a search would say of the child; none where the viewer may not even find them.
    pub known: Option<Listed>,
    /// What is asked.
    pub asked: Asked,
}

/// What would be asked of whoever wants to do this. It is no look: nothing of the file is shown.
pub fn ask(cx: &mut Read<'_>, child: PersonId, action: Action) -> Result<Shown<Before>> {
    let reader = reader(cx)?;
    let file = cx.tx.file_access(&reader.viewer, child)?;
    let asked = match decide(&reader.viewer, action, &file) {
        Decision::Ask(asked) if asked != Asked::Duty => asked,
        _ => return Err(Error::NotFound),
    };
    let findable = decide(&reader.viewer, Action::FindByName, &file).is_grant();
    let known = if findable { cards(cx, &[child], reader.today())?.pop() } else { None };
    Ok(Shown { page: Before { reader, known, asked }, look: None })
}

/// Opens a child's file for whoever asks, for as long as such an opening holds. None where it is
/// open to them already: somebody who sends a form twice has said why once.
pub fn open_with_reason(
    cx: &mut Write<'_, '_>,
    child: PersonId,
    action: Action,
    typed: &str,
) -> Result<Option<EntryId>> {
    let viewer = cx.viewer()?;
    let file = cx.tx().file_access(&viewer, child)?;
    let asked = match decide(&viewer, action, &file) {
        Decision::Ask(asked) => asked,
        Decision::Grant(_) => return Ok(None),
        Decision::Hide => return Err(Error::NotFound),
    };
    let way = match asked {
        Asked::Reason => Way::Reason,
        Asked::BreakGlass => Way::BreakGlass,
        Asked::Duty => return Err(Error::NotFound),
    };
    let reason = ReasonGiven::parse(typed).map_err(|why| {
        let why = match why {
            NoReason::Empty => Why::Empty,
            NoReason::TooLong => Why::TooLong(500),
        };
        Error::Refused(vec![Fault { at: "reason", why }])
    })?;
    let opening = Opening::that_answers(asked).ok_or(Error::NotFound)?;
    let span = opening.from(cx.now());
    let told = cx.tx().list_leads(child, viewer.at)?;
    let grant = AccessGrant {
        account: viewer.account,
        child,
        way,
        reason: reason.as_str().to_owned(),
        from: span.from,
        until: span.until.unwrap_or(span.from),
        told,
        looked_at: None,
    };
    let id = cx.id();
    let at = Happened::at(cx.now());
    // Asking is what lets them write this one line: no leave to write in the file is needed.
    cx.append(NewEntry::first(id, vec![child], at, Payload::AccessGrant(grant))).map(Some)
}
