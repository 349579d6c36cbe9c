//! What a use case holds. It never opens a transaction: it is in one.

use crate::chance::{Chance, Seed};
use crate::edge::{Actor, Edge};
use crate::error::{Error, Result};
use crate::package::{Touches, Ways};
use domain::access::{Action, Asked, Decision, FileAccess, Task, Viewer, decide};
use domain::entry::NewEntry;
use domain::id::{Authority, EntryId, PackageOutId, PersonId};
use domain::look::AtWhat;
use domain::voice::Recorder;
use jiff::Timestamp;
use std::sync::Arc;
use store::journal::{Pen, Stamp};
use store::tx::Tx;

/// Reading: one snapshot, who asks, and when it is.
pub struct Read<'a> {
    /// The snapshot.
    pub tx: &'a mut Tx,
    /// Who asks, when.
    pub edge: Edge,
    /// Whose record it is.
    authority: Option<Authority>,
    /// Whether the kit runs without the record.
    pub(crate) alone: bool,
    /// The file that was opened last in this snapshot, as it stands to whoever asks.
    opened: Option<FileAccess>,
    /// What of other files the page tells, beside the one it is of: each is a look.
    also: Vec<AtWhat>,
}

impl<'a> Read<'a> {
    pub(crate) const fn new(
        tx: &'a mut Tx,
        edge: Edge,
        authority: Option<Authority>,
        alone: bool,
    ) -> Self {
        Self { tx, edge, authority, alone, opened: None, also: Vec::new() }
    }

    /// The page tells something of another file too: that is a look, written down with the page's.
    pub(crate) fn looks_also(&mut self, at_what: AtWhat) {
        self.also.push(at_what);
    }

    /// What of other files was told so far.
    pub fn looked_also(&self) -> &[AtWhat] {
        &self.also
    }

    /// Whose record it is.
    pub fn authority(&self) -> Result<Authority> {
        self.authority.ok_or(Error::NoAuthority)
    }

    /// Who is signed in.
    pub fn viewer(&self) -> Result<Arc<Viewer>> {
        self.edge.viewer()
    }

    /// What the viewer may see of this child's file, if they may do this with it.
    pub fn authorise(&mut self, action: Action, child: PersonId) -> Result<FileAccess> {
        let file = authorise(self.tx, &self.edge, action, child)?;
        self.keep_opened(&file);
        Ok(file)
    }

    /// Whether the viewer may do this with this child's file at once.
    ///
    /// # Errors
    /// Where that cannot be asked: a store that fails is no "no".
    pub fn lets(&mut self, action: Action, child: PersonId) -> Result<bool> {
        let viewer = self.edge.viewer()?;
        let file = self.tx.file_access(&viewer, child)?;
        Ok(decide(&viewer, action, &file).is_grant())
    }

    /// The same of several children's files: of all of them, or no.
    pub fn authorise_all(
        &mut self,
        action: Action,
        children: &[PersonId],
    ) -> Result<Vec<FileAccess>> {
        of_all(children, |child| authorise(self.tx, &self.edge, action, child))
    }

    /// A file was opened, and what stands around its page need not ask for it again.
    pub(crate) fn keep_opened(&mut self, file: &FileAccess) {
        self.opened = Some(file.clone());
    }

    /// How a child's file stands to whoever asks.
    pub(crate) fn file(&mut self, child: PersonId) -> Result<FileAccess> {
        match self.opened.take().filter(|file| file.child == child) {
            Some(file) => Ok(file),
            None => Ok(self.tx.file_access(&*self.viewer()?, child)?),
        }
    }

    /// Whether whoever asks may do this, which is about no single file. The console may.
    pub fn may(&self, task: Task) -> Result<()> {
        self.edge.may(task)
    }
}

/// Asks the one rule for one file, and says no as the rule does.
fn authorise(tx: &mut Tx, edge: &Edge, action: Action, child: PersonId) -> Result<FileAccess> {
    let viewer = edge.viewer()?;
    let file = tx.file_access(&viewer, child)?;
    match decide(&viewer, action, &file) {
        Decision::Grant(_) => Ok(file),
        Decision::Ask(Asked::Reason) => Err(Error::ReasonAsked { child, action }),
        Decision::Ask(Asked::BreakGlass) => Err(Error::BreakGlassAsked { child, action }),
        Decision::Ask(Asked::Duty) | Decision::Hide => Err(Error::NotFound),
    }
}

