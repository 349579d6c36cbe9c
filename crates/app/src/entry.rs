//! One thing that was written, whole: whose words, who wrote them down, whom they are about, what
//! they speak to, and every version there ever was.
//!
//! Who may open it is decided by its newest version; each older one is shown to who may read that
//! one, with the children it was about then. A child whose file is not open is not named.

mod part;
mod sitting;

pub(crate) use sitting::pages_of;

use crate::board::siblings_written_about;
use crate::cx::Read;
use crate::error::{Error, Result};
use crate::file::File;
use crate::opened::{Opened, open};
use crate::session::Shown;
use crate::story::{in_short, said, speaker, writer_of};
use domain::access::{Action, EntryAudience, FileAccess, Part, Viewer, decide, may_read, seen};
use domain::board::Open;
use domain::entry::{Entry, Relation};
use domain::front_page::{Around, Facts};
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::Payload;
use domain::look::AtWhat;
use domain::mention::mentions;
use domain::time::london;
use domain::voice::{Mode, Recorder};
use domain::withdrawal::Because;
use std::collections::{BTreeMap, BTreeSet};
use store::story::TOLD;
use ui::entry::{EntryPage, LeftOpenForm, Linked, Stands, Version};
use ui::urls;

/// An entry, and the look that it is.
pub fn read(cx: &mut Read<'_>, root: EntryId) -> Result<Shown<Opened<EntryPage>>> {
    let versions = cx.tx.list_versions(root)?;
    let newest = versions.last().filter(|newest| newest.head.root == root);
    let newest = newest.ok_or(Error::NotFound)?;
    let said = versions.iter().rev().find(|version| TOLD.contains(&version.head.kind));
    said.ok_or(Error::NotFound)?;
    let viewer = cx.viewer()?;
    let files = cx.tx.gather_files(&viewer, &newest.head.about)?;
    let all = files_of_all(cx, &viewer, &versions)?;
    let child = readable_in(cx, &viewer, newest, &files)?;
    let file = File::open(cx, Action::OpenFile, child)?;
    let readable: Vec<(usize, &Entry)> =
        (1..).zip(&versions).filter(|(_, version)| may_be_read(&viewer, version, &all)).collect();
    let page = page(cx, &file, (&files, &all), &readable)?;
    let look = Some(AtWhat::Entry { child, root });
    open(cx, child, |_| Ok(Shown { page, look }))
}

/// The newest version of an entry, for whoever may read it, and the child in whose file it is read.
pub(crate) fn newest(cx: &mut Read<'_>, root: EntryId) -> Result<(Entry, PersonId)> {
    let newest = cx.tx.find_newest(root)?.filter(|newest| newest.head.root == root);
    let newest = newest.ok_or(Error::NotFound)?;
    let viewer = cx.viewer()?;
    let files = cx.tx.gather_files(&viewer, &newest.head.about)?;
    let child = readable_in(cx, &viewer, &newest, &files)?;
    File::open(cx, Action::OpenFile, child)?;
    Ok((newest, child))
}

/// The files of every child that any version was about.
fn files_of_all(cx: &mut Read<'_>, viewer: &Viewer, versions: &[Entry]) -> Result<Vec<FileAccess>> {
    let about = versions.iter().flat_map(|version| version.head.about.iter().copied());
    let about: Vec<PersonId> = about.collect::<BTreeSet<_>>().into_iter().collect();
    Ok(cx.tx.gather_files(viewer, &about)?)
}

/// Whether this version may be read, by whom it was about and whom it was for then.
pub(crate) fn may_be_read(viewer: &Viewer, version: &Entry, all: &[FileAccess]) -> bool {
    let head = &version.head;
    let about: Vec<FileAccess> =
        all.iter().filter(|file| head.about.contains(&file.child)).cloned().collect();
    let audience = EntryAudience::of(Part::Rest, &head.audience, head.recorded_by);
    may_read(viewer, &audience, &about)
}

