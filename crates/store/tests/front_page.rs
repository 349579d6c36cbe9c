//! The front page of Idris, from the journal to the page: on both databases.
#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a test stops where it fails")]

mod common;

use common::idris::{Idris, TODAY, Writing, written_by};
use common::{Reader, Scribe, Shelf, a_stranger, in_the_team, leads, shelves};
use domain::address::Whose;
use domain::entry::Audience;
use domain::front_page::{FrontPage, Standing};
use domain::id::PersonId;
use domain::name::{Name, Usage};
use domain::pins::{Helping, Pins, Ring, Rung};
use domain::voice::Mode;
use domain::withdrawal::{Because, Withdrawal};
use domain::{kind::Kind, map_item::MapKind};
use jiff::Timestamp;
use jiff::civil::date;
use std::sync::Arc;
use store::front_page::Asked;
use store::reading::Reading;
use store::tx::Tx;

/// The page on the one connection that has read all pages before it, which is to be as somebody
/// reads it who has read none.
fn page(
    shelf: &Shelf,
    child: PersonId,
    looked_at: Option<Timestamp>,
    reader: Reader,
) -> Option<FrontPage> {
    let asked = Asked { child, as_of: TODAY, looked_at };
    let read = move |tx: &mut Tx| {
        let reading = Reading { viewer: &reader.viewer, files: &reader.files };
        tx.read_front_page(asked, reading).expect("it is read")
    };
    let anew = read(&mut shelf.place.connect().expect("a connection"));
    for _ in 0..2 {
        assert_eq!(shelf.read(read.clone()), anew, "{}", shelf.database);
    }
    anew.map(|page| (*page).clone())
}

/// As Anita reads it, who leads the work.
fn anitas(shelf: &Shelf, family: &Idris) -> FrontPage {
    let anita = leads(family.anita, family.anitas_account, &[family.idris]);
    page(shelf, family.idris, None, anita).expect("she may open it")
}

fn written_on(shelf: &Shelf) -> (Scribe, Idris) {
    let mut scribe = Scribe::from(0x1000);
    let family = written_by(&mut scribe);
    shelf.append(&mut scribe);
    (scribe, family)
}

#[test]
fn what_people_wrote_stands_on_the_page_without_anybody_typing_it_twice() {
    for shelf in shelves() {
        let (_, family) = written_on(&shelf);
        let page = anitas(&shelf, &family);
        let says = |text: &str| format!("{}: {text}", shelf.database);

        assert_eq!(
            (page.child.name.as_str(), page.child.called.as_str()),
            ("Idris Mahoney-Shah", "Idris")
        );
        let home = page.child.home.as_ref().expect("he lives somewhere");
        assert_eq!(home.place.as_deref(), Some("3 Mill Bank"));
        assert_eq!(home.since, Some(date(2026, 10, 1)));
        assert_eq!(home.with.iter().map(|who| who.called.as_str()).collect::<Vec<_>>(), ["Denise"]);
        assert_eq!(home.with[0].relation.as_deref(), Some("Nan"));
        assert_eq!(home.with[0].standing, Standing::Grandparent, "{}", says("read from ties"));

        assert_eq!(page.tonight, ["Milk: special formula in the blue tin."]);
        let rung: Vec<_> = page
            .ring
            .iter()
            .map(|r| (r.who.as_ref().map(|w| w.called.as_str()), r.hours.as_str()))
            .collect();
        assert_eq!(rung, [(Some("Anita"), "office hours"), (None, "any time")]);
        let message = page.message.as_ref().expect("Nan said something");
        assert_eq!((message.said_by.called.as_str(), message.new), ("Denise", false));
        let seen = page.last_seen.as_ref().expect("he was seen");
        assert_eq!((seen.text.as_str(), seen.on), ("Turns to Leah's voice.", date(2026, 11, 17)));
        assert_eq!(seen.seen_by.called, "Anita", "the account that wrote it is hers");

        let danger = &page.dangers[0];
        assert_eq!(danger.parts().1, "Leah does not agree.");
        assert_eq!(
            danger.who_worries.iter().map(|w| w.called.as_str()).collect::<Vec<_>>(),
            ["Anita", "Beth", "Denise"]
        );
        assert_eq!(danger.who_worries[1].standing, Standing::Health);
        let strengths: Vec<_> =
            page.strengths.iter().map(|s| (s.said_by.called.as_str(), s.seen_safety)).collect();
        assert_eq!(strengths, [("Gill", true), ("Beth", false)], "seen safety before strengths");
        assert_eq!(page.strengths[0].said_by.standing, Standing::Network);
        assert_eq!(page.goals.len(), 1);
        let next: Vec<_> = page.next.iter().map(|step| step.text.as_str()).collect();
        assert_eq!(
            next,
            ["First night", "Three nights"],
            "soonest first, and nothing that is done"
        );
        assert_eq!(page.unknowns[0].short, "Who was holding him.");
        let lately: Vec<_> = page.lately.iter().map(|told| (told.on, told.text.as_str())).collect();
        let decided = "Where should Idris live while we find out?";
        assert_eq!(lately, [(date(2026, 11, 17), "everyone scales"), (date(2026, 10, 1), decided)]);
    }
}

