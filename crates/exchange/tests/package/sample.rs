//! Tyler's session at school, with a drawing, a recording and a photograph.

use domain::child_answer::ChildAnswer;
use domain::houses_page::{Hand, HousesPage, Number, OutOfTen, Pile, Place, Sorted, Words};
use domain::houses_session::{
    self, Asked, Cleared, Ending, Exact, House, HousesSession, Level, NamedHouse, PassedOn,
    Permission, Question, ReadBack, Stone, Understood, Unopened, Variant,
};
use domain::id::{Authority, EntryId, PersonId, TabletId};
use domain::identifier::{Identifier, LaChildId, NhsNumber, RecordedUpn};
use domain::important_said::ImportantSaid;
use domain::sharing::{Answer, How};
use exchange::package::{
    Came, Child, Choice, Drawn, For, Kept, Making, Named, NoPackage, Package, Page, Sitting, Told,
};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use uuid::Uuid;

/// The child's whole name, which must stand in no name of a file.
pub const TYLER: &str = "Tyler Reece Marsh-Okafor";

pub fn at() -> Timestamp {
    "2026-03-30T09:15:00Z".parse().unwrap()
}

fn moment(minute: u8) -> Timestamp {
    format!("2026-03-26T14:{minute:02}:31.25Z").parse().unwrap()
}

pub fn person(n: u128, name: &str) -> Named {
    Named { id: PersonId(Uuid::from_u128(n)), name: name.into() }
}

pub fn kayleigh() -> Named {
    person(0x21, "Kayleigh Marsh")
}

fn root(n: u128) -> EntryId {
    EntryId(Uuid::from_u128(n))
}

/// A page with these words of the child's, and nothing chosen.
pub fn page(n: u16, house: House, words: &str) -> Page {
    let words = Words { text: words.into(), by: Hand::Child, at: moment(12) };
    Page {
        root: root(0x1000 + u128::from(n)),
        page: HousesPage { words: vec![words], ..HousesPage::blank(root(1), house, n) },
        drawing: None,
        sounds: vec![],
        photos: vec![],
        choices: vec![],
    }
}

pub fn choice(with: Named, answer: Answer, part: Option<&str>) -> Choice {
    let by = PersonId(Uuid::from_u128(2));
    Choice { with, part: part.map(Into::into), how: How::Chosen { answer, by } }
}

fn drawn(n: u128) -> Drawn {
    Drawn {
        root: root(n),
        ops: b"{\"kind\":\"page\"}\n{\"kind\":\"stroke\"}".to_vec(),
        svg: r##"<svg role="img" viewBox="0 0 744 486"><title>The "ambilance" &amp; me</title><path
            d="M1 2L3 4" stroke="#2C2A33"></path></svg>"##
            .into(),
        describes: Some("1 line of crayon.".into()),
    }
}

fn kept(n: u128, media_type: &str, seconds: Option<u32>) -> Kept {
    let bytes = (0..=255).cycle().take(3_000).collect();
    let (media_type, broken_off) = (media_type.into(), false);
    Kept { root: root(n), bytes, media_type, seconds, broken_off, describes: None }
}

/// Something important that he said.
pub fn important() -> (EntryId, ImportantSaid) {
    let said = ImportantSaid {
        child: PersonId(Uuid::from_u128(2)),
        session: root(1),
        words: "he frew the plate".into(),
        before: "What happens at tea time?".into(),
        who_near: "nobody".into(),
        seen: "looked at the door".into(),
        danger_now: Some(true),
        rang: Some("the duty manager, 14:40".into()),
        at: moment(38),
    };
    (root(0x51), said)
}

fn session() -> HousesSession {
    let agreed = Permission::Agreed {
        who: "Mum".into(),
        on: "24 March, by phone".into(),
        words: Some("yeah go on".into()),
    };
    HousesSession {
        child: PersonId(Uuid::from_u128(2)),
        level: Some(Level::B),
        variant: Variant::Houses,
        called: Some("my three dens".into()),
        named: vec![NamedHouse { house: House::Worries, name: "the shed".into() }],
        order: vec![House::Dreams, House::Good, House::Worries],
        place: Some("at school".into()),
        language: "en-GB".into(),
        interpreter: None,
        permission: Some(agreed.into()),
        enquiry: Some(Box::new(Cleared { by: "Dawn".into(), why: "with the police".into() })),
        near: Some("nobody".into()),
        told: vec![houses_session::Told { stone: Stone::WhoSees, answer: Understood::NotSure }],
        started: moment(5),
        ended: moment(48),
        ending: Ending::ReadBack,
        ending_why: None,
        read_back: Some(ReadBack { done: true, why_not: None }),
        pages: vec![],
        important: vec![],
        note: None,
        exact: vec![Exact { text: "its well loud".into(), after: None, at: moment(20) }],
        passed_on: vec![PassedOn {
            what: "the plate".into(),
            to: "the team".into(),
            why: "to keep him safe".into(),
            child_told: true,
            at: moment(41),
        }],
        comes_back_on: Some(date(2026, 4, 9)),
        path: vec!["start".into()],
        moved_because: None,
        asked: vec![Asked {
            node: "worries".into(),
            what: Question::Own("What is that?".into()),
            noticed: None,
        }],
        loose: vec![],
        unopened: Some(Box::new(Unopened { count: 2, code: "4K2".into() })),
    }
}

