-- Tablets, whom they take along, and what they hand in before anybody has said whose it is.
create table tablet(
  id blob not null primary key,
  account blob not null,
  name text not null,
  code blob,
  code_until integer,
  token blob,
  made_at integer not null,
  until integer,
  lost_at integer,
  seen_at integer
) strict, without rowid;
create index tablet_account on tablet(account);
create unique index tablet_code on tablet(code) where code is not null;
create unique index tablet_token on tablet(token) where token is not null;

create table taken_along(
  id blob not null primary key,
  tablet blob not null,
  child blob not null,
  taken_at integer not null,
  until integer not null
) strict, without rowid;
create index taken_along_tablet on taken_along(tablet, until);
create index taken_along_child on taken_along(child);

create table chunk(
  digest blob not null primary key,
  tablet blob not null,
  bytes integer not null,
  at integer not null
) strict, without rowid;
create index chunk_tablet on chunk(tablet, at);

create table handed_in(
  session blob not null,
  manifest_digest blob not null,
  tablet blob not null,
  account blob not null,
  arrived_at integer not null,
  manifest text not null,
  bytes integer not null,
  finished integer not null,
  state text not null,
  child blob,
  entry blob,
  why text,
  decided_by blob,
  decided_at integer,
  primary key(session, manifest_digest)
) strict, without rowid;
create index handed_in_account on handed_in(account, state, arrived_at);
create index handed_in_state on handed_in(state, arrived_at);
