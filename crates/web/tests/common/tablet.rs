//! A tablet over HTTP: set up, and handing in.

use super::{Actor, Answer, Council};
use serde_json::{Value, json};
use town::tablet::{Attached, Sealed, Tablet};
use uuid::Uuid;

/// The session that is handed in.
pub const SESSION: Uuid = Uuid::from_u128(0x0193_4b3c_0000_7000_8000_0000_0000_0007);
/// Its one page.
pub const PAGE: &str = "01934b3c-0000-7000-8000-0000000000aa";
/// A recording.
pub const SOUND: Uuid = Uuid::from_u128(0x0193_4b3c_0000_7000_8000_0000_0000_0008);

/// JSON.
pub fn read(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

/// The code that a worker is given.
pub async fn code(worker: &mut Actor) -> String {
    let page = worker.post("/tablets", &[("name", "the blue one")]).await;
    assert_eq!(page.code(), 200, "{}", page.text);
    let code = page.text.split("class=\"code\"").nth(1).and_then(|t| t.split("ltr\">").nth(1));
    code.and_then(|rest| rest.split('<').next()).expect("a code").to_owned()
}

/// A tablet that was set up.
pub async fn set_up(council: &Council, worker: &mut Actor) -> (Actor, Tablet) {
    let mut kit = council.browser();
    let code = json!({"code": code(worker).await.to_lowercase(), "guards": true}).to_string();
    let answer = kit.post_json("/sync/v1/devices", &code).await;
    assert_eq!(answer.code(), 201, "{}", answer.text);
    (kit, Tablet::from_answer(&read(&answer.text)).expect("a tablet"))
}

/// What Tyler made.
pub fn words() -> Vec<Value> {
    sitting("Tyler")
}

/// Sealed, with a recording.
pub fn sealed(tablet: &Tablet, ops: &[Value]) -> Sealed {
    let sound = Attached { id: SOUND, kind: "sound", bytes: vec![7; 1_500_000] };
    tablet.seal(SESSION, ops, &[sound], 3).expect("sealed")
}

/// Hands the manifest in.
pub async fn hand_in(kit: &mut Actor, tablet: &Tablet, sealed: &Sealed) -> Answer {
    let path = format!("/sync/v1/bundles/{}", sealed.session);
    kit.put(&path, sealed.manifest.to_string().into_bytes(), Some(&tablet.token)).await
}

/// Sends a chunk; how it was answered.
pub async fn send_chunk(
    kit: &mut Actor,
    tablet: &Tablet,
    (digest, bytes): &(String, Vec<u8>),
) -> u16 {
    let path = format!("/sync/v1/chunks/{digest}");
    kit.put(&path, bytes.clone(), Some(&tablet.token)).await.code()
}

/// What a child made, as the kit writes it.
pub fn sitting(name: &str) -> Vec<Value> {
    let op = |n: i64, by: &str, mut fields: Value| {
        let at = 1_795_520_700_000_i64 - 3_600_000 + n * 1_000;
        fields["at"] = at.into();
        fields["since"] = (n * 1_000).into();
        fields["by"] = by.into();
        fields
    };
    vec![
        op(
            0,
            "worker",
            json!({"kind": "begin", "session": SESSION, "child": {"name": name},
            "worker": "Priya", "language": "en-GB", "build": "test", "enquiry": "none",
            "agreement": {"how": "agreed", "who": "Mum", "on": "2026-11-23"}, "near": "nobody",
            "place": "at school"}),
        ),
        op(1, "child", json!({"kind": "level", "level": "b"})),
        op(2, "child", json!({"kind": "variant", "variant": "houses"})),
        op(3, "child", json!({"kind": "page", "page": PAGE, "house": "worries"})),
        op(
            4,
            "child",
            json!({"kind": "words", "page": PAGE, "id": SOUND, "text": "the ambilance"}),
        ),
        op(
            5,
            "child",
            json!({"kind": "stroke", "page": PAGE, "id": SESSION, "tool": "crayon",
            "colour": "#3c6fb4", "width": 6, "ended": true,
            "points": [[100.0, 100.0, 0.5, 0], [300.0, 200.0, 0.5, 90]]}),
        ),
        op(6, "worker", json!({"kind": "read_back", "done": true})),
        op(7, "worker", json!({"kind": "note", "text": "Quiet at first, then he drew."})),
        op(8, "worker", json!({"kind": "finish", "how": "read_back"})),
    ]
}

/// An office, and somebody in it who has set up a tablet.
pub struct Office {
    /// The office.
    pub council: Council,
    /// Whose tablet it is.
    pub worker: Actor,
    /// The tablet, as it calls.
    pub kit: Actor,
    /// What it was told when it was set up.
    pub tablet: Tablet,
}

impl Office {
    /// The worker's tablet.
    pub async fn with_a_tablet() -> Self {
        Self::with_a_tablet_of(Council::new(), "worker").await
    }

    /// A tablet of whoever goes by this name.
    pub async fn with_a_tablet_of(council: Council, who: &'static str) -> Self {
        let mut worker = council.signed_in(who).await;
        let (kit, tablet) = set_up(&council, &mut worker).await;
        Self { council, worker, kit, tablet }
    }

    /// The child that the worker works with.
    pub fn own_child(&self) -> String {
        self.council.child("worker’s own").to_string()
    }

    /// The tablet sends a chunk; how it was answered.
    pub async fn sends(&mut self, chunk: &(String, Vec<u8>)) -> u16 {
        send_chunk(&mut self.kit, &self.tablet, chunk).await
    }

    /// The tablet hands in all that a child made.
    pub async fn is_handed_in(&mut self, ops: &[Value]) {
        hand_in_whole(&mut self.kit, &self.tablet, ops).await;
    }

    /// The tablet hands it in as it was sealed.
    pub async fn is_handed_in_sealed(&mut self, sealed: &Sealed) {
        hand_in_sealed(&mut self.kit, &self.tablet, sealed).await;
    }

    /// It is said to be that child's; the page that is shown then.
    pub async fn is_filed(&mut self) -> Answer {
        let child = self.own_child();
        let form = [("then", "file"), ("child", child.as_str())];
        let filed = self.worker.post(&format!("/handed-in/{SESSION}"), &form).await;
        assert_eq!(filed.code(), 303, "{}", filed.text);
        self.worker.get(filed.location()).await
    }
}

/// Hands all of it in.
pub async fn hand_in_whole(kit: &mut Actor, tablet: &Tablet, ops: &[Value]) {
    let sealed = tablet.seal(SESSION, ops, &[], 5).expect("sealed");
    hand_in_sealed(kit, tablet, &sealed).await;
}

async fn hand_in_sealed(kit: &mut Actor, tablet: &Tablet, sealed: &Sealed) {
    for chunk in &sealed.chunks {
        send_chunk(kit, tablet, chunk).await;
    }
    let answer = hand_in(kit, tablet, sealed).await;
    assert_eq!(answer.code(), 200, "{}", answer.text);
}

/// Where in a stream of records each ends.
fn ends(stream: &[u8]) -> Vec<usize> {
    let mut ends = vec![];
    let mut at = 0;
    while let Some(length) = stream.get(at..at + 4) {
        let length = u32::from_be_bytes(length.try_into().expect("four bytes"));
        at += 4 + usize::try_from(length).expect("short");
        ends.push(at);
    }
    ends
}

/// What was sealed, with one byte changed in this record of its first chunk: as if it had been
/// spoilt on the tablet.
pub fn spoilt(sealed: &Sealed, record: usize) -> Sealed {
    let mut sealed = sealed.clone();
    let (digest, bytes) = &mut sealed.chunks[0];
    let at = ends(bytes)[record] - 1;
    bytes[at] ^= 1;
    let before = std::mem::replace(digest, town::tablet::digest(bytes));
    let manifest = sealed.manifest.to_string().replace(&before, digest);
    sealed.manifest = read(&manifest);
    sealed
}
