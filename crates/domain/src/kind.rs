//! The kinds of entry. Add freely, never repurpose: every payload version ever shipped still
//! parses, and `golden/` holds one file of each.

use serde::{Deserialize, Serialize};

/// Why a payload cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum UnreadablePayload {
    /// This program is older than the record.
    #[error("version {version} of kind {kind} is newer than this program knows")]
    Newer {
        /// The kind's name.
        kind: &'static str,
        /// The version met.
        version: u16,
    },
    /// It is not what its kind says.
    #[error("the payload is no {kind}")]
    Broken {
        /// The kind's name.
        kind: &'static str,
        /// Where it breaks.
        #[source]
        why: serde_json::Error,
    },
}

macro_rules! kinds { ($($name:ident $word:literal $version:literal $payload:ty,)*) => {
    /// What an entry is.
    #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    #[expect(missing_docs, reason = "the payload's own page says it")]
    pub enum Kind { $(#[serde(rename = $word)] $name,)* }

    /// What an entry says, by kind.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[expect(missing_docs, reason = "the payload's own page says it")]
    pub enum Payload { $($name($payload),)* }

    impl Kind {
        /// Every kind there is.
        pub const ALL: &[Self] = &[$(Self::$name,)*];
        /// The word that stores and files use for it.
        pub const fn as_str(self) -> &'static str { match self { $(Self::$name => $word,)* } }
        /// The version this program writes.
        pub const fn version(self) -> u16 { match self { $(Self::$name => $version,)* } }
        /// Back from the word.
        pub fn parse(word: &str) -> Option<Self> {
            match word { $($word => Some(Self::$name),)* _ => None }
        }
    }
    impl Payload {
        /// Its kind.
        pub const fn kind(&self) -> Kind { match self { $(Self::$name(_) => Kind::$name,)* } }
        /// The exact bytes that are stored and digested.
        pub fn to_json(&self) -> String {
            // Payloads are structs with text keys: there is nothing here that JSON cannot hold.
            match self {
                $(Self::$name(payload) => serde_json::to_string(payload).unwrap_or_default(),)*
            }
        }
        /// From stored bytes, of any version this program or an older one wrote.
        pub fn parse(kind: Kind, version: u16, text: &str) -> Result<Self, UnreadablePayload> {
            if version > kind.version() {
                return Err(UnreadablePayload::Newer { kind: kind.as_str(), version });
            }
            match kind {
                $(Kind::$name => serde_json::from_str(text).map(Self::$name),)*
            }.map_err(|why| UnreadablePayload::Broken { kind: kind.as_str(), why })
        }
    }
    $(impl From<$payload> for Payload {
        fn from(payload: $payload) -> Self { Self::$name(payload) }
    })*
}}

// One line a kind: its variant, its word, the version written today, its payload.
kinds! {
    Person "person" 1 crate::person::Person,
    Name "name" 1 crate::name::Name,
    Identifier "identifier" 1 crate::known_by::KnownBy,
    Involvement "involvement" 1 crate::involvement::Involvement,
    Address "address" 1 crate::address::Address,
    Tie "tie" 1 crate::tie::Tie,
    Household "household" 1 crate::household::Household,
    HouseholdMember "household_member" 1 crate::household_member::HouseholdMember,
    Family "family" 1 crate::family::Family,
    FamilyMember "family_member" 1 crate::family_member::FamilyMember,
    Tonight "tonight" 1 crate::tonight::Tonight,
    ChildMessage "child_message" 1 crate::child_message::ChildMessage,
    Emblem "emblem" 1 crate::emblem::Emblem,
    Pins "pins" 1 crate::pins::Pins,
    Mapping "mapping" 1 crate::mapping::Mapping,
    MapItem "map_item" 1 crate::map_item::MapItem,
    DangerStatement "danger_statement" 2 crate::danger_statement::DangerStatement,
    SafetyGoal "safety_goal" 1 crate::safety_goal::SafetyGoal,
    Scale "scale" 1 crate::scale::Scale,
    Rating "rating" 1 crate::rating::Rating,
    NextStep "next_step" 1 crate::next_step::NextStep,
    Plan "plan" 1 crate::plan::Plan,
    PlanRule "plan_rule" 1 crate::plan_rule::PlanRule,
    BottomLine "bottom_line" 1 crate::bottom_line::BottomLine,
    NetworkMember "network_member" 1 crate::network_member::NetworkMember,
    RedFlag "red_flag" 1 crate::red_flag::RedFlag,
    PlanTrial "plan_trial" 1 crate::plan_trial::PlanTrial,
    TimelineStep "timeline_step" 1 crate::timeline_step::TimelineStep,
    PlanReview "plan_review" 1 crate::plan_review::PlanReview,
    PlanReviewView "plan_review_view" 1 crate::plan_review_view::PlanReviewView,
    Decision "decision" 1 crate::decision::Decision,
    DecisionView "decision_view" 1 crate::decision_view::DecisionView,
    Unknown "unknown" 1 crate::unknown::Unknown,
    Note "note" 2 crate::note::Note,
    LifeEvent "life_event" 1 crate::life_event::LifeEvent,
    Assessment "assessment" 1 crate::assessment::Assessment,
    WordsAndPictures "words_and_pictures" 1 crate::words_and_pictures::WordsAndPictures,
    HousesSession "houses_session" 1 crate::houses_session::HousesSession,
    HousesPage "houses_page" 1 crate::houses_page::HousesPage,
    ImportantSaid "important_said" 2 crate::important_said::ImportantSaid,
    ChildAnswer "child_answer" 1 crate::child_answer::ChildAnswer,
    Attachment "attachment" 2 crate::attachment::Attachment,
    Sharing "sharing" 1 crate::sharing::Sharing,
    SharedBack "shared_back" 1 crate::shared_back::SharedBack,
    Restriction "restriction" 1 crate::restriction::Restriction,
    AccessGrant "access_grant" 1 crate::access_grant::AccessGrant,
    Account "account" 1 crate::account::Account,
    Team "team" 1 crate::team::Team,
    Instrument "instrument" 1 crate::instrument::Instrument,
    Step "step" 1 crate::step::Step,
    ImportBatch "import_batch" 1 crate::import_batch::ImportBatch,
    Withdrawal "withdrawal" 1 crate::withdrawal::Withdrawal,
    Erasure "erasure" 1 crate::erasure::Erasure,
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Every kind has a golden file of every version, each still parses, and today's writes
    /// itself again.
    #[test]
    fn every_payload_version_ever_shipped_still_parses() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
        for kind in Kind::ALL {
            for version in 1..=kind.version() {
                let path = folder.join(format!("{}.{version}.json", kind.as_str()));
                let text = std::fs::read_to_string(&path)
                    .unwrap_or_else(|_| panic!("{} is missing", path.display()));
                let payload = Payload::parse(*kind, version, &text).expect("golden file parses");
                if version == kind.version() {
                    let again: serde_json::Value =
                        serde_json::from_str(&payload.to_json()).expect("JSON");
                    let golden: serde_json::Value = serde_json::from_str(&text).expect("JSON");
                    assert_eq!(again, golden, "{} loses something", path.display());
                }
            }
        }
    }

    #[test]
    fn a_newer_payload_is_refused_by_name() {
        let newer = Payload::parse(Kind::Person, 99, "{}").unwrap_err();
        assert_eq!(newer.to_string(), "version 99 of kind person is newer than this program knows");
    }
}
