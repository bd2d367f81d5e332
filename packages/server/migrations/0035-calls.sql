-- A call: told by a phone system, or timed by an agent's own hand. It is the customer's touch of the same id as well.
create table calls (
  id uuid primary key,
  direction text not null check (direction in ('in', 'out')),
  state text not null check (state in ('ringing', 'talking', 'ended', 'missed')),
  source text not null check (source in ('device', 'hand')),
  -- The phone system's own name for it.
  external_id text collate "C",
  -- As it was told; null when the caller hides it.
  number text,
  -- The same in E.164, when it can single anybody out.
  phone text collate "C",
  agent_id uuid references agents (id),
  customer_id uuid references customers (id),
  ticket_id uuid references tickets (id),
  -- The missed call that this one answers.
  answers_id uuid references calls (id),
  outcome text,
  started_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1
);
create unique index calls_external on calls (external_id) where external_id is not null;
create index calls_started on calls (started_at desc, id desc);
create index calls_agent on calls (agent_id, started_at desc, id desc);
create index calls_customer on calls (customer_id, started_at desc) where customer_id is not null;
create index calls_ticket on calls (ticket_id) where ticket_id is not null;
-- What is going on now, and what still waits for somebody: few rows, asked about all day.
create index calls_going_on on calls (agent_id) where state in ('ringing', 'talking');
create index calls_waiting on calls (started_at desc, id desc) where state = 'missed' and outcome is null;
