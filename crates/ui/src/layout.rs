//! What every staff page stands in: skip link, top bar, name row, dividers, sheet.
//!
//! A divider, menu item or link whose page does not exist is not drawn, so the frame says which
//! do.
use domain::board::BoardChild;
use domain::id::PersonId;
use jiff::civil::DateTime;
use maud::{DOCTYPE, Markup, html};

use crate::button::{Weight, send};
use crate::emblem::emblem;
use crate::icon::icon;
use crate::person_mark::chip;
use crate::{say, urls};

/// How a page is drawn for this reader.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// Where the assets are, without a slash at the end: `/a/{build}`.
    pub assets: &'a str,
    /// Light, dark, or as the device has it.
    pub theme: Theme,
}

/// Light, dark, or as the device has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Device,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    fn name(self) -> Option<&'static str> {
        match self {
            Theme::Device => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }
}

/// Everything around a page: its look, its reader, its moment, and which other pages exist.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// How it is drawn.
    pub look: Look<'a>,
    /// Full name of the reader.
    pub reader: &'a str,
    /// The moment of the request, in London.
    pub at: DateTime,
    /// Menu items that the reader's role has.
    pub menu: &'a [MenuItem],
    /// Pages of a child that exist and that the reader may open.
    pub pages: &'a [ChildPage],
    /// Search exists.
    pub search: bool,
    /// The pages of the record exist; not where the kit runs alone.
    pub record: bool,
}

impl Frame<'_> {
    /// Whether a page of the child exists for this reader.
    pub fn has(&self, page: ChildPage) -> bool {
        self.pages.contains(&page)
    }
}

/// An item of the menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuItem {
    /// My work.
    MyWork,
    /// Children.
    Children,
    /// Library.
    Library,
    /// Listening to children.
    Listening,
    /// Tablets.
    Tablets,
    /// Import of a file.
    Import,
    /// The list of children, where the kit runs without the record.
    ChildrenList,
    /// What leaves for other systems.
    Packages,
    /// Accounts, teams, who is on call.
    Accounts,
}

impl MenuItem {
    /// Where it leads.
    pub fn address(self) -> &'static str {
        self.word_and_address().1
    }

    fn word_and_address(self) -> (std::borrow::Cow<'static, str>, &'static str) {
        match self {
            MenuItem::MyWork => (say!("menu-my-work"), urls::MyWork::PATTERN),
            MenuItem::Children => (say!("menu-children"), urls::Children::PATTERN),
            MenuItem::Library => (say!("menu-library"), urls::Library::PATTERN),
            MenuItem::Listening => (say!("menu-listening"), urls::Listening::PATTERN),
            MenuItem::Tablets => (say!("menu-tablets"), urls::Tablets::PATTERN),
            MenuItem::ChildrenList => (say!("menu-children-list"), urls::ChildrenList::PATTERN),
            MenuItem::Import => (say!("menu-import"), urls::Import::PATTERN),
            MenuItem::Packages => (say!("menu-packages"), urls::Packages::PATTERN),
            MenuItem::Accounts => (say!("menu-accounts"), urls::Accounts::PATTERN),
        }
    }
}

/// A page of a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChildPage {
    /// Front page.
    FrontPage,
    /// Map, the board.
    Map,
    /// Scales, under Map.
    Scales,
    /// Plan.
    Plan,
    /// Reviews, under Plan.
    Reviews,
    /// Family.
    Family,
    /// Story, everything.
    Story,
    /// The child's houses over time, under Story.
    Houses,
    /// Decisions, under Story.
    Decisions,
    /// Files, under Story.
    Files,
    /// The child's own page.
    Own,
    /// Steps.
    Steps,
    /// Who can see.
    Access,
}

/// Style sheets of every page, before its own.
const SHARED_STYLES: [&str; 4] = ["tokens", "base", "shell", "parts"];

/// The seven dividers, always in this order; each stands for the pages under it.
const DIVIDERS: [&[ChildPage]; 7] = [
    &[ChildPage::FrontPage],
    &[ChildPage::Map, ChildPage::Scales],
    &[ChildPage::Plan, ChildPage::Reviews],
    &[ChildPage::Family],
    &[ChildPage::Story, ChildPage::Houses, ChildPage::Decisions, ChildPage::Files],
    &[ChildPage::Own],
    &[ChildPage::Steps],
];

