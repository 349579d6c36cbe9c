//! What ends a file: each with its line and a plain sentence, and nothing filed.

use super::super::{Item, Stopped, read};
use super::{HEADER, census, child_with, take};

fn ends(file: &[u8], line: u64, words: &str) {
    let shown = String::from_utf8_lossy(file);
    let error = take(file).map(|took| took.summary).expect_err(&shown);
    assert!(error.says.contains(words), "`{}` lacks `{words}`\n{shown}", error.says);
    assert_eq!(error.line, line, "{}\n{shown}", error.says);
    assert!(error.to_string().starts_with(&format!("line {line}: ")));
}

#[test]
fn what_is_not_a_sound_xml_file_ends_it_at_its_line() {
    let cases: [(&str, u64, &str); 29] = [
        ("", 1, "holds no element"),
        ("  \n\n", 3, "holds no element"),
        ("LAchildID,UPN\n1,2\n", 1, "text stands before the first tag"),
        ("PK\u{5}\u{6}", 1, "control character (number 5)"),
        ("<Message>\n<Header>", 2, "element that began on line 2 is still open"),
        ("<Message>\n<Head", 2, "cut short"),
        ("<Message>\n<!-- ", 2, "cut short"),
        ("<Message>\n<a b='", 2, "cut short"),
        ("<Message>\n</Header>", 2, "“Message” is open, and “Header” is closed"),
        ("</Message>", 1, "never open"),
        ("<Message>\n<!DOCTYPE x></Message>", 2, "DOCTYPE"),
        ("<?xml version='1.0'?>\n<!DOCTYPE x [<!ENTITY a 'b'>]><Message/>", 2, "DOCTYPE"),
        ("<!doctype html><html></html>", 1, "DOCTYPE"),
        ("<!DOCTYPE", 1, "DOCTYPE"),
        ("<!ENTITY a 'b'><Message/>", 1, "neither a comment nor text"),
        ("<Message>\n<a>&pound;</a>", 2, "an entity “pound”"),
        ("<Message>\n\n<a>x & y</a>", 3, "“&” stands alone"),
        ("<Message>\n<a>&#0;</a>", 2, "no character XML allows"),
        ("<Message>\n<a>&#x1F;</a>", 2, "no character XML allows"),
        ("<Message>\n<a>&#xD800;</a>", 2, "no character XML allows"),
        ("<Message>\n<a b='&x;'/></Message>", 2, "attributes of a tag"),
        ("<Message>\n<a b='1' b='2'/></Message>", 2, "attributes of a tag"),
        ("<Message>\n<a b=1/></Message>", 2, "attributes of a tag"),
        ("<Message>\n<1a/></Message>", 2, "“1a” cannot be the name"),
        ("<Message>\n]]></Message>", 2, "outside a CDATA section"),
        ("<Message>\n<!-- a\n--b --></Message>", 2, "“--” stands inside a comment"),
        ("<?xml version=1.0?>\n<Message/>", 1, "XML declaration is not written"),
        ("\n<?xml version='1.0'?><Message/>", 2, "very first thing"),
        ("<?xml version='1.0' encoding='Shift_JIS'?><Message/>", 1, "“Shift_JIS”"),
    ];
    for (file, line, words) in cases {
        ends(file.as_bytes(), line, words);
    }
}

#[test]
fn what_follows_the_last_tag_may_end_it_too() {
    let sound = census("");
    assert!(take(format!("{sound}\n<!-- end --> \n<?pi?>").as_bytes()).is_ok());
    ends(format!("{sound}\nmore").as_bytes(), 2, "after the last tag");
    ends(format!("{sound}\n<Message/>").as_bytes(), 3, "another element follows");
    ends(format!("{sound}\n&amp;").as_bytes(), 3, "after the last tag");
}

#[test]
fn nul_ends_it_wherever_it_stands() {
    ends(&child_with("<UPN>\0</UPN>").into_bytes(), 3, "NUL");
    ends(&format!("{}\n\0", census("")).into_bytes(), 3, "NUL");
}

#[test]
fn a_file_that_is_no_census_or_does_not_say_whose_ends() {
    let sound = census("");
    let cases = [
        ("<html/>".to_owned(), 1, "“html”, not the “Message”"),
        (sound.replace(">CIN<", ">SC1<"), 1, "“SC1”, not of the children in need census"),
        (sound.replace("<Year>2026</Year>", ""), 1, "no collection year"),
        (sound.replace(">2026<", ">26<"), 1, "no collection year"),
        (sound.replace("<LEA>201</LEA>", ""), 1, "of which authority"),
        (sound.replace(">201<", ">20A<"), 1, "of which authority"),
        (sound.replace(HEADER, "\n"), 2, "No Header stands before the children"),
        (format!("<Message><Children/>{HEADER}</Message>"), 1, "No Header stands before"),
        ("<Message/>".to_owned(), 1, "No Header"),
    ];
    for (file, line, words) in cases {
        ends(file.as_bytes(), line, words);
    }
}

#[test]
fn what_is_far_too_large_or_too_deep_ends_it() {
    ends("<Message>".repeat(40).as_bytes(), 1, "32 deep");
    let mut deep = census(&"<a>".repeat(35));
    deep = deep.replace("</Children></Message>", &"</a>".repeat(35));
    ends(deep.as_bytes(), 2, "32 deep");
    let long = "x".repeat(5 << 20);
    ends(child_with(&format!("<UPN>{long}</UPN>")).as_bytes(), 3, "millions of characters");
    ends(child_with(&format!("<!-- {long} -->")).as_bytes(), 3, "millions of characters");
    ends(child_with(&format!("<a b='{long}'/>")).as_bytes(), 3, "millions of characters");
    let attributes: Vec<_> = (0..33).map(|n| format!("a{n}=''")).collect();
    let attributes = attributes.join(" ");
    ends(child_with(&format!("<a {attributes}/>")).as_bytes(), 3, "attributes of a tag");
    let attribute = "x".repeat(17 << 10);
    ends(child_with(&format!("<a b='{attribute}'/>")).as_bytes(), 3, "thousands of characters");
}

#[test]
fn a_caller_may_stop_and_is_told_its_own_reason() {
    let file = child_with("");
    let stopped = read(file.as_bytes(), |item| match item {
        Item::Header(_) => Ok(()),
        Item::Child(child) => Err(child.la_child_id),
    });
    assert_eq!(stopped.unwrap_err(), Stopped::Caller("C1".to_owned()));
}

#[test]
fn a_disk_that_fails_half_way_is_told_as_it_is() {
    struct Fails;
    impl std::io::Read for Fails {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the disk has gone"))
        }
    }
    let start = census("<!-- -->\n");
    let start = start.strip_suffix("</Message>").unwrap().as_bytes();
    let padding = " ".repeat(2000).into_bytes();
    let source = std::io::Read::chain(std::io::Read::chain(start, padding.as_slice()), Fails);
    let stopped = read(std::io::BufReader::new(source), |_| Ok::<(), ()>(())).unwrap_err();
    let Stopped::Unreadable(error) = stopped else { panic!("{stopped:?}") };
    assert!(error.says.contains("the disk has gone"), "{error}");
    assert_eq!(error.line, 3);
}
