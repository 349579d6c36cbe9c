-- Searches, kept for thirty days so that no address has their words in it.
create table kept_search(
  id uuid not null primary key,
  account uuid not null,
  at bigint not null,
  words text not null
);
create index kept_search_account on kept_search(account, at);
