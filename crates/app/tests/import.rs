//! An import, told on both databases: filed, filed again, changed, undone, cut short, damaged.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use app::import::{self, ImportedChild, Report, StillNeeded};
use app::kith::Kith;
use app::upkeep;
use domain::entry::{Digest, NewEntry};
use domain::id::{Authority, ImportId, PersonId};
use domain::import_batch::{Counts, Format, ImportBatch, State};
use domain::kind::Payload;
use domain::known_by::Scheme;
use domain::time::Happened;
use std::path::{Path, PathBuf};
use town::census::{Census, Changes, CollectionYear, Damage, Lea, changed, damaged};
use town::stores::{Empty, console, empty_stores};

fn census(children: u32) -> Census {
    let lea = Lea::new(201).expect("a code");
    Census { children, seed: 7, year: CollectionYear::Y2026, lea }
}

fn written(census: &Census) -> (Vec<u8>, town::census::Truth) {
    let mut file = Vec::new();
    let truth = census.write(&mut file).expect("memory");
    (file, truth)
}

fn file(kith: &Kith, n: u8, bytes: &[u8]) -> Report {
    import::file_census(kith, console(n), bytes).expect("filed")
}

fn child(kith: &Kith, la_child_id: &str) -> Option<PersonId> {
    let id = la_child_id.to_owned();
    let authority = kith.authority().expect("an authority");
    kith.read(console(0), move |cx| Ok(cx.tx.find_known_by(authority, Scheme::LaChildId, &id)?))
        .wait()
        .expect("read")
}

fn entries(kith: &Kith) -> i64 {
    kith.read(console(0), |cx| Ok(cx.tx.count_entries()?)).wait().expect("read")
}

fn is_sound(store: &Empty) {
    let difference = upkeep::check_views(&store.place).expect("checked");
    assert_eq!(difference, None, "{}", store.database);
    upkeep::verify(&store.place).expect("read").expect("as it was written");
}

#[test]
fn a_census_is_filed_once_and_a_second_time_changes_nothing() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let (bytes, truth) = written(&census(120));
        let looked = import::look_at_census(&kith, console(2), &*bytes).expect("looked at");
        assert_eq!((looked.new, looked.import), (120, None));
        assert_eq!(kith.authority(), None, "looking keeps nothing");

        let filed = file(&kith, 3, &bytes);
        assert_eq!((filed.children, filed.new, filed.changed, filed.same), (120, 120, 0, 0));
        assert_eq!(filed.refused, vec![]);
        assert_eq!(filed.entries, looked.entries, "{}: as it was looked at", store.database);
        assert_eq!(kith.authority(), Some(Authority::new(201).expect("a code")));
        let facts = 3 * truth.children + truth.pupil_numbers;
        let inside = truth.conferences_in_enquiries;
        assert_eq!(filed.entries, facts + truth.events() - inside, "{}", store.database);

        let before = entries(&kith);
        let again = file(&kith, 4, &bytes);
        assert_eq!((again.new, again.changed, again.same), (0, 0, 120), "{}", store.database);
        assert_eq!((again.entries, again.import), (0, None));
        assert_eq!(entries(&kith), before);
        app::seal::seal_what_is_new(&kith, console(5)).wait().expect("sealed");
        drop(kith);
        is_sound(&store);
    }
}

#[test]
fn a_later_version_changes_what_it_says_differently_and_undoing_it_brings_the_first_back() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let first = census(60);
        let (bytes, _) = written(&first);
        file(&kith, 2, &bytes);
        let mut later = Vec::new();
        let changes = Changes { altered: 5, added: 3, removed: 2 };
        changed(&mut later, &first, changes).expect("memory");
        let filed = file(&kith, 3, &later);
        assert_eq!((filed.new, filed.changed), (3, 5), "{}", store.database);

        let id = filed.import.expect("an import");
        let undone = import::undo_import(&kith, console(4), id).expect("undone");
        assert_eq!((undone.children, undone.gone, undone.left.len()), (8, 3, 0));
        let again = file(&kith, 5, &bytes);
        assert_eq!((again.new, again.changed, again.same), (0, 0, 60), "{}", store.database);
        drop(kith);
        is_sound(&store);
    }
}

#[test]
fn undone_children_are_gone_and_met_again_are_the_same_persons() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let (bytes, _) = written(&census(20));
        let id = file(&kith, 2, &bytes).import.expect("an import");
        let first = first_id(&bytes);
        let ama = child(&kith, &first).expect("there");
        let undone = import::undo_import(&kith, console(3), id).expect("undone");
        assert_eq!((undone.children, undone.gone), (20, 20), "{}", store.database);
        assert_eq!(child(&kith, &first), None, "{}: gone", store.database);
        let twice = import::undo_import(&kith, console(4), id).unwrap_err();
        assert_eq!(twice.to_string(), format!("import {id} has been undone already"));

        let again = file(&kith, 5, &bytes);
        assert_eq!(again.new, 20, "{}", store.database);
        assert_eq!(child(&kith, &first), Some(ama), "the same person");
        drop(kith);
        is_sound(&store);
    }
}

