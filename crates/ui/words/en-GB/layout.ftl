# What stands around every page, and small words that any page uses.
product = Kith
skip = Go to the page itself
menu = Menu
menu-my-work = My work
menu-children = Children
menu-import = File a census
menu-accounts = Accounts
search = Search
search-all = Search children, people, words
sign-out = Sign out
who-can-see = Who can see
child-title = { $name }, { $page }
dividers = Pages about this child
divider-front-page = Front page
divider-map = Map
divider-plan = Plan
divider-family = Family
divider-story = Story
divider-own = Child’s own
divider-steps = Steps
other-pages = { $n ->
    [one] 1 other page
   *[other] { $n } other pages
}
sub-links = More pages here
sub-board = Board
sub-scales = Scales
sub-reviews = Reviews
sub-everything = Everything
sub-decisions = Decisions
sub-files = Files
quoted = “{ $words }”
names-joined = { $first } and { $last }
new-since = New since { $day }
new-first-look = New to you
