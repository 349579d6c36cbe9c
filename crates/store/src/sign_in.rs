//! The security log: each try to sign in. It names accounts by what was typed, and never a child.

use crate::error::Result;
use crate::tx::Tx;
use jiff::Timestamp;

const PUT: &str = "insert into sign_in(at, email, address, outcome) values (?1, ?2, ?3, ?4)";
const OF_EMAIL: &str = "select at, outcome from sign_in where email = ?1 and at > ?2
    order by at desc, seq desc limit 50";
const OF_ADDRESS: &str = "select at from sign_in where address = ?1 and at > ?2
    and outcome = 'refused' order by at desc, seq desc limit 50";

/// What came of a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody is in.
    SignedIn,
    /// The address or the password was wrong.
    Refused,
    /// It was not even looked at: too many had failed.
    MadeToWait,
}

impl Outcome {
    const fn as_str(self) -> &'static str {
        match self {
            Self::SignedIn => "signed_in",
            Self::Refused => "refused",
            Self::MadeToWait => "made_to_wait",
        }
    }
}

impl Tx {
    /// Writes a try down.
    pub fn log_sign_in(
        &mut self,
        at: Timestamp,
        email: &str,
        address: &str,
        outcome: Outcome,
    ) -> Result<()> {
        self.exec(PUT, (at, email, address, outcome.as_str()))?;
        Ok(())
    }

    /// The failures of an account since somebody last signed in to it, newest first.
    pub fn list_failures_of(&mut self, email: &str, since: Timestamp) -> Result<Vec<Timestamp>> {
        let tries = self.all::<(Timestamp, String)>(OF_EMAIL, (email, since))?;
        let lately = tries.into_iter().take_while(|(_, outcome)| outcome != "signed_in");
        Ok(lately.filter(|(_, outcome)| outcome == "refused").map(|(at, _)| at).collect())
    }

    /// The failures from an address of the network, newest first.
    pub fn list_failures_from(
        &mut self,
        address: &str,
        since: Timestamp,
    ) -> Result<Vec<Timestamp>> {
        let rows = self.all::<(Timestamp,)>(OF_ADDRESS, (address, since))?;
        Ok(rows.into_iter().map(|(at,)| at).collect())
    }
}
