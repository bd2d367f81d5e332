-- Whether Baton gives out a department's waiting tickets, or its members take them.
alter table departments add dispatch text not null default 'auto' check (dispatch in ('auto', 'claim'));
-- What a person must be good at to be given a ticket of the category.
alter table categories add skills text[] not null default '{}';
-- Why this person and not another; of automatic hand-overs only.
alter table handovers add decision jsonb;
-- When somebody last got one: among equals the one who has waited longest is next.
create index handovers_person on handovers (to_assignee_id, at desc) where to_assignee_id is not null;
-- Since when it is known that nobody able is there; null again with the next holder.
alter table tickets add undispatched_at timestamptz;
