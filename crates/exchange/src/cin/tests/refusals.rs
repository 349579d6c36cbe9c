//! A fault in an element costs that element and nothing else.

use jiff::civil::date;

use super::super::reading::{BLOCKS_MAX, ENTRIES_MAX};
use super::super::{REFUSALS_KEPT_MAX, Twice};
use super::{census, child_with, child_with_episode, take};

/// Refuses exactly this, in a file whose child and episode stand.
fn refuses(file: &str, line: u64, element: &str, words: &str) {
    let took = take(file.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{file}"));
    let refusals = took.refusals();
    assert_eq!(refusals.len(), 1, "{refusals:?}\n{file}");
    let (at, name, says) = refusals[0];
    assert_eq!((at, name), (line, element), "{says}\n{file}");
    assert!(says.contains(words), "`{says}` lacks `{words}`");
    assert_eq!((took.children.len(), took.summary.children), (1, 1));
}

#[test]
fn a_fault_in_an_identifier_costs_that_identifier() {
    let long = "x".repeat(201);
    let cases = [
        ("PersonBirthDate", "2025-02-30", "not a day in the calendar"),
        ("PersonBirthDate", "2025-13-01", "not a day in the calendar"),
        ("PersonBirthDate", "01/04/2025", "not a day in the calendar"),
        ("PersonBirthDate", "2025-4-1", "not a day in the calendar"),
        ("PersonBirthDate", "2025-04-01T00:00:00", "not a day in the calendar"),
        ("PersonBirthDate", "１９９９-01-01", "not a day in the calendar"),
        ("PersonBirthDate", "1899-12-31", "not between the years 1900 and 2100"),
        ("ExpectedPersonBirthDate", "2101-01-01", "not between the years 1900 and 2100"),
        ("PersonDeathDate", "yesterday", "“yesterday” is not a day"),
        ("Sex", "X", "“X” is not a code for sex of the census"),
        ("GenderCurrent", "3", "“3” is not a code for sex"),
        ("UPNunknown", "UN8", "not a reason for having no UPN"),
        ("UPN", long.as_str(), "longer than 200 characters"),
        ("UPN", "A1<b/>", "Other elements stand inside"),
        ("LAchildID", "C2", "given a second time"),
    ];
    for (element, value, words) in cases {
        let file = child_with(&format!("<!-- two\nlines --><{element}>{value}</{element}>"));
        refuses(&file, 4, element, words);
    }
}

#[test]
fn a_fault_in_an_episode_costs_the_faulty_element() {
    let cases = [
        ("ReferralSource", "11", "“11” is not a source of referral"),
        ("PrimaryNeedCode", "n1", "not a primary need"),
        ("ReasonForClosure", "RC10", "not a reason for closure"),
        ("CINclosureDate", "2023-02-29", "not a day"),
        ("DateOfInitialCPC", "0000-00-00", "not a day"),
        ("ReferralNFA", "yes", "neither yes (1, true) nor no (0, false)"),
        ("ReferralNFA", "TRUE", "neither yes"),
    ];
    for (element, value, words) in cases {
        let file = child_with_episode(&format!("<{element}>{value}</{element}>"));
        refuses(&file, 4, element, words);
    }
}

#[test]
fn a_fault_inside_a_step_costs_that_element_of_the_step() {
    let assessment = child_with_episode(
        "<Assessments><AssessmentActualStartDate>2025-04-02</AssessmentActualStartDate>\n\
         <FactorsIdentifiedAtAssessment><AssessmentFactors>1A</AssessmentFactors>\n\
         <AssessmentFactors>RB</AssessmentFactors><AssessmentFactors>24A</AssessmentFactors>\
         </FactorsIdentifiedAtAssessment></Assessments>",
    );
    refuses(&assessment, 6, "AssessmentFactors", "“RB” is not an assessment factor");
    let took = take(assessment.as_bytes()).unwrap();
    assert_eq!(took.children[0].episodes[0].assessments[0].factors.len(), 2);

    let plan = |inside: &str| {
        child_with_episode(&format!(
            "<ChildProtectionPlans><CPPstartDate>2025-04-02</CPPstartDate>\n{inside}\
             </ChildProtectionPlans>"
        ))
    };
    for count in ["-1", "+1", "1000", "1.0", "one"] {
        let file = plan(&format!("<NumberOfPreviousCPP>{count}</NumberOfPreviousCPP>"));
        refuses(&file, 5, "NumberOfPreviousCPP", "not a whole number from 0 to 999");
    }
    let review = plan("<Reviews><CPPreviewDate>2025-06-31</CPPreviewDate></Reviews>");
    refuses(&review, 5, "CPPreviewDate", "not a day");
    let category = plan("<LatestCategoryOfAbuse>BAD</LatestCategoryOfAbuse>");
    refuses(&category, 5, "LatestCategoryOfAbuse", "not a category of abuse");
}

#[test]
fn a_step_without_its_own_day_is_left_out_whole_and_the_child_stands() {
    let days = [
        ("Assessments", "AssessmentActualStartDate"),
        ("CINPlanDates", "CINPlanStartDate"),
        ("Section47", "S47ActualStartDate"),
        ("ChildProtectionPlans", "CPPstartDate"),
        ("PreProceedingsandFGDM", "PPStartDate"),
    ];
    for (block, day) in days {
        refuses(&child_with_episode(&format!("<{block}/>")), 4, block, day);

        let file =
            child_with_episode(&format!("\n<{block}>\n<{day}>2025-02-30</{day}>\n</{block}>"));
        let took = take(file.as_bytes()).unwrap();
        let refusals = took.refusals();
        assert_eq!((refusals[0].0, refusals[0].1), (5, block));
        assert_eq!((refusals[1].0, refusals[1].1), (6, day));
        assert_eq!(took.children[0].episodes.len(), 1);
    }
    let file = census(
        "<Child><ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers>\n\
         <CINdetails><ReferralSource>1A</ReferralSource></CINdetails>\n\
         <CINdetails><CINreferralDate>2025-05-06</CINreferralDate></CINdetails></Child>",
    );
    refuses(&file, 3, "CINdetails", "no CINreferralDate here");
    let took = take(file.as_bytes()).unwrap();
    assert_eq!(took.children[0].episodes[0].referred_on, date(2025, 5, 6));
}

#[test]
fn stray_text_is_left_out_at_its_own_line() {
    let file = child_with("<Sex>F</Sex>\r\n\r\n  PersonBirthDate &amp; <![CDATA[so]]>\r\n on");
    refuses(&file, 5, "ChildIdentifiers", "“PersonBirthDate” stands between elements");
    refuses(
        &census("<Child><ChildIdentifiers><LAchildID>C1</LAchildID></ChildIdentifiers></Child>x"),
        2,
        "Children",
        "“x” stands between",
    );
}

#[test]
fn a_child_whom_nothing_names_is_left_out_whole() {
    let long = "x".repeat(65);
    for id in ["", "   ", &long, "a\tb", "a&#x85;b"] {
        let file = census(&format!(
            "<Child><ChildIdentifiers><LAchildID>{id}</LAchildID></ChildIdentifiers></Child>\n\
             <Child><ChildIdentifiers><LAchildID>C2</LAchildID></ChildIdentifiers></Child>"
        ));
        let took = take(file.as_bytes()).unwrap();
        assert_eq!(took.children.len(), 1, "{id}");
        assert_eq!(took.summary.children, 2);
        let whole = took.refusals().into_iter().find(|refusal| refusal.1 == "Child").unwrap();
        assert_eq!(whole.0, 2);
        assert!(whole.2.contains("no LAchildID"));
    }
}

#[test]
fn an_id_longer_than_the_census_allows_is_kept() {
    let file = census(
        "<Child><ChildIdentifiers><LAchildID> child_fails_assessments </LAchildID>\
         </ChildIdentifiers></Child>",
    );
    let took = take(file.as_bytes()).unwrap();
    assert_eq!(took.children[0].la_child_id, "child_fails_assessments");
    assert_eq!(took.refusals(), []);
}

#[test]
fn children_with_one_id_are_all_refused_once_the_file_is_read() {
    let child = |id: &str| {
        format!("<Child><ChildIdentifiers><LAchildID>{id}</LAchildID></ChildIdentifiers></Child>\n")
    };
    let file = census(&[child("A"), child("B"), child("A"), child("C"), child("A")].concat());
    let took = take(file.as_bytes()).unwrap();
    let ids: Vec<_> = took.children.iter().map(|child| child.la_child_id.as_str()).collect();
    assert_eq!(ids, ["A", "B", "C"]);
    assert_eq!(took.summary.children, 5);
    assert_eq!(took.summary.twice, [Twice { la_child_id: "A".into(), lines: vec![2, 4, 6] }]);
    let lines: Vec<_> = took.refusals().iter().map(|refusal| (refusal.0, refusal.1)).collect();
    assert_eq!(lines, [(2, "LAchildID"), (4, "LAchildID"), (6, "LAchildID")]);
    assert!(took.refusals()[0].2.contains("3 children have the LA child id “A” (lines 2, 4, 6)"));
}

#[test]
fn a_upn_that_fails_its_check_is_kept_and_marked() {
    let took = take(child_with("<UPN>A123456789123</UPN><FormerUPN>?</FormerUPN>").as_bytes());
    let took = took.unwrap();
    assert_eq!(took.refusals(), []);
    let upn = took.children[0].upn.clone().unwrap();
    assert_eq!((upn.text.as_str(), upn.holds), ("A123456789123", false));
    assert!(!took.children[0].former_upn.as_ref().unwrap().holds);
}

#[test]
fn an_empty_optional_element_is_taken_as_not_given() {
    let took =
        take(child_with("<UPN/><PersonBirthDate>  </PersonBirthDate><Sex></Sex>").as_bytes());
    let took = took.unwrap();
    assert_eq!(took.refusals(), []);
    assert_eq!(took.children[0].born_on, None);
}

#[test]
fn codes_of_other_years_are_read_whatever_year_the_file_names() {
    let file = child_with("<GenderCurrent>2</GenderCurrent>").replace(">2026<", ">2022<");
    let took = take(file.as_bytes()).unwrap();
    assert_eq!(took.children[0].sex, domain::census::CodeSet::find("F"));
    let file = child_with_episode(
        "<ReferralSource>5D</ReferralSource><Assessments>\
         <AssessmentActualStartDate>2025-04-02</AssessmentActualStartDate>\
         <FactorsIdentifiedAtAssessment><AssessmentFactors>18A</AssessmentFactors>\
         </FactorsIdentifiedAtAssessment></Assessments>",
    )
    .replace(">2026<", ">2022<");
    assert_eq!(take(file.as_bytes()).unwrap().refusals(), []);
}

#[test]
fn unknown_blocks_are_counted_by_name_and_bounded() {
    let file = child_with(
        "<Surname>Rowe</Surname><p:Surname xmlns:p='urn:x'><a><b/></a></p:Surname>\
         <Section47/>",
    );
    let took = take(file.as_bytes()).unwrap();
    let counted: Vec<_> =
        took.summary.unknown.iter().map(|(name, n)| (name.as_str(), *n)).collect();
    assert_eq!(counted, [("Section47", 1), ("Surname", 2)]);
    assert_eq!(took.refusals(), []);

    let many: Vec<_> = (0..300).map(|n| format!("<Field{n}/>")).collect();
    let took = take(child_with(&many.concat()).as_bytes()).unwrap();
    assert_eq!(took.summary.unknown.len(), 201);
    assert_eq!(took.summary.unknown["other"], 100);
}

#[test]
fn a_child_has_no_more_parts_than_a_child_can_have() {
    let blocks = "<CINPlanDates><CINPlanStartDate>2025-05-05</CINPlanStartDate></CINPlanDates>";
    let took = take(child_with_episode(&blocks.repeat(BLOCKS_MAX + 3)).as_bytes()).unwrap();
    assert_eq!(took.children[0].episodes[0].plans.len(), BLOCKS_MAX);
    assert_eq!(took.summary.refused_count, 3);
    assert!(took.refusals()[0].2.contains("more than 200 of these"));

    let factors = "<AssessmentFactors>1A</AssessmentFactors>".repeat(ENTRIES_MAX + 2);
    let took = take(
        child_with_episode(&format!(
            "<Assessments><AssessmentActualStartDate>2025-04-02</AssessmentActualStartDate>\
             <FactorsIdentifiedAtAssessment>{factors}</FactorsIdentifiedAtAssessment></Assessments>"
        ))
        .as_bytes(),
    )
    .unwrap();
    assert_eq!(took.children[0].episodes[0].assessments[0].factors.len(), ENTRIES_MAX);
    assert_eq!(took.summary.refused_count, 2);
}

#[test]
fn refusals_beyond_the_first_ten_thousand_are_counted_only() {
    let sexes = "<Sex>X</Sex>".repeat(REFUSALS_KEPT_MAX + 7);
    let took = take(child_with(&sexes).as_bytes()).unwrap();
    assert_eq!(took.summary.refused.len(), REFUSALS_KEPT_MAX);
    assert_eq!(took.summary.refused_count, REFUSALS_KEPT_MAX as u64 + 7);
}

#[test]
fn a_fault_in_the_header_that_files_can_live_with_is_refused_alone() {
    let file = census("").replace("2026-03-31", "2026-02-31");
    let took = take(file.as_bytes()).unwrap();
    assert_eq!(took.refusals()[0].1, "ReferenceDate");
    assert_eq!(took.header.reference_date, None);
    assert_eq!((took.header.year, took.header.lea.as_str()), (2026, "201"));
}

#[test]
fn a_year_or_collection_to_wonder_about_is_a_warning() {
    assert_eq!(take(census("").as_bytes()).unwrap().summary.warnings, [""; 0]);
    let old = census("").replace("<Year>2026", "<Year>2019");
    assert!(take(old.as_bytes()).unwrap().summary.warnings[0].contains("collection year 2019"));
    let silent = census("").replace("<Collection>CIN</Collection>", "");
    assert!(take(silent.as_bytes()).unwrap().summary.warnings[0].contains("of which collection"));
}
