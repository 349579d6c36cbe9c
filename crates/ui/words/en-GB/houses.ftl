# What a child drew and said over the three houses, and what came of it.
houses-session = Three Houses
houses-page-good = House of Good Things
houses-page-worries = House of Worries
houses-page-dreams = House of Dreams
houses-page-path = The path
houses-page-safety = Safety House
houses-page-sort = Cards sorted
houses-page-scale = A number
houses-important = Something important was said
houses-answer = You said, we did
drawing-lines = { $n ->
    [one] 1 line of crayon.
   *[other] { $n } lines of crayon.
}
drawing-stickers = Stickers: { $which }.
drawing-words = Words: { $words }
