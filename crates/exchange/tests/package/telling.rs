//! To whom what is told.

use crate::sample::{
    calm, choice, files, for_office, important, kayleigh, made, person, text, tylers,
};
use domain::houses_session::{Ending, Exact, Unopened};
use domain::sharing::{Answer, How};
use exchange::package::session::Session;
use exchange::package::{For, NoPackage, Package, Sitting};

fn for_kayleigh(sitting: &Sitting) -> Result<Package<'_>, NoPackage> {
    made(sitting, For::Parent(kayleigh()))
}

fn why_not(sitting: &Sitting) -> Option<NoPackage> {
    for_kayleigh(sitting).err()
}

/// Which pages of the sitting she gets; they are counted anew.
fn hers(sitting: &Sitting) -> Vec<u16> {
    let package = for_kayleigh(sitting).unwrap();
    let told = Session::read(text(&package, "session.json").as_bytes()).unwrap();
    let numbers: Vec<u16> = told.pages.iter().map(|page| page.n).collect();
    assert_eq!(numbers, (1..=2).take(numbers.len()).collect::<Vec<_>>(), "no gap tells her more");
    let all = sitting.pages.iter();
    let got = all.filter(|page| told.pages.iter().any(|told| told.id == page.root.0));
    got.map(|page| page.page.n).collect()
}

#[test]
fn another_system_of_the_authority_gets_everything() {
    let sitting = tylers();
    let package = for_office(&sitting);
    for name in ["session.json", "fhir.json", "document.html"] {
        let text = text(&package, name);
        for said in [
            "the ambilance",
            "nanas crackers",
            "its well loud",
            "he frew the plate",
            "He was tired. I drove him back.",
            "sort of ok",
            "Dawn Price",
            "W1042",
            "9990000018",
            "You said tea time is loud.",
            "bed time",
            "Blue tablet",
            "Kayleigh Marsh",
        ] {
            assert!(text.contains(said), "{name} has {said}");
        }
    }
}

/// A sitting that did not begin, since Tyler said no; he said a word with it.
fn said_no() -> Sitting {
    let mut sitting = calm();
    let exact = Exact { text: "nah not doin that".into(), after: None, at: sitting.session.ended };
    (sitting.session.ending, sitting.session.exact) = (Ending::SaidNo, vec![exact]);
    sitting.session.pages.clear();
    sitting.pages.clear();
    sitting
}

#[test]
fn another_system_is_told_of_a_no_before_it_began_in_plain_words() {
    let sitting = said_no();
    let package = for_office(&sitting);
    let told = Session::read(text(&package, "session.json").as_bytes()).unwrap();
    assert_eq!(told.how.map(|how| how.ending), Some(Ending::SaidNo));
    for name in ["fhir.json", "document.html"] {
        let text = text(&package, name);
        for said in ["The child did not want to, and said so before it began.", "nah not doin that"]
        {
            assert!(text.contains(said), "{name} has {said}");
        }
    }
}

#[test]
fn nobody_at_home_gets_a_childs_no() {
    assert_eq!(why_not(&said_no()), Some(NoPackage::NothingAgreed));
}

#[test]
fn a_parent_gets_the_pages_with_a_plain_yes_and_nothing_of_what_was_round_them() {
    let sitting = calm();
    let package = for_kayleigh(&sitting).unwrap();
    for file in files(&package) {
        let text = String::from_utf8_lossy(&file.bytes);
        for never in [
            "ambilance",
            "nee naw",
            "well loud",
            "plate",
            "tired",
            "sort of ok",
            "Dawn",
            "W1042",
            "9990000018",
            "2018-09-03",
            "Marsh-Okafor",
            "Mr Okoro",
            "only drama",
            "yeah go on",
            "police",
            "page-002",
            "page-003",
            "T14:12:31",
            "Blue tablet",
            "tea time",
            "no-page",
            "lies on no",
        ] {
            assert!(!text.contains(never), "{} has {never}", file.name);
        }
    }
    for name in ["session.json", "fhir.json", "document.html"] {
        assert!(text(&package, name).contains("nanas crackers"), "{name}");
    }
    assert!(package.files.iter().any(|file| file.name == "attachments/page-001-photo-1.jpg"));
}

#[test]
fn no_a_part_later_and_passed_on_are_no_plain_yes() {
    let mut sitting = calm();
    assert_eq!(hers(&sitting), [2], "the third is left out though she may see it");
    sitting.pages[2].page.left_out = false;
    assert_eq!(hers(&sitting), [2, 3]);
    let passed_on =
        How::PassedOn { by: person(9, "Dawn").id, why: "safety".into(), child_told_first: true };
    for no in [
        vec![],
        vec![choice(kayleigh(), Answer::AskLater, None)],
        vec![choice(kayleigh(), Answer::Yes, Some("the crackers bit"))],
        vec![choice(person(8, "Kayleigh Marsh"), Answer::Yes, None)],
        vec![
            choice(kayleigh(), Answer::Yes, None),
            choice(kayleigh(), Answer::No, Some("the crackers bit")),
        ],
        vec![exchange::package::Choice { with: kayleigh(), part: None, how: passed_on }],
    ] {
        sitting.pages[1].choices = no;
        assert_eq!(hers(&sitting), [3]);
    }
    sitting.pages[2].choices.clear();
    assert_eq!(why_not(&sitting), Some(NoPackage::NothingAgreed));
}

#[test]
fn where_something_important_was_said_no_copy_is_made_for_parents() {
    let mut sitting = tylers();
    assert_eq!(why_not(&sitting), Some(NoPackage::NotForParents));
    sitting = calm();
    sitting.session.important = vec![important().0];
    assert_eq!(why_not(&sitting), Some(NoPackage::NotForParents), "though it was not read");
    sitting = calm();
    sitting.session.ending = Ending::StoppedForSafety;
    assert_eq!(why_not(&sitting), Some(NoPackage::NotForParents));
}

#[test]
fn a_child_takes_home_their_own_pages_and_nothing_about_anybody() {
    let sitting = tylers();
    let package = made(&sitting, For::Child).unwrap();
    let told = Session::read(text(&package, "session.json").as_bytes()).unwrap();
    let pages: Vec<_> = told.pages.iter().map(|page| page.n).collect();
    assert_eq!(pages, [1, 2], "what was left out stays here");
    for name in ["session.json", "fhir.json", "document.html"] {
        let text = text(&package, name);
        for his in ["the ambilance", "nanas crackers"] {
            assert!(text.contains(his), "{name} has {his}");
        }
    }
    for file in files(&package) {
        let text = String::from_utf8_lossy(&file.bytes);
        for never in [
            "plate",
            "tired",
            "W1042",
            "2018-09-03",
            "Kayleigh",
            "Mr Okoro",
            "page-003",
            "no-page",
            "4K2",
            "You said",
        ] {
            assert!(!text.contains(never), "{} has {never}", file.name);
        }
    }
}

#[test]
fn of_what_broke_off_or_is_not_whole_no_copy_is_made_for_parents() {
    let mut sitting = calm();
    sitting.session.ending = Ending::Unfinished;
    assert_eq!(why_not(&sitting), Some(NoPackage::BrokeOff));
    sitting = calm();
    sitting.session.unopened = Some(Box::new(Unopened { count: 1, code: "4K2".into() }));
    assert_eq!(why_not(&sitting), Some(NoPackage::BrokeOff), "what is missing may be a no");
}
