//! What a package tells, and to whom: the one place where that is decided.
//!
//! ```text
//! Sitting ──▶ told(for) ──▶ Session ──▶ session.json, fhir.json, document.html
//! ```
//! A parent's copy has the pages that the child said a plain yes to for them, and of what was
//! round those only when it was and who listened. The child's has all that the child did not leave
//! out. "Only a part", "ask me later" and pages that
//! the child left out are no plain yes; where two choices stand for one person, both must be. The
//! pages of both are counted anew, and their lines bear the day alone: no gap tells how much else
//! there is. Nor do their drawings hold what the child undid or wrote anew.

use domain::houses_page::{HousesPage, Words};
use domain::id::PersonId;
use domain::identifier::Identifier;
use domain::important_said::Line;
use domain::sharing::{Answer, How};
use domain::time::{day_of, start_of};
use jiff::Timestamp;

use super::attached::{self, Bytes, drawing, no_page, photos, sounds};
use super::session::{
    AnswerToChild, Came, Child, Choice, Chosen, Confirmed, FORMAT, HowItWas, Important, KnownBy,
    MadeFor, Note, NumberKind, Office, Page, Person, Session, Tablet, VERSION,
};
use super::sitting::{self, For, Named, Sitting};
use super::{NoPackage, PAGES_MAX};

/// What is told to whoever it is for.
pub(super) fn told(sitting: &Sitting, whom: &For, at: Timestamp) -> Result<Session, NoPackage> {
    if sitting.pages.len() > PAGES_MAX {
        return Err(NoPackage::TooManyPages);
    }
    let told = match whom {
        For::SameAuthority => everything(sitting, at),
        For::Child => childs_own(sitting, at),
        For::Parent(parent) => agreed(sitting, parent, at)?,
    };
    if without_nul(&serde_json::to_value(&told).unwrap_or_default()) {
        Ok(told)
    } else {
        Err(NoPackage::Nul)
    }
}

/// What is attached to what is told, in its order. What lies on no page goes to the same authority
/// alone: of nothing that lies there did the child say who may see it.
pub(super) fn attached<'a>(sitting: &'a Sitting, whom: &For) -> Result<Vec<Bytes<'a>>, NoPackage> {
    let whole = *whom == For::SameAuthority;
    let mut all = Vec::new();
    for (n, page) in pages(sitting, whom) {
        all.extend(attached::of_page(n, page, whole)?);
    }
    if whole {
        all.extend(attached::of_kept(&no_page(), &sitting.sounds, &sitting.photos)?);
    }
    Ok(all)
}

/// The pages of it that are told, in the order of [`Session::pages`], each with its number there.
fn pages<'a>(sitting: &'a Sitting, whom: &For) -> Vec<(u16, &'a sitting::Page)> {
    let told = sitting.pages.iter().filter(|page| match whom {
        For::SameAuthority => true,
        For::Child => !page.page.left_out,
        For::Parent(parent) => page.is_open_to(parent.id),
    });
    let counted = (1..).zip(told);
    let anew = |(n, page): (u16, &'a sitting::Page)| match whom {
        For::Parent(_) | For::Child => (n, page),
        For::SameAuthority => (page.page.n, page),
    };
    counted.map(anew).collect()
}

fn everything(sitting: &Sitting, at: Timestamp) -> Session {
    let session = &sitting.session;
    Session {
        how: Some(how_it_was(sitting)),
        sounds: sounds(&no_page(), &sitting.sounds),
        photos: photos(&no_page(), &sitting.photos),
        unopened: session.unopened.as_deref().cloned(),
        exact: session.exact.clone(),
        important: sitting.important.iter().map(important).collect(),
        passed_on: session.passed_on.clone(),
        note: sitting.note.as_ref().map(|(root, text)| Note { id: root.0, text: text.clone() }),
        answers: sitting.answers.iter().map(answer).collect(),
        came: Some(came(sitting)),
        child: Child {
            name: Some(sitting.child.name.clone()),
            born_on: sitting.child.born,
            identifiers: sitting.child.identifiers.iter().map(number).collect(),
            ..known(&sitting.child)
        },
        pages: sitting.pages.iter().map(whole_page).collect(),
        ..bare(sitting, MadeFor::SameAuthority, at)
    }
}

/// What the child takes home. What was left out stays here, and so does what the child was told
/// came of it, which can say what was important: a copy lies where others find it.
fn childs_own(sitting: &Sitting, at: Timestamp) -> Session {
    let own = pages(sitting, &For::Child);
    Session {
        pages: own.into_iter().map(|(n, page)| by_day(shown_page(n, page))).collect(),
        ..bare(sitting, MadeFor::Child, at)
    }
}

fn agreed(sitting: &Sitting, parent: &Named, at: Timestamp) -> Result<Session, NoPackage> {
    if let Some(shut) = sitting.shut_to_parents() {
        return Err(shut);
    }
    let open = pages(sitting, &For::Parent(parent.clone()));
    let pages: Vec<Page> = open.into_iter().map(|(n, page)| by_day(shown_page(n, page))).collect();
    if pages.is_empty() {
        return Err(NoPackage::NothingAgreed);
    }
    let made_for = MadeFor::Parent { person: person(parent) };
    Ok(Session { pages, child: known(&sitting.child), ..bare(sitting, made_for, at) })
}

/// What everybody is told whom anything is told.
fn bare(sitting: &Sitting, made_for: MadeFor, made_at: Timestamp) -> Session {
    let (code, name) = &sitting.authority;
    Session {
        format: FORMAT.into(),
        version: VERSION,
        id: sitting.root.0,
        made_at,
        made_for,
        authority: Office { code: code.to_string(), name: name.clone() },
        child: known(&sitting.child),
        worker: person(&sitting.worker),
        started_at: sitting.session.started,
        ended_at: sitting.session.ended,
        language: sitting.session.language.clone(),
        how: None,
        pages: vec![],
        sounds: vec![],
        photos: vec![],
        unopened: None,
        exact: vec![],
        important: vec![],
        passed_on: vec![],
        note: None,
        answers: vec![],
        came: None,
    }
}

