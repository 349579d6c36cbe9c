//! Files and schemas that others published, where they lie beside this repository.

use std::path::PathBuf;

use domain::census::{
    AbuseCategory, AssessmentFactor, Code, CodeSet, Disability, Ethnicity, PrimaryNeed,
    ReasonForClosure, ReferralSource, Sex, UpnUnknown,
};

use super::{Took, take};

fn published(name: &str) -> Option<Vec<u8>> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/cin");
    let file = std::fs::read(folder.join(name)).ok();
    if file.is_none() {
        println!("skipped: {name} is not here");
    }
    file
}

fn refusals(took: &Took) -> Vec<(u64, &str)> {
    took.refusals().into_iter().map(|(line, element, _)| (line, element)).collect()
}

#[test]
fn the_samples_of_2024_and_2026_are_read_but_for_two_faults() {
    for (name, pre_proceedings) in [("CIN_Census_2024.xml", 0), ("CIN_Census_2026.xml", 1)] {
        let Some(file) = published(name) else { return };
        let took = take(&file).unwrap();
        assert_eq!((took.children.len(), took.summary.children), (2, 2));
        assert_eq!(refusals(&took), [(23, "ChildIdentifiers"), (46, "AssessmentFactors")]);
        let episode = &took.children[0].episodes[0];
        assert_eq!(episode.pre_proceedings.len(), pre_proceedings);
        assert_eq!(episode.assessments[0].factors.len(), 2);
        assert_eq!(episode.protection_plans[0].earlier_plans, Some(10));
        assert_eq!(took.children[0].sex, Sex::find("M"));
        assert_eq!(took.children[1].la_child_id, "child_fails_assessments");
        assert!(took.summary.unknown.is_empty());
    }
}

#[test]
fn the_sample_with_dates_of_another_age_is_read_but_for_those() {
    let Some(file) = published("CIN_header_issues_100.xml") else { return };
    let took = take(&file).unwrap();
    assert_eq!(took.children.len(), 1);
    assert_eq!(refusals(&took), [(23, "ChildIdentifiers"), (25, "ExpectedPersonBirthDate")]);
}

#[test]
fn the_large_sample_of_2022_is_read_whole() {
    let Some(file) = published("fake_CIN_data.xml") else { return };
    let took = take(&file).unwrap();
    assert_eq!((took.header.year, took.header.lea.as_str()), (2022, "975"));
    assert_eq!(took.children.len(), 332);
    assert_eq!(took.children.iter().map(|child| child.episodes.len()).sum::<usize>(), 402);
    assert_eq!(took.children.iter().map(|child| child.disabilities.len()).sum::<usize>(), 117);
    assert_eq!(took.children.iter().filter(|child| child.died_on.is_some()).count(), 21);
    assert_eq!(refusals(&took), []);
    assert!(took.summary.twice.is_empty() && took.summary.unknown.is_empty());
}

#[test]
fn the_code_sets_are_those_of_the_published_schema() {
    let Some(schema) = published("CIN_schema_2026.xsd") else { return };
    let schema = String::from_utf8(schema).unwrap();
    let sets: [(&str, &[Code]); 9] = [
        ("unknownupntype", UpnUnknown::all()),
        ("sextype", Sex::all()),
        ("ethnicitytype", Ethnicity::all()),
        ("disabilitytype", Disability::all()),
        ("referralsourcetype", ReferralSource::all()),
        ("categoryofabusetype", AbuseCategory::all()),
        ("primaryneedcodetype", PrimaryNeed::all()),
        ("reasonforclosuretype", ReasonForClosure::all()),
        ("assessmentfactorstype", AssessmentFactor::all()),
    ];
    for (name, ours) in sets {
        let (_, set) = schema.split_once(&format!("<xs:simpleType name=\"{name}\">")).unwrap();
        let (set, _) = set.split_once("</xs:simpleType>").unwrap();
        let values = set.split("enumeration value=\"").skip(1);
        let theirs: Vec<_> = values.map(|value| value.split_once('"').unwrap().0).collect();
        let ours = ours.iter().filter(|code| code.now.is_none()).map(|code| code.code);
        assert_eq!(ours.collect::<Vec<_>>(), theirs, "{name}");
    }
}
