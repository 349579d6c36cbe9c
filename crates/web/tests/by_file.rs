//! The page that takes in a file of a tablet: what it says of each that it does not take, and where
//! it leads with one that it does.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use axum::body::Body;
use common::Council;
use common::tablet::{SESSION, hand_in_whole, sealed, set_up, sitting, words};
use town::tablet::Sealed;

/// The file, as a tablet gives it.
fn file_of(sealed: &Sealed) -> Vec<u8> {
    let manifest = sealed.manifest.to_string().into_bytes();
    let pieces = std::iter::once(&manifest).chain(sealed.chunks.iter().map(|(_, bytes)| bytes));
    let long = |piece: &Vec<u8>| {
        let length = u32::try_from(piece.len()).expect("short");
        [&length.to_be_bytes()[..], piece].concat()
    };
    [b"kith kit 1\n".to_vec(), pieces.flat_map(long).collect()].concat()
}

#[tokio::test]
async fn a_file_leads_to_whose_it_is_and_after_that_there_is_nothing_left_to_do_with_it() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (_, tablet) = set_up(&council, &mut worker).await;
    let file = file_of(&sealed(&tablet, &words()));
    let mut manager = council.signed_in("manager").await;
    for actor in [&mut worker, &mut manager] {
        let brought = actor.post_file("/handed-in", &file).await;
        assert_eq!(brought.code(), 303, "{}", brought.text);
        assert_eq!(brought.location(), format!("/handed-in/{SESSION}"));
    }
    assert!(worker.get("/tablets").await.text.contains("One session waits"));
    let child = council.child("worker’s own").to_string();
    let one = format!("/handed-in/{SESSION}");
    let filed = worker.post(&one, &[("then", "file"), ("child", &child)]).await;
    assert!(worker.get(filed.location()).await.text.contains("ambilance"));
    let again = worker.post_file("/handed-in", &file).await;
    assert_eq!(again.code(), 200, "{}", again.text);
    assert!(again.text.contains("This session was here already"), "{}", again.text);
    assert!(!worker.get("/tablets").await.text.contains("session waits"));
}

#[tokio::test]
async fn each_file_that_is_not_taken_is_told_in_words_beside_its_field() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    let sealed = sealed(&tablet, &words());
    let file = file_of(&sealed);
    let mut changed = file.clone();
    let last = changed.len() - 1;
    changed[last] ^= 1;
    let without = Sealed { chunks: sealed.chunks[1..].to_vec(), ..sealed.clone() };
    let mut other_key = sealed.clone();
    other_key.manifest["wrap"]["key"] = "0000000000000000".into();
    let told: [(&str, &[u8], u16); 7] = [
        // First: what came of the others is kept, as if a tablet had been cut off.
        ("Parts of the session are not in the file", &file_of(&without), 422),
        ("ends before its end", b"", 422),
        ("ends before its end", &file[..file.len() - 1], 422),
        ("This is no file of a tablet", b"PK\x03\x04 a census", 422),
        ("Something in the file has changed", &changed, 422),
        ("This office cannot open it", &file_of(&other_key), 422),
        ("This is no file of a tablet", &vec![b'k'; 3_000_000], 422),
    ];
    for (words, bytes, code) in told {
        let back = worker.post_file("/handed-in", bytes).await;
        assert_eq!(back.code(), code, "{words}: {}", back.text);
        assert!(back.text.contains(words), "{words}: {}", back.text);
        assert!(back.text.contains("id=\"file-wrong\""));
    }
    let chosen = "--kith\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\
                  \r\n--kith--\r\n";
    let back = worker.post_parts("/handed-in", Body::from(chosen)).await;
    assert!(back.text.contains("Choose the file."), "{}", back.text);
    let colleague = council.signed_in("colleague").await.post_file("/handed-in", &file).await;
    assert!(colleague.text.contains("It comes from a tablet that is not yours"));
    let nobody = council.browser().post_file("/handed-in", &file).await;
    assert_eq!(nobody.code(), 401);
    let admin = council.signed_in("admin").await.post_file("/handed-in", &file).await;
    assert_eq!(admin.code(), 403);
    assert!(!worker.get("/tablets").await.text.contains("waits"), "nothing came of any");
    // What the tablet handed in itself, and what is in its file, is one.
    hand_in_whole(&mut kit, &tablet, &sitting("Tyler")).await;
    assert!(worker.get("/tablets").await.text.contains("One session waits"));
}
