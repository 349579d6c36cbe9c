# What the kit says to the worker: beside each step of the tree what to do and why, and the choices there.
#
# Places: { $child } is a first name, { $manager } too. A line that names a law ends in who must check it.
kit-w-back = Back
kit-w-important = Something important was said
kit-w-done = Done

## Before: may we talk, and is this the way

kit-w-enquiry = Has a police or section 47 enquiry limited what may be asked?
kit-w-guide-enquiry = Ask your manager if you do not know. Talk at the wrong moment can harm an enquiry and make { $child } tell it all again.
kit-w-enquiry-none = No, nothing limits it
kit-w-enquiry-cleared = Yes, and a manager has cleared this talk
kit-w-enquiry-limits = Yes. Do not start
kit-w-told-before = Read what { $child } told us before, and what was done about it.
kit-w-guide-told-before = Nobody should have to say the same thing five times to five people. Start from what is known. Out already, and not read? Ring your office, or tell { $child } that you have not read it yet.
kit-w-told-read = Read, and { $child } has had an answer
kit-w-told-not-read = There is something, and I have not read it
kit-w-told-nothing = There is nothing from before
kit-w-told-unanswered = { $child } is still waiting for an answer
kit-w-right-way = Is this the right way to listen today?
kit-w-guide-right-way = This suits a child who can talk, sign, draw, point or use their own system, and who wants to. It is not for every child.
kit-w-not-when-known = Not when we know already and asking again would only be a burden.
kit-w-not-when-interview = Not when a recorded interview by trained police and social work staff is planned.
kit-w-not-when-no-language = Not for a baby, or before a child has a way of saying things. Watch and write what you see.
kit-w-not-when-no = Not when the child says no. A no is noted as a choice and is not argued with.
kit-w-siblings = Brothers and sisters one at a time, each with a kit of their own.
kit-w-way-fits = It fits. Go on
kit-w-way-interview = An interview is planned. Do not start
kit-w-way-baby = A baby, or no words yet
kit-w-way-other = Another way suits better
kit-w-owe-an-answer = { $child } told us something and has not heard back.
kit-w-guide-owe-an-answer = Say first what was done, and what was not and why. Then ask whether now is a good time.
kit-w-owe-answer-first = I will answer first, then begin
kit-w-owe-another-day = Not today

## Before: agreement

kit-w-agreement = Has a parent agreed to this talk?
kit-w-guide-agreement = Write who, how and when. Say that you will ask { $child } too, and that either may say no.
kit-w-agreement-show = Show the empty houses and say what they are for. There are words for parents here.
kit-w-agreement-offer = Offer to do one with the parent first. Many find that it settles them.
kit-w-agreement-not-lawful-basis = This is agreement to the talk. It is not the ground on which data are held.
kit-w-agreement-parent = A parent agreed
kit-w-agreement-young-person = The young person understands, and agreed
kit-w-agreement-refused = A parent said no
kit-w-agreement-unsafe = Not asked, because asking could put { $child } at risk
kit-w-agreement-not-yet = Not asked yet
kit-w-set-aside = A manager decides: go on, wait, or another way.
kit-w-guide-set-aside = Not your decision alone. Write who decided and why, in words a parent may read one day.
kit-w-set-aside-go-on = Go on without agreement, for a reason that is written
kit-w-set-aside-wait = Wait
kit-w-set-aside-other = Another way

## Before: who is near, and what this child needs

