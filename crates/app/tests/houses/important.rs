//! Something important that a child said: the words are the child's, what is round them is the
//! worker's.

use crate::family::{People, World, first};
use crate::written::tylers;
use app::account::{NewAccount, make_account, make_team};
use app::amend::Replaced;
use app::edge::Edge;
use app::error::{Error, Result};
use app::houses_session::{TypedLines, record_left_open};
use app::my_work::show;
use domain::account::Role;
use domain::id::AccountId;
use domain::id::EntryId;
use domain::important_said::Line;
use domain::involvement::{Involved, Involvement, Role as Part};
use domain::kind::Payload;
use domain::my_work::Waiting;
use domain::restriction::{Because, Restriction, Whom};
use domain::team::Team;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde_json::{Value, json};
use town::stores::{console, empty_stores};
use ui::entry::{EntryPage, Label};

/// As the tablet writes it: null where nobody was rung yet; "Not yet" is what it wrote before.
fn said(rang: impl Into<Value>) -> Value {
    json!({"kind": "important_said", "words": "he frew the plate", "before": "And then?",
        "who_near": "nobody", "seen": "He looked at the door.", "now": true, "rang": rang.into(),
        "by": "worker"})
}

/// The important things of a sitting.
fn all_important(world: &World, root: EntryId) -> Vec<EntryId> {
    let read = move |cx: &mut app::cx::Read<'_>| Ok(cx.tx.find_newest(root)?);
    let entry = world.kith.read(console(0), read).wait().expect("read").expect("an entry");
    let Some(Payload::HousesSession(session)) = entry.payload else { panic!("a sitting") };
    session.important
}

/// The first of them.
fn important_of(world: &World, root: EntryId) -> EntryId {
    all_important(world, root)[0]
}

/// The page of one, as Joel reads it.
fn read(world: &World, entry: EntryId) -> EntryPage {
    let read = move |cx: &mut app::cx::Read<'_>| app::entry::read(cx, entry);
    world.kith.read(world.edge(world.people.joel), read).wait().expect("the entry").page.page
}

/// Its words under this question, the newest version first.
fn words(page: &EntryPage, label: Label) -> Vec<&str> {
    let all = page.versions.iter().flat_map(|version| &version.parts);
    all.filter(|part| part.label == label).map(|part| &*part.words).collect()
}

#[test]
fn its_page_leads_to_the_files_of_brothers_and_sisters_whom_it_may_name() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        world.family();
        let root = world.file(world.people.tyler, &tylers(world.people.donna, &[said("Not yet")]));
        let beside = read(&world, important_of(&world, root)).beside;
        let beside: Vec<_> = beside.iter().map(|sibling| sibling.id).collect();
        assert_eq!(beside, [world.people.kayleigh]);
        assert!(read(&world, root).beside.is_empty(), "a sitting leads to nobody else's file");
    }
}

#[test]
fn only_the_childs_exact_words_are_the_childs() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let root = world.file(world.people.tyler, &tylers(world.people.donna, &[said("Not yet")]));
        let important = important_of(&world, root);
        let parts = read(&world, important).versions[0].parts.clone();
        let told: Vec<_> = parts.iter().map(|part| (part.label, part.words.as_str())).collect();
        assert_eq!(
            told,
            [
                (Label::Words, "he frew the plate"),
                (Label::WrittenAt, "26 March 2026, 1.00 pm"),
                (Label::AskedBefore, "And then?"),
                (Label::WhoNear, "nobody"),
                (Label::WasSeen, "He looked at the door."),
                (Label::DangerNow, "Yes"),
                (Label::WhoRung, "Nobody has written whom they rang."),
            ]
        );
    }
}

/// The day after the sitting, in the morning.
fn next_day(days: i64) -> Timestamp {
    let at: Timestamp = "2026-03-27T08:00:00Z".parse().expect("a moment");
    at + jiff::SignedDuration::from_hours(24 * days)
}

/// What *My work* says then of something important: whom, which entry, of which day.
fn waits(world: &World, who: AccountId, at: Timestamp) -> Vec<(String, EntryId, Date)> {
    let edge = world.edge_at(who, at);
    let work = world.kith.read(edge, show).wait().expect("their own").page.work;
    let told = work.waiting.into_iter().filter_map(|one| match one {
        Waiting::Important { called, entry, on } => Some((called, entry, on)),
        _ => None,
    });
    told.collect()
}

