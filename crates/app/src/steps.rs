//! The statutory line of one child, for whoever may see steps.

use crate::children::cards;
use crate::cx::Read;
use crate::emblem::emblem;
use crate::error::{Error, Result};
use crate::session::Shown;
use domain::access::{Action, FileAccess, decide};
use domain::board::BoardChild;
use domain::entry::Entry;
use domain::id::{EntryId, PersonId};
use domain::look::{AtWhat, Page};
use domain::mention::mentions;
use domain::steps_line::{Asked, StepsLine, Who, compose};
use domain::time::day_of;
use std::collections::BTreeSet;
use store::people::Beside;
use store::reading::Reading;
use ui::steps::StepsPage;

/// The page of a child's line, and the look that it is.
pub fn show(cx: &mut Read<'_>, child: PersonId) -> Result<Shown<StepsPage>> {
    let Shown { page: line, look } = read_steps(cx, child)?;
    let whose = cards(cx, &[child], line.as_of)?.pop().ok_or(Error::NotFound)?;
    let emblem = emblem(cx, child)?;
    let child = BoardChild { id: child, called: whose.name.clone(), name: whose.name, emblem };
    Ok(Shown { page: StepsPage { child, line }, look })
}

/// The line of a child as it stands now, and the look that reading it is. Somebody who may see
/// steps and not the rest (a data officer) reads days, kinds and codes, and no words.
pub fn read_steps(cx: &mut Read<'_>, child: PersonId) -> Result<Shown<StepsLine>> {
    let file = cx.authorise(Action::SeeSteps, child)?;
    let viewer = cx.viewer()?;
    let in_words = decide(&viewer, Action::OpenFile, &file).is_grant();
    let mut files = vec![file];
    for beside in cx.tx.list_filed_with(child)? {
        files.push(cx.tx.file_access(&viewer, beside)?);
    }
    let reading = Reading { viewer: &viewer, files: &files };
    let filed = cx.tx.list_steps(child, reading)?;
    let linked = cx.tx.list_linked(child, &roots(&filed.steps), reading)?;
    let sees = |file: &FileAccess| decide(&viewer, Action::SeeSteps, file).is_grant();
    let shared = shared_with(&filed.steps, child);
    let others: Vec<PersonId> = files
        .iter()
        .filter(|file| shared.contains(&file.child) && sees(file))
        .map(|file| file.child)
        .collect();
    let named = filed.steps.iter().filter_map(|step| step.payload.as_ref()).flat_map(mentions);
    let ids: BTreeSet<PersonId> = named.chain(others.iter().copied()).collect();
    let ids: Vec<PersonId> = ids.into_iter().collect();
    let people = cx.tx.list_people(&ids, Beside::default())?;
    let as_of = day_of(cx.edge.now);
    let asked = Asked { child, as_of, in_words, older: filed.older };
    let mut line = compose(asked, &filed.steps, &linked, &people);
    line.also_on = others.iter().filter_map(|id| Who::of(&people, *id, as_of)).collect();
    let look = AtWhat::Page { child, page: Page::Steps, because: None };
    Ok(Shown { page: line, look: Some(look) })
}

/// What the steps are written in.
fn roots(steps: &[Entry]) -> Vec<EntryId> {
    let links = steps.iter().flat_map(|step| &step.head.links).map(|link| link.to);
    links.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Brothers and sisters who have some of these steps too.
fn shared_with(steps: &[Entry], child: PersonId) -> BTreeSet<PersonId> {
    let about = steps.iter().flat_map(|step| &step.head.about).copied();
    about.filter(|other| *other != child).collect()
}
