//! Something important that a child said: the words are the child's, what is round them is the
//! worker's.

use crate::family::World;
use crate::written::tylers;
use domain::id::EntryId;
use domain::kind::Payload;
use serde_json::{Value, json};
use town::stores::{console, empty_stores};
use ui::entry::Label;

/// As the tablet writes it; "Not yet" is what it writes where nothing was typed.
fn said(rang: &str) -> Value {
    json!({"kind": "important_said", "words": "he frew the plate", "before": "And then?",
        "who_near": "nobody", "seen": "He looked at the door.", "now": true, "rang": rang,
        "by": "worker"})
}

/// The first important thing of a sitting.
fn important_of(world: &World, root: EntryId) -> EntryId {
    let read = move |cx: &mut app::cx::Read<'_>| Ok(cx.tx.find_newest(root)?);
    let entry = world.kith.read(console(0), read).wait().expect("read").expect("an entry");
    let Some(Payload::HousesSession(session)) = entry.payload else { panic!("a sitting") };
    session.important[0]
}

#[test]
fn only_the_childs_exact_words_are_the_childs() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.file(world.people.tyler, &tylers(world.people.donna, &[said("Not yet")]));
        let important = important_of(&world, root);
        let read = move |cx: &mut app::cx::Read<'_>| app::entry::read(cx, important);
        let page = world.kith.read(world.edge(world.people.joel), read).wait().expect("the entry");
        let parts = page.page.page.versions[0].parts.clone();
        let told: Vec<_> = parts.iter().map(|part| (part.label, part.words.as_str())).collect();
        assert_eq!(
            told,
            [
                (Label::Words, "he frew the plate"),
                (Label::AskedBefore, "And then?"),
                (Label::WhoNear, "nobody"),
                (Label::WasSeen, "He looked at the door."),
                (Label::DangerNow, "Yes"),
                (Label::WhoRung, "Not yet"),
            ]
        );
    }
}
