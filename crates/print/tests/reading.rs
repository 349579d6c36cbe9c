//! What a PDF of ours says to programs that are not ours: poppler's `pdftotext` reads its words,
//! and `hayro` its tags. Whether it meets each rule of PDF/UA-1 is what verapdf would say, and it
//! is not used here.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};

use document::{Block, Direction, Document, FORMAT, Item, Picture, VERSION, shown};
use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Name, Object, Stream, String as Text};
use print::Printed;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization as _;

fn document(blocks: Vec<Block>) -> Document {
    Document {
        format: FORMAT.into(),
        version: VERSION,
        title: "What Ty drew".into(),
        language: "en-GB".into(),
        direction: Direction::Ltr,
        date: "2026-03-30".parse().unwrap(),
        footer: "Wexcombe".into(),
        blocks,
    }
}

fn printed(document: &Document) -> Printed {
    print::print(&document.json()).unwrap()
}

fn quote(words: &str) -> Block {
    Block::Quote { words: words.into(), whose: "Ty wrote this.".into() }
}

/// Its words in the order they are written in, without white space; none where `pdftotext` is not
/// on this machine.
fn words(pdf: &[u8]) -> Option<String> {
    read(pdf, &["-raw"])
}

/// The same with what runs from right to left in its own order, as poppler sees it on the page.
fn words_either_way(pdf: &[u8]) -> Option<String> {
    read(pdf, &[])
}

fn read(pdf: &[u8], how: &[&str]) -> Option<String> {
    let mut reader = Command::new("pdftotext")
        .args(how)
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let Ok(reader) = &mut reader else {
        println!("pdftotext (poppler-utils) is not here: words were not read back.");
        return None;
    };
    let (mut into, pdf) = (reader.stdin.take().unwrap(), pdf.to_vec());
    let writing = std::thread::spawn(move || into.write_all(&pdf).unwrap());
    let mut read = String::new();
    std::io::Read::read_to_string(&mut reader.stdout.take().unwrap(), &mut read).unwrap();
    writing.join().unwrap();
    assert!(reader.wait().unwrap().success());
    Some(seen(&read))
}

/// What of a text can be seen: neither white space nor what only joins and turns letters.
fn seen(text: &str) -> String {
    let hidden = |c: char| {
        matches!(u32::from(c),
            0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f
            | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f
            | 0xfeff | 0xffa0 | 0xfff0..=0xfff8 | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a
            | 0xe0000..=0xe0fff)
    };
    text.chars().map(shown).filter(|c| !c.is_whitespace() && !hidden(*c)).collect()
}

/// The whole of it, read.
fn open(pdf: &[u8]) -> Pdf {
    Pdf::new(pdf.to_vec()).unwrap()
}

/// What all else hangs on.
fn catalog(pdf: &Pdf) -> Dict<'_> {
    pdf.xref().get(pdf.xref().root_id()).unwrap()
}

/// A text of it, whichever way it is written.
fn text(text: &Text<'_>) -> String {
    match text.as_bytes() {
        [0xfe, 0xff, utf16 @ ..] => {
            let units = utf16.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]]));
            String::from_utf16(&units.collect::<Vec<_>>()).unwrap()
        }
        latin => latin.iter().copied().map(char::from).collect(),
    }
}

