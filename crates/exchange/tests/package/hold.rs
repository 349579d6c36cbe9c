//! What a package holds: every letter, within bounds, with nobody's name on a file.

use crate::sample::{calm, file, files, for_office, kayleigh, made, page, text, tylers};
use domain::houses_session::House;
use exchange::package::session::Session;
use exchange::package::svg::SvgFault;
use exchange::package::{For, Making, NoPackage, PAGES_MAX, Package, Sitting};
use proptest::prelude::*;
use serde_json::Value;
use std::io::Read as _;

fn refused(sitting: &Sitting) -> NoPackage {
    made(sitting, For::SameAuthority).unwrap_err()
}

#[test]
fn no_file_is_named_after_anybody() {
    let sitting = calm();
    let office = for_office(&sitting);
    let hers = made(&sitting, For::Parent(kayleigh())).unwrap();
    assert_ne!(office.name(), hers.name());
    for package in [office, hers] {
        let names = package.files.iter().map(|file| file.name.as_str());
        for name in names.chain([&*package.name()]) {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-/.".contains(c);
            assert!(name.chars().all(plain), "{name}");
            for part in ["tyler", "marsh", "okafor", "ty-", "amina", "kayleigh", "wexcombe"] {
                assert!(!name.contains(part), "{name}");
            }
        }
    }
}

#[test]
fn the_manifest_lists_every_file_with_its_digest_and_nobody_by_name() {
    let sitting = tylers();
    let package = for_office(&sitting);
    let manifest: Value = serde_json::from_str(&text(&package, "manifest.json")).unwrap();
    let listed = manifest["files"].as_array().unwrap();
    assert_eq!(listed.len() + 1, package.files.len());
    for (listed, file) in listed.iter().zip(files(&package)) {
        assert_eq!(listed["name"], file.name);
        assert_eq!(listed["bytes"], file.bytes.len());
        assert_eq!(listed["media_type"], file.media_type);
    }
    // As sha256sum reckons it.
    let ops = listed.iter().find(|file| file["name"] == "attachments/page-001-drawing.jsonl");
    let sha256 = "23b8a731d6109adfbefc3544e126f19d49641665b95e95fe449be0806b7bfe4e";
    assert_eq!(ops.unwrap()["sha256"], sha256);
    for name in ["Tyler", "Ty", "Amina", "Kayleigh"] {
        assert!(!text(&package, "manifest.json").contains(name));
    }
}

#[test]
fn the_drawing_goes_on_byte_for_byte() {
    let sitting = tylers();
    let package = for_office(&sitting);
    let ops = &sitting.pages[0].drawing.as_ref().unwrap().ops;
    assert_eq!(&*file(&package, "attachments/page-001-drawing.jsonl").bytes, &**ops);
    let sound = file(&package, "attachments/page-001-sound-1.webm");
    assert_eq!(&*sound.bytes, &*sitting.pages[0].sounds[0].bytes);
}

#[test]
fn the_document_runs_nothing_and_asks_for_nothing() {
    let mut sitting = tylers();
    sitting.pages[0].page.words[0].text = "<script>alert('x')</script>".into();
    let package = for_office(&sitting);
    let document = text(&package, "document.html");
    assert!(document.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
    for never in ["<script", "<link", "<iframe", "src=http", "src=\"http", "onload", "@import"] {
        assert!(!document.contains(never), "{never}");
    }
    assert!(document.contains("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\""));
    assert!(document.contains("src=\"data:image/jpeg;base64,"));
}

#[test]
fn it_says_whose_words_each_are() {
    let sitting = tylers();
    let package = for_office(&sitting);
    let document = text(&package, "document.html");
    let told = "“the ambilance”</blockquote><p class=\"whose\" dir=\"auto\">Ty wrote this.</p>";
    assert!(document.contains(told));
    let by =
        "and loud”</blockquote><p class=\"whose\" dir=\"auto\">Ty said this. Amina Yusuf wrote";
    assert!(document.contains(by));
    assert!(document.contains("The worker’s words, and not the child’s."));
}

#[test]
fn the_same_gives_the_same_bytes_in_one_file_that_unpacks_to_the_same() {
    let sitting = tylers();
    let package = for_office(&sitting);
    let zipped = |package: &Package<'_>| {
        let mut zip = vec![];
        package.zip(&mut zip).unwrap();
        zip
    };
    let zip = zipped(&package);
    assert_eq!(zip, zipped(&for_office(&sitting)));
    let mut unpacked = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    assert_eq!(unpacked.len(), package.files.len());
    for file in files(&package) {
        let name = format!("{}/{}", package.name(), file.name);
        let mut inside = unpacked.by_name(&name).unwrap();
        let mut bytes = vec![];
        inside.read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes, &*file.bytes, "{name}");
    }
}

#[test]
fn as_many_pages_as_a_sitting_may_have_and_no_more() {
    let with = |n: u16| {
        let pages = (1..=n).map(|n| page(n, House::Good, "words\n🏠")).collect();
        Sitting { pages, ..tylers() }
    };
    let many = with(300);
    let package = for_office(&many);
    let told = Session::read(text(&package, "session.json").as_bytes()).unwrap();
    assert_eq!(told.pages.len(), 300);
    let too_many = u16::try_from(PAGES_MAX + 1).unwrap();
    assert_eq!(refused(&with(too_many)), NoPackage::TooManyPages);
}

