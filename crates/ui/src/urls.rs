//! Every address of the product, once, as a type: web routes from `PATTERN`, pages link with
//! `Display`.
//!
//! No address has a name of a person in it: a child is a UUID, the words of a search are posted
//! and kept.
use std::fmt::{Display, Formatter, Result};

pub use domain::board::Open;
use domain::child_list::Which;
use domain::id::{
    AccountId, EntryId, ImportId, PackageOutId, PersonId, SittingId, TabletId, TeamId,
};
use uuid::Uuid;

/// Addresses that are the same for everybody.
macro_rules! fixed {
    ($($(#[$doc:meta])* $name:ident $pattern:literal)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name;
        impl $name {
            /// The route, as axum writes it.
            pub const PATTERN: &str = $pattern;
        }
        impl Display for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                f.write_str(Self::PATTERN)
            }
        }
    )+};
}

/// Addresses of one thing: `{id}` in the pattern is its UUID.
macro_rules! of_one {
    ($($(#[$doc:meta])* $name:ident($id:ty) $pattern:literal)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub struct $name(pub $id);
        impl $name {
            /// The route, as axum writes it.
            pub const PATTERN: &str = $pattern;
        }
        impl Display for $name {
            fn fmt(&self, f: &mut Formatter<'_>) -> Result {
                fill(Self::PATTERN, IntoUuid::into_uuid(self.0), f)
            }
        }
    )+};
}

fixed! {
    /// My work, once signed in.
    MyWork "/"
    /// Sign-in; POST has `email` and `password`.
    SignIn "/sign-in"
    /// POST ends the session.
    SignOut "/sign-out"
    /// Every child the reader may see.
    Children "/children"
    /// Search; POST has the words as `q`.
    Search "/search"
    /// A file of another system, looked at first and then filed; POST has it as `file`.
    Import "/import"
    /// The list of children, where the kit runs without the record; POST has it as `file`.
    ChildrenList "/children-list"
    /// What leaves for other systems, and what is in its way.
    Packages "/packages"
    /// Accounts, teams and who is on call; POST makes an account.
    Accounts "/accounts"
    /// POST makes a team.
    Teams "/teams"
    /// The first administrator, with a token of the console.
    SetUp "/set-up"
    /// A password, chosen with a code.
    ChoosePassword "/choose-password"
    /// The library of practice; GET has what is looked up as `q`.
    Library "/library"
    /// What Kith is, and whose ideas and work are in it.
    About "/about"
    /// Listening to children: figures, or a worker's own.
    Listening "/listening"
    /// The figures of every team as a file.
    ListeningFile "/listening/figures.csv"
    /// Samples of every page, in development.
    Samples "/_samples"
    /// One of them.
    OneSample "/_samples/{name}"
    /// The kit, and what it fetches.
    Kit "/kit/"
    /// Sends on to the kit's folder.
    KitWithout "/kit"
    /// The tree, the prompts, the rules and every word of the kit.
    KitBook "/kit/book.json"
    /// The library, as the kit has it.
    KitLibrary "/kit/library.json"
    /// All that must be on a tablet before it starts without a network.
    KitFiles "/kit/files.json"
    /// What keeps it there.
    KitWorker "/kit/sw.js"
    /// How the kit stands among other apps.
    KitManifest "/kit/manifest.webmanifest"
    /// Tablets; POST gives the code that sets a new one up.
    Tablets "/tablets"
    /// What tablets handed in and nobody has said whose it is; POST brings a tablet's `file`.
    HandedIn "/handed-in"
    /// POST sets a tablet up by its code.
    SyncDevices "/sync/v1/devices"
    /// How a tablet stands, and whom it has along.
    SyncDevice "/sync/v1/device"
    /// How a tablet stands, without a name.
    SyncStands "/sync/v1/device/stands"
    /// PUT hands a chunk in, by its SHA-256.
    SyncChunk "/sync/v1/chunks/{sha256}"
    /// PUT hands a session's manifest in.
    SyncBundle "/sync/v1/bundles/{id}"
}

of_one! {
    /// Listening to children, one team.
    ListeningTeam(TeamId) "/listening/{id}"
    /// Its figures as a file.
    ListeningTeamFile(TeamId) "/listening/{id}/figures.csv"
    /// A search that was kept.
    SearchResult(Uuid) "/search/{id}"
    /// POST says why the file is to be opened that a search asked for exactly.
    SearchReason(Uuid) "/search/{id}/reason"
    /// Front page of a child.
    FrontPage(PersonId) "/children/{id}"
    /// Map: the board.
    Map(PersonId) "/children/{id}/map"
    /// POST puts a slip on the map.
    MapItems(PersonId) "/children/{id}/map/items"
    /// POST puts a danger statement or a safety goal on the map.
    Statements(PersonId) "/children/{id}/map/statements"
    /// Scales.
    Scales(PersonId) "/children/{id}/scales"
    /// POST gives a number.
    Ratings(PersonId) "/children/{id}/scales/ratings"
    /// Plan.
    Plan(PersonId) "/children/{id}/plan"
    /// Reviews of the plan.
    Reviews(PersonId) "/children/{id}/reviews"
    /// Family: genogram and network.
    Family(PersonId) "/children/{id}/family"
    /// Story: everything, newest first.
    Story(PersonId) "/children/{id}/story"
    /// The form of a new note; POST files it.
    NewNote(PersonId) "/children/{id}/notes"
    /// POST keeps a form that is being written as a draft, or throws it away.
    Drafts(PersonId) "/children/{id}/drafts"
    /// Decisions.
    Decisions(PersonId) "/children/{id}/decisions"
    /// Files.
    Files(PersonId) "/children/{id}/files"
    /// The child's own page.
    Own(PersonId) "/children/{id}/own"
    /// A child's houses, one sitting beside another.
    Houses(PersonId) "/children/{id}/houses"
    /// Steps: the line of statutory events.
    Steps(PersonId) "/children/{id}/steps"
    /// Who can see, and who has looked.
    Access(PersonId) "/children/{id}/access"
    /// POST says why a file is to be opened.
    Reason(PersonId) "/children/{id}/reason"
    /// POST says that a tablet is lost, or was found.
    OneTablet(TabletId) "/tablets/{id}"
    /// POST takes a child along on a tablet, or off it.
    TabletAlong(TabletId) "/tablets/{id}/along"
    /// One sitting that was handed in; POST says whose it is.
    OneHandedIn(SittingId) "/handed-in/{id}"
    /// An account; POST changes it.
    Account(AccountId) "/accounts/{id}"
    /// POST gives a code to choose a password with.
    AccountCode(AccountId) "/accounts/{id}/code"
    /// A person.
    Person(PersonId) "/people/{id}"
    /// A team.
    Team(Uuid) "/teams/{id}"
    /// A file that was looked at and is held; POST files it or puts it aside.
    HeldImport(Uuid) "/import/held/{id}"
    /// One import, and how far it is.
    OneImport(ImportId) "/import/{id}"
    /// What taking an import back would leave; POST takes it back.
    UndoImport(ImportId) "/import/{id}/undo"
    /// An entry, by its first version.
    Entry(EntryId) "/entries/{id}"
    /// The bytes of an attachment.
    File(EntryId) "/entries/{id}/file"
    /// A copy of a sitting: for whom, and why; POST takes it.
    Copy(EntryId) "/entries/{id}/copy"
    /// POST tries again to send one.
    OnePackage(PackageOutId) "/packages/{id}"
    /// The sheet of a showing, to be printed.
    Sheet(EntryId) "/entries/{id}/sheet"
    /// POST says when it was gone through together, or ends its link.
    Shown(EntryId) "/entries/{id}/shown"
    /// POST replaces an entry with new words; nothing is overwritten.
    Replace(EntryId) "/entries/{id}/replace"
    /// POST writes what was left open about something important that a child said.
    LeftOpen(EntryId) "/entries/{id}/left-open"
    /// What a child is told came of a sitting; POST files it.
    AnswerTo(EntryId) "/entries/{id}/answer"
    /// What of the map a sitting speaks to; POST says it.
    SpeaksTo(EntryId) "/entries/{id}/speaks-to"
    /// POST moves a sitting to the right child.
    Move(EntryId) "/entries/{id}/move"
}

/// What somebody in the family would get of a sitting; POST decides on showing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShowTo(pub EntryId, pub PersonId);

impl ShowTo {
    /// The route, as axum writes it.
    pub const PATTERN: &str = "/entries/{id}/parents/{person}";
}

impl Display for ShowTo {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "/entries/{}/parents/{}", self.0, self.1)
    }
}

