-- The journal and what stands beside it. Views are made by the program, not here.
create table store(
  key text not null primary key,
  value text not null
);

create table entry(
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  root uuid not null,
  authority integer not null,
  kind text not null,
  recorded_at bigint not null,
  replaces uuid,
  head text not null,
  digest bytea not null
);
create unique index entry_replaces on entry(replaces) where replaces is not null;
create index entry_root on entry(root) where replaces is not null;

create table payload(
  seq bigint primary key,
  salt bytea not null,
  body json not null
);

create table seal(
  n bigint primary key,
  sealed_at bigint not null,
  before bytea not null,
  root bytea not null,
  upto bigint not null,
  looks_upto bigint not null
);

create table seal_tip(
  seal bigint not null,
  writer uuid not null,
  n bigint not null,
  digest bytea not null,
  primary key(seal, writer)
);

create table view_version(
  name text not null primary key,
  version integer not null
);

create table import_stage(
  batch uuid not null,
  place bigint not null,
  la_child_id text not null,
  body json not null,
  primary key(batch, place)
);
