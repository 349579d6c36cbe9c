# What the worker's pages, tray and card say beside the tree's own lines (those are in kit_worker.ftl).
kit-w-desk-go-on = Go on
kit-w-desk-yes = Yes
kit-w-desk-no = No
kit-w-desk-other-answer = Another answer
kit-w-desk-write-this = Please write this.
kit-w-desk-choose-one = Please choose one.
kit-w-desk-law = What the law says

## The home screen

kit-w-home-title = Put the kit on the home screen first
kit-w-home-why = A browser may clear what a page has kept. What stands on the home screen stays. So work with a child starts there, and here you can practise.
kit-w-home-ipad = On an iPad
kit-w-home-ipad-1 = Open this page in Safari.
kit-w-home-ipad-2 = Tap the square with the arrow, then “Add to Home Screen”.
kit-w-home-ipad-3 = Open the kit from the home screen and join it there.
kit-w-home-android = On an Android tablet
kit-w-home-android-1 = Open this page in Chrome.
kit-w-home-android-2 = Tap the three dots, then “Add to home screen”, then “Install”.
kit-w-home-android-3 = Open the kit from the home screen.
kit-w-home-computer = On a computer
kit-w-home-computer-1 = Open this page in Edge or Chrome.
kit-w-home-computer-2 = Open the menu, then “Install this site as an app”.
kit-w-home-computer-3 = Open the kit as an app.
kit-w-home-meanwhile = Or try it out
kit-w-practice-begin = Practise without a child
kit-w-practice-keeps-nothing = Nothing is kept and nothing is sent
kit-w-practice-mark = Practice. Nothing is kept.
kit-w-practice-close = Close the practice
kit-w-practice-worker = Alex
kit-w-practice-child = Sam

## Joining the office

kit-w-setup-title = Join this tablet to your office
kit-w-setup-lead = It works for one worker, and for the office that gave the code.
kit-w-setup-code = The code
kit-w-setup-code-hint = The record shows it when you add a tablet. It works once, for 15 minutes.
kit-w-setup-pin-title = Choose a PIN for this tablet
kit-w-setup-pin-can = It opens the children you take along, and sessions that are not finished.
kit-w-setup-pin-cannot = It cannot open a finished session: only the office can. If you forget it, nothing is lost: everything still goes to the office.
kit-w-setup-pin = PIN
kit-w-setup-pin-hint = Six digits or more. Not a birthday, and not the passcode of the tablet.
kit-w-setup-pin-again = The same PIN once more
kit-w-setup-pin-short = Six digits or more, please.
kit-w-setup-pin-easy = That one is guessed first. Please take another.
kit-w-setup-pin-differs = The two are not the same.
kit-w-setup-own-lock = Ask for this tablet’s own lock as well: face, finger or passcode
kit-w-setup-own-lock-why = Then nobody can open a copy of what lies here by trying PINs. The tablet asks each time the kit is opened. If its lock stops working, nothing is lost: everything still goes to the office.
kit-w-setup-join = Join
kit-w-setup-joining = Joining the office …
kit-w-setup-ready = { $tablet } is ready
kit-w-setup-ready-lead = It works for { $name }, { $office }.
kit-w-setup-until = It has to join again after { $day }.
kit-w-setup-start = Start

kit-w-room-title = Room on this tablet
kit-w-room-enough = There is enough room.
kit-w-room-little = There is too little room: { $free } MB. A session needs 200 MB.
kit-w-room-unknown = This tablet does not say how much room it has.
kit-w-room-make-some = Delete films, photographs or apps that are not needed, then look again. Until then no session can begin. What is on the tablet stays.
kit-w-room-not-promised = The tablet has not promised to keep what the kit writes. Open the kit from the home screen, and send on the same day.
kit-w-room-look-again = Look again

## The PIN

