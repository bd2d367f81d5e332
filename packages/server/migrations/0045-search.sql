-- What tickets are found by. A copy that a follower keeps (no foreign keys: it costs intake nothing), and that can be
-- made anew: `insert into words_wanted …` as below.
create table ticket_words (
  ticket_id uuid primary key,
  created_at timestamptz not null,
  -- The ticket's version that it shows.
  version integer not null,
  slice integer not null,
  -- More words than a row can hold: the texts alone tell.
  long boolean not null default false,
  words tsvector not null,
  -- Folded, in the order of `sources.ts`.
  texts text[] not null
);
-- Words are read again and again to be compared; unpacking them would cost more than the room they take.
alter table ticket_words alter column words set storage external;
-- What waits to be sorted in is read by every search: little of it.
create index ticket_words_words on ticket_words using gin (words) with (gin_pending_list_limit = 1024);

-- GIN gives no order: each ticket carries its slice of time as one more lexeme, and the newest slices are read first.
create table word_slices (
  slice integer primary key,
  from_at timestamptz not null unique,
  size integer not null
);
insert into word_slices (slice, from_at, size) values (1, '-infinity', 0);
insert into word_slices (slice, from_at, size)
  select 1 + row_number() over (order by created_at), created_at, 0
  from (select distinct created_at from (
    select created_at, row_number() over (order by created_at, id) as n from tickets) numbered where n % 2048 = 0) starts;

-- What is still to be read: a customer's tickets, or all, older than a point. Newest first, a few at a time.
create table words_wanted (
  id uuid primary key,
  customer_id uuid,
  before_at timestamptz not null,
  before_id uuid not null
);
insert into words_wanted (id, before_at, before_id)
  select '00000000-0000-4000-8000-000000004500', 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'
  where exists (select 1 from tickets);
-- The follower begins now; what came before is wanted. On a new desk it begins at the beginning like any other.
insert into followers (name, lo, hi, seq)
  select 'search', horizon, horizon, 0 from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) now_read
  where exists (select 1 from events);

-- A view may look for words too.
alter table views add text text;
