//! Where the kit runs without the record, a worker begins here: what came from tablets, and the
//! children they work with, each with their sittings and what each child is to hear.

use crate::children::list as list_children;
use crate::cx::Read;
use crate::error::{Error, Result};
use crate::file::File;
use crate::reader::{Reader, reader};
use crate::session::Shown;
use crate::tablet::answered;
use domain::access::Action;
use domain::child_list::Which;
use domain::kind::{Kind, Payload};
use store::story::{StoryAsked, Told};
use ui::alone::{OfChild, Sat, Start};

/// How many sittings of one child stand on the page, the newest.
const SITTINGS: usize = 12;

/// The page, and who reads it.
///
/// # Errors
/// Where the store fails.
pub fn start(cx: &mut Read<'_>) -> Result<Shown<(Reader, Start)>> {
    let reader = reader(cx)?;
    let waiting = crate::whose::count_waiting(cx.tx, &reader.viewer)?;
    let (list, look) = match list_children(cx, Some(Which::Own), None) {
        Ok(Shown { page, look }) => (Some(page.list), look),
        // Whoever has no children of their own has no such list.
        Err(Error::NotFound | Error::NotYours) => (None, None),
        Err(why) => return Err(why),
    };
    let mut children = Vec::new();
    let more = list.as_ref().is_some_and(|list| list.next.is_some());
    for child in list.into_iter().flat_map(|list| list.children) {
        let sat = match File::open(cx, Action::OpenFile, child.id) {
            Ok(file) => sat(cx, &file)?,
            Err(Error::NotFound | Error::ReasonAsked { .. } | Error::BreakGlassAsked { .. }) => {
                vec![]
            }
            Err(why) => return Err(why),
        };
        children.push(OfChild { name: child.name, sat });
    }
    Ok(Shown { page: (reader, Start { waiting, children, more }), look })
}

fn sat(cx: &mut Read<'_>, file: &File) -> Result<Vec<Sat>> {
    let kinds = &[Kind::HousesSession];
    let asked = StoryAsked { child: file.child, kinds, before: None, limit: SITTINGS };
    let mut all = Vec::new();
    for line in cx.tx.list_story(asked, file.reading())? {
        let Told::Entry(entry) = line.told else { continue };
        let Some(Payload::HousesSession(said)) = &entry.payload else { continue };
        let (root, on) = (entry.head.root, entry.head.happened.day());
        let heard = answered(cx, file, root)?;
        let by = if heard.is_none() { said.answer_by(on) } else { None };
        let took_place = said.ending.took_place();
        all.push(Sat { root, on, took_place, heard, by });
    }
    Ok(all)
}
