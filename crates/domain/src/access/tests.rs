//! What must hold whatever the roles, the ways and the file: thousands of viewers, each before
//! one file.

use super::*;
use crate::entry::Audience;
use crate::id::{AccountId, Authority, TeamId};
use crate::voice::Recorder;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use uuid::Uuid;

const ANITA: PersonId = PersonId(Uuid::from_u128(1));
const HER_ACCOUNT: AccountId = AccountId(Uuid::from_u128(2));
const SOMEBODY: PersonId = PersonId(Uuid::from_u128(3));
const IDRIS: PersonId = PersonId(Uuid::from_u128(4));
const WREN: PersonId = PersonId(Uuid::from_u128(5));
const TEAMS: [TeamId; 3] =
    [TeamId(Uuid::from_u128(6)), TeamId(Uuid::from_u128(7)), TeamId(Uuid::from_u128(8))];
const READING: [Action; 5] = [
    Action::OpenFrontPage,
    Action::OpenPlan,
    Action::OpenFile,
    Action::SeeSteps,
    Action::SeeIdentifiers,
];

fn now() -> Timestamp {
    "2026-11-24T11:45:00Z".parse().unwrap()
}

fn anita(roles: &[Role]) -> Viewer {
    Viewer {
        authority: Authority::WEXCOMBE,
        account: HER_ACCOUNT,
        person: ANITA,
        roles: roles.to_vec(),
        member_of: vec![TEAMS[0]],
        supervises: vec![],
        on_call_now: true,
        ended_at: None,
        at: now(),
    }
}

fn file_of(child: PersonId, ways: &[(Holder, Reach)]) -> FileAccess {
    let span = Span { from: now(), until: None };
    let way = |(holder, reach): &(Holder, Reach)| Way { holder: *holder, reach: *reach, span };
    let ways = ways.iter().map(way).collect();
    FileAccess { child, withdrawn: false, restricted: false, shut_out: false, ways }
}

fn restricted(file: FileAccess) -> FileAccess {
    FileAccess { restricted: true, ..file }
}

fn she(reach: Reach) -> (Holder, Reach) {
    (Holder::Person(ANITA), reach)
}

prop_compose! {
    fn viewers()(
        roles in subsequence(Role::ALL.to_vec(), 0..=4),
        member_of in subsequence(TEAMS.to_vec(), 0..=3),
        supervises in subsequence(TEAMS.to_vec(), 0..=3),
        on_call_now: bool,
        ended in select(vec![None, None, None, Some(-1), Some(0), Some(1)]),
    ) -> Viewer {
        let ended_at = ended.map(|hours| now() + SignedDuration::from_hours(hours));
        Viewer { member_of, supervises, on_call_now, ended_at, ..anita(&roles) }
    }
}

fn any_holder() -> impl Strategy<Value = Holder> {
    prop_oneof![
        4 => Just(Holder::Person(ANITA)),
        1 => Just(Holder::Person(SOMEBODY)),
        4 => Just(Holder::Account(HER_ACCOUNT)),
        2 => select(TEAMS.to_vec()).prop_map(Holder::Team),
        2 => select(TEAMS.to_vec()).prop_map(Holder::SupervisorsOf),
        1 => Just(Holder::NotYetAllocated),
    ]
}

prop_compose! {
    fn ways()(
        holder in any_holder(),
        reach in select(Reach::ALL.to_vec()),
        from in select(vec![-2, -1, 0, 1]),
        lasts in select(vec![None, None, Some(1), Some(2)]),
    ) -> Way {
        let from = now() + SignedDuration::from_hours(from);
        let until = lasts.map(|hours| from + SignedDuration::from_hours(hours));
        Way { holder, reach, span: Span { from, until } }
    }
}

prop_compose! {
    fn files()(
        child in select(vec![IDRIS, IDRIS, IDRIS, IDRIS, ANITA]),
        withdrawn in prop::bool::weighted(0.05),
        restricted: bool,
        shut_out in prop::bool::weighted(0.2),
        ways in prop::collection::vec(ways(), 0..5),
    ) -> FileAccess {
        FileAccess { child, withdrawn, restricted, shut_out, ways }
    }
}

fn any_action() -> impl Strategy<Value = Action> {
    select(Action::ALL.to_vec())
}

/// How good an answer is for whoever asks.
fn worth(decision: Decision) -> u8 {
    match decision {
        Decision::Grant(_) => 4,
        Decision::Ask(Asked::Reason) => 3,
        Decision::Ask(Asked::BreakGlass) => 2,
        Decision::Ask(Asked::Duty) => 1,
        Decision::Hide => 0,
    }
}

