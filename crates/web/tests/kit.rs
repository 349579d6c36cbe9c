//! What a tablet fetches before it can start without a network.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::Council;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

#[tokio::test]
async fn every_file_of_the_list_is_there_with_its_hash_and_all_are_small_together() {
    let council = Council::empty();
    let mut browser = council.browser();
    let list: Value =
        serde_json::from_str(&browser.get("/kit/files.json").await.text).expect("JSON");
    let mut bytes = 0;
    for file in list["files"].as_array().expect("a list") {
        let url = file["url"].as_str().expect("an address");
        let answer = browser.bytes(url).await;
        let digest = Sha256::digest(&answer);
        let found = digest.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
        assert_eq!(file["sha256"], found.as_str(), "{url}");
        bytes += answer.len();
    }
    assert!(bytes < 2_500_000, "{bytes} bytes before the kit starts without a network");
    assert!(bytes > 500_000, "its drawings are among them");
}

#[tokio::test]
async fn the_worker_is_another_script_for_each_build_and_no_browser_keeps_it() {
    let council = Council::empty();
    let mut browser = council.browser();
    let list: Value =
        serde_json::from_str(&browser.get("/kit/files.json").await.text).expect("JSON");
    let worker = browser.get("/kit/sw.js").await;
    assert!(worker.text.starts_with(&format!("// {}\n", list["build"].as_str().expect("a name"))));
    assert_eq!(worker.header("cache-control"), "no-cache");
    let book: Value =
        serde_json::from_str(&browser.get("/kit/book.json").await.text).expect("JSON");
    assert_eq!(book["build"], list["build"]);
    assert!(book["words"]["en-GB"]["kit-title"].is_string());
    assert!(book["tree"].is_object());
}