#[test]
fn what_cannot_go_on_is_refused() {
    let mut nul = tylers();
    nul.pages[0].page.words[0].text = "a\0b".into();
    assert_eq!(refused(&nul), NoPackage::Nul);
    let mut script = tylers();
    script.pages[0].drawing.as_mut().unwrap().svg = "<svg><script/></svg>".into();
    let why = SvgFault::Foreign("script".into());
    assert_eq!(refused(&script), NoPackage::Drawing { page: 1, why });
    for kind in ["text/html", "audio/webm\"><script>", "audio/<", "image/png"] {
        let mut sound = tylers();
        sound.pages[0].sounds[0].media_type = kind.into();
        let file = "attachments/page-001-sound-1.".to_owned();
        let named = |why| matches!(why, NoPackage::MediaType { file: of } if of.starts_with(&file));
        assert!(named(refused(&sound)), "{kind}");
    }
    let mut photo = tylers();
    photo.pages[1].photos[0].media_type = "image/svg+xml".into();
    let file = "attachments/page-002-photo-1.bin".to_owned();
    assert_eq!(refused(&photo), NoPackage::MediaType { file });
    let mut twice = tylers();
    twice.pages[1].page.n = 1;
    twice.pages[1].drawing = twice.pages[0].drawing.clone();
    assert!(matches!(refused(&twice), NoPackage::Twice(_)));
}

#[test]
fn a_recording_that_broke_off_and_what_lies_on_no_page_go_with_it_and_it_says_so() {
    let sitting = tylers();
    let package = for_office(&sitting);
    for name in ["no-page-sound-1.bin", "no-page-photo-1.png", "page-001-sound-2.m4a"] {
        assert_eq!(file(&package, &format!("attachments/{name}")).bytes.len(), 3_000, "{name}");
    }
    let told = Session::read(text(&package, "session.json").as_bytes()).unwrap();
    let broke_off: Vec<_> = told.pages[0].sounds.iter().map(|sound| sound.broken_off).collect();
    assert_eq!(broke_off, [false, true]);
    assert_eq!((told.sounds.len(), told.photos.len()), (1, 1));
    let document = text(&package, "document.html");
    for said in [
        "<strong>A recording that broke off:</strong> 0:09, attachments/page-001-sound-2.m4a",
        "On no page</h3>",
        "2 things of this session could not be opened. They are kept, sealed as they came",
        "4K2",
    ] {
        assert!(document.contains(said), "{said} in {document}");
    }
    let fhir: Value = serde_json::from_str(&text(&package, "fhir.json")).unwrap();
    let entries = fhir["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]);
    let papers = entries.filter(|resource| resource["resourceType"] == "DocumentReference");
    let says: Vec<_> = papers.filter_map(|paper| paper["description"].as_str()).collect();
    let on_no_page = ["It broke off. It lies on no page.", "It lies on no page."];
    assert_eq!(says, [&["1 line of crayon.", "It broke off."][..], &on_no_page].concat());
    assert!(!text(&for_office(&calm()), "document.html").contains("could not be opened"));
}

#[test]
fn a_package_that_takes_anothers_place_says_which_and_any_other_says_nothing() {
    let sitting = tylers();
    let says = |package: &Package<'_>| -> Value {
        serde_json::from_str(&text(package, "manifest.json")).unwrap()
    };
    let first = for_office(&sitting);
    assert!(says(&first).get("replaces").is_none());
    let making = Making {
        whom: For::SameAuthority,
        at: "2026-03-30T09:16:00Z".parse().unwrap(),
        program: "kith",
        replaces: Some(first.id),
    };
    let second = Package::of(&sitting, &making).unwrap();
    assert_ne!(first.id, second.id);
    assert_eq!(says(&second)["replaces"], first.id.to_string());
}

/// Every `valueString` of the response.
fn answered(package: &Package<'_>) -> Vec<String> {
    fn below(value: &Value, all: &mut Vec<String>) {
        match value {
            Value::Object(fields) => fields.iter().for_each(|(name, value)| match value {
                Value::String(text) if name == "valueString" => all.push(text.clone()),
                _ => below(value, all),
            }),
            Value::Array(values) => values.iter().for_each(|value| below(value, all)),
            _ => {}
        }
    }
    let mut all = vec![];
    below(&serde_json::from_str(&text(package, "fhir.json")).unwrap(), &mut all);
    all
}

/// The first words of the document, as a reader sees them.
fn first_read(package: &Package<'_>) -> String {
    let document = text(package, "document.html");
    let words = document.split_once("<blockquote dir=\"auto\">“").unwrap().1;
    let words = words.split_once("”</blockquote><p class=\"whose\"").unwrap().0;
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r")];
    let words = pairs.iter().fold(words.to_owned(), |words, (from, to)| words.replace(from, to));
    words.replace("&amp;", "&")
}

/// Whether a page can hold all of it as it is.
fn is_plain(words: &str) -> bool {
    let no_letter =
        |c: char| u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..'\u{fdf0}').contains(&c);
    words.chars().all(|c| "\n\r\t".contains(c) || !c.is_control() && !no_letter(c))
}

/// Any text, one with what markup is made of, one that begins in another script.
const ANY: &str = "(?s:.*)|[\\PC\\n\\r\\t\"'<&]{0,80}|[\u{600}-\u{6ff}🏠👩‍👧]{0,20}\\PC{0,20}";

proptest! {
    #[test]
    fn any_text_survives(words in ANY) {
        prop_assume!(!words.contains('\0'));
        let mut sitting = tylers();
        sitting.pages[0].page.words[0].text.clone_from(&words);
        let package = for_office(&sitting);
        let told = Session::read(text(&package, "session.json").as_bytes()).unwrap();
        prop_assert_eq!(&told.pages[0].words[0].text, &words);
        let answered = answered(&package);
        prop_assert!(words.trim().is_empty() || answered.contains(&words));
        prop_assert!(!text(&package, "document.html").contains("<script"));
        prop_assert!(!is_plain(&words) || first_read(&package) == words);
    }
}
