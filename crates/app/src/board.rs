//! The board of a child's map, with whatever lies on its desk.

use crate::cx::Read;
use crate::draft;
use crate::error::{Error, Result};
use crate::file::File;
use crate::session::Shown;
use domain::access::{Action, decide};
use domain::board::{Board, Open, Opened, compose};
use domain::entry::Entry;
use domain::form::{Filled, Form};
use domain::front_page::Kin;
use domain::id::PersonId;
use domain::kind::Payload;
use domain::look::Page;
use domain::voice::Recorder;

/// The board as it stands today, with this on its desk, and the look that it is. Whoever may write
/// finds the form as they left it.
pub fn read(cx: &mut Read<'_>, child: PersonId, open: Option<Open>) -> Result<Shown<Board>> {
    let file = File::open(cx, Action::OpenFile, child)?;
    let opened = match open {
        None => Opened::Nothing,
        Some(open) => Opened::Form(open, draft::begin(cx, &file, Form::Desk(open))?),
    };
    let page = find(cx, &file, opened)?;
    Ok(Shown { page, look: Some(file.look(Page::Map)) })
}

/// The board with a form on its desk that was sent and refused.
pub fn sent(cx: &mut Read<'_>, child: PersonId, filled: Filled) -> Result<Shown<Board>> {
    let Some(Form::Desk(open)) = Form::parse(filled.one("form")) else {
        return Err(Error::NotFound);
    };
    let file = File::open(cx, Action::OpenFile, child)?;
    let begun = draft::sent(cx, filled)?;
    let page = find(cx, &file, Opened::Form(open, begun))?;
    Ok(Shown { page, look: Some(file.look(Page::Map)) })
}

/// The board of a file that is open.
pub fn find(cx: &mut Read<'_>, file: &File, opened: Opened) -> Result<Board> {
    let also = match opened {
        Opened::TwoVersions { by, .. } => Some(by),
        _ => None,
    };
    let facts = file.read_map(cx, also.as_slice())?;
    let siblings = siblings_written_about(cx, file, &facts.kin)?;
    Ok(compose(&facts, opened, &siblings))
}

/// The board with two versions of one thing on its desk: the form that was sent, and what
/// somebody saved in between (`amend::Replaced::SavedInBetween`).
pub fn both(
    cx: &mut Read<'_>,
    child: PersonId,
    filled: Filled,
    saved: &Entry,
) -> Result<Shown<Board>> {
    let file = File::open(cx, Action::OpenFile, child)?;
    let opened = two_versions(cx, filled, saved)?;
    let page = find(cx, &file, opened)?;
    Ok(Shown { page, look: Some(file.look(Page::Map)) })
}

fn two_versions(cx: &mut Read<'_>, filled: Filled, saved: &Entry) -> Result<Opened> {
    let mine = draft::sent(cx, filled)?;
    let theirs = match &saved.payload {
        Some(Payload::MapItem(item)) => item.text.clone(),
        Some(Payload::DangerStatement(said)) => said.text.clone(),
        Some(Payload::SafetyGoal(goal)) => goal.text.clone(),
        _ => String::new(),
    };
    let by = match saved.head.recorded_by {
        Recorder::Account(account)
        | Recorder::Device { account }
        | Recorder::Program { acting_for: Some(account) } => {
            cx.tx.find_account(account)?.map(|known| known.account.person)
        }
        Recorder::GuestLink { person } => Some(person),
        Recorder::Program { acting_for: None } => None,
    };
    let by = by.ok_or(Error::NotFound)?;
    Ok(Opened::TwoVersions { root: saved.head.root, mine, theirs, by })
}

/// Brothers and sisters in whose files the reader may write as well.
pub(crate) fn siblings_written_about(
    cx: &mut Read<'_>,
    file: &File,
    kin: &Kin,
) -> Result<Vec<PersonId>> {
    let files = cx.tx.gather_files(&file.viewer, &kin.siblings(file.child))?;
    let may_write = |file_of| decide(&file.viewer, Action::Write, file_of).is_grant();
    Ok(files.iter().filter(|one| may_write(one)).map(|one| one.child).collect())
}