#[test]
fn scales_plan_and_decision_name_everybody_who_took_part() {
    for shelf in shelves() {
        let (_, family) = written_on(&shelf);
        let page = anitas(&shelf, &family);
        let scale = &page.scales[0];
        assert_eq!(scale.title, "How safe is it for Idris?", "the danger's stands first");
        let given: Vec<_> = scale
            .raters
            .iter()
            .map(|r| {
                (r.who.called.as_str(), r.given.iter().filter_map(|g| g.value).collect::<Vec<_>>())
            })
            .collect();
        assert_eq!(given, [("Leah", vec![8, 7]), ("Anita", vec![2, 5])]);
        let missed: Vec<_> = scale.not_asked.iter().map(|who| who.called.as_str()).collect();
        assert_eq!(missed, ["Karim", "Denise", "Gill"], "Yusuf does not know the worries");

        let plan = page.plan.as_ref().expect("a plan");
        let lines: Vec<_> = plan.lines.iter().map(|l| (l.lead.as_str(), l.rest.as_str())).collect();
        assert_eq!(lines, [("Cot", ", then ring the list."), ("Karim", "sleeps four hours first")]);
        let helping: Vec<_> =
            page.helping.iter().map(|h| (h.who.called.as_str(), h.job.as_deref())).collect();
        let beth = ("Beth", Some("office hours"));
        assert_eq!(helping, [("Denise", Some("night book")), ("Gill", Some("by day")), beth]);

        let decision = page.decision.as_ref().expect("a decision");
        assert_eq!(decision.chosen, "With Nan");
        assert_eq!(decision.decided_by[0].name, "Colin Peake");
        assert_eq!(decision.agreed_their_part[0].called, "Denise");
        assert_eq!((decision.dissent[0].by.called.as_str(), decision.dissent.len()), ("Karim", 1));
        let people: Vec<_> = page.family.people.iter().map(|p| p.called.as_str()).collect();
        assert_eq!(
            people,
            ["Idris", "Leah", "Karim", "Denise", "Yusuf", "Samira"],
            "not the neighbour"
        );
        assert_eq!((page.family.parents.len(), page.family.couples.len()), (5, 1));
        assert_eq!(page.family.households.len(), 2);
    }
}

#[test]
fn pins_come_before_rules_and_what_was_withdrawn_is_passed_over() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let mut pins = empty_pins(family.idris);
        pins.strengths = vec![family.clinic, family.cot];
        pins.ring =
            vec![Ring { who: Rung::Team(family.team), hours: Some("day and night".into()) }];
        pins.helping = vec![Helping { person: family.samira, job: "nights".into() }];
        scribe.writes(&[family.idris], date(2026, 11, 1), pins);
        shelf.append(&mut scribe);
        let page = anitas(&shelf, &family);
        let pinned: Vec<_> = page.strengths.iter().map(|strength| strength.id).collect();
        assert_eq!(pinned, [family.clinic, family.cot], "in the order of the pins");
        assert_eq!(page.ring.len(), 1);
        assert_eq!(
            (page.ring[0].hours.as_str(), page.ring[0].who.is_none()),
            ("day and night", true)
        );
        assert_eq!(page.helping[0].who.relation.as_deref(), Some("aunt"));

        let old =
            shelf.read(move |tx| tx.find_newest(family.clinic)).expect("read").expect("there");
        let back =
            Withdrawal { of: Kind::MapItem, because: Because::Mistake("another family".into()) };
        let id = scribe.id();
        let entry = domain::entry::NewEntry::replacing(id, &old.head, back.into());
        let stamp = domain_stamp(&scribe);
        shelf.append_all(vec![(entry, stamp)]);
        let left: Vec<_> = anitas(&shelf, &family).strengths.iter().map(|s| s.id).collect();
        assert_eq!(left, [family.cot]);
    }
}

