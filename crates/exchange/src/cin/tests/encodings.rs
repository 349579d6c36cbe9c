//! Text as it is written: what a file says of itself is held against its bytes.

use super::{census, take};

const NAME: &str = "Zoë’s";

fn utf_16(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
}

fn file(declaration: &str) -> String {
    let child = format!(
        "<Child><ChildIdentifiers><LAchildID>{NAME}</LAchildID></ChildIdentifiers></Child>"
    );
    format!("{declaration}{}", census(&child))
}

fn western(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

#[test]
fn each_way_of_writing_that_is_announced_is_read() {
    let says = |label: &str| format!("<?xml version=\"1.0\" encoding=\"{label}\"?>\r\n");
    let files = [
        file("").into_bytes(),
        file("<?xml version='1.0'?>\n").into_bytes(),
        file(&says("utf-8")).into_bytes(),
        format!("\u{FEFF}{}", file(&says("UTF-8"))).into_bytes(),
        utf_16(&file(""), u16::to_le_bytes),
        utf_16(&file(&says("UTF-16")), u16::to_be_bytes),
        western(&file(&says("Windows-1252"))),
        western(&file(&says("iso-8859-1"))),
        western(&file("<?xml version='1.0' encoding = 'ISO-8859-1' standalone='yes'?>")),
    ];
    for bytes in files {
        let took = take(&bytes).unwrap();
        assert_eq!(took.children[0].la_child_id, NAME);
    }
}

#[test]
fn names_in_any_script_are_read_from_ascii_through_references() {
    let child = "<Child><ChildIdentifiers><LAchildID>&#1605;&#x62D;&lt;b&gt;<![CDATA[&]]>\
                 </LAchildID></ChildIdentifiers></Child>";
    let file = format!("<?xml version='1.0' encoding='us-ascii'?>{}", census(child));
    assert_eq!(take(file.as_bytes()).unwrap().children[0].la_child_id, "مح<b>&");
}

#[test]
fn bytes_that_break_what_the_file_says_end_it_at_their_line() {
    let mut cut = utf_16(&census("\n"), u16::to_le_bytes);
    cut.pop();
    let lone = utf_16(&census("\n"), |unit| {
        if unit == u16::from(b'\n') { 0xD800_u16.to_le_bytes() } else { unit.to_le_bytes() }
    });
    let with = |declaration: &str, byte: u8| {
        let mut bytes = census("\n\n#").into_bytes();
        let place = bytes.iter().rposition(|byte| *byte == b'#').unwrap();
        bytes[place] = byte;
        [declaration.as_bytes(), &bytes].concat()
    };
    let cases = [
        (western(&file("")), 2, "written as UTF-8"),
        (with("", 0xFF), 4, "written as UTF-8"),
        (with("<?xml version='1.0' encoding='UTF-8'?>\r\n", 0x80), 5, "written as UTF-8"),
        (with("<?xml version='1.0' encoding='cp1252'?>", 0x81), 4, "written as Windows-1252"),
        (with("<?xml version='1.0' encoding='US-ASCII'?>", 0xE9), 4, "written as US-ASCII"),
        (cut, 3, "written as UTF-16"),
        (lone, 1, "written as UTF-16"),
    ];
    for (bytes, line, words) in cases {
        let error = take(&bytes).map(|took| took.summary).unwrap_err();
        assert!(error.says.contains(words), "`{}` lacks `{words}`", error.says);
        assert_eq!(error.line, line, "{words}");
    }
}

#[test]
fn a_declaration_that_the_file_itself_contradicts_ends_it() {
    let utf_8 = "<?xml version='1.0' encoding='utf-8'?>";
    let utf_16_said = "<?xml version='1.0' encoding='utf-16'?>";
    let unmarked: Vec<u8> = census("").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases = [
        (utf_16(&file(utf_8), u16::to_le_bytes), "and it is written as UTF-16"),
        (file(utf_16_said).into_bytes(), "UTF-16 with a mark"),
        (format!("\u{FEFF}{}", file(utf_16_said)).into_bytes(), "and it is written as UTF-8"),
        (unmarked, "without a mark"),
        (vec![0xFF, 0xFE, 0, 0, b'<', 0, 0, 0], "UTF-32"),
    ];
    for (bytes, words) in cases {
        let error = take(&bytes).map(|took| took.summary).unwrap_err();
        assert!(error.says.contains(words), "`{}` lacks `{words}`", error.says);
        assert_eq!(error.line, 1);
    }
}
