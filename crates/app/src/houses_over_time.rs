//! A child's houses over time: what was put into the same house, one sitting beside another, for
//! whoever may open the child's file and as far as they may read each page.

use crate::cx::Read;
use crate::entry::pages_of;
use crate::error::{Error, Result};
use crate::file::File;
use crate::houses_session::bring;
use crate::kith::Kith;
use crate::session::Shown;
use crate::story::{account, writer_of};
use domain::access::{Action, Task, may};
use domain::entry::Entry;
use domain::front_page::Around;
use domain::houses_session::{House, HousesSession};
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::{Kind, Payload};
use domain::look::Page;
use domain::voice::Recorder;
use jiff::civil::Date;
use std::collections::BTreeMap;
use store::story::{StoryAsked, Told};
use ui::houses;
use ui::houses::over_time::{OneHouse, OverTime, Time};

/// So many sittings are shown, the last of them.
const SITTINGS: usize = 12;

/// A sitting that may be read.
struct Sat {
    root: EntryId,
    on: Date,
    said: HousesSession,
    /// Who sat there: whoever wrote its first version.
    by: Recorder,
}

/// The page, and the look that it is.
///
/// # Errors
/// Where whoever asks may not open the child's file.
pub fn read(cx: &mut Read<'_>, child: PersonId) -> Result<Shown<OverTime>> {
    let file = File::open(cx, Action::OpenFile, child)?;
    let mut sat = list_sat(cx, &file)?;
    let older = sat.len() > SITTINGS;
    sat.truncate(SITTINGS);
    sat.reverse();
    let accounts: Vec<AccountId> = sat.iter().filter_map(|one| account(one.by)).collect();
    let signs: BTreeMap<AccountId, PersonId> =
        cx.tx.list_signs_as(&accounts)?.into_iter().collect();
    let named: Vec<PersonId> = sat.iter().filter_map(|one| writer_of(one.by, &signs)).collect();
    let facts = cx.tx.read_map(file.asked(), &named, file.reading())?;
    facts.people.find(child).ok_or(Error::NotFound)?;
    let around = Around::of(&facts);
    let mut houses: BTreeMap<House, Vec<Time>> = BTreeMap::new();
    for Sat { root, on, said, by } in sat {
        let worker = writer_of(by, &signs).filter(|who| around.is_named(*who));
        let worker = worker.map(|who| around.named(who).name);
        let reading = file.reading();
        let pages = pages_of(cx, (reading.viewer, reading.files), &said)?;
        for (house, pages) in by_house(pages) {
            let time = Time { root, on, worker: worker.clone(), pages };
            houses.entry(house).or_default().push(time);
        }
    }
    let houses = houses.into_iter().map(|(house, times)| OneHouse { house, times }).collect();
    let own = cx.tx.list_own(&file.viewer)?.children.contains(&child);
    let may_take_along = own && may(&file.viewer, Task::BeginFile);
    let child = around.child().into();
    let page = OverTime { as_of: file.today, child, houses, older, may_take_along };
    Ok(Shown { page, look: Some(file.look(Page::Houses)) })
}

/// The pages of a sitting, each with those of its house.
fn by_house(pages: Vec<houses::Page>) -> BTreeMap<House, Vec<houses::Page>> {
    let mut houses: BTreeMap<House, Vec<houses::Page>> = BTreeMap::new();
    for page in pages {
        houses.entry(page.house).or_default().push(page);
    }
    houses
}

/// The last sittings, and one more where there is one; the newest first.
fn list_sat(cx: &mut Read<'_>, file: &File) -> Result<Vec<Sat>> {
    let kinds = &[Kind::HousesSession];
    let asked = StoryAsked { child: file.child, kinds, before: None, limit: SITTINGS + 1 };
    let mut sat = Vec::new();
    for line in cx.tx.list_story(asked, file.reading())? {
        let Told::Entry(entry) = line.told else { continue };
        let Entry { head, payload: Some(Payload::HousesSession(said)) } = *entry else { continue };
        let first = cx.tx.find_entry(head.root)?;
        let by = first.map_or(head.recorded_by, |first| first.head.recorded_by);
        sat.push(Sat { root: head.root, on: head.happened.day(), said, by });
    }
    Ok(sat)
}

/// Brings the drawings of the page. One that is not there, or was changed, stays away and the page
/// says so.
pub async fn bring_drawings(kith: &Kith, page: &mut OverTime) {
    bring(kith, page.pictures()).await;
}
