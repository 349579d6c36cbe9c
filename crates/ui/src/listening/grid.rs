//! The figures as plain tables of words and numbers, from which the page, the pictures and the file
//! are drawn: all three say the same.

use super::Sums;
use crate::say;
use domain::listening::figures::{Back, Days, Figures, LastHeard, Told, line};
use domain::listening::{AgeBand, StoodInTheWay};
use domain::suppression::{Published, Shown};
use std::borrow::Cow;

/// One table.
pub(super) struct Grid {
    /// What it is called, also in the address of its heading.
    pub name: &'static str,
    pub title: Cow<'static, str>,
    pub about: Option<String>,
    /// What its rows are, then the head of each column.
    pub heads: Vec<Cow<'static, str>>,
    /// Its rows; none where there are too few to show.
    pub rows: Vec<Row>,
    /// From which column on, and how many of the last row are drawn.
    pub drawn: std::ops::Range<usize>,
}

/// A row: what it is, and a cell for each head but the first.
pub(super) struct Row {
    pub head: String,
    pub cells: Vec<Cell>,
    /// It is the sum of the others.
    pub sum: bool,
}

impl Row {
    /// Nothing of it is shown.
    pub fn is_hidden(&self) -> bool {
        self.cells.iter().all(|cell| *cell == Cell::Count(Shown::Hidden))
    }
}

impl Grid {
    /// There was nothing to count.
    pub fn is_nought(&self) -> bool {
        let nought = |cell: &Cell| *cell == Cell::Count(Shown::Number(0));
        !self.rows.is_empty() && self.rows.iter().all(|row| row.cells.iter().all(nought))
    }
}

/// A cell.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Cell {
    Count(Shown),
    Words(String),
}

impl Cell {
    /// As it is read.
    pub fn text(&self) -> String {
        match self {
            Self::Count(Shown::Number(number)) => number.to_string(),
            Self::Count(Shown::Hidden) => say!("listening-hidden").into_owned(),
            Self::Words(words) => words.clone(),
        }
    }
}

/// All tables there are, in order.
pub(super) fn grids(sums: &Sums) -> Vec<Grid> {
    let figures = &sums.figures;
    let linked = [say!("listening-yes"), say!("listening-no")];
    let told = (say!("listening-told"), say!("listening-told-of"));
    let back = (say!("listening-back"), say!("listening-back-of"));
    let plan = (say!("listening-linked"), say!("listening-linked-of"));
    vec![
        children(sums),
        ages(figures),
        sittings(sums),
        declined(figures),
        stood(figures),
        of_the_heard(sums, "told", told, (&Told::ALL.map(told_words), figures.told.as_ref())),
        of_the_heard(sums, "back", back, (&Back::ALL.map(back_words), figures.back.as_ref())),
        of_the_heard(sums, "linked", plan, (&linked, figures.linked.as_ref())),
    ]
}

/// What came of the sittings in which a child was heard, each in one of these columns.
fn of_the_heard(
    sums: &Sums,
    name: &'static str,
    (title, about): (Cow<'static, str>, Cow<'static, str>),
    (columns, table): (&[Cow<'static, str>], Option<&Published>),
) -> Grid {
    let lines: Vec<usize> = (0..=columns.len()).collect();
    Grid {
        name,
        title,
        about: Some(about.into_owned()),
        heads: heads(say!("listening-heard"), columns),
        rows: rows(table, &sums.names, &lines),
        drawn: 1..columns.len() + 1,
    }
}

fn told_words(told: Told) -> Cow<'static, str> {
    match told {
        Told::InTime => say!("listening-in-time"),
        Told::Later => say!("listening-later"),
        Told::NotYet => say!("listening-still-time"),
        Told::Waiting => say!("listening-waiting"),
    }
}

fn back_words(back: Back) -> Cow<'static, str> {
    match back {
        Back::InTime => say!("listening-in-time"),
        Back::Later => say!("listening-later"),
        Back::Made => say!("listening-back-made"),
        Back::Not => say!("listening-back-not"),
    }
}

fn heads(sum: Cow<'static, str>, rest: &[Cow<'static, str>]) -> Vec<Cow<'static, str>> {
    [say!("listening-team"), sum].into_iter().chain(rest.iter().cloned()).collect()
}

fn last_heard(heard: LastHeard) -> Cow<'static, str> {
    match heard {
        LastHeard::Sixty => say!("listening-sixty"),
        LastHeard::Ninety => say!("listening-ninety"),
        LastHeard::Longer => say!("listening-longer"),
        LastHeard::NotYet => say!("listening-not-yet"),
    }
}

/// A row for each team, and one for all of them; a table of all teams together has that alone.
fn rows(table: Option<&Published>, names: &[String], lines: &[usize]) -> Vec<Row> {
    let Some(table) = table else { return Vec::new() };
    let groups = table.groups.len();
    let together = groups == 1 && names.len() > 1;
    let row = |group: usize| {
        let name = names.get(group).filter(|_| !together).cloned();
        Row {
            sum: name.is_none(),
            head: name.unwrap_or_else(|| say!("listening-all-teams").into_owned()),
            cells: lines.iter().map(|line| Cell::Count(table.at(group, *line))).collect(),
        }
    };
    let rows: Vec<Row> = (0..groups).map(row).collect();
    // Where nothing of it is shown there is nothing to read.
    if rows.iter().all(Row::is_hidden) { Vec::new() } else { rows }
}

