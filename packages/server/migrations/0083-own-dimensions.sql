-- Statistics by the desk's own fields: those that are marked stand in the combinations of dimensions.

alter table fields add column reported boolean not null default false;

-- The marked fields that have a value, by key; without any the combination's key is what it was.
alter table figure_dimensions add column fields jsonb not null default '{}';
