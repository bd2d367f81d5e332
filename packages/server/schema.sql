-- The schema as the migrations leave it. Made by `npm run generate`; changes go into `migrations/`.

create sequence customer_numbers;
create sequence events_seq;
create sequence figure_dimensions_id_seq;

CREATE OR REPLACE FUNCTION public.give_ticket_number()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.number is null then new.number := next_ticket_number(new.created_at); end if;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.make_event_partitions(moment timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.name_pairs(folded text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select array_to_tsvector(array(
    select distinct substr(folded, n, 2) from generate_series(1, length(folded)) n))
$function$
;
CREATE OR REPLACE FUNCTION public.next_ticket_number(moment timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

create table acknowledgements (
  address text collate "C" not null,
  at timestamp with time zone not null,
  ticket_id uuid not null
);

create table agents (
  id uuid not null,
  employee_no text not null,
  login text collate "C" not null,
  name text not null,
  email text,
  phone text,
  extension text,
  locale text,
  status text not null default 'active'::text,
  department_ids uuid[] not null default '{}'::uuid[],
  role_ids uuid[] not null default '{}'::uuid[],
  skills text[] not null default '{}'::text[],
  capacity integer not null default 8,
  presence text not null default 'offline'::text,
  presence_at timestamp with time zone not null,
  version integer not null default 1,
  created_at timestamp with time zone not null
);

create table api_keys (
  id uuid not null,
  name text not null,
  owner_id uuid not null,
  token_hash text not null,
  hint text not null,
  grants jsonb not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  used_at timestamp with time zone,
  created_at timestamp with time zone not null
);

create table attachments (
  file_id uuid not null,
  ticket_id uuid,
  attached_at timestamp with time zone not null,
  customer_id uuid,
  company_id uuid
);

create table calendar_past (
  id uuid not null,
  calendar_id uuid not null,
  until timestamp with time zone not null,
  hours jsonb not null
);

create table calendars (
  id uuid not null,
  name text not null,
  timezone text not null,
  week jsonb,
  archived_at timestamp with time zone,
  version integer not null default 1,
  holidays boolean not null default true,
  days jsonb not null default '[]'::jsonb,
  created_at timestamp with time zone not null default now()
);

create table calls (
  id uuid not null,
  direction text not null,
  state text not null,
  source text not null,
  external_id text collate "C",
  number text,
  phone text collate "C",
  agent_id uuid,
  customer_id uuid,
  ticket_id uuid,
  answers_id uuid,
  outcome text,
  started_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null default 1
);

create table canned_replies (
  id uuid not null,
  owner_id uuid,
  name text not null,
  shortcut text,
  shortcut_folded text,
  body text not null,
  folded text not null,
  file_ids uuid[] not null default '{}'::uuid[],
  audience text not null,
  department_ids uuid[] not null default '{}'::uuid[],
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null
);

create table categories (
  id uuid not null,
  name text not null,
  parent_id uuid,
  department_id uuid,
  template_id uuid,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  skills text[] not null default '{}'::text[]
);

create table claimed_points (
  customer_id uuid not null,
  kind text not null,
  value text collate "C" not null,
  claimed_at timestamp with time zone not null
);

create table clock_checks (
  night date not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  done_at timestamp with time zone,
  checked integer not null default 0,
  wrong_count integer not null default 0,
  wrong jsonb not null default '[]'::jsonb
);

create table clock_segments (
  id uuid not null,
  clock_id uuid not null,
  ticket_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  state text not null,
  cause text not null,
  worked_seconds integer,
  target_seconds integer,
  calendar_id uuid,
  policy_id uuid
);

create table clocks (
  id uuid not null,
  ticket_id uuid not null,
  subject_kind text not null default 'ticket'::text,
  subject_id uuid not null,
  target text not null,
  target_seconds integer not null,
  calendar_id uuid,
  state text not null,
  started_at timestamp with time zone not null,
  since timestamp with time zone not null,
  due_at timestamp with time zone not null,
  used_seconds integer not null default 0,
  ended_at timestamp with time zone,
  breached_at timestamp with time zone,
  breached_department_id uuid,
  breached_assignee_id uuid,
  policy_id uuid,
  round text not null default ''::text,
  lead_seconds integer,
  warns_at timestamp with time zone,
  warned_at timestamp with time zone,
  warned_department_id uuid,
  warned_assignee_id uuid,
  ladder jsonb not null default '[]'::jsonb,
  rung integer not null default 0,
  rung_at timestamp with time zone,
  extended_seconds integer not null default 0,
  asked jsonb,
  cause text not null default 'started'::text
);

create table companies (
  id uuid not null,
  name text not null,
  name_folded text collate "C" not null,
  created_at timestamp with time zone not null,
  name_words tsvector not null generated always as (name_pairs(name_folded)) stored,
  fields jsonb not null default '{}'::jsonb,
  fields_folded jsonb default '{}'::jsonb,
  version integer not null default 1,
  updated_at timestamp with time zone not null
);

create table configuration (
  single boolean not null default true,
  version bigint not null default 1
);

create table contact_points (
  kind text not null,
  value text collate "C" not null,
  customer_id uuid not null,
  "position" integer not null default 0
);

create table credentials (
  agent_id uuid not null,
  password_hash text not null,
  must_change boolean not null,
  failures integer not null default 0,
  locked_until timestamp with time zone,
  changed_at timestamp with time zone not null
);

create table customers (
  id uuid not null,
  number text not null default ('C'::text || lpad((nextval('customer_numbers'::regclass))::text, 6, '0'::text)),
  name text not null,
  name_folded text collate "C" not null,
  salutation text,
  company_id uuid,
  level text,
  note text,
  partial_phones text[] not null default '{}'::text[],
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  name_words tsvector not null generated always as (name_pairs(name_folded)) stored,
  fields jsonb not null default '{}'::jsonb,
  fields_folded jsonb default '{}'::jsonb
);

create table deliveries (
  id uuid not null,
  topic_id uuid not null,
  message_id uuid,
  channel text not null,
  purpose text not null,
  recipient text not null,
  status text not null,
  attempts integer not null default 0,
  error text,
  provider_id text,
  request jsonb not null,
  next_at timestamp with time zone,
  sent_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  target_id uuid,
  delivered_at timestamp with time zone
);

create table departments (
  id uuid not null,
  name text not null,
  parent_id uuid,
  manager_ids uuid[] not null default '{}'::uuid[],
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  dispatch text not null default 'auto'::text
);

create table drafts (
  id uuid not null,
  agent_id uuid not null,
  ticket_id uuid not null,
  kind text not null,
  body text not null,
  updated_at timestamp with time zone not null
);

create table events (
  seq bigint not null default nextval('events_seq'::regclass),
  at timestamp with time zone not null,
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
  payload jsonb not null,
  through jsonb
) partition by RANGE (at);

create table events_default partition of events DEFAULT;

create table facts (
  ticket_id uuid not null,
  seq bigint not null,
  kind text collate "C" not null,
  at timestamp with time zone not null,
  day date not null,
  dimension_id integer not null,
  customer_id uuid,
  value integer,
  word text collate "C",
  nth smallint not null
);

create table field_values (
  field_id uuid not null,
  value text not null,
  record_id uuid not null
);

create table fields (
  id uuid not null,
  owner text not null,
  key text not null,
  name text not null,
  name_en text,
  help text,
  spec jsonb not null,
  usual jsonb,
  is_unique boolean not null default false,
  indexed boolean not null default false,
  "position" integer not null,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  reported boolean not null default false
);

create table figure_dimensions (
  id integer not null,
  key uuid not null,
  department_id uuid,
  assignee_id uuid,
  channel text collate "C" not null,
  category_id uuid,
  category_ids uuid[] not null,
  request_type text collate "C",
  urgency text collate "C" not null,
  policy_id uuid,
  fields jsonb not null default '{}'::jsonb
);

create table figure_lives (
  ticket_id uuid not null,
  dimension_id integer not null,
  customer_id uuid,
  open_since date,
  seq bigint not null,
  memory jsonb not null
);

create table figure_marks (
  kept_from bigint not null
);

create table figure_stretches (
  ticket_id uuid not null,
  from_day date not null,
  to_day date not null,
  dimension_id integer not null,
  customer_id uuid
);

create table files (
  id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 text not null,
  storage_key text not null,
  uploaded_by uuid,
  created_at timestamp with time zone not null
);

create table followers (
  name text not null,
  lo xid8 not null,
  hi xid8 not null,
  seq bigint not null,
  leased_by text,
  leased_until timestamp with time zone,
  moved_at timestamp with time zone not null default now()
);

create table handovers (
  id uuid not null,
  ticket_id uuid not null,
  at timestamp with time zone not null,
  verb text not null,
  mode text not null,
  from_department_id uuid,
  from_assignee_id uuid,
  to_department_id uuid,
  to_assignee_id uuid,
  actor_kind text not null,
  actor_id uuid,
  reason text,
  note text,
  decision jsonb
);

create table idempotency (
  actor text not null,
  verb text not null,
  key text not null,
  print text not null,
  result_id uuid not null,
  at timestamp with time zone not null default now()
);

create table imported (
  scope text not null,
  key text not null,
  ticket_id uuid,
  job_id uuid not null,
  n integer not null,
  customer_id uuid
);

create table job_rows (
  job_id uuid not null,
  n integer not null,
  subject_id uuid,
  input jsonb,
  state text not null default 'waiting'::text,
  code text,
  params jsonb,
  fields jsonb,
  before jsonb,
  version integer,
  key text
);

create table jobs (
  id uuid not null,
  kind text not null,
  verb text,
  request jsonb not null,
  ahead jsonb,
  state text not null,
  by_kind text not null,
  by_id uuid,
  by_name text not null,
  person_id uuid,
  undo_of uuid,
  undoable boolean not null default false,
  total integer not null default 0,
  done integer not null default 0,
  ok integer not null default 0,
  failed integer not null default 0,
  skipped integer not null default 0,
  undone integer not null default 0,
  code text,
  params jsonb,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  version integer not null default 1
);

create table kept_files (
  job_id uuid not null,
  file_id uuid not null
);

create table macros (
  id uuid not null,
  owner_id uuid,
  name text not null,
  description text,
  steps jsonb not null,
  conditions jsonb,
  audience text not null,
  department_ids uuid[] not null default '{}'::uuid[],
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null
);

create table mailboxes (
  id uuid not null,
  name text not null,
  address text collate "C" not null,
  department_id uuid,
  is_default boolean not null default false,
  signature text,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null
);

create table mails (
  id uuid not null,
  mailbox_id uuid,
  envelope_from text not null,
  envelope_to text[] not null,
  header_from text,
  subject text,
  mail_id text collate "C",
  storage_key text not null,
  size bigint not null,
  sha256 text not null,
  outcome text not null default 'pending'::text,
  wanted boolean not null default false,
  ticket_id uuid,
  message_id uuid,
  delivery_id uuid,
  tries integer not null default 0,
  error text,
  received_at timestamp with time zone not null,
  settled_at timestamp with time zone
);

create table messages (
  id uuid not null,
  ticket_id uuid not null,
  seq integer not null,
  kind text not null,
  channel text not null,
  author_kind text not null,
  author_id uuid,
  author_name text not null,
  sender text,
  verified boolean not null default true,
  automatic boolean not null default false,
  body text not null,
  html text,
  attachments jsonb not null default '[]'::jsonb,
  mention_ids uuid[] not null default '{}'::uuid[],
  mail_id text collate "C",
  source_id uuid,
  created_at timestamp with time zone not null,
  submitted_at timestamp with time zone
);

create table migrations (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now()
);

create table notification_defaults (
  single boolean not null default true,
  choices jsonb not null default '{}'::jsonb,
  version integer not null default 1
);

create table notification_outgoing (
  notification_id uuid not null,
  way text collate "C" not null,
  agent_id uuid not null,
  due_at timestamp with time zone not null
);

create table notification_preferences (
  agent_id uuid not null,
  choices jsonb not null default '{}'::jsonb,
  quiet_from text,
  quiet_to text,
  zone text,
  digest text not null default 'off'::text,
  digest_at text not null default '09:00'::text,
  sound boolean not null default false,
  updated_at timestamp with time zone not null
);

create table notifications (
  id uuid not null,
  agent_id uuid not null,
  kind text collate "C" not null,
  ticket_id uuid,
  seq bigint,
  params jsonb not null,
  urgent boolean not null default false,
  bundle text collate "C",
  count integer not null default 1,
  listed boolean not null,
  popup boolean not null,
  told_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone
);

create table paces (
  key text not null,
  recent jsonb not null,
  resting_until timestamp with time zone
);

create table parked_events (
  follower text not null,
  seq bigint not null,
  topic_id uuid not null,
  tries integer not null,
  error text not null,
  parked_at timestamp with time zone not null default now()
);

create table portal_codes (
  id uuid not null,
  ticket_id uuid not null,
  hash text not null,
  tries integer not null default 0,
  used_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null
);

create table portal_settings (
  single boolean not null default true,
  survey_moment text not null default 'solved'::text,
  bad_score smallint not null default 2,
  survey_days integer not null default 30,
  follow_enabled boolean not null default true,
  link_days integer not null default 90,
  version integer not null default 1
);

create table processes (
  id uuid not null,
  role text not null,
  version text not null,
  host text not null,
  pid integer not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null
);

create table public_holidays (
  year integer not null,
  days jsonb not null
);

create table push_subscriptions (
  id uuid not null,
  agent_id uuid not null,
  endpoint text collate "C" not null,
  p256dh text not null,
  auth text not null,
  name text not null,
  created_at timestamp with time zone not null
);

create table replays (
  follower text not null,
  at timestamp with time zone not null
);

create table request_types (
  id uuid not null,
  key text not null,
  name_zh text not null,
  name_en text not null,
  "position" integer not null,
  archived_at timestamp with time zone,
  version integer not null default 1
);

create table robots (
  id uuid not null,
  kind text not null,
  name text not null,
  settings jsonb not null,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  says text[] not null default '{}'::text[],
  department_ids uuid[] not null default '{}'::uuid[]
);

create table roles (
  id uuid not null,
  key text,
  name text not null,
  grants jsonb not null,
  fields jsonb not null default '{}'::jsonb,
  shipped text[] not null default '{}'::text[],
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null
);

create table secret_keys (
  id text not null,
  proof text not null,
  created_at timestamp with time zone not null
);

create table secrets (
  owner_id uuid not null,
  name text not null,
  key_id text not null,
  sealed text not null,
  hint text not null,
  updated_at timestamp with time zone not null
);

create table seen (
  agent_id uuid not null,
  ticket_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null
);

create table sessions (
  id uuid not null,
  agent_id uuid not null,
  token_hash text not null,
  ip text not null,
  user_agent text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table settings (
  single boolean not null default true,
  desk_name text not null default ''::text,
  timezone text not null default 'Asia/Shanghai'::text,
  number_prefix text not null default 'G'::text,
  auto_close_days numeric not null default 3,
  reopen_days numeric not null default 0,
  acknowledge boolean not null default true,
  form_enabled boolean not null default true,
  default_department_id uuid,
  load_weights jsonb not null default '{"normal": 1, "urgent": 1, "critical": 2}'::jsonb,
  first_run_code text,
  version integer not null default 1
);

create table signing_keys (
  purpose text not null,
  key text not null,
  created_at timestamp with time zone not null default now()
);

create table sla_policies (
  id uuid not null,
  name text not null,
  conditions jsonb,
  targets jsonb not null,
  enabled boolean not null,
  "position" integer not null,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null
);

create table sms_accounts (
  id uuid not null,
  provider text not null,
  name text not null,
  is_default boolean not null,
  settings jsonb not null,
  templates jsonb not null,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null
);

create table sms_received (
  id uuid not null,
  account_id uuid not null,
  key text not null,
  phone text not null,
  body text not null,
  is_score boolean not null,
  ticket_id uuid,
  sent_at timestamp with time zone,
  received_at timestamp with time zone not null
);

create table surveys (
  id uuid not null,
  ticket_id uuid not null,
  cycle integer not null,
  channel text,
  reason text,
  sent_at timestamp with time zone not null,
  score smallint,
  comment text,
  answered_at timestamp with time zone
);

create table template_forms (
  template_id uuid not null,
  form_version integer not null,
  form jsonb not null,
  created_at timestamp with time zone not null
);

create table templates (
  id uuid not null,
  owner text not null,
  name text not null,
  name_en text,
  description text,
  form jsonb not null,
  form_version integer not null default 1,
  opens jsonb not null default '{}'::jsonb,
  sla_policy_id uuid,
  survey text not null default 'desk'::text,
  department_ids uuid[] not null default '{}'::uuid[],
  on_portal boolean not null default false,
  is_default boolean not null default false,
  "position" integer not null,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null
);

create table ticket_links (
  ticket_id uuid not null,
  other_id uuid not null,
  kind text not null,
  created_at timestamp with time zone not null
);

create table ticket_words (
  ticket_id uuid not null,
  created_at timestamp with time zone not null,
  version integer not null,
  slice integer not null,
  long boolean not null default false,
  words tsvector not null,
  texts text[] not null
);

create table tickets (
  id uuid not null,
  number text collate "C" not null,
  subject text not null,
  subject_folded text collate "C" not null,
  status text collate "C" not null,
  run_state text collate "C" not null default 'running'::text,
  urgency text collate "C" not null,
  urgency_rank smallint not null,
  request_type text,
  channel text not null,
  category_id uuid,
  template_id uuid,
  department_id uuid,
  assignee_id uuid,
  customer_id uuid,
  mailbox_id uuid,
  creator_kind text not null,
  creator_id uuid,
  tags text[] not null default '{}'::text[],
  fields jsonb not null default '{}'::jsonb,
  mention_ids uuid[] not null default '{}'::uuid[],
  result text,
  urge_count integer not null default 0,
  urged_at timestamp with time zone,
  reopen_count integer not null default 0,
  message_count integer not null default 0,
  public_seq integer not null default 0,
  last_words text not null default ''::text,
  last_from text not null default 'customer'::text,
  last_message_at timestamp with time zone,
  waiting_since timestamp with time zone,
  submitted_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  first_response_at timestamp with time zone,
  solved_at timestamp with time zone,
  closed_at timestamp with time zone,
  paused_at timestamp with time zone,
  resume_at timestamp with time zone,
  paused_seconds integer not null default 0,
  due_at timestamp with time zone,
  breached_at timestamp with time zone,
  due_order timestamp with time zone not null generated always as (COALESCE(due_at, 'infinity'::timestamp with time zone)) stored,
  version integer not null default 1,
  is_done boolean not null generated always as ((status = ANY (ARRAY['solved'::text, 'closed'::text, 'merged'::text]))) stored,
  undispatched_at timestamp with time zone,
  resolve_count integer not null default 0,
  satisfaction smallint,
  warned_at timestamp with time zone,
  extension_asked_at timestamp with time zone,
  fields_folded jsonb default '{}'::jsonb,
  template_version integer,
  appointment_at timestamp with time zone
);

create table timers (
  subject_id uuid not null,
  verb text not null,
  due_at timestamp with time zone not null,
  input jsonb not null,
  tries integer not null default 0
);

create table tokens (
  id text not null,
  purpose text not null,
  subject_id uuid not null,
  secret_hash text not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null
);

create table touches (
  id uuid not null,
  customer_id uuid,
  ticket_id uuid,
  message_id uuid,
  channel text not null,
  direction text not null,
  sender text,
  recipient text,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

create table uploads (
  file_id uuid not null,
  created_at timestamp with time zone not null
);

create table uses (
  of_id uuid not null,
  day date not null,
  times integer not null,
  last_at timestamp with time zone not null
);

create table views (
  id uuid not null,
  key text,
  owner_id uuid,
  section text not null,
  name text not null,
  conditions jsonb not null,
  sorting jsonb not null,
  "position" integer not null default 0,
  archived_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  text text,
  columns text[] not null default '{}'::text[],
  group_by text,
  layout text not null default 'list'::text,
  audience text not null default 'me'::text,
  department_ids uuid[] not null default '{}'::uuid[]
);

create table word_slices (
  slice integer not null,
  from_at timestamp with time zone not null,
  size integer not null
);

create table words_wanted (
  id uuid not null,
  customer_id uuid,
  before_at timestamp with time zone not null,
  before_id uuid not null
);

alter table agents add constraint agents_login_key UNIQUE (login);
alter table agents add constraint agents_pkey PRIMARY KEY (id);
alter table agents add constraint agents_status_check CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text])));
alter table api_keys add constraint api_keys_pkey PRIMARY KEY (id);
alter table api_keys add constraint api_keys_token_hash_key UNIQUE (token_hash);
alter table attachments add constraint attachments_check CHECK ((num_nonnulls(ticket_id, customer_id, company_id) = 1));
alter table attachments add constraint attachments_pkey PRIMARY KEY (file_id);
alter table calendar_past add constraint calendar_past_pkey PRIMARY KEY (id);
alter table calendars add constraint calendars_pkey PRIMARY KEY (id);
alter table calls add constraint calls_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table calls add constraint calls_pkey PRIMARY KEY (id);
alter table calls add constraint calls_source_check CHECK ((source = ANY (ARRAY['device'::text, 'hand'::text])));
alter table calls add constraint calls_state_check CHECK ((state = ANY (ARRAY['ringing'::text, 'talking'::text, 'ended'::text, 'missed'::text])));
alter table canned_replies add constraint canned_replies_audience_check CHECK ((audience = ANY (ARRAY['me'::text, 'departments'::text, 'everyone'::text])));
alter table canned_replies add constraint canned_replies_pkey PRIMARY KEY (id);
alter table categories add constraint categories_pkey PRIMARY KEY (id);
alter table claimed_points add constraint claimed_points_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text])));
alter table claimed_points add constraint claimed_points_pkey PRIMARY KEY (customer_id, kind, value);
alter table clock_checks add constraint clock_checks_pkey PRIMARY KEY (night);
alter table clock_segments add constraint clock_segments_pkey PRIMARY KEY (id);
alter table clocks add constraint clocks_pkey PRIMARY KEY (id);
alter table clocks add constraint clocks_state_check CHECK ((state = ANY (ARRAY['running'::text, 'paused'::text, 'met'::text, 'dropped'::text])));
alter table companies add constraint companies_name_folded_key UNIQUE (name_folded);
alter table companies add constraint companies_pkey PRIMARY KEY (id);
alter table configuration add constraint configuration_pkey PRIMARY KEY (single);
alter table configuration add constraint configuration_single_check CHECK (single);
alter table contact_points add constraint contact_points_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'phone'::text, 'external'::text])));
alter table contact_points add constraint contact_points_pkey PRIMARY KEY (kind, value);
alter table credentials add constraint credentials_pkey PRIMARY KEY (agent_id);
alter table customers add constraint customers_number_key UNIQUE (number);
alter table customers add constraint customers_pkey PRIMARY KEY (id);
alter table deliveries add constraint deliveries_pkey PRIMARY KEY (id);
alter table deliveries add constraint deliveries_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unknown'::text, 'suppressed'::text])));
alter table departments add constraint departments_dispatch_check CHECK ((dispatch = ANY (ARRAY['auto'::text, 'claim'::text])));
alter table departments add constraint departments_pkey PRIMARY KEY (id);
alter table drafts add constraint drafts_pkey PRIMARY KEY (agent_id, ticket_id, kind);
alter table facts add constraint facts_pkey PRIMARY KEY (ticket_id, seq, kind);
alter table field_values add constraint field_values_pkey PRIMARY KEY (field_id, value);
alter table fields add constraint fields_owner_check CHECK ((owner = ANY (ARRAY['ticket'::text, 'customer'::text, 'company'::text])));
alter table fields add constraint fields_owner_key_key UNIQUE (owner, key);
alter table fields add constraint fields_pkey PRIMARY KEY (id);
alter table figure_dimensions add constraint figure_dimensions_key_key UNIQUE (key);
alter table figure_dimensions add constraint figure_dimensions_pkey PRIMARY KEY (id);
alter table figure_lives add constraint figure_lives_pkey PRIMARY KEY (ticket_id);
alter table figure_stretches add constraint figure_stretches_check CHECK ((from_day < to_day));
alter table figure_stretches add constraint figure_stretches_pkey PRIMARY KEY (ticket_id, from_day);
alter table files add constraint files_pkey PRIMARY KEY (id);
alter table followers add constraint followers_pkey PRIMARY KEY (name);
alter table handovers add constraint handovers_pkey PRIMARY KEY (id);
alter table idempotency add constraint idempotency_pkey PRIMARY KEY (actor, verb, key);
alter table imported add constraint imported_one CHECK ((num_nonnulls(ticket_id, customer_id) = 1));
alter table imported add constraint imported_pkey PRIMARY KEY (scope, key);
alter table job_rows add constraint job_rows_pkey PRIMARY KEY (job_id, n);
alter table job_rows add constraint job_rows_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'ok'::text, 'failed'::text, 'skipped'::text, 'undone'::text])));
alter table jobs add constraint jobs_pkey PRIMARY KEY (id);
alter table jobs add constraint jobs_state_check CHECK ((state = ANY (ARRAY['gathering'::text, 'waiting'::text, 'running'::text, 'done'::text, 'cancelled'::text, 'failed'::text])));
alter table kept_files add constraint kept_files_pkey PRIMARY KEY (job_id, file_id);
alter table macros add constraint macros_audience_check CHECK ((audience = ANY (ARRAY['me'::text, 'departments'::text, 'everyone'::text])));
alter table macros add constraint macros_pkey PRIMARY KEY (id);
alter table mailboxes add constraint mailboxes_default EXCLUDE USING btree (is_default WITH =) WHERE ((is_default AND (archived_at IS NULL))) DEFERRABLE INITIALLY DEFERRED;
alter table mailboxes add constraint mailboxes_pkey PRIMARY KEY (id);
alter table mails add constraint mails_outcome_check CHECK ((outcome = ANY (ARRAY['pending'::text, 'opened'::text, 'appended'::text, 'bounce'::text, 'automatic'::text, 'loop'::text, 'duplicate'::text, 'quarantined'::text])));
alter table mails add constraint mails_pkey PRIMARY KEY (id);
alter table messages add constraint messages_kind_check CHECK ((kind = ANY (ARRAY['customer'::text, 'reply'::text, 'note'::text, 'progress'::text])));
alter table messages add constraint messages_pkey PRIMARY KEY (id);
alter table messages add constraint messages_ticket_id_seq_key UNIQUE (ticket_id, seq);
alter table migrations add constraint migrations_pkey PRIMARY KEY (name);
alter table notification_defaults add constraint notification_defaults_pkey PRIMARY KEY (single);
alter table notification_defaults add constraint notification_defaults_single_check CHECK (single);
alter table notification_outgoing add constraint notification_outgoing_pkey PRIMARY KEY (notification_id, way);
alter table notification_preferences add constraint notification_preferences_digest_check CHECK ((digest = ANY (ARRAY['off'::text, 'hourly'::text, 'daily'::text])));
alter table notification_preferences add constraint notification_preferences_pkey PRIMARY KEY (agent_id);
alter table notifications add constraint notifications_pkey PRIMARY KEY (id);
alter table paces add constraint paces_pkey PRIMARY KEY (key);
alter table parked_events add constraint parked_events_pkey PRIMARY KEY (follower, seq);
alter table portal_codes add constraint portal_codes_pkey PRIMARY KEY (id);
alter table portal_settings add constraint portal_settings_pkey PRIMARY KEY (single);
alter table portal_settings add constraint portal_settings_single_check CHECK (single);
alter table portal_settings add constraint portal_settings_survey_moment_check CHECK ((survey_moment = ANY (ARRAY['solved'::text, 'closed'::text, 'off'::text])));
alter table processes add constraint processes_pkey PRIMARY KEY (id);
alter table public_holidays add constraint public_holidays_pkey PRIMARY KEY (year);
alter table push_subscriptions add constraint push_subscriptions_endpoint_key UNIQUE (endpoint);
alter table push_subscriptions add constraint push_subscriptions_pkey PRIMARY KEY (id);
alter table replays add constraint replays_pkey PRIMARY KEY (follower);
alter table request_types add constraint request_types_key_key UNIQUE (key);
alter table request_types add constraint request_types_pkey PRIMARY KEY (id);
alter table robots add constraint robots_kind_check CHECK ((kind = ANY (ARRAY['wecom'::text, 'dingtalk'::text, 'feishu'::text])));
alter table robots add constraint robots_pkey PRIMARY KEY (id);
alter table roles add constraint roles_key_key UNIQUE (key);
alter table roles add constraint roles_pkey PRIMARY KEY (id);
alter table secret_keys add constraint secret_keys_pkey PRIMARY KEY (id);
alter table secrets add constraint secrets_pkey PRIMARY KEY (owner_id, name);
alter table seen add constraint seen_pkey PRIMARY KEY (agent_id, ticket_id);
alter table sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table sessions add constraint sessions_token_hash_key UNIQUE (token_hash);
alter table settings add constraint settings_pkey PRIMARY KEY (single);
alter table settings add constraint settings_single_check CHECK (single);
alter table signing_keys add constraint signing_keys_pkey PRIMARY KEY (purpose);
alter table sla_policies add constraint sla_policies_pkey PRIMARY KEY (id);
alter table sms_accounts add constraint sms_accounts_default EXCLUDE USING btree (is_default WITH =) WHERE ((is_default AND (archived_at IS NULL))) DEFERRABLE INITIALLY DEFERRED;
alter table sms_accounts add constraint sms_accounts_pkey PRIMARY KEY (id);
alter table sms_accounts add constraint sms_accounts_provider_check CHECK ((provider = ANY (ARRAY['aliyun'::text, 'tencent'::text, 'gateway'::text])));
alter table sms_received add constraint sms_received_account_id_key_key UNIQUE (account_id, key);
alter table sms_received add constraint sms_received_pkey PRIMARY KEY (id);
alter table surveys add constraint surveys_pkey PRIMARY KEY (id);
alter table surveys add constraint surveys_score_check CHECK (((score >= 1) AND (score <= 5)));
alter table surveys add constraint surveys_ticket_id_cycle_key UNIQUE (ticket_id, cycle);
alter table template_forms add constraint template_forms_pkey PRIMARY KEY (template_id, form_version);
alter table templates add constraint templates_owner_check CHECK ((owner = ANY (ARRAY['ticket'::text, 'customer'::text, 'company'::text])));
alter table templates add constraint templates_pkey PRIMARY KEY (id);
alter table templates add constraint templates_survey_check CHECK ((survey = ANY (ARRAY['desk'::text, 'never'::text])));
alter table ticket_links add constraint ticket_links_pkey PRIMARY KEY (ticket_id, other_id, kind);
alter table ticket_words add constraint ticket_words_pkey PRIMARY KEY (ticket_id);
alter table tickets add constraint tickets_pkey PRIMARY KEY (id);
alter table timers add constraint timers_pkey PRIMARY KEY (subject_id, verb);
alter table tokens add constraint tokens_pkey PRIMARY KEY (id);
alter table touches add constraint touches_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text])));
alter table touches add constraint touches_pkey PRIMARY KEY (id);
alter table uploads add constraint uploads_pkey PRIMARY KEY (file_id);
alter table uses add constraint uses_pkey PRIMARY KEY (of_id, day);
alter table views add constraint views_audience_check CHECK ((audience = ANY (ARRAY['me'::text, 'departments'::text, 'everyone'::text])));
alter table views add constraint views_key_key UNIQUE (key);
alter table views add constraint views_layout_check CHECK ((layout = ANY (ARRAY['list'::text, 'table'::text, 'board'::text])));
alter table views add constraint views_pkey PRIMARY KEY (id);
alter table word_slices add constraint word_slices_from_at_key UNIQUE (from_at);
alter table word_slices add constraint word_slices_pkey PRIMARY KEY (slice);
alter table words_wanted add constraint words_wanted_pkey PRIMARY KEY (id);
alter table api_keys add constraint api_keys_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES agents(id);
alter table attachments add constraint attachments_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table attachments add constraint attachments_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id);
alter table attachments add constraint attachments_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id);
alter table attachments add constraint attachments_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table calendar_past add constraint calendar_past_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendars(id);
alter table calls add constraint calls_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id);
alter table calls add constraint calls_answers_id_fkey FOREIGN KEY (answers_id) REFERENCES calls(id);
alter table calls add constraint calls_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id);
alter table calls add constraint calls_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table canned_replies add constraint canned_replies_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES agents(id);
alter table categories add constraint categories_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id);
alter table categories add constraint categories_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES categories(id);
alter table claimed_points add constraint claimed_points_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id);
alter table clock_segments add constraint clock_segments_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clocks(id);
alter table clocks add constraint clocks_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table contact_points add constraint contact_points_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id);
alter table credentials add constraint credentials_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id);
alter table customers add constraint customers_company_id_fkey FOREIGN KEY (company_id) REFERENCES companies(id);
alter table departments add constraint departments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES departments(id);
alter table drafts add constraint drafts_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id);
alter table drafts add constraint drafts_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table facts add constraint facts_dimension_id_fkey FOREIGN KEY (dimension_id) REFERENCES figure_dimensions(id);
alter table field_values add constraint field_values_field_id_fkey FOREIGN KEY (field_id) REFERENCES fields(id);
alter table figure_lives add constraint figure_lives_dimension_id_fkey FOREIGN KEY (dimension_id) REFERENCES figure_dimensions(id);
alter table figure_stretches add constraint figure_stretches_dimension_id_fkey FOREIGN KEY (dimension_id) REFERENCES figure_dimensions(id);
alter table handovers add constraint handovers_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table imported add constraint imported_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id);
alter table imported add constraint imported_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table job_rows add constraint job_rows_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs(id);
alter table jobs add constraint jobs_undo_of_fkey FOREIGN KEY (undo_of) REFERENCES jobs(id);
alter table kept_files add constraint kept_files_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;
alter table kept_files add constraint kept_files_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs(id) ON DELETE CASCADE;
alter table macros add constraint macros_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES agents(id);
alter table mailboxes add constraint mailboxes_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id);
alter table mails add constraint mails_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES deliveries(id);
alter table mails add constraint mails_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes(id);
alter table mails add constraint mails_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id);
alter table mails add constraint mails_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table messages add constraint messages_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table notification_outgoing add constraint notification_outgoing_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES notifications(id) ON DELETE CASCADE;
alter table notification_preferences add constraint notification_preferences_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id);
alter table notifications add constraint notifications_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id);
alter table parked_events add constraint parked_events_follower_fkey FOREIGN KEY (follower) REFERENCES followers(name);
alter table portal_codes add constraint portal_codes_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table push_subscriptions add constraint push_subscriptions_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id);
alter table replays add constraint replays_follower_fkey FOREIGN KEY (follower) REFERENCES followers(name);
alter table secrets add constraint secrets_key_id_fkey FOREIGN KEY (key_id) REFERENCES secret_keys(id);
alter table seen add constraint seen_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id);
alter table seen add constraint seen_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table sessions add constraint sessions_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES agents(id);
alter table settings add constraint settings_default_department_id_fkey FOREIGN KEY (default_department_id) REFERENCES departments(id);
alter table sms_received add constraint sms_received_account_id_fkey FOREIGN KEY (account_id) REFERENCES sms_accounts(id);
alter table surveys add constraint surveys_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table template_forms add constraint template_forms_template_id_fkey FOREIGN KEY (template_id) REFERENCES templates(id);
alter table templates add constraint templates_sla_policy_id_fkey FOREIGN KEY (sla_policy_id) REFERENCES sla_policies(id);
alter table ticket_links add constraint ticket_links_other_id_fkey FOREIGN KEY (other_id) REFERENCES tickets(id);
alter table ticket_links add constraint ticket_links_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table tickets add constraint tickets_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES agents(id);
alter table tickets add constraint tickets_category_id_fkey FOREIGN KEY (category_id) REFERENCES categories(id);
alter table tickets add constraint tickets_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id);
alter table tickets add constraint tickets_department_id_fkey FOREIGN KEY (department_id) REFERENCES departments(id);
alter table tickets add constraint tickets_mailbox_id_fkey FOREIGN KEY (mailbox_id) REFERENCES mailboxes(id);
alter table touches add constraint touches_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES customers(id);
alter table touches add constraint touches_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id);
alter table touches add constraint touches_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id);
alter table uploads add constraint uploads_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;
alter table views add constraint views_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES agents(id);

