# What a child drew and said over the three houses, and what came of it.
houses-session = Three Houses
houses-session-not-begun = Three Houses, not begun
houses-page-good = House of Good Things
houses-page-worries = House of Worries
houses-page-dreams = House of Dreams
houses-page-path = The path
houses-page-safety = Safety House
houses-page-sort = Cards sorted
houses-page-scale = A number
houses-place-good = Good things
houses-place-worries = Worries
houses-place-dreams = Dreams
houses-place-safety = Safe place
houses-important = Something important was said
houses-answer = You said, we did
drawing-lines = { $n ->
    [one] 1 line of crayon.
   *[other] { $n } lines of crayon.
}
drawing-stickers = Stickers: { $which }.
drawing-words = Words: { $words }
drawing-by = A drawing by { $who }
drawing-not-here = The drawing is not here at the moment. It is kept; look again later.
houses-whole = The whole session
houses-marked = marked as important
houses-left-out = left out of what is shown
houses-by-worker = { $who } wrote it for the child
houses-on-the-way = On the way
houses-stopped-and-went-on = { $n ->
    [one] Pressed Stop once, and went on.
   *[other] Pressed Stop { $n } times, and went on.
}
houses-breaks = { $n ->
    [one] Took a break.
   *[other] Took { $n } breaks.
}
houses-path-start = On the path: at the start
houses-path-before-half = On the path: before the middle
houses-path-half = On the path: about in the middle
houses-path-past-half = On the path: past the middle
houses-path-end = On the path: at the end
houses-path-ends = from the start of the path to its end
houses-number = { $n } of 10
houses-cannot-say = Cannot say a number
houses-pile-good = Good
houses-pile-middle = In between
houses-pile-worry = A worry
houses-sound = A recording, { $length }
houses-sound-broken-off = A recording that broke off
houses-sound-broken-off-at = A recording that broke off after { $length }
houses-loose = On no page
houses-unopened = { $n ->
    [one] Something of this session could not be opened. It is kept, sealed as it came. Tell whoever looks after Kith the code { $code }.
   *[other] { $n } things of this session could not be opened. They are kept, sealed as they came. Tell whoever looks after Kith the code { $code }.
}
houses-photos = { $n ->
    [one] A photograph
   *[other] { $n } photographs
}
houses-missing = { $n ->
    [one] One recording or picture that belongs here did not come with it.
   *[other] { $n } recordings or pictures that belong here did not come with it.
}
houses-who-may-see = Who may see this page
houses-nobody-chosen = The child’s workers. { $name } chose nobody else.
houses-yes = yes
houses-no = no
houses-not-sure = not sure
houses-ask-later = ask again later; until then no
houses-passed = passed on: { $why }
houses-passed-told = passed on, the child was told first: { $why }
houses-exact = In the child’s words
houses-asked-before = asked before: { $words }
houses-passed-on = Had to be passed on
houses-passed-to = To { $to }: { $why }
houses-told-first = The child was told first.
houses-not-told-first = The child was not told first.
houses-important-here = { $name } said something important here.
houses-important-read = Read it first
houses-important-danger = The worker wrote that there was danger.
houses-important-not-sure = The worker was not sure whether there was danger.
houses-important-not-rung = Nobody has written yet whom they rang.
houses-important-more = What was round it
houses-nothing-changed = Nothing changed:
houses-told-on = The child was told on { $day }.
houses-answer-due = { $name } is to hear by { $day } what came of this.
houses-answer-was-due = { $name } was to hear by { $day } what came of this.
houses-note = { $who }’s own note
houses-note-blank = Nothing was written.
houses-note-thoughts = Own thoughts
houses-how = How it was
houses-ended = How it ended
houses-ended-read-back = The words were read back.
houses-ended-by-child = The child said stop.
houses-ended-for-safety = It was stopped so that somebody could be told.
houses-ended-not-started = It was not begun.
houses-ended-other-way = Another way was found.
houses-ended-said-no = The child did not want to, and said so before it began.
houses-ended-unfinished = It broke off.
houses-agreed = Who agreed
houses-agreed-by = { $who }, { $on }
houses-set-aside = Set aside by { $by }: { $why }
houses-enquiry = Cleared during an enquiry
houses-cleared = { $by }: { $why }
houses-near = Who else was near
houses-shown-as = What was offered
houses-shown-houses = Houses
houses-shown-figure = A figure
houses-shown-rooms = Rooms
houses-shown-own = The child’s own idea
houses-own-names = The child’s own names
houses-level = How it was explained
houses-level-a = level A: words for about 4 to 6, chosen by feel
houses-level-b = level B: words for about 7 to 10, chosen by feel
houses-level-c = level C: words for about 11 to 14, chosen by feel
houses-level-d = level D: words for about 15 to 17, chosen by feel
houses-level-e = Easy Read
houses-interpreter = Who interpreted
houses-read = Read back
houses-read-yes = yes
houses-read-no = no
houses-read-no-why = no: { $why }
houses-came = How it came here
houses-came-from = From the tablet “{ $tablet }”, on { $at }.
houses-back = The day to come back
houses-told = What the child was told, and answered
houses-stone-safe = Keeping safe: what must be passed on
houses-stone-sees = Who sees it
houses-stone-voice = My voice: words stay as they are, and we may record when the child presses
houses-stone-stop = Stopping: stop means stop
houses-stone-ok = OK
houses-stone-not-ok = not OK
houses-asked = What was asked
houses-asked-own = the worker’s own question
houses-photo = A photograph the child put on this page
houses-replay = Watch it being drawn
answer-write = Write what came of it
answer-more = Tell what else came of it
answer-words = What { $name } was told
answer-words-hint = In the words that were used, or will be in the letter: “You said …, so we …”. Words a child knows, and nothing promised that may not happen.
answer-became = What came of it
answer-changed = Something changed
answer-not = Nothing changed
answer-why = Why nothing changed
answer-why-hint = Only where nothing did. Say it so that the child can hear it.
answer-on = The day { $name } was told
answer-said = What { $name } said, { $day }
answer-no-words = There are drawings and no words. Look at them once more before you write.
answer-file = File what was told
answer-back = Back to the session
over-time = Houses
over-time-what = One session beside another
over-time-see = { $name }’s houses, then and now
over-time-ask = As they were made, the oldest first. What they mean, ask { $name }.
over-time-take = Take { $name } along on a tablet
over-time-older = The last twelve sessions are shown. Older ones are in the story.
over-time-nothing = { $name } has put nothing into a house yet that you may see.
houses-speaks-to = What on the map it speaks to
houses-move = It is another child’s
speaks-to-what = What on { $name }’s map this session speaks to
speaks-to-nothing = Nothing is on { $name }’s map yet.
speaks-to-map = Open the map
speaks-to-keep = Keep this
move-title = { $n ->
    [one] The session of { $day }, with one page, is another child’s
   *[other] The session of { $day }, with { $n } pages, is another child’s
}
move-goes = Everything of it goes: pages, drawings, recordings, what was important, the note.
move-stays = In { $name }’s story stays that something was moved, by whom and when, and nothing of it.
move-choices = Who may see the pages is asked of the right child again. Answers already given stay where they are.
move-to = Whose it is
move-choose = Choose a child
move-why = Why it stood in the wrong file
move-why-hint = It is read in the right child’s file: name no other child.
move-do = Move the session
move-nobody = You work with no other child. Ask whoever answers for the team.