impl ChildPage {
    fn divider_word(self) -> std::borrow::Cow<'static, str> {
        match self {
            ChildPage::FrontPage => say!("divider-front-page"),
            ChildPage::Map | ChildPage::Scales => say!("divider-map"),
            ChildPage::Plan | ChildPage::Reviews => say!("divider-plan"),
            ChildPage::Family => say!("divider-family"),
            ChildPage::Story | ChildPage::Houses | ChildPage::Decisions | ChildPage::Files => {
                say!("divider-story")
            }
            ChildPage::Own => say!("divider-own"),
            ChildPage::Steps => say!("divider-steps"),
            ChildPage::Access => say!("who-can-see"),
        }
    }

    fn sub_word(self) -> std::borrow::Cow<'static, str> {
        match self {
            ChildPage::Map => say!("sub-board"),
            ChildPage::Scales => say!("sub-scales"),
            ChildPage::Reviews => say!("sub-reviews"),
            ChildPage::Story => say!("sub-everything"),
            ChildPage::Houses => say!("over-time"),
            ChildPage::Decisions => say!("sub-decisions"),
            ChildPage::Files => say!("sub-files"),
            other => other.divider_word(),
        }
    }

    /// Where the page is, for one child.
    pub fn address(self, child: PersonId) -> String {
        match self {
            ChildPage::FrontPage => urls::FrontPage(child).to_string(),
            ChildPage::Map => urls::Map(child).to_string(),
            ChildPage::Scales => urls::Scales(child).to_string(),
            ChildPage::Plan => urls::Plan(child).to_string(),
            ChildPage::Reviews => urls::Reviews(child).to_string(),
            ChildPage::Family => urls::Family(child).to_string(),
            ChildPage::Story => urls::Story(child).to_string(),
            ChildPage::Houses => urls::Houses(child).to_string(),
            ChildPage::Decisions => urls::Decisions(child).to_string(),
            ChildPage::Files => urls::Files(child).to_string(),
            ChildPage::Own => urls::Own(child).to_string(),
            ChildPage::Steps => urls::Steps(child).to_string(),
            ChildPage::Access => urls::Access(child).to_string(),
        }
    }
}

/// What stands above and around one page of a child.
pub struct ChildHead<'a> {
    /// Whose page.
    pub child: PersonId,
    /// Full name.
    pub name: &'a str,
    /// The emblem's picture.
    pub emblem: Option<&'a str>,
    /// The line beside the name.
    pub facts: Markup,
    /// At most three things to do.
    pub doing: Markup,
    /// Which page this is.
    pub current: ChildPage,
    /// What stands at the end of the dividers: who is here.
    pub beside: Markup,
    /// Style sheets of this page, without folder and ending.
    pub styles: &'a [&'a str],
}

impl<'a> ChildHead<'a> {
    /// Of a page that belongs to the child's story, with nothing to do in its name row.
    pub fn in_story(child: &'a BoardChild, facts: Markup, styles: &'a [&'a str]) -> Self {
        Self {
            child: child.id,
            name: &child.name,
            emblem: child.emblem.as_deref(),
            facts,
            doing: html! {},
            current: ChildPage::Story,
            beside: html! {},
            styles,
        }
    }
}

/// A whole page with the top bar; `styles` are this page's own sheets.
pub fn page(
    frame: &Frame<'_>,
    title: &str,
    styles: &[&str],
    current: Option<MenuItem>,
    main: &Markup,
) -> Markup {
    framed(
        (frame, current),
        (title, styles),
        &html! {
            main #main.wrap tabindex="-1" { (main) }
            (foot())
        },
    )
}

/// A page under the top bar.
fn framed(
    (frame, current): (&Frame<'_>, Option<MenuItem>),
    (title, styles): (&str, &[&str]),
    body: &Markup,
) -> Markup {
    let body = html! {
        a.skip href="#main" { (say!("skip")) }
        (top_bar(frame, current))
        (body)
    };
    document(frame.look, title, styles, &body)
}

/// A page of a child: name row, dividers, and the sheet that `sheet` draws. It has no foot: the
/// whole child is to be seen at once.
pub fn child_page(frame: &Frame<'_>, head: &ChildHead<'_>, sheet: &Markup) -> Markup {
    let title = say!("child-title", name = head.name, page = head.current.sub_word());
    framed(
        (frame, Some(MenuItem::Children)),
        (&title, head.styles),
        &html! {
            main #main.wrap tabindex="-1" {
                (name_row(frame, head))
                (dividers(frame, head))
                (sheet)
            }
        },
    )
}

/// The bare document: head, style sheets, script. Pages before sign-in use it alone.
pub fn document(look: Look<'_>, title: &str, styles: &[&str], body: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en-GB" dir="ltr" data-theme=[look.theme.name()] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) " · " (say!("product")) }
                @for sheet in SHARED_STYLES.iter().chain(styles).chain(&["print"]) {
                    link rel="stylesheet" href={ (look.assets) "/css/" (sheet) ".css" };
                }
                link rel="icon" type="image/svg+xml" href={ (look.assets) "/icons/kith.svg" };
                script type="module" src={ (look.assets) "/js/kith.js" } {}
            }
            body { (body) }
        }
    }
}

/// What stands at the foot of a page.
pub(crate) fn foot() -> Markup {
    html! { footer.foot { a href=(urls::About) { (say!("about-link")) } } }
}

