//! What is kept of a search, for whom, and for how long.

use crate::desk::councils;
use app::cx::Write;
use app::error::{Error, Result};
use app::search;
use domain::entry::NewEntry;
use domain::id::EntryId;
use domain::look::AtWhat;
use domain::withdrawal::{Because, Withdrawal};
use jiff::SignedDuration;

/// Takes an entry back.
pub fn withdraw(cx: &mut Write<'_, '_>, id: EntryId) -> Result<EntryId> {
    let old = cx.tx().find_entry(id)?.expect("it is there");
    let because = Because::Mistake("a slip".into());
    let new = cx.id();
    let withdrawal = Withdrawal { of: old.head.kind, because };
    cx.record(NewEntry::replacing(new, &old.head, withdrawal.into()))
}

#[test]
fn a_search_is_answered_to_whoever_asked_it_for_thirty_days() {
    for council in councils() {
        let (anita, joel) = (council.anita, council.joel);
        let id = council.keep(anita, "  Idris \u{0} Shah ").expect("kept");
        assert_eq!(council.answer(anita, id, None).expect("answered").typed, "Idris Shah");
        assert!(matches!(council.answer(joel, id, None), Err(Error::NotFound)));
        assert!(matches!(council.keep(anita, " \u{0}\n"), Err(Error::Refused(_))));
        council.keep(anita, "bus").expect("kept");
        council.keep(anita, "bus").expect("kept");
        let edge = council.signed_in(anita);
        let lately = council.kith.read(edge, search::list_lately).wait().expect("read");
        let words: Vec<String> = lately.into_iter().map(|(_, words)| words).collect();
        assert_eq!(words, ["bus", "Idris Shah"]);

        let later = town::stores::that_morning() + SignedDuration::from_hours(30 * 24);
        council.set_now(later);
        assert!(matches!(council.answer(anita, id, None), Err(Error::NotFound)));
        assert_eq!(council.forget(), 0, "not a minute before");
        council.set_now(later + SignedDuration::from_secs(1));
        assert_eq!(council.forget(), 3);
    }
}

#[test]
fn an_answered_search_is_one_look_with_its_words_and_whom_it_showed() {
    for council in councils() {
        let anita = council.anita;
        let idris = council.child("Idris Shah", anita);
        let wren = council.child("Wren", anita);
        council.note(anita, &[wren], "With Idris at the pool.");
        let id = council.keep(anita, "idris").expect("kept");
        let edge = council.signed_in(anita);
        let shown = council.kith.read(edge, move |cx| search::answer(cx, id, None)).wait();
        let Some(AtWhat::List { words, shown }) = shown.expect("answered").look else {
            panic!("a list")
        };
        assert_eq!(words.as_deref(), Some("idris"));
        let mut both = vec![idris, wren];
        both.sort_unstable();
        assert_eq!(shown, both);
    }
}
