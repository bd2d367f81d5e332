-- Macros and canned replies: for their owner, for departments, or for everyone.
create table macros (
  id uuid primary key,
  owner_id uuid references agents (id),
  name text not null,
  description text,
  steps jsonb not null,
  conditions jsonb,
  audience text not null check (audience in ('me', 'departments', 'everyone')),
  department_ids uuid[] not null default '{}',
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
-- A name says one thing: among one's own, and among those that are published.
create unique index macros_own on macros (owner_id, name) where audience = 'me' and archived_at is null;
create unique index macros_published on macros (name) where audience <> 'me' and archived_at is null;

create table canned_replies (
  id uuid primary key,
  owner_id uuid references agents (id),
  name text not null,
  shortcut text,
  shortcut_folded text,
  body text not null,
  -- Its name, shortcut and words, folded: what is looked for in it.
  folded text not null,
  file_ids uuid[] not null default '{}',
  audience text not null check (audience in ('me', 'departments', 'everyone')),
  department_ids uuid[] not null default '{}',
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create unique index canned_replies_own on canned_replies (owner_id, name) where audience = 'me' and archived_at is null;
create unique index canned_replies_published on canned_replies (name) where audience <> 'me' and archived_at is null;
create unique index canned_replies_own_shortcut on canned_replies (owner_id, shortcut_folded)
  where audience = 'me' and archived_at is null;
create unique index canned_replies_published_shortcut on canned_replies (shortcut_folded)
  where audience <> 'me' and archived_at is null;

-- How often a macro or a canned reply is used, by the day.
create table uses (
  of_id uuid not null,
  day date not null,
  times integer not null,
  last_at timestamptz not null,
  primary key (of_id, day)
);

-- Verbs that are done as one (a macro) say so on each of their events.
alter table events add column through jsonb;

-- Several files may hold the same bytes: they go with the last of them.
create index files_storage_key on files (storage_key);
