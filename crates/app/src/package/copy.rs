//! A copy of a sitting that a person takes out of the record: for another system of the authority,
//! for the child, for somebody outside the family whom the child said yes for. Whoever is at home
//! is shown it instead (`parents`): first it is asked whether the child knows, and is safe.
//!
//! Whoever may open the whole of the child's file may take one, and says why in their own words: a
//! copy is out of the record's hands, and the family may ask who took it. That it was taken, for
//! whom and why is written down before its first byte leaves. What they may not read is not in it.

use super::Packing;
use super::whole::{bring, gather};
use crate::cx::Read;
use crate::entry::{may_be_read, newest};
use crate::error::{Error, Result, Why};
use crate::kith::Kith;
use crate::parents::is_of_the_family;
use crate::parents::offer::offer;
use crate::reader::{Reader, reader};
use crate::session::{Caller, Shown};
use crate::sitting::{Gathered, Gathering, NotBrought};
use crate::typed::Typed;
use domain::access::seen;
use domain::entry::Entry;
use domain::front_page::Around;
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::look::{AtWhat, CopyFor};
use domain::sharing::{Answer, How};
use domain::time::day_of;
use exchange::package::{For, Making, Named, NoPackage, Package, Sitting};
use std::io::{Error as Broken, Write};
use std::sync::Arc;
use std::time::Duration;
use store::front_page::Asked;
use store::reading::Reading;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, mpsc, oneshot};
use ui::packages::{CopyPage, Somebody};

/// The longest reason, in characters.
const WHY_MAX: usize = 500;
/// A piece of the file on its way.
const PIECE: usize = 64 * 1024;
/// How many pieces may wait for whoever takes them.
const WAITING: usize = 4;
/// Whoever takes no piece for so long gets no more.
const PATIENCE: Duration = Duration::from_mins(1);

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct TypedCopy {
    /// "system", "child", or a person's id.
    pub whom: String,
    /// Why.
    pub why: String,
}

/// Why there is no copy.
#[derive(Debug)]
pub enum NotTaken {
    /// The rule of packages says no.
    No(NoPackage),
    /// Something of it is not here at the moment.
    NotHere,
    /// Anything else.
    Error(Error),
}

impl From<Error> for NotTaken {
    fn from(why: Error) -> Self {
        Self::Error(why)
    }
}

impl From<NotBrought> for NotTaken {
    fn from(why: NotBrought) -> Self {
        match why {
            NotBrought::Error(why) => Self::Error(why),
            NotBrought::NotHere | NotBrought::NoDrawing => Self::NotHere,
        }
    }
}

/// A piece of the file; an error cuts it off.
pub type Piece = std::result::Result<Vec<u8>, Broken>;

/// A copy on its way.
#[derive(Debug)]
pub struct Taken {
    /// The name of its file, which names nobody.
    pub name: String,
    /// Its bytes.
    pub pieces: mpsc::Receiver<Piece>,
}

/// For whom a copy may be taken: the form.
pub fn ask_copy(cx: &mut Read<'_>, root: EntryId) -> Result<Shown<(Reader, CopyPage)>> {
    let found = find(cx, root, None)?;
    let Found { gathered, people, at_home, child } = found;
    let page = CopyPage {
        root,
        called: gathered.sitting.child.called.clone().unwrap_or_default(),
        important: gathered.sitting.shut_to_parents() == Some(NoPackage::NotForParents),
        people: somebody(people),
        at_home: somebody(at_home),
    };
    let look = Some(AtWhat::Entry { child, root });
    Ok(Shown { page: (reader(cx)?, page), look })
}

fn somebody(people: Vec<Named>) -> Vec<Somebody> {
    people.into_iter().map(|who| Somebody { id: who.id, name: who.name }).collect()
}

/// A sitting, and the child in whose file it is read.
struct Found {
    gathered: Gathered,
    /// For whom a copy may be.
    people: Vec<Named>,
    /// Whom in the family it may be shown to.
    at_home: Vec<Named>,
    child: PersonId,
}

/// The sitting, for whoever may open the whole of the file.
fn find(cx: &mut Read<'_>, root: EntryId, name: Option<&str>) -> Result<Found> {
    let (entry, child) = newest(cx, root)?;
    if !matches!(entry.payload, Some(Payload::HousesSession(_))) {
        return Err(Error::NotFound);
    }
    let viewer = cx.viewer()?;
    let file = cx.file(child)?;
    if !seen(&viewer, &file).is_whole() {
        return Err(Error::NotYours);
    }
    let files = cx.tx.gather_files(&viewer, &entry.head.about)?;
    let may_read = |entry: &Entry| may_be_read(&viewer, entry, &files);
    let gathering = Gathering { root, on: day_of(cx.edge.now), may_read: &may_read };
    let gathered = gather(cx.tx, &gathering, name)?;
    let mut open_to = Vec::new();
    for who in said_yes_for(&gathered.sitting) {
        // What is kept from the family is kept from a copy too.
        if offer(cx.tx, root, who.id, cx.edge.now)?.is_ok() {
            open_to.push(who.clone());
        }
    }
    let ids: Vec<PersonId> = open_to.iter().map(|who| who.id).collect();
    let asked = Asked { child, as_of: day_of(cx.edge.now), looked_at: None };
    let facts = cx.tx.read_map(asked, &ids, Reading { viewer: &viewer, files: &files })?;
    let around = Around::of(&facts);
    let (at_home, people) =
        open_to.into_iter().partition(|who| is_of_the_family(&around.named(who.id)));
    Ok(Found { gathered, people, at_home, child })
}

