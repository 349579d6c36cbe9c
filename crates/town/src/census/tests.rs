//! A sound file keeps the guide's rules and holds what its truth says; a changed or damaged one
//! differs from it in what it says, and in nothing else.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::child::{Birth, Child, Pupil, child, upn};
use super::days::is_working_day;
use super::episode::Episode;
use super::{Census, Changes, CollectionYear, Damage, Lea, Truth, census, changed, damaged};

fn wexcombe(children: u32, year: CollectionYear) -> Census {
    Census { children, seed: 11, year, lea: Lea::WEXCOMBE }
}

fn written(census: &Census) -> (String, Truth) {
    let mut file = Vec::new();
    let truth = census.write(&mut file).unwrap();
    (String::from_utf8(file).unwrap(), truth)
}

/// How often each element stands in a file, which must be well formed.
fn elements(file: &str) -> BTreeMap<String, u64> {
    let mut reader = Reader::from_str(file);
    let mut counted = BTreeMap::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                let name: String = element.name().as_ref().into();
                *counted.entry(name).or_default() += 1;
            }
            Event::Eof => return counted,
            _ => {}
        }
    }
}

/// How many blocks of this name hold such an element.
fn within(file: &str, block: &str, element: &str) -> u64 {
    let (open, close) = (format!("<{block}>"), format!("</{block}>"));
    let blocks = file.split(&open).skip(1).filter_map(|rest| rest.split(&close).next());
    blocks.filter(|block| block.contains(element)).count() as u64
}

#[test]
fn the_truth_is_what_the_file_holds() {
    for year in CollectionYear::ALL {
        let (file, truth) = written(&wexcombe(1500, year));
        let counted = elements(&file);
        let of = |element: &str| counted.get(element).copied().unwrap_or_default();
        let held = Truth {
            children: of("Child"),
            unborn: of("ExpectedPersonBirthDate"),
            twice: of("CINdetails") - of("Child"),
            died: of("PersonDeathDate"),
            pupil_numbers: of("UPN"),
            disabilities: of("Disability") - file.matches("NONE").count() as u64,
            referrals: of("CINreferralDate"),
            no_further_action: file.matches("<ReferralNFA>1<").count() as u64,
            closures: of("CINclosureDate"),
            assessments: of("AssessmentActualStartDate"),
            assessments_authorised: of("AssessmentAuthorisationDate"),
            factors: of("AssessmentFactors"),
            cin_plans: of("CINPlanStartDate"),
            cin_plans_ended: of("CINPlanEndDate"),
            enquiries: of("S47ActualStartDate"),
            conferences: of("DateOfInitialCPC"),
            conferences_in_enquiries: within(&file, "Section47", "DateOfInitialCPC"),
            protection_plans: of("CPPstartDate"),
            protection_plans_ended: of("CPPendDate"),
            reviews: of("CPPreviewDate"),
        };
        assert_eq!(truth, held, "{year:?}");
    }
}

#[test]
fn a_file_has_something_of_everything() {
    let (_, truth) = written(&wexcombe(1500, CollectionYear::Y2026));
    let printed = format!("{truth:?}");
    assert!(!printed.contains(": 0"), "{printed}");
    assert!(truth.reviews > 2 * truth.protection_plans, "plans have several reviews: {printed}");
}

#[test]
fn each_year_has_its_own_words() {
    let (old, _) = written(&wexcombe(800, CollectionYear::Y2022));
    let (new, _) = written(&wexcombe(800, CollectionYear::Y2026));
    for word in [">5D<", ">RC9<", "<Sex>"] {
        assert!(!old.contains(word) && new.contains(word), "{word}");
    }
    assert!(old.contains("<GenderCurrent>1<") && !new.contains("GenderCurrent"));
    assert!(new.contains("<Year>2026<") && new.contains("<ReferenceDate>2026-03-31<"));
}

#[test]
fn a_seed_makes_one_file_and_a_longer_file_begins_like_a_shorter_one() {
    let year = CollectionYear::Y2025;
    let (mut once, mut again, mut other) = (Vec::new(), Vec::new(), Vec::new());
    census(&mut once, 40, 1, year, Lea::WEXCOMBE).unwrap();
    census(&mut again, 40, 1, year, Lea::WEXCOMBE).unwrap();
    census(&mut other, 40, 2, year, Lea::WEXCOMBE).unwrap();
    assert!(once == again && once != other);
    let (short, _) = written(&wexcombe(20, year));
    let (long, _) = written(&wexcombe(30, year));
    let children = short.strip_suffix("</Children>\n</Message>\n").unwrap();
    assert!(long.starts_with(children));
}

/// Every child of a file by LA id, as text.
fn blocks(file: &str) -> BTreeMap<&str, &str> {
    let blocks = file.split("<Child>\n").skip(1);
    let id = |block: &'_ str| block.find("<LAchildID>").unwrap() + "<LAchildID>".len();
    blocks.map(|block| (block[id(block)..].split_once('<').unwrap().0, block)).collect()
}