/// A link given to somebody in the family; POST opens it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByLink<'a>(pub &'a str);

impl ByLink<'_> {
    /// The route, as axum writes it.
    pub const PATTERN: &'static str = "/p/{token}";
}

impl Display for ByLink<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "/p/{}", self.0)
    }
}

/// A card of the library, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LibraryCard<'a>(pub &'a str);

impl LibraryCard<'_> {
    /// The route, as axum writes it.
    pub const PATTERN: &'static str = "/library/{card}";
}

impl Display for LibraryCard<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{Library}/{}", self.0)
    }
}

/// The form of a note with a draft in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraftNote(pub PersonId, pub EntryId);

impl Display for DraftNote {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}?draft={}", NewNote(self.0), self.1)
    }
}

/// The form of a note with nothing in it, whatever else is a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnotherNote(pub PersonId);

impl Display for AnotherNote {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}?new", NewNote(self.0))
    }
}

/// A kept search from a later page on: `?older={where it begins}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SearchOlder<'a>(pub Uuid, pub &'a str);

impl Display for SearchOlder<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}?older={}", SearchResult(self.0), self.1)
    }
}

/// The board with something on its desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnDesk(pub PersonId, pub Open);

impl Display for OnDesk {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}?{}", Map(self.0), self.1)
    }
}

