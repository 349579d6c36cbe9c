//! A `DocumentReference` for each drawing, recording and photograph; its bytes are a `Binary` of
//! the same document. A drawing has two contents: its picture, and the strokes it was drawn in.

use serde_json::{Value, json};
use uuid::Uuid;

use super::people::organization_id;
use super::{binary_id, meta, to, uri, urn};
use crate::package::Bytes;
use crate::package::session::{Attached, Page, Session};

/// One drawing, recording or photograph.
struct Paper<'a> {
    id: Uuid,
    what: &'static str,
    files: Vec<(&'a str, &'static str)>,
    describes: Option<&'a str>,
    broken_off: bool,
    /// A recording and a drawing are the child's; who took a photograph, nobody wrote down.
    by_child: bool,
}

pub(super) fn references(told: &Session, attached: &[Bytes<'_>]) -> Vec<Value> {
    let mut all = vec![];
    for page in &told.pages {
        for paper in papers(page) {
            all.push(reference(told, Some(page), &paper, attached));
        }
    }
    let on_no_page = kept(&told.sounds, &told.photos);
    all.extend(on_no_page.map(|paper| reference(told, None, &paper, attached)));
    all
}

fn papers(page: &Page) -> Vec<Paper<'_>> {
    let mut papers = vec![];
    if let Some(drawing) = &page.drawing {
        papers.push(Paper {
            id: drawing.id,
            what: "Drawing by a child",
            files: vec![(&drawing.picture, "The drawing"), (&drawing.ops, "Its strokes, in order")],
            describes: drawing.describes.as_deref(),
            broken_off: false,
            by_child: true,
        });
    }
    papers.extend(kept(&page.sounds, &page.photos));
    papers
}

/// Recordings and photographs, on one page or on none.
fn kept<'a>(sounds: &'a [Attached], photos: &'a [Attached]) -> impl Iterator<Item = Paper<'a>> {
    let sounds = sounds.iter().map(|sound| (sound, "Recording of a child", true));
    let photos = photos.iter().map(|photo| (photo, "Photograph", false));
    sounds.chain(photos).map(|(of, what, by_child)| Paper {
        id: of.id,
        what,
        files: vec![(&*of.file, what)],
        describes: of.describes.as_deref(),
        broken_off: of.broken_off,
        by_child,
    })
}

fn reference(
    told: &Session,
    page: Option<&Page>,
    paper: &Paper<'_>,
    attached: &[Bytes<'_>],
) -> Value {
    let contents = paper.files.iter().filter_map(|(file, title)| {
        let bytes = attached.iter().find(|bytes| bytes.file == *file)?;
        Some(json!({"attachment": {
            "contentType": bytes.media_type,
            "url": urn(binary_id(told, file)),
            "size": bytes.bytes.len(),
            "title": title,
            "creation": told.ended_at,
        }}))
    });
    let mut context = json!({"period": {"start": told.started_at, "end": told.ended_at}});
    if let (Some(page), Some(fields)) = (page, context.as_object_mut()) {
        let on = json!({"identifier": uri(page.id), "display": format!("Page {}", page.n)});
        fields.insert("related".into(), json!([on]));
    }
    let mut reference = json!({
        "resourceType": "DocumentReference",
        "id": paper.id,
        "meta": meta("DocumentReference"),
        "identifier": [uri(paper.id)],
        "status": "current",
        "type": {"text": paper.what},
        "subject": to(told.child.id),
        "date": told.ended_at,
        "custodian": to(organization_id(told)),
        "content": contents.collect::<Vec<_>>(),
        "context": context,
    });
    if let Some(fields) = reference.as_object_mut() {
        if paper.by_child {
            fields.insert("author".into(), json!([to(told.child.id)]));
        }
        if let Some(says) = paper.says(page.is_some()) {
            fields.insert("description".into(), json!(says));
        }
    }
    reference
}

impl Paper<'_> {
    /// What is said of it in words.
    fn says(&self, on_a_page: bool) -> Option<String> {
        let says = [
            self.describes.filter(|says| super::holds(says)),
            self.broken_off.then_some("It broke off."),
            (!on_a_page).then_some("It lies on no page."),
        ];
        let says = says.into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!says.is_empty()).then_some(says)
    }
}

impl Session {
    /// The ids of what stands beside its words.
    pub(super) fn attached(&self) -> impl Iterator<Item = Uuid> {
        let on_no_page = self.sounds.iter().chain(&self.photos).map(|attached| attached.id);
        self.pages.iter().flat_map(Page::attached).chain(on_no_page)
    }
}

impl Page {
    /// The ids of what stands beside its words.
    pub(super) fn attached(&self) -> impl Iterator<Item = Uuid> {
        let drawing = self.drawing.iter().map(|drawing| drawing.id);
        let others = self.sounds.iter().chain(&self.photos).map(|attached| attached.id);
        drawing.chain(others)
    }
}
