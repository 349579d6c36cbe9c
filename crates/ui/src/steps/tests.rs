//! The line of Idris as it is drawn, and the laws of every line.

use super::layout::{HANG, TEXT, layout};
use super::samples::{from_files, idris, kayleigh, no_words, samples};
use super::*;
use crate::layout::Theme;

fn sample(name: &str) -> String {
    let all = samples("/a/0", Theme::Light);
    all.into_iter().find(|(called, _)| *called == name).expect(name).1.into_string()
}

#[test]
fn idris_is_drawn_as_the_golden_page_has_him() {
    let page = idris();
    let picture = drawing::drawing(&page.line, &page.child.name).expect("a picture");
    insta::assert_snapshot!("idris-line", picture.into_string().replace('>', ">\n"));
    insta::assert_snapshot!(
        "idris-table",
        table::table(&page.line).into_string().replace("<tr", "\n<tr")
    );
}

#[test]
fn no_name_runs_into_another_and_order_is_kept() {
    for page in [idris(), kayleigh(), no_words(), from_files()] {
        let layout = layout(&page.line).expect("a picture");
        let spans = layout.marks.iter().map(|mark| {
            let from = if mark.ends { mark.x + 16.0 - mark.width } else { mark.x - HANG };
            (from, from + mark.width)
        });
        let spans: Vec<(f64, f64)> = spans.collect();
        for pair in spans.windows(2) {
            assert!(pair[0].1 + 8.0 <= pair[1].0, "{}: {pair:?}", page.child.name);
        }
        assert!(spans.iter().all(|(from, to)| *from >= 0.0 && *to <= layout::WIDTH));
        let days: Vec<_> = layout.marks.iter().map(|mark| mark.day.on).collect();
        assert!(days.is_sorted());
        for pair in layout.bands.windows(2) {
            let wide = domain::genogram::text_width(&pair[0].heading, TEXT);
            assert!(pair[0].from + wide <= pair[1].from, "{}", page.child.name);
        }
    }
}

#[test]
fn every_mark_leads_to_its_row_and_every_day_has_one() {
    let page = sample("steps-kayleigh");
    let links = page.matches("href=\"#step-").count();
    assert!(links >= 8, "{links} marks");
    for part in page.split("href=\"#").skip(1) {
        let target = part.split('"').next().unwrap();
        assert!(page.contains(&format!("id=\"{target}\"")), "{target}");
    }
    assert_eq!(page.matches("<tr id=").count(), kayleigh().line.days.len());
}

#[test]
fn weight_is_standing_and_elsewhere_is_a_square_with_its_name_and_day() {
    let page = sample("steps-kayleigh");
    assert!(page.contains("class=\"help\"") && page.contains("class=\"protection\""));
    assert!(page.contains("class=\"elsewhere\"") && page.contains("class=\"here\""));
    assert!(page.contains("Mosaic, read 24 Nov") || page.contains("Mosaic, read 23 Nov"));
    assert!(page.contains("A file and a person both say this."));
}

#[test]
fn later_on_purpose_reads_as_a_decision_and_nothing_is_counted_down() {
    let page = sample("steps-kayleigh");
    assert!(page.contains("review in 3 months: 26 days later, on purpose"));
    assert!(page.contains("2023 edition, not re-checked"));
    let page = sample("steps");
    assert!(page.contains("conference in 15 working days: held on the 11th"));
    assert!(page.contains("assessment in 45 working days: by 30 November"));
    for word in ["overdue", "late</", "error", "days left", "worry"] {
        assert!(!page.contains(word), "{word}");
    }
}

#[test]
fn census_codes_are_said_in_words() {
    let page = sample("steps-from-files");
    assert!(page.contains("Abuse, neglect or exploitation."));
    assert!(page.contains("Closed after assessment with nothing further."));
    assert!(page.contains("1 protection plan came before it."));
    for code in ["RC8", "N1<", ">16A", "NEG"] {
        assert!(!page.contains(code), "{code}");
    }
}

#[test]
fn a_reader_without_words_has_days_and_kinds() {
    let page = sample("steps-no-words");
    assert!(!page.contains("Mr Khan") && !page.contains("Write what happened"));
    assert!(page.contains("First conference") && page.contains("written here"));
}

#[test]
fn an_empty_line_says_so() {
    let page = sample("steps-nothing");
    assert!(page.contains("Nobody has told us anything yet."));
    assert!(!page.contains("<table") && !page.contains("steps-line"));
}

#[test]
fn three_hundred_steps_are_drawn_as_far_as_they_fit() {
    let mut page = from_files();
    let day = page.line.days[3].clone();
    let more = (0..300).map(|n| {
        let on = day.on.checked_add(jiff::Span::new().days(n)).expect("a day");
        domain::steps_line::StepDay { on, ..day.clone() }
    });
    page.line.days.splice(3..4, more);
    page.line.days.sort_by_key(|day| day.on);
    let layout = layout(&page.line).expect("a picture");
    assert!(layout.marks.len() < 20 && layout.earlier.len() > 250);
    let last = page.line.days.last().expect("a day").on;
    assert_eq!(layout.marks.last().map(|mark| mark.day.on), Some(last));
}
