//! How a sitting was prepared, what it was told in, what was asked and how it ended.
use std::borrow::Cow;
use std::collections::BTreeSet;

use domain::houses_session::{
    Asked, Ending, HousesSession, Level, Permission, Question, Stone, Understood, Variant,
};
use domain::prompt_card::Prompts;
use jiff::civil::Date;
use maud::{Markup, html};

use super::Sitting;
use crate::story::what::place_words;
use crate::typeset::{curly, words};
use crate::{dates, say};

/// How a sitting was prepared, and how it ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Everything that is known of it.
    pub session: HousesSession,
    /// The day it is read.
    pub as_of: Date,
}

/// A question, and its answer.
pub type Fact = (Cow<'static, str>, String);

/// Beside the pages.
pub(crate) fn beside(sitting: &Sitting) -> Markup {
    let how = &sitting.how;
    let worker = sitting.worker.as_deref().unwrap_or_default();
    html! {
        section {
            h3 { (say!("houses-how")) }
            dl.house-facts {
                @for (asks, answer) in facts(how) {
                    dt { (asks) } dd dir="auto" { (words(&answer)) }
                }
            }
        }
        (told(&how.session)) (asked(&how.session, worker))
    }
}

fn facts(how: &Frame) -> Vec<Fact> {
    let said = &how.session;
    let mut facts: Vec<Fact> = vec![(say!("houses-ended"), ended(said))];
    let mut fact = |asks, answer: Option<String>| facts.extend(answer.map(|answer| (asks, answer)));
    fact(say!("houses-on-the-way"), on_the_way(&said.path));
    fact(say!("houses-agreed"), said.permission.as_deref().map(permission));
    let cleared = said.enquiry.as_ref();
    let cleared =
        cleared.map(|one| say!("houses-cleared", by = curly(&one.by), why = curly(&one.why)));
    fact(say!("houses-enquiry"), cleared.map(Cow::into_owned));
    fact(say!("houses-shown-as"), shown_as(said));
    fact(say!("houses-own-names"), own_names(said));
    fact(say!("houses-near"), said.near.clone());
    fact(say!("houses-level"), said.level.map(|level| level_words(level).into_owned()));
    fact(say!("houses-interpreter"), said.interpreter.clone());
    let read = said.read_back.as_ref();
    let read = read.map(|read| match &read.why_not {
        _ if read.done => say!("houses-read-yes").into_owned(),
        Some(why) => say!("houses-read-no-why", why = curly(why)).into_owned(),
        None => say!("houses-read-no").into_owned(),
    });
    fact(say!("houses-read"), read);
    let back = said.comes_back_on.map(|day| dates::short(day, how.as_of));
    fact(say!("houses-back"), back);
    facts
}

/// Where a child who pressed Stop is thanked, and may go on; where a break is.
const THANKED: [&str; 2] = ["E90", "E91"];
/// Where the worker is once the child has gone.
const GONE: [&str; 2] = ["E20", "E30"];
const BREAK: &str = "E80";

/// What the child did of their own accord on the way: Stop that was no end, and breaks.
fn on_the_way(path: &[String]) -> Option<String> {
    let next = path.iter().skip(1).map(String::as_str).chain([""]);
    let stops = path.iter().zip(next).filter(|(here, next)| {
        THANKED.contains(&here.as_str()) && !next.is_empty() && !GONE.contains(next)
    });
    let stops = stops.count();
    let breaks = path.iter().filter(|here| *here == BREAK).count();
    let stops = (stops > 0).then(|| say!("houses-stopped-and-went-on", n = stops));
    let breaks = (breaks > 0).then(|| say!("houses-breaks", n = breaks));
    let all: Vec<_> = [stops, breaks].into_iter().flatten().collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// Houses, or what the child had instead, with the child's own name for it.
fn shown_as(said: &HousesSession) -> Option<String> {
    let is = match said.variant {
        Variant::Houses => say!("houses-shown-houses"),
        Variant::Figure => say!("houses-shown-figure"),
        Variant::Rooms => say!("houses-shown-rooms"),
        Variant::Own => say!("houses-shown-own"),
    };
    let with_name = match said.called.as_deref() {
        Some(called) => format!("{is}: {}", curly(called)),
        None => is.into_owned(),
    };
    said.ending.took_place().then_some(with_name)
}

/// What the child called each house that has a name of its own.
fn own_names(said: &HousesSession) -> Option<String> {
    let named = said.named.iter();
    named
        .map(|one| format!("{}: {}", place_words(one.house, said.variant), curly(&one.name)))
        .reduce(|all, one| format!("{all}; {one}"))
}

/// How a sitting that did not take place ended, in words; none where it did.
pub fn did_not_take_place(said: &HousesSession) -> Option<String> {
    (!said.ending.took_place()).then(|| ended(said))
}

fn ended(said: &HousesSession) -> String {
    let ended = match said.ending {
        Ending::ReadBack => say!("houses-ended-read-back"),
        Ending::StoppedByChild => say!("houses-ended-by-child"),
        Ending::StoppedForSafety => say!("houses-ended-for-safety"),
        Ending::NotStarted => say!("houses-ended-not-started"),
        Ending::OtherWay => say!("houses-ended-other-way"),
        Ending::SaidNo => say!("houses-ended-said-no"),
        Ending::Unfinished => say!("houses-ended-unfinished"),
    };
    match &said.ending_why {
        Some(why) => format!("{ended} {}", curly(why)),
        None => ended.into_owned(),
    }
}

fn permission(permission: &Permission) -> String {
    let said = match permission {
        Permission::Agreed { who, on, words } => {
            let on = day(on);
            let said = say!("houses-agreed-by", who = curly(who), on = curly(&on));
            let words = words.as_deref().map(|words| format!(": {}", curly(words)));
            Cow::Owned(format!("{said}{}", words.unwrap_or_default()))
        }
        Permission::SetAside { by, why } => {
            say!("houses-set-aside", by = curly(by), why = curly(why))
        }
    };
    said.into_owned()
}

/// A day as people write it, where it is one.
fn day(written: &str) -> String {
    written.parse().map_or_else(|_| written.to_owned(), dates::within_year)
}

fn level_words(level: Level) -> Cow<'static, str> {
    match level {
        Level::A => say!("houses-level-a"),
        Level::B => say!("houses-level-b"),
        Level::C => say!("houses-level-c"),
        Level::D => say!("houses-level-d"),
        Level::EasyRead => say!("houses-level-e"),
    }
}

/// What the child was told before anything else, and answered.
fn told(said: &HousesSession) -> Markup {
    html! {
        @if !said.told.is_empty() {
            section {
                h3 { (say!("houses-told")) }
                dl.house-facts {
                    @for told in &said.told {
                        dt { (stone_words(told.stone)) }
                        dd {
                            (match told.answer {
                                Understood::Yes => say!("houses-stone-ok"),
                                Understood::NotSure => say!("houses-not-sure"),
                                Understood::No => say!("houses-stone-not-ok"),
                            })
                        }
                    }
                }
            }
        }
    }
}

fn stone_words(stone: Stone) -> Cow<'static, str> {
    match stone {
        Stone::KeepingSafe => say!("houses-stone-safe"),
        Stone::WhoSees => say!("houses-stone-sees"),
        Stone::MyVoice => say!("houses-stone-voice"),
        Stone::Stopping => say!("houses-stone-stop"),
    }
}

