//! The decision tree, as types: what may stand in `kit/tree.json`, and no more.
//!
//! An unknown guard, effect, screen, house or field is refused in reading. Whether the tree is
//! fit to lead anybody is for [`super::faults`] to say.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The tree as it is handed to a tablet.
pub const TREE: &str = include_str!("../../kit/tree.json");

/// Where a choice leads that goes back to where the child was.
pub const BEFORE: &str = "BEFORE";

/// Reads a tree.
///
/// # Errors
/// Where it is not JSON, or names something that the kit does not know.
pub fn read(json: &str) -> Result<Tree, serde_json::Error> {
    serde_json::from_str(json)
}

/// The whole tree.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tree {
    /// Node where a session begins.
    pub start: String,
    /// Most prompts in one visit to one house.
    pub prompts_max: usize,
    /// What can be pressed at any time.
    pub always: Always,
    /// Words for parents, in order; each has a `…-title`.
    pub parents: Vec<String>,
    /// Every place in the tree.
    pub nodes: Vec<Node>,
}

impl Tree {
    /// The node of that id.
    pub fn find_node(&self, id: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.id == id)
    }

    /// Nodes that are left by stopping, resting, or opening the card: all of the child's but
    /// the ends.
    pub fn of_child(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.speaks_to == SpeaksTo::Child && node.end.is_none())
    }
}

/// What can be pressed at any time: the first three at each of the child's nodes, `back` at each
/// of the worker's.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Always {
    /// Stop: keeps, thanks, closes.
    pub stop: Choice,
    /// A break.
    #[serde(rename = "break")]
    pub rest: Choice,
    /// Something important was said.
    pub important: Choice,
    /// One step back.
    pub back: Choice,
}

/// One place in the tree.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Node {
    /// Its id, such as `B01`.
    pub id: String,
    /// Whose side it is on.
    pub speaks_to: SpeaksTo,
    /// The screen it is shown on.
    pub screen: Screen,
    /// Name of its words: the child's, or the worker's.
    pub say: String,
    /// Other words for a variant.
    #[serde(default)]
    pub instead: BTreeMap<Variant, String>,
    /// Names of further words that stand there.
    #[serde(default)]
    pub lines: Vec<String>,
    /// What its words do; every node of the child's has one.
    pub asks: Option<Asks>,
    /// The house it is in.
    pub house: Option<House>,
    /// Which of the four things to understand it is about.
    pub stone: Option<Stone>,
    /// Ways of putting something in, the first offered first; none where nothing is put in.
    #[serde(default)]
    pub ways: Vec<Way>,
    /// Name of the worker's guidance.
    pub guide: Option<String>,
    /// Name of the line about the law.
    pub law: Option<String>,
    /// A node that must have been visited before this one is entered.
    pub only_after: Option<String>,
    /// How the session ends here.
    pub end: Option<End>,
    /// What may be chosen.
    pub choices: Vec<Choice>,
}

impl Node {
    /// Names of all words that stand at the node and are said to whom it speaks to, its choices
    /// aside.
    pub fn says(&self) -> impl Iterator<Item = &str> {
        let own = std::iter::once(&self.say).chain(self.instead.values()).chain(&self.lines);
        own.map(String::as_str)
    }
}

/// Something that may be chosen.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Name of its words.
    pub label: String,
    /// Id of a node, or [`BEFORE`].
    pub goto: String,
    /// When it is offered; always, where there is none.
    pub guard: Option<Guard>,
    /// What is to be written down when it is taken.
    pub effect: Option<Effect>,
    /// What of it.
    pub value: Option<String>,
}

/// Enums of bare words, written in JSON in lower case with underscores.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $word:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$each])* $word),+ }
    };
}

words!(
    /// Whose side of the tablet.
    SpeaksTo {
        /// The worker's.
        Worker,
        /// The child's.
        Child,
    }
);

words!(
    /// What the words at one of the child's nodes do.
    Asks {
        /// Ask openly: tell, draw, what, who.
        Invites,
        /// Ask for a yes or a no that is the child's to give.
        Agrees,
        /// Ask how to go on: which house, read it out or not.
        Arranges,
        /// Tell, and ask nothing.
        Tells,
        /// Say what must be passed on, the only place where being hurt is spoken of.
        Limit,
    }
);

words!(
    /// A screen: the name of its file in `js/kit/screens`.
    Screen {
        /// Which of five ways of saying it.
        Levels,
        /// The explanation and the four stones.
        Before,
        /// Practice talk and the rules of talking.
        Practice,
        /// All houses.
        Houses,
        /// One house from inside.
        Inside,
        /// The path.
        Path,
        /// The scale.
        Scale,
        /// Cards in three columns.
        Sort,
        /// The child's people.
        People,
        /// All pages, read back.
        LookBack,
        /// Who may see each page.
        Share,
        /// What comes next, and the sealed kit.
        Closing,
        /// A break.
        Break,
        /// Thank you.
        Thanks,
        /// Worker: whether to begin.
        Prepare,
        /// Worker: agreement of a parent.
        Agreement,
        /// Worker: who is near.
        Near,
        /// Worker: what the child needs.
        Needs,
        /// Worker: the variant.
        LevelVariant,
        /// Worker: something important was said.
        Important,
        /// Worker: when the child has gone.
        After,
        /// Worker: it did not begin.
        NotStarted,
    }
);

