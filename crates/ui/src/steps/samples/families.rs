//! The steps of three children, as they stand in the files of Wexcombe.

use domain::involvement::Role;
use domain::kind::Kind;
use domain::step::{Conference, Standing, Step, What};
use jiff::civil::{Date, date};

use super::{
    Told, anita_leads, assessment, conference, contact, enquiry, headed, leads, plan, said,
};

/// The steps of Idris.
pub(super) fn idris() -> Told {
    let mut told = Told::default();
    let call = told.writing(Kind::Note, "call", date(2026, 9, 28));
    let report = told.writing(Kind::Note, "document", date(2026, 9, 29));
    let decision = told.writing(Kind::Decision, "", date(2026, 10, 1));
    let meeting = told.writing(Kind::Note, "meeting", date(2026, 10, 1));
    let minutes = told.writing(Kind::Note, "meeting", date(2026, 10, 14));
    let first = date(2026, 9, 28);
    let more = "a baby's arm is broken and nobody can say how. Family Help begins the same day.";
    told.step(first, said(contact("3E"), "Hospital rings", "Dr Hale rings:", more), &[call]);
    told.step(first, headed(plan(Standing::FamilyHelp, None, None), "Family Help"), &[]);
    told.bare(first, assessment(None, None));
    let lead = anita_leads(&mut told);
    told.bare(first, lead);
    let second = date(2026, 9, 29);
    let talk = What::Strategy { with: vec![] };
    let more = "with police, Dr Hale and Beth Lowe. Section 47 enquiry begins.";
    told.step(second, said(talk, "Strategy talk", "Strategy discussion", more), &[report]);
    told.bare(second, enquiry());
    let grace = told.person("Grace Obeng");
    told.bare(second, leads(grace, Role::ChildProtectionLead, None));
    let says = "Idris moves to Nan's, by agreement.";
    let more = "Karim: “He should be home with us. We did nothing wrong.”";
    let moves = said(What::Decision, "To Nan's", says, more);
    told.step(date(2026, 10, 1), moves, &[decision, meeting]);
    let says = "First conference: protection plan, physical.";
    let held = said(conference(Conference::First), "First conference", says, "Goal read aloud.");
    told.step(date(2026, 10, 14), held, &[minutes]);
    let protection = plan(Standing::Protection, None, Some("PHY"));
    told.step(date(2026, 10, 14), headed(protection, "Protection plan, physical"), &[]);
    let review = What::Review { of: Standing::Protection };
    let more = "at where Idris lives, and at both bottom lines.";
    let ahead = Step { planned: true, ..said(review, "Look again", "Look again", more) };
    told.step(date(2027, 1, 11), ahead, &[decision]);
    told
}

/// The steps of Kayleigh.
pub(super) fn kayleigh() -> Told {
    let mut told = Told::default();
    earlier(&mut told);
    begins(&mut told);
    protects(&mut told);
    ends(&mut told);
    told
}

fn earlier(told: &mut Told) {
    let census = "CIN census 2023";
    let referral = What::Referral {
        from: None,
        source: Some("6".into()),
        need: None,
        no_further_action: None,
    };
    told.from(census, date(2022, 8, 24), Step::bare(referral));
    let closed = What::Closure { reason: Some("RC8".into()) };
    told.from(census, date(2022, 9, 30), Step::bare(closed));
}

fn begins(told: &mut Told) {
    let first = date(2026, 2, 26);
    let more = "Kayleigh missed 31 days of school. Next day duty decides on Family Help.";
    let writes = said(contact("2A"), "School writes", "Mr Khan writes:", more);
    told.from("Mosaic", first, writes);
    told.step(first, headed(plan(Standing::FamilyHelp, None, None), "Family Help"), &[]);
    let farah = told.person("Farah Aziz");
    let signed = told.writing(Kind::Assessment, "", date(2026, 4, 17));
    let words = ("Assessment signed", "by Farah Aziz. Donna: “That's right.”");
    let assessed = assessment(Some(date(2026, 4, 17)), Some(farah));
    told.step(first, said(assessed, words.0, words.0, words.1), &[signed]);
    let joel = told.person("Joel Whitby");
    let until = Some(date(2026, 11, 12));
    told.bare(date(2026, 2, 27), leads(joel, Role::FamilyHelpLead, until));
    let note = told.writing(Kind::Note, "meeting", date(2026, 3, 3));
    let talk = What::Strategy { with: vec![] };
    let more = "with police, school nurse and Mr Khan. Section 47 enquiry begins.";
    let third = date(2026, 3, 3);
    told.step(third, said(talk, "Strategy talk", "Strategy discussion", more), &[note]);
    told.bare(third, enquiry());
    // The census has the enquiry too; both stand.
    told.from("CIN census 2026", third, Step::bare(enquiry()));
    let grace = told.person("Grace Obeng");
    told.bare(third, leads(grace, Role::ChildProtectionLead, until));
}

