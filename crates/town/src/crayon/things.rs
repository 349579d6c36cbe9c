//! The things there are, each as lines of crayon in a square of a hundred units, and the words
//! that name them. Hand-made: corners only, the hand rounds them.

/// A thing that can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Thing {
    Van,
    Dog,
    Gerbil,
    Bed,
    Bowl,
    Fridge,
    Door,
    School,
    Boat,
    House,
    Sun,
    Star,
    Stairs,
    Table,
    Window,
    Stage,
    Chair,
    Bus,
    Ball,
    Fish,
    Swing,
    Hat,
    Piano,
    Music,
}

/// A line: its colour, and its corners.
pub(crate) type Crayon = (&'static str, &'static [(i16, i16)]);

const BLACK: &str = "#2c2a33";
const BROWN: &str = "#7c5132";
const RED: &str = "#c24e36";
const YELLOW: &str = "#f0bf35";
const GREEN: &str = "#5b9a52";
const BLUE: &str = "#3c6fb4";
const ORANGE: &str = "#e08a2c";
const PURPLE: &str = "#7d5ab4";
const GREY: &str = "#9b98a2";

/// Which words name a thing: in small letters, as a child may spell them.
const NAMED: &[(Thing, &[&str])] = &[
    (Thing::Van, &["van", "car", "ambilance", "bike"]),
    (Thing::Dog, &["dog", "burek"]),
    (Thing::Gerbil, &["gerbil"]),
    (Thing::Bed, &["bed", "asleep", "wakes", "wake", "falling", "sleep"]),
    (
        Thing::Bowl,
        &[
            "rice", "toast", "trifle", "tea", "dinner", "coffee", "gravy", "snacks", "crackers",
            "spoon",
        ],
    ),
    (Thing::Fridge, &["frig", "fridge"]),
    (Thing::Door, &["door", "lock", "cupboard"]),
    (Thing::School, &["school", "timetable"]),
    (Thing::Boat, &["boat", "boatyard", "sea"]),
    (Thing::House, &["house", "home", "grandads"]),
    (Thing::Sun, &["sundays", "wednesdays", "friday"]),
    (Thing::Star, &["spell"]),
    (Thing::Stairs, &["stairs"]),
    (Thing::Table, &["table", "meal"]),
    (Thing::Window, &["window", "windows", "light", "sides"]),
    (Thing::Stage, &["drama", "part"]),
    (Thing::Chair, &["chair"]),
    (Thing::Bus, &["bus", "train", "9"]),
    (Thing::Ball, &["netball", "cricket", "bag"]),
    (Thing::Fish, &["fishing"]),
    (Thing::Swing, &["swing"]),
    (Thing::Hat, &["voices"]),
    (Thing::Piano, &["piano"]),
    (Thing::Music, &["singing", "dance", "loud"]),
];

/// What is drawn for these words, at most two things, in the order in which they stand above.
pub(crate) fn things_for(text: &str) -> Vec<Thing> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let named = |(_, names): &&(Thing, &[&str])| names.iter().any(|name| words.contains(name));
    NAMED.iter().filter(named).map(|(thing, _)| *thing).take(2).collect()
}

impl Thing {
    /// Everything there is.
    #[cfg(test)]
    pub(crate) const ALL: &[Self] = &[
        Self::Van,
        Self::Dog,
        Self::Gerbil,
        Self::Bed,
        Self::Bowl,
        Self::Fridge,
        Self::Door,
        Self::School,
        Self::Boat,
        Self::House,
        Self::Sun,
        Self::Star,
        Self::Stairs,
        Self::Table,
        Self::Window,
        Self::Stage,
        Self::Chair,
        Self::Bus,
        Self::Ball,
        Self::Fish,
        Self::Swing,
        Self::Hat,
        Self::Piano,
        Self::Music,
    ];

    /// Its lines.
    pub(crate) const fn strokes(self) -> &'static [Crayon] {
        match self {
            Self::Van => VAN,
            Self::Dog => DOG,
            Self::Gerbil => GERBIL,
            Self::Bed => BED,
            Self::Bowl => BOWL,
            Self::Fridge => FRIDGE,
            Self::Door => DOOR,
            Self::School => SCHOOL,
            Self::Boat => BOAT,
            Self::House => HOUSE,
            Self::Sun => SUN,
            Self::Star => STAR,
            Self::Stairs => STAIRS,
            Self::Table => TABLE,
            Self::Window => WINDOW,
            Self::Stage => STAGE,
            Self::Chair => CHAIR,
            Self::Bus => BUS,
            Self::Ball => BALL,
            Self::Fish => FISH,
            Self::Swing => SWING,
            Self::Hat => HAT,
            Self::Piano => PIANO,
            Self::Music => MUSIC,
        }
    }
}