/// The entries that the child's front page leads to then.
fn on_the_front_page(world: &World, who: AccountId, at: Timestamp) -> Vec<(EntryId, Date)> {
    let child = world.people.tyler;
    let read = move |cx: &mut app::cx::Read<'_>| app::front_page::read(cx, child);
    let page = world.kith.read(world.edge_at(who, at), read).wait().expect("the front page").page;
    page.important.iter().map(|said| (said.entry, said.on)).collect()
}

#[test]
fn the_worker_is_told_until_somebody_wrote_whom_they_rang_and_the_front_page_for_a_fortnight() {
    let rung = "Sam Okoro at 4.10 pm";
    let ways =
        [(json!(null), true), (json!("Not yet"), true), (json!(""), true), (json!(rung), false)];
    for (rang, open) in ways {
        for store in empty_stores().expect("stores") {
            let world = World::new(&store);
            let (tyler, joel) = (world.people.tyler, world.people.joel);
            let root = world.file(tyler, &tylers(world.people.donna, &[said(rang.clone())]));
            let (entry, on) = (important_of(&world, root), date(2026, 3, 26));
            let told = waits(&world, joel, next_day(0));
            let expected = vec![("Tyler".to_owned(), entry, on)];
            assert_eq!(told, if open { expected } else { vec![] }, "{rang}");
            assert_eq!(waits(&world, world.people.dara, next_day(0)), [], "no child of hers");
            assert_eq!(on_the_front_page(&world, joel, next_day(0)), [(entry, on)]);
            assert_eq!(waits(&world, joel, next_day(14)), []);
            assert_eq!(on_the_front_page(&world, joel, next_day(14)), []);
        }
    }
}

#[test]
fn whoever_answers_for_the_team_that_leads_is_told_too_and_no_other_team() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let tyler = world.people.tyler;
        let made = world.kith.write(console(5), vec![], move |cx| {
            let mut manager_of = |name: &str, email: &str| {
                let team = Team { name: name.into(), duty_phone: None, closed_on: None };
                let team = make_team(cx, team)?;
                let new = NewAccount {
                    name: "Ruth Sear".into(),
                    job: "team manager".into(),
                    email: email.into(),
                    roles: vec![Role::Supervisor],
                    teams: vec![team],
                    organisation: None,
                };
                Result::Ok((team, make_account(cx, &new)?))
            };
            let (team, own) = manager_of("Riverside", "ruth@wexcombe.example")?;
            let (_, (_, other)) = manager_of("Hill", "hill@wexcombe.example")?;
            let (who, from) = (Involved::Team(team), date(2026, 2, 27));
            let role = Part::Lead;
            let part = Involvement { child: tyler, who, role, title: None, from, until: None };
            first(cx, vec![tyler], part);
            Ok((own, other))
        });
        let ((ruths, own), other) = made.wait().expect("written");
        let root = world.file(tyler, &tylers(world.people.donna, &[said("Not yet")]));
        let expected = vec![("Tyler".to_owned(), important_of(&world, root), date(2026, 3, 26))];
        assert_eq!(waits(&world, own, next_day(0)), expected, "{}", store.database);
        assert_eq!(waits(&world, other, next_day(0)), []);
        let shut_out = world.kith.write(console(6), vec![tyler], move |cx| {
            let (whom, because) = (Whom::ShutOut(vec![ruths]), Because::FormerPartner);
            let (from, words, until) = (date(2026, 2, 27), None, None);
            let out = Restriction { child: tyler, whom, because, words, from, until };
            first(cx, vec![tyler], out);
            Result::Ok(())
        });
        shut_out.wait().expect("written");
        assert_eq!(waits(&world, own, next_day(0)), [], "{}: shut out", store.database);
    }
}

/// Somebody writes whom they rang, of the version they saw.
fn writes(
    world: &World,
    who: AccountId,
    (root, version): (EntryId, EntryId),
    rang: &str,
) -> Result<Replaced> {
    let typed = TypedLines { version, lines: vec![(Line::Rang, rang.to_owned())] };
    let write = move |cx: &mut app::cx::Write<'_, '_>| record_left_open(cx, root, &typed);
    let mut seed = [0; 32];
    seed.iter_mut().zip(rang.bytes()).for_each(|(to, from)| *to = from);
    world.kith.write(Edge { seed, ..world.edge(who) }, vec![], write).wait()
}

