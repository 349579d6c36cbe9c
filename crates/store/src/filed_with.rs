//! Which children share entries with a child: brothers and sisters, mostly. Whoever opens one of them asks
//! for the files of all, since an entry about a restricted child is hidden in the other's file too.
//!
//! A pair that ever was stays, corrections and all: it only says whose file is asked for.

use crate::error::Result;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::id::PersonId;

/// The view.
pub const VIEW: View = View {
    name: "filed_with",
    version: 1,
    tables: &["filed_with"],
    definition: "
        create table filed_with(
          child {id} not null,
          beside {id} not null,
          primary key(child, beside)
        ) {keyed};",
    apply,
};

const PUT: &str = "insert into filed_with(child, beside) values (?1, ?2)
    on conflict(child, beside) do nothing";
const BESIDE: &str = "select beside from filed_with where child = ?1 order by beside";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let about = &placed.entry.head.about;
    for child in about {
        for beside in about.iter().filter(|beside| *beside != child) {
            tx.exec(PUT, (*child, *beside))?;
        }
    }
    Ok(())
}

impl Tx {
    /// Every child with whom this one shares, or ever shared, an entry.
    pub fn list_filed_with(&mut self, child: PersonId) -> Result<Vec<PersonId>> {
        Ok(self.all::<(PersonId,)>(BESIDE, (child,))?.into_iter().map(|(who,)| who).collect())
    }
}
