//! Lists of children as each role finds them.

use crate::borough::Borough;
use app::children::list;
use domain::child_list::{Listed, Which};
use domain::id::PersonId;

/// Every page of a list.
fn all(borough: &Borough, who: &str, which: Which) -> Vec<Listed> {
    let (mut after, mut listed) = (None, Vec::new());
    loop {
        let page = borough.read(who, move |cx| list(cx, Some(which), after)).expect("theirs");
        listed.extend(page.page.list.children);
        after = page.page.list.next;
        if after.is_none() {
            return listed;
        }
    }
}

pub fn whoever_meets_any_file_lists_all_by_name_and_no_restricted_one(borough: &Borough) {
    let children: Vec<PersonId> = borough.seeded.children.values().flatten().copied().collect();
    let files = borough.read("guardian", move |cx| {
        let viewer = cx.viewer()?;
        Ok(cx.tx.gather_files(&viewer, &children)?)
    });
    let (shut, open): (Vec<_>, Vec<_>) =
        files.expect("read").into_iter().partition(|file| file.restricted || file.shut_out);
    for who in ["data", "leader", "guardian"] {
        let page = borough.read(who, |cx| list(cx, None, None)).expect("theirs").page;
        assert_eq!(page.list.which, Which::All, "{who} begins with all");
        let listed = all(borough, who, Which::All);
        let is_listed = |child: PersonId| listed.iter().any(|one| one.id == child);
        assert!(open.iter().all(|file| is_listed(file.child)), "{who} on {}", borough.database());
        assert!(!shut.iter().any(|file| is_listed(file.child)), "{who}: restricted");
        assert!(listed.iter().all(|one| !one.name.is_empty()));
    }
}

pub fn a_worker_lists_their_own_and_a_supervisor_those_who_wait(borough: &Borough) {
    let idris = borough.person("A1");
    let anitas = all(borough, "worker", Which::Own);
    let listed = anitas.iter().find(|one| one.id == idris).expect("hers");
    assert_eq!((listed.worker.as_deref(), listed.waits), (Some("Anita Rowe"), false));
    assert!(listed.team.is_some());
    let names: Vec<_> = anitas.iter().map(|one| one.name.to_lowercase()).collect();
    assert!(names.is_sorted(), "by name");
    assert!(borough.read("worker", |cx| list(cx, Some(Which::Waiting), None)).is_err());
    let waiting = all(borough, "manager", Which::Waiting);
    assert!(waiting.iter().all(|one| one.waits), "{}", borough.database());
}