/// The child as a parent's copy names them.
fn known(child: &sitting::Child) -> Child {
    let called = child.called.clone().or_else(|| Some(child.name.clone()));
    Child { id: child.id.0, name: None, called, born_on: None, identifiers: vec![] }
}

fn number(identifier: &Identifier) -> KnownBy {
    let (kind, scheme) = match identifier {
        Identifier::LaChildId(_) => (NumberKind::LaChildId, None),
        Identifier::Upn(_) => (NumberKind::Upn, None),
        Identifier::FormerUpn(_) => (NumberKind::FormerUpn, None),
        Identifier::NhsNumber(_) => (NumberKind::NhsNumber, None),
        Identifier::Local { scheme, .. } => (NumberKind::Local, Some(scheme.clone())),
    };
    KnownBy { kind, scheme, value: identifier.key() }
}

fn person(named: &Named) -> Person {
    Person { id: Some(named.id.0), name: named.name.clone() }
}

fn how_it_was(sitting: &Sitting) -> HowItWas {
    let session = sitting.session.clone();
    HowItWas {
        level: session.level,
        variant: session.variant,
        called: session.called,
        named: session.named,
        order: session.order,
        place: session.place,
        interpreter: session.interpreter,
        permission: session.permission.map(|agreed| *agreed),
        enquiry: session.enquiry.map(|cleared| *cleared),
        near: session.near,
        told: session.told,
        ending: session.ending,
        ending_why: session.ending_why,
        read_back: session.read_back,
        comes_back_on: session.comes_back_on,
        path: session.path,
        asked: session.asked,
    }
}

fn whole_page(of: &sitting::Page) -> Page {
    let known = of.choices.iter().map(|choice| Choice {
        with: person(&choice.with),
        part: choice.part.clone(),
        how: chosen(&choice.how),
    });
    let others = of.page.others.iter().map(|other| Choice {
        with: Person { id: None, name: other.name.clone() },
        part: other.part.clone(),
        how: Chosen::Chosen(other.answer),
    });
    Page { choices: known.chain(others).collect(), ..shown_page(of.page.n, of) }
}

/// Its lines bear the day alone.
fn by_day(page: Page) -> Page {
    let morning = |at| Timestamp::from_microsecond(start_of(day_of(at))).unwrap_or(at);
    let on_the_day = |line: Words| Words { at: morning(line.at), ..line };
    Page { words: page.words.into_iter().map(on_the_day).collect(), ..page }
}

/// A page under this number, without what the child chose about it.
fn shown_page(n: u16, of: &sitting::Page) -> Page {
    let HousesPage { house, called, title, words, path, number, sorted, .. } = of.page.clone();
    Page {
        id: of.root.0,
        n,
        house,
        called,
        title,
        words,
        path,
        number,
        sorted,
        important: of.page.important,
        left_out: of.page.left_out,
        drawing: of.drawing.as_ref().map(|drawn| drawing(n, drawn)),
        sounds: sounds(&attached::page(n), &of.sounds),
        photos: photos(&attached::page(n), &of.photos),
        choices: vec![],
        missing: of.page.missing,
    }
}

fn chosen(how: &How) -> Chosen {
    match how {
        How::Chosen { answer, .. } => Chosen::Chosen(*answer),
        How::PassedOn { why, child_told_first, .. } => {
            Chosen::PassedOn { why: why.clone(), child_told_first: *child_told_first }
        }
    }
}

fn important(
    (root, said): &(domain::id::EntryId, domain::important_said::ImportantSaid),
) -> Important {
    let line = |line| said.line(line).unwrap_or_default().to_owned();
    Important {
        id: root.0,
        words: said.words.clone(),
        before: said.before.clone(),
        who_near: line(Line::WhoNear),
        seen: line(Line::Seen),
        danger_now: said.danger_now,
        rang: said.rung().map(str::to_owned),
        at: said.at,
    }
}

fn answer(told: &sitting::Told) -> AnswerToChild {
    AnswerToChild {
        id: told.root.0,
        on: told.on,
        words: told.answer.words.clone(),
        nothing_changed: told.answer.nothing_changed.clone(),
    }
}

fn came(sitting: &Sitting) -> Came {
    let came = &sitting.came;
    Came {
        tablet: came.tablet.as_ref().map(|(id, name)| Tablet { id: id.0, name: name.clone() }),
        build: came.build.clone(),
        received_at: came.received_at,
        confirmed: came.confirmed.as_ref().map(|(by, at)| Confirmed { by: person(by), at: *at }),
        recorded_at: came.recorded_at,
    }
}

impl sitting::Page {
    /// Whether the child said a plain yes to the whole of it for them, and did not leave it out.
    pub fn is_open_to(&self, parent: PersonId) -> bool {
        let mut theirs = self.choices.iter().filter(|choice| choice.with.id == parent).peekable();
        let plain = |choice: &sitting::Choice| {
            choice.part.is_none() && matches!(choice.how, How::Chosen { answer: Answer::Yes, .. })
        };
        !self.page.left_out && theirs.peek().is_some() && theirs.all(plain)
    }
}

/// Whether no words in it hold a U+0000.
fn without_nul(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::String(words) => !words.contains('\0'),
        serde_json::Value::Array(all) => all.iter().all(without_nul),
        serde_json::Value::Object(all) => all.values().all(without_nul),
        _ => true,
    }
}
