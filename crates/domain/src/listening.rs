//! Listening to children (B7): how a sitting over the houses counts where many are counted.
//!
//! Counts and coverage alone. Deliberately absent: what a child said, drew or felt, any reading of
//! it, and any figure by which workers could be ranked.
//!
//! ```text
//! what the tablet walked ─▶ Became ─┬ heard: to its end │ the child said stop │ ended otherwise
//!                                   ├ declined: said no before it began │ said not today
//!                                   └ not started ─▶ StoodInTheWay
//! ```

pub mod figures;
pub mod period;

use crate::houses_session::{Ending, HousesSession};
use crate::word::words;
use jiff::civil::Date;

/// The place of the conversation where a child first chooses a house: whoever stops before it has
/// said "not today".
const FIRST_HOUSE: &str = "K04";
/// The place where it is left for another day.
const ANOTHER_DAY: &str = "X02";

words! {
    /// What became of a sitting that was planned.
    Became {
        /// It went to its end and was read back, or left.
        ToItsEnd "to_its_end",
        /// The child said stop once it had begun.
        ChildStopped "child_stopped",
        /// It was ended so that somebody could be told, or broke off.
        EndedOtherwise "ended_otherwise",
        /// The child did not want to, and said so to the worker before it began.
        SaidNo "said_no",
        /// The child was asked on the screens of their own, and said not today.
        NotToday "not_today",
        /// The child was not asked.
        NotStarted "not_started",
    }
    /// Why a child was not asked.
    StoodInTheWay {
        /// An enquiry or an interview comes first.
        Enquiry "enquiry",
        /// Nobody had agreed to it yet.
        Agreement "agreement",
        /// An answer was owed to the child from the time before.
        AnswerOwed "answer_owed",
        /// Nobody could be sure that the child was free to talk.
        NotFree "not_free",
        /// An interpreter or the child's own way of talking was not there.
        Help "help",
        /// Another way of hearing this child suits better.
        OtherWay "other_way",
        /// The record does not say.
        NotSaid "not_said",
    }
}

impl Became {
    /// Whether the child was heard.
    pub const fn heard(self) -> bool {
        matches!(self, Self::ToItsEnd | Self::ChildStopped | Self::EndedOtherwise)
    }

    /// Whether the child chose that it should not be.
    pub const fn declined(self) -> bool {
        matches!(self, Self::SaidNo | Self::NotToday)
    }

    /// What became of this sitting.
    pub fn of(sitting: &HousesSession) -> Self {
        match sitting.ending {
            Ending::NotStarted | Ending::OtherWay => Self::NotStarted,
            Ending::SaidNo => Self::SaidNo,
            Ending::StoppedByChild if said_not_today(sitting) => Self::NotToday,
            Ending::StoppedByChild => Self::ChildStopped,
            Ending::ReadBack => Self::ToItsEnd,
            Ending::StoppedForSafety | Ending::Unfinished => Self::EndedOtherwise,
        }
    }
}

/// The child was told what this is, and stopped before choosing a house, with nothing on paper.
fn said_not_today(sitting: &HousesSession) -> bool {
    let left_nothing =
        sitting.pages.is_empty() && sitting.exact.is_empty() && sitting.important.is_empty();
    let walked = !sitting.path.is_empty();
    left_nothing && walked && !sitting.path.iter().any(|node| node == FIRST_HOUSE)
}

impl StoodInTheWay {
    /// What stood in the way of this sitting; none where the child was asked, or said no.
    pub fn of(sitting: &HousesSession) -> Option<Self> {
        (Became::of(sitting) == Became::NotStarted).then(|| {
            if sitting.ending == Ending::OtherWay {
                return Self::OtherWay;
            }
            // The last step of the preparation is where it went another way.
            let node = |at: usize| sitting.path.get(at).map(String::as_str);
            let last = sitting.path.iter().rposition(|node| node.starts_with('B'));
            last.and_then(|at| Some(Self::at(node(at)?, node(at + 1)))).unwrap_or(Self::NotSaid)
        })
    }

