//! What is about the whole of a sitting and no single page.

use super::super::op::{Agreement, Begin, Enquiry, ImportantSaid, Says};
use super::super::{Begun, Fault, Important, OwnNote, PATH_MAX, SAID_MAX, Session};
use super::spot::Spot;
use domain::houses_session::{
    Asked, Cleared, Ending, Exact, NamedHouse, PassedOn, Permission, Question, ReadBack, Told,
    Variant,
};
use domain::important_said::written;
use jiff::Timestamp;
use std::collections::BTreeSet;
use uuid::Uuid;

/// What older tablets said it in, and nothing else.
const NOBODY_NEAR: &str = "Nobody is near";

/// How it was begun.
pub(super) fn begun(spot: Spot, begin: Begin) -> Result<Session, Fault> {
    let enquiry = match begin.enquiry {
        Some(Enquiry::Cleared { cleared_by, why }) => {
            Some(Cleared { by: spot.text(cleared_by, "enquiry")?, why: spot.text(why, "enquiry")? })
        }
        Some(Enquiry::None(word)) if word != "none" => return Err(spot.wrong("enquiry")),
        Some(Enquiry::None(_)) | None => None,
    };
    let begun = Begun {
        at: spot.at,
        pack: spot.maybe(begin.child.pack, "child")?,
        name: spot.text(begin.child.name, "child")?,
        worker: spot.text(begin.worker, "worker")?,
        language: spot.text(begin.language, "language")?,
        place: spot.maybe(begin.place, "place")?,
        build: spot.text(begin.build, "build")?,
        enquiry,
        agreement: begin.agreement.map(|agreement| agreed(spot, agreement)).transpose()?,
        nobody_near: begin.nobody_near.unwrap_or(begin.near.as_deref() == Some(NOBODY_NEAR)),
        near: spot.maybe(begin.near, "near")?,
        interpreter: spot.maybe(begin.interpreter, "interpreter")?,
    };
    Ok(Session { begun, ..empty(begin.session, spot.at) })
}

/// A sitting of which nothing is known but when its first op was written.
pub(super) fn empty(id: Uuid, at: Timestamp) -> Session {
    let begun = Begun {
        at,
        pack: None,
        name: String::new(),
        worker: String::new(),
        language: String::new(),
        place: None,
        build: String::new(),
        enquiry: None,
        agreement: None,
        near: None,
        nobody_near: false,
        interpreter: None,
    };
    Session {
        id,
        begun,
        level: None,
        variant: (Variant::Houses, None),
        named: vec![],
        order: vec![],
        told: vec![],
        path: vec![],
        asked: vec![],
        pages: vec![],
        loose: vec![],
        thrown_away: BTreeSet::new(),
        exact: vec![],
        passed_on: vec![],
        important: vec![],
        notes: vec![],
        reflection: None,
        read_back: None,
        comes_back_on: None,
        ended: at,
        ending: Ending::Unfinished,
        ending_why: None,
        unknown: 0,
        unopened: 0,
    }
}

fn agreed(spot: Spot, agreement: Agreement) -> Result<Permission, Fault> {
    let text = |text| spot.text(text, "agreement");
    Ok(match agreement {
        Agreement::Agreed { who, on, words } => Permission::Agreed {
            who: text(who)?,
            on: text(on)?,
            words: spot.maybe(words, "agreement")?,
        },
        Agreement::SetAside { by, why } => Permission::SetAside { by: text(by)?, why: text(why)? },
    })
}

/// One more of a kind, up to so many.
fn add<T>(all: &mut Vec<T>, one: T, most: usize, what: &'static str) -> Result<(), Fault> {
    if all.len() >= most {
        return Err(Fault::TooMany(what));
    }
    all.push(one);
    Ok(())
}

