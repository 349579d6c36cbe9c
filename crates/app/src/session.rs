//! Signed in: whose request it is, and the two things a signed-in person does.
//!
//! ```text
//! kith.show(caller, |cx| page)      session ▸ rule ▸ read ▸ the look, durable ▸ answered
//! kith.show_drawn(caller, page, draw)  the same, and drawn while the look is written down
//! kith.save(caller, about, |cx| …)  session ▸ rule ▸ append ▸ durable ▸ answered
//! ```
//! A session that locked answers only sign-in; what people do keeps it open, a page that
//! refreshes itself does not.

use crate::chance::Seed;
use crate::cx::{Read, Write};
use crate::edge::{Actor, Edge};
use crate::error::{Error, Result};
use crate::kith::{Answer, Kith, look as write_look};
use domain::entry::Digest;
use domain::id::{AccountId, PersonId};
use domain::look::{AtWhat, Look};
use domain::session::{Session, Standing};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;
use store::tx::Tx;

/// What is done in a session is written down at most this often.
const ACT_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// A token of a session: 256 bits of chance, as 64 hexadecimal digits in a cookie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// From chance.
    pub fn new(seed: Seed) -> Self {
        let digit = |nibble| char::from_digit(u32::from(nibble), 16).unwrap_or('0');
        Self(seed.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect())
    }
    /// From a cookie; whatever it says, it is only digested.
    pub fn from_cookie(text: &str) -> Self {
        Self(text.to_owned())
    }
    /// As a cookie carries it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
    /// As a store knows it.
    pub fn digest(&self) -> Digest {
        Sha256::digest(&self.0).into()
    }
}

/// A request of somebody who says that they are signed in.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The digest of their token.
    pub session: Digest,
    /// Now.
    pub now: Timestamp,
    /// Chance.
    pub seed: Seed,
    /// Whether a person did this, and not a page that refreshes itself.
    pub acts: bool,
}

/// What a page shows, and the look that it is.
#[derive(Debug, Clone)]
pub struct Shown<T> {
    /// The page.
    pub page: T,
    /// The look, written down before the page leaves; none for a page about nobody.
    pub look: Option<AtWhat>,
}

/// A session as it was found, with who asks by it.
struct Found {
    edge: Edge,
    act: Option<Session>,
}

impl Caller {
    fn find(&self, tx: &mut Tx) -> Result<Found> {
        let (account, session) = tx.find_session(self.session)?.ok_or(Error::NobodyAsks)?;
        match session.standing(self.now) {
            Standing::Open { .. } => {}
            Standing::Locked { .. } | Standing::Ended => return Err(Error::Locked),
        }
        let known = tx.find_account(account)?.ok_or(Error::NobodyAsks)?;
        let viewer = Arc::new(known.viewer(self.now));
        if viewer.has_left() {
            return Err(Error::NobodyAsks);
        }
        let stale = self.now.duration_since(session.last_act_at) >= ACT_EVERY;
        let act = if self.acts && stale { session.act(self.now) } else { None };
        let edge = Edge { now: self.now, seed: self.seed, actor: Actor::Account(viewer) };
        Ok(Found { edge, act })
    }

    /// The edge of a request before anybody is known.
    fn nobody(&self) -> Edge {
        Edge { now: self.now, seed: self.seed, actor: Actor::Nobody }
    }
}

/// Whether the database takes no write for now, while it still can be read.
fn takes_no_write(why: &Error) -> bool {
    matches!(why, Error::Store(broken) if broken.takes_no_write() && !broken.is_deadlock())
}

impl Kith {
    /// Shows a page to whoever is signed in. The look is durable before the page is answered.
    pub async fn show<T: Send + 'static>(
        &self,
        caller: Caller,
        f: impl FnOnce(&mut Read<'_>) -> Result<Shown<T>> + Send + 'static,
    ) -> Result<T> {
        self.show_drawn(caller, f, |page| page).await
    }

    /// Shows a page to whoever is signed in, drawn while the look is written down. What was drawn
    /// is answered once the look is durable.
    pub async fn show_drawn<T: Send + 'static, D: Send>(
        &self,
        caller: Caller,
        f: impl FnOnce(&mut Read<'_>) -> Result<Shown<T>> + Send + 'static,
        draw: impl FnOnce(T) -> D + Send,
    ) -> Result<D> {
        let session = caller.session;
        let looks = self.store().looks();
        let read = self.read(caller.nobody(), move |cx| {
            let found = caller.find(cx.tx)?;
            cx.edge = found.edge.clone();
            let Shown { page, look } = f(cx)?;
            let account = found.edge.viewer()?.account;
            let all = look.into_iter().chain(cx.looked_also().iter().cloned());
            let all = all.map(|at_what| Look { at: found.edge.now, account, at_what });
            let all: Vec<Look> = all.collect();
            let looked = (!all.is_empty()).then(|| write_look(&looks, all.clone()));
            Ok((page, found, all, looked))
        });
        let (page, Found { edge, act }, all, looked) = read.await?;
        let drawn = draw(page);
        let looked = match looked {
            Some(looked) => looked.await,
            None => Ok(()),
        };
        if let Err(why) = looked {
            self.keep_looks_aside(edge.clone(), all, why).await?;
        }
        match self.keep_act(&edge, session, act).await {
            Err(why) if !takes_no_write(&why) => Err(why),
            _ => Ok(drawn),
        }
    }

    /// Writes down that somebody did something, which keeps their session open.
    async fn keep_act(&self, edge: &Edge, session: Digest, act: Option<Session>) -> Result<()> {
        let Some(act) = act else { return Ok(()) };
        self.write(edge.clone(), vec![], move |cx| Ok(cx.tx().act_in_session(session, act)?)).await
    }

    /// Keeps looks in a file while the database takes no write; any other reason stays one.
    async fn keep_looks_aside(&self, edge: Edge, all: Vec<Look>, why: Error) -> Result<()> {
        let Some(spool) = self.spool().filter(|_| takes_no_write(&why)) else { return Err(why) };
        // On a reading thread: a disk is waited for, and that is no place to await in.
        self.read(edge, move |_| Ok(all.iter().try_for_each(|look| spool.put(look))?)).await
    }

    /// Writes as somebody with an account, without a session: for the program itself, where it acts
    /// for them. The rule is asked as ever.
    pub fn write_for<T: Send + 'static>(
        &self,
        account: AccountId,
        edge: Edge,
        about: Vec<PersonId>,
        f: impl Fn(&mut Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        self.write(edge, about, move |cx| {
            let known = cx.tx().find_account(account)?.ok_or(Error::NobodyAsks)?;
            cx.edge.actor = Actor::Account(Arc::new(known.viewer(cx.now())));
            f(cx)
        })
    }

    /// Saves something for whoever is signed in; answered once it is durable.
    pub fn save<T: Send + 'static>(
        &self,
        caller: Caller,
        about: Vec<PersonId>,
        f: impl Fn(&mut Write<'_, '_>) -> Result<T> + Send + 'static,
    ) -> Answer<T> {
        self.write(caller.nobody(), about, move |cx| {
            let found = caller.find(cx.tx())?;
            if let Some(act) = found.act {
                cx.tx().act_in_session(caller.session, act)?;
            }
            cx.edge = found.edge;
            f(cx)
        })
    }
}
