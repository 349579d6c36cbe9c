//! A team of the authority. Who belongs to it stands in their accounts.

use crate::person::Phone;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Team {
    /// What it is called.
    pub name: String,
    /// Its duty desk, which answers at any hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty_phone: Option<Phone>,
    /// Closed on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<Date>,
}
