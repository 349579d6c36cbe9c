# My work.
work-morning = Good morning, { $name }
work-afternoon = Good afternoon, { $name }
work-evening = Good evening, { $name }
work-children = Children I work with, { $n }
work-sorted = sorted by what comes next
work-nobody-yet = You work with no child yet. Children lists the files that your work opens to you; search finds everyone whose name you may see.
work-child-and-newest = Child, and the newest entry
work-safety = Safety, by those who scaled
work-safety-short = Safety
work-last-seen = Last seen
work-last-seen-how = Last seen, and how
work-plan = Plan
work-child = Child
work-next = Next
work-nothing-written = Nothing written yet
work-nothing-next = nothing arranged
work-nobody-scaled = Nobody has scaled yet.
work-everyday-care = Everyday care too?
work-only = { $who } only
work-not-born = not born yet
work-not-seen = not seen yet
work-alone = alone
work-no-plan = No plan yet
plan-sketch = A sketch
plan-agreed = Agreed
plan-being-tried = Being tried
plan-working = Working
plan-changed = Changed
plan-failed-reviewed = Did not hold
plan-held-by-family = Held by family
plan-closed = Closed
work-today = Today
work-today-free = Nothing is arranged for today.
work-waiting = Waiting for you
work-read = Read
work-answer = Tell { $name } what came of the houses of { $day }, by { $by }
work-important = Something important was said: { $name }, { $day }. Nobody has written yet whom they rang.
work-important-handed-in = Something important was said in a session that came on { $day }. Say whose it is.
work-important-handed-in-of = Something important was said in a session of { $worker } that came on { $day }. Say whose it is.
work-important-not-rung = Nobody has written yet whom they rang.
work-handed-in-important = { $n ->
    [one] Something important was said.
   *[other] Something important was said in one of them.
}
work-handed-in = { $n ->
    [one] A session from a tablet waits for you to say whose it is.
   *[other] { $n } sessions from tablets wait for you to say whose they are.
}
work-finish = Finish
work-visit-note = visit note
work-call-note = note of a call
work-meeting-note = note of a meeting
work-document-note = note of a document
work-in-night-book = in the night book
work-opened = { $who } opened { $name }’s file, { $day }, and said why:
work-opened-restricted = { $who } opened a file of your team that is restricted to a few people, { $day }.
work-night-book = page of the night book
work-fortnight = Dates this fortnight
work-ahead = { $what }, { $whom }
