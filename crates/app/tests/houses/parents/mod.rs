//! Back to the family: what a child agreed to, for as long as it stands.

mod agreed;
mod given;
mod kept_inside;
mod link;
mod nobody;
mod offered;

use crate::family::{People, World, first};
use crate::written::session;
use app::cx::{Read, Write};
use app::edge::{Actor, Edge};
use app::error::{Error, Result};
use app::houses_session::{Filing, Session};
use app::package::Pictures;
use app::parents::{self, Knock, Nothing, TypedShowing};
use domain::entry::NewEntry;
use domain::family::Family;
use domain::family_member::FamilyMember;
use domain::id::{EntryId, FamilyId, PersonId};
use domain::kind::Payload;
use domain::restriction::{Because, Restriction, Whom};
use domain::sharing::{Answer, How, Sharing};
use domain::time::Happened;
use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use town::stores::{console, that_morning};
use ui::layout::{Look, Theme};
use ui::parents::sheet::opened;
use uuid::Uuid;

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

/// A drawing of page `n` with words on the paper.
fn inked(n: usize) -> String {
    let [_, _, inked, ..] = words_of(n);
    let page = json!({"kind": "page", "page": "p", "house": "worries"});
    let words = json!({"kind": "words", "page": "p", "id": "w", "text": inked, "x": 100, "y": 100});
    format!("{page}\n{words}")
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
    fn joels(&self, at: Timestamp) -> Edge {
        self.edge_at(self.people.joel, at)
    }

    fn wrote(&self, number: u128, pages: &[Page], between: &[Value]) -> Session {
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
            for (who, answer) in [(self.people.donna, page.donna), (self.people.pete, page.pete)] {
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
        session(ops)
    }

    /// Files Tyler's sitting, with a drawing on each page that has words on the paper.
    fn sat(&self, number: u128, pages: &[Page], between: &[Value]) -> EntryId {
        self.sat_all_but(0, number, pages, between)
    }

    /// The same where so many records could not be opened.
    fn sat_all_but(
        &self,
        unopened: u32,
        number: u128,
        pages: &[Page],
        between: &[Value],
    ) -> EntryId {
        let session = self.wrote(number, pages, between);
        let People { tyler, joel, .. } = self.people;
        let mut filing = Filing { unopened, ..self.filing(tyler, &session) };
        for n in 0..pages.len() {
            filing.blobs.insert(page_id(number, n), self.keep(inked(n).as_bytes()));
        }
        self.file_as(joel, &session, &filing).expect("filed")
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
        self.kith.write(self.joels(at), vec![self.people.tyler], record).wait()
    }

    /// A link for this person, given at that moment.
    fn link(&self, root: EntryId, whom: PersonId, at: Timestamp) -> Result<(EntryId, String)> {
        let decided = self.decide(root, whom, answers("link"), at)?;
        let (token, _) = decided.link.expect("a link");
        Ok((decided.shared, token.as_str().to_owned()))
    }

    fn open(&self, token: &str, at: Timestamp) -> Result<String> {
        self.open_with(token, at, |_| None)
    }

    fn open_with(&self, token: &str, at: Timestamp, pictures: Pictures) -> Result<String> {
        let edge = Edge { now: at, seed: [3; 32], actor: Actor::Nobody };
        let knock = Knock { token: token.into(), from: "192.0.2.7".into() };
        let look = Look { assets: "/a/0", theme: Theme::Device };
        let agreed = self.wait(self.kith.open_link(edge, knock, (look, pictures)))?;
        Ok(opened(look, &agreed).into_string())
    }

    fn ask(&self, root: EntryId, whom: PersonId) -> Result<std::result::Result<usize, Nothing>> {
        let ask = move |cx: &mut Read<'_>| Ok(parents::ask(cx, root, whom)?.page.page.offer);
        let offer = self.kith.read(self.joels(later(1)), ask).wait()?;
        Ok(offer.map(|offer| offer.pages().len()))
    }

    fn record(&self, payload: impl Into<Payload>, at: Timestamp) {
        self.record_about(self.people.tyler, payload, at);
    }

    fn record_about(&self, child: PersonId, payload: impl Into<Payload>, at: Timestamp) {
        let (payload, about) = (payload.into(), vec![child]);
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

    /// Tyler and Kayleigh are of one family.
    pub fn family(&self) {
        let children = [self.people.tyler, self.people.kayleigh];
        let write = move |cx: &mut Write<'_, '_>| {
            let title = "The Brannaghs".to_owned();
            let first_of = first(cx, children.to_vec(), Family { title, note: None });
            let family = FamilyId::first_written_in(first_of);
            for person in children {
                let member = FamilyMember {
                    family,
                    person,
                    index_child: true,
                    role: None,
                    called: None,
                    note: None,
                    from: None,
                    until: None,
                };
                first(cx, vec![person], member);
            }
            Result::Ok(())
        };
        self.kith.write(console(7), vec![], write).wait().expect("written");
    }

    fn choice(&self, root: EntryId, answer: Answer, at: Timestamp) {
        self.chose(root, (self.people.donna, answer), at);
    }

    fn chose(&self, root: EntryId, (with, answer): (PersonId, Answer), at: Timestamp) {
        let page = self.kith.read(console(0), move |cx| {
            match cx.tx.find_newest(root)?.and_then(|entry| entry.payload) {
                Some(Payload::HousesSession(session)) => Ok(session.pages[0]),
                _ => Err(Error::NotFound),
            }
        });
        let of = page.wait().expect("a page");
        let how = How::Chosen { answer, by: self.people.tyler };
        self.record(Sharing { of, with, part: None, how }, at);
    }

    fn restrict(&self, whom: Whom, at: Timestamp) {
        self.restrict_file(self.people.tyler, whom, at);
    }

    fn restrict_file(&self, child: PersonId, whom: Whom, at: Timestamp) {
        let (because, from) = (Because::Danger, date(2026, 11, 24));
        let rule = Restriction { child, whom, because, words: None, from, until: None };
        self.record_about(child, rule, at);
    }
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