fn holds(viewer: &Viewer, file: &FileAccess, reach: Reach) -> bool {
    let held = |way: &Way| viewer.holders().contains(&way.holder) && way.span.holds_at(viewer.at);
    file.ways.iter().any(|way| way.reach == reach && held(way))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn whoever_is_shut_out_meets_nothing_whatever_their_roles(
        viewer in viewers(), action in any_action(), file in files(),
    ) {
        let file = FileAccess { shut_out: true, ..file };
        prop_assert_eq!(decide(&viewer, action, &file), Decision::Hide);
        let entry = EntryAudience::of(
            Part::FrontPage,
            &Audience { persons: vec![ANITA], partners: true, sealed: false },
            Recorder::Account(HER_ACCOUNT),
        );
        let sister = file_of(WREN, &[she(Reach::Leads)]);
        prop_assert!(!may_read(&viewer, &entry, &[sister, file]));
    }

    #[test]
    fn a_restricted_file_is_read_by_those_it_names_and_through_broken_glass(
        viewer in viewers(), action in any_action(), file in files(),
    ) {
        let file = restricted(file);
        let reads = READING.contains(&action) || action == Action::Write;
        if reads && decide(&viewer, action, &file).is_grant() {
            let named = [Reach::Named, Reach::Granted].iter().any(|r| holds(&viewer, &file, *r));
            let glass = holds(&viewer, &file, Reach::BreakGlass)
                && (viewer.is(Role::OnCall) || viewer.is(Role::Leader));
            let guards = viewer.is(Role::Guardian) && holds(&viewer, &file, Reach::Reason);
            let counts = viewer.is(Role::DataOfficer) && action == Action::SeeSteps;
            prop_assert!(named || glass || guards || counts);
        }
    }

    #[test]
    fn one_more_role_never_takes_anything_away(
        viewer in viewers(), more in select(Role::ALL.to_vec()),
        action in any_action(), file in files(),
    ) {
        let mut with = viewer.clone();
        with.roles.push(more);
        let before = decide(&viewer, action, &file);
        prop_assert!(worth(decide(&with, action, &file)) >= worth(before));
        for part in Part::ALL {
            prop_assert!(!seen(&viewer, &file).has(part) || seen(&with, &file).has(part));
        }
    }

    #[test]
    fn one_more_way_never_takes_anything_away(
        viewer in viewers(), more in ways(), action in any_action(), file in files(),
    ) {
        let mut with = file.clone();
        with.ways.push(more);
        let before = worth(decide(&viewer, action, &file));
        prop_assert!(worth(decide(&viewer, action, &with)) >= before);
    }

    #[test]
    fn an_administrator_meets_no_file(
        viewer in viewers(), action in any_action(), file in files(),
    ) {
        let viewer = Viewer { roles: vec![Role::Administrator], ..viewer };
        prop_assert_eq!(decide(&viewer, action, &file), Decision::Hide);
    }

    #[test]
    fn a_leaver_has_nothing_from_that_moment(
        viewer in viewers(), action in any_action(), file in files(),
        task in select(Task::ALL.to_vec()),
    ) {
        let viewer = Viewer { ended_at: Some(now()), ..viewer };
        prop_assert_eq!(decide(&viewer, action, &file), Decision::Hide);
        prop_assert_eq!(viewer.holders(), vec![]);
        prop_assert!(!may(&viewer, task));
        prop_assert!(!reach_decides(&viewer, action, Reach::Leads, false));
    }

    #[test]
    fn a_partner_finds_no_one_but_the_families_they_work_with(
        viewer in viewers(), file in files(),
    ) {
        let viewer = Viewer { roles: vec![Role::PartnerPractitioner], ..viewer };
        let own = [Reach::Leads, Reach::Works, Reach::Named, Reach::Granted];
        let finds = [Action::FindByName, Action::FindByNameAndBirth, Action::FindByIdentifier];
        for action in finds {
            let found = decide(&viewer, action, &file) != Decision::Hide;
            prop_assert!(!found || own.iter().any(|reach| holds(&viewer, &file, *reach)));
        }
    }

    #[test]
    fn a_data_officer_reads_no_narrative(viewer in viewers(), file in files()) {
        let viewer = Viewer { roles: vec![Role::DataOfficer], ..viewer };
        for part in [Part::FrontPage, Part::Plan, Part::Rest] {
            prop_assert_eq!(decide(&viewer, part.opened_by(), &file), Decision::Hide);
        }
    }

    /// What SQL is told to do (see `list`), done here by hand, shows exactly what the rule
    /// grants.
    #[test]
    fn a_list_shows_what_the_rule_grants_and_nothing_else(
        viewer in viewers(), purpose in select(LISTED.to_vec()), file in files(),
    ) {
        let rule = list_rule(&viewer, purpose);
        prop_assert!(rule.restricted.iter().all(|reach| rule.plain.contains(reach)));
        let counts = |reach: &Reach| {
            rule.plain.contains(reach) && (!file.restricted || rule.restricted.contains(reach))
        };
        let held = |way: &&Way| {
            viewer.holders().contains(&way.holder) && way.span.holds_at(viewer.at)
        };
        let reached = counts(&Reach::AnyFile)
            || file.ways.iter().filter(held).any(|way| counts(&way.reach));
        let shut = file.shut_out || file.withdrawn || file.child == viewer.person;
        prop_assert_eq!(!shut && reached, decide(&viewer, purpose, &file).is_grant());
    }

    #[test]
    fn a_grant_to_open_says_that_it_is_open(
        viewer in viewers(), part in select(Part::ALL.to_vec()), file in files(),
    ) {
        if let Decision::Grant(shown) = decide(&viewer, part.opened_by(), &file) {
            prop_assert!(shown.has(part));
            prop_assert_eq!(shown, seen(&viewer, &file));
        }
    }

    #[test]
    fn nobody_asks_for_what_saying_why_would_not_open(
        viewer in viewers(), action in any_action(), file in files(),
    ) {
        if let Decision::Ask(Asked::Reason) = decide(&viewer, action, &file) {
            let mut opened = file;
            opened.ways.push(Way {
                holder: Holder::Account(HER_ACCOUNT),
                reach: Reach::Reason,
                span: Opening::WithReason.from(now()),
            });
            prop_assert!(decide(&viewer, action, &opened).is_grant());
        }
    }

    #[test]
    fn a_seal_only_ever_narrows(
        viewer in viewers(), part in select(Part::ALL.to_vec()), one in files(), other in files(),
        writer in prop::option::of(Just(HER_ACCOUNT)),
    ) {
        let plain = EntryAudience { part, audience: Audience::default(), writer };
        let mut sealed = plain.clone();
        sealed.audience.sealed = true;
        let about = [one, other];
        prop_assert!(!may_read(&viewer, &sealed, &about) || may_read(&viewer, &plain, &about));
    }
}

