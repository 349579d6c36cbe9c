//! Listening to children: figures for whoever leads or answers for a team, and a worker's own
//! children. No content, no moods, no ranking: teams stand by name, and a worker is nowhere.

mod bars;
mod grid;
pub mod samples;

use crate::button::{Weight, send};
use crate::csv::csv;
use crate::layout::{Frame, MenuItem, page};
use crate::typeset::curly;
use crate::{dates, say, urls};
use bars::bars;
use domain::id::{EntryId, PersonId, TeamId};
use domain::listening::figures::Figures;
use domain::listening::period::{Asked, Month};
use domain::suppression::{Limits, Shown};
use grid::{Cell, Grid, Row, grids};
use jiff::ToSpan as _;
use jiff::civil::Date;
use maud::{Markup, html};
use std::fmt::Display;

/// Heard so many days ago or less is lately.
const LATELY: i32 = 90;
/// So many months are offered to choose from.
const MONTHS: i64 = 36;

/// Figures of several teams, or of one.
#[derive(Debug, Clone)]
pub struct Sums {
    /// Which months were asked for.
    pub asked: Asked,
    /// The day of the page.
    pub today: Date,
    /// The figures.
    pub figures: Figures,
    /// What the teams are called, in the figures' order.
    pub names: Vec<String>,
}

/// The page of one team.
#[derive(Debug, Clone)]
pub struct Team {
    /// Which.
    pub team: TeamId,
    /// Every team the reader answers for.
    pub others: Vec<(TeamId, String)>,
    /// Its figures.
    pub sums: Sums,
    /// Whom nobody has heard for longest.
    pub longest: Vec<Named>,
    /// How many there are besides.
    pub more: usize,
    /// What its children said lately that is important, newest first.
    pub important: Vec<Said>,
}

/// That a child said something important, and no word of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub child: PersonId,
    /// Their name.
    pub name: String,
    /// When.
    pub on: Date,
    /// Where it stands.
    pub entry: EntryId,
    /// Whom somebody rang, as it was written down.
    pub rung: Option<String>,
}

/// A worker's own children.
#[derive(Debug, Clone)]
pub struct Own {
    /// The day of the page.
    pub today: Date,
    /// Who was not heard, and then those heard longest ago.
    pub children: Vec<Named>,
    /// How many are under four.
    pub under_four: usize,
}

/// A child, and when they were last heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub child: PersonId,
    /// Their name; blank where nobody has named them.
    pub name: String,
    /// The day.
    pub heard_on: Option<Date>,
}

/// What stands in place of a team where the worker is in none.
pub fn no_team() -> String {
    say!("listening-no-team").into_owned()
}

/// How somebody asks for months, after the address.
fn query(asked: Asked) -> String {
    match asked {
        Asked::ThreeMonths => String::new(),
        Asked::TwelveMonths => "?months=12".to_owned(),
        Asked::Own(from, to) => format!("?from={from}&to={to}"),
    }
}

/// Every team, for whoever sees sums. `refused`: other months were asked for.
pub fn sums(frame: &Frame<'_>, sums: &Sums, refused: bool) -> Markup {
    let main = html! {
        (head())
        (months(sums, urls::Listening, refused))
        div.sheet.listening-sheet {
            (tables(sums))
            (hiding(sums))
            (file(urls::ListeningFile, sums.asked))
        }
    };
    drawn(frame, &main)
}

/// One team, for whoever answers for it.
pub fn team(frame: &Frame<'_>, team: &Team, refused: bool) -> Markup {
    let sums = &team.sums;
    let main = html! {
        (head())
        @if team.others.len() > 1 {
            nav.lists aria-label=(say!("listening-teams")) {
                @for (id, name) in &team.others {
                    a href={ (urls::ListeningTeam(*id)) (query(sums.asked)) }
                        aria-current=[(*id == team.team).then_some("page")] { (name) }
                }
            }
        }
        // Whom somebody has to think of today stands before what is counted of months.
        @let first = frame.record && !team.important.is_empty();
        @if first { (important(&team.important, sums.today)) }
        (months(sums, urls::ListeningTeam(team.team), refused))
        div.sheet.listening-sheet {
            (tables(sums))
            (hiding(sums))
            (file(urls::ListeningTeamFile(team.team), sums.asked))
        }
        @if frame.record && !first { (important(&team.important, sums.today)) }
        div.sheet.listening-sheet.listening-names {
            h2 { (say!("listening-longest")) }
            p.muted { (say!("listening-longest-of")) }
            @if team.longest.is_empty() { p.asks { (say!("listening-longest-none")) } }
            @else { (names(frame, &team.longest, sums.today)) }
            @if team.more > 0 { p.muted { (say!("listening-longest-more", n = team.more)) } }
        }
    };
    drawn(frame, &main)
}

