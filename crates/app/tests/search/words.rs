//! Entries, by their words.

use crate::desk::{Council, councils, note, record, works};
use crate::kept::withdraw;
use domain::entry::{Audience, Link, NewEntry, Relation};
use domain::id::{EntryId, PersonId};
use domain::involvement::Role as Part;
use domain::restriction::Whom;
use domain::search::Answer;

impl Council {
    /// Views are what the journal says, those of words too.
    pub fn is_sound(&self) {
        let difference = app::upkeep::check_views(&self.store.place).expect("checked");
        assert_eq!(difference, None, "{}", self.store.database);
    }
}

fn replace(council: &Council, id: EntryId, text: &str) -> EntryId {
    let text = text.to_owned();
    council.write(move |cx| {
        let old = cx.tx().find_entry(id)?.expect("it is there");
        let new = cx.id();
        cx.record(NewEntry::replacing(new, &old.head, note(&text)))
    })
}

fn roots(answer: &Answer) -> Vec<EntryId> {
    answer.entries.iter().flat_map(|group| &group.hits).map(|hit| hit.root).collect()
}

#[test]
fn words_are_found_as_they_stand_and_no_longer_once_they_are_replaced_or_withdrawn() {
    for council in councils() {
        let anita = council.anita;
        let idris = council.child("Idris Mahoney-Shah", anita);
        let id = council.note(anita, &[idris], "His left arm hung. Nan saw it at the launderette.");
        assert_eq!(council.entries(anita, "LAUNDERETTE arm").len(), 1);
        assert!(council.entries(anita, "laundrette").is_empty(), "words are not guessed at");

        let second = replace(&council, id, "His right arm hung, said Żółwińska’s cousin.");
        assert!(council.entries(anita, "launderette").is_empty(), "the old words are gone");
        assert_eq!(council.entries(anita, "zolwinska right").len(), 1);
        assert_eq!(roots(&council.search(anita, "zolwinska")), [id], "under its first id");
        let versions = council.write(move |cx| Ok(cx.tx().list_versions(id)?.len()));
        assert_eq!(versions, 2, "the history stays");
        council.is_sound();

        let gone = council.write(move |cx| withdraw(cx, second));
        assert!(council.entries(anita, "zolwinska").is_empty());
        let old = council.write(move |cx| {
            let withdrawn = cx.tx().find_entry(gone)?.expect("it is there");
            let new = cx.id();
            cx.record(NewEntry::replacing(new, &withdrawn.head, note("It was the right arm.")))
        });
        assert_eq!(council.entries(anita, "right arm"), ["It was the right arm."], "{old}");
        council.is_sound();
    }
}

#[test]
fn a_search_finds_the_same_once_the_views_are_made_anew() {
    for council in councils() {
        let anita = council.anita;
        let idris = council.child("Idris", anita);
        let first = council.note(anita, &[idris], "The bus came late.");
        council.note(anita, &[idris], "The bus came early.");
        replace(&council, first, "The bus came late, again.");
        let before = council.entries(anita, "bus came");
        assert_eq!(before, ["The bus came early.", "The bus came late, again."]);
        let Council { kith, store, .. } = council;
        drop(kith);
        let all = app::upkeep::rebuild(&store.place, &[]).expect("made anew");
        let but_words = app::upkeep::rebuild(&store.place, &["word".to_owned()]);
        assert_eq!(but_words.expect("made anew"), all, "the words are left as they are");
        let unknown = app::upkeep::rebuild(&store.place, &["wrod".to_owned()]);
        assert!(unknown.expect_err("no such view").to_string().contains("there is no view wrod"));
        let kith = store.open(9).expect("opened");
        let edge = app::edge::Edge {
            now: town::stores::that_morning(),
            seed: [200; 32],
            actor: app::edge::Actor::Console,
        };
        let found = kith.read(edge, move |cx| {
            let known = cx.tx.find_account(anita.account)?.expect("Anita");
            let viewer = known.viewer(town::stores::that_morning());
            let sought = domain::search::Sought::parse("bus came");
            Ok(cx.tx.list_with_words(&viewer, &sought, None, 20)?.0)
        });
        let after: Vec<String> =
            found.wait().expect("read").into_iter().map(|found| found.excerpt.text).collect();
        assert_eq!(after, before);
    }
}

#[test]
fn what_speaks_to_a_worry_stands_ahead_and_a_list_goes_on_where_it_ended() {
    for council in councils() {
        let anita = council.anita;
        let idris = council.child("Idris", anita);
        let worry = council.note(anita, &[idris], "A worry.");
        let linked =
            council.note_with(anita, &[idris], "Bedtime, and it speaks to a worry.", move |new| {
                new.links.push(Link { how: Relation::SpeaksTo, to: worry });
            });
        let later: Vec<EntryId> = (0..45)
            .map(|n| council.note(anita, &[idris], &format!("Bedtime number {n}.")))
            .collect();
        let id = council.keep(anita, "bedtime").expect("kept");
        let mut all = Vec::new();
        let mut older = None;
        let mut pages = 0;
        loop {
            let page = council.answer(anita, id, older.as_deref()).expect("answered");
            all.extend(roots(&page));
            pages += 1;
            older = page.older;
            if older.is_none() {
                break;
            }
        }
        let newest_first: Vec<EntryId> = later.into_iter().rev().collect();
        assert_eq!(all[0], linked, "ahead of all that is newer");
        assert_eq!(all[1..], newest_first);
        assert_eq!(pages, 3);
        let nonsense = council.answer(anita, id, Some("x' or 1=1")).expect("answered");
        assert!(nonsense.entries.is_empty() && nonsense.older.is_none());
    }
}

