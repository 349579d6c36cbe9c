//! Front pages to look at and to test with: Idris of Wexcombe, whole; a child nobody has written
//! about yet.
use domain::danger_statement::Level;
use domain::front_page::{
    Child, Danger, Dissent, Emblem, Family, FrontPage, Goal, Helper, Home, Important, LastDecision,
    LastSeen, Lately, Message, Named, NextStep, Plan, PlanLine, Rater, Rating, Ring, Scale,
    Standing, Strength, Unknown,
};
use domain::id::{EntryId, PersonId};
use domain::person::{Born, Sex};
use domain::scale::ScaleKind;
use domain::voice::Mode;
use jiff::civil::{Date, DateTime, date, datetime};
use maud::Markup;
use uuid::Uuid;

use super::{family_drawing, front_page, sheet};
use crate::layout::{ChildPage, Frame, Look, MenuItem, Theme};

const TODAY: Date = date(2026, 11, 24);
/// The moment at which the samples are read.
pub const NOW: DateTime = datetime(2026, 11, 24, 16, 10, 0, 0);

/// Pages of a child as the samples have them.
const PAGES: [ChildPage; 12] = [
    ChildPage::FrontPage,
    ChildPage::Map,
    ChildPage::Scales,
    ChildPage::Plan,
    ChildPage::Family,
    ChildPage::Story,
    ChildPage::Houses,
    ChildPage::Decisions,
    ChildPage::Files,
    ChildPage::Own,
    ChildPage::Steps,
    ChildPage::Access,
];

/// A frame for samples: Anita reads, every page exists.
pub fn frame(assets: &str, theme: Theme) -> Frame<'_> {
    Frame {
        look: Look { assets, theme },
        reader: "Anita Rowe",
        at: NOW,
        menu: &[MenuItem::MyWork, MenuItem::Children],
        pages: &PAGES,
        search: true,
        record: true,
    }
}

/// Each front page worth looking at.
pub fn samples(assets: &str, theme: Theme) -> Vec<(&'static str, Markup)> {
    let frame = frame(assets, theme);
    let drawn = |page: &FrontPage| front_page(&frame, &sheet(&frame, page, &family_drawing(page)));
    vec![
        ("front-page", drawn(&idris())),
        ("front-page-full", drawn(&idris_full())),
        ("front-page-blank", drawn(&nobody_knows_yet())),
    ]
}

fn entry(n: u128) -> EntryId {
    EntryId(Uuid::from_u128(n))
}

/// Number, full name, short name, what they are to Idris.
fn named(
    (n, name, called, relation): (u128, &str, &str, &str),
    standing: Standing,
    sex: Sex,
) -> Named {
    let relation = (!relation.is_empty()).then(|| relation.to_owned());
    let (id, name, called) = (PersonId(Uuid::from_u128(n)), name.into(), called.into());
    Named { id, name, called, relation, standing, sex }
}

/// Idris himself.
pub fn idris_named() -> Named {
    named((0xA1, "Idris Mahoney-Shah", "Idris", ""), Standing::Child, Sex::Male)
}

/// Leah, Mum.
pub fn leah() -> Named {
    named((0xA2, "Leah Mahoney", "Leah", "Mum"), Standing::Mother, Sex::Female)
}

/// Karim, Dad.
pub fn karim() -> Named {
    named((0xA3, "Karim Shah", "Karim", "Dad"), Standing::Father, Sex::Male)
}

/// Denise, Nan.
pub fn denise() -> Named {
    named((0xA4, "Denise Mahoney", "Denise", "Nan"), Standing::Grandparent, Sex::Female)
}

/// Samira, aunt.
pub fn samira() -> Named {
    named((0xA7, "Samira Shah", "Samira", "aunt"), Standing::Kin, Sex::Female)
}

/// Gill, neighbour.
pub fn gill() -> Named {
    named((0xA8, "Gill Tranter", "Gill", "neighbour"), Standing::Network, Sex::Female)
}

/// Anita, social worker.
pub fn anita() -> Named {
    named((0x51, "Anita Rowe", "Anita", "social worker"), Standing::Worker, Sex::Female)
}

/// Colin, team manager.
pub fn colin() -> Named {
    named((0x52, "Colin Peake", "Colin", "team manager"), Standing::Worker, Sex::Male)
}

