# Steps: the statutory line.
steps-as-of = as it stands on { $day }
steps-write = Write what happened
steps-print = Print
steps-also-on = the same steps stand on { $names } line
steps-whose = { $name }’s
steps-nothing = Nobody has told us anything yet.
steps-nothing-filled = Nothing here has to be filled in. A step appears when you write the visit, meeting, move or decision it belongs to.
steps-thicker = The thicker the line, the further the council is in the family’s life
steps-older = There are older steps than these { $n }. The story has them all.
steps-now-help-after-protection = The protection plan has ended. Family Help goes on.
steps-now-help-after-care = Care has ended. Family Help goes on.
steps-now-help = Family Help since { $day }
steps-now-protection = A protection plan since { $day }
steps-now-care = In care since { $day }
steps-now-work = Being looked into since { $day }
steps-now-ended = The work ended on { $day }
steps-now-none = No work goes on that this line knows of
steps-drawing = { $name }’s line. { $told } The table below says the same.
steps-drawing-stretch = { $what }, { $when }.
steps-scroll = The line, which may be wider than the screen
steps-when = When
steps-what = What happened
steps-where = Where it is written
steps-here = written here
steps-entry = as written
steps-elsewhere = { $name }, read { $day }
steps-elsewhere-unnamed = another system, read { $day }
steps-key-here = written here
steps-key-elsewhere = from elsewhere, named and timed
steps-to-come = To come.
steps-also = Also: { $what }.
steps-twice = A file and a person both say this. Both stand, and a person picks.
steps-about-day = about { $day }
steps-earlier = Earlier work
steps-earlier-dates = only dates,
steps-earlier-from = from elsewhere
steps-earlier-count = { $n ->
    [one] 1 step,
   *[other] { $n } steps,
}
steps-earlier-below = in the table
steps-from-to = { $from } to { $until }
steps-since = since { $day }
steps-today = today
steps-named = { $first }, { $second }
steps-said = { $first }: { $second }
# Standings.
steps-help = Family Help
steps-protection = Protection plan
steps-protection-for = Protection plan, { $category }
steps-care = In care
steps-work = Looked into
# What happened.
steps-contact = Contact
steps-referral = Referral
steps-referral-no-more = Nothing more was done.
steps-assessment-began = Assessment begins
steps-assessment-signed = Assessment signed
steps-signed-by = by { $who }.
steps-signed-began = Begun { $day }.
steps-factors = Found: { $factors }.
steps-look-again = Look again
steps-strategy = Strategy discussion
steps-with = with { $who }.
steps-enquiry = Section 47 enquiry begins
steps-enquiry-no-conference = No conference was needed.
steps-conference-first = First conference
steps-conference-review = Conference, review
steps-conference-transfer = Conference, moved here from another plan
steps-chair = { $who } chaired.
steps-plan-help = Family Help begins
steps-plan-protection = Protection plan begins
steps-plan-care = Care begins
steps-plan-help-ends = Family Help ends
steps-plan-protection-ends = Protection plan ends
steps-plan-care-ends = Care ends
steps-plans-before = { $n ->
    [0] The first protection plan.
    [one] 1 protection plan came before it.
   *[other] { $n } protection plans came before it.
}
steps-review = Review
steps-review-care = Care review
steps-core-group = Core group
steps-lead-began = { $who } is { $role }
steps-lead-somebody = somebody
steps-decision = Decision
steps-family-meeting = Family group meeting
steps-family-meeting-offered = Offered.
steps-family-meeting-wanted = The family said yes.
steps-family-meeting-not-wanted = The family said no.
steps-family-meeting-held = Held on { $day }.
steps-court-began = Before court, begun
steps-court-letter = Letter before court
steps-court-meeting = Meeting before court
steps-court-decided = What is done next, decided
steps-court-asked = The court was asked
steps-placement = Moves
steps-placement-with = with { $who }
steps-placement-ended = A stay ends
steps-closed = The work ends
# Who leads.
steps-who-leads = Who leads
steps-lead = { $who }, { $role }
steps-nobody = nobody named
steps-role-lead = lead worker
steps-role-co-worker = co-worker
steps-role-help = family help lead
steps-role-protection = child protection lead
steps-role-chair = conference chair
steps-role-reviewing = reviewing officer
steps-role-partner = partner
steps-role-waiting = not yet allocated
# Dates asked for.
steps-asked = Dates asked for
steps-edition-first = { $year } edition,
steps-edition-second = { $checked ->
    [yes] checked
   *[no] not re-checked
}
steps-edition = { $year } edition, { $checked ->
    [yes] checked
   *[no] not re-checked
}
steps-limit-conference = conference in { $n } working days
steps-limit-core-group = core group in { $n } working days
steps-limit-assessment = assessment in { $n } working days
steps-limit-review = review in { $n } months
steps-limit-next-review = next review in { $n } months
steps-done-held = held on the { $nth }
steps-done-met = met on the { $nth }
steps-done-signed = signed on the { $nth }
steps-done-before = { $n ->
    [0] on the day
    [one] 1 day before
   *[other] { $n } days before
}
steps-done-later = { $n ->
    [one] 1 day later
   *[other] { $n } days later
}
steps-done-on-purpose = { $done }, on purpose
steps-open = by { $day }
steps-open-past = by { $day }, nothing is written
# Where it is written.
steps-in-visit = visit note
steps-in-call = call note
steps-in-meeting = meeting note
steps-in-document = document
steps-in-note = note
steps-in-decision = decision
steps-in-review = review
steps-in-assessment = assessment
steps-in-map = map
# What nobody wrote.
steps-questions = { $n ->
    [one] One question
    [2] Two questions
   *[other] Three questions
}
steps-ask-who-leads = Who leads from here?
steps-ask-who-leads-why = Nobody is named since { $day }.
steps-ask-family-meeting = Was a family group meeting offered?
steps-ask-family-meeting-why = Nothing is written.
steps-ask-about = What was { $year } about?
steps-ask-about-why = Only dates came with it.
