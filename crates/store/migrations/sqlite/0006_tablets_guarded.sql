-- A tablet has a token that hands in and another that fetches; what it hands in stays with the teams
-- its worker was in that day, says what of it could not be opened, and who took it up again.
alter table tablet add column packs_token blob;
create unique index tablet_packs_token on tablet(packs_token) where packs_token is not null;

alter table handed_in add column unopened integer not null default 0;
alter table handed_in add column taken_up_by blob;
alter table handed_in add column taken_up_at integer;
create table handed_in_team(
  session blob not null,
  manifest_digest blob not null,
  team blob not null,
  primary key(session, manifest_digest, team)
) strict, without rowid;
create index handed_in_team_team on handed_in_team(team);
