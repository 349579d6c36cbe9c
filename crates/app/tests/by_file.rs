//! A file that a tablet gave since it could not send: brought, and from then on as if it had been
//! handed in; and how many branches of a session there may be at once. On both databases.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use app::account::{NewAccount, make_account, make_team};
use app::edge::{Actor, Edge};
use app::handed_in::{Answered, Brought, ChunkDigest, NoFile, NotBrought, NotTaken};
use app::kith::Kith;
use app::session::Token;
use app::tablet::{ByTablet, Enrolled, enrol, expect, say_lost};
use domain::account::Role;
use domain::id::{AccountId, Authority, SittingId};
use domain::my_work::Waiting;
use domain::tablet::{HandedInState, ImportantIn};
use domain::team::Team;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;
use town::stores::{console, empty_stores, that_morning};
use town::tablet::{Attached, Sealed, Tablet};
use uuid::Uuid;

const SESSION: Uuid = Uuid::from_u128(0x0193_4b3c_0000_7000_8000_0000_0000_0007);
const SOUND: Uuid = Uuid::from_u128(0x0193_4b3c_0000_7000_8000_0000_0000_0008);

/// Joel with a tablet, Ruth who manages his team, and Priya who has nothing to do with it.
struct World {
    kith: Kith,
    /// Another program on the same store, where the database takes several.
    beside: Kith,
    joel: AccountId,
    ruth: AccountId,
    priya: AccountId,
    tablet: Enrolled,
}

fn on_each(tells: impl Fn(&World, &str)) {
    for store in empty_stores().expect("stores") {
        let kith = store.open(1).expect("opened");
        let several = store.database == "PostgreSQL";
        let beside = if several { store.open(2).expect("opened") } else { kith.clone() };
        let made = kith.write(console(2), vec![], |cx| {
            cx.keep_authority(Authority::WEXCOMBE)?;
            let riverside = make_team(
                cx,
                Team { name: "Riverside".into(), duty_phone: None, closed_on: None },
            )?;
            let mut new = |email: &str, role, teams| {
                let new = NewAccount {
                    name: "Somebody Here".into(),
                    job: "social worker".into(),
                    email: email.into(),
                    roles: vec![role],
                    teams,
                    organisation: None,
                };
                make_account(cx, &new).map(|(_, account)| account)
            };
            Ok([
                new("joel@wexcombe.example", Role::Practitioner, vec![riverside])?,
                new("ruth@wexcombe.example", Role::Supervisor, vec![riverside])?,
                new("priya@wexcombe.example", Role::Practitioner, vec![])?,
            ])
        });
        let [joel, ruth, priya] = made.wait().expect("written");
        let code = kith.write(edge(&kith, joel), vec![], |cx| expect(cx, "the blue one"));
        let code = code.wait().expect("a code").in_groups();
        let enrolled = kith.write(console(11), vec![], move |cx| enrol(cx, &code, true));
        let tablet = enrolled.wait().expect("set up");
        tells(&World { kith, beside, joel, ruth, priya, tablet }, store.database);
    }
}

fn edge(kith: &Kith, account: AccountId) -> Edge {
    let found = kith.read(console(0), move |cx| Ok(cx.tx.find_account(account)?)).wait();
    let viewer = found.expect("read").expect("an account").viewer(that_morning());
    Edge { now: that_morning(), seed: [9; 32], actor: Actor::Account(Arc::new(viewer)) }
}

fn run<T>(what: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build();
    runtime.expect("a runtime").block_on(what)
}

fn ops() -> Vec<Value> {
    let op = |mut fields: Value| {
        fields["at"] = 1_795_520_000_000_i64.into();
        fields["since"] = 1.into();
        fields["by"] = "child".into();
        fields
    };
    vec![
        op(json!({"kind": "begin", "session": SESSION, "child": {"name": "Tyler"},
            "worker": "Joel", "language": "en-GB", "build": "test", "enquiry": "none",
            "agreement": {"how": "agreed", "who": "Mum", "on": "2026-11-23"}, "near": "nobody"})),
        op(json!({"kind": "level", "level": "b"})),
        op(json!({"kind": "exact", "text": "the ambilance"})),
        op(json!({"kind": "finish", "how": "read_back"})),
    ]
}

impl World {
    fn sealed(&self) -> Sealed {
        self.sealed_with(&ops())
    }

