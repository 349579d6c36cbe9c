//! Sheets of front pages that were drawn lately. A child's front page is opened many times between
//! two changes of it; drawing one costs a sixth of answering it, and laying out a family about a
//! millisecond.
//!
//! A sheet is kept with all the facts it was drawn from and drawn anew where these differ, which
//! are read for each look at it, by the one rule: so nobody is ever shown anything by another's
//! leave, or as it was before.

use domain::front_page::FrontPage;
use domain::id::PersonId;
use hashlink::LruCache;
use jiff::civil::Date;
use maud::Markup;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use ui::front_page::{Sheet, family_drawing, sheet};
use ui::layout::{ChildPage, Frame};

/// How many are kept, the last drawn or shown of them: about 60 KB each.
const ROOM: usize = 300;

/// A child, and the day on which a reader last looked, which stands on the sheet.
type Whose = (PersonId, Option<Date>);

pub(crate) struct Sheets(Mutex<LruCache<Whose, Arc<Drawn>>>);

impl Default for Sheets {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(ROOM)))
    }
}

/// A sheet, and what it was drawn from.
struct Drawn {
    page: Arc<FrontPage>,
    linked: Vec<ChildPage>,
    family: Markup,
    sheet: Arc<Sheet>,
}

impl Sheets {
    /// The sheet of a page, with links to those pages of the child that are in this frame.
    pub(crate) fn draw(&self, frame: &Frame<'_>, page: Arc<FrontPage>) -> Arc<Sheet> {
        let before = self.find(&page);
        if let Some(before) = &before
            && (Arc::ptr_eq(&before.page, &page) || before.page == page)
            && before.linked == frame.pages
        {
            return Arc::clone(&before.sheet);
        }
        let family = match before {
            Some(before) if has_same_family(&before.page, &page) => before.family.clone(),
            _ => family_drawing(&page),
        };
        let drawn = Arc::new(sheet(frame, &page, &family));
        let sheet = Arc::clone(&drawn);
        self.keep(Drawn { page, linked: frame.pages.to_vec(), family, sheet });
        drawn
    }

    fn find(&self, page: &FrontPage) -> Option<Arc<Drawn>> {
        self.lock().get(&(page.child.id, page.looked_on)).cloned()
    }

    fn keep(&self, drawn: Drawn) {
        let whose = (drawn.page.child.id, drawn.page.looked_on);
        let before = self.lock().insert(whose, Arc::new(drawn));
        // Nobody waits for the lock while a sheet is given back.
        drop(before);
    }

    fn lock(&self) -> MutexGuard<'_, LruCache<Whose, Arc<Drawn>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn has_same_family(one: &FrontPage, other: &FrontPage) -> bool {
    one.family == other.family && one.as_of == other.as_of
}

#[cfg(test)]
mod tests {
    use super::*;
    use ui::front_page::front_page;
    use ui::front_page::samples::{frame, idris};
    use ui::layout::Theme;

    #[test]
    fn a_sheet_is_kept_while_everything_it_tells_is_the_same() {
        let sheets = Sheets::default();
        let frame = frame("/a/0", Theme::Device);
        let first = sheets.draw(&frame, Arc::new(idris()));
        assert!(Arc::ptr_eq(&first, &sheets.draw(&frame, Arc::new(idris()))));

        let mut page = idris();
        page.tonight = vec!["Ring Denise first.".to_owned()];
        let changed = front_page(&frame, &sheets.draw(&frame, Arc::new(page))).into_string();
        assert!(changed.contains("Ring Denise first."));

        let mut hidden = idris();
        hidden.decision = None;
        let hidden = front_page(&frame, &sheets.draw(&frame, Arc::new(hidden))).into_string();
        assert!(!hidden.contains("With Nan, building up time at home in steps."));
    }

    #[test]
    fn whoever_may_open_fewer_pages_is_linked_to_fewer() {
        let sheets = Sheets::default();
        let all = frame("/a/0", Theme::Device);
        let few = Frame { pages: &[ChildPage::FrontPage], ..all };
        let drawn = |frame| front_page(frame, &sheets.draw(frame, Arc::new(idris()))).into_string();
        assert!(drawn(&all).contains("/story\""));
        assert!(!drawn(&few).contains("/story\""));
    }

    #[test]
    fn no_more_are_kept_than_there_is_room_for() {
        let sheets = Sheets::default();
        let frame = frame("/a/0", Theme::Device);
        for nth in 0..ROOM + 2 {
            let mut page = idris();
            page.child.id = PersonId(uuid::Uuid::from_u128(nth as u128));
            let _ = sheets.draw(&frame, Arc::new(page));
        }
        assert!(sheets.lock().len() <= ROOM);
    }
}
