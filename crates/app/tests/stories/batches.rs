//! Writing in batches: what shares a commit shares nothing else.

use super::borough::{Borough, boroughs, edge, note};
use app::cx::Write;
use app::error::Error;
use app::kith::Answer;
use domain::entry::NewEntry;
use domain::id::{EntryId, PersonId};
use std::pin::Pin;
use std::sync::Mutex;
use std::sync::mpsc::{Sender, channel};
use std::task::{Context, Poll, Waker};
use store::error::Error as StoreError;

/// Holds every writing thread until it is opened, so that what is sent meanwhile waits together.
pub struct Gate {
    held: Vec<Answer<()>>,
    open: Vec<Sender<()>>,
}

impl Gate {
    pub fn before(borough: &Borough) -> Self {
        let (mut held, mut open) = (Vec::new(), Vec::new());
        let writers = if borough.store.database == "SQLite" { 1 } else { 2 };
        for _ in 0..writers {
            let (opens, opened) = channel::<()>();
            let (enters, entered) = channel();
            let opened = Mutex::new(opened);
            held.push(borough.kith.write(edge(), vec![], move |_| {
                let _ = enters.send(());
                let _ = opened.lock().map(|opened| opened.recv());
                Ok(())
            }));
            entered.recv().expect("a writer holds");
            open.push(opens);
        }
        Self { held, open }
    }

    pub fn open(self) {
        drop(self.open);
        for held in self.held {
            // It kept nothing, so it is all the same to it whether its batch was kept.
            drop(held.wait());
        }
    }
}

fn id(n: u8) -> EntryId {
    EntryId(uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(n)))
}

fn is_there(borough: &Borough, id: EntryId) -> bool {
    borough.kith.read(edge(), move |cx| Ok(cx.tx.find_entry(id)?)).wait().expect("read").is_some()
}

fn writes(
    child: PersonId,
    n: u8,
) -> impl Fn(&mut Write<'_, '_>) -> app::error::Result<EntryId> + Send + 'static {
    move |cx| cx.record(note(id(n), vec![child], "A visit."))
}

#[test]
fn what_fails_in_a_batch_fails_alone_and_leaves_nothing() {
    for borough in boroughs() {
        let child = borough.child();
        let gate = Gate::before(&borough);
        let before = borough.kith.write(edge(), vec![child], writes(child, 1));
        let refused = borough.kith.write(edge(), vec![child], move |cx| {
            writes(child, 2)(cx)?;
            Err::<(), _>(Error::NotYours)
        });
        let stumbles = borough.kith.write(edge(), vec![child], move |cx| {
            writes(child, 3)(cx)?;
            // The panic leaves an inner transaction open.
            cx.tx().transaction(|_| -> Result<(), StoreError> { panic!("on purpose") })?;
            Ok(())
        });
        let denied = borough.kith.write(edge(), vec![], |_| Err::<(), _>(Error::NotFound));
        let behind = borough.kith.write(edge(), vec![child], writes(child, 4));
        gate.open();

        let database = borough.store.database;
        assert_eq!(before.wait().expect("kept"), id(1), "{database}");
        assert!(matches!(refused.wait(), Err(Error::NotYours)), "{database}");
        assert!(matches!(stumbles.wait(), Err(Error::Store(StoreError::Panicked))), "{database}");
        assert!(matches!(denied.wait(), Err(Error::NotFound)), "{database}");
        assert_eq!(behind.wait().expect("kept"), id(4), "{database}");
        let there = [1, 2, 3, 4].map(|n| is_there(&borough, id(n)));
        assert_eq!(there, [true, false, false, true], "{database}");

        borough.write(writes(child, 5));
        assert!(is_there(&borough, id(5)), "{database}: the thread goes on");
        borough.proves_sound();
    }
}