fn protects(told: &mut Told) {
    let minutes = told.writing(Kind::Note, "meeting", date(2026, 3, 12));
    let says = "First conference: protection plan, for neglect.";
    let held = said(conference(Conference::First), "First conference", says, "Goal agreed.");
    told.step(date(2026, 3, 12), held, &[minutes]);
    let protection = plan(Standing::Protection, Some(date(2026, 11, 12)), Some("NEG"));
    told.step(date(2026, 3, 12), headed(protection, "Protection plan, for neglect"), &[]);
    let note = told.writing(Kind::Note, "meeting", date(2026, 3, 20));
    let met = What::CoreGroup { with: vec![] };
    let more = "Donna, Pete, Mrs Adeyemi, Mr Khan, Joel";
    told.step(date(2026, 3, 20), said(met, "Core group", "First core group:", more), &[note]);
    let review = told.writing(Kind::PlanReview, "", date(2026, 7, 8));
    let later = told.writing(Kind::Decision, "", date(2026, 6, 8));
    let more = "Donna 6, Mr Khan 7. Later, so that the cemetery week could be tried first.";
    let held = said(conference(Conference::Review), "Review", "Review: the plan goes on.", more);
    told.step(date(2026, 7, 8), held, &[review, later]);
}

fn ends(told: &mut Told) {
    let decision = told.writing(Kind::Decision, "", date(2026, 11, 12));
    let minutes = told.writing(Kind::Note, "meeting", date(2026, 11, 12));
    let says = "Conference: the protection plan ends.";
    let more = "Family Help to 10 February. Mr Khan: “I would keep it until January.”";
    let held = said(conference(Conference::Review), "Conference ends it", says, more);
    told.step(date(2026, 11, 12), held, &[decision, minutes]);
    let again = plan(Standing::FamilyHelp, None, None);
    told.step(date(2026, 11, 12), headed(again, "Family Help"), &[]);
    let review = What::Review { of: Standing::FamilyHelp };
    let ahead = Step { planned: true, ..said(review, "Look again", "Look again", "") };
    told.step(date(2027, 2, 10), ahead, &[]);
}

/// Two years of a child in census files: referrals, assessments, a plan that was reviewed.
pub(super) fn from_files() -> Told {
    let mut told = Told::default();
    let referral = |source: &str, need: &str| What::Referral {
        from: None,
        source: Some(source.into()),
        need: Some(need.into()),
        no_further_action: Some(false),
    };
    let assessed = |signed: Date, factors: &[&str]| What::Assessment {
        look_again_on: None,
        signed_on: Some(signed),
        signed_by: None,
        factors: factors.iter().map(|one| (*one).to_owned()).collect(),
    };
    let (one, two) = ("CIN census 2025", "CIN census 2026");
    told.from(one, date(2024, 5, 7), Step::bare(referral("1A", "N4")));
    told.from(one, date(2024, 5, 8), Step::bare(assessed(date(2024, 6, 20), &["4B"])));
    told.from(one, date(2024, 7, 2), Step::bare(What::Closure { reason: Some("RC8".into()) }));
    told.from(two, date(2025, 9, 15), Step::bare(referral("2A", "N1")));
    told.from(two, date(2025, 9, 15), Step::bare(assessed(date(2025, 11, 14), &["16A", "1B"])));
    let held = Some(date(2025, 10, 20));
    let enquiry = What::Section47 {
        conference_by: Some(date(2025, 10, 20)),
        conference_on: held,
        conference_needed: Some(true),
    };
    told.from(two, date(2025, 9, 29), Step::bare(enquiry));
    let protection = What::Plan {
        standing: Standing::Protection,
        ended_on: Some(date(2026, 6, 9)),
        category: Some("NEG".into()),
        latest_category: Some("EMO".into()),
        plans_before: Some(1),
    };
    told.from(two, date(2025, 10, 20), Step::bare(protection));
    for day in [date(2026, 1, 12), date(2026, 6, 9)] {
        told.from(two, day, Step::bare(What::Review { of: Standing::Protection }));
    }
    let help = plan(Standing::FamilyHelp, None, None);
    told.from(two, date(2026, 6, 9), Step::bare(help));
    told
}
