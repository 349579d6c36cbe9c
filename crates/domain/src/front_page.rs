//! The front page of a child: everything a stranger on call needs in a minute, as plain data.
//!
//! The store fills it, the page draws it. Slots and their order are fixed, every slot may be
//! empty, and an empty slot is a question that the page asks. Deliberately absent: sentences that
//! the program makes ("5 to 7, was 2 to 8" is worked out where it is drawn), how people feel
//! about one another (the small family drawing shows who is who and who lives where), and any
//! sealed address.
use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::danger_statement::Level;
use crate::id::{EntryId, PersonId};
use crate::person::{Born, Sex};
use crate::scale::ScaleKind;
use crate::text::count_words;
use crate::voice::Mode;

mod agreed;
mod around;
mod circle;
mod compose;
mod facts;
mod family;
mod helping;
mod kin;
mod named;
mod people;
mod scales;
mod statements;

pub use around::Around;
pub(crate) use compose::{Composer, newest, of};
pub use compose::{compose, to_be_named};
pub use facts::{Facts, READ_LATELY, Sighting, Told};
pub use family::{Couple, Family, Household, ParentOf, Relative, Resident};
pub use helping::rung;
pub use kin::{Kin, Place};
pub use named::{Named, Standing};
pub use people::{Desk, Known, People, Ranked, short_of};

/// The whole page, as it was on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrontPage {
    /// The day the page speaks of; ages and "who is here now" are counted from it.
    pub as_of: Date,
    /// The day the reader looked last, if they ever did: what is newer carries a dot.
    pub looked_on: Option<Date>,
    /// Whose page it is.
    pub child: Child,
    /// Something important that the child said in the last fortnight, newest first: its entry and
    /// the day, and no word of it.
    pub important: Vec<Important>,
    /// What the reader on call must know, two lines at most.
    pub tonight: Vec<String>,
    /// Who is rung, in order: the first who answers at this hour, and the team.
    pub ring: Vec<Ring>,
    /// What the child, or who knows the child best, wants people to know.
    pub message: Option<Message>,
    /// The same as far as it may stand on paper: without words of a sitting over the houses. Of
    /// those the child said, page by page, who may see them; paper goes from hand to hand.
    pub message_on_paper: Option<Message>,
    /// How the child was when last seen.
    pub last_seen: Option<LastSeen>,
    /// Who is who and who lives where, for the small drawing.
    pub family: Family,
    /// Who helps, in the order that was chosen.
    pub helping: Vec<Helper>,
    /// Danger statements in use; the first is drawn whole.
    pub dangers: Vec<Danger>,
    /// Strengths, in the order that was chosen.
    pub strengths: Vec<Strength>,
    /// Safety goals in use; the first is drawn whole.
    pub goals: Vec<Goal>,
    /// The next steps of the timeline, soonest first.
    pub next: Vec<NextStep>,
    /// Scales: the danger's first, then everyday care.
    pub scales: Vec<Scale>,
    /// The plan as the family holds it.
    pub plan: Option<Plan>,
    /// The newest decision.
    pub decision: Option<LastDecision>,
    /// What nobody knows yet, five at most.
    pub unknowns: Vec<Unknown>,
    /// What happened lately, newest first.
    pub lately: Vec<Lately>,
}

/// The child, as the name row and the printed head tell of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Child {
    /// Who.
    pub id: PersonId,
    /// Full name; for a child whom nobody has named yet, what they are called meanwhile.
    pub name: String,
    /// What the child is called: "Idris".
    pub called: String,
    /// When they were or will be born, if anybody has said.
    pub born: Option<Born>,
    /// As recorded.
    pub sex: Sex,
    /// Name of the emblem's picture, as in the emblem set; none where nobody has chosen one.
    pub emblem: Option<Emblem>,
    /// Facts that stand beside the age, as recorded: "she/her", "speaks Polish at home".
    pub facts: Vec<String>,
    /// Where the child lives now.
    pub home: Option<Home>,
}

/// The small picture that stands for a child, and who gave it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Emblem {
    /// Name of the picture in the emblem set: "washing-machine".
    pub picture: String,
    /// What it shows, in words.
    pub shows: String,
    /// Who drew or chose it.
    pub given_by: Option<Named>,
}

/// Where the child lives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Home {
    /// The adults there, the nearest first.
    pub with: Vec<Named>,
    /// Name of the place; none where it is not known or sealed.
    pub place: Option<String>,
    /// Since when.
    pub since: Option<Date>,
}

/// That a child said something important.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Important {
    /// The entry it stands in.
    pub entry: EntryId,
    /// The day it was said.
    pub on: Date,
}

/// Somebody to ring, or the desk that always answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ring {
    /// Who answers; none is the duty team.
    pub who: Option<Named>,
    /// When they answer, as recorded: "to 5 pm", "any time".
    pub hours: String,
    /// Number, as people write it.
    pub phone: Option<String>,
}

/// What the child, or who knows the child, wants people to know.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// The words.
    pub text: String,
    /// Whose words.
    pub said_by: Named,
    /// When.
    pub on: Date,
    /// Newer than the reader's last look.
    pub new: bool,
    /// The page of a sitting over the houses that the words are on, if they are.
    pub page: Option<EntryId>,
}

/// How the child was when last seen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastSeen {
    /// What was seen.
    pub text: String,
    /// Who saw it.
    pub seen_by: Named,
    /// When.
    pub on: Date,
    /// The note it stands in.
    pub note: Option<EntryId>,
    /// Newer than the reader's last look.
    pub new: bool,
}

/// Who helps, and how they are reached.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Helper {
    /// Who; their standing says whether family or professional.
    pub who: Named,
    /// What they do or when they answer: "night book", "office hours".
    pub job: Option<String>,
    /// Number, as people write it.
    pub phone: Option<String>,
}

