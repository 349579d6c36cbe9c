//! Back to the family: what a child agreed to, and not a word more, for as long as it stands.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

use app::account::{NewAccount, make_account};
use app::cx::{Read, Write};
use app::edge::{Actor, Edge};
use app::error::{Error, Fault, Result, Why};
use app::houses_session::{Filing, KeptBlob, file_session};
use app::kith::Kith;
use app::parents::{self, Knock, Nothing, TypedShowing};
use domain::account::Role;
use domain::drawing::MEDIA_TYPE;
use domain::entry::{Mark, NewEntry};
use domain::id::{AccountId, Authority, EntryId, PersonId};
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::look::AtWhat;
use domain::name::{Name, Usage};
use domain::person::{Born, Person};
use domain::restriction::{Because, Restriction, Whom};
use domain::sharing::{Answer, How, Sharing};
use domain::tie::{Parenthood, Tie, What};
use domain::time::Happened;
use exchange::kit::{Session, read};
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;
use town::stores::{Empty, console, empty_stores, that_morning};
use ui::layout::{Look, Theme};
use ui::parents::sheet::opened;
use uuid::Uuid;

struct World {
    kith: Kith,
    tyler: PersonId,
    donna: PersonId,
    pete: PersonId,
    kayleigh: PersonId,
    joel: AccountId,
    others: PersonId,
}

fn first(cx: &mut Write<'_, '_>, about: Vec<PersonId>, payload: impl Into<Payload>) -> EntryId {
    let id = cx.id();
    let on = Happened::on(date(2026, 2, 27));
    cx.record(NewEntry::first(id, about, on, payload.into())).expect("written")
}

fn person(cx: &mut Write<'_, '_>, full: &str, born: Option<Born>) -> PersonId {
    let facts = Person { born, ..Person::default() };
    let person = PersonId::first_written_in(first(cx, vec![], facts));
    let (known_as, usage) = (None, Usage::Usual);
    let name = Name { person, full: full.into(), known_as, usage, from: None, until: None };
    first(cx, vec![person], name);
    person
}

fn parent(cx: &mut Write<'_, '_>, from: PersonId, to: PersonId) {
    let what = What::ParentOf { by: Parenthood::ALL[0], responsibility: None, unnamed: None };
    first(cx, vec![to], Tie { from, to, what, since: None, until: None, note: None });
}

fn world(store: &Empty) -> World {
    let kith = store.open(1).expect("opened");
    let made = kith.write(console(2), vec![], |cx| {
        cx.keep_authority(Authority::WEXCOMBE)?;
        let mut account = |name: &str| {
            let new = NewAccount {
                name: name.to_owned(),
                job: "social worker".into(),
                email: format!("{}@wexcombe.example", name.replace(' ', ".")),
                roles: vec![Role::Practitioner],
                teams: vec![],
                organisation: None,
            };
            make_account(cx, &new).expect("an account")
        };
        let ((joels, joel), (others, _)) = (account("Joel Whitby"), account("Dara Quill"));
        let born = |year| Some(Born::On(date(year, 5, 1)));
        let tyler = person(cx, "Tyler Brannagh", born(2018));
        let kayleigh = person(cx, "Kayleigh Brannagh", born(2012));
        let (donna, pete) = (person(cx, "Donna Brannagh", None), person(cx, "Pete Hall", None));
        for child in [tyler, kayleigh] {
            let (who, role) = (Involved::Person(joels), Part::Lead);
            let from = date(2026, 2, 27);
            first(
                cx,
                vec![child],
                Involvement { child, who, role, title: None, from, until: None },
            );
            parent(cx, donna, child);
        }
        parent(cx, pete, tyler);
        Ok((tyler, donna, pete, kayleigh, joel, others))
    });
    let (tyler, donna, pete, kayleigh, joel, others) = made.wait().expect("written");
    World { kith, tyler, donna, pete, kayleigh, joel, others }
}

fn later(minutes: i64) -> Timestamp {
    that_morning() + SignedDuration::from_mins(minutes)
}

