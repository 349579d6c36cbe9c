//! A whole sitting for a package: all that may be read, with every byte of it or none.

use crate::error::{Error, Result};
use crate::kith::Kith;
use crate::sitting::{self, Gathered, Gathering, NotBrought, with_what_was_round};
use exchange::package::Sitting;
use store::tx::Tx;
use ui::layout::{Look, Theme};

/// All of a sitting that may be read; the authority's name is as it gave it.
///
/// # Errors
/// [`Error::NotFound`] where there is none, or none any more, or nobody sat there.
pub(super) fn gather(
    tx: &mut Tx,
    gathering: &Gathering<'_>,
    authority: Option<&str>,
) -> Result<Gathered> {
    let gathered = sitting::gather(tx, gathering)?.filter(|sat| sat.worker.is_some());
    let gathered = gathered.ok_or(Error::NotFound)?;
    let mut gathered = with_what_was_round(tx, gathering, gathered)?;
    let (code, name) = &mut gathered.sitting.authority;
    *name = authority.map_or_else(|| format!("Local authority {code}"), str::to_owned);
    Ok(gathered)
}

/// Brings its bytes.
///
/// # Errors
/// Where something of it is not here, or a drawing cannot be drawn.
pub(super) async fn bring(
    kith: &Kith,
    gathered: Gathered,
) -> std::result::Result<Sitting, NotBrought> {
    let drawing = (Look { assets: "", theme: Theme::Light }, kith.packing().pictures);
    let (sitting, not) = sitting::bring(kith, gathered, &|_| true, drawing).await?;
    not.map_or(Ok(sitting), Err)
}
