# What the kit says to a child, and what a child may press.
#
# Each line stands five times: -a about 4 to 6, -b 7 to 10, -c 11 to 14, -d 15 to 17, -e Easy Read, with
# -e-symbol naming one drawing for each sentence. The longest sentence has 8, 12, 16, 20, 8 words. A place
# counts as one word: { $worker } is a first name, { $manager } too, { $day } a day in words.
# What is pressed has one key, without a level, unless a level needs a word of its own.

## Choosing how it is said. The heading is the same for all, since nobody has chosen yet.

kit-which-level-a = Which one sounds right to you?
kit-which-level-b = Which one sounds right to you?
kit-which-level-c = Which one sounds right to you?
kit-which-level-d = Which one sounds right to you?
kit-which-level-e = Which one sounds right to you?
kit-which-level-e-symbol = question

kit-which-level-more-a = They all say the same thing. You can change it.
kit-which-level-more-b = They all say the same thing. You can change it any time.
kit-which-level-more-c = They all say the same thing. You can change it any time.
kit-which-level-more-d = They all say the same thing. You can change it any time.
kit-which-level-more-e = They all say the same thing. You can change.
kit-which-level-more-e-symbol = ear thumb

## What this is, why, and who is in charge.

kit-what-is-this-a = These are three houses. You can draw in them.
kit-what-is-this-b = There are three houses. One is for good things, one for worries, one for dreams. You fill them in your way.
kit-what-is-this-c = This shows what is going well, what is not, and what you want. You choose what goes in.
kit-what-is-this-d = It is a simple layout for three things: what works, what does not, what you want. Change the format if it feels young.
kit-what-is-this-e = Three houses. You draw. You can say stop.
kit-what-is-this-e-symbol = house pencil hand

kit-what-is-this-figure-a = Look, a figure with wings and a wand. You can draw on it.
kit-what-is-this-figure-b = Here is a figure. The wings are for good things. The clothes are for worries. The wand is for wishes.
kit-what-is-this-figure-c = This figure shows three things. Wings hold what is good, clothes hold worries, and the wand holds wishes.
kit-what-is-this-figure-d = This figure holds three things. The wings are for what works, the clothes for worries, the wand for what you want.
kit-what-is-this-figure-e = A figure. You draw on it. You can say stop.
kit-what-is-this-figure-e-symbol = star pencil hand

kit-what-is-this-rooms-a = These are three rooms. You can draw in them.
kit-what-is-this-rooms-b = There are three rooms. One is for good things, one for worries, one for dreams. You fill them in your way.
kit-what-is-this-rooms-c = Three rooms show what is going well, what is not, and what you want. You choose what goes in.
kit-what-is-this-rooms-d = Three rooms: what works, what does not, what you want. Call them what you like.
kit-what-is-this-rooms-e = Three rooms. You draw. You can say stop.
kit-what-is-this-rooms-e-symbol = place pencil hand

kit-what-is-this-own-a = Here are three places. You can draw in them.
kit-what-is-this-own-b = There are three places. One is for good things, one for worries, one for dreams. You say what they are called.
kit-what-is-this-own-c = There are three places for what is going well, what is not, and what you want. You name them.
kit-what-is-this-own-d = Three places: what works, what does not, what you want. You decide what they are and what they are called.
kit-what-is-this-own-e = Three places. You draw. You can say stop.
kit-what-is-this-own-e-symbol = place pencil hand

kit-why-me-a = { $worker } wants to hear from you. You know what your day is like.
kit-why-me-b = Grown-ups are talking about what helps your family. { $worker } wants to know what you think.
kit-why-me-c = People are talking about what would help your family. You have a right to be heard in that.
kit-why-me-d = People are talking about what would help your family. You have a legal right to have your wishes and feelings considered.
kit-why-me-e = Grown-ups talk about what helps you. They need to hear you.
kit-why-me-e-symbol = people ear

kit-in-charge-a = You are the boss. You can say stop.
kit-in-charge-b = You choose the order. You can stop. You can leave things out.
kit-in-charge-c = You decide what goes in and when to stop. There are no wrong answers.
kit-in-charge-d = Your pace, your words. Stop any time, no reason needed.
kit-in-charge-e = You choose. You can stop.
kit-in-charge-e-symbol = thumb hand

## First stone: keeping safe. The limit is said before anything is asked, and nothing is said that cannot be kept.