/// The page that a test writes on: which, who may see it, and whether it is left out.
#[derive(Debug, Clone)]
struct Page {
    donna: Option<Answer>,
    pete: Option<Answer>,
    left_out: bool,
}

const YES: Page = Page { donna: Some(Answer::Yes), pete: Some(Answer::No), left_out: false };

fn page_id(session: u128, n: usize) -> Uuid {
    Uuid::from_u128(0x0192_f0c1_0000_7000_8000_0000_0000_0000 + session * 0x1000 + n as u128)
}

/// Every word that only page `n` has.
fn words_of(n: usize) -> [String; 6] {
    ["title", "typed", "inked", "path", "number", "card"].map(|what| format!("zq{what}{n}zq"))
}

/// What is round the pages, and is nobody's at home.
const ROUND: [&str; 8] = [
    "zqplacezq",
    "zqnearzq",
    "zqinterpreterzq",
    "zqexactzq",
    "zqnotezq",
    "zqpassedzq",
    "zqaskedzq",
    "zqthinkzq",
];

impl World {
    fn edge(&self, at: Timestamp) -> Edge {
        let account = self.joel;
        let found = self.kith.read(console(0), move |cx| Ok(cx.tx.find_account(account)?)).wait();
        let viewer = found.expect("read").expect("an account").viewer(at);
        let seed = at.as_microsecond().to_le_bytes().repeat(4).try_into().expect("32 bytes");
        Edge { now: at, seed, actor: Actor::Account(Arc::new(viewer)) }
    }

    fn session(&self, number: u128, pages: &[Page], between: &[Value]) -> Session {
        let mut ops = vec![
            json!({"kind": "begin", "session": page_id(number, 0xfff), "child": {"name": "Tyler"},
                "worker": "Joel", "language": "en-GB", "place": ROUND[0], "build": "b",
                "enquiry": "none", "near": ROUND[1], "interpreter": ROUND[2],
                "agreement": {"how": "agreed", "who": "Mum", "on": "2026-03-24"}}),
            json!({"kind": "exact", "text": ROUND[3], "by": "worker"}),
            json!({"kind": "note", "text": ROUND[4], "by": "worker"}),
            json!({"kind": "pass_on", "what": ROUND[5], "to": "the team", "why": "to keep him safe",
                "child_told": true, "by": "worker"}),
            json!({"kind": "asked", "node": "H11", "text": ROUND[6], "by": "worker"}),
            json!({"kind": "reflection", "text": ROUND[7], "by": "worker"}),
        ];
        for (page, n) in pages.iter().zip(0..) {
            let id = page_id(number, n);
            let [title, typed, _, path, number, card] = words_of(n);
            ops.push(json!({"kind": "page", "page": id, "house": "worries"}));
            ops.push(json!({"kind": "title", "page": id, "text": title}));
            ops.push(json!({"kind": "words", "page": id, "id": "w", "text": typed}));
            ops.push(json!({"kind": "stroke", "page": id, "id": "s", "tool": "crayon",
                "colour": "#c24e36", "width": 6, "points": [[10, 10, 0.5, 0]]}));
            ops.push(json!({"kind": "mark", "page": id, "position": 0.4, "words": path}));
            ops.push(json!({"kind": "number", "page": id, "value": 4, "words": number}));
            ops.push(json!({"kind": "sorted", "page": id, "card": card, "column": "good"}));
            ops.push(json!({"kind": "left_out", "page": id, "on": page.left_out}));
            for (who, answer) in [(self.donna, page.donna), (self.pete, page.pete)] {
                if let Some(answer) = answer {
                    ops.push(json!({"kind": "share", "page": id, "answer": answer.as_str(),
                        "person": {"id": who.0, "name": "somebody"}}));
                }
            }
        }
        ops.extend_from_slice(between);
        if !between.iter().any(|op| op["kind"] == "finish") {
            ops.push(json!({"kind": "finish", "how": "read_back", "by": "worker"}));
        }
        let lines = ops.into_iter().zip(0..).map(|(mut op, n)| {
            op["at"] = json!(1_774_530_000_000_i64 + n * 1000);
            op["since"] = json!(n * 1000);
            if op.get("by").is_none() {
                op["by"] = json!("child");
            }
            op.to_string()
        });
        let lines: Vec<String> = lines.collect();
        read(lines.iter().map(String::as_bytes)).expect("a sitting")
    }

