# Board.
