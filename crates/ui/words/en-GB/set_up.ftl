# The first administrator, and choosing a password.
set-up = The first administrator
set-up-do = Somebody looks after accounts, teams and who is on call. They see no child’s file. Everybody else is added by them.
set-up-token = Token
set-up-token-hint = Whoever runs Kith here gets it from the console: kith account first-administrator
set-up-name = Your full name
set-up-job = What you do
set-up-go = Begin
choose = Choose your password
choose-do = Whoever looks after accounts has given you a code. It works once, for three days.
choose-code = Code
choose-code-hint = Twenty letters and digits. Capitals, spaces and dashes do not matter.
choose-password = New password
choose-password-hint = At least 12 characters. Three or four words you will remember do well; you may paste it.
choose-go = Keep it
