-- Statistics of promises: each that was kept or missed is a fact of its own, with the policy that had made it.

-- Of a promise's facts alone, so that combinations stay few; without one the key is what it was.
alter table figure_dimensions add column policy_id uuid;

-- Kept promises are told of from this event on. Before it, a first answer that was not late stands for one.
create table figure_marks (kept_from bigint not null);
insert into figure_marks
  select coalesce(min(seq) filter (where type = 'clock.met'), max(seq) + 1, 0) from events;

-- What first answers said until now is a fact of its own.
insert into facts (ticket_id, seq, kind, at, day, dimension_id, customer_id, word, nth)
  select ticket_id, seq, 'kept', at, day, dimension_id, customer_id, 'response', 1
  from facts where kind = 'responded' and word = 'kept';
update figure_lives l set memory = jsonb_set(memory, '{counts,kept}', '1') from facts f
  where f.ticket_id = l.ticket_id and f.kind = 'kept';
update facts set word = null where kind = 'responded' and word is not null;
