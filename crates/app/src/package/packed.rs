//! A sitting in memory, and the package it is made into: the same as before where nothing has
//! changed, else a new one that says which it replaces, since nobody knows whether the one before
//! arrived.

use super::Packing;
use domain::id::PackageId;
use domain::package_out::Trouble;
use exchange::package::{For, Making, Package, Pdf, Sitting};
use jiff::Timestamp;
use std::sync::Arc;
use store::package_out::Made;

/// A sitting, and what it is made into.
pub(super) struct Packed {
    /// Which package it is.
    pub made: Made,
    /// How many bytes it has.
    pub bytes: u64,
    sitting: Sitting,
    packing: Arc<Packing>,
    pdf: Option<Pdf>,
}

impl Packed {
    /// Makes it. `before` is what the same row was made into, `last` what another was.
    pub(super) fn make(
        sitting: Sitting,
        packing: Arc<Packing>,
        (before, last): (Option<Made>, Option<PackageId>),
        now: Timestamp,
    ) -> Result<Self, Trouble> {
        let (at, replaces) = match before {
            Some(before) => (before.at, before.replaces),
            None => (now, last),
        };
        let packed = Self::at(sitting, packing, (at, replaces))?;
        match before {
            Some(before) if packed.made != before => {
                let Self { sitting, packing, .. } = packed;
                Self::at(sitting, packing, (now, Some(before.package)))
            }
            _ => Ok(packed),
        }
    }

    fn at(
        sitting: Sitting,
        packing: Arc<Packing>,
        (at, replaces): (Timestamp, Option<PackageId>),
    ) -> Result<Self, Trouble> {
        let made = Made { package: PackageId(uuid::Uuid::nil()), at, sha256: [0; 32], replaces };
        let mut packed = Self { made, bytes: 0, sitting, packing, pdf: None };
        let package = packed.without_pdf()?;
        let id = package.id;
        let pdf = packed.packing.printer.as_ref().and_then(|printer| printer.pdf_of(&package));
        packed.pdf = pdf;
        let (bytes, sha256) = packed.package()?.measured();
        packed.bytes = bytes;
        packed.made = Made { package: PackageId(id), sha256: sha256.0, ..made };
        Ok(packed)
    }

    /// The package, ready to be written.
    pub(super) fn package(&self) -> Result<Package<'_>, Trouble> {
        Ok(self.pdf.iter().cloned().fold(self.without_pdf()?, Package::with_pdf))
    }

    fn without_pdf(&self) -> Result<Package<'_>, Trouble> {
        let making = Making {
            whom: For::SameAuthority,
            at: self.made.at,
            program: &self.packing.program,
            replaces: self.made.replaces.map(|id| id.0),
        };
        Package::of(&self.sitting, &making).map_err(|_| Trouble::NotMade)
    }
}
