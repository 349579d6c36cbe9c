//! The frame of a page for one reader: their name, and the menu items and pages of a child that
//! exist and that they may open. What no route has is not drawn.

use crate::{assets, routes};
use app::reader::Reader;
use domain::access::{Part, Seen, Task, may};
use domain::time::london;
use jiff::civil::DateTime;
use ui::layout::{ChildPage, Frame, Look, MenuItem, Theme};
use ui::urls;

/// What a frame is drawn from.
pub(crate) struct Framed {
    reader: String,
    at: DateTime,
    menu: Vec<MenuItem>,
    pages: Vec<ChildPage>,
    search: bool,
    record: bool,
}

const MENU: [(MenuItem, &str); 9] = [
    (MenuItem::MyWork, urls::MyWork::PATTERN),
    (MenuItem::Children, urls::Children::PATTERN),
    (MenuItem::Listening, urls::Listening::PATTERN),
    (MenuItem::Library, urls::Library::PATTERN),
    (MenuItem::Tablets, urls::Tablets::PATTERN),
    // An administrator begins with accounts: a list of children names workers and teams.
    (MenuItem::Accounts, urls::Accounts::PATTERN),
    (MenuItem::ChildrenList, urls::ChildrenList::PATTERN),
    (MenuItem::Import, urls::Import::PATTERN),
    (MenuItem::Packages, urls::Packages::PATTERN),
];

const PAGES: [(ChildPage, &str, Part); 12] = [
    (ChildPage::FrontPage, urls::FrontPage::PATTERN, Part::FrontPage),
    (ChildPage::Map, urls::Map::PATTERN, Part::Rest),
    (ChildPage::Scales, urls::Scales::PATTERN, Part::Rest),
    (ChildPage::Plan, urls::Plan::PATTERN, Part::Plan),
    (ChildPage::Reviews, urls::Reviews::PATTERN, Part::Plan),
    (ChildPage::Family, urls::Family::PATTERN, Part::Rest),
    (ChildPage::Story, urls::Story::PATTERN, Part::Rest),
    (ChildPage::Houses, urls::Houses::PATTERN, Part::Rest),
    (ChildPage::Decisions, urls::Decisions::PATTERN, Part::Rest),
    (ChildPage::Files, urls::Files::PATTERN, Part::Rest),
    (ChildPage::Own, urls::Own::PATTERN, Part::Rest),
    (ChildPage::Steps, urls::Steps::PATTERN, Part::Steps),
];

impl Framed {
    /// For a page about no single child.
    pub(crate) fn of(reader: &Reader) -> Self {
        let exists = |(item, pattern): (MenuItem, &str)| {
            (routes::has(pattern, reader.alone) && is_for(reader, item)).then_some(item)
        };
        Self {
            reader: reader.name.clone(),
            at: reader.viewer.at.to_zoned_datetime(london()).datetime(),
            menu: MENU.into_iter().filter_map(exists).collect(),
            pages: Vec::new(),
            search: routes::has(urls::Search::PATTERN, reader.alone)
                && reader.viewer.meets_children(),
            record: !reader.alone,
        }
    }

    /// For a page of a child, of whose file the reader may see so much.
    pub(crate) fn of_child(reader: &Reader, seen: Seen, who_can_see: bool) -> Self {
        let exists = |(page, pattern, part): (ChildPage, &str, Part)| {
            (routes::has(pattern, reader.alone) && seen.has(part)).then_some(page)
        };
        let mut pages: Vec<_> = PAGES.into_iter().filter_map(exists).collect();
        if who_can_see && routes::has(urls::Access::PATTERN, reader.alone) {
            pages.push(ChildPage::Access);
        }
        Self { pages, ..Self::of(reader) }
    }

    /// The frame.
    pub(crate) fn frame(&self) -> Frame<'_> {
        Frame {
            look: look(),
            reader: &self.reader,
            at: self.at,
            menu: &self.menu,
            pages: &self.pages,
            search: self.search,
            record: self.record,
        }
    }
}

/// How every page is drawn.
pub(crate) fn look() -> Look<'static> {
    Look { assets: assets::folder(), theme: Theme::default() }
}

fn is_for(reader: &Reader, item: MenuItem) -> bool {
    let viewer = &reader.viewer;
    match item {
        MenuItem::MyWork | MenuItem::Children => viewer.meets_children(),
        MenuItem::Library => true,
        MenuItem::Listening => app::listening::is_for(viewer),
        MenuItem::Tablets => may(viewer, Task::BeginFile),
        MenuItem::ChildrenList => app::children_list::is_for(viewer),
        MenuItem::Import => may(viewer, Task::Import),
        MenuItem::Packages => may(viewer, Task::KeepSystem),
        MenuItem::Accounts => may(viewer, Task::ManageAccounts),
    }
}
