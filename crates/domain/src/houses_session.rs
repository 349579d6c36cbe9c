//! One sitting with one child over the three houses (B1 to B4): how it was prepared, who agreed,
//! what the child was told and chose, how it ended. What the child drew, wrote and said stands on
//! its pages (`houses_page`), which are entries of their own.
//!
//! Times are the tablet's, which may be wrong; the entry's head says when the office wrote it down.
//! Deliberately absent: a score, a mood, a reading of a drawing, and anything the worker thinks,
//! which is a note of hers.

use crate::id::{EntryId, PersonId};
use crate::listening::Became;
use crate::steps_line::working_days::after;
use crate::word::words;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// Within so many working days a child is told what came of it (handbook 3.1, step 14).
pub const ANSWER_WITHIN_WORKING_DAYS: u32 = 10;

/// A sitting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HousesSession {
    /// The child.
    pub child: PersonId,
    /// How things were explained; none where it never came to that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// What the child made of the houses.
    pub variant: Variant,
    /// What the child called the whole of it: "three rooms".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub called: Option<String>,
    /// What the child called single houses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named: Vec<NamedHouse>,
    /// The houses in the order the child went into them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub order: Vec<House>,
    /// Where: "at school".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The language it was done in: "en-GB".
    pub language: String,
    /// Who interpreted, as written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpreter: Option<String>,
    /// Who agreed, or who set that aside and why; none where it never came to that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permission: Option<Box<Permission>>,
    /// Who cleared it where an enquiry limits what may be talked about; none: no such enquiry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enquiry: Option<Box<Cleared>>,
    /// Who else was near, in the worker's words: "nobody".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near: Option<String>,
    /// What the child answered when told what this is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub told: Vec<Told>,
    /// When it began, by the tablet.
    pub started: Timestamp,
    /// When it ended, by the tablet.
    pub ended: Timestamp,
    /// How it ended.
    pub ending: Ending,
    /// Why it ended so, where somebody wrote that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ending_why: Option<String>,
    /// Whether the child's words were read back, and why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_back: Option<ReadBack>,
    /// The roots of its pages, in the child's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<EntryId>,
    /// The roots of what was important of what the child said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub important: Vec<EntryId>,
    /// The root of the worker's own note of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<EntryId>,
    /// The child's exact words that stand on no page, put down by the worker.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exact: Vec<Exact>,
    /// What had to be passed on whatever the child chose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub passed_on: Vec<PassedOn>,
    /// The day the child was promised an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comes_back_on: Option<Date>,
    /// The places of the conversation that were walked, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<String>,
    /// What was asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub asked: Vec<Asked>,
    /// Why it was moved here from another child's file, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moved_because: Option<String>,
    /// The roots of recordings and photographs that lie on none of its pages: the kit was closed in
    /// the middle of them, or their page could not be opened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loose: Vec<EntryId>,
    /// That not all of it could be opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unopened: Option<Box<Unopened>>,
}

/// That something of a sitting could not be opened. It is kept, sealed as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unopened {
    /// How many records and attachments.
    pub count: u32,
    /// What to tell whoever looks after the record: "4K2".
    pub code: String,
}

words! {
    /// How things are explained, by what suits the child.
    Level {
        /// About four to six.
        A "a",
        /// About seven to ten.
        B "b",
        /// About eleven to fourteen.
        C "c",
        /// About fifteen to seventeen.
        D "d",
        /// Easy Read, one idea with a symbol.
        EasyRead "e",
    }

    /// What the child made of the houses.
    Variant {
        /// Three houses.
        Houses "houses",
        /// A figure.
        Figure "figure",
        /// Rooms.
        Rooms "rooms",
        /// An idea of the child's own.
        Own "own",
    }

    /// Where a page belongs.
    House {
        /// Good things.
        Good "good",
        /// Worries.
        Worries "worries",
        /// Dreams.
        Dreams "dreams",
        /// The path between where things are and the dreams.
        Path "path",
        /// What keeps the child safe.
        Safety "safety",
        /// Cards laid in columns.
        Sort "sort",
        /// A number from 0 to 10.
        Scale "scale",
    }

    /// How a sitting ended.
    Ending {
        /// Everything was read back.
        ReadBack "read_back",
        /// The child said stop.
        StoppedByChild "stopped_by_child",
        /// It was stopped so that somebody could be told.
        StoppedForSafety "stopped_for_safety",
        /// It was not begun.
        NotStarted "not_started",
        /// Another way was found.
        OtherWay "other_way",
        /// The child did not want to, and said so to the worker before it began.
        SaidNo "said_no",
        /// It broke off.
        Unfinished "unfinished",
    }

    /// What a child is told before anything else.
    Stone {
        /// What must be passed on.
        KeepingSafe "keeping_safe",
        /// Who can see it.
        WhoSees "who_sees",
        /// That words stay as they are, and that a voice may be recorded when the child presses.
        MyVoice "my_voice",
        /// That stop means stop.
        Stopping "stopping",
    }

    /// What the child answered.
    Understood {
        /// Yes.
        Yes "yes",
        /// Not sure.
        NotSure "not_sure",
        /// No.
        No "no",
    }
}

