create table portal_settings (
  single boolean primary key default true check (single),
  survey_moment text not null default 'solved' check (survey_moment in ('solved', 'closed', 'off')),
  bad_score smallint not null default 2,
  survey_days integer not null default 30,
  follow_enabled boolean not null default true,
  link_days integer not null default 90,
  version integer not null default 1
);
insert into portal_settings default values;

-- Codes by which customers follow a ticket: short-lived, for one use, a few tries each.
create table portal_codes (
  id uuid primary key,
  ticket_id uuid not null references tickets (id),
  hash text not null,
  tries integer not null default 0,
  used_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index portal_codes_ticket on portal_codes (ticket_id, created_at);
create index portal_codes_expires on portal_codes (expires_at);
