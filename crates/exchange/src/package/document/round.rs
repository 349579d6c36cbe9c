//! What was round it: what was important, what was passed on and answered, how it was prepared and
//! how it ended, and how it came into the record.

use domain::houses_session::{Ending, Level, Permission, Question, Stone, Understood};

use super::{Session, day, moment};
use crate::package::blocks::Blocks;
use crate::package::session::HowItWas;

pub(super) fn important(told: &Session) -> Blocks {
    let mut all = Blocks::default();
    for said in &told.important {
        let by = format!("{} said this. {} wrote it down.", told.called(), told.worker.name);
        all.words(&said.words, &by);
        all.line("Asked before", &said.before);
        all.line("Who was near", or_open(&said.who_near));
        all.line("What was seen", or_open(&said.seen));
        all.line("In danger now", danger_now(said.danger_now));
        all.line("Who was rung", or_open(said.rang.as_deref().unwrap_or_default()));
        all.line("Written down", moment(said.at));
    }
    all
}

/// What was written on a line; the worker may have left it for later.
fn or_open(line: &str) -> &str {
    if line.is_empty() { "nobody has written it yet" } else { line }
}

const fn danger_now(is: Option<bool>) -> &'static str {
    match is {
        Some(true) => "yes",
        Some(false) => "no",
        None => "the worker was not sure",
    }
}

pub(super) fn passed_on(told: &Session) -> Blocks {
    let mut all = Blocks::default();
    for passed in &told.passed_on {
        all.line("What", &passed.what);
        all.line("To", &passed.to);
        all.line("Why", &passed.why);
        all.line("The child was told first", if passed.child_told { "yes" } else { "no" });
        all.line("When", moment(passed.at));
    }
    all
}

pub(super) fn answers(told: &Session) -> Blocks {
    let mut all = Blocks::default();
    for answer in &told.answers {
        all.line("Told on", day(answer.on));
        all.line("You said, we did", &answer.words);
        all.line("Nothing changed", answer.nothing_changed.as_deref().unwrap_or_default());
    }
    all
}

pub(super) fn note(told: &Session) -> Blocks {
    let mut all = Blocks::default();
    if let Some(note) = &told.note {
        all.remark("The worker’s words, and not the child’s.");
        all.paragraph(&note.text);
    }
    all
}

pub(super) fn how(told: &Session) -> Blocks {
    let mut all = Blocks::default();
    if let Some(how) = &told.how {
        prepared(&mut all, how);
        all.line("Language", &told.language);
        for told in &how.told {
            let answer = match told.answer {
                Understood::Yes => "yes",
                Understood::NotSure => "not sure",
                Understood::No => "no",
            };
            all.line(stone(told.stone), answer);
        }
        asked(&mut all, how);
        ended(&mut all, how);
    }
    all
}

fn prepared(all: &mut Blocks, how: &HowItWas) {
    let agreed = match &how.permission {
        Some(Permission::Agreed { who, on, words }) => {
            let words = words.as_ref().map(|words| format!(", “{words}”")).unwrap_or_default();
            format!("{who}, {on}{words}")
        }
        Some(Permission::SetAside { by, why }) => format!("set aside by {by}: {why}"),
        None => String::new(),
    };
    all.line("Who agreed", agreed);
    let cleared = how.enquiry.as_ref().map(|cleared| format!("{}: {}", cleared.by, cleared.why));
    all.line("Cleared during an enquiry", cleared.unwrap_or_default());
    all.line("Where", how.place.as_deref().unwrap_or_default());
    all.line("Who else was near", how.near.as_deref().unwrap_or_default());
    all.line("Who interpreted", how.interpreter.as_deref().unwrap_or_default());
    all.line("How it was explained", how.level.map(level).unwrap_or_default());
    all.line("The child called it", how.called.as_deref().unwrap_or_default());
}

const fn level(level: Level) -> &'static str {
    match level {
        Level::A => "level A, about 4 to 6",
        Level::B => "level B, about 7 to 10",
        Level::C => "level C, about 11 to 14",
        Level::D => "level D, about 15 to 17",
        Level::EasyRead => "Easy Read",
    }
}

const fn stone(stone: Stone) -> &'static str {
    match stone {
        Stone::KeepingSafe => "Understood what must be passed on",
        Stone::WhoSees => "Understood who can see it",
        Stone::MyVoice => "Understood that words stay as they are, and when we may record",
        Stone::Stopping => "Understood that stop means stop",
    }
}

fn asked(all: &mut Blocks, how: &HowItWas) {
    let prompts = how.asked.iter().filter(|asked| matches!(asked.what, Question::Prompt(_)));
    match prompts.count() {
        0 => {}
        1 => all.line("Asked", "one question of the library"),
        many => all.line("Asked", format_args!("{many} questions of the library")),
    }
    for asked in &how.asked {
        if let Question::Own(words) = &asked.what {
            all.line("Asked, in the worker’s own words", words);
        }
    }
}

fn ended(all: &mut Blocks, how: &HowItWas) {
    let ended = match how.ending {
        Ending::ReadBack => "The words were read back.",
        Ending::StoppedByChild => "The child said stop.",
        Ending::StoppedForSafety => "It was stopped so that somebody could be told.",
        Ending::NotStarted => "It was not begun.",
        Ending::OtherWay => "Another way was found.",
        Ending::SaidNo => "The child did not want to, and said so before it began.",
        Ending::Unfinished => "It broke off.",
    };
    let why = how.ending_why.as_deref().unwrap_or_default();
    all.line("How it ended", format_args!("{ended} {why}"));
    let read = how.read_back.as_ref().map(|read| match (&read.why_not, read.done) {
        (_, true) => "yes".to_owned(),
        (Some(why), false) => format!("no: {why}"),
        (None, false) => "no".to_owned(),
    });
    all.line("Read back", read.unwrap_or_default());
    all.line("The day to come back", how.comes_back_on.map(day).unwrap_or_default());
}

pub(super) fn came(told: &Session) -> Blocks {
    let mut all = Blocks::default();
    if let Some(came) = &told.came {
        let tablet = came.tablet.as_ref().map(|tablet| tablet.name.as_str());
        all.line("Tablet", tablet.unwrap_or_default());
        all.line("Received", came.received_at.map(moment).unwrap_or_default());
        let confirmed = came.confirmed.as_ref();
        let confirmed = confirmed.map(|by| format!("{}, {}", by.by.name, moment(by.at)));
        all.line("Who said which child it is", confirmed.unwrap_or_default());
        all.line("Written into the record", moment(came.recorded_at));
    }
    all
}
