import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import { mayOn, type Reading } from '../../kernel/kinds.ts'
import { forbidden, notFound } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import { done, put, type Row, remove } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { ticketKind } from './kind.ts'
import { loadTickets } from './lock.ts'

interface DraftRow {
  id: string
  agent_id: string
  ticket_id: string
  kind: 'reply' | 'note' | 'progress'
  body: string
  updated_at: Date
}

declare module '../../kernel/db.ts' {
  interface Tables {
    drafts: DraftRow
  }
}

/** Unsent words, kept for their writer alone; an empty body drops them. Not an event: nobody else is concerned. */
export const saveDraft = verb<'draft.save', { visible: boolean }>('draft.save', {
  async prepare(preparing, { ticketId }) {
    const [ticket] = await loadTickets(preparing.db, [ticketId])
    return { visible: ticket !== undefined && mayOn(ticketKind, 'ticket.get', ticket, preparing.caller, preparing) }
  },
  decide({ prepared }, { ticketId, kind, body }, call) {
    if (!prepared.visible) return { refusal: notFound() }
    const me = call.caller.actor
    if (me.kind !== 'person' || !me.id) return { refusal: forbidden('draft.save') }
    const key = { agent_id: me.id, ticket_id: ticketId, kind }
    const draft = { ...key, id: newId(), body, updated_at: call.now }
    const step = body.trim() ? put('drafts', ['agent_id', 'ticket_id', 'kind'], draft) : remove('drafts', key)
    return done(draft.id, [step], record(draft))
  },
})

/** A dropped draft is answered as the empty one that it is now. */
export async function presentDrafts({ db, caller, now }: Reading, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await sql<DraftRow>`
    select * from drafts where id = any(${ids}::uuid[]) and agent_id = ${caller.actor.id}::uuid`.execute(db)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => {
    const row = byId.get(id)
    return row ? record(row) : { id, updatedAt: now.toISOString() }
  })
}

export const listDrafts = read('draft.list', async ({ db, caller }, { ticketId }) => {
  let query = db
    .selectFrom('drafts')
    .selectAll()
    .where('agent_id', '=', caller.actor.id ?? '')
    .orderBy('updated_at', 'desc')
    .limit(500)
  if (ticketId) query = query.where('ticket_id', '=', ticketId)
  const rows = caller.actor.kind === 'person' ? await query.execute() : []
  return { items: rows.map(record), nextCursor: null }
})

const record = (row: DraftRow): Row => ({
  id: row.id,
  ticketId: row.ticket_id,
  kind: row.kind,
  body: row.body,
  updatedAt: row.updated_at.toISOString(),
})