#[test]
fn a_later_file_differs_as_it_says() {
    let census = wexcombe(400, CollectionYear::Y2024);
    let changes = Changes { altered: 37, added: 5, removed: 9 };
    let mut later = Vec::new();
    let all = changed(&mut later, &census, changes).unwrap();
    let (first, _) = written(&census);
    let later = String::from_utf8(later).unwrap();
    let (first, later) = (blocks(&first), blocks(&later));

    let both = || later.iter().filter(|(id, _)| first.contains_key(*id));
    let same = both().filter(|(id, block)| first[*id] == **block).count() as u64;
    assert_eq!((all.same, all.altered()), (same, both().count() as u64 - same));
    assert_eq!((all.altered(), all.added, all.removed), (37, 5, 9));
    assert_eq!(later.len() as u64, all.truth.children);
    assert_eq!(first.keys().filter(|id| !later.contains_key(*id)).count(), 9);
    for turn in [all.characteristics, all.sources, all.closures, all.enquiries] {
        assert!(turn > 0, "every kind of change is there: {all:?}");
    }
}

#[test]
fn damage_is_where_it_says() {
    let census = wexcombe(60, CollectionYear::Y2026);
    let line_of = |damage| {
        let damaged = damaged(&census, damage);
        let text = String::from_utf8_lossy(&damaged.bytes).into_owned();
        let line = text.lines().nth(damaged.line.unwrap() - 1).unwrap_or_default().to_owned();
        (line, damaged.la_id)
    };
    let date = line_of(Damage::ImpossibleDate("CINreferralDate"));
    assert!(date.0.starts_with("<CINreferralDate>20") && date.0.contains("-02-30<"), "{date:?}");
    let review = line_of(Damage::ImpossibleDate("CPPreviewDate"));
    assert!(review.0.contains("-02-30<") && review.1 > date.1, "{review:?}");
    assert_eq!(line_of(Damage::NoSuchCode("Ethnicity")).0, "<Ethnicity>ZZ9</Ethnicity>");
    let twin = line_of(Damage::DuplicateLaId);
    assert_eq!(twin, ("<LAchildID>W000000029</LAchildID>".into(), Some("W000000030".into())));
    assert_eq!(line_of(Damage::NoLaId).1.as_deref(), Some("W000000030"));
    assert_eq!(line_of(Damage::UnknownBlock).0, "<SleepDiary>");
    assert!(line_of(Damage::Nul).0.contains('\0'));
    assert!(line_of(Damage::BadByte).0.contains('\u{fffd}'));
    assert!(line_of(Damage::Truncated).0.starts_with("<CINreferralDate>20"));
    for declared in [Damage::Doctype, Damage::EntityDeclaration] {
        let (line, la_id) = line_of(declared);
        assert!(line.starts_with("<!DOCTYPE Message") && la_id.is_none(), "{line}");
    }
}

#[test]
fn other_encodings_hold_the_same_file() {
    let census = wexcombe(20, CollectionYear::Y2026);
    let (sound, _) = written(&census);
    let utf_16 = sound.replace("UTF-8", "UTF-16");
    let little = damaged(&census, Damage::Utf16LittleEndian).bytes;
    assert_eq!(little[..2], [0xFF, 0xFE]);
    let units: Vec<u16> =
        little[2..].chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    assert_eq!(String::from_utf16(&units).unwrap(), utf_16);
    let big = damaged(&census, Damage::Utf16BigEndian).bytes;
    assert!(big.chunks(2).zip(little.chunks(2)).all(|(b, l)| b[0] == l[1] && b[1] == l[0]));
    let windows = damaged(&census, Damage::Windows1252).bytes;
    assert_eq!(windows.split(|byte| *byte == 0xE9).count(), 2, "one é");
    assert!(windows.starts_with(b"<?xml version=\"1.0\" encoding=\"windows-1252\"?>"));
    assert_eq!(windows.len(), sound.len() + "windows-1252".len() - "UTF-8".len());
}

#[test]
fn a_pupil_number_has_its_check_letter() {
    // 2+0*3+1*4 over the digits of 201 and a serial of nothing: 2*2 + 0*3 + 1*4 = 8, the ninth
    // letter.
    assert_eq!(upn(201, 0), "J201000000000");
    let numbers: BTreeSet<String> = (0..5000).map(|number| upn(330, number)).collect();
    assert_eq!(numbers.len(), 5000);
}

