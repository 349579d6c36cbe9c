//! The store as the use cases hold it: opened, brought up to date, with its threads running.

use crate::error::Result;
use crate::place::{Connect, Lock, Place};
use crate::queue::{Lane, Queue};
use crate::reader::{self, ReadJob};
use crate::writer::{Pace, WriteJob, Writer};
use crate::{migrate, view};
use domain::id::WriterId;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

/// How many callers may wait for the writers, and for the readers.
const ROOM: usize = 4096;
/// Page caches of SQLite together, in kibibytes.
const CACHES: u32 = 48 * 1024;

/// How a store is opened.
#[derive(Debug)]
pub struct Opening {
    /// Where.
    pub place: Place,
    /// Two series for each writing thread, its entries' and its looks'; SQLite takes the first
    /// pair.
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
    readers: Arc<Queue<ReadJob>>,
    threads: Vec<JoinHandle<()>>,
    rebuilt: u64,
    _lock: Option<Lock>,
}

impl Store {
    /// Opens a store, making it where there is none, and rebuilds the views that are not this
    /// program's.
    pub fn open(opening: &Opening) -> Result<Self> {
        let lock = match &opening.place {
            Place::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                Some(Lock::take(folder)?)
            }
            Place::Postgres(_) => None,
        };
        let mut tx = Connect::new(opening.place.clone(), CACHES / 4).again()?;
        let rebuilt = migrate::bring_up_to_date(&mut tx, view::out_of_date)?;
        drop(tx);
        let mut store = Self {
            place: opening.place.clone(),
            writers: Arc::new(Queue::new(ROOM)),
            readers: Arc::new(Queue::new(ROOM)),
            threads: Vec::new(),
            rebuilt,
            _lock: lock,
        };
        store.start(opening)?;
        Ok(store)
    }

    fn start(&mut self, opening: &Opening) -> Result<()> {
        let writers = match &self.place {
            Place::Folder(_) => 1,
            Place::Postgres(_) => opening.series.len(),
        };
        for (entries, looks) in opening.series.iter().take(writers) {
            let connect = Connect::new(self.place.clone(), CACHES / 2);
            let queue = Arc::clone(&self.writers);
            let (entries, looks, pace) = (*entries, *looks, opening.pace);
            let writer = Writer { connect, queue, entries, looks, pace };
            let tx = writer.connect.again()?;
            self.threads.push(named("kith-writer").spawn(move || writer.run(tx))?);
        }
        let readers = u32::try_from(opening.readers.max(1)).unwrap_or(1);
        for _ in 0..readers {
            let connect = Connect::new(self.place.clone(), CACHES / 2 / readers);
            let queue = Arc::clone(&self.readers);
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

    /// Hands a closure to a reading thread.
    pub fn read(&self, job: ReadJob) -> Result<()> {
        self.readers.put(Lane::Waiting, job)
    }

    /// Finishes what waits and ends the threads.
    pub fn close(&mut self) {
        self.writers.close();
        self.readers.close();
        for thread in self.threads.drain(..) {
            if thread.join().is_err() {
                tracing::error!("a store thread ended badly");
            }
        }
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

/// Makes every view of a store anew; how many entries were replayed.
pub fn rebuild_all(place: &Place) -> Result<u64> {
    let _lock = match place {
        Place::Folder(folder) => Some(Lock::take(folder)?),
        Place::Postgres(_) => None,
    };
    let mut tx = place.connect()?;
    migrate::bring_up_to_date(&mut tx, |_| Ok(view::VIEWS.to_vec()))
}
