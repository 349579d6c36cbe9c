//! A front page is opened by whoever may, and says why where a reason was asked.

use crate::borough::Borough;
use app::error::Error;
use app::front_page;
use domain::access::Action;
use domain::look::{AtWhat, Page};

pub fn a_worker_opens_it_at_once_and_a_leader_says_why(borough: &Borough) {
    let idris = borough.person("A1");
    let shown = borough.read("worker", move |cx| front_page::read(cx, idris)).expect("hers");
    assert_eq!(shown.page.child.called, "Idris", "{}", borough.database());
    let page = Page::FrontPage;
    assert_eq!(shown.look, Some(AtWhat::Page { child: idris, page, because: None }));

    let leader = || borough.read("leader", move |cx| front_page::read(cx, idris));
    assert!(matches!(leader(), Err(Error::ReasonAsked { .. })));
    borough
        .write("leader", 40, move |cx| {
            app::opening::open_with_reason(cx, idris, Action::OpenFrontPage, "The court asks.")
        })
        .expect("opened");
    let because = Some("The court asks.".to_owned());
    let look = leader().expect("opened").look;
    assert_eq!(look, Some(AtWhat::Page { child: idris, page, because }));

    let data = borough.read("data", move |cx| front_page::read(cx, idris));
    assert!(matches!(data, Err(Error::NotFound)), "returns need no front page");
}

pub fn files_gathered_together_stand_as_each_does_alone(borough: &Borough) {
    let children: Vec<_> = borough.seeded.children.values().flatten().copied().collect();
    let everyone: Vec<_> = borough.seeded.people.values().copied().collect();
    assert!(children.len() > 40, "more than one statement asks for");
    for who in ["worker", "joel", "manager", "oncall", "leader", "data", "guardian"] {
        let asked = [children.clone(), everyone.clone()].concat();
        let (together, alone) = borough
            .read(who, move |cx| {
                let viewer = cx.viewer()?;
                let together = cx.tx.gather_files(&viewer, &asked)?;
                let mut alone = Vec::new();
                for child in &asked {
                    alone.push(cx.tx.file_access(&viewer, *child)?);
                }
                Ok((together, alone))
            })
            .expect("read");
        for (mut one, mut other) in together.into_iter().zip(alone) {
            let word = |way: &domain::access::Way| format!("{way:?}");
            one.ways.sort_by_key(word);
            other.ways.sort_by_key(word);
            assert_eq!(one, other, "{who} on {}", borough.database());
        }
    }
}
