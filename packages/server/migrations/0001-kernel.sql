-- What the engine room keeps: configuration's version, the event log and its readers, timers, idempotency, files, tokens.

create table configuration (
  single boolean primary key default true check (single),
  version bigint not null default 1
);
insert into configuration default values;

-- One row is at once history, audit, timeline, webhook, trigger, report source and queue. Partitioned by month from day one.
create sequence events_seq;
create table events (
  seq bigint not null default nextval('events_seq'),
  at timestamptz not null,
  xid xid8 not null default pg_current_xact_id(),
  type text collate "C" not null,
  topic_id uuid not null,
  subject_id uuid not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text not null,
  verb text not null,
  cause_seq bigint,
  depth integer not null default 0,
  request_id text,
  payload jsonb not null
) partition by range (at);
-- For the followers' windows; for one topic's history; for the newest of all.
create index events_xid on events (xid);
create index events_topic on events (topic_id, seq);
create index events_seq_index on events (seq);
create table events_default partition of events default;

-- Makes the partitions of this and the next two months; called at every start and once a day.
create function make_event_partitions(moment timestamptz) returns void language plpgsql as $$
declare
  month date := date_trunc('month', moment at time zone 'UTC')::date;
  name text;
begin
  for i in 0..2 loop
    name := 'events_' || to_char(month, 'YYYYMM');
    if to_regclass(name) is null
      and not exists (select 1 from events_default where at >= month and at < month + interval '1 month') then
      execute format('create table %I partition of events for values from (%L) to (%L)', name,
        month::timestamp at time zone 'UTC', (month + interval '1 month')::timestamp at time zone 'UTC');
    end if;
    month := (month + interval '1 month')::date;
  end loop;
end $$;

create table followers (
  name text primary key,
  lo xid8 not null,
  hi xid8 not null,
  seq bigint not null,
  leased_by text,
  leased_until timestamptz,
  moved_at timestamptz not null default now()
);

create table parked_events (
  follower text not null references followers (name),
  seq bigint not null,
  topic_id uuid not null,
  tries integer not null,
  error text not null,
  parked_at timestamptz not null default now(),
  primary key (follower, seq)
);

create table timers (
  subject_id uuid not null,
  verb text not null,
  due_at timestamptz not null,
  input jsonb not null,
  tries integer not null default 0,
  primary key (subject_id, verb)
);
create index timers_due on timers (due_at);

create table idempotency (
  actor text not null,
  verb text not null,
  key text not null,
  print text not null,
  result_id uuid not null,
  at timestamptz not null default now(),
  primary key (actor, verb, key)
);
create index idempotency_at on idempotency (at);

create table files (
  id uuid primary key,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  storage_key text not null,
  uploaded_by uuid,
  attached_at timestamptz,
  created_at timestamptz not null
);
create index files_unattached on files (created_at) where attached_at is null;

-- Bound to a purpose, keyed by id, hashed, expiring, revocable.
create table tokens (
  id text primary key,
  purpose text not null,
  subject_id uuid not null,
  secret_hash text not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null
);
create index tokens_subject on tokens (subject_id, purpose);
create index tokens_expires on tokens (expires_at);

-- Rows about the outside that a person can see: mail to customers now, other channels later.
create table deliveries (
  id uuid primary key,
  topic_id uuid not null,
  message_id uuid,
  channel text not null,
  purpose text not null,
  recipient text not null,
  -- queued → sending → sent | queued again | failed (dead letter) | unknown (a crash between the first byte and the answer)
  status text not null check (status in ('queued', 'sending', 'sent', 'failed', 'unknown', 'suppressed')),
  attempts integer not null default 0,
  error text,
  provider_id text,
  request jsonb not null,
  next_at timestamptz,
  sent_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index deliveries_topic on deliveries (topic_id, created_at);
create index deliveries_created on deliveries (created_at desc, id desc);
create index deliveries_open on deliveries (status, created_at) where status <> 'sent' and status <> 'suppressed';
