import {
  canMove,
  type RunState,
  runStates,
  type Status,
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
  'ticket.cancel': () => ({ reason: '客户撤回' }),
  'ticket.forceEnd': () => ({ reason: '恶意' }),
}

/** A ticket that was handed from one department to another person, and stands in the given state. */
async function ticketIn(status: Status, runState: RunState): Promise<string> {
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
  const assignee = status === 'new' ? null : person.id
  await sql`update tickets set status = ${status}, run_state = ${runState}, closed_at = ${ended}, assignee_id = ${assignee},
    paused_at = ${runState === 'paused' ? desk.now() : null} where id = ${ticket.id}`.execute(desk.desk.db)
  return ticket.id
}

const acting = transitions.filter(row => row.from.length > 0)

describe.each(acting.map(row => [row.verb, row] as const))('%s', (verb, row: Transition) => {
  test('does in every state what the table says', async () => {
    const answers: string[] = []
    for (const status of statuses) {
      for (const runState of runStates) {
        const id = await ticketIn(status, runState)
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
        const allowed = canMove(verb, status, runState)
        const expected = !allowed ? ['ticket.notFrom'] : row.to.map(to => (to === 'same' ? status : to))
        if (!expected.includes(outcome))
          answers.push(`${status}/${runState}: ${outcome}, expected ${expected.join(' or ')}`)
      }
    }
    expect(answers).toEqual([])
  })
})