    /// What stands in the way where the preparation ends at this step and goes on to that place.
    fn at(step: &str, to: Option<&str>) -> Self {
        match (step, to) {
            ("B02a", Some(ANOTHER_DAY)) => Self::NotSaid,
            ("B01" | "B02a", _) => Self::Enquiry,
            ("B02b", _) => Self::AnswerOwed,
            ("B03" | "B04", _) => Self::Agreement,
            ("B05" | "B05a" | "B05b", _) => Self::NotFree,
            ("B06a" | "B06b", _) => Self::Help,
            _ => Self::NotSaid,
        }
    }
}

/// How old a child is, as far as sittings are planned by it. The levels of the kit are chosen by
/// what suits a child; these follow the years they are written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgeBand {
    /// Four to six.
    FourToSix,
    /// Seven to ten.
    SevenToTen,
    /// Eleven to fourteen.
    ElevenToFourteen,
    /// Fifteen and over.
    Fifteen,
    /// Nobody has written down when they were born.
    NotKnown,
}

impl AgeBand {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::FourToSix, Self::SevenToTen, Self::ElevenToFourteen, Self::Fifteen, Self::NotKnown];

    /// The band of a child on this day; none under four: a baby is heard by being watched and held,
    /// and not by this.
    pub fn of(born: Option<Date>, on: Date) -> Option<Self> {
        let Some(born) = born else { return Some(Self::NotKnown) };
        let birthday_to_come = (on.month(), on.day()) < (born.month(), born.day());
        match on.year() - born.year() - i16::from(birthday_to_come) {
            ..=3 => None,
            4..=6 => Some(Self::FourToSix),
            7..=10 => Some(Self::SevenToTen),
            11..=14 => Some(Self::ElevenToFourteen),
            15.. => Some(Self::Fifteen),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::houses_session::Exact;
    use crate::houses_session::tests::tylers;
    use crate::id::EntryId;
    use crate::kit::tree::{BEFORE, TREE, Tree, read};
    use jiff::Timestamp;
    use jiff::civil::date;
    use std::collections::BTreeSet;

    fn walked(ending: Ending, path: &[&str]) -> HousesSession {
        let path = path.iter().map(|node| (*node).to_owned()).collect();
        HousesSession { path, ..tylers(ending) }
    }

    #[test]
    fn a_child_who_stops_before_the_first_house_said_not_today() {
        let stopped = |path: &[&str]| Became::of(&walked(Ending::StoppedByChild, path));
        assert_eq!(stopped(&["B07", "K00", "K01", "E90"]), Became::NotToday);
        assert_eq!(stopped(&["B07", "K00", "K01", "K04", "E90"]), Became::ChildStopped);
        assert_eq!(stopped(&[]), Became::ChildStopped, "nothing was written of the way");
    }

    #[test]
    fn whoever_said_something_that_matters_was_heard_however_early() {
        let early = walked(Ending::StoppedByChild, &["K00", "K01", "D10", "D12", "E90"]);
        let said = HousesSession { important: vec![EntryId::from_bytes([1; 16])], ..early };
        assert!(Became::of(&said).heard());
        assert_eq!(said.answer_by(date(2026, 3, 26)), Some(date(2026, 4, 13)));
    }

    #[test]
    fn a_child_who_said_not_today_is_owed_no_answer() {
        let not_today = walked(Ending::StoppedByChild, &["K00", "K01", "E90", "F20"]);
        assert_eq!(not_today.answer_by(date(2026, 3, 26)), None);
    }

    #[test]
    fn what_stood_in_the_way_is_where_the_preparation_ended() {
        let why = |path: &[&str]| StoodInTheWay::of(&walked(Ending::NotStarted, path));
        let agreement = Some(StoodInTheWay::Agreement);
        assert_eq!(why(&["B01", "B02", "B02a", "B03", "B04", "X02", "F40"]), agreement);
        assert_eq!(why(&["B01", "X01", "F40"]), Some(StoodInTheWay::Enquiry));
        assert_eq!(why(&["F40"]), Some(StoodInTheWay::NotSaid), "as older tablets wrote it");
        assert_eq!(StoodInTheWay::of(&walked(Ending::ReadBack, &["B01"])), None);
        let other = walked(Ending::OtherWay, &["B01", "B02", "B02a", "X04", "F50"]);
        assert_eq!(StoodInTheWay::of(&other), Some(StoodInTheWay::OtherWay));
    }

    #[test]
    fn a_way_that_leads_to_no_enquiry_is_none() {
        let why = |path: &[&str]| StoodInTheWay::of(&walked(Ending::NotStarted, path));
        let planned = ["B01", "B02", "B02a", "X01", "F40"];
        assert_eq!(why(&planned), Some(StoodInTheWay::Enquiry), "an interview comes first");
        let another_day = ["B01", "B02", "B02a", "X02", "F40"];
        assert_eq!(why(&another_day), Some(StoodInTheWay::NotSaid));
    }

    #[test]
    fn a_child_who_said_no_to_the_worker_declined_and_nothing_stood_in_the_way() {
        for way in [&["B01", "B02", "B02a", "X05", "F60"][..], &["B03", "X05", "F60"], &[]] {
            let said_no = walked(Ending::SaidNo, way);
            assert_eq!(Became::of(&said_no), Became::SaidNo, "{way:?}");
            assert_eq!(StoodInTheWay::of(&said_no), None, "{way:?}");
        }
        assert!(Became::SaidNo.declined() && Became::NotToday.declined());
        assert!(!Became::SaidNo.heard() && !Became::NotStarted.declined());
    }

    #[test]
    fn words_that_came_with_a_no_are_not_counted_as_being_heard_and_nobody_is_owed_an_answer() {
        let exact = Exact { text: "nah".into(), after: None, at: Timestamp::UNIX_EPOCH };
        let no = HousesSession { exact: vec![exact], ..walked(Ending::SaidNo, &["B01", "X05"]) };
        assert_eq!(Became::of(&no), Became::SaidNo);
        assert_eq!(no.answer_by(date(2026, 3, 26)), None);
        assert!(!no.ending.took_place());
    }

    fn tree() -> Tree {
        read(TREE).expect("the tree")
    }

    #[test]
    fn each_step_of_the_tree_that_does_not_begin_says_what_stands_in_the_way() {
        let tree = tree();
        let ends: Vec<_> = tree.nodes.iter().filter(|node| node.id.starts_with('X')).collect();
        let mut known = BTreeSet::new();
        for node in &tree.nodes {
            for choice in &node.choices {
                let Some(end) = ends.iter().find(|end| end.id == choice.goto) else { continue };
                let path = [node.id.as_str(), end.id.as_str()];
                let over = |to: &str| end.choices.iter().any(|last| last.goto == to);
                if over("F60") {
                    continue;
                }
                let ending = if over("F50") { Ending::OtherWay } else { Ending::NotStarted };
                let why = StoodInTheWay::of(&walked(ending, &path)).expect("not started");
                assert_ne!(why, StoodInTheWay::NotSaid, "{} to {}", node.id, choice.goto);
                known.insert(why);
            }
        }
        assert_eq!(known.len(), StoodInTheWay::ALL.len() - 1, "each is reached: {known:?}");
    }

    #[test]
    fn nobody_comes_into_a_house_but_by_choosing_the_first_one() {
        let tree = tree();
        let mut ahead = vec![tree.start.clone()];
        let mut seen = BTreeSet::new();
        while let Some(id) = ahead.pop() {
            if id == FIRST_HOUSE || !seen.insert(id.clone()) {
                continue;
            }
            let node = tree.find_node(&id);
            assert!(node.is_some() || id == BEFORE, "{id}");
            let choices = node.into_iter().flat_map(|node| &node.choices);
            ahead.extend(choices.map(|choice| choice.goto.clone()));
        }
        assert!(seen.contains("K03"), "the way was walked: {seen:?}");
        let houses = seen.iter().filter(|id| id.starts_with('H'));
        assert_eq!(houses.count(), 0, "a house without {FIRST_HOUSE}: {seen:?}");
    }

    #[test]
    fn a_child_is_of_the_next_band_on_the_birthday() {
        let born = Some(date(2019, 11, 26));
        assert_eq!(AgeBand::of(born, date(2026, 11, 25)), Some(AgeBand::FourToSix));
        assert_eq!(AgeBand::of(born, date(2026, 11, 26)), Some(AgeBand::SevenToTen));
        assert_eq!(AgeBand::of(Some(date(2024, 1, 1)), date(2026, 11, 26)), None);
        assert_eq!(AgeBand::of(None, date(2026, 11, 26)), Some(AgeBand::NotKnown));
    }
}