fn domain_stamp(scribe: &Scribe) -> store::journal::Stamp {
    store::journal::Stamp {
        authority: domain::id::Authority::WEXCOMBE,
        recorded_at: scribe.now,
        recorded_by: scribe.by,
        salt: [1; 16],
    }
}

fn empty_pins(child: PersonId) -> Pins {
    Pins {
        child,
        dangers: vec![],
        strengths: vec![],
        goals: vec![],
        next: vec![],
        scales: vec![],
        plan_rules: vec![],
        decision: None,
        unknowns: vec![],
        ring: vec![],
        helping: vec![],
        today_line: None,
    }
}

#[test]
fn what_is_under_seal_is_shown_to_the_lead_and_not_to_the_team() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let mut writing = Writing(&mut scribe);
        let about = [family.idris];
        let words = "He told me where they sleep.";
        let said = (family.karim, Mode::Verbatim);
        writing.slip(said, &about, date(2026, 11, 20), MapKind::Safety, words);
        writing.0.last().audience = Audience { sealed: true, ..Audience::default() };
        writing.visit(&family, date(2026, 11, 21), "Bruised, and silent.");
        writing.0.last().audience = Audience { sealed: true, ..Audience::default() };
        shelf.append(&mut scribe);

        let lead = anitas(&shelf, &family);
        assert_eq!(lead.strengths[0].text, words);
        assert_eq!(lead.last_seen.expect("seen").on, date(2026, 11, 21));
        let another = domain::id::AccountId(uuid::Uuid::from_u128(0xB0));
        let colleague = in_the_team(family.colin, another, &about);
        let team = page(&shelf, family.idris, None, colleague).expect("the team may open it");
        assert!(team.strengths.iter().all(|strength| strength.text != words));
        assert_eq!(team.last_seen.expect("seen").on, date(2026, 11, 17), "the visit before");
        assert!(team.lately.iter().all(|told| told.on != date(2026, 11, 21)));
        let stranger = a_stranger(&about);
        assert_eq!(page(&shelf, family.idris, None, stranger), None, "{}", shelf.database);
    }
}

#[test]
fn a_sealed_address_takes_the_name_off_the_home() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        Writing(&mut scribe).sealed_address(Whose::Person(family.denise));
        shelf.append(&mut scribe);
        let page = anitas(&shelf, &family);
        let home = page.child.home.as_ref().expect("he lives somewhere");
        assert_eq!(
            (home.place.as_deref(), home.with.len()),
            (None, 1),
            "with Denise, nobody says where"
        );
        let json = serde_json::to_string(&page).expect("JSON");
        assert!(!json.contains("Mill Bank"), "{}: nowhere on the page", shelf.database);
        assert!(json.contains("Orchard Row"), "the other home still has its name");
    }
}

#[test]
fn an_entry_about_a_restricted_brother_is_hidden_in_the_other_file_too() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let brother = PersonId(uuid::Uuid::from_u128(0xB2));
        let both = [family.idris, brother];
        Writing(&mut scribe).note(&both, date(2026, 11, 22), "Both at the window.");
        shelf.append(&mut scribe);
        let idris = family.idris;
        let beside = shelf.read(move |tx| tx.list_filed_with(idris)).expect("read");
        assert_eq!(beside, [brother], "whose file is asked for");

        let seen_on = |reader| {
            let page = page(&shelf, family.idris, None, reader).expect("she may open it");
            page.last_seen.expect("seen").on
        };
        let open = leads(family.anita, family.anitas_account, &both);
        assert_eq!(seen_on(open), date(2026, 11, 22));
        let mut shut = leads(family.anita, family.anitas_account, &both);
        shut.files[1].restricted = true;
        assert_eq!(seen_on(shut), date(2026, 11, 17));
        let unasked = leads(family.anita, family.anitas_account, &[family.idris]);
        assert_eq!(seen_on(unasked), date(2026, 11, 17), "not gathered is not shown");
    }
}

