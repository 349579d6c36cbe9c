-- That something important was said is told before anybody has said whose the sitting is.
alter table handed_in add column important text;
