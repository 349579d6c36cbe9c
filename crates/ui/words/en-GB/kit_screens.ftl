# What the child's screens say beside the tree's own lines (those are in kit.ftl): what is pressed, what a thing is
# called, the words of state. A line a child is told stands five times, with its drawings; what is pressed has one key.

## Everywhere

kit-hear-it = Hear it
kit-foot = What next
kit-back = Back
kit-close = Close
kit-done = Done
kit-add = Add
kit-added = Added
kit-keep = Keep
kit-this-one = This one
kit-your-answer = Your answer
kit-state-tablet = On this tablet
kit-state-sending = Sending
kit-state-record = At the office
kit-me = Me
kit-not-kept = That is not kept yet.
kit-w-not-kept-why = The tablet could not write it. It is held and tried again. You can take a sealed file off this tablet: only the office can open it.
kit-w-tablet-full = The tablet is nearly full. Nothing is lost yet. Take a sealed file off it, or make room.
kit-w-try-again = Try again
kit-w-emergency-file = Take a sealed file
kit-w-side-of = { $name }’s side
kit-w-my-manager = { $worker }’s manager
kit-w-your-manager = your manager

## Levels and looks

kit-look-bigger = Bigger
kit-look-calm = Calm colours
kit-look-dark = Darker

## The four stones

kit-what-is-this-title-a = What is this?
kit-what-is-this-title-b = What is this?
kit-what-is-this-title-c = What is this?
kit-what-is-this-title-d = What is this?
kit-what-is-this-title-e = What is this?
kit-what-is-this-title-e-symbol = question

kit-stone-keeping_safe = Keeping safe
kit-stone-who_sees = Who sees it
kit-stone-my_voice = My voice
kit-stone-stopping = Stopping

## Practice

kit-practice-only-us-a = This is only to try. Nothing is kept.
kit-practice-only-us-b = This is only to try. Nothing is kept.
kit-practice-only-us-c = This is only to try. Nothing of it is kept.
kit-practice-only-us-d = This is only to try out. Nothing of it is kept.
kit-practice-only-us-e = This is only to try. Nothing is kept.
kit-practice-only-us-e-symbol = thumb thumb

kit-practice-try-a = Press here. Say a word. Throw it away.
kit-practice-try-b = Try the button. Say something, hear it, throw it away.
kit-practice-try-c = Try the button if you like. Say something, hear it, throw it away.
kit-practice-try-d = Try the recorder if you like. Say something, play it, delete it.
kit-practice-try-e = Press. Say a word. Throw it away.
kit-practice-try-e-symbol = hand ear hand

## The houses

kit-pages-one = { $count } page
kit-pages-other = { $count } pages
kit-names = Names
kit-names-roofs = Names and roofs
kit-roof-of = The roof of { $name }
kit-roof-as-drawn = As it was
kit-figure-good = Wings
kit-figure-worries = Clothes
kit-figure-dreams = Wand

kit-names-ask-a = Give them your own names.
kit-names-ask-b = You can give them your own names.
kit-names-ask-c = Call them what you like.
kit-names-ask-d = Call them whatever suits you.
kit-names-ask-e = Give them your own names.
kit-names-ask-e-symbol = pencil

## Inside

kit-crayon = Crayon
kit-rub-out = Rub out
kit-undo = Undo
kit-stickers = Stickers
kit-words = Words
kit-photo = Photo
kit-tools = Tools
kit-colours = Colours
kit-more-colours = Colours
kit-say-it = Say it
kit-draw-it = Draw it
kit-new-page = New page
kit-your-words = Your words
kit-put-on-paper = Put on the paper
kit-tap-to-put = Tap the paper to put it there
kit-drag-words = Your words are on the paper. You can drag them
kit-nothing-to-undo = There is nothing to undo
kit-who-draws = { $child } draws this
kit-a-photo = A photo
kit-sound-number = Sound { $number }
kit-sound-stopped = It stopped by itself
kit-sounds-one = { $count } recording
kit-sounds-other = { $count } recordings
kit-photos-one = { $count } photo
kit-photos-other = { $count } photos
kit-throw-away = Throw away
kit-really-gone = Tap again: really gone
kit-pause = Pause
kit-my-voice-card = Recording
kit-voice-recording = Recording
kit-voice-paused = Paused
kit-voice-kept = It is kept.
kit-thrown-away = It is gone.