#[test]
fn only_what_was_written_since_the_last_look_is_new() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let looked_at = scribe.now;
        scribe.now += jiff::SignedDuration::from_hours(1);
        Writing(&mut scribe).visit(&family, date(2026, 11, 20), "Laughed at the dog.");
        shelf.append(&mut scribe);
        let anita = leads(family.anita, family.anitas_account, &[family.idris]);
        let page = page(&shelf, family.idris, Some(looked_at), anita).expect("she may open it");
        assert!(page.last_seen.expect("seen").new && page.lately[0].new);
        assert!(!page.lately[1].new && !page.dangers[0].new && !page.decision.expect("one").new);
    }
}

#[test]
fn a_page_that_was_read_before_is_read_anew_when_anything_on_it_has_changed() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let first = anitas(&shelf, &family);
        let helps = |page: &FrontPage| page.helping[0].who.called.clone();
        assert_eq!(helps(&first), "Denise");
        let name = Name {
            person: family.denise,
            full: "Denise Okoro".into(),
            known_as: Some("Dee".into()),
            usage: Usage::Usual,
            from: None,
            until: None,
        };
        scribe.writes(&[family.denise], date(2026, 11, 23), name);
        shelf.append(&mut scribe);
        assert_eq!(helps(&anitas(&shelf, &family)), "Dee", "a name alone");

        Writing(&mut scribe).sealed_address(Whose::Person(family.denise));
        shelf.append(&mut scribe);
        let home = anitas(&shelf, &family).child.home.expect("he lives somewhere");
        assert_eq!(home.place, None, "an address alone");

        let looked_at = Some(first_moment(&scribe));
        let anita = || leads(family.anita, family.anitas_account, &[family.idris]);
        let page = |at| page(&shelf, family.idris, at, anita()).expect("she may open it");
        assert!(page(looked_at).dangers[0].new && !page(None).dangers[0].new, "a look alone");
    }
}

#[test]
fn readers_to_whom_the_same_is_new_share_a_page_and_others_keep_theirs_beside_it() {
    for shelf in shelves() {
        let (mut scribe, family) = written_on(&shelf);
        let hour = jiff::SignedDuration::from_hours(1);
        let before = scribe.now;
        scribe.now += hour;
        Writing(&mut scribe).visit(&family, date(2026, 11, 20), "Laughed at the dog.");
        shelf.append(&mut scribe);
        let minute = jiff::SignedDuration::from_mins(1);
        let read = |looked_at: Option<Timestamp>| {
            let anita = leads(family.anita, family.anitas_account, &[family.idris]);
            let asked = Asked { child: family.idris, as_of: TODAY, looked_at };
            let read = move |tx: &mut Tx| {
                let reading = Reading { viewer: &anita.viewer, files: &anita.files };
                tx.read_front_page(asked, reading).expect("it is read").expect("it is there")
            };
            shelf.read(read)
        };
        let dot = |page: &FrontPage| page.last_seen.as_ref().expect("he was seen").new;
        let (early, never) = (read(Some(before)), read(None));
        assert!(dot(&early) && !dot(&never));
        assert!(Arc::ptr_eq(&early, &read(Some(before + minute))), "{}", shelf.database);
        assert!(Arc::ptr_eq(&never, &read(None)), "{}", shelf.database);
        // On the same day, and after what was written.
        assert!(!dot(&read(Some(scribe.now + minute))) && dot(&read(Some(before))));
    }
}

fn first_moment(scribe: &Scribe) -> Timestamp {
    scribe.now - jiff::SignedDuration::from_hours(24 * 3650)
}
