# Lists of children.
children-lists = Lists
children-own = My own and my team’s
children-waiting = Waiting for a worker
children-all = Every child
children-own-none = You and your team work with no child yet.
children-waiting-none = Nobody waits for a worker.
children-all-none = No child has a file yet.
children-name = Name
children-age = Age
children-worker = Worker
children-team = Team
children-nameless = A child without a name
children-waits = waits for a worker
children-no-worker = nobody now
children-more = Show more