kit-your-spelling-a = Your words. Your spelling.
kit-your-spelling-b = Your words, your spelling.
kit-your-spelling-c = Your words, your spelling.
kit-your-spelling-d = Your words, your spelling.
kit-your-spelling-e = Your words. Your spelling.
kit-your-spelling-e-symbol = pencil pencil

kit-mic-asked-a = The tablet asks first.
kit-mic-asked-b = The tablet asks if it may listen.
kit-mic-asked-c = The tablet asks whether it may listen.
kit-mic-asked-d = The tablet asks whether it may use the microphone.
kit-mic-asked-e = The tablet asks first.
kit-mic-asked-e-symbol = ear

kit-mic-refused-a = It cannot listen now. You can draw.
kit-mic-refused-b = It cannot listen here. You can draw or type.
kit-mic-refused-c = The microphone is switched off for this. Draw or type instead.
kit-mic-refused-d = The microphone is switched off for this. Drawing and typing work.
kit-mic-refused-e = It cannot listen now. You can draw.
kit-mic-refused-e-symbol = ear pencil

kit-mic-none-a = It cannot listen. You can draw.
kit-mic-none-b = This tablet has no microphone. You can draw or type.
kit-mic-none-c = This tablet has no microphone. Draw or type instead.
kit-mic-none-d = This tablet has no microphone. Drawing and typing work.
kit-mic-none-e = It cannot listen. You can draw.
kit-mic-none-e-symbol = ear pencil

kit-voice-cut-off-a = It stopped. What you said is kept.
kit-voice-cut-off-b = It stopped by itself. What you said so far is kept.
kit-voice-cut-off-c = It was cut off. What you said so far is kept.
kit-voice-cut-off-d = It was cut off. Everything up to there is kept.
kit-voice-cut-off-e = It stopped. What you said is kept.
kit-voice-cut-off-e-symbol = stop ear

kit-voice-empty-a = I heard nothing. Try again.
kit-voice-empty-b = Nothing was heard. Try again if you like.
kit-voice-empty-c = Nothing was recorded. Try again if you like.
kit-voice-empty-d = Nothing was recorded. Try again if you like.
kit-voice-empty-e = Nothing was heard. Try again.
kit-voice-empty-e-symbol = ear hand

kit-photo-refused-a = That photo did not work.
kit-photo-refused-b = That photo did not work. Try again.
kit-photo-refused-c = That photo could not be used. Try another.
kit-photo-refused-d = That file could not be used as a photo. Try another.
kit-photo-refused-e = That photo did not work.
kit-photo-refused-e-symbol = eye

## Path, scale, cards, people

kit-path-end-low = The start
kit-path-on = A bit nearer
kit-path-back = A bit back
kit-path-how-a = Tap where you are. Or use the buttons.
kit-path-how-b = Tap the path where you are, or use the buttons.
kit-path-how-c = Tap the path where you are, or use the buttons. You can move it.
kit-path-how-d = Tap the path where you are, or use the buttons. You can move it.
kit-path-how-e = Tap the path where you are. Or use the buttons.
kit-path-how-e-symbol = hand path

kit-path-how-stones-a = Tap a stone.
kit-path-how-stones-b = Tap the stone where you are.
kit-path-how-stones-c = Tap the stone where you are.
kit-path-how-stones-d = Tap the stone where you are.
kit-path-how-stones-e = Tap a stone.
kit-path-how-stones-e-symbol = hand

