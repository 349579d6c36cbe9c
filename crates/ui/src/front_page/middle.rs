//! The lower half of the sheet: how safe, the plan, the last decision, what nobody knows yet.
use std::borrow::Cow;

use domain::front_page::{Dissent, FrontPage, LastDecision, Named, Scale, Standing};
use domain::scale::ScaleKind;
use maud::{Markup, html};

use super::{asks, head, new_dot, said_on};
use crate::layout::{ChildPage, Frame};
use crate::person_mark::mark_glyph;
use crate::typeset::{curly, quoted, words};
use crate::{dates, names, say, scale, urls};

/// The danger's scale, with what its ends mean, and everyday care beside it.
pub(super) fn scale(frame: &Frame<'_>, page: &FrontPage) -> Markup {
    let of_kind = |kind| page.scales.iter().find(|scale| scale.kind == kind);
    let danger = of_kind(ScaleKind::Danger);
    let care = of_kind(ScaleKind::EverydayCare);
    let default = say!("front-scale");
    let title = danger.map_or(default, scale::titled);
    let label = danger.and_then(scale::summary).unwrap_or_default();
    html! {
        section.slot-scale data-slot {
            (head(frame, "move-vertical", &curly(&title), &html! { (label) }))
            @if let Some(danger) = danger { (anchor("anchor-10", 10, &danger.anchor_10)) }
            div.scale-row {
                @match danger.filter(|danger| scale::latest(danger).is_some()) {
                    None => (asks(&say!("scale-nobody"))),
                    Some(danger) => div { (scale::chart(danger, page.as_of)) },
                }
                @if let Some(care) = care { (everyday_care(care, page)) }
            }
            @if let Some(danger) = danger { (anchor("anchor-0", 0, &danger.anchor_0)) }
        }
    }
}

fn anchor(class: &str, value: u8, means: &str) -> Markup {
    html! { p.anchor.(class) { b { (value) } " " span { (words(means)) } } }
}

fn everyday_care(care: &Scale, page: &FrontPage) -> Markup {
    let given =
        care.raters.iter().flat_map(|rater| rater.given.iter().map(|rating| (&rater.who, rating)));
    let mut given: Vec<_> =
        given.filter_map(|(who, rating)| Some((who, rating, rating.value?))).collect();
    given.sort_by_key(|(_, rating, _)| rating.on);
    let newest_words =
        given.last().map(|(_, rating, _)| rating.why.as_str()).filter(|why| !why.is_empty());
    html! {
        div.everyday {
            h3 { (mark_glyph(Standing::Health, 16)) " " (say!("front-everyday")) }
            @if given.is_empty() { (asks(&say!("scale-nobody"))) }
            p {
                @for (nth, (who, rating, value)) in given.iter().rev().take(3).rev().enumerate() {
                    @if nth > 0 { br; }
                    b { (value) } " "
                    (said_on(&who.called, rating.on, page))
                }
            }
            @if let Some(why) = newest_words { p.why { (quoted(why)) } }
        }
    }
}

/// The plan, as it hangs on the fridge.
pub(super) fn plan(frame: &Frame<'_>, page: &FrontPage) -> Markup {
    let default = say!("front-plan");
    let title = page.plan.as_ref().map_or(&*default, |plan| &plan.title);
    let label = html! { @if page.plan.is_some() { (say!("front-plan-label")) } };
    html! {
        section.slot-plan data-slot {
            (head(frame, "hand-helping", &curly(title), &label))
            @match &page.plan {
                None => (asks(&say!("front-plan-asks"))),
                Some(plan) => ol.plan-lines {
                    @for line in &plan.lines {
                        li { b { (words(&line.lead)) } " " (words(&line.rest)) }
                    }
                },
            }
        }
    }
}

/// The last decision: what, why, who did not agree, who decided and who agreed a part.
pub(super) fn decision(frame: &Frame<'_>, page: &FrontPage) -> Markup {
    let when = page.decision.as_ref().map(|decision| {
        let made = dates::short(decision.made_on, page.as_of);
        match decision.look_again_on {
            None => made,
            Some(day) => {
                let again = dates::short(day, page.as_of);
                say!("front-decision-when", day = made, again = again).into_owned()
            }
        }
    });
    let when = html! { (when.unwrap_or_default()) };
    html! {
        section.slot-decision data-slot {
            (head(frame, "signpost", &say!("front-decision"), &when))
            @match &page.decision {
                None => (asks(&say!("front-decision-asks"))),
                Some(decision) => {
                    (decision_words(decision, page))
                    p.source {
                        (decided_by(&decision.decided_by))
                        @for who in &decision.agreed_their_part { " " (agreed(who)) }
                        (decision_links(frame, page, decision))
                    }
                }
            }
        }
    }
}

fn decision_words(decision: &LastDecision, page: &FrontPage) -> Markup {
    html! {
        p {
            (new_dot(decision.new, page))
            b { (words(&decision.chosen)) @if !ends(&decision.chosen) { "." } } " "
            (words(&decision.because))
            @for dissent in &decision.dissent {
                " " span.disagrees {
                    (said_against(dissent))
                }
            }
        }
    }
}

fn said_against(dissent: &Dissent) -> Cow<'static, str> {
    let words = curly(&dissent.words);
    say!("front-dissent", who = dissent.by.called.as_str(), words = words)
}

fn ends(sentence: &str) -> bool {
    sentence.ends_with(['.', '?', '!', '…'])
}

/// "Decided by Colin Peake with Anita Rowe." Staff carry the risk.
fn decided_by(staff: &[Named]) -> Markup {
    html! {
        @match staff {
            [] => {}
            [only] => (say!("front-decided", first = only.name.as_str())),
            [first, others @ ..] => {
                @let others = names::joined(others.iter().map(|who| who.name.as_str()));
                (say!("front-decided-with", first = first.name.as_str(), others = others))
            }
        }
    }
}

fn agreed(who: &Named) -> Markup {
    use domain::person::Sex;
    let name = who.called.as_str();
    html! {
        (match who.sex {
            Sex::Female => say!("front-agreed-her", who = name),
            Sex::Male => say!("front-agreed-his", who = name),
            Sex::NotKnown => say!("front-agreed-their", who = name),
        })
    }
}

fn decision_links(frame: &Frame<'_>, page: &FrontPage, decision: &LastDecision) -> Markup {
    let why = frame.has(ChildPage::Decisions).then_some(urls::Decisions(page.child.id));
    let own = (decision.for_child && frame.has(ChildPage::Own)).then_some(urls::Own(page.child.id));
    html! {
        @if let Some(why) = why { "\u{2002}" a href=(why) { (say!("front-why")) } }
        @if why.is_some() && own.is_some() { " · " }
        @if let Some(own) = own {
            a href=(own) { (say!("front-own-page", name = page.child.called.as_str())) }
        }
    }
}

/// What nobody knows yet.
pub(super) fn unknowns(frame: &Frame<'_>, page: &FrontPage) -> Markup {
    html! {
        section.slot-unknown data-slot {
            (head(frame, "circle-question-mark", &say!("front-unknown"), &html! {}))
            @if page.unknowns.is_empty() { (asks(&say!("front-unknown-asks"))) }
            ul.unknowns {
                @for unknown in page.unknowns.iter().take(5) {
                    li { (new_dot(unknown.new, page)) (words(&unknown.short)) }
                }
            }
        }
    }
}
