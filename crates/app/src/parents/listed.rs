//! What the page of a sitting says of the family: whom the child named, what each would get, and
//! what was shown to whom.

use super::gathered::gather;
use super::offer::{Nothing, of_gathered, why_nothing};
use crate::error::Result;
use crate::sitting::Gathered;
use domain::front_page::{Named, Standing};
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::sharing::Answer;
use jiff::Timestamp;
use std::collections::BTreeSet;
use store::tx::Tx;
use ui::parents::{Family, LinkStands, Showing, Whom};

/// Whom the child named, and what was shown; none where it is no sitting.
pub(crate) fn listed(
    tx: &mut Tx,
    root: EntryId,
    now: Timestamp,
    named: &dyn Fn(PersonId) -> Named,
) -> Result<Option<Family>> {
    let Some(gathered) = gather(tx, root, now)? else { return Ok(None) };
    let mut people: Vec<Whom> = Vec::new();
    let choices = gathered.sitting.pages.iter().flat_map(|page| &page.choices);
    let mut outside: Vec<Whom> = Vec::new();
    for person in choices.map(|choice| choice.with.id).collect::<Vec<_>>() {
        if people.iter().chain(&outside).any(|known| known.person == person) {
            continue;
        }
        let offer = of_gathered(tx, &gathered, person, now)?;
        // No child is shown another's pages, which is no news about this one.
        if matches!(offer, Err(Nothing::Child)) {
            continue;
        }
        let pages = offer.map(|offer| offer.pages().len());
        let whom = Whom { person, called: to_the_child(&named(person)), pages };
        if is_of_the_family(&named(person)) {
            people.push(whom);
        } else if whom.pages.is_ok() {
            outside.push(whom);
        }
    }
    let by_name = by_name_alone(&gathered);
    let shown = showings(tx, (root, &gathered), now, named)?;
    let shut = gathered.sitting.shut_to_parents().map(|why| why_nothing(&why));
    Ok(Some(Family { sitting: root, people, outside, by_name, shut, shown }))
}

/// Whom the child said yes to, and the record knows by no more than that name.
fn by_name_alone(gathered: &Gathered) -> Vec<String> {
    let others = gathered.sitting.pages.iter().flat_map(|page| &page.page.others);
    let yes = others.filter(|other| other.answer == Answer::Yes);
    let names: BTreeSet<String> = yes.map(|other| other.name.clone()).collect();
    names.into_iter().collect()
}

fn showings(
    tx: &mut Tx,
    (root, gathered): (EntryId, &Gathered),
    now: Timestamp,
    named: &dyn Fn(PersonId) -> Named,
) -> Result<Vec<Showing>> {
    let mut all = Vec::new();
    for beside in tx.list_beside(root)? {
        let Some(entry) = tx.find_newest(beside)? else { continue };
        let Some(Payload::SharedBack(said)) = entry.payload else { continue };
        let link = tx.find_link_of(beside)?;
        // The child may have taken it back since, or it may be another child's by now.
        let offer = of_gathered(tx, gathered, said.with, now)?.ok();
        let shows = link.as_ref().zip(offer).is_some_and(|(link, of)| of.child() == link.child);
        all.push(Showing {
            root: beside,
            called: to_the_child(&named(said.with)),
            way: said.way,
            made_on: entry.head.happened.day(),
            shown_on: said.shown_on,
            link: link.map(|link| LinkStands {
                opens: link.opens(now),
                shows,
                ended: link.ended_at.is_some(),
                until: link.until,
                opened_at: link.opened_at,
            }),
        });
    }
    all.sort_by_key(|one| std::cmp::Reverse((one.made_on, one.root)));
    Ok(all)
}

/// Family and friends; no brother or sister, to whom no other child's pages are shown.
pub(crate) fn is_of_the_family(who: &Named) -> bool {
    who.standing.is_family() && who.standing != Standing::Child
}

/// What a child calls somebody: mum, dad and nan by what they are, the others by name.
pub(crate) fn to_the_child(who: &Named) -> String {
    let family =
        matches!(who.standing, Standing::Mother | Standing::Father | Standing::Grandparent);
    let Some(relation) = who.relation.as_deref().filter(|_| family) else {
        return who.called.clone();
    };
    let mut letters = relation.chars();
    let first = letters.next().map(|first| first.to_uppercase().collect::<String>());
    first.unwrap_or_default() + letters.as_str()
}