/// The words of a question of the library or the tablet, as the child heard them.
pub(crate) fn prompt_words(id: &str, level: Option<Level>, worker: &str) -> Option<String> {
    match Prompts::ours().find(id) {
        Some(prompt) => Some(prompt.text.replace("{worker}", worker)),
        None => crate::kit::line(id, level).map(|line| line.replace("{$worker}", worker)),
    }
}

/// What was asked, the worker's own in their words; each once, where it was asked first.
fn asked(said: &HousesSession, worker: &str) -> Markup {
    let words = |asked: &Asked| match &asked.what {
        Question::Own(words) => words.clone(),
        Question::Prompt(id) => prompt_words(id, said.level, worker).unwrap_or_else(|| id.clone()),
    };
    let mut before = BTreeSet::new();
    let first: Vec<_> = said.asked.iter().filter(|asked| before.insert(words(asked))).collect();
    html! {
        @if !said.asked.is_empty() {
            section {
                h3 { (say!("houses-asked")) }
                ol.house-asked {
                    @for asked in first {
                        li dir="auto" {
                            (curly(&words(asked)))
                            @if matches!(asked.what, Question::Own(_)) {
                                " " span.source { (say!("houses-asked-own")) }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::on_the_way;

    #[test]
    fn stop_that_was_no_end_and_breaks_are_told() {
        let way = |path: &[&str]| {
            on_the_way(&path.iter().map(|here| (*here).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(way(&["K05", "H10", "E90", "E20", "F20"]), None, "how it ended says that");
        assert_eq!(way(&["K05", "E90"]), None, "it broke off there");
        let told = way(&["K05", "E90", "K05", "E80", "H20", "E91", "Z10", "E80", "K05"]);
        assert_eq!(told.as_deref(), Some("Pressed Stop 2 times, and went on. Took 2 breaks."));
    }
}
