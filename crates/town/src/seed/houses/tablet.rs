//! One sitting of the files as the ops that a tablet would have written.

use domain::id::PersonId;
use jiff::Timestamp;
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::book::Book;
use super::super::case::Case;
use super::choices::{About, answer, names};
use crate::crayon::{Hand, things_for};
use crate::family::{House, Level, Parent, Path, Person, SeenAgain, Sex, Share, Sitting, Who};

/// One seed for every hand; whose drawing it is follows from the child and the day.
const HANDS: u64 = 3;

/// The ops of a sitting that began at this moment; `ids` are for the sitting and its pages.
pub(super) fn ops(
    book: &Book<'_>,
    case: &Case<'_>,
    sitting: &Sitting,
    (begun, ids): (Timestamp, &[Uuid]),
) -> Vec<Value> {
    let mut tablet = Tablet { begun, since: 0, hand: hand_of(sitting), marks: 0, ops: Vec::new() };
    let mut ids = ids.iter();
    let id = ids.next().copied().unwrap_or_default();
    tablet.begin(book, case, sitting, id);
    tablet.explain(sitting);
    let pages = pages(sitting);
    let mut order = Vec::new();
    for (page, id) in pages.iter().zip(ids.by_ref()) {
        tablet.page(sitting, page, *id);
        order.push(*id);
    }
    if let (Some(path), Some(id)) = (&sitting.path, ids.next()) {
        tablet.path(path, *id);
        order.push(*id);
    }
    tablet.share(case, sitting, (&pages, &order), book);
    tablet.end(book, sitting);
    tablet.ops
}

/// Where the child put themselves later: a short sitting with the path alone.
pub(super) fn seen_again(sitting: &Sitting) -> Option<Sitting> {
    let SeenAgain { on, position, words } = sitting.seen_again.clone()?;
    Some(Sitting {
        on,
        path: Some(Path { position, words }),
        order: vec![],
        good: vec![],
        worries: vec![],
        dreams: vec![],
        you_said_we_did: None,
        seen_again: None,
        ..sitting.clone()
    })
}

/// The words of one page.
struct Page {
    house: House,
    nth: usize,
    texts: Vec<String>,
}

/// A page for each house in the child's order, and one more for words that somebody is to see
/// alone, or not at all.
fn pages(sitting: &Sitting) -> Vec<Page> {
    let mut pages = Vec::new();
    for (house, nth) in sitting.order.iter().copied().zip(1..) {
        let (alone, together): (Vec<&String>, Vec<&String>) = texts(sitting, house)
            .iter()
            .partition(|text| sitting.share.values().any(|share| names(share, text)));
        if !together.is_empty() {
            let texts = together.into_iter().cloned().collect();
            pages.push(Page { house, nth, texts });
        }
        let alone = alone.into_iter().map(|text| Page { house, nth, texts: vec![text.clone()] });
        pages.extend(alone);
    }
    pages
}

fn texts(sitting: &Sitting, house: House) -> &[String] {
    match house {
        House::Good => &sitting.good,
        House::Worries => &sitting.worries,
        House::Dreams => &sitting.dreams,
    }
}

const fn word(house: House) -> &'static str {
    match house {
        House::Good => "good",
        House::Worries => "worries",
        House::Dreams => "dreams",
    }
}

/// What the child called this house, where they named them all.
fn called(sitting: &Sitting, house: House) -> Option<&str> {
    let place = [House::Good, House::Worries, House::Dreams].iter().position(|h| *h == house)?;
    sitting.names.as_deref()?.split(", ").nth(place)
}