#[test]
fn a_child_somebody_works_with_stays_when_the_import_is_undone() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let (bytes, _) = written(&census(5));
        let id = file(&kith, 2, &bytes).import.expect("an import");
        let first = first_id(&bytes);
        let ama = child(&kith, &first).expect("there");
        kith.write(console(3), vec![ama], move |cx| {
            let worker = PersonId::first_written_in(cx.id());
            let entry = cx.id();
            let part = domain::involvement::Involvement {
                child: ama,
                who: domain::involvement::Involved::Person(worker),
                role: domain::involvement::Role::Lead,
                title: None,
                from: jiff::civil::date(2026, 11, 24),
                until: None,
            };
            let on = Happened::on(part.from);
            cx.record(NewEntry::first(entry, vec![ama], on, Payload::Involvement(part)))
        })
        .wait()
        .expect("written");
        let undone = import::undo_import(&kith, console(4), id).expect("undone");
        assert_eq!(undone.gone, 4, "{}", store.database);
        assert_eq!(undone.left.len(), 1);
        assert_eq!(undone.left[0].because, StillNeeded::SomethingElseStands);
        assert_eq!(child(&kith, &first), Some(ama), "she keeps her numbers");
        drop(kith);
        is_sound(&store);
    }
}

#[test]
fn an_import_cut_short_goes_on_from_the_stage() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let authority = Authority::new(201).expect("a code");
        let batch = kith.write(console(2), vec![], move |cx| begin(cx, authority)).wait();
        let batch = batch.expect("staged");
        kith.write(console(3), vec![], |cx| {
            let orphan = ImportId::first_written_in(cx.id());
            stage(cx, orphan, 0, "never")
        })
        .wait()
        .expect("staged");
        drop(kith);

        let kith = store.open(4).expect("opened again");
        let finished = import::go_on_with_unfinished(&kith, console(5)).expect("finished");
        assert_eq!(finished, vec![batch], "{}", store.database);
        assert!(child(&kith, "A1").is_some());
        assert!(child(&kith, "A2").is_some());
        assert!(child(&kith, "never").is_none(), "its file was never read to the end");
        assert_eq!(import::go_on_with_unfinished(&kith, console(6)).expect("nothing"), vec![]);
        drop(kith);
        is_sound(&store);
    }
}

fn begin(cx: &mut app::cx::Write<'_, '_>, authority: Authority) -> app::error::Result<ImportId> {
    cx.keep_authority(authority)?;
    let batch = ImportId::first_written_in(cx.id());
    stage(cx, batch, 0, "A1")?;
    stage(cx, batch, 1, "A2")?;
    let begun = ImportBatch {
        format: Format::CinCensus,
        year: Some(2026),
        authority_in_file: Some(201),
        file_digest: Digest::default(),
        state: State::Filing,
        counts: Counts::default(),
    };
    let on = Happened::at(cx.now());
    cx.record(NewEntry::first(batch.first_entry(), vec![], on, Payload::ImportBatch(begun)))?;
    Ok(batch)
}

fn stage(
    cx: &mut app::cx::Write<'_, '_>,
    batch: ImportId,
    place: i64,
    id: &str,
) -> app::error::Result<()> {
    let child = ImportedChild::of_census(&exchange::cin::Child {
        la_child_id: id.into(),
        ..exchange::cin::Child::default()
    });
    let body = serde_json::to_string(&child).expect("JSON");
    let row = store::import_batch::StagedRow { place, la_child_id: id.into(), body };
    Ok(cx.tx().stage_child(batch, &row)?)
}

#[test]
fn two_children_with_one_number_are_refused_and_the_rest_filed() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let file = damaged(&census(9), Damage::DuplicateLaId);
        let filed = import::file_census(&kith, console(2), &*file.bytes).expect("filed");
        assert_eq!((filed.children, filed.new), (9, 7), "{}", store.database);
        assert_eq!(filed.refused_count, 2);
        drop(kith);
        is_sound(&store);
    }
}

#[test]
fn a_file_that_cannot_be_read_leaves_nothing_behind() {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        for damage in [
            Damage::Truncated,
            Damage::Doctype,
            Damage::EntityDeclaration,
            Damage::Nul,
            Damage::BadByte,
        ] {
            let file = damaged(&census(200), damage);
            let refused = import::file_census(&kith, console(2), &*file.bytes);
            let why = refused.expect_err("refused").to_string();
            assert!(why.starts_with("line "), "{damage:?}: {why}");
            assert_eq!(entries(&kith), 0, "{}: {damage:?}", store.database);
        }
        assert_eq!(kith.authority(), None);
        drop(kith);
        is_sound(&store);
    }
}

#[test]
fn every_census_file_beside_us_is_filed_whole_and_taken_back() {
    let Some(files) = census_files() else { return };
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let mut imports = Vec::new();
        for (n, path) in (10..).zip(&files) {
            let bytes = std::fs::read(path).expect("readable");
            let filed = file(&kith, n, &bytes);
            assert_eq!(filed.new + filed.changed + filed.same, filed.children);
            let again = file(&kith, n + 100, &bytes);
            assert_eq!(again.same, again.children, "{}", path.display());
            imports.extend(filed.import);
        }
        for (n, id) in (50..).zip(imports.into_iter().rev()) {
            let undone = import::undo_import(&kith, console(n), id).expect("undone");
            assert_eq!(undone.left, vec![], "{}: newest first, so nothing stays", store.database);
        }
        assert_eq!(child(&kith, "DfEX0000001"), None);
        drop(kith);
        is_sound(&store);
    }
}

fn census_files() -> Option<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/cin");
    let Ok(listed) = std::fs::read_dir(&folder) else {
        println!("Skipped: no census files of other people's beside us.");
        return None;
    };
    let mut files: Vec<_> = listed
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "xml"))
        .collect();
    files.sort();
    Some(files)
}

fn first_id(bytes: &[u8]) -> String {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let (_, rest) = text.split_once("<LAchildID>").expect("a child");
    rest.split_once('<').expect("its end").0.to_owned()
}