/// Beth, health visitor.
pub fn beth() -> Named {
    named((0x53, "Beth Lowe", "Beth", "health visitor"), Standing::Health, Sex::Female)
}

/// Dr Hale, children's doctor.
pub fn hale() -> Named {
    named((0x54, "Dr Hale", "Dr Hale", "children's doctor"), Standing::Health, Sex::NotKnown)
}

fn helper(who: Named, job: &str, phone: &str) -> Helper {
    Helper { who, job: Some(job.into()), phone: Some(phone.into()) }
}

/// The danger statement about Idris.
pub fn danger() -> Danger {
    let text = "Anita, Beth, Dr Hale and Nan Denise are worried that someone pulled or twisted \
        Idris's arm when he was three months old and that nobody can say how it happened. They \
        are worried that when Idris cries for hours and the person holding him has had no sleep, \
        he could be gripped, shaken or dropped and have broken bones or a brain injury, or die. \
        Leah and Karim say they would never hurt him and do not agree it was done on purpose.";
    let disagreement = text.find("Leah and Karim").map(|start| start..text.len());
    let who_worries = vec![anita(), beth(), hale(), denise()];
    Danger {
        id: entry(0xD1),
        level: Level::Danger,
        text: text.into(),
        disagreement,
        who_worries,
        on: date(2026, 10, 9),
        new: false,
    }
}

fn strengths() -> Vec<Strength> {
    let strength = |id, said_by, mode, on, text: &str, (seen_safety, new)| Strength {
        id: entry(id),
        text: text.into(),
        said_by,
        mode,
        on,
        seen_safety,
        new,
    };
    vec![
        strength(
            0x6,
            gill(),
            Mode::CloseNote,
            date(2026, 10, 8),
            "On 20 September Leah put Idris in his cot, shut the door and stood in the yard \
             until Gill came over, because she felt she could not cope.",
            (true, false),
        ),
        strength(
            0x7,
            samira(),
            Mode::Verbatim,
            date(2026, 10, 9),
            "He took Idris to hospital himself at six in the morning. He did not hide it.",
            (false, false),
        ),
        strength(
            0x9,
            gill(),
            Mode::CloseNote,
            date(2026, 11, 20),
            "One missed call on 12 November. The network met next day and changed the list.",
            (true, true),
        ),
    ]
}

/// The safety goal that answers the danger.
pub fn goal() -> Goal {
    let text = "For six months Leah, Karim and at least four people who know the whole worry \
        will show that when Idris cries and a grown-up is tired or cross, that grown-up puts him \
        down somewhere safe and hands over to someone else within ten minutes. Idris will be \
        handled gently by everyone, and Nan, Samira, Gill and Beth will each have seen it more \
        than once.";
    Goal { id: entry(0x61), text: text.into(), on: date(2026, 10, 9), new: false }
}

fn rater(who: Named, given: &[(Date, u8, &str)]) -> Rater {
    let given = given.iter().map(|(on, value, why)| Rating {
        on: *on,
        value: Some(*value),
        why: (*why).into(),
    });
    Rater { who, given: given.collect() }
}

/// The danger's scale, and everyday care.
pub fn scales() -> Vec<Scale> {
    let (first, second) = (date(2026, 10, 6), date(2026, 11, 17));
    vec![
        Scale {
            id: entry(0x5C1),
            kind: ScaleKind::Danger,
            title: "How safe is it for Idris with Leah and Karim?".into(),
            anchor_10: "Whatever the night brings, we all know he will be handled gently, and \
                this can close."
                .into(),
            anchor_0: "The next time he cries and someone is worn out, he will be hurt.".into(),
            raters: vec![
                rater(leah(), &[(first, 8, "I know we would not."), (second, 7, "I rang Samira.")]),
                rater(denise(), &[(first, 4, "I do not know."), (second, 6, "I have seen it.")]),
                rater(anita(), &[(first, 2, "No explanation."), (second, 5, "Days go well.")]),
            ],
            not_asked: vec![karim()],
        },
        Scale {
            id: entry(0x5C2),
            kind: ScaleKind::EverydayCare,
            title: "Everyday care".into(),
            anchor_10: "Every day he is fed, held, clean, warm and seen by the right \
                people."
                .into(),
            anchor_0: "Care is so hit and miss that he is getting ill or not growing.".into(),
            raters: vec![
                rater(beth(), &[(date(2026, 10, 7), 8, "Growing along his line.")]),
                rater(leah(), &[(second, 9, "I know his hungry cry from his tired cry now.")]),
            ],
            not_asked: vec![],
        },
    ]
}

