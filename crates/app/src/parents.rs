//! Back to the family: somebody at home sees what the child agreed to, and nothing else (handbook
//! 3.1, step 13).
//!
//! ```text
//! ask     what they would get, drawn as they would get it, and the questions of practice
//! record  the answers, as an entry: to whom, in which way, by whom    ▸ a sheet, or a link once
//! shown   the day it was gone through together, written into it
//! ```
//! What they get is drawn from the package made for a parent (`exchange::package`), asked of the
//! record anew each time. Deliberately absent: a copy that is kept, and a message to anybody.

mod again;
mod drawn;
mod gathered;
mod link;
mod listed;
pub(crate) mod offer;

use crate::cx::{Read, Write};
use crate::entry::newest;
use crate::error::{Error, Result, Why};
use crate::file::File;
use crate::houses_session::writable;
use crate::opened::{Opened, open};
use crate::reader::full_name;
use crate::session::{Shown, Token};
use crate::typed::{Typed, happened, may_write_about};
use domain::access::Action;
use domain::board::BoardChild;
use domain::entry::{Entry, NewEntry};
use domain::front_page::Around;
use domain::id::{AccountId, EntryId, PersonId};
use domain::kind::Payload;
use domain::look::AtWhat;
use domain::shared_back::{ANSWER_MAX, LINK_DAYS, LINK_DAYS_MAX, SharedBack, Way};
use domain::sharing::{Answer, How, Sharing};
use domain::time::{day_of, start_of};
use jiff::ToSpan as _;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use store::front_page::Asked as FrontPageAsked;
use store::reading::Reading;
use store::shared_link::SharedLink;
use store::tx::Tx;
use ui::parents::Asked;
use ui::parents::ask::WhenPage;

pub use crate::sitting::Pictures;
use again::Met;
pub use link::Knock;
pub(crate) use listed::{is_of_the_family, listed, to_the_child};
pub use offer::{Nothing, Offer};

/// How packages made for a page name the program.
const PROGRAM: &str = "kith";

/// A page on which somebody decides about showing it to one person.
#[derive(Debug, Clone)]
pub struct Asking {
    /// The child.
    pub child: BoardChild,
    /// What they are called here: "Mum", "Donna".
    pub called: String,
    /// What there is, or why there is nothing.
    pub offer: std::result::Result<Offer, Nothing>,
    /// Whom they may ask about it.
    pub ask: Asked,
    /// The day on which the child said something important, in another sitting than this one, on
    /// its day or since; the last of them.
    pub important: Option<Date>,
    /// The last day on which another child of the family said something important that whoever
    /// asks may read, within a fortnight before the sitting or since.
    pub important_beside: Option<Date>,
    /// The id that a showing decided on here gets.
    pub showing: EntryId,
}

/// The preview and its questions, for whoever may write in the file.
pub fn ask(cx: &mut Read<'_>, root: EntryId, person: PersonId) -> Result<Shown<Opened<Asking>>> {
    let (entry, child) = newest(cx, root)?;
    let file = File::open(cx, Action::Write, child)?;
    if !matches!(entry.payload, Some(Payload::HousesSession(_))) {
        return Err(Error::NotFound);
    }
    let now = cx.edge.now;
    let offer = offer::offer(cx.tx, root, person, now)?;
    let account = file.viewer.account;
    let ask = whom_to_ask(cx.tx, account, now)?;
    let facts = cx.tx.read_map(file.asked(), &[person], file.reading())?;
    let around = Around::of(&facts);
    let named = around.named(person);
    if !is_of_the_family(&named) {
        return Err(Error::NotFound);
    }
    let (called, showing) = (to_the_child(&named), crate::draft::blank(cx).draft);
    let since = start_of(entry.head.happened.day());
    let said = cx.tx.list_important(&[child], since, file.reading())?;
    let important = said.iter().filter(|one| one.said.session != root).map(|one| one.on).max();
    let on = entry.head.happened.day();
    let others = facts.kin.siblings(child);
    let important_beside = said_beside(cx, &file, &others, on)?;
    let child_named = around.child().into();
    let page =
        Asking { child: child_named, called, offer, ask, important, important_beside, showing };
    open(cx, child, |_| Ok(Shown { page, look: Some(AtWhat::Entry { child, root }) }))
}