    /// Files it, with a drawing on each page that has words on the paper.
    fn file(&self, number: u128, pages: &[Page], between: &[Value]) -> EntryId {
        self.file_all_but(0, number, pages, between)
    }

    /// The same where so many records could not be opened.
    fn file_all_but(
        &self,
        unopened: u32,
        number: u128,
        pages: &[Page],
        between: &[Value],
    ) -> EntryId {
        let session = self.session(number, pages, between);
        let mut blobs = BTreeMap::new();
        for n in 0..pages.len() {
            let [_, _, inked, ..] = words_of(n);
            let drawing = json!({"kind": "words", "page": "p", "id": "w", "text": inked,
                "x": 100, "y": 100})
            .to_string();
            let drawing =
                format!("{{\"kind\":\"page\",\"page\":\"p\",\"house\":\"worries\"}}\n{drawing}");
            let blobs_of = &self.kith.office().expect("an office").blobs;
            let digest = wait(blobs_of.keep(drawing.as_bytes(), [7; 32])).expect("kept");
            let bytes = drawing.len() as u64;
            blobs.insert(
                page_id(number, n),
                KeptBlob { digest, bytes, media_type: MEDIA_TYPE.into() },
            );
        }
        let to = Filing {
            child: self.tyler,
            account: self.joel,
            bundle: [7; 32],
            blobs,
            speaks_to: vec![],
            written_up: false,
            unopened,
        };
        let file = move |cx: &mut Write<'_, '_>| file_session(cx, &session, to.clone());
        self.kith.write(self.edge(that_morning()), vec![self.tyler], file).wait().expect("filed")
    }

    fn decide(
        &self,
        root: EntryId,
        whom: PersonId,
        typed: TypedShowing,
        at: Timestamp,
    ) -> Result<parents::Decided> {
        let record =
            move |cx: &mut Write<'_, '_>| parents::record_showing(cx, (root, whom), &typed);
        self.kith.write(self.edge(at), vec![self.tyler], record).wait()
    }

    /// A link for this person, given at that moment.
    fn link(&self, root: EntryId, whom: PersonId, at: Timestamp) -> Result<(EntryId, String)> {
        let decided = self.decide(root, whom, answers("link"), at)?;
        let (token, _) = decided.link.expect("a link");
        Ok((decided.shared, token.as_str().to_owned()))
    }

    fn open(&self, token: &str, at: Timestamp) -> Result<String> {
        let edge = Edge { now: at, seed: [3; 32], actor: Actor::Nobody };
        let knock = Knock { token: token.into(), from: "192.0.2.7".into() };
        let look = Look { assets: "/a/0", theme: Theme::Device };
        let agreed = wait(self.kith.open_link(edge, knock, (look, |_| None)))?;
        Ok(opened(look, &agreed).into_string())
    }

    fn ask(&self, root: EntryId, whom: PersonId) -> Result<std::result::Result<usize, Nothing>> {
        let ask = move |cx: &mut Read<'_>| Ok(parents::ask(cx, root, whom)?.page.page.offer);
        let offer = self.kith.read(self.edge(later(1)), ask).wait()?;
        Ok(offer.map(|offer| offer.pages().len()))
    }

    fn record(&self, payload: impl Into<Payload>, at: Timestamp) {
        let (payload, about) = (payload.into(), vec![self.tyler]);
        let edge = Edge { now: at, ..console(9) };
        let record = move |cx: &mut Write<'_, '_>| {
            let id = cx.id();
            cx.record(NewEntry::first(
                id,
                about.clone(),
                Happened::on(date(2026, 11, 24)),
                payload.clone(),
            ))
        };
        self.kith.write(edge, vec![], record).wait().expect("written");
    }

