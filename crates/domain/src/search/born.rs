//! A day of birth among what was typed: `3 Mar 2017`, `3rd March 2017`, `2017-03-03`,
//! `03/03/2017`, `3.3.2017`. Days come before months, as people here write them.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The first day among the words, and the words without it.
pub(super) fn part(typed: &str) -> (Option<Date>, String) {
    let words: Vec<&str> = typed.split_whitespace().collect();
    for (at, word) in words.iter().enumerate() {
        let three = words.get(at..at + 3).and_then(spelled);
        let found = three.map(|day| (day, 3)).or_else(|| Some((in_figures(word)?, 1)));
        if let Some((day, taken)) = found {
            let rest = words.iter().take(at).chain(words.iter().skip(at + taken));
            return (Some(day), rest.copied().collect::<Vec<_>>().join(" "));
        }
    }
    (None, words.join(" "))
}

/// `3rd`, `March,` and `2017`.
fn spelled(words: &[&str]) -> Option<Date> {
    let [day, month, year] = words else { return None };
    let day = day.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == ',').parse().ok()?;
    let name = month.trim_end_matches([',', '.']).to_lowercase();
    let begins = |month: &&str| name.len() >= 3 && month.starts_with(&name);
    let month = (1_i8..).zip(MONTHS).find(|(_, month)| begins(month))?.0;
    date(year.trim_end_matches(',').parse().ok()?, month, day)
}

/// `2017-03-03`, or `3/3/2017` with any of `-`, `/` and `.` between.
fn in_figures(word: &str) -> Option<Date> {
    let parts: Vec<&str> = word.trim_end_matches(',').split(['-', '/', '.']).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|_| (1900..=2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_birth_is_read_as_people_here_write_it() {
        let third_of_march = Some(jiff::civil::date(2017, 3, 3));
        for typed in [
            "3 Mar 2017",
            "3rd March 2017",
            "03 march, 2017",
            "2017-03-03",
            "3/3/2017",
            "03.03.2017",
        ] {
            assert_eq!(part(typed), (third_of_march, String::new()), "{typed}");
        }
        let (day, name) = part("Kayleigh  Brannagh 3 Mar 2017 Wexcombe");
        assert_eq!((day, name.as_str()), (third_of_march, "Kayleigh Brannagh Wexcombe"));
    }

    #[test]
    fn what_is_no_day_stays_a_word() {
        for typed in ["Mahoney-Shah", "31 Feb 2017", "2017", "3 Mar", "3 M 2017", "1/2/17", "May 3"]
        {
            assert_eq!(part(typed), (None, typed.to_owned()), "{typed}");
        }
    }
}