/// What is about no single page.
pub(super) fn of_the_whole(session: &mut Session, spot: Spot, says: Says) -> Result<(), Fault> {
    match says {
        Says::Level { level } => session.level = Some(level),
        Says::Variant { variant, name } => session.variant = (variant, spot.maybe(name, "name")?),
        Says::At { node } => {
            let node = spot.text(node, "node")?;
            add(&mut session.path, node, PATH_MAX, "places")?;
        }
        Says::Asked { node, prompt, text, noticed } => {
            let own = spot.maybe(text, "text")?.map(Question::Own);
            let prompt = spot.maybe(prompt, "prompt")?.map(Question::Prompt);
            let what = prompt.or(own).ok_or(spot.wrong("prompt"))?;
            let noticed = noticed.filter(|noticed| !noticed.is_null());
            let noticed = noticed
                .map(|noticed| noticed.as_str().map_or_else(|| noticed.to_string(), Into::into));
            let asked = Asked { node: spot.text(node, "node")?, what, noticed };
            add(&mut session.asked, asked, SAID_MAX, "questions")?;
        }
        Says::Understood { stone, answer } => {
            session.told.retain(|told| told.stone != stone);
            session.told.push(Told { stone, answer });
        }
        Says::HouseNamed { house, name } => {
            let name = spot.maybe(Some(name), "name")?;
            session.named.retain(|named| named.house != house);
            session.named.extend(name.map(|name| NamedHouse { house, name }));
        }
        Says::Exact { text, prompt } => {
            let text = spot.text(text, "text")?;
            let exact = Exact { text, after: spot.maybe(prompt, "prompt")?, at: spot.at };
            add(&mut session.exact, exact, SAID_MAX, "words")?;
        }
        Says::PassOn { what, to, why, child_told } => {
            let passed = PassedOn {
                what: spot.text(what, "what")?,
                to: spot.text(to, "to")?,
                why: spot.text(why, "why")?,
                child_told,
                at: spot.at,
            };
            add(&mut session.passed_on, passed, SAID_MAX, "things passed on")?;
        }
        Says::ImportantSaid(said) => {
            let said = important(spot, *said)?;
            add(&mut session.important, said, SAID_MAX, "important things")?;
        }
        Says::Unknown => session.unknown += 1,
        other => of_the_worker(session, spot, other)?,
    }
    Ok(())
}

/// What the worker writes of her own, and how it closes.
fn of_the_worker(session: &mut Session, spot: Spot, says: Says) -> Result<(), Fault> {
    match says {
        Says::Note { text, asks } => {
            if let Some(text) = spot.maybe(Some(text), "text")? {
                let note = OwnNote { asks: spot.maybe(asks, "asks")?, text };
                add(&mut session.notes, note, SAID_MAX, "notes")?;
            }
        }
        Says::Reflection { text, to_do } => {
            let words = (spot.text(text, "text")?, spot.maybe(to_do, "to_do")?);
            session.reflection = Some(words);
        }
        Says::ReadBack { done, why_not } => {
            session.read_back = Some(ReadBack { done, why_not: spot.maybe(why_not, "why_not")? });
        }
        Says::Rung { rang } => rung(session, &spot.text(rang, "rang")?),
        Says::ComesBack { on } => session.comes_back_on = Some(on),
        // Where it stood still for a while is no part of what it amounts to, nor is the colour of a
        // roof.
        _ => {}
    }
    Ok(())
}

/// Rung after it was written down: of all of which nobody had been rung until then.
fn rung(session: &mut Session, rang: &str) {
    let Some(rang) = written(rang) else { return };
    for said in session.important.iter_mut().filter(|said| said.rang.is_none()) {
        said.rang = Some(rang.to_owned());
    }
}

/// What the worker left open is blank, also where an older tablet has words for it.
fn important(spot: Spot, said: ImportantSaid) -> Result<Important, Fault> {
    let line = |words, field| {
        let words = spot.text(words, field)?;
        Ok(if written(&words).is_some() { words } else { String::new() })
    };
    Ok(Important {
        words: spot.text(said.words, "words")?,
        before: spot.text(said.before, "before")?,
        who_near: line(said.who_near, "who_near")?,
        seen: line(said.seen, "seen")?,
        danger_now: said.now,
        rang: spot.maybe(said.rang, "rang")?.filter(|rang| written(rang).is_some()),
        at: spot.at,
    })
}
