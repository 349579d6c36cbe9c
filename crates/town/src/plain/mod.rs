//! A front page the slow and plain way: every entry there ever was is read, and the page is made
//! from those that stand.
//!
//! It shares no code with the views of a store: no table, no key, no rank worked out in advance.
//! Where it and a store disagree, one of them is wrong. Only the rules of the page itself
//! (`domain::front_page::compose`) and who may read what (`domain::access`) are the same.

mod kin;
mod lines;
mod people;

use domain::access::{EntryAudience, FileAccess, Part, Viewer, may_read};
use domain::entry::{Entry, Head};
use domain::front_page::{Facts, FrontPage, compose};
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::voice::{Recorder, Speaker};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// An entry that stands, with what it says.
#[derive(Clone, Copy)]
struct Standing<'a> {
    head: &'a Head,
    payload: &'a Payload,
}

/// A whole journal, as it stands for one reader on one day.
pub struct Plain<'a> {
    standing: Vec<Standing<'a>>,
    viewer: &'a Viewer,
    files: &'a [FileAccess],
    as_of: Date,
}

impl<'a> Plain<'a> {
    /// What stands of these entries; `files` are the files of every child they are about.
    pub fn of(entries: &'a [Entry], viewer: &'a Viewer, files: &'a [FileAccess], on: Date) -> Self {
        let replaced: BTreeSet<EntryId> =
            entries.iter().filter_map(|entry| entry.head.replaces).collect();
        let stands = |entry: &&Entry| !replaced.contains(&entry.head.id);
        let says = |entry: &'a Entry| {
            let payload = entry.payload.as_ref()?;
            let ends = matches!(payload, Payload::Withdrawal(_) | Payload::Erasure(_));
            (!ends).then_some(Standing { head: &entry.head, payload })
        };
        let standing = entries.iter().filter(stands).filter_map(says).collect();
        Self { standing, viewer, files, as_of: on }
    }

    /// The front page of a child whose file is open to the reader and who has not looked before;
    /// none where there is no such child.
    pub fn front_page(&self, child: PersonId) -> Option<FrontPage> {
        let kin = self.kin(child);
        let (last_seen, lately) = (self.last_seen(child), self.lately(child));
        let mut facts = Facts {
            important: Vec::new(),
            child,
            as_of: self.as_of,
            looked_at: None,
            cards: self.cards(child),
            last_seen,
            lately,
            kin,
            people: domain::front_page::People::default(),
        };
        facts.people = self.people(&facts);
        facts.people.find(child).is_some().then(|| compose(&facts))
    }

    /// Whether the reader may read this as a part of the front page.
    fn reads(&self, one: &Standing<'_>, child: PersonId) -> bool {
        let mut about = one.head.about.clone();
        if !about.contains(&child) {
            about.push(child);
        }
        let file = |child: &PersonId| self.files.iter().find(|file| file.child == *child).cloned();
        let files: Vec<FileAccess> = about.iter().filter_map(file).collect();
        let asked = EntryAudience::of(Part::FrontPage, &one.head.audience, one.head.recorded_by);
        files.len() == about.len() && may_read(self.viewer, &asked, &files)
    }

    /// Whose words: who said it, else the guest who wrote it.
    fn said_by(one: &Standing<'_>) -> Option<PersonId> {
        let guest = match one.head.recorded_by {
            Recorder::GuestLink { person } => Some(person),
            _ => None,
        };
        match one.head.said_by.as_ref().map(|voice| voice.who) {
            Some(Speaker::Person(person)) => Some(person),
            Some(Speaker::Anonymous | Speaker::NotKnown) | None => guest,
        }
    }

    /// Whose words, else who wrote them down.
    fn voice(&self, one: &Standing<'_>) -> Option<PersonId> {
        Self::said_by(one).or_else(|| match one.head.recorded_by {
            Recorder::Account(account) | Recorder::Device { account } => {
                self.standing.iter().find_map(|other| match other.payload {
                    Payload::Account(signs) if other.head.root.0 == account.0 => Some(signs.person),
                    _ => None,
                })
            }
            _ => None,
        })
    }
}
