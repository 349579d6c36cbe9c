//! A child's story: everything that happened, was said or was decided, newest first, fifty lines
//! at a time.
//!
//! Each line is what an entry says, in its own words, with whose words they are, who wrote them
//! down, or which system they came from. What the reader may not read is neither told nor counted.

use crate::cx::Read;
use crate::error::Result;
use crate::file::File;
use crate::session::Shown;
use domain::access::Action;
use domain::entry::Entry;
use domain::front_page::{Around, Facts};
use domain::id::{AccountId, EntryId, PersonId};
use domain::look::Page;
use domain::mention::mentions;
use domain::story::{Narrow, QUIET_DAYS};
use domain::time::day_of;
use domain::voice::{Recorder, Speaker};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::story::{StoryKey, StoryLine, Told as Line};
use store::story_page::PageAsked;
use ui::story::{Story, Told, What};

pub(crate) mod said;

pub(crate) use said::in_short;

/// Lines of one page.
const LINES: usize = 50;

/// The last line of the page before, as an address says it: `{microseconds}.{root}`.
pub fn parse_before(word: &str) -> Option<StoryKey> {
    let (at, root) = word.split_once('.')?;
    Some((at.parse().ok()?, root.parse().ok()?))
}

/// A page of the story as it stands today, and the look that it is.
pub fn read(
    cx: &mut Read<'_>,
    child: PersonId,
    show: Narrow,
    before: Option<StoryKey>,
) -> Result<Shown<Story>> {
    let file = File::open(cx, Action::OpenFile, child)?;
    let page = find(cx, &file, show, before)?;
    Ok(Shown { page, look: Some(file.look(Page::Story)) })
}

/// A page of the story of a file that is open.
pub fn find(
    cx: &mut Read<'_>,
    file: &File,
    show: Narrow,
    before: Option<StoryKey>,
) -> Result<Story> {
    let now = cx.edge.now;
    let asked = PageAsked { child: file.child, show, before, now, limit: LINES };
    let mut lines = cx.tx.list_story_page(asked, file.reading())?;
    let narrow = cx.tx.count_story_lists(file.child, now, file.reading())?;
    let signs = signs_as(cx, &lines)?;
    let named = lines.iter().flat_map(|line| named_in(line, &signs)).collect::<Vec<_>>();
    let facts = file.read_map(cx, &named)?;
    let telling = Telling { facts: &facts, around: Around::of(&facts), signs: &signs };
    let after = if lines.len() > LINES { lines.pop() } else { None };
    let older = after.as_ref().and(lines.last()).map(|last| address(show, last.key));
    let mut told: Vec<Told> = lines.iter().map(|line| telling.line(line)).collect();
    if show == Narrow::All {
        say_quiet_times(&mut told, after.as_ref());
    }
    let child = telling.around.child().into();
    Ok(Story { as_of: file.today, child, told, narrow, now: show, older })
}

/// The address of the next page, which has no name in it.
fn address(show: Narrow, (at, root): StoryKey) -> String {
    format!("?show={}&before={at}.{root}", show.as_str())
}

/// Whose accounts wrote these.
fn signs_as(cx: &mut Read<'_>, lines: &[StoryLine]) -> Result<BTreeMap<AccountId, PersonId>> {
    let mut accounts: Vec<AccountId> =
        lines.iter().filter_map(|line| account(recorder(line))).collect();
    accounts.sort_unstable();
    accounts.dedup();
    Ok(cx.tx.list_signs_as(&accounts)?.into_iter().collect())
}

const fn recorder(line: &StoryLine) -> Recorder {
    match &line.told {
        Line::Entry(entry) => entry.head.recorded_by,
        Line::Moved { by, .. } => *by,
    }
}

pub(crate) const fn account(recorder: Recorder) -> Option<AccountId> {
    match recorder {
        Recorder::Account(account) | Recorder::Device { account } => Some(account),
        Recorder::Program { acting_for } => acting_for,
        Recorder::GuestLink { .. } => None,
    }
}

/// Who wrote it down; nobody where the program did of its own accord.
pub(crate) fn writer_of(
    recorder: Recorder,
    signs: &BTreeMap<AccountId, PersonId>,
) -> Option<PersonId> {
    match recorder {
        Recorder::GuestLink { person } => Some(person),
        other => account(other).and_then(|account| signs.get(&account)).copied(),
    }
}

