//! An invented session of 30 pages (or as many as its argument says) with drawings, words, stickers
//! and a photograph, as the JSON that `kith-print` reads. For looking, and for measuring:
//!
//! ```text
//! cargo run --release --example sitting | target/release/kith-print > session.pdf
//! ```
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "an example stops where it fails")]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use document::{Block, Direction, Document, FORMAT, Picture, VERSION};

const DOG: &str = include_str!("../../assets/kit/stickers/dog.svg");

/// What is on a page: its house, its words, whether the child wrote them.
const SAID: &[(&str, &str, bool)] = &[
    ("House of Good Things", "snacks", true),
    ("House of Good Things", "Petes van. it smells of chips", true),
    ("House of Worries", "the ambilance", true),
    ("House of Worries", "when nobody wakes up\nI count the puffs", false),
    ("House of Dreams", "a dog called Chips 🐶❤️", true),
    ("House of Dreams", "a big full frig", true),
];

fn main() {
    let mut blocks = head();
    let pages =
        std::env::args().nth(1).map_or(30, |pages| pages.parse().expect("a number of pages"));
    for n in 1..=pages {
        page(&mut blocks, n);
    }
    blocks.push(heading(2, "What the child was told came of it"));
    blocks.push(line("Told on", "2 April 2026"));
    let words = "You said the ambulance. There are two inhalers now and Pete counts the puffs.";
    blocks.push(line("You said, we did", words));
    blocks.push(heading(2, "Amina Yusuf’s own note"));
    blocks.push(Block::Remark { text: "The worker’s words, and not the child’s.".into() });
    blocks.push(Block::Paragraph { text: "He was tired. I drove him back to class.".into() });
    let document = Document {
        format: FORMAT.into(),
        version: VERSION,
        title: "What Ty drew, wrote and said".into(),
        language: "en-GB".into(),
        direction: Direction::Ltr,
        date: jiff::civil::date(2026, 3, 30),
        footer: "Wexcombe Borough Council".into(),
        blocks,
    };
    std::io::stdout().write_all(&document.json()).expect("standard output is open");
}

fn head() -> Vec<Block> {
    vec![
        line("Child", "Tyler Reece Marsh-Okafor"),
        line("Born", "3 September 2018"),
        line("Council’s number", "W1042"),
        line("Listened", "Amina Yusuf"),
        line("When", "26 March 2026, 14:05 to 26 March 2026, 14:48, by the tablet’s clock"),
        line("From", "Wexcombe Borough Council"),
        line("Made for", "another system of the same authority"),
        line("Made on", "30 March 2026, 10:15"),
        Block::Remark {
            text:
                "What stands between quotation marks is in the child’s words, letter for letter. \
                   Under it stands who wrote it down. What a drawing means, only the child can say."
                    .into(),
        },
        heading(2, "The pages"),
    ]
}

