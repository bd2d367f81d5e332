create table calendars (
  id uuid primary key,
  name text not null,
  timezone text not null,
  -- null: round the clock
  week jsonb,
  archived_at timestamptz,
  version integer not null default 1
);

create table request_types (
  id uuid primary key,
  key text not null unique,
  name_zh text not null,
  name_en text not null,
  position integer not null,
  archived_at timestamptz,
  version integer not null default 1
);

create table categories (
  id uuid primary key,
  name text not null,
  parent_id uuid references categories (id),
  department_id uuid references departments (id),
  template_id uuid,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create unique index categories_name on categories (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name) where archived_at is null;

create table mailboxes (
  id uuid primary key,
  name text not null,
  address text collate "C" not null,
  department_id uuid references departments (id),
  is_default boolean not null default false,
  signature text,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create unique index mailboxes_address on mailboxes (address) where archived_at is null;

create table tickets (
  id uuid primary key,
  number text collate "C" not null,
  subject text not null,
  subject_folded text collate "C" not null,
  status text collate "C" not null,
  run_state text collate "C" not null default 'running',
  urgency text collate "C" not null,
  -- 0 is the most urgent, so that every order of the lists runs in one direction and pages by one row comparison.
  urgency_rank smallint not null,
  request_type text,
  channel text not null,
  category_id uuid references categories (id),
  template_id uuid,
  department_id uuid references departments (id),
  assignee_id uuid references agents (id),
  customer_id uuid references customers (id),
  mailbox_id uuid references mailboxes (id),
  creator_kind text not null,
  creator_id uuid,
  tags text[] not null default '{}',
  fields jsonb not null default '{}',
  mention_ids uuid[] not null default '{}',
  result text,
  urge_count integer not null default 0,
  urged_at timestamptz,
  reopen_count integer not null default 0,
  message_count integer not null default 0,
  -- The number of the newest message that the customer can read; `seenSeq` is compared with it.
  public_seq integer not null default 0,
  last_words text not null default '',
  last_from text not null default 'customer',
  last_message_at timestamptz,
  -- Since when the customer waits for an answer; null when nobody waits.
  waiting_since timestamptz,
  submitted_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  acknowledged_at timestamptz,
  first_response_at timestamptz,
  solved_at timestamptz,
  closed_at timestamptz,
  paused_at timestamptz,
  resume_at timestamptz,
  paused_seconds integer not null default 0,
  -- The next running target, for lists; derived from the clocks in the same save.
  due_at timestamptz,
  breached_at timestamptz,
  is_open boolean not null generated always as (status not in ('solved', 'closed', 'merged')) stored,
  due_order timestamptz not null generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored,
  version integer not null default 1
);
create unique index tickets_number on tickets (number);
create index tickets_customer on tickets (customer_id, created_at desc, id desc);
create index tickets_created on tickets (created_at desc, id desc);
-- The lists that people live in: open tickets by urgency, by due time, by department, by person.
create index tickets_open on tickets (is_open, urgency_rank, created_at, id);
create index tickets_due on tickets (is_open, due_order, id);
create index tickets_department on tickets (department_id, is_open, urgency_rank, created_at, id);
create index tickets_assignee on tickets (assignee_id, is_open, created_at, id);
create index tickets_mentions on tickets using gin (mention_ids) where mention_ids <> '{}';

-- Numbering (requirements 0.1): prefix, day in the desk's zone, a daily sequence of at least three digits that simply grows.
-- A sequence, not a counter row: unique and increasing under any concurrency, and intake is never serialised.
create function next_ticket_number(moment timestamptz) returns text language plpgsql as $$
declare
  rule record;
  day text;
  counter text;
  n text;
begin
  select timezone, number_prefix into rule from settings;
  day := to_char(moment at time zone rule.timezone, 'YYYYMMDD');
  counter := 'ticket_numbers_' || day;
  if to_regclass(counter) is null then
    perform pg_advisory_xact_lock(hashtext(counter));
    execute format('create sequence if not exists %I', counter);
  end if;
  n := nextval(counter::regclass)::text;
  return rule.number_prefix || day || lpad(n, greatest(3, length(n)), '0');
end $$;

create function give_ticket_number() returns trigger language plpgsql as $$
begin
  if new.number is null then new.number := next_ticket_number(new.created_at); end if;
  return new;
end $$;
create trigger tickets_number before insert on tickets for each row execute function give_ticket_number();

create table messages (
  id uuid primary key,
  ticket_id uuid not null references tickets (id),
  seq integer not null,
  kind text not null check (kind in ('customer', 'reply', 'note', 'progress')),
  channel text not null,
  author_kind text not null,
  author_id uuid,
  author_name text not null,
  sender text,
  verified boolean not null default true,
  automatic boolean not null default false,
  body text not null,
  html text,
  attachments jsonb not null default '[]',
  mention_ids uuid[] not null default '{}',
  -- The mail's own name in the world, for threading; ours on what we send, theirs on what we got.
  mail_id text collate "C",
  source_id uuid,
  created_at timestamptz not null,
  submitted_at timestamptz,
  unique (ticket_id, seq)
);
create index messages_mail_id on messages (mail_id) where mail_id is not null;

create table touches (
  id uuid primary key,
  customer_id uuid references customers (id),
  ticket_id uuid references tickets (id),
  message_id uuid references messages (id),
  channel text not null,
  direction text not null check (direction in ('in', 'out')),
  sender text,
  recipient text,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index touches_customer on touches (customer_id, started_at desc);
create index touches_ticket on touches (ticket_id);

-- Who had the baton when: one row a change of holder.
create table handovers (
  id uuid primary key,
  ticket_id uuid not null references tickets (id),
  at timestamptz not null,
  verb text not null,
  mode text not null,
  from_department_id uuid,
  from_assignee_id uuid,
  to_department_id uuid,
  to_assignee_id uuid,
  actor_kind text not null,
  actor_id uuid,
  reason text,
  note text
);
create index handovers_ticket on handovers (ticket_id, at);

create table ticket_links (
  ticket_id uuid not null references tickets (id),
  other_id uuid not null references tickets (id),
  kind text not null,
  created_at timestamptz not null,
  primary key (ticket_id, other_id, kind)
);
create index ticket_links_other on ticket_links (other_id);

-- A promise of time on a ticket, a task or a node. Segments are the explanation: when it ran, when not, and why.
create table clocks (
  id uuid primary key,
  ticket_id uuid not null references tickets (id),
  subject_kind text not null default 'ticket',
  subject_id uuid not null,
  target text not null,
  target_seconds integer not null,
  calendar_id uuid,
  state text not null check (state in ('running', 'paused', 'met', 'dropped')),
  started_at timestamptz not null,
  -- Since when the present state lasts; when it ends, the stretch is written as a segment.
  since timestamptz not null,
  due_at timestamptz not null,
  used_seconds integer not null default 0,
  ended_at timestamptz,
  breached_at timestamptz,
  breached_department_id uuid,
  breached_assignee_id uuid
);
create index clocks_ticket on clocks (ticket_id);

create table clock_segments (
  id uuid primary key,
  clock_id uuid not null references clocks (id),
  ticket_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  state text not null,
  cause text not null
);
create index clock_segments_clock on clock_segments (clock_id);

-- Never events: what a person has seen, and unsent words.
create table seen (
  agent_id uuid not null references agents (id),
  ticket_id uuid not null references tickets (id),
  seq integer not null,
  at timestamptz not null,
  primary key (agent_id, ticket_id)
);

create table drafts (
  id uuid not null,
  agent_id uuid not null references agents (id),
  ticket_id uuid not null references tickets (id),
  kind text not null,
  body text not null,
  updated_at timestamptz not null,
  primary key (agent_id, ticket_id, kind)
);

create table views (
  id uuid primary key,
  key text unique,
  owner_id uuid references agents (id),
  section text not null,
  name text not null,
  conditions jsonb not null,
  sorting jsonb not null,
  position integer not null default 0,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
