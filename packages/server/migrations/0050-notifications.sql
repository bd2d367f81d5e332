-- What people are told: one row for one person. Sentences are made when they are read, in the reader's language.
create table notifications (
  id uuid primary key,
  agent_id uuid not null references agents (id),
  kind text collate "C" not null,
  ticket_id uuid,
  -- The event that it tells of; null when nothing happened but time.
  seq bigint,
  params jsonb not null,
  urgent boolean not null default false,
  -- Alike and unread ones of a person are one row that counts: what a bundle is, its key says.
  bundle text collate "C",
  count integer not null default 1,
  -- Whether it stands behind the bell, and pops up.
  listed boolean not null,
  popup boolean not null,
  -- When it was last sent outside, or could have been: one that goes on counting is not sent each time.
  told_at timestamptz not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create unique index notifications_bundle on notifications (agent_id, bundle) where read_at is null and bundle is not null;
create index notifications_person on notifications (agent_id, created_at desc, id desc);
create index notifications_unread on notifications (agent_id, created_at desc, id desc) where read_at is null;
create index notifications_ticket on notifications (ticket_id, kind);
create index notifications_created on notifications (created_at);

-- What is to leave by push or mail, and when: at once, after quiet hours, or with the next digest.
create table notification_outgoing (
  notification_id uuid not null references notifications (id) on delete cascade,
  way text collate "C" not null,
  agent_id uuid not null,
  due_at timestamptz not null,
  primary key (notification_id, way)
);
create index notification_outgoing_due on notification_outgoing (due_at);
create index notification_outgoing_person on notification_outgoing (agent_id, way);

create table notification_preferences (
  agent_id uuid primary key references agents (id),
  -- Only what differs from the desk's: {"pool": {"push": false}}
  choices jsonb not null default '{}',
  quiet_from text,
  quiet_to text,
  zone text,
  digest text not null default 'off' check (digest in ('off', 'hourly', 'daily')),
  digest_at text not null default '09:00',
  sound boolean not null default false,
  updated_at timestamptz not null
);

-- What holds for everybody who has not chosen: one row.
create table notification_defaults (
  single boolean primary key default true check (single),
  choices jsonb not null default '{}',
  lead_minutes integer not null default 10,
  version integer not null default 1
);
insert into notification_defaults default values;

-- Browsers that take messages by Web Push.
create table push_subscriptions (
  id uuid primary key,
  agent_id uuid not null references agents (id),
  endpoint text collate "C" not null unique,
  p256dh text not null,
  auth text not null,
  name text not null,
  created_at timestamptz not null
);
create index push_subscriptions_person on push_subscriptions (agent_id);
