-- What was said of a sitting stays, however often somebody says something else: that it is set aside
-- and why, that it is taken up again, that it is filed.
create table handed_in_said(
  session blob not null,
  manifest_digest blob not null,
  nth integer not null,
  state text not null,
  why text,
  said_by blob not null,
  said_at integer not null,
  primary key(session, manifest_digest, nth)
) strict, without rowid;
insert into handed_in_said(session, manifest_digest, nth, state, why, said_by, said_at)
select session, manifest_digest,
  row_number() over (partition by session, manifest_digest order by said_at, state desc),
  state, why, said_by, said_at
from (
  select session, manifest_digest, case when state = 'filed' then 'filed' else 'set_aside' end as state,
    why, decided_by as said_by, decided_at as said_at
  from handed_in where decided_by is not null and decided_at is not null
  union all
  select session, manifest_digest, 'waiting', null, taken_up_by, taken_up_at
  from handed_in where taken_up_by is not null and taken_up_at is not null
) before;
alter table handed_in drop column why;
alter table handed_in drop column decided_by;
alter table handed_in drop column decided_at;
alter table handed_in drop column taken_up_by;
alter table handed_in drop column taken_up_at;
