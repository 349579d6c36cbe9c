//! PostgreSQL goes away: while nothing is going on, and in the one moment when nobody can say
//! what it has kept.

use super::borough::{Borough, boroughs, edge, note};
use app::kith::Place;
use domain::id::{EntryId, PersonId};
use std::io::{Read, Write as _};
use std::net::Shutdown;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

/// The borough on PostgreSQL, opened again by another address.
fn on_postgres(address: impl Fn(&str, &Path) -> Option<String>) -> Option<Borough> {
    let Borough { mut store, kith } =
        boroughs().into_iter().find(|borough| borough.store.database == "PostgreSQL")?;
    drop(kith);
    let Place::Postgres(url) = &store.place else { return None };
    let Some(address) = address(url, store.folder()) else {
        println!("Not told: the PostgreSQL of these tests has no socket.");
        return None;
    };
    store.place = Place::Postgres(address);
    let kith = store.open(3).expect("opened");
    Some(Borough { store, kith })
}

fn files_a_note(borough: &Borough, child: PersonId, id: EntryId) -> app::error::Result<EntryId> {
    let file = move |cx: &mut app::cx::Write<'_, '_>| cx.record(note(id, vec![child], "A visit."));
    borough.kith.write(edge(), vec![child], file).wait()
}

fn id(n: u128) -> EntryId {
    EntryId(uuid::Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + n))
}

#[test]
fn nobody_notices_that_postgresql_was_started_anew() {
    let named = |url: &str, folder: &Path| {
        let name = folder.file_name()?.to_str()?;
        Some(format!("{url}&application_name={name}"))
    };
    let Some(borough) = on_postgres(named) else { return };
    let child = borough.child();
    let mut other = borough.store.place.connect().expect("connected");
    for n in 0..3_u128 {
        let cut = "select cast(count(pg_terminate_backend(pid)) as bigint) from pg_stat_activity
            where application_name = current_setting('application_name')
            and pid <> pg_backend_pid()";
        let (lines,) = other.get::<(i64,)>(cut, ()).expect("cut off");
        assert!(n > 0 || lines >= 4, "two readers and two writers: {lines}");
        for turn in 0..4 {
            files_a_note(&borough, child, id(10 * n + turn)).expect("filed");
            borough.entries();
        }
    }
    drop(other);
    borough.proves_sound();
}

/// Between Kith and PostgreSQL: passes everything on, until it is told to swallow the answer to
/// the next commit and hang up.
fn go_between(listens: &Path, server: &Path, swallow: &Arc<AtomicBool>) {
    let listener = UnixListener::bind(listens).expect("a socket");
    let (server, swallow) = (server.to_owned(), Arc::clone(swallow));
    thread::spawn(move || {
        for client in listener.incoming().map_while(Result::ok) {
            let Ok(server) = UnixStream::connect(&server) else { return };
            let hang_up = Arc::new(AtomicBool::new(false));
            let (to, from) = (server.try_clone(), client.try_clone());
            let (Ok(to), Ok(from)) = (to, from) else { return };
            let (swallow, hangs_up) = (Arc::clone(&swallow), Arc::clone(&hang_up));
            thread::spawn(move || {
                pass_on(from, to, |bytes| {
                    let commits = bytes.windows(7).any(|words| words == b"commit\0");
                    if commits && swallow.swap(false, SeqCst) {
                        hangs_up.store(true, SeqCst);
                    }
                    true
                });
            });
            thread::spawn(move || pass_on(server, client, |_| !hang_up.load(SeqCst)));
        }
    });
}

fn pass_on(mut from: UnixStream, mut to: UnixStream, mut wanted: impl FnMut(&[u8]) -> bool) {
    let mut bytes = [0; 1 << 14];
    while let Ok(n @ 1..) = from.read(&mut bytes) {
        if !wanted(&bytes[..n]) || to.write_all(&bytes[..n]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}

#[test]
fn a_commit_whose_answer_is_lost_is_neither_lost_nor_numbered_twice() {
    let swallow = Arc::new(AtomicBool::new(false));
    let through = |url: &str, folder: &Path| {
        let (before, rest) = url.split_once("host=")?;
        let (host, after) = rest.split_once('&').unwrap_or((rest, ""));
        let socket = Path::new(host).join(".s.PGSQL.5432");
        if !socket.exists() {
            return None;
        }
        go_between(&folder.join(".s.PGSQL.5432"), &socket, &swallow);
        Some(format!("{before}host={}&{after}", folder.display()))
    };
    let Some(borough) = on_postgres(through) else { return };
    let child = borough.child();
    for n in 1..4 {
        swallow.store(true, SeqCst);
        assert!(files_a_note(&borough, child, id(n)).is_err(), "its answer was swallowed");
        assert!(!swallow.load(SeqCst));
        let entries = borough.entries();
        let again = files_a_note(&borough, child, id(n)).expect("sent again");
        assert_eq!((again, borough.entries()), (id(n), entries), "it had been kept");
        for other in 0..4 {
            files_a_note(&borough, child, id(100 * n + other)).expect("the thread goes on");
        }
    }
    borough.proves_sound();
}