    fn choice(&self, root: EntryId, answer: Answer, at: Timestamp) {
        self.chose(root, (self.donna, answer), at);
    }

    fn chose(&self, root: EntryId, (with, answer): (PersonId, Answer), at: Timestamp) {
        let page = self.kith.read(console(0), move |cx| {
            match cx.tx.find_newest(root)?.and_then(|entry| entry.payload) {
                Some(Payload::HousesSession(session)) => Ok(session.pages[0]),
                _ => Err(Error::NotFound),
            }
        });
        let of = page.wait().expect("a page");
        let how = How::Chosen { answer, by: self.tyler };
        self.record(Sharing { of, with, part: None, how }, at);
    }

    fn restrict(&self, whom: Whom, at: Timestamp) {
        let (child, because) = (self.tyler, Because::Danger);
        let from = date(2026, 11, 24);
        self.record(Restriction { child, whom, because, words: None, from, until: None }, at);
    }
}

fn wait<T>(what: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(what)
}

fn answers(way: &str) -> TypedShowing {
    TypedShowing {
        showing: None,
        knows: "yes".into(),
        child_says: "She can see the van.".into(),
        safe: "yes".into(),
        safe_because: "They talk well at the moment.".into(),
        together: "On Thursday at her table.".into(),
        way: way.into(),
        days: String::new(),
    }
}

fn is_gone<T: std::fmt::Debug>(answer: Result<T>) -> bool {
    matches!(answer, Err(Error::NotFound))
}

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
        let world = world(&store);
        let number = std::cell::Cell::new(1);
        let mut runner =
            TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
        let held = runner.run(&pages(), |pages| {
            number.set(number.get() + 1);
            let root = world.file(number.get(), &pages, &[]);
            let minute = i64::try_from(number.get()).unwrap_or_default();
            let people: [(PersonId, Chosen); 2] =
                [(world.donna, |page| page.donna), (world.pete, |page| page.pete)];
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
fn a_link_ends_on_its_day_and_when_somebody_ends_it() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        let (shared, token) = world.link(root, world.donna, later(1)).expect("a link");
        let day = 24 * 60;
        assert!(world.open(&token, later(14 * day)).is_ok(), "fourteen days");
        assert!(is_gone(world.open(&token, later(14 * day + 1))), "and not a minute more");
        assert!(world.open(&token, later(2)).is_ok());
        let end = move |cx: &mut Write<'_, '_>| parents::end_link(cx, shared);
        let ended = world.kith.write(world.edge(later(3)), vec![], end).wait();
        assert_eq!(ended.expect("ended"), root);
        assert!(is_gone(world.open(&token, later(4))));
        for days in ["0", "61", "soon"] {
            let typed = TypedShowing { days: days.into(), ..answers("link") };
            let refused = world.decide(root, world.donna, typed, later(5));
            let fault = Fault { at: "days", why: Why::NotOne };
            assert!(matches!(refused, Err(Error::Refused(faults)) if faults == [fault]));
        }
    }
}

#[test]
fn what_the_child_takes_back_is_gone_at_the_next_opening() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        let (_, token) = world.link(root, world.donna, later(1)).expect("a link");
        assert!(world.open(&token, later(2)).is_ok());
        // Only the day is known, and the yes is of a minute of it.
        world.choice(root, Answer::No, later(3));
        assert!(is_gone(world.open(&token, later(4))));
        assert_eq!(world.ask(root, world.donna).expect("asked"), Err(Nothing::NotAgreed));
        world.choice(root, Answer::Yes, later(5));
        assert!(world.open(&token, later(6)).is_ok(), "the newest choice counts");
        world.choice(root, Answer::AskLater, later(7));
        assert!(is_gone(world.open(&token, later(8))), "later is no");
    }
}

