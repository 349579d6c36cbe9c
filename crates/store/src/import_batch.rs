//! Imports: each filing of a file, and the stage its rows wait on until a job has filed them.

use crate::error::Result;
use crate::row;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::id::{Authority, ImportId};
use domain::kind::{Kind, Payload};

/// The view.
pub const VIEW: View = View {
    name: "import_batch",
    version: 1,
    tables: &["import_batch"],
    definition: "
        create table import_batch(
          id {id} not null primary key,
          authority integer not null,
          recorded_at {big} not null,
          state text not null
        ) {keyed};",
    apply,
};

const PUT: &str =
    "insert into import_batch(id, authority, recorded_at, state) values (?1, ?2, ?3, ?4)
    on conflict(id) do update set state = excluded.state";
const DROP: &str = "delete from import_batch where id = ?1";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if let Some(Payload::ImportBatch(batch)) = &placed.entry.payload {
        tx.exec(PUT, (head.root, head.authority, head.recorded_at, batch.state.as_str()))?;
    } else if placed.ends(Kind::ImportBatch) {
        tx.exec(DROP, (head.root,))?;
    }
    Ok(())
}

row! {
    /// A child of a file, waiting to be filed.
    pub struct StagedRow {
        /// Its place in the file, from 0.
        place: i64,
        /// The authority's number for it.
        la_child_id: String,
        /// What the file says, as the importer wrote it down.
        body: String,
    }
}

const STAGE: &str =
    "insert into import_stage(batch, place, la_child_id, body) values (?1, ?2, ?3, ?4)";
const NEXT: &str = "select place, la_child_id, body from import_stage
    where batch = ?1 and place >= ?2 order by place limit ?3";
const UNSTAGE: &str = "delete from import_stage where batch = ?1 and place = ?2";
const CLEAR: &str = "delete from import_stage where batch = ?1";
const LEFT: &str = "select count(*) from import_stage where batch = ?1";
const UNFINISHED: &str = "select id from import_batch where authority = ?1 and state = 'filing'
    order by recorded_at, id";

const ORPHANS: &str = "delete from import_stage where batch not in (select id from import_batch)";
const STAGED_AS: &str = "select place, la_child_id, body from import_stage
    where batch = ?1 and la_child_id = ?2 order by place limit 1";

row! {
    /// An import with its first head and what stands of it now.
    pub struct ImportRow {
        /// Its id.
        id: ImportId,
        /// Children still on the stage.
        staged: i64,
        /// The head of its first entry, as JSON.
        first: String,
        /// The head of its newest, as JSON.
        head: String,
        /// The newest payload, as JSON.
        body: Option<String>,
    }
}

macro_rules! imports {
    ($which:literal) => {
        concat!(
            "select b.id, (select count(*) from import_stage s where s.batch = b.id), f.head,
            n.head, p.body from import_batch b join entry f on f.id = b.id
            join entry n on (n.id = b.id or (n.root = b.id and n.replaces is not null))
              and not exists (select 1 from entry r where r.replaces = n.id)
            left join payload p on p.seq = n.seq where b.authority = ?1 ",
            $which
        )
    };
}
const LIST: &str = imports!("order by b.recorded_at desc, b.id desc limit ?2");
const ONE: &str = imports!("and b.id = ?2");

impl Tx {
    /// Imports, the newest first.
    pub fn list_imports(&mut self, authority: Authority, limit: i64) -> Result<Vec<ImportRow>> {
        self.all(LIST, (authority, limit))
    }

    /// One import.
    pub fn find_import(&mut self, authority: Authority, id: ImportId) -> Result<Option<ImportRow>> {
        self.find(ONE, (authority, id))
    }

    /// Takes away what was staged for an import that never began, because its file was cut short.
    pub fn clear_orphans_from_stage(&mut self) -> Result<u64> {
        self.exec(ORPHANS, ())
    }

    /// The child on the stage with this number. Looks through the whole stage of the import.
    pub fn find_staged(&mut self, batch: ImportId, la_child_id: &str) -> Result<Option<StagedRow>> {
        self.find(STAGED_AS, (batch, la_child_id))
    }

    /// Puts a child on the stage.
    pub fn stage_child(&mut self, batch: ImportId, row: &StagedRow) -> Result<()> {
        self.exec(STAGE, (batch, row.place, &row.la_child_id, &row.body))?;
        Ok(())
    }

    /// The next children on the stage, from this place on.
    pub fn list_staged(
        &mut self,
        batch: ImportId,
        from: i64,
        limit: i64,
    ) -> Result<Vec<StagedRow>> {
        self.all(NEXT, (batch, from, limit))
    }

    /// How many are still on the stage.
    pub fn count_staged(&mut self, batch: ImportId) -> Result<i64> {
        Ok(self.get::<(i64,)>(LEFT, (batch,))?.0)
    }

    /// Takes a filed child off the stage, in the transaction that filed it.
    pub fn unstage_child(&mut self, batch: ImportId, place: i64) -> Result<()> {
        self.exec(UNSTAGE, (batch, place))?;
        Ok(())
    }

    /// Takes everything of an import off the stage.
    pub fn clear_stage(&mut self, batch: ImportId) -> Result<()> {
        self.exec(CLEAR, (batch,))?;
        Ok(())
    }

    /// Imports that were cut short while filing, oldest first.
    pub fn list_unfinished_imports(&mut self, authority: Authority) -> Result<Vec<ImportId>> {
        Ok(self.all::<(ImportId,)>(UNFINISHED, (authority,))?.into_iter().map(|(id,)| id).collect())
    }
}