fn page(blocks: &mut Vec<Block>, n: usize) {
    let (house, words, by_child) = SAID.get((n - 1) % SAID.len()).copied().unwrap();
    blocks.push(heading(3, &format!("Page {n}, {house}")));
    let (picture, caption) = if n == 4 {
        (photograph(), "A photograph. The mat in the hall.")
    } else {
        let caption = "Drawn by Ty. 14 lines of crayon. Stickers: dog. Words: our house";
        (Picture::Svg(drawing(n)), caption)
    };
    blocks.push(Block::Picture {
        picture,
        alt: caption.into(),
        caption: caption.into(),
        instead: String::new(),
    });
    let whose =
        if by_child { "Ty wrote this." } else { "Ty said this. Amina Yusuf wrote it down." };
    blocks.push(Block::Quote { words: words.into(), whose: whose.into() });
    if n == 5 {
        let words = "أريد أن تنام أمي في الليل 😊";
        let whose = "Ty said this. Amina Yusuf wrote it down.";
        blocks.push(Block::Quote { words: words.into(), whose: whose.into() });
    }
    blocks.push(line("Who may see this page", "Kayleigh Marsh: yes"));
    blocks.push(line("Who may see this page", "Mr Okoro: ask again later; until then no"));
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

fn line(label: &str, text: &str) -> Block {
    Block::Line { label: label.into(), text: text.into() }
}

/// A drawing as the record has them: crayon in pieces of one width each, a sticker, words.
fn drawing(n: usize) -> String {
    let mut svg = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"744\" height=\"486\" \
         viewBox=\"0 0 744 486\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\
         <rect width=\"744\" height=\"486\" fill=\"#FFFEFB\"></rect>",
    );
    let lean = f64::from(u32::try_from(n % 7).unwrap()) * 9.0;
    let house = [(150.0, 400.0), (150.0, 240.0), (270.0, 150.0), (390.0, 240.0), (390.0, 400.0)];
    crayon(&mut svg, "#7C5132", &[&house[..], &[(150.0, 402.0)]].concat());
    crayon(&mut svg, "#C9523F", &[(130.0, 250.0), (270.0, 140.0), (412.0, 252.0)]);
    crayon(&mut svg, "#2C2A33", &[(240.0, 400.0), (240.0, 310.0), (300.0, 312.0), (300.0, 400.0)]);
    crayon(
        &mut svg,
        "#3E6FB0",
        &[(180.0, 270.0), (222.0, 270.0), (222.0, 300.0), (180.0, 300.0), (180.0, 268.0)],
    );
    crayon(&mut svg, "#4A8F4D", &[(30.0, 420.0), (260.0, 412.0), (500.0, 424.0), (715.0, 416.0)]);
    for x in [470.0, 560.0] {
        let x = x + lean;
        crayon(&mut svg, "#2C2A33", &[(x, 290.0), (x, 350.0), (x - 20.0, 408.0)]);
        crayon(&mut svg, "#2C2A33", &[(x, 350.0), (x + 20.0, 410.0)]);
        crayon(&mut svg, "#7B2D52", &[(x - 30.0, 320.0), (x, 306.0), (x + 32.0, 322.0)]);
        round(&mut svg, "#B5793F", x, 266.0, 24.0);
    }
    round(&mut svg, "#E8A91C", 650.0, 80.0, 40.0);
    let dog = STANDARD.encode(DOG);
    let _ = write!(
        svg,
        "<image href=\"data:image/svg+xml;base64,{dog}\" x=\"60\" y=\"330\" width=\"80\" \
         height=\"80\"></image><text class=\"childs-drawing-words\" fill=\"#2C2A33\" \
         font-size=\"28\"><tspan x=\"60\" y=\"80\">our house &lt;3 😀</tspan></text></svg>"
    );
    svg
}

/// A line through these corners, shaky as a hand is, its width changing as a hand presses.
fn crayon(svg: &mut String, colour: &str, corners: &[(f64, f64)]) {
    let mut step = 0_u32;
    for (from, to) in corners.iter().zip(corners.iter().skip(1)) {
        for part in 0..6 {
            let along = |a: f64, b: f64, part: u32| a + (b - a) * f64::from(part) / 6.0;
            let shake = |k: u32| (f64::from(step * 7 + k * 3) * 1.7).sin() * 1.6;
            let wide = 6.0 + (f64::from(step) * 0.9).sin();
            let (x, y) = (along(from.0, to.0, part), along(from.1, to.1, part));
            let (x2, y2) = (along(from.0, to.0, part + 1), along(from.1, to.1, part + 1));
            let (cx, cy) = (f64::midpoint(x, x2) + shake(1), f64::midpoint(y, y2) + shake(2));
            let _ = write!(
                svg,
                "<path stroke=\"{colour}\" stroke-width=\"{wide:.1}\" \
                 d=\"M{x:.1} {y:.1}Q{cx:.1} {cy:.1} {x2:.1} {y2:.1}\"></path>"
            );
            step += 1;
        }
    }
}

fn round(svg: &mut String, colour: &str, x: f64, y: f64, r: f64) {
    let turn = |k: u32| f64::from(k) * std::f64::consts::TAU / 9.0;
    let corners: Vec<(f64, f64)> =
        (0..=9).map(|k| (x + r * turn(k).cos(), y + r * turn(k).sin())).collect();
    crayon(svg, colour, &corners);
}

/// As large as the kit keeps them.
fn photograph() -> Picture {
    let shade = |x: u32, y: u32| u8::try_from((x / 9 + y / 7 + (x * y) % 23) % 200).unwrap() + 40;
    let mat = image::RgbImage::from_fn(1600, 1200, |x, y| {
        image::Rgb([shade(x, y), shade(y, x) / 2 + 60, 120])
    });
    let mut bytes = Cursor::new(Vec::new());
    mat.write_to(&mut bytes, image::ImageFormat::Jpeg).expect("a picture in memory");
    Picture::Jpeg(STANDARD.encode(bytes.into_inner()))
}
