//! The library: what a practitioner can look up in the office and on the tablet. How to prepare,
//! how to be with a child, how to talk with parents, what comes after, worked examples, and the
//! law that each of these serves.
//!
//! The cards are data, `kit/library.json`; a page and the tablet draw the same ones. Each says from
//! when its words are and who checked them. Nobody has yet, and a card says so. A card older than
//! twelve months asks to be checked, whoever checked it. Deliberately absent: the prompts
//! themselves (`kit/prompts.json`; a card names the house), and anything about a real child: the
//! examples are made up.

use jiff::Span;
use jiff::civil::Date;
use serde::Deserialize;

use crate::prompt_card::Level;

pub mod find;
#[cfg(test)]
mod tests;

/// The library as it comes with the program.
pub const LIBRARY: &str = include_str!("../kit/library.json");

/// How long the words of a card are trusted once they were written or checked.
const MONTHS_TRUSTED: i64 = 12;

/// Where a card stands, in the order of the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// Before anybody drives anywhere.
    Prepare,
    /// Being with a child.
    Children,
    /// The houses themselves.
    Houses,
    /// What can be asked.
    Prompts,
    /// Worked examples, made up.
    Examples,
    /// Talking with parents.
    Parents,
    /// What comes after.
    After,
    /// The law and the guidance.
    Law,
    /// What this is and whose ideas it rests on.
    About,
}

impl Part {
    /// All of them, in the order of the library.
    pub const ALL: [Part; 9] = [
        Part::Prepare,
        Part::Children,
        Part::Houses,
        Part::Prompts,
        Part::Examples,
        Part::Parents,
        Part::After,
        Part::Law,
        Part::About,
    ];
}

/// Who reads a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum For {
    /// The practitioner.
    Worker,
    /// Parents and carers: it can be printed and given to them.
    Parent,
    /// A child.
    Child,
}

/// A line of a card.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Line {
    /// Plain words.
    Plain(String),
    /// Words that are something in particular.
    Marked(Marked),
}

/// What a marked line is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Marked {
    /// A small heading.
    Head(String),
    /// One of a list.
    Point(String),
    /// Words to say.
    Say(String),
    /// Words better not said.
    Not(String),
    /// Words of a child or a parent in a worked example, made up.
    Said(String),
}

impl Line {
    /// Its words.
    pub fn words(&self) -> &str {
        match self {
            Line::Plain(words) => words,
            Line::Marked(marked) => match marked {
                Marked::Head(words)
                | Marked::Point(words)
                | Marked::Say(words)
                | Marked::Not(words)
                | Marked::Said(words) => words,
            },
        }
    }
}

/// What a card of the law says beside its plain line.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// What has to be done, in a few words.
    pub duty: String,
    /// The act, convention, case or guidance.
    pub source: String,
    /// Where in it; blank where it is meant as a whole.
    pub section: String,
    /// Which text or edition was meant, and what of it was not seen.
    pub edition: String,
}

/// One card.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its name in addresses; never changed.
    pub id: String,
    /// Where it stands.
    pub part: Part,
    /// What it is about.
    pub title: String,
    /// Who reads it.
    #[serde(rename = "for")]
    pub reader: For,
    /// Levels of a child it is about; none where it is about all.
    #[serde(default)]
    pub levels: Vec<Level>,
    /// What it says, in order.
    pub lines: Vec<Line>,
    /// Cards of the law it rests on, by id.
    #[serde(default)]
    pub cites: Vec<String>,
    /// The house whose prompts stand on it, as `prompts.json` names houses.
    #[serde(default)]
    pub prompts: Option<String>,
    /// A drawing of the kit, by the name of its file.
    #[serde(default)]
    pub picture: Option<String>,
    /// Lines of the decision tree that lead here: names of guides and of laws.
    #[serde(default)]
    pub from: Vec<String>,
    /// Other words that somebody may look for it by.
    #[serde(default)]
    pub also: Vec<String>,
    /// What it says of the law; every card of that part has it and no other.
    #[serde(default)]
    pub law: Option<Law>,
    /// The day these words are from.
    pub edition: Date,
    /// The day somebody who can judge it checked it.
    #[serde(default)]
    pub checked_on: Option<Date>,
    /// Who that was.
    #[serde(default)]
    pub checked_by: Option<String>,
}

impl Card {
    /// Who checked it and when; none where nobody has.
    pub fn checked(&self) -> Option<(Date, &str)> {
        Some((self.checked_on?, self.checked_by.as_deref()?))
    }

    /// Whether it is to be checked before anybody relies on it: its words, or their last check, are
    /// older than twelve months.
    pub fn is_old(&self, today: Date) -> bool {
        let since = self.checked_on.unwrap_or(self.edition);
        let until = since.checked_add(Span::new().months(MONTHS_TRUSTED)).unwrap_or(Date::MAX);
        today > until
    }
}

/// All cards, and the words they are found by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Library {
    #[serde(rename = "about")]
    _about: String,
    /// Words that mean the same to somebody who looks for something.
    same: Vec<Vec<String>>,
    /// Words that are of no help in looking.
    leave_out: Vec<String>,
    cards: Vec<Card>,
}

impl Library {
    /// The library that comes with the program. A test reads it, so that it is never empty.
    pub fn ours() -> Self {
        serde_json::from_str(LIBRARY).unwrap_or_default()
    }

    /// Every card, in the order of the file.
    pub fn all(&self) -> &[Card] {
        &self.cards
    }

    /// The card of that id.
    pub fn get(&self, id: &str) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id)
    }

    /// The cards of a part.
    pub fn of(&self, part: Part) -> impl Iterator<Item = &Card> {
        self.cards.iter().filter(move |card| card.part == part)
    }

    /// Cards that rest on a card of the law.
    pub fn that_cite<'a>(&'a self, law: &'a str) -> impl Iterator<Item = &'a Card> {
        self.cards.iter().filter(move |card| card.cites.iter().any(|cited| cited == law))
    }
}
