-- Every order of the lists has its index over the whole table, open tickets first, so that a first page costs the same
-- at a million tickets as at ten thousand.
alter table tickets drop column is_open;
alter table tickets add is_done boolean not null generated always as (status in ('solved', 'closed', 'merged')) stored;

create index tickets_open on tickets (is_done, urgency_rank, created_at, id);
create index tickets_due on tickets (is_done, due_order, id);
create index tickets_updated on tickets (updated_at desc, id desc);
create index tickets_department on tickets (department_id, is_done, urgency_rank, created_at, id);
create index tickets_assignee on tickets (assignee_id, is_done, created_at, id);
create index tickets_status on tickets (status, created_at, id);
create index tickets_status_urgency on tickets (status, is_done, urgency_rank, created_at, id);
create index tickets_breached on tickets (is_done, urgency_rank, created_at, id) where breached_at is not null;
