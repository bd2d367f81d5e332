import { type EventName, ticketEvents } from '@baton/contract'
import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import type { Db } from '../../kernel/db.ts'
import type { LoggedEvent } from '../../kernel/log/event.ts'
import { directory } from '../../records/people/index.ts'
import { reach } from './candidates.ts'

/** What may leave a ticket waiting, or a hand free: whatever changes a ticket, or what people and departments are. */
export const wakes: readonly EventName[] = [
  ...changesOfTickets(),
  'agent.created',
  'agent.updated',
  'agent.enabled',
  'agent.presenceChanged',
  'department.created',
  'department.updated',
  'category.updated',
  'role.updated',
  'settings.updated',
]

/** Those that tell of changes or of a holder: a new verb of tickets is heard by itself. */
function changesOfTickets(): EventName[] {
  const tells = ([, { payload }]: [string, { payload: { shape: object } }]) =>
    'changes' in payload.shape || 'to' in payload.shape
  return Object.entries(ticketEvents)
    .filter(tells)
    .map(([name]) => name as EventName)
    .filter(name => name.startsWith('ticket.'))
}

interface Holder {
  departmentId: string | null
  assigneeId: string | null
}

/** The departments whose waiting tickets may find somebody after these events. */
export async function concernedBy(events: readonly LoggedEvent[], db: Db, picture: Picture): Promise<string[]> {
  const departments = new Set<string | null>()
  const hands = new Set<string>()
  const tickets = new Set<string>()
  for (const { type, topic_id, subject_id, payload } of events) {
    const from = payload.from as Holder | undefined
    const to = payload.to as Holder | undefined
    if (type === 'agent.presenceChanged') {
      if (payload.to === 'ready') hands.add(subject_id)
    } else if (type.startsWith('agent.')) hands.add(subject_id)
    else if (!type.startsWith('ticket.')) return [...picture.of(directory).departments.keys()]
    else if (to) {
      if (!to.assigneeId) departments.add(to.departmentId)
      if (from?.assigneeId) hands.add(from.assigneeId)
    } else tickets.add(topic_id)
  }
  for (const { department_id, assignee_id } of await holders(db, [...tickets])) {
    if (assignee_id) hands.add(assignee_id)
    else departments.add(department_id)
  }
  for (const id of whereNeeded(hands, picture)) departments.add(id)
  return [...departments].filter(id => id !== null)
}

async function holders(db: Db, ids: readonly string[]) {
  if (ids.length === 0) return []
  const { rows } = await sql<{ department_id: string | null; assignee_id: string | null }>`
    select department_id, assignee_id from tickets where id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** The departments whose tickets can reach one of these people. */
function whereNeeded(hands: ReadonlySet<string>, picture: Picture): string[] {
  const people = picture.of(directory)
  const theirs = new Set([...hands].flatMap(id => people.agents.get(id)?.departmentIds ?? []))
  if (theirs.size === 0) return []
  return [...people.departments.keys()].filter(id => [...reach(id, picture).keys()].some(near => theirs.has(near)))
}
