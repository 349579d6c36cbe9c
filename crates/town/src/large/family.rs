//! One invented family: children, parents, sometimes grandparents and others, and where they
//! live.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::dice::Dice;
use crate::family::Sex;
use crate::names::{Community, FamilyName, community, draw_community};

/// An invented family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventedFamily {
    /// Its number in the record.
    pub number: u64,
    /// Everybody, children first, eldest first. Others point at people by their place in this
    /// list.
    pub people: Vec<InventedPerson>,
    /// Where they live; everybody who lives with the children is in the first.
    pub households: Vec<InventedHousehold>,
}

/// Somebody in an invented family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventedPerson {
    /// Given name.
    pub given: &'static str,
    /// Family name; of two parts where a child has both parents'.
    pub family: String,
    /// What the children call them, where that is not the given name.
    pub known_as: Option<&'static str>,
    /// What they are in the family.
    pub kin: Kin,
    /// Sex.
    pub sex: Sex,
    /// Day of birth.
    pub born: Date,
    /// Places of their parents in the list of people.
    pub parents: Vec<usize>,
    /// Ethnicity, a code of the Children in Need census.
    pub ethnicity: &'static str,
    /// A child's id at the council: alphanumeric, unique in the record.
    pub la_id: Option<String>,
}

impl InventedPerson {
    /// Given and family name.
    pub fn name(&self) -> String {
        format!("{} {}", self.given, self.family)
    }
}

/// What somebody is, said from the children's side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kin {
    /// One of the children the work is about.
    Child,
    /// Their mother.
    Mother,
    /// The father of all or some of them.
    Father,
    /// A parent's mother or father.
    Grandparent,
    /// A parent's brother or sister.
    AuntOrUncle,
    /// A friend or neighbour.
    Friend,
}

/// A place where people of the family live.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InventedHousehold {
    /// Number and street.
    pub address: String,
    /// Who lives there, as places in the list of people.
    pub members: Vec<usize>,
}

pub(super) fn family(dice: &mut Dice, number: u64, today: Date) -> InventedFamily {
    let mothers_side = draw_community(dice);
    let fathers_side = if dice.one_in(6) { draw_community(dice) } else { mothers_side };
    let mut maker = Maker {
        number,
        today,
        mother: Side::draw(dice, mothers_side),
        father: Side::draw(dice, fathers_side),
        people: Vec::new(),
        dice,
    };
    maker.children();
    let eldest = maker.people.first().map_or(today, |child| child.born);
    let mother = maker.add(Kin::Mother, eldest);
    let father = (!maker.dice.one_in(6)).then(|| maker.add(Kin::Father, eldest));
    let second =
        (maker.people.len() > 4 && maker.dice.one_in(4)).then(|| maker.add(Kin::Father, eldest));
    maker.give_parents(mother, father, second);
    let grandparent = maker.dice.one_in(2).then(|| maker.add_grandparent(mother, father));
    for _ in 0..maker.dice.weighted(&[(0, 50), (1, 30), (2, 20)]) {
        let kin = if maker.dice.one_in(2) { Kin::AuntOrUncle } else { Kin::Friend };
        maker.add(kin, eldest);
    }
    let households = maker.households(mother, father, grandparent);
    InventedFamily { number, people: maker.people, households }
}

/// The mother's or the father's side: a community and the name they bear.
#[derive(Clone, Copy)]
struct Side {
    community: &'static Community,
    name: FamilyName,
}

impl Side {
    fn draw(dice: &mut Dice, community: &'static Community) -> Self {
        Self { community, name: dice.early(&community.families) }
    }

    /// One in four draws on the community that lends its names.
    fn given(self, dice: &mut Dice, sex: Sex) -> &'static str {
        let lent = self.community.also.and_then(community).filter(|_| dice.one_in(4));
        let from = lent.unwrap_or(self.community);
        dice.early(if sex == Sex::F { &from.girls } else { &from.boys })
    }

    fn family(self, sex: Sex) -> &'static str {
        if sex == Sex::F { self.name.woman } else { self.name.man }
    }
}

struct Maker<'d> {
    dice: &'d mut Dice,
    number: u64,
    today: Date,
    mother: Side,
    father: Side,
    people: Vec<InventedPerson>,
}