kit-keeping-safe-a = If someone is being hurt, { $worker } must tell. That keeps children safe.
kit-keeping-safe-b = If someone is being hurt, { $worker } must tell. That keeps children safe. { $worker } tells you first, if that can be done.
kit-keeping-safe-c = If someone is being hurt, or might be, { $worker } must tell. You hear it first, if that can be done.
kit-keeping-safe-d = There is one limit. If you or someone else may be seriously hurt, { $worker } must tell. You hear it first, if that can be done.
kit-keeping-safe-e = If someone is being hurt, { $worker } must tell. That keeps children safe.
kit-keeping-safe-e-symbol = people thumb

kit-keeping-safe-again-a = If someone is being hurt, { $worker } must tell. Then helpers know. Helpers look after children.
kit-keeping-safe-again-b = If someone is being hurt, { $worker } must tell. Helpers need to know, so that they can help.
kit-keeping-safe-again-c = If someone is being hurt, or might be, { $worker } must tell. People whose job is to help need to know. You will hear who and why.
kit-keeping-safe-again-d = If you or someone else may be seriously hurt, { $worker } must tell. It goes to people whose job is to help. You will hear who is told and why, beforehand where possible.
kit-keeping-safe-again-e = If someone is being hurt, { $worker } must tell. Helpers need to know.
kit-keeping-safe-again-e-symbol = people ear

kit-no-keeping-safe-a = You said: not OK. You can say that. { $worker } must still tell. You can stop now, or go on.
kit-no-keeping-safe-b = You said: not OK. You can say that. { $worker } must still tell if someone is being hurt. You can stop, or go on and only say what you want.
kit-no-keeping-safe-c = You said: not OK. That is fine to say. { $worker } must still tell, because the law asks it. Stop here, or go on and say only what you want to.
kit-no-keeping-safe-d = You said: not OK, and that is your answer. { $worker } must still tell, because the law asks it. Stop here, or carry on and say only what you want known.
kit-no-keeping-safe-e = You said: not OK. You can say that. { $worker } must still tell. You can stop.
kit-no-keeping-safe-e-symbol = hand thumb people stop

## Second stone: who sees it. On the left who can see, on the right whoever the child is asked about.

kit-who-sees-a = Who will see what you make?
kit-who-sees-b = Who will see what you make?
kit-who-sees-c = Who will see what you make?
kit-who-sees-d = Who will see this?
kit-who-sees-e = Who will see it?
kit-who-sees-e-symbol = eye

kit-who-sees-helpers-a = { $worker }, { $manager } and helpers who keep children safe.
kit-who-sees-helpers-b = { $worker }, { $manager } and helpers who keep children safe.
kit-who-sees-helpers-c = { $worker } and { $manager } will read this. It goes in your file, and some helpers can read your file.
kit-who-sees-helpers-d = { $worker }, { $manager } and some other workers will read this. It becomes part of your record, which you can ask to read.
kit-who-sees-helpers-e = { $worker } sees it. { $manager } sees it. Some helpers see it.
kit-who-sees-helpers-e-symbol = eye eye people

kit-who-sees-you-say-a = You say what you want. { $worker } asks you at the end.
kit-who-sees-you-say-b = You say what you want. { $worker } asks you at the end.
kit-who-sees-you-say-c = You say what you want, page by page. { $worker } asks you at the end.
kit-who-sees-you-say-d = You say what you want, page by page. It is followed where it can be.
kit-who-sees-you-say-e = You say what you want. { $worker } asks you.
kit-who-sees-you-say-e-symbol = thumb question

kit-must-tell-a = If someone is being hurt, { $worker } must tell. That keeps children safe.
kit-must-tell-b = If someone is being hurt, { $worker } must tell. That keeps children safe.
kit-must-tell-c = If someone is being hurt, or might be, { $worker } must tell.
kit-must-tell-d = If you or someone else may be seriously hurt, { $worker } must tell.
kit-must-tell-e = If someone is being hurt, { $worker } must tell.
kit-must-tell-e-symbol = people

kit-who-sees-again-a = { $worker } shows it to { $manager }. Some helpers look too. Then you say who else.
kit-who-sees-again-b = { $worker } shows your pages to { $manager }. Some helpers can look too. About other people, { $worker } asks you. If it cannot be how you say, you are told.
kit-who-sees-again-c = Your pages go in your file. { $worker }, { $manager } and some helpers can open it. About anyone else, you are asked. If your answer cannot be kept to, you will be told.
kit-who-sees-again-d = Your pages go on your record, which some workers can open, and a court can ask for. About anyone else, you are asked. If your answer cannot be kept to, you will be told why.
kit-who-sees-again-e = Some helpers see your pages. { $worker } asks you about other people. If that changes, you are told.
kit-who-sees-again-e-symbol = people question ear

