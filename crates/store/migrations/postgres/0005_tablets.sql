-- Tablets, whom they take along, and what they hand in before anybody has said whose it is.
create table tablet(
  id uuid not null primary key,
  account uuid not null,
  name text not null,
  code bytea,
  code_until bigint,
  token bytea,
  made_at bigint not null,
  until bigint,
  lost_at bigint,
  seen_at bigint
);
create index tablet_account on tablet(account);
create unique index tablet_code on tablet(code) where code is not null;
create unique index tablet_token on tablet(token) where token is not null;

create table taken_along(
  id uuid not null primary key,
  tablet uuid not null,
  child uuid not null,
  taken_at bigint not null,
  until bigint not null
);
create index taken_along_tablet on taken_along(tablet, until);
create index taken_along_child on taken_along(child);

create table chunk(
  digest bytea not null primary key,
  tablet uuid not null,
  bytes bigint not null,
  at bigint not null
);
create index chunk_tablet on chunk(tablet, at);

create table handed_in(
  session uuid not null,
  manifest_digest bytea not null,
  tablet uuid not null,
  account uuid not null,
  arrived_at bigint not null,
  manifest text not null,
  bytes bigint not null,
  finished boolean not null,
  state text not null,
  child uuid,
  entry uuid,
  why text,
  decided_by uuid,
  decided_at bigint,
  primary key(session, manifest_digest)
);
create index handed_in_account on handed_in(account, state, arrived_at);
create index handed_in_state on handed_in(state, arrived_at);
