import { type RawBuilder, sql } from 'kysely'

/** A call as histories show it, for the expression that says its id; null where there is none. */
export const callJson = (id: RawBuilder<unknown>) => sql`(
  select json_build_object('id', k.id, 'direction', k.direction, 'state', k.state, 'number', k.number,
    'agent', (select json_build_object('id', a.id, 'name', a.name) from agents a where a.id = k.agent_id),
    'startedAt', to_char(k.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'seconds', round(extract(epoch from k.ended_at - k.answered_at))::bigint)
  from calls k where k.id = ${id})`
