-- Links by which somebody in the family sees what a child agreed to; the hash of each, never the
-- link. And what was tried and is no link.
create table shared_link(
  shared uuid not null primary key,
  digest bytea not null,
  sitting uuid not null,
  child uuid not null,
  person uuid not null,
  account uuid not null,
  made_at bigint not null,
  until bigint not null,
  ended_at bigint,
  ended_by uuid,
  opened_at bigint,
  openings bigint not null
);
create unique index shared_link_digest on shared_link(digest);

create table link_try(
  seq bigint generated always as identity primary key,
  at bigint not null,
  address text not null
);
create index link_try_address on link_try(address, at);
create index link_try_at on link_try(at);