    fn sealed_with(&self, ops: &[Value]) -> Sealed {
        let office = self.kith.office().expect("an office");
        let tablet = Tablet {
            device: self.tablet.id.0,
            token: self.tablet.token.as_str().to_owned(),
            packs_token: Some("under the PIN".into()),
            sealing_id: office.sealing_id(),
            sealing: office.sealing_point(),
        };
        let sound = Attached { id: SOUND, kind: "sound", bytes: vec![7; 1_100_000] };
        tablet.seal(SESSION, ops, &[sound], 3).expect("sealed")
    }

    fn by(&self) -> ByTablet {
        let token = Token::from_cookie(self.tablet.token.as_str()).digest();
        // No clock stops at a whole second.
        let now = that_morning().checked_add(SignedDuration::from_nanos(123_456_789));
        ByTablet { token, now: now.expect("a moment"), seed: [8; 32] }
    }

    /// Brings these bytes, in pieces as a network brings them.
    fn brings(&self, who: AccountId, file: &[u8]) -> Result<Brought, NotBrought> {
        let mut bringing = self.kith.bring_file(edge(&self.kith, who));
        run(async {
            for came in file.chunks(70_001) {
                bringing.take(came).await?;
            }
            bringing.finish().await
        })
    }

    /// The states in which the session stands here.
    fn stands(&self) -> Vec<HandedInState> {
        let list = self.kith.read(console(0), |cx| Ok(cx.tx.list_branches(SittingId(SESSION))?));
        let branches = list.wait().expect("read").into_iter();
        branches.map(|kept| kept.handed_in.state).collect()
    }
}

/// The file, as a tablet gives it (`docs/kit.md`).
fn file_of(manifest: &Value, chunks: &[(String, Vec<u8>)]) -> Vec<u8> {
    let manifest = manifest.to_string().into_bytes();
    let pieces = std::iter::once(&manifest).chain(chunks.iter().map(|(_, bytes)| bytes));
    let long = |piece: &Vec<u8>| {
        let length = u32::try_from(piece.len()).expect("short");
        [&length.to_be_bytes()[..], piece].concat()
    };
    [b"kith kit 1\n".to_vec(), pieces.flat_map(long).collect()].concat()
}

const WAITS: [HandedInState; 1] = [HandedInState::Waiting];

#[test]
fn a_file_becomes_what_the_tablet_would_have_handed_in_once_however_often_it_is_brought() {
    on_each(|world, database| {
        let sealed = world.sealed();
        let file = file_of(&sealed.manifest, &sealed.chunks);
        let first = world.brings(world.joel, &file).expect("brought");
        assert_eq!(first, Brought { sitting: SittingId(SESSION), waits: true }, "{database}");
        assert_eq!(world.brings(world.joel, &file).expect("again"), first);
        assert_eq!(world.brings(world.ruth, &file).expect("his manager"), first);
        assert_eq!(world.stands(), WAITS, "{database}: once");
        // The tablet has a network again: it gets the receipt of what was brought.
        let body = sealed.manifest.to_string().into_bytes();
        let answered = run(world.kith.take_bundle(world.by(), SESSION, body)).expect("taken");
        assert!(matches!(answered, Answered::Receipt(_)), "{database}: {answered:?}");
        assert_eq!(world.stands(), WAITS, "{database}: still once");
        let list = world
            .kith
            .read(console(0), |cx| Ok(cx.tx.list_branches(SittingId(SESSION))?.remove(0)));
        let kept = list.wait().expect("read");
        assert_eq!((kept.account, kept.unopened), (world.joel, 0), "filed as of its tablet");
        let opened = run(world.kith.open_kept(&kept)).expect("it opens");
        let session = opened.read().expect("a session");
        assert_eq!(session.exact.len(), 1, "{database}");
    });
}

#[test]
fn what_the_tablet_handed_in_before_is_the_same_by_its_file_and_a_lost_tablets_file_is_taken() {
    on_each(|world, database| {
        let sealed = world.sealed();
        for (digest, bytes) in &sealed.chunks {
            let digest = ChunkDigest::parse(digest).expect("a digest");
            run(world.kith.keep_chunk(world.by(), digest, bytes.clone())).expect("kept");
        }
        let body = sealed.manifest.to_string().into_bytes();
        let hand_in = || run(world.kith.take_bundle(world.by(), SESSION, body.clone()));
        let first = hand_in().expect("handed in");
        assert_eq!(hand_in().expect("again"), first, "{database}: the same receipt");
        let id = world.tablet.id;
        let lost = world
            .kith
            .write(edge(&world.kith, world.joel), vec![], move |cx| say_lost(cx, id, true));
        lost.wait().expect("said");
        let file = file_of(&sealed.manifest, &sealed.chunks);
        assert!(world.brings(world.joel, &file).expect("brought").waits);
        assert_eq!(world.stands(), WAITS, "{database}");
        // A later file of it is another branch, as it would be by the tablet.
        let mut later = sealed.clone();
        later.manifest["sealed_at"] = 1_795_520_700_001_i64.into();
        let file = file_of(&later.manifest, &later.chunks);
        assert!(world.brings(world.joel, &file).expect("brought").waits);
        assert_eq!(world.stands().len(), 2, "{database}");
    });
}

