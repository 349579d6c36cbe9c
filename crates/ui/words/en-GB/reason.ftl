# Opening a file by saying why.
reason-title = Opening a file
reason-of = Opening the file of { $name }
reason-worker = works with { $name }
reason-plain = You do not work with this child. The file opens for you for 12 hours once you say why.
reason-told = Your reason stands in the file, where { $name } and whoever may see who has looked can read it.
reason-told-nobody = Your reason stands in the file, where whoever may see who has looked can read it.
reason-glass = This file is restricted to a few named people. It opens for you for 60 minutes once you say why.
reason-glass-told = Your reason stands in the file for the lead worker and their manager, and somebody looks at it again within 5 working days.
reason-why = Why do you need it?
reason-hint = In your own words: what has happened, and what you need to know.
reason-open = Open the file
reason-leave = Leave it closed
