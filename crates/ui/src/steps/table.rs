//! The table of days: newest first, each with what happened and where it is written. It says
//! everything that the picture shows.

use domain::step::Standing;
use domain::steps_line::{Done, Happening, Origin, StepDay, StepsLine};
use domain::time::Precision;
use jiff::civil::Date;
use maud::{Markup, html};

use super::asked::asked;
use super::drawing::shape_of;
use super::words;
use crate::typeset::{curly, words as set};
use crate::{dates, say, urls};

/// The table.
pub(super) fn table(line: &StepsLine) -> Markup {
    html! {
        div {
            table.steps-table {
                thead {
                    tr {
                        th scope="col" { (say!("steps-when")) }
                        th scope="col" { (say!("steps-what")) }
                        th scope="col" { (say!("steps-where")) }
                    }
                }
                tbody {
                    @for (nth, day) in line.days.iter().enumerate().rev() {
                        tr id={ "step-" (nth) } {
                            th scope="row" { (when(day, line.as_of)) }
                            td { (what(day, line.as_of)) }
                            td.where { (place(day, line)) }
                        }
                    }
                }
            }
            @if line.older { p.asks { (say!("steps-older", n = line.days.len())) } }
        }
    }
}

/// What the picture alone would say otherwise: dates asked for, and who leads.
pub(super) fn beside_the_picture(line: &StepsLine) -> Markup {
    html! {
        @if !line.leads.is_empty() {
            section.steps-aloud {
                h3 { (say!("steps-who-leads")) }
                ul {
                    @for lead in &line.leads {
                        li {
                            @let who = lead.who.as_ref().map(|who| who.name.as_str());
                            @let nobody = say!("steps-lead-somebody");
                            @let (who, role) = (who.unwrap_or(&nobody), words::role(lead.role));
                            (say!("steps-lead", who = who, role = role))
                            ", " (span(lead.from, lead.until, line.as_of))
                        }
                    }
                    @if line.nobody_leads_since.is_some() { li { (say!("steps-nobody")) } }
                }
            }
        }
        @if let Some(first) = line.rulers.first() {
            section.steps-aloud {
                h3 { (say!("steps-asked")) }
                ul { @for ruler in &line.rulers { li { (asked(ruler, line.as_of)) } } }
                @let checked = if first.limit.checked { "yes" } else { "no" };
                p {
                    @let year = first.limit.edition.to_string();
                    (say!("steps-edition", year = year, checked = checked))
                }
            }
        }
    }
}

fn span(from: Date, until: Option<Date>, as_of: Date) -> String {
    let from = dates::short(from, as_of);
    match until {
        None => say!("steps-since", day = from).into_owned(),
        Some(until) => {
            say!("steps-from-to", from = from, until = dates::short(until, as_of)).into_owned()
        }
    }
}

fn when(day: &StepDay, as_of: Date) -> String {
    match day.precision {
        Precision::Year => day.on.strftime("%Y").to_string(),
        Precision::Month => day.on.strftime("%b %Y").to_string(),
        Precision::About => say!("steps-about-day", day = dates::short(day.on, as_of)).into_owned(),
        Precision::Day | Precision::Instant => dates::short(day.on, as_of),
    }
}

/// What somebody wrote of a step, first, and what nobody did, after it.
fn what(day: &StepDay, as_of: Date) -> Markup {
    let wrote = |step: &&Happening| step.says.is_some() || step.more.is_some();
    let (mut told, mut bare): (Vec<&Happening>, Vec<&Happening>) =
        day.steps.iter().partition(wrote);
    if told.is_empty() {
        // Nobody wrote words: whatever its codes tell stands in full.
        let first = bare.first().map(|step| step.root);
        let tells = |step: &&Happening| {
            Some(step.root) == first || !words::rest(&step.done, as_of).is_empty()
        };
        (told, bare) = bare.into_iter().partition(tells);
    }
    let bare: Vec<String> = bare.iter().map(|step| in_short(&step.done)).collect();
    html! {
        @for step in &told { (one(step, day.planned, as_of)) }
        @if !bare.is_empty() { p.steps-rest { (say!("steps-also", what = bare.join("; "))) } }
        @if day.stands_twice() { p.steps-twice { (say!("steps-twice")) } }
    }
}

fn one(step: &Happening, planned: bool, as_of: Date) -> Markup {
    let name = words::name(&step.done);
    let written = step.says.is_some() || step.more.is_some();
    let rest = if written { String::new() } else { words::rest(&step.done, as_of) };
    html! {
        p dir="auto" {
            b {
                @match &step.says {
                    Some(says) => { (set(says)) }
                    None => { (name) @if !written && !rest.is_empty() { "." } }
                }
            }
            @if let Some(more) = &step.more { " " (set(more)) }
            @if !rest.is_empty() { " " (rest) }
            @if planned { " " span.muted { (say!("steps-to-come")) } }
        }
    }
}

/// The name of what happened, in the middle of a sentence.
fn in_short(done: &Done) -> String {
    let name = words::name(done);
    // A name of a person keeps its capital, and so does Family Help.
    let help = Standing::FamilyHelp;
    let begins = matches!(done, Done::PlanBegan { standing, .. } if *standing == help);
    let ends = matches!(done, Done::PlanEnded { standing, .. } if *standing == help);
    if begins || ends || matches!(done, Done::LeadBegan { .. }) {
        return name.into_owned();
    }
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn place(day: &StepDay, line: &StepsLine) -> Markup {
    html! {
        @match &day.origin {
            Origin::Elsewhere { name, read_on } => {
                (glyph(&day.origin)) " "
                @let read = dates::short(*read_on, line.as_of);
                @match name {
                    Some(name) => { (say!("steps-elsewhere", name = curly(name), day = read)) }
                    None => { (say!("steps-elsewhere-unnamed", day = read)) }
                }
            }
            Origin::Here if line.in_words => { (links(day, line.as_of)) }
            Origin::Here => { (say!("steps-here")) }
        }
    }
}

fn links(day: &StepDay, as_of: Date) -> Markup {
    let mut all: Vec<(domain::id::EntryId, String)> = Vec::new();
    for linked in day.steps.iter().flat_map(|step| &step.written_in) {
        if all.iter().all(|(root, _)| *root != linked.root) {
            let name = words::written_in(linked);
            let name = if linked.on == day.on {
                name.into_owned()
            } else {
                let day = dates::short(linked.on, as_of);
                say!("steps-named", first = name, second = day).into_owned()
            };
            all.push((linked.root, name));
        }
    }
    if let (true, Some(step)) = (all.is_empty(), day.steps.first()) {
        all.push((step.root, say!("steps-entry").into_owned()));
    }
    html! {
        @for (nth, (root, name)) in all.iter().enumerate() {
            @if nth > 0 { " · " }
            a href=(urls::Entry(*root)) { (name) }
        }
    }
}

fn glyph(origin: &Origin) -> Markup {
    html! {
        svg.steps-glyph width="14" height="14" viewBox="-8 -8 16 16" aria-hidden="true" {
            (shape_of(origin, false, (0.0, 0.0)))
        }
    }
}

/// What circle and square mean.
pub(super) fn key() -> Markup {
    let elsewhere = Origin::Elsewhere { name: None, read_on: Date::ZERO };
    html! {
        ul.steps-key {
            li { (glyph(&Origin::Here)) " " (say!("steps-key-here")) }
            li { (glyph(&elsewhere)) " " (say!("steps-key-elsewhere")) }
        }
    }
}
