//! Family drawings that were laid out lately. Laying one out takes about a millisecond, and a
//! family stays the same from one look to the next.
//!
//! A drawing is kept with the facts it was drawn from, and drawn anew where these differ: so
//! nobody is ever shown a family by another's leave.

use domain::front_page::{Family, FrontPage};
use domain::id::PersonId;
use jiff::civil::Date;
use maud::Markup;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// How many are kept: about 10 KB each.
const ROOM: usize = 1_000;

#[derive(Default)]
pub(crate) struct Drawings(Mutex<HashMap<PersonId, Drawn>>);

struct Drawn {
    family: Family,
    on: Date,
    drawing: Markup,
}

impl Drawings {
    /// The drawing of a page's family.
    pub(crate) fn draw(&self, page: &FrontPage) -> Markup {
        if let Some(drawn) = self.lock().get(&page.child.id)
            && drawn.on == page.as_of
            && drawn.family == page.family
        {
            return drawn.drawing.clone();
        }
        let drawing = ui::front_page::family_drawing(page);
        let family = page.family.clone();
        let drawn = Drawn { family, on: page.as_of, drawing: drawing.clone() };
        let mut kept = self.lock();
        if kept.len() >= ROOM {
            kept.clear();
        }
        kept.insert(page.child.id, drawn);
        drawing
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<PersonId, Drawn>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
