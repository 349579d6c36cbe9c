//! The code sets of the children in need census, as dated data.
//!
//! Each set is a type whose values can only be codes the census has:
//! `ReferralSource::find("5D")`. A row says what the code means in our own plain words and for
//! which collection years it stands. A collection year is named by the March it ends in (2026 is
//! April 2025 to March 2026). Dates come from comparing the published schemas of 2020 to 2026;
//! `None` is "before 2020" or "still".
//!
//! A code that is retired, or that came in after the year a file names, is still found: the
//! record keeps what was said, and whether a return may say it is for [`Code::in_force`] and the
//! checks to tell. Deliberately absent: the elements that carry the codes, and the rules between
//! them.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// One row of a code set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Code {
    /// As a census file writes it; case matters.
    pub code: &'static str,
    /// What it means, in plain words, fit for a page.
    pub words: &'static str,
    /// First collection year, `None` when it is older than 2020.
    pub from: Option<i16>,
    /// Last collection year, `None` while it stands.
    pub until: Option<i16>,
    /// The code that took its place with the same meaning, and is kept instead.
    pub now: Option<&'static str>,
}

impl Code {
    /// Whether a return for this collection year may use the code.
    pub const fn in_force(&self, year: i16) -> bool {
        let begun = match self.from {
            Some(from) => from <= year,
            None => true,
        };
        let standing = match self.until {
            Some(until) => year <= until,
            None => true,
        };
        begun && standing
    }

    const fn from(self, year: i16) -> Self {
        Self { from: Some(year), ..self }
    }

    const fn until(self, year: i16) -> Self {
        Self { until: Some(year), ..self }
    }

    const fn now(self, code: &'static str) -> Self {
        Self { now: Some(code), ..self }
    }
}

const fn code(code: &'static str, words: &'static str) -> Code {
    Code { code, words, from: None, until: None, now: None }
}

/// What every code set can do.
pub trait CodeSet: Copy {
    /// What the set is of, for a sentence: "a reason for closure".
    const OF: &'static str;

    /// Every row, in the order of the census.
    fn all() -> &'static [Code];

    /// The value a code stands for, whatever the year; `None` when the set has never had it.
    fn find(code: &str) -> Option<Self>;

    /// The row of this value.
    fn row(self) -> &'static Code;

    /// As a census file writes it.
    fn code(self) -> &'static str {
        self.row().code
    }

    /// What it means, in plain words.
    fn words(self) -> &'static str {
        self.row().words
    }
}

fn find_row(rows: &'static [Code], code: &str) -> Option<&'static Code> {
    let row = rows.iter().find(|row| row.code == code)?;
    match row.now {
        Some(now) => rows.iter().find(|row| row.code == now),
        None => Some(row),
    }
}

macro_rules! code_set {
    ($(#[$doc:meta])* $name:ident, $of:literal, [$($row:expr),+ $(,)?]) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name(&'static Code);

        impl CodeSet for $name {
            const OF: &'static str = $of;

            fn all() -> &'static [Code] {
                static ROWS: &[Code] = &[$($row),+];
                ROWS
            }

            fn find(code: &str) -> Option<Self> {
                find_row(Self::all(), code).map(Self)
            }

            fn row(self) -> &'static Code {
                self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0.code)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = Cow::<'de, str>::deserialize(deserializer)?;
                Self::find(&code)
                    .ok_or_else(|| D::Error::custom(format!("`{code}` is not {}", Self::OF)))
            }
        }
    };
}

code_set! {
    /// Who asked for help for the child (`ReferralSource`).
    ReferralSource, "a source of referral", [
        code("1A", "A relative or carer"),
        code("1B", "A friend, neighbour or childminder"),
        code("1C", "The child themselves"),
        code("1D", "Another member of the public"),
        code("2A", "A school"),
        code("2B", "An education service"),
        code("3A", "A GP"),
        code("3B", "A health visitor"),
        code("3C", "A school nurse"),
        code("3D", "Another primary health service"),
        code("3E", "A hospital emergency department"),
        code("3F", "Another health service"),
        code("4", "A council housing team or housing association"),
        code("5A", "Social care in this council"),
        code("5B", "Another team in this council"),
        code("5C", "Another council"),
        code("5D", "Early help").from(2023),
        code("6", "The police"),
        code("7", "A court, probation, immigration, Cafcass or a prison"),
        code("8", "A children's centre, voluntary or independent organisation"),
        code("9", "Someone who gave no name"),
        code("10", "Not known"),
    ]
}