/// What was important lately, and whether somebody wrote whom they rang.
fn important(all: &[Said], today: Date) -> Markup {
    html! {
        div.sheet.listening-sheet.listening-names {
            h2 { (say!("listening-important")) }
            p.muted { (say!("listening-important-of")) }
            @if all.is_empty() { p.asks { (say!("listening-important-none")) } }
            @else {
                table.list {
                    thead {
                        tr {
                            th scope="col" { (say!("listening-name")) }
                            th scope="col" { (say!("listening-important-day")) }
                            th scope="col" { (say!("listening-important-rung")) }
                        }
                    }
                    tbody { @for said in all { (important_row(said, today)) } }
                }
            }
        }
    }
}

fn important_row(said: &Said, today: Date) -> Markup {
    let name = if said.name.is_empty() { say!("children-nameless") } else { (&*said.name).into() };
    html! {
        tr {
            th scope="row" { a href=(urls::Entry(said.entry)) dir="auto" { (name) } }
            td { (dates::short(said.on, today)) }
            td {
                @match &said.rung {
                    Some(rung) => bdi { (curly(rung)) },
                    None => b { (say!("houses-important-not-rung")) },
                }
            }
        }
    }
}

/// A worker's own children.
pub fn own(frame: &Frame<'_>, own: &Own) -> Markup {
    let days = |child: &&Named| child.heard_on.is_some_and(|day| since(day, own.today) <= LATELY);
    let heard = own.children.iter().filter(days).count();
    let main = html! {
        (head())
        div.sheet.listening-sheet.listening-names {
            h2 { (say!("listening-own")) }
            @if own.children.is_empty() { p.asks { (say!("listening-own-none")) } }
            @else {
                p { (say!("listening-own-sum", n = own.children.len(), heard = heard)) }
                (names(frame, &own.children, own.today))
            }
            @if own.under_four > 0 { p.muted { (say!("listening-own-under", n = own.under_four)) } }
            p.muted { (say!("listening-own-only")) }
        }
    };
    drawn(frame, &main)
}

fn drawn(frame: &Frame<'_>, main: &Markup) -> Markup {
    let styles = ["children", "listening"];
    page(frame, &say!("listening-title"), &styles, Some(MenuItem::Listening), main)
}

fn head() -> Markup {
    html! {
        h1.size-26.list-title { (say!("listening-title")) }
        div.listening-what {
            p { (say!("listening-what")) }
            p { strong { (say!("listening-question")) } }
            p.muted { (say!("listening-counted")) }
        }
    }
}

fn months(sums: &Sums, to: impl Display, refused: bool) -> Markup {
    let to = to.to_string();
    let period = sums.figures.period;
    let here = |asked: Asked| (asked == sums.asked).then_some("page");
    let (from, last) = (dates::full(period.from), dates::full(period.last_day()));
    html! {
        @if refused { p.listening-refused role="alert" { (say!("listening-not-those")) } }
        nav.lists.only-screen aria-label=(say!("listening-months")) {
            a href=(to) aria-current=[here(Asked::ThreeMonths)] { (say!("listening-three")) }
            a href={ (to) (query(Asked::TwelveMonths)) } aria-current=[here(Asked::TwelveMonths)] {
                (say!("listening-twelve"))
            }
        }
        form.listening-months.only-screen method="get" action=(to) {
            span {
                label for="from" { (say!("listening-from")) } " "
                (choose("from", period.first_month(), sums.today))
            }
            span {
                label for="to" { (say!("listening-to")) } " "
                (choose("to", period.last_month(), sums.today))
            }
            (send(Weight::Plain, say!("listening-show")))
        }
        p.listening-period { (say!("listening-period", from = from, to = last)) }
    }
}

/// The months that have ended, the newest first.
fn choose(name: &str, chosen: Month, today: Date) -> Markup {
    let first = today.first_of_month();
    let months = (1..=MONTHS).map(|n| Month::of(first.saturating_sub(n.months())));
    html! {
        select id=(name) name=(name) {
            @for month in months {
                option value=(month) selected[month == chosen] {
                    (month.first_day().strftime("%B %Y"))
                }
            }
        }
    }
}

