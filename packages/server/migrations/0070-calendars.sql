-- Working calendars: a week, the public holidays if kept, and days of their own.
alter table calendars
  add column holidays boolean not null default true,
  add column days jsonb not null default '[]',
  add column created_at timestamptz not null default now();
create unique index calendars_name on calendars (name) where archived_at is null;

-- What the desk itself has said of a year; of other years Baton knows what it was shipped with.
create table public_holidays (
  year integer primary key,
  days jsonb not null
);

-- Shipped: a service desk's usual week. It may be changed like any other.
insert into calendars (id, name, timezone, week)
select '00000000-0000-4000-8000-000000007001', '工作时间', 'Asia/Shanghai',
  jsonb_build_array(w, w, w, w, w, '[]'::jsonb, '[]'::jsonb)
from (select '[{"from": "09:00", "to": "12:00"}, {"from": "13:00", "to": "18:00"}]'::jsonb as w) workday;
