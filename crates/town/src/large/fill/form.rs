//! Forms with nothing in them yet, so that a page says only what it fills in.

use domain::danger_statement::{DangerStatement, Level};
use domain::decision::{Choice, Decision, State as DecisionState};
use domain::id::PersonId;
use domain::map_item::{MapItem, MapKind};
use domain::note::{Note, NoteKind};
use domain::pins::Pins;
use domain::safety_goal::{GoalKind, SafetyGoal};

/// A note.
pub const fn note() -> Note {
    Note {
        kind: NoteKind::Visit,
        title: None,
        place: None,
        with: None,
        text: String::new(),
        short: None,
        seen: Vec::new(),
        there: Vec::new(),
        interpreter: None,
        original: None,
        planned: false,
        changes_the_picture: None,
        anew_because: None,
    }
}

/// Something on the map.
pub const fn map_item(kind: MapKind, text: String) -> MapItem {
    MapItem {
        kind,
        text,
        short: None,
        took_place: None,
        danger: None,
        original: None,
        unproven_until: None,
        doing: None,
        off_the_map: false,
    }
}

/// A danger statement.
pub const fn danger(text: String) -> DangerStatement {
    DangerStatement {
        kind: Level::Danger,
        who_worries: Vec::new(),
        happened: None,
        could_happen: None,
        when_likely: None,
        family_says: None,
        text,
        disagreement: None,
        disagreed_by: Vec::new(),
        others_worry: None,
        begun_on: None,
    }
}

/// A safety goal.
pub const fn goal(text: String) -> SafetyGoal {
    SafetyGoal {
        kind: GoalKind::Safety,
        danger: None,
        actors: Vec::new(),
        actions: Vec::new(),
        childs_day: None,
        seen_by: Vec::new(),
        duration_months: None,
        text,
        written_with: Vec::new(),
        seen_on: None,
    }
}

/// What is pinned to a child's front page.
pub const fn pins(child: PersonId) -> Pins {
    Pins {
        child,
        dangers: Vec::new(),
        strengths: Vec::new(),
        goals: Vec::new(),
        next: Vec::new(),
        scales: Vec::new(),
        plan_rules: Vec::new(),
        decision: None,
        unknowns: Vec::new(),
        ring: Vec::new(),
        helping: Vec::new(),
        today_line: None,
    }
}

/// A decision.
pub const fn decision(question: String) -> Decision {
    Decision {
        question,
        state: DecisionState::Made,
        made_on: None,
        urgency: None,
        known_then: Vec::new(),
        not_known: Vec::new(),
        assumptions: Vec::new(),
        options: Vec::new(),
        chosen: None,
        because: String::new(),
        principles: Vec::new(),
        decided_by: Vec::new(),
        stands_behind: Vec::new(),
        agreed_their_part: Vec::new(),
        partners_there: Vec::new(),
        would_change_our_mind: Vec::new(),
        review_on: None,
        for_child: String::new(),
        plan: None,
        earlier: Vec::new(),
    }
}

/// One way a decision could go.
pub const fn choice(text: String) -> Choice {
    Choice {
        text,
        only_in_full: false,
        best_hope: None,
        worst_worry: None,
        benefits: Vec::new(),
        harms: Vec::new(),
        safeguards: Vec::new(),
    }
}