kit-w-near = Who else is near? Can { $child } speak freely?
kit-w-guide-near = Find a place where nobody walks in and nobody can hear. If you would not talk there yourself, do not ask a child to.
kit-w-near-doorway = Look at the door, the window, the next room and the stairs.
kit-w-near-phones = Think of telephones, cameras and games that can listen.
kit-w-near-nobody = Nobody is near
kit-w-near-supporter = Somebody stays whom { $child } wants there
kit-w-near-siblings = A brother or sister is here
kit-w-near-not-free = { $child } cannot speak freely here
kit-w-supporter = Agree with them what they do, before you begin.
kit-w-guide-supporter = They are there for comfort. { $child } should be able to see them, and they should be able to leave it to { $child }.
kit-w-supporter-not-answer = They do not answer, help with words, nod or shake their head.
kit-w-supporter-not-parent = Not anybody a worry might be about. Ask { $child } alone whether they should stay.
kit-w-siblings-near = One at a time, out of hearing of one another.
kit-w-guide-siblings = Each child has a view of their own, and a right to keep it from the others.
kit-w-siblings-order = Choose the order so that the oldest is not made to speak for all.
kit-w-siblings-apart = Nobody sees another’s pages, and nothing one said is put to another.
kit-w-siblings-one-now = One child is with me, the others are out of hearing
kit-w-needs = Language, ways of communicating, disability: what does { $child } need?
kit-w-guide-needs = Ask { $child }, and whoever knows them well. What helps at school helps here.
kit-w-needs-today = Think of today as well: sleep, food, a move, a loss, a court date.
kit-w-needs-none = Nothing in particular
kit-w-needs-interpreter = An interpreter, spoken or signed
kit-w-needs-aac = Symbols, a board or a speech device
kit-w-needs-plain = Plain and literal words
kit-w-needs-senses = Help with seeing, hearing or moving
kit-w-needs-more = Something else as well
kit-w-interpreter = Brief the interpreter alone, before { $child } comes in.
kit-w-guide-interpreter = What matters is { $child }’s words, not a smooth talk. Speak to { $child }, in short pieces.
kit-w-interpreter-exact = Every word as it is said, with slips and silence. No tidying up.
kit-w-interpreter-no-help = No explaining, no prompting, no comfort in another language that you cannot follow.
kit-w-interpreter-not-family = A trained interpreter, never family or a neighbour. The same person next time.
kit-w-interpreter-both = Keep both languages. A remark by the interpreter is marked as theirs.
kit-w-interpreter-sign = For a deaf child, a signed film is their own words. Keep it as it was signed.
kit-w-interpreter-not-here = No trained interpreter today
kit-w-aac = Use { $child }’s own system, with somebody who knows it.
kit-w-guide-aac = A child who cannot find the word for it cannot tell. Check the words before you begin.
kit-w-aac-own-system = Their own board or device, charged and within reach. Note who put the words on it.
kit-w-aac-words-there = See that it has words for body, feelings, no, stop, hurt and private.
kit-w-aac-four-cards = Always offer yes, no, something else, and stop. Without the last two a choice is forced.
kit-w-aac-never-guide = Nobody holds or moves { $child }’s hand.
kit-w-aac-as-composed = Write the message exactly as it was made, and how it was made.
kit-w-aac-pace = Wait longer than feels right. Building one sentence can take minutes.
kit-w-aac-not-ready = The system or the person is not here today
kit-w-plain = Say what you mean, and show the whole of it first.
kit-w-guide-plain = What is clear for { $child } is calm for { $child }. Surprise and picture language are neither.
kit-w-plain-whole-first = Show first what comes now, what comes next, and when it is finished.
kit-w-plain-one-thing = One thing on the screen, one thing in a sentence.
kit-w-plain-no-picture-words = No figures of speech. “Dreams” may be taken for sleep: say “what I want”.
kit-w-plain-cards = Always offer “something else”, “don’t know” and “stop”.
kit-w-plain-calm = Use calm colours and no sound if that helps. A favourite subject may be the theme.
kit-w-senses = Set the tablet and the room up for { $child }.
kit-w-guide-senses = Try it out with the practice talk, and change what does not work.
kit-w-senses-sight = Letters can be larger, and every line can be heard. A house can be told or felt instead of seen.
kit-w-senses-hearing = Sit in good light, face { $child }, one person speaking at a time. Written words stand on every screen.
kit-w-senses-hands = Everything works with a keyboard or a switch, stickers and drawing too.
kit-w-variant = Houses, or something that suits { $child } better?
kit-w-guide-variant = Houses suit most. A figure is good for the youngest. Older ones may want rooms, or an idea of their own. { $child } chooses the level next.
kit-w-variant-houses = Three houses
kit-w-variant-figure = A figure with wings and a wand
kit-w-variant-rooms = Three rooms
kit-w-variant-own = Their own idea

## With the child: explaining

