# What the child's screens say beside the tree's own lines (those are in kit.ftl): what is pressed, what a
# thing is called, the words of state. A line a child is told has five levels; what is pressed has one.

## Everywhere
kit-hear-it = Hear it
kit-what-next = What next
kit-back = Back
kit-close = Close
kit-done = Done
kit-this-one = This one
kit-state-tablet = On this tablet
kit-state-sending = Sending
kit-state-record = In the record
kit-not-kept = That is not kept yet.
kit-w-not-kept-why = The tablet could not write it. It is held and tried again. You can take a sealed file off this tablet: only the office can open it.
kit-w-tablet-full = The tablet is nearly full. Nothing is lost yet. Take a sealed file off it, or make room.
kit-w-try-again = Try again
kit-w-emergency-file = Take a sealed file
kit-w-side-of = { $name }’s side
kit-w-my-manager = the manager
