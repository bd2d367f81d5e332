-- Templates: the form of a kind of matter and what it begins with. Of customers and of companies there is one each.
create table templates (
  id uuid primary key,
  owner text not null check (owner in ('ticket', 'customer', 'company')),
  name text not null,
  name_en text,
  description text,
  form jsonb not null,
  form_version integer not null default 1,
  opens jsonb not null default '{}',
  sla_policy_id uuid references sla_policies (id),
  survey text not null default 'desk' check (survey in ('desk', 'never')),
  department_ids uuid[] not null default '{}',
  on_portal boolean not null default false,
  is_default boolean not null default false,
  position integer not null,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create unique index templates_name on templates (owner, name) where archived_at is null;
create unique index templates_default on templates (owner) where is_default;

-- The forms that were: a ticket keeps the one that it was opened with.
create table template_forms (
  template_id uuid not null references templates (id),
  form_version integer not null,
  form jsonb not null,
  created_at timestamptz not null,
  primary key (template_id, form_version)
);

insert into templates (id, owner, name, name_en, form, is_default, position, created_at) values
  ('00000000-0000-4000-8000-000000007601', 'ticket', '通用工单', 'General',
   '[{"field": "requestType", "width": "half", "required": "no", "onPortal": true},
     {"field": "category", "width": "half", "required": "no", "onPortal": true},
     {"field": "urgency", "width": "full", "required": "no", "onPortal": false},
     {"field": "body", "width": "full", "required": "no", "onPortal": true},
     {"field": "fields.orderNo", "width": "half", "required": "no", "onPortal": false},
     {"field": "fields.productModel", "width": "half", "required": "no", "onPortal": false},
     {"field": "fields.remarks", "width": "full", "required": "no", "onPortal": false}]', true, 1, now()),
  ('00000000-0000-4000-8000-000000007602', 'customer', '客户资料', 'Customer', '[]', true, 1, now()),
  ('00000000-0000-4000-8000-000000007603', 'company', '公司资料', 'Company', '[]', true, 1, now());
insert into template_forms (template_id, form_version, form, created_at)
  select id, form_version, form, created_at from templates;

alter table tickets add column template_version integer;