kit-w-guide-levels = Let { $child } hear them and pick. Never by age alone. It can be changed at any time from your side.
kit-w-guide-explain = Read it, or let the tablet read it. Then ask what { $child } makes of it. Not today is a good answer.
kit-w-guide-keeping-safe = This comes before anything is asked. Say it as it is. Never offer to keep quiet.
kit-w-guide-who-sees = Point at the people, one by one. Do not say that { $child } chooses all of it. You may have to pass something on. What to say when they ask who else reads it is in the library.
kit-w-guide-my-voice = Show the button, record a word, play it, throw it away. { $child } must be able to see that it starts and that it stops.
kit-w-guide-stopping = Practise it. Let { $child } press the hand once and see that it works.
kit-w-guide-another-way = Not sure means that we have not said it well. Use your own plain words too.
kit-w-guide-said-no = A no is kept as a choice and is not asked again. Talk about what happens instead. Going on is up to { $child }.
kit-w-guide-practice = Something { $child } likes, nothing about home or worries. It shows that { $child } talks and you listen. Two minutes.
kit-w-guide-rules = These are meant to make guessing less likely, and agreeing to please. Try one: get something small wrong and let { $child } put you right.

## With the child: houses

kit-w-guide-houses = The order is { $child }’s. Good things are often easiest to begin with. Nothing has to be filled.
kit-w-guide-good = Ask, then wait at least ten seconds. Silence is thinking. Write exact words, and ask before you write for { $child }.
kit-w-guide-follow = Use { $child }’s own words and nothing else. One thing at a time. Then “what else?”
kit-w-guide-another-try = Another way may be easier. If it is not, leave the house. That is fine.
kit-w-guide-worries = Typing or saying comes first here. If somebody hurts somebody, it is written, and you do not ask for a drawing.
kit-w-guide-worries-follow = Only words that { $child } has used. If hurt or danger is named, press “Something important was said”.
kit-w-guide-nothing-said = Nothing said is an answer too. Do not push, do not look worried. You can come another day.
kit-w-guide-silence = It has gone quiet. Say that nobody has to say anything, and offer another house. Then wait.
kit-w-guide-worries-open = Something important was said here. The kit asks nothing more in this house, and nor do you. What { $child } puts in, stays.
kit-w-guide-dreams = Ask wide. Wishes that cannot come true belong here too. Offer no hope you cannot keep.
kit-w-guide-same = What should stay is as useful as what should change.
kit-w-guide-safety-house = The house is { $child }’s own, not any house they know. Say nothing of who or what belongs in it.
kit-w-guide-safety-who = Everybody goes where { $child } puts them. Ask no reason. If they tell you, use their words.
kit-w-guide-safety-rules = Rules often say what has to happen. Write them as they come.
kit-w-guide-path = A mark on the path, no number. There is no right place to be.
kit-w-guide-path-stones = Five stones and a sticker. No numbers for the youngest.
kit-w-guide-path-step = One small step, in { $child }’s words. Grown-ups do the steps, not { $child }.
kit-w-guide-path-help = Anyone counts. If { $child } thinks of nobody, that tells us what to do.
kit-w-guide-scale = Only for older ones. “I can’t say” is an answer. Do not comment on the number.
kit-w-guide-scale-makes = The words beside the number matter more than the number.
kit-w-guide-sort = Cards go where { $child } puts them, or nowhere. You do not touch them.
kit-w-guide-people = Who matters is for { $child } to say. Pick the figures together. Do not name anybody first.

## With the child: looking back and closing

kit-w-guide-read-back = Read every word, with its spelling and slang. Put right what { $child } says is wrong. If it is not read, write why.
kit-w-guide-mark-pages = Say what leaving a page out can mean: it is not shown on. And what it cannot: what was made is kept.
kit-w-guide-share = One page, one person at a time. No is as good as yes. Say what cannot be kept to, and why.
kit-w-guide-share-later = Asked once more. What is still open counts as no.
kit-w-guide-anything-else = Then wait. What matters most is often said at the door.
kit-w-guide-do-differently = Take it as it comes. Say thank you and nothing else.
kit-w-guide-something-nice = End on something light. { $child } should not leave with the heaviest thing on top.
kit-w-guide-what-next = Say what happens next and the day you come back. Say nothing you are not sure of.
kit-w-guide-break = No talk about the houses now. Water, a walk, a colour. There is no hurry.
kit-w-guide-thank-you = Stop means stop. Do not ask why and do not look let down. Say thank you, and what you do next.

## Something important was said