kit-no-who-sees-a = You said: not OK. You can say that. You can stop. Or only say what you want.
kit-no-who-sees-b = You said: not OK. You can say that. You can stop here. Or go on, and only put in what you want seen.
kit-no-who-sees-c = You said: not OK. That is fine to say. Stop here, or go on and put in only what you want seen.
kit-no-who-sees-d = You said: not OK, and that is your answer. Stop here, or go on and put in only what you are content for them to read.
kit-no-who-sees-e = You said: not OK. You can say that. You can stop.
kit-no-who-sees-e-symbol = hand thumb stop

## Third stone: my voice.

kit-my-voice-a = You can draw. You can say it. Your words stay just how they are.
kit-my-voice-b = Draw it, write it or say it. Your words and your spelling stay as they are.
kit-my-voice-c = Draw, type or say it. Nobody tidies up your words or your spelling.
kit-my-voice-d = Type, say or draw it, whatever suits you. Your words stay exactly as you put them.
kit-my-voice-e = Draw, write or say it. Your words stay.
kit-my-voice-e-symbol = pencil ear

kit-my-voice-record-a = You press, and it listens. You can throw it away.
kit-my-voice-record-b = The tablet records only when you press. You can throw it away until we finish.
kit-my-voice-record-c = It records only when you press, and shows you that it does. You can throw it away until we finish.
kit-my-voice-record-d = It records only when you press, and shows that it does. You can delete a recording until we finish.
kit-my-voice-record-e = It records when you press. You can throw it away.
kit-my-voice-record-e-symbol = hand thumb

kit-my-voice-again-a = Your picture is yours. Your words are yours. Press the button if you want to talk.
kit-my-voice-again-b = What you draw and say is yours. Nobody changes it. Press the button if you want to talk, press again to stop.
kit-my-voice-again-c = What you make here is yours, and nobody rewrites it. To record, press once. To stop, press again.
kit-my-voice-again-d = What you make here stands as you made it. Recording starts when you press, and ends when you press again.
kit-my-voice-again-e = Your picture is yours. Press to talk. Press to stop.
kit-my-voice-again-e-symbol = pencil ear stop

kit-no-my-voice-a = You said: not OK. You can say that. Nothing is recorded. You can just draw.
kit-no-my-voice-b = You said: not OK. You can say that. Then nothing is recorded. You can draw or write, or only talk.
kit-no-my-voice-c = You said: not OK. That is fine to say. Then nothing is recorded. You can draw, type, or just talk.
kit-no-my-voice-d = You said: not OK, so nothing is recorded. Draw, type, or just talk.
kit-no-my-voice-e = You said: not OK. You can say that. Nothing is recorded.
kit-no-my-voice-e-symbol = hand thumb ear

## Fourth stone: stopping.

kit-stopping-a = You can stop. Press the hand. You do not have to say why.
kit-stopping-b = You can stop when you like. Press the hand. You do not have to say why.
kit-stopping-c = You can stop at any time. Press the hand. You do not have to say why.
kit-stopping-d = You can stop at any time by pressing the hand. No reason is needed, and what you made is kept.
kit-stopping-e = You can stop. Press the hand. You need not say why.
kit-stopping-e-symbol = stop hand thumb

kit-stopping-again-a = See the hand? Press it and we stop.
kit-stopping-again-b = The hand is always there. Press it and we stop. You can take a break too.
kit-stopping-again-c = The hand is on every page. Press it and everything stops. You can take a break as well.
kit-stopping-again-d = The hand is on every page. Press it and we stop, or take a break and come back.
kit-stopping-again-e = The hand is always there. Press it to stop.
kit-stopping-again-e-symbol = hand stop

kit-no-stopping-a = You said: not OK. You can say that. { $worker } can tell you in another way.
kit-no-stopping-b = You said: not OK. You can say that. Ask { $worker } about stopping. We can stop now too.
kit-no-stopping-c = You said: not OK. That is fine to say. Ask { $worker } anything about stopping. Now is also a good time to stop.
kit-no-stopping-d = You said: not OK, and that is your answer. Ask { $worker } what you want about stopping, or stop here.
kit-no-stopping-e = You said: not OK. You can say that. You can stop now.
kit-no-stopping-e-symbol = hand thumb stop

## Practice talk about something that is nobody's worry, and the rules of talking.

kit-practice-a = Tell me about something you like doing.
kit-practice-b = Tell me about something you like doing. Tell me all of it, from the start.
kit-practice-c = Tell me about something you like doing, from start to finish.
kit-practice-d = Tell me about something you enjoy, from start to finish. You talk, I listen.
kit-practice-e = Tell me about something you like doing.
kit-practice-e-symbol = thumb

