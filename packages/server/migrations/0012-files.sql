-- A file is used by one ticket at most: the key decides between two that attach it at once.
create table attachments (
  file_id uuid primary key references files (id),
  ticket_id uuid not null references tickets (id),
  attached_at timestamptz not null
);
create index attachments_ticket on attachments (ticket_id);

-- Uploaded and not attached yet. Always a short list, so that the sweep is cheap beside any number of files.
create table uploads (
  file_id uuid primary key references files (id) on delete cascade,
  created_at timestamptz not null
);
create index uploads_created on uploads (created_at);

alter table files drop column attached_at;
