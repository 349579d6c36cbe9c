//! Signing in. Every failure says the same, takes as long, and is written to the security log.
//!
//! ```text
//! look up (a read) ▸ check the password (slow, on no store thread) ▸ begin (a write)
//! ```

use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::{Answer, Kith};
use crate::session::Token;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher as _, PasswordVerifier as _};
use domain::id::AccountId;
use domain::session::{Session, Standing};
use domain::sign_in::{Attempt, Failures, may_try};
use jiff::{SignedDuration, Timestamp};
use store::sign_in::Outcome;
use store::tx::Tx;

/// A hash that no password has, so that an address nobody has takes as long as one somebody has.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$a2l0aC1ub2JvZHktaGVyZQ$\
    ZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmZmY";
/// Failures older than this count for nothing.
const LATELY: SignedDuration = SignedDuration::from_hours(12);

/// Somebody who wants to sign in, looked up.
#[derive(Debug, Clone)]
pub struct Candidate {
    account: Option<AccountId>,
    hash: String,
    attempt: Attempt,
    email: String,
    address: String,
}

/// Looks somebody up by what they typed and where it came from.
pub fn look_up(kith: &Kith, edge: Edge, email: &str, address: &str) -> Answer<Candidate> {
    let email: String = email.trim().to_lowercase().chars().take(254).collect();
    let address = address.to_owned();
    kith.read(edge, move |cx| {
        let now = cx.edge.now;
        let attempt = attempt(cx.tx, &email, &address, now)?;
        let known = match cx.authority() {
            Ok(authority) => cx.tx.find_account_by_email(authority, &email)?,
            Err(_) => None,
        };
        let known = known.filter(|known| !known.viewer(now).has_left());
        let hash = match &known {
            Some(known) => cx.tx.find_password(known.id)?,
            None => None,
        };
        let account = known.filter(|_| hash.is_some()).map(|known| known.id);
        let hash = hash.unwrap_or_else(|| NOBODYS.to_owned());
        Ok(Candidate { account, hash, attempt, email, address })
    })
}

/// Whether somebody may try now, by what has failed lately.
fn attempt(tx: &mut Tx, email: &str, address: &str, now: Timestamp) -> Result<Attempt> {
    let since = now.checked_sub(LATELY).unwrap_or(now);
    let of_account = tx.list_failures_of(email, since)?;
    let from_address = tx.list_failures_from(address, since)?;
    Ok(may_try(Failures { of_account: &of_account, from_address: &from_address }, now))
}

impl Candidate {
    /// Whether the password is theirs. Slow on purpose: not for a thread that others wait for.
    pub fn fits(&self, password: &str) -> bool {
        if self.attempt != Attempt::Welcome {
            return false;
        }
        let fits = PasswordHash::new(&self.hash).is_ok_and(|hash| {
            Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
        });
        fits && self.account.is_some()
    }
}

/// Begins a session where the password fitted; otherwise says so, or for how long to wait. A
/// session of the same person that was locked is unlocked instead, and one that was open ends:
/// nobody who came by its token goes on beside the new one.
pub fn begin(
    kith: &Kith,
    edge: Edge,
    candidate: Candidate,
    fits: bool,
    before: Option<Token>,
) -> Answer<Result<Token>> {
    kith.write(edge, vec![], move |cx| {
        let now = cx.now();
        // Asked again: of many tries at the same moment, each was welcome when it was looked up.
        let attempt = attempt(cx.tx(), &candidate.email, &candidate.address, now)?;
        let outcome = match (attempt, fits) {
            (Attempt::Wait { .. }, _) => Outcome::MadeToWait,
            (Attempt::Welcome, true) => Outcome::SignedIn,
            (Attempt::Welcome, false) => Outcome::Refused,
        };
        cx.tx().log_sign_in(now, &candidate.email, &candidate.address, outcome)?;
        let account = match (attempt, candidate.account) {
            (Attempt::Wait { until, .. }, _) => return Ok(Err(Error::Wait { until })),
            (Attempt::Welcome, Some(account)) if fits => account,
            _ => return Ok(Err(Error::NotSignedIn)),
        };
        if let Some(token) = &before
            && let Some((whose, session)) = cx.tx().find_session(token.digest())?
            && whose == account
        {
            if let Standing::Locked { .. } = session.standing(now)
                && let Some(session) = session.unlock(now)
            {
                cx.tx().keep_session(token.digest(), account, session)?;
                return Ok(Ok(token.clone()));
            }
            cx.tx().end_session(token.digest())?;
        }
        let token = Token::new(cx.seed());
        cx.tx().keep_session(token.digest(), account, Session::begin(now))?;
        Ok(Ok(token))
    })
}

/// Ends a session.
pub fn sign_out(kith: &Kith, edge: Edge, token: Token) -> Answer<()> {
    kith.write(edge, vec![], move |cx| Ok(cx.tx().end_session(token.digest())?))
}

/// The hash of a password, as it is kept. Slow on purpose.
pub fn hash(password: &str, salt: &[u8; 16]) -> Result<String> {
    let hash: PasswordHash = Argon2::default()
        .hash_password_with_salt(password.as_bytes(), salt)
        .map_err(|why| Error::Password(why.to_string()))?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_fits_its_password_alone_and_nobodys_fits_none() {
        let hash = hash("wexcombe-demo", &[7; 16]).unwrap();
        let candidate = |account, hash: &str| Candidate {
            account,
            hash: hash.to_owned(),
            attempt: Attempt::Welcome,
            email: String::new(),
            address: String::new(),
        };
        let anita = Some(AccountId::from_bytes([1; 16]));
        assert!(candidate(anita, &hash).fits("wexcombe-demo"));
        assert!(!candidate(anita, &hash).fits("wexcombe-dem0"));
        assert!(!candidate(None, &hash).fits("wexcombe-demo"));
        assert!(PasswordHash::new(NOBODYS).is_ok(), "or it would be quicker than anybody's");
        assert!(!candidate(anita, NOBODYS).fits(""));
    }
}
