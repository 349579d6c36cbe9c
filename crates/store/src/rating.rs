//! Ratings: everybody's numbers on a child's scales.
//!
//! ```text
//! rating        all of them, by child, scale, rater
//! rating_front  of each rater on each scale the three newest and the first: what a chart draws
//! ```
//! Years of numbers cost the front page nothing. What stands in front is worked out anew from all
//! numbers of that rater on that scale, so it does not depend on the order in which they came.
//! What is under seal is counted apart, or a number nobody else may see would push out one that
//! they may.

use crate::card::CardRow;
use crate::error::Result;
use crate::filed::Filed;
use crate::reading::Reading;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::access::Part;
use domain::card::Card;
use domain::id::{EntryId, PersonId};
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "rating",
    version: 1,
    tables: &["rating", "rating_front"],
    definition: "
        create table rating(
          child {id} not null,
          scale {id} not null,
          rater {id} not null,
          root {id} not null,
          id {id} not null,
          at {big} not null,
          recorded_at {big} not null,
          writer {id},
          said_by {id},
          how text,
          sealed {flag} not null,
          readers text,
          body text not null,
          primary key(child, scale, rater, root)
        ) {keyed};
        create index rating_root on rating(root);
        create table rating_front(
          child {id} not null,
          scale {id} not null,
          rater {id} not null,
          root {id} not null,
          id {id} not null,
          at {big} not null,
          recorded_at {big} not null,
          writer {id},
          said_by {id},
          how text,
          sealed {flag} not null,
          readers text,
          body text not null,
          primary key(child, scale, rater, root)
        ) {keyed};",
    apply,
};

const PUT: &str =
    "insert into rating(child, scale, rater, root, id, at, recorded_at, writer, said_by,
    how, sealed, readers, body) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
    on conflict(child, scale, rater, root) do nothing";
const STOOD: &str = "select child, scale, rater from rating where root = ?1";
const DROP: &str = "delete from rating where root = ?1";
const CLEAR: &str = "delete from rating_front where child = ?1 and scale = ?2 and rater = ?3";
const FILL: &str =
    "insert into rating_front(child, scale, rater, root, id, at, recorded_at, writer,
    said_by, how, sealed, readers, body)
    select child, scale, rater, root, id, at, recorded_at, writer, said_by, how, sealed,
      readers, body
    from (select r.*,
        row_number() over (partition by sealed order by at desc, recorded_at desc, id desc)
          as newest,
        row_number() over (partition by sealed order by at, recorded_at, id) as oldest
      from rating r where child = ?1 and scale = ?2 and rater = ?3) ranked
    where newest <= 3 or oldest = 1";

/// One rater's numbers on one scale of one child.
type Line = (PersonId, EntryId, PersonId);

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let rating = match &placed.entry.payload {
        Some(Payload::Rating(rating)) => Some(rating),
        _ if placed.ends(Kind::Rating) => None,
        _ => return Ok(()),
    };
    let mut lines: Vec<Line> = Vec::new();
    if head.replaces.is_some() {
        lines = tx.all(STOOD, (head.root,))?;
        tx.exec(DROP, (head.root,))?;
    }
    if let Some((rating, payload)) = rating.zip(placed.entry.payload.as_ref()) {
        let body = payload.to_json();
        for child in &head.about {
            let f = Filed::of(head, *child);
            tx.exec(
                PUT,
                (
                    *child,
                    rating.scale,
                    rating.rater,
                    f.root,
                    f.id,
                    f.at,
                    f.recorded_at,
                    f.writer,
                    f.said_by,
                    f.how,
                    f.sealed,
                    f.readers,
                    &body,
                ),
            )?;
            lines.push((*child, rating.scale, rating.rater));
        }
    }
    lines.sort_unstable();
    lines.dedup();
    lines.into_iter().try_for_each(|line| {
        tx.exec(CLEAR, line)?;
        tx.exec(FILL, line)?;
        Ok(())
    })
}

const OF_CHILD: &str = "select 'rating', r.root, r.id, r.at, r.recorded_at, r.writer,
    coalesce(r.said_by, (select s.person from signs_as s where s.account = r.writer)),
    r.how, r.readers, r.body from rating r where r.child = ?1 and r.scale = ?2
    order by r.at, r.recorded_at, r.id";

impl Tx {
    /// Every rating of a child on a scale that this reader may read, oldest first.
    pub fn list_ratings(
        &mut self,
        child: PersonId,
        scale: EntryId,
        part: Part,
        reading: Reading<'_>,
    ) -> Result<Vec<Card>> {
        let asked = (part, reading.opens(child, part));
        let mut ratings = Vec::new();
        for row in self.all::<CardRow>(OF_CHILD, (child, scale))? {
            if reading.may_read_as(asked, row.writer, row.readers.as_ref()) {
                ratings.push(row.open(child)?);
            }
        }
        Ok(ratings)
    }
}
