//! What a sitting's PDF is made of says what its `document.html` says, and nothing else.

use crate::sample::{calm, for_office, kayleigh, made, text, tylers};
use document::{Block, Document, Picture, shown};
use exchange::package::{For, Package, Pdf, Sitting};
use proptest::prelude::*;

/// The texts of `document.html` in order, read without our own writer: what stands between tags,
/// each element's text in one. Drawings are left out.
fn read_html(package: &Package<'_>) -> Vec<String> {
    let html = text(package, "document.html");
    let mut rest = html.split_once("<main>").unwrap().1;
    let mut all = vec![];
    let mut one = String::new();
    while let Some((before, after)) = rest.split_once('<') {
        one.push_str(before);
        let (tag, after) = after.split_once('>').unwrap();
        rest = after;
        if tag.starts_with("svg") {
            rest = after.split_once("</svg>").unwrap().1;
        } else if !tag.ends_with("strong") && !one.is_empty() {
            all.push(std::mem::take(&mut one));
        }
    }
    all.into_iter().map(|text| unescaped(&text)).filter(|text| text != "\n").collect()
}

fn unescaped(text: &str) -> String {
    let pairs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r")];
    let text = pairs.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&amp;", "&")
}

/// The texts of the document in order, as a reader sees them; its footer, which is no text of its
/// own, is held beside.
fn read(document: &Document) -> Vec<String> {
    let mut all = vec![document.title.clone()];
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } | Block::Remark { text } => {
                all.push(text.clone());
            }
            Block::Line { label, text } => all.push(format!("{label}: {text}")),
            Block::Quote { words, whose } => all.extend([format!("“{words}”"), whose.clone()]),
            Block::Picture { alt, caption, .. } => {
                assert_eq!(alt, caption);
                all.push(caption.clone());
            }
            Block::List { .. } | Block::Table { .. } => panic!("a sitting has none"),
        }
    }
    let seen = all.iter().map(|text| text.chars().map(shown).collect());
    seen.collect()
}

fn printed(package: &Package<'_>) -> Document {
    let document = package.document();
    assert_eq!(Document::read(&document.json()).as_ref(), Ok(&document), "within its bounds");
    document
}

#[test]
fn it_says_what_the_page_says_for_whomever_it_is_made() {
    let (sitting, calm) = (tylers(), calm());
    let hers = made(&calm, For::Parent(kayleigh())).unwrap();
    for package in [for_office(&sitting), for_office(&calm), hers] {
        let document = printed(&package);
        assert_eq!(read(&document), read_html(&package));
        assert!(text(&package, "document.html").contains(&document.footer));
    }
}

#[test]
fn every_drawing_and_photograph_is_in_it_as_in_the_page() {
    let sitting = tylers();
    let package = for_office(&sitting);
    let html = text(&package, "document.html");
    let document = printed(&package);
    let pictures = document.blocks.iter().filter_map(|block| match block {
        Block::Picture { picture, .. } => Some(picture),
        _ => None,
    });
    let mut kinds = vec![];
    for picture in pictures {
        kinds.push(picture.media_type());
        let (Picture::Svg(data) | Picture::Jpeg(data) | Picture::Png(data) | Picture::Webp(data)) =
            picture;
        assert!(html.contains(&**data));
    }
    let instead = document.blocks.iter().filter_map(|block| match block {
        Block::Picture { instead, .. } => Some(instead.as_str()),
        _ => None,
    });
    let named = "This picture could not be printed. It is in the package as \
        attachments/page-002-photo-1.jpg.";
    assert_eq!(instead.clone().nth(1), Some(named));
    assert!(instead.clone().all(|instead| !instead.is_empty()));
    assert!(!html.contains("could not be printed"));
    assert_eq!(kinds, ["image/svg+xml", "image/jpeg", "image/png"]);
    assert_eq!(html.matches("<figure>").count(), kinds.len());
}

#[test]
fn a_photograph_of_a_kind_that_is_not_drawn_is_named() {
    let mut sitting = tylers();
    sitting.pages[1].photos[0].media_type = "image/heic".into();
    let package = for_office(&sitting);
    assert_eq!(read(&printed(&package)), read_html(&package));
    let named = "A photograph: attachments/page-002-photo-1.bin".to_owned();
    assert!(read(&printed(&package)).contains(&named));
}

#[test]
fn what_a_parent_may_not_read_is_not_in_it() {
    let sitting = calm();
    let hers = made(&sitting, For::Parent(kayleigh())).unwrap();
    let json = String::from_utf8(printed(&hers).json()).unwrap();
    assert!(json.contains("nanas crackers"));
    for never in
        ["ambilance", "well loud", "tired", "W1042", "Marsh-Okafor", "Mr Okoro", "page-003"]
    {
        assert!(!json.contains(never), "{never}");
    }
}

#[test]
fn a_package_with_a_pdf_lists_it_and_one_without_says_that_there_is_none() {
    let sitting = tylers();
    let manifest = |package: &Package<'_>| -> serde_json::Value {
        serde_json::from_str(&text(package, "manifest.json")).unwrap()
    };
    let package = for_office(&sitting);
    assert_eq!(manifest(&package)["contents"]["pdf"], false);
    let pdf = |not_printed| Pdf { bytes: b"%PDF-1.7".to_vec(), not_printed };
    let says = |package: &Package<'_>| manifest(package)["contents"].clone();
    let without = says(&for_office(&sitting).with_pdf(pdf(2)));
    assert_eq!(without["pdf_pictures_not_printed"], 2, "it is not whole, and says so");
    let package = package.with_pdf(pdf(0));
    assert_eq!(says(&package)["pdf"], true);
    assert!(says(&package).get("pdf_pictures_not_printed").is_none());
    let names: Vec<_> = package.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names[2..4], ["document.html", "document.pdf"]);
    assert_eq!(names.iter().filter(|name| **name == "manifest.json").count(), 1);
    assert_eq!(names.last(), Some(&"manifest.json"));
    assert_eq!(text(&package, "document.pdf"), "%PDF-1.7");
}

#[test]
fn headings_go_down_one_level_at_a_time_in_both() {
    let sitting = tylers();
    let package = for_office(&sitting);
    let html = text(&package, "document.html");
    let level = |rest: &str| rest.chars().next().and_then(|digit| digit.to_digit(10));
    let levels: Vec<u32> = html.split("<h").skip(1).filter_map(level).collect();
    assert!(levels.windows(2).all(|two| two[1] <= two[0] + 1), "{levels:?}");
    assert!(levels.contains(&3));
}

proptest! {
    #[test]
    fn any_words_stand_in_it_letter_for_letter(words in "(?s:[^\0]*)|[\\PC<>&#$\\]\\\\\n]{1,40}") {
        let mut sitting: Sitting = tylers();
        sitting.pages[0].page.words[0].text.clone_from(&words);
        let package = for_office(&sitting);
        let document = printed(&package);
        let said = document.blocks.iter().filter_map(|block| match block {
            Block::Quote { words, .. } => Some(words),
            _ => None,
        });
        prop_assert_eq!(said.filter(|said| **said == words).count().min(1), 1);
        prop_assert_eq!(read(&document), read_html(&package));
    }
}