kit-rules-a = Four things to know.
kit-rules-b = Four things to know.
kit-rules-c = Four things before we go on.
kit-rules-d = Four things before we go on.
kit-rules-e = Four things to know.
kit-rules-e-symbol = star

kit-rules-not-there-a = { $worker } was not there. You were. You know.
kit-rules-not-there-b = { $worker } was not there. You know what happens in your life.
kit-rules-not-there-c = { $worker } was not there, so only you know what it is like.
kit-rules-not-there-d = { $worker } was not there. You know your own life best.
kit-rules-not-there-e = { $worker } was not there. You know.
kit-rules-not-there-e-symbol = eye thumb

kit-rules-not-know-a = You can say: I don’t know.
kit-rules-not-know-b = Say “don’t know” if you don’t.
kit-rules-not-know-c = “I don’t know” and “pass” are fine answers.
kit-rules-not-know-d = “I don’t know” is a proper answer. Nobody expects you to guess.
kit-rules-not-know-e = You can say: I don’t know.
kit-rules-not-know-e-symbol = question

kit-rules-put-right-a = If { $worker } gets it wrong, say so.
kit-rules-put-right-b = If { $worker } gets something wrong, say so.
kit-rules-put-right-c = If { $worker } gets it wrong, say so.
kit-rules-put-right-d = Say so if { $worker } has misunderstood.
kit-rules-put-right-e = If { $worker } gets it wrong, say so.
kit-rules-put-right-e-symbol = hand

kit-rules-pass-a = You can leave it out.
kit-rules-pass-b = You can leave anything out.
kit-rules-pass-c = You can leave out whatever you want.
kit-rules-pass-d = You can leave out whatever you want, and come back to it.
kit-rules-pass-e = You can leave it out.
kit-rules-pass-e-symbol = stop

## The houses.

kit-which-house-first-a = Which house first?
kit-which-house-first-b = Which house first?
kit-which-house-first-c = Which house do you want to start with?
kit-which-house-first-d = Where do you want to start?
kit-which-house-first-e = Which house first?
kit-which-house-first-e-symbol = house

kit-which-house-a = Which house now?
kit-which-house-b = Which house now?
kit-which-house-c = Which house now?
kit-which-house-d = Where do you want to go now?
kit-which-house-e = Which house now?
kit-which-house-e-symbol = house

kit-which-one-first-a = Which one first?
kit-which-one-first-b = Which one first?
kit-which-one-first-c = Which one do you want to start with?
kit-which-one-first-d = Where do you want to start?
kit-which-one-first-e = Which one first?
kit-which-one-first-e-symbol = question

kit-which-one-a = Which one now?
kit-which-one-b = Which one now?
kit-which-one-c = Which one now?
kit-which-one-d = Where do you want to go now?
kit-which-one-e = Which one now?
kit-which-one-e-symbol = question

kit-dreams-a = Dreams
kit-dreams-b = Dreams
kit-dreams-c = Dreams
kit-dreams-d = Dreams
kit-dreams-e = What I want
kit-dreams-e-symbol = star

kit-any-house-a = Any one you like. You can come back.
kit-any-house-b = Any one you like. You can come back.
kit-any-house-c = Any one you like. You can come back.
kit-any-house-d = Any one you like. You can come back to it.
kit-any-house-e = Any one you like. You can come back.
kit-any-house-e-symbol = thumb house

kit-another-try-a = You can draw it. You can pick a sticker.
kit-another-try-b = You can draw it, say it or pick a sticker. You can also leave it.
kit-another-try-c = Try it another way: draw, say, type or pick a sticker. Or leave it.
kit-another-try-d = There are other ways: typing, saying, drawing, a photo. Or leave it.
kit-another-try-e = Draw it. Say it. Or leave it.
kit-another-try-e-symbol = pencil ear stop

## Inside the house of good things.

kit-good-house-a = What goes in this house?
kit-good-house-b = What goes in this house?
kit-good-house-c = What is going all right at the moment?
kit-good-house-d = What is working for you right now?
kit-good-house-e = What goes in this house?
kit-good-house-e-symbol = sun

kit-good-figure-a = What goes on the wings?
kit-good-figure-b = What good things go on the wings?
kit-good-figure-c = What goes on the wings, the part for good things?
kit-good-figure-d = What would you put on the wings, the part for what works?
kit-good-figure-e = What goes on the wings?
kit-good-figure-e-symbol = sun

kit-good-room-a = What goes in here?
kit-good-room-b = What goes in here, with the good things?
kit-good-room-c = What goes in this one, for what is going well?
kit-good-room-d = What goes in this one, for what works?
kit-good-room-e = What goes in here?
kit-good-room-e-symbol = sun