/// Every structure element's type with what it says for whoever does not see it.
fn tags(pdf: &[u8]) -> Vec<(String, Option<String>)> {
    let pdf = open(pdf);
    let catalog = catalog(&pdf);
    assert!(catalog.get::<Dict<'_>>("StructTreeRoot").is_some());
    assert_eq!(catalog.get::<Dict<'_>>("MarkInfo").unwrap().get("Marked"), Some(true));
    let mut all = vec![];
    for object in pdf.objects() {
        let Some(element) = object.into_dict() else { continue };
        if let (Some(kind), true) = (element.get::<Name<'_>>("S"), element.contains_key("P")) {
            let alt = element.get::<Text<'_>>("Alt").as_ref().map(text);
            all.push((kind.as_str().to_owned(), alt));
        }
    }
    all
}

fn how_many(tags: &[(String, Option<String>)], kind: &str) -> usize {
    tags.iter().filter(|(found, _)| found == kind).count()
}

#[test]
fn it_is_tagged_with_what_each_thing_is() {
    let item = |text: &str, items| Item { text: text.into(), items };
    let svg = "<svg viewBox=\"0 0 744 486\"><path d=\"M1 2L300 400\" stroke=\"#2C2A33\"/>\
               <text x=\"9\" y=\"90\" font-size=\"28\">our house 字</text></svg>";
    let pdf = printed(&document(vec![
        Block::Line { label: "Child".into(), text: "Ty".into() },
        Block::Line { label: "Listened".into(), text: "Amina".into() },
        Block::Heading { level: 2, text: "The pages".into() },
        Block::Heading { level: 3, text: "Page 1".into() },
        Block::Heading { level: 4, text: "More".into() },
        quote("the ambilance"),
        Block::Paragraph { text: "As it was.".into() },
        Block::Picture {
            picture: Picture::Svg(svg.into()),
            alt: "Drawn by Ty. “1 line”".into(),
            caption: "Drawn by Ty.".into(),
            instead: String::new(),
        },
        Block::List { ordered: true, items: vec![item("one", vec![item("under", vec![])])] },
        Block::Table {
            header: vec!["Who".into(), "What".into()],
            rows: vec![vec!["Pete".into(), "van".into()]],
        },
    ]));
    assert!(pdf.ua);
    let tags = tags(&pdf.pdf);
    for (kind, times) in [
        ("H1", 1),
        ("H2", 1),
        ("H3", 1),
        ("BlockQuote", 1),
        ("Figure", 1),
        ("Caption", 1),
        ("L", 3),
        ("LI", 4),
        ("Table", 1),
        ("TH", 2),
        ("TD", 2),
    ] {
        assert_eq!(how_many(&tags, kind), times, "{kind} in {tags:?}");
    }
    assert!(how_many(&tags, "P") >= 3, "{tags:?}");
    let figure = tags.iter().find(|(kind, _)| kind == "Figure").unwrap();
    assert_eq!(figure.1.as_deref(), Some("Drawn by Ty. “1 line”"));
}

#[test]
fn it_says_its_language_its_title_and_that_it_is_pdf_ua() {
    let pdf = printed(&document(vec![])).pdf;
    let read = open(&pdf);
    let catalog = catalog(&read);
    assert_eq!(text(&catalog.get("Lang").unwrap()), "en-GB");
    let preferences = catalog.get::<Dict<'_>>("ViewerPreferences").unwrap();
    assert_eq!(preferences.get("DisplayDocTitle"), Some(true));
    let about = catalog.get::<Stream<'_>>("Metadata").unwrap();
    let about = String::from_utf8(about.decoded().unwrap().into_owned()).unwrap();
    assert!(about.contains("pdfuaid:part"), "{about}");
    assert!(about.contains("What Ty drew"), "{about}");
}

#[test]
fn nothing_in_it_runs_or_asks_for_something_from_elsewhere() {
    let svg = "<svg viewBox=\"0 0 9 9\"><path d=\"M1 2L3 4\"/></svg>".into();
    let pdf = printed(&document(vec![
        quote("https://example.org javascript:alert(1)"),
        Block::Picture {
            picture: Picture::Svg(svg),
            alt: "x".into(),
            caption: "x".into(),
            instead: String::new(),
        },
    ]));
    let read = open(&pdf.pdf);
    for never in ["JavaScript", "JS", "OpenAction", "AA", "URI", "Launch", "EmbeddedFiles"] {
        let mut objects = read.objects().into_iter().filter_map(Object::into_dict);
        assert!(!objects.any(|object| object.contains_key(never)), "{never}");
    }
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let document = document(vec![quote("snacks 🍟")]);
    assert_eq!(printed(&document), printed(&document));
}

#[test]
fn what_means_something_to_typst_means_nothing_here() {
    let said = [
        "#set page(width: 1cm)",
        "#panic(\"x\") $ sum_(i) $ *bold* _it_ = no heading",
        "- no list + no list / no: term ~ -- --- ... @label <label>",
        "\\ \\u{41} ] [ } { \"quotes\" 'single' `raw` ```raw```",
        "#read(\"/etc/passwd\") #include \"x\" #import \"@preview/x:1.0.0\"",
        "https://example.org // no comment /* none */",
    ];
    let pdf = printed(&document(said.iter().map(|words| quote(words)).collect())).pdf;
    if let Some(read) = words(&pdf) {
        for words in said {
            assert!(read.contains(&seen(words)), "{words}\n{read}");
        }
    }
}

#[test]
fn words_from_right_to_left_stand_on_the_right_in_their_order() {
    let arabic = "أريد أن تنام أمي";
    let hebrew = "שלום לך";
    let pdf = printed(&document(vec![quote(arabic), quote(hebrew), quote("the ambilance")]));
    assert!(pdf.ua);
    if let Some(read) = words_either_way(&pdf.pdf) {
        for words in [arabic, hebrew, "the ambilance"] {
            assert!(read.contains(&seen(words)), "{words}\n{read}");
        }
    }
    let mut urdu = document(vec![quote(arabic)]);
    urdu.language = "ur".into();
    urdu.direction = Direction::Rtl;
    let read = open(&printed(&urdu).pdf);
    assert_eq!(text(&catalog(&read).get("Lang").unwrap()), "ur");
}

#[test]
fn letters_that_no_font_here_has_are_boxes_and_are_still_read() {
    let said = ["妈妈", "ありがとう", "ខ្មែរ", "𓀀", "\u{7}\u{0}", "👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿"];
    let pdf = printed(&document(said.iter().map(|words| quote(words)).collect()));
    if let Some(read) = words(&pdf.pdf) {
        for words in said {
            assert!(read.contains(&seen(words)), "{words}\n{read}");
        }
    }
}

#[test]
fn what_is_typed_on_and_on_does_not_run_off_the_paper() {
    for said in ["a", "W", "1", "ا", "#ä"] {
        let said = said.repeat(4_000);
        let pdf = printed(&document(vec![quote(&said)]));
        assert!(pdf.ua);
        // The paper without its margins, in points.
        let on_paper = ["-x", "40", "-y", "0", "-W", "520", "-H", "842"];
        if let (Some(all), Some(seen)) = (read(&pdf.pdf, &[]), read(&pdf.pdf, &on_paper)) {
            let letter = said.chars().next().unwrap();
            let count = |text: &str| text.matches(letter).count();
            assert_eq!(count(&all), count(&seen));
            assert!(count(&all) >= 4_000);
        }
    }
}

#[test]
fn more_marks_than_a_letter_can_bear_do_not_fill_the_memory() {
    for marks in ["\u{301}", "\u{200d}", "\u{202e}\u{2066}", "\u{fe0f}\u{20e3}"] {
        let said = format!("a{}", marks.repeat(4_000));
        assert!(!printed(&document(vec![quote(&said)])).pdf.is_empty());
    }
}

/// How often each letter is in it. Letters are parted from their marks: poppler gives a mark that
/// stands alone to the letter beside it.
fn letters(text: &str) -> BTreeMap<char, usize> {
    let mut all = BTreeMap::new();
    for letter in seen(&text.nfkd().collect::<String>()).chars() {
        *all.entry(letter).or_default() += 1;
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_a_keyboard_writes_comes_back_in_its_order(
        said in prop::collection::vec("[ -~äéßœŁłżÀαωжЯ£€“”‘’…–]{1,60}(\n[ -~]{0,40})?", 1..6),
    ) {
        let pdf = printed(&document(said.iter().map(|words| quote(words)).collect()));
        prop_assert!(pdf.ua);
        if let Some(read) = words(&pdf.pdf) {
            let whole = said.iter().map(|words| seen(&format!("“{words}” Ty wrote this.")));
            let whole: String = whole.collect();
            prop_assert!(read.contains(&whole), "{whole}\n{read}");
        }
    }

    #[test]
    fn any_text_is_printed_and_no_letter_of_it_is_lost(
        said in prop::collection::vec("(?s:.{0,30})|\\PC{0,30}", 1..12),
    ) {
        let pdf = printed(&document(said.iter().map(|words| quote(words)).collect()));
        prop_assert!(pdf.ua);
        prop_assert!(!tags(&pdf.pdf).is_empty());
        if let Some(read) = words(&pdf.pdf) {
            let found = letters(&read);
            for (letter, times) in letters(&said.concat()) {
                let found = found.get(&letter).copied().unwrap_or_default();
                prop_assert!(found >= times, "{letter:?} {found} times and not {times}");
            }
        }
    }

    /// Where a letter in a drawing keeps it from saying that it is PDF/UA-1, too.
    #[test]
    fn any_words_in_a_drawing_are_printed(words in "\\PC{0,20}|[ -~\u{600}-\u{6ff}🏠👩‍👧字]{1,20}") {
        let words = words.replace('&', "&amp;").replace('<', "&lt;");
        let text = format!("<text x=\"9\" y=\"90\">{words}</text>");
        let svg = format!("<svg viewBox=\"0 0 744 486\">{text}</svg>");
        let picture = Picture::Svg(svg);
        let pdf = printed(&document(vec![Block::Picture {
            picture,
            alt: "Drawn by Ty.".into(),
            caption: words,
            instead: String::new(),
        }]));
        prop_assert_eq!(how_many(&tags(&pdf.pdf), "Figure"), 1);
    }
}
