//! The story as whoever works with the child opens it.

use crate::borough::Borough;
use app::story::{parse_before, read};
use domain::id::PersonId;
use domain::look::{AtWhat, Page};
use domain::map_item::Column;
use domain::note::NoteKind;
use domain::story::Narrow;
use domain::voice::Mode;
use ui::story::{Story, What};

fn told(borough: &Borough, child: PersonId, show: Narrow, before: Option<&str>) -> Story {
    let before = before.map(|word| parse_before(word).expect("an address"));
    let shown = borough.read("worker", move |cx| read(cx, child, show, before)).expect("hers");
    let page = Page::Story;
    assert_eq!(shown.look, Some(AtWhat::Page { child, page, because: None }));
    shown.page
}

pub fn everything_is_told_once_newest_first_a_page_at_a_time(borough: &Borough) {
    let idris = borough.person("A1");
    let mut page = told(borough, idris, Narrow::All, None);
    let (counts, mut all) = (page.narrow.clone(), page.told.clone());
    while let Some(older) = page.older.take() {
        assert_eq!(page.told.len(), 50);
        let (_, before) = older.split_once("&before=").expect("a key");
        page = told(borough, idris, Narrow::All, Some(before));
        all.extend(page.told.clone());
    }
    assert_eq!(counts[0], (Narrow::All, all.len() as u64), "{}", borough.database());
    assert!(all.len() > 50, "more than one page");
    assert!(all.is_sorted_by(|one, next| one.on >= next.on));
    let mut roots: Vec<_> = all.iter().map(|told| told.root).collect();
    roots.sort_unstable();
    roots.dedup();
    assert_eq!(roots.len(), all.len(), "nothing twice");
    assert!(!roots.contains(&borough.root("A-n14")), "a visit of today is not told yet");
    for (show, count) in &counts[1..] {
        let narrowed = told(borough, idris, *show, None);
        assert_eq!(narrowed.told.len() as u64, (*count).min(50), "{show:?}");
        assert!(narrowed.told.iter().all(|told| roots.contains(&told.root)));
    }
}

pub fn a_line_says_whose_words_who_wrote_them_and_what_they_speak_to(borough: &Borough) {
    let page = told(borough, borough.person("A1"), Narrow::All, None);
    let find = |id: &str| {
        let root = borough.root(id);
        page.told.iter().find(|told| told.root == root).expect("told")
    };
    let night = find("A-n20");
    assert_eq!(night.what, What::Note(NoteKind::NightBook));
    assert_eq!(night.said_by.as_ref().expect("Denise").called, "Denise");
    assert!(!night.new, "on a first visit nothing is newer than the last");
    let gill = find("m6");
    let said = gill.said_by.as_ref().expect("Gill");
    assert_eq!((said.called.as_str(), gill.mode), ("Gill", Some(Mode::CloseNote)));
    assert_eq!(gill.written_by.as_deref(), Some("Anita Rowe"));
    let spoken: Vec<_> = page.told.iter().flat_map(|told| &told.speaks_to).collect();
    assert!(spoken.iter().any(|(column, words)| *column == Column::Worry && words.len() > 10));
    assert!(page.told.iter().any(|told| told.key && matches!(told.what, What::Step(_))));
}

pub fn only_children_are_heard_where_their_voice_is_asked_for(borough: &Borough) {
    let kayleigh = borough.person("B1");
    let page = borough.read("joel", move |cx| read(cx, kayleigh, Narrow::Voice, None));
    let page = page.expect("his").page;
    assert!(!page.told.is_empty(), "{}", borough.database());
    let children: Vec<_> = ["B1", "B2", "B3"].map(|id| borough.person(id)).to_vec();
    for told in &page.told {
        let said = told.said_by.as_ref().expect("somebody");
        assert!(children.contains(&said.id), "{} is no child", said.name);
    }
}
