//! Filing a census file in the browser, for data officers: look first, file, watch, take back.
//!
//! ```text
//! (a) list, upload ─▶ (b) looked at ─▶ (c) going on ─▶ (d) filed ─▶ (e) take back? ─▶ (f) back
//!                          └─ put aside                                   └─ leave it
//! ```
//! Every page works without script. While something goes on, whoever serves the page asks the
//! browser to come again; a link does the same.

use std::borrow::Cow;

use domain::import_batch::{Counts, ImportBatch, State};
use domain::imports::{Filed, ImportState, ListedImport, Undoing, WaitingFile};
use maud::{Markup, html};

use crate::button::{Weight, link, send, send_as};
use crate::layout::{Frame, MenuItem, page};
use crate::{dates, say, urls};

mod looked;
mod not_taken;
pub mod samples;
#[cfg(test)]
mod tests;
mod undo;

pub use looked::{HeldPage, looked_at};
pub use not_taken::NotTaken;
pub use undo::undo;

/// The field of the form that has the file.
pub const FILE_FIELD: &str = "file";
/// The field that says what is done with a held file.
pub const DO_FIELD: &str = "do";
/// Its value to file it.
pub const DO_FILE: &str = "file";
/// Its value to put it aside.
pub const DO_ASIDE: &str = "aside";

/// The upload, and every import there was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportsPage {
    /// Newest first.
    pub list: Vec<ListedImport>,
    /// What the reader has brought and not decided on, newest first.
    pub waiting: Vec<WaitingFile>,
    /// Why the last upload was not taken, in words.
    pub wrong: Option<String>,
    /// The largest file, in megabytes.
    pub most_megabytes: u64,
    /// The reader may take imports back.
    pub may_undo: bool,
}

/// A page under the menu item.
fn sheet(frame: &Frame<'_>, title: &str, inside: &Markup) -> Markup {
    let main = html! {
        div.import-head { h1.size-26 { (title) } }
        article.sheet.import { (inside) }
    };
    page(frame, title, &["import"], Some(MenuItem::Import), &main)
}

/// The upload, and the imports there were.
pub fn imports(frame: &Frame<'_>, imports: &ImportsPage) -> Markup {
    sheet(
        frame,
        &say!("import-title"),
        &html! {
            p { (say!("import-lead")) }
            (upload(imports))
            (waiting(frame, &imports.waiting))
            h2.size-21 { (say!("import-earlier")) }
            @if imports.list.is_empty() { p.asks { (say!("import-none-yet")) } }
            @else { (list(frame, imports)) }
        },
    )
}

