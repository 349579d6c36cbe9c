//! How long somebody stays signed in. A session locks over the work and loses none of it; it ends
//! after a working day whatever they do. Tokens and cookies are no part of this.

use jiff::{SignedDuration, Timestamp};

/// Idle for this long, a session locks.
const IDLE: SignedDuration = SignedDuration::from_mins(15);
/// After this long a session ends.
const LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// The two moments a session is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// When its person signed in.
    pub began_at: Timestamp,
    /// When they last did something: opened, saved, unlocked. A page that refreshes itself is not
    /// them.
    pub last_act_at: Timestamp,
}

/// What a session is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It answers everything.
    Open {
        /// When it locks, if nothing is done.
        locks_at: Timestamp,
        /// When it ends in any case.
        ends_at: Timestamp,
    },
    /// It answers sign-in alone, by the same person, and then goes on where it was.
    Locked {
        /// When it ends in any case.
        ends_at: Timestamp,
    },
    /// It answers nothing more.
    Ended,
}

impl Session {
    /// A session that begins now.
    pub const fn begin(now: Timestamp) -> Self {
        Self { began_at: now, last_act_at: now }
    }
    /// What it is worth at this moment.
    pub fn standing(self, now: Timestamp) -> Standing {
        let ends_at = after(self.began_at, LONGEST);
        let locks_at = after(self.last_act_at, IDLE);
        if ends_at <= now {
            Standing::Ended
        } else if locks_at <= now {
            Standing::Locked { ends_at }
        } else {
            Standing::Open { locks_at, ends_at }
        }
    }
    /// The session after its person did something. Only an open one goes on so.
    pub fn act(self, now: Timestamp) -> Option<Self> {
        matches!(self.standing(now), Standing::Open { .. })
            .then(|| Self { last_act_at: now.max(self.last_act_at), ..self })
    }
    /// The session after the same person gave their password again. One that ended stays ended.
    pub fn unlock(self, now: Timestamp) -> Option<Self> {
        let ended = self.standing(now) == Standing::Ended;
        (!ended).then(|| Self { last_act_at: now.max(self.last_act_at), ..self })
    }
}

fn after(moment: Timestamp, time: SignedDuration) -> Timestamp {
    moment.checked_add(time).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> Timestamp {
        format!("2026-11-24T{time}Z").parse().unwrap()
    }

    #[test]
    fn a_session_locks_after_a_quarter_of_an_hour_and_opens_again() {
        let session = Session::begin(at("08:00:00"));
        assert!(matches!(session.standing(at("08:14:59")), Standing::Open { .. }));
        assert_eq!(session.standing(at("08:15:00")), Standing::Locked { ends_at: at("20:00:00") });
        assert_eq!(session.act(at("08:15:00")), None, "a locked session does nothing");
        let again = session.unlock(at("09:00:00")).unwrap();
        assert!(matches!(again.standing(at("09:14:59")), Standing::Open { .. }));
    }

    #[test]
    fn whatever_is_done_in_it_a_session_ends_after_twelve_hours() {
        let mut session = Session::begin(at("08:00:00"));
        for minute in (10..720).step_by(10) {
            let now = at("08:00:00") + SignedDuration::from_mins(minute);
            session = session.act(now).expect("open all day");
        }
        assert!(matches!(session.standing(at("19:59:59")), Standing::Open { .. }));
        assert_eq!(session.standing(at("20:00:00")), Standing::Ended);
        assert_eq!(session.unlock(at("20:00:00")), None);
    }

    #[test]
    fn a_clock_set_back_ends_nothing_and_prolongs_nothing() {
        let session = Session::begin(at("08:00:00")).act(at("08:10:00")).unwrap();
        let back = session.act(at("08:05:00")).unwrap();
        assert_eq!(back, session);
    }
}