#[test]
fn a_practitioner_works_reads_and_asks_as_she_stands_to_the_child() {
    let worker = anita(&[Role::Practitioner]);
    let own = file_of(IDRIS, &[she(Reach::Leads)]);
    assert!(decide(&worker, Action::Write, &own).is_grant());
    assert!(seen(&worker, &own).is_whole());
    let team = file_of(IDRIS, &[(Holder::Team(TEAMS[0]), Reach::OwnTeam)]);
    assert!(decide(&worker, Action::OpenFile, &team).is_grant());
    assert_eq!(decide(&worker, Action::Write, &team), Decision::Hide);
    let strangers = file_of(IDRIS, &[(Holder::Team(TEAMS[1]), Reach::OwnTeam)]);
    assert!(decide(&worker, Action::FindByName, &strangers).is_grant());
    assert_eq!(decide(&worker, Action::OpenFile, &strangers), Decision::Ask(Asked::Reason));
    assert!(seen(&worker, &strangers).is_nothing(), "the name, and no file");
}

#[test]
fn on_call_sees_tonight_of_any_child_while_the_rota_says_so() {
    let bryn = anita(&[Role::OnCall]);
    let file = file_of(IDRIS, &[]);
    let Decision::Grant(shown) = decide(&bryn, Action::OpenFrontPage, &file) else {
        panic!("on call opens any front page");
    };
    assert!(shown.has(Part::Plan) && !shown.has(Part::Rest));
    assert_eq!(decide(&bryn, Action::OpenFile, &file), Decision::Ask(Asked::Reason));
    let off_duty = Viewer { on_call_now: false, ..bryn };
    assert_eq!(decide(&off_duty, Action::OpenFrontPage, &file), Decision::Hide);
}

