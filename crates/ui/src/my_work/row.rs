//! Rows of children: rich, with the newest entry as written; and compact, one line each.
use std::borrow::Cow;

use domain::front_page::Scale;
use domain::my_work::{ChildRow, LastSeen, Newest};
use domain::person::Born;
use domain::plan::State;
use domain::scale::owed_everyday_care;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::emblem::emblem;
use crate::layout::{ChildPage, Frame};
use crate::typeset::{as_said, curly};
use crate::{dates, say, scale, urls};

/// An entry longer than this, in letters, is cut at a word.
const ONE_LINE: usize = 44;

/// A rich row.
pub(super) fn rich(frame: &Frame<'_>, child: &ChildRow, as_of: Date) -> Markup {
    let age = dates::age(child.born, as_of).unwrap_or_default();
    let facts: Vec<&str> =
        [child.family_name.as_str(), &age].into_iter().filter(|fact| !fact.is_empty()).collect();
    html! {
        li.rich-row {
            (emblem(child.emblem.as_deref(), 42))
            div {
                p.child-name {
                    a href=(urls::FrontPage(child.id)) dir="auto" { (child.called) }
                    span.muted { (facts.join(", ")) }
                }
                (newest(child.newest.as_ref(), as_of))
            }
            (safety(frame, child, as_of))
            (seen(child, as_of))
            p.plan-state {
                span.for-readers { (say!("work-plan")) " " }
                (child.plan.map_or_else(|| say!("work-no-plan"), plan_state))
            }
        }
    }
}

fn newest(newest: Option<&Newest>, as_of: Date) -> Markup {
    html! {
        @match newest {
            None => p.newest.asks { (say!("work-nothing-written")) },
            Some(newest) => {
                p.newest dir="auto" {
                    @if newest.new {
                        (new_to_you())
                    }
                    (as_said(&one_line(&newest.text), newest.mode))
                }
                p.source { (newest_source(newest, as_of)) }
            }
        }
    }
}

/// The dot of what is newer than the reader's last look.
fn new_to_you() -> Markup {
    let says = say!("new-first-look");
    html! { span.new-dot role="img" aria-label=(says) title=(says) {} }
}

/// "Denise, Nan, in the night book, 23 Nov".
fn newest_source(newest: &Newest, as_of: Date) -> String {
    let day = dates::short(newest.on, as_of);
    let parts = [
        newest.by.as_ref().map(|by| by.called.as_str()),
        newest.by.as_ref().and_then(|by| by.relation.as_deref()),
        newest.place.as_deref(),
        Some(&*day),
    ];
    curly(&parts.into_iter().flatten().collect::<Vec<_>>().join(", ")).into_owned()
}

/// The text, or as many whole words as fit on a line and three dots.
fn one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.chars().count() <= ONE_LINE && !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let mut line = String::new();
    for word in text.split_whitespace() {
        if line.chars().count() + 1 + word.chars().count() > ONE_LINE {
            break;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if line.is_empty() {
        line = text.chars().take(ONE_LINE).collect();
    }
    line.push_str(" …");
    Cow::Owned(line)
}

fn safety(frame: &Frame<'_>, child: &ChildRow, as_of: Date) -> Markup {
    let scaled = child.scale.as_ref().and_then(|scale| Some((scale, scale::latest(scale)?)));
    html! {
        div.safety {
            @match scaled {
                None => (nobody_scaled(frame, child, as_of)),
                Some((scale, now)) => {
                    (scale::range_glyph(scale))
                    p {
                        span.for-readers { (say!("work-safety")) " " }
                        b.figures { (scale::in_words(now)) } " " br;
                        span.small.muted { (then(scale)) }
                    }
                }
            }
        }
    }
}

/// "was 2 to 8"; "Mum only" where one person gave one number.
fn then(scale: &Scale) -> Cow<'static, str> {
    let only = match scale.raters.as_slice() {
        [only] => only.who.relation.clone().unwrap_or_else(|| only.who.called.clone()),
        _ => String::new(),
    };
    match scale::before(scale) {
        Some(was) => say!("scale-was", range = scale::in_words(was)),
        None if only.is_empty() => Cow::Borrowed(""),
        None => say!("work-only", who = only),
    }
}