kit-w-pin-title = Your PIN, please
kit-w-pin-label = PIN
kit-w-pin-open = Open
kit-w-pin-count-open-one = 1 session is not finished
kit-w-pin-count-open-other = { $count } sessions are not finished
kit-w-pin-count-sealed-one = 1 session waits to be sent
kit-w-pin-count-sealed-other = { $count } sessions wait to be sent
kit-w-pin-wrong-one = That is not the PIN. There is 1 more try.
kit-w-pin-wrong-other = That is not the PIN. There are { $count } more tries.
kit-w-pin-gone-title = The PIN was wrong ten times
kit-w-pin-gone-what = This tablet can no longer read anything: the children taken along are deleted, and sessions that were not finished are sealed as they are.
kit-w-pin-gone-words = Nothing a child said or drew is lost. It still goes to the office, and opens there.
kit-w-pin-gone-next = To work with it again, make a new code in the record and join anew.
kit-w-pin-gone-join = Join again
kit-w-own-lock-over = The tablet’s own lock no longer works
kit-w-own-lock-over-what = Then the PIN cannot open the kit either. You can give up what it opened: the children taken along are deleted, and sessions that were not finished are sealed as they are. Nothing a child said is lost.
kit-w-own-lock-over-do = Give it up and join again
kit-w-own-lock-gone-title = What the PIN opened is given up
kit-w-locked-title = Locked
kit-w-locked-lead = Drawings, words and sounds are kept. The PIN leads back to where you were.

## The start

kit-w-start-title = Hello, { $name }
kit-w-start-lock = Lock
kit-w-start-who = Who with?
kit-w-start-no-packs = No child is taken along on this tablet. In the record you can take a child along; it arrives here by itself while there is signal.
kit-w-start-look-again = Look again
kit-w-start-looking = Asking the office.
kit-w-start-looked = That is all there is now.
kit-w-start-new-name = Or another name
kit-w-start-new-name-hint = First name and family name, so that the office can match them.
kit-w-start-with-name = Prepare
kit-w-start-blocked = An enquiry limits what may be asked
kit-w-start-last = Last time { $day }. { $answer }
kit-w-start-first-time = The first time
kit-w-start-kept = On this tablet
kit-w-start-join-anew = This tablet joined before the children it takes along were kept behind the PIN. It hands in as before. To take children along, make a new code in the record and join again.
kit-w-start-hand = Which hand?
kit-w-start-left = Left-handed
kit-w-start-left-what = Tools and Stop swap sides on the child’s screens
kit-w-start-refused = The office no longer knows this tablet. What lies here stays. Ring the office.
kit-w-start-clock-fast = The clock of this tablet is { $minutes } minutes fast. Times are shown as the tablet has them.
kit-w-start-clock-fast-hours = The clock of this tablet is { $hours } hours fast. Times are shown as the tablet has them.
kit-w-start-clock-slow-hours = The clock of this tablet is { $hours } hours slow. Times are shown as the tablet has them.
kit-w-start-clock-slow = The clock of this tablet is { $minutes } minutes slow. Times are shown as the tablet has them.
kit-w-start-lost-title = This tablet was reported lost
kit-w-start-lost-lead = Children taken along are deleted and nothing here can be read any more. What was written is still sent.
kit-w-start-lost-next = If you have it in your hands, ring the office. With a new code it can join again.

kit-w-start-open = A session that began on { $day }, { $time } is not finished
kit-w-start-open-go-on = Go on with it
kit-w-start-open-anew = Begin a new one
kit-w-kept-nothing = Nothing lies on this tablet.
kit-w-kept-began = { $day }, { $time }
kit-w-kept-open = On this tablet, not finished
kit-w-kept-sealed = Sealed. Only the office can open it
kit-w-kept-sending = Sending { $done } of { $all }
kit-w-kept-waiting = Sealed. Waiting for signal
kit-w-kept-received = Safe at your office { $time }
kit-w-kept-trouble = It could not be handed in. It is safe here
kit-w-kept-tell-office = Please tell the office: code
kit-w-kept-send-now = Send now
kit-w-kept-sending-now = Sending.
kit-w-kept-go-on = Go on
kit-w-kept-finish = Finish as it is
kit-w-kept-finish-title = Finish it without the child?
kit-w-kept-finish-lead = It is sealed as it is and goes to the office as not finished. It is shown to nobody in the family. It cannot be opened here again.
kit-w-kept-finish-why = Why is it not finished?
kit-w-kept-finish-now = Seal it
kit-w-kept-file = Take a sealed file
kit-w-kept-nag-one = 1 session is not at your office after three days
kit-w-kept-nag-other = { $count } sessions are not at your office after three days
kit-w-kept-nag-what = A child’s words wait here. Find signal and send now, or take the tablet to the office today.
kit-w-kept-sealed-lead = It is sealed and goes to the office when there is signal.

