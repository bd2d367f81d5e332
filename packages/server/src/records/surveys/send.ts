import type { SurveyMoment } from '@baton/contract'
import { newId } from '../../kernel/ids.ts'
import { add, done, tell } from '../../kernel/steps.ts'
import { type Call, verb } from '../../kernel/verb.ts'
import { portalSettings, type Way, wayTo } from '../portal/index.ts'
import { templates } from '../templates/index.ts'
import type { LockedTicket } from '../tickets/index.ts'

interface Loaded {
  asked: boolean
  way: Way | null
}

/** Asks the customer how it was, once in a resolution cycle; where nobody can be reached, that is written down instead. */
export const sendSurvey = verb<'survey.send', undefined, Loaded>('survey.send', {
  subjects: ({ ticketId }) => ({ ticket: [ticketId] }),
  async load(tx, { ticketId, channels }, scene) {
    const { customer_id, resolve_count } = scene.one('ticket')
    const before = await tx
      .selectFrom('surveys')
      .select('id')
      .where('ticket_id', '=', ticketId)
      .where('cycle', '=', resolve_count)
      .executeTakeFirst()
    return { asked: before !== undefined, way: await wayTo(tx, customer_id, channels) }
  },
  decide({ one, loaded: { asked, way } }, _input, call) {
    const ticket = one('ticket')
    if (asked || !isAsked(ticket, momentOf(ticket, call))) return done(ticket.id, [])
    const survey = { id: newId(), ticket_id: ticket.id, cycle: ticket.resolve_count }
    const reason = way ? null : 'survey.unreachable'
    const told = { surveyId: survey.id, cycle: survey.cycle }
    return done(survey.id, [
      add('surveys', {
        ...survey,
        channel: way,
        reason,
        sent_at: call.now,
        score: null,
        comment: null,
        answered_at: null,
      }),
      way
        ? tell('survey.sent', ticket.id, survey.id, { ...told, channel: way })
        : tell('survey.notSent', ticket.id, survey.id, { ...told, reason: 'survey.unreachable' }),
    ])
  },
})

/** As the desk asks, and of some kinds of matters never: what the ticket's template says now. */
function momentOf({ template_id }: LockedTicket, call: Call): SurveyMoment {
  const template = template_id ? call.of(templates).byId(template_id) : undefined
  return template?.survey === 'never' ? 'off' : call.of(portalSettings).surveyMoment
}

type Asked = Pick<LockedTicket, 'status' | 'run_state' | 'customer_id' | 'resolve_count'>

/**
 * Whether this is the moment to ask about this ticket (requirements 0.3). What was closed without having been solved is
 * resolved by that; what was cancelled, force-ended or merged is not, and an internal matter has nobody to ask.
 */
export function isAsked({ status, run_state, customer_id, resolve_count }: Asked, moment: SurveyMoment): boolean {
  if (moment === 'off' || run_state !== 'running' || !customer_id || resolve_count === 0) return false
  return status === 'closed' || (moment === 'solved' && status === 'solved')
}