fn nobody_scaled(frame: &Frame<'_>, child: &ChildRow, as_of: Date) -> Markup {
    html! {
        p {
            (say!("work-nobody-scaled")) " "
            @if owed_everyday_care(child.born, as_of) && frame.has(ChildPage::Scales) {
                br; a href=(urls::Scales(child.id)) { (say!("work-everyday-care")) }
            }
        }
    }
}

fn seen(child: &ChildRow, as_of: Date) -> Markup {
    html! {
        p.last-seen {
            span.for-readers { (say!("work-last-seen")) " " }
            @match (&child.last_seen, child.born) {
                (Some(seen), _) => {
                    (dates::short(seen.on, as_of)) " " br;
                    span.small.muted { bdi { (how(seen)) } }
                }
                (None, Some(Born::Due(_))) => span.muted { (say!("work-not-born")) },
                (None, _) => span.muted { (say!("work-not-seen")) },
            }
        }
    }
}

/// "at school, alone"; "with both".
fn how(seen: &LastSeen) -> String {
    let alone = (seen.alone == Some(true)).then(|| say!("work-alone"));
    let with = seen.with.as_deref().filter(|_| alone.is_none());
    let parts = [seen.place.as_deref(), alone.as_deref(), with];
    curly(&parts.into_iter().flatten().collect::<Vec<_>>().join(", ")).into_owned()
}

/// Where a plan stands, as a word and never as a tag.
pub(crate) fn plan_state(state: State) -> Cow<'static, str> {
    match state {
        State::Sketch => say!("plan-sketch"),
        State::Agreed => say!("plan-agreed"),
        State::BeingTried => say!("plan-being-tried"),
        State::Working => say!("plan-working"),
        State::Changed => say!("plan-changed"),
        State::FailedReviewed => say!("plan-failed-reviewed"),
        State::HeldByFamily => say!("plan-held-by-family"),
        State::Closed => say!("plan-closed"),
    }
}

/// Compact rows, one line each.
pub(super) fn compact_table(children: &[&ChildRow], as_of: Date) -> Markup {
    html! {
        table.compact {
            tr.small.muted {
                th scope="col" { (say!("work-child")) } th scope="col" { (say!("work-next")) }
                th scope="col" { (say!("work-last-seen-how")) } th scope="col" {
                    (say!("work-safety-short"))
                }
            }
            @for child in children { (compact(child, as_of)) }
        }
    }
}

fn compact(child: &ChildRow, as_of: Date) -> Markup {
    let name = [child.called.as_str(), &child.family_name].join(" ");
    html! {
        tr {
            td {
                a href=(urls::FrontPage(child.id)) dir="auto" { (name.trim()) }
                @if let Some(age) = dates::age(child.born, as_of) { ", " (age) }
            }
            td {
                @match &child.next {
                    None => span.muted { (say!("work-nothing-next")) },
                    Some(next) => { (dates::weekday_short(next.on)) ", " (curly(&next.what)) }
                }
            }
            td {
                @match &child.last_seen {
                    None => span.muted { (say!("work-not-seen")) },
                    Some(seen) => {
                        @let how = how(seen);
                        (dates::short(seen.on, as_of))
                        @if !how.is_empty() { ", " bdi { (how) } }
                    },
                }
            }
            td {
                @match child.scale.as_ref().and_then(scale::summary) {
                    None => span.muted { (say!("scale-nobody-yet")) },
                    Some(summary) => (summary),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_entry_is_cut_at_a_word() {
        assert_eq!(one_line("He slept from ten till four."), "He slept from ten till four.");
        let long = "One missed call on 12 November. The network met next day and changed the list.";
        assert_eq!(one_line(long), "One missed call on 12 November. The network …");
        assert_eq!(one_line("two\nlines"), "two lines …");
        assert_eq!(one_line(&"x".repeat(60)).chars().count(), ONE_LINE + 2);
    }

    #[test]
    fn last_seen_always_says_how() {
        let seen = |place: &str, alone, with: &str| LastSeen {
            on: Date::constant(2026, 11, 17),
            place: (!place.is_empty()).then(|| place.into()),
            alone,
            with: (!with.is_empty()).then(|| with.into()),
        };
        assert_eq!(how(&seen("at school", Some(true), "")), "at school, alone");
        assert_eq!(how(&seen("", Some(false), "with both")), "with both");
        assert_eq!(how(&seen("at home", None, "")), "at home");
    }
}