code_set! {
    /// The main reason a child came to need help (`PrimaryNeedCode`).
    PrimaryNeed, "a primary need", [
        code("N1", "Abuse, neglect or exploitation"),
        code("N2", "The child's disability"),
        code("N3", "A parent's disability or illness"),
        code("N4", "A family under acute stress"),
        code("N5", "Family life has broken down or is not working"),
        code("N6", "The child's behaviour"),
        code("N7", "Low income"),
        code("N8", "No parent able to care"),
        code("N9", "Not a child in need case"),
        code("N0", "Not stated"),
    ]
}

code_set! {
    /// Why an episode of help ended (`ReasonForClosure`).
    ReasonForClosure, "a reason for closure", [
        code("RC1", "Adopted"),
        code("RC2", "Died"),
        code("RC3", "Child arrangements order"),
        code("RC4", "Special guardianship order"),
        code("RC5", "Moved to another council's services"),
        code("RC6", "Moved to adult services"),
        code("RC7", "Help ended for another reason, such as no longer being needed"),
        code("RC8", "Closed after assessment with nothing further"),
        code("RC9", "Closed after assessment and passed to early help").from(2023),
    ]
}

code_set! {
    /// The kind of harm a protection plan names (`InitialCategoryOfAbuse`,
    /// `LatestCategoryOfAbuse`).
    AbuseCategory, "a category of abuse", [
        code("NEG", "Neglect"),
        code("PHY", "Physical abuse"),
        code("SAB", "Sexual abuse"),
        code("EMO", "Emotional abuse"),
        code("MUL", "More than one kind"),
    ]
}

code_set! {
    /// What an assessment found to be at work (`AssessmentFactors`). Letters tell whose it is:
    /// A the child, B a parent or carer, C somebody else at home.
    AssessmentFactor, "an assessment factor", [
        code("1A", "Alcohol: the child"),
        code("1B", "Alcohol: a parent or carer"),
        code("1C", "Alcohol: somebody else at home"),
        code("2A", "Drugs: the child"),
        code("2B", "Drugs: a parent or carer"),
        code("2C", "Drugs: somebody else at home"),
        code("3A", "Domestic abuse of the child"),
        code("3B", "Domestic abuse of a parent or carer"),
        code("3C", "Domestic abuse of somebody else at home"),
        code("4A", "Mental health: the child"),
        code("4B", "Mental health: a parent or carer"),
        code("4C", "Mental health: somebody else at home"),
        code("5A", "Learning disability: the child"),
        code("5B", "Learning disability: a parent or carer"),
        code("5C", "Learning disability: somebody else at home"),
        code("6A", "Physical disability or illness: the child"),
        code("6B", "Physical disability or illness: a parent or carer"),
        code("6C", "Physical disability or illness: somebody else at home"),
        code("7A", "Young carer"),
        code("8B", "Privately fostered: from overseas, meaning to go back"),
        code("8C", "Privately fostered: from overseas, meaning to stay"),
        code("8D", "Privately fostered: a UK child placed for education"),
        code("8E", "Privately fostered: a UK child, arranged by the family"),
        code("8F", "Privately fostered: another way"),
        code("9A", "Seeking asylum without an adult"),
        code("10A", "Going missing"),
        code("11A", "Sexual exploitation"),
        code("12A", "Trafficking"),
        code("13A", "Gangs"),
        code("14A", "Behaviour that others find hard to accept"),
        code("15A", "Self-harm"),
        code("16A", "Neglect"),
        code("17A", "Emotional abuse"),
        code("18A", "Physical abuse, by whom not said").until(2020),
        code("18B", "Physical abuse by another child").from(2021),
        code("18C", "Physical abuse by an adult").from(2021),
        code("19A", "Sexual abuse, by whom not said").until(2020),
        code("19B", "Sexual abuse by another child").from(2021),
        code("19C", "Sexual abuse by an adult").from(2021),
        code("20", "Something else"),
        code("21", "Nothing found"),
        code("22A", "Female genital mutilation"),
        code("23A", "Abuse linked to faith or belief"),
        code("24A", "Criminal exploitation").from(2022),
    ]
}

code_set! {
    /// How a child or their family describe their ethnicity (`Ethnicity`).
    Ethnicity, "an ethnicity", [
        code("WBRI", "White British"),
        code("WIRI", "White Irish"),
        code("WIRT", "Irish Traveller"),
        code("WOTH", "Another White background"),
        code("WROM", "Gypsy or Roma"),
        code("MWBC", "White and Black Caribbean"),
        code("MWBA", "White and Black African"),
        code("MWAS", "White and Asian"),
        code("MOTH", "Another mixed background"),
        code("AIND", "Indian"),
        code("APKN", "Pakistani"),
        code("ABAN", "Bangladeshi"),
        code("AOTH", "Another Asian background"),
        code("BCRB", "Black Caribbean"),
        code("BAFR", "Black African"),
        code("BOTH", "Another Black background"),
        code("CHNE", "Chinese"),
        code("OOTH", "Another ethnic group"),
        code("REFU", "Preferred not to say"),
        code("NOBT", "Not asked yet"),
    ]
}

