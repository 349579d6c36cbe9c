# My work.
