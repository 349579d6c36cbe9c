//! What is about no single file: accounts, imports, sums, the rota.

use super::{Role, Viewer};

/// Something to do that opens no file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// Begin a file for a child who has none.
    BeginFile,
    /// See the board of one's team.
    SeeTeamBoard,
    /// Look at a file from another system, and file it.
    Import,
    /// Take an import back.
    UndoImport,
    /// Make and check the statutory returns.
    MakeReturns,
    /// See sums over many children, never one.
    SeeSums,
    /// Review what was opened by breaking the glass or with a reason.
    ReviewOpenings,
    /// Make and end accounts, teams and devices.
    ManageAccounts,
    /// Say who takes the calls, and when.
    SetRota,
    /// Back up, restore, configure.
    KeepSystem,
}

impl Task {
    /// All of them, in the order the table prints.
    pub const ALL: [Self; 10] = [
        Self::BeginFile,
        Self::SeeTeamBoard,
        Self::Import,
        Self::UndoImport,
        Self::MakeReturns,
        Self::SeeSums,
        Self::ReviewOpenings,
        Self::ManageAccounts,
        Self::SetRota,
        Self::KeepSystem,
    ];
    /// How the table of access calls it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::BeginFile => "begin a file",
            Self::SeeTeamBoard => "see the team's board",
            Self::Import => "import",
            Self::UndoImport => "undo an import",
            Self::MakeReturns => "make returns",
            Self::SeeSums => "see sums",
            Self::ReviewOpenings => "review openings",
            Self::ManageAccounts => "manage accounts",
            Self::SetRota => "set the rota",
            Self::KeepSystem => "keep the system",
        }
    }
    const fn is_for(self, role: Role) -> bool {
        match self {
            Self::BeginFile => {
                matches!(role, Role::Practitioner | Role::Supervisor | Role::OnCall)
            }
            Self::SeeTeamBoard => matches!(role, Role::Supervisor),
            Self::Import | Self::UndoImport | Self::MakeReturns => {
                matches!(role, Role::DataOfficer)
            }
            Self::SeeSums => matches!(role, Role::Leader | Role::DataOfficer),
            Self::ReviewOpenings => matches!(role, Role::Guardian),
            Self::ManageAccounts | Self::SetRota | Self::KeepSystem => {
                matches!(role, Role::Administrator)
            }
        }
    }
}

/// Whether this viewer may do this. Being on call counts while on duty.
pub fn may(viewer: &Viewer, task: Task) -> bool {
    let on_duty = |role: &Role| *role != Role::OnCall || viewer.on_call_now;
    !viewer.has_left() && viewer.roles.iter().filter(|r| on_duty(r)).any(|r| task.is_for(*r))
}
