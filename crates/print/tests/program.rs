//! `kith-print` as another program meets it.
#![allow(clippy::unwrap_used, reason = "a test stops where it fails")]

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use document::{Block, Direction, Document, FORMAT, Picture, VERSION};

const SECRET: &str = "the ambilance";

fn with(blocks: Vec<Block>) -> Document {
    Document {
        format: FORMAT.into(),
        version: VERSION,
        title: SECRET.into(),
        language: "en-GB".into(),
        direction: Direction::Ltr,
        date: "2026-03-30".parse().unwrap(),
        footer: String::new(),
        blocks,
    }
}

fn block(picture: Picture, instead: &str) -> Block {
    Block::Picture { picture, alt: SECRET.into(), caption: SECRET.into(), instead: instead.into() }
}

fn picture(picture: Picture) -> Vec<u8> {
    with(vec![block(picture, "")]).json()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(vec![]);
    let white = image::GrayImage::from_pixel(width, height, image::Luma([255]));
    white.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn run(arguments: &[&str], json: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_kith-print"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut into, json) = (program.stdin.take().unwrap(), json.to_vec());
    // It may end before it has read all of it.
    let writing = std::thread::spawn(move || drop(into.write_all(&json)));
    let output = program.wait_with_output().unwrap();
    writing.join().unwrap();
    output
}

#[test]
fn a_document_becomes_a_pdf() {
    for json in [
        with(vec![]).json(),
        picture(Picture::Png(STANDARD.encode(png(40, 30)))),
        picture(Picture::Svg("<svg viewBox=\"0 0 9 9\"><path d=\"M1 2L3 4\"/></svg>".into())),
    ] {
        let output = run(&[], &json);
        assert!(output.status.success(), "{output:?}");
        assert!(output.stdout.starts_with(b"%PDF-1.7"));
        assert!(output.stderr.is_empty());
    }
}

#[test]
fn what_cannot_be_printed_is_said_in_one_line_that_quotes_nothing() {
    let long = "x".repeat(document::TEXT_MAX + 1);
    let whole = png(40, 30);
    let half = whole.get(..whole.len() / 2).unwrap();
    let elsewhere = "<svg viewBox=\"0 0 9 9\"><image href=\"/etc/hostname\"/></svg>";
    let base64 = |bytes: &[u8]| STANDARD.encode(bytes);
    for (json, why) in [
        (format!("{{\"title\": \"{SECRET}\"}}").into_bytes(), "no document"),
        (SECRET.as_bytes().to_vec(), "no document"),
        (vec![], "no document"),
        (vec![0xff; 9], "no document"),
        (Document { version: 2, ..with(vec![]) }.json(), "version"),
        (with(vec![Block::Paragraph { text: long }]).json(), "a text in it has more than"),
        (picture(Picture::Png(base64(half))), "broken"),
        (picture(Picture::Png(SECRET.into())), "broken"),
        (picture(Picture::Jpeg(base64(&whole))), "broken"),
        (picture(Picture::Webp(base64(&whole))), "broken"),
        (picture(Picture::Svg(SECRET.into())), "broken"),
        (picture(Picture::Svg("<svg width=\"0\" height=\"9\"></svg>".into())), "broken"),
        (picture(Picture::Svg("<svg viewBox=\"0 0 9 9\"><g></svg>".into())), "broken"),
        (picture(Picture::Svg(elsewhere.into())), "could not be laid out"),
        (picture(Picture::Png(base64(&png(8000, 7000)))), "too many points"),
    ] {
        let output = run(&[], &json);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{why}: {said}");
        assert!(output.stdout.is_empty(), "{why}");
        assert!(said.starts_with("kith-print: this cannot be printed: "), "{said}");
        assert!(said.contains(why), "{why}: {said}");
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(!said.contains(SECRET) && !said.contains("hostname"), "{said}");
    }
}

#[test]
fn one_broken_picture_keeps_nothing_else_from_being_printed_and_it_says_how_many_there_are() {
    let whole = png(40, 30);
    let half = whole.get(..whole.len() / 2).unwrap();
    let instead = "This picture could not be printed. It is in the package as photo-1.png.";
    let png = |bytes: &[u8]| Picture::Png(STANDARD.encode(bytes));
    let document = with(vec![
        block(png(half), instead),
        Block::Paragraph { text: "nanas crackers".into() },
        block(png(&whole), instead),
        block(Picture::Jpeg(SECRET.into()), instead),
    ]);
    let output = run(&[], &document.json());
    assert!(output.status.success(), "{output:?}");
    assert!(output.stdout.starts_with(b"%PDF-1.7"));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, "kith-print: pictures not printed: 2\n");
    let pdf = print::print(&document.json()).unwrap();
    assert!(pdf.ua && pdf.not_printed == 2);
    assert_eq!(pdf.pdf, output.stdout);
}

#[test]
fn it_takes_no_arguments() {
    let output = run(&["file.json"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(!String::from_utf8(output.stderr).unwrap().contains("file.json"));
}