/// What the child called one house.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedHouse {
    /// Which.
    pub house: House,
    /// The name.
    pub name: String,
}

/// Who agreed to the talk. Agreement of practice, and no lawful basis for holding it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Permission {
    /// Somebody said yes.
    Agreed {
        /// Who: "Mum", or the young person.
        who: String,
        /// When, and how, as written down.
        on: String,
        /// In what words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A manager set it aside.
    SetAside {
        /// Who.
        by: String,
        /// Why.
        why: String,
    },
}

/// Who cleared a talk that an enquiry limits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cleared {
    /// Who.
    pub by: String,
    /// Why.
    pub why: String,
}

/// What the child was told, and answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// What.
    pub stone: Stone,
    /// The answer that stood at the end.
    pub answer: Understood,
}

/// Whether the words were read back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadBack {
    /// They were.
    pub done: bool,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why_not: Option<String>,
}

/// The child's exact words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exact {
    /// Letter for letter.
    pub text: String,
    /// What was asked before: the id of a prompt, or words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// When, by the tablet.
    pub at: Timestamp,
}

/// What had to be passed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PassedOn {
    /// What.
    pub what: String,
    /// To whom, in words.
    pub to: String,
    /// Why it could not wait for a yes.
    pub why: String,
    /// The child was told first.
    pub child_told: bool,
    /// When, by the tablet.
    pub at: Timestamp,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// In which place of the conversation.
    pub node: String,
    /// In which words.
    pub what: Question,
    /// What the checker noticed in the worker's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noticed: Option<String>,
}

/// A prompt of the library, or the worker's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// The id of a prompt.
    Prompt(String),
    /// The worker's own words.
    Own(String),
}

impl Ending {
    /// Whether it happened at all. Where a child says no before it begins, nobody writes that the
    /// child was seen.
    pub const fn took_place(self) -> bool {
        !matches!(self, Self::NotStarted | Self::OtherWay | Self::SaidNo)
    }
}

impl HousesSession {
    /// The last day on which the child is to have an answer: the day that was promised, else ten
    /// working days on. None where nothing was said that could be answered.
    pub fn answer_by(&self, on: Date) -> Option<Date> {
        if !Became::of(self).heard() {
            return None;
        }
        self.comes_back_on.or_else(|| after(on, ANSWER_WITHIN_WORKING_DAYS))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    // As a record that was written long ago reads: what came to a sitting since is not in it, and
    // no test of another thing has to name it.
    pub(crate) fn tylers(ending: Ending) -> HousesSession {
        let written = serde_json::json!({
            "child": Uuid::from_u128(2),
            "level": "b",
            "variant": "houses",
            "order": ["dreams", "good", "worries"],
            "place": "at school",
            "language": "en-GB",
            "permission": {"agreed": {"who": "Mum", "on": "24 March"}},
            "started": "2026-03-26T13:02:00Z",
            "ended": "2026-03-26T13:41:00Z",
            "ending": ending,
        });
        serde_json::from_value(written).unwrap()
    }

    #[test]
    fn an_answer_is_due_after_ten_working_days_and_easter_is_no_working_day() {
        let by = tylers(Ending::ReadBack).answer_by(date(2026, 3, 26));
        assert_eq!(by, Some(date(2026, 4, 13)), "Good Friday and Easter Monday lie between");
    }

    #[test]
    fn the_day_that_was_promised_goes_before_the_rule() {
        let promised = HousesSession {
            comes_back_on: Some(date(2026, 4, 2)),
            ..tylers(Ending::StoppedByChild)
        };
        assert_eq!(promised.answer_by(date(2026, 3, 26)), Some(date(2026, 4, 2)));
    }

    #[test]
    fn what_never_began_waits_for_no_answer() {
        assert_eq!(tylers(Ending::NotStarted).answer_by(date(2026, 3, 26)), None);
    }
}
