//! Idris and his family, as somebody wrote them down: a short form of Wexcombe's family A.

mod plan;

use super::Scribe;
use domain::account::Account;
use domain::address::{Address, Whose};
use domain::child_message::ChildMessage;
use domain::danger_statement::{DangerStatement, Level};
use domain::decision::{Choice, Decision, State as DecisionState, TheirPart};
use domain::decision_view::{Adds, DecisionView};
use domain::emblem::Emblem;
use domain::family::Family;
use domain::family_member::FamilyMember;
use domain::household::Household;
use domain::household_member::HouseholdMember;
use domain::id::{AccountId, EntryId, FamilyId, HouseholdId, PersonId, TeamId};
use domain::involvement::{Involved, Involvement, Role};
use domain::map_item::{MapItem, MapKind};
use domain::name::{Name, Usage};
use domain::note::{Note, NoteKind, Seen};
use domain::person::{Born, Person, Phone, Sex, Work};
use domain::safety_goal::{GoalKind, SafetyGoal};
use domain::scale::{Scale, ScaleKind};
use domain::team::Team;
use domain::tie::{Parenthood, Tie, Union, What};
use domain::tonight::Tonight;
use domain::unknown::Unknown;
use domain::voice::{Mode, Recorder, SourceKind};
use jiff::civil::{Date, date};

/// The demo's day.
pub const TODAY: Date = Date::constant(2026, 11, 24);

/// Everybody, and what was written that a story goes on from.
#[derive(Debug, Clone, Copy)]
pub struct Idris {
    pub idris: PersonId,
    pub leah: PersonId,
    pub karim: PersonId,
    pub denise: PersonId,
    pub yusuf: PersonId,
    pub samira: PersonId,
    pub gill: PersonId,
    pub anita: PersonId,
    pub anitas_account: AccountId,
    pub beth: PersonId,
    pub colin: PersonId,
    pub team: TeamId,
    pub mill_bank: HouseholdId,
    pub danger: EntryId,
    pub scale: EntryId,
    pub plan: EntryId,
    pub decision: EntryId,
    pub clinic: EntryId,
    pub cot: EntryId,
}

/// Writes the whole family down.
pub fn written_by(scribe: &mut Scribe) -> Idris {
    let mut writing = Writing(scribe);
    let [colin, anita, beth] = [
        writing.worker("Colin Peake", "team manager", None),
        writing.worker("Anita Rowe", "social worker", None),
        writing.worker("Beth Lowe", "health visitor", Some(SourceKind::Health)),
    ];
    let (team, anitas_account) = writing.team(anita);
    writing.0.by = Recorder::Account(anitas_account);
    let mut family = writing.family(colin, anita, beth, team, anitas_account);
    writing.homes(&mut family);
    writing.page(&family);
    writing.map(&mut family);
    writing.plan(&mut family);
    writing.decision(&mut family);
    writing.visit(&family, date(2026, 11, 17), "Turns to Leah's voice.");
    family
}

/// The one who writes it.
pub struct Writing<'a>(pub &'a mut Scribe);

