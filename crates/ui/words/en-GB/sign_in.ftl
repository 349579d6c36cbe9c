# Sign-in.
sign-in = Sign in
sign-in-staff = Staff sign in
sign-in-email = Work email
sign-in-password = Password
sign-in-not-known = That address and password do not go together. Try again, or ask whoever looks after accounts.
sign-in-too-many = Too many tries from here. Try again in { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}.
sign-in-away = If you were writing, it is kept. Sign in to go on.
sign-in-out = You have signed out.
sign-in-chosen = Your password is kept. Sign in with it.
sign-in-have-code = I have a code to choose my password
again = Here is what you wrote
again-do = You were signed out while you wrote, so it has not been kept yet. Send it once more.
again-send = Send it
