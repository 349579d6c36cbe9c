//! A tablet that listens to children without a network: whose it is, how long it may, and what it
//! holds. It can take along who its worker may read, and hand in what is sealed; nothing else.

use crate::id::{PersonId, SittingId, TabletId};
use crate::time::{day_of, start_of};
use crate::word::words;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

/// The longest name of a tablet, in characters.
pub const NAME_MAX: usize = 60;
/// How long a code for setting a tablet up works.
pub const CODE_FOR: SignedDuration = SignedDuration::from_mins(15);
/// How long a tablet may be used before it is set up again.
pub const TABLET_FOR: SignedDuration = SignedDuration::from_hours(90 * 24);
/// The most tablets one account may have at once.
pub const TABLETS_MAX: usize = 20;
/// The most children on one tablet at once.
pub const ALONG_MAX: usize = 5;

/// A tablet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tablet {
    /// Its id.
    pub id: TabletId,
    /// What its worker calls it.
    pub name: String,
    /// How it stands.
    pub standing: Standing,
    /// When it was last heard of.
    pub seen_at: Option<Timestamp>,
    /// Who was taken along, and until when.
    pub along: Vec<Along>,
}

/// How a tablet stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A code was given out, and nobody has used it yet.
    Expected {
        /// Until when it works.
        until: Timestamp,
    },
    /// In use.
    InUse {
        /// Until when.
        until: Timestamp,
    },
    /// Its time is over. It may hand in what it holds, and is set up anew.
    Over,
    /// It was said to be lost. It may hand in what it holds, and forgets the rest.
    Lost {
        /// Since when.
        since: Timestamp,
    },
}

/// A child who was taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Along {
    /// Which child.
    pub child: PersonId,
    /// Since when.
    pub taken_at: Timestamp,
    /// Until when: the tablet forgets at the midnight that ends the day of the visit.
    pub until: Timestamp,
}

words! {
    /// Where a sitting that was handed in stands.
    HandedInState {
        /// It waits for somebody to say whose it is.
        Waiting "waiting",
        /// It is in the record.
        Filed "filed",
        /// Somebody said that it belongs in nobody's record, and why.
        SetAside "set_aside",
    }
}

words! {
    /// That something important was said in a sitting that was handed in. It is known before
    /// anybody has said whose the sitting is.
    ImportantIn {
        /// Of something that was said nobody has written whom they rang.
        NobodyRung "nobody_rung",
        /// Somebody was rung.
        Rung "rung",
    }
}

/// A sitting that a tablet handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// Which sitting.
    pub sitting: SittingId,
    /// Where from.
    pub tablet: TabletId,
    /// When it came.
    pub arrived_at: Timestamp,
    /// Whether it came to its end on the tablet.
    pub finished: bool,
    /// Where it stands.
    pub state: HandedInState,
    /// Whether something important was said in it.
    pub important: Option<ImportantIn>,
}

/// How many sittings wait for somebody to say whose they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ToSay {
    /// All of them.
    pub how_many: usize,
    /// Those in which something important was said.
    pub important: usize,
}

words! {
    /// The day of the visit for which a child is taken along: who leaves early packs the evening
    /// before.
    VisitOn {
        /// Today.
        Today "today",
        /// Tomorrow.
        Tomorrow "tomorrow",
    }
}

/// When a tablet forgets a child who is taken along now: the midnight in London that ends the day
/// of the visit.
pub fn forgets_at(now: Timestamp, visit: VisitOn) -> Timestamp {
    let days = match visit {
        VisitOn::Today => 1,
        VisitOn::Tomorrow => 2,
    };
    let next = day_of(now).checked_add(days.days()).map(start_of);
    next.ok().and_then(|micros| Timestamp::from_microsecond(micros).ok()).unwrap_or(now)
}

/// What to tell whoever looks after the record where something of a sitting could not be opened: a
/// 4, then the last ten bits of its id in the letters of [`Code`]. A tablet makes its codes so too.
pub fn unopened_code(sitting: SittingId) -> String {
    let bytes = sitting.0.as_bytes();
    let end = bytes.last_chunk::<2>().map_or(0, |end| u16::from_be_bytes(*end)) % 1024;
    let letter = |five: u16| LETTERS.get(usize::from(five)).copied().map_or('0', char::from);
    ["4".to_owned(), letter(end >> 5).to_string(), letter(end & 31).to_string()].concat()
}

/// A code for setting a tablet up, as people read it out: nine letters and digits in three groups,
/// without those that are taken for one another. 45 bits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code(String);

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl Code {
    /// From chance.
    pub fn drawn(chance: &[u8; 32]) -> Self {
        let letter =
            |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().map_or('0', char::from);
        Self(chance.iter().take(9).map(letter).collect())
    }

    /// As it was typed: small letters, gaps, and letters taken for digits are understood.
    pub fn parse(typed: &str) -> Option<Self> {
        if typed.len() > 40 {
            return None;
        }
        let letters = typed.chars().filter(|c| !matches!(c, ' ' | '-')).map(|c| {
            match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            }
        });
        let code: String = letters.collect();
        let known = |c: char| u8::try_from(c).is_ok_and(|byte| LETTERS.contains(&byte));
        (code.len() == 9 && code.chars().all(known)).then_some(Self(code))
    }

    /// Nine letters and digits with nothing between.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is read out: `K7M-4QX-92P`.
    pub fn in_groups(&self) -> String {
        let group = |from: usize| self.0.get(from..from + 3).unwrap_or_default();
        format!("{}-{}-{}", group(0), group(3), group(6))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = Code::drawn(&[
            20, 7, 21, 4, 23, 30, 9, 2, 22, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, 0,
        ]);
        assert_eq!(code.in_groups().len(), 11);
        for typed in
            [code.in_groups(), code.in_groups().to_lowercase(), code.as_str().replace('0', "o")]
        {
            assert_eq!(Code::parse(&typed), Some(code.clone()), "{typed}");
        }
        for wrong in
            ["", "K7M-4QX-92", "K7M-4QX-92PP", "K7M-4QX-9!P", "кккккккккк", &"K".repeat(50)]
        {
            assert_eq!(Code::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_code_for_what_does_not_open_is_short_and_ends_as_the_tablets_does() {
        let id: uuid::Uuid = "01934b3c-0000-7000-8000-0000000002c2".parse().unwrap();
        assert_eq!(unopened_code(SittingId(id)), "4P2");
    }

    #[test]
    fn a_tablet_forgets_at_midnight_where_the_children_live() {
        let summer_evening: Timestamp = "2026-07-01T22:30:00Z".parse().unwrap();
        let forgets = |now, visit| forgets_at(now, visit).to_string();
        assert_eq!(forgets(summer_evening, VisitOn::Today), "2026-07-01T23:00:00Z");
        assert_eq!(forgets(summer_evening, VisitOn::Tomorrow), "2026-07-02T23:00:00Z");
        let winter: Timestamp = "2026-11-24T11:45:00Z".parse().unwrap();
        assert_eq!(forgets(winter, VisitOn::Today), "2026-11-25T00:00:00Z");
    }
}
