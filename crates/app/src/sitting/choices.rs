//! What counts of what a child chose about one page.

use super::From;
use crate::error::Result;
use domain::entry::Entry;
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::sharing::Sharing;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// What says which of two choices is the newer: what the record learned last. A no of which only
/// the day is known so comes after a yes of that day whose minute is.
type Rank = (Timestamp, i64, EntryId);

/// The choices about a page that count. Of somebody about whom one of them may not be read none is
/// told: what cannot be read may be a no.
pub(super) fn that_stand(from: &mut From<'_>, page: EntryId) -> Result<Vec<Sharing>> {
    let (mut all, mut hidden) = (Vec::new(), BTreeSet::<PersonId>::new());
    for beside in from.tx.list_beside(page)? {
        let Some(entry) = from.tx.find_newest(beside)? else { continue };
        let Some(Payload::Sharing(sharing)) = &entry.payload else { continue };
        if !(from.gathering.may_read)(&entry) {
            hidden.insert(sharing.with);
        }
        all.push((rank(&entry), sharing.clone()));
    }
    let mut counts = that_count(all);
    counts.retain(|sharing| !hidden.contains(&sharing.with));
    Ok(counts)
}

fn rank(entry: &Entry) -> Rank {
    (entry.head.recorded_at, entry.head.happened.rank(), entry.head.id)
}

/// Of each person, and of each part that was spoken of, the newest choice: a later no takes a yes
/// back, and what was said of a part stands until something else is said of that part.
fn that_count(mut all: Vec<(Rank, Sharing)>) -> Vec<Sharing> {
    all.sort_by_key(|(rank, _)| *rank);
    let mut newest = BTreeMap::new();
    for (_, sharing) in all {
        newest.insert((sharing.with, sharing.part.clone()), sharing);
    }
    newest.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::sharing::{Answer, How};
    use uuid::Uuid;

    fn says(minute: i64, answer: Answer, part: Option<&str>) -> (Rank, Sharing) {
        let (id, with) = (EntryId(Uuid::nil()), PersonId(Uuid::from_u128(1)));
        let at = Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_mins(minute);
        let how = How::Chosen { answer, by: with };
        ((at, 0, id), Sharing { of: id, with, part: part.map(Into::into), how })
    }

    fn opens(all: Vec<(Rank, Sharing)>) -> bool {
        let counts = that_count(all);
        !counts.is_empty() && counts.iter().all(Sharing::opens_the_whole)
    }

    #[test]
    fn a_later_no_takes_a_yes_back_and_a_later_yes_takes_back_a_no() {
        assert!(opens(vec![says(1, Answer::Yes, None)]));
        assert!(!opens(vec![says(2, Answer::No, None), says(1, Answer::Yes, None)]));
        assert!(opens(vec![says(1, Answer::AskLater, None), says(2, Answer::Yes, None)]));
    }

    #[test]
    fn what_was_said_of_a_part_is_not_undone_by_a_yes_to_the_whole() {
        let part = says(1, Answer::No, Some("the crackers bit"));
        assert!(!opens(vec![part, says(2, Answer::Yes, None)]));
    }
}
