//! What each kind of entry says in the story: a title, its own words, where and with whom. Nothing
//! is made up: where nobody wrote any words the page says what kind of thing it is.

use domain::assessment::Assessment;
use domain::card::Card;
use domain::decision::Decision;
use domain::decision_view::Adds;
use domain::entry::{Link, Relation};
use domain::front_page::Facts;
use domain::id::{EntryId, PersonId};
use domain::kind::Payload;
use domain::map_item::Column;
use domain::note::Note;
use domain::rating::Rating;
use domain::step::Step;
use domain::text::opening;
use ui::houses::did_not_take_place;
use ui::story::What;

/// As much of a note as stands in the story; the whole is one click away.
const TEXT: usize = 1_500;
/// As much of a worry or goal as tells what an entry speaks to.
const SHORT: usize = 90;

/// What an entry says.
pub(crate) struct Says {
    pub what: What,
    pub title: Option<String>,
    pub text: String,
    pub place: Option<String>,
    /// Whose number or view it is, where the entry names no speaker.
    pub by: Option<PersonId>,
}

fn says(what: What, title: Option<String>, text: impl Into<String>) -> Says {
    Says { what, title, text: text.into(), place: None, by: None }
}

/// What this payload says.
pub(crate) fn of(payload: &Payload, facts: &Facts) -> Says {
    match payload {
        Payload::Note(note) => self::note(note),
        Payload::LifeEvent(event) => says(What::Event, None, &event.what),
        Payload::Step(step) => self::step(step),
        Payload::Mapping(map) => says(What::Mapped(map.version), None, ""),
        Payload::MapItem(item) => says(What::Slip(item.kind), None, &item.text),
        Payload::DangerStatement(danger) => says(What::Danger, None, &danger.text),
        Payload::SafetyGoal(goal) if goal.text.trim().is_empty() => {
            says(What::Goal, None, goal.actions.join(" "))
        }
        Payload::SafetyGoal(goal) => says(What::Goal, None, &goal.text),
        Payload::Rating(rating) => self::rating(rating, facts),
        Payload::Plan(plan) => says(What::Plan, Some(plan.title.clone()), ""),
        Payload::PlanTrial(trial) => {
            let text = [Some(&trial.what), trial.result.as_ref()];
            says(What::Plan, trial.title.clone(), joined(&text, " "))
        }
        Payload::PlanReview(review) => {
            says(What::Plan, None, review.how.clone().unwrap_or_default())
        }
        Payload::Decision(decision) => self::decision(decision),
        Payload::DecisionView(view) => {
            let text = match &view.adds {
                Adds::View { words, .. } | Adds::Dissent { words } => words,
                Adds::Outcome { what_happened } => what_happened,
                Adds::LookBack { learned, .. } => learned,
                Adds::ChangedMind { why, .. } => why,
            };
            Says { by: Some(view.person), ..says(What::Decision, None, text) }
        }
        Payload::ChildMessage(message) => says(What::Message, None, &message.text),
        Payload::Assessment(assessment) => self::assessment(assessment),
        Payload::WordsAndPictures(told) => {
            let frames: Vec<_> = told.frames.iter().map(|frame| frame.words.as_str()).collect();
            says(What::Picture, None, cut(&frames.join(" ")))
        }
        Payload::HousesSession(session) => {
            let text = did_not_take_place(session).unwrap_or_default();
            let title = session.called.clone();
            Says { place: session.place.clone(), ..says(What::Houses, title, text) }
        }
        Payload::HousesPage(page) => {
            says(What::Page(page.house), page.title.clone(), cut(&page.said().join("\n")))
        }
        Payload::ImportantSaid(said) => says(What::Important, None, cut(&said.words)),
        Payload::ChildAnswer(answer) => says(What::Answered, None, cut(&answer.words)),
        Payload::SharedBack(shared) => {
            let shown = shared.shown_on.is_some();
            let what = if shown { What::ShownAtHome } else { What::MadeForHome };
            says(what, None, cut(&shared.together))
        }
        Payload::Attachment(kept) => {
            let text = kept.describes.clone().unwrap_or_default();
            Says { by: kept.made_by, ..says(What::Picture, Some(kept.name.clone()), text) }
        }
        // No other kind is told.
        _ => says(What::Event, None, ""),
    }
}

fn note(note: &Note) -> Says {
    let place = joined(&[note.place.as_ref(), note.with.as_ref()], ", ");
    let place = (!place.is_empty()).then_some(place);
    Says { place, ..says(What::Note(note.kind), note.title.clone(), cut(&note.text)) }
}

fn step(step: &Step) -> Says {
    let Some(words) = &step.words else { return says(What::Step(step.what.word()), None, "") };
    let title = words.mark.clone().or_else(|| words.heading.clone());
    let text = joined(&[words.says.as_ref(), words.more.as_ref()], " ");
    says(What::Step(step.what.word()), title, text)
}

fn rating(rating: &Rating, facts: &Facts) -> Says {
    let scale = facts.cards.iter().find(|card| card.root == rating.scale);
    let asked = scale.and_then(|card| match &card.payload {
        Payload::Scale(scale) => scale.title.clone(),
        _ => None,
    });
    let why = rating.why.clone().unwrap_or_default();
    let text = if why.is_empty() { asked.unwrap_or_default() } else { why };
    Says { by: Some(rating.rater), ..says(What::Rating(rating.answer), None, text) }
}

fn decision(decision: &Decision) -> Says {
    let chosen = decision.chosen_option().map(|option| option.text.clone());
    let because = Some(&decision.because).filter(|words| !words.is_empty());
    let text = joined(&[chosen.as_ref(), because], ". ");
    says(What::Decision, Some(decision.question.clone()), text)
}

fn assessment(assessment: &Assessment) -> Says {
    says(What::Assessment, None, cut(&assessment.think))
}

fn joined(parts: &[Option<&String>], with: &str) -> String {
    let parts = parts.iter().flatten().map(|words| words.trim()).filter(|words| !words.is_empty());
    parts.collect::<Vec<_>>().join(with)
}

/// The whole, or as much as fits, cut at a word.
fn cut(text: &str) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(TEXT) else { return text.to_owned() };
    let fits = text.get(..end).unwrap_or_default();
    let at_a_word = fits.rsplit_once(char::is_whitespace).map_or(fits, |(whole, _)| whole);
    format!("{at_a_word} …")
}

/// The worries, statements and goals that an entry speaks to, as far as the reader may read them.
pub(super) fn spoken_to(links: &[Link], facts: &Facts) -> Vec<(Column, String)> {
    let speaks = |link: &&Link| link.how != Relation::CameBy;
    links.iter().filter(speaks).filter_map(|link| in_short(link.to, &facts.cards)).collect()
}

/// The column of something on the map, and its words in short.
pub(crate) fn in_short(root: EntryId, cards: &[Card]) -> Option<(Column, String)> {
    let card = cards.iter().find(|card| card.root == root)?;
    let short = |text: &str| opening(text, SHORT).into_owned();
    Some(match &card.payload {
        Payload::MapItem(item) => (item.kind.column(), short(&item.text)),
        Payload::DangerStatement(danger) => (Column::Worry, short(&danger.text)),
        Payload::SafetyGoal(goal) => (Column::Next, short(&goal.text)),
        _ => return None,
    })
}
