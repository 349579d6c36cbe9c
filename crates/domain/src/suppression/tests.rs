//! Examples of the handbook, and an intruder who tries every table there could be.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn one(lines: &[u64]) -> Counts {
    Counts::flat(lines.len(), &[lines.to_vec()])
}

fn several(groups: &[&[u64]]) -> Counts {
    let lines = groups.first().map_or(0, |group| group.len());
    Counts::flat(lines, &groups.iter().map(|group| group.to_vec()).collect::<Vec<_>>())
}

fn shown(counts: &Counts, limits: Limits) -> Published {
    publish(counts, limits, &Beside::default()).expect("it can be shown")
}

const HIDDEN: Shown = Shown::Hidden;
const fn n(number: u64) -> Shown {
    Shown::Number(number)
}

#[test]
fn of_forty_eight_nine_and_three_the_three_is_hidden_and_the_nine_with_it() {
    let shown = shown(&one(&[48, 9, 3]), Limits::OWN_TEAM);
    assert_eq!(shown.groups, [[n(60), n(48), HIDDEN, HIDDEN]]);
}

#[test]
fn a_nought_is_shown_and_five_is_no_small_number() {
    let shown = shown(&one(&[30, 0, 5]), Limits::OWN_TEAM);
    assert_eq!(shown.groups, [[n(35), n(30), n(0), n(5)]]);
}

#[test]
fn a_small_group_is_hidden_whole_and_never_alone() {
    let shown = shown(&several(&[&[20, 20], &[6, 3], &[15, 10]]), Limits::LEAVES_THE_TEAM);
    assert_eq!(shown.hidden, [1, 2], "nine, and the next smallest with it");
    assert_eq!(shown.groups[0], [n(40), n(20), n(20)]);
    assert_eq!(shown.groups[1], [HIDDEN; 3]);
    assert_eq!(shown.groups[2], [HIDDEN; 3]);
    assert_eq!(shown.groups[3], [n(74), n(41), n(33)], "all together are many");
}

#[test]
fn a_team_with_none_says_none() {
    let shown = shown(&several(&[&[20, 20], &[0, 0]]), Limits::LEAVES_THE_TEAM);
    assert_eq!(shown.groups[1], [n(0); 3]);
}

#[test]
fn that_all_of_a_few_are_alike_is_not_told() {
    let alike = shown(&one(&[12, 0, 0]), Limits::OWN_TEAM);
    assert_eq!(alike.groups, [[n(12), HIDDEN, HIDDEN, HIDDEN]]);
    let of_many = shown(&one(&[20, 0, 0]), Limits::OWN_TEAM);
    assert_eq!(of_many.groups, [[n(20), n(20), n(0), n(0)]]);
}

#[test]
fn where_everything_is_small_nothing_is_shown() {
    let shown = shown(&several(&[&[2, 1], &[1, 0]]), Limits::LEAVES_THE_TEAM);
    let small = shown.groups.iter().flatten().filter_map(|count| count.number());
    assert!(small.clone().all(|number| number == 0), "{:?}", small.collect::<Vec<_>>());
}

#[test]
fn what_is_known_from_another_table_is_shown_here_too_and_nothing_follows_from_it() {
    let beside = Beside { hidden: vec![], known_above: true };
    let counts = several(&[&[40, 10], &[28, 2]]);
    let shown = publish(&counts, Limits::LEAVES_THE_TEAM, &beside).expect("it can be shown");
    assert!(shown.shows_line(0));
    assert_eq!(shown.groups[1], [n(30), HIDDEN, HIDDEN]);
    assert_eq!(shown.groups[0], [n(50), HIDDEN, HIDDEN], "or it would follow from all together");
    let single = Counts { under: vec![None, Some(0)], groups: vec![vec![0, 3]] };
    assert_eq!(publish(&single, Limits::OWN_TEAM, &beside), None, "three is three");
}

#[test]
fn rounding_is_to_the_nearest_five() {
    let rounded = |number| n(number).rounded();
    assert_eq!([7, 8, 12, 13].map(rounded), [n(5), n(10), n(10), n(15)]);
    assert_eq!(rounded(0), n(0));
    assert_eq!(HIDDEN.rounded(), HIDDEN);
}

type Possible = Vec<Vec<BTreeSet<u64>>>;

/// The most tables that an intruder tries; a case with more is passed over.
const TRIES: usize = 40_000;

/// Every way in which one group could be and say what is shown of it: its lines added up. So far
/// from the truth as it takes to see whether enough is possible.
fn ways(counts: &Counts, group: usize, shown: &Published) -> Option<Vec<Vec<u64>>> {
    let truth = &counts.groups[group];
    let last: Vec<usize> = (0..counts.under.len()).filter(|line| counts.is_last(*line)).collect();
    let mut ways = vec![truth.clone()];
    for line in last {
        let range = match shown.at(group, line) {
            Shown::Number(number) => number..=number,
            Shown::Hidden => 0..=truth[line] + 4,
        };
        let with = |way: &Vec<u64>| {
            range
                .clone()
                .map(|value| {
                    let mut way = way.clone();
                    way[line] = value;
                    way
                })
                .collect::<Vec<_>>()
        };
        ways = ways.iter().flat_map(with).collect();
        if ways.len() > TRIES {
            return None;
        }
    }
    let sums = |way| {
        let alone = Counts { under: counts.under.clone(), groups: vec![way] };
        alone.added_up().remove(0)
    };
    let fits = |way: &Vec<u64>| {
        (0..way.len()).all(|line| shown.at(group, line).number().is_none_or(|n| n == way[line]))
    };
    Some(ways.into_iter().map(sums).filter(fits).collect())
}

