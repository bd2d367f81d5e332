import { noticeText, type Records } from '@baton/contract'
import { sql } from 'kysely'
import type { Picture } from '../../kernel/configuration.ts'
import { type Grants, isHidden } from '../../kernel/grants.ts'
import type { Present } from '../../kernel/kinds.ts'
import { seenPayload } from '../fields/index.ts'
import { directory } from '../people/index.ts'
import type { NotificationRow } from './tables.ts'

/** A notification with what its ticket is called now. */
export interface ShownNotification extends NotificationRow {
  number: string | null
  subject: string | null
}

export const presentNotifications: Present = async (reading, ids) => {
  if (ids.length === 0) return []
  const { rows } = await sql<ShownNotification>`
    select n.*, t.number, t.subject from notifications n left join tickets t on t.id = n.ticket_id
    where n.id = any(${ids}::uuid[])`.execute(reading.db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [{ ...record(row, reading.picture, reading.caller) }] : []
  })
}

function record(row: ShownNotification, picture: Picture, reader: Reader): Records['notification'] {
  const { departmentId } = row.params
  return {
    id: row.id,
    kind: row.kind,
    text: textOf(row, picture, reader),
    urgent: row.urgent,
    count: row.count,
    ticketId: row.ticket_id,
    ticketNumber: row.number,
    subject: row.subject,
    departmentId: row.kind === 'pool' && typeof departmentId === 'string' ? departmentId : null,
    popup: row.popup,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
  }
}

interface Reader {
  locale: string
  zone: string
  grants: Grants
}

/** What somebody is told, in their language, without what is hidden from them: the customer's name, a due time. */
export function textOf(row: NotificationRow, picture: Picture, { locale, zone, grants }: Reader): string {
  const people = picture.of(directory)
  const isNameless = row.params.actorKind === 'outside' && isHidden(grants, 'customer')
  const params = { ...seenPayload(row.params, grants), ...(isNameless && { actor: '' }) }
  const names = (id: string) => people.agents.get(id)?.name ?? people.departments.get(id)?.name
  return noticeText(locale, { ...row, params }, names, zone)
}
