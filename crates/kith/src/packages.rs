//! How sittings leave for other systems: what the command line, the environment and `kith.toml` say
//! of it, and the two hands that send what waits.
//!
//! ```toml
//! name = "Wexcombe Borough Council"          # as it stands on a package
//! packages = "/srv/kith/out"                 # or --packages, or KITH_PACKAGES
//! packages_for = "the case system"
//! [push]
//! url = "https://cases.example/houses"
//! token = "/etc/kith/push.token"             # the path of a file
//! for = "the case system"
//! certificates = "/etc/kith/cases.pem"       # where this machine does not trust theirs already
//! ```

use crate::edge;
use anyhow::{Context as _, Result, bail};
use app::kith::Kith;
use app::package::{Clock, Folder, Packing, Printer, Push, Sent};
use domain::package_out::Way;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{MissedTickBehavior, interval};

/// What other systems are called where nobody gave them a name.
const OTHER_SYSTEM: &str = "the other system";
/// What makes PDFs, where it lies beside this program or is named.
const PRINTER: &str = "kith-print";
const PRINTER_NAMED: &str = "KITH_PRINT";
/// How long a PDF may take.
const PRINTED_IN: Duration = Duration::from_mins(1);
/// How often it is looked whether something waits.
const EVERY: Duration = Duration::from_secs(5);

/// What `kith.toml` says of it.
#[derive(Debug, Default, Clone, Deserialize)]
pub struct Settings {
    /// The authority's name.
    pub name: Option<String>,
    /// The folder.
    pub packages: Option<PathBuf>,
    /// Who watches it.
    pub packages_for: Option<String>,
    /// The address.
    pub push: Option<PushSettings>,
}

/// What `kith.toml` says of the address.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PushSettings {
    url: String,
    token: Option<PathBuf>,
    #[serde(rename = "for")]
    name: Option<String>,
    certificates: Option<PathBuf>,
}

impl Settings {
    /// The ways there are; a folder on the command line wins over the file's.
    pub fn packing(self, folder: Option<&Path>) -> Result<Packing> {
        let path = folder.map(Path::to_owned).or(self.packages);
        if let Some(path) = &path
            && !path.is_dir()
        {
            // Said once and early; whether it stays there is looked at each time.
            bail!("the folder for packages, {}, is not there", path.display());
        }
        let named = |name: Option<String>| name.unwrap_or_else(|| OTHER_SYSTEM.to_owned());
        let watched = named(self.packages_for);
        let folder = path.map(|path| Folder { path, name: watched });
        let push = self.push.map(|push| {
            let made = Push::new(named(push.name), &push.url, push.token, push.certificates);
            made.context("[push] in kith.toml")
        });
        Ok(Packing {
            program: concat!("kith ", env!("CARGO_PKG_VERSION")).to_owned(),
            authority: self.name,
            pictures: web::stickers::sticker,
            printer: printer(),
            folder,
            push: push.transpose()?,
            ..Packing::default()
        })
    }
}

/// Of the demo, whose surroundings count for nothing: nothing leaves by itself.
pub fn of_demo() -> Result<Packing> {
    let name = Some("Wexcombe Borough Council".to_owned());
    Settings { name, ..Settings::default() }.packing(None)
}

/// `kith-print`, where it is.
fn printer() -> Option<Printer> {
    let beside = || Some(std::env::current_exe().ok()?.parent()?.join(PRINTER));
    let program = std::env::var_os(PRINTER_NAMED).map(PathBuf::from).or_else(beside)?;
    program.is_file().then_some(Printer { program, patience: PRINTED_IN })
}

/// Sends what waits, by each way there is, as long as the program runs.
pub fn send_what_waits(kith: &Kith, clock: &Clock) {
    for way in kith.packing().ways().all() {
        let (kith, clock) = (kith.clone(), Arc::clone(clock));
        tokio::spawn(async move {
            let mut ticks = interval(EVERY);
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            loop {
                ticks.tick().await;
                if let Err(why) = send_all(&kith, way, &clock).await {
                    tracing::error!(way = way.as_str(), error = %why, "packages cannot go out now");
                }
            }
        });
    }
}

async fn send_all(kith: &Kith, way: Way, clock: &Clock) -> Result<()> {
    loop {
        let edge = edge::console_at(clock())?;
        let sent = kith.send_next(edge, way, clock).await;
        match sent.map_err(|why| anyhow::anyhow!(why.without_words()))? {
            Sent::One => {}
            Sent::Nothing | Sent::NotNow => return Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_there_is_said_before_anybody_is_served() {
        assert!(Settings::default().packing(Some(Path::new("/no/such/folder"))).is_err());
        let folder = tempfile::tempdir().unwrap();
        let packing = Settings::default().packing(Some(folder.path())).unwrap();
        assert_eq!(packing.ways().all().collect::<Vec<_>>(), [Way::Folder]);
    }

    #[test]
    fn an_address_is_encrypted_or_on_this_machine() {
        let to = |url: &str| {
            let push = toml::from_str(&format!("url = '{url}'")).unwrap();
            Settings { push: Some(push), ..Settings::default() }.packing(None)
        };
        for sound in ["https://cases.example/houses", "http://127.0.0.1:9/houses"] {
            assert_eq!(to(sound).unwrap().ways().all().collect::<Vec<_>>(), [Way::Push], "{sound}");
        }
        for wrong in ["http://cases.example/houses", "cases.example", "ftp://127.0.0.1/", ""] {
            assert!(to(wrong).is_err(), "{wrong}");
        }
    }
}