/// What an intruder can do: try every table of whole numbers that says what is shown. For each
/// group and line every value that some table gives; none where there are too many to try.
fn possible(counts: &Counts, shown: &Published) -> Option<Possible> {
    let groups = counts.groups.len();
    let mut tables: Vec<Vec<Vec<u64>>> = vec![vec![]];
    for group in 0..groups {
        let ways = ways(counts, group, shown)?;
        if tables.len() * ways.len() > TRIES {
            return None;
        }
        let with = |table: &Vec<Vec<u64>>| {
            let with = |way: &Vec<u64>| [table.as_slice(), std::slice::from_ref(way)].concat();
            ways.iter().map(with).collect::<Vec<_>>()
        };
        tables = tables.iter().flat_map(with).collect();
    }
    let lines = counts.under.len();
    let mut possible = vec![vec![BTreeSet::new(); lines]; shown.groups.len()];
    for mut table in tables {
        if groups > 1 {
            table
                .push((0..lines).map(|line| table.iter().map(|group| group[line]).sum()).collect());
        }
        let fits = |group: usize, line: usize| {
            shown.at(group, line).number().is_none_or(|shown| shown == table[group][line])
        };
        if (0..table.len()).all(|group| (0..lines).all(|line| fits(group, line))) {
            for (group, values) in table.iter().enumerate() {
                for (line, value) in values.iter().enumerate() {
                    possible[group][line].insert(*value);
                }
            }
        }
    }
    Some(possible)
}

/// Every hidden count can be as many values as the limits ask, and what is shown is true.
fn nobody_can_work_it_out(counts: &Counts, shown: &Published, limits: Limits) {
    let truth = counts.added_up();
    let Some(possible) = possible(counts, shown) else { return };
    for (group, lines) in truth.iter().enumerate() {
        for (line, value) in lines.iter().enumerate() {
            let possible = &possible[group][line];
            match shown.at(group, line) {
                Shown::Number(number) => {
                    assert_eq!(number, *value);
                    assert!(!(1..limits.cell).contains(&number), "{counts:?} {shown:?}");
                }
                Shown::Hidden => {
                    let (least, most) = (possible.first(), possible.last());
                    let wide = most.expect("the truth") - least.expect("the truth");
                    assert!(
                        possible.len() > 1 && wide >= limits.cell - 1,
                        "group {group} line {line} is one of {possible:?}\n{counts:?}\n{shown:?}"
                    );
                }
            }
        }
    }
}

/// A small table: one to three groups, and two lines, or a line with two under it and another.
fn small_table() -> impl Strategy<Value = Counts> {
    let count = || prop_oneof![4 => 0_u64..6, 2 => 0_u64..15, 1 => 10_u64..40];
    let flat = (1_usize..=3).prop_flat_map(move |groups| {
        let table = proptest::collection::vec(proptest::collection::vec(count(), 2), groups);
        table.prop_map(|groups| Counts::flat(2, &groups))
    });
    let long = proptest::collection::vec(count(), 2..=4)
        .prop_map(|lines| Counts::flat(lines.len(), &[lines]));
    let tree = (1_usize..=2).prop_flat_map(move |groups| {
        let table = proptest::collection::vec(proptest::collection::vec(count(), 5), groups);
        table.prop_map(|groups| Counts {
            under: vec![None, Some(0), Some(1), Some(1), Some(0)],
            groups,
        })
    });
    prop_oneof![4 => flat, 2 => long, 3 => tree]
}

fn limits() -> impl Strategy<Value = Limits> {
    prop::sample::select(vec![Limits::OWN_TEAM, Limits::LEAVES_THE_TEAM])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whoever_tries_every_table_works_out_no_hidden_count(
        counts in small_table(), limits in limits(),
    ) {
        let shown = publish(&counts, limits, &Beside::default()).expect("it can always be shown");
        nobody_can_work_it_out(&counts, &shown, limits);
    }

    #[test]
    fn nor_where_the_first_line_is_known_from_elsewhere(
        counts in small_table(), limits in limits(),
    ) {
        let beside = Beside { hidden: vec![], known_above: true };
        if let Some(shown) = publish(&counts, limits, &beside) {
            let known = |group: usize| shown.at(group, 0).number().is_some();
            prop_assert!((0..shown.groups.len()).all(known));
            // A sum that is known from elsewhere may be small: that other table decided so.
            let small = (0..shown.groups.len()).any(|g| {
                shown.at(g, 0).number().is_some_and(|n| (1..limits.cell).contains(&n))
            });
            if !small {
                nobody_can_work_it_out(&counts, &shown, limits);
            }
        }
    }
}