/// A list of children, from the one after this on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChildrenAfter(pub Which, pub Option<PersonId>);

impl Display for ChildrenAfter {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{Children}?list={}", self.0.as_str())?;
        self.1.map_or(Ok(()), |after| write!(f, "&after={after}"))
    }
}

/// Tablets, with this child chosen to be taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TabletsFor(pub PersonId);

impl Display for TabletsFor {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{Tablets}?child={}", self.0)
    }
}

/// Accounts, from the one after this on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AccountsAfter(pub AccountId);

impl Display for AccountsAfter {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{Accounts}?after={}", self.0)
    }
}

/// What an address names things by.
trait IntoUuid {
    fn into_uuid(self) -> Uuid;
}

impl IntoUuid for Uuid {
    fn into_uuid(self) -> Uuid {
        self
    }
}

impl IntoUuid for PersonId {
    fn into_uuid(self) -> Uuid {
        self.0
    }
}

impl IntoUuid for AccountId {
    fn into_uuid(self) -> Uuid {
        self.0
    }
}

impl IntoUuid for ImportId {
    fn into_uuid(self) -> Uuid {
        self.0
    }
}

impl IntoUuid for EntryId {
    fn into_uuid(self) -> Uuid {
        self.0
    }
}

impl IntoUuid for TabletId {
    fn into_uuid(self) -> Uuid {
        self.0
    }
}

impl IntoUuid for PackageOutId {
    fn into_uuid(self) -> Uuid {
        self.0
    }
}

impl IntoUuid for TeamId {
    fn into_uuid(self) -> Uuid {
        self.0
    }
}

impl IntoUuid for SittingId {
    fn into_uuid(self) -> Uuid {
        self.0
    }
}

fn fill(pattern: &str, id: Uuid, f: &mut Formatter<'_>) -> Result {
    let (before, after) = pattern.split_once("{id}").unwrap_or((pattern, ""));
    write!(f, "{before}{}{after}", id.hyphenated())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::map_item::Column;

    #[test]
    fn an_address_says_a_uuid_and_never_a_name() {
        let idris = PersonId(Uuid::from_u128(0xA1));
        assert_eq!(Map(idris).to_string(), "/children/00000000-0000-0000-0000-0000000000a1/map");
        assert_eq!(FrontPage(idris).to_string(), "/children/00000000-0000-0000-0000-0000000000a1");
        assert_eq!(Replace::PATTERN, "/entries/{id}/replace");
        assert_eq!(MyWork.to_string(), "/");
    }

    #[test]
    fn what_is_on_the_desk_comes_back_from_its_address() {
        let (idris, root) = (PersonId(Uuid::from_u128(0xA1)), EntryId(Uuid::from_u128(7)));
        let all = [
            Open::Add(Column::Well),
            Open::Edit(root),
            Open::NewDanger,
            Open::Danger(root),
            Open::GoalFor(root),
            Open::Rate(root),
        ];
        for open in all {
            let address = OnDesk(idris, open).to_string();
            let query = address.split_once('?').expect("a query").1;
            let (key, value) = query.split_once('=').expect("a pair");
            assert_eq!(Open::parse(key, value), Some(open));
        }
        assert_eq!(Open::parse("add", "sideways"), None);
    }
}
