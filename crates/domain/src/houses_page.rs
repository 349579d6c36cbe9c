//! One page of a child's houses (B1): what the child drew, wrote, said or laid out, letter for
//! letter. Whose it is stands in the entry's head: the child's, verbatim. Who may see it are
//! entries of their own (`sharing`); until somebody was named, no one but the child's workers.

use crate::bounded::bounded;
use crate::houses_session::House;
use crate::id::EntryId;
use crate::sharing::Answer;
use crate::word::words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HousesPage {
    /// The root of the sitting it was made in.
    pub session: EntryId,
    /// Where it belongs.
    pub house: House,
    /// What the child called that house.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    /// Its place among the pages, from 1.
    pub n: u16,
    /// What the child called the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The words on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<Words>,
    /// Where on the path the child put themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<Place>,
    /// The number the child gave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Number>,
    /// The cards as they lay at the end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sorted: Vec<Sorted>,
    /// The child marked it as important.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub important: bool,
    /// The child wants it left out of what is shown.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
    /// The drawing: the root of an attachment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drawing: Option<EntryId>,
    /// Recordings, in order: roots of attachments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sounds: Vec<EntryId>,
    /// Photographs, in order: roots of attachments.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<EntryId>,
    /// What the child chose for people whom the record does not know by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<Other>,
    /// So many recordings or photographs were named on it and did not come with it.
    #[serde(default, skip_serializing_if = "is_none")]
    pub missing: u16,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "what serde asks for")]
const fn is_none(number: &u16) -> bool {
    *number == 0
}

/// Words on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Letter for letter.
    pub text: String,
    /// Whose hand.
    pub by: Hand,
    /// When, by the tablet.
    pub at: Timestamp,
}

words! {
    /// Whose hand it was.
    Hand {
        /// The child's own.
        Child "child",
        /// The worker's, for the child.
        Worker "worker",
    }

    /// Where a card was laid.
    Pile {
        /// Good.
        Good "good",
        /// In between.
        Middle "middle",
        /// A worry.
        Worry "worry",
    }
}

bounded! {
    /// A number from 0 to 10.
    OutOfTen 0 to 10,
}

/// A place on the path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// In thousandths of the way, 0 at the start of the path and 1000 at its end.
    pub thousandths: u16,
    /// What the child said of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// How far along the path somebody is, in the words a picture of it allows: nobody measured it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// At the start.
    Start,
    /// Before the middle.
    BeforeHalf,
    /// About in the middle.
    Half,
    /// Past the middle.
    PastHalf,
    /// At the end.
    End,
}

impl Stretch {
    /// So many thousandths of the way along.
    pub const fn of(thousandths: u16) -> Self {
        match thousandths {
            ..=80 => Self::Start,
            81..=400 => Self::BeforeHalf,
            401..=600 => Self::Half,
            601..=919 => Self::PastHalf,
            920.. => Self::End,
        }
    }
}

/// A number, or that the child could not say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// The number; none: could not say.
    pub value: Option<OutOfTen>,
    /// What the child said of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// A card, and where it lay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sorted {
    /// What was on it.
    pub card: String,
    /// Where it lay.
    pub pile: Pile,
}

/// What the child chose for somebody whom the record does not know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Other {
    /// Whom the child named.
    pub name: String,
    /// What the child chose.
    pub answer: Answer,
    /// Which part it is about: "only drama"; nothing named: the whole page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<String>,
}

impl HousesPage {
    /// The `n`th page, from 1, of a sitting of this root, with nothing on it.
    pub const fn blank(session: EntryId, house: House, n: u16) -> Self {
        Self {
            session,
            house,
            called: None,
            n,
            title: None,
            words: vec![],
            path: None,
            number: None,
            sorted: vec![],
            important: false,
            left_out: false,
            drawing: None,
            sounds: vec![],
            photos: vec![],
            others: vec![],
            missing: 0,
        }
    }

    /// Every word of the child's on it, in order, without blank ones.
    pub fn said(&self) -> Vec<&str> {
        let path = self.path.as_ref().and_then(|place| place.words.as_deref());
        let number = self.number.as_ref().and_then(|number| number.words.as_deref());
        let words = self.words.iter().map(|words| words.text.as_str());
        let all = words.chain(path).chain(number);
        all.map(str::trim).filter(|words| !words.is_empty()).collect()
    }

    /// What of it stands on the child's front page: words on a page that the child marked as
    /// important and did not leave out.
    pub fn for_the_front_page(&self) -> Option<String> {
        let words = self.said();
        (self.important && !self.left_out && !words.is_empty()).then(|| self.on_one_line())
    }

    /// All of them on one line.
    pub fn on_one_line(&self) -> String {
        self.said().join(" · ")
    }

    /// What there is to read of it in a list: "said" where there are words, "drawn" where not,
    /// `left_out` where the child left it out.
    pub fn word(&self) -> &'static str {
        match (self.left_out, self.said().is_empty()) {
            (true, _) => "left_out",
            (false, true) => "drawn",
            (false, false) => "said",
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use uuid::Uuid;

    /// Tyler's worries.
    pub(crate) fn the_ambilance() -> HousesPage {
        let words =
            Words { text: "the ambilance".into(), by: Hand::Child, at: Timestamp::UNIX_EPOCH };
        let page = HousesPage::blank(EntryId(Uuid::nil()), House::Worries, 1);
        HousesPage { words: vec![words], important: true, ..page }
    }

    #[test]
    fn a_front_page_has_only_what_the_child_called_important_and_did_not_leave_out() {
        let page = the_ambilance();
        assert_eq!(page.for_the_front_page().as_deref(), Some("the ambilance"));
        assert_eq!(HousesPage { important: false, ..page.clone() }.for_the_front_page(), None);
        assert_eq!(HousesPage { left_out: true, ..page.clone() }.for_the_front_page(), None);
        assert_eq!(HousesPage { words: vec![], ..page }.for_the_front_page(), None);
    }
}
