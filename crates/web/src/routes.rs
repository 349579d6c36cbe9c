//! Every route of a site in one table: the router is built from it, and a test holds it against
//! `endpoints.txt`, where people say what each is for whom.

use crate::site::Site;
use crate::{assets, health, pages, sync};
use axum::routing::{MethodRouter, get, post, put};
use ui::urls;

/// One way to ask one address.
pub struct Route {
    /// The method.
    pub method: &'static str,
    /// The address, as axum writes it.
    pub pattern: &'static str,
    /// What answers.
    pub(crate) on: fn() -> MethodRouter<Site>,
}

macro_rules! routes {
    ($($method:ident $name:literal $pattern:path => $handler:path;)+) => {
        /// All of them.
        pub const ROUTES: &[Route] = &[$(
            Route { method: $name, pattern: $pattern, on: || $method($handler) },
        )+];
    };
}

routes! {
    get "GET" assets::PATTERN => assets::show;
    get "GET" health::LIVE => health::live;
    get "GET" health::READY => health::ready;
    get "GET" urls::Samples::PATTERN => pages::samples::list;
    get "GET" urls::OneSample::PATTERN => pages::samples::show;
    get "GET" urls::MyWork::PATTERN => pages::my_work::show;
    get "GET" urls::SignIn::PATTERN => pages::sign_in::show;
    post "POST" urls::SignIn::PATTERN => pages::sign_in::begin;
    post "POST" urls::SignOut::PATTERN => pages::sign_out::end;
    get "GET" urls::SetUp::PATTERN => pages::set_up::show;
    post "POST" urls::SetUp::PATTERN => pages::set_up::make;
    get "GET" urls::ChoosePassword::PATTERN => pages::choose_password::show;
    post "POST" urls::ChoosePassword::PATTERN => pages::choose_password::choose;
    get "GET" urls::Accounts::PATTERN => pages::accounts::list;
    post "POST" urls::Accounts::PATTERN => pages::accounts::add;
    get "GET" urls::Account::PATTERN => pages::account::show;
    post "POST" urls::Account::PATTERN => pages::account::change;
    post "POST" urls::AccountCode::PATTERN => pages::account::give_code;
    post "POST" urls::Teams::PATTERN => pages::accounts::add_team;
    get "GET" urls::Children::PATTERN => pages::children::list;
    get "GET" urls::Listening::PATTERN => pages::listening::show;
    get "GET" urls::ListeningFile::PATTERN => pages::listening::file;
    get "GET" urls::ListeningTeam::PATTERN => pages::listening::team;
    get "GET" urls::ListeningTeamFile::PATTERN => pages::listening::team_file;
    get "GET" urls::Search::PATTERN => pages::search::begin;
    post "POST" urls::Search::PATTERN => pages::search::keep;
    get "GET" urls::SearchResult::PATTERN => pages::search::show;
    post "POST" urls::SearchReason::PATTERN => pages::search::give_reason;
    get "GET" urls::ChildrenList::PATTERN => pages::children_list::show;
    post "POST" urls::ChildrenList::PATTERN => pages::children_list::bring;
    get "GET" urls::Import::PATTERN => pages::import::list;
    post "POST" urls::Import::PATTERN => pages::import::bring;
    get "GET" urls::HeldImport::PATTERN => pages::import_held::show;
    post "POST" urls::HeldImport::PATTERN => pages::import_held::decide;
    get "GET" urls::OneImport::PATTERN => pages::import::show;
    get "GET" urls::UndoImport::PATTERN => pages::import_undo::ask;
    post "POST" urls::UndoImport::PATTERN => pages::import_undo::begin;
    get "GET" urls::Packages::PATTERN => pages::packages::list;
    post "POST" urls::OnePackage::PATTERN => pages::packages::again;
    get "GET" urls::FrontPage::PATTERN => pages::front_page::show;
    get "GET" urls::Map::PATTERN => pages::map::show;
    post "POST" urls::MapItems::PATTERN => pages::map::add_slip;
    post "POST" urls::Statements::PATTERN => pages::map::add_statement;
    post "POST" urls::Ratings::PATTERN => pages::map::rate;
    get "GET" urls::Story::PATTERN => pages::story::show;
    get "GET" urls::Houses::PATTERN => pages::houses_over_time::show;
    get "GET" urls::NewNote::PATTERN => pages::note::show;
    post "POST" urls::NewNote::PATTERN => pages::note::file;
    get "GET" urls::Entry::PATTERN => pages::entry::show;
    get "GET" urls::File::PATTERN => pages::attachment::show;
    get "GET" urls::Copy::PATTERN => pages::packages::ask_copy;
    post "POST" urls::Copy::PATTERN => pages::packages::take_copy;
    get "GET" urls::ShowTo::PATTERN => pages::parents::show;
    post "POST" urls::ShowTo::PATTERN => pages::parents::decide;
    get "GET" urls::Sheet::PATTERN => pages::parents::sheet;
    post "POST" urls::Shown::PATTERN => pages::parents::shown;
    get "GET" urls::ByLink::PATTERN => pages::by_link::show;
    post "POST" urls::ByLink::PATTERN => pages::by_link::open;
    get "GET" urls::Replace::PATTERN => pages::entry::form;
    post "POST" urls::Replace::PATTERN => pages::replace::replace;
    post "POST" urls::LeftOpen::PATTERN => pages::left_open::write;
    get "GET" urls::AnswerTo::PATTERN => pages::houses_session::answer;
    post "POST" urls::AnswerTo::PATTERN => pages::houses_session::file_answer;
    get "GET" urls::SpeaksTo::PATTERN => pages::houses_session::links;
    post "POST" urls::SpeaksTo::PATTERN => pages::houses_session::link;
    get "GET" urls::Move::PATTERN => pages::houses_session::to_move;
    post "POST" urls::Move::PATTERN => pages::houses_session::move_to;
    post "POST" urls::Drafts::PATTERN => pages::draft::keep;
    get "GET" urls::Steps::PATTERN => pages::steps::show;
    post "POST" urls::Reason::PATTERN => pages::reason::give;
    get "GET" urls::Access::PATTERN => pages::access::show;
    get "GET" urls::Library::PATTERN => pages::library::list;
    get "GET" urls::LibraryCard::PATTERN => pages::library::show;
    get "GET" urls::About::PATTERN => pages::about::show;
    get "GET" urls::Kit::PATTERN => pages::kit::show;
    get "GET" urls::KitWithout::PATTERN => pages::kit::to_its_folder;
    get "GET" urls::KitBook::PATTERN => pages::kit::book_of_it;
    get "GET" urls::KitLibrary::PATTERN => pages::kit::library_of_it;
    get "GET" urls::KitFiles::PATTERN => pages::kit::files_of_it;
    get "GET" urls::KitWorker::PATTERN => pages::kit::worker;
    get "GET" urls::KitManifest::PATTERN => pages::kit::manifest;
    get "GET" urls::Tablets::PATTERN => pages::tablets::list;
    post "POST" urls::Tablets::PATTERN => pages::tablets::expect;
    post "POST" urls::OneTablet::PATTERN => pages::tablets::change;
    post "POST" urls::TabletAlong::PATTERN => pages::tablets::along;
    get "GET" urls::HandedIn::PATTERN => pages::whose::list;
    post "POST" urls::HandedIn::PATTERN => pages::by_file::bring;
    get "GET" urls::OneHandedIn::PATTERN => pages::whose::ask;
    post "POST" urls::OneHandedIn::PATTERN => pages::whose::say;
    post "POST" urls::SyncDevices::PATTERN => sync::set_up;
    get "GET" urls::SyncDevice::PATTERN => sync::tell;
    get "GET" urls::SyncStands::PATTERN => sync::stands;
    put "PUT" urls::SyncChunk::PATTERN => sync::keep_chunk;
    put "PUT" urls::SyncBundle::PATTERN => sync::take_bundle;
}

