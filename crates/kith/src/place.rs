//! Where the store is: `--data` or `--database-url`, else the environment, else `kith.toml`, else
//! `./kith-data`.

use crate::{edge, packages};
use anyhow::{Context as _, Result, bail};
use app::kith::{Kith, Open, Pace, Place};
use domain::id::Authority;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Where the store is.
#[derive(clap::Args, Debug, Default)]
pub struct Args {
    /// The folder of the store.
    #[arg(long, global = true, env = "KITH_DATA", value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// The address of the store on PostgreSQL.
    #[arg(
        long,
        global = true,
        env = "KITH_DATABASE_URL",
        value_name = "URL",
        hide_env_values = true
    )]
    database_url: Option<String>,
}

/// `kith.toml`, where there is one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Settings {
    data: Option<PathBuf>,
    database_url: Option<String>,
    authority: Option<u16>,
    alone: Option<bool>,
    name: Option<String>,
    packages: Option<PathBuf>,
    packages_for: Option<String>,
    push: Option<packages::PushSettings>,
}

impl Args {
    /// The place; a command line wins over the environment, and both over the file.
    pub fn place(&self) -> Result<Place> {
        let settings = settings(Path::new("kith.toml"))?;
        let around = Self {
            data: std::env::var_os("KITH_DATA").map(PathBuf::from),
            database_url: std::env::var("KITH_DATABASE_URL").ok(),
        };
        let given = self.data.is_some() || self.database_url.is_some();
        place_of(if given { self } else { &around }, settings)
    }

    /// The folder of files beside the record: the store's own, or `./kith-data` beside a database.
    pub fn folder(&self) -> Result<PathBuf> {
        match self.place()? {
            Place::Folder(folder) => Ok(folder),
            Place::Postgres(_) => Ok("kith-data".into()),
        }
    }

    /// Whether the kit runs without the record: said on the command line or around the program, or
    /// in `kith.toml`.
    pub fn alone(said: bool) -> Result<bool> {
        Ok(said || settings(Path::new("kith.toml"))?.alone.unwrap_or_default())
    }

    /// What `kith.toml` says of packages.
    pub fn packages() -> Result<packages::Settings> {
        let Settings { name, packages, packages_for, push, .. } = settings(Path::new("kith.toml"))?;
        Ok(packages::Settings { name, packages, packages_for, push })
    }

    /// The folder on the command line; nothing else counts for the demo.
    pub fn folder_given(&self) -> Option<PathBuf> {
        self.data.clone()
    }

    /// Opens the record, making it where there is none.
    pub fn open_or_make(&self, pace: Pace) -> Result<Kith> {
        let kith = Kith::open(&Open {
            place: self.place()?,
            readers: std::thread::available_parallelism().map_or(2, usize::from),
            writers: 4,
            pace,
            now: edge::now(),
            seed: edge::seed()?,
        })
        .context("the record cannot be opened")?;
        if let Some(code) = settings(Path::new("kith.toml"))?.authority {
            let authority = Authority::new(code).context("authority in kith.toml")?;
            kith.write(edge::console()?, vec![], move |cx| cx.keep_authority(authority)).wait()?;
        }
        Ok(kith)
    }

    /// Opens the record, and refuses where there is none.
    pub fn open(&self, pace: Pace) -> Result<Kith> {
        self.existing()?;
        self.open_or_make(pace)
    }

    /// The place of a store that is there.
    pub fn existing(&self) -> Result<Place> {
        let place = self.place()?;
        if !place.holds_a_store()? {
            match place {
                Place::Folder(folder) => bail!("there is no record in {}", folder.display()),
                Place::Postgres(_) => bail!("there is no record in that database"),
            }
        }
        Ok(place)
    }
}

fn settings(path: &Path) -> Result<Settings> {
    match std::fs::read_to_string(path) {
        Ok(text) => toml::from_str(&text).with_context(|| format!("{}", path.display())),
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(Settings::default()),
        Err(why) => Err(why).with_context(|| format!("{}", path.display())),
    }
}

fn place_of(args: &Args, settings: Settings) -> Result<Place> {
    match (&args.data, &args.database_url) {
        (Some(_), Some(_)) => bail!("a store is a folder or a database: give one of the two"),
        (Some(folder), None) => Ok(Place::Folder(folder.clone())),
        (None, Some(url)) => Ok(Place::Postgres(url.clone())),
        (None, None) => match (settings.data, settings.database_url) {
            (Some(_), Some(_)) => {
                bail!("kith.toml gives both data and database_url: keep one of the two")
            }
            (_, Some(url)) => Ok(Place::Postgres(url)),
            (folder, None) => Ok(Place::Folder(folder.unwrap_or_else(|| "kith-data".into()))),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_wins_over_the_file_and_the_file_over_the_default() {
        let none = Settings::default;
        let file = || Settings { database_url: Some("postgres://h/d".into()), ..none() };
        let line = Args { data: Some("here".into()), database_url: None };
        assert_eq!(place_of(&line, file()).unwrap(), Place::Folder("here".into()));
        let nothing = Args::default();
        assert_eq!(place_of(&nothing, file()).unwrap(), Place::Postgres("postgres://h/d".into()));
        assert_eq!(place_of(&nothing, none()).unwrap(), Place::Folder("kith-data".into()));
        let both = Args { database_url: Some("postgres://h/d".into()), ..line };
        assert!(place_of(&both, none()).is_err());
    }

    #[test]
    fn a_setting_nobody_knows_is_an_error_and_not_silence() {
        assert!(toml::from_str::<Settings>("dataa = 'x'").is_err());
    }
}
