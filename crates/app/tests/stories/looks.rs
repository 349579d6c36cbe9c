//! Looks: a page leaves only after it is written down who has seen it.

use super::borough::{Borough, Colleague, after, boroughs, edge};
use app::error::Error;
use app::session::{Caller, Shown};
use domain::access::Action;
use domain::account::Role;
use domain::id::PersonId;
use domain::look::{AtWhat, Look, Page};
use jiff::Timestamp;
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake};
use std::thread::{self, Thread};

/// Waits for what is otherwise awaited.
pub fn waits<T>(future: impl Future<Output = T>) -> T {
    struct Waiting(Thread);
    impl Wake for Waiting {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Arc::new(Waiting(thread::current())).into();
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(done) => return done,
            Poll::Pending => thread::park(),
        }
    }
}

fn opens(borough: &Borough, caller: Caller, child: PersonId) -> app::error::Result<&'static str> {
    waits(borough.kith.show(caller, move |cx| {
        cx.authorise(Action::OpenFrontPage, child)?;
        let look = AtWhat::Page { child, page: Page::FrontPage, because: None };
        Ok(Shown { page: "her front page", look: Some(look) })
    }))
}

fn looks(borough: &Borough, child: PersonId) -> Vec<Look> {
    let since = after(-60 * 24);
    borough
        .kith
        .read(edge(), move |cx| Ok(cx.tx.list_looks(child, since, 50)?))
        .wait()
        .expect("read")
}

fn before_this_visit(
    borough: &Borough,
    colleague: Colleague,
    child: PersonId,
    now: Timestamp,
) -> Option<Timestamp> {
    let account = colleague.account;
    let read = borough
        .kith
        .read(edge(), move |cx| Ok(cx.tx.looked_before_this_visit(account, child, now)?));
    read.wait().expect("read")
}

#[test]
fn who_opens_a_page_is_written_down_before_it_leaves() {
    for borough in boroughs() {
        let child = borough.child();
        let anita = borough.colleague("Anita", Role::Practitioner, &[]);
        let stranger = borough.colleague("Bryn", Role::Practitioner, &[]);
        borough.leads(anita, child);
        let page = opens(&borough, borough.signed_in(anita, after(0)), child).expect("hers");
        assert_eq!(page, "her front page");
        let seen = looks(&borough, child);
        let front = AtWhat::Page { child, page: Page::FrontPage, because: None };
        let look = Look { at: after(0), account: anita.account, at_what: front };
        assert_eq!(seen, [look], "{}", borough.store.database);

        let refused = opens(&borough, borough.signed_in(stranger, after(1)), child);
        assert!(matches!(refused, Err(Error::ReasonAsked { .. })), "{}", borough.store.database);
        assert_eq!(looks(&borough, child).len(), 1, "what was not shown is no look");
        borough.proves_sound();
    }
}

#[test]
fn pages_less_than_half_an_hour_apart_are_one_visit() {
    for borough in boroughs() {
        let child = borough.child();
        let anita = borough.colleague("Anita", Role::Practitioner, &[]);
        borough.leads(anita, child);
        let at = |minutes| {
            opens(&borough, borough.signed_in(anita, after(minutes)), child).expect("hers");
            before_this_visit(&borough, anita, child, after(minutes))
        };
        let database = borough.store.database;
        assert_eq!(before_this_visit(&borough, anita, child, after(0)), None, "{database}");
        assert_eq!([at(0), at(20), at(40)], [None; 3], "{database}: the first visit");
        let later = before_this_visit(&borough, anita, child, after(70));
        assert_eq!(later, Some(after(40)), "{database}: before she has opened anything");
        assert_eq!(at(70), Some(after(40)), "{database}: the second");
        assert_eq!(at(99), Some(after(40)), "{database}: still the second");
        let dana = borough.colleague("Dana", Role::Practitioner, &[]);
        assert_eq!(before_this_visit(&borough, dana, child, after(99)), None, "{database}");
        borough.proves_sound();
    }
}

#[test]
fn a_list_is_a_look_at_no_child() {
    for borough in boroughs() {
        let child = borough.child();
        let anita = borough.colleague("Anita", Role::Practitioner, &[]);
        let caller = borough.signed_in(anita, after(0));
        waits(borough.kith.show(caller, move |_| {
            let look = AtWhat::List { words: Some("Kayley".into()), shown: vec![child] };
            Ok(Shown { page: (), look: Some(look) })
        }))
        .expect("shown");
        assert_eq!(looks(&borough, child), vec![], "{}", borough.store.database);
        borough.proves_sound();
    }
}

#[test]
fn many_who_look_at_once_are_all_written_down() {
    for borough in boroughs() {
        let child = borough.child();
        let anita = borough.colleague("Anita", Role::Practitioner, &[]);
        borough.leads(anita, child);
        let callers: Vec<_> = (0..40).map(|_| borough.signed_in(anita, after(0))).collect();
        let (borough, opened) = thread::scope(|scope| {
            let opening: Vec<_> = callers
                .into_iter()
                .map(|caller| scope.spawn(|| opens(&borough, caller, child).is_ok()))
                .collect();
            let opened = opening.into_iter().filter(|_| true).map(thread::ScopedJoinHandle::join);
            let opened = opened.filter(|opened| *opened.as_ref().expect("no panic")).count();
            (&borough, opened)
        });
        assert_eq!((opened, looks(borough, child).len()), (40, 40), "{}", borough.store.database);
    }
}