kit-good-more-a = Tell me more about that.
kit-good-more-b = Tell me more about that.
kit-good-more-c = Tell me more about that. What else goes in?
kit-good-more-d = Tell me more about that. What else belongs here?
kit-good-more-e = Tell me more about that.
kit-good-more-e-symbol = ear

## Inside the house of worries. Whoever goes in can leave for the good things at any time.

kit-worries-house-a = What goes in this house, if anything?
kit-worries-house-b = What goes in this house, if anything?
kit-worries-house-c = What would you put in this one, if anything?
kit-worries-house-d = What is on your mind that you want people to know about, if anything?
kit-worries-house-e = What goes in this house, if anything?
kit-worries-house-e-symbol = cloud

kit-worries-figure-a = What goes on the clothes, if anything?
kit-worries-figure-b = What worries go on the clothes, if there are any?
kit-worries-figure-c = What goes on the clothes, the part for worries, if anything?
kit-worries-figure-d = What would you put on the clothes, the part for worries, if anything?
kit-worries-figure-e = What goes on the clothes, if anything?
kit-worries-figure-e-symbol = cloud

kit-worries-room-a = What goes in here, if anything?
kit-worries-room-b = What goes in here, with the worries, if anything?
kit-worries-room-c = What goes in this one, for what is not going well, if anything?
kit-worries-room-d = What goes in this one, for what does not work, if anything?
kit-worries-room-e = What goes in here, if anything?
kit-worries-room-e-symbol = cloud

kit-worries-more-a = Tell me about that.
kit-worries-more-b = Tell me about that.
kit-worries-more-c = Tell me about that. Start where you like.
kit-worries-more-d = Tell me about that. Start wherever you like.
kit-worries-more-e = Tell me about that.
kit-worries-more-e-symbol = ear

kit-nothing-said-a = Empty is fine. You can come back.
kit-nothing-said-b = Leaving it empty is an answer too. You can come back if you want.
kit-nothing-said-c = Leaving it empty is an answer too. You can come back to it, or not.
kit-nothing-said-d = Leaving it empty is an answer too. You can come back to it, or not.
kit-nothing-said-e = Empty is fine. You can come back.
kit-nothing-said-e-symbol = thumb house

kit-worries-may-leave-a = You don’t have to say. We can go somewhere else.
kit-worries-may-leave-b = You don’t have to say. You can draw, or sort cards. We can go somewhere else.
kit-worries-may-leave-c = You don’t have to say anything here. There are other ways, and other places to go.
kit-worries-may-leave-d = You don’t have to say anything here. There are other ways to put it, and other places to go.
kit-worries-may-leave-e = You don’t have to say. We can go somewhere else.
kit-worries-may-leave-e-symbol = hand house

kit-worries-open-a = You can put in what you want.
kit-worries-open-b = You can put in what you want. You don’t have to.
kit-worries-open-c = You can put in what you want, and you don’t have to.
kit-worries-open-d = You can add what you want here, and you don’t have to.
kit-worries-open-e = You can put in what you want.
kit-worries-open-e-symbol = pencil

## Inside the house of dreams.

kit-dreams-house-a = What goes in this house?
kit-dreams-house-b = What is a day like in this house?
kit-dreams-house-c = If things were how you want them, what would you notice first?
kit-dreams-house-d = Describe a normal Tuesday when things are how you want them.
kit-dreams-house-e = What do you want?
kit-dreams-house-e-symbol = star

kit-dreams-figure-a = What goes on the wand?
kit-dreams-figure-b = What would you wish for with the wand?
kit-dreams-figure-c = What would the wand change first?
kit-dreams-figure-d = What would you have the wand change?
kit-dreams-figure-e = What goes on the wand?
kit-dreams-figure-e-symbol = star

kit-dreams-room-a = What goes in here, that you want?
kit-dreams-room-b = What goes in here, for a day you would like?
kit-dreams-room-c = What goes in this one, for what you want?
kit-dreams-room-d = What goes in this one, for how you want things to be?
kit-dreams-room-e = What goes in here, that you want?
kit-dreams-room-e-symbol = star

kit-dreams-more-a = Tell me more about that.
kit-dreams-more-b = Tell me more about that. What else goes in?
kit-dreams-more-c = Tell me more about that. What is everyone doing?
kit-dreams-more-d = Tell me more about that. What are you doing more of?
kit-dreams-more-e = Tell me more about that.
kit-dreams-more-e-symbol = ear

