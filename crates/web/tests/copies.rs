//! A copy of a sitting, taken out of the record by somebody who says why.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::Council;
use common::tablet::{SESSION, hand_in_whole, set_up, sitting};

/// The text of one file of a package.
fn inside(package: &[u8], ends: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(package)).expect("a ZIP file");
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).expect("a file");
        if file.name().expect("a name").ends_with(ends) {
            let mut text = String::new();
            std::io::Read::read_to_string(&mut file, &mut text).expect("text");
            return text;
        }
    }
    panic!("{ends} is not in it")
}

#[tokio::test]
async fn a_copy_is_taken_with_a_reason_and_the_family_can_see_who_took_it() {
    let council = Council::new();
    let mut worker = council.signed_in("worker").await;
    let (mut kit, tablet) = set_up(&council, &mut worker).await;
    hand_in_whole(&mut kit, &tablet, &sitting("Tyler")).await;
    let own = council.child("worker’s own").to_string();
    let form = [("then", "file"), ("child", own.as_str())];
    let filed = worker.post(&format!("/handed-in/{SESSION}"), &form).await;
    let entry = filed.location().to_owned();
    let copy = format!("{entry}/copy");
    assert!(worker.get(&entry).await.text.contains(&copy), "the page leads there");
    let asked = worker.get(&copy).await;
    assert_eq!(asked.code(), 200, "{}", asked.text);
    for wrong in [[("whom", "system"), ("why", " ")], [("whom", "mum"), ("why", "She asked.")]] {
        assert_eq!(worker.post(&copy, &wrong).await.code(), 422);
    }
    let taken = worker.post(&copy, &[("whom", "system"), ("why", "The court asks for it.")]).await;
    assert_eq!(taken.code(), 200, "{}", taken.text);
    assert_eq!(taken.header("content-type"), "application/zip");
    assert_eq!(taken.header("cache-control"), "no-store");
    let named = taken.header("content-disposition");
    assert!(named.starts_with("attachment; filename=\"houses-") && named.ends_with(".zip\""));
    let session = inside(&taken.bytes, "session.json");
    assert!(session.contains("the ambilance") && session.contains("Quiet at first"), "{session}");
    assert!(inside(&taken.bytes, "drawing.svg").contains("<path"));
    let childs = worker.post(&copy, &[("whom", "child"), ("why", "He wants it.")]).await;
    let session = inside(&childs.bytes, "session.json");
    assert!(session.contains("the ambilance") && !session.contains("Quiet at first"), "{session}");
    let looked = worker.get(&format!("/children/{own}/access")).await.text;
    assert!(looked.contains("A copy, for another system"), "{looked}");
    assert!(looked.contains("The court asks for it.") && looked.contains("A copy, for the child"));
    for (who, status) in [("stranger", 403), ("guardian", 403), ("data", 404), ("admin", 404)] {
        let mut other = council.signed_in(who).await;
        let answer = other.post(&copy, &[("whom", "system"), ("why", "Curious.")]).await;
        assert_eq!(answer.code(), status, "{who}");
    }
}