/// Asks for each of these. Where one of them is hidden no reason is asked for any: what is asked
/// would tell that the hidden one is there.
fn of_all(
    children: &[PersonId],
    mut ask: impl FnMut(PersonId) -> Result<FileAccess>,
) -> Result<Vec<FileAccess>> {
    let mut files = Vec::with_capacity(children.len());
    let mut asked = None;
    for child in children {
        match ask(*child) {
            Ok(file) => files.push(file),
            Err(why @ (Error::ReasonAsked { .. } | Error::BreakGlassAsked { .. })) => {
                asked = Some(why);
            }
            Err(why) => return Err(why),
        }
    }
    asked.map_or(Ok(files), Err)
}

/// Writing: the pen, who asks, when it is, and chance.
pub struct Write<'a, 'p> {
    pen: &'a mut Pen<'p>,
    /// Who asks, when.
    pub edge: Edge,
    chance: Chance,
    authority: Option<Authority>,
    ways: Ways,
}

impl<'a, 'p> Write<'a, 'p> {
    pub(crate) fn new(
        pen: &'a mut Pen<'p>,
        edge: Edge,
        (authority, ways): (Option<Authority>, Ways),
    ) -> Self {
        let chance = Chance::new(edge.seed, edge.now);
        Self { pen, edge, chance, authority, ways }
    }

    /// The transaction, to read in and to keep what is no entry.
    pub const fn tx(&mut self) -> &mut Tx {
        self.pen.tx
    }

    /// Now.
    pub const fn now(&self) -> Timestamp {
        self.edge.now
    }

    /// A new id.
    pub fn id(&mut self) -> EntryId {
        self.chance.id()
    }

    /// A seed for a request of its own.
    pub fn seed(&mut self) -> Seed {
        self.chance.seed()
    }

    /// Whose record it is.
    pub fn authority(&self) -> Result<Authority> {
        self.authority.ok_or(Error::NoAuthority)
    }

    /// Who is signed in.
    pub fn viewer(&self) -> Result<Arc<Viewer>> {
        self.edge.viewer()
    }

    /// What the viewer may see of this child's file, if they may do this with it.
    pub fn authorise(&mut self, action: Action, child: PersonId) -> Result<FileAccess> {
        authorise(self.pen.tx, &self.edge, action, child)
    }

    /// The same of several children's files: of all of them, or no.
    pub fn authorise_all(
        &mut self,
        action: Action,
        children: &[PersonId],
    ) -> Result<Vec<FileAccess>> {
        of_all(children, |child| authorise(self.pen.tx, &self.edge, action, child))
    }

    /// Whether whoever asks may do this, which is about no single file. The console may.
    pub fn may(&self, task: Task) -> Result<()> {
        self.edge.may(task)
    }

    /// Gives a store without an authority this one.
    pub fn keep_authority(&mut self, authority: Authority) -> Result<Authority> {
        let kept = self.pen.tx.keep_authority(authority)?;
        self.authority = Some(kept);
        Ok(kept)
    }

    /// Records an entry: whoever asks may write about everyone it is about, or it is refused.
    pub fn record(&mut self, new: NewEntry) -> Result<EntryId> {
        if let Actor::Nobody = self.edge.actor {
            return Err(Error::NobodyAsks);
        }
        if let Actor::Account(_) = self.edge.actor {
            self.authorise_all(Action::Write, &new.about)?;
        }
        self.append(new)
    }

    /// Appends an entry, as whoever asks, now. Asks nobody's leave: for use cases that already
    /// did.
    pub(crate) fn append(&mut self, new: NewEntry) -> Result<EntryId> {
        self.append_by(new, self.edge.actor.recorder())
    }

    /// The same, as whoever wrote it down before somebody brought it here.
    pub(crate) fn append_by(&mut self, new: NewEntry, recorded_by: Recorder) -> Result<EntryId> {
        let stamp = Stamp {
            authority: self.authority()?,
            recorded_at: self.edge.now,
            recorded_by,
            salt: self.chance.salt(),
        };
        let touches = if self.ways.are_none() { None } else { Touches::of(self.tx(), &new)? };
        let written = self.pen.append(new, stamp).map_err(|why| match why {
            store::error::Error::Replaced => Error::SavedInBetween,
            why => Error::Store(why),
        })?;
        if let Some(touches) = touches {
            self.queue(touches)?;
        }
        Ok(written)
    }

    /// Lets a sitting that was filed or changed wait for its turn on each way out.
    fn queue(&mut self, touches: Touches) -> Result<()> {
        let Some(root) = touches.sitting(self.tx())? else { return Ok(()) };
        for way in self.ways.all() {
            let (id, now) = (PackageOutId::first_written_in(self.id()), self.now());
            self.tx().queue_package(id, (root, way), now)?;
        }
        Ok(())
    }
}