const VAN: &[Crayon] = &[
    (BLUE, &[(4, 70), (5, 30), (62, 29), (63, 45), (84, 48), (95, 58), (96, 71), (4, 70)]),
    (BLACK, &[(66, 47), (67, 36), (76, 37), (83, 48)]),
    (BLACK, &[(34, 71), (28, 63), (20, 65), (17, 73), (22, 81), (31, 80), (34, 71)]),
    (BLACK, &[(82, 71), (76, 63), (68, 65), (66, 73), (70, 81), (79, 80), (82, 71)]),
    (YELLOW, &[(94, 60), (99, 61)]),
    (GREY, &[(2, 84), (98, 83)]),
];
const DOG: &[Crayon] = &[
    (BROWN, &[(20, 50), (66, 48), (70, 66), (22, 68), (20, 50)]),
    (BROWN, &[(66, 50), (68, 30), (86, 30), (94, 40), (84, 48), (72, 50)]),
    (BROWN, &[(70, 30), (66, 44), (72, 44)]),
    (BROWN, &[(28, 68), (27, 86)]),
    (BROWN, &[(38, 68), (39, 86)]),
    (BROWN, &[(56, 67), (55, 86)]),
    (BROWN, &[(66, 66), (67, 86)]),
    (BROWN, &[(20, 52), (8, 38), (6, 26)]),
    (BLACK, &[(80, 36), (81, 37)]),
    (BLACK, &[(93, 38), (95, 40)]),
];
const GERBIL: &[Crayon] = &[
    (ORANGE, &[(30, 70), (34, 50), (54, 42), (72, 52), (78, 70), (30, 70)]),
    (ORANGE, &[(66, 48), (68, 36), (74, 44)]),
    (BROWN, &[(30, 68), (14, 66), (6, 52)]),
    (BLACK, &[(68, 56), (69, 57)]),
    (GREY, &[(78, 62), (90, 58)]),
    (GREY, &[(78, 66), (90, 68)]),
];
const BED: &[Crayon] = &[
    (BROWN, &[(8, 34), (8, 84)]),
    (BROWN, &[(8, 62), (92, 62), (92, 84)]),
    (BLUE, &[(30, 61), (34, 48), (92, 50), (91, 62)]),
    (GREY, &[(10, 60), (12, 50), (28, 50), (30, 60), (10, 60)]),
    (BLUE, &[(44, 49), (46, 61)]),
    (BLUE, &[(62, 50), (63, 61)]),
];
const BOWL: &[Crayon] = &[
    (RED, &[(12, 50), (88, 50), (76, 78), (28, 79), (12, 50)]),
    (GREY, &[(22, 48), (34, 36), (48, 42), (60, 34), (78, 48)]),
    (GREY, &[(40, 30), (44, 20), (40, 12)]),
    (GREY, &[(58, 28), (62, 18), (58, 10)]),
];
const FRIDGE: &[Crayon] = &[
    (BLACK, &[(26, 8), (76, 8), (77, 92), (25, 92), (26, 8)]),
    (BLACK, &[(26, 36), (77, 36)]),
    (GREY, &[(70, 44), (70, 58)]),
    (GREY, &[(70, 18), (70, 28)]),
    (RED, &[(34, 50), (42, 44), (48, 52), (40, 58), (34, 50)]),
    (GREEN, &[(34, 70), (56, 70), (56, 82), (34, 82), (34, 70)]),
    (ORANGE, &[(36, 18), (56, 18), (56, 30), (36, 30), (36, 18)]),
];
const DOOR: &[Crayon] = &[
    (BROWN, &[(28, 92), (28, 10), (74, 10), (74, 92)]),
    (BROWN, &[(36, 18), (66, 18), (66, 46), (36, 46), (36, 18)]),
    (BLACK, &[(62, 56), (70, 56), (70, 70), (61, 70), (62, 56)]),
    (BLACK, &[(64, 56), (64, 50), (69, 50), (69, 56)]),
    (GREY, &[(10, 93), (92, 92)]),
];
const SCHOOL: &[Crayon] = &[
    (RED, &[(6, 84), (6, 46), (94, 46), (94, 84), (6, 84)]),
    (RED, &[(34, 46), (50, 24), (66, 46)]),
    (BROWN, &[(44, 84), (44, 62), (56, 62), (56, 84)]),
    (BLUE, &[(14, 54), (32, 54), (32, 68), (14, 68), (14, 54)]),
    (BLUE, &[(68, 54), (86, 54), (86, 68), (68, 68), (68, 54)]),
    (BLACK, &[(50, 24), (50, 8), (66, 12), (50, 16)]),
];
const BOAT: &[Crayon] = &[
    (BROWN, &[(10, 62), (90, 62), (76, 80), (24, 80), (10, 62)]),
    (BLACK, &[(48, 62), (48, 12)]),
    (RED, &[(50, 14), (82, 54), (50, 55)]),
    (BLUE, &[(2, 84), (16, 78), (30, 85), (44, 79), (58, 86), (72, 79), (86, 86), (98, 80)]),
    (BLUE, &[(6, 94), (24, 89), (42, 95), (62, 90), (80, 96), (96, 91)]),
];
const HOUSE: &[Crayon] = &[
    (BROWN, &[(18, 90), (18, 44), (82, 44), (82, 90), (18, 90)]),
    (RED, &[(8, 46), (50, 10), (92, 46)]),
    (GREEN, &[(42, 90), (42, 64), (58, 64), (58, 90)]),
    (BLUE, &[(24, 54), (36, 54), (36, 66), (24, 66), (24, 54)]),
    (BLUE, &[(64, 54), (76, 54), (76, 66), (64, 66), (64, 54)]),
    (GREY, &[(70, 28), (70, 12), (78, 12), (78, 34)]),
];
const SUN: &[Crayon] = &[
    (
        YELLOW,
        &[(50, 28), (66, 34), (72, 50), (66, 66), (50, 72), (34, 66), (28, 50), (34, 34), (50, 28)],
    ),
    (YELLOW, &[(50, 20), (50, 4)]),
    (YELLOW, &[(72, 28), (84, 16)]),
    (YELLOW, &[(80, 50), (96, 50)]),
    (YELLOW, &[(72, 72), (84, 84)]),
    (YELLOW, &[(50, 80), (50, 96)]),
    (YELLOW, &[(28, 72), (16, 84)]),
    (YELLOW, &[(20, 50), (4, 50)]),
    (YELLOW, &[(28, 28), (16, 16)]),
];
const STAR: &[Crayon] = &[
    (
        YELLOW,
        &[
            (50, 8),
            (60, 38),
            (92, 40),
            (66, 58),
            (76, 90),
            (50, 70),
            (24, 90),
            (34, 58),
            (8, 40),
            (40, 38),
            (50, 8),
        ],
    ),
    (PURPLE, &[(4, 96), (40, 70)]),
];
const STAIRS: &[Crayon] = &[
    (
        BLACK,
        &[
            (6, 92),
            (6, 76),
            (24, 76),
            (24, 60),
            (42, 60),
            (42, 44),
            (60, 44),
            (60, 28),
            (80, 28),
            (80, 12),
            (96, 12),
        ],
    ),
    (BROWN, &[(4, 62), (78, 0)]),
    (BROWN, &[(24, 60), (24, 46)]),
    (BROWN, &[(60, 28), (60, 16)]),
];
const TABLE: &[Crayon] = &[
    (BROWN, &[(8, 50), (92, 50)]),
    (BROWN, &[(18, 50), (16, 88)]),
    (BROWN, &[(82, 50), (84, 88)]),
    (RED, &[(30, 48), (34, 38), (44, 38), (46, 48)]),
    (BLUE, &[(60, 48), (62, 36), (72, 36), (74, 48)]),
];
const WINDOW: &[Crayon] = &[
    (BROWN, &[(16, 14), (84, 14), (84, 84), (16, 84), (16, 14)]),
    (BROWN, &[(50, 14), (50, 84)]),
    (BROWN, &[(16, 48), (84, 48)]),
    (BLUE, &[(10, 10), (22, 30), (12, 60)]),
    (BLUE, &[(90, 10), (78, 30), (88, 60)]),
    (YELLOW, &[(60, 24), (72, 24), (72, 36), (60, 36), (60, 24)]),
];
const STAGE: &[Crayon] = &[
    (BROWN, &[(4, 86), (96, 86), (96, 94), (4, 94), (4, 86)]),
    (RED, &[(6, 86), (6, 10), (28, 12), (22, 50), (30, 86)]),
    (RED, &[(94, 86), (94, 10), (72, 12), (78, 50), (70, 86)]),
    (RED, &[(6, 10), (20, 18), (36, 10), (52, 18), (66, 10), (80, 18), (94, 10)]),
    (
        YELLOW,
        &[
            (50, 40),
            (54, 52),
            (66, 52),
            (56, 60),
            (60, 72),
            (50, 64),
            (40, 72),
            (44, 60),
            (34, 52),
            (46, 52),
            (50, 40),
        ],
    ),
];
const CHAIR: &[Crayon] = &[
    (PURPLE, &[(26, 12), (60, 10), (62, 54), (26, 56), (26, 12)]),
    (PURPLE, &[(26, 56), (20, 66), (76, 64), (62, 54)]),
    (PURPLE, &[(18, 46), (18, 66)]),
    (BROWN, &[(24, 66), (22, 90)]),
    (BROWN, &[(72, 65), (74, 90)]),
];
const BUS: &[Crayon] = &[
    (RED, &[(4, 72), (4, 20), (92, 20), (96, 46), (96, 72), (4, 72)]),
    (BLUE, &[(10, 28), (26, 28), (26, 42), (10, 42), (10, 28)]),
    (BLUE, &[(32, 28), (48, 28), (48, 42), (32, 42), (32, 28)]),
    (BLUE, &[(54, 28), (70, 28), (70, 42), (54, 42), (54, 28)]),
    (BLACK, &[(78, 70), (78, 28), (90, 28), (92, 70)]),
    (BLACK, &[(32, 73), (26, 66), (20, 73), (26, 82), (32, 73)]),
    (BLACK, &[(74, 73), (68, 66), (62, 73), (68, 82), (74, 73)]),
];
const BALL: &[Crayon] = &[
    (
        ORANGE,
        &[(50, 20), (72, 28), (82, 50), (72, 72), (50, 80), (28, 72), (18, 50), (28, 28), (50, 20)],
    ),
    (BROWN, &[(22, 38), (50, 52), (78, 38)]),
    (BROWN, &[(50, 52), (50, 80)]),
];
const FISH: &[Crayon] = &[
    (BLUE, &[(14, 50), (34, 34), (62, 36), (78, 50), (62, 64), (34, 66), (14, 50)]),
    (BLUE, &[(76, 50), (94, 34), (92, 66), (76, 50)]),
    (BLACK, &[(28, 46), (29, 47)]),
    (GREY, &[(50, 4), (18, 14), (14, 44)]),
    (GREEN, &[(4, 92), (10, 80), (16, 93), (22, 82), (28, 94)]),
];
const SWING: &[Crayon] = &[
    (BROWN, &[(10, 94), (26, 10), (76, 10), (92, 94)]),
    (BLACK, &[(42, 11), (36, 66)]),
    (BLACK, &[(60, 11), (54, 66)]),
    (RED, &[(30, 66), (60, 67)]),
    (GREEN, &[(2, 96), (98, 95)]),
];
const HAT: &[Crayon] = &[
    (PURPLE, &[(14, 78), (50, 8), (86, 78)]),
    (PURPLE, &[(4, 80), (30, 88), (70, 88), (96, 80)]),
    (YELLOW, &[(50, 34), (54, 44), (46, 44), (50, 34)]),
    (YELLOW, &[(40, 60), (46, 68), (36, 68), (40, 60)]),
];
const PIANO: &[Crayon] = &[
    (BLACK, &[(8, 24), (92, 24), (92, 64), (8, 64), (8, 24)]),
    (BLACK, &[(8, 64), (4, 74), (96, 74), (92, 64)]),
    (GREY, &[(24, 65), (22, 74)]),
    (GREY, &[(40, 65), (39, 74)]),
    (GREY, &[(58, 65), (59, 74)]),
    (GREY, &[(76, 65), (78, 74)]),
    (BLACK, &[(12, 75), (12, 94)]),
    (BLACK, &[(88, 75), (88, 94)]),
];
const MUSIC: &[Crayon] = &[
    (PURPLE, &[(36, 74), (36, 20), (74, 12), (74, 66)]),
    (PURPLE, &[(36, 74), (28, 68), (20, 76), (28, 84), (36, 76)]),
    (PURPLE, &[(74, 66), (66, 60), (58, 68), (66, 76), (74, 68)]),
    (ORANGE, &[(86, 30), (94, 24), (96, 36)]),
];
