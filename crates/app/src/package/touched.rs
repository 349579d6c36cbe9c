//! Which sitting an entry files or changes, so that its package is made anew: the sitting, a page,
//! what lies on it, a choice, what was important, the worker's note, what the child was told.

use crate::error::Result;
use domain::entry::NewEntry;
use domain::id::EntryId;
use domain::kind::Payload;
use store::story::TOLD;
use store::tx::Tx;

/// What an entry belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Touches {
    /// A sitting.
    Sitting(EntryId),
    /// A page of one.
    Page(EntryId),
}

impl Touches {
    /// Of an entry that is about to be written; none where it belongs to no sitting.
    pub(crate) fn of(tx: &mut Tx, new: &NewEntry) -> Result<Option<Self>> {
        let (root, again) = (new.root, new.replaces.is_some());
        let told = match &new.payload {
            // What is taken back belongs where it belonged.
            Payload::Withdrawal(gone) if TOLD.contains(&gone.of) || is_part(gone.of) => {
                let versions = tx.list_versions(root)?;
                versions.into_iter().rev().find_map(|version| match version.payload {
                    Some(Payload::Withdrawal(_)) | None => None,
                    said => said,
                })
            }
            Payload::Withdrawal(_) => None,
            said => Some(said.clone()),
        };
        Ok(match told {
            Some(Payload::HousesSession(_)) => Some(Self::Sitting(root)),
            Some(Payload::ChildAnswer(answer)) => Some(Self::Sitting(answer.to)),
            Some(Payload::HousesPage(page)) if again => Some(Self::Sitting(page.session)),
            Some(Payload::ImportantSaid(said)) if again => Some(Self::Sitting(said.session)),
            Some(Payload::Attachment(file)) if again => file.beside.map(Self::Sitting),
            Some(Payload::Note(_)) if again => tx.find_sitting_of_note(root)?.map(Self::Sitting),
            Some(Payload::Sharing(sharing)) => Some(Self::Page(sharing.of)),
            _ => None,
        })
    }

    /// The sitting; none where what was named is none.
    pub(crate) fn sitting(self, tx: &mut Tx) -> Result<Option<EntryId>> {
        let of = match self {
            Self::Sitting(root) => root,
            Self::Page(page) => match tx.find_newest(page)?.and_then(|entry| entry.payload) {
                Some(Payload::HousesPage(page)) => page.session,
                _ => return Ok(None),
            },
        };
        let newest = tx.find_newest(of)?;
        let is_sitting = |payload: &Payload| matches!(payload, Payload::HousesSession(_));
        let stands = newest.is_some_and(|entry| entry.payload.as_ref().is_some_and(is_sitting));
        Ok(stands.then_some(of))
    }
}

/// A kind that a story does not tell by itself and that still belongs to a sitting.
const fn is_part(kind: domain::kind::Kind) -> bool {
    use domain::kind::Kind;
    matches!(kind, Kind::Sharing | Kind::Attachment | Kind::ChildAnswer | Kind::HousesPage)
}
