//! The small family drawing of the front page, from the page's own facts.
//!
//! Laying out takes about a millisecond, so whoever serves the page keeps the drawing for as long
//! as the family and the day stay the same.
use domain::front_page::{Couple, FrontPage, Household, ParentOf, Relative};
use domain::genogram::{Bond, Family, Home, Kin, Parent, Shape, Union};
use domain::id::PersonId;
use domain::person::{Born, Sex};
use domain::tie;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::{dates, genogram};

/// Width of the identity column's inside, in pixels.
const WIDTH: f64 = 231.0;

/// The drawing, with a line that says how many people it leaves out.
pub fn family_drawing(page: &FrontPage) -> Markup {
    let family = family_of(page);
    let drawing = domain::genogram::draw(&family, WIDTH);
    html! {
        div.family-drawing {
            (genogram::picture(&family, &drawing))
            @if let Some(more) = genogram::more(drawing.left_out) { p.source { (more) } }
        }
    }
}

fn family_of(page: &FrontPage) -> Family<PersonId> {
    let facts = &page.family;
    Family {
        people: facts.people.iter().map(|who| kin(who, &facts.parents, page.as_of)).collect(),
        unions: facts.couples.iter().map(union).collect(),
        homes: facts.households.iter().map(home).collect(),
    }
}

fn kin(who: &Relative, parents: &[ParentOf], as_of: Date) -> Kin<PersonId> {
    let own = parents.iter().filter(|tie| tie.child == who.id);
    let shape = match (who.born, who.sex) {
        (Some(Born::Due(_)), _) => Shape::Triangle,
        (_, Sex::Female) => Shape::Circle,
        (_, Sex::Male) => Shape::Square,
        (_, Sex::NotKnown) => Shape::Diamond,
    };
    let age = dates::age_short(who.born, as_of).filter(|_| !who.died);
    Kin {
        id: who.id,
        name: who.called.clone(),
        shape,
        age: age.map(std::borrow::Cow::into_owned),
        died: who.died,
        parents: own.map(|tie| tie.parent.map_or(Parent::Unknown, Parent::Known)).collect(),
        index: who.is_index,
        born_with: None,
    }
}

fn union(couple: &Couple) -> Union<PersonId> {
    let [a, b] = couple.between;
    let bond = match couple.kind {
        tie::Union::Married => Bond::Married,
        tie::Union::LivingTogether => Bond::Together,
        tie::Union::Separated => Bond::Separated,
        tie::Union::Divorced => Bond::Divorced,
        tie::Union::Apart => Bond::Apart,
    };
    Union { a, b, bond }
}

fn home(household: &Household) -> Home<PersonId> {
    Home {
        name: household.place.clone().unwrap_or_default(),
        members: household.members.iter().map(|resident| resident.id).collect(),
        sealed: household.place.is_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front_page::samples::idris;

    #[test]
    fn the_drawing_says_who_lives_where() {
        let drawn = family_drawing(&idris()).into_string();
        for said in ["3 Mill Bank", "14 Orchard Row", "Nasreen", ">5m<"] {
            assert!(drawn.contains(said), "{said}");
        }
    }

    #[test]
    fn a_sealed_home_has_no_name_in_the_drawing() {
        let mut page = idris();
        page.family.households[0].place = None;
        assert!(!family_drawing(&page).into_string().contains("Mill Bank"));
    }
}
