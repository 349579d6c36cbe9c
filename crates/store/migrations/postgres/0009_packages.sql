-- Sittings on their way to another system, one row a sitting and way; names nobody.
create table package_out(
  id uuid not null primary key,
  root uuid not null,
  way text not null,
  queued_at bigint not null,
  state text not null,
  next_at bigint not null,
  leased_until bigint,
  tries bigint not null,
  trouble text,
  status bigint,
  package uuid,
  made_at bigint,
  sha256 bytea,
  bytes bigint,
  replaces uuid,
  note uuid,
  ready_in text,
  sent_at bigint,
  sent_to text,
  receipt text,
  receipt_at bigint
);
create index package_out_next on package_out(way, state, next_at);
create index package_out_root on package_out(root, way);
create index package_out_note on package_out(note);
create index handed_in_entry on handed_in(entry);
