import { isOpen, type PortalFile, type PortalMessage, type PortalTicket } from '@baton/contract'
import { sql } from 'kysely'
import type { Desk } from '../../kernel/desk.ts'
import { notFound } from '../../kernel/problems.ts'
import { isPicture } from '../../records/files/index.ts'
import { settings } from '../../records/settings/index.ts'
import { type MessageRow, type TicketRow, urgeableAgainAt } from '../../records/tickets/index.ts'
import type { FileSigner } from './file.ts'
import { stationsOf, waitingOf } from './stations.ts'

interface Told {
  survey: PortalTicket['survey']
  closes_at: Date | null
  /** What the customer said when it was not solved: told as an event, shown as their words. */
  objections: { id: string; at: string; reason: string }[]
}

/**
 * A ticket for its customer: what they said themselves and what we answered them. Not our notes, not who has it, not
 * what machines or people whom nobody knows have added.
 */
export async function pageOf(desk: Desk, sign: FileSigner, ticketId: string): Promise<PortalTicket> {
  const [ticket, messages, told, picture] = await Promise.all([
    desk.db.selectFrom('tickets').selectAll().where('id', '=', ticketId).executeTakeFirst(),
    publicMessages(desk, ticketId),
    toldOf(desk, ticketId),
    desk.configuration.current(),
  ])
  if (!ticket) throw notFound()
  const { status, run_state } = ticket
  const isRunning = run_state === 'running'
  const again = urgeableAgainAt(ticket, desk.clock())
  const said = [...messages.toReversed().map(row => message(row, ticket, sign)), ...told.objections.map(objection)]
  return {
    deskName: picture.of(settings).deskName,
    number: ticket.number,
    subject: ticket.subject,
    status,
    submittedAt: ticket.submitted_at.toISOString(),
    stations: stationsOf(ticket),
    waiting: waitingOf(ticket),
    answerBy: isOpen(status) ? (ticket.due_at?.toISOString() ?? null) : null,
    closesAt: status === 'solved' ? (told.closes_at?.toISOString() ?? null) : null,
    messages: said.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
    urge: { may: isOpen(status), count: ticket.urge_count, againAt: again?.toISOString() ?? null },
    mayWrite: status !== 'merged',
    mayConfirm: isRunning && (status === 'solved' || status === 'follow_up'),
    mayObject: isRunning && status === 'solved',
    survey: told.survey,
  }
}

type Said = Pick<MessageRow, 'id' | 'kind' | 'body' | 'attachments' | 'created_at'>

async function publicMessages({ db }: Desk, ticketId: string): Promise<Said[]> {
  return db
    .selectFrom('messages')
    .select(['id', 'kind', 'body', 'attachments', 'created_at'])
    .where('ticket_id', '=', ticketId)
    .where('kind', 'in', ['customer', 'reply'])
    .where('verified', '=', true)
    .where('automatic', '=', false)
    .orderBy('seq', 'desc')
    .limit(200)
    .execute()
}

async function toldOf({ db }: Desk, ticketId: string): Promise<Told> {
  const { rows } = await sql<Told>`
    select
      (select json_build_object('score', s.score, 'comment', s.comment) from surveys s
        where s.ticket_id = t.id and s.cycle = t.resolve_count) as survey,
      (select due_at from timers where subject_id = t.id and verb = 'ticket.close') as closes_at,
      (select coalesce(json_agg(json_build_object('id', e.seq::text, 'at', e.at, 'reason', e.payload->>'reason')), '[]')
        from events e where e.topic_id = t.id and e.type = 'ticket.followedUp' and e.actor_kind = 'outside') as objections
    from tickets t where t.id = ${ticketId}`.execute(db)
  return rows[0] ?? { survey: null, closes_at: null, objections: [] }
}

const message = (row: Said, { id }: TicketRow, sign: FileSigner): PortalMessage => ({
  id: row.id,
  mine: row.kind === 'customer',
  at: row.created_at.toISOString(),
  body: row.body,
  files: row.attachments.map((file): PortalFile => {
    const { name, mediaType, size } = file
    return { name, mediaType, size, url: sign.urlOf(file.id, id), picture: isPicture(mediaType) }
  }),
})

const objection = ({ id, at, reason }: Told['objections'][number]): PortalMessage => ({
  id,
  mine: true,
  at: new Date(at).toISOString(),
  body: reason,
  files: [],
})