/// What belongs to the record, and is not there where the kit runs without it.
pub const OF_THE_RECORD: &[&str] = &[
    urls::Children::PATTERN,
    urls::Search::PATTERN,
    urls::SearchResult::PATTERN,
    urls::SearchReason::PATTERN,
    urls::Import::PATTERN,
    urls::HeldImport::PATTERN,
    urls::OneImport::PATTERN,
    urls::UndoImport::PATTERN,
    urls::FrontPage::PATTERN,
    urls::Map::PATTERN,
    urls::MapItems::PATTERN,
    urls::Statements::PATTERN,
    urls::Ratings::PATTERN,
    urls::Story::PATTERN,
    urls::Houses::PATTERN,
    urls::NewNote::PATTERN,
    urls::Replace::PATTERN,
    urls::SpeaksTo::PATTERN,
    urls::Steps::PATTERN,
];

/// What is there only where the kit runs without the record.
pub const OF_THE_KIT_ALONE: &[&str] = &[urls::ChildrenList::PATTERN];

/// Whether a page of this address exists: with the record, or where the kit runs without it.
pub fn has(pattern: &str, alone: bool) -> bool {
    let elsewhere = if alone { OF_THE_RECORD } else { OF_THE_KIT_ALONE };
    ROUTES.iter().any(|route| route.pattern == pattern) && !elsewhere.contains(&pattern)
}