/// Everybody whom a line names.
fn named_in(line: &StoryLine, signs: &BTreeMap<AccountId, PersonId>) -> Vec<PersonId> {
    let mut named: Vec<_> = writer_of(recorder(line), signs).into_iter().collect();
    if let Line::Entry(entry) = &line.told {
        named.extend(speaker(entry));
        named.extend(entry.payload.iter().flat_map(mentions));
    }
    named
}

/// Whose words they are, where that is known.
pub(crate) fn speaker(entry: &Entry) -> Option<PersonId> {
    match entry.head.said_by.as_ref()?.who {
        Speaker::Person(person) => Some(person),
        Speaker::Anonymous | Speaker::NotKnown => None,
    }
}

/// What lines are told from.
struct Telling<'a> {
    facts: &'a Facts,
    around: Around<'a>,
    signs: &'a BTreeMap<AccountId, PersonId>,
}

impl Telling<'_> {
    fn line(&self, line: &StoryLine) -> Told {
        match &line.told {
            Line::Entry(entry) => self.entry(line, entry),
            Line::Moved { by, recorded_at } => Told {
                written_by: self.written_by(*by),
                new: self.around.is_new(*recorded_at),
                ..blank(line.key.1, What::Moved, day(line.key.0, *recorded_at))
            },
        }
    }

    fn entry(&self, line: &StoryLine, entry: &Entry) -> Told {
        let head = &entry.head;
        let Some(payload) = &entry.payload else {
            return blank(line.key.1, What::Erased, head.happened.day());
        };
        let says = said::of(payload, self.facts);
        let voice = head.said_by.as_ref();
        let said_by = speaker(entry).or(says.by).filter(|who| self.around.is_named(*who));
        Told {
            title: says.title,
            text: says.text,
            mode: voice.map(|voice| voice.how),
            said_by: said_by.map(|who| self.around.named(who)),
            written_by: self.written_by(head.recorded_by),
            place: says.place,
            speaks_to: said::spoken_to(&head.links, self.facts),
            source: head.source.as_ref().and_then(|source| source.name.clone()),
            key: domain::story::changes_the_picture(payload),
            left_out: matches!(payload, domain::kind::Payload::HousesPage(page) if page.left_out),
            new: self.around.is_new(head.recorded_at),
            ..blank(line.key.1, says.what, head.happened.day())
        }
    }

    fn written_by(&self, recorder: Recorder) -> Option<String> {
        let who = writer_of(recorder, self.signs).filter(|who| self.around.is_named(*who));
        who.map(|who| self.around.named(who).name)
    }
}

fn day(at: i64, otherwise: Timestamp) -> Date {
    day_of(Timestamp::from_microsecond(at).unwrap_or(otherwise))
}

/// A line that says nothing yet.
const fn blank(root: EntryId, what: What, on: Date) -> Told {
    Told {
        root,
        what,
        on,
        title: None,
        text: String::new(),
        mode: None,
        said_by: None,
        written_by: None,
        place: None,
        speaks_to: Vec::new(),
        source: None,
        quiet_before: None,
        key: false,
        left_out: false,
        new: false,
    }
}

/// A long time in which nothing was written is said, between the lines on either side of it.
fn say_quiet_times(told: &mut [Told], after: Option<&StoryLine>) {
    let end = after.and_then(|line| Timestamp::from_microsecond(line.key.0).ok()).map(day_of);
    let older: Vec<_> = told.iter().skip(1).map(|line| Some(line.on)).chain([end]).collect();
    for (line, before) in told.iter_mut().zip(older) {
        let days = before.map(|before| (line.on - before).get_days());
        line.quiet_before = days.filter(|days| *days >= QUIET_DAYS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_page_is_found_again_by_its_address() {
        let key = (-62_000_000, EntryId(Uuid::from_u128(7)));
        let address = address(Narrow::Voice, key);
        let (show, before) = address.split_once("&before=").expect("two parts");
        assert_eq!(show, "?show=voice");
        assert_eq!(parse_before(before), Some(key));
        assert_eq!(parse_before("yesterday"), None);
    }
}
