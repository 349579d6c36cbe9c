-- What stands beside the record: credentials, sessions, who looked, drafts.
create table credential(
  account blob not null primary key,
  password text not null,
  changed_at integer not null
) strict, without rowid;

create table one_time(
  digest blob not null primary key,
  purpose text not null,
  account blob,
  until integer not null
) strict, without rowid;

create table session(
  digest blob not null primary key,
  account blob not null,
  began_at integer not null,
  last_act_at integer not null
) strict, without rowid;
create index session_account on session(account);

create table sign_in(
  seq integer primary key,
  at integer not null,
  email text not null,
  address text not null,
  outcome text not null
) strict;
create index sign_in_email on sign_in(email, at);
create index sign_in_address on sign_in(address, at);

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

create table draft(
  id blob not null primary key,
  account blob not null,
  child blob not null,
  form text not null,
  saved_at integer not null,
  body text not null
) strict, without rowid;
create index draft_account on draft(account, saved_at);
