//! A sitting over the houses with everything that belongs to it, or one page of it. Each thing is
//! an entry of its own, and is read only where whoever reads may read that one.

use super::{Telling, may_be_read, speaker};
use crate::cx::Read;
use crate::error::Result;
use crate::story::writer_of;
use crate::whose::said_of;
use domain::access::{FileAccess, Viewer, seen};
use domain::attachment::Medium;
use domain::entry::Entry;
use domain::houses_page::HousesPage;
use domain::houses_session::HousesSession;
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::mention::mentions;
use domain::sharing::How;
use domain::tablet::HandedIn;
use domain::time::london;
use domain::voice::Recorder;
use jiff::civil::Date;
use ui::houses::{
    self, Answered, Came, Choice, Chosen, LeftAs, PassedOn, Pictured, Recorded, SentOut, Sitting,
};
use ui::parents::Family;

/// The entries of a sitting that may be read.
pub(super) struct Found {
    /// The sitting itself.
    session: (Entry, HousesSession),
    /// Who sat there: whoever wrote its first version.
    writer: Recorder,
    /// Only one page of it is read.
    is_page: bool,
    pages: Vec<FoundPage>,
    loose: Vec<Entry>,
    important: Vec<Entry>,
    note: Option<Entry>,
    answers: Vec<Entry>,
    came: Option<Came>,
    left: LeftAs,
}

struct FoundPage {
    entry: Entry,
    page: HousesPage,
    drawing: Option<Entry>,
    sounds: Vec<Entry>,
    photos: Vec<Entry>,
    choices: Vec<Entry>,
}

type Reading<'a> = (&'a Viewer, &'a [FileAccess]);

/// What belongs to this entry, where it is a sitting or a page of one.
pub(super) fn find(cx: &mut Read<'_>, who: Reading<'_>, newest: &Entry) -> Result<Option<Found>> {
    let (session, only) = match &newest.payload {
        Some(Payload::HousesSession(_)) => (Some(newest.clone()), None),
        Some(Payload::HousesPage(page)) => {
            (readable(cx, who, page.session)?, Some(newest.head.root))
        }
        _ => return Ok(None),
    };
    let Some((entry, said)) = session.and_then(of_session) else { return Ok(None) };
    let roots = only.map_or_else(|| said.pages.clone(), |page| vec![page]);
    let mut pages = Vec::with_capacity(roots.len());
    for root in roots {
        pages.extend(find_page(cx, who, root)?);
    }
    let whole = only.is_none();
    let important = if whole { all(cx, who, &said.important)? } else { vec![] };
    let loose = if whole { all(cx, who, &said.loose)? } else { vec![] };
    let note = said.note.filter(|_| whole);
    let note = note.map(|note| readable(cx, who, note)).transpose()?.flatten();
    let answers = if whole { cx.tx.list_beside(entry.head.root)? } else { vec![] };
    let answers = all(cx, who, &answers)?;
    let came = if whole { came(cx, who, entry.head.root)? } else { None };
    let left = if whole { left_as(cx, who, entry.head.root)? } else { LeftAs::default() };
    let first = cx.tx.find_entry(entry.head.root)?;
    let writer = first.map_or(entry.head.recorded_by, |first| first.head.recorded_by);
    let (session, is_page) = ((entry, said), !whole);
    Ok(Some(Found { session, writer, is_page, pages, loose, important, note, answers, came, left }))
}

/// From which tablet it came, and what was said of it there, for whoever has the whole file.
fn came(cx: &mut Read<'_>, (viewer, files): Reading<'_>, root: EntryId) -> Result<Option<Came>> {
    if !files.iter().any(|file| seen(viewer, file).is_whole()) {
        return Ok(None);
    }
    let Some(kept) = cx.tx.find_handed_in_as(root)? else { return Ok(None) };
    let HandedIn { tablet, arrived_at: at, .. } = kept.handed_in;
    let known = cx.tx.find_tablet(tablet, cx.edge.now)?;
    let tablet = known.map(|known| known.tablet.name).unwrap_or_default();
    Ok(Some(Came { tablet, at, said: said_of(cx, &kept)? }))
}

/// Where it went, and whether the reader may take a copy of it along.
fn left_as(cx: &mut Read<'_>, (viewer, files): Reading<'_>, root: EntryId) -> Result<LeftAs> {
    let whole = files.iter().any(|file| seen(viewer, file).is_whole());
    let sent = cx.tx.list_packages_sent(root)?.into_iter().map(|went| SentOut {
        way: went.way,
        to: went.to,
        at: went.at.to_zoned_datetime(london()).datetime(),
        receipt: went.receipt,
    });
    Ok(LeftAs { copy: whole.then_some(root), sent: sent.collect() })
}

