//! One child of a census file, made from the seed and the child's number alone.

use jiff::civil::{Date, date};

use super::Census;
use super::codes::{CHECK_LETTERS, DISABILITIES, ETHNICITIES, SCHOOLS_OF};
use super::days::later;
use super::episode::{Episode, Way, episode};
use crate::dice::Dice;

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Child {
    pub(super) la_id: String,
    pub(super) pupil: Pupil,
    pub(super) birth: Birth,
    pub(super) sex: Sex,
    pub(super) died: Option<Date>,
    pub(super) ethnicity: &'static str,
    /// Empty: none.
    pub(super) disabilities: Vec<&'static str>,
    pub(super) episodes: Vec<Episode>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Pupil {
    Number {
        upn: String,
        former: Option<String>,
    },
    /// Why there is no number, UN1 to UN7.
    None(&'static str),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Birth {
    On(Date),
    Expected(Date),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sex {
    Male,
    Female,
    Unknown,
}

/// Child number `number` of that file.
pub(super) fn child(census: &Census, number: u64) -> Child {
    let dice = &mut Dice::of(census.seed, number);
    if dice.one_in(60) { unborn(dice, census, number) } else { born(dice, census, number) }
}

/// `W` and nine digits; the same for the same number whatever the seed, as a borough's ids are.
pub(super) fn la_id(number: u64) -> String {
    format!("W{number:09}")
}

fn born(dice: &mut Dice, census: &Census, number: u64) -> Child {
    let (first, last) = (census.year.first_day(), census.year.last_day());
    let episodes = if dice.one_in(7) {
        two_episodes(dice, census)
    } else {
        let referral = later(first, dice.between(-500, 359));
        let way = way(dice, referral >= first);
        vec![episode(dice, census.year, referral, way)]
    };
    let referral = episodes.first().map_or(first, |episode| episode.referral);
    let years = dice.weighted(&[(0, 10), (2, 16), (5, 25), (10, 28), (15, 16), (17, 5)]);
    let birth = later(referral, -365 * years - dice.between(10, 360));
    let school_age = birth < date(last.year() - 5, 8, 31);
    let mut child = Child {
        la_id: la_id(number),
        pupil: if school_age { pupil(dice, number) } else { Pupil::None("UN1") },
        birth: Birth::On(birth),
        sex: match dice.below(200) {
            0..=102 => Sex::Male,
            103..=198 => Sex::Female,
            _ => Sex::Unknown,
        },
        died: None,
        ethnicity: dice.weighted(&ETHNICITIES),
        disabilities: disabilities(dice),
        episodes,
    };
    if dice.one_in(400) {
        end_with_death(&mut child);
    }
    child
}

/// Not born by the end of the year, expected after it; referred no earlier than 40 weeks before.
fn unborn(dice: &mut Dice, census: &Census, number: u64) -> Child {
    let last = census.year.last_day();
    let referral = later(last, -dice.between(5, 200));
    let expected = later(last, dice.between(1, 70));
    let way = way(dice, true);
    Child {
        la_id: la_id(number),
        pupil: Pupil::None("UN1"),
        birth: Birth::Expected(expected),
        sex: Sex::Unknown,
        died: None,
        ethnicity: dice.weighted(&ETHNICITIES),
        disabilities: Vec::new(),
        episodes: vec![episode(dice, census.year, referral, way)],
    }
}

/// How an episode goes. A referral that led nowhere is told only if it came in the year.
fn way(dice: &mut Dice, this_year: bool) -> Way {
    let ways = [
        (Way::NoFurtherAction, if this_year { 7 } else { 0 }),
        (Way::Assessed, if this_year { 38 } else { 0 }),
        (Way::Plan, 37),
        (Way::Protection, 17),
        (Way::MovedHere, 1),
    ];
    dice.weighted(&ways)
}

/// One that closed after the assessment, and a second that began later in the same year.
fn two_episodes(dice: &mut Dice, census: &Census) -> Vec<Episode> {
    let (first, last) = (census.year.first_day(), census.year.last_day());
    let earlier = later(first, dice.between(-10, 150));
    let mut episodes = vec![episode(dice, census.year, earlier, Way::Assessed)];
    let closed = episodes.first().and_then(|earlier| earlier.closure).map(|(day, _)| day);
    if let Some(closed) = closed {
        let again = later(closed, dice.between(5, 90));
        if again < last {
            let way = way(dice, true);
            episodes.push(episode(dice, census.year, again, way));
        }
    }
    episodes
}

/// The episode that closed for another reason closed because the child died.
fn end_with_death(child: &mut Child) {
    let last = child.episodes.last_mut().and_then(|episode| episode.closure.as_mut());
    if let Some((day, reason)) = last {
        *reason = "RC2";
        child.died = Some(*day);
    }
}

fn disabilities(dice: &mut Dice) -> Vec<&'static str> {
    let mut found = Vec::new();
    if dice.one_in(8) {
        for _ in 0..dice.between(1, 3) {
            let one = dice.weighted(&DISABILITIES);
            if !found.contains(&one) {
                found.push(one);
            }
        }
    }
    found
}

fn pupil(dice: &mut Dice, number: u64) -> Pupil {
    match dice.below(100) {
        0..=2 => Pupil::None(dice.pick(&["UN2", "UN3", "UN4", "UN5", "UN6"])),
        rest => {
            let upn = upn(dice.pick(&SCHOOLS_OF), number);
            // A former number differs in its serial part; no file has half a thousand million
            // children.
            let former =
                (rest == 3).then(|| self::upn(dice.pick(&SCHOOLS_OF), number + 500_000_000));
            Pupil::Number { upn, former }
        }
    }
}

/// A pupil number whose check letter is right. Numbers do not repeat: the serial part is the
/// child's number, shuffled by a factor that has no divisor in common with a thousand million.
pub(super) fn upn(authority: u16, number: u64) -> String {
    let serial = (number % 1_000_000_000) * 790_619_473 % 1_000_000_000;
    let digits = format!("{authority:03}{serial:09}");
    let weighed = digits
        .bytes()
        .zip(2_usize..)
        .map(|(digit, weight)| usize::from(digit.saturating_sub(b'0')) * weight);
    let letter = CHECK_LETTERS.get(weighed.sum::<usize>() % 23).copied().unwrap_or_default();
    format!("{}{digits}", char::from(letter))
}
