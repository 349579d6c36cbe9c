//! The small drawing: what must hold for any family.

use super::*;
use proptest::prelude::*;

const COLUMN: f64 = 218.0;

type Kith = Family<u32>;

/// A person named by what they are to the child; `parents` are ids, 0 a parent nobody has named.
fn kin(id: u32, name: &str, shape: Shape, parents: &[u32]) -> Kin<u32> {
    let parent = |id: &u32| if *id == 0 { Parent::Unknown } else { Parent::Known(*id) };
    let parents = parents.iter().map(parent).collect();
    let age = Some("7".to_owned());
    let name = name.to_owned();
    Kin { id, name, shape, age, died: false, parents, index: id == 1, born_with: None }
}

fn home(name: &str, members: &[u32]) -> Home<u32> {
    Home { name: name.to_owned(), members: members.to_vec(), sealed: false }
}

use Shape::{Circle, Diamond, Square, Triangle};

/// A baby who lives with his grandmother; his parents live together.
fn idris() -> Kith {
    Family {
        people: vec![
            kin(1, "Idris", Square, &[2, 3]),
            kin(2, "Leah", Circle, &[4]),
            kin(7, "Samira", Circle, &[5, 6]),
            kin(3, "Karim", Square, &[5, 6]),
            kin(4, "Denise", Circle, &[]),
            kin(5, "Yusuf", Square, &[]),
            kin(6, "Nasreen", Circle, &[]),
        ],
        unions: vec![
            Union { a: 2, b: 3, bond: Bond::Together },
            Union { a: 5, b: 6, bond: Bond::Married },
        ],
        homes: vec![home("14 Orchard Row", &[2, 3]), home("3 Mill Bank", &[4, 1])],
    }
}

fn person(drawing: &Drawing<u32>, id: u32) -> &Placed<u32> {
    drawing.people.iter().find(|it| it.id == Some(id)).unwrap()
}