#[test]
fn a_child_who_has_second_thoughts_closes_every_page_for_that_person_alone() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let both = Page { pete: Some(Answer::Yes), ..YES };
        let root = world.file(1, &[both.clone(), both], &[]);
        let (_, donnas) = world.link(root, world.donna, later(1)).expect("a link");
        let (_, petes) = world.link(root, world.pete, later(2)).expect("a link");
        let of = (root, world.donna);
        let take = move |cx: &mut Write<'_, '_>| parents::record_taken_back(cx, of);
        world.kith.write(world.edge(later(3)), vec![], take).wait().expect("written");
        assert!(is_gone(world.open(&donnas, later(4))));
        assert_eq!(world.ask(root, world.donna).expect("asked"), Err(Nothing::NotAgreed));
        assert!(world.open(&petes, later(4)).is_ok());
    }
}

#[test]
fn a_file_that_is_restricted_or_shuts_them_out_shows_nothing_any_more() {
    for (whom, why) in [(None, Nothing::Restricted), (Some(()), Nothing::ShutOut)] {
        for store in empty_stores().expect("stores") {
            let world = world(&store);
            let root = world.file(1, &[YES], &[]);
            let (_, token) = world.link(root, world.donna, later(1)).expect("a link");
            let viewer = world.edge(later(0)).viewer().expect("Joel").person;
            world.restrict(Whom::ShutOut(vec![world.pete, world.others]), later(2));
            assert!(world.open(&token, later(3)).is_ok(), "others are shut out");
            let rule = match whom {
                None => Whom::Only(vec![viewer, world.donna]),
                Some(()) => Whom::ShutOut(vec![world.donna]),
            };
            world.restrict(rule, later(4));
            assert!(is_gone(world.open(&token, later(5))));
            assert_eq!(world.ask(root, world.donna).expect("asked"), Err(why));
        }
    }
}

#[test]
fn where_something_important_was_said_or_it_broke_off_nobody_at_home_is_shown_anything() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let said = json!({"kind": "important_said", "words": "he frew the plate",
            "before": "And then?", "who_near": "nobody", "seen": "He looked at the door.",
            "now": false, "by": "worker"});
        let stopped = json!({"kind": "finish", "how": "stopped_for_safety", "by": "worker"});
        let broke_off = json!({"kind": "finish", "how": "unfinished", "by": "worker"});
        let all = [
            (said, Nothing::Important),
            (stopped, Nothing::Important),
            (broke_off, Nothing::BrokeOff),
        ];
        for ((op, why), number) in all.into_iter().zip(1..) {
            let root = world.file(number, &[YES], &[op]);
            assert_eq!(world.ask(root, world.donna).expect("asked"), Err(why));
            let none = world.link(root, world.donna, later(10));
            assert!(matches!(none, Err(Error::Refused(faults)) if faults.is_empty()));
        }
        let root = world.file_all_but(1, 9, &[YES], &[]);
        let none = world.ask(root, world.donna).expect("asked");
        assert_eq!(none, Err(Nothing::BrokeOff), "what is missing may be a no");
    }
}

#[test]
fn nothing_is_made_before_the_child_knows_and_somebody_says_that_it_is_safe() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        let refused = |typed| match world.decide(root, world.donna, typed, later(1)) {
            Err(Error::Refused(faults)) => faults,
            other => panic!("{other:?}"),
        };
        let no = TypedShowing { knows: "no".into(), ..answers("paper") };
        assert_eq!(refused(no), [Fault { at: "knows", why: Why::FirstTheChild }]);
        for not in ["no", "not_sure"] {
            let unsafe_ = TypedShowing { safe: not.into(), ..answers("link") };
            assert_eq!(refused(unsafe_), [Fault { at: "safe", why: Why::NotSafe }]);
        }
        let blank = refused(TypedShowing::default());
        let at: Vec<_> = blank.iter().map(|fault| fault.at).collect();
        assert_eq!(at, ["knows", "safe", "safe_because", "together", "way"]);
        let beside = world.kith.read(console(0), move |cx| Ok(cx.tx.list_beside(root)?)).wait();
        assert_eq!(beside.expect("read"), [], "nothing was kept");
    }
}

