-- What a stranger typed beside the one contact point that they were recognised by: shown to colleagues, and never a key.
create table claimed_points (
  customer_id uuid not null references customers (id),
  kind text not null check (kind in ('email', 'phone')),
  value text collate "C" not null,
  claimed_at timestamptz not null,
  primary key (customer_id, kind, value)
);