impl Writing<'_> {
    fn person(&mut self, name: &str, person: Person) -> PersonId {
        let id = PersonId::first_written_in(self.0.writes(&[], date(2026, 10, 1), person));
        self.name(id, name);
        id
    }

    pub fn name(&mut self, person: PersonId, full: &str) -> EntryId {
        let name = Name {
            person,
            full: full.into(),
            known_as: None,
            usage: Usage::Usual,
            from: None,
            until: None,
        };
        self.0.writes(&[], date(2026, 10, 1), name)
    }

    fn worker(&mut self, name: &str, job: &str, agency: Option<SourceKind>) -> PersonId {
        let organisation = agency.map(|_| "Wexcombe Community Health".to_owned());
        let work = Work { job: job.into(), organisation, agency };
        let phone = Phone { number: "01632 960 114".into(), note: Some("office hours".into()) };
        self.person(name, Person { work: Some(work), phone: Some(phone), ..Person::default() })
    }

    fn team(&mut self, worker: PersonId) -> (TeamId, AccountId) {
        let phone = Phone { number: "01632 960 100".into(), note: Some("any time".into()) };
        let team = Team { name: "Orchard team".into(), duty_phone: Some(phone), closed_on: None };
        let team = TeamId::first_written_in(self.0.writes(&[], date(2026, 1, 5), team));
        let account = Account {
            person: worker,
            email: "worker@wexcombe.example".into(),
            directory_id: None,
            roles: vec![domain::account::Role::Practitioner],
            teams: vec![team],
            help: domain::account::HelpLevel::default(),
            on_call: vec![],
            scopes: vec![],
            closed_on: None,
        };
        let account = self.0.writes(&[], date(2026, 1, 5), account);
        (team, AccountId::first_written_in(account))
    }

    fn relative(&mut self, name: &str, sex: Sex, born: Date) -> PersonId {
        let born = Some(Born::On(born));
        self.person(name, Person { born, sex: Some(sex), ..Person::default() })
    }

    fn parent(&mut self, child: PersonId, parent: PersonId) {
        let what =
            What::ParentOf { by: Parenthood::Biological, responsibility: None, unnamed: None };
        let tie = Tie { from: parent, to: child, what, since: None, until: None, note: None };
        self.0.writes(&[child], date(2026, 10, 1), tie);
    }

    fn family(
        &mut self,
        colin: PersonId,
        anita: PersonId,
        beth: PersonId,
        team: TeamId,
        anitas_account: AccountId,
    ) -> Idris {
        let idris = self.relative("Idris Mahoney-Shah", Sex::Male, date(2026, 6, 14));
        let leah = self.relative("Leah Mahoney", Sex::Female, date(2005, 3, 2));
        let karim = self.relative("Karim Shah", Sex::Male, date(2003, 7, 19));
        let denise = self.relative("Denise Mahoney", Sex::Female, date(1979, 1, 25));
        let yusuf = self.relative("Yusuf Shah", Sex::Male, date(1974, 11, 8));
        let samira = self.relative("Samira Shah", Sex::Female, date(2000, 9, 12));
        let gill = self.relative("Gill Tranter", Sex::Female, date(1970, 5, 5));
        for (child, parent) in
            [(idris, leah), (idris, karim), (leah, denise), (karim, yusuf), (samira, yusuf)]
        {
            self.parent(child, parent);
        }
        let couple = Tie {
            from: leah,
            to: karim,
            what: What::Union(Union::LivingTogether),
            since: None,
            until: None,
            note: None,
        };
        self.0.writes(&[idris], date(2026, 10, 1), couple);
        let title = "Idris: a broken arm nobody can explain".to_owned();
        let family = self.0.writes(&[idris], date(2026, 10, 1), Family { title, note: None });
        let family = FamilyId::first_written_in(family);
        for (person, role, called) in [
            (idris, "index child", ""),
            (leah, "mother", "Mum"),
            (karim, "father", "Dad"),
            (denise, "mother's mother", "Nan"),
            (yusuf, "father's father", "grandfather"),
            (samira, "father's sister", "aunt"),
            (gill, "neighbour and friend of Leah", "neighbour"),
        ] {
            self.member(family, person, role, called);
        }
        for (person, role, title) in
            [(anita, Role::Lead, "social worker"), (beth, Role::Partner, "health visitor")]
        {
            self.involves(idris, person, role, title);
        }
        Idris {
            idris,
            leah,
            karim,
            denise,
            yusuf,
            samira,
            gill,
            anita,
            anitas_account,
            beth,
            colin,
            team,
            mill_bank: HouseholdId::from_bytes([0; 16]),
            danger: family.first_entry(),
            scale: family.first_entry(),
            plan: family.first_entry(),
            decision: family.first_entry(),
            clinic: family.first_entry(),
            cot: family.first_entry(),
        }
    }

    fn member(&mut self, family: FamilyId, person: PersonId, role: &str, called: &str) {
        let member = FamilyMember {
            family,
            person,
            index_child: role == "index child",
            role: Some(role.into()),
            called: Some(called.to_owned()).filter(|called| !called.is_empty()),
            note: None,
            from: None,
            until: None,
        };
        self.0.writes(&[], date(2026, 10, 1), member);
    }

    pub fn involves(&mut self, child: PersonId, person: PersonId, role: Role, title: &str) {
        let who = Involved::Person(person);
        let title = Some(title.to_owned());
        let part = Involvement { child, who, role, title, from: date(2026, 9, 28), until: None };
        self.0.writes(&[child], date(2026, 9, 28), part);
    }

    pub fn household(&mut self, name: &str, sealed: bool) -> HouseholdId {
        let household = Household { name: name.into(), sealed, note: None };
        HouseholdId::first_written_in(self.0.writes(&[], date(2026, 10, 1), household))
    }

    pub fn lives(&mut self, household: HouseholdId, person: PersonId, days: (Date, Option<Date>)) {
        let (from, until) = (Some(days.0.into()), days.1.map(Into::into));
        let member = HouseholdMember { household, person, from, until, sometimes: false };
        self.0.writes(&[], days.0, member);
    }

    pub fn sealed_address(&mut self, of: Whose) -> EntryId {
        let lines = vec!["Allotment Cottage".to_owned()];
        let address = Address {
            of,
            lines,
            postcode: None,
            uprn: None,
            sealed: true,
            from: None,
            until: None,
        };
        self.0.writes(&[], date(2026, 11, 1), address)
    }

    fn homes(&mut self, family: &mut Idris) {
        let moved = date(2026, 10, 1);
        let orchard_row = self.household("14 Orchard Row", false);
        let mill_bank = self.household("3 Mill Bank", false);
        self.lives(orchard_row, family.leah, (date(2025, 1, 1), None));
        self.lives(orchard_row, family.karim, (date(2025, 1, 1), None));
        self.lives(orchard_row, family.idris, (date(2026, 6, 14), moved.yesterday().ok()));
        self.lives(mill_bank, family.denise, (date(2004, 1, 1), None));
        self.lives(mill_bank, family.idris, (moved, None));
        family.mill_bank = mill_bank;
    }

    fn page(&mut self, f: &Idris) {
        let child = f.idris;
        let lines = vec!["Milk: special formula in the blue tin.".to_owned()];
        self.0.writes(&[child], date(2026, 10, 2), Tonight { child, lines });
        let text = "Nan says he likes the washing machine going round.".to_owned();
        let said = (f.denise, Mode::CloseNote);
        self.0.quotes(said, &[child], date(2026, 10, 6), ChildMessage { child, text });
        let emblem = Emblem {
            child,
            shows: "a washing machine going round".into(),
            given_by: Some(f.samira),
            how: None,
            picture: None,
        };
        self.0.writes(&[child], date(2026, 10, 9), emblem);
        let unknown = Unknown {
            question: "Who was holding him when it happened?".into(),
            short: Some("Who was holding him.".into()),
            since: None,
            who_finds_out: Some(f.anita),
            by: None,
            came_from: None,
            found: None,
        };
        self.0.writes(&[child], date(2026, 10, 3), unknown);
    }

    pub fn slip(
        &mut self,
        (who, how): (PersonId, Mode),
        about: &[PersonId],
        on: Date,
        kind: MapKind,
        text: &str,
    ) -> EntryId {
        let item = MapItem {
            kind,
            text: text.into(),
            short: None,
            took_place: None,
            danger: None,
            original: None,
            unproven_until: None,
            doing: None,
            off_the_map: false,
        };
        self.0.quotes((who, how), about, on, item)
    }

    fn map(&mut self, f: &mut Idris) {
        let about = [f.idris];
        let danger = DangerStatement {
            kind: Level::Danger,
            who_worries: vec![f.anita, f.beth, f.denise],
            happened: None,
            could_happen: None,
            when_likely: None,
            family_says: None,
            text: "Anita is worried that Idris could be hurt. Leah does not agree.".into(),
            disagreement: Some("Leah does not agree.".into()),
            disagreed_by: vec![f.leah],
            others_worry: None,
            begun_on: None,
        };
        f.danger = self.0.writes(&about, date(2026, 10, 9), danger);
        let close = Mode::CloseNote;
        let worry = "He cried for four hours most evenings.";
        self.slip((f.leah, close), &about, date(2026, 10, 6), MapKind::Complicating, worry);
        let clinic = "They were at every clinic.";
        f.clinic = self.slip((f.beth, close), &about, date(2026, 10, 7), MapKind::Strength, clinic);
        let cot = "Leah put Idris in his cot and waited for Gill.";
        f.cot = self.slip((f.gill, close), &about, date(2026, 10, 8), MapKind::Safety, cot);
        let goal = SafetyGoal {
            kind: GoalKind::Safety,
            danger: Some(f.danger),
            actors: vec![f.leah, f.karim],
            actions: vec![],
            childs_day: None,
            seen_by: vec![f.denise],
            duration_months: Some(6),
            text: "For six months Idris is handed over within ten minutes.".into(),
            written_with: vec![f.leah],
            seen_on: None,
        };
        self.0.writes(&about, date(2026, 10, 9), goal);
        let scale = |kind, title: &str, danger| Scale {
            kind,
            title: Some(title.into()),
            anchor0: "He will be hurt.".into(),
            anchor10: "He will be handled gently.".into(),
            danger,
        };
        let care = scale(ScaleKind::EverydayCare, "Everyday care", None);
        let care = self.0.writes(&about, date(2026, 10, 6), care);
        let safe = scale(ScaleKind::Danger, "How safe is it for Idris?", Some(f.danger));
        f.scale = self.0.writes(&about, date(2026, 10, 6), safe);
        for (rater, on, value) in [
            (f.leah, date(2026, 10, 6), 8),
            (f.anita, date(2026, 10, 6), 2),
            (f.leah, date(2026, 11, 17), 7),
            (f.anita, date(2026, 11, 17), 5),
        ] {
            self.rates(f.scale, rater, &about, on, value);
        }
        self.rates(care, f.beth, &about, date(2026, 10, 7), 8);
    }

    fn decision(&mut self, f: &mut Idris) {
        let about = [f.idris];
        let option = |text: &str| Choice {
            text: text.into(),
            only_in_full: false,
            best_hope: None,
            worst_worry: None,
            benefits: vec![],
            harms: vec![],
            safeguards: vec![],
        };
        let part = TheirPart { person: f.denise, words: "He can come to me.".into(), on: None };
        let decision = Decision {
            question: "Where should Idris live while we find out?".into(),
            state: DecisionState::Made,
            made_on: Some(date(2026, 10, 1)),
            urgency: None,
            known_then: vec![],
            not_known: vec![],
            assumptions: vec![],
            options: vec![option("Home now"), option("With Nan")],
            chosen: Some(2),
            because: "Safety now and a fair test.".into(),
            principles: vec![],
            decided_by: vec![f.colin, f.anita],
            stands_behind: vec![],
            agreed_their_part: vec![part],
            partners_there: vec![],
            would_change_our_mind: vec![],
            review_on: Some(date(2027, 1, 11)),
            for_child: "You stay with Nan.".into(),
            plan: Some(f.plan),
            earlier: vec![],
        };
        f.decision = self.0.writes(&about, date(2026, 10, 1), decision);
        let words = "He should be home with us.".to_owned();
        let adds = Adds::Dissent { words };
        let view = DecisionView { decision: f.decision, person: f.karim, role: None, adds };
        self.0.writes(&about, date(2026, 10, 1), view);
    }

    pub fn visit(&mut self, f: &Idris, on: Date, how: &str) -> EntryId {
        self.note(&[f.idris], on, how)
    }

    /// A visit that saw all of these children.
    pub fn note(&mut self, children: &[PersonId], on: Date, how: &str) -> EntryId {
        let seen = |child: &PersonId| Seen {
            child: *child,
            alone: Some(false),
            how: Some(how.to_owned()),
        };
        let note = Note {
            kind: NoteKind::Visit,
            title: None,
            place: Some("at Nan's".into()),
            with: None,
            text: format!("{how} Then we talked for an hour."),
            short: Some("everyone scales".into()),
            seen: children.iter().map(seen).collect(),
            there: vec![],
            interpreter: None,
            original: None,
            planned: false,
            changes_the_picture: None,
            anew_because: None,
        };
        self.0.writes(children, on, note)
    }
}
