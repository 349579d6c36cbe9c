//! The store as the use cases hold it: opened, brought up to date, with its threads running.

use crate::error::{Error, Result};
use crate::place::{Connect, Lock, Place, RECORD, Use, make_folder};
use crate::queue::{Lane, Queue};
use crate::reader::{self, ReadJob};
use crate::tx::Tx;
use crate::view::View;
use crate::writer::{Pace, WriteJob, Writer};
use crate::{checkpoint, migrate, view};
use domain::id::WriterId;
use std::sync::{Arc, mpsc};
use std::thread::{self, JoinHandle};

/// How many callers may wait for the writers, and for the readers.
const ROOM: usize = 4096;
/// Page caches of the record, in kibibytes: three quarters for those who read, a quarter for who
/// writes. The looks have a sixteenth beside it, and who brings the log in a sixty-fourth.
const CACHES: u32 = 36 * 1024;
/// The page cache of a connection that brings a store up to date, alone.
const ALONE: u32 = 14 * 1024;

/// How a store is opened.
#[derive(Debug)]
pub struct Opening {
    /// Where.
    pub place: Place,
    /// Two series for each writing thread, its entries' and its looks'; SQLite takes the first
    /// pair, for a thread that writes entries and one that writes looks.
    pub series: Vec<(WriterId, WriterId)>,
    /// How many threads read.
    pub readers: usize,
    /// How the writing threads share themselves.
    pub pace: Pace,
}

/// An open store. Its threads end when it is closed.
pub struct Store {
    place: Place,
    writers: Arc<Queue<WriteJob>>,
    /// Of the thread that writes looks; on PostgreSQL the writers' own.
    looks: Arc<Queue<WriteJob>>,
    readers: Arc<Queue<ReadJob>>,
    threads: Vec<JoinHandle<()>>,
    /// Dropped to end the thread that brings the log in.
    open: Option<mpsc::Sender<()>>,
    rebuilt: u64,
    _lock: Option<Lock>,
}

impl Store {
    /// Opens a store, making it where there is none, and rebuilds the views that are not this
    /// program's.
    pub fn open(opening: &Opening) -> Result<Self> {
        let lock = match &opening.place {
            Place::Folder(folder) => {
                make_folder(folder)?;
                Some(Lock::take(folder)?)
            }
            Place::Postgres(_) => None,
        };
        let rebuilt = bring_up_to_date(&opening.place, view::out_of_date)?;
        let writers = Arc::new(Queue::new(ROOM));
        let looks = match &opening.place {
            Place::Folder(_) => Arc::new(Queue::new(ROOM)),
            Place::Postgres(_) => Arc::clone(&writers),
        };
        let mut store = Self {
            place: opening.place.clone(),
            writers,
            looks,
            readers: Arc::new(Queue::new(ROOM)),
            threads: Vec::new(),
            open: None,
            rebuilt,
            _lock: lock,
        };
        store.start(opening)?;
        Ok(store)
    }

    fn start(&mut self, opening: &Opening) -> Result<()> {
        match &self.place {
            Place::Folder(_) => {
                // One thread writes the first series of the pair, the other the second.
                let series = opening.series.iter().copied().take(1);
                let (writers, looks) = (Arc::clone(&self.writers), Arc::clone(&self.looks));
                for (entries, looked) in series {
                    let record = self.connect(Use::Record, CACHES / 4);
                    let beside = self.connect(Use::Looks, CACHES / 16);
                    self.start_writer(record, &writers, (entries, looked), opening.pace)?;
                    self.start_writer(beside, &looks, (entries, looked), opening.pace)?;
                }
                self.start_bringing_in()?;
            }
            Place::Postgres(_) => {
                let writers = Arc::clone(&self.writers);
                for series in &opening.series {
                    let connect = self.connect(Use::Both, 0);
                    self.start_writer(connect, &writers, *series, opening.pace)?;
                }
            }
        }
        self.start_readers(u32::try_from(opening.readers.max(1)).unwrap_or(1))
    }

    fn connect(&self, what_for: Use, cache: u32) -> Connect {
        Connect::new(self.place.clone(), what_for, cache)
    }

    fn start_writer(
        &mut self,
        connect: Connect,
        queue: &Arc<Queue<WriteJob>>,
        (entries, looks): (WriterId, WriterId),
        pace: Pace,
    ) -> Result<()> {
        let connect = connect.waiting(pace.patience);
        let writer = Writer { connect, queue: Arc::clone(queue), entries, looks, pace };
        let tx = writer.connect.again()?;
        self.threads.push(named("kith-writer").spawn(move || writer.run(tx))?);
        Ok(())
    }

