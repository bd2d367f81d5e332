-- How often the ticket has been resolved: each resolution begins a cycle, and the customer is asked once in each.
alter table tickets add resolve_count integer not null default 0;
-- The customer's newest rating, 1 to 5.
alter table tickets add satisfaction smallint;
update tickets set resolve_count = 1 where status in ('solved', 'follow_up', 'closed') and run_state = 'running';
create index tickets_rated on tickets (created_at desc, id desc, satisfaction) where satisfaction is not null;

create table surveys (
  id uuid primary key,
  ticket_id uuid not null references tickets (id),
  cycle integer not null,
  -- null: it was not sent, and `reason` says why
  channel text,
  reason text,
  sent_at timestamptz not null,
  score smallint check (score between 1 and 5),
  comment text,
  answered_at timestamptz,
  unique (ticket_id, cycle)
);

insert into views (id, key, section, name, conditions, sorting, position, created_at) values
  ('00000000-0000-4000-8000-000000000214', 'public.unhappy', 'public', '评价不满意', '{"all": [{"field": "satisfaction", "op": "atMost", "value": 2}]}', '[{"field": "createdAt", "direction": "desc"}]', 11, now());
