//! What stands in the fields of a form, as somebody typed it and before anything is made of it:
//! what is posted, what a draft keeps, what comes back where something was refused.
//!
//! Nothing is judged here. Words are kept letter for letter, several values of one name in their
//! order.

use crate::board::Open;
use crate::id::EntryId;
use jiff::civil::Time;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt::{Display, Formatter};
use std::str::FromStr;

/// The fields of a form with what stands in them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Filled(Vec<(String, String)>);

impl Filled {
    /// Of these fields, in the order in which they were sent.
    pub fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }

    /// What stands in a field; none where the form has no such field.
    pub fn find(&self, name: &str) -> Option<&str> {
        self.pairs().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// What stands in a field; blank where nothing does.
    pub fn one(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// What stands in every field of this name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.pairs().filter(move |(known, _)| *known == name).map(|(_, value)| value)
    }

    /// Every id in the fields of this name; one field may hold several, parted by blanks.
    pub fn ids<T: FromStr>(&self, name: &str) -> Vec<T> {
        let words = self.all(name).flat_map(str::split_whitespace);
        words.filter_map(|word| word.parse().ok()).collect()
    }

    /// Every field.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Without these fields.
    #[must_use]
    pub fn without(&self, names: &[&str]) -> Self {
        let stay = self.0.iter().filter(|(name, _)| !names.contains(&name.as_str()));
        Self(stay.cloned().collect())
    }

    /// Without U+0000, which no text has and no page can show.
    #[must_use]
    pub fn without_nul(&self) -> Self {
        let clean = |words: &str| words.replace('\0', "");
        Self(self.pairs().map(|(name, value)| (clean(name), clean(value))).collect())
    }

    /// As a draft keeps it: a JSON object of words, or of lists of words.
    pub fn to_json(&self) -> String {
        let mut body = Map::new();
        for (name, value) in self.pairs() {
            let value = Value::String(value.to_owned());
            match body.get_mut(name) {
                None => drop(body.insert(name.to_owned(), value)),
                Some(Value::Array(several)) => several.push(value),
                Some(one) => *one = Value::Array(vec![one.take(), value]),
            }
        }
        Value::Object(body).to_string()
    }

    /// Back from there; nothing where it is no such object.
    pub fn from_json(body: &str) -> Self {
        let body: Map<String, Value> = serde_json::from_str(body).unwrap_or_default();
        let fields = body.into_iter().flat_map(|(name, value)| {
            let values = match value {
                Value::Array(several) => several,
                one => vec![one],
            };
            values.into_iter().filter_map(move |value| match value {
                Value::String(words) => Some((name.clone(), words)),
                _ => None,
            })
        });
        Self::of(fields)
    }
}

/// A form that somebody fills in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// The id under which it is kept as a draft, and which its entry will have: sent twice, it is
    /// one entry.
    pub draft: EntryId,
    /// What stands in it.
    pub filled: Filled,
    /// When it was last kept, by the clock in London; none where it is not kept as it stands.
    pub kept_at: Option<Time>,
}

/// Which form. There is one draft of each for one person and child; of notes there may be more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A new note.
    Note,
    /// A note, written anew: its root.
    Correct(EntryId),
    /// What a child is told came of a sitting: the sitting's root.
    Answer(EntryId),
    /// What is on the desk of the map.
    Desk(Open),
}

impl Form {
    /// Back from its word.
    pub fn parse(word: &str) -> Option<Self> {
        match word.split_once('=') {
            None => (word == "note").then_some(Self::Note),
            Some(("correct", root)) => root.parse().ok().map(Self::Correct),
            Some(("answer", root)) => root.parse().ok().map(Self::Answer),
            Some((key, value)) => Open::parse(key, value).map(Self::Desk),
        }
    }
}

impl Display for Form {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Note => f.write_str("note"),
            Self::Correct(root) => write!(f, "correct={root}"),
            Self::Answer(root) => write!(f, "answer={root}"),
            Self::Desk(open) => open.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map_item::Column;
    use uuid::Uuid;

    fn filled(pairs: &[(&str, &str)]) -> Filled {
        Filled::of(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    #[test]
    fn a_draft_keeps_what_was_typed_letter_for_letter() {
        let typed = filled(&[("about", "a"), ("about", "b"), ("text", " <b>mum</b>\r\n“ł” ")]);
        let kept = Filled::from_json(&typed.to_json());
        assert_eq!(kept, typed);
        assert_eq!(kept.all("about").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((kept.find("title"), kept.one("title")), (None, ""));
        assert_eq!(Filled::from_json("no object"), Filled::default());
    }

    #[test]
    fn ids_stand_in_several_fields_or_in_one_parted_by_blanks() {
        let (one, two) = (EntryId(Uuid::from_u128(1)), EntryId(Uuid::from_u128(2)));
        let typed = filled(&[("to", &format!("{one} {two} none")), ("to", &two.to_string())]);
        assert_eq!(typed.ids::<EntryId>("to"), [one, two, two]);
    }

    #[test]
    fn each_form_is_known_by_its_word() {
        let root = EntryId(Uuid::from_u128(7));
        let desks = [Open::Add(Column::Well), Open::Edit(root), Open::NewDanger];
        let others = [Form::Note, Form::Correct(root), Form::Answer(root)];
        let forms = desks.into_iter().map(Form::Desk).chain(others);
        for form in forms {
            assert_eq!(Form::parse(&form.to_string()), Some(form));
        }
        for word in ["", "note=1", "correct=x", "add=sideways"] {
            assert_eq!(Form::parse(word), None, "{word}");
        }
    }
}
