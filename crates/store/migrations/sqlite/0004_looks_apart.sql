-- Looks and searches are in a file of their own, and were brought over before this runs.
drop table main.look;
drop table main.visit;
drop table main.kept_search;
