# What is kept of a form while it is written.
draft-kept = Kept at { $time }.
draft-keep = Keep as a draft
draft-not-kept = Not kept yet. Your words are still here; we try again.
draft-not-kept-because = Not kept yet. Your words are still here. { $why }
draft-throw-away = Throw the draft away
draft-thrown-away-is-gone = It cannot be brought back.
draft-throw-away-now = Throw it away