kit-path-start = Near the start
kit-path-middle = On the way
kit-path-near = Near the end
kit-stone-number = Stone { $number }
kit-scale-0 = Not safe at all
kit-scale-10 = As safe as can be
kit-cards = Cards
kit-put-here = Put it here
kit-back-on-heap = Back to the cards
kit-sort-good = Good
kit-sort-middle = In between
kit-sort-worry = A worry
kit-card-sleep = Sleep
kit-card-getting-up = Getting up
kit-card-food = Food
kit-card-school = School or nursery
kit-card-getting-there = Getting there
kit-card-friends = Friends
kit-card-at-home = Being at home
kit-card-evenings = Evenings
kit-card-outside = Being outside
kit-card-animals = Animals
kit-card-music-and-games = Music and games
kit-card-something-else = Something else
kit-new-person = Another name
kit-a-name = A name
kit-put-in = Put in
kit-take-out = Take out
kit-no-figure = No figure
kit-figure-number = Figure { $number }

kit-sort-how-a = Take a card to its place. Or tap.
kit-sort-how-b = Take a card to its place. Or tap a card, then a place.
kit-sort-how-c = Take a card to its place. Or tap a card, then a place.
kit-sort-how-d = Take a card to its place. Or tap a card, then a place.
kit-sort-how-e = Take a card. Put it in a place.
kit-sort-how-e-symbol = hand hand

kit-people-how-a = Tap a name. Pick how they look.
kit-people-how-b = Tap a name and pick how they look.
kit-people-how-c = Tap a name to pick how somebody looks.
kit-people-how-d = Tap a name to pick how somebody looks, or add a name.
kit-people-how-e = Tap a name. Pick how they look.
kit-people-how-e-symbol = hand people

kit-how-do-you-look-a = How do you look?
kit-how-do-you-look-b = How do you look?
kit-how-do-you-look-c = How do you look?
kit-how-do-you-look-d = How do you look?
kit-how-do-you-look-e = How do you look?
kit-how-do-you-look-e-symbol = question

kit-how-do-they-look-a = How does { $name } look?
kit-how-do-they-look-b = How does { $name } look?
kit-how-do-they-look-c = How does { $name } look?
kit-how-do-they-look-d = How does { $name } look?
kit-how-do-they-look-e = How does { $name } look?
kit-how-do-they-look-e-symbol = question

## Looking back and sharing

kit-page-of = Page { $number } of { $all }
kit-page-number = Page { $number }
kit-next-page = Next page
kit-all-words = All the words
kit-important = Important
kit-leave-out = Leave out
kit-earlier = Earlier
kit-later = Later
kit-watch-it = Watch it again
kit-share-yes = Yes
kit-share-no = No
kit-share-ask_later = Ask me later
kit-more-pages = { $number } more
kit-can-see = Can see it
kit-more-people = More people
kit-anyone-else = Anyone else
kit-take-a-copy = Take a copy
kit-copy-foot = Made by { $child }. These are { $child }’s own words.

kit-share-unsaid-a = Not said yet: { $names }. Leave it for later?
kit-share-unsaid-b = You have not said everything about { $names }. Leave the rest for later?
kit-share-unsaid-c = You have not said everything about { $names }. Leave the rest for later?
kit-share-unsaid-d = You have not said everything about { $names }. Leave the rest for later?
kit-share-unsaid-e = Not said yet: { $names }. Leave it for later?
kit-share-unsaid-e-symbol = people calendar
kit-share-leave = Leave it for later
kit-share-same = The same on every page
kit-share-none = Nobody else at all
kit-share-none-here = Nobody else
kit-share-none-done = It is “no” for everybody now. Each can be changed.
kit-share-same-done = It is the same on every page now.

kit-somebody-else = Somebody else
kit-share-nobody-a = There is no name here yet. Nobody else is shown this.
kit-share-nobody-b = There is no name here yet. Without one, nobody else is shown this page.
kit-share-nobody-c = There is no name here yet. Without one, this page is shown to nobody else.
kit-share-nobody-d = There is no name here yet. Without one, this page is shown to nobody else.
kit-share-nobody-e = There is no name here yet. Nobody else is shown this.
kit-share-nobody-e-symbol = people eye

