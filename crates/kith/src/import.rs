//! `kith import cin FILE`, `kith import children FILE`, `kith import undo ID`.
//!
//! Exit 0: filed whole, or nothing was new. 1: filed with refusals. 2: nothing was filed.

use crate::{edge, place};
use anyhow::{Context as _, Result, bail};
use app::children_list::{self, How, MOST_BYTES};
use app::error::Error;
use app::import::{self, Report, StillNeeded, Undone};
use app::kith::{Kith, Pace, Place};
use clap::Subcommand;
use domain::children_list::{Brought, Line};
use domain::id::ImportId;
use serde_json::json;
use std::borrow::Cow;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use ui::alone::{good_to_know, left_out};

/// How many refusals a report for a person spells out.
const REFUSALS_SHOWN: usize = 40;

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// A children in need census, XML, of a collection year from 2022.
    Cin {
        /// The file.
        file: PathBuf,
        /// Only look: file nothing.
        #[arg(long)]
        dry_run: bool,
        /// Report as one line of JSON.
        #[arg(long)]
        json: bool,
    },
    /// A list of children, CSV, where the kit runs without the record.
    Children {
        /// The file.
        file: PathBuf,
        /// Only look: change nothing.
        #[arg(long)]
        dry_run: bool,
        /// The list is whole, however many children are no longer on it.
        #[arg(long)]
        whole: bool,
        /// Report as one line of JSON.
        #[arg(long)]
        json: bool,
        /// The kit runs without the record; also `alone = true` in kith.toml.
        #[arg(long, env = "KITH_ALONE")]
        alone: bool,
    },
    /// Take an import back.
    Undo {
        /// The import, as its report named it.
        id: ImportId,
        /// Report as one line of JSON.
        #[arg(long)]
        json: bool,
    },
}

pub fn run(place: &place::Args, args: &Args) -> Result<ExitCode> {
    match &args.what {
        What::Cin { file, dry_run: true, json } => look(place, file, *json),
        What::Cin { file, dry_run: false, json } => cin(place, file, *json),
        What::Children { file, dry_run, whole, json, alone } => {
            let how = match (dry_run, whole) {
                (true, _) => How::Look,
                (false, false) => How::Bring,
                (false, true) => How::BringWhole,
            };
            children(place, file, how, (*json, *alone))
        }
        What::Undo { id, json } => undo(place, *id, *json),
    }
}

/// A file is looked at against the record, or against none where none is yet.
fn look(place: &place::Args, file: &Path, json: bool) -> Result<ExitCode> {
    let none_yet = tempfile::tempdir()?;
    let place = match place.place()? {
        place if place.holds_a_store()? => place,
        _ => Place::Folder(none_yet.path().to_owned()),
    };
    let kith = Kith::open(&app::kith::Open {
        place,
        readers: 2,
        writers: 1,
        pace: Pace::ALONE,
        now: edge::now(),
        seed: edge::seed()?,
    })?;
    let source = BufReader::with_capacity(1 << 16, open(file)?);
    let report = import::look_at_census(&kith, edge::console()?, source)?;
    say(&report, json, "Looked at, nothing filed")
}

fn cin(place: &place::Args, file: &Path, json: bool) -> Result<ExitCode> {
    let source = open(file)?;
    let kith = place.open_or_make(Pace::ALONE)?;
    for id in import::go_on_with_unfinished(&kith, edge::console()?)? {
        eprintln!("Import {id} had been cut short; it is filed now.");
    }
    let report = import::file_census(&kith, edge::console()?, source)?;
    app::seal::seal_what_is_new(&kith, edge::console()?).wait()?;
    say(&report, json, "Filed")
}

fn children(
    place: &place::Args,
    file: &Path,
    how: How,
    (json, alone): (bool, bool),
) -> Result<ExitCode> {
    let mut bytes = Vec::new();
    // A byte more than a list may have is enough to say that it is too long.
    let most = u64::try_from(MOST_BYTES)?.saturating_add(1);
    open(file)?.take(most).read_to_end(&mut bytes)?;
    let kith = place.open(Pace::ALONE)?;
    let kith = if place::Args::alone(alone)? { kith.alone() } else { kith };
    let brought = match children_list::bring(&kith, &edge::console()?, &bytes, how) {
        Err(Error::NoList(why)) => bail!("{}", ui::alone::no_list(&why)),
        brought => brought?,
    };
    app::seal::seal_what_is_new(&kith, edge::console()?).wait()?;
    if json {
        println!("{}", list_as_json(&brought));
    } else {
        print!("{}", list_in_words(&brought));
    }
    Ok(ExitCode::from(u8::from(!brought.refused.is_empty() || brought.kept > 0)))
}

