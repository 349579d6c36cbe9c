# One thing that was written, with all its versions.
entry-whole = Whole, with all its versions
entry-change = Write it anew
entry-story = To the story
entry-about = Whom it is about
entry-speaks-to = What it speaks to
entry-versions = { $n ->
    [one] One version
   *[other] { $n } versions
}
entry-nothing-lost = Nothing is ever written over. What stood before can be opened here.
entry-written = { $who } wrote it down on { $at }.
entry-changed = { $who } changed it on { $at }.
entry-written-by-program = It was filed on { $at }.
entry-program = The program
entry-at = { $day }, { $time }
entry-because = Why: { $why }
entry-taken-back = This was taken back. What it said is still here to be read.
entry-took-back = took it back
entry-erased = erased by law
entry-could-happen = What could happen?
entry-family-says = What does the family say?
entry-actions = What will be done?
entry-childs-day = What will the child’s day be like?
entry-why = What makes it that number?
entry-asked = What was asked
# Round something important that a child said; all of it the worker's own words.
entry-said-before = What was asked right before
entry-said-at = Written down, by the tablet’s clock
entry-said-near = When, where, and who was near
entry-said-seen = What the worker saw
entry-said-danger = Was there danger then?
entry-said-danger-yes = Yes
entry-said-danger-no = No
entry-said-danger-not-sure = The worker was not sure.
entry-said-in = The whole session
entry-said-rang = Who was rung, and when
entry-said-rang-nobody = Nobody has written whom they rang.
entry-said-not-written = Nobody has written it yet.
left-open-who-near = When was it, where, and who was near?
left-open-seen = What did you see?
left-open-rang = Whom did you ring, and when?
left-open-rang-hint = A name and a time, like “Sam Okoro, duty manager, 26 March, 4.10 pm”.
left-open-write = Write it down
left-open-change = Change what is written
left-open-quicker = Somebody else has just written this. Read what stands above; yours is still below.
left-open-done = What was done or decided about it, by you or by whoever was rung? Before anybody speaks with the person it is about, agree it with your manager.
left-open-beside = Do the words name a brother or sister? Nothing of this stands in their file until somebody writes it there.
left-open-beside-note = Write a note about { $name }
