-- The journal and what stands beside it. Views are made by the program, not here.
create table store(
  key text not null primary key,
  value text not null
) strict, without rowid;

create table entry(
  seq integer primary key,
  id blob not null unique,
  root blob not null,
  authority integer not null,
  kind text not null,
  recorded_at integer not null,
  replaces blob,
  head text not null,
  digest blob not null
) strict;
create unique index entry_replaces on entry(replaces) where replaces is not null;
create index entry_root on entry(root) where replaces is not null;

create table payload(
  seq integer primary key,
  salt blob not null,
  body text not null
) strict;

create table seal(
  n integer primary key,
  sealed_at integer not null,
  before blob not null,
  root blob not null,
  upto integer not null,
  looks_upto integer not null
) strict;

create table seal_tip(
  seal integer not null,
  writer blob not null,
  n integer not null,
  digest blob not null,
  primary key(seal, writer)
) strict, without rowid;

create table view_version(
  name text not null primary key,
  version integer not null
) strict, without rowid;

create table import_stage(
  batch blob not null,
  place integer not null,
  la_child_id text not null,
  body text not null,
  primary key(batch, place)
) strict, without rowid;
