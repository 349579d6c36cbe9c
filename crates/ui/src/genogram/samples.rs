//! Families to look at while drawing, all invented: what a picture must be able to say.

use domain::genogram::Shape::{Circle, Square, Triangle};
use domain::genogram::{Bond, Family, Home, Kin, Parent, Shape, Union};

/// A family and what there is to see in it.
pub struct Sample {
    /// What there is to see.
    pub shows: &'static str,
    /// The family.
    pub family: Family<u32>,
}

/// The families of the sample page.
pub fn samples() -> Vec<Sample> {
    let sample = |shows, family| Sample { shows, family };
    vec![
        sample("a baby with his grandmother, parents elsewhere", idris()),
        sample("a father nobody has named", unnamed_father()),
        sample("a mother with two partners, half-brothers and half-sisters", half_siblings()),
        sample("twins, and a child who is expected", twins()),
        sample("a grandmother who cares for two, a mother who has died", grandmother()),
        sample("a secret address", sealed()),
        sample("more people than the column holds", many()),
        sample("only the child is known", alone()),
    ]
}

/// Name, shape, age and parents, 0 for a parent nobody has named; the first is the child.
fn family(people: &[(&str, Shape, &str, &[u32])]) -> Family<u32> {
    let people = (1..).zip(people).map(|(id, (name, shape, age, parents))| Kin {
        id,
        name: (*name).to_owned(),
        shape: *shape,
        age: Some((*age).to_owned()).filter(|age| !age.is_empty()),
        died: false,
        parents: parents
            .iter()
            .map(|p| if *p == 0 { Parent::Unknown } else { Parent::Known(*p) })
            .collect(),
        index: id == 1,
        born_with: None,
    });
    Family { people: people.collect(), unions: Vec::new(), homes: Vec::new() }
}

trait Told {
    fn couple(self, a: u32, b: u32, bond: Bond) -> Self;
    fn home(self, name: &str, members: &[u32]) -> Self;
    fn died(self, id: u32) -> Self;
}

impl Told for Family<u32> {
    fn couple(mut self, a: u32, b: u32, bond: Bond) -> Self {
        self.unions.push(Union { a, b, bond });
        self
    }

    fn home(mut self, name: &str, members: &[u32]) -> Self {
        self.homes.push(Home { name: name.to_owned(), members: members.to_vec(), sealed: false });
        self
    }

    fn died(mut self, id: u32) -> Self {
        self.people.iter_mut().filter(|kin| kin.id == id).for_each(|kin| kin.died = true);
        self
    }
}

fn idris() -> Family<u32> {
    family(&[
        ("Idris", Square, "5m", &[2, 3]),
        ("Leah", Circle, "21", &[4]),
        ("Karim", Square, "23", &[5, 6]),
        ("Denise", Circle, "47", &[]),
        ("Yusuf", Square, "52", &[]),
        ("Nasreen", Circle, "45", &[]),
        ("Samira", Circle, "26", &[5, 6]),
    ])
    .couple(2, 3, Bond::Together)
    .couple(5, 6, Bond::Married)
    .died(6)
    .home("14 Orchard Row", &[2, 3])
    .home("3 Mill Bank", &[4, 1])
}

fn unnamed_father() -> Family<u32> {
    family(&[
        ("Ruby", Circle, "3", &[2, 0]),
        ("Chantelle", Circle, "19", &[3]),
        ("Bev", Circle, "44", &[]),
        ("Kian", Square, "1", &[2, 5]),
        ("Marcus", Square, "22", &[]),
    ])
    .couple(2, 5, Bond::Together)
    .home("Flat 9, Tern House", &[2, 1, 4, 5])
}