fn children(sums: &Sums) -> Grid {
    let figures = &sums.figures;
    let mut heads = heads(say!("listening-all"), &LastHeard::ALL.map(last_heard));
    heads.extend([say!("listening-median"), say!("listening-quarters")]);
    let mut rows = rows(figures.children.as_ref(), &sums.names, &[0, 1, 2, 3, 4]);
    for (row, days) in rows.iter_mut().zip(&figures.days) {
        row.cells.extend(middle(*days));
    }
    let day = crate::dates::full(figures.period.last_day());
    Grid {
        name: "children",
        title: say!("listening-children"),
        about: Some(say!("listening-children-on", day = day).into_owned()),
        heads,
        rows,
        drawn: 1..5,
    }
}

fn middle(days: Option<Days>) -> [Cell; 2] {
    let hidden = || Cell::Count(Shown::Hidden);
    let Some(days) = days else { return [hidden(), hidden()] };
    let words = |words: Cow<'static, str>| Cell::Words(words.into_owned());
    let quarters = days.quarters.map_or_else(hidden, |(first, third)| {
        words(say!("listening-two-days", first = first, third = third))
    });
    [words(say!("listening-days", n = days.median)), quarters]
}

fn age_words(age: AgeBand) -> Cow<'static, str> {
    match age {
        AgeBand::FourToSix => say!("listening-four-to-six"),
        AgeBand::SevenToTen => say!("listening-seven-to-ten"),
        AgeBand::ElevenToFourteen => say!("listening-eleven-to-fourteen"),
        AgeBand::Fifteen => say!("listening-fifteen"),
        AgeBand::NotKnown => say!("listening-age-not-known"),
    }
}

fn ages(figures: &Figures) -> Grid {
    let row = |table: &Published, place: usize, age: AgeBand| {
        let all = table.at(table.all(), place + 1);
        let own = (0..table.all()).map(|group| table.at(group, place + 1));
        let cells = std::iter::once(all).chain(own).map(Cell::Count).collect();
        Row { head: age_words(age).into_owned(), cells, sum: false }
    };
    let rows = figures.ages.as_ref().map_or_else(Vec::new, |table| {
        AgeBand::ALL.iter().enumerate().map(|(place, age)| row(table, place, *age)).collect()
    });
    let mut heads = heads(say!("listening-all"), &LastHeard::ALL.map(last_heard));
    if let Some(first) = heads.first_mut() {
        *first = say!("listening-age");
    }
    Grid { name: "ages", title: say!("listening-ages"), about: None, heads, rows, drawn: 0..0 }
}

fn sittings(sums: &Sums) -> Grid {
    let lines = [
        line::PLANNED,
        line::HEARD,
        line::TO_ITS_END,
        line::CHILD_STOPPED,
        line::ENDED_OTHERWISE,
        line::DECLINED,
        line::NOT_STARTED,
    ];
    let rest = [
        say!("listening-heard"),
        say!("listening-to-its-end"),
        say!("listening-child-stopped"),
        say!("listening-ended-otherwise"),
        say!("listening-declined"),
        say!("listening-not-started"),
    ];
    Grid {
        name: "sittings",
        title: say!("listening-sittings"),
        about: Some(say!("listening-sittings-of").into_owned()),
        heads: heads(say!("listening-planned"), &rest),
        rows: rows(sums.figures.sittings.as_ref(), &sums.names, &lines),
        drawn: 2..7,
    }
}

fn why_words(why: StoodInTheWay) -> Cow<'static, str> {
    match why {
        StoodInTheWay::Enquiry => say!("listening-enquiry"),
        StoodInTheWay::Agreement => say!("listening-agreement"),
        StoodInTheWay::AnswerOwed => say!("listening-answer-owed"),
        StoodInTheWay::NotFree => say!("listening-not-free"),
        StoodInTheWay::Help => say!("listening-help"),
        StoodInTheWay::OtherWay => say!("listening-other-way"),
        StoodInTheWay::NotSaid => say!("listening-not-said"),
    }
}

fn stood(figures: &Figures) -> Grid {
    let whys: Vec<_> = StoodInTheWay::ALL.iter().map(|why| why_words(*why)).collect();
    let heads = vec![say!("listening-reason"), say!("listening-number")];
    together("stood", (say!("listening-stood"), heads), &whys, figures.stood.as_ref())
}

fn declined(figures: &Figures) -> Grid {
    let said = [say!("listening-said-no"), say!("listening-not-today")];
    let heads = vec![say!("listening-declined-how"), say!("listening-number")];
    let title = say!("listening-declined-where");
    together("declined", (title, heads), &said, figures.declined.as_ref())
}

/// One line of all teams together, split: a row each, and one for their sum.
fn together(
    name: &'static str,
    (title, heads): (Cow<'static, str>, Vec<Cow<'static, str>>),
    words: &[Cow<'static, str>],
    table: Option<&Published>,
) -> Grid {
    let row = |table: &Published, line: usize, head: &Cow<'static, str>| Row {
        head: head.clone().into_owned(),
        cells: vec![Cell::Count(table.at(0, line))],
        sum: line == 0,
    };
    let rows = table.map_or_else(Vec::new, |table| {
        let own = words.iter().zip(1..).map(|(words, line)| row(table, line, words));
        own.chain([row(table, 0, &say!("listening-all"))]).collect()
    });
    Grid { name, title, about: None, heads, rows, drawn: 0..0 }
}
