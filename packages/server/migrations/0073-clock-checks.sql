-- Once a night the clocks of what was touched since the night before are reckoned again from its history.
create table clock_checks (
  -- In the desk's zone. Whoever makes the row does the check.
  night date primary key,
  -- What was touched between these moments is looked at.
  from_at timestamptz not null,
  to_at timestamptz not null,
  done_at timestamptz,
  checked integer not null default 0,
  -- How many stand otherwise than their history says, and the first of them.
  wrong_count integer not null default 0,
  wrong jsonb not null default '[]'
);
-- Events of before do not tell all that clocks depend on: only what has come since then is looked at.
insert into clock_checks values ('2000-01-01', now(), now(), now(), 0, 0, '[]');
