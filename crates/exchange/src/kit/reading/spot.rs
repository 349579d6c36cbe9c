//! Where an op stands, and what its fields may say.

use super::super::op::By;
use super::super::{Fault, TEXT_MAX};
use domain::houses_page::OutOfTen;
use jiff::Timestamp;

/// Where an op stands, and when and by whose hand it was written.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub n: usize,
    pub at: Timestamp,
    pub by: By,
}

impl Spot {
    pub(super) const fn wrong(self, field: &'static str) -> Fault {
        Fault::Field { n: self.n, field }
    }

    /// Words within their length. U+0000, which nobody types and no database keeps, is left out.
    pub(super) fn text(self, text: String, field: &'static str) -> Result<String, Fault> {
        let text = if text.contains('\0') { text.replace('\0', "") } else { text };
        if text.chars().nth(TEXT_MAX).is_some() {
            return Err(self.wrong(field));
        }
        Ok(text)
    }

    pub(super) fn maybe(
        self,
        text: Option<String>,
        field: &'static str,
    ) -> Result<Option<String>, Fault> {
        let text = text.map(|text| self.text(text, field)).transpose()?;
        Ok(text.filter(|text| !text.trim().is_empty()))
    }
}

/// A media type is short and plain; what the bytes are is found by the server.
pub(super) fn media_type(spot: Spot, text: String) -> Result<String, Fault> {
    let plain = text.len() <= 100 && text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain { Ok(text) } else { Err(spot.wrong("type")) }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to its bounds")]
pub(super) fn thousandths(position: f64) -> Option<u16> {
    (0.0..=1.0).contains(&position).then(|| (position * 1000.0).round() as u16)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to its bounds")]
pub(super) fn out_of_ten(value: f64) -> Option<OutOfTen> {
    let whole = (0.0..=10.0).contains(&value) && value.fract() == 0.0;
    whole.then(|| OutOfTen::new(value as u8).ok()).flatten()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held to its bounds")]
pub(super) fn milliseconds(ms: f64) -> Option<u64> {
    (0.0..=86_400_000.0).contains(&ms).then(|| ms.round() as u64)
}