/// How the children came by their family name.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Naming {
    #[default]
    Fathers,
    Mothers,
    Both,
}

impl Maker<'_> {
    /// Brothers and sisters, eldest first, one to four of them, at least ten months apart; twins
    /// are born on one day.
    fn children(&mut self) {
        let count = self.dice.weighted(&[(1_u32, 46), (2, 33), (3, 14), (4, 7)]);
        let naming =
            self.dice.weighted(&[(Naming::Fathers, 55), (Naming::Mothers, 33), (Naming::Both, 12)]);
        let mut born = earlier(self.today, self.dice.between(3, 17 * 365));
        for place in 0..count {
            let sex = self.sex();
            let side = if self.dice.one_in(2) { self.mother } else { self.father };
            let mut given = side.given(self.dice, sex);
            for _ in 0..5 {
                if self.people.iter().any(|sibling| sibling.given == given) {
                    given = side.given(self.dice, sex);
                }
            }
            let child = InventedPerson {
                given,
                family: self.child_name(naming, sex),
                known_as: None,
                kin: Kin::Child,
                sex,
                born,
                parents: Vec::new(),
                ethnicity: self.child_ethnicity(),
                la_id: Some(format!("X{:09}{place}", self.number)),
            };
            self.people.push(child);
            if !self.dice.one_in(40) {
                born = earlier(born, self.dice.between(310, 1500));
            }
            if born < earlier(self.today, GROWN_UP) {
                break;
            }
        }
        self.people.sort_by_key(|child| child.born);
    }

    fn sex(&mut self) -> Sex {
        if self.dice.one_in(2) { Sex::F } else { Sex::M }
    }

    fn child_name(&mut self, naming: Naming, sex: Sex) -> String {
        let (mothers, fathers) = (self.mother.family(sex), self.father.family(sex));
        match naming {
            Naming::Fathers => fathers.to_owned(),
            Naming::Mothers => mothers.to_owned(),
            Naming::Both if mothers == fathers => mothers.to_owned(),
            Naming::Both => format!("{mothers}-{fathers}"),
        }
    }

    /// A child of two communities is of mixed ethnicity where the census has a code for it.
    fn child_ethnicity(&self) -> &'static str {
        let (mothers, fathers) = (self.mother.community.ethnicity, self.father.community.ethnicity);
        let one_of = |codes: &[&str]| codes.contains(&mothers) || codes.contains(&fathers);
        let white = ["WBRI", "WIRI", "WIRT", "WROM", "WOTH"];
        if mothers == fathers {
            mothers
        } else if !one_of(&white) {
            "MOTH"
        } else if one_of(&["BCRB"]) {
            "MWBC"
        } else if one_of(&["BAFR"]) {
            "MWBA"
        } else if one_of(&["APKN", "ABAN", "AIND", "AOTH", "CHNE"]) {
            "MWAS"
        } else if white.contains(&mothers) && white.contains(&fathers) {
            "WOTH"
        } else {
            "MOTH"
        }
    }

    /// A grown-up of an age that fits the eldest child; returns their place.
    fn add(&mut self, kin: Kin, eldest: Date) -> usize {
        let sex = match kin {
            Kin::Mother => Sex::F,
            Kin::Father => Sex::M,
            _ => self.sex(),
        };
        let side = match kin {
            Kin::Mother => self.mother,
            Kin::Father => self.father,
            Kin::Friend => {
                let anybody = draw_community(self.dice);
                Side::draw(self.dice, anybody)
            }
            _ if self.dice.one_in(2) => self.mother,
            _ => self.father,
        };
        let years = match kin {
            Kin::Grandparent => self.dice.between(38, 62),
            Kin::Friend => self.dice.between(10, 60),
            _ => self.dice.between(17, 38),
        };
        let days = self.dice.between(0, 364);
        self.people.push(InventedPerson {
            given: side.given(self.dice, sex),
            family: side.family(sex).to_owned(),
            known_as: None,
            kin,
            sex,
            born: earlier(eldest, years * 365 + days),
            parents: Vec::new(),
            ethnicity: side.community.ethnicity,
            la_id: None,
        });
        self.people.len() - 1
    }

    /// The younger half of a large family may have another father.
    fn give_parents(&mut self, mother: usize, father: Option<usize>, second: Option<usize>) {
        let children = self.people.iter().filter(|person| person.kin == Kin::Child).count();
        for (place, child) in self.people.iter_mut().take(children).enumerate() {
            let younger = place >= children.div_ceil(2);
            let father = if younger { second.or(father) } else { father };
            child.parents = std::iter::once(mother).chain(father).collect();
        }
    }

    fn add_grandparent(&mut self, mother: usize, father: Option<usize>) -> usize {
        let child = father.filter(|_| self.dice.one_in(3)).unwrap_or(mother);
        let born = self.people.get(child).map_or(self.today, |parent| parent.born);
        let place = self.add(Kin::Grandparent, born);
        let side = if child == mother { self.mother } else { self.father };
        // A parent's mother or father is 17 to 40 years older, and of that parent's side.
        let years = self.dice.between(17, 40);
        if let Some(grandparent) = self.people.get_mut(place) {
            grandparent.born = earlier(born, years * 365 + 100);
            side.family(grandparent.sex).clone_into(&mut grandparent.family);
            grandparent.ethnicity = side.community.ethnicity;
            grandparent.given = side.given(self.dice, grandparent.sex);
            let names: &[_] = match grandparent.sex {
                Sex::F => &["Nan", "Gran", "Grandma", "Nana", "Granny"],
                _ => &["Grandad", "Grandpa", "Pops", "Gramps"],
            };
            grandparent.known_as = Some(self.dice.early(names));
        }
        if let Some(parent) = self.people.get_mut(child) {
            parent.parents.push(place);
        }
        place
    }

    /// The children live with their mother; the father with them, or at a place of his own; now
    /// and then with a grandparent.
    fn households(
        &mut self,
        mother: usize,
        father: Option<usize>,
        grandparent: Option<usize>,
    ) -> Vec<InventedHousehold> {
        let children = self.people.iter().filter(|person| person.kin == Kin::Child).count();
        let mut home: Vec<usize> = (0..children).collect();
        let mut elsewhere = Vec::new();
        match (father, grandparent) {
            (_, Some(grandparent)) if self.dice.one_in(8) => {
                home.push(grandparent);
                elsewhere.extend([mother].into_iter().chain(father));
            }
            (Some(father), _) if self.dice.one_in(3) => {
                home.push(mother);
                elsewhere.push(father);
            }
            (father, _) => home.extend([mother].into_iter().chain(father)),
        }
        [home, elsewhere]
            .into_iter()
            .filter(|members| !members.is_empty())
            .map(|members| InventedHousehold { address: address(self.dice), members })
            .collect()
    }
}