/// Before a sitting of this day somebody else of the family may have said what matters to it.
const BESIDE_DAYS: i64 = 14;

/// The last day on which any of these said something important, as far as the reader may read it:
/// what they may not read is not told here either.
fn said_beside(
    cx: &mut Read<'_>,
    file: &File,
    others: &[PersonId],
    on: Date,
) -> Result<Option<Date>> {
    let viewer = &file.viewer;
    let files = cx.tx.gather_files(viewer, others)?;
    let since = start_of(on.saturating_sub(BESIDE_DAYS.days()));
    let said = cx.tx.list_important(others, since, Reading { viewer, files: &files })?;
    let last = said.iter().max_by_key(|one| one.on);
    if let Some(one) = last {
        cx.looks_also(AtWhat::Entry { child: one.child, root: one.root });
    }
    Ok(last.map(|one| one.on))
}

/// What there is to print, the sitting it is of, and whom they may ask; else the sitting and the
/// person, where there is nothing any more.
pub type Sheet = std::result::Result<(Offer, EntryId, Asked), (EntryId, PersonId)>;

/// What there is to print for a showing that was decided on.
pub fn sheet(cx: &mut Read<'_>, shared: EntryId) -> Result<Shown<Sheet>> {
    let (entry, child) = newest(cx, shared)?;
    File::open(cx, Action::Write, child)?;
    let Some(Payload::SharedBack(said)) = entry.payload else { return Err(Error::NotFound) };
    let now = cx.edge.now;
    let (root, viewer) = (said.of, cx.viewer()?);
    let page = match offer::offer(cx.tx, root, said.with, now)? {
        Ok(offer) => Ok((offer, root, whom_to_ask(cx.tx, viewer.account, now)?)),
        Err(_) => Err((root, said.with)),
    };
    Ok(Shown { page, look: Some(AtWhat::Entry { child, root }) })
}

/// The answers to the questions, as they were typed.
#[derive(Debug, Clone, Default)]
pub struct TypedShowing {
    /// The id that it gets; where another has it, it gets one of its own.
    pub showing: Option<EntryId>,
    /// "yes" where the child knows today.
    pub knows: String,
    /// What the child said about it.
    pub child_says: String,
    /// "yes" where it is safe for the child.
    pub safe: String,
    /// Why.
    pub safe_because: String,
    /// How and where it is gone through together.
    pub together: String,
    /// In which way.
    pub way: String,
    /// For how many days a link opens.
    pub days: String,
}

/// A showing that was written down.
#[derive(Debug, Clone)]
pub struct Decided {
    /// The root of its entry.
    pub shared: EntryId,
    /// In which way.
    pub way: Way,
    /// Its link, which nobody can be told again, and until when it opens.
    pub link: Option<(Token, Timestamp)>,
}

/// Writes the answers down; with a link, makes that too. Sent twice with one id, it is one showing.
///
/// # Errors
/// Where the child does not know, it may not be safe, or something is not answered: nothing is
/// made. Where there is nothing to show, with no fault in any field.
pub fn record_showing(
    cx: &mut Write<'_, '_>,
    (root, person): (EntryId, PersonId),
    typed: &TypedShowing,
) -> Result<Decided> {
    let about = about_of(cx, root)?;
    let now = cx.now();
    must_be_of_the_family(cx, &about, person)?;
    let offer = offer::offer(cx.tx(), root, person, now)?;
    let mut fields = Typed::default();
    let mut said = answers(&mut fields, typed);
    let until = until(&mut fields, typed, said.way, now);
    fields.done()?;
    let Ok(offer) = offer else { return Err(Error::Refused(vec![])) };
    (said.child, said.of, said.with) = (offer.child(), root, person);
    (said.pages, said.until) = (offer.pages(), until);
    let way = said.way;
    let shared = match again::find(cx, typed.showing, &said)? {
        Met::Same(entry) => return again::decided(cx, &entry, way),
        Met::Other => cx.id(),
        Met::None(id) => id,
    };
    cx.record(NewEntry::first(shared, about, happened(day_of(now), None), said.into()))?;
    let link = match until {
        Some(until) => {
            Some((make_link(cx, (shared, root), (offer.child(), person), until)?, until))
        }
        None => None,
    };
    Ok(Decided { shared, way, link })
}

