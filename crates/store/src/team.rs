//! Teams of the authority.

use crate::error::{Error, Result};
use crate::row;
use crate::tx::Tx;
use crate::view::{Placed, View};
use domain::id::{Authority, TeamId};
use domain::kind::{Kind, Payload};
use domain::team::Team;

/// The view.
pub const VIEW: View = View {
    name: "team",
    version: 1,
    tables: &["team"],
    definition: "
        create table team(
          id {id} not null primary key,
          authority integer not null,
          facts {json} not null
        ) {keyed};",
    apply,
};

const PUT: &str = "insert into team(id, authority, facts) values (?1, ?2, ?3)
    on conflict(id) do update set facts = excluded.facts";
const DROP: &str = "delete from team where id = ?1";
const ALL: &str = "select id, facts from team where authority = ?1 order by id";

fn apply(tx: &mut Tx, placed: &Placed<'_>) -> Result<()> {
    let head = &placed.entry.head;
    if let Some(Payload::Team(team)) = &placed.entry.payload {
        let facts = Payload::Team(team.clone()).to_json();
        tx.exec(PUT, (head.root, head.authority, facts))?;
    } else if placed.ends(Kind::Team) {
        tx.exec(DROP, (head.root,))?;
    }
    Ok(())
}

row! { struct TeamRow { id: TeamId, facts: String } }

impl Tx {
    /// Every team of the authority: a few dozen at most.
    pub fn list_teams(&mut self, authority: Authority) -> Result<Vec<(TeamId, Team)>> {
        self.all::<TeamRow>(ALL, (authority,))?
            .into_iter()
            .map(|row| {
                let broken = |why| Error::Broken(format!("team {}: {why}", row.id));
                Ok((row.id, serde_json::from_str(&row.facts).map_err(broken)?))
            })
            .collect()
    }
}