    fn start_bringing_in(&mut self) -> Result<()> {
        let (open, closed) = mpsc::channel();
        let tx = self.connect(Use::Record, CACHES / 64).again()?;
        self.open = Some(open);
        self.threads.push(named("kith-log").spawn(move || checkpoint::run(tx, &closed))?);
        Ok(())
    }

    fn start_readers(&mut self, count: u32) -> Result<()> {
        let connect = self.connect(Use::Record, CACHES / 4 * 3 / count);
        for _ in 0..count {
            let (connect, queue) = (connect.clone(), Arc::clone(&self.readers));
            let tx = connect.again()?;
            self.threads
                .push(named("kith-reader").spawn(move || reader::run(&connect, &queue, tx))?);
        }
        Ok(())
    }

    /// Where it is.
    pub const fn place(&self) -> &Place {
        &self.place
    }

    /// How many entries were replayed into new views when it was opened.
    pub const fn rebuilt(&self) -> u64 {
        self.rebuilt
    }

    /// Hands a closure to a writing thread; [`crate::error::Error::Busy`] at once where too many
    /// wait.
    pub fn write(&self, lane: Lane, job: WriteJob) -> Result<()> {
        self.writers.put(lane, job)
    }

    /// Where what is kept with the looks is handed to the thread that writes it.
    pub fn looks(&self) -> Looks {
        Looks(Arc::clone(&self.looks))
    }

    /// Hands a closure to a reading thread.
    pub fn read(&self, job: ReadJob) -> Result<()> {
        self.readers.put(Lane::Waiting, job)
    }

    /// Finishes what waits and ends the threads.
    pub fn close(&mut self) {
        self.writers.close();
        self.looks.close();
        self.readers.close();
        self.open = None;
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a store thread ended badly");
            }
        }
    }
}

/// The way to the thread that writes looks. A closure on a thread of the store may hold it; were it
/// to hold the store and be the last that does, the thread would wait for its own end.
#[derive(Clone)]
pub struct Looks(Arc<Queue<WriteJob>>);

impl Looks {
    /// Hands over a closure that writes there; [`crate::error::Error::Busy`] at once where too many
    /// wait.
    pub fn write(&self, job: WriteJob) -> Result<()> {
        self.0.put(Lane::Waiting, job)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        self.close();
    }
}

fn named(name: &str) -> thread::Builder {
    thread::Builder::new().name(name.to_owned())
}

/// Makes every view of a store anew but those of these names; how many entries were replayed. One
/// that is out of date is made anew at the next start all the same.
pub fn rebuild_all(place: &Place, except: &[String]) -> Result<u64> {
    if let Some(name) = except.iter().find(|name| !view::VIEWS.iter().any(|v| v.name == **name)) {
        let names: Vec<_> = view::VIEWS.iter().map(|view| view.name).collect();
        let names = names.join(", ");
        return Err(Error::Unfit(format!("there is no view {name}; there are {names}")));
    }
    let _lock = match place {
        Place::Folder(folder) => Some(Lock::take(folder)?),
        Place::Postgres(_) => None,
    };
    let wanted = view::VIEWS.iter().copied();
    let wanted = wanted.filter(|view| !except.iter().any(|name| name == view.name)).collect();
    bring_up_to_date(place, |_| Ok(wanted))
}

/// Makes what is not there and brings over what is older; how many entries were replayed.
fn bring_up_to_date(
    place: &Place,
    stale: impl FnOnce(&mut Tx) -> Result<Vec<&'static View>>,
) -> Result<u64> {
    if let Place::Folder(folder) = place {
        let record = folder.join(RECORD);
        let mut looks = Connect::new(place.clone(), Use::Looks, CACHES / 16).again()?;
        migrate::bring_looks_up_to_date(&mut looks, record.is_file().then_some(&*record))?;
    }
    let mut tx = Connect::new(place.clone(), Use::Both, ALONE).again()?;
    migrate::bring_up_to_date(&mut tx, stale)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn nobody_else_on_the_machine_reads_a_store() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("kith");
        let series = vec![(WriterId(uuid::Uuid::from_u128(1)), WriterId(uuid::Uuid::from_u128(2)))];
        let place = Place::Folder(folder.clone());
        let store =
            Store::open(&Opening { place, series, readers: 1, pace: Pace::SERVING }).unwrap();
        let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
        let files: Vec<_> =
            files.filter(|file| file.extension().is_some_and(|end| end != "lock")).collect();
        assert!(files.len() >= 4, "{files:?}");
        for file in files {
            assert_eq!(mode(&file), 0o600, "{}", file.display());
        }
        drop(store);
    }
}