#[test]
fn an_entry_sent_twice_is_one_and_other_words_under_its_id_are_refused() {
    for borough in boroughs() {
        let child = borough.child();
        let send = |words: &'static str| {
            let sent = move |cx: &mut Write<'_, '_>| cx.record(note(id(1), vec![child], words));
            borough.kith.write(edge(), vec![child], sent).wait()
        };
        assert_eq!(send("He was in the garden.").expect("kept"), id(1));
        let entries = borough.entries();
        assert_eq!(send("He was in the garden.").expect("the same"), id(1));
        let other = send("He was in the garden with Lola.");
        assert!(matches!(other, Err(Error::SavedInBetween)), "{}", borough.store.database);
        assert_eq!(borough.entries(), entries, "{}", borough.store.database);
        borough.proves_sound();
    }
}

#[test]
fn two_who_write_one_thing_anew_meet() {
    for borough in boroughs() {
        let child = borough.child();
        borough.write(writes(child, 1));
        let anew = move |cx: &mut Write<'_, '_>, n: u8, words: &str| {
            let old = cx.tx().find_entry(id(1))?.expect("the note");
            let payload = note(id(n), vec![child], words).payload;
            cx.record(NewEntry::replacing(id(n), &old.head, payload))
        };
        let gate = Gate::before(&borough);
        let answers: Vec<_> = [(2, "Anita's words."), (3, "Dana's words.")]
            .into_iter()
            .map(|(n, words)| borough.kith.write(edge(), vec![child], move |cx| anew(cx, n, words)))
            .collect();
        gate.open();
        let (kept, late): (Vec<_>, Vec<_>) =
            answers.into_iter().map(Answer::wait).partition(Result::is_ok);
        assert_eq!((kept.len(), late.len()), (1, 1), "{}", borough.store.database);
        assert!(matches!(late[0], Err(Error::SavedInBetween)), "{}", borough.store.database);
        // The first to come may send hers again.
        let first = *kept[0].as_ref().expect("kept");
        let (n, words) = if first == id(2) { (2, "Anita's words.") } else { (3, "Dana's words.") };
        assert_eq!(borough.write(move |cx| anew(cx, n, words)), first);
        borough.proves_sound();
    }
}

#[test]
fn a_full_queue_says_so_at_once_and_keeps_what_it_took() {
    for borough in boroughs() {
        let gate = Gate::before(&borough);
        let mut taken = Vec::new();
        let refused = loop {
            let mut answer = borough.kith.write(edge(), vec![], |cx| Ok(cx.id()));
            let asked = Pin::new(&mut answer).poll(&mut Context::from_waker(Waker::noop()));
            match asked {
                Poll::Pending => taken.push(answer),
                Poll::Ready(said) => break said.expect_err("nobody has done it yet"),
            }
            assert!(taken.len() < 100_000, "{}: there is no end to it", borough.store.database);
        };
        assert!(matches!(refused, Error::Store(StoreError::Busy)), "{refused}");
        gate.open();
        for waits in taken {
            waits.wait().expect("done");
        }
        borough.proves_sound();
    }
}

#[test]
fn a_store_with_no_room_left_keeps_what_fits_and_goes_on_when_there_is_room() {
    let borough = boroughs().swap_remove(0);
    let child = borough.child();
    borough.write(|cx| Ok(cx.tx().batch("pragma max_page_count = 100")?));
    let gate = Gate::before(&borough);
    let small = borough.kith.write(edge(), vec![child], writes(child, 1));
    let large = borough.kith.write(edge(), vec![child], move |cx| {
        cx.record(note(id(2), vec![child], &"long ".repeat(200_000)))
    });
    let after = borough.kith.write(edge(), vec![child], writes(child, 3));
    gate.open();
    assert!(large.wait().is_err());
    // Whether the others fitted is SQLite's to say; what they were told has to be true.
    let told = [small.wait().is_ok(), after.wait().is_ok()];
    assert_eq!(told, [is_there(&borough, id(1)), is_there(&borough, id(3))]);
    assert!(!is_there(&borough, id(2)));

    borough.write(|cx| Ok(cx.tx().batch("pragma max_page_count = 1000000")?));
    borough.write(writes(child, 4));
    assert!(is_there(&borough, id(4)));
    borough.proves_sound();
}
