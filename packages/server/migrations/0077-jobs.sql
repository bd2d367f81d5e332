-- Long work in the background: what is to be done, and what became of each of its rows.

create table jobs (
  id uuid primary key,
  kind text not null,
  -- The verb that every row does, where it is one and the same.
  verb text,
  request jsonb not null,
  -- What is yet to be gathered; null when all rows are known.
  ahead jsonb,
  state text not null check (state in ('gathering', 'waiting', 'running', 'done', 'cancelled', 'failed')),
  by_kind text not null,
  by_id uuid,
  by_name text not null,
  -- Whose it is: the person, or the owner of the key.
  person_id uuid,
  undo_of uuid references jobs (id),
  undoable boolean not null default false,
  total integer not null default 0,
  done integer not null default 0,
  ok integer not null default 0,
  failed integer not null default 0,
  skipped integer not null default 0,
  undone integer not null default 0,
  code text,
  params jsonb,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  version integer not null default 1
);
create index jobs_open on jobs (created_at) where ended_at is null;
create index jobs_created on jobs (created_at desc, id desc);
create index jobs_person on jobs (person_id, created_at desc, id desc);
create index jobs_undo on jobs (undo_of) where undo_of is not null;

create table job_rows (
  job_id uuid not null references jobs (id),
  n integer not null,
  -- What it is done to, or what it has brought about.
  subject_id uuid,
  -- What is this row's own.
  input jsonb,
  state text not null default 'waiting' check (state in ('waiting', 'ok', 'failed', 'skipped', 'undone')),
  code text,
  params jsonb,
  fields jsonb,
  -- What undoing goes back to, and the subject's version when this row had been done.
  before jsonb,
  version integer,
  primary key (job_id, n)
);
create index job_rows_waiting on job_rows (job_id, n) where state = 'waiting';
create index job_rows_wrong on job_rows (job_id, n) where state = 'failed' or state = 'skipped';
