//! The rule printed, for people who do not read programs: `access.txt`. It is asked from
//! [`decide`] cell by cell, so that it cannot say anything else than what the program does.

use super::{
    Action, Asked, Decision, FileAccess, Holder, Opening, Reach, Role, Span, Task, Viewer, Way,
    decide, may,
};
use crate::id::{AccountId, Authority, PersonId, TeamId};
use jiff::Timestamp;
use std::fmt::Write as _;
use uuid::Uuid;

const HEAD: &str = "\
Who may do what with a child's file. Printed from the rule in src/access; do not edit.

Columns: how the person stands to the child.
         named        a restriction names them as one who may read, or they have access until a day
         team works   their whole team works with the child
         own team     the lead is in their team; for a supervisor, in the team they answer for
Cells:   grant        at once
         reason       after saying why; the worker is told
         glass        for an hour, after saying why; worker and manager are told at once
         duty         \"speak to the duty worker\", and no name is shown
         -            not at all, as if there were no file
An action that is not listed is \"-\" in every column.
";

/// The heading of each relation in two lines, and the ways it means.
const RELATIONS: [(&str, &str, &[Reach]); 10] = [
    ("", "leads", &[Reach::Leads]),
    ("", "works", &[Reach::Works]),
    ("team", "works", &[Reach::TeamWorks]),
    ("own", "team", &[Reach::OwnTeam, Reach::Supervises]),
    ("other", "team", &[]),
    ("no one", "yet", &[Reach::Waiting]),
    ("", "partner", &[Reach::Partner]),
    ("", "named", &[Reach::Named]),
    ("leads,", "named", &[Reach::Leads, Reach::Named]),
    ("shut", "out", &[Reach::Leads, Reach::Named]),
];
const SHUT_OUT: usize = RELATIONS.len() - 1;

/// What has happened to the file.
#[derive(Clone, Copy)]
enum Condition {
    Plain,
    PlainWithReason,
    Restricted,
    RestrictedWithReason,
    GlassBroken,
}

impl Condition {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Plain, "a plain file"),
        (Self::PlainWithReason, "a plain file, opened with a reason"),
        (Self::Restricted, "a restricted file"),
        (Self::RestrictedWithReason, "a restricted file, opened with a reason"),
        (Self::GlassBroken, "a restricted file, the glass broken"),
    ];
    const fn opening(self) -> Option<(Opening, Reach)> {
        match self {
            Self::Plain | Self::Restricted => None,
            Self::PlainWithReason | Self::RestrictedWithReason => {
                Some((Opening::WithReason, Reach::Reason))
            }
            Self::GlassBroken => Some((Opening::BreakGlass, Reach::BreakGlass)),
        }
    }
    const fn is_restricted(self) -> bool {
        !matches!(self, Self::Plain | Self::PlainWithReason)
    }
}

/// The whole table: for each role, each condition of the file; then what is about no file.
pub fn table() -> String {
    let mut out = HEAD.to_owned();
    for (role, on_duty) in desks() {
        let viewer = somebody(role, on_duty);
        let duty = if role == Role::OnCall && !on_duty { ", off duty" } else { "" };
        let _ = write!(out, "\n\n== {}{duty} ==\n", role.as_str().replace('_', " "));
        print_conditions(&mut out, &viewer);
    }
    print_tasks(&mut out);
    out
}

/// Each role, being on call both on and off duty.
fn desks() -> impl Iterator<Item = (Role, bool)> {
    Role::ALL.into_iter().flat_map(|role| {
        let off_duty = (role == Role::OnCall).then_some((role, false));
        [Some((role, true)), off_duty].into_iter().flatten()
    })
}

/// The lines of one condition that say anything but no.
fn lines(viewer: &Viewer, condition: Condition) -> Vec<String> {
    Action::ALL
        .into_iter()
        .filter_map(|action| Some(line(action.words(), &cells(viewer, action, condition)?)))
        .collect()
}

/// All conditions of the file, each told once.
fn print_conditions(out: &mut String, viewer: &Viewer) {
    let mut told: Vec<(&str, Vec<String>)> = vec![];
    for (condition, words) in Condition::ALL {
        let lines = lines(viewer, condition);
        if lines.is_empty() {
            let _ = write!(out, "\n-- {words}: nothing --\n");
        } else if let Some((before, _)) = told.iter().find(|(_, before)| *before == lines) {
            let _ = write!(out, "\n-- {words}: as {before} --\n");
        } else {
            let _ = write!(out, "\n-- {words} --\n");
            out.push_str(&line("", &RELATIONS.map(|(upper, _, _)| upper)));
            out.push_str(&line("", &RELATIONS.map(|(_, lower, _)| lower)));
            out.extend(lines.iter().map(String::as_str));
            told.push((words, lines));
        }
    }
}

