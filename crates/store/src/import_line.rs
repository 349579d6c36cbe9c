//! What files from elsewhere said: each entry that came by an import, by where it stands in that
//! system.
//!
//! A line is held against what the last file said, never against what a person made of it since:
//! so a file filed twice changes nothing, whatever was written in between.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::entry::{Head, Relation};
use domain::id::{Authority, EntryId, ImportId, PersonId};

/// The view.
pub const VIEW: View = View {
    name: "import_line",
    version: 2,
    tables: &["import_line"],
    definition: "
        create table import_line(
          authority integer not null,
          child_reference text not null,
          seq {big} not null,
          entry {id} not null,
          reference text not null,
          batch {id} not null,
          root {id} not null,
          replaced {id},
          content {bytes} not null,
          withdrawn {flag} not null,
          primary key(authority, child_reference, seq)
        ) {keyed};
        create index import_line_batch on import_line(batch, child_reference);",
    apply,
};

const PUT: &str =
    "insert into import_line(entry, seq, authority, child_reference, reference, batch,
    root, replaced, content, withdrawn) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
    on conflict(authority, child_reference, seq) do nothing";

/// The import an entry came by.
pub fn batch_of(head: &Head) -> Option<ImportId> {
    head.links
        .iter()
        .find(|link| link.how == Relation::CameBy)
        .map(|link| ImportId::first_written_in(link.to))
}

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    let reference = head.source.as_ref().and_then(|source| source.reference.as_deref());
    let (Some(batch), Some(reference)) = (batch_of(head), reference) else {
        return Ok(());
    };
    let child = reference.split('/').next().unwrap_or_default();
    let withdrawn = head.kind == domain::kind::Kind::Withdrawal;
    let content = placed.body.map(content_of);
    tx.exec(
        PUT,
        (
            head.id,
            placed.seq,
            head.authority,
            child,
            reference,
            batch,
            head.root,
            head.replaces,
            content.unwrap_or_default(),
            withdrawn,
        ),
    )?;
    Ok(())
}

/// What a line says, in sixteen bytes. When it began stands in its reference.
pub fn content_of(payload: &str) -> [u8; 16] {
    use sha2::{Digest as _, Sha256};
    let digest: [u8; 32] = Sha256::digest(payload).into();
    digest.first_chunk::<16>().copied().unwrap_or_default()
}

row! {
    /// A line of an import.
    #[derive(Debug, Clone)]
    pub struct LineRow {
        /// The entry.
        entry: EntryId,
        /// Where it stands in the other system.
        reference: String,
        /// The import it came by.
        batch: ImportId,
        /// What the entry is called by.
        root: EntryId,
        /// What it replaced.
        replaced: Option<EntryId>,
        /// What it says, in sixteen bytes.
        content: [u8; 16],
        /// It took the line back.
        withdrawn: bool,
        /// What has taken its place since.
        replaced_by: Option<EntryId>,
    }
}

// Within one child lines are few; the latest of each reference is picked by the importer.
const OF_CHILD: &str =
    "select l.entry, l.reference, l.batch, l.root, l.replaced, l.content, l.withdrawn,
    r.id from import_line l left join entry r on r.replaces = l.entry
    where l.authority = ?1 and l.child_reference = ?2 order by l.seq";
const CHILDREN: &str = "select distinct child_reference from import_line
    where batch = ?1 and child_reference > ?2 order by child_reference limit ?3";
const COUNT: &str = "select count(*) from import_line where batch = ?1";
const STORY_BESIDE: &str = "select count(*) from story s where s.child = ?1 and s.root not in
    (select l.root from import_line l
     where l.authority = ?2 and l.child_reference = ?3 and l.batch = ?4)";

impl Tx {
    /// Everything files ever said of the child with this number, oldest first.
    pub fn list_import_lines(&mut self, authority: Authority, child: &str) -> Result<Vec<LineRow>> {
        self.all(OF_CHILD, (authority, child))
    }

    /// The children an import wrote about, by the first part of their references, a page at a
    /// time.
    pub fn list_children_of_import(
        &mut self,
        batch: ImportId,
        after: &str,
        limit: i64,
    ) -> Result<Vec<String>> {
        let rows = self.all::<(String,)>(CHILDREN, (batch, after, limit))?;
        Ok(rows.into_iter().map(|(key,)| key).collect())
    }

    /// How many entries came by an import.
    pub fn count_lines_of_import(&mut self, batch: ImportId) -> Result<i64> {
        Ok(self.get::<(i64,)>(COUNT, (batch,))?.0)
    }

    /// How many lines of a child's story came from anywhere but this import.
    pub fn count_story_beside(
        &mut self,
        child: PersonId,
        (authority, reference): (Authority, &str),
        batch: ImportId,
    ) -> Result<i64> {
        Ok(self.get::<(i64,)>(STORY_BESIDE, (child, authority, reference, batch))?.0)
    }
}
