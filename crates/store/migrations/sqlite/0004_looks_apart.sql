-- Looks are in a file of their own, and were brought over before this runs.
drop table main.look;
drop table main.visit;