fn line(first: &str, cells: &[&str]) -> String {
    let mut line = format!("{first:<23}");
    for cell in cells {
        let _ = write!(line, "{cell:<8}");
    }
    line.truncate(line.trim_end().len());
    line.push('\n');
    line
}

/// One line's cells; none where every one of them says no.
fn cells(viewer: &Viewer, action: Action, condition: Condition) -> Option<Vec<&'static str>> {
    let ask = |(at, (_, _, ways)): (usize, &(&str, &str, &[Reach]))| {
        decide(viewer, action, &a_file(viewer, ways, at == SHUT_OUT, condition))
    };
    let answers: Vec<_> = RELATIONS.iter().enumerate().map(ask).collect();
    let says_something = answers.iter().any(|answer| *answer != Decision::Hide);
    says_something.then(|| answers.into_iter().map(word).collect())
}

const fn word(decision: Decision) -> &'static str {
    match decision {
        Decision::Grant(_) => "grant",
        Decision::Ask(Asked::Reason) => "reason",
        Decision::Ask(Asked::BreakGlass) => "glass",
        Decision::Ask(Asked::Duty) => "duty",
        Decision::Hide => "-",
    }
}

fn print_tasks(out: &mut String) {
    out.push_str("\n\n== what is about no file ==\n\n");
    for task in Task::ALL {
        let who: Vec<_> = desks()
            .filter(|(role, on_duty)| may(&somebody(*role, *on_duty), task))
            .map(|(role, _)| role.as_str().replace('_', " "))
            .collect();
        out.push_str(&line(task.words(), &[&who.join(", ")]));
    }
}

const TEAM: TeamId = TeamId(Uuid::from_u128(1));
const CHILD: PersonId = PersonId(Uuid::from_u128(2));

fn somebody(role: Role, on_duty: bool) -> Viewer {
    Viewer {
        authority: Authority::WEXCOMBE,
        account: AccountId(Uuid::from_u128(3)),
        person: PersonId(Uuid::from_u128(4)),
        roles: vec![role],
        member_of: vec![TEAM],
        supervises: if role == Role::Supervisor { vec![TEAM] } else { vec![] },
        on_call_now: role == Role::OnCall && on_duty,
        ended_at: None,
        at: Timestamp::UNIX_EPOCH,
    }
}

fn a_file(viewer: &Viewer, ways: &[Reach], shut_out: bool, condition: Condition) -> FileAccess {
    let always = Span { from: viewer.at, until: None };
    let way = |reach: &Reach| Way { holder: holder(viewer, *reach), reach: *reach, span: always };
    let opened = condition.opening().map(|(opening, reach)| Way {
        holder: Holder::Account(viewer.account),
        reach,
        span: opening.from(viewer.at),
    });
    FileAccess {
        child: CHILD,
        withdrawn: false,
        restricted: condition.is_restricted(),
        shut_out,
        ways: ways.iter().map(way).chain(opened).collect(),
    }
}

const fn holder(viewer: &Viewer, reach: Reach) -> Holder {
    match reach {
        Reach::OwnTeam | Reach::TeamWorks => Holder::Team(TEAM),
        Reach::Supervises => Holder::SupervisorsOf(TEAM),
        Reach::Waiting => Holder::NotYetAllocated,
        Reach::Reason | Reach::BreakGlass => Holder::Account(viewer.account),
        Reach::AnyFile => Holder::AnyFile,
        _ => Holder::Person(viewer.person),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    /// Set `KITH_WRITE=1` to write the file anew, and read the difference before it is committed.
    #[test]
    fn the_printed_table_is_the_rule() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("access.txt");
        let table = super::table();
        if std::env::var_os("KITH_WRITE").is_some_and(|value| value == "1") {
            std::fs::write(&path, &table).expect("access.txt can be written");
        }
        let printed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(
            printed == table,
            "access.txt is not the rule any more: run `KITH_WRITE=1 cargo nextest run -p domain \
             printed_table` and read what changed"
        );
    }
}
