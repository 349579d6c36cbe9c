//! A `DocumentReference` for each drawing, recording and photograph; its bytes are a `Binary` of
//! the same document. A drawing has two contents: its picture, and the strokes it was drawn in.

use serde_json::{Value, json};
use uuid::Uuid;

use super::people::organization_id;
use super::{binary_id, meta, to, uri, urn};
use crate::package::Bytes;
use crate::package::session::{Page, Session};

/// One drawing, recording or photograph.
struct Paper<'a> {
    id: Uuid,
    what: &'static str,
    files: Vec<(&'a str, &'static str)>,
    describes: Option<&'a str>,
    /// A recording and a drawing are the child's; who took a photograph, nobody wrote down.
    by_child: bool,
}

pub(super) fn references(told: &Session, attached: &[Bytes<'_>]) -> Vec<Value> {
    let mut all = vec![];
    for page in &told.pages {
        for paper in papers(page) {
            all.push(reference(told, page, &paper, attached));
        }
    }
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
            by_child: true,
        });
    }
    let sounds = page.sounds.iter().map(|sound| (sound, "Recording of a child", true));
    let photos = page.photos.iter().map(|photo| (photo, "Photograph", false));
    papers.extend(sounds.chain(photos).map(|(of, what, by_child)| Paper {
        id: of.id,
        what,
        files: vec![(&*of.file, what)],
        describes: of.describes.as_deref(),
        by_child,
    }));
    papers
}

fn reference(told: &Session, page: &Page, paper: &Paper<'_>, attached: &[Bytes<'_>]) -> Value {
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
    let page_is = json!({"identifier": uri(page.id), "display": format!("Page {}", page.n)});
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
        "context": {
            "period": {"start": told.started_at, "end": told.ended_at},
            "related": [page_is],
        },
    });
    if let Some(fields) = reference.as_object_mut() {
        if paper.by_child {
            fields.insert("author".into(), json!([to(told.child.id)]));
        }
        if let Some(says) = paper.describes.filter(|says| super::holds(says)) {
            fields.insert("description".into(), json!(says));
        }
    }
    reference
}

impl Page {
    /// The ids of what stands beside its words.
    pub(super) fn attached(&self) -> impl Iterator<Item = Uuid> {
        let drawing = self.drawing.iter().map(|drawing| drawing.id);
        let others = self.sounds.iter().chain(&self.photos).map(|attached| attached.id);
        drawing.chain(others)
    }
}
