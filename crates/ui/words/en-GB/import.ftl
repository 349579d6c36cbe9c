# Filing a census file in the browser.
import-title = File a census
import-lead = Look first: nothing is filed until you say so, and a filing can be taken back.
import-file = The file
import-file-hint = A children in need census, XML, of a collection year from 2022. Up to { $most } MB.
import-look = Look at it
import-earlier = Earlier filings
import-none-yet = No file has been filed yet.
import-when = When
import-what = What
import-came = What came of it
import-who = Who
import-state = Now
import-cin = CIN census { $year }
import-cin-no-year = CIN census
import-console = the program’s console
import-filed = Filed
import-filing = Being filed
import-undone-by = Taken back by { $who }, { $day }
import-undo = Take it back
import-see = See how far it is
import-counts = { $new ->
    [one] 1 new child
   *[other] { $new } new children
}, { $changed } changed, { $same } the same, { $entries ->
    [one] 1 entry
   *[other] { $entries } entries
}
import-refused-count = { $n ->
    [one] 1 piece of information left out
   *[other] { $n } pieces of information left out
}
import-no-file = Choose a file first.
import-cut-short = The file broke off on its way here, and nothing of it was kept. Send it again.
import-too-large = The file is larger than { $most } MB, and nothing of it was kept. Export it in parts, for instance a team at a time.
import-too-many = { $n } files wait here already. When one of them is filed or put aside, send this one again.
import-unreadable = Line { $line }: { $says }
import-no-authority = Where the file names its authority, we expected a council’s three-digit number, and found “{ $says }”. Nothing of it was kept.
# Looking at it.
import-looked-title = Looked at, nothing filed
import-of-year = Collection year { $year }, { $size }
import-megabytes = { $n } MB
import-kilobytes = { $n } kB
import-children = children in the file
import-new = not in the record yet
import-changed = in it, with something different
import-same = in it, nothing different
import-entries = entries to be filed
import-would-file = What would be filed
import-who-they-are = Who is new, who is changed
import-nothing-new = Nothing in this file is new. There is nothing to file.
import-child-id = Child
import-child-how = In the record
import-child-entries = Entries
import-is-new = new
import-is-changed = changed
import-more = and { $n } more
import-unknown = Not known here, and left out
import-unknown-block = { $block }, { $n ->
    [one] met once
   *[other] met { $n } times
}
import-left-out = Left out, each with its line
import-left-out-why = Everything else in the file is sound and can be filed.
import-line = Line
import-element = Element
import-says = Why
import-warnings = Worth knowing first
import-file-it = File it
import-aside = Put it aside
import-aside-why = The file waits here for a day, for you alone, and is then let go.
# Going on.
import-reading-title = The file is being read
import-reading = { $n ->
    [one] 1 child is ready to be filed.
   *[other] { $n } children are ready to be filed.
}
import-filing-title = Children are being filed
import-filing-how-far = { $done } of { $all } children filed
import-behind = Whoever is at work is served first. You can leave this page: the filing goes on.
import-undoing-title = The filing is being taken back
import-again = Look again
import-failed-title = It could not be done
import-failed-file = Nothing of it was filed that is not in the list of filings.
import-back = All filings
# Filed.
import-filed-title = Filed
import-filed-by = { $what }, filed by { $who }, { $day }, { $time }
import-new-wait = New children wait for a worker. Every supervisor sees them under “not yet allocated”.
# Taking back.
import-undo-title = Take this filing back?
import-undo-what = What it wrote is taken back, child by child. Where it changed something, the version before stands again. Nothing is erased: the journal keeps that it was here.
import-undo-children = { $n ->
    [one] child it wrote about
   *[other] children it wrote about
}
import-undo-gone = no longer in the record afterwards
import-undo-entries = entries that take it back
import-stays = What stays, and why
import-stays-none = Nothing stays: nobody has written about these children since.
import-stays-child = the child, with name and numbers
import-stays-line = { $kind }, { $day }
import-written-over = somebody, or a later file, has written over it
import-something-else = something else stands about the child
import-undo-yes = Take it back
import-undo-no = Leave it
import-undone-title = Taken back
import-undone-nothing = What stayed is no longer listed here. The children concerned are still in the record.
# What lines are filed as.
import-kind-person = children’s files
import-kind-number = numbers
import-kind-waiting = children who wait for a worker
import-kind-referral = referrals
import-kind-assessment = assessments
import-kind-plan = Family Help plans
import-kind-enquiry = section 47 enquiries
import-kind-conference = conferences
import-kind-protection = protection plans
import-kind-review = reviews
import-kind-court = pre-proceedings
import-kind-closure = closures
import-kind-taken-back = lines taken back
import-one-person = who the child is
import-one-number = a number
import-one-waiting = waits for a worker
import-one-referral = referral
import-one-assessment = assessment
import-one-plan = Family Help plan
import-one-enquiry = section 47 enquiry
import-one-conference = conference
import-one-protection = protection plan
import-one-review = review
import-one-court = pre-proceedings
import-one-closure = closure
import-one-taken-back = a line taken back
import-entries-filed = entries filed
import-were-new = new to the record
import-were-changed = changed
import-were-same = the same as before
import-next = Show { $n } more
import-waiting = Waiting for you to decide
import-waiting-one = A file of { $size }, brought { $day }, { $time }
