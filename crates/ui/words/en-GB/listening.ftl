# Listening to children: figures for managers, and a worker's own.
menu-listening = Listening
listening-title = Listening to children
listening-what = How much direct work with children is done, how lately, and what came of it. What a child said or drew is not counted, and nothing here is about how a worker does their work.
listening-question = A number here is a question and not a verdict: ask what made it so, and what would help.
listening-counted = Counted are sessions over the three houses that a tablet handed in and somebody filed. Whoever was heard in another way is not seen here.
listening-months = Months
listening-three = Last 3 months
listening-twelve = Last 12 months
listening-from = From
listening-to = To
listening-show = Show these months
listening-not-those = Those months cannot be shown: they are whole months that have ended, in order, and three years at the most. Here are the last three.
listening-period = { $from } to { $to }
listening-csv = Download as a table (CSV)
listening-team = Team
listening-teams = Your teams
listening-no-team = Worker in no team
listening-all-teams = All teams
listening-hidden = not shown
listening-none = There were none in these months.
listening-too-few = There are too few to show this without pointing at a child.

listening-children = Children, by when they were last heard
listening-children-on = Children of four and over who had a worker on { $day }. Days are counted back from there.
listening-all = All
listening-sixty = In the last 60 days
listening-ninety = 61 to 90 days ago
listening-longer = More than 90 days ago
listening-not-yet = Not yet heard
listening-median = Half of those heard, within
listening-quarters = A quarter and three quarters, within
listening-days = { $n ->
    [one] 1 day
   *[other] { $n } days
  }
listening-two-days = { $first } and { $third } days
listening-under-four = { $n ->
    [one] One child is under four, and in none of these figures: so young a child is heard by being watched and held.
   *[other] { $n } children are under four, and in none of these figures: so young a child is heard by being watched and held.
  }

listening-ages = The same, by age
listening-age = Age
listening-four-to-six = 4 to 6
listening-seven-to-ten = 7 to 10
listening-eleven-to-fourteen = 11 to 14
listening-fifteen = 15 and over
listening-age-not-known = Not written down

listening-sittings = Sessions that were planned
listening-sittings-of = Sessions of these months, with the team that led on that day.
listening-planned = Planned
listening-heard = The child was heard
listening-to-its-end = To its end
listening-child-stopped = The child said stop
listening-ended-otherwise = Ended otherwise
listening-declined = The child did not want to
listening-not-started = Not started
listening-sittings-why = “Stop”, “not today” and a no before it began are the child’s own choice, kept: they are not too many, and they are not to be brought down.

listening-declined-where = Where the child did not want to
listening-declined-how = How the child said it
listening-said-no = To the worker, before it began
listening-not-today = “Not today”, on the child’s screens

listening-stood = What stood in the way where none was started
listening-reason = Reason
listening-number = Sessions
listening-enquiry = An enquiry or an interview came first
listening-agreement = Parents had not agreed yet
listening-answer-owed = An answer was owed to the child first
listening-not-free = The child was not free to talk there
listening-help = An interpreter or the child’s way of talking was not there
listening-other-way = Another way suited the child better
listening-not-said = Not written down

listening-told = What the child was told came of it
listening-told-of = “You said, we did”: by the day that was promised, else within ten working days. As it stands today.
listening-in-time = In time
listening-later = Later
listening-still-time = Not yet, and there is time
listening-waiting = Waiting longer

listening-back = Brought back to the family
listening-back-of = What the child agreed to, gone through with a parent or carer within ten working days. “Not” is often right: the child said no, or it was not safe.
listening-back-made = Made, not gone through yet
listening-back-not = Not

listening-linked = In the plan
listening-linked-of = Sessions that speak to a worry, a strength or a goal, or that a step or something on the map names.
listening-yes = Named in the plan
listening-no = Not named yet

listening-important = Something important was said, in the last 30 days
listening-important-of = As it stands today, in files that you may open. No word of it is told here. What was done is written on its page, and beside it as a note.
listening-important-none = Nobody wrote down anything of the kind.
listening-important-day = Said on
listening-important-rung = Whom somebody rang
listening-longest = Whom nobody has heard for longest
listening-longest-of = As it stands today, and only children whose files you may open.
listening-longest-none = There is nobody to name.
listening-longest-more = { $n ->
    [one] One more was heard later.
   *[other] { $n } more were heard later.
  }
listening-name = Name
listening-last = Last heard
listening-never = not yet
listening-today = today

listening-own = My children
listening-own-none = You work with no child of four or over now.
listening-own-sum = { $heard ->
    [0] Of { $n } children of four and over nobody was heard in the last 90 days. Whom could you ask first?
    [one] Of { $n } children of four and over, one was heard in the last 90 days.
   *[other] Of { $n } children of four and over, { $heard } were heard in the last 90 days.
  }
listening-own-under = { $n ->
    [one] One more is under four.
   *[other] { $n } more are under four.
  }
listening-own-only = Only you see this page of yours.

listening-hiding = How numbers are kept from pointing at a child
listening-hiding-small = Counts of 1 to 4 are not shown, nor groups of fewer than { $n }, nor whatever would let somebody work them out from the rest. Nought is shown, unless it would say that all of fewer than twenty are alike.
listening-hiding-rounded = Everything is rounded to the nearest five, so that one period less another does not come down to one child; rows then need not add up. Whoever knows a team well may still guess.
listening-hiding-exact = Numbers that are shown on this page are exact, since you may open each of these files. Two periods that differ by a month can tell what happened in that month: print it for people who may know that.
listening-hiding-restricted = Files that are for named people alone are in no figure.

listening-csv-period = Months
listening-csv-months = { $from } to { $to }
listening-csv-table = Table
listening-csv-row = Row
listening-csv-column = Column
listening-csv-value = Number