#[test]
fn nobody_reads_by_searching_what_they_may_not_read() {
    for council in councils() {
        let (anita, joel, colin) = (council.anita, council.joel, council.colin);
        let idris = council.child("Idris", anita);
        let wren = council.child("Wren", joel);
        council.note(anita, &[idris], "The zebra was his.");
        assert_eq!(council.entries(anita, "zebra").len(), 1);
        assert_eq!(council.entries(colin, "zebra").len(), 1, "who answers for her team");
        for nobody in [joel, council.on_call, council.guardian, council.data_officer] {
            assert!(council.entries(nobody, "zebra").is_empty());
        }

        council.write(move |cx| record(cx, vec![idris, wren], note("Both saw the giraffe.")));
        assert_eq!(council.entries(joel, "giraffe").len(), 1, "through Wren’s file");
        council.restrict(wren, Whom::Only(vec![joel.person]));
        assert!(council.entries(anita, "giraffe").is_empty(), "Wren’s file is for Joel alone");
        assert_eq!(council.entries(joel, "giraffe").len(), 1);

        let sealed = |new: &mut NewEntry| new.audience.sealed = true;
        council.note_with(colin, &[idris], "Under seal: okapi.", sealed);
        assert_eq!(council.entries(anita, "okapi").len(), 1, "she leads");
        let helper = council.health_visitor;
        council.write(move |cx| works(cx, idris, helper.person, Part::CoWorker));
        assert_eq!(council.entries(helper, "zebra").len(), 1);
        assert!(council.entries(helper, "okapi").is_empty(), "sealed");
        let for_joel = move |new: &mut NewEntry| {
            new.audience = Audience { persons: vec![joel.person], ..Audience::default() };
        };
        council.note_with(anita, &[idris], "For Joel too: ocelot.", for_joel);
        assert_eq!(council.entries(joel, "ocelot").len(), 1, "it names him");
        assert!(council.entries(joel, "zebra").is_empty());
    }
}

/// Texts with what other programs stumble over.
const TEXTS: [&str; 6] = [
    "He said <b>\"no\"</b> & ran; it's O'Brien's dog: 'drop table entry;--'",
    "Łukasz i Agnieszka – Żółw. Олександр шукає. محمد جاء.",
    "孩子今天很高兴。मेरी बहन अकेली है।",
    "NOT near the AND, nor the OR. col:value * ^caret",
    "a b c d e f g h i j k l m n o p",
    "👩‍👧 e\u{301}tude naïve ſtraße",
];

/// What somebody may type.
const TYPED: [&str; 41] = [
    "\"",
    "'",
    "*",
    ":",
    "(",
    ")",
    "^",
    "-",
    "NOT",
    "AND",
    "OR",
    "NEAR(a b)",
    "a OR b",
    "he*",
    "\"he said",
    "words:he",
    "word_text",
    "<b>",
    "o'brien",
    "OBrien’s",
    "'; drop table entry;--",
    "lukasz",
    "ŁUKASZ zolw",
    "oleksandr",
    "محمد",
    "高兴",
    "今天很",
    "बहन",
    "\"not near\"",
    "\"near not\"",
    "a b c d e f g h i j k l m",
    "etude naive",
    "strasse",
    "\u{0}he\u{0}",
    "% _ \\",
    "$1 ?1 {}",
    "_linked",
    "_c00",
    "👩‍👧",
    "&|!",
    "he & !said",
];

#[test]
fn whatever_is_typed_is_harmless_and_both_databases_find_the_same() {
    let mut found = Vec::new();
    for council in councils() {
        let anita = council.anita;
        let idris = council.child("Idris", anita);
        for text in TEXTS {
            council.note(anita, &[idris], text);
        }
        let mut all = Vec::new();
        for typed in TYPED {
            let entries = council.keep(anita, typed).map(|_| council.entries(anita, typed));
            all.push((typed, entries.unwrap_or_default()));
        }
        let of =
            |typed: &str| all.iter().find(|(other, _)| *other == typed).map_or(0, |(_, f)| f.len());
        for once in ["o'brien", "OBrien’s", "lukasz", "oleksandr", "محمد", "高兴", "बहन", "strasse"]
        {
            assert_eq!(of(once), 1, "{}: {once}", council.store.database);
        }
        assert_eq!((of("\"not near\""), of("\"near not\"")), (1, 0));
        assert_eq!((of("etude naive"), of("he*"), of("_linked"), of("*")), (1, 1, 0, 0));
        found.push(all);
    }
    assert!(found.windows(2).all(|pair| pair[0] == pair[1]), "{found:#?}");
}

#[test]
fn entries_stand_by_child_with_whose_words_they_are() {
    for council in councils() {
        let anita = council.anita;
        let (idris, lola) = (council.child("Idris Shah", anita), council.child("Lola Shah", anita));
        council.note(anita, &[idris], "The cot is in the hall.");
        council.note(anita, &[lola, idris], "The cot went upstairs.");
        let answer = council.search(anita, "cot");
        let names: Vec<&str> = answer.entries.iter().map(|group| group.name.as_str()).collect();
        assert_eq!(names, ["Lola Shah", "Idris Shah"]);
        let hit = &answer.entries[0].hits[0];
        assert_eq!(hit.beside, [(idris, "Idris Shah".to_owned())]);
        assert_eq!(hit.written_by.as_deref(), Some("Anita Rowe"));
        assert_eq!(hit.excerpt.marked.first(), Some(&(4..7)));
        assert_eq!(hit.word, "visit");
    }
}

#[test]
fn an_entry_about_nobody_is_found_by_nobody() {
    for council in councils() {
        council.write(|cx| record(cx, Vec::<PersonId>::new(), note("Adrift.")));
        assert!(council.entries(council.anita, "adrift").is_empty());
    }
}