/// Lines of a list, each in words.
fn told<T: Copy>(
    all: &[Line<T>],
    words: fn(T) -> Cow<'static, str>,
) -> impl ExactSizeIterator<Item = (u64, Cow<'static, str>)> {
    all.iter().map(move |one| (one.line, words(one.says)))
}

fn list_as_json(brought: &Brought) -> serde_json::Value {
    let line = |(line, says)| json!({ "line": line, "says": says });
    let refused = told(&brought.refused, left_out).map(line);
    let notes = told(&brought.notes, good_to_know).map(line);
    json!({
        "children": brought.children,
        "new": brought.new,
        "changed": brought.changed,
        "same": brought.same,
        "ended": brought.ended,
        "kept": brought.kept,
        "refused": refused.collect::<Vec<_>>(),
        "notes": notes.collect::<Vec<_>>(),
        "unknown": brought.unknown,
    })
}

fn list_in_words(brought: &Brought) -> String {
    let did = if brought.only_looked { "Looked at, nothing changed" } else { "Brought in" };
    let mut says = String::new();
    let mut line = |text: String| {
        let _ = writeln!(says, "{text}");
    };
    line(format!(
        "{did}. {} children in the list: {} new, {} changed, {} the same. {} no longer on it.",
        brought.children, brought.new, brought.changed, brought.same, brought.ended
    ));
    if brought.kept > 0 {
        line(format!(
            "{} children here are not on the list and were left as they are: the list does not \
             look whole. If it is, say --whole.",
            brought.kept
        ));
    }
    if !brought.unknown.is_empty() {
        line(format!("Columns that are not read: {}.", brought.unknown.join(", ")));
    }
    let refused: Vec<_> = told(&brought.refused, left_out).collect();
    let notes: Vec<_> = told(&brought.notes, good_to_know).collect();
    for (what, all) in [("Left out", refused), ("Note", notes)] {
        for (at, says) in all.iter().take(REFUSALS_SHOWN) {
            line(format!("{what}, line {at}: {says}"));
        }
        if all.len() > REFUSALS_SHOWN {
            line(format!("{what}: {} more; --json lists them.", all.len() - REFUSALS_SHOWN));
        }
    }
    says
}

fn open(file: &Path) -> Result<File> {
    File::open(file).with_context(|| format!("{} cannot be opened", file.display()))
}

fn say(report: &Report, json: bool, did: &str) -> Result<ExitCode> {
    if json {
        println!("{}", serde_json::to_string(report)?);
        report.warnings.iter().for_each(|warning| eprintln!("Note: {warning}"));
    } else {
        print!("{}", in_words(report, did));
    }
    Ok(ExitCode::from(u8::from(report.refused_count > 0)))
}

fn in_words(report: &Report, did: &str) -> String {
    let mut says = String::new();
    let mut line = |text: String| {
        let _ = writeln!(says, "{text}");
    };
    line(format!(
        "{did}. {} children in the file: {} new, {} changed, {} the same. {} entries.",
        report.children, report.new, report.changed, report.same, report.entries
    ));
    for warning in &report.warnings {
        line(format!("Note: {warning}"));
    }
    for (block, met) in &report.unknown {
        line(format!("Not known here and left out: {block}, {met} times."));
    }
    if report.refused_count > 0 {
        line(format!("Left out, {} in all:", report.refused_count));
    }
    for refusal in report.refused.iter().take(REFUSALS_SHOWN) {
        line(format!("  line {}, {}: {}", refusal.line, refusal.element, refusal.says));
    }
    if report.refused.len() > REFUSALS_SHOWN {
        line("  … and more; --json lists them.".to_owned());
    }
    match report.import {
        Some(id) => line(format!("To take it back: kith import undo {id}")),
        None if report.new + report.changed == 0 => line("Nothing was new.".to_owned()),
        None => {}
    }
    says
}

fn undo(place: &place::Args, id: ImportId, json: bool) -> Result<ExitCode> {
    let kith = place.open(Pace::ALONE)?;
    let undone = import::undo_import(&kith, edge::console()?, id)?;
    app::seal::seal_what_is_new(&kith, edge::console()?).wait()?;
    if json {
        println!("{}", serde_json::to_string(&undone)?);
    } else {
        print!("{}", undone_in_words(&undone));
    }
    Ok(ExitCode::SUCCESS)
}

fn undone_in_words(undone: &Undone) -> String {
    let mut says = format!(
        "Taken back: {} children looked through, {} no longer in the record, {} entries written.\n",
        undone.children, undone.gone, undone.entries
    );
    for left in &undone.left {
        let what = left.reference.as_deref().unwrap_or("the child");
        let why = match left.because {
            StillNeeded::WrittenOver => "somebody or a later import has written over it",
            StillNeeded::SomethingElseStands => "something else stands about the child",
        };
        let _ = writeln!(says, "Left as it is: {}, {what}: {why}.", left.la_child_id);
    }
    says
}
