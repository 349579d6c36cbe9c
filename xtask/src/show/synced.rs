//! Reading what strace wrote down: was each answer given only after its words were on the disk?
//!
//! ```text
//! 71 write(9<…/kith.db-wal>, "… the entry's id …", 4096)    its words go to the log
//! 71 fdatasync(9<…/kith.db-wal>)                      = 0   and to the disk
//! 75 write(1<…>, "the entry's id\n", 37)                    and only then is it answered
//! ```
//! Threads take turns, so a call may begin on one line and end on another. Words count as written
//! when their call begins, a sync counts when it has ended, an answer when it begins: each is the
//! moment that is hardest on the claim.

use std::collections::{HashMap, HashSet};

use anyhow::{Context, Result, bail};

/// Whether each of these ids was answered after a sync that came after its words; how many syncs
/// there were.
pub fn acknowledged_after_sync(log: &str, ids: &[&str]) -> Result<usize> {
    let mut watch = Watch { waiting: ids.iter().copied().collect(), ..Watch::default() };
    for line in log.lines() {
        watch.line(line)?;
    }
    match watch.waiting.iter().chain(watch.written.keys()).chain(&watch.synced).next() {
        Some(id) => bail!("{id} was never answered, or its words were never seen"),
        None => Ok(watch.syncs),
    }
}

#[derive(Default)]
struct Watch<'a> {
    /// Not written yet.
    waiting: HashSet<&'a str>,
    /// Written to the log, after so many calls.
    written: HashMap<&'a str, usize>,
    /// On the disk, and not answered yet.
    synced: HashSet<&'a str>,
    /// Syncs that have begun and not ended, by process, after so many calls.
    syncing: HashMap<&'a str, usize>,
    syncs: usize,
    calls: usize,
}

impl<'a> Watch<'a> {
    fn line(&mut self, line: &'a str) -> Result<()> {
        self.calls += 1;
        let (process, call) = line.trim_start().split_once(' ').context("that is no trace")?;
        let call = call.trim_start();
        if call.starts_with("fdatasync(") || call.starts_with("fsync(") {
            if call.contains("-wal>") {
                self.syncing.insert(process, self.calls);
                self.ended(process, call);
            }
        } else if call.starts_with("<... fdatasync resumed") || call.starts_with("<... fsync res") {
            self.ended(process, call);
        } else if call.starts_with("write(1<") {
            self.answered(call)?;
        } else if call.contains("-wal>") {
            self.words(call);
        }
        Ok(())
    }

    /// A sync that has ended well brings along whatever was written before it began.
    fn ended(&mut self, process: &str, call: &str) {
        if !call.trim_end().ends_with("= 0") {
            return;
        }
        let Some(begun) = self.syncing.remove(process) else { return };
        self.syncs += 1;
        let before: Vec<&str> =
            self.written.iter().filter(|(_, at)| **at < begun).map(|(id, _)| *id).collect();
        for id in before {
            self.written.remove(id);
            self.synced.insert(id);
        }
    }

    fn words(&mut self, call: &'a str) {
        let here: Vec<&str> =
            self.waiting.iter().copied().filter(|id| call.contains(*id)).collect();
        for id in here {
            self.waiting.remove(id);
            self.written.insert(id, self.calls);
        }
    }

    fn answered(&mut self, call: &str) -> Result<()> {
        let id = call.split('"').nth(1).and_then(|text| text.get(..36));
        let id = id.context("an answer that is no id")?;
        if !self.synced.remove(id) {
            bail!("{id} was answered before it was on the disk");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "01a2147a-ad18-7000-aebe-8c0fe4611945";

    fn judged(lines: &[&str]) -> Result<usize> {
        let log = lines.join("\n").replace("ID", ID);
        acknowledged_after_sync(&log, &[ID])
    }

    #[test]
    fn an_answer_after_its_sync_is_what_was_claimed() {
        let lines = [
            "71 write(9</s/kith.db-wal>, \"{\\\"id\\\":\\\"ID\\\"\", 4096) = 4096",
            "71 fdatasync(9</s/kith.db-wal> <unfinished ...>",
            "75 write(5</dev/null>, \"x\", 1) = 1",
            "71 <... fdatasync resumed>) = 0",
            "75 write(1<pipe:[1]>, \"ID\\n\", 37) = 37",
        ];
        assert_eq!(judged(&lines).unwrap(), 1);
    }

    #[test]
    fn an_answer_before_its_sync_has_ended_is_found() {
        let words = "71 write(9</s/kith.db-wal>, \"ID\", 4096) = 4096";
        let begins = "71 fdatasync(9</s/kith.db-wal> <unfinished ...>";
        let ends = "71 <... fdatasync resumed>) = 0";
        let answer = "75 write(1<pipe:[1]>, \"ID\\n\", 37) = 37";
        assert!(judged(&[words, begins, answer, ends]).is_err());
        assert!(judged(&[begins, words, ends, answer]).is_err(), "a sync of what came before");
        assert!(judged(&[words, begins, ends]).is_err(), "never answered");
        assert!(judged(&[words, begins, "71 <... fdatasync resumed>) = -1 EIO", answer]).is_err());
    }
}
