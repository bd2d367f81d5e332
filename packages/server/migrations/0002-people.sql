create table departments (
  id uuid primary key,
  name text not null,
  parent_id uuid references departments (id),
  manager_ids uuid[] not null default '{}',
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create unique index departments_name on departments (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name) where archived_at is null;

create table roles (
  id uuid primary key,
  key text unique,
  name text not null,
  grants jsonb not null,
  fields jsonb not null default '{}',
  -- The names that a shipped role was given by the version that last started, so that a newer one adds only what is new.
  shipped text[] not null default '{}',
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create unique index roles_name on roles (name) where archived_at is null;

create table agents (
  id uuid primary key,
  employee_no text not null,
  -- The employee number folded: nobody cares for capitals when signing in.
  login text collate "C" not null unique,
  name text not null,
  email text,
  phone text,
  extension text,
  locale text,
  status text not null default 'active' check (status in ('active', 'disabled')),
  department_ids uuid[] not null default '{}',
  role_ids uuid[] not null default '{}',
  skills text[] not null default '{}',
  capacity integer not null default 8,
  presence text not null default 'offline',
  presence_at timestamptz not null,
  version integer not null default 1,
  created_at timestamptz not null
);

-- Apart from the people, so that no list of people can ever carry a hash.
create table credentials (
  agent_id uuid primary key references agents (id),
  password_hash text not null,
  must_change boolean not null,
  failures integer not null default 0,
  locked_until timestamptz,
  changed_at timestamptz not null
);

create table sessions (
  id uuid primary key,
  agent_id uuid not null references agents (id),
  token_hash text not null unique,
  ip text not null,
  user_agent text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_agent on sessions (agent_id) where ended_at is null;

create table api_keys (
  id uuid primary key,
  name text not null,
  owner_id uuid not null references agents (id),
  token_hash text not null unique,
  hint text not null,
  grants jsonb not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  used_at timestamptz,
  created_at timestamptz not null
);

create table settings (
  single boolean primary key default true check (single),
  desk_name text not null default '',
  timezone text not null default 'Asia/Shanghai',
  number_prefix text not null default 'G',
  auto_close_days numeric not null default 3,
  reopen_days numeric not null default 0,
  acknowledge boolean not null default true,
  form_enabled boolean not null default true,
  default_department_id uuid references departments (id),
  -- How much a ticket in hand weighs against a person's capacity.
  load_weights jsonb not null default '{"normal": 1, "urgent": 1, "critical": 2}',
  -- Printed on the terminal while nobody exists. In plain text, so that every process prints the same one: whoever can
  -- read this table needs no code.
  first_run_code text,
  version integer not null default 1
);
insert into settings default values;
