import { canMove } from '@baton/contract'
import type { Caller } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { Problem } from '../../kernel/problems.ts'
import { type Decision, done, put, refuse, type Step, tell } from '../../kernel/steps.ts'
import { type Call, verb } from '../../kernel/verb.ts'
import { directory } from '../people/index.ts'
import { portalSettings } from '../portal/index.ts'
import {
  goesOn,
  type Holder,
  handover,
  holderOf,
  type LockedTicket,
  moved,
  sameHolder,
  standingOf,
  type TicketRow,
} from '../tickets/index.ts'
import type { SurveyRow } from './tables.ts'
import { byToken, type Found } from './token.ts'

/**
 * The customer's rating. Until the ticket is resolved the next time, another answer replaces it. A bad one takes what is
 * solved or closed up again as 待跟进 in the same transaction, and so takes the automatic close away.
 */
export const answerSurvey = verb<'survey.answer', Found, SurveyRow | undefined>('survey.answer', {
  prepare: ({ db, caller, now }, { token }) => foundBy(db, token, caller, now),
  subjects: (_input, { ticketId }) => ({ ticket: [ticketId] }),
  load: (tx, _input, { prepared, one }) => surveyOf(tx, prepared, one('ticket').resolve_count),
  decide({ one, loaded: survey }, { score, comment }, call) {
    const ticket = one('ticket')
    if (!survey) return refuse('survey.none')
    if (survey.cycle !== ticket.resolve_count) return refuse('survey.over')
    return answered(ticket, survey, { score, comment: comment?.trim() ?? null }, call)
  },
})

async function foundBy(db: Db, token: string, caller: Caller, now: Date): Promise<Found> {
  const found = await byToken(db, token, now)
  if (found) return found
  caller.guess?.('survey.answer')
  throw new Problem(404, 'survey.unknown')
}

const surveyOf = (tx: Db, { ticketId, surveyId }: Found, cycle: number): Promise<SurveyRow | undefined> => {
  const those = tx.selectFrom('surveys').selectAll().where('ticket_id', '=', ticketId)
  return (surveyId ? those.where('id', '=', surveyId) : those.where('cycle', '=', cycle)).executeTakeFirst()
}

interface Rating {
  score: number
  comment: string | null
}

function answered(ticket: LockedTicket, survey: SurveyRow, { score, comment }: Rating, call: Call): Decision {
  const as = { kind: 'outside' as const, id: ticket.customer_id, name: ticket.customer_name ?? '' }
  // A page that only says again what it has said before, or leaves out the words, takes none of them back.
  const words = comment ?? survey.comment
  if (survey.score === score && survey.comment === words) return { ...done(survey.id, []), as }
  const bad = score <= call.of(portalSettings).badScore
  const goes = goesOn(ticket, call.of(directory))
  const after = bad ? afterwards(ticket, goes) : {}
  const { steps, changes } = moved(ticket, call.now, { satisfaction: score, ...after })
  return {
    ...done(survey.id, [
      put('surveys', ['id'], { ...survey, score, comment: words, answered_at: call.now }),
      ...steps,
      ...('status' in after ? released(ticket, goes, call) : []),
      tell('survey.answered', ticket.id, survey.id, {
        surveyId: survey.id,
        score,
        hasComment: words !== null,
        cycle: survey.cycle,
        bad,
        changes,
      }),
    ]),
    as,
  }
}

/** 待跟进 in the same hand; in the pool when that person is no longer here. */
export function afterwards(ticket: LockedTicket, goes: Holder): Partial<TicketRow> {
  if (!canMove('ticket.followUp', standingOf(ticket))) return {}
  return { status: 'follow_up', closed_at: null, assignee_id: goes.assigneeId }
}

const released = (ticket: LockedTicket, goes: Holder, call: Call): Step[] =>
  sameHolder(holderOf(ticket), goes)
    ? []
    : [handover(ticket.id, holderOf(ticket), goes, call, { mode: 'auto', reason: 'holder.away' })]