code_set! {
    /// A disability of the child (`Disability`).
    Disability, "a disability", [
        code("NONE", "No disability"),
        code("MOB", "Getting about"),
        code("HAND", "Using their hands"),
        code("PC", "Personal care"),
        code("INC", "Continence"),
        code("COMM", "Communication"),
        code("LD", "Learning"),
        code("HEAR", "Hearing"),
        code("VIS", "Sight"),
        code("BEH", "Behaviour"),
        code("CON", "Consciousness"),
        code("AUT", "Autism"),
        code("DDA", "Another disability"),
    ]
}

code_set! {
    /// The child's sex (`Sex`; to 2024 `GenderCurrent`, whose codes are kept as today's).
    Sex, "a code for sex", [
        code("M", "Male").from(2025),
        code("F", "Female").from(2025),
        code("U", "Not known").from(2025),
        code("1", "Male").until(2024).now("M"),
        code("2", "Female").until(2024).now("F"),
        code("0", "Not known").until(2024).now("U"),
        code("9", "Recorded as neither").until(2024).now("U"),
    ]
}

code_set! {
    /// Why a child has no unique pupil number (`UPNunknown`). What the schema calls UN6 we have
    /// not found in words, so ours only name it.
    UpnUnknown, "a reason for having no UPN", [
        code("UN1", "Too young for school, and has none yet"),
        code("UN2", "Has never been to a state school in England"),
        code("UN3", "Goes to school outside England"),
        code("UN4", "Came to us too lately for it to be known"),
        code("UN5", "What schools hold does not match well enough to be sure"),
        code("UN6", "None, for the reason coded UN6"),
        code("UN7", "The referral went no further"),
    ]
}

code_set! {
    /// How pre-proceedings ended (`PPOutcome`). The module is a draft for 2027 and its letters
    /// are not yet published in words, so ours only name them.
    PreProceedingsOutcome, "an outcome of pre-proceedings", [
        code("A", "Outcome A").from(2027),
        code("B", "Outcome B").from(2027),
        code("C", "Outcome C").from(2027),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds<C: CodeSet>(rows: usize) {
        assert_eq!(C::all().len(), rows, "{}", C::OF);
        for row in C::all() {
            assert_eq!(find_row(C::all(), row.code).map(|found| found.now), Some(None));
            assert_eq!(C::all().iter().filter(|other| other.code == row.code).count(), 1);
            assert!(!row.words.is_empty());
        }
    }

    #[test]
    fn every_set_has_each_of_its_codes_once_and_successors_that_exist() {
        holds::<ReferralSource>(22);
        holds::<PrimaryNeed>(10);
        holds::<ReasonForClosure>(9);
        holds::<AbuseCategory>(5);
        holds::<AssessmentFactor>(44);
        holds::<Ethnicity>(20);
        holds::<Disability>(13);
        holds::<Sex>(7);
        holds::<UpnUnknown>(7);
        holds::<PreProceedingsOutcome>(3);
    }

    #[test]
    fn a_retired_code_is_still_found_and_known_to_be_retired() {
        let factor = AssessmentFactor::find("18A").unwrap();
        assert_eq!(factor.words(), "Physical abuse, by whom not said");
        assert!(factor.row().in_force(2020));
        assert!(!factor.row().in_force(2021));
        assert!(!ReferralSource::find("5D").unwrap().row().in_force(2022));
        assert!(PrimaryNeed::find("N1").unwrap().row().in_force(2022));
    }

    #[test]
    fn the_codes_of_gender_current_are_read_as_todays_sex() {
        for (old, today) in [("1", "M"), ("2", "F"), ("0", "U"), ("9", "U")] {
            assert_eq!(Sex::find(old).map(CodeSet::code), Some(today));
        }
    }

    #[test]
    fn a_code_no_year_has_had_is_not_found() {
        assert_eq!(AssessmentFactor::find("RB"), None);
        assert_eq!(PrimaryNeed::find("n1"), None);
        assert_eq!(Sex::find(""), None);
    }

    #[test]
    fn a_code_is_stored_as_the_census_writes_it_and_read_back() {
        let stored = serde_json::to_string(&ReasonForClosure::find("RC7")).unwrap();
        assert_eq!(stored, "\"RC7\"");
        let back: ReasonForClosure = serde_json::from_str(&stored).unwrap();
        assert_eq!(Some(back), ReasonForClosure::find("RC7"));
        assert!(serde_json::from_str::<ReasonForClosure>("\"RC99\"").is_err());
    }
}