#[test]
fn once_somebody_wrote_whom_they_rang_it_waits_for_nobody_and_what_was_said_stays() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let (tyler, joel) = (world.people.tyler, world.people.joel);
        let root = world.file(tyler, &tylers(world.people.donna, &[said("Not yet")]));
        let entry = important_of(&world, root);
        for nobody in ["", " ", "Not yet", "Not yet "] {
            let refused = writes(&world, joel, (entry, entry), nobody);
            let Err(Error::Refused(faults)) = refused else { panic!("{nobody:?}: {refused:?}") };
            assert_eq!(faults.iter().map(|one| one.at).collect::<Vec<_>>(), ["rang"]);
        }
        assert_eq!(waits(&world, joel, next_day(0)).len(), 1, "still open");
        let rang = "Sam Okoro, 4.10 pm";
        for press in ["first", "again"] {
            let stands = writes(&world, joel, (entry, entry), rang);
            assert!(matches!(stands, Ok(Replaced::Stands(_))), "{press}: {stands:?}");
        }
        assert_eq!(waits(&world, joel, next_day(0)), []);
        assert_eq!(on_the_front_page(&world, joel, next_day(0)).len(), 1, "it is still told");
        let page = read(&world, entry);
        assert_eq!(
            words(&page, Label::WhoRung),
            [rang, "Nobody has written whom they rang."],
            "the newest first, both to be read"
        );
        assert_eq!(words(&page, Label::Words), ["he frew the plate"; 2]);
        let form = page.left_open.expect("the form");
        assert!(form.done && form.version != entry, "{form:?}");
        let stands =
            [(Line::WhoNear, "nobody"), (Line::Seen, "He looked at the door."), (Line::Rang, rang)];
        assert_eq!(form.lines, stands.map(|(line, words)| (line, words.to_owned())));
    }
}

#[test]
fn whom_somebody_rang_is_written_by_whoever_may_write_and_nobody_is_overwritten() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let People { tyler, joel, dara, keeper, donna, .. } = world.people;
        let root = world.file(tyler, &tylers(donna, &[said(""), said("")]));
        let (entry, later) = (all_important(&world, root)[0], all_important(&world, root)[1]);
        for other in [dara, keeper] {
            let no = writes(&world, other, (entry, entry), "Somebody, 4 pm");
            assert!(no.is_err() && !matches!(no, Err(Error::Refused(_))), "{no:?}");
        }
        for (what, named) in
            [("the sitting", root), ("a person", EntryId(tyler.0)), ("what was said later", later)]
        {
            let no = writes(&world, joel, (named, entry), "Somebody, 4 pm");
            assert!(matches!(no, Err(Error::NotFound)), "{what}: {no:?}");
        }
        let first = writes(&world, joel, (entry, entry), "Sam Okoro, 4.10 pm");
        assert!(matches!(first, Ok(Replaced::Stands(_))), "{first:?}");
        let late = writes(&world, joel, (entry, entry), "The duty desk, 5 pm");
        let Ok(Replaced::SavedInBetween(stands)) = late else { panic!("{late:?}") };
        let Some(Payload::ImportantSaid(stands)) = stands.payload else { panic!("another kind") };
        assert_eq!(stands.rang.as_deref(), Some("Sam Okoro, 4.10 pm"));
    }
}

/// Somebody writes these lines.
fn writes_lines(world: &World, of: EntryId, lines: &[(Line, &str)]) -> Result<Replaced> {
    let find = move |cx: &mut app::cx::Read<'_>| Ok(cx.tx.find_newest(of)?);
    let newest = world.kith.read(console(0), find).wait().expect("read").expect("an entry");
    let version = newest.head.id;
    let lines = lines.iter().map(|(line, words)| (*line, (*words).to_owned())).collect();
    let typed = TypedLines { version, lines };
    let write = move |cx: &mut app::cx::Write<'_, '_>| record_left_open(cx, of, &typed);
    let mut seed = [7; 32];
    seed.iter_mut().zip(version.0.as_bytes()).for_each(|(to, from)| *to = *from);
    world.kith.write(Edge { seed, ..world.edge(world.people.joel) }, vec![], write).wait()
}

