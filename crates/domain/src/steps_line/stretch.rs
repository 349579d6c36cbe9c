//! How far the council is in a family's life, over time: one plan whose standing changes on one
//! day, so that no two stretches overlap. Where plans do overlap in what was written, the furthest
//! standing is drawn.

use jiff::civil::Date;

use super::Stretch;
use crate::step::{Standing, What};

/// A plan, or work without one, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub standing: Option<Standing>,
    pub from: Date,
    pub until: Option<Date>,
    pub heading: Option<String>,
    pub category: Option<String>,
    pub elsewhere: bool,
}

impl Span {
    /// From a step, if it begins a span.
    pub fn of(what: &What, on: Date, heading: Option<String>, elsewhere: bool) -> Option<Self> {
        let bare =
            Self { standing: None, from: on, until: None, heading, category: None, elsewhere };
        match what {
            What::Plan { standing, ended_on, category, latest_category, .. } => Some(Self {
                standing: Some(*standing),
                until: *ended_on,
                category: latest_category.clone().or_else(|| category.clone()),
                ..bare
            }),
            What::Referral { no_further_action, .. } if *no_further_action != Some(true) => {
                Some(bare)
            }
            What::Assessment { .. } | What::Section47 { .. } => Some(bare),
            _ => None,
        }
    }

    fn covers(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// The stretches that these spans and closures come to.
pub(super) fn stretches(mut spans: Vec<Span>, closures: &[Date]) -> Vec<Stretch> {
    for span in &mut spans {
        let closed = closures.iter().copied().filter(|day| *day >= span.from).min();
        span.until = match (span.until, closed) {
            // Work without a plan ends with the closure and with nothing else.
            (until, closed) if span.standing.is_none() => closed.or(until),
            (None, closed) => closed,
            (until, _) => until,
        };
    }
    let mut turns: Vec<Date> =
        spans.iter().flat_map(|span| [Some(span.from), span.until]).flatten().collect();
    turns.sort_unstable();
    turns.dedup();
    let mut found: Vec<Stretch> = Vec::new();
    for (at, day) in turns.iter().enumerate() {
        let until = turns.get(at + 1).copied();
        let furthest = spans
            .iter()
            .filter(|span| span.covers(*day))
            .max_by_key(|span| (span.standing, span.from, !span.elsewhere));
        if let Some(span) = furthest {
            add(&mut found, span, *day, until);
        }
    }
    found
}

/// Goes on with the last stretch where it touches and stands alike, or begins another.
fn add(found: &mut Vec<Stretch>, span: &Span, from: Date, until: Option<Date>) {
    if let Some(last) = found.last_mut()
        && last.until == Some(from)
        && last.standing == span.standing
    {
        last.until = until;
        last.elsewhere &= span.elsewhere;
        last.heading = last.heading.take().or_else(|| span.heading.clone());
        last.category = span.category.clone().or_else(|| last.category.take());
        return;
    }
    let (heading, category) = (span.heading.clone(), span.category.clone());
    let (standing, elsewhere) = (span.standing, span.elsewhere);
    found.push(Stretch { standing, from, until, heading, category, elsewhere });
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn span(standing: Option<Standing>, from: Date, until: Option<Date>) -> Span {
        Span { standing, from, until, heading: None, category: None, elsewhere: false }
    }

    fn told(spans: Vec<Span>, closures: &[Date]) -> Vec<(Option<Standing>, Date, Option<Date>)> {
        let all = stretches(spans, closures);
        all.into_iter().map(|s| (s.standing, s.from, s.until)).collect()
    }

    #[test]
    fn family_help_goes_on_where_protection_ends() {
        use Standing::{FamilyHelp, Protection};
        let help = span(Some(FamilyHelp), date(2026, 2, 26), None);
        let plan = span(Some(Protection), date(2026, 3, 12), Some(date(2026, 11, 12)));
        assert_eq!(
            told(vec![help, plan], &[]),
            [
                (Some(FamilyHelp), date(2026, 2, 26), Some(date(2026, 3, 12))),
                (Some(Protection), date(2026, 3, 12), Some(date(2026, 11, 12))),
                (Some(FamilyHelp), date(2026, 11, 12), None),
            ]
        );
    }

    #[test]
    fn a_closure_ends_what_nobody_ended_and_leaves_a_gap() {
        let work = span(None, date(2022, 8, 24), None);
        let later = span(Some(Standing::FamilyHelp), date(2026, 2, 26), None);
        assert_eq!(
            told(vec![work, later], &[date(2022, 9, 30)]),
            [
                (None, date(2022, 8, 24), Some(date(2022, 9, 30))),
                (Some(Standing::FamilyHelp), date(2026, 2, 26), None),
            ]
        );
    }

    #[test]
    fn work_goes_on_after_a_plan_until_it_is_closed() {
        let work = span(None, date(2026, 1, 5), None);
        let plan = span(Some(Standing::FamilyHelp), date(2026, 2, 1), Some(date(2026, 3, 1)));
        let all = told(vec![work, plan], &[date(2026, 3, 20)]);
        assert_eq!(all.len(), 3);
        assert_eq!(all[2], (None, date(2026, 3, 1), Some(date(2026, 3, 20))));
    }
}