#[test]
fn a_file_that_is_not_as_the_tablet_gave_it_is_not_taken_and_nothing_stands_here() {
    on_each(|world, database| {
        let sealed = world.sealed();
        let file = file_of(&sealed.manifest, &sealed.chunks);
        let manifest_ends = 11 + 4 + sealed.manifest.to_string().len();
        let cut = |at: usize| world.brings(world.joel, &file[..at]).expect_err("cut");
        for at in [0, 5, 13, 100, manifest_ends + 2, manifest_ends + 900, file.len() - 1] {
            let why = cut(at);
            let right = matches!(why, NotBrought::File(NoFile::CutShort));
            assert!(right, "{database}: cut at {at}: {why:?}");
        }
        let last = 4 + sealed.chunks.last().expect("a chunk").1.len();
        for at in [manifest_ends, file.len() - last] {
            assert!(matches!(cut(at), NotBrought::Missing(_)), "{database}: whole chunks missing");
        }
        for at in [0, 11, manifest_ends, manifest_ends + 40, file.len() - last, file.len() - 1] {
            let mut changed = file.clone();
            changed[at] ^= 0x40;
            let why = world.brings(world.joel, &changed).expect_err("changed");
            let right = matches!(
                why,
                NotBrought::File(NoFile::NotOne | NoFile::CutShort) | NotBrought::Changed
            );
            assert!(right, "{database}: changed at {at}: {why:?}");
        }
        let twice = [&sealed.chunks[..], &sealed.chunks[..1]].concat();
        let why = world.brings(world.joel, &file_of(&sealed.manifest, &twice)).expect_err("twice");
        assert!(matches!(why, NotBrought::Changed), "{database}: {why:?}");
        assert_eq!(world.stands(), [], "{database}");
    });
}

#[test]
fn only_a_tablet_of_theirs_that_this_office_knows_and_only_what_its_key_opens() {
    on_each(|world, database| {
        let sealed = world.sealed();
        let file = file_of(&sealed.manifest, &sealed.chunks);
        let why = world.brings(world.priya, &file).expect_err("not hers");
        assert!(matches!(why, NotBrought::NotTheirs), "{database}: {why:?}");
        let with = |change: &dyn Fn(&mut Value)| {
            let mut manifest = sealed.manifest.clone();
            change(&mut manifest);
            let file = file_of(&manifest, &sealed.chunks);
            world.brings(world.joel, &file).expect_err("not taken")
        };
        let unknown = with(&|m| m["device"] = SOUND.to_string().into());
        assert!(matches!(unknown, NotBrought::NotTheirs), "{database}: {unknown:?}");
        for (of, value) in [("session", json!(SOUND)), ("key", json!("0000000000000000"))] {
            let why = with(&|m| {
                let place = if of == "key" { &mut m["wrap"][of] } else { &mut m[of] };
                *place = value.clone();
            });
            assert!(matches!(why, NotBrought::NotTaken(NotTaken::Key)), "{database}: {why:?}");
        }
        let unbound = with(&|m| m["wrap"]["device"] = Value::Null);
        assert!(
            matches!(unbound, NotBrought::NotTaken(NotTaken::Another)),
            "{database}: {unbound:?}"
        );
        let large = with(&|m| m["ops"]["bytes"] = 300_000_000.into());
        assert!(
            matches!(large, NotBrought::NotTaken(NotTaken::Bundle(_))),
            "{database}: {large:?}"
        );
        assert_eq!(world.stands(), [], "{database}");
    });
}

