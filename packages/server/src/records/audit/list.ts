import { sentence } from '@baton/contract'
import { deskTopic } from '../../kernel/ids.ts'
import type { Reading } from '../../kernel/kinds.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import { cursorForms, cursorKey, read, toCursor } from '../../kernel/read.ts'
import type { Row } from '../../kernel/steps.ts'
import { directory } from '../people/index.ts'

/** Who changed the desk and who signed in, newest first. `type` is an event's name, or its first word: `agent`. */
export const listAudit = read('audit.list', async (reading, { actorId, subjectId, type, from, to, cursor, limit }) => {
  const [before] = cursorKey(cursor, [cursorForms.number]) ?? []
  let query = reading.db.selectFrom('events').selectAll().where('topic_id', '=', deskTopic)
  if (before) query = query.where('seq', '<', Number(before))
  if (actorId) query = query.where('actor_id', '=', actorId)
  if (subjectId) query = query.where('subject_id', '=', subjectId)
  if (type?.includes('.')) query = query.where('type', '=', type)
  // The letters between `agent.` and `agent/`: in the order "C" every name that begins so.
  else if (type) query = query.where('type', '>=', `${type}.`).where('type', '<', `${type}/`)
  if (from) query = query.where('at', '>=', new Date(from))
  if (to) query = query.where('at', '<', new Date(to))
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const tell = toldTo(reading)
  return { items: shown.map(tell), nextCursor: rows.length > limit && last ? toCursor([last.seq]) : null }
})

function toldTo({ caller, picture }: Reading): (event: LoggedEvent) => Row {
  const { agents, departments, roles } = picture.of(directory)
  const names = (id: string) => agents.get(id)?.name ?? departments.get(id)?.path ?? roles.get(id)?.name
  return event => ({
    seq: event.seq,
    at: event.at.toISOString(),
    type: event.type,
    verb: event.verb,
    actor: { kind: event.actor_kind, id: event.actor_id, name: event.actor_name },
    text: sentence(caller.locale, event, names, caller.zone),
    through: event.through,
    subjectId: event.subject_id,
    payload: event.payload,
  })
}
