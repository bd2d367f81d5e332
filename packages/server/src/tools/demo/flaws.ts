/** What would be wrong with a history, each as a question that finds the wrong ones. `$1` is the moment up to which it was told. */
export const flaws: Readonly<Record<string, string>> = {
  'numbers carry the day of the ticket and follow its clock': `
    select number from (
      select number, created_at, lag(number) over (order by created_at, number) as before from tickets
    ) t where substr(number, 2, 8) <> to_char(created_at at time zone 'Asia/Shanghai', 'YYYYMMDD')
      or (substr(before, 2, 8) = substr(number, 2, 8) and substr(before, 10)::int >= substr(number, 10)::int)`,
  'messages are counted and numbered without a gap': `
    select t.number from tickets t join lateral (
      select count(*) as n, max(seq) as last, max(seq) filter (where kind in ('customer', 'reply')) as public
      from messages m where m.ticket_id = t.id
    ) m on true where m.n <> t.message_count or m.last <> t.message_count or m.public <> t.public_seq`,
  'messages come one after the other, and never from the future': `
    select ticket_id from (
      select ticket_id, created_at, lag(created_at) over (partition by ticket_id order by seq) as before from messages
    ) m where created_at < before or created_at > $1`,
  'hand-overs are a chain from nobody to the present holder': `
    select ticket_id from (
      select h.*, lag(to_department_id) over w as department, lag(to_assignee_id) over w as assignee,
        row_number() over w as n, lead(h.id) over w as next
      from handovers h window w as (partition by ticket_id order by at, id)
    ) h join tickets t on t.id = h.ticket_id
    where h.from_department_id is distinct from h.department or h.from_assignee_id is distinct from h.assignee
      or (h.next is null and (h.to_department_id is distinct from t.department_id or h.to_assignee_id is distinct from t.assignee_id))
    union all
    select id from tickets t where not exists (select from handovers h where h.ticket_id = t.id)`,
  'events of a ticket begin with its opening and follow the clock': `
    select topic_id from (
      select e.topic_id, e.type, e.at, lag(e.at) over w as before, row_number() over w as n
      from events e join tickets t on t.id = e.topic_id
      -- A breach is told by whoever comes next, with the time of that.
      window w as (partition by e.topic_id order by e.seq)
    ) e where at < before or at > $1 or (n = 1) <> (type = 'ticket.opened')`,
  'every message has its event, and every event of one its message': `
    select m.id::text from messages m
    where not exists (select from events e where e.topic_id = m.ticket_id and e.payload ->> 'messageId' = m.id::text)
    union all
    select e.payload ->> 'messageId' from events e
    where e.payload ->> 'messageId' is not null
      and not exists (select from messages m where m.ticket_id = e.topic_id and m.id::text = e.payload ->> 'messageId')`,
  'the last change of status that was told is the status': `
    select t.number, t.status, told.status from tickets t join lateral (
      select change ->> 'to' as status from events e, jsonb_array_elements(e.payload -> 'changes') change
      where e.topic_id = t.id and change ->> 'field' = 'status' order by e.seq desc limit 1
    ) told on true where told.status <> t.status`,
  'the first answer meets the clock, and a late one breaches it': `
    select t.number, c.state from tickets t left join clocks c on c.ticket_id = t.id and c.target = 'response'
    where c.id is null or (c.state = 'met') <> (t.first_response_at is not null)
      or (c.state = 'met' and c.ended_at <> t.first_response_at)
      or (c.breached_at is not null) <> (coalesce(c.ended_at, $1) > c.due_at)
      or (c.breached_at is not null)
        <> exists (select from events e where e.topic_id = t.id and e.subject_id = c.id and e.type = 'clock.breached')`,
  'a ticket is late when any of its promises was missed': `
    select t.number from tickets t
    where (t.breached_at is not null) <> exists (select from clocks c where c.ticket_id = t.id and c.breached_at is not null)`,
  'what is solved closes by itself, and no timer is overdue': `
    select t.number from tickets t
    where (t.status = 'solved') <> exists (select from timers s where s.subject_id = t.id and s.verb = 'ticket.close')
    union all
    select verb from timers where due_at < $1`,
  'nothing leaves the desk': `
    select id::text from deliveries union all select address from acknowledgements`,
  'nobody holds a ticket of a department that is not theirs': `
    select t.number from tickets t join agents a on a.id = t.assignee_id where not t.department_id = any(a.department_ids)`,
  'no two customers say the same first words': `
    select body from messages where seq = 1 group by body having count(*) > 1`,
  'every event lies in the partition of its month': `
    select tableoid::regclass::text from only events_default e`,
}