kit-w-important-said = Something important was said
kit-w-guide-important = Slowly. The screen beside you does not change, so that { $child } does not learn which words count.
kit-w-important-listen = Stay calm and keep listening. Let { $child } finish.
kit-w-important-no-digging = Do not dig, do not doubt, do not show shock, do not say it will be all right.
kit-w-important-their-words = Use only { $child }’s words. “Tell me what happened” at most.
kit-w-important-say-this = When { $child } has stopped, say that it was right to tell you. The words for it come then.
kit-w-important-danger = If there is danger now, get help now: 999.
kit-w-important-manager = Ring your manager today. No more questions until you have agreed what is asked, and by whom.
kit-w-important-not-that-person = Do not tell the person it is about. What parents are told, and when, is agreed with { $manager } first.
kit-w-important-write = Write it as soon as you can, in exact words, slang too.
kit-w-important-still-talking = { $child } is still talking
kit-w-still-talking = Let { $child } finish.
kit-w-still-talking-only = Say “Tell me more about that” or “Tell me what happened”, and nothing else.
kit-w-still-talking-wait = Then wait. Nothing on { $child }’s screen changes.
kit-w-important-stopped = { $child } has stopped, and is safe here
kit-w-important-now = There is danger now
kit-w-important-mistake = I pressed this by mistake
kit-w-guide-let-finish = Listen. Nod. If you must speak: “Tell me more”, or “What happened?” The kit asks nothing more.
kit-w-did-right = Say it now, in your own voice.
kit-w-guide-did-right = { $child }’s screen stays as it is. Say what you know of what comes next, and what you do not know. Say no more than that.
kit-w-did-right-say = “You did right to tell me. I need to tell someone whose job is to keep children safe.”
kit-w-did-right-secret = If { $child } asks you to tell nobody: “I can’t keep this secret. I will tell you who I tell.”
kit-w-did-right-tonight = “I am going to ring somebody who helps. Before I go, I will tell you what happens next.”
kit-w-did-right-said = I have said it
kit-w-important-record = Write what was said.
kit-w-guide-important-record = Do it now, or as soon as { $child } is with somebody safe. Nothing of today is shown to parents.
kit-w-important-exact = { $child }’s exact words, as they came.
kit-w-important-before = Your own question just before them, word for word.
kit-w-important-near = When, where, and who was there or near.
kit-w-important-seen = What you saw, and not what you think it means.
kit-w-important-ring = Ring { $manager }, and note when you did.
kit-w-important-duty = Where a legal duty to notify applies: who was told and when, or the lawful reason for waiting.
kit-w-important-read-back = { $child } wants to look at the pages
kit-w-important-end-here = { $child } has had enough
kit-w-danger-now = Get help now.
kit-w-guide-danger-now = { $child } first. Everything here is kept and can wait.
kit-w-danger-ring = Ring 999. Say who you are, where you are, and what the danger is.
kit-w-danger-stay = Stay with { $child }. Do not confront anybody.
kit-w-danger-no-signal = No signal? Use a landline or ask a neighbour. Or take { $child } with you to where there is signal, if that is safe.
kit-w-danger-manager = Then ring { $manager }.
kit-w-danger-help-coming = Help has been called

## After

kit-w-with-parents = Which pages may parents see, and is it safe?
kit-w-guide-with-parents = Parents see only what { $child } said yes to. Ask yourself what happens at home that evening.
kit-w-with-parents-only-yes = Only pages with a yes for that person. “Ask me later” counts as no.
kit-w-with-parents-exact = In { $child }’s own words and pictures. Not your summary.
kit-w-with-parents-safe = If showing it could bring { $child } harm or blame, wait and talk to { $manager }.
kit-w-parents-safe = It is safe. See which pages
kit-w-parents-not-now = Not now
kit-w-parents-nothing = There is no yes. Nothing is shown
kit-w-parents-wait = Nothing goes to parents now.
kit-w-guide-parents-wait = Write why, and agree with { $manager } when to look at it again. Tell { $child } how it stands.
kit-w-offer-to-parents = Offer them the pages { $child } said yes to.
kit-w-guide-offer = Sit with them, show the page, and be quiet. Let it speak before you do.
kit-w-offer-ask-them = Ask what they see in it, and what they would like to do.
kit-w-offer-childs-name = Do not say what else there is. Do not let them ask { $child } why.
kit-w-parents-offer = These pages may be offered
kit-w-said-and-did = What needs doing, and when does { $child } hear about it?
kit-w-guide-said-and-did = You said, we did. { $child } is shown as waiting until somebody has told them.
kit-w-said-and-did-ten-days = Within ten working days. Sooner if you can.
kit-w-said-and-did-even-no = Also when the answer is no, or not yet, and why.
kit-w-answer-date-set = On to your own thoughts
kit-w-reflection = Your own notes and thoughts.
kit-w-guide-reflection = What did you see and hear, what do you think, what will you do? Say which is which.
kit-w-reflection-apart = They stand in the record apart from { $child }’s words. Whoever may read the session reads them too.
kit-w-reflection-later = I will write them in the record
kit-w-reflection-stopped = { $child } stopped. That is kept as a choice.
kit-w-guide-stopped = Nothing is shown to parents. Write what needs doing, and the day { $child } hears from you.
kit-w-reflection-important = What is left to do, and who is with { $child } now?
kit-w-guide-after-important = Who has been told, who sees { $child } tonight, and who looks after you.
kit-w-important-no-questions = No further questions until it is agreed who asks them.

