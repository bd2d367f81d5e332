-- What a robot tells its group of, of its own accord, and of which departments; none means of all.
alter table robots add says text[] not null default '{}';
alter table robots add department_ids uuid[] not null default '{}';
