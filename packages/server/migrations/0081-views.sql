-- Views say how they are shown and for whom they are there. One's own is for oneself, a shipped one for everybody.
alter table views
  add column columns text[] not null default '{}',
  add column group_by text,
  add column layout text not null default 'list' check (layout in ('list', 'table', 'board')),
  add column audience text not null default 'me' check (audience in ('me', 'departments', 'everyone')),
  add column department_ids uuid[] not null default '{}';
update views set audience = 'everyone' where owner_id is null;
create index views_owner on views (owner_id) where archived_at is null;
create index views_audience on views (audience) where archived_at is null and audience <> 'me';