#[test]
fn a_session_has_eight_branches_at_most_however_many_come_at_once() {
    on_each(|world, database| {
        let sealed = world.sealed();
        for (digest, bytes) in &sealed.chunks {
            let digest = ChunkDigest::parse(digest).expect("a digest");
            run(world.kith.keep_chunk(world.by(), digest, bytes.clone())).expect("kept");
        }
        let taken = run(async {
            let mut all = tokio::task::JoinSet::new();
            for n in 0..12_i64 {
                let mut manifest = sealed.manifest.clone();
                manifest["sealed_at"] = (1_795_520_700_000 + n).into();
                let kith = if n % 2 == 0 { &world.kith } else { &world.beside };
                let (kith, by) = (kith.clone(), world.by());
                let body = manifest.to_string().into_bytes();
                all.spawn(async move { kith.take_bundle(by, SESSION, body).await });
            }
            all.join_all().await
        });
        let kept = taken.iter().filter(|one| matches!(one, Ok(Answered::Receipt(_)))).count();
        let full = taken.iter().filter(|one| matches!(one, Err(NotTaken::Full))).count();
        assert_eq!((kept, full, world.stands().len()), (8, 4, 8), "{database}");
    });
}

#[test]
fn while_one_program_counts_the_branches_of_a_session_no_other_adds_one() {
    on_each(|world, database| {
        // One program writes one thing after another by itself.
        if database != "PostgreSQL" {
            return;
        }
        let ((begun, counts), (added, comes)) = (mpsc::channel(), mpsc::channel());
        let comes = Mutex::new(comes);
        let first = world.kith.write(edge(&world.kith, world.joel), vec![], move |cx| {
            cx.tx().hold_sitting(SittingId(SESSION))?;
            begun.send(()).expect("somebody waits");
            // As long as a count may take: whoever is not kept out comes in between.
            let between = comes.lock().expect("alone").recv_timeout(Duration::from_millis(300));
            Ok(between.is_ok())
        });
        counts.recv().expect("it counts");
        let other = world.beside.write(edge(&world.beside, world.ruth), vec![], move |cx| {
            cx.tx().hold_sitting(SittingId(SESSION))?;
            let _ = added.send(());
            Ok(())
        });
        assert!(!first.wait().expect("counted"), "somebody came in between");
        other.wait().expect("added");
    });
}

#[test]
fn my_work_says_how_many_wait_to_whoever_may_say_whose_they_are() {
    on_each(|world, database| {
        let waits = |who| {
            let show = world.kith.read(edge(&world.kith, who), app::my_work::show);
            show.wait().expect("their own").page.work.handed_in
        };
        assert_eq!(waits(world.joel), 0, "{database}");
        let Sealed { manifest, chunks, .. } = world.sealed();
        world.brings(world.joel, &file_of(&manifest, &chunks)).expect("kept");
        assert_eq!((waits(world.joel), waits(world.ruth), waits(world.priya)), (1, 1, 0));
    });
}

/// With something important that was said, and whom the worker rang each time.
fn important(rang: &[Value]) -> Vec<Value> {
    let mut all = ops();
    let said = rang.iter().map(|rang| {
        json!({"kind": "important_said", "words": "he frew the plate", "before": "And then?",
            "who_near": "nobody", "seen": "", "now": true, "rang": rang, "by": "worker",
            "at": all[2]["at"], "since": 1})
    });
    let said: Vec<_> = said.collect();
    all.splice(3..3, said);
    all
}

#[test]
fn that_something_important_was_said_is_told_before_anybody_said_whose_it_is() {
    let rung = json!("Sam Okoro at 4.10 pm");
    let ways = [
        (vec![], None),
        (vec![rung.clone()], Some(ImportantIn::Rung)),
        (vec![rung, json!(null)], Some(ImportantIn::NobodyRung)),
        (vec![json!("Not yet")], Some(ImportantIn::NobodyRung)),
    ];
    for (rang, is) in ways {
        on_each(|world, database| {
            let told = |who| {
                let show = world.kith.read(edge(&world.kith, who), app::my_work::show);
                let waiting = show.wait().expect("their own").page.work.waiting;
                let told = waiting.into_iter().filter_map(|one| match one {
                    Waiting::ImportantHandedIn { sitting, worker, is, .. } => {
                        Some((sitting, worker, is))
                    }
                    _ => None,
                });
                told.collect::<Vec<_>>()
            };
            let Sealed { manifest, chunks, .. } = world.sealed_with(&important(&rang));
            world.brings(world.joel, &file_of(&manifest, &chunks)).expect("kept");
            let of = |worker: Option<&str>| {
                let one = |is| (SittingId(SESSION), worker.map(str::to_owned), is);
                is.map(one).into_iter().collect::<Vec<_>>()
            };
            assert_eq!(told(world.joel), of(None), "{database} {rang:?}");
            assert_eq!(told(world.ruth), of(Some("Somebody Here")), "{database} {rang:?}");
            assert_eq!(told(world.priya), [], "it is nothing of hers");
        });
    }
}