## Preparing

kit-w-plan-leave = Leave it
kit-w-plan-leave-ask = Leave it, and nothing is kept?
kit-w-plan-leave-gone = What you answered and typed here is forgotten, and nothing of it goes to the record.
kit-w-plan-leave-instead = Was it not started? Go back and give the answer that says why: then the reason is kept.
kit-w-plan-leave-yes = Leave it. Keep nothing
kit-w-plan-to-start = To the start
kit-w-plan-blocked = The office has set a limit: do not talk about it with this child
kit-w-plan-blocked-until = It holds until a manager has cleared this talk. Write who, and why.
kit-w-plan-cleared-by = Which manager cleared it?
kit-w-plan-cleared-why = The reason, and what may be asked
kit-w-plan-cleared-why-hint = As it was agreed with the police and the manager.
kit-w-plan-last-times = Times before
kit-w-plan-read-record = What was said is not on the tablet. Last time was { $day }: read it in the record before you go.
kit-w-plan-nothing-here = Nothing from before is on this tablet. Look in the record.
kit-w-plan-answered = Answered
kit-w-plan-answered-on = Answered on { $day }
kit-w-plan-not-answered = Not answered yet
kit-w-plan-agreed-who = Who agreed?
kit-w-plan-agreed-on = When?
kit-w-plan-agreed-how = How, and in what words?
kit-w-plan-agreed-how-hint = At home, by telephone, in a meeting.
kit-w-plan-set-aside-by = Which manager decided?
kit-w-plan-set-aside-why = Why?
kit-w-plan-for-parents = Words for parents, to read together
kit-w-plan-place = Where are you?
kit-w-plan-place-hint = A room at school, a bedroom, the car.
kit-w-plan-who-stays = Who stays?
kit-w-plan-need-about = What helps?
kit-w-plan-aac-about = Which system, and who put the words on it?
kit-w-plan-aac-about-hint = The name of the board or device, and how yes and no are said.
kit-w-plan-interpreter = Name and language of the interpreter
kit-w-plan-interpreter-hint = Spoken or signed. The same person as last time?
kit-w-plan-reason = The reason
kit-w-plan-baby-seen = What I saw, with whom, at what time
kit-w-plan-no-words = { $child }’s own words, if there were any
kit-w-plan-no-words-hint = Letter for letter. They stand in the record as { $child }’s.
kit-w-plan-no-again = What I said about asking again
kit-w-plan-no-again-hint = It goes to your own notes.
kit-w-plan-own-name = What does { $child } call it?
kit-w-plan-hand-over = When you have chosen, { $child } chooses the words. From then on everything is kept.
kit-w-plan-language = Language on { $child }’s screen
kit-w-plan-not-begun = It has not begun

## What can go wrong

kit-w-trouble-locked = The tablet is locked. The PIN opens it.
kit-w-trouble-not-enrolled = This tablet has not joined an office yet.
kit-w-trouble-already-enrolled = A session is open on this tablet. Finish it first, then join anew.
kit-w-trouble-code-refused = The office does not take this code. It may be mistyped, used already, or older than 15 minutes.
kit-w-trouble-pin-short = Six digits or more, please.
kit-w-trouble-own-lock = The tablet’s own lock was not opened. Press again when you are ready. No try was counted.
kit-w-trouble-no-own-lock = This tablet’s own lock cannot be asked here. Where you are joining, take the tick away, and the PIN stands alone.
kit-w-trouble-no-room = There is too little room on this tablet: a session needs 200 MB. Make room, then go on.
kit-w-trouble-full = The tablet is full. What was written last is held and tried again. Make room now.
kit-w-trouble-not-kept = The tablet could not write it. It is held and tried again.
kit-w-trouble-elsewhere = This session is open in another window of this tablet. Close that one first.
kit-w-trouble-ended = This session is finished already.
kit-w-trouble-only-office = This tablet has no key to it any more. The office can open it.
kit-w-trouble-no-database = This browser keeps nothing. Leave private browsing, or open the kit from the home screen.
kit-w-trouble-offline = There is no way to the office just now. Find signal and try again.
kit-w-trouble-office = The office answers with trouble of its own. Try again in a few minutes.
kit-w-trouble-other = That did not work. Try again; if it stays, ring the office.

