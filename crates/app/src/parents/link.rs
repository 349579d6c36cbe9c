//! The link: 256 bits of chance, of which the store keeps the digest alone. It is shown once, to
//! whoever gives it; it opens until its day, unless somebody ends it sooner.
//!
//! ```text
//! GET   too many tries from there ▸ a link ▸ something to show    the door, and nothing of anybody
//! POST  the same, asked anew ▸ pictures ▸ asked once more ▸ the look, durable
//!                                                                  what the child agreed to
//! ```
//! A messenger that fetches an address to draw a preview of it gets the door, and no opening is
//! counted. Wrong, ended, over, taken back by the child and shut out are one answer.

use super::offer::{Offer, offer};
use super::whom_to_ask;
use crate::edge::Edge;
use crate::error::{Error, Result};
use crate::kith::Kith;
use crate::session::Token;
use crate::sitting::Pictures;
use domain::entry::Digest;
use domain::look::{AtWhat, Look};
use domain::sign_in::{Attempt, Failures, may_try};
use jiff::{SignedDuration, Timestamp};
use store::shared_link::SharedLink;
use ui::layout::Look as Drawing;
use ui::parents::{Agreed, Asked};

/// Tries older than this count for nothing.
const LATELY: SignedDuration = SignedDuration::from_hours(12);
/// So often it is drawn while the record changes under it; then whoever asks asks again.
const DRAWN_ANEW: usize = 3;
/// After so long it is looked at again.
const HOLDS_STILL: SignedDuration = SignedDuration::from_secs(5);
/// A token is 64 hexadecimal digits.
const TOKEN_LENGTH: usize = 64;

/// Somebody before a link.
#[derive(Debug, Clone)]
pub struct Knock {
    /// What the address says.
    pub token: String,
    /// Where they come from.
    pub from: String,
}

impl Knock {
    fn digest(&self) -> Option<Digest> {
        let is_one = self.token.len() == TOKEN_LENGTH
            && self.token.chars().all(|digit| digit.is_ascii_hexdigit());
        is_one.then(|| Token::from_cookie(&self.token).digest())
    }
}

impl Kith {
    /// Whether this link would open something now. Nothing is counted and nothing is told.
    ///
    /// # Errors
    /// `NotFound` for every reason why it does not; `Wait` where too much was tried from there.
    pub async fn knock(&self, edge: Edge, knock: Knock) -> Result<()> {
        self.find_link(edge, knock).await.map(drop)
    }

    /// Opens a link: what the child agreed to, drawn, once the look at it is written down.
    ///
    /// # Errors
    /// As [`Kith::knock`]; and `Wait` where what it shows changes again and again meanwhile.
    pub async fn open_link(
        &self,
        edge: Edge,
        knock: Knock,
        drawing: (Drawing<'static>, Pictures),
    ) -> Result<Agreed> {
        let (link, agreed) = self.draw_as_it_stands(&edge, knock, drawing).await?;
        let now = edge.now;
        let shared = link.shared;
        let note =
            move |cx: &mut crate::cx::Write<'_, '_>| Ok(cx.tx().note_link_opened(shared, now)?);
        self.write(edge, vec![], note).await?;
        let SharedLink { child, sitting: root, person, shared: link, account, .. } = link;
        let at_what = AtWhat::ByLink { child, root, person, link };
        self.look(vec![Look { at: now, account, at_what }]).await?;
        Ok(agreed)
    }

    /// Drawn, and asked again: drawing takes a while, in which somebody may end the link or the
    /// child take a page back. Then it is drawn anew, or nothing is.
    async fn draw_as_it_stands(
        &self,
        edge: &Edge,
        knock: Knock,
        drawing: (Drawing<'static>, Pictures),
    ) -> Result<(SharedLink, Agreed)> {
        let (_, mut offer, mut ask) = self.find_link(edge.clone(), knock.clone()).await?;
        // Whoever guesses has no link, and waits for nobody's turn.
        let _turn = self.office()?.drawing.acquire().await.map_err(|_| Error::Keys)?;
        for _ in 0..DRAWN_ANEW {
            let drawn = offer.clone();
            let agreed = self.draw_for_parent(offer, drawing, ask).await?;
            let (link, stands, asked) = self.find_link(edge.clone(), knock.clone()).await?;
            if stands.is_as(&drawn) {
                return Ok((link, agreed));
            }
            (offer, ask) = (stands, asked);
        }
        // Whoever opens it decides nothing between two writers: in a moment it holds still.
        Err(Error::Wait { until: edge.now.checked_add(HOLDS_STILL).unwrap_or(edge.now) })
    }

    async fn find_link(&self, edge: Edge, knock: Knock) -> Result<(SharedLink, Offer, Asked)> {
        let (asked, now) = (knock.clone(), edge.now);
        let found = self.read(edge.clone(), move |cx| {
            let since = now.checked_sub(LATELY).unwrap_or(now);
            let tried = cx.tx.list_links_tried(&asked.from, since)?;
            let failures = Failures { of_account: &[], from_address: &tried };
            if let Attempt::Wait { until, .. } = may_try(failures, now) {
                return Err(Error::Wait { until });
            }
            let known = match asked.digest() {
                Some(digest) => cx.tx.find_link(digest)?,
                None => None,
            };
            let Some(link) = known else { return Ok(None) };
            let found = if link.opens(now) {
                offer(cx.tx, link.sitting, link.person, now)?.ok()
            } else {
                None
            };
            // Moved to another child, it is no longer what the link was given for.
            let offer = found.filter(|offer| offer.child() == link.child);
            let offer = offer.ok_or(Error::NotFound)?;
            let ask = whom_to_ask(cx.tx, link.account, now)?;
            Ok(Some((link, offer, ask)))
        });
        match found.await? {
            Some(found) => Ok(found),
            None => {
                self.note_try(edge, knock.from).await?;
                Err(Error::NotFound)
            }
        }
    }

    /// What is no link at all was guessed, or cut short in a message. A link that has ended is not
    /// counted: nobody guesses one.
    async fn note_try(&self, edge: Edge, from: String) -> Result<()> {
        let now: Timestamp = edge.now;
        let forget = now.checked_sub(LATELY).unwrap_or(now);
        let note = move |cx: &mut crate::cx::Write<'_, '_>| {
            Ok(cx.tx().note_link_tried(&from, now, forget)?)
        };
        self.write(edge, vec![], note).await
    }
}