/// What the census guide's rules ask of one episode.
fn keeps_the_rules(episode: &Episode, year: CollectionYear) -> Result<(), String> {
    let tells = |day: Date| (year.first_day()..=year.last_day()).contains(&day);
    let rule = |so: bool, words: &str| {
        if so { Ok(()) } else { Err(format!("{words}: {episode:?}")) }
    };
    let referral = episode.referral;
    let closed = episode.closure.map(|(day, _)| day);
    let until = closed.unwrap_or(year.last_day());
    rule(referral <= year.last_day(), "referred by the end of the year")?;
    rule(closed.is_none_or(|day| tells(day) && day >= referral), "closed in the year")?;
    let work = episode.assessments.len() + episode.plans.len() + episode.enquiries.len();
    rule(!episode.no_further_action || work + episode.protection.len() == 0, "nothing after NFA")?;
    rule(!episode.no_further_action || tells(referral), "NFA only in the year")?;
    for one in &episode.assessments {
        rule(one.start >= referral && one.start <= until, "assessed after the referral")?;
        rule(one.authorised.map_or(tells(one.start), tells), "assessments of the year only")?;
        rule(one.authorised.is_none_or(|day| day >= one.start && day <= until), "in order")?;
        rule(one.authorised.is_some() != one.factors.is_empty(), "factors when done")?;
        rule(closed.is_none() || one.authorised.is_some(), "closed means assessed")?;
        rule(!one.factors.contains(&"21") || one.factors.len() == 1, "21 stands alone")?;
    }
    for plan in &episode.plans {
        rule(plan.start >= referral && plan.start <= until, "planned after the referral")?;
        rule(plan.end.is_none_or(|end| tells(end) && end > plan.start), "plan's end")?;
        rule(closed.is_none() || plan.end.is_some_and(|end| end <= until), "closed ends plans")?;
        let beside = |other: &super::episode::Protection| {
            other.start <= plan.end.unwrap_or(until) && plan.start <= other.end.unwrap_or(until)
        };
        rule(!episode.protection.iter().any(beside), "never both plans at once")?;
    }
    for one in &episode.enquiries {
        rule(one.start >= referral && one.start <= until, "enquired after the referral")?;
        rule(one.conference.map_or(tells(one.start), tells), "enquiries of the year only")?;
        rule(one.conference.is_none_or(is_working_day), "no conference at a weekend")?;
        rule(one.target.is_none_or(is_working_day), "no target at a weekend")?;
        rule(closed.is_none() || one.target.is_none() || one.conference.is_some(), "done")?;
    }
    let held =
        || episode.enquiries.iter().filter_map(|one| one.conference).chain(episode.conference);
    for plan in &episode.protection {
        let first = held().any(|day| day == plan.start) || plan.start < year.first_day();
        rule(first, "a protection plan begins at its conference")?;
        rule(plan.end.is_none_or(|end| tells(end) && end > plan.start), "protection's end")?;
        rule(closed.is_none() || plan.end.is_some(), "closed ends protection")?;
        let within = |day: &Date| *day > plan.start && *day <= plan.end.unwrap_or(until);
        rule(plan.reviews.iter().all(within) && plan.reviews.is_sorted(), "reviews")?;
    }
    Ok(())
}

fn child_keeps_the_rules(child: &Child, year: CollectionYear) -> Result<(), String> {
    for episode in &child.episodes {
        keeps_the_rules(episode, year)?;
    }
    for pair in child.episodes.windows(2) {
        let closed = pair[0].closure.map(|(day, _)| day);
        if closed.is_none_or(|day| day >= pair[1].referral) {
            return Err(format!("an episode begins when the one before has closed: {pair:?}"));
        }
    }
    let first = child.episodes[0].referral;
    match child.birth {
        Birth::On(day) if day > first => Err("born after the referral, yet not unborn".to_owned()),
        Birth::Expected(day) if day <= year.last_day() => Err("expected in the past".to_owned()),
        Birth::Expected(_) if child.pupil != Pupil::None("UN1") => Err("a pupil unborn".to_owned()),
        _ => Ok(()),
    }
}

proptest! {
    #[test]
    fn every_child_keeps_the_rules(seed: u64, number in 0_u64..2_000_000, at in 0_usize..5) {
        let year = CollectionYear::ALL[at];
        let census = Census { children: 1, seed, year, lea: Lea::WEXCOMBE };
        let child = child(&census, number);
        prop_assert_eq!(child_keeps_the_rules(&child, year), Ok(()));
        prop_assert!(child.la_id.len() <= 20);
    }

    #[test]
    fn any_later_file_adds_up(
        children in 0_u32..60, altered in 0_u32..70, added in 0_u32..9, removed in 0_u32..70,
    ) {
        let census = wexcombe(children, CollectionYear::Y2026);
        let changes = Changes { altered, added, removed };
        let all = changed(&mut Vec::new(), &census, changes).unwrap();
        prop_assert_eq!(all.same + all.altered() + all.removed, u64::from(children));
        prop_assert_eq!(all.same + all.altered() + all.added, all.truth.children);
        prop_assert_eq!(all.removed, u64::from(removed.min(children)));
    }
}