fn plan() -> Plan {
    let line = |lead: &str, rest: &str| PlanLine { lead: lead.into(), rest: rest.into() };
    Plan {
        title: "If he cries and cries".into(),
        lines: vec![
            line("Cot, then ring the list", "at 20 minutes, or feeling hot and shaky."),
            line("Samira", "answers Sun–Wed, to 1 am."),
            line("Gill", "by day: flick the kitchen light."),
            line("Karim", "sleeps 4 hours first."),
        ],
    }
}

fn decision() -> LastDecision {
    LastDecision {
        id: entry(0xDEC),
        question: "Where should Idris live while we find out if the plan works?".into(),
        chosen: "With Nan, building up time at home in steps".into(),
        because: "Best mix of safety now and a fair test of the family's own plan.".into(),
        dissent: vec![Dissent {
            by: karim(),
            words: "He should be home with us. We did nothing wrong.".into(),
        }],
        decided_by: vec![colin(), anita()],
        agreed_their_part: vec![denise()],
        made_on: date(2026, 10, 1),
        look_again_on: Some(date(2027, 1, 11)),
        for_child: true,
        new: false,
    }
}

fn idris_child() -> Child {
    Child {
        id: idris_named().id,
        name: "Idris Mahoney-Shah".into(),
        called: "Idris".into(),
        born: Some(Born::On(date(2026, 6, 14))),
        sex: Sex::Male,
        emblem: Some(Emblem {
            picture: "washing-machine".into(),
            shows: "a washing machine going round, with a basket beside it".into(),
            given_by: Some(samira()),
        }),
        facts: vec![],
        home: Some(Home {
            with: vec![denise()],
            place: Some("3 Mill Bank".into()),
            since: Some(date(2026, 10, 1)),
        }),
    }
}

/// Idris on 24 November 2026, as Anita reads it who looked last on the 19th.
pub fn idris() -> FrontPage {
    let step = |by, text: &str| NextStep { by, text: text.into() };
    let unknown = |id, short: &str| Unknown { id: entry(id), short: short.into(), new: false };
    let event = |on, text: &str, new| Lately { on, text: text.into(), new };
    let ring = |who, hours: &str, phone: &str| Ring {
        who,
        hours: hours.into(),
        phone: Some(phone.into()),
    };
    FrontPage {
        as_of: TODAY,
        looked_on: Some(date(2026, 11, 19)),
        child: idris_child(),
        important: vec![Important { entry: entry(0x12), on: date(2026, 11, 20) }],
        tonight: vec![
            "Milk: special formula in the blue tin.".into(),
            "Never with one tired grown-up alone.".into(),
        ],
        ring: vec![
            ring(Some(anita()), "to 5 pm", "01632 960 114"),
            ring(None, "any time", "01632 960 100"),
        ],
        message: Some(nan_says()),
        message_on_paper: Some(nan_says()),
        last_seen: Some(LastSeen {
            text: "Turns to Leah's voice, settles on Karim's shoulder in two minutes, watches \
                Denise's face."
                .into(),
            seen_by: anita(),
            on: date(2026, 11, 17),
            note: Some(entry(0x11)),
            new: true,
        }),
        family: family(),
        helping: vec![
            helper(denise(), "night book", "07700 900 118"),
            helper(samira(), "nights", "07700 900 461"),
            helper(gill(), "by day", "07700 900 352"),
            helper(beth(), "office hours", "01632 960 140"),
        ],
        dangers: vec![danger()],
        strengths: strengths(),
        goals: vec![goal()],
        next: vec![
            step(date(2026, 11, 28), "First night, Denise staying"),
            step(date(2026, 12, 12), "Three nights, Samira there"),
            step(date(2027, 1, 4), "All nights, others call in"),
        ],
        scales: scales(),
        plan: Some(plan()),
        decision: Some(decision()),
        unknowns: vec![
            unknown(0xB1, "Who was holding him."),
            unknown(0xB2, "How they are after five bad nights."),
            unknown(0xB3, "Who comes at 3 am, Thu to Sat."),
            unknown(0xB4, "What Yusuf knows."),
        ],
        lately: vec![
            event(date(2026, 11, 20), "full days at home end", true),
            event(date(2026, 11, 18), "five people review the plan", false),
            event(date(2026, 11, 17), "everyone scales", false),
        ],
    }
}

