//! Numbers: which hold, which are kept and marked.

use super::*;
use proptest::prelude::*;

/// A pupil number with the check letter worked out by hand-written arithmetic, apart from
/// `upn.rs`.
fn sound_upn(digits: &[u32; 12]) -> String {
    let sum: u32 = digits.iter().zip(2..).map(|(digit, weight)| digit * weight).sum();
    let letter = b"ABCDEFGHJKLMNPQRTUVWXYZ"[(sum % 23) as usize] as char;
    let rest: String = digits.iter().map(u32::to_string).collect();
    format!("{letter}{rest}")
}

#[test]
fn a_census_pupil_number_is_read_in_either_case() {
    let upn = Upn::parse("  f995012650596 ").unwrap();
    assert_eq!(upn.as_str(), "F995012650596");
    assert!(!upn.is_temporary());
}

#[test]
fn a_letter_in_the_last_place_makes_the_number_temporary() {
    // 8*2 + 4*10 = 56, and C is 2 in place 13: 56 + 26 = 82, 82 mod 23 = 13, the letter P.
    let upn = Upn::parse("P80000000400C").unwrap();
    assert!(upn.is_temporary());
    assert_eq!(
        Upn::parse("P80000000400S"),
        Err(UpnFault::Place { place: 13, found: 'S' }),
        "I, O and S are no letters of the check alphabet"
    );
}

#[test]
fn each_fault_of_a_pupil_number_is_told_apart() {
    assert_eq!(Upn::parse("F99501265059"), Err(UpnFault::Length { chars: 12 }));
    assert_eq!(Upn::parse("F9950X2650596"), Err(UpnFault::Place { place: 6, found: 'X' }));
    assert_eq!(
        Upn::parse("B995012650596"),
        Err(UpnFault::CheckLetter { found: 'B', expected: 'F' })
    );
}

#[test]
fn a_pupil_number_that_fails_its_check_is_kept_as_it_came() {
    let kept = RecordedUpn::read("b995012650596");
    assert_eq!(kept.as_str(), "b995012650596");
    assert_eq!(kept.fault(), Some(UpnFault::CheckLetter { found: 'B', expected: 'F' }));
    let stored = serde_json::to_string(&Identifier::Upn(kept.clone())).unwrap();
    assert_eq!(stored, r#"{"kind":"upn","value":"b995012650596"}"#);
    let again: Identifier = serde_json::from_str(&stored).unwrap();
    assert_eq!(again, Identifier::Upn(kept));
}

#[test]
fn an_nhs_number_is_read_with_blanks_and_dashes_and_shown_in_groups() {
    for text in ["9434765919", "943 476 5919", "943-476-5919", " 943\u{2013}4765919"] {
        let number = NhsNumber::parse(text).unwrap();
        assert_eq!(number.to_string(), "943 476 5919");
        assert_eq!(number.digits(), "9434765919");
    }
    assert_eq!(NhsNumber::parse("9434765918"), Err(NhsNumberFault::CheckDigit));
    assert_eq!(NhsNumber::parse("943476591"), Err(NhsNumberFault::Length { digits: 9 }));
    assert_eq!(NhsNumber::parse("94347659l9"), Err(NhsNumberFault::Character { found: 'l' }));
}

#[test]
fn a_council_number_keeps_what_the_census_would_refuse() {
    let id = LaChildId::parse(" WX/2024-17 ").unwrap();
    assert_eq!(id.as_str(), "WX/2024-17");
    assert_eq!(id.census_fault(), Some(LaChildIdFault::Character { found: '/' }));
    assert_eq!(LaChildId::parse("DFE00012").unwrap().census_fault(), None);
    assert_eq!(LaChildId::parse("  "), Err(LaChildIdFault::Missing));
    assert_eq!(LaChildId::parse("a\nb"), Err(LaChildIdFault::Character { found: '\n' }));
}

#[test]
fn the_search_box_tells_numbers_from_names() {
    let nhs = Identifier::guess("943 476 5919");
    assert_eq!(nhs, [Identifier::NhsNumber(NhsNumber::parse("9434765919").unwrap())]);
    let upn = Identifier::guess("f995012650596");
    assert!(matches!(upn.first(), Some(Identifier::Upn(RecordedUpn::Sound(_)))));
    let marked = Identifier::guess("B995012650596");
    assert!(matches!(marked.first(), Some(Identifier::Upn(RecordedUpn::Marked(_)))));
    let council = Identifier::guess("DFE00012");
    assert_eq!(council, [Identifier::LaChildId(LaChildId::parse("DFE00012").unwrap())]);
    assert_eq!(Identifier::guess("Kayley Branagh"), []);
    assert_eq!(Identifier::guess("12 Elm Road"), [], "an address is no number");
}

proptest! {
    #[test]
    fn a_sound_pupil_number_is_read_and_one_changed_place_is_not(
        digits in prop::array::uniform12(0_u32..10), at in 0_usize..12, by in 1_u32..10,
    ) {
        prop_assert!(Upn::parse(&sound_upn(&digits)).is_ok());
        let mut slipped = digits;
        slipped[at] = (slipped[at] + by) % 10;
        let letter = sound_upn(&digits).remove(0);
        let text = format!("{letter}{}", &sound_upn(&slipped)[1..]);
        prop_assert!(Upn::parse(&text).is_err(), "23 is prime, so no single slip is missed");
    }

    #[test]
    fn one_changed_digit_never_passes_as_an_nhs_number(
        nine in 0_u64..1_000_000_000, at in 0_u32..10, by in 1_u64..10,
    ) {
        let sum: u64 = (0..9).map(|i| nine / 10_u64.pow(i) % 10 * u64::from(i + 2)).sum();
        let check = (11 - sum % 11) % 11;
        prop_assume!(check < 10);
        let number = nine * 10 + check;
        let digits = format!("{number:010}");
        prop_assert_eq!(NhsNumber::parse(&digits).unwrap().digits(), digits);
        let digit = number / 10_u64.pow(at) % 10;
        let slipped = number - digit * 10_u64.pow(at) + (digit + by) % 10 * 10_u64.pow(at);
        let read = NhsNumber::parse(&format!("{slipped:010}"));
        prop_assert_eq!(read, Err(NhsNumberFault::CheckDigit));
    }

    #[test]
    fn any_text_is_kept_and_comes_back(text in ".{0,40}") {
        let upn = RecordedUpn::read(&text);
        prop_assert_eq!(RecordedUpn::read(upn.as_str()), upn.clone());
        let stored = serde_json::to_string(&upn).unwrap();
        prop_assert_eq!(serde_json::from_str::<RecordedUpn>(&stored).unwrap(), upn);
        let _ = Identifier::guess(&text);
    }
}
