//! A child's houses, one sitting beside another.

use crate::family::{People, World};
use crate::written::tylers;
use app::cx::Read;
use app::error::{Error, Result};
use app::houses_over_time::read;
use app::houses_session::{Filing, Moving, move_session};
use domain::houses_session::House;
use domain::id::{AccountId, EntryId, PersonId};
use domain::look::{AtWhat, Page};
use town::stores::empty_stores;
use ui::houses::over_time::OverTime;

/// What somebody reads of a child's houses.
fn houses(world: &World, by: AccountId, child: PersonId) -> Result<OverTime> {
    let read = move |cx: &mut Read<'_>| {
        let shown = read(cx, child)?;
        let look = AtWhat::Page { child, page: Page::Houses, because: None };
        assert_eq!(shown.look, Some(look), "and it is a look at the file");
        Ok(shown.page)
    };
    world.kith.read(world.edge(by), read).wait()
}

/// The sittings of which something is in a house, as they stand there.
fn of_house(page: &OverTime, house: House) -> Vec<EntryId> {
    let found = page.houses.iter().filter(|one| one.house == house);
    found.flat_map(|one| one.times.iter().map(|time| time.root)).collect()
}

#[test]
fn the_same_house_of_two_sittings_stands_side_by_side_until_one_is_moved_to_another_child() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let People { tyler, kayleigh, joel, dara, donna, .. } = world.people;
        assert_eq!(houses(&world, joel, tyler).expect("none yet").houses, []);
        let session = tylers(donna, &[]);
        let first = world.file(tyler, &session);
        let again = Filing { bundle: [8; 32], ..world.filing(tyler, &session) };
        let second = world.file_as(joel, &session, &again).expect("filed");
        let page = houses(&world, joel, tyler).expect("opened");
        let mut both = of_house(&page, House::Worries);
        both.sort();
        let mut filed = [first, second];
        filed.sort();
        assert_eq!(both, filed, "{page:?}");
        let time = &page.houses[0].times[0];
        assert_eq!(time.worker.as_deref(), Some("Joel Whitby"));
        assert_eq!(time.pages[0].words[0].0, "the ambilance");
        assert!(time.pages[0].drawing.is_some());
        assert_eq!(time.pages[0].choices, [], "who may see it stands on the page itself");
        assert!(matches!(houses(&world, dara, tyler), Err(Error::ReasonAsked { .. })));

        let typed = Moving { to: Some(kayleigh), because: "The wrong tablet.".into() };
        let about = vec![tyler, kayleigh];
        let moving =
            world.kith.write(world.edge(joel), about, move |cx| move_session(cx, second, &typed));
        moving.wait().expect("moved");
        let left = houses(&world, joel, tyler).expect("opened");
        assert_eq!(of_house(&left, House::Worries), [first]);
        let hers = houses(&world, joel, kayleigh).expect("opened");
        assert_eq!(of_house(&hers, House::Worries), [second]);
    }
}