/// The product's mark and name.
pub fn brand() -> Markup {
    html! {
        a.brand href=(urls::MyWork) {
            svg.brand-mark width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" {
                circle cx="9" cy="9.4" r="6.4" {}
                circle cx="17" cy="9.4" r="6.4" {}
                circle cx="13" cy="16.6" r="6.4" {}
            }
            (say!("product"))
        }
    }
}

fn top_bar(frame: &Frame<'_>, current: Option<MenuItem>) -> Markup {
    html! {
        header.top {
            div.top-inner {
                (brand())
                nav.menu aria-label=(say!("menu")) { (menu_links(frame, current)) }
                @if frame.search && current != Some(MenuItem::MyWork) {
                    (search_field(frame.look, "find"))
                }
                (reader(frame, current))
            }
        }
    }
}

fn menu_links(frame: &Frame<'_>, current: Option<MenuItem>) -> Markup {
    html! {
        @for item in frame.menu {
            @let (word, address) = item.word_and_address();
            a href=(address) aria-current=[(current == Some(*item)).then_some("page")] { (word) }
        }
    }
}

/// The search field; `class` is where it stands.
pub fn search_field(look: Look<'_>, class: &str) -> Markup {
    let words = if class == "find" { say!("search") } else { say!("search-all") };
    html! {
        form class=(class) method="post" action=(urls::Search) role="search" {
            (icon(look, "search", if class == "find" { 18 } else { 22 }))
            input type="search" name="q" aria-label=(say!("search-all")) placeholder=(words)
                autocomplete="off" data-search;
            kbd aria-hidden="true" { "/" }
        }
    }
}

fn reader(frame: &Frame<'_>, current: Option<MenuItem>) -> Markup {
    html! {
        details.me {
            summary { (chip(frame.reader, false)) span.me-name { (frame.reader) } }
            div.me-sheet {
                nav.me-menu aria-label=(say!("menu")) {
                    (menu_links(frame, current))
                    @if frame.search { a href=(urls::Search) { (say!("search")) } }
                }
                form method="post" action=(urls::SignOut) {
                    (send(Weight::Words, say!("sign-out")))
                }
            }
        }
    }
}

fn name_row(frame: &Frame<'_>, head: &ChildHead<'_>) -> Markup {
    html! {
        div.name-row {
            // Where the kit runs alone, no child has one.
            @if frame.record || head.emblem.is_some() { (emblem(head.emblem, 40)) }
            h1 dir="auto" { (head.name) }
            p { (head.facts) }
            @if frame.has(ChildPage::Access) {
                a.see href=(urls::Access(head.child)) { (say!("who-can-see")) }
            }
            div.doing { (head.doing) }
        }
    }
}

fn dividers(frame: &Frame<'_>, head: &ChildHead<'_>) -> Markup {
    let existing = DIVIDERS.iter().filter_map(|group| {
        let first = group.iter().find(|page| frame.has(**page))?;
        Some((*first, group.contains(&head.current)))
    });
    let all: Vec<(ChildPage, bool)> = existing.collect();
    let elsewhere = all.iter().filter(|(_, current)| !current);
    let others: Vec<ChildPage> = elsewhere.map(|(page, _)| *page).collect();
    if all.is_empty() {
        return html! {};
    }
    html! {
        nav.dividers aria-label=(say!("dividers")) {
            @for (page, current) in &all { (divider(*page, *current, head.child)) }
            @if !others.is_empty() {
                details.others {
                    summary {
                        (say!("other-pages", n = others.len()))
                        (icon(frame.look, "chevron-down", 18))
                    }
                    @for page in &others {
                        a href=(page.address(head.child)) { (page.divider_word()) }
                    }
                }
            }
            div.beside { (head.beside) }
        }
    }
}

fn divider(page: ChildPage, current: bool, child: PersonId) -> Markup {
    html! {
        a.divider href=(page.address(child)) aria-current=[current.then_some("page")] {
            (page.divider_word())
        }
    }
}

/// The line under a divider that has more than one page; nothing where only one of them exists.
pub fn sub_links(frame: &Frame<'_>, child: PersonId, current: ChildPage) -> Markup {
    let group = DIVIDERS.iter().find(|group| group.contains(&current)).copied().unwrap_or_default();
    let existing: Vec<ChildPage> = group.iter().copied().filter(|page| frame.has(*page)).collect();
    html! {
        @if existing.len() > 1 {
            nav.sub-links aria-label=(say!("sub-links")) {
                @for (nth, page) in existing.iter().enumerate() {
                    @if nth > 0 { span aria-hidden="true" { "·" } }
                    @let here = *page == current;
                    a href=(page.address(child)) aria-current=[here.then_some("page")] {
                        (page.sub_word())
                    }
                }
            }
        }
    }
}
