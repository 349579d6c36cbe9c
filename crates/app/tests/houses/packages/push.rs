//! An address of another system, which answers with a receipt.

use super::other::{Does, Other};
use crate::family::World;
use crate::written::tylers;
use app::package::{Packing, Push, Sent};
use base64::Engine as _;
use domain::package_out::{Trouble, Way};
use sha2::{Digest as _, Sha256};
use std::path::Path;
use std::time::Duration;
use store::package_out::WentOut;
use town::stores::{console, empty_stores};

fn to(url: &str, token: Option<&Path>) -> Packing {
    let token = token.map(Path::to_owned);
    let push = Push::new("the case system".into(), url, token, None).expect("an address");
    let push = push.with_patience(Duration::from_millis(1500));
    Packing { push: Some(push), ..Packing::default() }
}

fn arrived(world: &World, root: domain::id::EntryId) -> Vec<WentOut> {
    let list = move |cx: &mut app::cx::Read<'_>| Ok(cx.tx.list_packages_sent(root)?);
    world.kith.read(console(0), list).wait().expect("read")
}

#[test]
fn it_is_sent_with_a_key_a_digest_and_the_token_and_its_receipt_is_kept() {
    for store in empty_stores().expect("stores") {
        let token = store.folder().join("push.token");
        std::fs::write(&token, "s3cret-of-the-office\n").expect("written");
        let other = Other::that(&[Does::Takes]);
        let world = World::that_sends(&store, to(&other.url(), Some(&token)));
        let root = world.file(world.people.tyler, &tylers(world.people.donna, &[]));
        assert_eq!(world.send(Way::Push), [Sent::One]);
        let came = other.came();
        let [came] = came.as_slice() else { panic!("{} requests", came.len()) };
        assert!(came.head.starts_with("POST /houses HTTP/1.1"), "{}", came.head);
        assert_eq!(came.header("authorization"), Some("Bearer s3cret-of-the-office"));
        assert_eq!(came.header("content-type"), Some("application/zip"));
        let key = came.header("idempotency-key").expect("a key").trim_matches('"').to_owned();
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&came.body)).expect("a ZIP file");
        assert!(
            zip.by_index(0)
                .expect("a file")
                .name()
                .expect("a name")
                .starts_with(&format!("houses-{key}/"))
        );
        let sum = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(&came.body));
        assert_eq!(came.header("content-digest"), Some(format!("sha-256=:{sum}:").as_str()));
        let [went] = arrived(&world, root).try_into().expect("one");
        assert_eq!(
            (went.to.as_str(), went.receipt.as_deref()),
            ("the case system", Some("R-20931"))
        );
        assert_eq!(went.at, world.now());
    }
}

#[test]
fn what_may_pass_is_tried_again_later_with_the_same_key_and_bytes() {
    for store in empty_stores().expect("stores") {
        let tries = [Does::Says(500), Does::Cuts, Does::IsSlow, Does::Says(429), Does::Takes];
        let other = Other::that(&tries);
        let world = World::that_sends(&store, to(&other.url(), None));
        let root = world.file(world.people.tyler, &tylers(world.people.donna, &[]));
        let mut told = Vec::new();
        for _ in 0..4 {
            assert_eq!(world.send(Way::Push), [Sent::NotNow]);
            assert_eq!(world.send(Way::Push), [], "not at once");
            told.extend(world.troubles().iter().map(|one| (one.trouble, one.status)));
            world.minutes_pass(60);
        }
        assert_eq!(
            told,
            [
                (Trouble::NotNow, Some(500)),
                (Trouble::NoAnswer, None),
                (Trouble::NoAnswer, None),
                (Trouble::NotNow, Some(429)),
            ]
        );
        assert_eq!(world.send(Way::Push), [Sent::One]);
        assert_eq!((arrived(&world, root).len(), world.troubles().len()), (1, 0));
        let came = other.came();
        let keys: Vec<_> = came.iter().map(|one| one.header("idempotency-key")).collect();
        assert!(keys.iter().all(|key| *key == keys[0] && key.is_some()), "{keys:?}");
        assert_eq!(came[0].body, came[4].body, "byte for byte");
    }
}

#[test]
fn what_cannot_pass_stops_and_waits_for_a_person() {
    for (does, trouble, status) in [
        (Does::Says(409), Trouble::Refused, 409),
        (Does::Says(401), Trouble::Refused, 401),
        (Does::SendsOn, Trouble::SentOn, 307),
        (Does::TakesAnother, Trouble::OtherReceipt, 200),
        (Does::Thanks, Trouble::NoReceipt, 200),
    ] {
        for store in empty_stores().expect("stores") {
            let other = Other::that(&[does]);
            let world = World::that_sends(&store, to(&other.url(), None));
            let root = world.file(world.people.tyler, &tylers(world.people.donna, &[]));
            assert_eq!(world.send(Way::Push), [Sent::One], "{does:?}");
            let found = world.troubles();
            assert_eq!((found[0].trouble, found[0].status), (trouble, Some(status)), "{does:?}");
            world.minutes_pass(24 * 60);
            assert_eq!(world.send(Way::Push), [], "{does:?} is not tried again by itself");
            assert!(arrived(&world, root).is_empty());
        }
    }
}

#[test]
fn a_token_that_cannot_be_read_sends_nothing() {
    for store in empty_stores().expect("stores") {
        let other = Other::that(&[Does::Takes]);
        let world = World::that_sends(&store, to(&other.url(), Some(&store.folder().join("none"))));
        world.file(world.people.tyler, &tylers(world.people.donna, &[]));
        assert_eq!(world.send(Way::Push), [Sent::NotNow]);
        assert_eq!(world.troubles()[0].trouble, Trouble::NoToken);
        assert!(other.came().is_empty());
    }
}
