import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import { isHidden } from '../../kernel/grants.ts'
import type { Present, Reading } from '../../kernel/kinds.ts'
import { Problem } from '../../kernel/problems.ts'
import { read } from '../../kernel/read.ts'
import type { Row } from '../../kernel/steps.ts'
import { settings } from '../settings/index.ts'
import { ticketIdOf } from '../tickets/index.ts'
import type { SurveyRow } from './tables.ts'
import { byToken } from './token.ts'

interface Shown extends SurveyRow {
  number: string
  subject: string
  resolve_count: number
  delivery: string | null
}

/** Whoever has done something with a survey may see it: the verbs have looked at their token or their grant. */
export const presentSurveys: Present = async (reading, ids) => {
  const byId = new Map((await load(reading.db, sql`s.id = any(${ids}::uuid[])`)).map(row => [row.id, row]))
  return ids.map(id => {
    const row = byId.get(id)
    return row ? record(row, reading) : { id }
  })
}

export const getSurvey = read('survey.get', async (reading, { token }) => {
  const found = await byToken(reading.db, token, reading.now)
  if (!found) throw new Problem(404, 'survey.unknown')
  const [row] = await load(
    reading.db,
    found.surveyId
      ? sql`s.id = ${found.surveyId}::uuid`
      : sql`s.ticket_id = ${found.ticketId}::uuid and s.cycle = t.resolve_count`,
  )
  if (!row) throw new Problem(409, 'survey.none')
  return record(row, reading)
})

export const listSurveys = read('survey.list', async (reading, { ticketId }) => {
  const id = await ticketIdOf(reading, { id: ticketId })
  const rows = isHidden(reading.caller.grants, 'satisfaction')
    ? []
    : await load(reading.db, sql`s.ticket_id = ${id}::uuid`)
  return { items: rows.map(row => record(row, reading)), nextCursor: null }
})

/** A delivery of a survey bears the survey's own id. */
async function load(db: Db, which: RawBuilder<unknown>): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    select s.*, t.number, t.subject, t.resolve_count, d.status as delivery
    from surveys s join tickets t on t.id = s.ticket_id left join deliveries d on d.id = s.id
    where ${which} order by s.cycle desc limit 200`.execute(db)
  return rows
}

const record = (row: Shown, { picture }: Reading): Row => ({
  id: row.id,
  ticketId: row.ticket_id,
  ticketNumber: row.number,
  subject: row.subject,
  deskName: picture.of(settings).deskName,
  cycle: row.cycle,
  channel: row.channel,
  reason: row.reason,
  delivery: row.delivery,
  sentAt: row.sent_at.toISOString(),
  score: row.score,
  comment: row.comment,
  answeredAt: row.answered_at?.toISOString() ?? null,
  open: row.cycle === row.resolve_count,
})
