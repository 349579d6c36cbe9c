//! What the child agreed to, and not a word more, for as long as it stands.

use super::{Page, ROUND, YES, is_gone, later, words_of};
use crate::family::World;
use app::cx::Write;
use app::error::Error;
use app::parents::{self, Nothing};
use domain::id::PersonId;
use domain::sharing::Answer;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use town::stores::empty_stores;

fn pages() -> impl Strategy<Value = Vec<Page>> {
    let answer = || proptest::option::of(proptest::sample::select(Answer::ALL.to_vec()));
    let page = (answer(), answer(), proptest::bool::weighted(0.2));
    let page = page.prop_map(|(donna, pete, left_out)| Page { donna, pete, left_out });
    proptest::collection::vec(page, 1..5)
}

/// Whatever a child chooses: what they did not say a plain yes to is in no byte of the page.
#[test]
fn a_page_holds_what_the_child_said_a_plain_yes_to_and_nothing_else() {
    type Chosen = fn(&Page) -> Option<Answer>;
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let number = std::cell::Cell::new(1);
        let mut runner =
            TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
        let held = runner.run(&pages(), |pages| {
            number.set(number.get() + 1);
            let root = world.sat(number.get(), &pages, &[]);
            let minute = i64::try_from(number.get()).unwrap_or_default();
            let people: [(PersonId, Chosen); 2] =
                [(world.people.donna, |page| page.donna), (world.people.pete, |page| page.pete)];
            for ((whom, chose), nth) in people.into_iter().zip(0..) {
                let open = |page: &Page| chose(page) == Some(Answer::Yes) && !page.left_out;
                let link = world.link(root, whom, later(minute * 2 + nth));
                if !pages.iter().any(open) {
                    prop_assert!(matches!(link, Err(Error::Refused(faults)) if faults.is_empty()));
                    continue;
                }
                let page = world.open(&link.expect("a link").1, later(500)).expect("it opens");
                for (chosen, n) in pages.iter().zip(0..) {
                    for word in words_of(n) {
                        prop_assert_eq!(
                            page.contains(&word),
                            open(chosen),
                            "{} for {:?}",
                            word,
                            chosen
                        );
                    }
                }
                for word in ROUND {
                    prop_assert!(!page.contains(word), "{} was never asked about", word);
                }
            }
            Ok(())
        });
        held.unwrap_or_else(|why| panic!("{}: {why}", store.database));
    }
}

#[test]
fn what_the_child_takes_back_is_gone_at_the_next_opening() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.sat(1, &[YES], &[]);
        let (_, token) = world.link(root, world.people.donna, later(1)).expect("a link");
        assert!(world.open(&token, later(2)).is_ok());
        // Only the day is known, and the yes is of a minute of it.
        world.choice(root, Answer::No, later(3));
        assert!(is_gone(world.open(&token, later(4))));
        assert_eq!(world.ask(root, world.people.donna).expect("asked"), Err(Nothing::NotAgreed));
        world.choice(root, Answer::Yes, later(5));
        assert!(world.open(&token, later(6)).is_ok(), "the newest choice counts");
        world.choice(root, Answer::AskLater, later(7));
        assert!(is_gone(world.open(&token, later(8))), "later is no");
    }
}

#[test]
fn a_child_who_has_second_thoughts_closes_every_page_for_that_person_alone() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let both = Page { pete: Some(Answer::Yes), ..YES };
        let root = world.sat(1, &[both.clone(), both], &[]);
        let (_, donnas) = world.link(root, world.people.donna, later(1)).expect("a link");
        let (_, petes) = world.link(root, world.people.pete, later(2)).expect("a link");
        let of = (root, world.people.donna);
        let take = move |cx: &mut Write<'_, '_>| parents::record_taken_back(cx, of);
        world.kith.write(world.joels(later(3)), vec![], take).wait().expect("written");
        assert!(is_gone(world.open(&donnas, later(4))));
        assert_eq!(world.ask(root, world.people.donna).expect("asked"), Err(Nothing::NotAgreed));
        assert!(world.open(&petes, later(4)).is_ok());
    }
}