fn half_siblings() -> Family<u32> {
    family(&[
        ("Kayla", Circle, "9", &[2, 3]),
        ("Dawn", Circle, "36", &[6, 7]),
        ("Lee", Square, "40", &[]),
        ("Sam", Square, "32", &[]),
        ("Mia", Circle, "4", &[2, 4]),
        ("Pat", Circle, "61", &[]),
        ("Roy", Square, "", &[]),
        ("Zoe", Circle, "34", &[]),
        ("Alfie", Square, "6", &[3, 8]),
        ("Ivy", Circle, "3", &[3, 8]),
        ("", Triangle, "", &[2, 4]),
    ])
    .couple(2, 3, Bond::Divorced)
    .couple(2, 4, Bond::Together)
    .couple(3, 8, Bond::Married)
    .couple(6, 7, Bond::Married)
    .died(7)
    .home("12 Elm Road", &[4, 2, 5, 1, 11])
    .home("8 Station Terrace", &[3, 8, 9, 10])
}

fn twins() -> Family<u32> {
    let mut family = family(&[
        ("Amal", Circle, "4", &[4, 5]),
        ("Aziz", Square, "4", &[4, 5]),
        ("due May", Triangle, "", &[4, 5]),
        ("Hodan", Circle, "29", &[6]),
        ("Abdi", Square, "33", &[]),
        ("Sahra", Circle, "58", &[]),
    ])
    .couple(5, 4, Bond::Married)
    .home("77 Canal Street", &[1, 2, 3, 4, 5]);
    for kin in family.people.iter_mut().filter(|kin| kin.id < 3) {
        kin.born_with = Some(1);
        kin.index = true;
    }
    family
}

fn grandmother() -> Family<u32> {
    family(&[
        ("Tyler", Square, "12", &[3, 4]),
        ("Lola", Circle, "8", &[3, 5]),
        ("Donna", Circle, "", &[6, 7]),
        ("Sean", Square, "41", &[]),
        ("Pawel", Square, "38", &[]),
        ("Maureen", Circle, "66", &[]),
        ("Pete", Square, "70", &[]),
        ("Tracy", Circle, "44", &[6, 7]),
    ])
    .couple(3, 4, Bond::Separated)
    .couple(3, 5, Bond::Apart)
    .couple(7, 6, Bond::Married)
    .died(3)
    .home("2 Quay Lane", &[6, 7, 1, 2])
}

fn sealed() -> Family<u32> {
    let mut family = family(&[
        ("Farah", Circle, "6", &[3, 4]),
        ("Yahya", Square, "2", &[3, 4]),
        ("Noor", Circle, "30", &[]),
        ("Imran", Square, "35", &[5, 6]),
        ("Rashid", Square, "63", &[]),
        ("Shabana", Circle, "60", &[]),
    ])
    .couple(3, 4, Bond::Separated)
    .couple(5, 6, Bond::Married)
    .home("Allotment Cottage", &[1, 2, 3])
    .home("5 Holm Oak Drive", &[4, 5, 6]);
    family.homes.iter_mut().take(1).for_each(|home| home.sealed = true);
    family
}

fn many() -> Family<u32> {
    family(&[
        ("Shanice", Circle, "7", &[7, 8]),
        ("Christopher", Square, "14", &[7, 8]),
        ("Gabriella", Circle, "12", &[7, 8]),
        ("Nathaniel", Square, "10", &[7, 8]),
        ("Emmanuel", Square, "5", &[7, 8]),
        ("Josephine", Circle, "2", &[7, 8]),
        ("Patience", Circle, "38", &[9, 10]),
        ("Kwame", Square, "41", &[11, 12]),
        ("Comfort", Circle, "63", &[]),
        ("Kofi", Square, "67", &[]),
        ("Ama", Circle, "70", &[]),
        ("Yaw", Square, "", &[]),
        ("Blessing", Circle, "33", &[9, 10]),
        ("Isaac", Square, "9", &[13]),
    ])
    .couple(7, 8, Bond::Separated)
    .couple(10, 9, Bond::Married)
    .couple(12, 11, Bond::Married)
    .died(12)
    .home("Flat 3, 210 Commercial Road", &[1, 3, 4, 5, 6, 7])
    .home("41 Ferry Lane", &[8, 2])
}

fn alone() -> Family<u32> {
    family(&[("Callum", Square, "15", &[0, 0])])
}
