import { invalidField } from '../../kernel/problems.ts'
import { done, type Step, tell } from '../../kernel/steps.ts'
import { type Preparing, verb } from '../../kernel/verb.ts'
import { customerByPoint } from '../customers/index.ts'
import { directory, type Person } from '../people/index.ts'
import { begun, lapsing } from './begun.ts'
import { type CallRow, changed, numberTold } from './call.ts'
import { isRefusal, momentTold } from './moment.ts'

interface Prepared {
  agent: Person
  told: Pick<CallRow, 'number' | 'phone'>
  customerId: string | null
  known: string | undefined
}

/**
 * A phone system says that it rings at somebody. The same call again, by the system's own id, is the same
 * call: told twice it changes nothing, and told of another agent it rings there instead.
 */
export const ringCall = verb<'call.ring', Prepared>('call.ring', {
  async prepare(preparing, { number, agent, externalId }) {
    const told = numberTold(number)
    return {
      agent: await agentCalled(preparing, agent),
      told,
      customerId: (told.phone && (await customerByPoint(preparing.db, { kind: 'phone', value: told.phone }))) || null,
      known: externalId ? await knownAs(preparing, externalId) : undefined,
    }
  },
  subjects: (_input, { known }) => (known ? { call: [known] } : {}),
  decide(scene, { direction, externalId, startedAt }, { now }) {
    const { agent, told, customerId } = scene.prepared
    const [known] = scene.rows('call')
    if (known) return movedOn(known, agent, now)
    const started = momentTold('startedAt', startedAt, now)
    if (isRefusal(started)) return started
    const { row, steps } = begun(
      {
        ...told,
        direction,
        state: 'ringing',
        source: 'device',
        external_id: externalId ?? null,
        agent_id: agent.id,
        customer_id: customerId,
        started_at: started,
      },
      now,
    )
    return done(row.id, [...steps, rang(row, agent.id)])
  },
})

function movedOn(call: CallRow, agent: Person, now: Date) {
  if (call.state !== 'ringing' || call.agent_id === agent.id) return done(call.id, [])
  return done(call.id, [...changed(call, { agent_id: agent.id }, now), ...lapsing(call, now), rang(call, agent.id)])
}

const rang = (call: CallRow, agentId: string): Step =>
  tell('call.rang', call.id, call.id, {
    number: call.number,
    agentId,
    direction: call.direction,
    customerId: call.customer_id,
    // Whom it rang at before is told that it does no longer.
    changes: call.agent_id === agentId ? [] : [{ field: 'agentId', from: call.agent_id, to: agentId }],
  })

const knownAs = async ({ db }: Preparing, externalId: string): Promise<string | undefined> =>
  (await db.selectFrom('calls').select('id').where('external_id', '=', externalId).executeTakeFirst())?.id

/** By employee number; else by an extension, which only one of those at work may have. */
async function agentCalled({ db, picture }: Preparing, called: string): Promise<Person> {
  const people = picture.of(directory)
  const byNumber = people.byLogin(called)
  if (byNumber?.status === 'active') return byNumber
  const rows = await db
    .selectFrom('agents')
    .select('id')
    .where('extension', '=', called)
    .where('status', '=', 'active')
    .execute()
  const found = rows.flatMap(({ id }) => people.agents.get(id) ?? [])
  const [first] = found
  if (!first) throw invalidField('agent', 'unknown_id')
  if (found.length > 1)
    throw invalidField('agent', 'call.severalAgents', { names: found.map(({ name }) => name).join('、') })
  return first
}
