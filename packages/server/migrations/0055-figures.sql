-- Statistics: facts about tickets, counted once when they happen and never changed afterwards.

-- What a fact is told apart by, as it stood at that moment: a few thousand combinations, so that a fact is small.
create table figure_dimensions (
  id integer generated always as identity primary key,
  -- Of all the values below: one row a combination.
  key uuid not null unique,
  department_id uuid,
  assignee_id uuid,
  channel text collate "C" not null,
  category_id uuid,
  -- From the root down, as the tree stood then.
  category_ids uuid[] not null,
  request_type text collate "C",
  urgency text collate "C" not null
);

-- Ids only: masking and erasing what a ticket says leaves the figures as they are.
create table facts (
  ticket_id uuid not null,
  -- The event that it tells of.
  seq bigint not null,
  kind text collate "C" not null,
  at timestamptz not null,
  -- In the desk's zone.
  day date not null,
  dimension_id integer not null references figure_dimensions (id),
  customer_id uuid,
  -- Seconds of a response or a solution, or a score.
  value integer,
  word text collate "C",
  -- The how-manieth of its kind on its ticket.
  nth smallint not null,
  primary key (ticket_id, seq, kind)
);
-- Sums read the index alone.
create index facts_day on facts (kind, day) include (dimension_id, value, word, nth);
create index facts_customer on facts (customer_id, day) where customer_id is not null;

-- Each ticket as its last fact left it: what the follower knows when the next event comes.
create table figure_lives (
  ticket_id uuid primary key,
  dimension_id integer not null references figure_dimensions (id),
  customer_id uuid,
  -- Since when it has been open under these dimensions; null when it is not open.
  open_since date,
  -- The last event told of.
  seq bigint not null,
  memory jsonb not null
);
create index figure_lives_open on figure_lives (open_since) include (dimension_id) where open_since is not null;

-- The stretches, at least one midnight long, for which a ticket lay open under the same dimensions: the backlog of the past.
create table figure_stretches (
  ticket_id uuid not null,
  from_day date not null,
  -- Not open under them at the end of this day.
  to_day date not null,
  dimension_id integer not null references figure_dimensions (id),
  customer_id uuid,
  primary key (ticket_id, from_day),
  check (from_day < to_day)
);
create index figure_stretches_day on figure_stretches (to_day, from_day) include (dimension_id);