## The side

kit-w-tray-child-may-read = Turn the tablet to you: { $child } may read it too.
kit-w-tray-close = Close
kit-w-tray-exact = Mark exact words
kit-w-tray-exact-label = { $child }’s exact words
kit-w-tray-exact-hint = Slang, slips and all. The time is noted with them.
kit-w-tray-exact-keep = Keep these words
kit-w-tray-notes = My notes
kit-w-tray-note-label = A note of your own
kit-w-tray-note-hint = It goes to your notes and not to { $child }’s pages. It is not shown here again.
kit-w-tray-note-keep = Keep the note
kit-w-tray-exact-count-one = Words are marked once
kit-w-tray-exact-count-other = Words are marked { $count } times
kit-w-tray-note-count-one = 1 note is kept
kit-w-tray-note-count-other = { $count } notes are kept
kit-w-tray-kept = Kept.
kit-w-tray-guide = What helps here
kit-w-tray-levels = Another way of saying things
kit-w-tray-level-a = Acorn: shortest words
kit-w-tray-level-b = Shell
kit-w-tray-level-c = Feather
kit-w-tray-level-d = Pencil: fullest words
kit-w-tray-level-e = Symbols, one idea at a time
kit-w-tray-leave = Put the tablet away and lock it
kit-w-tray-not-on-pages = Nothing on this side goes on { $child }’s pages.

## Before you ask it

kit-w-question-label = Before you ask it
kit-w-question-look = Look at it
kit-w-question-ask = I ask it like this
kit-w-question-leave = Leave mine as it is
kit-w-question-change = Change it
kit-w-question-ask-now = Ask it in your own voice
kit-w-question-wait = Then wait. Ten seconds are not long.
kit-w-question-why = Why?
kit-w-question-noticed-one = I noticed something
kit-w-question-noticed-other = I noticed two things
kit-w-question-from-child = opens with { $child }’s words
kit-w-question-from-library = from the library
kit-w-question-from-rules = an open way to ask
kit-w-question-nothing = I noticed nothing in the words. That is not the same as a good question.
kit-w-question-limits = I look at words alone. I cannot hear your voice or see { $child }. If I notice nothing, that is not the same as a good question.
kit-w-question-class-suggestive = A question that brings in a person, a place, an act or a feeling may put it into what { $child } says.
kit-w-question-class-tag = A question with “isn’t it?” at its end asks to be agreed with.
kit-w-question-class-pressure = Whoever feels pushed may say what ends it.
kit-w-question-class-promise-or-reward = What is said for a promise or a treat is hard to rely on, and the promise may be one nobody can keep.
kit-w-question-class-pretend = Pretend mixes with what happened, above all for younger children.
kit-w-question-class-multiple = With several questions at once nobody can tell which one was answered.
kit-w-question-class-option-posing-yesno = Yes or no can be a guess, or said to please. An open question lets { $child } say what matters.
kit-w-question-class-option-posing-choice = It may be neither of the two.
kit-w-question-class-why-blame = “Why did you” can sound like blame.

kit-w-noticed-new-word-word = “{ $word }” is not a word { $child } has used.
kit-w-noticed-new-feeling = It names a feeling { $child } has not named.
kit-w-noticed-new-feeling-word = “{ $word }” is a feeling { $child } has not named.
kit-w-noticed-new-event = It takes as given that something happened.
kit-w-noticed-new-event-word = It takes as given that something happened: “{ $word }”.
kit-w-noticed-new-name = It names somebody { $child } has not spoken of.
kit-w-noticed-new-name-word = { $child } has not spoken of “{ $word }”.
kit-w-noticed-who-is-that = It is not clear who is meant.
kit-w-noticed-who-is-that-word = It is not clear who “{ $word }” is.
kit-w-noticed-yes-no = It can be answered with yes or no.
kit-w-noticed-this-or-that = It offers two answers, and it may be neither.
kit-w-noticed-takes-sides = It asks { $child } to take sides.
kit-w-noticed-several = It asks several things at once.
kit-w-noticed-why-blame = “Why” can sound like blame here.
kit-w-noticed-tag = Its end asks { $child } to agree.
kit-w-noticed-expects-yes = It sounds as if yes were the right answer.
kit-w-noticed-assumes = It takes something as given.
kit-w-noticed-assumes-word = It takes something as given: “{ $word }”.
kit-w-noticed-my-view = It says what you think first.
kit-w-noticed-others-said = It says what others have told you.
kit-w-noticed-doubt = It can sound as if the answer had been wrong.
kit-w-noticed-insists = It can sound as if { $child } had to tell.
kit-w-noticed-praise = It praises telling. Thank { $child } for working with you instead.
kit-w-noticed-secrecy = It says that it stays secret, and it may not.
kit-w-noticed-promise = It promises something you may not be able to keep.
kit-w-noticed-reward = It offers something for telling.
kit-w-noticed-pretend = It mixes pretend with what happened.

