//! Finding entries by their words, grouped by child as a page shows them.

use crate::error::Result;
use domain::access::{Part, Viewer, seen};
use domain::front_page::People;
use domain::id::{AccountId, PersonId};
use domain::kind::Payload;
use domain::search::{ChildHits, EntryHit, Sought};
use domain::time::day_of;
use domain::voice::{Recorder, Speaker};
use std::collections::{BTreeMap, BTreeSet};
use store::people::Beside;
use store::search::words::{FoundEntry, PageEnd};
use store::tx::Tx;

/// Entries on a page.
const SHOWN: usize = 20;

/// A page of entries with these words, and where the next begins.
pub(super) fn find(
    tx: &mut Tx,
    viewer: &Viewer,
    sought: &Sought,
    after: Option<&str>,
) -> Result<(Vec<ChildHits>, Option<String>)> {
    let after = match after {
        // An address that somebody changed by hand is the end of the list.
        Some(after) => match parse(after) {
            None => return Ok((Vec::new(), None)),
            end => end,
        },
        None => None,
    };
    let (found, next) = tx.list_with_words(viewer, sought, after, SHOWN)?;
    let page = Page::of(tx, viewer, &found)?;
    let mut groups: Vec<ChildHits> = Vec::new();
    for one in found {
        let Some((child, hit)) = page.hit(one) else { continue };
        match groups.iter_mut().find(|group| group.child == child) {
            Some(group) => group.hits.push(hit),
            None => {
                // Of a file that is not open nothing is said, not even whose it is.
                let name = page.name(child).filter(|_| page.open.contains(&child));
                let name = name.unwrap_or_default();
                groups.push(ChildHits { child, name, hits: vec![hit] });
            }
        }
    }
    Ok((groups, next.map(written)))
}

fn written(end: PageEnd) -> String {
    format!("{}{}", if end.linked { 'l' } else { 'o' }, end.place)
}

fn parse(text: &str) -> Option<PageEnd> {
    let linked = text.starts_with('l');
    let place = text.strip_prefix(['l', 'o'])?.parse().ok()?;
    Some(PageEnd { linked, place })
}

/// Everybody a page names, and which files are open.
struct Page {
    on: jiff::civil::Date,
    people: People,
    writers: BTreeMap<AccountId, PersonId>,
    open: BTreeSet<PersonId>,
}

impl Page {
    fn of(tx: &mut Tx, viewer: &Viewer, found: &[FoundEntry]) -> Result<Self> {
        let (mut named, mut writers) = (BTreeSet::new(), BTreeMap::new());
        let mut children = BTreeSet::new();
        for one in found {
            let head = &one.entry.head;
            children.extend(head.about.iter().copied());
            named.extend(speaker(one));
            if let Some(account) = writer(one)
                && !writers.contains_key(&account)
                && let Some(known) = tx.find_account(account)?
            {
                writers.insert(account, known.account.person);
            }
        }
        let mut open = BTreeSet::new();
        for child in &children {
            if seen(viewer, &tx.file_access(viewer, *child)?).has(Part::FrontPage) {
                open.insert(*child);
            }
        }
        named.extend(writers.values().copied().chain(children));
        let named: Vec<PersonId> = named.into_iter().collect();
        let people = tx.list_people(&named, Beside::default())?;
        Ok(Self { on: day_of(viewer.at), people, writers, open })
    }

    fn name(&self, who: PersonId) -> Option<String> {
        self.people.find(who)?.name(self.on).map(|name| name.full.clone())
    }

    /// The entry, and the child under whom the page files it: one whose file is open.
    fn hit(&self, found: FoundEntry) -> Option<(PersonId, EntryHit)> {
        let head = &found.entry.head;
        let is_open = head.about.iter().any(|child| self.open.contains(child));
        let said_by = speaker(&found).filter(|_| is_open).and_then(|who| self.name(who));
        let written_by = writer(&found)
            .and_then(|account| self.writers.get(&account))
            .and_then(|who| self.name(*who));
        let open = |child: &&PersonId| self.open.contains(*child);
        let child = *head.about.iter().find(open).or(head.about.first())?;
        let beside = head.about.iter().filter(open).filter(|other| **other != child);
        let payload = found.entry.payload.as_ref()?;
        let hit = EntryHit {
            root: head.root,
            kind: head.kind,
            word: word(payload),
            on: head.happened.day(),
            title: title(payload),
            said_by,
            how: head.said_by.as_ref().map(|voice| voice.how),
            written_by,
            linked: found.linked,
            beside: beside.filter_map(|other| Some((*other, self.name(*other)?))).collect(),
            excerpt: found.excerpt,
        };
        Some((child, hit))
    }
}

fn speaker(found: &FoundEntry) -> Option<PersonId> {
    match found.entry.head.said_by.as_ref()?.who {
        Speaker::Person(person) => Some(person),
        Speaker::Anonymous | Speaker::NotKnown => None,
    }
}

const fn writer(found: &FoundEntry) -> Option<AccountId> {
    match found.entry.head.recorded_by {
        Recorder::Account(account) | Recorder::Device { account } => Some(account),
        Recorder::GuestLink { .. } | Recorder::Program { .. } => None,
    }
}

/// What kind of its kind.
const fn word(payload: &Payload) -> &'static str {
    match payload {
        Payload::Note(note) => note.kind.as_str(),
        Payload::MapItem(item) => item.kind.as_str(),
        Payload::Step(step) => step.what.word(),
        _ => "",
    }
}

fn title(payload: &Payload) -> Option<String> {
    match payload {
        Payload::Note(note) => note.title.clone(),
        Payload::Decision(decision) => Some(decision.question.clone()),
        Payload::PlanTrial(trial) => trial.title.clone(),
        Payload::Step(step) => step.words.as_ref().and_then(|words| words.heading.clone()),
        _ => None,
    }
}
