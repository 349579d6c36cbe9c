//! A sitting over the three houses, as a tablet wrote it down: its opened ops in order, read
//! within bounds into what it amounts to (`docs/kit.md`).
//!
//! ```text
//! begin ─ level ─ page ─ stroke ─ stroke ─ words ─ share ─ … ─ finish
//!                   └── one drawing: these lines, byte for byte ──┘
//! ```
//! Of what is said twice the newest counts. A kind that this program does not know is counted and
//! let be. What cannot be what a tablet writes is refused by the number of its op ([`read`]), or
//! counted where the rest must not be lost for it ([`read_what_opens`]); whoever holds the sealed
//! ops still has them. Deliberately absent: what the record makes of it, and the bytes
//! of sounds and photographs, which come beside it.

mod fault;
mod op;
mod reading;
mod session;

use uuid::Uuid;

pub use fault::{
    ATTACHMENTS_MAX, Fault, ON_A_PAGE_MAX, OP_BYTES_MAX, OPS_MAX, PAGES_MAX, PATH_MAX, SAID_MAX,
    TEXT_MAX,
};
pub use session::{Begun, Important, Loose, OwnNote, Page, Photo, Session, Share, Sound};

/// Reads the opened ops of one sitting, each one JSON object, in order.
///
/// # Errors
/// At the first op that is not what a tablet writes.
pub fn read<'a>(ops: impl IntoIterator<Item = &'a [u8]>) -> Result<Session, Fault> {
    let mut reading = reading::Reading::default();
    for (bytes, n) in ops.into_iter().zip(1..) {
        reading.take(bytes, n)?;
    }
    reading.done()
}

/// Reads what opened of the ops of this session, in order; one that did not is none. What did not
/// open or cannot be read is counted. Words of a page whose beginning is lost become exact words of
/// the sitting; recordings of such a page lie on none.
///
/// # Errors
/// Where not one can be read.
pub fn read_what_opens<'a>(
    session: Uuid,
    ops: impl IntoIterator<Item = Option<&'a [u8]>>,
) -> Result<Session, Fault> {
    let mut reading = reading::Reading::forgiving(session);
    let (mut read, mut unopened) = (0, 0);
    for (bytes, n) in ops.into_iter().zip(1..) {
        let done = reading.take_what_opens(bytes, n);
        *(if done { &mut read } else { &mut unopened }) += 1;
    }
    if read == 0 {
        return Err(Fault::Empty);
    }
    let mut session = reading.done()?;
    session.unopened += unopened;
    Ok(session)
}

#[cfg(test)]
mod tests;