/// Writes down that the child does not want this person to see any of it any more: each yes for
/// them becomes a no. What was printed is printed; a link opens nothing from then on.
///
/// # Errors
/// Where there is no such sitting for whoever asks.
pub fn record_taken_back(
    cx: &mut Write<'_, '_>,
    (root, person): (EntryId, PersonId),
) -> Result<()> {
    // Pages that are kept inside today are no exception: what keeps them so may end.
    let (_, session) = writable(cx, root)?;
    for page in &session.pages {
        for beside in cx.tx().list_beside(*page)? {
            let Some(entry) = cx.tx().find_newest(beside)? else { continue };
            let Some(Payload::Sharing(said)) = &entry.payload else { continue };
            // What was passed on anyway was no choice of the child's, and stays told.
            let yes = matches!(said.how, How::Chosen { answer: Answer::Yes, .. });
            if said.with == person && yes {
                let how = How::Chosen { answer: Answer::No, by: session.child };
                let no = Sharing { how, ..said.clone() };
                let id = cx.id();
                cx.record(NewEntry::replacing(id, &entry.head, no.into()))?;
            }
        }
    }
    Ok(())
}

/// Whom the sitting is about, for whoever may write there.
fn about_of(cx: &mut Write<'_, '_>, root: EntryId) -> Result<Vec<PersonId>> {
    Ok(writable(cx, root)?.0.head.about)
}

/// Nobody is shown anything here who comes to the child by their work: they read the record, or get
/// a package of their own.
fn must_be_of_the_family(
    cx: &mut Write<'_, '_>,
    about: &[PersonId],
    person: PersonId,
) -> Result<()> {
    let child = *about.first().ok_or(Error::NotFound)?;
    let (viewer, as_of) = (cx.viewer()?, day_of(cx.now()));
    let files = cx.tx().gather_with_siblings(&viewer, child)?;
    let asked = FrontPageAsked { child, as_of, looked_at: None };
    let reading = Reading { viewer: &viewer, files: &files };
    let facts = cx.tx().read_map(asked, &[person], reading)?;
    let around = Around::of(&facts);
    if is_of_the_family(&around.named(person)) { Ok(()) } else { Err(Error::NotFound) }
}

fn answers(fields: &mut Typed, typed: &TypedShowing) -> SharedBack {
    match typed.knows.as_str() {
        "yes" => {}
        "no" => fields.wrong("knows", Why::FirstTheChild),
        _ => fields.wrong("knows", Why::NotOne),
    }
    let child_says = fields.maybe("child_says", &typed.child_says, ANSWER_MAX);
    match typed.safe.as_str() {
        "yes" => {}
        "no" | "not_sure" => fields.wrong("safe", Why::NotSafe),
        _ => fields.wrong("safe", Why::NotOne),
    }
    let safe_because = fields.words("safe_because", &typed.safe_because, ANSWER_MAX);
    let together = fields.words("together", &typed.together, ANSWER_MAX);
    let way = fields.one_of("way", Way::parse(&typed.way)).unwrap_or(Way::Paper);
    let nobody = PersonId(uuid::Uuid::nil());
    SharedBack {
        child: nobody,
        of: EntryId(uuid::Uuid::nil()),
        with: nobody,
        way,
        pages: vec![],
        child_says,
        safe_because,
        together,
        until: None,
        shown_on: None,
    }
}

fn until(fields: &mut Typed, typed: &TypedShowing, way: Way, now: Timestamp) -> Option<Timestamp> {
    if way == Way::Paper {
        return None;
    }
    let days = match typed.days.trim() {
        "" => Some(LINK_DAYS),
        days => days.parse().ok().filter(|days| (1..=LINK_DAYS_MAX).contains(days)),
    };
    let days = fields.one_of("days", days)?;
    now.checked_add(SignedDuration::from_hours(24 * i64::from(days))).ok()
}