kit-share-nothing-a = There is no page to show.
kit-share-nothing-b = There is no page to ask about.
kit-share-nothing-c = There is no page to ask about.
kit-share-nothing-d = There is no page to ask about.
kit-share-nothing-e = There is no page to show.
kit-share-nothing-e-symbol = eye

## Closing

kit-another-day = Another day

kit-what-happens-now-a = What happens now
kit-what-happens-now-b = What happens now
kit-what-happens-now-c = What happens now
kit-what-happens-now-d = What happens now
kit-what-happens-now-e = What happens now
kit-what-happens-now-e-symbol = question

kit-when-back-a = When does { $worker } come back?
kit-when-back-b = When does { $worker } come back?
kit-when-back-c = When does { $worker } come back?
kit-when-back-d = Which day suits you for { $worker } to come back?
kit-when-back-e = When does { $worker } come back?
kit-when-back-e-symbol = calendar

kit-tells-you-a = { $worker } tells you what happened.
kit-tells-you-b = { $worker } tells you what was done.
kit-tells-you-c = { $worker } tells you what was done.
kit-tells-you-d = { $worker } tells you what was done.
kit-tells-you-e = { $worker } tells you what happened.
kit-tells-you-e-symbol = ear

kit-colour-game-a = Pick a colour. Tap the squares.
kit-colour-game-b = Pick a colour and tap the squares. Nothing here is kept.
kit-colour-game-c = Pick a colour and fill the squares, or just rest. Nothing here is kept.
kit-colour-game-d = Fill the squares, or just rest. Nothing here is kept.
kit-colour-game-e = Pick a colour. Tap the squares.
kit-colour-game-e-symbol = hand hand

kit-tile-number = Square { $number }

## Sealed: what is true, and nothing more

kit-sealed-sending-a = It is on its way.
kit-sealed-sending-b = It is being sent. { $done } of { $all } parts are there.
kit-sealed-sending-c = It is being sent. { $done } of { $all } parts are there.
kit-sealed-sending-d = It is being sent. { $done } of { $all } parts are there.
kit-sealed-sending-e = It is on its way.
kit-sealed-sending-e-symbol = path

kit-sealed-received-a = It is at the office.
kit-sealed-received-b = It is at the office. It came at { $time }.
kit-sealed-received-c = It has been at the office since { $time }.
kit-sealed-received-d = It has been at the office since { $time }.
kit-sealed-received-e = It is at the office.
kit-sealed-received-e-symbol = house

kit-sealed-whose-a = Only { $worker }’s office has the key.
kit-sealed-whose-b = Only { $worker }’s office has the key.
kit-sealed-whose-c = Only { $worker }’s office has the key.
kit-sealed-whose-d = Only { $worker }’s office has the key.
kit-sealed-whose-e = Only { $worker }’s office has the key.
kit-sealed-whose-e-symbol = lock

kit-sealed-waiting-a = Kept on this tablet. It waits for signal.
kit-sealed-waiting-b = Safe on this tablet. It is waiting for signal.
kit-sealed-waiting-c = Safe on this tablet. It is waiting for signal.
kit-sealed-waiting-d = Safe on this tablet. It is waiting for signal.
kit-sealed-waiting-e = Kept on this tablet. It waits for signal.
kit-sealed-waiting-e-symbol = lock path

kit-sealed-trouble-a = Kept on this tablet. { $worker } rings the office.
kit-sealed-trouble-b = Safe on this tablet. { $worker } tells the office this: { $code }.
kit-sealed-trouble-c = Safe on this tablet. { $worker } tells the office this code: { $code }.
kit-sealed-trouble-d = Safe on this tablet. { $worker } tells the office this code: { $code }.
kit-sealed-trouble-e = Kept on this tablet. { $worker } rings the office.
kit-sealed-trouble-e-symbol = lock ear