/// In days: a child of the work is younger.
const GROWN_UP: i64 = 17 * 365 + 200;

fn earlier(day: Date, days: i64) -> Date {
    day.saturating_sub(days.days())
}

fn address(dice: &mut Dice) -> String {
    const STREETS: [&str; 40] = [
        "Mill",
        "Church",
        "Harbour",
        "Chapel",
        "Orchard",
        "Kestrel",
        "Station",
        "Victoria",
        "Priory",
        "Quay",
        "Abbey",
        "Foundry",
        "Meadow",
        "Elm",
        "Rope Walk",
        "Cooper's",
        "Lime",
        "Albert",
        "Castle",
        "Spring",
        "Weaver's",
        "Cable",
        "Bridge",
        "Nelson",
        "Hawthorn",
        "Tannery",
        "Anchor",
        "Gasworks",
        "Saltmarsh",
        "Lark",
        "Fuller's",
        "Beacon",
        "Ferry",
        "Windmill",
        "Bramble",
        "Cloth",
        "Osier",
        "Heron",
        "Pound",
        "Tollgate",
    ];
    const KINDS: [&str; 12] = [
        "Road", "Street", "Lane", "Close", "Avenue", "Terrace", "Row", "Court", "Rise", "Hill",
        "Gardens", "Walk",
    ];
    let number = dice.between(1, 180);
    format!("{number} {} {}", dice.early(&STREETS), dice.early(&KINDS))
}
