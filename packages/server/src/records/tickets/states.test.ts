import {
  canMove,
  runStates,
  type Standing,
  statuses,
  type Transition,
  transitions,
  type VerbName,
} from '@baton/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/desk.ts'
import { newId } from '../../kernel/ids.ts'

/** The state table is true: each verb in each state is either refused, or leaves the ticket as the table says. */
let desk: TestDesk
let departments: string[]
let person: { id: string }
let colleague: { id: string }

beforeAll(async () => {
  desk = await testDesk({ following: false })
  departments = []
  for (const name of ['甲部', '乙部']) departments.push((await desk.does('department.create', { name })).id)
  colleague = await desk.does('agent.create', { employeeNo: 'T002', name: '李强', departmentIds: departments })
  person = await desk.does('agent.create', { employeeNo: 'T001', name: '王芳', departmentIds: departments })
})
afterAll(() => desk.close())

const inputs: Record<string, () => object> = {
  'ticket.reply': () => ({ body: '您好' }),
  'ticket.recordCall': () => ({ body: '电话里说明了' }),
  'ticket.note': () => ({ body: '备注' }),
  'ticket.progress': () => ({ body: '已联系物流' }),
  'ticket.assign': () => ({ departmentId: departments[1], assigneeId: colleague.id }),
  'ticket.transfer': () => ({ departmentId: departments[0], reason: '不在职责范围' }),
  'ticket.return': () => ({ reason: '派错了' }),
  'ticket.receive': () => ({ body: '还没好', channel: 'email' }),
  'ticket.update': () => ({ subject: `改过 ${newId()}` }),
  'ticket.hold': () => ({ reason: '等配件' }),
  'ticket.solve': () => ({ result: '已修好' }),
  'ticket.followUp': () => ({ reason: '客户不满意' }),
  'ticket.reopen': () => ({ reason: '又坏了' }),
  'ticket.pause': () => ({ reason: '客户出差' }),
  'ticket.alert': () => ({ to: ['managers'] }),
  'ticket.requestExtension': () => ({ target: 'response', seconds: 3600, reason: '等配件' }),
  'ticket.grantExtension': () => ({ target: 'response' }),
  'ticket.declineExtension': () => ({ target: 'response', reason: '不行' }),
  'ticket.cancel': () => ({ reason: '客户撤回' }),
  'ticket.forceEnd': () => ({ reason: '恶意' }),
}

/** A ticket that was handed from one department to another person, stands in the given state, and has more time asked for. */
async function ticketIn({ status, runState, assigneeId }: Standing): Promise<string> {
  const ticket = await desk.does('ticket.open', {
    subject: '洗衣机不转',
    body: '不转了',
    departmentId: departments[0] as string,
  })
  await desk.does('ticket.transfer', {
    ticketId: ticket.id,
    departmentId: departments[1] as string,
    assigneeId: person.id,
    reason: '转办',
  })
  const ended = status === 'closed' ? sql`now()` : sql`null`
  await sql`update tickets set status = ${status}, run_state = ${runState}, closed_at = ${ended}, assignee_id = ${assigneeId},
    paused_at = ${runState === 'paused' ? desk.now() : null} where id = ${ticket.id}`.execute(desk.desk.db)
  const asked = { seconds: 3600, reason: '等配件', byId: null, byName: '', at: desk.now().toISOString() }
  await sql`update clocks set asked = ${JSON.stringify(asked)}::jsonb where ticket_id = ${ticket.id}`.execute(
    desk.desk.db,
  )
  return ticket.id
}

/** Every state, in the hands of a person and of nobody, as far as either can be. */
const standings = (): Standing[] =>
  statuses.flatMap(status => {
    const held = status === 'assigned' || status === 'in_progress'
    const holders = held ? [person.id] : status === 'new' ? [null] : [person.id, null]
    return runStates.flatMap(runState => holders.map(assigneeId => ({ status, runState, assigneeId })))
  })

const acting = transitions.filter(row => row.from.length > 0)

describe.each(acting.map(row => [row.verb, row] as const))('%s', (verb, row: Transition) => {
  test('does in every state what the table says', async () => {
    const answers: string[] = []
    for (const standing of standings()) {
      const { status, runState, assigneeId } = standing
      const id = await ticketIn(standing)
      const caller =
        verb === 'ticket.claim'
          ? {
              ...desk.system,
              actor: { kind: 'person' as const, id: person.id, name: '王芳' },
              me: { id: person.id, departments },
            }
          : desk.system
      const outcome = await desk.does(verb as VerbName, { ticketId: id, ...inputs[verb]?.() } as never, caller).then(
        record => record.status as string,
        error => String(error.code),
      )
      const allowed = canMove(verb, standing)
      const expected = !allowed ? ['ticket.notFrom'] : row.to.map(to => (to === 'same' ? status : to))
      if (!expected.includes(outcome))
        answers.push(
          `${status}/${runState}/${assigneeId ? 'held' : 'pool'}: ${outcome}, expected ${expected.join(' or ')}`,
        )
    }
    expect(answers).toEqual([])
  })
})
