//! The words of the files as the words of the record.

use domain::fuzzy_date::FuzzyDate;
use domain::id::PersonId;
use domain::person::Sex;
use domain::time::{Happened, Precision, When};
use domain::voice::{Mode, SourceKind, Speaker, Voice};
use domain::{account, hours, original, step};
use jiff::civil::Date;

use crate::family;

pub(super) const fn mode(mode: family::Mode) -> Mode {
    match mode {
        family::Mode::Verbatim => Mode::Verbatim,
        family::Mode::CloseNote => Mode::CloseNote,
        family::Mode::Observed => Mode::Observed,
        family::Mode::Reported => Mode::Reported,
        family::Mode::Document => Mode::Document,
        family::Mode::Judgement => Mode::Judgement,
    }
}

pub(super) const fn voice(who: PersonId, how: Mode) -> Voice {
    Voice { who: Speaker::Person(who), how }
}

pub(super) fn fuzzy(date: family::Fuzzy) -> Option<FuzzyDate> {
    date.to_string().parse().ok()
}

pub(super) const fn precision(date: family::Fuzzy) -> Precision {
    match date {
        family::Fuzzy::Day(_) => Precision::Day,
        family::Fuzzy::Month(_) => Precision::Month,
        family::Fuzzy::Year(_) => Precision::Year,
    }
}

pub(super) fn happened(date: family::Fuzzy) -> Happened {
    Happened { from: When::Day(date.first()), until: None, precision: precision(date) }
}

/// From one day to another.
pub(super) fn lasted(first: Date, last: Date) -> Happened {
    Happened { until: (first != last).then_some(When::Day(last)), ..Happened::on(first) }
}

pub(super) const fn sex(sex: family::Sex) -> Sex {
    match sex {
        family::Sex::M => Sex::Male,
        family::Sex::F => Sex::Female,
        family::Sex::U => Sex::NotKnown,
    }
}

pub(super) fn original(
    words: &family::Original,
    interpreter: Option<PersonId>,
) -> original::Original {
    let family::Original { language, text } = words.clone();
    original::Original { language, text, interpreter }
}

pub(super) const fn agency(kind: family::PartnerKind) -> SourceKind {
    match kind {
        family::PartnerKind::Health => SourceKind::Health,
        family::PartnerKind::School => SourceKind::School,
        family::PartnerKind::Police => SourceKind::Police,
        family::PartnerKind::Charity => SourceKind::Charity,
        family::PartnerKind::Other => SourceKind::Other,
    }
}

pub(super) const fn role(role: family::StaffRole) -> account::Role {
    match role {
        family::StaffRole::Practitioner => account::Role::Practitioner,
        family::StaffRole::Supervisor => account::Role::Supervisor,
        family::StaffRole::OnCall => account::Role::OnCall,
        family::StaffRole::Leader => account::Role::Leader,
        family::StaffRole::DataOfficer => account::Role::DataOfficer,
        family::StaffRole::Guardian => account::Role::Guardian,
        family::StaffRole::Administrator => account::Role::Administrator,
    }
}

pub(super) fn help(level: Option<family::HelpLevel>) -> account::HelpLevel {
    match level {
        Some(family::HelpLevel::Settled) => account::HelpLevel::Settled,
        Some(family::HelpLevel::Expert) => account::HelpLevel::Expert,
        Some(family::HelpLevel::New) | None => account::HelpLevel::New,
    }
}

pub(super) const fn standing(standing: family::Standing) -> step::Standing {
    match standing {
        family::Standing::FamilyHelp => step::Standing::FamilyHelp,
        family::Standing::Protection => step::Standing::Protection,
        family::Standing::Care => step::Standing::Care,
    }
}

/// As the census writes it.
pub(super) fn category(category: family::Category) -> String {
    match category {
        family::Category::Neg => "NEG",
        family::Category::Phy => "PHY",
        family::Category::Emo => "EMO",
        family::Category::Sab => "SAB",
    }
    .to_owned()
}

pub(super) fn cover(cover: &family::Cover) -> hours::Hours {
    let day = |day: &family::Day| match day {
        family::Day::Mon => hours::Weekday::Mon,
        family::Day::Tue => hours::Weekday::Tue,
        family::Day::Wed => hours::Weekday::Wed,
        family::Day::Thu => hours::Weekday::Thu,
        family::Day::Fri => hours::Weekday::Fri,
        family::Day::Sat => hours::Weekday::Sat,
        family::Day::Sun => hours::Weekday::Sun,
    };
    hours::Hours { days: cover.days.iter().map(day).collect(), from: cover.from, to: cover.to }
}

/// Sentences after each other; one that ends without a full stop is given one where another
/// follows.
pub(super) fn sentences<'t>(parts: impl IntoIterator<Item = Option<&'t str>>) -> Option<String> {
    let mut whole = String::new();
    for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
        if !whole.is_empty() {
            let ended = whole.trim_end_matches('”').ends_with(['.', '!', '?', ':', '…']);
            whole.push_str(if ended { " " } else { ". " });
        }
        whole.push_str(part);
    }
    (!whole.is_empty()).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn sentences_are_parted_and_the_last_is_left_as_it_is() {
        let parts = [Some("Gas key, lamp"), None, Some("Go on."), Some("“Yes.”"), Some("no dot")];
        assert_eq!(sentences(parts).as_deref(), Some("Gas key, lamp. Go on. “Yes.” no dot"));
        assert_eq!(sentences([None, Some("")]), None);
    }
}
