//! The office's secret: a file beside the record that this program alone may read, or, where many
//! nodes share it, `KITH_KEY`. Without it no drawing opens and no sealed session: it belongs in
//! the backup, and apart from it.

use crate::edge;
use anyhow::{Context as _, Result, bail};
use app::office::{Office, Secret};
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

/// The folder of keys inside the record's own, and the file in it.
const KEYS: &str = "keys";
const OFFICE: &str = "office.key";
/// The folder of blobs.
const BLOBS: &str = "blobs";
/// Where many nodes are told the secret.
const ENVIRONMENT: &str = "KITH_KEY";

/// The office of a record whose files are in this folder.
pub fn office(folder: &Path) -> Result<Office> {
    let secret = match std::env::var(ENVIRONMENT) {
        Ok(hex) => {
            parse(&hex).with_context(|| format!("{ENVIRONMENT} is no 64 hexadecimal digits"))?
        }
        Err(_) => kept(folder)?,
    };
    Ok(Office::in_folder(&secret, &folder.join(BLOBS))?)
}

/// The office of the demo, whose surroundings count for nothing.
pub fn office_of_demo(folder: &Path) -> Result<Office> {
    Ok(Office::in_folder(&kept(folder)?, &folder.join(BLOBS))?)
}

/// The secret of a record's folder, made where nothing has been sealed to one.
fn kept(record: &Path) -> Result<Secret> {
    let folder = &record.join(KEYS);
    app::office::make_folder(folder).with_context(|| format!("{}", folder.display()))?;
    let path = folder.join(OFFICE);
    match std::fs::read_to_string(&path) {
        Ok(hex) => parse(&hex).with_context(|| format!("{} is no key", path.display())),
        Err(why) if why.kind() == ErrorKind::NotFound => {
            if record.join(BLOBS).read_dir().is_ok_and(|mut blobs| blobs.next().is_some()) {
                bail!(
                    "{} is missing, and what lies in {} was sealed with it: bring it back from \
                     where it is kept",
                    path.display(),
                    record.join(BLOBS).display()
                );
            }
            make(folder, &path)
        }
        Err(why) => Err(why).with_context(|| format!("{}", path.display())),
    }
}

/// Written whole and synced before anything is sealed to it.
fn make(folder: &Path, path: &Path) -> Result<Secret> {
    let secret = edge::seed()?;
    let new = path.with_extension("new");
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
    let hex = secret.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
    file.write_all(hex.as_bytes())?;
    file.sync_all()?;
    std::fs::rename(&new, path)?;
    File::open(folder)?.sync_all()?;
    Ok(secret)
}

fn parse(hex: &str) -> Result<Secret> {
    let hex = hex.trim();
    if hex.len() != 64 || !hex.is_ascii() {
        bail!("a key has 64 hexadecimal digits");
    }
    let mut secret = [0; 32];
    for (at, byte) in secret.iter_mut().enumerate() {
        let pair = hex.get(2 * at..2 * at + 2).unwrap_or_default();
        if !pair.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            bail!("a key has 64 hexadecimal digits");
        }
        *byte = u8::from_str_radix(pair, 16)?;
    }
    Ok(secret)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn a_secret_is_made_once_and_read_by_this_program_alone() {
        let folder = tempfile::tempdir().unwrap();
        let keys = folder.path().join(KEYS);
        let secret = kept(folder.path()).unwrap();
        assert_eq!(kept(folder.path()).unwrap(), secret);
        let mode = std::fs::metadata(keys.join(OFFICE)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        std::fs::write(keys.join(OFFICE), "half a key").unwrap();
        assert!(kept(folder.path()).is_err(), "a broken key is not replaced in silence");
        std::fs::remove_file(keys.join(OFFICE)).unwrap();
        std::fs::create_dir_all(folder.path().join(BLOBS).join("blobs")).unwrap();
        assert!(kept(folder.path()).is_err(), "nor is one that something was sealed with");
    }

    #[test]
    fn only_64_digits_are_a_key() {
        assert_eq!(parse(&"0f".repeat(32)).unwrap(), [15; 32]);
        assert_eq!(parse(&format!("{}\n", "0F".repeat(32))).unwrap(), [15; 32]);
        for wrong in ["", "0f", &"zz".repeat(32), &"+f".repeat(32), &"é".repeat(32)] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