/// A danger statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Danger {
    /// First version of the entry.
    pub id: EntryId,
    /// Danger, or worry at a lower threshold.
    pub level: Level,
    /// The whole statement.
    pub text: String,
    /// Where in `text` somebody disagrees, in bytes.
    pub disagreement: Option<Range<usize>>,
    /// Who is worried.
    pub who_worries: Vec<Named>,
    /// The day of these words.
    pub on: Date,
    /// Newer than the reader's last look.
    pub new: bool,
}

impl Danger {
    /// The statement before, in and after the disagreement. A span that does not fit the text
    /// counts as none.
    pub fn parts(&self) -> (&str, &str, &str) {
        let span = self.disagreement.clone().unwrap_or(self.text.len()..self.text.len());
        let cut =
            (self.text.get(..span.start), self.text.get(span.clone()), self.text.get(span.end..));
        match cut {
            (Some(before), Some(inside), Some(after)) => (before, inside, after),
            _ => (&self.text, "", ""),
        }
    }

    /// How many words the statement has.
    pub fn words(&self) -> usize {
        count_words(&self.text)
    }
}

/// Something that works well.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Strength {
    /// First version of the entry.
    pub id: EntryId,
    /// The words.
    pub text: String,
    /// Who said it.
    pub said_by: Named,
    /// How close the words are to what was said.
    pub mode: Mode,
    /// When it was said.
    pub on: Date,
    /// It happened when the worry was live: safety that was seen, not only hoped for.
    pub seen_safety: bool,
    /// Newer than the reader's last look.
    pub new: bool,
}

/// A safety goal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// First version of the entry.
    pub id: EntryId,
    /// The whole goal.
    pub text: String,
    /// The day of these words.
    pub on: Date,
    /// Newer than the reader's last look.
    pub new: bool,
}

/// What is tried next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NextStep {
    /// The day.
    pub by: Date,
    /// What, in a few words.
    pub text: String,
}

/// A scale from 0 to 10 with what each end means, and who gave which number when. Never averaged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Scale {
    /// First version of the entry.
    pub id: EntryId,
    /// What it asks about.
    pub kind: ScaleKind,
    /// The question.
    pub title: String,
    /// What 10 means.
    pub anchor_10: String,
    /// What 0 means.
    pub anchor_0: String,
    /// Who gave numbers, in the order in which they first did.
    pub raters: Vec<Rater>,
    /// Whose number is missed.
    pub not_asked: Vec<Named>,
}

/// One person's numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rater {
    /// Who.
    pub who: Named,
    /// Their numbers, oldest first.
    pub given: Vec<Rating>,
}

/// A number somebody gave on a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rating {
    /// When.
    pub on: Date,
    /// 0 to 10; none is "cannot say", which is an answer.
    pub value: Option<u8>,
    /// Their reason, in their words.
    pub why: String,
}

/// The plan in the few lines that hang on the fridge.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// What the family calls it: "If he cries and cries".
    pub title: String,
    /// Its lines, in the order that was chosen.
    pub lines: Vec<PlanLine>,
}

/// One line of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanLine {
    /// Its first words, set in bold.
    pub lead: String,
    /// The rest, without the lead.
    pub rest: String,
}

/// A decision, in short.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LastDecision {
    /// First version of the entry.
    pub id: EntryId,
    /// What had to be decided.
    pub question: String,
    /// The option that was chosen.
    pub chosen: String,
    /// Why.
    pub because: String,
    /// Who did not agree, in their own words.
    pub dissent: Vec<Dissent>,
    /// Staff who decided and carry the risk; the first with the others.
    pub decided_by: Vec<Named>,
    /// Relatives and friends who agreed a part; they never carry the council's risk.
    pub agreed_their_part: Vec<Named>,
    /// When it was made.
    pub made_on: Date,
    /// When it is looked at again.
    pub look_again_on: Option<Date>,
    /// A version that the child can read has been written.
    pub for_child: bool,
    /// Newer than the reader's last look.
    pub new: bool,
}

/// Words of somebody who did not agree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dissent {
    /// Who.
    pub by: Named,
    /// What they said.
    pub words: String,
}

/// A thing nobody knows yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unknown {
    /// First version of the entry.
    pub id: EntryId,
    /// The question in a few words: "Who was holding him."
    pub short: String,
    /// Newer than the reader's last look.
    pub new: bool,
}

/// One thing that happened lately.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lately {
    /// The day.
    pub on: Date,
    /// What, in a few words.
    pub text: String,
    /// Newer than the reader's last look.
    pub new: bool,
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn statement(text: &str, disagreement: Option<Range<usize>>) -> Danger {
        let id = EntryId(Uuid::from_u128(1));
        let on = Date::constant(2026, 10, 9);
        Danger {
            id,
            level: Level::Danger,
            text: text.into(),
            disagreement,
            who_worries: vec![],
            on,
            new: false,
        }
    }

    #[test]
    fn the_disagreement_stands_inside_the_statement() {
        let said =
            statement("Anita is worried. Leah does not agree. Nor does Karim.", Some(18..38));
        assert_eq!(
            said.parts(),
            ("Anita is worried. ", "Leah does not agree.", " Nor does Karim.")
        );
        assert_eq!(said.words(), 10);
    }

    #[test]
    fn a_span_that_does_not_fit_hides_no_word() {
        assert_eq!(statement("Née Café", Some(2..40)).parts(), ("Née Café", "", ""));
        assert_eq!(statement("é", Some(1..2)).parts(), ("é", "", ""));
        assert_eq!(statement("Nobody objects.", None).parts(), ("Nobody objects.", "", ""));
    }
}