#[test]
fn what_was_seen_and_who_was_near_are_written_later_each_for_itself() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let mut op = said(json!(null));
        (op["seen"], op["who_near"]) = (json!("Not yet"), json!(""));
        let root = world.file(world.people.tyler, &tylers(world.people.donna, &[op]));
        let of = important_of(&world, root);
        let open = |page: &EntryPage| {
            let form = page.left_open.clone().expect("the form");
            (form.done, form.lines.into_iter().map(|(line, _)| line).collect::<Vec<_>>())
        };
        let page = read(&world, of);
        assert_eq!(open(&page), (false, Line::ALL.to_vec()));
        for label in [Label::WasSeen, Label::WhoNear] {
            assert_eq!(words(&page, label), ["Nobody has written it yet."]);
        }
        let saw = "He looked at the door, twice.";
        let lines = [(Line::WhoNear, " "), (Line::Seen, saw), (Line::Rang, "")];
        assert!(matches!(writes_lines(&world, of, &lines), Ok(Replaced::Stands(_))));
        let page = read(&world, of);
        assert_eq!(words(&page, Label::WasSeen), [saw, "Nobody has written it yet."]);
        assert_eq!(open(&page), (false, vec![Line::WhoNear, Line::Rang]));
        assert_eq!(waits(&world, world.people.joel, next_day(0)).len(), 1, "nobody was rung");
        let gone = writes_lines(&world, of, &[(Line::Seen, ""), (Line::Rang, "Sam, 4 pm")]);
        let Err(Error::Refused(faults)) = gone else { panic!("{gone:?}") };
        assert_eq!(faults.iter().map(|one| one.at).collect::<Vec<_>>(), ["seen"]);
        let lines = [(Line::WhoNear, "The kitchen, Gran"), (Line::Rang, "Sam, 4 pm")];
        assert!(matches!(writes_lines(&world, of, &lines), Ok(Replaced::Stands(_))));
        assert_eq!(open(&read(&world, of)), (true, Line::ALL.to_vec()));
        assert_eq!(waits(&world, world.people.joel, next_day(0)), []);
    }
}

#[test]
fn whoever_leaves_blank_what_somebody_else_has_just_written_is_shown_it() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let mut op = said(json!(null));
        op["seen"] = json!("");
        let root = world.file(world.people.tyler, &tylers(world.people.donna, &[op]));
        let of = important_of(&world, root);
        let write = |n: u8, lines: &[(Line, &str)]| {
            let lines = lines.iter().map(|(line, words)| (*line, (*words).to_owned())).collect();
            let typed = TypedLines { version: of, lines };
            let write = move |cx: &mut app::cx::Write<'_, '_>| record_left_open(cx, of, &typed);
            let edge = Edge { seed: [n; 32], ..world.edge(world.people.joel) };
            world.kith.write(edge, vec![], write).wait()
        };
        let none = write(41, &[]);
        assert!(matches!(none, Err(Error::NotFound)), "{none:?}");
        let first = write(42, &[(Line::Seen, "He looked at the door."), (Line::Rang, "")]);
        assert!(matches!(first, Ok(Replaced::Stands(_))), "{first:?}");
        for lines in
            [[(Line::Seen, ""), (Line::Rang, "Sam, 4 pm")], [(Line::Seen, ""), (Line::Rang, "")]]
        {
            let late = write(43, &lines);
            let Ok(Replaced::SavedInBetween(stands)) = late else { panic!("{late:?}") };
            let Some(Payload::ImportantSaid(stands)) = stands.payload else { panic!("a kind") };
            assert_eq!(stands.line(Line::Seen), Some("He looked at the door."));
        }
    }
}

#[test]
fn a_worker_who_was_not_sure_of_danger_is_read_as_not_sure() {
    for store in empty_stores().expect("stores") {
        let world = World::new(&store);
        let ways =
            [(json!(true), "Yes"), (json!(false), "No"), (json!(null), "The worker was not sure.")];
        let ops = ways.clone().map(|(now, _)| {
            let mut said = said("Sam Okoro at 4.10 pm");
            said["now"] = now;
            said
        });
        let root = world.file(world.people.tyler, &tylers(world.people.donna, &ops));
        for (entry, (_, says)) in all_important(&world, root).into_iter().zip(ways) {
            assert_eq!(words(&read(&world, entry), Label::DangerNow), [says]);
        }
    }
}