fn ids(drawing: &Drawing<u32>) -> Vec<u32> {
    let mut ids: Vec<u32> = drawing.people.iter().filter_map(|it| it.id).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn a_home_across_three_rows_is_one_outline_and_rings_nobody_else() {
    let drawing = draw(&idris(), COLUMN);
    assert_eq!(ids(&drawing), [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(drawing.homes.len(), 2, "each home in one piece");
    assert!(drawing.homes[0].of_index);
    assert_eq!(drawing.homes[0].corners.len(), 6, "an L: down the side and under the parents");
    let mut texts: Vec<&str> = drawing.labels.iter().map(|it| it.text.as_str()).collect();
    texts.sort_unstable();
    assert_eq!(texts, ["14 Orchard Row", "3 Mill Bank"]);
    assert!((drawing.name_px - 12.0).abs() < 0.1, "names at full size");
    assert_eq!(drawing.left_out, 0);
}

#[test]
fn parents_nobody_has_named_are_question_marks() {
    let people = vec![kin(1, "Callum", Square, &[0, 0])];
    let drawing = draw(&Family { people, unions: vec![], homes: vec![] }, COLUMN);
    let unknown: Vec<_> = drawing.people.iter().filter(|it| it.id.is_none()).collect();
    assert_eq!(unknown.len(), 2);
    assert!(unknown.iter().all(|it| it.at.1 < person(&drawing, 1).at.1));
    let dotted = drawing.lines.iter().filter(|line| line.stroke == Stroke::Dotted);
    assert_eq!(dotted.count(), 1, "nothing is said about them as a couple");
}

#[test]
fn of_a_large_family_the_nearest_twelve_are_drawn() {
    let mut people = idris().people;
    people.extend((20..30).map(|id| kin(id, "Cousin", Diamond, &[7])));
    people.extend([kin(8, "Amina", Circle, &[2, 3]), kin(9, "Baby", Triangle, &[2, 3])]);
    let drawing = draw(&Family { people, ..idris() }, COLUMN);
    assert!(ids(&drawing).starts_with(&[1, 2, 3, 4, 5, 6, 7, 8, 9]), "{:?}", ids(&drawing));
    assert_eq!(drawing.left_out + ids(&drawing).len(), 19);
}

#[test]
fn names_are_cut_before_anybody_is_left_out() {
    let mut family = Family { people: vec![], unions: vec![], homes: vec![] };
    let names =
        ["Bartholomew", "Anastasia", "Christopher", "Maximilian", "Gwendolyn", "Persephone"];
    for (id, name) in (1..).zip(names) {
        family.people.push(kin(id, name, Circle, &[9]));
    }
    family.people.push(kin(9, "Mum", Circle, &[]));
    let drawing = draw(&family, COLUMN);
    assert_eq!(drawing.left_out, 0);
    assert!((drawing.name_px - 10.0).abs() < 0.1);
    assert!(person(&drawing, 1).name.ends_with('…'));
}

#[test]
fn a_sealed_home_has_an_outline_and_no_name() {
    let mut family = idris();
    family.homes[0].sealed = true;
    let drawing = draw(&family, COLUMN);
    assert_eq!(drawing.homes.len(), 2);
    assert!(drawing.labels.iter().all(|label| !label.text.contains("Orchard")));
}

#[test]
fn twins_hang_from_one_point() {
    let mut family = idris();
    family.people.extend([kin(8, "Amal", Circle, &[2, 3]), kin(9, "Aziz", Square, &[2, 3])]);
    for it in family.people.iter_mut().filter(|it| it.id > 7) {
        it.born_with = Some(1);
    }
    let drawing = draw(&family, COLUMN);
    let foot = |id| {
        let (x, y) = person(&drawing, id).at;
        (x, y - SYMBOL / 2.0 - if id == 1 { INDEX_RIM } else { 0.0 })
    };
    let apex = |id| {
        let line = drawing.lines.iter().find(|line| line.through.last() == Some(&foot(id)));
        line.unwrap().through[0]
    };
    assert_eq!(apex(8), apex(9));
    assert_ne!(apex(8), apex(1));
}

#[test]
fn the_same_family_gives_the_same_drawing() {
    for choices in [[3; 80], [7; 80], [11; 80]] {
        let family = family_of(&choices);
        assert_eq!(draw(&family, COLUMN), draw(&family, COLUMN));
    }
}

/// A box: left, top, right, bottom.
type Area = (f64, f64, f64, f64);

fn shape(family: &Kith, it: &Placed<u32>) -> Area {
    let index = family.people.iter().any(|kin| Some(kin.id) == it.id && kin.index);
    let half = SYMBOL / 2.0 + if index { INDEX_RIM } else { 0.0 };
    (it.at.0 - half, it.at.1 - half, it.at.0 + half, it.at.1 + half)
}

fn words(at: Point, text: &str, px: f64) -> Area {
    (at.0, at.1 - 0.75 * px, at.0 + label::width(text, px), at.1 + 0.2 * px)
}

fn name(it: &Placed<u32>, px: f64) -> Area {
    words((it.name_at.0 - label::width(&it.name, px) / 2.0, it.name_at.1), &it.name, px)
}

fn meet(a: Area, b: Area) -> bool {
    a.0 < b.2 - 0.01 && b.0 < a.2 - 0.01 && a.1 < b.3 - 0.01 && b.1 < a.3 - 0.01
}

/// Whether a point lies inside corners, by how often a line to the right leaves them.
fn inside(corners: &[Point], (x, y): Point) -> bool {
    let next = corners.iter().cycle().skip(1);
    let right = corners
        .iter()
        .zip(next)
        .filter(|(a, b)| (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0));
    right.count() % 2 == 1
}

fn corners_of(area: Area) -> [Point; 4] {
    [(area.0, area.1), (area.2, area.1), (area.2, area.3), (area.0, area.3)]
}

/// A family built from a list of choices, one number each.
fn family_of(choices: &[u8]) -> Kith {
    let mut left = choices.iter().copied();
    let mut pick = |n: u8| left.next().unwrap_or(0) % n;
    let names = ["Jo", "Kayleigh", "Mohammed", "Idris", "Wm", "Anastasia-Rose", "Li", "Siobhan"];
    let shapes = [Square, Circle, Diamond];
    let mut family = Family { people: vec![], unions: vec![], homes: vec![] };
    let mut id = 0;
    let mut add = |family: &mut Kith, parents: &[u32], pick: &mut dyn FnMut(u8) -> u8| {
        id += 1;
        let name = names[usize::from(pick(8))];
        family.people.push(kin(id, name, shapes[usize::from(pick(3))], parents));
        id
    };
    add(&mut family, &[], &mut pick);
    let (mum, dad) = (add(&mut family, &[], &mut pick), add(&mut family, &[], &mut pick));
    let mut adults = vec![mum, dad];
    family.people[0].parents = match pick(5) {
        0 => vec![Parent::Known(mum)],
        1 => vec![Parent::Known(mum), Parent::Unknown],
        _ => vec![Parent::Known(mum), Parent::Known(dad)],
    };
    for parent in [mum, dad] {
        let up = [add(&mut family, &[], &mut pick), add(&mut family, &[], &mut pick)];
        let known = usize::from(pick(3));
        let place = family.people.iter().position(|kin| kin.id == parent).unwrap();
        family.people[place].parents = up.iter().take(known).map(|id| Parent::Known(*id)).collect();
        for _ in 0..pick(3) {
            add(&mut family, &up[..known], &mut pick);
        }
        for _ in 0..pick(3) {
            let partner = add(&mut family, &[], &mut pick);
            adults.push(partner);
            let bond = [Bond::Married, Bond::Apart, Bond::Divorced][usize::from(pick(3))];
            family.unions.push(Union { a: parent, b: partner, bond });
            for _ in 0..pick(3) {
                add(&mut family, &[parent, partner], &mut pick);
            }
        }
    }
    family.unions.push(Union { a: dad, b: mum, bond: Bond::Together });
    for _ in 0..pick(4) {
        add(&mut family, &[dad, mum], &mut pick);
    }
    let mut homes: Vec<Vec<u32>> = vec![vec![]; usize::from(1 + pick(4))];
    for it in &family.people {
        let many = u8::try_from(homes.len()).unwrap();
        homes[usize::from(pick(many))].push(it.id);
    }
    homes[0].push(1);
    let homes = homes.into_iter().zip(["9 Elm Road", "Flat 12, The Old Brewery", "B", "Sealed"]);
    family.homes = homes.map(|(members, name)| home(name, &members)).collect();
    if let Some(last) = family.homes.get_mut(3) {
        last.sealed = true;
    }
    family
}

/// Everything that must hold of any drawing.
fn check(family: &Kith, drawing: &Drawing<u32>) -> Result<(), TestCaseError> {
    prop_assert!(drawing.width <= COLUMN, "{} wide", drawing.width);
    prop_assert_eq!(ids(drawing).len() + drawing.left_out, family.people.len());
    prop_assert!(ids(drawing).contains(&1) && ids(drawing).len() <= PEOPLE_MAX);
    let areas: Vec<[Area; 2]> =
        drawing.people.iter().map(|it| [shape(family, it), name(it, drawing.name_px)]).collect();
    for (n, a) in areas.iter().enumerate() {
        let within =
            |a: &Area| a.0 >= 0.0 && a.1 >= 0.0 && a.2 <= drawing.width && a.3 <= drawing.height;
        prop_assert!(a.iter().all(within), "{a:?} in {} x {}", drawing.width, drawing.height);
        for b in areas.iter().skip(n + 1) {
            for (a, b) in a.iter().flat_map(|a| b.iter().map(move |b| (a, b))) {
                prop_assert!(!meet(*a, *b), "{a:?} over {b:?}");
            }
        }
    }
    for label in &drawing.labels {
        prop_assert!(!label.text.contains("Sealed"));
        let area = words(label.at, &label.text, SMALL_TEXT);
        prop_assert!(area.0 >= 0.0 && area.3 <= drawing.height, "{label:?}");
        prop_assert!(areas.iter().flatten().all(|other| !meet(area, *other)), "{label:?}");
    }
    Ok(())
}

fn check_kinship(family: &Kith, drawing: &Drawing<u32>) -> Result<(), TestCaseError> {
    let drawn = ids(drawing);
    for union in family.unions.iter().filter(|u| drawn.contains(&u.a) && drawn.contains(&u.b)) {
        let (a, b) = (person(drawing, union.a).at.1, person(drawing, union.b).at.1);
        prop_assert!((a - b).abs() < 0.01, "partners side by side");
    }
    for child in family.people.iter().filter(|kin| drawn.contains(&kin.id)) {
        for parent in &child.parents {
            if let Parent::Known(parent) = parent
                && drawn.contains(parent)
            {
                prop_assert!(person(drawing, *parent).at.1 < person(drawing, child.id).at.1);
            }
        }
    }
    Ok(())
}

/// Members stand inside an outline of their home, everybody else outside of all of them.
fn check_homes(family: &Kith, drawing: &Drawing<u32>) -> Result<(), TestCaseError> {
    for outline in &drawing.homes {
        let home = &family.homes[outline.home];
        for it in &drawing.people {
            let member = it.id.is_some_and(|id| home.members.contains(&id));
            let areas = [shape(family, it), name(it, drawing.name_px)];
            let mut points = areas.iter().flat_map(|area| corners_of(*area));
            if !member {
                prop_assert!(!points.any(|at| inside(&outline.corners, at)), "{it:?} in {home:?}");
                continue;
            }
            let rings = drawing.homes.iter().filter(|other| other.home == outline.home);
            let rings: Vec<_> = rings.filter(|ring| inside(&ring.corners, it.at)).collect();
            prop_assert_eq!(rings.len(), 1, "{:?} in {:?}", it, home);
            prop_assert!(points.all(|at| inside(&rings[0].corners, at)), "{:?} in {:?}", it, home);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn any_family_is_drawn_in_order(choices in prop::collection::vec(0_u8..60, 0..90)) {
        let family = family_of(&choices);
        let drawing = draw(&family, COLUMN);
        check(&family, &drawing)?;
        check_kinship(&family, &drawing)?;
        check_homes(&family, &drawing)?;
    }
}