fn make_link(
    cx: &mut Write<'_, '_>,
    (shared, sitting): (EntryId, EntryId),
    (child, person): (PersonId, PersonId),
    until: Timestamp,
) -> Result<Token> {
    let (token, now, account) = (Token::new(cx.seed()), cx.now(), cx.viewer()?.account);
    let link = SharedLink {
        shared,
        sitting,
        child,
        person,
        account,
        until,
        ended_at: None,
        opened_at: None,
        openings: 0,
    };
    cx.tx().keep_link(&link, token.digest(), now)?;
    Ok(token)
}

/// Writes down the day it was gone through together; answers the sitting.
///
/// # Errors
/// Where the day is still to come, or before it was decided on.
pub fn record_shown(cx: &mut Write<'_, '_>, shared: EntryId, on: &str) -> Result<EntryId> {
    let (entry, said) = showing(cx, shared)?;
    let mut fields = Typed::default();
    let day = fields.past_day("on", on, (day_of(cx.now()), None));
    if day < entry.head.happened.day() {
        fields.wrong("on", Why::TooEarly);
    }
    fields.done()?;
    let of = said.of;
    let said = SharedBack { shown_on: Some(day), ..said };
    let id = cx.id();
    cx.record(NewEntry::replacing(id, &entry.head, said.into()))?;
    Ok(of)
}

/// The page that asks again when it was gone through together.
pub fn ask_when(cx: &mut Read<'_>, shared: EntryId) -> Result<Shown<Opened<WhenPage>>> {
    let (entry, child) = newest(cx, shared)?;
    let file = File::open(cx, Action::Write, child)?;
    let Some(Payload::SharedBack(said)) = entry.payload else { return Err(Error::NotFound) };
    let facts = cx.tx.read_map(file.asked(), &[said.with], file.reading())?;
    let around = Around::of(&facts);
    let page = WhenPage {
        shared,
        sitting: said.of,
        child: around.child().into(),
        called: to_the_child(&around.named(said.with)),
        made_on: entry.head.happened.day(),
    };
    open(cx, child, |_| Ok(Shown { page, look: Some(AtWhat::Entry { child, root: shared }) }))
}

/// Ends a link; answers the sitting.
pub fn end_link(cx: &mut Write<'_, '_>, shared: EntryId) -> Result<EntryId> {
    let (_, said) = showing(cx, shared)?;
    let (by, now) = (cx.viewer()?.account, cx.now());
    cx.tx().end_link(shared, by, now)?;
    Ok(said.of)
}

/// A showing, for whoever may write in the file it stands in.
fn showing(cx: &mut Write<'_, '_>, shared: EntryId) -> Result<(Entry, SharedBack)> {
    let entry = cx.tx().find_newest(shared)?.filter(|entry| entry.head.root == shared);
    let entry = entry.ok_or(Error::NotFound)?;
    may_write_about(cx, &entry.head.about)?;
    match entry.payload.clone() {
        Some(Payload::SharedBack(said)) => Ok((entry, said)),
        _ => Err(Error::NotFound),
    }
}

/// Whom somebody may ask about what they were shown: the worker, and the number of the team's duty
/// desk, where the record has one.
fn whom_to_ask(tx: &mut Tx, account: AccountId, now: Timestamp) -> Result<Asked> {
    let known = tx.find_account(account)?.ok_or(Error::NotFound)?;
    let viewer = known.viewer(now);
    let names = tx.list_one(viewer.person)?;
    let teams = tx.list_teams(viewer.authority)?;
    let team = viewer.member_of.first();
    let team = teams.into_iter().find(|(id, _)| Some(id) == team).map(|(_, team)| team);
    Ok(Asked {
        worker: full_name(&names, viewer.person, day_of(now)),
        team: team.as_ref().map(|team| team.name.clone()),
        phone: team.and_then(|team| team.duty_phone).map(|phone| phone.number),
    })
}
