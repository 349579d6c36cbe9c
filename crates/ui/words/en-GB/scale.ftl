# Scales from 0 to 10.
scale-range = { $low } to { $high }
scale-was = was { $range }
scale-range-was = { $range }, was { $was }
scale-one-rater = { $value }, { $who } only
scale-not-asked = { $name }, not asked yet
scale-not-asked-these = not asked yet
scale-not-asked-more = and { $others } more, not asked yet
scale-cannot-say = cannot say
scale-table = { $title } Numbers from 0 to 10, by those who gave them
scale-table-who = Who
scale-table-missing = not asked
scale-nobody = Who should give the first number?
scale-nobody-yet = not asked yet