#[test]
fn a_restricted_file_is_not_there_but_for_an_exact_question() {
    let file = restricted(file_of(IDRIS, &[she(Reach::Leads)]));
    let answer = |role, action| decide(&anita(&[role]), action, &file);
    assert_eq!(answer(Role::Practitioner, Action::OpenFrontPage), Decision::Hide);
    let duty = Decision::Ask(Asked::Duty);
    assert_eq!(answer(Role::Practitioner, Action::FindByIdentifier), duty);
    assert_eq!(answer(Role::OnCall, Action::FindByName), Decision::Hide);
    let glass = Decision::Ask(Asked::BreakGlass);
    assert_eq!(answer(Role::OnCall, Action::FindByNameAndBirth), glass);
    assert!(answer(Role::OnCall, Action::BreakGlass).is_grant());
    let named = restricted(file_of(IDRIS, &[she(Reach::Named), she(Reach::Leads)]));
    assert!(decide(&anita(&[Role::Practitioner]), Action::Write, &named).is_grant());
}

#[test]
fn nobody_lets_themselves_in() {
    let guardian = anita(&[Role::Guardian]);
    let file = restricted(file_of(IDRIS, &[]));
    assert!(may_let_in(&guardian, SOMEBODY, &file).is_grant());
    assert_eq!(may_let_in(&guardian, ANITA, &file), Decision::Hide);
}

#[test]
fn a_grandmother_is_seen_through_the_files_one_may_open() {
    let worker = anita(&[Role::Practitioner]);
    let own = file_of(IDRIS, &[she(Reach::Works)]);
    let strangers = file_of(WREN, &[]);
    assert!(sees_relative(&worker, &[strangers.clone(), own]));
    assert!(!sees_relative(&worker, &[strangers]));
    assert!(!sees_relative(&worker, &[]));
}

#[test]
fn an_entry_about_two_children_goes_by_the_restricted_one() {
    let worker = anita(&[Role::Practitioner]);
    let note = EntryAudience { part: Part::Rest, audience: Audience::default(), writer: None };
    let idris = file_of(IDRIS, &[she(Reach::Leads)]);
    let wren = file_of(WREN, &[]);
    assert!(may_read(&worker, &note, &[idris.clone(), wren.clone()]), "through his file");
    assert!(!may_read(&worker, &note, &[idris.clone(), restricted(wren)]), "hers is restricted");
    let lets_her_in = restricted(file_of(WREN, &[she(Reach::Named)]));
    assert!(may_read(&worker, &note, &[idris.clone(), lets_her_in.clone()]));
    let both = [restricted(idris), lets_her_in];
    assert!(!may_read(&worker, &note, &both), "both are, and his does not name her");
    assert!(!may_read(&worker, &note, &[]), "an entry about nobody is nobody's to read");
}

#[test]
fn a_sealed_entry_is_for_its_writer_the_lead_and_who_answers_for_the_lead() {
    let sealed = |writer| EntryAudience {
        part: Part::Rest,
        audience: Audience { sealed: true, persons: vec![ANITA], partners: true },
        writer,
    };
    let worker = anita(&[Role::Practitioner]);
    let co_works = [file_of(IDRIS, &[she(Reach::Works)])];
    assert!(!may_read(&worker, &sealed(None), &co_works), "a seal is stronger than a name");
    assert!(may_read(&worker, &sealed(Some(HER_ACCOUNT)), &co_works));
    assert!(may_read(&worker, &sealed(None), &[file_of(IDRIS, &[she(Reach::Leads)])]));
    let her_team = [file_of(IDRIS, &[(Holder::SupervisorsOf(TEAMS[0]), Reach::Supervises)])];
    let manager = Viewer { supervises: vec![TEAMS[0]], ..anita(&[Role::Supervisor]) };
    assert!(may_read(&manager, &sealed(None), &her_team));
    assert!(!may_read(&anita(&[Role::Supervisor]), &sealed(None), &her_team));
}

#[test]
fn an_audience_lets_partners_and_persons_read_one_entry_and_no_more() {
    let health_visitor = anita(&[Role::PartnerPractitioner]);
    let comes_by = [file_of(IDRIS, &[she(Reach::Partner)])];
    let entry = |audience| EntryAudience { part: Part::Plan, audience, writer: None };
    let plain = entry(Audience::default());
    let partners = entry(Audience { partners: true, ..Audience::default() });
    let named = entry(Audience { persons: vec![ANITA], ..Audience::default() });
    assert!(!may_read(&health_visitor, &plain, &comes_by));
    assert!(may_read(&health_visitor, &partners, &comes_by));
    assert!(!may_read(&health_visitor, &partners, &[file_of(IDRIS, &[])]), "of another family");
    assert!(may_read(&health_visitor, &named, &[file_of(IDRIS, &[])]));
    let closed = [restricted(file_of(IDRIS, &[she(Reach::Partner)]))];
    assert!(!may_read(&health_visitor, &partners, &closed));
    assert!(!may_read(&health_visitor, &named, &closed));
}
