import { notFound } from '../../kernel/problems.ts'
import { done, refuse, refuseField, tell } from '../../kernel/steps.ts'
import { verb } from '../../kernel/verb.ts'
import { customerByPoint, readPhone } from '../customers/index.ts'
import { begun } from './begun.ts'
import { type CallRow, isWaiting, numberTold } from './call.ts'
import { isRefusal, momentTold } from './moment.ts'

interface Prepared {
  told: Pick<CallRow, 'number' | 'phone'>
  customerId: string | null
  answered: CallRow | undefined
}

/** An agent talks, and no phone system tells of it: the time runs by hand. A missed call is called back with its number. */
export const startCall = verb<'call.start', Prepared>('call.start', {
  async prepare({ db }, { number, answersId }) {
    const answered = answersId
      ? await db.selectFrom('calls').selectAll().where('id', '=', answersId).executeTakeFirst()
      : undefined
    if (answersId && !answered) throw notFound()
    const told = numberTold(number ?? answered?.number ?? undefined)
    const known = told.phone ? await customerByPoint(db, { kind: 'phone', value: told.phone }) : undefined
    return { told, customerId: known ?? answered?.customer_id ?? null, answered }
  },
  decide({ prepared: { told, customerId, answered } }, { number, direction, startedAt }, { now, caller }) {
    const me = caller.me.id
    if (typeof me !== 'string') return refuse('ticket.noOneAnswers')
    if (answered && !isWaiting(answered)) return refuse('call.notMissed')
    if (number !== undefined && !readPhone(number)) return refuseField('number', 'phone.invalid')
    const started = momentTold('startedAt', startedAt, now)
    if (isRefusal(started)) return started
    const { row, steps } = begun(
      {
        ...told,
        direction: answered ? 'out' : direction,
        state: 'talking',
        source: 'hand',
        agent_id: me,
        customer_id: customerId,
        answers_id: answered?.id ?? null,
        started_at: started,
        answered_at: started,
      },
      now,
    )
    const { number: shown, direction: way } = row
    return done(row.id, [
      ...steps,
      tell('call.started', row.id, row.id, { number: shown, agentId: me, direction: way }),
    ])
  },
})
