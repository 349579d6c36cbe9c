//! The child's words, letter for letter: one group a house, in it one a page. A page's group
//! carries the page's id. Deliberately absent: the worker's words, which stand in the composition.

use domain::houses_page::{Hand, Pile};
use domain::houses_session::House;
use serde_json::{Value, json};

use super::questions::{EXACT, ON_A_PAGE, canonical};
use super::{holds, meta, to, uri};
use crate::package::session::{Page, Session};

pub(super) fn response(told: &Session) -> Value {
    let mut items: Vec<Value> =
        House::ALL.iter().filter_map(|house| group(*house, &told.pages)).collect();
    let exact = told.exact.iter().map(|exact| exact.text.as_str());
    let exact = strings(exact);
    if !exact.is_empty() {
        let words = json!({"linkId": format!("{EXACT}.words"), "answer": exact});
        items.push(json!({"linkId": EXACT, "item": [words]}));
    }
    let mut response = json!({
        "resourceType": "QuestionnaireResponse",
        "id": told.id,
        "meta": meta("QuestionnaireResponse"),
        "identifier": uri(told.id),
        "questionnaire": canonical(),
        "status": "completed",
        "subject": to(told.child.id),
        "authored": told.ended_at,
        "author": to(told.child.id),
        "source": to(told.child.id),
    });
    if let (false, Some(fields)) = (items.is_empty(), response.as_object_mut()) {
        fields.insert("item".into(), items.into());
    }
    response
}

fn group(house: House, pages: &[Page]) -> Option<Value> {
    let pages: Vec<Value> = pages.iter().filter(|page| page.house == house).map(on_page).collect();
    let (name, text) = (house.as_str(), crate::package::house(house));
    (!pages.is_empty()).then(|| json!({"linkId": name, "text": text, "item": pages}))
}

fn on_page(page: &Page) -> Value {
    let name = page.house.as_str();
    let items = ON_A_PAGE.iter().filter_map(|(end, text, ..)| {
        let answers = answers(page, end);
        let link = format!("{name}.{end}");
        (!answers.is_empty()).then(|| json!({"linkId": link, "text": text, "answer": answers}))
    });
    let items: Vec<Value> = items.collect();
    let text = format!("Page {}", page.n);
    let mut group = json!({"id": page.id, "linkId": format!("{name}.page"), "text": text});
    if let (false, Some(fields)) = (items.is_empty(), group.as_object_mut()) {
        fields.insert("item".into(), items.into());
    }
    group
}

/// What a page answers to one of [`ON_A_PAGE`].
fn answers(page: &Page, end: &str) -> Vec<Value> {
    let by = |hand: Hand| {
        let words = page.words.iter().filter(move |words| words.by == hand);
        strings(words.map(|words| words.text.as_str()))
    };
    let pile = |pile: Pile| {
        let cards = page.sorted.iter().filter(move |sorted| sorted.pile == pile);
        strings(cards.map(|sorted| sorted.card.as_str()))
    };
    let path = page.path.as_ref();
    let number = page.number.as_ref();
    let value = number.and_then(|number| number.value);
    match end {
        "called" => strings(page.called.as_deref()),
        "title" => strings(page.title.as_deref()),
        "words" => by(Hand::Child),
        "words-by-worker" => by(Hand::Worker),
        "path" => {
            path.map(|place| json!({"valueInteger": place.thousandths})).into_iter().collect()
        }
        "path-words" => strings(path.and_then(|place| place.words.as_deref())),
        "number" => value.map(|value| json!({"valueInteger": value.get()})).into_iter().collect(),
        "cannot-say" => yes(number.is_some() && value.is_none()),
        "number-words" => strings(number.and_then(|number| number.words.as_deref())),
        "sorted-good" => pile(Pile::Good),
        "sorted-middle" => pile(Pile::Middle),
        "sorted-worry" => pile(Pile::Worry),
        "important" => yes(page.important),
        "left-out" => yes(page.left_out),
        "attached" => page.attached().map(|id| json!({"valueReference": to(id)})).collect(),
        _ => vec![],
    }
}

fn strings<'a>(all: impl IntoIterator<Item = &'a str>) -> Vec<Value> {
    let all = all.into_iter().filter(|words| holds(words));
    all.map(|words| json!({"valueString": words})).collect()
}

fn yes(is: bool) -> Vec<Value> {
    is.then(|| json!({"valueBoolean": true})).into_iter().collect()
}