kit-dreams-same-a = What stays just as it is?
kit-dreams-same-b = What would you keep just as it is now?
kit-dreams-same-c = What would stay the same?
kit-dreams-same-d = What would you want to stay the same?
kit-dreams-same-e = What stays the same?
kit-dreams-same-e-symbol = thumb

## The safety house: a house of the child's own, where they feel safe.

kit-safety-house-a = Draw your own safe house. What goes in?
kit-safety-house-b = This is a house where you feel safe. What goes in it?
kit-safety-house-c = This is your own safe house. What would be in it?
kit-safety-house-d = Think of a place where you would feel safe. What would be in it?
kit-safety-house-e = Your own safe house. What goes in?
kit-safety-house-e-symbol = house pencil

kit-safety-own-a = Draw a place that is safe. What goes in?
kit-safety-own-b = This is a place where you feel safe. What goes in it?
kit-safety-own-c = This is your own safe place. What would be in it?
kit-safety-own-d = Think of a place where you would feel safe. What would be in it?
kit-safety-own-e = Your own safe place. What goes in?
kit-safety-own-e-symbol = place pencil

kit-safety-who-a = Who comes in? Put them where you want.
kit-safety-who-b = Who is inside? Put everyone where you want them.
kit-safety-who-c = Who goes where? Put people in, by the door or outside.
kit-safety-who-d = Who goes where? Put people in, by the door or outside.
kit-safety-who-e = Who comes in? Put them where you want.
kit-safety-who-e-symbol = people hand

kit-safety-rules-a = What are the rules in this house?
kit-safety-rules-b = What are the rules in this house?
kit-safety-rules-c = What rules would everyone in this house keep to?
kit-safety-rules-d = What rules would everyone there keep to?
kit-safety-rules-e = What are the rules in this house?
kit-safety-rules-e-symbol = question

kit-safety-own-rules-a = What are the rules in this place?
kit-safety-own-rules-b = What are the rules in this place?
kit-safety-own-rules-c = What rules would everyone in this place keep to?
kit-safety-own-rules-d = What rules would everyone there keep to?
kit-safety-own-rules-e = What are the rules in this place?
kit-safety-own-rules-e-symbol = question

## The path, the scale, the cards, the people.

kit-path-where-a = Here is a path. Where are you today?
kit-path-where-b = Where are you on the path today?
kit-path-where-c = Where are you on the path today?
kit-path-where-d = Where are you on the path to that, today?
kit-path-where-e = Where are you on the path today?
kit-path-where-e-symbol = path

kit-path-stones-a = Here is a path. Put a sticker where you are.
kit-path-stones-b = Here is a path with stones. Put the sticker where you are today.
kit-path-stones-c = Here is a path with stones. Put a mark where you are today.
kit-path-stones-d = Here is a path with stones. Mark where you are today.
kit-path-stones-e = Here is a path. Put a sticker where you are.
kit-path-stones-e-symbol = path hand

kit-path-step-a = What is one small step?
kit-path-step-b = What is one small thing that could happen next?
kit-path-step-c = What would be one small step from here?
kit-path-step-d = What needs to happen first?
kit-path-step-e = What is one small step?
kit-path-step-e-symbol = path

kit-path-help-a = Who can help with that step?
kit-path-help-b = Who could help with that step?
kit-path-help-c = Who could help with that step?
kit-path-help-d = Who could help with that?
kit-path-help-e = Who can help with that step?
kit-path-help-e-symbol = people

kit-scale-where-a = Put a mark. How safe is it?
kit-scale-where-b = From 0 to 10, how safe do things feel?
kit-scale-where-c = From 0 to 10, how safe do things feel to you at the moment?
kit-scale-where-d = From 0 to 10, how safe do things feel to you right now?
kit-scale-where-e = Put a mark. How safe does it feel?
kit-scale-where-e-symbol = hand question

kit-scale-makes-a = Tell me about that number.
kit-scale-makes-b = Tell me about that number.
kit-scale-makes-c = What makes it that number?
kit-scale-makes-d = What makes it that number, and not a lower one?
kit-scale-makes-e = Tell me about that number.
kit-scale-makes-e-symbol = ear

kit-sort-cards-a = Where does each card go?
kit-sort-cards-b = Where does each card go? You can leave some out.
kit-sort-cards-c = Where does each card go? Leave out any you want.
kit-sort-cards-d = Put each card where it belongs for you. Leave out any you want.
kit-sort-cards-e = Where does each card go?
kit-sort-cards-e-symbol = hand

