//! Imports from a page: held, looked at, filed behind it, listed, undone. On both databases.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use app::account::{NewAccount, make_account};
use app::chance::Seed;
use app::edge::{Actor, Edge};
use app::error::Error;
use app::import::held::{FOLDER, HELD_FOR, HeldFile, Holding, MOST_FILES, NotHeld};
use app::import::{
    Doing, Filings, list_imports, look_at_census, look_at_undo, read_import, undo_import,
};
use app::kith::Kith;
use domain::account::Role;
use domain::id::{AccountId, Authority, ImportId};
use domain::import_batch::State;
use domain::imports::{Filed, ImportState};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use town::census::{Census, CollectionYear, Lea};
use town::stores::{Empty, console, empty_stores, that_morning};

fn written(children: u32) -> Vec<u8> {
    let lea = Lea::new(201).expect("a code");
    let census = Census { children, seed: 7, year: CollectionYear::Y2026, lea };
    let mut file = Vec::new();
    census.write(&mut file).expect("memory");
    file
}

fn somebody(kith: &Kith, name: &'static str, role: Role) -> AccountId {
    let chance = name.as_bytes().first().copied().unwrap_or_default();
    let made = kith.write(console(chance), vec![], move |cx| {
        cx.keep_authority(Authority::new(201).expect("a code"))?;
        let new = NewAccount {
            name: name.into(),
            job: "works here".into(),
            email: format!("{}@wexcombe.example", name.to_lowercase().replace(' ', ".")),
            roles: vec![role],
            teams: vec![],
            organisation: None,
        };
        make_account(cx, &new)
    });
    made.wait().expect("made").1
}

fn edge(kith: &Kith, account: AccountId, n: u8) -> Edge {
    let found = kith.read(console(0), move |cx| Ok(cx.tx.find_account(account)?)).wait();
    let viewer = found.expect("read").expect("an account").viewer(that_morning());
    Edge { now: that_morning(), seed: [n; 32], actor: Actor::Account(Arc::new(viewer)) }
}

fn folder(store: &Empty) -> PathBuf {
    store.folder().join(FOLDER)
}

fn held(folder: &Path, account: AccountId, seed: Seed, bytes: &[u8]) -> HeldFile {
    let mut holding = Holding::begin(folder, account, that_morning(), seed).expect("begun");
    for some in bytes.chunks(4096) {
        holding.write(some).expect("written");
    }
    holding.finish().expect("finished")
}

fn files(folder: &Path) -> usize {
    std::fs::read_dir(folder).map_or(0, Iterator::count)
}

/// Asks again until it is done; each question is a read of its own.
fn done(kith: &Kith, filings: &Filings, data: AccountId, id: ImportId) -> ImportState {
    loop {
        let doing = filings.find(id);
        let state = state(kith, data, id, doing).expect("read");
        if !state.is_going_on() {
            return state;
        }
        std::thread::yield_now();
    }
}

fn state(
    kith: &Kith,
    account: AccountId,
    id: ImportId,
    doing: Option<Doing>,
) -> Result<ImportState, Error> {
    kith.read(edge(kith, account, 8), move |cx| read_import(cx, id, doing)).wait()
}

#[test]
fn a_file_is_held_looked_at_filed_and_gone_and_the_list_says_by_whom() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let data = somebody(&kith, "Dara Data", Role::DataOfficer);
        let (folder, bytes) = (folder(&store), written(12));
        let file = held(&folder, data, [1; 32], &bytes);
        assert_eq!(file.bytes, bytes.len() as u64);

        let source = file.open().expect("opened");
        let looked = look_at_census(&kith, edge(&kith, data, 2), source).expect("looked at");
        let shown = looked.looked_at(file.bytes);
        assert_eq!((shown.new, shown.year, shown.who.len()), (12, Some(2026), 12));
        assert!(shown.kinds.contains(&(Filed::Person, 12)), "{}", store.database);
        let all: u64 = shown.kinds.iter().map(|(_, n)| n).sum();
        assert_eq!(all, shown.entries, "{}: each entry is of a kind", store.database);

        let filings = Filings::default();
        let id = filings.begin(&kith, edge(&kith, data, 3), file).expect("begun");
        let ImportState::Filed(import) = done(&kith, &filings, data, id) else {
            panic!("{}: filed", store.database)
        };
        assert_eq!((import.batch.counts.children, import.left), (12, 0));
        assert_eq!(import.by.as_deref(), Some("Dara Data"), "{}", store.database);
        assert_eq!(import.batch.counts.entries, shown.entries);
        while filings.find(id) == Some(Doing::Reading) {
            std::thread::yield_now();
        }
        assert_eq!(files(&folder), 0, "{}: let go", store.database);

        let listed = kith.read(edge(&kith, data, 4), list_imports).wait().expect("listed");
        assert_eq!(listed, [import], "{}", store.database);

        let again = held(&folder, data, [5; 32], &bytes);
        let same = filings.begin(&kith, edge(&kith, data, 6), again).expect("begun");
        assert_eq!(done(&kith, &filings, data, same), ImportState::NothingNew);
    }
}

