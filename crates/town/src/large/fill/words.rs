//! What is written on an open family's pages. Three plain stories, as long as real ones are; the
//! names are filled in.
//!
//! `{child}` `{mum}` `{nan}` are names; `{nan}` is whoever is nearest beside the parents, or the
//! health visitor.

/// One story: everything that a front page is read from.
pub struct Story {
    /// What anybody who comes tonight must know.
    pub tonight: [&'static str; 2],
    /// What the child wants people to know.
    pub message: &'static str,
    /// A picture of the set that stands for the child.
    pub emblem: &'static str,
    /// The danger statement.
    pub danger: &'static str,
    /// The words of it in which the family disagrees.
    pub disagreement: &'static str,
    /// The safety goal.
    pub goal: &'static str,
    /// Worries on the map.
    pub worries: [&'static str; 4],
    /// What works; the first was seen when the danger was there.
    pub well: [&'static str; 4],
    /// The scale: its question, what 0 means, what 10 means.
    pub scale: [&'static str; 3],
    /// What the family calls its plan.
    pub plan: &'static str,
    /// Its rules: the first words, and the rest.
    pub rules: [(&'static str, &'static str); 5],
    /// What is tried next.
    pub steps: [&'static str; 3],
    /// What nobody knows yet: the question, and in short.
    pub unknowns: [(&'static str, &'static str); 4],
    /// What had to be decided.
    pub decision: &'static str,
    /// The ways it could have gone; the second was chosen.
    pub options: [&'static str; 3],
    /// Why.
    pub because: &'static str,
    /// Who did not agree said this.
    pub dissent: &'static str,
    /// For the child.
    pub for_child: &'static str,
}

/// The everyday-care scale: its question, what 0 means, what 10 means.
pub const CARE: [&str; 3] = [
    "How is {child} looked after from day to day?",
    "{child} goes without food, sleep or a clean bed on most days.",
    "{child} is fed, rested, clean and cheered on every day of the week.",
];

/// The reasons people give with a number.
pub const REASONS: [&str; 5] = [
    "The mornings are calmer, and there is always somebody to ring.",
    "Two hard evenings, and both times the list was rung as agreed.",
    "I want to see it hold through a whole month first.",
    "It helps that everybody says the same thing now.",
    "There is food in, the beds are made, and there is laughing in the house.",
];

/// How a child was when they were seen.
pub const HOW: [&str; 3] = [
    "Came to the door first, laughing, and showed me the new shoes.",
    "Quiet at first; talked once the kettle was on, and ate two pieces of toast.",
    "Sat close, listened to every word and asked when the next visit is.",
];

/// Every story there is.
pub const STORIES: [Story; 3] = [
    Story {
        tonight: [
            "Blue inhaler in the tin by the door; two puffs, then wait and sit with {child}.",
            "If nobody answers, {nan} has a key and comes at any hour.",
        ],
        message: "{child} likes to be told first what will happen, and likes the landing light on.",
        emblem: "a lighthouse",
        danger: "{mum}, {nan} and the worker are worried that {child} will be left alone in the \
            evening again, as on three evenings in the spring, will not find the inhaler and will \
            have nobody to call. {child} could fight for breath with nobody there and be hurt \
            before anybody came. It is most likely at the end of the month, when {mum} takes \
            another shift and is short of money and sleep. {mum} says it was never longer than an \
            hour and that she rang.",
        disagreement: "{mum} says it was never longer than an hour and that she rang.",
        goal: "{mum} will arrange a week ahead who sits with {child} on each evening that she \
            works, and will tell {nan} by Sunday. Whoever sits there knows where the inhaler is \
            and has shown it. {child} will know every evening who is there and whom to ring. \
            {nan} and the class teacher will see this happen for four months before anybody steps \
            back.",
        worries: [
            "{child} was alone from seven until nearly nine on three evenings in the spring.",
            "The inhaler was empty on the day of the fire drill and nobody had noticed.",
            "{mum} takes the late shift whenever it is offered, because the rent is behind.",
            "{child} fell asleep in class twice in one week.",
        ],
        well: [
            "When the shift changed at noon {mum} rang {nan}, who came with her knitting, stayed \
            the night; {child} slept through.",
            "{child} can say what each inhaler is for and shows the little ones at school how it \
            is done.",
            "{mum} has kept every clinic appointment since the winter.",
            "{nan} lives two streets away and has Sunday dinner with them.",
        ],
        scale: [
            "How sure are you that {child} is never alone in the evening?",
            "{child} is alone most evenings and nobody knows how to help with the breathing.",
            "Somebody {child} knows is there every evening, knows the plan and answers the phone.",
        ],
        plan: "Who sits with {child}",
        rules: [
            ("Sunday,", "the week is written on the fridge: who sits, from when until when."),
            ("Shift changed?", "{mum} rings {nan} first, then the list, before she says yes."),
            ("Inhaler", "is shown to whoever sits there; a spare one is at {nan}'s."),
            ("Half past seven,", "whoever is there sends a picture of {child} ready for bed."),
            ("Worried?", "{child} rings {nan}, and nobody is ever cross about a call."),
        ],
        steps: [
            "First late shift with {nan} there all evening",
            "A week in which the list was rung at least once",
            "Four weeks without an evening alone, seen by {nan}",
        ],
        unknowns: [
            ("Who had the key on the evening in March?", "Who had the key in March."),
            ("Does the night shift end if {mum} asks?", "If the night shift can end."),
            ("What does the other side of the family know?", "What Dad's family knows."),
            ("How does {child} feel when a shift changes?", "How {child} feels about it."),
        ],
        decision: "Does {child} stay at home on the evenings {mum} works?",
        options: [
            "{child} sleeps at {nan}'s whenever there is a late shift",
            "{child} stays at home and somebody from the list sits there every time",
            "{mum} takes no late shift until the summer",
        ],
        because: "{child} asked to sleep in the same bed every night and the list has held for six \
            weeks. Sleeping at {nan}'s would be safe but would make four moves a week; giving up \
            the shifts would put the home at risk.",
        dissent: "I would rather have them at mine, I worry about the stairs.",
        for_child: "You sleep in your own bed. Somebody you know is always there. You can ring.",
    },
    Story {
        tonight: [
            "{child} hides when there is shouting: look behind the wardrobe, and speak softly.",
            "Nobody is to be let in but {mum} and {nan}.",
        ],
        message: "{child} says: knock on my door, I come out when it is quiet.",
        emblem: "an owl",
        danger: "The worker, {nan} and the school are worried that there will be another night of \
            shouting and broken things like the ones in May and June, and that {child} will stand \
            between the grown-ups again to make it stop. {child} could be struck by something that \
            is thrown and could come to think that it is {child}'s job to keep the peace. It is \
            most likely on Friday nights after money has come in. {mum} says that {child} is \
            always sent upstairs first.",
        disagreement: "{mum} says that {child} is always sent upstairs first.",
        goal: "When voices rise {mum} will ring {nan} and take {child} there before anything else \
            is said, and whoever is angry will walk to the harbour and back. {child} will sleep \
            on Friday nights, will go to swimming on Saturday and will not need to listen at the \
            stairs. {nan}, the neighbour and the swimming teacher will see this happen for six \
            months.",
        worries: [
            "A plate was thrown in May; {child} swept it up before school.",
            "{child} told a friend that Fridays are for staying awake.",
            "Nobody said a word about it to the health visitor.",
            "The money is gone by Sunday and then everybody is short with each other.",
        ],
        well: [
            "On the last Friday of August {mum} heard it coming, put two coats on and walked to \
            {nan}'s with {child}; they had toast and came back in the morning.",
            "{child} never misses swimming and can name five people who are on their side.",
            "They say sorry to {child} in plain words and mean it.",
            "There is a shelf of library books, all of them read aloud.",
        ],
        scale: [
            "How safe are Friday nights for {child}?",
            "There is shouting on most Fridays and {child} stands between the grown-ups.",
            "Grown-ups walk away before voices rise, and {child} sleeps through to the morning.",
        ],
        plan: "Coats on",
        rules: [
            ("Loud voices?", "{mum} puts the coats on; no more is said that night."),
            ("Friday,", "{nan} rings at eight and again at ten, and asks for {child} by name."),
            ("Angry?", "to the harbour and back, without the car keys."),
            ("{child}", "has a bag at {nan}'s with pyjamas, a book and the owl."),
            ("Sunday,", "they count what is left together, with {nan} at the table."),
        ],
        steps: [
            "Two Fridays in a row with the ten o'clock call answered",
            "A row that ended at the harbour, told to the worker by both",
            "Half-term with nobody awake at midnight",
        ],
        unknowns: [
            ("What did {child} see on the night in June?", "What {child} saw in June."),
            ("Who else in the street has heard it?", "Who else has heard it."),
            ("Is anybody hurt and not saying so?", "If somebody is hurt."),
            ("What happens when {nan} is away?", "Who comes when {nan} is away."),
        ],
        decision: "Is the Friday plan enough, or does somebody move out for a while?",
        options: [
            "One of the grown-ups stays with a brother until the new year",
            "Everybody stays, the coats plan is tried for eight weeks and looked at every Monday",
            "{child} spends every Friday and Saturday at {nan}'s",
        ],
        because: "The plan was used three times without being asked for and {child} slept each \
            time. Moving out would need money that is not there, and the family wants to learn to \
            do this at home with people watching.",
        dissent: "Eight weeks is long. I would want to look again after two.",
        for_child: "When it gets loud you and Mum put coats on. It is not your job to stop it.",
    },
    Story {
        tonight: [
            "The baby gate is on the top stair; the one below is loose.",
            "{child} will not settle with a stranger: ring {nan}, who sings on the phone.",
        ],
        message: "{child} likes buttons, water and being carried to see the buses.",
        emblem: "a bus",
        danger: "{mum}, the worker and the health visitor are worried that {child} will be with \
            somebody who has been drinking and sleeps too deeply to wake, as happened twice in the \
            summer. {child} could climb out, fall on the stairs or reach the cooker, and nobody \
            would hear. It is most likely in the days after a visit to court, when everything is \
            raw. Dad's side of the family says that {child} was asleep both times and knew nothing \
            of it.",
        disagreement: "Dad's side of the family says that {child} was asleep both times and knew \
            nothing of it.",
        goal: "For the next year there will always be one grown-up with {child} who has had \
            nothing to drink, and everybody will know by four in the afternoon who that is. \
            {child} will have tea, a bath and a story with that person on every single day. {nan}, \
            the neighbour and the health visitor will each have seen it, on days that nobody chose \
            beforehand.",
        worries: [
            "The neighbour heard {child} calling for twenty minutes one night in July.",
            "The gate was off its hinge and lay in the yard.",
            "After court nobody slept, and nobody said who was in charge.",
            "Two clinic letters were never opened.",
        ],
        well: [
            "After the hearing in October {mum} said at four that she was not fit, rang {nan}, and \
            {child} was in bed at {nan}'s by seven.",
            "{child} is bright, babbles all day, and runs to {mum} when she comes in.",
            "The neighbour has a key and has used it twice, and was thanked.",
            "They have been open about how much it is, with figures, from the first day.",
        ],
        scale: [
            "How sure are you that somebody sober is with {child}?",
            "On most days nobody can say who is in charge of {child} after four.",
            "Every day one grown-up with a clear head is there for {child}, and all know who.",
        ],
        plan: "Four o'clock",
        rules: [
            ("Four o'clock:", "whoever is in charge says so to the others by message."),
            ("Had a drink?", "then it is somebody else's day, and nobody argues."),
            ("Court days", "are {nan}'s days, from breakfast until the next one."),
            ("The gate", "is shut whenever {child} is on the floor."),
            ("Neighbour:", "knocks when {child} calls for longer than five minutes."),
        ],
        steps: [
            "Gate mended and seen by the health visitor",
            "Next court day at {nan}'s, from breakfast",
            "Three months of four o'clock messages, none missing",
        ],
        unknowns: [
            ("How much is it on an ordinary day?", "How much on an ordinary day."),
            ("What did the doctor say about the fall?", "What the doctor said."),
            ("Who would say so if a message was late?", "Who would say so."),
            ("What does {child} do when nobody comes?", "What {child} does then."),
        ],
        decision: "Where is {child} on the days around the hearing?",
        options: [
            "At home with both, and the worker comes every day",
            "At {nan}'s from the evening before until the morning after",
            "In a foster home that the family knows for that week",
        ],
        because: "{nan} has had {child} on the last two hearing days and it went well; {child} \
            sleeps there as at home. A daily visit would see only an hour of a long day, and a \
            strange bed would be the hardest for {child}.",
        dissent: "We can manage that at home now, we have shown it.",
        for_child: "You go to Nan's with your bus. Mum comes for breakfast.",
    },
];
