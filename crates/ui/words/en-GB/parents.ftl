# Back to the family. First what people at home read: short words, no blame.
parents-tab = A page to read
parents-door = A page for you
parents-door-what = The worker who gave you this link has something to go through with you.
parents-door-alone = It is best to open it together with them, or when you are on your own and have time.
parents-open = Open it
parents-door-not-you = If this link was not given to you, please close the page.
parents-ended = This link has ended
parents-ended-ask = Ask the worker who gave it to you.
parents-wait = Please wait a little
parents-wait-do = Too many links were tried from here. Try again in a quarter of an hour.
parents-for = For { $person }
parents-title = What { $child } wants to show you
parents-what = { $child } sat down with { $worker } on { $day } to say how things are. { $child } chose to show you what is on this page.
parents-own-words = These are { $child }’s own words and pictures. Nobody has changed them.
parents-photo = A photograph that { $child } put here
parents-hear = { $worker } can play it to you.
parents-missing = Something that belongs here could not be put on this page.
parents-next = What happens next
parents-next-you = { $worker } goes through this with you. Say what you make of it. What you think counts too.
parents-next-child = { $child } will be told what comes of it.
parents-next-kind = Please do not ask { $child } about it. “Thank you for showing me” is enough.
parents-ask = Whom you can ask
parents-phone = Phone:
parents-close = Close this page when you have read it. Anybody who has the link can open it until it ends. If you want it to end now, tell { $worker }.

# What the worker reads.
parents-section = Back to the family: what { $child } agreed to
parents-show = Show { $person } what { $child } agreed to
parents-pages = { $n ->
    [one] 1 page
   *[other] { $n } pages
}
parents-not-child = No child is shown another child’s pages.
parents-not-restricted = nothing goes out of a restricted file. Talk with your manager.
parents-not-shut-out = { $person } is shut out of this file, so there is nothing to show.
parents-not-important = nothing of this session is shown at home, because { $child } said something that comes first. What is told to whom, and when, stands in the plan.
parents-not-broke-off = nothing is shown, because the session broke off or cannot be read whole. { $child } may have chosen otherwise.
parents-not-agreed = there is no page that { $child } wants { $person } to see now. You can ask { $child } again another day.
parents-outside = { $child } said yes.
parents-outside-copy = Take a copy for { $person }
parents-not-named = the record has no name for { $person } yet. Once it has, it can be shown.
parents-by-name-alone = { $child } said yes. The record does not know who this is, so nothing is shown from here. Go through it together, and write a note.
parents-not-drawn = this cannot be drawn at the moment. Everything is kept; look again later.
parents-shown = What was shown
parents-on-paper = { $day }, to { $person }, on paper
parents-by-link = { $day }, to { $person }, by a link
parents-gone-through = Gone through together on { $day }.
parents-link-until = The link opens until { $moment }.
parents-link-nothing = The link shows nothing any more.
parents-link-ended = The link was ended.
parents-link-over = The link is over.
parents-link-opened = Last opened on { $moment }.
parents-link-not-opened = Nobody has opened it.
parents-end-link = End this link
parents-when-shown = Gone through together on
parents-say-shown = Write it down
parents-when-together = When was it gone through together with { $person }?
parents-when-hint = Not before { $day }, when it was made, and not a day to come.
parents-print-again = Print it again
parents-important-beside = Another child of this family said something important on { $day }. Speak with your manager before you show anything.
parents-important = { $child } said something important on { $day }. Speak with your manager before you show anything.
parents-head = What is shown at home
parents-preview = This is what { $person } gets
parents-left-out = { $n ->
    [0] No page of the session is left out.
    [one] 1 page is left out. { $person } is not told of it.
   *[other] { $n } pages are left out. { $person } is not told of them.
}
parents-questions = Before you show it
parents-knows = Does { $child } know, today, that { $person } will see this?
parents-knows-yes = Yes, we spoke about it
parents-knows-no = No
parents-child-says = What did { $child } say about it?
parents-safe = Is it safe for { $child } if { $person } reads this?
parents-safe-yes = Yes
parents-safe-not-sure = I am not sure
parents-safe-no = No
parents-safe-because = What makes you think so?
parents-together = How and where will you go through it with { $person }?
parents-together-hint = Somewhere quiet, and without the child.
parents-kept = Your answers are kept in the record.
parents-print = Print it
parents-link-instead = Or give a link instead
parents-link-think = Whoever has the phone can open a link: somebody who takes it, or reads over { $person }’s shoulder. It stays in the phone’s history. Paper can be taken away again.
parents-days = The link opens for so many days
parents-days-hint = At most { $most }.
parents-make-link = Make the link
parents-changed = Has { $child } had second thoughts?
parents-changed-what = Then { $person } is shown nothing more of it, and every link for { $person } shows nothing from now on.
parents-take-back = No longer show it to { $person }
parents-given = The link for { $person }
parents-given-copy = Copy the link
parents-given-copied = Copied
parents-given-once = It is shown here once and cannot be shown again.
parents-given-until = It opens until { $moment }.
parents-given-whoever = Whoever has it can open it. Agree first how it is safe to send it.
parents-given-history = It stays in the messages and in the history of { $person }’s phone.
parents-given-end = You can end it at any time on the page of the session. If the child changes their mind, it shows nothing from then on.
parents-back = Back to the session
parents-print-bar = Printing
parents-print-do = You can also print it from your browser’s menu (Ctrl P). This line is not printed.

# In the story.
parents-story = Shown at home
parents-story-made = Made to be shown at home
parents-label-with = To whom
parents-label-way = In which way
parents-way-paper = On paper, { $n ->
    [one] 1 page
   *[other] { $n } pages
}
parents-way-link = By a link, { $n ->
    [one] 1 page
   *[other] { $n } pages
}
parents-label-child = What the child said about it
parents-label-safe = Why it is safe for the child
parents-label-together = How it is gone through together
parents-label-shown = Gone through together on