words!(
    /// A house, or what is worked on like one.
    House {
        /// Good things.
        Good,
        /// Worries.
        Worries,
        /// Dreams.
        Dreams,
        /// The safety house.
        Safety,
        /// The path.
        Path,
        /// The scale.
        Scale,
        /// Sorted cards.
        Sort,
    }
);

words!(
    /// One of the four things to understand before anything is asked.
    Stone {
        /// What must be passed on.
        KeepingSafe,
        /// Who sees it.
        WhoSees,
        /// The child's own words, and recording.
        MyVoice,
        /// Stopping.
        Stopping,
    }
);

words!(
    /// What stands in place of three houses.
    Variant {
        /// A figure with wings, clothes and a wand.
        Figure,
        /// Three rooms.
        Rooms,
        /// The child's own idea.
        Own,
    }
);

words!(
    /// A way of putting something on a page.
    Way {
        /// Crayon.
        Draw,
        /// Typing.
        Words,
        /// A recording.
        Voice,
        /// Stickers.
        Stickers,
        /// A photograph of paper.
        Photo,
        /// Cards in columns.
        Sort,
    }
);

words!(
    /// When a choice is offered.
    Guard {
        /// The youngest level, `a`.
        Young,
        /// Any other level.
        NotYoung,
        /// Level `c` or `d`.
        Older,
        /// At least one page has been made.
        PagesMade,
        /// None has.
        NoPages,
        /// Fewer prompts than the most have been asked in this visit to this house.
        MayAskMore,
        /// An answer is still "ask me later".
        AsksLater,
        /// None is.
        NoneAsksLater,
        /// Something important was said.
        ImportantSaid,
        /// Nothing such was.
        NothingImportant,
    }
);

impl Guard {
    /// The guard that holds exactly when this one does not, where there is one.
    pub fn opposite(self) -> Option<Guard> {
        let pairs = [
            (Guard::Young, Guard::NotYoung),
            (Guard::PagesMade, Guard::NoPages),
            (Guard::AsksLater, Guard::NoneAsksLater),
            (Guard::ImportantSaid, Guard::NothingImportant),
        ];
        let of = |(one, other)| match self {
            _ if self == one => Some(other),
            _ if self == other => Some(one),
            _ => None,
        };
        pairs.into_iter().find_map(of)
    }
}

words!(
    /// What is to be written down when a choice is taken.
    Effect {
        /// Whether an enquiry limits the talk, and who cleared it.
        Enquiry,
        /// Who agreed, or who set agreement aside and why.
        Agreement,
        /// Who else is there.
        Near,
        /// What the child needs.
        Needs,
        /// The session begins, in this variant.
        Begin,
        /// The level.
        Level,
        /// What the child answered to a stone.
        Understood,
        /// Whether the pages were read to the child.
        ReadBack,
        /// Who may see each page.
        Share,
        /// The day the worker comes back.
        ComesBack,
        /// Which of the pages with a yes may be offered to parents.
        OfferToParents,
        /// The day by which the child has an answer.
        AnswerDue,
        /// The worker's own thoughts.
        Reflection,
        /// What was said, before what, who was near.
        ImportantSaid,
        /// Help was called.
        DangerNow,
        /// Why it was not started.
        Reason,
    }
);

impl Effect {
    /// The values it may have; none where it has no value.
    pub fn values(self) -> &'static [&'static str] {
        match self {
            Effect::Enquiry => &["none", "cleared"],
            Effect::Agreement => &["agreed", "set_aside"],
            Effect::Near => &["nobody", "supporter"],
            Effect::Needs => &["interpreter", "aac", "plain", "senses"],
            Effect::Begin => &["houses", "figure", "rooms", "own"],
            Effect::Level => &["a", "b", "c", "d", "e"],
            Effect::Understood => &["yes", "not_sure", "no"],
            Effect::ReadBack => &["done", "left"],
            _ => &[],
        }
    }
}

words!(
    /// How a session ends.
    End {
        /// To its end.
        ReadBack,
        /// The child said stop.
        StoppedByChild,
        /// Something important was said.
        StoppedForSafety,
        /// It was not begun.
        NotStarted,
        /// Another way of listening was chosen.
        OtherWay,
        /// The child did not want to, and said so to the worker before it began.
        SaidNo,
    }
);
