-- Policies: which promises a ticket is given. The first enabled one, by position, whose condition holds.
create table sla_policies (
  id uuid primary key,
  name text not null,
  conditions jsonb,
  targets jsonb not null,
  enabled boolean not null,
  position integer not null,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create unique index sla_policies_name on sla_policies (name) where archived_at is null;

-- Shipped: response by urgency, round the clock (R-138), and, to be switched on, tighter targets (R-139).
insert into sla_policies (id, name, targets, enabled, position, created_at) values
  ('00000000-0000-4000-8000-000000007101', '标准响应',
   '[{"target": "response", "calendarId": null, "seconds": {"normal": 86400, "urgent": 14400, "critical": 7200}, "pauseIn": []}]',
   true, 1, now()),
  ('00000000-0000-4000-8000-000000007102', '两小时处理',
   '[{"target": "response", "calendarId": null, "seconds": {"normal": null, "urgent": 1800, "critical": 1800}, "pauseIn": []},
     {"target": "resolution", "calendarId": null, "seconds": {"normal": 7200, "urgent": 7200, "critical": 7200}, "pauseIn": ["pending_customer"]}]',
   false, 2, now());

-- A clock knows its promise: which policy made it, and which round of the ticket it is about.
alter table clocks
  add column policy_id uuid,
  add column round text not null default '';
