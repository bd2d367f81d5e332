-- Cards, ladders and extensions of clocks, and what every stretch of a clock was reckoned by.

-- When its yellow card falls and with whom; the ladder of what is done before and after it is due, and how far that is.
alter table clocks
  add column lead_seconds integer,
  add column warns_at timestamptz,
  add column warned_at timestamptz,
  add column warned_department_id uuid,
  add column warned_assignee_id uuid,
  add column ladder jsonb not null default '[]',
  add column rung integer not null default 0,
  add column rung_at timestamptz,
  -- Granted beyond what the policy promises; and what somebody asks for now.
  add column extended_seconds integer not null default 0,
  add column asked jsonb,
  -- Why it stands as it does since `since`.
  add column cause text not null default 'started';

-- Until now a stretch told what had ended it; from now on, why it was so.
update clocks k set cause = s.cause from (
  select distinct on (clock_id) clock_id, cause from clock_segments order by clock_id, to_at desc, id desc
) s where s.clock_id = k.id and k.ended_at is null;
update clock_segments s set cause = e.began from (
  select id, coalesce(lag(cause) over (partition by clock_id order by to_at, id), 'started') as began from clock_segments
) e where e.id = s.id;
alter table clock_segments
  add column worked_seconds integer,
  add column target_seconds integer,
  add column calendar_id uuid,
  add column policy_id uuid;

alter table tickets
  add column warned_at timestamptz,
  add column extension_asked_at timestamptz;

create index tickets_extension on tickets (is_done, due_order, id) where extension_asked_at is not null;

-- What the hours of a calendar were until then: time that has passed is reckoned as it was.
create table calendar_past (
  id uuid primary key,
  calendar_id uuid not null references calendars (id),
  until timestamptz not null,
  hours jsonb not null
);
create index calendar_past_calendar on calendar_past (calendar_id, until);

update sla_policies set targets = (
  select jsonb_agg(target || '{"lead": {"share": 20}, "ladder": []}' order by place)
  from jsonb_array_elements(targets) with ordinality as one (target, place)
);

-- 标准响应 promises a word on how far it is every 24 hours, too (R-121), unless the desk has made it its own already.
update sla_policies set targets = targets || '[{"target": "progress", "calendarId": null,
    "seconds": {"normal": 86400, "urgent": 86400, "critical": 86400}, "pauseIn": [], "lead": {"share": 20}, "ladder": []}]'
where id = '00000000-0000-4000-8000-000000007101' and version = 1;

-- How long before a promise is due people hear of it, its policy says now.
alter table notification_defaults drop column lead_minutes;
