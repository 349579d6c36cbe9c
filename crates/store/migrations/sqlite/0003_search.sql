-- Searches, kept for thirty days so that no address has their words in it.
create table kept_search(
  id blob not null primary key,
  account blob not null,
  at integer not null,
  words text not null
) strict, without rowid;
create index kept_search_account on kept_search(account, at);