## The card

kit-w-card-write-now = Write down what was said
kit-w-card-999 = Emergency
kit-w-card-danger-now = Is there danger now?
kit-w-card-danger-not-sure = I am not sure
kit-w-card-danger-not-sure-what = Ring before you leave, as if there were.
kit-w-card-rang-hint = Whom, and at what time.
kit-w-card-turn = Turn the tablet to you
kit-w-card-turn-why = What comes next is for you alone. { $child } should not have to read it, and nobody who comes in should.
kit-w-card-turned = It is turned to me
kit-w-card-marked-words = Put in the words marked last
kit-w-card-before-hint = Leave it empty if you had asked nothing.
kit-w-card-near-then = When we began, { $time }, { $place }: { $near }
kit-w-card-open-title = Before it is kept: do you want to add this?
kit-w-card-open-near = When, where, and who was there or near
kit-w-card-open-seen = What you saw
kit-w-card-open-rang = Whom you rang, and when
kit-w-card-open-when = When you rang
kit-w-card-open-now = I write it now
kit-w-card-open-not-yet = Not yet. Keep it as it is
kit-w-card-open-not-yet-what = You can write it in the record later
kit-w-card-keep = Keep it
kit-w-card-kept = It is kept. The kit asks nothing more in that house.
kit-w-card-parents-locked = Nothing of today is shown to parents, whatever { $child } chooses.
kit-w-card-still-asked = { $child } is still asked about each page. Say so first: “Nothing goes home today, whatever you choose. I ask so that I know what you want.”
kit-w-card-and-now = What does { $child } want to do now?
kit-w-card-more = Something else was said as well
kit-w-rung-nobody = Nobody has been rung yet
kit-w-rung-ring = Something important was said. Ring before you leave.
kit-w-rung-danger = You wrote that there is danger. Get help now.
kit-w-rung-whom = Whom did you ring, and when?
kit-w-rung-when = And when was it? If you do not know, keep it as it is.
kit-w-sealed-ring = Ring before you leave
kit-w-rung-kept = Kept: { $rang }
kit-w-rung-seal = Nobody has been rung yet. Your office is told so as soon as it has this.
kit-w-card-stay = { $child } wants to go on here

## After

kit-w-after-pin-title = Back to you
kit-w-after-pin-mistake = Bye was pressed by mistake: back to the child
kit-w-after-pin-lead = It was in the child’s hands. Turn it to you first. Your PIN, please.
kit-w-after-yes-none = No page has a yes for anybody.
kit-w-after-yes-title = { $child } said yes
kit-w-after-yes-one = For { $name }: 1 page
kit-w-after-yes-other = For { $name }: { $count } pages
kit-w-after-parents-why = Why not now, and when is it looked at again?
kit-w-after-to-do = What needs doing, and who does it?
kit-w-after-day = The day { $child } hears from you
kit-w-after-day-hint = Ten working days at most.
kit-w-after-day-over = That day is over. Choose one that is still to come.
kit-w-after-day-none = { $child } was told no day. Write one only if you can keep it; else it is ten working days at most.
kit-w-after-day-wrong = The day on this tablet is wrong. At your office it is { $day }, and days are offered from then.
kit-w-after-day-told = { $child } was told { $day }.
kit-w-after-seal-ask = Seal it now? After that nothing can be added here, and only the office can open it.
kit-w-after-thoughts = Your own thoughts
