//! Choosing a password: an administrator gives somebody a code, once, and the person chooses with
//! it. So nobody but they ever knows their password.
//!
//! ```text
//! give_code (administrator, or the console) ─ by telephone, in a letter ─▶ choose_password
//! ```
//! A code is a hundred bits in twenty letters that are not mistaken for one another. It works for
//! one account and once; a new one ends the last.

use crate::chance::Seed;
use crate::cx::{Read, Write};
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::{Answer, Kith};
use domain::access::Task;
use domain::entry::Digest;
use domain::id::AccountId;
use jiff::SignedDuration;
use sha2::{Digest as _, Sha256};

/// A code works for this long.
const LASTS: SignedDuration = SignedDuration::from_hours(72);
/// The letters of a code: none is taken for another in a letter or on the telephone.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// How many letters a code has.
const LENGTH: usize = 20;

/// Gives a code with which this account's password can be chosen.
pub fn give_code(cx: &mut Write<'_, '_>, id: AccountId) -> Result<String> {
    cx.may(Task::ManageAccounts)?;
    let known = cx.tx().find_account(id)?.ok_or(Error::NotFound)?;
    let now = cx.now();
    if known.viewer(now).has_left() {
        return Err(Error::NotFound);
    }
    let code = code(&cx.seed());
    let purpose = purpose(id);
    cx.tx().clear_one_time(&purpose, now)?;
    let until = now.checked_add(LASTS).unwrap_or(now);
    cx.tx().keep_one_time(digest(&code), &purpose, Some(id), until)?;
    Ok(code)
}

/// Gives a code to whoever signs in with this address: for the console.
pub fn give_code_to(kith: &Kith, edge: Edge, email: &str) -> Answer<String> {
    let email = email.trim().to_lowercase();
    kith.write(edge, vec![], move |cx| {
        let authority = cx.authority()?;
        let known = cx.tx().find_account_by_email(authority, &email)?.ok_or(Error::NotFound)?;
        give_code(cx, known.id)
    })
}

/// Whether an address and a code go together. Asked before a password is hashed, which is slow.
pub fn has_code(cx: &mut Read<'_>, email: &str, code: &str) -> Result<bool> {
    let known = cx.tx.find_account_by_email(cx.authority()?, email.trim())?;
    let Some(known) = known else { return Ok(false) };
    let purpose = purpose(known.id);
    Ok(cx.tx.has_one_time(digest(code), &purpose, cx.edge.now)?)
}

/// Keeps the hash of the password that somebody chose with a code. Every session of theirs ends.
pub fn choose(cx: &mut Write<'_, '_>, email: &str, code: &str, hash: &str) -> Result<()> {
    let authority = cx.authority()?;
    let now = cx.now();
    let known = cx.tx().find_account_by_email(authority, email.trim())?;
    let known = known.ok_or(Error::NotSignedIn)?;
    if known.viewer(now).has_left() {
        return Err(Error::NotSignedIn);
    }
    let purpose = purpose(known.id);
    cx.tx().take_one_time(digest(code), &purpose, now)?.ok_or(Error::NotSignedIn)?;
    cx.tx().end_sessions_of(known.id)?;
    Ok(cx.tx().set_password(known.id, hash, now)?)
}

fn purpose(id: AccountId) -> String {
    format!("choose password of {id}")
}

/// Five groups of four letters.
fn code(seed: &Seed) -> String {
    let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().map_or('0', char::from);
    let letters: Vec<char> = seed.iter().take(LENGTH).map(letter).collect();
    letters.chunks(4).map(|four| four.iter().collect()).collect::<Vec<String>>().join("-")
}

/// Of a code however it was typed: capitals, spaces and dashes do not count, and a letter that
/// is in no code is the digit it looks like.
fn digest(typed: &str) -> Digest {
    let plain = |letter: char| match letter.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let letters: String =
        typed.chars().filter(char::is_ascii_alphanumeric).map(plain).take(64).collect();
    Sha256::digest(letters).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = code(&[1; 32]);
        assert_eq!(code, "1111-1111-1111-1111-1111");
        assert_eq!(digest(&code), digest(" LLLL iiii 1111-11111111 "));
        assert_ne!(digest(&code), digest("1111-1111-1111-1111-1112"));
    }
}