fn of_session(entry: Entry) -> Option<(Entry, HousesSession)> {
    match entry.payload.clone() {
        Some(Payload::HousesSession(said)) => Some((entry, said)),
        _ => None,
    }
}

fn find_page(cx: &mut Read<'_>, who: Reading<'_>, root: EntryId) -> Result<Option<FoundPage>> {
    let Some(entry) = readable(cx, who, root)? else { return Ok(None) };
    let Some(Payload::HousesPage(page)) = entry.payload.clone() else { return Ok(None) };
    let drawing = page.drawing.map(|drawing| readable(cx, who, drawing)).transpose()?.flatten();
    let sounds = all(cx, who, &page.sounds)?;
    let photos = all(cx, who, &page.photos)?;
    let choices = cx.tx.list_beside(root)?;
    let choices = all(cx, who, &choices)?;
    Ok(Some(FoundPage { entry, page, drawing, sounds, photos, choices }))
}

/// The pages of a sitting that may be read, without who may see them.
pub(crate) fn pages_of(
    cx: &mut Read<'_>,
    who: Reading<'_>,
    said: &HousesSession,
) -> Result<Vec<houses::Page>> {
    let mut pages = Vec::with_capacity(said.pages.len());
    for root in &said.pages {
        let told = find_page(cx, who, *root)?.map(|page| page.told(&|_| String::new()));
        pages.extend(told.map(|page| houses::Page { choices: vec![], ..page }));
    }
    Ok(pages)
}

/// The newest of it, if it may be read.
fn readable(
    cx: &mut Read<'_>,
    (viewer, files): Reading<'_>,
    root: EntryId,
) -> Result<Option<Entry>> {
    let newest = cx.tx.find_newest(root)?;
    Ok(newest.filter(|entry| may_be_read(viewer, entry, files)))
}

fn all(cx: &mut Read<'_>, who: Reading<'_>, roots: &[EntryId]) -> Result<Vec<Entry>> {
    let mut found = Vec::with_capacity(roots.len());
    for root in roots {
        found.extend(readable(cx, who, *root)?);
    }
    Ok(found)
}

impl Found {
    /// Everybody whom it names.
    pub(super) fn names(&self) -> Vec<PersonId> {
        let pages = self.pages.iter().flat_map(|page| &page.choices);
        let all = pages.chain(&self.important).chain(&self.answers).chain([&self.session.0]);
        all.flat_map(|entry| {
            entry.payload.iter().flat_map(mentions).chain(speaker(entry)).collect::<Vec<_>>()
        })
        .collect()
    }

    /// As it is shown.
    pub(super) fn told(
        self,
        telling: &Telling<'_>,
        (as_of, may_write): (Date, bool),
        family: Option<Family>,
    ) -> Sitting {
        let Self { session, writer, is_page, pages, loose, important, note, answers, came, left } =
            self;
        let (entry, said) = session;
        let (loose_sounds, loose_photos) = apart(&loose);
        let called = |who| telling.around.named(who).called;
        let answers: Vec<Answered> = answers.iter().filter_map(answered).collect();
        let writer = writer_of(writer, telling.signs);
        let writer = writer.filter(|who| telling.around.is_named(*who));
        let answer_by = said.answer_by(entry.head.happened.day());
        Sitting {
            as_of,
            write: (may_write && !is_page).then_some(entry.head.root),
            whole: is_page.then_some(entry.head.root),
            child: called(said.child),
            worker: writer.map(|who| telling.around.named(who).name),
            pages: pages.into_iter().map(|page| page.told(&called)).collect(),
            exact: exact(&said, is_page),
            passed_on: if is_page { vec![] } else { passed_on(&said) },
            important: important.iter().filter_map(important_said).collect(),
            note: note.as_ref().and_then(note_words),
            loose_sounds,
            loose_photos,
            // The page of one house says nothing of what came of the whole.
            answer_by: answer_by.filter(|_| answers.is_empty() && !is_page),
            answers,
            family: family.filter(|_| !is_page),
            how: houses::How { session: said, as_of },
            came,
            left,
        }
    }
}

