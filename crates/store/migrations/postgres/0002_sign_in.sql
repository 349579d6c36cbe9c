-- What stands beside the record: credentials, sessions, who looked, drafts.
create table credential(
  account uuid not null primary key,
  password text not null,
  changed_at bigint not null
);

create table one_time(
  digest bytea not null primary key,
  purpose text not null,
  account uuid,
  until bigint not null
);

create table session(
  digest bytea not null primary key,
  account uuid not null,
  began_at bigint not null,
  last_act_at bigint not null
);
create index session_account on session(account);

create table sign_in(
  seq bigint generated always as identity primary key,
  at bigint not null,
  email text not null,
  address text not null,
  outcome text not null
);
create index sign_in_email on sign_in(email, at);
create index sign_in_address on sign_in(address, at);

create table look(
  seq bigint generated always as identity primary key,
  at bigint not null,
  account uuid not null,
  child uuid,
  line text not null,
  writer uuid not null,
  n bigint not null,
  digest bytea not null
);
create index look_child on look(child, at) where child is not null;

create table visit(
  account uuid not null,
  child uuid not null,
  last_look_at bigint not null,
  looked_before_at bigint,
  primary key(account, child)
);

create table draft(
  id uuid not null primary key,
  account uuid not null,
  child uuid not null,
  form text not null,
  saved_at bigint not null,
  body json not null
);
create index draft_account on draft(account, saved_at);