/// The hand of one child on one day.
fn hand_of(sitting: &Sitting) -> Hand {
    let child = sitting.child.to_string();
    let child =
        child.bytes().fold(7_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
    let day = u64::from(sitting.on.day_of_year().unsigned_abs());
    Hand::of(HANDS, child.wrapping_add(day << 32))
}

/// A tablet while a sitting lasts.
struct Tablet {
    begun: Timestamp,
    /// Milliseconds since it began.
    since: i64,
    hand: Hand,
    marks: usize,
    ops: Vec<Value>,
}

impl Tablet {
    fn wait(&mut self, seconds: i64) {
        self.since += seconds * 1000;
    }

    fn add(&mut self, by: &str, op: Value) {
        self.since += 700;
        let at = self.begun.as_millisecond() + self.since;
        self.ops.push(with(op, json!({"at": at, "since": self.since, "by": by})));
    }
    fn child(&mut self, op: Value) {
        self.add("child", op);
    }
    fn worker(&mut self, op: Value) {
        self.add("worker", op);
    }

    fn begin(&mut self, book: &Book<'_>, case: &Case<'_>, sitting: &Sitting, id: Uuid) {
        let name = |who: &Who| book.borough.someone(who).map_or("", |one| one.name());
        let parent = case.family.person(&sitting.permission.parent);
        let agreed = parent.map_or_else(|| name(&sitting.permission.parent), called_at_home);
        let enquiry = sitting.refused.as_ref().map(|refused| {
            let by = refused.why.split("cleared by ").nth(1).and_then(|by| by.split(" on ").next());
            json!({"cleared_by": by.unwrap_or_default(), "why": refused.why})
        });
        let mut begin = json!({
            "kind": "begin", "session": id, "child": {"name": name(&sitting.child)},
            "worker": name(&sitting.worker), "language": language(sitting), "build": "demo",
            "enquiry": enquiry.unwrap_or_else(|| json!("none")), "near": "Nobody is near",
            "nobody_near": true,
            "agreement": {"how": "agreed", "who": agreed, "on": sitting.on.to_string(),
                "words": sitting.permission.how},
        });
        let note =
            case.family.notes.iter().find(|note| {
                note.on == sitting.on && note.said_by.as_ref() == Some(&sitting.child)
            });
        if let Some(place) = note.and_then(|note| note.place.as_deref()) {
            begin = with(begin, json!({"place": place}));
        }
        if let Some(interpreter) = &sitting.interpreter {
            begin = with(begin, json!({"interpreter": name(interpreter)}));
        }
        self.worker(begin);
    }

    /// How it was explained, in the child's level, and that the child had heard it.
    fn explain(&mut self, sitting: &Sitting) {
        let level = match sitting.level {
            Some(Level::A) => "a",
            Some(Level::C) => "c",
            Some(Level::D) => "d",
            Some(Level::B) | None => "b",
        };
        self.child(json!({"kind": "level", "level": level}));
        let variant = sitting.variant.as_deref().unwrap_or("houses");
        let which = if variant.contains("room") { "rooms" } else { "own" };
        self.worker(match variant {
            "houses" => json!({"kind": "variant", "variant": "houses"}),
            own => json!({"kind": "variant", "variant": which, "name": own}),
        });
        self.worker(json!({"kind": "at", "node": "K01"}));
        for stone in ["keeping_safe", "who_sees", "my_voice", "stopping"] {
            self.wait(15);
            self.child(json!({"kind": "understood", "stone": stone, "answer": "yes"}));
        }
        for house in [House::Good, House::Worries, House::Dreams] {
            if let Some(name) = called(sitting, house) {
                self.child(json!({"kind": "house_named", "house": word(house), "name": name}));
            }
        }
    }

    /// A page: what was asked, what is drawn, what was typed.
    fn page(&mut self, sitting: &Sitting, page: &Page, id: Uuid) {
        self.wait(40);
        let (node, prompt) = asked(page.house, sitting.level);
        self.worker(json!({"kind": "at", "node": node}));
        self.worker(json!({"kind": "asked", "node": node, "prompt": prompt}));
        self.child(json!({"kind": "page", "page": id, "house": word(page.house)}));
        self.draw(page, id);
        for text in &page.texts {
            self.wait(12);
            self.write(sitting, (id, page.house), text);
        }
    }

    fn path(&mut self, path: &Path, id: Uuid) {
        self.wait(20);
        self.child(json!({"kind": "page", "page": id, "house": "path"}));
        self.child(json!({"kind": "mark", "page": id, "position": path.position,
            "words": path.words}));
    }

    /// The youngest have their words put down for them; where there is an original, it is the
    /// child's, and its English is whoever's who put it there.
    fn write(&mut self, sitting: &Sitting, (page, house): (Uuid, House), text: &str) {
        let original = sitting.original.as_ref().filter(|_| house == House::Worries);
        if let Some(original) = original {
            let op = self.words(page, &original.text);
            self.child(op);
        }
        let op = self.words(page, text);
        if sitting.level == Some(Level::A) || sitting.interpreter.is_some() {
            self.worker(op);
        } else {
            self.child(op);
        }
    }

    fn words(&mut self, page: Uuid, text: &str) -> Value {
        self.marks += 1;
        json!({"kind": "words", "page": page, "id": format!("m{}", self.marks), "text": text})
    }

    /// What its words name, side by side.
    fn draw(&mut self, page: &Page, id: Uuid) {
        let mut things: Vec<_> = page.texts.iter().flat_map(|text| things_for(text)).collect();
        things.dedup();
        things.truncate(3);
        let (many, name) = (things.len(), id.to_string());
        for (thing, nth) in things.into_iter().zip(0_u32..) {
            let (size, apart) = match many {
                1 => (380.0, 0.0),
                2 => (310.0, 345.0),
                _ => (215.0, 235.0),
            };
            let aside = f64::from(u32::try_from(self.hand.one_of(24)).unwrap_or_default());
            let start = if many == 1 { 160.0 } else { 20.0 };
            let corner = (start + f64::from(nth) * apart + aside, (440.0 - size) / 2.0 + aside);
            for line in self.hand.draw(thing, corner, size) {
                self.marks += 1;
                self.since += 900 + i64::from(line.lasted_ms());
                let op = line.op(&name, &format!("m{}", self.marks));
                self.child(op);
            }
        }
    }

    /// Whom the child lets see each page, and which page they marked.
    fn share(
        &mut self,
        case: &Case<'_>,
        sitting: &Sitting,
        (pages, order): (&[Page], &[Uuid]),
        book: &Book<'_>,
    ) {
        self.wait(60);
        if let (Some(first), Some(_)) = (order.first(), pages.first()) {
            self.child(json!({"kind": "important", "page": first, "on": true}));
        }
        for (who, share) in &sitting.share {
            let person = match somebody(case, &sitting.child, who) {
                Some(known) => {
                    let PersonId(id) = book.person(&known.id);
                    json!({"id": id, "name": called_at_home(known)})
                }
                None => json!({"name": who}),
            };
            for (place, page) in order.iter().enumerate() {
                let answer = chosen(sitting, pages.get(place), share);
                self.child(json!({"kind": "share", "page": page, "person": person,
                    "answer": answer}));
            }
        }
    }

    fn end(&mut self, book: &Book<'_>, sitting: &Sitting) {
        if let Some(passed) = &sitting.passed_on_anyway {
            let names = passed.to.iter().filter_map(|who| book.borough.someone(who));
            let to = names.map(crate::borough::Someone::name).collect::<Vec<_>>().join(", ");
            self.worker(json!({"kind": "pass_on", "what": passed.what, "to": to,
                "why": passed.why, "child_told": passed.child_told_first}));
        }
        self.worker(json!({"kind": "read_back", "done": true}));
        if let Some(answer) = &sitting.you_said_we_did {
            self.worker(json!({"kind": "comes_back", "on": answer.on.to_string()}));
        }
        self.worker(json!({"kind": "finish", "how": "read_back"}));
    }
}

/// The answer about a page; no page: about the path.
fn chosen(sitting: &Sitting, page: Option<&Page>, share: &Share) -> &'static str {
    let about = About {
        house: page.map(|page| page.house),
        called: page.and_then(|page| called(sitting, page.house)),
        nth: page.map_or(0, |page| page.nth),
        texts: page.map_or(&[], |page| page.texts.as_slice()),
    };
    answer(share, &about).as_str()
}