/// The child in whose file it is read; or no, as the rule says no. Where one of the files is
/// hidden from the reader, nothing is asked for either.
fn readable_in(
    cx: &mut Read<'_>,
    viewer: &Viewer,
    newest: &Entry,
    files: &[FileAccess],
) -> Result<PersonId> {
    let head = &newest.head;
    let audience = EntryAudience::of(Part::Rest, &head.audience, head.recorded_by);
    let open = files.iter().find(|file| seen(viewer, file).has(Part::Rest));
    if let (true, Some(file)) = (may_read(viewer, &audience, files), open) {
        return Ok(file.child);
    }
    cx.authorise_all(Action::OpenFile, &head.about)?;
    Err(Error::NotFound)
}

fn page(
    cx: &mut Read<'_>,
    file: &File,
    (files, all): (&[FileAccess], &[FileAccess]),
    versions: &[(usize, &Entry)],
) -> Result<EntryPage> {
    let signs = signs_as(cx, versions)?;
    let (_, newest) = versions.last().ok_or(Error::NotFound)?;
    let found = sitting::find(cx, (&file.viewer, all), newest)?;
    let mut named = named_in(versions, &signs);
    named.extend(found.iter().flat_map(sitting::Found::names));
    let open = all.iter().filter(|one| seen(&file.viewer, one).has(Part::Rest));
    let open_files: BTreeSet<PersonId> = open.map(|one| one.child).collect();
    let facts = file.read_map(cx, &named)?;
    let telling = Telling {
        facts: &facts,
        around: Around::of(&facts),
        signs: &signs,
        open_files: &open_files,
    };
    let open = files.iter().filter(|one| seen(&file.viewer, one).has(Part::FrontPage));
    let about = open.map(|one| telling.around.named(one.child)).collect();
    let mut told: Vec<Version> =
        versions.iter().map(|(n, version)| telling.version(version, *n)).collect();
    told.reverse();
    let may_write = files.iter().all(|one| decide(&file.viewer, Action::Write, one).is_grant());
    let is_important = matches!(newest.payload, Some(Payload::ImportantSaid(_)));
    let siblings = if may_write && is_important {
        siblings_written_about(cx, file, &facts.kin)?
    } else {
        Vec::new()
    };
    let about_it = |who: &PersonId| newest.head.about.contains(who);
    let beside = siblings.into_iter().filter(|who| !about_it(who));
    let beside = beside.map(|who| telling.around.named(who)).collect();
    let now = cx.edge.now;
    let family = if may_write && found.is_some() {
        crate::parents::listed(cx.tx, newest.head.root, now, &|who| telling.around.named(who))?
    } else {
        None
    };
    Ok(EntryPage {
        as_of: file.today,
        child: telling.around.child().into(),
        about,
        speaks_to: telling.spoken_to(newest),
        change: change(file.child, newest).filter(|_| may_write),
        said_in: said_in(newest),
        left_open: left_open(newest).filter(|_| may_write),
        beside,
        sitting: found.map(|found| Box::new(found.told(&telling, (file.today, may_write), family))),
        versions: told,
    })
}

/// Where it is written anew: on the desk of the map, or in the form of a note.
fn change(child: PersonId, newest: &Entry) -> Option<String> {
    let root = newest.head.root;
    let on_desk = |open| Some(urls::OnDesk(child, open).to_string());
    match newest.payload.as_ref()? {
        Payload::Note(_) => Some(urls::Replace(root).to_string()),
        Payload::MapItem(item) if !item.off_the_map => on_desk(Open::Edit(root)),
        Payload::DangerStatement(_) => on_desk(Open::Danger(root)),
        Payload::SafetyGoal(goal) => goal.danger.and_then(|danger| on_desk(Open::GoalFor(danger))),
        _ => None,
    }
}

/// The sitting in which something important was said.
fn said_in(newest: &Entry) -> Option<EntryId> {
    match newest.payload.as_ref()? {
        Payload::ImportantSaid(said) => Some(said.session),
        _ => None,
    }
}

/// The form of what was left open, where it is something important that a child said.
fn left_open(newest: &Entry) -> Option<LeftOpenForm> {
    let Some(Payload::ImportantSaid(said)) = &newest.payload else { return None };
    Some(LeftOpenForm::of(newest.head.root, newest.head.id, said))
}

