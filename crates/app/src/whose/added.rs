//! A child who is not on the list: somebody who was listened to and whom nobody had written down.
//!
//! Whoever says whose the sitting is types the name; the lead worker is whose tablet it was. With
//! the number of the other system the next list knows the child, without it the child stays beside
//! the list until somebody moves the sitting.

use crate::children_list::{begin, number};
use crate::cx::Write;
use crate::error::{Error, Fault, Result, Why};
use domain::access::Task;
use domain::id::{AccountId, PersonId};
use domain::involvement::{Involved, Role};
use domain::known_by::Scheme;
use domain::name::{Name, Usage};

/// The longest name and number, in characters.
const NAME_MAX: usize = 200;
const NUMBER_MAX: usize = 64;

/// Whose a sitting is.
#[derive(Debug, Clone)]
pub(super) enum Whose {
    /// A child's who is here.
    Known(PersonId),
    /// A child's who is added by it.
    Added(Added),
}

impl Whose {
    /// The child who is here.
    pub(super) const fn known(&self) -> Option<PersonId> {
        match self {
            Self::Known(child) => Some(*child),
            Self::Added(_) => None,
        }
    }
}

/// A child who is added.
#[derive(Debug, Clone)]
pub(super) struct Added {
    name: String,
    number: Option<String>,
}

impl Added {
    /// As it was typed, or what is wrong with it.
    pub(super) fn checked(name: &str, number: &str) -> Result<Self> {
        let (name, number) = (name.trim(), number.trim());
        let mut faults = Vec::new();
        for (at, text, most) in [("name", name, NAME_MAX), ("number", number, NUMBER_MAX)] {
            if text.chars().count() > most {
                faults.push(Fault { at, why: Why::TooLong(most) });
            }
            if text.chars().any(char::is_control) {
                faults.push(Fault { at, why: Why::NotOne });
            }
        }
        if name.is_empty() {
            faults.push(Fault { at: "name", why: Why::Empty });
        }
        if !faults.is_empty() {
            return Err(Error::Refused(faults));
        }
        let number = (!number.is_empty()).then(|| number.to_owned());
        Ok(Self { name: name.to_owned(), number })
    }
}

/// Adds the child, as the work of whose tablet it was.
pub(super) fn add(cx: &mut Write<'_, '_>, added: &Added, tablets: AccountId) -> Result<PersonId> {
    cx.may(Task::BeginFile)?;
    let authority = cx.authority()?;
    if let Some(value) = &added.number
        && cx.tx().find_known_by(authority, Scheme::LaChildId, value)?.is_some()
    {
        return Err(Error::Refused(vec![Fault { at: "number", why: Why::Taken }]));
    }
    let worker = cx.tx().find_account(tablets)?.ok_or(Error::NotFound)?.account.person;
    // Whoever says whose it is says this too: no list and no other system does.
    let part = (Involved::Person(worker), Role::Lead);
    let child = begin(cx, None, (None, part), |person| Name {
        person,
        full: added.name.clone(),
        known_as: None,
        usage: Usage::Usual,
        from: None,
        until: None,
    })?;
    if let Some(value) = &added.number {
        number(cx, child, None, value)?;
    }
    Ok(child)
}
