//! Whatever the bytes, reading ends, and ends in an answer.

use proptest::prelude::*;

use super::{census, child_with_episode, take};

fn sound() -> String {
    child_with_episode(
        "<ReferralSource>1A</ReferralSource><!-- a --><Section47><S47ActualStartDate>2025-04-02\
         </S47ActualStartDate><ICPCnotRequired>0</ICPCnotRequired></Section47>\r\n<New a='b'>\
         <![CDATA[x]]>&amp;</New>",
    )
}

fn ends_in_an_answer(bytes: &[u8]) {
    match take(bytes) {
        Ok(took) => assert!(took.children.len() as u64 <= took.summary.children),
        Err(error) => assert!(error.line >= 1 && !error.says.is_empty()),
    }
}

/// Pieces that a file is made of, and pieces that break one.
fn piece() -> impl Strategy<Value = String> {
    let pieces = [
        "<",
        ">",
        "</",
        "/>",
        "&",
        ";",
        "&#",
        "&#x0;",
        "&amp;",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<!DOCTYPE",
        "<?",
        "?>",
        "<?xml version='1.0'?>",
        "\"",
        "'",
        "=",
        " ",
        "\r\n",
        "\u{FEFF}",
        "<Child>",
        "</Child>",
        "<CINdetails>",
        "</CINdetails>",
        "<UPN>",
        "</UPN>",
        "<a:b c='d'>",
        "<Reviews>",
        "2025-02-30",
        "é",
        "Message",
        ":",
        "]",
        "\u{1}",
    ];
    prop_oneof![
        4 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        1 => ".{0,8}",
    ]
}

proptest! {
    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        ends_in_an_answer(&bytes);
    }

    #[test]
    fn any_bytes_after_any_mark(
        mark in prop::sample::select(vec![&b"\xFF\xFE"[..], b"\xFE\xFF", b"\xEF\xBB\xBF"]),
        bytes in prop::collection::vec(any::<u8>(), 0..500),
    ) {
        ends_in_an_answer(&[mark, &bytes].concat());
    }

    #[test]
    fn any_pieces_where_children_stand(pieces in prop::collection::vec(piece(), 0..40)) {
        let pieces = pieces.concat();
        ends_in_an_answer(pieces.as_bytes());
        ends_in_an_answer(census(&pieces).as_bytes());
        ends_in_an_answer(child_with_episode(&pieces).as_bytes());
    }

    #[test]
    fn a_sound_file_with_some_bytes_changed(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = sound().into_bytes();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        ends_in_an_answer(&bytes);
    }
}

#[test]
fn a_sound_file_cut_short_anywhere_is_never_taken() {
    let sound = sound();
    assert!(take(sound.as_bytes()).is_ok());
    for length in 0..sound.len() {
        assert!(take(&sound.as_bytes()[..length]).is_err(), "taken at {length}");
    }
}