fn tables(sums: &Sums) -> Markup {
    let under_four = sums.figures.under_four;
    html! {
        @for grid in grids(sums) {
            section.listening-part aria-labelledby=(grid.name) {
                h2 id=(grid.name) { (grid.title) }
                @if let Some(about) = &grid.about { p.muted { (about) } }
                @if grid.rows.is_empty() { p.asks { (say!("listening-too-few")) } }
                @else if grid.is_nought() { p.asks { (say!("listening-none")) } }
                @else {
                    div.listening-both { (table(&grid)) (bars(&grid)) }
                }
                @if grid.name == "children" && let Shown::Number(n @ 1..) = under_four {
                    p.muted { (say!("listening-under-four", n = n)) }
                }
                @if grid.name == "sittings" { p.muted { (say!("listening-sittings-why")) } }
            }
        }
    }
}

fn table(grid: &Grid) -> Markup {
    html! {
        div.listening-scroll tabindex="0" role="group" aria-labelledby=(grid.name) {
            table.listening-table {
                thead { tr { @for head in &grid.heads { th scope="col" { (head) } } } }
                tbody { @for row in &grid.rows { (line(row)) } }
            }
        }
    }
}

fn line(row: &Row) -> Markup {
    html! {
        tr.listening-sum[row.sum] {
            th scope="row" dir="auto" { (row.head) }
            @if row.is_hidden() {
                td.muted colspan=(row.cells.len()) { (say!("listening-hidden")) }
            } @else {
                @for cell in &row.cells {
                    @let hidden = *cell == Cell::Count(Shown::Hidden);
                    td.figures.muted[hidden] { (cell.text()) }
                }
            }
        }
    }
}

fn hiding(sums: &Sums) -> Markup {
    let leaves = sums.figures.leaves_the_team;
    let limits = if leaves { Limits::LEAVES_THE_TEAM } else { Limits::OWN_TEAM };
    html! {
        section.listening-part aria-labelledby="hiding" {
            h2.small #hiding { (say!("listening-hiding")) }
            p.muted { (say!("listening-hiding-small", n = limits.group)) }
            p.muted {
                @if leaves { (say!("listening-hiding-rounded")) }
                @else { (say!("listening-hiding-exact")) }
            }
            p.muted { (say!("listening-hiding-restricted")) }
        }
    }
}

fn file(to: impl Display, asked: Asked) -> Markup {
    html! {
        p.only-screen {
            a.button href={ (to) (query(asked)) } download { (say!("listening-csv")) }
        }
    }
}

fn names(frame: &Frame<'_>, children: &[Named], today: Date) -> Markup {
    html! {
        table.list {
            thead {
                tr {
                    th scope="col" { (say!("listening-name")) }
                    th scope="col" { (say!("listening-last")) }
                }
            }
            tbody {
                @for child in children {
                    tr {
                        th scope="row" {
                            @let name = if child.name.is_empty() { say!("children-nameless") }
                                else { child.name.as_str().into() };
                            @if frame.record {
                                a href=(urls::FrontPage(child.child)) dir="auto" { (name) }
                            } @else { bdi { (name) } }
                        }
                        td { (last_heard(child.heard_on, today)) }
                    }
                }
            }
        }
    }
}

fn last_heard(day: Option<Date>, today: Date) -> String {
    let Some(day) = day else { return say!("listening-never").into_owned() };
    let days = since(day, today);
    let ago = if days > 0 { say!("listening-days", n = days) } else { say!("listening-today") };
    format!("{} · {ago}", dates::short(day, today))
}

fn since(day: Date, today: Date) -> i32 {
    (today - day).get_days()
}

/// The tables as a file: a row for each number, as it stands on the page.
pub fn file_of(sums: &Sums) -> String {
    let heads = [
        say!("listening-csv-period"),
        say!("listening-csv-table"),
        say!("listening-csv-row"),
        say!("listening-csv-column"),
        say!("listening-csv-value"),
    ];
    let period = sums.figures.period;
    let (from, to) = (period.first_month().to_string(), period.last_month().to_string());
    let months = say!("listening-csv-months", from = from, to = to).into_owned();
    let mut rows = vec![heads.map(std::borrow::Cow::into_owned)];
    for grid in grids(sums) {
        for row in &grid.rows {
            for (head, cell) in grid.heads.iter().skip(1).zip(&row.cells) {
                let title = grid.title.clone().into_owned();
                let head = head.clone().into_owned();
                rows.push([months.clone(), title, row.head.clone(), head, cell.text()]);
            }
        }
    }
    csv(&rows)
}
