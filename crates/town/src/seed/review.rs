//! Reviews of a plan. Whoever answers for the worker leads one and writes everybody's words down.

use domain::bounded::OutOfBounds;
use domain::id::EntryId;
use domain::plan_review::PlanReview;
use domain::plan_review_view::{Like, Need, PlanReviewView};
use domain::rating::Answer;
use domain::scale::ScaleValue;

use super::book::Book;
use super::case::{Case, New};
use super::words;
use crate::family::{self, Reviewer};

/// Writes down the reviews of a family's plan.
pub(super) fn record(book: &mut Book<'_>, case: &Case<'_>, plan: EntryId) {
    for review in &case.family.plan_reviews {
        let payload = PlanReview {
            plan,
            plan_version: u16::try_from(review.plan_version).ok(),
            how: Some(review.how.clone()),
            anchor0: review.anchor0.clone(),
            anchor10: review.anchor10.clone(),
            asks_likes: review.asks_likes.clone(),
            asks_needs: review.asks_needs.clone(),
        };
        let mut line = led(case, review, payload);
        line.id = Some(review.id.clone());
        let root = case.write(book, line).root;
        for reviewer in &review.reviewers {
            let mut line = led(case, review, view(book, root, reviewer));
            let person = book.person(&reviewer.person);
            line.said_by = Some(words::voice(person, words::mode(reviewer.mode)));
            case.write(book, line);
        }
    }
}

fn led(
    case: &Case<'_>,
    review: &family::PlanReview,
    payload: impl Into<domain::kind::Payload>,
) -> New {
    let line = case.new_on(review.on, payload);
    let writer = case.supervisor.clone().unwrap_or_else(|| line.writer.clone());
    New { writer, ..line }
}

fn view(book: &Book<'_>, review: EntryId, reviewer: &Reviewer) -> PlanReviewView {
    let value: Result<ScaleValue, OutOfBounds> = ScaleValue::new(reviewer.value);
    let came_of_it = reviewer.came_of_it.iter().cloned().map(Some).chain(std::iter::repeat(None));
    let needs = reviewer.needs.iter().cloned().zip(came_of_it);
    PlanReviewView {
        review,
        reviewer: book.person(&reviewer.person),
        answer: value.ok().map(Answer::Value),
        likes: reviewer.likes.iter().cloned().map(|text| Like { text, rule: None }).collect(),
        needs: needs.map(|(text, came_of_it)| Need { text, came_of_it }).collect(),
    }
}
