//! What the response answers: a group for each house with its pages, and one for the child's exact
//! words that stand on no page. The questionnaire comes with it, so that a reader needs no other.

use domain::houses_session::House;
use serde_json::{Value, json};
use uuid::{Uuid, uuid};

use super::{meta, name, urn};
use crate::package::session::Session;

/// The questionnaire, the same in each package; another list below is another version.
const ID: Uuid = uuid!("5f0c7b1e-3a64-8d1c-9e52-7a1d60b8c4f2");
const VERSION: &str = "1";
/// The group of exact words.
pub(super) const EXACT: &str = "exact";

/// What a page may have: the end of its link, what it is, its type, whether there may be many.
pub(super) const ON_A_PAGE: &[(&str, &str, &str, bool)] = &[
    ("called", "What the child called the house", "string", false),
    ("title", "What the child called the page", "string", false),
    ("words", "The child’s words, written by the child", "text", true),
    ("words-by-worker", "The child’s words, written down by the worker", "text", true),
    ("path", "Thousandths of the way from the start of the path to its end", "integer", false),
    ("path-words", "What the child said of that place", "text", false),
    ("number", "The number the child gave, 0 to 10", "integer", false),
    ("cannot-say", "The child could not say a number", "boolean", false),
    ("number-words", "What the child said of the number", "text", false),
    ("sorted-good", "Cards laid to the good things", "string", true),
    ("sorted-middle", "Cards laid in between", "string", true),
    ("sorted-worry", "Cards laid to the worries", "string", true),
    ("important", "The child marked it as important", "boolean", false),
    ("left-out", "The child wants it left out of what is shown", "boolean", false),
    ("attached", "A drawing, recording or photograph on it", "reference", true),
];

/// What a response names.
pub(super) fn canonical() -> String {
    format!("{}|{VERSION}", urn(ID))
}

pub(super) fn questionnaire(told: &Session) -> Value {
    let mut items: Vec<Value> = House::ALL.iter().map(|house| group(*house)).collect();
    items.push(json!({
        "linkId": EXACT,
        "text": "The child’s exact words that stand on no page, put down by the worker",
        "type": "group",
        "item": [{
            "linkId": format!("{EXACT}.words"), "text": "The words", "type": "text",
            "repeats": true,
        }],
    }));
    json!({
        "resourceType": "Questionnaire",
        "id": ID,
        "meta": meta("Questionnaire"),
        "url": urn(ID),
        "version": VERSION,
        "status": "active",
        "title": "Three houses: what a child drew, wrote and said",
        "subjectType": ["Patient"],
        "publisher": name(&told.authority.name),
        "item": items,
    })
}

fn group(house: House) -> Value {
    let link = house.as_str();
    let on_a_page = ON_A_PAGE.iter().map(|(end, text, kind, repeats)| {
        json!({
            "linkId": format!("{link}.{end}"), "text": text, "type": kind, "repeats": repeats,
        })
    });
    json!({
        "linkId": link,
        "text": crate::package::house(house),
        "type": "group",
        "item": [{
            "linkId": format!("{link}.page"), "text": "A page", "type": "group", "repeats": true,
            "item": on_a_page.collect::<Vec<_>>(),
        }],
    })
}