fn upload(imports: &ImportsPage) -> Markup {
    let wrong = imports.wrong.as_deref();
    html! {
        form.import-upload method="post" action=(urls::Import) enctype="multipart/form-data" {
            div.field.field-wrong[wrong.is_some()] {
                label for=(FILE_FIELD) { (say!("import-file")) }
                span.hint #file-hint { (say!("import-file-hint", most = imports.most_megabytes)) }
                @if let Some(wrong) = wrong { span.error #file-wrong { (wrong) } }
                input #file name=(FILE_FIELD) type="file" accept=".xml,application/xml,text/xml"
                    aria-describedby={ "file-hint" @if wrong.is_some() { " file-wrong" } }
                    aria-invalid[wrong.is_some()];
            }
            (send(Weight::Main, say!("import-look")))
        }
    }
}

fn waiting(frame: &Frame<'_>, files: &[WaitingFile]) -> Markup {
    html! {
        @if !files.is_empty() {
            section {
                h2.size-21 { (say!("import-waiting")) }
                ul.import-waiting {
                    @for file in files {
                        li {
                            a href=(urls::HeldImport(file.held)) {
                                (say!("import-waiting-one", size = size(file.bytes),
                                    day = dates::short(file.brought_at.date(), frame.at.date()),
                                    time = dates::clock(file.brought_at.time())))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn list(frame: &Frame<'_>, imports: &ImportsPage) -> Markup {
    html! {
        table.import-table {
            thead {
                tr {
                    th scope="col" { (say!("import-when")) }
                    th scope="col" { (say!("import-what")) }
                    th scope="col" { (say!("import-came")) }
                    th scope="col" { (say!("import-who")) }
                    th scope="col" { (say!("import-state")) }
                }
            }
            tbody { @for import in &imports.list { (row(frame, import, imports.may_undo)) } }
        }
    }
}

fn row(frame: &Frame<'_>, import: &ListedImport, may_undo: bool) -> Markup {
    let today = frame.at.date();
    html! {
        tr {
            th scope="row" {
                (dates::short(import.begun_at.date(), today)) " "
                span.muted { (dates::clock(import.begun_at.time())) }
            }
            td { a href=(urls::OneImport(import.id)) { (name(&import.batch)) } }
            td { (counts(&import.batch.counts)) }
            td { (who(import.by.as_deref())) }
            td {
                @match import.batch.state {
                    State::Filing => {
                        (say!("import-filing")) ". "
                        a href=(urls::OneImport(import.id)) { (say!("import-see")) }
                    }
                    State::Filed => {
                        (say!("import-filed"))
                        @if may_undo {
                            ". " a href=(urls::UndoImport(import.id)) { (say!("import-undo")) }
                        }
                    }
                    State::Undone => { (undone_by(import, today)) }
                }
            }
        }
    }
}

fn undone_by(import: &ListedImport, today: jiff::civil::Date) -> Cow<'static, str> {
    let day = dates::short(import.changed_at.date(), today);
    say!("import-undone-by", who = who(import.changed_by.as_deref()), day = day)
}

fn who(by: Option<&str>) -> Cow<'_, str> {
    by.map_or_else(|| say!("import-console"), Cow::Borrowed)
}

/// What kind of file.
fn name(batch: &ImportBatch) -> Cow<'static, str> {
    match batch.year {
        Some(year) => say!("import-cin", year = year.to_string()),
        None => say!("import-cin-no-year"),
    }
}

fn counts(counts: &Counts) -> Markup {
    html! {
        (say!("import-counts", new = number(counts.new), changed = number(counts.changed),
            same = number(counts.same), entries = number(counts.entries)))
        @if counts.refused > 0 {
            ". " (say!("import-refused-count", n = number(counts.refused)))
        }
    }
}

/// A number as a message takes it: with its thousands apart, and a choice of words for one.
fn number(n: u64) -> fluent_bundle::FluentValue<'static> {
    if n == 1 { 1.into() } else { grouped(n).into() }
}

/// "20,000".
pub(crate) fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// "12 MB".
fn size(bytes: u64) -> String {
    if bytes >= 1_000_000 {
        return say!("import-megabytes", n = grouped(bytes / 1_000_000)).into_owned();
    }
    say!("import-kilobytes", n = grouped(bytes.div_ceil(1000))).into_owned()
}

/// One import, however far it is.
pub fn one(frame: &Frame<'_>, state: &ImportState, may_undo: bool) -> Markup {
    match state {
        ImportState::Reading { staged } => going_on(
            frame,
            &say!("import-reading-title"),
            &html! { p { (say!("import-reading", n = number(*staged))) } },
        ),
        ImportState::Filing(import) => filing(frame, import),
        ImportState::Filed(import) => filed(frame, import, may_undo),
        ImportState::Undoing(import) => going_on(
            frame,
            &say!("import-undoing-title"),
            &html! { p { (by_whom(frame, import)) } },
        ),
        ImportState::Undone(import, undone) => undone_page(frame, import, undone.as_ref()),
        ImportState::NothingNew => {
            over(frame, &say!("import-filed-title"), &html! { p { (say!("import-nothing-new")) } })
        }
        ImportState::Failed(why) => over(
            frame,
            &say!("import-failed-title"),
            &html! { p.notice.notice-error { (why) } p { (say!("import-failed-file")) } },
        ),
    }
}

/// A page that is worth asking for again.
fn going_on(frame: &Frame<'_>, title: &str, inside: &Markup) -> Markup {
    sheet(
        frame,
        title,
        &html! {
            (inside)
            p.muted { (say!("import-behind")) }
            p.import-doing {
                // Without the query by which a page asks for itself again.
                a.button href="?" { (say!("import-again")) }
                (link(Weight::Words, urls::Import, say!("import-back")))
            }
        },
    )
}

/// A page on which nothing is left to do.
fn over(frame: &Frame<'_>, title: &str, inside: &Markup) -> Markup {
    sheet(
        frame,
        title,
        &html! {
            (inside)
            p.import-doing { (link(Weight::Plain, urls::Import, say!("import-back"))) }
        },
    )
}

fn filing(frame: &Frame<'_>, import: &ListedImport) -> Markup {
    let all = import.batch.counts.new + import.batch.counts.changed;
    let done = all.saturating_sub(import.left);
    let words = say!("import-filing-how-far", done = grouped(done), all = grouped(all));
    going_on(
        frame,
        &say!("import-filing-title"),
        &html! {
            p { (by_whom(frame, import)) }
            label.import-progress {
                (words)
                progress max=(all.max(1)) value=(done) {}
            }
        },
    )
}

fn by_whom(frame: &Frame<'_>, import: &ListedImport) -> Cow<'static, str> {
    say!(
        "import-filed-by",
        what = name(&import.batch),
        who = who(import.by.as_deref()),
        day = dates::short(import.begun_at.date(), frame.at.date()),
        time = dates::clock(import.begun_at.time())
    )
}

fn filed(frame: &Frame<'_>, import: &ListedImport, may_undo: bool) -> Markup {
    let counts = &import.batch.counts;
    sheet(
        frame,
        &say!("import-filed-title"),
        &html! {
            p { (by_whom(frame, import)) }
            (figures(&[
                (counts.children, say!("import-children")),
                (counts.new, say!("import-were-new")),
                (counts.changed, say!("import-were-changed")),
                (counts.same, say!("import-were-same")),
                (counts.entries, say!("import-entries-filed")),
            ]))
            @if counts.refused > 0 {
                p { (say!("import-refused-count", n = number(counts.refused))) "." }
            }
            @if counts.new > 0 { p { (say!("import-new-wait")) } }
            p.import-doing {
                (link(Weight::Plain, urls::Import, say!("import-back")))
                @if may_undo {
                    (link(Weight::Words, urls::UndoImport(import.id), say!("import-undo")))
                }
            }
        },
    )
}

fn undone_page(frame: &Frame<'_>, import: &ListedImport, undone: Option<&Undoing>) -> Markup {
    over(
        frame,
        &say!("import-undone-title"),
        &html! {
            p { (by_whom(frame, import)) ". " (undone_by(import, frame.at.date())) "." }
            @match undone {
                Some(undone) => { (undo::came_of_it(undone, frame)) }
                None => { p { (say!("import-undone-nothing")) } }
            }
        },
    )
}

/// A few figures with what they count.
fn figures(all: &[(u64, Cow<'_, str>)]) -> Markup {
    html! {
        dl.import-figures {
            @for (n, words) in all { div { dt { (words) } dd.figures { (grouped(*n)) } } }
        }
    }
}

/// What lines are filed as, of many.
fn kinds(kind: Filed) -> Cow<'static, str> {
    match kind {
        Filed::Person => say!("import-kind-person"),
        Filed::Number => say!("import-kind-number"),
        Filed::Waiting => say!("import-kind-waiting"),
        Filed::Referral => say!("import-kind-referral"),
        Filed::Assessment => say!("import-kind-assessment"),
        Filed::Plan => say!("import-kind-plan"),
        Filed::Enquiry => say!("import-kind-enquiry"),
        Filed::Conference => say!("import-kind-conference"),
        Filed::ProtectionPlan => say!("import-kind-protection"),
        Filed::Review => say!("import-kind-review"),
        Filed::PreProceedings => say!("import-kind-court"),
        Filed::Closure => say!("import-kind-closure"),
        Filed::TakenBack => say!("import-kind-taken-back"),
    }
}

/// What a line is filed as, of one.
fn kind(kind: Filed) -> Cow<'static, str> {
    match kind {
        Filed::Person => say!("import-one-person"),
        Filed::Number => say!("import-one-number"),
        Filed::Waiting => say!("import-one-waiting"),
        Filed::Referral => say!("import-one-referral"),
        Filed::Assessment => say!("import-one-assessment"),
        Filed::Plan => say!("import-one-plan"),
        Filed::Enquiry => say!("import-one-enquiry"),
        Filed::Conference => say!("import-one-conference"),
        Filed::ProtectionPlan => say!("import-one-protection"),
        Filed::Review => say!("import-one-review"),
        Filed::PreProceedings => say!("import-one-court"),
        Filed::Closure => say!("import-one-closure"),
        Filed::TakenBack => say!("import-one-taken-back"),
    }
}

/// "and 1,204 more"; nothing where the list is whole.
fn more(shown: usize, all: u64) -> Markup {
    let rest = all.saturating_sub(shown as u64);
    html! {
        @if rest > 0 { p.muted { (say!("import-more", n = grouped(rest))) } }
    }
}

/// The two buttons under what was looked at.
fn file_or_aside(held: uuid::Uuid, file: bool) -> Markup {
    html! {
        form.import-doing method="post" action=(urls::HeldImport(held)) {
            @if file { (send_as(Weight::Main, (DO_FIELD, DO_FILE), say!("import-file-it"))) }
            (send_as(Weight::Plain, (DO_FIELD, DO_ASIDE), say!("import-aside")))
            span.small.muted { (say!("import-aside-why")) }
        }
    }
}
