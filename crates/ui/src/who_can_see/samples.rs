//! Each state of the page worth looking at.
use domain::access::Reach;
use domain::involvement::Role;
use domain::look::Page;
use domain::restriction::Because;
use domain::who_can_see::{Dated, Looked, Opened, Restricted, Somebody, Team, WhoCanSee, Works};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::Markup;

use super::who_can_see;
use crate::children::samples_of_children;
use crate::layout::Theme;

const TODAY: Date = Date::constant(2026, 11, 24);

fn somebody(name: &str, job: &str) -> Somebody {
    Somebody { name: name.into(), job: Some(job.into()) }
}

fn at(hours_ago: i64) -> Timestamp {
    Timestamp::from_second(1_795_520_700 - hours_ago * 3600).unwrap_or_default()
}

fn works(who: Somebody, role: Role) -> Works {
    let from = Date::constant(2026, 10, 1);
    Works { who: Some(who), role, title: None, from, until: None, signs_in: true }
}

fn looked(who: Somebody, hours_ago: i64, page: Page, because: Option<&str>) -> Looked {
    Looked {
        who,
        at: at(hours_ago),
        page: Some(page),
        copy: None,
        by_link: None,
        because: because.map(Into::into),
    }
}

fn idris() -> Option<WhoCanSee> {
    let anita = || somebody("Anita Rowe", "social worker");
    let bryn = || somebody("Bryn Cole", "out-of-hours worker");
    let khan = somebody("Mr Khan", "class teacher");
    let marta = somebody("Marta Roe", "social worker, Hill team");
    let reason = "Her brother came to school with a burn and I lead his work.";
    Some(WhoCanSee {
        emblem: None,
        child: samples_of_children().into_iter().next()?,
        as_of: TODAY,
        restricted: false,
        works: vec![
            works(anita(), Role::Lead),
            works(bryn(), Role::CoWorker),
            Works { signs_in: false, ..works(khan, Role::Partner) },
        ],
        teams: vec![Team {
            name: "Riverside".into(),
            managers: vec![somebody("Colin Peake", "team manager")],
        }],
        named: vec![],
        restrictions: Some(vec![]),
        openings: vec![Opened {
            who: marta.clone(),
            by: Reach::Reason,
            reason: reason.into(),
            at: at(72),
            until: at(60),
        }],
        looks: Some(vec![
            looked(anita(), 2, Page::FrontPage, None),
            Looked {
                by_link: Some(somebody("Donna Reed", "")),
                ..looked(anita(), 5, Page::Access, None)
            },
            looked(bryn(), 13, Page::Plan, None),
            looked(marta, 72, Page::Story, Some(reason)),
        ]),
        since: Date::constant(2026, 8, 26),
    })
}

fn restricted() -> Option<WhoCanSee> {
    let ruth = somebody("Ruth Quayle", "team manager");
    Some(WhoCanSee {
        emblem: None,
        restricted: true,
        named: vec![Dated { who: ruth.clone(), until: None }],
        restrictions: Some(vec![
            Restricted {
                shut_out: false,
                whom: vec![ruth],
                because: Because::StaffFamily,
                words: Some("Her mother works in the Hill team.".into()),
                from: Date::constant(2026, 10, 1),
                until: None,
            },
            Restricted {
                shut_out: true,
                whom: vec![somebody("Hester Quayle", "social worker")],
                because: Because::Relative,
                words: None,
                from: Date::constant(2026, 10, 1),
                until: None,
            },
        ]),
        openings: vec![],
        looks: None,
        ..idris()?
    })
}

/// Each state worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let sample = crate::front_page::samples::frame(assets, theme);
    let pages = [("who-can-see", idris()), ("who-can-see-restricted", restricted())];
    let drawn = pages.into_iter().filter_map(|(name, page)| Some((name, page?)));
    drawn.map(|(name, page)| (name, who_can_see(&sample, &page))).collect()
}
