//! Lists as offices have them.

use super::*;
use domain::children_list::Column;
use jiff::civil::date;

fn of(text: &[u8]) -> List {
    read(text, date(2026, 11, 24)).expect("readable")
}

fn no_list(text: &[u8]) -> Unreadable {
    read(text, date(2026, 11, 24)).expect_err("no list")
}

#[test]
fn a_cell_that_cannot_be_kept_says_in_which_column_it_stands() {
    let long = "a".repeat(NAME_MAX + 1);
    let text = format!("id,full name,known as,team\n1,Ann,\"A\nB\",\n2,Ann,,{long}\n");
    let why: Vec<LeftOut> = of(text.as_bytes()).refused.iter().map(|one| one.says).collect();
    let too_long = LeftOut::TooLong(Column::Team, NAME_MAX);
    assert_eq!(why, [LeftOut::Control(Column::KnownAs), too_long]);
}

#[test]
fn each_row_is_read_or_refused_by_itself_with_its_line() {
    let list = of(b"id,full name,known as,born,worker,team\r\n\
        1,Tyler Boyd,Ty,2017-03-01,joel@x.example,Riverside\r\n\
        2,,,,,\r\n\
        ,Lola Boyd,,,,\r\n\
        \r\n\
        4,\"Boyd, Kayleigh\",,01/03/2012,,\r\n\
        5,Ann,,2027-01-01,,\r\n\
        6,Ann,,the spring,,\r\n\
        7,Ann\r\n\
        8,A,,,,\r\n8,B,,,,\r\n");
    let read: Vec<_> = list.children.iter().map(|child| (child.line, child.id.as_str())).collect();
    assert_eq!(read, [(2, "1"), (6, "4"), (9, "7")]);
    assert_eq!(list.children[0].born, Some(date(2017, 3, 1)));
    assert_eq!(list.children[1].born, Some(date(2012, 3, 1)), "day first, as it is written here");
    assert_eq!(list.children[1].full, "Boyd, Kayleigh");
    let refused: Vec<u64> = list.refused.iter().map(|refused| refused.line).collect();
    assert_eq!(refused, [3, 4, 7, 8, 10, 11]);
    assert!(list.nameless, "line 4");
    assert!(list.ids.contains("2") && list.ids.contains("8"), "still on the list");
    let why: Vec<LeftOut> = list.refused.iter().map(|refused| refused.says).collect();
    let twice = LeftOut::Twice;
    assert_eq!(why[..4], [LeftOut::NoName, LeftOut::NoId, LeftOut::BornAhead, LeftOut::NoDay]);
    assert_eq!(why[4..], [twice, twice]);
}

#[test]
fn letters_come_out_as_they_were_typed_in_either_way_of_writing() {
    for text in [
        "id,full name\n1,Zoë O’Neill\n".as_bytes().to_vec(),
        "\u{feff}id,full name\n1,Zoë O’Neill\n".as_bytes().to_vec(),
        WINDOWS_1252.encode("id,full name\n1,Zoë O’Neill\n").0.into_owned(),
    ] {
        assert_eq!(of(&text).children[0].full, "Zoë O’Neill");
    }
}

#[test]
fn what_is_no_list_is_not_taken_at_all() {
    for (text, why) in [
        (b"\xFF\xFEi\0d\0".as_slice(), NoList::Utf16),
        (b"PK\x03\x04\0\0", NoList::NoText),
        (b"\xEF\xBB\xBFid,full name\n1,Zo\xEB\n", NoList::NotUtf8),
        (b"id,full name\n1,\x81\n", NoList::NotWindows1252),
        (b"id,born\n", NoList::NoColumn(Column::FullName)),
        (b"", NoList::NoColumn(Column::Id)),
        (b"id,id,full name\n", NoList::TwoColumns("id".into())),
    ] {
        assert_eq!(no_list(text), Unreadable { line: Some(1), why });
    }
    let long = no_list(&vec![b'x'; MOST_BYTES + 1]);
    assert_eq!(long, Unreadable { line: None, why: NoList::TooLong });
    let many = no_list(format!("id,name\n{}", "1,A\n".repeat(MOST_ROWS + 1)).as_bytes());
    let line = u64::try_from(MOST_ROWS + 2).ok();
    assert_eq!(many, Unreadable { line, why: NoList::TooManyRows });
}

#[test]
fn heads_may_be_written_as_people_write_them() {
    let list = of("Team, Worker’s e-mail ,FULL_NAME,ID,Shoe size\nA,b@c,Ann,1,3\n".as_bytes());
    assert_eq!(list.unknown, ["Shoe size"]);
    assert_eq!(list.children[0].worker.as_deref(), Some("b@c"));
}
