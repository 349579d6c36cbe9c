//! A page of a child's story, narrowed to what somebody asks for, and how much each of these
//! lists holds. What lies ahead is not told; what the reader may not read is neither told nor
//! counted.

use crate::error::Result;
use crate::reading::Reading;
use crate::row;
use crate::story::{StoryKey, StoryLine, StoryRow};
use crate::tx::Tx;
use domain::access::Part;
use domain::id::{AccountId, EntryId, PersonId};
use domain::story::Narrow;
use jiff::Timestamp;

/// A page that somebody asks for.
#[derive(Debug, Clone, Copy)]
pub struct PageAsked {
    /// Whose.
    pub child: PersonId,
    /// What is listed.
    pub show: Narrow,
    /// The last line of the page before; the newest page begins now.
    pub before: Option<StoryKey>,
    /// Now.
    pub now: Timestamp,
    /// How many lines.
    pub limit: usize,
}

/// What children said: the child, or one of those whom entries are shared with.
macro_rules! a_childs {
    () => {
        "(s.said_by = ?1 or s.said_by in (select beside from filed_with where child = ?1))"
    };
}

// SQLite parses a statement anew for each number bound to a bare limit; `+ 0` spares it that.
const PAGE: &str = concat!(
    "select s.at, s.root, s.kind, s.word, s.writer, s.readers, s.seq, e.head, p.body
    from story s join entry e on e.seq = s.seq left join payload p on p.seq = s.seq
    where s.child = ?1 and (s.at, s.root) < (?2, ?3) and s.planned = 0
      and (?4 = 'all' or (?4 = 'key' and s.key = 1)
        or (?4 = 'tried' and s.kind in ('plan_trial', 'plan_review'))
        or (?4 = 'voice' and ",
    a_childs!(),
    ")) order by s.at desc, s.root desc limit ?5 + 0"
);
const COUNTS: &str = concat!(
    "select case when s.readers is null then null else s.writer end, s.readers, s.key,
      case when s.kind in ('plan_trial', 'plan_review') then 1 else 0 end,
      case when ",
    a_childs!(),
    " then 1 else 0 end, cast(count(*) as bigint)
    from story s where s.child = ?1 and s.at <= ?2 and s.planned = 0 group by 1, 2, 3, 4, 5"
);

row! {
    struct CountRow {
        writer: Option<AccountId>,
        readers: Option<String>,
        key: bool,
        tried: bool,
        voice: bool,
        count: i64,
    }
}

impl Tx {
    /// A page of the story, newest first, of what this reader may read; one line more than asked
    /// for where there is more.
    pub fn list_story_page(
        &mut self,
        asked: PageAsked,
        reading: Reading<'_>,
    ) -> Result<Vec<StoryLine>> {
        let open = (Part::Rest, reading.opens(asked.child, Part::Rest));
        let last = EntryId::from_bytes([0xff; 16]);
        let mut before = asked.before.unwrap_or((asked.now.as_microsecond(), last));
        let one_more = asked.limit.saturating_add(1);
        let limit = i64::try_from(one_more).unwrap_or(i64::MAX);
        let mut lines = Vec::new();
        loop {
            let (child, show) = (asked.child, asked.show.as_str());
            let rows = self.all::<StoryRow>(PAGE, (child, before.0, before.1, show, limit))?;
            let all = rows.len() < one_more;
            for row in rows {
                before = (row.at, row.root);
                if lines.len() < one_more
                    && reading.may_read(open, row.writer, row.readers.as_deref())?
                {
                    lines.push(row.open()?);
                }
            }
            if all || lines.len() >= one_more {
                return Ok(lines);
            }
        }
    }

    /// How many lines each list of the story holds for this reader, in the order of the lists.
    pub fn count_story_lists(
        &mut self,
        child: PersonId,
        now: Timestamp,
        reading: Reading<'_>,
    ) -> Result<Vec<(Narrow, u64)>> {
        let open = (Part::Rest, reading.opens(child, Part::Rest));
        let mut counts = Narrow::ALL.iter().map(|narrow| (*narrow, 0)).collect::<Vec<_>>();
        for row in self.all::<CountRow>(COUNTS, (child, now))? {
            if !reading.may_read(open, row.writer, row.readers.as_deref())? {
                continue;
            }
            for (narrow, count) in &mut counts {
                let listed = match narrow {
                    Narrow::All => true,
                    Narrow::KeyEvents => row.key,
                    Narrow::Voice => row.voice,
                    Narrow::PlanTried => row.tried,
                };
                *count += if listed { u64::try_from(row.count).unwrap_or_default() } else { 0 };
            }
        }
        Ok(counts)
    }
}
