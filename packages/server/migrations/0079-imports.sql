-- Tickets that come from files.

-- What tells rows of one job apart.
alter table job_rows add column key text;
create index job_rows_key on job_rows (job_id, key, n) where key is not null;

-- By what a row of a file was known, and the ticket that was made of it. `scope` says which columns the key is of.
create table imported (
  scope text not null,
  key text not null,
  ticket_id uuid not null references tickets (id),
  job_id uuid not null,
  n integer not null,
  primary key (scope, key)
);

-- Files that nothing is attached to, and that a job still reads: they are not swept before it is forgotten.
create table kept_files (
  job_id uuid not null references jobs (id) on delete cascade,
  file_id uuid not null references files (id) on delete cascade,
  primary key (job_id, file_id)
);
create index kept_files_file on kept_files (file_id);