kit-who-are-your-people-a = Who are your people?
kit-who-are-your-people-b = Who are your people?
kit-who-are-your-people-c = Who are the people that matter to you?
kit-who-are-your-people-d = Who turns up for you? Put in anyone who matters.
kit-who-are-your-people-e = Who are your people?
kit-who-are-your-people-e-symbol = people

## Looking back.

kit-read-back-a = { $worker } reads your words. Say what to change.
kit-read-back-b = { $worker } reads your words to you. Tell { $worker } what to change.
kit-read-back-c = Here is all of it, read to you word for word. Say what to change.
kit-read-back-d = Here is all of it, word for word. Change whatever is not right.
kit-read-back-e = { $worker } reads your words. Say what to change.
kit-read-back-e-symbol = ear pencil

kit-mark-pages-a = Which page is the most important?
kit-mark-pages-b = Which page is the most important? Give it the star.
kit-mark-pages-c = Which pages matter most? Give them the star, and put them in your order.
kit-mark-pages-d = Mark what matters most, and put the pages in the order you want.
kit-mark-pages-e = Which page is the most important?
kit-mark-pages-e-symbol = star

kit-left-out-a = You can leave a page out.
kit-left-out-b = You can leave a page out. { $worker } tells you what that means.
kit-left-out-c = You can leave a page out. Then it is shown to nobody you said yes to. It stays in your file.
kit-left-out-d = You can leave pages out. Then they are shown to nobody you said yes to. They stay in your record.
kit-left-out-e = You can leave a page out.
kit-left-out-e-symbol = stop

kit-share-pages-a = Who can see this page?
kit-share-pages-b = Look back. Who can see each page?
kit-share-pages-c = Look back. Who can see each page?
kit-share-pages-d = How do you want each page shared?
kit-share-pages-e = Who can see this page?
kit-share-pages-e-symbol = eye

kit-share-limit-a = { $worker } and some helpers see every page.
kit-share-limit-b = { $worker }, { $manager } and some helpers can see every page. They will do their best to keep it how you say. If they can’t, they will tell you.
kit-share-limit-c = { $worker }, { $manager } and some helpers can see every page. They will do their best to keep it how you say. If they can’t, they will tell you.
kit-share-limit-d = { $worker }, { $manager } and some workers can see every page. They will do their best to keep it how you say. If they can’t, they will tell you.
kit-share-limit-e = { $worker } and some helpers see every page. If it must change, they tell you.
kit-share-limit-e-symbol = eye ear

kit-share-later-a = You said: ask me later. What now?
kit-share-later-b = You said “ask me later” about these. What do you say now?
kit-share-later-c = You said “ask me later” about these. What do you say now? If you do not choose, it means no.
kit-share-later-d = You left these for later. What do you say now? If you do not choose, it means no.
kit-share-later-e = You said: ask me later. What now?
kit-share-later-e-symbol = calendar question

## Closing.

kit-anything-else-a = What else goes in?
kit-anything-else-b = What else do you want to put in?
kit-anything-else-c = What else should be in here?
kit-anything-else-d = What is missing? Add what you want.
kit-anything-else-e = What else goes in?
kit-anything-else-e-symbol = house

kit-do-differently-a = What can { $worker } do better next time?
kit-do-differently-b = What can { $worker } do better next time?
kit-do-differently-c = What should { $worker } do differently next time?
kit-do-differently-d = What should { $worker } do differently next time?
kit-do-differently-e = What can { $worker } do better next time?
kit-do-differently-e-symbol = question

kit-something-nice-a = Draw something you like.
kit-something-nice-b = What will you do after this that you like?
kit-something-nice-c = What are you looking forward to today?
kit-something-nice-d = What are you doing after this that you like?
kit-something-nice-e = What will you do after this?
kit-something-nice-e-symbol = sun

kit-thank-you-today-a = Thank you for today.
kit-thank-you-today-b = Thank you for today, { $child }.
kit-thank-you-today-c = Thank you for today, { $child }, and for your time.
kit-thank-you-today-d = Thank you for your time today, { $child }.
kit-thank-you-today-e = Thank you for today.
kit-thank-you-today-e-symbol = thumb

kit-what-next-a = { $worker } will come and tell you what happened.
kit-what-next-b = { $worker } will tell you what was done about what you said.
kit-what-next-c = You will hear what changed because of this, and if nothing did, why.
kit-what-next-d = You will get an answer to what you said, even if the answer is no.
kit-what-next-e = { $worker } will tell you what was done.
kit-what-next-e-symbol = ear

kit-comes-back-a = { $worker } comes back on { $day }.
kit-comes-back-b = { $worker } comes back on { $day }.
kit-comes-back-c = { $worker } comes back on { $day }.
kit-comes-back-d = You hear from { $worker } on { $day }.
kit-comes-back-e = { $worker } comes back on { $day }.
kit-comes-back-e-symbol = calendar