CREATE INDEX acknowledgements_address ON public.acknowledgements USING btree (address, at);
CREATE INDEX attachments_company ON public.attachments USING btree (company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX attachments_customer ON public.attachments USING btree (customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX attachments_ticket ON public.attachments USING btree (ticket_id);
CREATE INDEX calendar_past_calendar ON public.calendar_past USING btree (calendar_id, until);
CREATE UNIQUE INDEX calendars_name ON public.calendars USING btree (name) WHERE (archived_at IS NULL);
CREATE INDEX calls_agent ON public.calls USING btree (agent_id, started_at DESC, id DESC);
CREATE INDEX calls_customer ON public.calls USING btree (customer_id, started_at DESC) WHERE (customer_id IS NOT NULL);
CREATE UNIQUE INDEX calls_external ON public.calls USING btree (external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX calls_going_on ON public.calls USING btree (agent_id) WHERE (state = ANY (ARRAY['ringing'::text, 'talking'::text]));
CREATE INDEX calls_started ON public.calls USING btree (started_at DESC, id DESC);
CREATE INDEX calls_ticket ON public.calls USING btree (ticket_id) WHERE (ticket_id IS NOT NULL);
CREATE INDEX calls_waiting ON public.calls USING btree (started_at DESC, id DESC) WHERE ((state = 'missed'::text) AND (outcome IS NULL));
CREATE UNIQUE INDEX canned_replies_own ON public.canned_replies USING btree (owner_id, name) WHERE ((audience = 'me'::text) AND (archived_at IS NULL));
CREATE UNIQUE INDEX canned_replies_own_shortcut ON public.canned_replies USING btree (owner_id, shortcut_folded) WHERE ((audience = 'me'::text) AND (archived_at IS NULL));
CREATE UNIQUE INDEX canned_replies_published ON public.canned_replies USING btree (name) WHERE ((audience <> 'me'::text) AND (archived_at IS NULL));
CREATE UNIQUE INDEX canned_replies_published_shortcut ON public.canned_replies USING btree (shortcut_folded) WHERE ((audience <> 'me'::text) AND (archived_at IS NULL));
CREATE UNIQUE INDEX categories_name ON public.categories USING btree (COALESCE(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), name) WHERE (archived_at IS NULL);
CREATE INDEX clock_segments_clock ON public.clock_segments USING btree (clock_id);
CREATE INDEX clocks_ticket ON public.clocks USING btree (ticket_id);
CREATE INDEX companies_words ON public.companies USING gin (name_words);
CREATE INDEX contact_points_customer ON public.contact_points USING btree (customer_id);
CREATE INDEX customers_company ON public.customers USING btree (company_id) WHERE (company_id IS NOT NULL);
CREATE INDEX customers_created ON public.customers USING btree (created_at DESC, id DESC);
CREATE INDEX customers_name ON public.customers USING btree (name_folded);
CREATE INDEX customers_words ON public.customers USING gin (name_words);
CREATE INDEX deliveries_created ON public.deliveries USING btree (created_at DESC, id DESC);
CREATE INDEX deliveries_open ON public.deliveries USING btree (status, created_at) WHERE ((status <> 'sent'::text) AND (status <> 'suppressed'::text));
CREATE INDEX deliveries_provider ON public.deliveries USING btree (provider_id) WHERE ((channel = 'sms'::text) AND (provider_id IS NOT NULL));
CREATE INDEX deliveries_target ON public.deliveries USING btree (target_id, created_at DESC) WHERE (target_id IS NOT NULL);
CREATE INDEX deliveries_texts ON public.deliveries USING btree (recipient, created_at DESC) WHERE (channel = 'sms'::text);
CREATE INDEX deliveries_topic ON public.deliveries USING btree (topic_id, created_at);
CREATE UNIQUE INDEX departments_name ON public.departments USING btree (COALESCE(parent_id, '00000000-0000-0000-0000-000000000000'::uuid), name) WHERE (archived_at IS NULL);
CREATE INDEX events_seq_index ON ONLY public.events USING btree (seq);
CREATE INDEX events_topic ON ONLY public.events USING btree (topic_id, seq);
CREATE INDEX events_xid ON ONLY public.events USING btree (xid);
CREATE INDEX facts_customer ON public.facts USING btree (customer_id, day) WHERE (customer_id IS NOT NULL);
CREATE INDEX facts_day ON public.facts USING btree (kind, day) INCLUDE (dimension_id, value, word, nth);
CREATE INDEX field_values_record ON public.field_values USING btree (record_id);
CREATE UNIQUE INDEX fields_name ON public.fields USING btree (owner, name) WHERE (archived_at IS NULL);
CREATE INDEX figure_lives_open ON public.figure_lives USING btree (open_since) INCLUDE (dimension_id) WHERE (open_since IS NOT NULL);
CREATE INDEX figure_stretches_day ON public.figure_stretches USING btree (to_day, from_day) INCLUDE (dimension_id);
CREATE INDEX files_storage_key ON public.files USING btree (storage_key);
CREATE INDEX handovers_person ON public.handovers USING btree (to_assignee_id, at DESC) WHERE (to_assignee_id IS NOT NULL);
CREATE INDEX handovers_ticket ON public.handovers USING btree (ticket_id, at);
CREATE INDEX idempotency_at ON public.idempotency USING btree (at);
CREATE INDEX imported_customer ON public.imported USING btree (customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX job_rows_key ON public.job_rows USING btree (job_id, key, n) WHERE (key IS NOT NULL);
CREATE INDEX job_rows_waiting ON public.job_rows USING btree (job_id, n) WHERE (state = 'waiting'::text);
CREATE INDEX job_rows_wrong ON public.job_rows USING btree (job_id, n) WHERE ((state = 'failed'::text) OR (state = 'skipped'::text));
CREATE INDEX jobs_created ON public.jobs USING btree (created_at DESC, id DESC);
CREATE INDEX jobs_open ON public.jobs USING btree (created_at) WHERE (ended_at IS NULL);
CREATE INDEX jobs_person ON public.jobs USING btree (person_id, created_at DESC, id DESC);
CREATE INDEX jobs_undo ON public.jobs USING btree (undo_of) WHERE (undo_of IS NOT NULL);
CREATE INDEX kept_files_file ON public.kept_files USING btree (file_id);
CREATE UNIQUE INDEX macros_own ON public.macros USING btree (owner_id, name) WHERE ((audience = 'me'::text) AND (archived_at IS NULL));
CREATE UNIQUE INDEX macros_published ON public.macros USING btree (name) WHERE ((audience <> 'me'::text) AND (archived_at IS NULL));
CREATE UNIQUE INDEX mailboxes_address ON public.mailboxes USING btree (address) WHERE (archived_at IS NULL);
CREATE INDEX mails_mail_id ON public.mails USING btree (mail_id);
CREATE INDEX mails_outcome ON public.mails USING btree (outcome, received_at DESC, id DESC);
CREATE INDEX mails_received ON public.mails USING btree (received_at DESC, id DESC);
CREATE INDEX messages_mail_id ON public.messages USING btree (mail_id) WHERE (mail_id IS NOT NULL);
CREATE INDEX notification_outgoing_due ON public.notification_outgoing USING btree (due_at);
CREATE INDEX notification_outgoing_person ON public.notification_outgoing USING btree (agent_id, way);
CREATE UNIQUE INDEX notifications_bundle ON public.notifications USING btree (agent_id, bundle) WHERE ((read_at IS NULL) AND (bundle IS NOT NULL));
CREATE INDEX notifications_created ON public.notifications USING btree (created_at);
CREATE INDEX notifications_person ON public.notifications USING btree (agent_id, created_at DESC, id DESC);
CREATE INDEX notifications_ticket ON public.notifications USING btree (ticket_id, kind);
CREATE INDEX notifications_unread ON public.notifications USING btree (agent_id, created_at DESC, id DESC) WHERE (read_at IS NULL);
CREATE INDEX portal_codes_expires ON public.portal_codes USING btree (expires_at);
CREATE INDEX portal_codes_ticket ON public.portal_codes USING btree (ticket_id, created_at);
CREATE INDEX push_subscriptions_person ON public.push_subscriptions USING btree (agent_id);
CREATE UNIQUE INDEX roles_name ON public.roles USING btree (name) WHERE (archived_at IS NULL);
CREATE INDEX sessions_agent ON public.sessions USING btree (agent_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX sla_policies_name ON public.sla_policies USING btree (name) WHERE (archived_at IS NULL);
CREATE INDEX sms_received_at ON public.sms_received USING btree (received_at DESC, id DESC);
CREATE UNIQUE INDEX templates_default ON public.templates USING btree (owner) WHERE is_default;
CREATE UNIQUE INDEX templates_name ON public.templates USING btree (owner, name) WHERE (archived_at IS NULL);
CREATE INDEX ticket_links_other ON public.ticket_links USING btree (other_id);
CREATE INDEX ticket_words_words ON public.ticket_words USING gin (words) WITH (gin_pending_list_limit='1024');
CREATE INDEX tickets_appointment ON public.tickets USING btree (appointment_at, id) WHERE ((appointment_at IS NOT NULL) AND (NOT is_done));
CREATE INDEX tickets_assignee ON public.tickets USING btree (assignee_id, is_done, created_at, id);
CREATE INDEX tickets_breached ON public.tickets USING btree (is_done, urgency_rank, created_at, id) WHERE (breached_at IS NOT NULL);
CREATE INDEX tickets_created ON public.tickets USING btree (created_at DESC, id DESC);
CREATE INDEX tickets_customer ON public.tickets USING btree (customer_id, created_at DESC, id DESC);
CREATE INDEX tickets_department ON public.tickets USING btree (department_id, is_done, urgency_rank, created_at, id);
CREATE INDEX tickets_due ON public.tickets USING btree (is_done, due_order, id);
CREATE INDEX tickets_extension ON public.tickets USING btree (is_done, due_order, id) WHERE (extension_asked_at IS NOT NULL);
CREATE INDEX tickets_mentions ON public.tickets USING gin (mention_ids) WHERE (mention_ids <> '{}'::uuid[]);
CREATE UNIQUE INDEX tickets_number ON public.tickets USING btree (number);
CREATE INDEX tickets_open ON public.tickets USING btree (is_done, urgency_rank, created_at, id);
CREATE INDEX tickets_rated ON public.tickets USING btree (created_at DESC, id DESC, satisfaction) WHERE (satisfaction IS NOT NULL);
CREATE INDEX tickets_status ON public.tickets USING btree (status, created_at, id);
CREATE INDEX tickets_status_urgency ON public.tickets USING btree (status, is_done, urgency_rank, created_at, id);
CREATE INDEX tickets_unfolded ON public.tickets USING btree (id) WHERE (fields_folded IS NULL);
CREATE INDEX tickets_updated ON public.tickets USING btree (updated_at DESC, id DESC);
CREATE INDEX timers_due ON public.timers USING btree (due_at);
CREATE INDEX tokens_expires ON public.tokens USING btree (expires_at);
CREATE INDEX tokens_subject ON public.tokens USING btree (subject_id, purpose);
CREATE INDEX touches_customer ON public.touches USING btree (customer_id, started_at DESC);
CREATE INDEX touches_ticket ON public.touches USING btree (ticket_id);
CREATE INDEX uploads_created ON public.uploads USING btree (created_at);
CREATE INDEX views_audience ON public.views USING btree (audience) WHERE ((archived_at IS NULL) AND (audience <> 'me'::text));
CREATE INDEX views_owner ON public.views USING btree (owner_id) WHERE (archived_at IS NULL);

CREATE TRIGGER tickets_number BEFORE INSERT ON public.tickets FOR EACH ROW EXECUTE FUNCTION give_ticket_number();