#[test]
fn what_undoing_would_leave_is_said_before_and_is_what_it_leaves() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let data = somebody(&kith, "Dara Data", Role::DataOfficer);
        let bytes = written(6);
        let report = app::import::file_census(&kith, edge(&kith, data, 2), &*bytes);
        let id = report.expect("filed").import.expect("an import");
        let said = look_at_undo(&kith, edge(&kith, data, 3), id).expect("looked at");
        assert_eq!((said.children, said.gone), (6, 6), "{}", store.database);

        let filings = Filings::default();
        filings.undo(&kith, edge(&kith, data, 4), id).expect("begun");
        let (import, undone) = match done(&kith, &filings, data, id) {
            ImportState::Undone(import, Some(undone)) => (import, undone),
            other => panic!("{}: {other:?}", store.database),
        };
        assert_eq!(undone, said.as_shown(), "{}", store.database);
        assert_eq!(import.batch.state, State::Undone);
        let later = state(&kith, data, id, None).expect("read");
        assert!(matches!(later, ImportState::Undone(_, None)), "{}", store.database);
        let twice = look_at_undo(&kith, edge(&kith, data, 5), id);
        assert!(matches!(twice, Err(Error::UndoneBefore(_))), "{}", store.database);
    }
}

#[test]
fn only_those_whose_task_it_is_look_file_list_and_undo() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let data = somebody(&kith, "Dara Data", Role::DataOfficer);
        let anita = somebody(&kith, "Anita Rowe", Role::Practitioner);
        let id = ImportId::from_bytes([1; 16]);
        let edge = || edge(&kith, anita, 2);
        let refused = [
            look_at_census(&kith, edge(), &b""[..]).err(),
            app::import::file_census(&kith, edge(), &b""[..]).err(),
            undo_import(&kith, edge(), id).err(),
            look_at_undo(&kith, edge(), id).err(),
            kith.read(edge(), list_imports).wait().err(),
            state(&kith, anita, id, None).err(),
            Filings::default().undo(&kith, edge(), id).err(),
        ];
        for why in refused {
            assert!(matches!(why, Some(Error::NotYours)), "{}: {why:?}", store.database);
        }
        let unknown = state(&kith, data, id, None);
        assert!(matches!(unknown, Err(Error::NotFound)), "{}", store.database);
    }
}

#[test]
fn a_file_that_cannot_be_read_says_so_and_is_let_go() {
    let store = empty_stores().expect("stores").remove(0);
    let kith = store.open(1).expect("opened");
    let data = somebody(&kith, "Dara Data", Role::DataOfficer);
    let folder = folder(&store);
    let mut bytes = written(3);
    bytes.truncate(bytes.len() / 2);
    let file = held(&folder, data, [1; 32], &bytes);
    let filings = Filings::default();
    let id = filings.begin(&kith, edge(&kith, data, 2), file).expect("begun");
    assert!(matches!(done(&kith, &filings, data, id), ImportState::Failed(_)));
    assert_eq!(files(&folder), 0);
}

#[test]
fn an_upload_that_is_given_up_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = AccountId::from_bytes([1; 16]);
    let mut holding = Holding::begin(folder.path(), data, that_morning(), [1; 32]).expect("begun");
    holding.write(b"<?xml version=\"1.0\"?>").expect("written");
    assert_eq!(files(folder.path()), 1);
    drop(holding);
    assert_eq!(files(folder.path()), 0);
}

#[test]
fn a_file_larger_than_may_be_is_refused_and_leaves_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = AccountId::from_bytes([1; 16]);
    let mut holding = Holding::begin(folder.path(), data, that_morning(), [1; 32]).expect("begun");
    let much = vec![b' '; 50_000_000];
    for _ in 0..8 {
        holding.write(&much).expect("400 MB may be");
    }
    assert!(matches!(holding.write(b"x"), Err(NotHeld::TooLarge)));
    drop(holding);
    assert_eq!(files(folder.path()), 0);
}

#[test]
fn a_held_file_is_its_bringers_alone_and_a_day_later_it_is_gone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, other) = (AccountId::from_bytes([1; 16]), AccountId::from_bytes([2; 16]));
    let id = held(folder.path(), data, [1; 32], b"<x/>").id;
    let find = |who, now: Timestamp| {
        HeldFile::find(folder.path(), id, who, now).expect("looked for").map(|file| file.bytes)
    };
    assert_eq!(find(data, that_morning()), Some(4));
    assert_eq!(find(other, that_morning()), None);
    assert_eq!(find(data, that_morning() + HELD_FOR), Some(4));
    assert_eq!(find(data, that_morning() + HELD_FOR + HELD_FOR), None);
    assert_eq!(files(folder.path()), 0);
}

#[test]
fn only_so_many_files_are_held_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = AccountId::from_bytes([1; 16]);
    for n in 0..u8::try_from(MOST_FILES).expect("few") {
        held(folder.path(), data, [n; 32], b"<x/>");
    }
    let more = Holding::begin(folder.path(), data, that_morning(), [99; 32]);
    assert!(matches!(more, Err(NotHeld::TooMany)));
}

#[cfg(unix)]
#[test]
fn a_held_file_is_for_nobody_else_on_the_machine() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let inside = folder.path().join(FOLDER);
    held(&inside, AccountId::from_bytes([1; 16]), [1; 32], b"<x/>");
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!(mode(&inside), 0o700);
    let file = std::fs::read_dir(&inside).expect("there").next().expect("one").expect("one");
    assert_eq!(mode(&file.path()), 0o600);
}
