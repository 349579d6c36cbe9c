//! Entries by their words: found in the index, then read, asked about, and held against what was
//! typed.
//!
//! ```text
//! few entries have the words       all of them, those of others left out by their marks
//! few of the viewer's have them    all of these
//! many have them                   from the newest back, what is linked first, until a page fills
//! ```
//! Nearly every search is of the first two sorts, and asks the index once or twice. A mark costs
//! the index about as much as a word, and a viewer may have hundreds.

use crate::dialect;
use crate::error::Result;
use crate::journal::EntryRow;
use crate::tx::Tx;
use crate::word::{Found, Wanted, for_person, of_child};
use domain::access::{Action, EntryAudience, FileAccess, Part, Viewer, may_read};
use domain::entry::Entry;
use domain::id::PersonId;
use domain::search::{Excerpt, Sought, excerpt, texts};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Where a page of found entries ends: what is linked stands ahead of all that is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageEnd {
    /// Whether it ends among what is linked.
    pub linked: bool,
    /// The place of its last entry.
    pub place: i64,
}

/// An entry with the words that were looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundEntry {
    /// The version that stands.
    pub entry: Entry,
    /// The words around what was looked for.
    pub excerpt: Excerpt,
    /// It speaks to a worry, a goal or a scale.
    pub linked: bool,
}

/// How many entries are read at a time, and how many for one page at most.
const AT_A_TIME: i64 = 32;
const READ_MAX: usize = 2000;
const OF_SEQ: &str = "select e.seq, e.head, p.body from entry e
    left join payload p on p.seq = e.seq where e.seq = ?1";

/// So many entries are few.
const FEW: usize = 300;

/// A search through entries on its way.
struct Search<'a> {
    viewer: &'a Viewer,
    sought: &'a Sought,
    limit: usize,
    wanted: Wanted,
    files: BTreeMap<PersonId, FileAccess>,
    found: Vec<(PageEnd, FoundEntry)>,
    read: usize,
    /// The last that was read.
    reached: Option<PageEnd>,
}

impl Tx {
    /// A page of the entries that have these words and that this viewer may read, what is linked
    /// ahead, newest first; and where the next page begins, where there is one.
    pub fn list_with_words(
        &mut self,
        viewer: &Viewer,
        sought: &Sought,
        after: Option<PageEnd>,
        limit: usize,
    ) -> Result<(Vec<FoundEntry>, Option<PageEnd>)> {
        let all: Vec<String> = sought.words().into_iter().map(str::to_owned).collect();
        if all.is_empty() || limit == 0 {
            return Ok((Vec::new(), None));
        }
        let mut search = Search {
            viewer,
            sought,
            limit,
            wanted: Wanted { all, any: Vec::new(), linked: None },
            files: BTreeMap::new(),
            found: Vec::new(),
            read: 0,
            reached: None,
        };
        let after = after.unwrap_or(PageEnd { linked: true, place: i64::MAX });
        match search.few(self)? {
            Some(few) => {
                let rest = few.into_iter().filter(|one| PageEnd::of(one) < after);
                search.read(self, rest.collect())?;
            }
            None => search.look_back(self, after)?,
        }
        let mut found = search.found;
        let more = found.len() > limit;
        found.truncate(limit);
        let next = found.last().filter(|_| more).map(|(end, _)| *end);
        // Enough was read for one page: the next goes on where this one stopped looking.
        let next = next.or(search.reached.filter(|_| search.read >= READ_MAX));
        Ok((found.into_iter().map(|(_, entry)| entry).collect(), next))
    }

    /// The marks of what this viewer may at all read: the files that are open to them, those they
    /// come to, and themselves.
    fn readable(&mut self, viewer: &Viewer) -> Result<Vec<String>> {
        let mut children = BTreeSet::new();
        children.extend(self.list_open_for(viewer, Action::OpenFile, (None, i64::MAX))?);
        children.extend(self.list_own_children(viewer)?);
        let marks = children.into_iter().map(of_child);
        Ok(marks.chain([for_person(viewer.person)]).collect())
    }
}

impl PageEnd {
    fn of(found: &Found) -> Self {
        Self { linked: found.is_linked(), place: found.place }
    }
}

impl Search<'_> {
    /// All that have the words and one of the viewer's marks, in the order of a page, where they
    /// are few.
    fn few(&mut self, tx: &mut Tx) -> Result<Option<Vec<Found>>> {
        let limit = i64::try_from(FEW).unwrap_or(i64::MAX);
        let mut found = dialect::list_words(tx, &self.wanted, i64::MAX, limit)?;
        if found.is_empty() {
            return Ok(Some(found));
        }
        self.wanted.any = tx.readable(self.viewer)?;
        if found.len() == FEW {
            found = dialect::list_words(tx, &self.wanted, i64::MAX, limit)?;
            if found.len() == FEW {
                return Ok(None);
            }
        }
        let mine: HashSet<&str> = self.wanted.any.iter().map(String::as_str).collect();
        found.retain(|one| one.marks.split(' ').any(|mark| mine.contains(mark)));
        found.sort_by_key(|one| Reverse(PageEnd::of(one)));
        Ok(Some(found))
    }

    /// Goes back from the end of a page until the next one, and one entry more, is found.
    fn look_back(&mut self, tx: &mut Tx, after: PageEnd) -> Result<()> {
        for linked in [true, false] {
            let mut before = match (after.linked, linked) {
                (false, true) => continue,
                (true, false) => i64::MAX,
                _ => after.place,
            };
            self.wanted.linked = Some(linked);
            while self.found.len() <= self.limit && self.read < READ_MAX {
                let some = dialect::list_words(tx, &self.wanted, before, AT_A_TIME)?;
                let Some(last) = some.last() else { break };
                before = last.place;
                self.read(tx, some)?;
            }
        }
        Ok(())
    }

    fn read(&mut self, tx: &mut Tx, some: Vec<Found>) -> Result<()> {
        for one in some {
            if self.found.len() > self.limit || self.read >= READ_MAX {
                break;
            }
            self.read += 1;
            self.reached = Some(PageEnd::of(&one));
            if let Some(entry) = self.read_one(tx, &one)? {
                self.found.push((PageEnd::of(&one), entry));
            }
        }
        Ok(())
    }

    /// The entry, if it has the words as they were asked for and this viewer may read it.
    fn read_one(&mut self, tx: &mut Tx, one: &Found) -> Result<Option<FoundEntry>> {
        let Some(row) = tx.find::<EntryRow>(OF_SEQ, (one.seq,))? else { return Ok(None) };
        let entry = row.open()?;
        let texts = entry.payload.as_ref().map(texts).unwrap_or_default();
        let Some(excerpt) = excerpt(&texts, self.sought) else { return Ok(None) };
        let head = &entry.head;
        let mut about = Vec::with_capacity(head.about.len());
        for child in &head.about {
            about.push(self.file(tx, *child)?);
        }
        let asked = EntryAudience::of(Part::Rest, &head.audience, head.recorded_by);
        let reads = may_read(self.viewer, &asked, &about);
        Ok(reads.then(|| FoundEntry { entry, excerpt, linked: one.is_linked() }))
    }

    fn file(&mut self, tx: &mut Tx, child: PersonId) -> Result<FileAccess> {
        if let Some(file) = self.files.get(&child) {
            return Ok(file.clone());
        }
        let file = tx.file_access(self.viewer, child)?;
        self.files.insert(child, file.clone());
        Ok(file)
    }
}