/// The whole of it, with something important in it and something that could not be opened.
pub fn tylers() -> Sitting {
    let mut worries = page(1, House::Worries, "the ambilance");
    worries.page.important = true;
    worries.page.title = Some("nee naw".into());
    worries.page.words.push(Words {
        text: "it was dark\nand loud".into(),
        by: Hand::Worker,
        at: moment(14),
    });
    worries.drawing = Some(drawn(0x61));
    worries.sounds = vec![
        kept(0x62, "audio/webm;codecs=opus", Some(75)),
        Kept { broken_off: true, ..kept(0x64, "audio/mp4", Some(9)) },
    ];
    worries.choices = vec![choice(kayleigh(), Answer::No, None)];
    let mut good = page(2, House::Good, "nanas crackers");
    good.photos = vec![kept(0x63, "image/jpeg", None)];
    good.choices = vec![
        choice(kayleigh(), Answer::Yes, None),
        choice(person(0x22, "Mr Okoro"), Answer::AskLater, Some("only drama")),
    ];
    let mut scale = page(3, House::Scale, "");
    scale.page.words.clear();
    scale.page.number =
        Some(Number { value: OutOfTen::new(4).ok(), words: Some("sort of ok".into()) });
    scale.page.path = Some(Place { thousandths: 420, words: Some("here".into()) });
    scale.page.sorted = vec![Sorted { card: "bed time".into(), pile: Pile::Middle }];
    scale.page.left_out = true;
    scale.choices = vec![choice(kayleigh(), Answer::Yes, None)];
    Sitting {
        root: root(1),
        session: session(),
        authority: (Authority::WEXCOMBE, "Wexcombe Borough Council".into()),
        child: Child {
            id: PersonId(Uuid::from_u128(2)),
            name: TYLER.into(),
            called: Some("Ty".into()),
            born: Some(date(2018, 9, 3)),
            identifiers: vec![
                Identifier::LaChildId(LaChildId::parse("W1042").unwrap()),
                Identifier::NhsNumber(NhsNumber::parse("999 000 0018").unwrap()),
                Identifier::Upn(RecordedUpn::read("A123456789012")),
                Identifier::Local { scheme: "Housing".into(), value: "H-7".into() },
            ],
        },
        worker: person(0x31, "Amina Yusuf"),
        pages: vec![worries, good, scale],
        sounds: vec![Kept { broken_off: true, ..kept(0x65, "application/octet-stream", None) }],
        photos: vec![kept(0x66, "image/png", None)],
        important: vec![important()],
        note: Some((root(0x52), "He was tired. I drove him back.".into())),
        answers: vec![told(date(2026, 4, 2))],
        came: Came {
            tablet: Some((TabletId(Uuid::from_u128(0x71)), "Blue tablet".into())),
            build: Some("0.4.1".into()),
            received_at: Some(moment(55)),
            confirmed: Some((person(0x32, "Dawn Price"), moment(58))),
            recorded_at: moment(59),
        },
    }
}

fn told(on: Date) -> Told {
    let answer = ChildAnswer {
        child: PersonId(Uuid::from_u128(2)),
        to: root(1),
        words: "You said tea time is loud. We talked with Mum.".into(),
        nothing_changed: None,
    };
    Told { root: root(0x53), on, answer }
}

/// The same where nothing important was said and all of it could be opened.
pub fn calm() -> Sitting {
    let session = HousesSession { unopened: None, ..session() };
    Sitting { session, important: vec![], ..tylers() }
}

pub fn made(sitting: &Sitting, whom: For) -> Result<Package<'_>, NoPackage> {
    let making = Making { whom, at: at(), program: "kith 0.4.1", replaces: None };
    Package::of(sitting, &making)
}

pub fn for_office(sitting: &Sitting) -> Package<'_> {
    made(sitting, For::SameAuthority).unwrap()
}

/// A file of a package, as whoever unpacks it has it.
pub struct Unpacked {
    pub name: String,
    pub media_type: String,
    pub bytes: Vec<u8>,
}

pub fn files(package: &Package<'_>) -> Vec<Unpacked> {
    let unpacked = package.files.iter().map(|file| Unpacked {
        name: file.name.clone(),
        media_type: file.media_type.clone(),
        bytes: package.bytes(file),
    });
    unpacked.collect()
}

pub fn file(package: &Package<'_>, name: &str) -> Unpacked {
    files(package).into_iter().find(|file| file.name == name).unwrap()
}

/// The text of one file.
pub fn text(package: &Package<'_>, name: &str) -> String {
    String::from_utf8(file(package, name).bytes).unwrap()
}