#[test]
fn the_journal_says_what_was_shown_to_whom_how_and_when_it_was_gone_through() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES, Page { donna: None, ..YES }], &[]);
        let made = world.decide(root, world.donna, answers("paper"), later(1)).expect("decided");
        assert!(made.link.is_none());
        let shared = made.shared;
        let said = |world: &World| {
            let read = move |cx: &mut Read<'_>| match cx
                .tx
                .find_newest(shared)?
                .and_then(|entry| entry.payload)
            {
                Some(Payload::SharedBack(said)) => Ok(said),
                _ => Err(Error::NotFound),
            };
            world.kith.read(console(0), read).wait().expect("it is in the journal")
        };
        let first = said(&world);
        assert_eq!((first.of, first.with, first.pages.len()), (root, world.donna, 1));
        assert_eq!(first.shown_on, None, "made, and not yet gone through");
        let on = |day: &'static str| {
            let write = move |cx: &mut Write<'_, '_>| parents::record_shown(cx, shared, day);
            world.kith.write(world.edge(later(3 * 24 * 60)), vec![], write).wait()
        };
        assert!(on("2026-11-23").is_err(), "not before it was made");
        assert!(on("2026-11-28").is_err(), "not a day to come");
        assert_eq!(on("2026-11-26").expect("written"), root);
        assert_eq!(said(&world).shown_on, Some(date(2026, 11, 26)));
    }
}

#[test]
fn no_brother_or_sister_and_nobody_by_their_work_is_shown_anything() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        world.chose(root, (world.kayleigh, Answer::Yes), later(0));
        let none = world.ask(root, world.kayleigh).expect("asked");
        assert_eq!(none, Err(Nothing::Child), "no child sees another’s");
        assert!(world.link(root, world.kayleigh, later(1)).is_err());
        assert!(is_gone(world.ask(root, world.tyler)));
        assert!(is_gone(world.ask(root, world.others)), "she works here");
        assert_eq!(world.ask(root, world.pete).expect("asked"), Err(Nothing::NotAgreed));
    }
}

/// What the page of the sitting says of the family, to Joel.
fn family(world: &World, root: EntryId, at: Timestamp) -> ui::parents::Family {
    let read = move |cx: &mut Read<'_>| {
        let page = app::entry::read(cx, root)?.page.page;
        Ok(page.sitting.expect("a sitting").family.expect("a family"))
    };
    world.kith.read(world.edge(at), read).wait().expect("read")
}

#[test]
fn whom_the_record_cannot_name_is_shown_nothing_and_whatever_is_offered_leads_somewhere() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let tyler = world.tyler;
        let made = world.kith.write(console(5), vec![], move |cx| {
            let father = PersonId::first_written_in(first(cx, vec![], Person::default()));
            parent(cx, father, tyler);
            Ok(father)
        });
        let father = made.wait().expect("written");
        let root = world.file(1, &[YES], &[]);
        world.chose(root, (father, Answer::Yes), later(0));
        world.chose(root, (world.kayleigh, Answer::Yes), later(1));
        let people = family(&world, root, later(2)).people;
        assert_eq!(people.len(), 3, "Donna, Pete and the father: {people:?}");
        for whom in people {
            let asked = world.ask(root, whom.person).expect("the page is there");
            assert_eq!(asked, whom.pages, "{}", whom.called);
        }
        assert_eq!(world.ask(root, father).expect("asked"), Err(Nothing::NotNamed));
        assert!(world.link(root, father, later(3)).is_err());
    }
}

