-- Who looked and what they searched for, in a file of its own.
create table look(
  seq integer primary key,
  at integer not null,
  account blob not null,
  child blob,
  line text not null,
  writer blob not null,
  n integer not null,
  digest blob not null
) strict;
create index look_child on look(child, at) where child is not null;

create table visit(
  account blob not null,
  child blob not null,
  last_look_at integer not null,
  looked_before_at integer,
  primary key(account, child)
) strict, without rowid;

create table kept_search(
  id blob not null primary key,
  account blob not null,
  at integer not null,
  words text not null
) strict, without rowid;
create index kept_search_account on kept_search(account, at);
