//! What somebody may want to do with one child's file, and sets of such wishes.
//!
//! What is not about one file (accounts, imports, sums) is a [`super::Task`].

/// Something to do with one child's file.
///
/// Saying why is none: whoever is asked for a reason may give it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// Meet the child in a list or a search by name: name, age, worker, team.
    FindByName,
    /// Ask by full name together with the date of birth.
    FindByNameAndBirth,
    /// Ask by an exact identifier: the council's own, UPN, NHS number.
    FindByIdentifier,
    /// Read the front page, what to do tonight included.
    OpenFrontPage,
    /// Read the plan.
    OpenPlan,
    /// Read the rest: map, story, notes, family, decisions, files.
    OpenFile,
    /// Read the line of statutory steps.
    SeeSteps,
    /// Read the identifiers.
    SeeIdentifiers,
    /// See who can see the file.
    SeeWhoCanSee,
    /// See who has looked, when and why.
    SeeWhoLooked,
    /// Give a reason and open a restricted file for an hour; worker and manager are told.
    BreakGlass,
    /// Add to the record, amend, withdraw.
    Write,
    /// Put one's name under another's decision.
    Countersign,
    /// Say who works with the child, which is what opens the file to them.
    Allocate,
    /// Let one more person read until a day.
    GiveAccess,
    /// Restrict the file to named people, or shut somebody out of it.
    Restrict,
    /// End or loosen a restriction. Apart from [`Action::Restrict`]: who may close may not so
    /// open.
    LiftRestriction,
    /// Erase under a lawful power; it takes two people.
    Erase,
}

impl Action {
    /// All of them, in the order the table prints.
    pub const ALL: [Self; 18] = [
        Self::FindByName,
        Self::FindByNameAndBirth,
        Self::FindByIdentifier,
        Self::OpenFrontPage,
        Self::OpenPlan,
        Self::OpenFile,
        Self::SeeSteps,
        Self::SeeIdentifiers,
        Self::SeeWhoCanSee,
        Self::SeeWhoLooked,
        Self::BreakGlass,
        Self::Write,
        Self::Countersign,
        Self::Allocate,
        Self::GiveAccess,
        Self::Restrict,
        Self::LiftRestriction,
        Self::Erase,
    ];
    /// How the table of access calls it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::FindByName => "find by name",
            Self::FindByNameAndBirth => "find by name and birth",
            Self::FindByIdentifier => "find by identifier",
            Self::OpenFrontPage => "open front page",
            Self::OpenPlan => "open plan",
            Self::OpenFile => "open the rest",
            Self::SeeSteps => "see steps",
            Self::SeeIdentifiers => "see identifiers",
            Self::SeeWhoCanSee => "see who can see",
            Self::SeeWhoLooked => "see who looked",
            Self::BreakGlass => "break the glass",
            Self::Write => "write",
            Self::Countersign => "countersign",
            Self::Allocate => "allocate",
            Self::GiveAccess => "give access",
            Self::Restrict => "restrict",
            Self::LiftRestriction => "lift a restriction",
            Self::Erase => "erase",
        }
    }
    const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A set of actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Actions(u32);

impl Actions {
    pub(super) const NONE: Self = Self(0);

    pub(super) const fn of(mut list: &[Action]) -> Self {
        let mut bits = 0;
        while let [first, rest @ ..] = list {
            bits |= first.bit();
            list = rest;
        }
        Self(bits)
    }
    pub(super) const fn and(self, more: Self) -> Self {
        Self(self.0 | more.0)
    }
    pub(super) const fn without(self, less: Self) -> Self {
        Self(self.0 & !less.0)
    }
    pub(super) const fn has(self, action: Action) -> bool {
        self.0 & action.bit() != 0
    }
}