#[test]
fn a_link_that_shows_nothing_any_more_is_not_said_to_open() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        let (_, token) = world.link(root, world.donna, later(1)).expect("a link");
        let stands = |at| {
            let link = family(&world, root, at).shown[0].link.expect("a link");
            (link.opens, link.shows)
        };
        assert_eq!(stands(later(2)), (true, true));
        world.choice(root, Answer::No, later(3));
        assert_eq!(stands(later(4)), (true, false), "taken back");
        assert!(is_gone(world.open(&token, later(4))));
        world.choice(root, Answer::Yes, later(5));
        assert_eq!(stands(later(6)), (true, true), "as it would open");
        world.restrict(Whom::ShutOut(vec![world.donna]), later(7));
        assert_eq!(stands(later(8)), (true, false), "shut out");
    }
}

#[test]
fn a_yes_that_the_law_keeps_inside_opens_nothing() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        assert_eq!(world.ask(root, world.donna).expect("asked"), Ok(1));
        let (tyler, donna) = (world.tyler, world.donna);
        let mark = move |cx: &mut Write<'_, '_>| {
            let session = cx.tx().find_newest(root)?.and_then(|entry| entry.payload);
            let Some(Payload::HousesSession(session)) = session else { panic!("a sitting") };
            let (id, of) = (cx.id(), session.pages[0]);
            let how = How::Chosen { answer: Answer::Yes, by: tyler };
            let yes = Sharing { of, with: donna, part: Some("her bit".into()), how };
            let on = Happened::on(date(2026, 11, 24));
            let new = NewEntry::first(id, vec![tyler], on, yes.into());
            cx.record(NewEntry { marks: vec![Mark::Police], ..new })
        };
        world.kith.write(Edge { now: later(1), ..console(9) }, vec![], mark).wait().expect("kept");
        let none = world.ask(root, world.donna).expect("asked");
        assert_eq!(none, Err(Nothing::NotAgreed), "what cannot be told may be a no");
    }
}

#[test]
fn a_page_or_a_sitting_that_the_law_keeps_inside_goes_to_nobody_at_home() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES, YES], &[]);
        let mark = |what: EntryId, at| {
            let mark = move |cx: &mut Write<'_, '_>| {
                let old = cx.tx().find_newest(what)?.expect("an entry");
                let (id, said) = (cx.id(), old.payload.clone().expect("words"));
                let new = NewEntry::replacing(id, &old.head, said);
                cx.record(NewEntry { marks: vec![Mark::LegalAdvice], ..new })
            };
            world.kith.write(Edge { now: at, ..console(9) }, vec![], mark).wait().expect("kept")
        };
        let page = world.kith.read(console(0), move |cx| {
            match cx.tx.find_newest(root)?.and_then(|entry| entry.payload) {
                Some(Payload::HousesSession(session)) => Ok(session.pages[0]),
                _ => Err(Error::NotFound),
            }
        });
        mark(page.wait().expect("a page"), later(1));
        assert_eq!(world.ask(root, world.donna).expect("asked"), Ok(1), "the other page");
        mark(root, later(2));
        assert_eq!(world.ask(root, world.donna).expect("asked"), Err(Nothing::Restricted));
    }
}

#[test]
fn whoever_sat_there_is_named_though_it_was_written_anew_by_somebody_else() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        let (_, token) = world.link(root, world.donna, later(1)).expect("a link");
        let anew = move |cx: &mut Write<'_, '_>| {
            let old = cx.tx().find_newest(root)?.expect("a sitting");
            let (id, said) = (cx.id(), old.payload.clone().expect("words"));
            cx.record(NewEntry::replacing(id, &old.head, said))
        };
        world.kith.write(Edge { now: later(2), ..console(9) }, vec![], anew).wait().expect("kept");
        let page = world.open(&token, later(3)).expect("it opens");
        assert!(page.contains("sat down with Joel Whitby"), "{page}");
    }
}

