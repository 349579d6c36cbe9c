# Ages and hours.
age-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
age-weeks = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
age-months = { $n ->
    [one] 1 month
   *[other] { $n } months
}
age-about = about { $age }
age-due = due { $day }
age-short-days = { $n }d
age-short-weeks = { $n }w
age-short-months = { $n }m
clock-morning = { $time } am
clock-later = { $time } pm
