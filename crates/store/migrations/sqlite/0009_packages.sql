-- Sittings on their way to another system, one row a sitting and way; names nobody.
create table package_out(
  id blob not null primary key,
  root blob not null,
  way text not null,
  queued_at integer not null,
  state text not null,
  next_at integer not null,
  leased_until integer,
  tries integer not null,
  trouble text,
  status integer,
  package blob,
  made_at integer,
  sha256 blob,
  bytes integer,
  replaces blob,
  note blob,
  ready_in text,
  sent_at integer,
  sent_to text,
  receipt text,
  receipt_at integer
) strict, without rowid;
create index package_out_next on package_out(way, state, next_at);
create index package_out_root on package_out(root, way);
create index package_out_note on package_out(note);
create index handed_in_entry on handed_in(entry);