#[test]
fn sent_twice_it_is_one_showing_and_one_link_opens() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        let showing = Some(EntryId(Uuid::from_u128(0x0193_5000_0000_7000_8000_0000_0000_0001)));
        let send = |way: &str, at| {
            let typed = TypedShowing { showing, ..answers(way) };
            world.decide(root, world.donna, typed, at).expect("decided")
        };
        let shown = |at| family(&world, root, at).shown.len();
        let (first, again) = (send("link", later(1)), send("link", later(1)));
        assert_eq!((first.shared, shown(later(2))), (again.shared, 1));
        let token = |made: &parents::Decided| {
            let (token, _) = made.link.as_ref().expect("a link");
            token.as_str().to_owned()
        };
        assert!(is_gone(world.open(&token(&first), later(2))), "nobody was shown the first");
        assert!(world.open(&token(&again), later(2)).is_ok());
        // Loaded again once it is in use, it takes nobody's link away.
        assert!(send("link", later(1)).link.is_none() && send("link", later(30)).link.is_none());
        assert!(world.open(&token(&again), later(31)).is_ok());
        // Another decision from the same page is one of its own.
        let paper = send("paper", later(40));
        assert_ne!(paper.shared, first.shared);
        assert_eq!(shown(later(41)), 2);
        let other = TypedShowing { showing, together: "At Nan's.".into(), ..answers("link") };
        let other = world.decide(root, world.donna, other, later(42)).expect("decided");
        assert!(other.shared != first.shared && other.link.is_some());
    }
}

#[test]
fn paper_that_was_sent_twice_is_one_showing() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        let showing = Some(EntryId(Uuid::from_u128(0x0193_5000_0000_7000_8000_0000_0000_0002)));
        let send = |at| {
            let typed = TypedShowing { showing, ..answers("paper") };
            world.decide(root, world.donna, typed, at).expect("decided").shared
        };
        assert_eq!(send(later(1)), send(later(20)));
        assert_eq!(family(&world, root, later(21)).shown.len(), 1);
    }
}

#[test]
fn an_opening_is_a_look_by_the_link_and_not_the_workers_own() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        let (shared, token) = world.link(root, world.donna, later(1)).expect("a link");
        let knock = Knock { token: token.clone(), from: "192.0.2.7".into() };
        let edge = Edge { now: later(2), seed: [3; 32], actor: Actor::Nobody };
        wait(world.kith.knock(edge, knock)).expect("the door");
        let (tyler, joel) = (world.tyler, world.joel);
        let looks = || {
            let read = move |cx: &mut Read<'_>| {
                let looks = cx.tx.list_looks(tyler, Timestamp::UNIX_EPOCH, 50)?;
                let before = cx.tx.looked_before_this_visit(joel, tyler, later(9_000))?;
                Ok((looks, before, cx.tx.find_link_of(shared)?.expect("a link")))
            };
            world.kith.read(console(0), read).wait().expect("read")
        };
        let (none, _, link) = looks();
        assert!(none.is_empty() && link.opened_at.is_none(), "the door is no opening");
        world.open(&token, later(3)).expect("it opens");
        let (looks, joels, link) = looks();
        let by_link = AtWhat::ByLink { child: tyler, root, person: world.donna, link: shared };
        assert_eq!(looks.iter().map(|look| &look.at_what).collect::<Vec<_>>(), [&by_link]);
        assert_eq!(joels, None, "Joel has not looked");
        assert_eq!((link.opened_at, link.openings), (Some(later(3)), 1));
    }
}

#[test]
fn guessing_costs_time_and_a_link_that_ended_is_no_guess() {
    for store in empty_stores().expect("stores") {
        let world = world(&store);
        let root = world.file(1, &[YES], &[]);
        let (_, token) = world.link(root, world.donna, later(1)).expect("a link");
        let over = later(15 * 24 * 60);
        for _ in 0..40 {
            assert!(is_gone(world.open(&token, over)), "over, and as often as she likes");
        }
        for n in 0..30 {
            assert!(is_gone(world.open(&format!("{n:064x}"), later(2))));
        }
        assert!(matches!(world.open("00", later(2)), Err(Error::Wait { .. })));
        assert!(
            matches!(world.open(&token, later(2)), Err(Error::Wait { .. })),
            "not even looked at"
        );
        assert!(world.open(&token, later(20)).is_ok());
    }
}
