create table companies (
  id uuid primary key,
  name text not null,
  name_folded text collate "C" not null unique,
  created_at timestamptz not null
);

create sequence customer_numbers;
create table customers (
  id uuid primary key,
  number text not null unique default 'C' || lpad(nextval('customer_numbers')::text, 6, '0'),
  name text not null,
  name_folded text collate "C" not null,
  salutation text,
  company_id uuid references companies (id),
  level text,
  note text,
  -- Numbers that came with hidden digits (138****8000) or without an area code: shown beside the others, and never a key.
  partial_phones text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index customers_name on customers (name_folded);
create index customers_created on customers (created_at desc, id desc);

-- Everything a customer can be recognised by, in one normal form each: mail in lower case, phones in E.164 (with the
-- extension of a switchboard as `;ext=801`).
create table contact_points (
  kind text not null check (kind in ('email', 'phone', 'external')),
  value text collate "C" not null,
  customer_id uuid not null references customers (id),
  position integer not null default 0,
  primary key (kind, value)
);
create index contact_points_customer on contact_points (customer_id);