/// Everybody whom the child said a plain yes for, of any page: each once.
fn said_yes_for(sitting: &Sitting) -> impl Iterator<Item = &Named> {
    let yes = |how: &How| matches!(how, How::Chosen { answer: Answer::Yes, .. });
    let pages = sitting.pages.iter().filter(|page| !page.page.left_out);
    let choices = pages.flat_map(|page| &page.choices);
    let mut plain: Vec<&Named> = choices
        .filter(|choice| choice.part.is_none() && yes(&choice.how))
        .map(|choice| &choice.with)
        .collect();
    plain.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    plain.dedup();
    plain.into_iter()
}

impl Found {
    fn whom(&self, typed: &str) -> Option<For> {
        match typed {
            "system" => Some(For::SameAuthority),
            "child" => Some(For::Child),
            person => {
                let person: PersonId = person.parse().ok()?;
                self.people.iter().find(|who| who.id == person).cloned().map(For::Parent)
            }
        }
    }
}

impl TypedCopy {
    /// For whom, and why; every fault at once.
    fn read(&self, found: &Found) -> Result<(For, String)> {
        let mut fields = Typed::default();
        let because = fields.words("why", &self.why, WHY_MAX);
        let whom = found.whom(&self.whom);
        if whom.is_none() {
            fields.wrong("whom", Why::NotOne);
        }
        fields.done()?;
        Ok((whom.unwrap_or(For::SameAuthority), because.trim().to_owned()))
    }
}

/// For whom, and which person, as the look says.
fn copy_for(whom: &For) -> (CopyFor, Option<PersonId>) {
    match whom {
        For::SameAuthority => (CopyFor::System, None),
        For::Child => (CopyFor::Child, None),
        For::Parent(person) => (CopyFor::Person, Some(person.id)),
    }
}

impl Kith {
    /// Takes a copy of a sitting. What it answers is its name and its bytes as they are made; the
    /// sitting is in memory once.
    pub async fn take_copy(
        &self,
        caller: Caller,
        root: EntryId,
        typed: TypedCopy,
    ) -> std::result::Result<Taken, NotTaken> {
        let packing = Arc::clone(self.packing());
        let named = packing.authority.clone();
        let read = move |cx: &mut Read<'_>| {
            Ok(Shown { page: find(cx, root, named.as_deref())?, look: None })
        };
        let found = self.show(caller.clone(), read).await?;
        let (whom, because) = typed.read(&found)?;
        let (for_whom, person) = copy_for(&whom);
        let turn = packing.turns.take().await.map_err(|_| Error::Keys)?;
        let sitting = bring(self, found.gathered).await?;
        let at = super::to_the_millisecond(caller.now);
        let making = (whom, at, Arc::clone(&packing));
        let (ready, go, pieces) = begin(sitting, making, turn);
        let name = match ready.await {
            Ok(made) => made.map_err(NotTaken::No)?,
            Err(_) => return Err(Error::from(store::error::Error::Panicked).into()),
        };
        let child = found.child;
        let look = AtWhat::Copy { child, root, whom: for_whom, person, because };
        let asked = move |cx: &mut Read<'_>| {
            // Asked again: what was open a moment ago may be shut by now.
            find(cx, root, None)?;
            Ok(Shown { page: (), look: Some(look) })
        };
        self.show(caller, asked).await?;
        // Whoever makes it may have broken off: then the first piece says so.
        let _ = go.send(());
        Ok(Taken { name, pieces })
    }
}

type Ready = oneshot::Receiver<std::result::Result<String, NoPackage>>;

/// Makes the package on a thread of its own, says whether it is one, and writes it once it is told
/// to go.
fn begin(
    sitting: Sitting,
    (whom, at, packing): (For, jiff::Timestamp, Arc<Packing>),
    turn: OwnedSemaphorePermit,
) -> (Ready, oneshot::Sender<()>, mpsc::Receiver<Piece>) {
    let (say, ready) = oneshot::channel();
    let (go, told) = oneshot::channel();
    let (send, pieces) = mpsc::channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let making = Making { whom, at, program: &packing.program, replaces: None };
        let package = match Package::of(&sitting, &making) {
            Ok(package) => package,
            Err(why) => return drop(say.send(Err(why))),
        };
        let pdf = packing.printer.as_ref().and_then(|printer| printer.pdf_of(&package));
        let package = pdf.into_iter().fold(package, Package::with_pdf);
        let _ = say.send(Ok(package.name()));
        if told.blocking_recv().is_err() {
            return;
        }
        let mut out = Out { send, piece: Vec::with_capacity(PIECE) };
        let done = package.zip(&mut out).and_then(|()| out.flush());
        if let Err(why) = done {
            let _ = out.hand_over(Err(why));
        }
    });
    (ready, go, pieces)
}

/// Hands pieces to whoever takes them.
struct Out {
    send: mpsc::Sender<Piece>,
    piece: Vec<u8>,
}

impl Out {
    fn hand_over(&self, piece: Piece) -> std::io::Result<()> {
        let sent = Handle::current()
            .block_on(async { tokio::time::timeout(PATIENCE, self.send.send(piece)).await });
        match sent {
            Ok(Ok(())) => Ok(()),
            _ => Err(Broken::from(std::io::ErrorKind::BrokenPipe)),
        }
    }
}

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        if piece.is_empty() { Ok(()) } else { self.hand_over(Ok(piece)) }
    }
}
