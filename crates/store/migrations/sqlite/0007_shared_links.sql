-- Links by which somebody in the family sees what a child agreed to; the hash of each, never the
-- link. And what was tried and is no link.
create table shared_link(
  shared blob not null primary key,
  digest blob not null,
  sitting blob not null,
  child blob not null,
  person blob not null,
  account blob not null,
  made_at integer not null,
  until integer not null,
  ended_at integer,
  ended_by blob,
  opened_at integer,
  openings integer not null
) strict, without rowid;
create unique index shared_link_digest on shared_link(digest);

create table link_try(
  seq integer primary key,
  at integer not null,
  address text not null
) strict;
create index link_try_address on link_try(address, at);
create index link_try_at on link_try(at);
