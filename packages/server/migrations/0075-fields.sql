-- The desk's own fields. What belongs to a kind stands in its particulars; kind and key never change.
create table fields (
  id uuid primary key,
  owner text not null check (owner in ('ticket', 'customer', 'company')),
  key text not null,
  name text not null,
  name_en text,
  help text,
  spec jsonb not null,
  -- What a new record begins with; null: nothing.
  usual jsonb,
  is_unique boolean not null default false,
  indexed boolean not null default false,
  position integer not null,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (owner, key)
);
create unique index fields_name on fields (owner, name) where archived_at is null;

-- Values that may be kept once: the key decides between two that come at once.
create table field_values (
  field_id uuid not null references fields (id),
  value text not null,
  record_id uuid not null,
  primary key (field_id, value)
);
create index field_values_record on field_values (record_id);

-- The folded texts of the fields, by which conditions compare; null: not folded yet.
alter table tickets add column fields_folded jsonb default '{}';
update tickets set fields_folded = null where fields <> '{}';
create index tickets_unfolded on tickets (id) where fields_folded is null;
alter table customers
  add column fields jsonb not null default '{}',
  add column fields_folded jsonb default '{}';
alter table companies
  add column fields jsonb not null default '{}',
  add column fields_folded jsonb default '{}',
  add column version integer not null default 1,
  add column updated_at timestamptz;
update companies set updated_at = created_at;
alter table companies alter column updated_at set not null;

-- A file belongs to a ticket, a customer or a company.
alter table attachments
  alter column ticket_id drop not null,
  add column customer_id uuid references customers (id),
  add column company_id uuid references companies (id),
  add check (num_nonnulls(ticket_id, customer_id, company_id) = 1);
create index attachments_customer on attachments (customer_id) where customer_id is not null;
create index attachments_company on attachments (company_id) where company_id is not null;

-- Shipped: what is noted when a matter is told (R-085).
insert into fields (id, owner, key, name, name_en, spec, position, created_at) values
  ('00000000-0000-4000-8000-000000007501', 'ticket', 'orderNo', '订单号', 'Order number', '{"kind": "reference", "to": "order"}', 1, now()),
  ('00000000-0000-4000-8000-000000007502', 'ticket', 'productModel', '产品型号', 'Product model', '{"kind": "reference", "to": "product"}', 2, now()),
  ('00000000-0000-4000-8000-000000007503', 'ticket', 'remarks', '沟通要点', 'Points discussed', '{"kind": "longText", "most": 5000}', 3, now());