/// Idris with every slot as full as it may be: what paper and screen must still hold.
pub fn idris_full() -> FrontPage {
    let mut page = idris();
    page.helping.push(helper(karim(), "after work, every day", "07700 900 119"));
    page.unknowns.push(Unknown {
        id: entry(0xB5),
        short: "What the night shift was like.".into(),
        new: true,
    });
    page.strengths.push(Strength {
        id: entry(0x5),
        text: "They were at every clinic and she asks good questions.".into(),
        said_by: beth(),
        mode: Mode::CloseNote,
        on: date(2026, 10, 7),
        seen_safety: false,
        new: false,
    });
    page.scales.iter_mut().take(1).for_each(|scale| {
        scale.raters.push(rater(
            beth(),
            &[(date(2026, 10, 20), 3, "Nights."), (date(2026, 11, 17), 5, "Days go well.")],
        ));
        scale.raters.push(rater(gill(), &[(date(2026, 11, 17), 7, "She rings.")]));
    });
    page
}

/// The seven people of the small drawing, and their two homes.
fn family() -> Family {
    use domain::front_page::{Couple, Household, ParentOf, Relative, Resident};
    use domain::tie::Union;
    let id = |n| PersonId(Uuid::from_u128(n));
    let person = |n, called: &str, sex, born, died| Relative {
        id: id(n),
        called: called.into(),
        sex,
        born: Some(Born::On(born)),
        died,
        is_index: n == 0xA1,
    };
    let parent = |child, parent| ParentOf { child: id(child), parent: Some(id(parent)) };
    let home = |place: &str, members: &[u128]| Household {
        place: Some(place.into()),
        members: members.iter().map(|n| Resident { id: id(*n), sometimes: false }).collect(),
    };
    Family {
        people: vec![
            person(0xA1, "Idris", Sex::Male, date(2026, 6, 14), false),
            person(0xA2, "Leah", Sex::Female, date(2005, 3, 2), false),
            person(0xA3, "Karim", Sex::Male, date(2003, 7, 19), false),
            person(0xA4, "Denise", Sex::Female, date(1979, 1, 25), false),
            person(0xA5, "Yusuf", Sex::Male, date(1974, 11, 8), false),
            person(0xA6, "Nasreen", Sex::Female, date(1976, 2, 14), true),
            person(0xA7, "Samira", Sex::Female, date(2000, 9, 12), false),
        ],
        parents: vec![
            parent(0xA1, 0xA2),
            parent(0xA1, 0xA3),
            parent(0xA2, 0xA4),
            parent(0xA3, 0xA5),
            parent(0xA3, 0xA6),
            parent(0xA7, 0xA5),
            parent(0xA7, 0xA6),
        ],
        couples: vec![
            Couple { between: [id(0xA2), id(0xA3)], kind: Union::LivingTogether },
            Couple { between: [id(0xA5), id(0xA6)], kind: Union::Married },
        ],
        households: vec![home("3 Mill Bank", &[0xA4, 0xA1]), home("14 Orchard Row", &[0xA2, 0xA3])],
    }
}

/// A child about whom nobody has written anything yet: every slot asks.
pub fn nobody_knows_yet() -> FrontPage {
    FrontPage {
        as_of: TODAY,
        looked_on: None,
        child: Child {
            id: PersonId(Uuid::from_u128(0xE1)),
            name: "Baby Pryce".into(),
            called: "Baby Pryce".into(),
            born: Some(Born::Due(date(2027, 1, 9))),
            sex: Sex::NotKnown,
            emblem: None,
            facts: vec![],
            home: None,
        },
        important: vec![],
        tonight: vec![],
        ring: vec![],
        message: None,
        message_on_paper: None,
        last_seen: None,
        family: Family::default(),
        helping: vec![],
        dangers: vec![],
        strengths: vec![],
        goals: vec![],
        next: vec![],
        scales: vec![],
        plan: None,
        decision: None,
        unknowns: vec![],
        lately: vec![],
    }
}

fn nan_says() -> Message {
    Message {
        text: "Idris is a baby. Nan says he likes the washing machine going round and being \
            walked, not rocked."
            .into(),
        said_by: denise(),
        on: date(2026, 10, 6),
        new: false,
        page: None,
    }
}
