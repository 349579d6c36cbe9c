# What parents read before a child is asked: plain enough for somebody of eleven.
#
# Places: { $child } and { $worker } are first names.
kit-p-what-title = What is this?
kit-p-what = It is a way for { $child } to show what is going on, in words or pictures. There are three houses. One is for good things, one for worries, one for dreams. It is not a test. There are no right or wrong answers.
kit-p-why-title = Why do you want to do it?
kit-p-why = Some choices are being made about your family. { $child } has a right to be heard first. You do too, and { $worker } will ask you the same three things if you like.
kit-p-how-title = How does it work?
kit-p-how = { $worker } sits with { $child } in a quiet place. { $child } picks a house and draws, writes or talks. { $worker } asks open questions and puts no words in { $child }’s mouth. { $child } can stop at any time and need not say why.
kit-p-who-sees-title = Who sees it?
kit-p-who-sees = { $worker } and the manager see it. Some people who work with your family can see it too. { $child } is asked which pages you may see, and it may not be all of them. That is hard, but it helps { $child } to speak.
kit-p-must-tell-title = What must be passed on?
kit-p-must-tell = If { $child } says that someone is being hurt, or might be, { $worker } has to act. { $child } knows this from the start.
kit-p-kept-title = What is kept?
kit-p-kept = The pages are kept in { $child }’s file, just as { $child } made them. Nobody puts the words right. { $child } can ask to read the file, now or later. You can ask what the file says about you.
kit-p-may-say-no-title = May I say no?
kit-p-may-say-no = Yes. You may say no, or ask for time to think. { $child } may say no as well. If we are very worried, a manager may decide to talk to { $child } all the same. Then you are told why, as soon as it is safe to do so.
kit-p-blank-title = May I see it first?
kit-p-blank = Yes. { $worker } can show you the houses, empty. You can fill in your own first.
kit-p-after-title = What happens after?
kit-p-after = { $worker } tells { $child } what was done about it. If { $child } says yes, and it is safe, { $worker } brings you the pages. Please do not ask { $child } what was said. Just be glad that { $child } talked.