kit-empty-is-fine-a = You did not draw. That is fine.
kit-empty-is-fine-b = You left it empty. That is fine, and it is an answer.
kit-empty-is-fine-c = You left it empty. That is fine, and it is an answer.
kit-empty-is-fine-d = You left it empty. That is an answer, and it is noted as one.
kit-empty-is-fine-e = It is empty. That is fine.
kit-empty-is-fine-e-symbol = house thumb

kit-a-break-a = We have a break. Come back if you want.
kit-a-break-b = We have a break. Come back when you want, or stop.
kit-a-break-c = Time for a break. Come back when you are ready, or stop here.
kit-a-break-d = Take a break. Come back when you are ready, or stop here.
kit-a-break-e = We have a break. Come back, or stop.
kit-a-break-e-symbol = calendar thumb

kit-thank-you-a = Thank you. You do not have to say why.
kit-thank-you-b = Thank you. You do not have to say why. What you made is kept.
kit-thank-you-c = Thank you for your time. You do not have to say why. What you made is kept.
kit-thank-you-d = Thank you for your time. No reason needed. What you made so far is kept.
kit-thank-you-e = Thank you. You need not say why.
kit-thank-you-e-symbol = thumb hand

kit-thank-you-enough-a = Thank you. That is enough for today.
kit-thank-you-enough-b = Thank you. That is enough for today.
kit-thank-you-enough-c = Thank you. That is enough for today.
kit-thank-you-enough-d = Thank you. That is enough for today.
kit-thank-you-enough-e = Thank you. That is enough.
kit-thank-you-enough-e-symbol = thumb hand

kit-thank-you-nothing-a = Thank you. You do not have to say why.
kit-thank-you-nothing-b = Thank you. You do not have to say why.
kit-thank-you-nothing-c = Thank you for your time. You do not have to say why.
kit-thank-you-nothing-d = Thank you for your time. No reason needed.
kit-thank-you-nothing-e = Thank you. You need not say why.
kit-thank-you-nothing-e-symbol = thumb hand

kit-sealed-a = Safe on this tablet. Not sent yet.
kit-sealed-b = Safe on this tablet. Not sent yet.
kit-sealed-c = Safe on this tablet. Not sent yet.
kit-sealed-d = Safe on this tablet. Not sent yet.
kit-sealed-e = Safe on this tablet. Not sent yet.
kit-sealed-e-symbol = lock calendar

kit-sealed-key-a = It is locked. Only { $worker }’s office has the key.
kit-sealed-key-b = It is locked. Only { $worker }’s office has the key. It goes by itself when there is signal.
kit-sealed-key-c = It is locked. Only { $worker }’s office has the key. It goes by itself when there is signal.
kit-sealed-key-d = It is locked. Only { $worker }’s office has the key. It goes by itself when there is signal.
kit-sealed-key-e = It is locked. Only { $worker }’s office has the key.
kit-sealed-key-e-symbol = lock lock

## The page before anything is on it

kit-title = Three houses
kit-without-script = This page needs scripts to draw with. Please switch them on in this browser, or use another one.

## What is pressed

# Always there
kit-stop = Stop
kit-break = Have a break

# Going on
kit-next = Next
kit-again = Tell me again
kit-skip = Skip
kit-go-on = Go on
kit-not-today = Not today
kit-come-back = Come back
kit-enough-today = Enough for today
kit-bye = Bye
kit-not-stop = I want to go on

# Answers
kit-yes-ok = Yes, OK
kit-not-sure = Not sure
kit-no = Not OK
kit-cannot-say = I can’t say

# Which of the four ways of saying it, by its picture, and the one with symbols
kit-choose-acorn = Acorn
kit-choose-shell = Shell
kit-choose-feather = Feather
kit-choose-pen = Pencil
kit-choose-symbols = Symbols

# Places
kit-good = Good things
kit-worries = Worries
kit-safety = Safety house
kit-safety-place = Safe place
kit-you-choose = You choose
kit-path = The path
kit-people = My people
kit-sort = Sort it
kit-scale = How safe
kit-finish = Finish

# In a house
kit-more = Ask me more
kit-another-way = Another way to ask
kit-nothing-here = Nothing in here
kit-thats-all = That’s all
kit-good-instead = Good things
kit-dreams-instead = Dreams

# Looking back
kit-right-as-it-is = It is right
kit-change-it = Change my words
kit-add-to-it = Add something
kit-not-read = Don’t read it out
