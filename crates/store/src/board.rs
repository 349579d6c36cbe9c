//! What stands on a child's map, in three queries as a front page: its cards with the newest
//! ratings, the family, and the names of exactly those whom these name.
//!
//! Board, story and the form of a note are filled from it: each names people as the map does, and
//! says what an entry speaks to in the map's words.

use crate::card::CardRow;
use crate::error::Result;
use crate::front_page::Asked;
use crate::people::Beside;
use crate::reading::Reading;
use crate::tx::Tx;
use domain::access::Part;
use domain::front_page::{Facts, Kin, People, to_be_named};
use domain::id::PersonId;

const LINES: &str = "select c.kind, c.root, c.id, c.at, c.recorded_at, c.writer,
      coalesce(c.said_by, (select s.person from signs_as s where s.account = c.writer)),
      c.how, c.readers, c.body from card c
      where c.child = ?1 and c.front in (0, 1) and c.kind in ('danger_statement', 'emblem',
        'involvement', 'map_item', 'mapping', 'network_member', 'pins', 'safety_goal', 'scale')
    union all select 'rating', r.root, r.id, r.at, r.recorded_at, r.writer, r.said_by,
      r.how, r.readers, r.body from rating_front r where r.child = ?1";

impl Tx {
    /// What stands on the map of a child that this reader may read, with the names of these as
    /// well. Nothing of it for whoever may not open the file.
    pub fn read_map(
        &mut self,
        asked: Asked,
        also: &[PersonId],
        reading: Reading<'_>,
    ) -> Result<Facts> {
        let Asked { child, as_of, looked_at } = asked;
        let open = (Part::Rest, reading.opens(child, Part::Rest));
        let mut cards = Vec::new();
        for row in self.all::<CardRow>(LINES, (child,))? {
            if reading.may_read_as(open, row.writer, row.readers.as_ref()) {
                cards.push(row.open(child)?);
            }
        }
        let kin = if open.1 { self.read_kin(child, as_of)? } else { Kin::default() };
        let (last_seen, lately) = (None, Vec::new());
        let people = People::default();
        let mut facts = Facts {
            child,
            as_of,
            looked_at,
            cards,
            last_seen,
            lately,
            important: vec![],
            kin,
            people,
        };
        let mut named = to_be_named(&facts);
        named.extend(also);
        named.sort_unstable();
        named.dedup();
        let beside = Beside { number_of: Some(child), ..Beside::default() };
        facts.people = self.list_people(&named, beside)?;
        Ok(facts)
    }
}
