-- Numbers that came with hidden digits (138****8000) or without an area code: shown beside the others, and never a key.
alter table customers add column partial_phones text[] not null default '{}';
