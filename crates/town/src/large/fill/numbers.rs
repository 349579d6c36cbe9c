//! The numbers people give, five times from the first front page until now, each time at a visit
//! that sees all the children.

use domain::id::{EntryId, PersonId};
use domain::note::{Note, Seen};
use domain::rating::{Answer, Rating};
use domain::scale::ScaleValue;
use domain::time::Happened;
use jiff::ToSpan;
use jiff::civil::Date;

use super::book::Page;
use super::share::Share;
use super::words::{HOW, REASONS};
use super::{Home, form};

/// How many times everybody is asked.
pub const ROUNDS: u8 = 5;

/// The day of one of the times.
pub fn on(share: &Share, round: u8) -> Date {
    let first = share.page_on();
    let days = first.until(share.until).map_or(0, |span| i64::from(span.get_days()));
    first.saturating_add((days * i64::from(round) / i64::from(ROUNDS - 1)).days())
}

/// Asks everybody for their numbers; most of them rise.
pub fn numbers(page: &mut Page, share: &Share, home: &Home, round: u8) {
    let page = page.by(share.worker);
    let on = Happened::on(on(share, round));
    page.write(home.children(), on, visit(home, round));
    for (child, scales) in home.children().iter().zip(&home.scales) {
        let [safe, care] = *scales;
        for (place, rater) in (0_u8..).zip(home.raters.iter().copied()) {
            let value = (2 + place * 5 + round * (1 + place % 2)) % 9 + 1;
            rates(page, (safe, rater), *child, on, value);
            // Everyday care is asked of two only.
            if place < 2 {
                rates(page, (care, rater), *child, on, 10 - value);
            }
        }
    }
}

/// The visit at which they are asked.
fn visit(home: &Home, round: u8) -> Note {
    let how = HOW.get(usize::from(round) % HOW.len()).map(|how| (*how).to_owned());
    let seen = |child: &PersonId| Seen { child: *child, alone: Some(false), how: how.clone() };
    Note {
        place: Some("at home".into()),
        with: Some("with everybody on the list".into()),
        text:
            "We looked at the plan together, line by line, and everybody gave their numbers before \
            anybody heard the others'."
                .into(),
        short: Some("everybody gave their numbers".into()),
        seen: home.children().iter().map(seen).collect(),
        ..form::note()
    }
}

fn rates(
    page: &mut Page,
    (scale, rater): (EntryId, PersonId),
    child: PersonId,
    on: Happened,
    value: u8,
) {
    let answer = ScaleValue::new(value).map_or(Answer::CannotSay, Answer::Value);
    let why = REASONS.get(usize::from(value) % REASONS.len()).map(|why| (*why).to_owned());
    let rating = Rating { scale, rater, answer, why, occasion: None };
    page.quote(rater, &[child], on, rating);
}