fn signs_as(
    cx: &mut Read<'_>,
    versions: &[(usize, &Entry)],
) -> Result<BTreeMap<AccountId, PersonId>> {
    let accounts = versions.iter().filter_map(|(_, version)| match version.head.recorded_by {
        Recorder::Account(account) | Recorder::Device { account } => Some(account),
        Recorder::Program { acting_for } => acting_for,
        Recorder::GuestLink { .. } => None,
    });
    let accounts: Vec<_> = accounts.collect();
    Ok(cx.tx.list_signs_as(&accounts)?.into_iter().collect())
}

fn named_in(versions: &[(usize, &Entry)], signs: &BTreeMap<AccountId, PersonId>) -> Vec<PersonId> {
    let mut named = Vec::new();
    for (_, version) in versions {
        named.extend(version.head.about.iter().copied());
        named.extend(speaker(version));
        named.extend(writer_of(version.head.recorded_by, signs));
        named.extend(version.payload.iter().flat_map(mentions));
    }
    named.sort_unstable();
    named.dedup();
    named
}

/// What versions are told from.
struct Telling<'a> {
    facts: &'a Facts,
    around: Around<'a>,
    signs: &'a BTreeMap<AccountId, PersonId>,
    open_files: &'a BTreeSet<PersonId>,
}

impl Telling<'_> {
    fn version(&self, version: &Entry, number: usize) -> Version {
        let head = &version.head;
        let writer = writer_of(head.recorded_by, self.signs);
        let writer = writer.filter(|who| self.around.is_named(*who));
        let says = version.payload.as_ref().map(|payload| said::of(payload, self.facts));
        let by = speaker(version).or(says.as_ref().and_then(|says| says.by));
        let by = by.filter(|who| self.around.is_named(*who));
        Version {
            number,
            stands: stands(version),
            what: says.as_ref().map(|says| says.what),
            title: says.as_ref().and_then(|says| says.title.clone()),
            place: says.and_then(|says| says.place),
            on: head.happened.day(),
            said_by: by.map(|who| self.around.named(who)),
            mode: head.said_by.as_ref().map_or(Mode::CloseNote, |voice| voice.how),
            written_by: writer.map(|who| self.around.named(who).name),
            written_at: head.recorded_at.to_zoned_datetime(london()).datetime(),
            source: head.source.as_ref().and_then(|source| source.name.clone()),
            because: because(version),
            parts: self.parts(version),
            seen: self.seen(version),
        }
    }

    fn parts(&self, version: &Entry) -> Vec<ui::entry::Part> {
        let named = |who| self.around.named(who).called;
        let payload = version.payload.as_ref();
        payload.map(|payload| part::of(payload, self.facts, &named)).unwrap_or_default()
    }

    /// Which children were seen, and how they were.
    fn seen(&self, version: &Entry) -> Vec<(String, Option<bool>, Option<String>)> {
        let Some(Payload::Note(note)) = &version.payload else { return Vec::new() };
        let told = |child| self.open_files.contains(&child) && self.around.is_named(child);
        let named = note.seen.iter().filter(|seen| told(seen.child));
        named
            .map(|seen| (self.around.named(seen.child).called, seen.alone, seen.how.clone()))
            .collect()
    }

    /// What it speaks to, as far as the reader may read that.
    fn spoken_to(&self, newest: &Entry) -> Vec<Linked> {
        let links = newest.head.links.iter().filter(|link| link.how != Relation::CameBy);
        let linked = links.filter_map(|link| {
            let (column, short) = in_short(link.to, &self.facts.cards)?;
            Some(Linked { root: link.to, column, short })
        });
        linked.collect()
    }
}

fn stands(version: &Entry) -> Stands {
    match &version.payload {
        None => Stands::Erased,
        Some(Payload::Withdrawal(_)) => Stands::TakenBack,
        Some(_) => Stands::Said,
    }
}

/// Why it took the place of the one before, where somebody wrote that.
fn because(version: &Entry) -> Option<String> {
    match version.payload.as_ref()? {
        Payload::Note(note) => note.anew_because.clone(),
        Payload::HousesSession(said) => said.moved_because.clone(),
        Payload::Withdrawal(gone) => match &gone.because {
            Because::Mistake(words) => Some(words.clone()),
            Because::ImportUndone | Because::GoneFromFile => None,
        },
        _ => None,
    }
}
