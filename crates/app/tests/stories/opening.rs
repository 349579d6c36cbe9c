//! Files opened by saying why: with a reason until the day is over, a restricted one by breaking
//! the glass, for an hour.

use super::borough::{Borough, Colleague, after, boroughs, edge};
use app::edge::Edge;
use app::error::{Error, Why};
use app::opening::open_with_reason;
use domain::access::Action;
use domain::account::Role;
use domain::entry::NewEntry;
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::restriction::{Because, Restriction, Whom};
use domain::time::{Happened, day_of};
use jiff::Timestamp;
use jiff::civil::time;

fn opens(
    borough: &Borough,
    (who, at): (Colleague, Timestamp),
    child: PersonId,
    reason: &str,
) -> app::error::Result<Option<EntryId>> {
    let (edge, reason) = (borough.edge_of(who, at), reason.to_owned());
    let open = move |cx: &mut app::cx::Write<'_, '_>| {
        open_with_reason(cx, child, Action::OpenFile, &reason)
    };
    borough.kith.write(edge, vec![child], open).wait()
}

/// Whether the file is open to them at this moment.
fn is_open(
    borough: &Borough,
    (who, at): (Colleague, Timestamp),
    child: PersonId,
) -> app::error::Result<()> {
    let edge: Edge = borough.edge_of(who, at);
    borough.kith.read(edge, move |cx| cx.authorise(Action::OpenFile, child).map(drop)).wait()
}

fn restrict(borough: &Borough, child: PersonId, whom: Whom) {
    borough.write(move |cx| {
        let id = cx.id();
        let restriction = Restriction {
            child,
            whom: whom.clone(),
            because: Because::StaffFamily,
            words: None,
            from: day_of(cx.now()),
            until: None,
        };
        let on = Happened::on(restriction.from);
        cx.record(NewEntry::first(id, vec![child], on, Payload::Restriction(restriction)))
    });
}

#[test]
fn a_reason_opens_a_file_for_twelve_hours_and_the_worker_is_told() {
    for borough in boroughs() {
        let child = borough.child();
        let anita = borough.colleague("Anita", Role::Practitioner, &[]);
        let bryn = borough.colleague("Bryn", Role::Practitioner, &[]);
        borough.leads(anita, child);
        let database = borough.store.database;
        let asked = is_open(&borough, (bryn, after(0)), child);
        assert!(matches!(asked, Err(Error::ReasonAsked { .. })), "{database}");
        for (typed, why) in [("…", Why::Empty), (&*"long ".repeat(200), Why::TooLong(500))] {
            let Err(Error::Refused(faults)) = opens(&borough, (bryn, after(0)), child, typed)
            else {
                panic!("refused")
            };
            assert_eq!((faults[0].at, faults[0].why), ("reason", why), "{database}");
        }

        let id = opens(&borough, (bryn, after(0)), child, " His school rang me ").expect("opened");
        let id = id.expect("written down");
        let entry = borough.kith.read(edge(), move |cx| Ok(cx.tx.find_entry(id)?)).wait();
        let Some(Payload::AccessGrant(grant)) = entry.expect("read").expect("kept").payload else {
            panic!("an access grant")
        };
        assert_eq!((grant.reason.as_str(), grant.told), ("His school rang me", vec![anita.person]));
        is_open(&borough, (bryn, after(0)), child).expect("open at once");
        is_open(&borough, (bryn, after(12 * 60 - 1)), child).expect("all day");
        let over = is_open(&borough, (bryn, after(12 * 60)), child);
        assert!(matches!(over, Err(Error::ReasonAsked { .. })), "{database}: and no longer");

        let other = borough.colleague("Carys", Role::Practitioner, &[]);
        let others = is_open(&borough, (other, after(1)), child);
        assert!(matches!(others, Err(Error::ReasonAsked { .. })), "{database}: for nobody else");
        let again = opens(&borough, (bryn, after(1)), child, "once more");
        assert!(matches!(again, Ok(None)), "{database}: it is open already");
        borough.proves_sound();
    }
}

#[test]
fn the_glass_is_broken_for_an_hour_by_those_on_call_and_is_not_there_for_others() {
    for borough in boroughs() {
        let child = borough.child();
        let anita = borough.colleague("Anita", Role::Practitioner, &[]);
        let night = borough.colleague("Night", Role::OnCall, &[]);
        borough.leads(anita, child);
        restrict(&borough, child, Whom::Only(vec![]));
        borough.write(move |cx| {
            app::account::amend_account(cx, night.account, |account| {
                let (from, to) = (time(17, 0, 0, 0), time(8, 30, 0, 0));
                account.on_call = vec![domain::hours::Hours { days: vec![], from, to }];
            })
        });
        let database = borough.store.database;
        let (noon, ten) = (after(15), after(10 * 60 + 15));
        let hidden = |who, at| {
            let read = is_open(&borough, (who, at), child);
            assert!(matches!(read, Err(Error::NotFound)), "{database}: {read:?}");
            let asked = opens(&borough, (who, at), child, "police call");
            assert!(matches!(asked, Err(Error::NotFound)), "{database}: {asked:?}");
        };
        hidden(anita, ten);
        hidden(night, noon);
        let edge = borough.edge_of(night, ten);
        let glass = borough.kith.write(edge, vec![child], move |cx| {
            open_with_reason(cx, child, Action::FindByIdentifier, "police at the door with him")
        });
        glass.wait().expect("broken");
        is_open(&borough, (night, ten), child).expect("open");
        is_open(&borough, (night, ten + jiff::SignedDuration::from_mins(59)), child).expect("open");
        let over = is_open(&borough, (night, ten + jiff::SignedDuration::from_mins(60)), child);
        assert!(over.is_err(), "{database}: an hour is over");
        borough.proves_sound();
    }
}

#[test]
fn somebody_shut_out_cannot_say_why() {
    for borough in boroughs() {
        let child = borough.child();
        let hester = borough.colleague("Hester", Role::Leader, &[]);
        let ruth = borough.colleague("Ruth", Role::Leader, &[]);
        restrict(&borough, child, Whom::ShutOut(vec![hester.person]));
        let shut = opens(&borough, (hester, after(0)), child, "he is my nephew");
        assert!(matches!(shut, Err(Error::NotFound)), "{}", borough.store.database);
        opens(&borough, (ruth, after(0)), child, "a complaint").expect("others may");
        borough.proves_sound();
    }
}