## Not started

kit-w-do-not-start = Do not start.
kit-w-guide-do-not-start = Nothing is written about { $child } here but the reason.
kit-w-do-not-start-ring = Ring your manager. Ask what may be said to { $child } for now.
kit-w-another-day = Not today. Why, and when?
kit-w-guide-another-day = Write the reason. Tell { $child } yourself if they were waiting.
kit-w-another-way-to-hear = Another way to hear { $child }.
kit-w-guide-another-way-to-hear = The right to be heard stays. Only this way does not suit.
kit-w-other-advocate = An advocate, who does not work for us.
kit-w-other-trusted = Somebody at school or in the family whom { $child } trusts.
kit-w-other-letter = A letter, a picture, a message in their own time.
kit-w-other-play = Play, a walk, a drive: time together, without a task.
kit-w-baby = Watch, and write what you see.
kit-w-guide-baby = Do not write as if the baby spoke. Several short visits at different times of day tell more than one.
kit-w-baby-saw = What I saw this baby do, with whom, at what time.
kit-w-baby-third-person = In the third person. What you think it means stands apart.
kit-w-reason-written = The reason is written
kit-w-not-started-kept = Not started. The reason is kept.
kit-w-other-way-kept = Another way was chosen. The reason is kept.

## The child does not want to, before it began

kit-w-child-says-no = { $child } does not want to
kit-w-no-before = { $child } does not want to. That is fine.
kit-w-guide-no-before = A no is { $child }’s to say, and is kept as a choice. Do not ask why, and do not look let down.
kit-w-no-before-thanks = Say: “Thank you for telling me. That is fine.”
kit-w-no-before-again = Say when you will ask again, or that nobody will press. Say only what you can keep to.
kit-w-no-before-words = If { $child } said more, write it here as it came. You need not write anything.
kit-w-no-before-worried = If what { $child } said worries you, ring { $manager } today.
kit-w-no-thanked = I have said thank you, and that it is fine
kit-w-no-before-kept = It did not begin. The no is kept as the child’s choice.

## The law, in one line each

kit-w-law-enquiry = Children Act 1989 s.47: enquiries are planned together, and what is asked of a child is part of the plan. To be checked by a lawyer.
kit-w-law-wishes = Children Act 1989 s.17(4A): find out the child’s wishes and feelings, and give them weight. To be checked by a lawyer.
kit-w-law-agreement = A parent’s agreement is good practice; a young person who understands may agree for themselves. To be checked by a lawyer.
kit-w-law-seen-without = Children Act 1989 s.47: in some enquiries a child may be seen without a parent’s agreement. To be checked by a lawyer.
kit-w-law-adjustments = Equality Act 2010: change how we work so that a disabled child can take part as well as others. To be checked by a lawyer.
kit-w-law-heard = United Nations Convention on the Rights of the Child, article 12: a child has a right to be heard in what concerns them. To be checked by a lawyer.
kit-w-law-safeguard = Children Act 2004 s.11: keeping children safe is part of every worker’s task, and some things must be passed on. To be checked by a lawyer.
kit-w-law-record = Data Protection Act 2018: what is written about a child is theirs to ask for, with limits. To be checked by a lawyer.
kit-w-law-likely-harm = Children Act 1989 s.31: the test of significant harm is for a court, not for this talk. To be checked by a lawyer.
kit-w-law-private-life = Human Rights Act 1998, article 8: private and family life, the child’s and the parents’. To be checked by a lawyer.
kit-w-law-consideration = Children Act 1989 s.22(4)-(5): before deciding for a looked-after child, find out their wishes and consider them. To be checked by a lawyer.
kit-w-law-enquiries = Children Act 1989 s.47(5A): in enquiries, find out the child’s wishes and feelings and give them weight. To be checked by a lawyer.
