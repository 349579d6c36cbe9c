//! A file on its way in: out of the request and into the folder in which files wait, piece by
//! piece. The request is read here, the folder is written on a thread that may wait for a disk.
//!
//! What is too large is read to its end all the same, and thrown away: a browser that is cut off
//! while it sends shows no answer.

use crate::parts::FilePart;
use app::chance::Seed;
use app::import::held::{HeldFile, Holding, NotHeld};
use axum::body::{Body, HttpBody as _};
use domain::id::AccountId;
use jiff::Timestamp;
use std::future::poll_fn;
use std::path::PathBuf;
use std::pin::Pin;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::task::{JoinHandle, spawn_blocking};

/// The most bytes that are read of one request, most of them thrown away.
const READ_MOST: u64 = 2_000_000_000;
/// How many pieces may wait for the disk.
const PIECES: usize = 8;

/// For whom a file is held, where, and since when.
pub(crate) struct Bringer {
    /// The folder.
    pub folder: PathBuf,
    /// Whoever brings it.
    pub account: AccountId,
    /// Now.
    pub now: Timestamp,
    /// Chance, for its name.
    pub seed: Seed,
}

/// Why there is no file.
pub(crate) enum NotBrought {
    /// None was chosen.
    NoFile,
    /// It broke off, or is no form.
    CutShort,
    /// The folder did not take it.
    NotHeld(NotHeld),
}

enum Piece {
    Bytes(Vec<u8>),
    Last,
}

/// Brings in the file of one field.
pub(crate) async fn bring(part: FilePart, body: Body, by: Bringer) -> Result<HeldFile, NotBrought> {
    let (pieces, come) = channel(PIECES);
    let writing = spawn_blocking(move || write(&by, come));
    let read = read(part, body, &pieces).await;
    let whole = matches!(read, Ok(true));
    if whole {
        // Whoever writes may have stopped: then it says why.
        let _ = pieces.send(Piece::Last).await;
    }
    drop(pieces);
    match (held(writing).await, read) {
        (Err(why), _) => Err(NotBrought::NotHeld(why)),
        (Ok(Some(file)), Ok(true)) => Ok(file),
        (Ok(_), Ok(false)) => Err(NotBrought::NoFile),
        (Ok(_), _) => Err(NotBrought::CutShort),
    }
}

async fn held(
    writing: JoinHandle<Result<Option<HeldFile>, NotHeld>>,
) -> Result<Option<HeldFile>, NotHeld> {
    writing.await.unwrap_or_else(|why| Err(NotHeld::File(std::io::Error::other(why))))
}

/// Writes what comes; nothing stays where the last piece does not.
fn write(by: &Bringer, mut come: Receiver<Piece>) -> Result<Option<HeldFile>, NotHeld> {
    let Some(mut piece) = come.blocking_recv() else { return Ok(None) };
    let mut holding = Holding::begin(&by.folder, by.account, by.now, by.seed)?;
    loop {
        match piece {
            Piece::Bytes(bytes) => holding.write(&bytes)?,
            Piece::Last => return holding.finish().map(Some),
        }
        match come.blocking_recv() {
            Some(next) => piece = next,
            None => return Ok(None),
        }
    }
}

/// Reads the request to its end; whether there was a file in it.
async fn read(mut part: FilePart, mut body: Body, pieces: &Sender<Piece>) -> Result<bool, ()> {
    let mut length: u64 = 0;
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        let Ok(came) = frame.map_err(drop)?.into_data() else { continue };
        length = length.saturating_add(came.len() as u64);
        if length > READ_MOST {
            return Err(());
        }
        let bytes = part.take(&came).map_err(drop)?;
        if !bytes.is_empty() {
            // Where whoever writes has stopped, the rest is thrown away.
            let _ = pieces.send(Piece::Bytes(bytes)).await;
        }
    }
    part.finish().map_err(drop)
}