/// The place of the conversation and the prompt of the library that opens a house.
const fn asked(house: House, level: Option<Level>) -> (&'static str, &'static str) {
    match (house, level) {
        (House::Good, Some(Level::A)) => ("H10", "TP08"),
        (House::Good, Some(Level::C)) => ("H10", "TP16"),
        (House::Good, Some(Level::D)) => ("H10", "TP19"),
        (House::Good, _) => ("H10", "TP12"),
        (House::Worries, Some(Level::A)) => ("H20", "TP22"),
        (House::Worries, Some(Level::C)) => ("H20", "TP29"),
        (House::Worries, Some(Level::D)) => ("H20", "TP33"),
        (House::Worries, _) => ("H20", "TP25"),
        (House::Dreams, Some(Level::A)) => ("H30", "TP37"),
        (House::Dreams, Some(Level::C)) => ("H30", "TP44"),
        (House::Dreams, Some(Level::D)) => ("H30", "TP47"),
        (House::Dreams, _) => ("H30", "TP41"),
    }
}

/// The language that the words were first said in.
fn language(sitting: &Sitting) -> &'static str {
    match sitting.original.as_ref().map(|original| original.language.as_str()) {
        Some("Tigrinya") => "ti",
        Some("Polish") => "pl",
        _ => "en-GB",
    }
}

/// The person of the family that a child means: the child's own mother or father, else by what they
/// are to the family's first child, by what they are called, else by their first name.
fn somebody<'c>(case: &Case<'c>, child: &Who, who: &str) -> Option<&'c Person> {
    let people = || case.family.people.iter();
    let is = |name: &str| name.eq_ignore_ascii_case(who);
    let sex = match who {
        "mother" => Some(Sex::F),
        "father" => Some(Sex::M),
        _ => None,
    };
    let parents =
        people().find(|person| person.id == *child).map_or(&[][..], |own| own.parents.as_slice());
    let own = |person: &&Person| {
        sex.is_some() && person.sex == sex && parents.contains(&Parent::Known(person.id.clone()))
    };
    people()
        .find(own)
        .or_else(|| people().find(|person| is(&person.role)))
        .or_else(|| people().find(|person| person.known_as.as_deref().is_some_and(is)))
        .or_else(|| people().find(|person| person.name.split(' ').next().is_some_and(is)))
}

fn called_at_home(person: &Person) -> &str {
    let first = person.name.split(' ').next().unwrap_or_default();
    person.known_as.as_deref().unwrap_or(first)
}

/// These fields too.
fn with(op: Value, more: Value) -> Value {
    match (op, more) {
        (Value::Object(mut op), Value::Object(more)) => {
            op.extend(more);
            Value::Object(op)
        }
        (op, _) => op,
    }
}