/// Recordings, and photographs.
fn apart(loose: &[Entry]) -> (Vec<Recorded>, Vec<EntryId>) {
    let of = |entry: &Entry, medium| match &entry.payload {
        Some(Payload::Attachment(file)) => file.what == medium,
        _ => false,
    };
    let sounds = loose.iter().filter(|entry| of(entry, Medium::Sound));
    let photos = loose.iter().filter(|entry| of(entry, Medium::Photo));
    let sounds = sounds.filter_map(recorded).collect();
    (sounds, photos.map(|entry| entry.head.root).collect())
}

fn exact(said: &HousesSession, is_page: bool) -> Vec<(String, Option<String>)> {
    let told = said.exact.iter().filter(|_| !is_page);
    told.map(|exact| (exact.text.clone(), exact.after.clone())).collect()
}

fn passed_on(said: &HousesSession) -> Vec<PassedOn> {
    let told = said.passed_on.iter().map(|passed| PassedOn {
        what: passed.what.clone(),
        to: passed.to.clone(),
        why: passed.why.clone(),
        child_told: passed.child_told,
    });
    told.collect()
}

fn important_said(entry: &Entry) -> Option<houses::Important> {
    let Payload::ImportantSaid(said) = entry.payload.as_ref()? else { return None };
    Some(houses::Important {
        root: entry.head.root,
        words: said.words.clone(),
        danger_now: said.danger_now,
        rung: said.rung().is_some(),
    })
}

fn note_words(entry: &Entry) -> Option<(EntryId, String)> {
    match entry.payload.as_ref()? {
        Payload::Note(note) => Some((entry.head.root, note.text.clone())),
        _ => None,
    }
}

fn answered(entry: &Entry) -> Option<Answered> {
    match entry.payload.as_ref()? {
        Payload::ChildAnswer(answer) => Some(Answered {
            root: entry.head.root,
            on: entry.head.happened.day(),
            words: answer.words.clone(),
            nothing_changed: answer.nothing_changed.clone(),
        }),
        _ => None,
    }
}

impl FoundPage {
    fn told(self, called: &dyn Fn(PersonId) -> String) -> houses::Page {
        let Self { entry, page, drawing, sounds, photos, choices } = self;
        let chosen = choices.iter().filter_map(|entry| choice(entry, called));
        let others = page.others.into_iter().map(|other| Choice {
            who: other.name,
            part: other.part,
            what: Chosen::Answer(other.answer),
        });
        houses::Page {
            root: entry.head.root,
            house: page.house,
            called: page.called,
            title: page.title,
            drawing: drawing.as_ref().and_then(pictured),
            words: page.words.into_iter().map(|words| (words.text, words.by)).collect(),
            path: page.path.map(|place| (place.thousandths, place.words)),
            number: page.number,
            sorted: page.sorted,
            important: page.important,
            left_out: page.left_out,
            sounds: sounds.iter().filter_map(recorded).collect(),
            photos: photos.iter().filter(|file| is_file(file)).map(|file| file.head.root).collect(),
            choices: by_name(chosen.chain(others).collect()),
            missing: page.missing,
        }
    }
}

/// On each page in the same order.
fn by_name(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by(|one, other| one.who.cmp(&other.who));
    choices
}

fn pictured(entry: &Entry) -> Option<Pictured> {
    match entry.payload.as_ref()? {
        Payload::Attachment(file) => {
            Some(Pictured { root: entry.head.root, blob: file.blob, drawn: None })
        }
        _ => None,
    }
}

/// Taken back, it is none any more.
fn is_file(entry: &Entry) -> bool {
    matches!(entry.payload, Some(Payload::Attachment(_)))
}

fn recorded(entry: &Entry) -> Option<Recorded> {
    let Some(Payload::Attachment(file)) = &entry.payload else { return None };
    let (root, broken_off) = (entry.head.root, file.broken_off);
    Some(Recorded { root, seconds: file.seconds, broken_off })
}

fn choice(entry: &Entry, called: &dyn Fn(PersonId) -> String) -> Option<Choice> {
    let Some(Payload::Sharing(sharing)) = &entry.payload else { return None };
    let what = match &sharing.how {
        How::Chosen { answer, .. } => Chosen::Answer(*answer),
        How::PassedOn { why, child_told_first, .. } => {
            Chosen::PassedOn { why: why.clone(), child_told_first: *child_told_first }
        }
    };
    Some(Choice { who: called(sharing.with), part: sharing.part.clone(), what })
}
