//! The children in need census: reads the XML file that authorities send once a year.
//!
//! ```text
//! bytes ─ decode ─ UTF-8 ─ pull ─ tags ─ reading ─ values ─ child, header ─▶ seen(Item)
//!          encoding        sound XML?     may it hold that?  where does it belong?
//! ```
//!
//! One child is in memory at a time, whatever the size of the file; besides that only the ids met
//! (to find two children with one id), at most [`REFUSALS_KEPT_MAX`] refusals and the names of
//! unknown blocks. A fault in an element costs that element; a fault in the XML costs the file,
//! which is why what was handed out before the end must be kept apart until [`read`] returns.
//! Collection years 2022 to 2026 are known, and the draft module of 2027.
//!
//! Deliberately absent: the census's own rules (a file that breaks them is read as it stands),
//! and any thought of what the record already holds.

mod child;
mod decode;
mod element;
mod fault;
mod header;
mod pull;
mod reading;
mod record;

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::io::BufRead;

pub use fault::{REFUSALS_KEPT_MAX, Refused, Stopped, Unreadable};
pub use record::{
    Assessment, Child, Header, Plan, PreProceedings, ProtectionPlan, Referral, Section47, Upn,
    upn_holds,
};

use fault::quoted;
use pull::{Place, Pull, Token};
use reading::Reading;

/// What is handed out while a file is read: the header first, then the children in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// Once, before any child.
    Header(Header),
    /// Each child whose id has not been met before in the file.
    Child(Box<Child>),
}

/// What a file came to, once it has been read to its end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// The children in the file, those refused included.
    pub children: u64,
    /// What was left out, in the order of the lines; at most [`REFUSALS_KEPT_MAX`].
    pub refused: Vec<Refused>,
    /// How many refusals there were in all.
    pub refused_count: u64,
    /// Elements that have no place where they stood: name, and how often. At most 200 names, the
    /// rest under `other`.
    pub unknown: BTreeMap<String, u64>,
    /// Ids that more than one child has. The first such child has been handed out by the time the
    /// second is met: the caller drops every child with one of these ids. The refusals of all of
    /// them are among `refused` already.
    pub twice: Vec<Twice>,
    /// What a person should know about the file as a whole.
    pub warnings: Vec<String>,
}

/// One id that more than one child of a file has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twice {
    /// The id.
    pub la_child_id: String,
    /// The lines on which those children begin.
    pub lines: Vec<u64>,
}

/// Reads a census file to its end, handing out what it holds as it goes.
///
/// Nothing handed out may be acted on until this returns `Ok`: the file may turn out unreadable
/// in its last line, and an id may be met twice (see [`Summary::twice`]).
///
/// # Errors
/// [`Stopped::Unreadable`] with a line and a sentence when the file cannot be taken;
/// [`Stopped::Caller`] with the error of `seen`, right after it.
pub fn read<E>(
    source: impl BufRead,
    seen: impl FnMut(Item) -> Result<(), E>,
) -> Result<Summary, Stopped<E>> {
    let mut census =
        Census { seen, header: false, children: 0, ids: Ids::default(), warnings: Vec::new() };
    let mut reading = Reading::new(Pull::new(source)?);
    if let Token::Open(root) = reading.next()? {
        if root.name != "Message" {
            let says = format!(
                "The file holds {}, not the “Message” that a census is. Nothing was read from it.",
                quoted(reading.name())
            );
            return Err(Unreadable::at(root.line, says).into());
        }
        census.message(&mut reading, root)?;
    }
    // Only what may stand after the last tag is left, and it is held to that.
    while !matches!(reading.next()?, Token::End) {}
    Ok(census.summary(reading))
}

struct Census<F> {
    seen: F,
    header: bool,
    children: u64,
    ids: Ids,
    warnings: Vec<String>,
}

impl<F> Census<F> {
    fn message<E, R: BufRead>(
        &mut self,
        reading: &mut Reading<R>,
        at: Place,
    ) -> Result<(), Stopped<E>>
    where
        F: FnMut(Item) -> Result<(), E>,
    {
        reading.each(at, |reading, at| match at.name {
            "Header" if !self.header => {
                let (header, warnings) = header::header(reading, at)?;
                self.header = true;
                self.warnings = warnings;
                (self.seen)(Item::Header(header)).map_err(Stopped::Caller)
            }
            "Children" if self.header => self.children(reading, at),
            "Children" => Err(no_header(at.line).into()),
            _ => Ok(reading.unknown()?),
        })?;
        if self.header { Ok(()) } else { Err(no_header(at.line).into()) }
    }

    fn children<E, R: BufRead>(
        &mut self,
        reading: &mut Reading<R>,
        at: Place,
    ) -> Result<(), Stopped<E>>
    where
        F: FnMut(Item) -> Result<(), E>,
    {
        reading.each(at, |reading, at| {
            if at.name != "Child" {
                return Ok(reading.unknown()?);
            }
            self.children += 1;
            let Some(child) = child::child(reading, at)? else { return Ok(()) };
            if self.ids.is_first(&child) {
                (self.seen)(Item::Child(Box::new(child))).map_err(Stopped::Caller)?;
            }
            Ok(())
        })
    }

    fn summary<R: BufRead>(self, reading: Reading<R>) -> Summary {
        let mut faults = reading.faults;
        let twice = self.ids.twice();
        for one in &twice {
            for line in &one.lines {
                faults.refuse(Place { name: "LAchildID", line: *line }, || one.says());
            }
        }
        faults.kept.sort_by_key(|refused| refused.line);
        Summary {
            children: self.children,
            refused: faults.kept,
            refused_count: faults.count,
            unknown: reading.unknown,
            twice,
            warnings: self.warnings,
        }
    }
}

fn no_header(line: u64) -> Unreadable {
    let says = "No Header stands before the children, so nothing says of which year and authority \
                they are. Nothing was read from the file.";
    Unreadable::at(line, says)
}

impl Twice {
    fn says(&self) -> String {
        /// The lines named; a file of one id over and over would make a very long sentence.
        const LINES_NAMED_MAX: usize = 5;
        let lines = self.lines.iter().take(LINES_NAMED_MAX).map(u64::to_string);
        let more = if self.lines.len() > LINES_NAMED_MAX { " and more" } else { "" };
        format!(
            "{} children have the LA child id {} (lines {}{more}), so nothing says which of them \
             is which. None of them was read.",
            self.lines.len(),
            quoted(&self.la_child_id),
            lines.collect::<Vec<_>>().join(", ")
        )
    }
}

/// The ids met so far. Memory grows with the number of children, some tens of bytes for each.
#[derive(Default)]
struct Ids {
    first_lines: HashMap<Box<str>, u64>,
    twice: BTreeMap<Box<str>, Vec<u64>>,
}

impl Ids {
    fn is_first(&mut self, child: &Child) -> bool {
        match self.first_lines.entry(child.la_child_id.as_str().into()) {
            Entry::Vacant(free) => {
                free.insert(child.line);
                true
            }
            Entry::Occupied(taken) => {
                let first = *taken.get();
                let lines = self.twice.entry(taken.key().clone()).or_insert_with(|| vec![first]);
                lines.push(child.line);
                false
            }
        }
    }

    fn twice(self) -> Vec<Twice> {
        let twice = self.twice.into_iter();
        twice.map(|(id, lines)| Twice { la_child_id: id.into(), lines }).collect()
    }
}

#[cfg(test)]
mod tests;
